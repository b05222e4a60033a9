"""How what a request costs can be paid, as every door and every letter says it."""

from hub.catalogue.definition import FeeRule, Service
from hub.councils import Council
from hub.values import Language, Text
from hub.words import Words, say_money


def ways_to_pay(service: Service, council: Council, words: Words) -> Text | None:
    """Give a sentence for each way to pay that a service names; nothing if it names none."""
    told = {"phone": council.phone.shown, "council": council.name}
    each = [words.text(f"paying.{way}", **told) for way in service.pay_by]
    if not each:
        return None
    return Text({code: " ".join(one.to(code) for one in each) for code in Language})


def prices(service: Service) -> tuple[Text, ...]:
    """Give every price of a service with what it is for; nothing if it costs nothing."""
    rules = service.fee.rules if service.fee else ()
    return tuple(Text({code: _price(rule, code) for code in Language}) for rule in rules)


def _price(rule: FeeRule, language: Language) -> str:
    """Say the money before what it is for, unless a web officer wrote it there already."""
    money, what = say_money(rule.pence, language), rule.say.to(language)
    return what if f"{money} " in f"{what} " else f"{money}: {what}"
