import json
from datetime import timedelta

import pytest

from tests.provision.installation import Install
from tests.provision.ledger import moment
from tests.provision.programs import wait_until
from tests.provision.promises import Figures
from tests.provision.resident import Resident, a_resident_submits, wishes
from tests.provision.visitor import Visitor

_NO_FONT_HAS_IT = "\u1320\u12a8 \u1208\u121b"
_STRIKES = 3


@pytest.mark.promise("P8")
@pytest.mark.promise("P9")
def test_one_letter_that_cannot_be_printed_delays_no_other_and_is_held_with_the_reason(
    install: Install, figure: Figures
) -> None:
    count = figure(ci=10, proof=100, of="requests, one of them poison")
    here = install()
    here.serve()

    told = {**wishes(), "your_name": _NO_FONT_HAS_IT}
    poison = Resident(Visitor(here.url), told=told).submit()
    others = [a_resident_submits(here.url) for _ in range(count - 1)]

    wait_until(lambda: len(here.ledger.held()) == 1, what="the third strike", seconds=60)
    wait_until(lambda: len(here.ledger.undone()) == 1, what="all others", seconds=60)
    letters = {row["reference"]: row for row in here.ledger.rows("SELECT * FROM v_letters")}
    waited = [moment(letters[one]["laid_at"]) - moment(letters[one]["wanted_at"]) for one in others]
    assert max(waited) < timedelta(seconds=30)
    assert poison in here.ledger.cases()
    (held,) = here.ledger.held()
    assert held["attempts"] == _STRIKES
    assert "UnprintableAddress" in str(held["held_reason"])
    status, said = here.fetch("/readyz")
    stuck = json.loads(said)
    assert (status, stuck["status"]) == (200, "amber")
    assert [each["reason"] for each in stuck["stuck"]] == [held["held_reason"]]
