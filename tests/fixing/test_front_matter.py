"""Entries of a front matter: in its own grammar, at their place, and nothing else changes."""

from __future__ import annotations

import pytest

from licencecheck.documents.front_matter import read_front_matter
from licencecheck.fixing.edits import Revision
from licencecheck.fixing.front_matter import with_entry, with_entry_changed
from licencecheck.fixing.obstacles import Obstacle

URL = "https://river.example/tides?a=1#b"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: x # c\ntags: [a, b]\n---\n\nBody\n", "---\ntitle: x # c\ntags: [a, b]\nKEY---\n\nBody\n"),
        ("---\r\ntitle: x\r\n---\r\nB", '---\r\ntitle: x\r\nkey: "URL"\r\n---\r\nB'),
        ("---\ntext: |\n  a\n  b\n...\nB", "---\ntext: |\n  a\n  b\nKEY...\nB"),
        ("---\n  title: x\n---\nB", "---\n  title: x\n  KEY---\nB"),
        ("---\n---\nB", "---\nKEY---\nB"),
        ("+++\ntitle = 'x'\n+++\nB", "+++\ntitle = 'x'\nkey = \"URL\"\n+++\nB"),
        ("+++\ntitle = 'x'\n\n[params]\na = 1\n+++\nB", "+++\ntitle = 'x'\n\nkey = \"URL\"\n[params]\na = 1\n+++\nB"),
        ("+++\na = [\n [1, 2],\n]\n[b]\n+++\nB", '+++\na = [\n [1, 2],\n]\nkey = "URL"\n[b]\n+++\nB'),
        ('{\n  "a": {"b": 1}\n}\n\nB', '{\n  "a": {"b": 1},\n  "key": "URL"\n}\n\nB'),
        ('{"title": "x"}\nB', '{"title": "x", "key": "URL"}\nB'),
        ("{\n}\nB", '{\n"key": "URL"\n}\nB'),
        ("Body only\r\nx", '---\r\nkey: "URL"\r\n---\r\n\r\nBody only\r\nx'),
    ],
)
def test_entry_is_written_behind_the_others(before: str, after: str) -> None:
    """In YAML, TOML and JSON, with the line ends of the file; tables of TOML keep their entries."""
    edit = with_entry("post.md", before, "key", URL)

    assert after.replace("KEY", 'key: "URL"\n').replace("URL", URL) == Revision(before).edited(edit).text


@pytest.mark.parametrize("text", ["---\n{title: x}\n---\nB", "---\na: &x [1\n---\nB\n---\n{{ b\n---\n"])
def test_entry_that_would_not_be_read_is_not_written(text: str) -> None:
    """What its grammar would make something else of is left to a person."""
    with pytest.raises(Obstacle, match="cannot be written into this front matter"):
        with_entry("post.md", text, "key: [", URL)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\nkey: https://x.y/z # c\n---\n", '---\nkey: "URL" # c\n---\n'),
        ("---\nkey: 'https://x.y/z'\n---\n", "---\nkey: 'URL'\n---\n"),
        ('+++\nkey= "https://x.y/z"\n+++\n', '+++\nkey= "URL"\n+++\n'),
        ('{"key": "https://x.y/z"}\n', '{"key": "URL"}\n'),
    ],
)
def test_value_is_replaced_where_it_stands(before: str, after: str) -> None:
    """Within its quotation marks, if it has some; comments stay."""
    block = read_front_matter("post.md", before)
    assert block is not None

    edit = with_entry_changed("post.md", before, block.entries["key"], URL)

    assert after.replace("URL", URL) == Revision(before).edited(edit).text
