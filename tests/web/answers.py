"""What a resident answers in these tests, by the path of the question."""

from collections.abc import Mapping

from tests.web.visitor import Form, said

ABOUT_YOU: Mapping[str, Form] = {
    "for_whom": said("me"),
    "your_name": said("Ann Ŵyn Llŷr"),
    "answer_by": said("letter"),
    "write_here": said("yes"),
    "letter_size": said("18"),
    "language": said("cy"),
}
HOME: Form = {"line1": "1 High Street", "line2": "", "town": "Aberwen", "postcode": "ll999aa"}

EVERYTHING: Mapping[str, Form] = {
    "hurt": said("yes"),
    "colour": said("none"),
    "no_lid": said("yes"),
    "smells": {"answer": ["fish", "roses"]},
    "label": said("Property of the council"),
    "story": said("It fell <b>over</b> </para>\r\nin the wind 😀"),
    "permit": said("1234 5678"),
    "plate": said("ab12 cde"),
    "weight": said("5"),
    "worth": said("£12.50"),
    "since": {"day": "1", "month": "2", "year": "2026"},
    "things.1.what": said("Sofa"),
    "things.1.heavy": said("yes"),
    "things.1.another": said("yes"),
    "things.2.what": said("Bed"),
    "things.2.heavy": said("no"),
    "things.2.another": said("no"),
    "neighbour": said(""),
    "ring": said("07700 900123"),
    "spot": said("Behind the chapel"),
    "home": HOME,
    "picture": {"later": "yes"},
    "drawing": {"later": "no"},
    "truth": said("yes"),
    **ABOUT_YOU,
}
