"""Mistakes that authors of rule files make: each is told with its line, what would be right, and where more is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from licencecheck.catalogue import problems

HEAD = """\
id: river-post
publisher: {name: River Post, domains: [river.example]}
terms: {url: "https://river.example/republish", as_of: 2026-11, compiled: 2026-11-22}
"""
MISTAKES: dict[str, tuple[str, str, str | None]] = {
    "no requirement type": (
        "rules:\n  - {quote: x}",
        "5: `rules[0]` lacks `requires:`",
        "licencecheck explain",
    ),
    "a type that there is not": (
        "rules:\n  - {requires: orginal-link, quote: x}",
        "5: 'orginal-link' is no requirement type; did you mean 'original-link'?",
        "licencecheck explain",
    ),
    "a section as a type": (
        "rules:\n  - {requires: permission, quote: x}",
        "5: 'permission' is no type of a rule; write it under `permission:`",
        "licencecheck explain permission",
    ),
    "another section as a type": (
        "rules:\n  - {requires: grant-scope, quote: x}",
        "5: 'grant-scope' is no type of a rule; write it under `covers:`",
        "licencecheck explain grant-scope",
    ),
    "a case that is never reached": (
        "covers:\n  - {when: {author: Reuters}, is: excluded, quote: x}\n  - {is: covered}\n  - {is: ask, quote: x}",
        "7: `covers[2]` is never reached: the case on line 6 fits always, and the first counts; write that one last",
        "licencecheck explain grant-scope",
    ),
    "a link that is not closed": (
        'credit:\n  - {lang: en, text: "By {River Post|url and others"}',
        "5: '{River Post|url and others' is not closed; write `}`",
        None,
    ),
    "a wait of no time": (
        "rules:\n  - {requires: embargo, quote: x}",
        "5: `rules[0]` lacks `hours:` or `days:`",
        "licencecheck explain embargo",
    ),
    "a wait of two times": (
        "rules:\n  - {requires: embargo, quote: x, days: 2, hours: 3}",
        "5: `rules[0]` has `hours:` and `days:`; it takes one of them",
        "licencecheck explain embargo",
    ),
    "a list where a word stands": (
        "rules:\n  - {requires: source-credit, quote: x, at: [byline]}",
        "5: `rules[0].at` is text or a mapping, not a list",
        "licencecheck explain source-credit",
    ),
    "a word that is neither true nor false": (
        "rules:\n  - {requires: noindex, quote: x, when: {commercial: maybe}}",
        "5: `rules[0].when.commercial` is true or false, a list or a mapping, not text",
        "licencecheck explain noindex",
    ),
    "several types": (
        "rules:\n  - {requires: [source-credit], quote: x}",
        "5: `rules[0].requires` is text, not a list",
        "licencecheck explain",
    ),
    "a rule that is a word": (
        "rules:\n  - source-credit",
        "5: `rules[0]` is a mapping, not text",
        "licencecheck explain",
    ),
    "rules by name": (
        "rules:\n  source-credit: {quote: x}",
        "4: `rules` is a list, not a mapping",
        "licencecheck explain",
    ),
    "a key of another type": (
        "rules:\n  - {requires: noindex, quote: x, to: [article]}",
        "5: `rules[0]` has no key 'to'; it may be id, level, proof, quote, requires, unless, valid, when",
        "licencecheck explain noindex",
    ),
    "no proof": (
        "rules:\n  - {requires: source-credit}",
        "5: `rules[0]` lacks `quote:`",
        "licencecheck explain source-credit",
    ),
    "a word that is no value": (
        "rules:\n  - requires: original-link\n    quote: x\n    to:\n      - homepge",
        "8: `rules[0].to[0]` cannot be 'homepge'; did you mean 'homepage'?",
        "licencecheck explain original-link",
    ),
    "one value where several may stand": (
        "rules:\n  - {requires: original-link, quote: x, to: article}",
        "5: `rules[0].to` is a list, not text; write [article]",
        "licencecheck explain original-link",
    ),
    "yes for true": (
        "rules:\n  - {requires: author-credit, quote: x, all: yes}",
        "5: `rules[0].all` is true or false, not text; write true",
        "licencecheck explain author-credit",
    ),
    "no for false in a condition": (
        "permission:\n  - {when: {commercial: no}, is: granted, quote: x}",
        "5: `permission[0].when.commercial` is true or false, a list or a mapping, not text; write false",
        "licencecheck explain permission",
    ),
    "an answer that terms cannot give": (
        "permission:\n  - {is: allowed, quote: x}",
        "5: `permission[0].is` cannot be 'allowed'; it may be denied, granted, on-request",
        "licencecheck explain permission",
    ),
    "a fact that nobody knows": (
        "covers:\n  - {when: {medim: web}, is: covered}",
        "5: `covers[0].when` has no key 'medim'; did you mean 'medium'?",
        "licencecheck explain grant-scope",
    ),
    "a value that a fact cannot have": (
        "rules:\n  - {requires: noindex, quote: x, when: {medium: podcast}}",
        "5: `rules[0].when.medium` cannot be 'podcast'; it may be app, audio, book, print, radio, video, web",
        "licencecheck explain noindex",
    ),
    "a date in another order": (
        "rules:\n  - {requires: noindex, quote: x, when: {original-date: {before: 1.7.2024}}}",
        (
            "5: `rules[0].when.original-date.before` cannot be '1.7.2024': "
            "A year, a month or a day: 2023, 2023-09, 2023-09-01"
        ),
        "licencecheck explain noindex",
    ),
    "a share of hundred": (
        "rules:\n  - {requires: excerpt-limit, quote: x, at-most: {ratio: 25}}",
        "5: `rules[0].at-most.ratio` cannot be '25': A share between 0 and 1: 0.25",
        "licencecheck explain excerpt-limit",
    ),
    "one alternative": (
        "rules:\n  - {id: any, quote: x, any-of: [{requires: noindex}]}",
        "5: `rules[0].any-of` needs at least 2 entries",
        "licencecheck explain",
    ),
    "an alternative that is wrong": (
        "rules:\n  - id: any\n    quote: x\n    any-of:\n    - {requires: noindex}\n    - {requires: logo, mode: of}",
        "9: `rules[0].any-of[1].mode` cannot be 'of'; it may be forbidden, required",
        "licencecheck explain logo",
    ),
    "a question that nobody asks": (
        "rules:\n  - {requires: noindex, quote: x, unless: {attested: partner}}",
        "5: nobody is asked `partner`; write the question under `questions:`",
        "licencecheck explain noindex",
    ),
    "a line that is not there": (
        "rules:\n  - {requires: credit-line, quote: x, template: foot}\ncredit: [{id: footer, text: x}]",
        "5: there is no template 'foot' under `credit:`; did you mean 'footer'?",
        "licencecheck explain credit-line",
    ),
    "a gap misspelt": (
        'credit:\n  - {text: "By {autor} at {River Post|url}"}',
        "5: '{autor}' is no gap; did you mean 'author'?",
        None,
    ),
    "a link that leads nowhere": (
        'credit:\n  - {text: "By {author} at {River Post|link}"}',
        "5: a link cannot lead to 'link'; write `url`, `home` or an address",
        None,
    ),
    "a licence that there is not": (
        "extends: [cc-by-4]",
        "4: there is no rule set 'cc-by-4' to extend; did you mean 'cc-by-4.0'?",
        None,
    ),
    "a licence in words": (
        "licence: CC BY 4.0",
        "4: `licence` cannot be 'CC BY 4.0': The id of a licence at SPDX: CC-BY-4.0",
        None,
    ),
    "one licence to extend": (
        "extends: cc-by-4.0",
        "4: `extends` is a list or a mapping, not text; write [cc-by-4.0]",
        None,
    ),
    "a tab": (
        "rules:\n\t- {requires: noindex, quote: x}",
        "5: this is no YAML: the line begins with a tab; indent by spaces",
        None,
    ),
    "a colon in a sentence": (
        "rules:\n  - {requires: noindex, quote: It says: stay out}",
        (
            "5: this is no YAML: did not find expected ',' or '}'; "
            "text that holds one of : , # { } [ ] stands in quotation marks"
        ),
        None,
    ),
    "a quotation mark that is left open": (
        'rules:\n  - requires: noindex\n    quote: "It says\ncredit: []',
        "6: this is no YAML: a quotation mark or bracket that begins here is not closed",
        None,
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_remedy(mistake: str, tmp_path: Path) -> None:
    """One problem for one mistake, at its line."""
    text, message, see = MISTAKES[mistake]
    path = tmp_path / "river-post.yaml"
    path.write_text(HEAD + text + "\n", encoding="utf-8")
    ((problem,),) = problems([path]).values()

    assert f"{path.as_posix()}:{message}" == str(problem)
    assert see == problem.see


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Those that a schema sees and those that lie between the parts, in the order of the lines."""
    rules = "rules:\n  - {requires: source-credit, quote: x}\n  - {requires: source-credit, quote: x"
    credit = 'credit:\n  - {text: "By {autor} at {River Post|ulr}"}\n'
    path = tmp_path / "river-post.yaml"
    told = [
        "6: two rules are called 'source-credit'; give one of them an `id:`",
        "8: '{autor}' is no gap; did you mean 'author'?",
        "8: a link cannot lead to 'ulr'; did you mean 'url'?",
    ]
    wrong = [
        (", at: botom}\n", "6: `rules[1].at` cannot be 'botom'; did you mean 'bottom'?"),
        ("}\n  - {requires: credit-line, quote: x, template: end}\n", "7: there is no template 'end' under `credit:`"),
        ("}\nextends: [cc-by-4]\n", "7: there is no rule set 'cc-by-4' to extend; did you mean 'cc-by-4.0'?"),
    ]
    for more, message in wrong:
        path.write_text(f"{HEAD}{rules}{more}{credit}", encoding="utf-8")
        (found,) = problems([path]).values()
        shift = more.count("\n") - 1
        expected = [message, *(f"{int(each[0]) + (shift if each[0] == '8' else 0)}{each[1:]}" for each in told)]
        assert sorted(f"{path.as_posix()}:{each}" for each in expected) == sorted(map(str, found))
        assert [each.line for each in found] == sorted(each.line or 0 for each in found)


BEFORE = "the file was written before the terms were seen, `compiled: 2026-11-22`; mend one of the two"
TERMS = {
    "a day that there is not": (
        "url: null, as_of: 2026-11, compiled: 2030-02-30",
        "3: there is no day 2030-02-30",
    ),
    "terms that were seen on such a day": (
        "url: null, as_of: 2025-02-29, compiled: 2026-11-22",
        "3: there is no day 2025-02-29",
    ),
    "terms that were seen when no day is known": (
        "url: null, as_of: lately, compiled: 2026-11-22",
        "3: `terms.as_of` cannot be 'lately': When the terms were seen to say so: 2023, 2023-09, 2023-09-01 or unknown",
    ),
    "terms that were seen after the file was written": (
        "url: null, as_of: 2026-11-23, compiled: 2026-11-22",
        f"3: `terms.as_of` cannot be '2026-11-23': {BEFORE}",
    ),
    "in a later month": (
        "url: null, as_of: 2026-12, compiled: 2026-11-22",
        f"3: `terms.as_of` cannot be '2026-12': {BEFORE}",
    ),
    "in a later year": (
        "url: null, as_of: 2027, compiled: 2026-11-22",
        f"3: `terms.as_of` cannot be '2027': {BEFORE}",
    ),
}


@pytest.mark.parametrize("mistake", TERMS)
def test_days_of_the_terms_are_days(mistake: str, tmp_path: Path) -> None:
    """They are of the calendar, and in order."""
    text, message = TERMS[mistake]
    path = tmp_path / "river-post.yaml"
    path.write_text(f"id: river-post\npublisher: {{name: River Post}}\nterms: {{{text}}}\n", encoding="utf-8")
    ((problem,),) = problems([path]).values()
    assert f"{path.as_posix()}:{message}" == str(problem)


@pytest.mark.parametrize("as_of", ["2026-11-22", "2026-11", "2026", "2024-02-29", "unknown"])
def test_terms_may_be_seen_when_the_file_is_written(as_of: str, tmp_path: Path) -> None:
    """On that day, in that month or year, before, or nobody knows when."""
    path = tmp_path / "river-post.yaml"
    terms = f"{{url: null, as_of: {as_of}, compiled: 2026-11-22}}"
    path.write_text(f"id: river-post\npublisher: {{name: River Post}}\nterms: {terms}\n", encoding="utf-8")
    assert [[]] == list(problems([path]).values())


@pytest.mark.parametrize(
    ("url", "case", "is_told"),
    [
        ("null", "{is: on-request, quote: x}", True),
        ("null", "{is: on-request, question: May I?, quote: x}", True),
        ("null", "{is: on-request, contact: desk@river.example, quote: x}", False),
        ("https://river.example/terms", "{is: on-request, quote: x}", False),
        ("null", "{is: on-request, quote: x, proof: machine}", False),
        ("null", "{is: denied, quote: x}", False),
    ],
)
def test_who_must_ask_learns_whom(url: str, case: str, is_told: bool, tmp_path: Path) -> None:
    """A contact stands in the file, or at the address of the terms; a draft by machine is to be completed."""
    path = tmp_path / "river-post.yaml"
    terms = f"{{url: {url if url == 'null' else repr(url)}, as_of: 2026, compiled: 2026-11-22}}"
    text = f"id: river-post\npublisher: {{name: River Post}}\nterms: {terms}\npermission:\n  - {case}\n"
    path.write_text(text, encoding="utf-8")
    (found,) = problems([path]).values()
    wrong = "5: `permission[0]` does not say whom to ask, and `terms.url` leads nowhere; write `contact:`"
    assert ([f"{path.as_posix()}:{wrong}"] if is_told else []) == list(map(str, found))
