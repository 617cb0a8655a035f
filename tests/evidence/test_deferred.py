"""Facts that are read when somebody asks for them: nobody notices, but who counts the work."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import fields
from weakref import ReferenceType, ref

import pytest

from licencecheck.documents import Document, read
from licencecheck.evidence import page as pages
from licencecheck.evidence.layout.layout import Layout
from licencecheck.model import Page
from licencecheck.model.deferred import Deferred
from tests.evidence.making import html, markdown

TOP = '<p class="byline">By <a href="/people/roe">Ann Roe</a>, 3 May 2019</p>'
BOTTOM = """<p>Originally published by <a href="https://river-post.example/water">River Post</a> with permission.</p>
<p>It was edited for length. © 2019 River Post, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p>
<figure><img src="/ferry.jpg"><figcaption>The ferry (Ann Roe)</figcaption></figure>
<iframe src="https://video.example/1"></iframe><script src="https://pixel.example/1.js"></script>
<a href="mailto:desk@host.example">Contact</a><button>Share</button>"""
TEXTS = {
    "html": html(top=TOP, bottom=BOTTOM),
    "markdown": markdown(bottom="Source: [River Post](https://post.example/a)"),
}


class Reading:
    """Counts how often it is read."""

    def __init__(self, *items: int) -> None:
        self.items = items
        self.times = 0

    def __call__(self) -> Iterator[int]:
        self.times += 1
        yield from self.items


def page(text: str) -> Page:
    """Read a page no further than everybody needs."""
    document = read("post.md" if text.startswith("---") else "page.html", text.encode())
    assert isinstance(document, Document)
    return pages.page_of(document, main_text=True)


def parts(page: Page) -> dict[str, object]:
    """The fields of a page and of its main text by name; nothing is read."""
    assert page.main_text
    return {each.name: getattr(one, each.name) for one in (page, page.main_text) for each in fields(one)}


def test_it_is_read_once_and_only_when_it_is_looked_at() -> None:
    """Looking at it is any question about what is in it."""
    reading = Reading(1, 2)
    deferred = Deferred(reading)
    assert 0 == reading.times

    assert 2 == len(deferred)
    assert [1, 2] == list(deferred)
    assert 1 == reading.times


def test_it_is_the_tuple_that_it_stands_for() -> None:
    """It compares, hashes, prints, pickles, slices and is true or false as that."""
    deferred, same = Deferred(Reading(1, 2)), (1, 2)

    assert deferred == same
    assert same == deferred
    assert deferred == Deferred(Reading(1, 2))
    assert deferred not in ([1, 2], (1,), Deferred(Reading(2, 1)))
    assert {same: "known"}[deferred]  # type: ignore[index]
    assert repr(same) == repr(deferred)
    assert (1, (2,), (2, 1)) == (deferred[0], deferred[1:], deferred[::-1])
    assert not Deferred(Reading())
    pickled = pickle.loads(pickle.dumps(Deferred(Reading(1, 2))))
    assert (tuple, same) == (type(pickled), pickled)


def test_a_fault_stays_one() -> None:
    """What could not be read is not taken for nothing when it is asked for again."""

    def broken() -> Iterator[int]:
        raise ZeroDivisionError

    deferred = Deferred(broken)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            len(deferred)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_order_of_the_questions_changes_nothing(text: str) -> None:
    """Readers share what they know, and none of them needs that another was first."""
    first, last = page(text), page(text)
    told = {name: repr(part) for name, part in parts(first).items()}
    again = [(name, repr(part)) for name, part in reversed(parts(last).items())]

    assert told == dict(again)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_page_is_what_it_is_when_all_is_read(text: str) -> None:
    """Whole or pickled, it is the same page, and nothing in it is deferred any more."""
    deferred = page(text)

    for same in (deferred.whole(), pickle.loads(pickle.dumps(deferred))):
        assert deferred == same
        assert repr(deferred) == repr(same)
        assert not any(isinstance(part, Deferred) for part in parts(same).values())


def test_a_whole_page_lets_its_document_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many pages may be held in memory, and many trees may not."""
    held: list[ReferenceType[Layout]] = []

    class Held(Layout):
        def __init__(self, *args: object) -> None:
            super().__init__(*args)  # type: ignore[arg-type]
            held.append(ref(self))

    monkeypatch.setattr(pages, "Layout", Held)
    deferred = page(TEXTS["html"])
    assert held[0]() is not None

    whole = deferred.whole()
    del deferred
    assert whole.credits
    assert held[0]() is None
