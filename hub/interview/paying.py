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


def prices(service: Service, words: Words) -> tuple[Text, ...]:
    """Give every price of a service with what it is for; nothing if it costs nothing."""
    rules = service.fee.rules if service.fee else ()
    return tuple(_price(rule, words) for rule in rules)


def _price(rule: FeeRule, words: Words) -> Text:
    """Say the money before what it is for, unless a web officer wrote it there already."""
    money = Text({code: say_money(rule.pence, code) for code in Language})
    priced = words.text("paying.price", money=money, what=rule.say)
    return Text({code: _once(money, rule.say, priced, code) for code in Language})


def _once(money: Text, what: Text, priced: Text, language: Language) -> str:
    said = what.to(language)
    return said if f"{money.to(language)} " in f"{said} " else priced.to(language)
