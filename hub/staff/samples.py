"""Sample staff of a council that is made up: to try the desk out, and never in production.

Their password is made of the hub's secret, so it is another one in each installation. They have no
second step. A hub in production lets none of them in, and ends where they were signed in.
"""

from hashlib import sha256

from sqlalchemy import select

from hub.councils import Council, SampleStaff
from hub.staff import accounts, passwords
from hub.staff.rows import Account
from hub.staff.viewer import Viewer
from hub.store import Session

_WORDS = (
    "amber", "anchor", "apple", "barley", "beacon", "birch", "bramble", "bridge", "cable",
    "candle", "castle", "cedar", "clover", "copper", "coral", "daisy", "ember", "falcon", "fern",
    "garden", "ginger", "harbour", "hazel", "heron", "island", "juniper", "kettle", "lantern",
    "linen", "maple", "marble", "meadow", "mirror", "nettle", "orchard", "otter", "paddle",
    "pebble", "pepper", "plover", "quarry", "ribbon", "river", "saddle", "salmon", "silver",
    "sparrow", "spruce", "thistle", "timber", "tunnel", "valley", "velvet", "walnut", "willow",
    "window", "winter", "wool", "yarrow", "yellow", "zephyr", "acorn", "basket", "button",
)  # fmt: skip


def password_of(secret: str) -> str:
    """Give the password of all sample staff of one installation: four words."""
    digest = sha256(f"sample staff {secret}".encode()).digest()
    return "-".join(_WORDS[byte % len(_WORDS)] for byte in digest[:4])


def add_samples(session: Session, viewer: Viewer, council: Council, *, password: str) -> None:
    """Add a council's sample staff that are not there yet, and give all of them this password."""
    there = {row.name: row for row in session.sql.scalars(select(Account).where(Account.is_sample))}
    kept = ""
    for sample in council.sample_staff:
        row = there.get(sample.name)
        if row is not None and passwords.matches(row.password, password):
            continue
        kept = kept or passwords.hash_of(password)
        if row is not None:
            row.password = kept
            continue
        _add(session, viewer, sample, password=kept)


def _add(session: Session, viewer: Viewer, sample: SampleStaff, *, password: str) -> None:
    """Add one; where another process that starts just now has done so, nothing is left to do.

    Nor is there where somebody real has the name: theirs it stays.
    """
    written = {"name": sample.name, "shown": sample.shown, "password": password}
    try:
        account_id = accounts.write(session, viewer, {**written, "is_sample": True})
    except accounts.AccountExists:
        return
    for duty in sample.duties:
        accounts.grant(session, viewer, account_id, duty=duty)
