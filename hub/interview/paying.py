"""How what a request costs can be paid, as every door and every letter says it."""

from hub.catalogue.definition import Service
from hub.councils import Council
from hub.values import Language, Text
from hub.words import Words


def ways_to_pay(service: Service, council: Council, words: Words) -> Text | None:
    """Give a sentence for each way to pay that a service names; nothing if it names none."""
    told = {"phone": council.phone.shown, "council": council.name}
    each = [words.text(f"paying.{way}", **told) for way in service.pay_by]
    if not each:
        return None
    return Text({code: " ".join(one.to(code) for one in each) for code in Language})
