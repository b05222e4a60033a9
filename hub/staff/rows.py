"""The tables of staff: accounts, what they are for, codes, who is signed in, who must wait."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned

_HASH = String(64)


def _of_account() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["council", "account_id"],
        ["staff_accounts.council", "staff_accounts.id"],
        ondelete="CASCADE",
    )


class Account(CouncilOwned, Base):
    """Hold one member of staff of one council.

    `name` is what they sign in with, in small letters; `shown` is what colleagues read. Whoever
    signs in at the council's own provider has `issuer` and `subject` and no password. `secret` is
    sealed (sealing.py), and counts once `secret_at` says when it was confirmed. `last_step` is the
    time step of the last code that was used. `code_hash` stands for a set-up code.
    """

    __tablename__ = "staff_accounts"
    __table_args__ = (
        UniqueConstraint("council", "name"),
        UniqueConstraint("council", "issuer", "subject"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    shown: Mapped[str] = mapped_column(String(100))
    password: Mapped[str | None] = mapped_column(String(200))
    secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    secret_at: Mapped[datetime | None]
    last_step: Mapped[int | None]
    issuer: Mapped[str | None] = mapped_column(String(300))
    subject: Mapped[str | None] = mapped_column(String(255))
    is_sample: Mapped[bool]
    code_hash: Mapped[str | None] = mapped_column(_HASH)
    code_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class DutyRow(CouncilOwned, Base):
    """Hold a role of an account, for a team or ("") for the whole council."""

    __tablename__ = "staff_duties"
    __table_args__ = (_of_account(),)

    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(40), primary_key=True)
    team: Mapped[str] = mapped_column(String(100), primary_key=True)


class RecoveryCode(CouncilOwned, Base):
    """Hold the hash of a code that stands once for the second step."""

    __tablename__ = "staff_recovery_codes"
    __table_args__ = (_of_account(),)

    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(_HASH, primary_key=True)
    used_at: Mapped[datetime | None]


class SignedIn(CouncilOwned, Base):
    """Hold one signing in: a browser, its account, and what it does there.

    The browser holds the token, and here lies its hash. It counts once `confirmed_at` says that the
    second step was taken. `whence` is a keyed hash of the network. `kept` is a form that was sent
    when the session had ended, sealed. `sought` is what was looked for last.
    """

    __tablename__ = "staff_sessions"
    __table_args__ = (
        _of_account(),
        UniqueConstraint("council", "token_hash"),
        Index("ix_staff_sessions_account", "council", "account_id", "begun_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID]
    token_hash: Mapped[str] = mapped_column(_HASH)
    whence: Mapped[str] = mapped_column(_HASH)
    browser: Mapped[str] = mapped_column(String(40))
    begun_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    role: Mapped[str | None] = mapped_column(String(40))
    team: Mapped[str | None] = mapped_column(String(100))
    kept: Mapped[str | None] = mapped_column(Text)
    sought: Mapped[str | None] = mapped_column(String(200))


class Wait(CouncilOwned, Base):
    """Hold how often something was got wrong lately, and until when nobody may try it again.

    `what` is a keyed hash: of a name, of a network, or of both.
    """

    __tablename__ = "staff_waits"
    __table_args__ = (Index("ix_staff_waits_at", "council", "at"),)

    what: Mapped[str] = mapped_column(_HASH, primary_key=True)
    wrong: Mapped[int]
    at: Mapped[datetime]
    until: Mapped[datetime | None]
