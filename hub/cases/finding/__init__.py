"""Cases found by words: of names, addresses, answers and notes, mutated, begun or misspelt."""

from hub.cases.finding.asking import MOST, Found, find
from hub.cases.finding.holding import words_of
from hub.cases.finding.indexing import index_waiting
from hub.cases.finding.rows import CaseWord, SearchSlip, SearchWord
from hub.cases.finding.vocabulary import forget_words

__all__ = [
    "MOST",
    "CaseWord",
    "Found",
    "SearchSlip",
    "SearchWord",
    "find",
    "forget_words",
    "index_waiting",
    "words_of",
]
