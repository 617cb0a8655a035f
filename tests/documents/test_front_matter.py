"""Front matter becomes entries with places."""

from __future__ import annotations

import pytest

from licencecheck.documents.front_matter import read_front_matter
from licencecheck.model import Location

Value = str | bool | int | float | tuple[str, ...] | None


def values(source: str) -> dict[str, Value]:
    """The values of a front matter by key; empty where there is none."""
    found = read_front_matter("a.md", source)
    return {key: entry.value for key, entry in found.entries.items()} if found else {}


def places(source: str) -> dict[str, str | int | None]:
    """What stands at the place of each value: the first three characters, or the line where the column is unknown."""
    found = read_front_matter("a.md", source)
    lines = source.replace("\r\n", "\n").split("\n")
    result: dict[str, str | int | None] = {}
    for key, entry in found.entries.items() if found else ():
        line, column = entry.location.line, entry.location.column
        result[key] = lines[(line or 0) - 1][column - 1 :][:3] if column else line
    return result


def yaml(block: str) -> dict[str, Value]:
    """The values of a YAML block."""
    return values(f"---\n{block}\n---\n")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a: Orig", "Orig"),
        ("a: 'It''s'", "It's"),
        ('a: "x: y"', "x: y"),
        ("a: 2019-05-01", "2019-05-01"),
        ("a: 2019-05-01 10:00:00 +0200", "2019-05-01 10:00:00 +0200"),
        ("a: true", True),
        ("a: False", False),
        ("a: 'true'", "true"),
        ("a: yes", "yes"),
        ("a: no", "no"),
        ("a: ~", None),
        ("a: null", None),
        ("a:", None),
        ("a: ''", ""),
        ("a: 2019", 2019),
        ("a: 007", "007"),
        ("a: 4.0", 4.0),
        ("a: 1.10", "1.10"),
        ("a: 0x1F", "0x1F"),
        ("a: [x, 'y', 3]", ("x", "y", "3")),
        ("a: []", ()),
        ("a:\n  - x\n  - y", ("x", "y")),
        ("a: |\n  x\n  y", "x\ny\n"),
        ("a: >-\n  x\n  y", "x y"),
        ("a: https://orig.example/a#b", "https://orig.example/a#b"),
        ("a: &x Orig\nb: *x", "Orig"),
        ("a: Orig # note", "Orig"),
        ("a: old\na: Orig", "Orig"),
        ("'a': Orig", "Orig"),
    ],
)
def test_yaml_values_are_kept_as_written(line: str, expected: Value) -> None:
    """Switches and plain numbers have their type, dates and versions stay text."""
    assert expected == yaml(line)["a"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("source:\n  title: Orig\n  url: u", {"source.title": "Orig", "source.url": "u"}),
        ("source: {title: Orig, url: u}", {"source.title": "Orig", "source.url": "u"}),
        ("authors:\n  - name: A\n  - name: B", {"authors.0.name": "A", "authors.1.name": "B"}),
        ("authors: [A, {name: B}]", {"authors.0": "A", "authors.1.name": "B"}),
        ("seo:\n  deep:\n    canonical: u", {"seo.deep.canonical": "u"}),
        ("# note\ncanonicalURL: u", {"canonicalURL": "u"}),
    ],
)
def test_nested_keys_are_joined_by_dots(block: str, expected: dict[str, Value]) -> None:
    """As written, without folding."""
    assert expected == yaml(block)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("title: a: b\nsource: Orig", {"title": "a: b", "source": "Orig"}),
        ("author: @jane\nsource: Orig", {"author": "@jane", "source": "Orig"}),
        ("source:\tOrig\n\tx: y\nurl: u", {"source": "Orig", "source.x": "y", "url": "u"}),
        ("a: 'b\nsource: 'Orig'", {"a": "'b", "source": "Orig"}),
        ("a: b: c\ntags:\n- x\n- y", {"a": "b: c", "tags": ("x", "y")}),
        ("a: b: c\nsource:\n  url: u\nlast: 1", {"a": "b: c", "source": None, "source.url": "u", "last": 1}),
        ('a: b: c\n"quoted key": u', {"a": "b: c", "quoted key": "u"}),
        ("a: [b\nsource: Orig", {"a": "[b", "source": "Orig"}),
        ("a: b: c\nhttps://orig.example/a\n# x: y", {"a": "b: c"}),
    ],
)
def test_broken_yaml_is_read_by_lines(block: str, expected: dict[str, Value]) -> None:
    """What a generator bears is not lost."""
    assert expected == yaml(block)


TOML = """+++
title = "Orig"
date = 2019-05-01T10:00:00Z
day = 2019-05-01
version = 1.10
year = 2019
draft = true
tags = ["x", 'y']
empty = []
canonical.url = "u"
inline = {url = "v", title = "w"}
text = \"\"\"
first
title = "x"
\"\"\"
[params]
source = 'Orig'
"quoted key" = 1
[[authors]]
name = "A"
[[authors]]
name = "B"
+++
Body
"""


def test_toml_values_are_kept_as_written() -> None:
    """Like those of YAML."""
    expected = {
        "title": "Orig",
        "date": "2019-05-01T10:00:00Z",
        "day": "2019-05-01",
        "version": "1.10",
        "year": 2019,
        "draft": True,
        "tags": ("x", "y"),
        "empty": (),
        "canonical.url": "u",
        "inline.url": "v",
        "inline.title": "w",
        "text": 'first\ntitle = "x"\n',
        "params.source": "Orig",
        "params.quoted key": 1,
        "authors.0.name": "A",
        "authors.1.name": "B",
    }
    assert expected == values(TOML)


def test_toml_values_are_found() -> None:
    """An inline table has its line only; two lines that look like one key have no place."""
    expected = {
        "title": None,
        "date": "201",
        "day": "201",
        "version": "1.1",
        "year": "201",
        "draft": "tru",
        "tags": 'x",',
        "empty": "]",
        "canonical.url": 'u"',
        "inline.url": 11,
        "inline.title": 11,
        "text": "fir",
        "params.source": "Ori",
        "params.quoted key": "1",
        "authors.0.name": 'A"',
        "authors.1.name": 'B"',
    }
    assert expected == places(TOML)


@pytest.mark.parametrize(
    "before", ["", " ", "\n  ", " # https://orig.example/a\n  ", "\r\n# see 'https://orig.example/a'\r\n\r\n"]
)
def test_first_item_of_a_list_in_toml_is_found(before: str) -> None:
    """Behind line breaks and comments, which may say the same."""
    block = f'+++\nsource = [{before}"https://orig.example/a"]\n+++\nBody\n'
    found = read_front_matter("post.md", block)
    assert found is not None
    location = found.entries["source"].location

    assert location.line is not None and location.column is not None
    line = block.split("\n")[location.line - 1]
    assert line[location.column - 1 :].startswith('https://orig.example/a"]')


def test_broken_toml_is_read_by_lines() -> None:
    """Keys with an equals sign."""
    assert {"title": "Orig", "source": "x"} == values('+++\ntitle = Orig\nsource = "x"\n+++\n')


JSON = """{
  "title": "The \\"Orig\\"",
  "source": {"url": "u", "version": 1.10, "year": 2019},
  "tags": ["x", "y"], "none": [], "draft": false, "nothing": null,
  "authors": [{"name": "A"}, {"name": "B"}], "mixed": ["x", {"a": "b"}]
}
Body
"""


def test_json_values_are_kept_as_written() -> None:
    """Like those of YAML."""
    expected = {
        "title": 'The "Orig"',
        "source.url": "u",
        "source.version": "1.10",
        "source.year": 2019,
        "tags": ("x", "y"),
        "none": (),
        "draft": False,
        "nothing": None,
        "authors.0.name": "A",
        "authors.1.name": "B",
        "mixed": ("x",),
        "mixed.1.a": "b",
    }
    assert expected == values(JSON)


def test_json_values_are_found() -> None:
    """Each of them."""
    expected = {
        "title": "The",
        "source.url": 'u",',
        "source.version": "1.1",
        "source.year": "201",
        "tags": 'x",',
        "none": "[],",
        "draft": "fal",
        "nothing": "nul",
        "authors.0.name": 'A"}',
        "authors.1.name": 'B"}',
        "mixed": 'x",',
        "mixed.1.a": 'b"}',
    }
    assert expected == places(JSON)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_yaml_values_are_found(end: str) -> None:
    """The first character of the value itself, also behind characters outside the BMP."""
    source = (
        '---\ntitle: "Ä😀: x"\nplain: Ori\nsource: {t: 😀, url: u-v}\nlist:\n  - abc\n'
        "text: |\n\n  first\nfold: >-\n  sec\nempty:\nquoted: 'q'\n---\nBody"
    ).replace("\n", end)
    expected = {
        "title": "Ä😀:",
        "plain": "Ori",
        "source.t": "😀, ",
        "source.url": "u-v",
        "list": "abc",
        "text": "fir",
        "fold": "sec",
        "empty": "",
        "quoted": "q'",
    }
    assert expected == places(source)


def test_yaml_values_are_found_behind_anchor_and_tag() -> None:
    """An alias stands for the value of its anchor; a value that is nothing but an anchor stands there."""
    source = "---\na: &x plain\nb: !!str 'quoted'\nc: &y !t |\n  block\nd: [&z i, j]\ne: *x\nf: &e\ng: end\n---\n"
    expected = {"a": "pla", "b": "quo", "c": "blo", "d": "i, ", "e": "pla", "f": "", "g": "end"}
    assert expected == places(source)


def test_values_of_broken_yaml_are_found() -> None:
    """Behind their quotation mark."""
    assert {"a": "b: ", "source": "Ori", "tags": "x"} == places("---\na: b: c\nsource: 'Orig'\ntags:\n - x\n---\n")


def test_a_location_names_path_and_key() -> None:
    """The element of an entry is its key."""
    found = read_front_matter("a.md", "---\nsource:\n  url: u\n---\n")
    assert found is not None
    assert Location("a.md", 3, 8, "source.url") == found.entries["source.url"].location


@pytest.mark.parametrize(
    "source",
    [
        "Words",
        "---\ntitle: x\nno end",
        "---\nProse between two rules.\n---\n",
        "---\n- a list\n---\n",
        "{{< note >}}\nx",
        "{% raw %}",
        "{ no json",
        '{"a": 1} and words',
        '{"a": 1',
        "{",
        "",
    ],
)
def test_other_beginnings_are_no_front_matter(source: str) -> None:
    """They are text."""
    assert read_front_matter("a.md", source) is None


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("---\na: b\n---\nBody", "Body"),
        ("---\r\na: b\r\n---\r\nBody", "Body"),
        ("---\na: b\n...\nBody", "Body"),
        ("--- \na: b\n--- \nBody", "Body"),
        ("\n---\na: b\n---\nBody", "Body"),
        ("---\n---\nBody", "Body"),
        ("---\n# note\n---\nBody", "Body"),
        ("---\na: b\n---", ""),
        ("+++\na = 1\n+++\nBody", "Body"),
        ('{"a": {"b": "}"}}\nBody', "Body"),
        ('\n  {"a": 1}\nBody', "Body"),
    ],
)
def test_the_body_begins_behind_the_front_matter(source: str, body: str) -> None:
    """With the line after its end."""
    found = read_front_matter("a.md", source)
    assert found is not None
    assert body == source[found.body :]


@pytest.mark.parametrize(
    "block",
    [
        "[" * 100_000,
        "a: " + "{" * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "&a " * 50_000,
        "a: &a [*a, *a]",
        "a: &a {b: *a}",
        '"' * 100_000,
        "a: !!python/object/apply:os.system [x]",
        "\x01: \x02",
        "a: \ud7ff\uffff",
        "%YAML 9.9",
        "a: b\n--- \nc: d",
    ],
)
@pytest.mark.parametrize("fence", ["---", "+++"])
def test_hostile_blocks_raise_nothing(fence: str, block: str) -> None:
    """And bear a bounded number of entries."""
    assert len(values(f"{fence}\n{block}\n{fence}\n")) <= 2_000
