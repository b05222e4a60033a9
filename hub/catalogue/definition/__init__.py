"""What a service is, once it is read: its questions, conditions and terms, as frozen values.

Every door derives what it shows from these and from nothing else. A value here is complete and
correct: the files are judged where they are read (`loading`), never here.
"""

from hub.catalogue.definition.booking import Booking, BookingRound, Weekday
from hub.catalogue.definition.conditions import TODAY, Condition, Relation, Scalar, Test
from hub.catalogue.definition.kinds import ON_BEHALF, Hint, Kind, Meaning
from hub.catalogue.definition.service import Service
from hub.catalogue.definition.steps import (
    Due,
    Fact,
    Limits,
    Option,
    Question,
    Several,
    Step,
    Stop,
    YesNo,
)
from hub.catalogue.definition.terms import (
    Basis,
    Danger,
    Deadline,
    Fee,
    FeeRule,
    Lasting,
    PayBy,
    Period,
    Privacy,
    Routing,
    Rule,
    Unit,
)

__all__ = [
    "ON_BEHALF",
    "TODAY",
    "Basis",
    "Booking",
    "BookingRound",
    "Condition",
    "Danger",
    "Deadline",
    "Due",
    "Fact",
    "Fee",
    "FeeRule",
    "Hint",
    "Kind",
    "Lasting",
    "Limits",
    "Meaning",
    "Option",
    "PayBy",
    "Period",
    "Privacy",
    "Question",
    "Relation",
    "Routing",
    "Rule",
    "Scalar",
    "Service",
    "Several",
    "Step",
    "Stop",
    "Test",
    "Unit",
    "Weekday",
    "YesNo",
]
