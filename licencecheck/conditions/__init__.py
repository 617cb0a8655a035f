"""The conditions of rules: what is known of a case, whether a condition holds, and how it reads."""

from licencecheck.conditions.facts import EDITS, ELEMENTS, FORMS, SUBSTANTIVE, facts_of, facts_of_original
from licencecheck.conditions.holding import DATES, UNLESS, every, holds, joined, some
from licencecheck.conditions.questions import answer_for, asked, question
from licencecheck.conditions.wording import in_words

__all__ = [
    "DATES",
    "EDITS",
    "ELEMENTS",
    "FORMS",
    "SUBSTANTIVE",
    "UNLESS",
    "answer_for",
    "asked",
    "every",
    "facts_of",
    "facts_of_original",
    "holds",
    "in_words",
    "joined",
    "question",
    "some",
]
