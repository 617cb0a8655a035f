"""Files become documents, or the reason why not."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest

from licencecheck.documents import Document, Empty, pages_in, read, read_file
from licencecheck.model import Unreadable

PAGE = b"<!DOCTYPE html><html><head><title>T</title></head><body><p>Words</p></body></html>"
CUT_OFF = "The page could not be read in full: it is cut off inside a tag, comment or script"
TOO_DEEP = "The page could not be read in full: its elements are nested deeper than 2,000 levels"
CROWDED = "A tag of the page has more attributes than any page needs"


def reason(result: Document | Unreadable) -> str:
    """Why a page was not read; empty if it was."""
    return result.reason if isinstance(result, Unreadable) else ""


def document(path: str, data: bytes) -> Document:
    """A page that must be readable."""
    result = read(path, data)
    assert isinstance(result, Document)
    return result


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("a.html", b"# Title", "html"),
        ("a.HTM", b"# Title", "html"),
        ("a.xhtml", PAGE, "html"),
        ("a.md", PAGE, "markdown"),
        ("a.Markdown", b"# Title", "markdown"),
        ("a.mdx", b"# Title", "markdown"),
        ("-", PAGE, "html"),
        ("-", b"\xef\xbb\xbf  <p>Words</p>", "html"),
        ("-", b"Saved from a site\n<html><body>Words</body></html>", "html"),
        ("-", b"---\ntitle: T\n---\n<p>Words</p>", "markdown"),
        ("-", b"+++\ntitle = 'T'\n+++\nWords", "markdown"),
        ("-", b"# Title\n\n2 < 3", "markdown"),
        ("notes", b"Plain words", "markdown"),
    ],
)
def test_the_ending_tells_the_format_and_else_the_content(path: str, data: bytes, expected: str) -> None:
    """Markdown is what begins with front matter or has no tags of a page."""
    assert expected == document(path, data).format


def test_a_document_says_what_it_was_read_from() -> None:
    """Path and URL are those that were given."""
    result = read("posts/a.html", PAGE, url="https://copy.example/a")
    assert isinstance(result, Document)
    assert ("posts/a.html", "https://copy.example/a") == (result.path, result.url)


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe \0\n\0"])
@pytest.mark.parametrize("path", ["a.html", "a.md", "-"])
def test_a_page_without_characters_is_empty(path: str, data: bytes) -> None:
    """White space and a byte order mark are nothing to read."""
    assert Empty(path=path, reason="The file is empty") == read(path, data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "The file is a PNG picture, not text"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "The file is a JPEG picture, not text"),
        (b"%PDF-1.7\n", "The file is a PDF document, not text"),
        (b"PK\x03\x04\x14\0", "The file is a ZIP archive or office document, not text"),
        (b"\x1f\x8b\x08\0", "The file is compressed with gzip, not text"),
        (bytes(range(256)) * 4, "The file is binary, not text"),
    ],
)
@pytest.mark.parametrize("path", ["a.html", "a.md"])
def test_binary_files_are_named(path: str, data: bytes, expected: str) -> None:
    """A picture that is called a page is no page without credit."""
    assert expected == reason(read(path, data))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<p>Words <a href="https://orig.exam', CUT_OFF),
        ("<p>Words <a", CUT_OFF),
        ("<p>Words <", CUT_OFF),
        ("<p>Words</p", CUT_OFF),
        ("<p>Words<!-- and", CUT_OFF),
        ("<!-- nothing else", CUT_OFF),
        ("<p>Words<script>var a", CUT_OFF),
        ("<title>Words", CUT_OFF),
        ("<p>Words", ""),
        ("<p>Words</p></body>", ""),
        ("<p>a < b", ""),
        ("<!-- nothing else -->", ""),
        ("<html></html>", ""),
    ],
)
def test_a_page_that_is_cut_off_is_not_read(text: str, expected: str) -> None:
    """Missing end tags are no trouble; an end inside a tag, comment or script hides the rest of the page."""
    assert expected == reason(read("a.html", text.encode()))


def test_nesting_that_the_parser_drops_is_reported() -> None:
    """The parser loses what is nested too deeply without a word."""
    assert TOO_DEEP == reason(read("a.html", b"<div>" * 3_000 + b"<p>Source: Orig"))


def test_nesting_is_reported_behind_a_hundred_other_errors() -> None:
    """The log of the parser ends after a hundred errors."""
    assert TOO_DEEP == reason(read("a.html", b"</x>" * 200 + b"<div>" * 3_000 + b"<p>Source: Orig"))


def test_pages_with_too_many_elements_are_not_read() -> None:
    """The limit counts start tags."""
    page = b"<p>" + b"<b>x</b>" * 20
    expected = "The page has more than 10 elements; give --max-elements to read it"
    assert expected == reason(read("a.html", page, max_elements=10))


def test_a_page_at_the_limit_of_elements_is_read() -> None:
    """What the limit allows is read."""
    assert "" == reason(read("a.html", b"<p>" + b"<b>x</b>" * 9, max_elements=10))


def test_large_files_are_not_read() -> None:
    """The limit counts bytes."""
    expected = "The file is larger than 10 bytes; give --max-bytes to read it"
    assert expected == reason(read("a.html", PAGE, max_bytes=10))


def test_a_file_is_read(tmp_path: Path) -> None:
    """A file's path is the document's path."""
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    result = read_file(str(path))
    assert isinstance(result, Document)
    assert str(path) == result.path


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    """No more than the limit is taken from disk."""
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    assert "The file is larger than 10 bytes; give --max-bytes to read it" == reason(read_file(str(path), max_bytes=10))


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` stands for it."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE)))
    result = read_file("-")
    assert isinstance(result, Document)
    assert "-" == result.path


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """What does not exist is said to be missing."""
    assert "The file does not exist" == reason(read_file(str(tmp_path / "none.html")))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder that is called a page is named as such."""
    assert "This is a folder, not a file" == reason(read_file(str(tmp_path)))


def test_a_file_that_the_system_keeps_closed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own words are the reason."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "The file cannot be read: Permission denied" == reason(read_file(str(tmp_path / "a.html")))


def test_a_path_that_cannot_be_is_named() -> None:
    """A path with a zero byte opens nothing and breaks nothing."""
    assert "The file cannot be read: embedded null byte" == reason(read_file("a\0.html"))


def make(folder: Path, *names: str) -> None:
    """Make files with a page in them."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PAGE)


def below(folder: Path) -> list[str]:
    """The pages of a folder, by their paths in it."""
    return [page[len(str(folder)) + 1 :] for page in pages_in(str(folder)) if isinstance(page, str)]


def test_only_pages_of_a_folder_are_given_in_order(tmp_path: Path) -> None:
    """Pictures, scripts and files without ending are no pages."""
    make(tmp_path, "b.html", "a.md", "c.MDX", "x.png", "README", "sub/d.htm", "sub/deep/e.xhtml", "z.markdown", "a.js")
    assert ["a.md", "b.html", "c.MDX", "sub/d.htm", "sub/deep/e.xhtml", "z.markdown"] == below(tmp_path)


def test_odd_names_survive(tmp_path: Path) -> None:
    """Spaces, line ends and bytes that are no UTF-8 are part of a name."""
    make(tmp_path, "a b.html", "line\nend.html", os.fsdecode(b"latin-\xe9.html"))
    assert ["a b.html", os.fsdecode(b"latin-\xe9.html"), "line\nend.html"] == sorted(below(tmp_path))


def test_names_that_are_no_utf8_can_be_read(tmp_path: Path) -> None:
    """A path from a folder opens its file."""
    make(tmp_path, os.fsdecode(b"latin-\xe9.html"))
    assert [True] == [
        isinstance(read_file(page), Document) for page in pages_in(str(tmp_path)) if isinstance(page, str)
    ]


def test_links_to_folders_end_no_listing_in_a_loop(tmp_path: Path) -> None:
    """A link to the folder above is not followed, a link to a page is."""
    make(tmp_path, "sub/a.html")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "b.html").symlink_to(tmp_path / "sub" / "a.html")
    (tmp_path / "self.html").symlink_to(tmp_path / "self.html")
    assert ["b.html", "self.html", "sub/a.html"] == below(tmp_path)


def test_links_that_lead_nowhere_are_named_when_read(tmp_path: Path) -> None:
    """A broken link is a page that does not exist."""
    (tmp_path / "a.html").symlink_to(tmp_path / "gone.html")
    assert ["The file does not exist"] == [reason(read_file(str(page))) for page in pages_in(str(tmp_path))]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_that_is_named_is_not_waited_for(tmp_path: Path) -> None:
    """Perhaps nobody ever writes to it."""
    os.mkfifo(tmp_path / "a.html")
    assert "This is a pipe, not a file" == reason(read_file(str(tmp_path / "a.html")))


def test_pipes_in_folders_are_no_pages(tmp_path: Path) -> None:
    """Reading one would wait for ever."""
    os.mkfifo(tmp_path / "a.html")
    assert [] == below(tmp_path)


def test_a_folder_that_cannot_be_listed_is_a_value(tmp_path: Path) -> None:
    """The reason stands in place of its pages."""
    gone = str(tmp_path / "gone")
    expected = Unreadable(path=gone, reason="The folder cannot be listed: No such file or directory")
    assert [expected] == list(pages_in(gone))


def test_folders_in_folders_may_be_many(tmp_path: Path) -> None:
    """Depth costs no recursion."""
    folder = tmp_path
    for _ in range(300):
        folder /= "d"
    make(folder, "a.html")
    assert ["d/" * 300 + "a.html"] == below(tmp_path)


SOON = 10
"""Seconds of processor time; some machines are slow."""
HOSTILE = {
    "meta without end": ("a.html", "<html><head>" + "<meta " * 170_000),
    "less-than signs": ("a.html", "<" * 1_000_000 + " x"),
    "unclosed div": ("a.html", "<div>" * 200_000),
    "unclosed b, i, p": ("a.html", "<b><i><p>" * 110_000),
    "unclosed links": ("a.html", "<a href=x>" * 100_000),
    "nested span": ("a.html", "<span>" * 100_000 + "x" + "</span>" * 100_000),
    "spaces": ("a.html", "<p>" + " " * 1_000_000 + "x</p>"),
    "attributes": ("a.html", "<p " + " ".join(f"a{number}=1" for number in range(140_000)) + ">x"),
    "attributes with brackets": ("a.html", "<p " + " ".join(f'a{n}="<b>"' for n in range(90_000)) + ">x"),
    "attributes with apostrophes": ("a.html", "<p " + "\t".join(f"a{n} =  '\">'" for n in range(90_000)) + ">x"),
    "attributes behind a long value": (
        "a.html",
        f"<p title='{'<i>&quot;</i> ' * 30_000}' " + " ".join(f"a{n}" for n in range(120_000)) + ">x",
    ),
    "a style sheet within a value": ("a.html", f"<p style='{'a b c; ' * 100_000}'>x"),
    "quotation marks": ("a.html", '<a "' * 250_000),
    "comments": ("a.html", "<!--" * 250_000),
    "ends of a page": ("a.html", "<p>x</body></html>" * 55_000),
    "unknown end tags": ("a.html", "<div>" * 1_000 + "</x>" * 200_000),
    "brackets": ("a.md", "[" * 1_000_000),
    "pictures": ("a.md", "![" * 500_000),
    "nested pictures": ("a.md", "![" * 3_000 + "a" + "](b)" * 3_000),
    "backticks": ("a.md", "`" * 1_000_000),
    "backticks of all lengths": ("a.md", " ".join("`" * length for length in range(1, 1_400))),
    "stars": ("a.md", "*a_" * 330_000),
    "quotations": ("a.md", "> " * 500_000),
    "list marks": ("a.md", "- " * 500_000),
    "braces": ("a.md", "{{" * 500_000),
    "template tags": ("a.md", "{{< " * 250_000),
    "URL with brackets": ("a.md", "http://a" + ")" * 1_000_000),
    "link definitions": ("a.md", "[a]: b\n" * 45_000),
    "lines": ("a.md", "a\n" * 500_000),
    "front matter": ("a.md", "---\n" + "a: b\n" * 45_000 + "---\nx"),
    "alias bomb": (
        "a.md",
        "---\na0: &a0 [x, x]\n" + "".join(f"a{n + 1}: &a{n + 1} [*a{n}, *a{n}]\n" for n in range(40)) + "---\nx",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_crafted_pages_end_soon(name: str) -> None:
    """A megabyte of anything is read or refused within seconds, never a hang and never an exception."""
    path, text = HOSTILE[name]
    begin = time.process_time()
    read(path, text.encode())
    assert time.process_time() - begin < SOON


@pytest.mark.parametrize(
    "name", ["less-than signs", "unclosed links", "spaces", "unknown end tags", "link definitions"]
)
def test_places_in_crafted_pages_are_found_soon(name: str) -> None:
    """Looking for places is as bounded as reading."""
    path, text = HOSTILE[name]
    document = read(path, text[:300_000].encode() + b" x")
    assert isinstance(document, Document)
    begin = time.process_time()
    for node in document.tree.iter():
        document.element_at(node, "href")
        document.text_at(node, "text")
    assert time.process_time() - begin < SOON


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("meta without end", CROWDED),
        ("attributes", CROWDED),
        ("attributes with brackets", CROWDED),
        ("attributes with apostrophes", CROWDED),
        ("attributes behind a long value", CROWDED),
        ("a style sheet within a value", ""),
        ("spaces", ""),
    ],
)
def test_tags_with_many_attributes_are_refused(name: str, expected: str) -> None:
    """A parser that is quadratic in attributes never sees them."""
    path, text = HOSTILE[name]
    assert expected == reason(read(path, text.encode()))


def test_a_post_nested_too_deeply_is_refused() -> None:
    """The Markdown parser would drop what is deeper."""
    expected = "The post could not be read in full: it is nested deeper than 30 levels"
    assert expected == reason(read("a.md", b">" * 50 + b" x"))


def test_an_unclosed_comment_in_a_post_is_reported() -> None:
    """It hides all that follows, as it does in the published page."""
    assert CUT_OFF == reason(read("a.md", b"Words\n\n<!-- more\n\nSource: Orig"))
