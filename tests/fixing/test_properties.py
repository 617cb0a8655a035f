"""Whatever a page looks like: all other bytes stay, twice is as once, and `check` agrees."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import licencecheck
from licencecheck.model import FixedPage, Outcome
from tests.fixing.making import CREDIT, MARKDOWN_CREDIT, PROSE, terms

MORE = ("author", "copyright", "canonical", "noindex", "counter")
SETTINGS = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=True,
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "koi8-r"])
HEADS = (
    "<head><meta charset=utf-8><title>Tides</title></head>",
    '<head>\n  <title>Tides</title>\n  <meta name="robots" content="index">\n</head>',
    "<head></head>",
    "",
    "<head><title>Tides</title><!-- end --><script>if (1 < 2) { '</p>' }</script>",
)
PARAGRAPHS = ("<p>{}</p>", "<p>{}", "<div><p>{}</p></div>", "<p><b>{}</b></p>", "{}<br><br>", "<p>{} &amp; <!-- x -->")
BOXES = ("<article>{}</article>", "<main><div>{}</div></main>", "<div class=post>{}", "{}", "<table><td>{}</table>")
LINES = (
    "",
    f"<p>{CREDIT}</p>",
    '<p>Originally published by <a href="#">River Post</a>.</p>',
    "<p>© 2011 River Post</p>",
    "<p class=byline>By Ann Roe</p>",
)
REST = (
    "",
    "<footer><p>© 2026 My blog</p></footer>",
    "<aside><p>Most read: " + PROSE[1] + "</p></aside>",
    "</body></html>",
)
FRONTS = (
    "",
    "---\ntitle: Tides # here\ntags: [b, a]\n---\n\n",
    "---\n---\n",
    "+++\ntitle = 'Tides'\n\n[params]\nb = 1\n+++\n",
    '{\n  "title": "Tides"\n}\n\n',
    "---\ntitle: Tides\nrobots: index\n---\n",
)
BLOCKS = (
    "# Tides",
    "- one\n- two",
    "> quoted",
    "```\ncode\n```",
    "[1]: https://blog.example/ 'Home'",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "<div>\nraw\n</div>",
    "{{< figure src=x >}}",
    "***",
    "Text[^1]\n\n[^1]: A note",
    MARKDOWN_CREDIT,
    "Originally published by [River Post](#).",
    "By Ann Roe",
)
ENDS = st.sampled_from(["", "\n", "\n\n\n", "  \n"])


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """HTML as it is found."""
    paragraph, box = draw(st.sampled_from(PARAGRAPHS)), draw(st.sampled_from(BOXES))
    between = draw(st.sampled_from(["", "\n", "\n    "]))
    article = between.join([draw(st.sampled_from(LINES)), *map(paragraph.format, PROSE), draw(st.sampled_from(LINES))])
    text = draw(st.sampled_from(["<!doctype html>\n<html lang=en>", "<html>", ""]))
    text += draw(st.sampled_from(HEADS)) + draw(st.sampled_from(["<body>\n", ""]))
    text += box.format(article) + draw(st.sampled_from(REST)) + draw(ENDS)
    return written(draw, text)


@st.composite
def posts(draw: st.DrawFn) -> bytes:
    """Markdown with any front matter and with other blocks around and among the paragraphs."""
    blocks = list(PROSE)
    for block in draw(st.lists(st.sampled_from(BLOCKS), max_size=4, unique=True)):
        blocks.insert(draw(st.integers(0, len(blocks))), block)
    return written(draw, draw(st.sampled_from(FRONTS)) + "\n\n".join(blocks) + draw(ENDS))


def written(draw: st.DrawFn, text: str) -> bytes:
    return text.replace("\n", draw(LINE_ENDS)).encode(draw(ENCODINGS), "ignore")


@SETTINGS
@given(page=pages())
def test_pages_are_mended_without_loss(page: bytes) -> None:
    """HTML in any shape, encoding and kind of line end."""
    hold(page, "page.html")


@SETTINGS
@given(page=posts())
@example(page=b"---\ntitle: x\n---\n" + PROSE[0].encode())
def test_posts_are_mended_without_loss(page: bytes) -> None:
    """Markdown with front matter in any grammar, or none."""
    hold(page, "post.md")


def hold(before: bytes, name: str) -> None:
    """See that mending changes nothing but what it says, that it is done at once, and that `check` says so."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(before)
        known = terms(Path(folder), *MORE) | {"publishers": ["river"]}
        [was] = licencecheck.check(path, **known).pages

        [fixed] = licencecheck.fix(path, write=True, **known)

        assert isinstance(fixed, FixedPage), fixed
        after = path.read_bytes()
        assert after == fixed.content
        # A dead address is all that may go: nothing else is replaced without being asked
        assert is_within(before.replace(b"#", b""), after)
        assert line_ends(before) == line_ends(after) or len(line_ends(before)) != 1
        [report] = licencecheck.check(path, **known).pages
        assert report.findings == fixed.report.findings
        failing, failed = names_of_failures(report.findings), names_of_failures(was.findings)
        assert failing <= failed
        assert failed - failing >= {rule for fix in fixed.fixes for rule in fix.rules}
        assert bool(fixed.fixes) == (before != after)
        [again] = licencecheck.fix(path, write=True, **known)
        assert isinstance(again, FixedPage)
        assert ((), after) == (again.fixes, path.read_bytes())


def is_within(old: bytes, new: bytes) -> bool:
    """Whether all bytes of `old` stand in `new`, in their order."""
    rest: Iterator[int] = iter(new)
    return all(byte in rest for byte in old)


def line_ends(page: bytes) -> frozenset[str]:
    """The kinds of line ends in a page."""
    text = page.replace(b"\0", b"")
    crlf = text.count(b"\r\n")
    kinds = {"crlf": crlf, "cr": text.count(b"\r") - crlf, "lf": text.count(b"\n") - crlf}
    return frozenset(name for name, count in kinds.items() if count)


def names_of_failures(findings: tuple[licencecheck.Finding, ...]) -> frozenset[str]:
    """The rules that complain."""
    return frozenset(finding.rule.name for finding in findings if finding.verdict.outcome is Outcome.FAIL)
