"""The sample that a trial uses: an article, as its publisher published it, and the site that reposts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from licencecheck.catalogue.collection import ANY_REPOST, PERHAPS_REPOST
from licencecheck.model import Attestation, Party, Rule, RuleSet, SiteProfile
from licencecheck.parties import domains_of
from licencecheck.requirements.licences import deed_of, name_of
from licencecheck.safe_yaml import table_of

TODAY = date(2026, 11, 22)
SITE, SITE_HOST = "Evening Bell", "evening-bell.example"
AUTHOR, INSTITUTION, PHOTOGRAPHER, TRANSLATOR = "Mara Lindqvist", "University of Bergby", "Tove Hagen", "Ines Falk"
PUBLISHED = date(2024, 3, 12)
OTHER_PARTY, OTHER_AUTHOR, OTHER_YEAR = "Harbour Gazette", "Oskar Brandt", 2011
OTHER_LICENCE, OTHER_DEED = "CC BY-NC-SA 2.0", "https://creativecommons.org/licenses/by-nc-sa/2.0/"
OTHER_TITLE = "Eleven years without a boat"
OTHER_ARTICLE = "council-closes-the-lighthouse-road-207115"
_ANYBODY = Party(name="River Courier", domains=("river-courier.example",))
"""Who published the article where the terms, a licence's, name no publisher."""
_YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The article in one language, and the sentences of its credits."""

    title: str
    by: str
    credit: str
    licence: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What is known of one article under one rule set."""

    ruleset: RuleSet
    publisher: Party
    original: Party
    """Who published the article first: of a network's articles one of its members."""
    site: Party
    """On whose site the original stands: a network shows the articles of its members itself, or links them there."""
    language: str
    article: Article
    home: str
    url: str
    profile: SiteProfile

    @property
    def licence(self) -> str | None:
        """The licence that the page states, if the terms ask for one."""
        return next(iter(self.ruleset.licence), None)

    @property
    def values(self) -> Mapping[str, str]:
        """What stands for the gaps of templates."""
        licence = self.licence
        return {
            "publisher": self.publisher.name,
            "original": self.original.name,
            "url": self.url,
            "original_url": self.url,
            "home": self.home,
            "original_home": self.home,
            "author": AUTHOR,
            "institution": INSTITUTION,
            "photographer": PHOTOGRAPHER,
            "translator": TRANSLATOR,
            "title": self.article.title,
            "year": str(PUBLISHED.year),
            "date": PUBLISHED.isoformat(),
            "access_date": TODAY.isoformat(),
            "republisher": SITE,
            "licence": name_of(licence) if licence else "",
            "licence_url": (deed_of(licence) or "") if licence else "",
        }


def sample_of(ruleset: RuleSet) -> Sample:
    """Make the sample for a rule set: in the language of its credit lines, used as its terms permit."""
    nobody = ruleset.layer in {"licence", "platform"} or ruleset.id in {ANY_REPOST, PERHAPS_REPOST}
    publisher = _ANYBODY if nobody else ruleset.publisher
    if not domains_of(publisher):
        publisher = replace(publisher, domains=_ANYBODY.domains)
    original = _ANYBODY if ruleset.layer == "network" else publisher
    site = original if any("{original" in text for line in ruleset.credit for text in line.texts) else publisher
    home = f"https://{domains_of(site)[0].replace('*.', 'en.')}/"
    url = f"{home}2024/03/ferry-returns-to-the-old-harbour-218734"
    articles = _articles()
    language = next((t.lang for t in ruleset.credit if t.lang in articles), "en")
    if any(template.lang == "en" for template in ruleset.credit):
        language = "en"
    return Sample(
        ruleset=ruleset,
        publisher=publisher,
        original=original,
        site=site,
        language=language,
        article=articles[language],
        home=home,
        url=url,
        profile=_permitted(ruleset, url),
    )


@cache
def _articles() -> Mapping[str, Article]:
    said = table_of(Path(__file__).parent / "articles.yaml")
    return {language: Article(**{**one, "text": tuple(one["text"])}) for language, one in said.items()}


def _permitted(ruleset: RuleSet, url: str) -> SiteProfile:
    """Describe a small site without commerce that has every permission and has answered every question rightly."""
    return SiteProfile(
        names=(SITE,),
        hosts=(SITE_HOST,),
        medium="web",
        kind="community",
        commercial=False,
        ads=False,
        paywall=False,
        attestations=tuple(_answers(ruleset.rules, url)),
    )


def _answers(rules: Iterable[Rule], url: str) -> Iterator[Attestation]:
    for rule in rules:
        if rule.requires in {"permission", "grant-scope", "site-contact"}:
            yield _answer(rule.name, _YES, url)
        elif rule.requires == "attestation":
            yield _answer(rule.name, str(rule.parameters.get("want", _YES)), url)
        yield from _answers(rule.any_of, url)


def _answer(question: str, answer: str, url: str) -> Attestation:
    return Attestation(id=question, answer=answer, who="the editor", on=PUBLISHED, applies_to=url)
