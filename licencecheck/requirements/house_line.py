"""The credit in our own words, in the language of the page, for terms that propose none."""

from __future__ import annotations

from licencecheck.model import Case, CreditTemplate

_ENGLISH = "en"
FIRST_LINES = {
    "ar": "نُشر هذا المقال لأول مرة على موقع {original|original_url}.",
    "cs": "Článek původně vyšel na webu {original|original_url}.",
    "da": "Denne artikel blev oprindeligt udgivet af {original|original_url}.",
    "de": "Dieser Artikel wurde zuerst von {original|original_url} veröffentlicht.",
    "el": "Το άρθρο δημοσιεύτηκε αρχικά από {original|original_url}.",
    _ENGLISH: "This article was originally published by {original|original_url}.",
    "es": "Este artículo fue publicado originalmente por {original|original_url}.",
    "fr": "Cet article a été initialement publié par {original|original_url}.",
    "hi": "यह लेख मूल रूप से {original|original_url} पर प्रकाशित हुआ था।",
    "id": "Artikel ini pertama kali diterbitkan oleh {original|original_url}.",
    "it": "Questo articolo è stato pubblicato originariamente da {original|original_url}.",
    "ja": "この記事は{original|original_url}に最初に掲載されました。",
    "ko": "이 글은 {original|original_url}에 처음 게재되었습니다.",
    "nl": "Dit artikel is oorspronkelijk gepubliceerd door {original|original_url}.",
    "no": "Denne artikkelen ble opprinnelig publisert av {original|original_url}.",
    "pl": "Artykuł został pierwotnie opublikowany w serwisie {original|original_url}.",
    "pt": "Este artigo foi publicado originalmente por {original|original_url}.",
    "ro": "Acest articol a fost publicat inițial de {original|original_url}.",
    "ru": "Эта статья впервые опубликована на сайте {original|original_url}.",
    "sv": "Den här artikeln publicerades först av {original|original_url}.",
    "tr": "Bu yazı ilk olarak {original|original_url} tarafından yayımlanmıştır.",
    "uk": "Ця стаття вперше опублікована на {original|original_url}.",
    "vi": "Bài viết này được đăng lần đầu trên {original|original_url}.",
    "zh": "本文首发于{original|original_url}。",
}
"""Who published the article first, by the language of the credit."""
SECOND_LINES = {
    "de": "Veröffentlicht von {publisher|url}.",
    _ENGLISH: "Published by {publisher|url}.",
    "es": "Republicado de {publisher|url}.",
    "fr": "Repris de {publisher|url}.",
    "it": "Ripreso da {publisher|url}.",
    "nl": "Gepubliceerd door {publisher|url}.",
    "pt": "Republicado de {publisher|url}.",
}
"""A publisher who was not the first, by the language of the credit; in others the line is English."""


def credit_language(case: Case, template: CreditTemplate | None) -> str:
    """The language of a credit: that of the template of the terms, else ours."""
    return template.lang if template else house_language(case)


def house_language(case: Case, beside: CreditTemplate | None = None) -> str:
    """The language of our own words: that of the template that they stand `beside`, if it is read on the page.

    English is read on every page, other languages only on pages in them: else it is that of the page, or English.
    """
    language = case.page.language
    if beside is not None and (language is None or beside.lang in {language, _ENGLISH}):
        language = beside.lang
    return language if language in FIRST_LINES else _ENGLISH


def house_line(language: str) -> str:
    """The line that names and links who published the article first."""
    return FIRST_LINES.get(language, FIRST_LINES[_ENGLISH])


def second_line(language: str) -> str:
    """The line that names and links a publisher who was not the first, beside `house_line` or alone."""
    return SECOND_LINES.get(language, SECOND_LINES[_ENGLISH])
