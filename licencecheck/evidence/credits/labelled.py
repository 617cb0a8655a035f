"""A label alone on its line and the name or link on the next one: read as the one line that they mean.

Headings, bold lines, terms of a list and cells of a table stand so, and no more than one name or link may follow them:
several are the sources of what the article says.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import NamedTuple

from lxml import etree

from licencecheck.evidence.credits.candidate import SHORT
from licencecheck.evidence.credits.names import HOST, URL
from licencecheck.evidence.dated_lines import is_date
from licencecheck.evidence.layout.containers import words_of
from licencecheck.evidence.layout.fields import CELLS, fields_around
from licencecheck.evidence.layout.layout import Layout, label_before_link
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.phrases.matcher import Hit
from licencecheck.model import Target

_COLONS = (":", "：")
_NAMING = frozenset({"credit_first", "republished", "credit_label", "via"})
"""Categories of wordings that name the party after a colon."""
_TOLD = frozenset({"byline", "translation", "credit_label"})
"""Categories of what is said of a text beside its source."""
_ITEMS = frozenset({"li", "dt", "dd", *CELLS})
_LEVELS = 3
"""Elements between a line and its item of a list or table."""
_LABEL, _NAME = 60, 80
"""Characters of a label with its colon, and of a name without a link."""
_STRONG = 2
_LED = 3
"""Characters, such as a dash or bracket, before a label."""
_WHOLE = 0.9
"""Share of a line from which on its link is all that it says."""
_ELSEWHERE = frozenset({Target.ARTICLE, Target.HOMEPAGE})


class Labelled(NamedTuple):
    """A label and what it labels."""

    line: Run
    """Both as one line."""
    hits: list[Hit]
    """The wordings in it."""
    is_fact: bool
    """A name without colon and link in a table or a list of terms, where things are described as well."""
    is_field: bool
    """A field of the site's data, by the class of its label, or beside others that tell of the text: its author."""


def labelled(layout: Layout, label: Run) -> Labelled | None:
    """`label` with the name or link on the next line; None if it is no label, or what follows is no single one."""
    if label.index in layout.labelled_links:
        return _before_link(layout, label)
    is_known = label.index in layout.labels
    if label.index + 1 == len(layout.runs) or not (is_known or _announces(layout, label)):
        return None
    value = layout.runs[label.index + 1]
    is_linked = _is_link(value)
    if not (is_linked or _may_be_name(layout, value)) or any(not _is_permalink(each) for each in label.anchors):
        return None
    if layout.role(label) is not layout.role(value) or not _is_only(layout, value):
        return None
    is_field = _tells_of_text(layout, value)
    if not (is_field or _is_of(label, value)):
        return None
    line = label.as_label_of(value)
    has_colon = label.text.endswith(_COLONS)
    # a colon in the place of the space leaves each character in its own
    hits = layout.hits_in(line.text if has_colon or not is_known else f"{label.text}:{value.text}")
    named = [hit for hit in hits if hit.category in _NAMING and hit.start <= _LED and "source" in hit.slots]
    if not (is_known or has_colon or any(hit.strength > _STRONG for hit in named)):
        return None  # "Published by" heads the box of the author
    if not is_linked and not any(is_date(line.text[hit.slots["source"].end :]) for hit in named):
        return None
    if is_linked and is_known and not any(hit.strength > 1 or hit.category == "via" for hit in named):
        # a title, or "here": the link tells the party
        hits = [Hit("credit_label", 2, 0, len(line.text), {}), *(hit for hit in hits if hit.category not in _NAMING)]
    is_fact = not (has_colon or is_linked) and _item(value).tag in _ITEMS - {"li"}
    return Labelled(line, hits, is_fact, is_field or "label" in words_of(label.element))


def _tells_of_text(layout: Layout, value: Run) -> bool:
    """Whether the fields beside a value tell of a text as well: who wrote it, who translated it."""
    return any(
        hit.category in _TOLD and hit.start <= _LED
        for label, other in fields_around(layout.runs, value)
        if len(label.text) <= _LABEL and len(other.text) <= SHORT
        for hit in layout.hits_in(f"{label.text.rstrip(' :：')}:{other.text}")
    )


def _before_link(layout: Layout, line: Run) -> Labelled | None:
    """A label and its link on one line, parted by style sheets alone: "SOURCE Example Herald"."""
    begin, at = label_before_link(line)
    if any(hit.category in _NAMING and hit.slots for hit in layout.hits(line)) or line.text[at - 1] != " ":
        return None
    hits = layout.hits_in(f"{line.parted[: at - 1]}:{line.text[at:]}")
    if not any(hit.category in _NAMING and hit.strength > 1 for hit in hits):
        hits = [
            Hit("credit_label", 2, begin, len(line.text), {}),
            *(hit for hit in hits if hit.category not in _NAMING),
        ]
    return Labelled(line, hits, is_fact=False, is_field=False)


def _announces(layout: Layout, run: Run) -> bool:
    """Whether a line is nothing but words after which a party is named, behind its colon or "by"."""
    if len(run.text) > _LABEL:
        return False
    hits = layout.hits(run, _NAMING) if run.text.endswith(_COLONS) else _at_end(layout, run)
    return any(hit.category in _NAMING and hit.start <= _LED and not hit.slots for hit in hits)


def _at_end(layout: Layout, run: Run) -> list[Hit]:
    """The wordings of first publication that end a line in the midst of their sentence: "Originally published by"."""
    if run.links:
        return []
    told = (hit for hit in layout.hits(run, _NAMING) if hit.category != "credit_label")
    return [hit for hit in told if hit.end == len(run.text) and run.text[-1].isalpha()]


def _is_permalink(anchor: etree._Element) -> bool:
    """Whether a link is the one by which a heading can be linked: other linked labels are buttons."""
    return (anchor.get("href") or "#").startswith("#")


def _is_link(run: Run) -> bool:
    """Whether a line is nothing but one link."""
    if len(run.links) != 1 or len(run.text) > SHORT:
        return False
    link = run.links[0]
    return link.end - link.start >= _WHOLE * len(run.text)


def _may_be_name(layout: Layout, run: Run) -> bool:
    """Whether a line without links may be nothing but a name or an address, perhaps with a date."""
    text = run.text
    if not text or len(text) > _NAME or run.is_marked or is_date(text) or layout.hits(run):
        return False
    return not text[0].islower() or bool(URL.match(text) or HOST.match(text))


def _item(run: Run) -> etree._Element:
    """The item of a list or table that a line stands in, else its own block."""
    around = chain((run.element,), islice(run.element.iterancestors(), _LEVELS))
    return next((each for each in around if each.tag in _ITEMS), run.element)


def _is_of(label: Run, value: Run) -> bool:
    """Whether a label stands so that it labels the line after it: not as one of several items, nor above a column."""
    over, under = _item(label), _item(value)
    if over is under:
        return True
    if over.tag == "dt":
        return under.tag == "dd"
    if over.tag not in CELLS:
        return over.tag not in _ITEMS and under.tag not in _ITEMS - {"li"}
    row = over.getparent()
    if row is None or under.getparent() is not row or under.getnext() is not None:
        return False
    heads_column = under.tag == "th" or (over.tag == "td" and row.getprevious() is None and row.getnext() is not None)
    return bool(value.links) or not heads_column


def _is_only(layout: Layout, value: Run) -> bool:
    """Whether no second name or link stands beside one."""
    if value.index + 1 == len(layout.runs):
        return True
    beside = layout.runs[value.index + 1]
    one, other = _item(value), _item(beside)
    if other is not one and (other.tag != one.tag or other.getparent() is not one.getparent()):
        return True
    if one.tag in _ITEMS:
        return False
    if bool(beside.links) is not bool(value.links):
        return True
    if _is_link(beside):
        return layout.target(beside.links[0].element)[0] not in _ELSEWHERE
    return not _may_be_name(layout, beside)
