"""What a change is: house style, time or place, a cut or an addition, or a change of what the text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from licencecheck.comparison.spans import Span
from licencecheck.comparison.vocabulary import Vocabulary
from licencecheck.comparison.words import Words
from licencecheck.model import Edit
from licencecheck.text import bare, fold, plain

_FEW = 3
"""Words that may be the same amid a date or amount that is written otherwise."""
_PHRASE = 8
"""Words up to which a new wording is told by the number or negation in it."""
_STEM = 2
_DATED = 10
"""Words up to which a stretch may be one date or amount, written otherwise."""
_LONGEST = 40
"""Letters of the longest word that is looked at for accents."""
_DATE = re.compile(r"\d{1,4}\.\d{1,2}\.(?:\d{2}){1,2}")
_SPACE = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_DASH = re.compile(r"[-\u2010-\u2015\u2212]+")
_QUOTE = re.compile(r"[\"'‘’‚‛“”„‟«»‹›「」『』`´]+")
_STOP = "."
_CASELESS = frozenset({"de"})
"""Languages in which a capital letter makes no name."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Tells the changes between two texts of one language."""

    original: Words
    page: Words
    vocabulary: Vocabulary
    language: str | None = None

    def joined(self, spans: Sequence[Span]) -> Iterator[Span]:
        """Join the spans that are one date or amount written in another order: `June 3` and `3 June`."""
        open_span: Span | None = None
        for span in spans:
            if open_span is not None:
                whole = Span(open_span.a, span.b, open_span.c, span.d)
                if span.a - open_span.b <= _FEW and self._is_same_value(whole):
                    open_span = whole
                    continue
                yield open_span
            open_span = span
        if open_span is not None:
            yield open_span

    def kind_of(self, span: Span) -> Edit:
        """Tell what a change is."""
        a, b, c, d = span
        if self.page.is_heading(c, d) if c < d else self.original.is_heading(a, b):
            return Edit.SUBHEADING
        if a < b and c < d:
            return self._of_replaced(span)
        if self._is_note(span):
            return Edit.NOTE
        words, start, end = (self.original, a, b) if a < b else (self.page, c, d)
        return self._of_one_side(words, start, end) or (Edit.CUT if a < b else Edit.ADDITION)

    def _of_one_side(self, words: Words, start: int, end: int) -> Edit | None:
        keys = words.keys[start:end]
        known = self.vocabulary
        if 2 * sum(key in known.words("negations") for key in keys) >= len(keys):
            return Edit.NEGATION
        if self._is_within_quotation(words, start, end):
            return Edit.QUOTATION
        if self._is_time(words, start, end):
            return Edit.TIME
        if self._is_place(words, start, end) and any(key in known.places for key in keys):
            return Edit.LOCATION
        if all(known.is_numeric(key) for key in keys):
            return Edit.NUMBER
        return None

    def _of_replaced(self, span: Span) -> Edit:
        return self._style(span) or self._of_time(span) or self._of_place(span) or self._of_meaning(span)

    def _style(self, span: Span) -> Edit | None:
        a, b, c, d = span
        known, old, new = self.vocabulary, self.original.keys[a:b], self.page.keys[c:d]
        if self._is_same_value(span):
            return Edit.NUMBER_FORM
        if len(old) + len(new) <= _DATED and known.joined(old) == known.joined(new):
            return Edit.NUMBER_FORM if any(key[:1].isdigit() for key in (*old, *new)) else Edit.SPELLING
        if self._differ_in_accents("".join(old), "".join(new)):
            return Edit.SPELLING
        if len(old) == len(new) == 1 and (known.expands(old[0], new[0]) or known.expands(new[0], old[0])):
            return Edit.SPELLING
        return None

    def _differ_in_accents(self, old: str, new: str) -> bool:
        """Whether two words differ in accents alone, but not on the last letter, which tells forms of a verb apart."""
        is_telling = self.language != "en" and old[-1:] != new[-1:]
        return len(old) <= _LONGEST and bare(old) == bare(new) != "" and not is_telling

    def _is_same_value(self, span: Span) -> bool:
        a, b, c, d = span
        if max(b - a, d - c) > _DATED or a == b or c == d:
            return False
        value = self.vocabulary.value(self.original.keys[a:b])
        return bool(value) and value == self.vocabulary.value(self.page.keys[c:d])

    def _of_time(self, span: Span) -> Edit | None:
        """A day seen from another day is localised; another day is another date."""
        a, b, c, d = span
        if not (self._is_time(self.original, a, b) and self._is_time(self.page, c, d)):
            return self._of_date(span)
        known, old, new = self.vocabulary, self.original.keys[a:b], self.page.keys[c:d]
        localised = Edit.QUOTATION if self._is_within_quotation(self.original, a, b) else Edit.TIME
        relative = known.words("time")
        if any(key in relative for key in (*old, *new)):
            return localised
        for are_of in (known.weekdays.__contains__, known.months.__contains__, known.is_numeric):
            first, second = set(filter(are_of, old)), set(filter(are_of, new))
            if first and second and first != second:
                return Edit.DATE
        return localised

    def _of_date(self, span: Span) -> Edit | None:
        """A figure beside a month is a day, and one of four digits a year."""
        a, b, c, d = span
        known, old, new = self.vocabulary, self.original.keys[a:b], self.page.keys[c:d]
        if not (len(old) == len(new) == 1 and known.is_numeric(old[0]) and known.is_numeric(new[0])):
            return None
        beside = self.original.keys[max(a - 1, 0) : a] + self.original.keys[b : b + 1]
        if _DATE.fullmatch(old[0]) and _DATE.fullmatch(new[0]):
            return Edit.DATE
        is_day = any(key in known.months for key in beside)
        return Edit.DATE if is_day or (self._is_year(self.original, a) and self._is_year(self.page, c)) else None

    def _of_place(self, span: Span) -> Edit | None:
        """A place seen from elsewhere is localised; another place is another name."""
        a, b, c, d = span
        known, old, new = self.vocabulary, self.original.keys[a:b], self.page.keys[c:d]
        if not (self._is_place(self.original, a, b) and self._is_place(self.page, c, d)):
            return None
        here = known.words("here")
        if any(key in here for key in old) != any(key in here for key in new):
            return Edit.LOCATION
        first, second = ({key for key in keys if key in known.places} for keys in (old, new))
        return Edit.LOCATION if first < second or second < first else None

    def _of_meaning(self, span: Span) -> Edit:
        a, b, c, d = span
        known, old, new = self.vocabulary, self.original.keys[a:b], self.page.keys[c:d]
        negations = known.words("negations")
        is_quoted = any(index in self.original.quoted for index in range(a, b))
        if len(old) + len(new) <= 2 * _PHRASE:
            if sum(key in negations for key in old) != sum(key in negations for key in new):
                return Edit.QUOTATION if is_quoted and not self._is_negated(old, new) else Edit.NEGATION
            first, second = (Counter(filter(self._is_number, keys)) for keys in (old, new))
            if first != second:
                is_reworded = Counter(old) - first != Counter(new) - second
                return Edit.QUOTATION if is_quoted and is_reworded else Edit.NUMBER
        if is_quoted:
            return Edit.QUOTATION
        if self._are_names(self.original, a, b) and self._are_names(self.page, c, d):
            return Edit.NAME
        return Edit.WORDING

    def _is_number(self, key: str) -> bool:
        """Whether a word says a number, and is not merely an article: "un" and "ein" are both."""
        return self.vocabulary.is_numeric(key) and key not in self.vocabulary.small

    def _is_negated(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether two wordings are about the same but for a negation: `did not say` and `said`, `cannot` and `can`."""
        return not {key[:_STEM] for key in old}.isdisjoint({key[:_STEM] for key in new})

    def _is_within_quotation(self, words: Words, start: int, end: int) -> bool:
        """Whether words are a part of a quotation, but no whole sentences of it."""
        if start in words.firsts and (end in words.firsts or end == len(words)):
            return False
        return all(at in words.quoted for at in range(start, end)) and (
            start - 1 in words.quoted or end in words.quoted
        )

    def _is_time(self, words: Words, start: int, end: int) -> bool:
        """Whether words say nothing but a time."""
        known, keys = self.vocabulary, words.keys[start:end]
        told = [self._is_core_of_time(words, index) for index in range(start, end)]
        allowed = known.small | known.words("time") | known.words("spans")
        return any(told) and all(
            core or key in allowed or known.is_numeric(key) for core, key in zip(told, keys, strict=True)
        )

    def _is_core_of_time(self, words: Words, index: int) -> bool:
        known, key = self.vocabulary, words.keys[index]
        if key in known.months or key in known.weekdays:
            # "may" and "march" are no months
            return self.language != "en" or words.surface(index)[0].isupper()
        return key in known.words("time") or key in known.words("spans") or self._is_year(words, index)

    def _is_year(self, words: Words, index: int) -> bool:
        """Whether a word may be a year: four digits, which nothing parts."""
        return words.surface(index).isdigit() and self.vocabulary.is_year(words.keys[index])

    def _is_place(self, words: Words, start: int, end: int) -> bool:
        """Whether words say nothing but a place: a known one, one seen from here, or a name."""
        known = self.vocabulary
        allowed = known.small | known.places | known.words("here")
        return all(words.keys[index] in allowed or self._is_name(words, index) for index in range(start, end)) and any(
            words.keys[index] not in known.small for index in range(start, end)
        )

    def _are_names(self, words: Words, start: int, end: int) -> bool:
        """Whether words name somebody or something: capitals that no sentence begins with."""
        if self.language in _CASELESS and start > 0 and words.keys[start - 1] in self.vocabulary.small:
            return False
        return any(self._is_name(words, index) for index in range(start, end))

    def _is_name(self, words: Words, index: int) -> bool:
        return words.surface(index)[0].isupper() and index not in words.firsts

    def _is_note(self, span: Span) -> bool:
        """Whether an addition is marked as one: in brackets, or as a note of the editors."""
        _, _, c, d = span
        if c == d:
            return False
        page = self.page
        before, after = page.gap(c), page.tail(d - 1)
        said = fold(before[-2:] + page.text(c, d))
        if any(fold(note) in said[: len(note) + 8] for note in self.vocabulary.notes):
            return True
        is_bracketed = "[" in before and "]" in after
        return is_bracketed or ("(" in before and ")" in after and any(note in said for note in self.vocabulary.notes))

    def is_punctuated(self, first: int, second: int) -> bool:
        """Whether other punctuation stands before the same word, where it begins a paragraph in neither text."""
        if self.original.begins(first) or self.page.begins(second):
            return False
        old, new = self.original.gap(first), self.page.gap(second)
        # The stop of an abbreviation may end its sentence too: `U.S. However` is `US. However`
        ended, also = (_STOP in words.surface(at - 1) for words, at in ((self.original, first), (self.page, second)))
        if ended != also:
            old, new = old.replace(_STOP, "", 1), new.replace(_STOP, "", 1)
        return old != new and _signs(old) != _signs(new)

    def form(self, first: int, second: int) -> Edit | None:
        """What differs between two words that count as the same: capitals, spelling, the form of a number."""
        old, new = (_QUOTE.sub("", plain(word)) for word in (self.original.surface(first), self.page.surface(second)))
        key = self.original.keys[first]
        if fold(old) == fold(new):
            return Edit.PUNCTUATION if old != new and self._is_recased(first, second) else None
        if bare(old) == bare(new) and not key[:1].isdigit():
            return Edit.PUNCTUATION
        is_spelt = all(word.isalpha() for word in (old, new)) and not self.vocabulary.is_numeric(key)
        return Edit.SPELLING if is_spelt else Edit.NUMBER_FORM

    def _is_recased(self, first: int, second: int) -> bool:
        """Whether only the first letter is a capital in one of the texts, within a sentence of the text."""
        if first in self.original.firsts or second in self.page.firsts:
            return False
        if self.page.paragraphs[self.page.at[second]].is_heading:
            return False
        return self.original.surface(first).isupper() == self.page.surface(second).isupper()


def _signs(gap: str) -> str:
    """Punctuation without what typography changes: spaces, the form of quotation marks, dashes and ellipses."""
    return _QUOTE.sub("", _DASH.sub("-", _SPACE.sub("", gap)).replace("…", "..."))
