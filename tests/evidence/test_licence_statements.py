"""Licence statements as pages in many languages make them, for the article and for the whole site."""

from __future__ import annotations

import re

import pytest

from licencecheck.model import Scope
from tests.evidence.making import html, page

CC = "https://creativecommons.org/licenses/"

ARTICLE = [
    ("en", "This story is available under a {CC BY-NC 4.0|by-nc/4.0/} licence.", "CC-BY-NC-4.0"),
    ("en", "Text: CC BY-SA 4.0", "CC-BY-SA-4.0"),
    ("en", "Licence: {Attribution-NoDerivatives 4.0 International|by-nd/4.0/}", "CC-BY-ND-4.0"),
    ("en", "This article is published under a Creative Commons Attribution-NonCommercial 3.0 licence.",
     "CC-BY-NC-3.0"),
    ("de", "Dieser Text steht unter der Lizenz {CC BY-SA 4.0|by-sa/4.0/deed.de}.", "CC-BY-SA-4.0"),
    ("de", "Dieses Werk ist lizenziert unter einer {Creative Commons Namensnennung 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("de", "Dieser Beitrag ist unter CC BY-NC-ND 3.0 DE veröffentlicht.", "CC-BY-NC-ND-3.0-DE"),
    ("de", "Lizenz: {CC BY 3.0 DE|by/3.0/de/}", "CC-BY-3.0-DE"),
    (
        "fr",
        "Cet article est mis à disposition selon les termes de la {Licence CC BY-SA 4.0|by-sa/4.0/}.",
        "CC-BY-SA-4.0",
    ),
    ("fr", "Ce texte est publié sous licence CC BY-NC 4.0.", "CC-BY-NC-4.0"),
    ("fr", "Licence : {CC BY-NC-SA 2.0 FR|by-nc-sa/2.0/fr/}", "CC-BY-NC-SA-2.0-FR"),
    ("es", "Esta obra está bajo una {Licencia Creative Commons Atribución 4.0 Internacional|by/4.0/}.", "CC-BY-4.0"),
    ("es", "Este artículo se publica bajo licencia CC BY-SA 4.0.", "CC-BY-SA-4.0"),
    ("pt", "Este artigo está licenciado sob a {CC BY-NC 4.0|by-nc/4.0/}.", "CC-BY-NC-4.0"),
    ("pt", "Esta obra está licenciada com uma Licença {Creative Commons Atribuição 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("it", "Quest'opera è distribuita con {Licenza CC BY-SA 4.0|by-sa/4.0/}.", "CC-BY-SA-4.0"),
    ("it", "Questo articolo è pubblicato con licenza CC BY-ND 4.0.", "CC-BY-ND-4.0"),
    ("nl", "Dit artikel valt onder een {CC BY 4.0|by/4.0/}-licentie.", "CC-BY-4.0"),
    ("nl", "Dit werk is gelicenseerd onder CC BY-SA 4.0.", "CC-BY-SA-4.0"),
    ("pl", "Ten utwór jest dostępny na {licencji Creative Commons Uznanie autorstwa 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("pl", "Tekst na licencji CC BY-SA 3.0 PL.", "LicenseRef-CC-BY-SA-3.0-PL"),
    ("ru", "Эта статья доступна по лицензии {CC BY 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("ru", "Произведение доступно по лицензии CC BY-NC-SA 4.0.", "CC-BY-NC-SA-4.0"),
    ("tr", "Bu yazı {CC BY-NC 4.0|by-nc/4.0/} lisansı ile yayımlanmıştır.", "CC-BY-NC-4.0"),
    ("ar", "هذا المقال مرخص بموجب {CC BY 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("zh", "本文采用 {CC BY-NC-SA 4.0|by-nc-sa/4.0/} 许可协议。", "CC-BY-NC-SA-4.0"),
    ("zh", "本作品采用{知识共享署名 4.0 国际许可协议|by/4.0/}进行许可。", "CC-BY-4.0"),
    (
        "ja",
        "この記事は{クリエイティブ・コモンズ 表示 4.0 国際 ライセンス|by/4.0/}の下に提供されています。",
        "CC-BY-4.0",
    ),
    ("id", "Artikel ini dilisensikan di bawah {CC BY-SA 4.0|by-sa/4.0/}.", "CC-BY-SA-4.0"),
    ("el", "Αυτό το άρθρο διατίθεται με άδεια {CC BY 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("en", "This work is marked with {CC0 1.0|../publicdomain/zero/1.0/}.", "CC0-1.0"),
    ("en", "© Jane Doe 2021. {Some rights reserved|by-nc-sa/2.0/}.", "CC-BY-NC-SA-2.0"),
    ("en", "Republished under a {Creative Commons Attribution-ShareAlike 2.5|by-sa/2.5/} license.", "CC-BY-SA-2.5"),
    ("en", "This post is licensed CC-BY-ND-4.0.", "CC-BY-ND-4.0"),
    ("de", "Der Artikel ist unter einer {CC-BY-NC-Lizenz|by-nc/4.0/} erschienen.", "CC-BY-NC-4.0"),
    ("de", "Text freigegeben unter CC0 1.0.", "CC0-1.0"),
    ("de", "Creative-Commons-Lizenz: {Namensnennung – Keine Bearbeitung 3.0|by-nd/3.0/}", "CC-BY-ND-3.0"),
    ("fr", "Cet article est sous licence {Creative Commons Attribution - Pas de Modification|by-nd/4.0/deed.fr}.",
     "CC-BY-ND-4.0"),
    ("fr", "Texte placé sous licence CC0 1.0.", "CC0-1.0"),
    ("es", "Texto con licencia {CC BY-NC-ND 3.0 ES|by-nc-nd/3.0/es/}.", "LicenseRef-CC-BY-NC-ND-3.0-ES"),
    ("es", "Licencia: Creative Commons Reconocimiento 4.0 Internacional", "CC-BY-4.0"),
    ("pt", "Texto sob licença {CC BY-ND 4.0|by-nd/4.0/deed.pt_BR}.", "CC-BY-ND-4.0"),
    ("it", "Licenza: {Creative Commons Attribuzione - Non commerciale 4.0|by-nc/4.0/deed.it}", "CC-BY-NC-4.0"),
    ("nl", "Deze tekst valt onder de licentie {Creative Commons Naamsvermelding-GelijkDelen 4.0|by-sa/4.0/}.",
     "CC-BY-SA-4.0"),
    ("pl", "Artykuł udostępniono na licencji {CC BY-NC-ND 4.0|by-nc-nd/4.0/deed.pl}.", "CC-BY-NC-ND-4.0"),
    ("ru", "Текст опубликован на условиях лицензии {Creative Commons «С указанием авторства» 4.0|by/4.0/deed.ru}.",
     "CC-BY-4.0"),
    ("tr", "Bu makale {Creative Commons Atıf 4.0|by/4.0/deed.tr} lisansı altındadır.", "CC-BY-4.0"),
    ("ar", "هذا المصنف مرخص بموجب رخصة المشاع الإبداعي {نسب المصنف 4.0 دولي|by/4.0/}.", "CC-BY-4.0"),
    ("zh", "版权声明：本文采用 CC BY-NC-SA 3.0 协议。", "CC-BY-NC-SA-3.0"),
    ("ja", "本記事は CC BY 4.0 で公開しています。", "CC-BY-4.0"),
    ("id", "Tulisan ini berlisensi {Creative Commons Atribusi 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("el", "Το κείμενο διανέμεται με άδεια {Creative Commons Αναφορά Δημιουργού 4.0|by/4.0/}.", "CC-BY-4.0"),
]  # fmt: skip
"""Lines below the article; `{words|path}` links a licence of Creative Commons."""

SITE = [
    ("en", "Except where otherwise noted, this site is licensed under {CC BY 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("de", "Sofern nicht anders angegeben, stehen alle Inhalte unter {CC BY-SA 4.0|by-sa/4.0/}.", "CC-BY-SA-4.0"),
    ("fr", "Sauf mention contraire, le contenu de ce site est sous licence {CC BY 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("es", "Salvo que se indique lo contrario, este sitio está bajo {CC BY-NC 4.0|by-nc/4.0/}.", "CC-BY-NC-4.0"),
    ("pt", "Exceto quando indicado, este site está sob {CC BY 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("it", "Salvo diversa indicazione, i contenuti sono distribuiti con {CC BY 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("ru", "Все материалы сайта доступны по лицензии {CC BY 4.0|by/4.0/}.", "CC-BY-4.0"),
    ("zh", "除另有声明外，本站内容采用 {CC BY-SA 4.0|by-sa/4.0/} 许可。", "CC-BY-SA-4.0"),
]
"""Lines below the article that speak of the whole site."""


def read(lang: str, line: str) -> list[tuple[str, Scope]]:
    """The licences, with their scope, of a page with `line` below its article."""
    words = re.sub(r"\{([^|}]*)\|([^}]*)\}", rf'<a href="{CC}\2">\1</a>', line)
    return [(stated.id, stated.scope) for stated in page(html(lang=lang, bottom=f"<p>{words}</p>")).licences]


@pytest.mark.parametrize(("lang", "line", "expected"), ARTICLE)
def test_statement_of_an_article(lang: str, line: str, expected: str) -> None:
    """The exact licence, with version and port, is that of the article."""
    assert read(lang, line) == [(expected, Scope.ARTICLE)]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "这是公共领域讨论的限缩。"),  # the public sphere
        ("en", "Water is in the public eye, a domain of its own."),
    ],
)
def test_words_that_only_sound_like_a_licence(lang: str, line: str) -> None:
    """They state none, and mention none."""
    assert read(lang, line) == []


@pytest.mark.parametrize(("lang", "line", "expected"), SITE)
def test_statement_of_a_site(lang: str, line: str, expected: str) -> None:
    """What is said of the site's contents is no statement of the article's own licence."""
    assert read(lang, line) == [(expected, Scope.SITE)]


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("fab fa-creative-commons;fab fa-creative-commons-by;fab fa-creative-commons-nd", "CC-BY-ND"),
        ("ai ai-cc;ai ai-cc-by;ai ai-cc-nc", "CC-BY-NC"),
        ("fab fa-creative-commons", "CC-unspecified"),
    ],
)
def test_icons_of_a_font(classes: str, expected: str) -> None:
    """Icons beside words about a licence spell it, without a version."""
    icons = "".join(f'<i class="{name}"></i>' for name in classes.split(";"))
    (stated,) = page(html(bottom=f"<p>Licence of this article: {icons}</p>")).licences
    assert (expected, Scope.ARTICLE) == (stated.id, stated.scope)


def test_icons_beside_other_words() -> None:
    """Icons alone, in a menu or a list of tools, state nothing."""
    assert page(html(bottom='<p>Search with <i class="fab fa-creative-commons"></i></p>')).licences == ()


def test_spdx_tag_in_a_comment() -> None:
    """It is a statement for machines, and stands where its words begin."""
    text = html(bottom="<!--\n  SPDX-License-Identifier: CC-BY-4.0\n-->")
    (stated,) = page(text).licences
    line = text[: text.index("SPDX")].count("\n") + 1
    assert ("CC-BY-4.0", line, 3) == (stated.id, stated.location.line, stated.location.column)
    assert stated.signals == ("metadata",)


def test_rdf_in_a_comment() -> None:
    """What the licence chooser handed out until 2006."""
    rdf = (
        '<!-- <rdf:RDF xmlns="http://web.resource.org/cc/"><Work rdf:about="">'
        '<license rdf:resource="http://creativecommons.org/licenses/by-nc/2.0/" /></Work></rdf:RDF> -->'
    )
    text = f"{html()}{rdf}"
    (stated,) = page(text).licences
    last = text.split("\n")[-1]
    assert ("CC-BY-NC-2.0", last.index("<license") + 1) == (stated.id, stated.location.column)


def test_program_licence_in_a_comment() -> None:
    """The licence of a theme is none of the article."""
    assert page(html(head="<!-- SPDX-License-Identifier: MIT -->")).licences == ()
