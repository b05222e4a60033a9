"""An e-mail instead of a letter, and the watch over it all, at both sizes."""

import email
from email import policy

from tests.provision.installation import Installation
from tests.provision.resident import a_resident_submits


def test_who_asks_for_an_email_gets_one_and_no_letter(installation: Installation) -> None:
    installation.start_all()

    reference = a_resident_submits(installation.url, language="cy", by="e-mail")
    installation.settle()

    (kept,) = (installation.data / "mail").rglob("*.eml")
    told = email.message_from_bytes(kept.read_bytes(), policy=policy.default)
    grouped = f"{reference[:4]} {reference[4:7]} {reference[7:]}"
    assert told["To"] == "llyr@example.org"
    assert grouped in told["Subject"]
    assert installation.ledger.manifest() == []
    (message,) = installation.ledger.rows("SELECT * FROM v_messages")
    assert message["state"] == "sent"


def test_it_says_that_it_is_well_and_nothing_is_stuck(installation: Installation) -> None:
    installation.start_all()
    a_resident_submits(installation.url)
    installation.settle()

    assert installation.status("/healthz") == 200
    status, said = installation.fetch("/readyz")
    assert (status, "amber" in said) == (200, False)
    metrics = installation.fetch("/metrics")[1]
    assert 'hub_arrivals_total{channel="web",outcome="opened"} 1.0' in metrics
