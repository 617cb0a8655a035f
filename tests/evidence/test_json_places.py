"""Every value of a JSON text is found where it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licencecheck.evidence.structured.json_places import JsonPlace, JsonText
from tests.evidence.test_structured import json_ld

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def _leaves(value: Any, place: JsonPlace) -> Iterator[tuple[Any, JsonPlace]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, place.below(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, place.below(number))
    else:
        yield value, place


@given(value=_VALUES, indent=st.sampled_from([None, 2]), ascii_only=st.booleans())
def test_of_any_json_every_value_is_found(value: Any, *, indent: int | None, ascii_only: bool) -> None:
    """Whatever stands before, beside and around it."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    for leaf, place in _leaves(value, JsonPlace(JsonText(text))):
        at = place.offset
        assert at is not None
        if isinstance(leaf, str) and leaf and not leaf[0].isspace() and not json.dumps(leaf).startswith('"\\'):
            assert '"' == text[at - 1]
            assert leaf == json.JSONDecoder().raw_decode(text, at - 1)[0]
        elif not isinstance(leaf, str):
            assert leaf == json.JSONDecoder().raw_decode(text, at)[0]


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Article", "publisher": "Jane Doe", "author": "#Jane Doe"}',
        '{"@type": "Article", "publisher": {"name": "Jane"}, "author": {"name": "#Jane"}}',
        '{"@type": "Article", "about": ["Jo", "An"], "author": [{"name": "#Jo"}, "#An"]}',
        '{"about": "Jo", "@graph": [{"@type": "WebSite"}, {"@type": "Article", "author": "#Jo"}]}',
        '[{"@type": "Person", "name": "Jo"}, {"@type": "Article", "author": {"@value": "#Jo"}}]',
        '[{"@id": "p", "@type": "Person", "name": "#Jo"}, {"@type": "Article", "about": "Jo", "author": {"@id": "p"}}]',
        '{"@type": "Article", "author": "Jo", "author": "#Jo"}',
        '<!-- {"@type": "Article", "publisher": "Jo", "author": "#Jo", } -->',
        '\n //<![CDATA[\n{"@type": "Article", "publisher": "Jo", "author": "#Jo"};\n//]]>',
        '{"@type": "Article", "publisher": "Jo", "author": "  #Jo"}',
    ],
)
def test_place_is_that_of_the_value_not_of_others_like_it(script: str) -> None:
    """The same words may be said of another thing before; the sign `#` stands before the right place."""
    before, *others = script.split("#")
    expected = [len(before) + sum(map(len, others[:number])) for number in range(len(others))]
    places = [author.stated.place for author in json_ld("".join([before, *others])).authors]
    assert expected == [place.offset for place in places if place]


def test_address_that_is_an_identifier_stands_there() -> None:
    """A thing may have no other address."""
    script = '{"@type": "Article", "about": "https://a.example/b", "isBasedOn": {"@id": "https://a.example/b"}}'
    (value,) = json_ld(script).of("isBasedOn")
    assert value.place is not None
    assert script.rindex("https") == value.place.offset


def test_quotes_written_as_references_leave_no_place() -> None:
    """What was parsed is not what is written."""
    (value,) = json_ld("{&quot;@type&quot;: &quot;Article&quot;, &quot;isBasedOn&quot;: &quot;/a&quot;}").of(
        "isBasedOn"
    )
    assert value.place is None
