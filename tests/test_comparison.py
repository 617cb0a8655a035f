"""The comparison of a page with its original: what is a change, of which kind, and what is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licencecheck import documents
from licencecheck.comparison import compare
from licencecheck.comparison.alignment import blocks_of
from licencecheck.evidence.page import page_of
from licencecheck.model import (
    Comparison,
    Edit,
    Form,
    Location,
    MainText,
    Page,
    Paragraph,
    Unreadable,
)
from tests.requirements.making import page as made

ARTICLE = """<h1>Mine closure hits town</h1>
<p>The mine near Broken Hill closed on Monday, putting 120 people out of work, the company said. The government said
there would be no further closures this year.</p>
<p>“We will not abandon the workers,” said labour minister Jane Doe. She organised a meeting with the union for
3 June 2024 in the town centre.</p>
<h2>What comes next</h2>
<p>About ten per cent of the town's 5,400 residents depend on the mine. Shops have lost customers. The price of houses
fell by 12.5 percent.</p>
<p>Experts at the university here expect that the closure will cost the region $5 million a year, and that many
families will move away before winter.</p>
<p>The council has promised to open a training centre, although it did not say when. Residents have asked for help since
the first mine closed twenty years ago.</p>"""
EXPERTS = ARTICLE[ARTICLE.index("<p>Experts") : ARTICLE.index("<p>The council")]
COUNCIL = ARTICLE[ARTICLE.index("<p>The council") :]


def read(body: str, language: str = "en", name: str = "page.html") -> Page:
    """Read a page that holds an article."""
    text = f"<html lang={language}><body><article>{body}</article></body></html>"
    document = documents.read(name, text.encode(), url=None)
    assert not isinstance(document, Unreadable)
    return page_of(document, main_text=True, thorough=True)


def compared(*edits: tuple[str, str]) -> Comparison:
    """Compare the article with a copy in which each of `edits` was made."""
    body = ARTICLE
    for old, new in edits:
        assert old in body
        body = body.replace(old, new)
    return compare(read(body), read(ARTICLE, name="original.html"))


def told(*edits: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Kind and both wordings of each change that is found."""
    return [(change.kind.value, change.original, change.text) for change in compared(*edits).changes]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“We will not abandon the workers,”", '"We will not abandon the workers,"'),
        ("residents", "resi&shy;dents"),
        ("this year.", "this&nbsp;year."),
        ("when. Residents", "when.</p><p>Residents"),
        ("training centre", "<em>training</em>\ncentre"),
        ("<h2>", "<figure><img src=a.jpg><figcaption>The mine. Photo: Jo Poe</figcaption></figure><h2>"),
        ("<h2>", "<p>Advertisement</p><h2>"),
        ("<h2>", '<p><a href="/b">Read more: the last mine</a></p><h2>'),
        ("<h2>", "<blockquote><p>We will not abandon the workers</p></blockquote><h2>"),
        ("<h2>", '<p>This story was first published by <a href="https://x.example/a">X</a>.</p><h2>'),
    ],
)
def test_typography_and_surroundings_are_no_change(old: str, new: str) -> None:
    """What a page must do to show a text changes nothing of it."""
    assert [] == told((old, new))


@pytest.mark.parametrize("line", ["By Jane Doe, River Post", "By Jane Doe", "By John Roe"])
def test_the_line_of_the_author_is_no_text_of_the_article(line: str) -> None:
    """Terms may want it in another form than the original has it; who is named is judged by `author-credit`."""
    original, copy = (f"<h1>Coal</h1><p>{each}</p>{ARTICLE}" for each in ("By Jane Doe", line))
    assert () == compare(read(copy), read(original, name="original.html")).changes


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("Coal prices, River Post, 2026, CC BY 4.0", 0),
        ("Coal prices rose at Broken Hill in 2026.", 1),
        ("The River Post will raise its prices in winter, it said.", 1),
    ],
)
def test_a_citation_is_no_text_of_the_article(line: str, changes: int) -> None:
    """It holds the title, however short, and a name beside it."""
    original, copy = (f"<h1>Coal prices</h1>{ARTICLE.replace('h1', 'h2')}{each}" for each in ("", f"<p>{line}</p>"))
    site = '<meta property="og:site_name" content="River Post">'

    assert changes == len(compare(read(copy), read(site + original, name="original.html")).changes)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("labour", "labor", ("spelling", "labour", "labor")),
        ("organised", "organized", ("spelling", "organised", "organized")),
        ("did not", "didn't", ("spelling", "not", "n't")),
        ("said. The", "said; the", ("punctuation", "said. The", "said; the")),
        ("ten per cent", "10%", ("number-form", "ten per cent", "10%")),
        ("$5 million", "$5m", ("number-form", "million", "m")),
        ("3 June 2024", "June 3, 2024", ("number-form", "3 June", "June 3")),
        ("on Monday", "today", ("time", "on Monday", "today")),
        ("this year", "in 2024", ("time", "this year", "in 2024")),
        ("Broken Hill", "Broken Hill, Australia,", ("location", "", "Australia")),
        ("university here", "university in Broken Hill", ("location", "here", "in Broken Hill")),
        ("What comes next", "The future", ("subheading", "What comes next", "The future")),
        ("Shops have lost customers. ", "", ("cut", "Shops have lost customers", "")),
        ("fell by", "fell, it is said, by", ("addition", "", "it is said")),
        (
            "customers. ",
            "customers. [Editor's note: some dispute this.] ",
            ("note", "", "Editor's note: some dispute this"),
        ),
        ("120 people", "210 people", ("number", "120", "210")),
        ("Jane Doe", "Janet Roe", ("name", "Jane Doe", "Janet Roe")),
        ("no further", "further", ("negation", "no", "")),
        ("did not say", "said", ("negation", "did not say", "said")),
        ("abandon the workers", "forget the workers", ("quotation", "abandon", "forget")),
        ("3 June", "5 June", ("date", "3", "5")),
        ("on Monday", "on Tuesday", ("date", "Monday", "Tuesday")),
        ("lost customers", "gained ground", ("wording", "lost customers", "gained ground")),
        ("Mine closure hits town", "A town in fear", ("title", "Mine closure hits town", "A town in fear")),
    ],
)
def test_every_change_is_told_with_both_wordings(old: str, new: str, change: tuple[str, str, str]) -> None:
    """One edit is one change of its kind."""
    assert change in told((old, new))
    assert {change[0]} <= {kind for kind, _, _ in told((old, new))} <= {change[0], "punctuation"}


def test_a_change_has_its_place_and_its_context() -> None:
    """Line and column of the word in the file, and the words around it."""
    [change] = compared(("120 people", "210 people")).changes

    assert (2, 56) == (change.location.line, change.location.column)
    assert ("Hill closed on Monday, putting", "people out of work, the") == (change.before, change.after)


def test_a_paragraph_that_stands_elsewhere_was_moved() -> None:
    """It is neither a cut nor an addition, and what was changed in it is told too."""
    changes = told((EXPERTS, ""), ("<h2>", EXPERTS.replace("$5", "$6") + "<h2>"))

    assert ["moved", "number"] == [kind for kind, _, _ in changes]


def changes_between(original: str, copy: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Kind and both wordings of each change between two articles."""
    found = compare(read(copy, language), read(original, language, name="original.html"))
    return [(change.kind.value, change.original, change.text) for change in found.changes]


class TestEntries:
    """Lists, and short lines that look like them."""

    NUMBERED = "<p>1. Shops have lost customers.</p><p>2. Prices of houses fell.</p><p>3. Families will move.</p>"
    MARKED = "<ol><li>Shops have lost customers.<li>Prices of houses fell.<li>Families will move.</ol>"

    def test_numbers_that_the_browser_writes_are_no_change(self) -> None:
        """In either direction."""
        with_numbers, without = ARTICLE + self.NUMBERED, ARTICLE + self.MARKED

        assert [] == changes_between(with_numbers, without)
        assert [] == changes_between(without, with_numbers)

    def test_numbered_paragraphs_may_be_joined(self) -> None:
        """The numbers are still there."""
        assert [] == changes_between(ARTICLE + self.NUMBERED, ARTICLE + self.NUMBERED.replace("</p><p>", " "))

    def test_another_number_is_a_change(self) -> None:
        """The order may be what the article is about."""
        other = self.NUMBERED.replace("3. Families", "4. Families")

        assert [("number", "3", "4")] == changes_between(ARTICLE + self.NUMBERED, ARTICLE + other)

    @pytest.mark.parametrize("line", ["200 g of flour", "<b>Who pays</b>", "Carl Weinberg, High Frequency Economics"])
    def test_a_short_line_that_is_lost_is_a_cut(self, line: str) -> None:
        """It may be an ingredient, a heading in bold, a speaker."""
        original = ARTICLE.replace("<h2>", f"<p>{line}</p><h2>")

        assert [("cut", line.removeprefix("<b>").removesuffix("</b>"), "")] == changes_between(original, ARTICLE)

    @pytest.mark.parametrize("line", ["(Photo: Jo Poe)", "© Jo Poe", '<a href="/b">All of the series</a>'])
    def test_a_credit_or_link_that_is_lost_is_none(self, line: str) -> None:
        """They are of the site that showed the original."""
        assert [] == changes_between(ARTICLE.replace("<h2>", f"<p>{line}</p><h2>"), ARTICLE)

    def test_a_caption_without_a_figure_is_none(self) -> None:
        """The picture says the same in its alternative text; a copy cannot hide a cut so."""
        line = "Residents in front of the town hall, where the council met in January of this year."
        shown = ARTICLE.replace("<h2>", f'<p><img src="a.jpg" alt="{line}"></p><div>{line}</div><h2>')
        hidden = ARTICLE.replace("<h2>", f'<p><img src="a.jpg" alt="{line}"></p><h2>')

        assert [] == changes_between(shown, ARTICLE)
        assert [] == changes_between(ARTICLE, shown)
        assert ["cut"] == [
            kind for kind, _, _ in changes_between(ARTICLE.replace("<h2>", f"<p>{line}</p><h2>"), hidden)
        ]

    def test_a_heading_that_is_a_link_leads_to_another_article(self) -> None:
        """On either side; one that holds a link is a heading."""
        title = "The last mine of the region closes after a hundred years of work"
        teaser = ARTICLE.replace("<h2>", f'<h3><a href="https://a.example/mine">{title}</a></h3><h2>')
        heading = ARTICLE.replace("<h2>", '<h3>Who <a href="https://a.example/pay">pays</a> for it</h3><h2>')

        assert [] == changes_between(teaser, ARTICLE)
        assert [] == changes_between(ARTICLE, teaser)
        assert [("subheading", "Who pays for it", "")] == changes_between(heading, ARTICLE)

    def test_what_an_article_says_of_copyright_is_a_part_of_it(self) -> None:
        """Amid its text."""
        said = "Look for pictures that are licensed under Creative Commons BY 4.0, which many agencies use."

        assert [("cut", said.removesuffix("."), "")] == changes_between(
            ARTICLE.replace("<h2>", f"<p>{said}</p><h2>"), ARTICLE
        )


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("de", "„{}“"),
        ("de", "»{}«"),
        ("fr", "« {} »"),
        ("fr", "«{}»"),
        ("fr", "d' »un » autre et « {} »"),
        ("en", "‘{}’"),
        ("en", "the '90s were “{}”"),
        ("en", "the workers’ “{}”"),
    ],
)
def test_quotation_marks_of_every_direction(language: str, quoted: str) -> None:
    """What stands within them is a quotation, what stands behind them is none."""
    quotation = quoted.format("qui attend ne trouve que vent")
    before = ARTICLE.replace("Shops have", f"{quotation}, sagt man, und geht. Shops have")

    def edited(old: str, new: str) -> list[str]:
        return [kind for kind, _, _ in changes_between(before, before.replace(old, new), language)]

    assert ["quotation"] == edited("trouve", "porte")
    assert ["wording"] == edited("geht", "schweigt")


def test_an_addition_that_ends_as_the_text_goes_on_is_one() -> None:
    """And so is a cut."""
    text = ARTICLE.replace("Shops have", "This is new. Shops have")
    more = text.replace("This is new", "[Editor's note: the owners dispute this.] This is new")

    assert [("note", "", "Editor's note: the owners dispute this")] == changes_between(text, more)
    assert ["cut"] == [kind for kind, _, _ in changes_between(more, text)]


def test_a_note_at_the_end_is_told_with_its_links() -> None:
    """Other linked lines there present the site."""
    note = '<p>[Editor\'s note: see also the <a href="https://a.example/slides">slides</a> of the union.]</p>'
    more = '<p>Find all stories of the region <a href="https://a.example/all">here</a>.</p>'

    assert [("note", "", "Editor's note: see also the slides of the union")] == told(
        ("twenty years ago.</p>", f"twenty years ago.</p>{note}{more}")
    )


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("5,400 residents", "2,000 residents", "number"),
        ("3 June 2024 in", "3 June 2014 in", "date"),
        ("the town's 5,400", "the town’s 5,400", None),
        ("<em>Mine</em>'s end", "<em>Mine</em>’s end", None),
        ("U.S. firm", "US firm", "punctuation"),
        ("in the U.S. However", "in the US. However", "punctuation"),
    ],
)
def test_numbers_years_apostrophes_and_abbreviations(old: str, new: str, kind: str | None) -> None:
    """Each is one change of its kind, or none."""
    text = ARTICLE.replace(
        "Shops have", "It is <em>Mine</em>'s end, says a U.S. firm. It is based in the U.S. However, shops have"
    )
    assert old in text

    assert ([kind] if kind else []) == [each for each, _, _ in changes_between(text, text.replace(old, new))]


class TestForm:
    """What a page is of its original."""

    def test_a_copy_is_the_full_text(self) -> None:
        """Small changes do not matter."""
        result = compared(("120", "210"))

        assert (Form.FULL, True) == (result.form, result.from_start)
        assert 0.98 < result.share < 1

    def test_a_lost_last_paragraph_is_a_cut(self) -> None:
        """Most of a text is no excerpt."""
        result = compared((COUNCIL, ""))

        assert (Form.PART, [Edit.CUT]) == (result.form, [change.kind for change in result.changes])

    def test_the_beginning_alone_is_an_excerpt(self) -> None:
        """What it leaves out is not told as a change."""
        first = ARTICLE[: ARTICLE.index("<h2>")]
        result = compare(read(first + "<p>Read the full article on X.</p>"), read(ARTICLE))

        assert (Form.EXCERPT, True, ()) == (result.form, result.from_start, result.changes)
        assert (0, 1) == result.paragraphs

    def test_an_excerpt_from_the_middle_is_not_from_the_start(self) -> None:
        """Where terms ask for the beginning."""
        result = compare(read(EXPERTS + COUNCIL), read(ARTICLE))

        assert (Form.EXCERPT, False) == (result.form, result.from_start)

    def test_another_language_is_a_translation(self) -> None:
        """Its words are not compared."""
        german = (
            "<p>Das Bergwerk bei Broken Hill wurde am Montag geschlossen, und die Leute haben keine Arbeit mehr. Die "
            "Regierung sagte, dass es in diesem Jahr nicht zu weiteren Schließungen kommen werde.</p>"
        )
        result = compare(read(german * 2, "de"), read(ARTICLE))

        assert (Form.TRANSLATION, ()) == (result.form, result.changes)

    def test_another_text_is_told(self) -> None:
        """So that nobody judges by the wrong original."""
        other = (
            "<p>Rain fell over the hills for nine days, and the rivers rose until the lower bridges were gone.</p>" * 4
        )
        result = compare(read(other), read(ARTICLE))

        assert (Form.OTHER, ()) == (result.form, result.changes)

    def test_a_page_without_text_has_nothing_in_common(self) -> None:
        """Nothing divides by zero."""
        assert Form.OTHER == compare(made(), made()).form


@given(st.lists(st.integers(0, 3), max_size=60), st.lists(st.integers(0, 3), max_size=60))
@settings(max_examples=200, deadline=None)
def test_blocks_are_equal_and_ascend(first: list[int], second: list[int]) -> None:
    """Whatever the texts are."""
    end = other_end = 0
    for start, other, length in blocks_of(first, second):
        assert start >= end and other >= other_end and length > 0
        assert first[start : start + length] == second[other : other + length]
        end, other_end = start + length, other + length


def text_of(words: list[str]) -> Page:
    """Make a page of words, 80 to a paragraph."""
    paragraphs = tuple(
        Paragraph(text=" ".join(words[at : at + 80]) + ".", places=((0, Location("page.html", at // 80 + 1, 1)),))
        for at in range(0, len(words), 80)
    )
    return made(main_text=MainText(text="", word_count=len(words), paragraphs=paragraphs))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["a"] * 30_000, ["a"] * 20_000),
        (["a", "b"] * 15_000, ["b", "a", "a"] * 10_000),
        (list("abcdefgh") * 4_000, list("abcdegh") * 4_000),
        (["1"] * 30_000, ["2"] * 30_000),
        (['"x'] * 30_000, ["[x]"] * 20_000),
    ],
)
def test_repetitive_texts_take_no_longer_than_others(first: list[str], second: list[str]) -> None:
    """In bounded time; what cannot be aligned counts as changed."""
    start = time.process_time()
    compare(text_of(second), text_of(first))

    assert time.process_time() - start < 3
