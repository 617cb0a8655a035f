"""Licences: ids of addresses, badges, words and values."""

from __future__ import annotations

import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licencecheck.evidence.licences.creative_commons import LicenceId, tools
from licencecheck.evidence.licences.ids import (
    combine,
    licence_of_badge,
    licence_of_icons,
    licence_of_url,
    licence_of_value,
    licences_in_text,
)

ALL_TOOLS = "4e14be402424a87a070374db3e6e8c5d86ee00a0154eb64f4b53169884ea6e0d"
"""SHA-256 of the lines "unit version port id" of the list of all tools, sorted."""

PORTS_ON_THE_SPDX_LIST = {
    "CC-BY-2.5-AU",
    "CC-BY-3.0-AT",
    "CC-BY-3.0-AU",
    "CC-BY-3.0-DE",
    "CC-BY-3.0-IGO",
    "CC-BY-3.0-NL",
    "CC-BY-3.0-US",
    "CC-BY-NC-3.0-DE",
    "CC-BY-NC-3.0-IGO",
    "CC-BY-NC-ND-3.0-DE",
    "CC-BY-NC-ND-3.0-IGO",
    "CC-BY-NC-SA-2.0-DE",
    "CC-BY-NC-SA-2.0-FR",
    "CC-BY-NC-SA-2.0-UK",
    "CC-BY-NC-SA-3.0-DE",
    "CC-BY-NC-SA-3.0-IGO",
    "CC-BY-ND-3.0-DE",
    "CC-BY-SA-2.0-UK",
    "CC-BY-SA-2.1-JP",
    "CC-BY-SA-3.0-AT",
    "CC-BY-SA-3.0-DE",
    "CC-BY-SA-3.0-IGO",
}


def the_id(licence: LicenceId | None) -> str | None:
    """The id, or None."""
    return licence.id if licence else None


def ids(text: str) -> list[str]:
    """The ids of the licences that a text states."""
    return [match.licence.id for match in licences_in_text(text)]


def test_every_tool_has_its_id() -> None:
    """All 639 tools are there, with the SPDX id where there is one."""
    lines = sorted(" ".join([*key, licence.id]) for key, licence in tools().items())
    assert len(lines) == 639
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == ALL_TOOLS


def test_ports_on_the_spdx_list() -> None:
    """Only 22 ports have an SPDX id; all others are references, and every port of a listed licence names its family."""
    ports = [licence for (_, _, port), licence in tools().items() if port and licence.id != "CC-PDDC"]
    assert {licence.id for licence in ports if not licence.id.startswith("LicenseRef-")} == PORTS_ON_THE_SPDX_LIST
    assert tools()["by", "3.0", "fr"] == LicenceId("LicenseRef-CC-BY-3.0-FR", family="CC-BY-3.0")
    assert tools()["by", "2.1", "es"] == LicenceId("LicenseRef-CC-BY-2.1-ES")


@pytest.mark.parametrize(
    "form",
    [
        "http://creativecommons.org/{}/{}/{}/{}",
        "https://www.creativecommons.org/{}/{}/{}/{}/deed.de",
        "//creativecommons.org/{}/{}/{}/{}/legalcode.zh-hans",
        "HTTPS://CreativeCommons.ORG/{}/{}/{}/{}/?ref=chooser-v1#s3",
        "https://web.archive.org/web/2019/http://creativecommons.org/{}/{}/{}/{}/",
    ],
)
def test_every_tool_is_known_by_its_address(form: str) -> None:
    """Deed, legal code, archive, letter case, query: the tool stays the same."""
    for (unit, version, port), licence in tools().items():
        category = "publicdomain" if unit in {"zero", "mark", "certification"} else "licenses"
        assert licence_of_url(form.format(category, unit, version, port)) == licence


@pytest.mark.parametrize(
    ("url", "licence"),
    [
        ("https://creativecommons.org/licenses/BY-NC-SA/4.0", "CC-BY-NC-SA-4.0"),
        ("creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://creativecommons.org//licenses/by/3.0/.", "CC-BY-3.0"),
        ("https://creativecommons.org/licences/by_nc_nd/3.0/", "CC-BY-NC-ND-3.0"),
        ("https://creativecommons.org/licenses/sa-by/4.0/", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/licenses/by-nd-nc/1.0/", "CC-BY-NC-ND-1.0"),
        ("http://creativecommons.org/licenses/nc-sampling%2B/1.0/", "LicenseRef-CC-NC-SAMPLING-PLUS-1.0"),
        ("https://creativecommons.org/licenses/by/4.0/de/", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.pt_BR", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/legalcode.txt", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by/2.5/scotland/deed.en", "LicenseRef-CC-BY-2.5-SCOTLAND"),
        ("https://creativecommons.org/licenses/by-nd/", "CC-BY-ND"),
        ("https://creativecommons.org/licenses/publicdomain/", "CC-PDDC"),
        ("https://creativecommons.org/licenses/zero/1.0/", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "CC-PDM-1.0"),
        ("https://creativecommons.org/licenses/gpl/2.0/", "GPL-2.0"),
        ("https://www.gnu.org/licenses/fdl-1.2.html", "GFDL-1.2"),
        ("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/1/", "OGL-UK-1.0"),
        ("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "OGL-UK-3.0"),
        ("https://opendatacommons.org/licenses/odbl/1-0/", "ODbL-1.0"),
        ("https://unsplash.com/license", "LicenseRef-Unsplash"),
        ("http://rightsstatements.org/vocab/InC-EDU/1.0/", "LicenseRef-rightsstatements-InC-EDU"),
        ("https://spdx.org/licenses/CC-BY-SA-3.0-DE.html", "CC-BY-SA-3.0-DE"),
        ("https://choosealicense.com/licenses/mit/", "MIT"),
        ("https://commons.wikimedia.org/wiki/Template:Cc-by-sa-4.0", "CC-BY-SA-4.0"),
        ("https://orig.example/license.xml", "LicenseRef-RSL"),
    ],
)
def test_address_of_a_licence(url: str, licence: str) -> None:
    """Each form of address has its licence."""
    found = licence_of_url(url)
    assert (the_id(found), found and found.certain) == (licence, True)


@pytest.mark.parametrize(
    ("url", "licence"),
    [
        ("https://creativecommons.org/", "CC-unspecified"),
        ("https://creativecommons.org/licenses/", "CC-unspecified"),
        ("https://creativecommons.org/licenses/by-nd-sa/4.0/", "CC-unspecified"),
        ("https://creativecommons.org/licenses/by/2.1/", "CC-BY"),
        ("https://creativecommons.org/licenses/by/5.0/", "CC-BY"),
        ("https://creativecommons.org/licenses/by/3.0/xx/", "CC-BY"),
        ("https://creativecommons.org/public-domain/cc0/", "CC0-1.0"),
        ("http://www.gnu.org/copyleft/fdl.html", "GFDL-1.3"),
        ("https://www.nationalarchives.gov.uk/doc/open-government-licence/", "OGL-UK-3.0"),
        ("https://artlibre.org/licence/lal/en/", "LAL-1.3"),
    ],
)
def test_address_that_leaves_the_licence_open(url: str, licence: str) -> None:
    """What does not exist or is not said is not guessed: kind without version, or what is current, uncertain."""
    found = licence_of_url(url)
    assert (the_id(found), found and found.certain) == (licence, False)


@pytest.mark.parametrize(
    "url",
    [
        "https://orig.example/licenses/by/4.0/",
        "https://creativecommons.org/2019/05/01/news/",
        "https://creativecommons.org.example/licenses/by/4.0/",
        "https://creativecommons.org/ns#",
        "https://www.gnu.org/philosophy/",
        "https://en.wikipedia.org/wiki/Bridge",
        "#",
        "",
    ],
)
def test_address_of_no_licence(url: str) -> None:
    """Other pages, also of the same hosts, state nothing."""
    assert licence_of_url(url) is None


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0"),
        ("licensed under CC-BY-SA 3.0 DE.", "CC-BY-SA-3.0-DE"),
        ("CC BY", "CC-BY"),
        ("(cc) by-nc", "CC-BY-NC"),
        ("cc_by_nd", "CC-BY-ND"),
        ("cc by-sa", "CC-BY-SA"),
        ("CC BY-ND-NC 1.0", "CC-BY-NC-ND-1.0"),
        ("CC 4.0 BY-NC", "CC-BY-NC-4.0"),
        ("CC BY NC ND", "CC-BY-NC-ND"),
        ("BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"),
        ("cc by 4", "CC-BY-4.0"),
        ("CC BY\u2011NC 4.0", "CC-BY-NC-4.0"),
        ("CC\u00a0BY\u00a04.0", "CC-BY-4.0"),
        ("ＣＣ　ＢＹ　４.０", "CC-BY-4.0"),
        ("㏄ BY 4.0", "CC-BY-4.0"),
        ("CC-BY-NC-ND-3.0-DE", "CC-BY-NC-ND-3.0-DE"),
        ("cc-by-3.0-fr", "LicenseRef-CC-BY-3.0-FR"),
        ("CC BY-NC 3.0 IGO", "CC-BY-NC-3.0-IGO"),
        ("CC BY 4.0 US", "CC-BY-4.0"),
        ("CC BY-SA 2.0 UK", "CC-BY-SA-2.0-UK"),
        ("CC BY 2.0 by SA Expeditions", "CC-BY-2.0"),
        ("CC0", "CC0-1.0"),
        ("CC-0 1.0", "CC0-1.0"),
        ("CC Zero", "CC0-1.0"),
        ("Creative Commons Zero 1.0", "CC0-1.0"),
        ("CC0 1.0 Universal (CC0 1.0)", "CC0-1.0"),
        ("🅭🅯🄏", "CC-BY-NC"),
        ("🅭 🅯 ⊜", "CC-BY-ND"),
        ("under a CC licence", "CC-unspecified"),
        ("Licencia CC", "CC-unspecified"),
        ("Creative Commons", "CC-unspecified"),
        ("republished under a Creative Commons license", "CC-unspecified"),
        ("a Creative Commons licence. Attribution: Jane Doe", "CC-unspecified"),
        ("Creative Commons by Jane Doe", "CC-unspecified"),
        ("Creative Commons (BY-SA)", "CC-BY-SA"),
        ("Creative Commons SA-BY 4.0", "CC-BY-SA-4.0"),
        ("Creative Commons — Attribution/No Derivatives", "CC-BY-ND"),
        ("a non-commercial Creative Commons licence", "CC-BY-NC"),
        ("an Attribution-Non Commercial-No Derivatives Creative Commons license", "CC-BY-NC-ND"),
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", "CC-BY-4.0"),
        ("CC BY 4.0 (Creative Commons Attribution 4.0 International)", "CC-BY-4.0"),
        ("Creative Commons Attribution-NonCommercial-NoDerivs 3.0 Unported License", "CC-BY-NC-ND-3.0"),
        ("Creative Commons Attribution-NoDerivs 3.0 Germany License", "CC-BY-ND-3.0-DE"),
        ("Creative Commons Attribution-Share Alike 3.0 United States License", "LicenseRef-CC-BY-SA-3.0-US"),
        ("Creative Commons Attribution 2.0 UK: England & Wales License", "LicenseRef-CC-BY-2.0-UK"),
        ("Creative Commons Attribution 3.0 IGO", "CC-BY-3.0-IGO"),
        ("Crea\u00adtive Com\u00admons Attri\u00adbution 4.0", "CC-BY-4.0"),
        ("Creative Commons Namensnennung - Nicht-kommerziell 4.0 International Lizenz", "CC-BY-NC-4.0"),
        ("Creative Commons Namensnennung-Weitergabe unter gleichen Bedingungen 3.0 Deutschland", "CC-BY-SA-3.0-DE"),
        ("Creative-Commons-Lizenz", "CC-unspecified"),
        ("Licence Creative Commons Attribution - Pas d’Utilisation Commerciale 4.0 International", "CC-BY-NC-4.0"),
        (
            "Licence Creative Commons Paternité - Partage dans les Mêmes Conditions 2.0 France",
            "LicenseRef-CC-BY-SA-2.0-FR",
        ),
        (
            "licencia de Creative Commons Reconocimiento-NoComercial-SinObraDerivada 4.0 Internacional",
            "CC-BY-NC-ND-4.0",
        ),
        ("Licença Creative Commons Atribuição-CompartilhaIgual 4.0 Internacional", "CC-BY-SA-4.0"),
        ("Licenza Creative Commons Attribuzione - Non opere derivate 4.0 Internazionale", "CC-BY-ND-4.0"),
        ("Creative Commons Naamsvermelding-GelijkDelen 4.0 Internationaal-licentie", "CC-BY-SA-4.0"),
        ("по лицензии Creative Commons С указанием авторства-Некоммерческая 4.0 Всемирная", "CC-BY-NC-4.0"),
        ("лицензией Creative Commons «Attribution» («Атрибуция») 4.0 Всемирная", "CC-BY-4.0"),
        ("licencji Creative Commons Uznanie autorstwa-Użycie niekomercyjne 3.0 Polska", "LicenseRef-CC-BY-NC-3.0-PL"),
        ("Creative Commons Atıf-GayriTicari-Türetilemez 4.0 Uluslararası Lisansı", "CC-BY-NC-ND-4.0"),
        ("رخصة المشاع الإبداعي نَسب المُصنَّف - غير تجاري 4.0 دولي", "CC-BY-NC-4.0"),
        ("本作品采用知识共享署名-非商业性使用-相同方式共享 4.0 国际许可协议进行许可", "CC-BY-NC-SA-4.0"),
        ("本著作係採用創用 CC 姓名標示-禁止改作 3.0 台灣 授權條款授權", "LicenseRef-CC-BY-ND-3.0-TW"),
        ("クリエイティブ・コモンズ 表示 - 非営利 4.0 国際 ライセンス", "CC-BY-NC-4.0"),
        ("크리에이티브 커먼즈 저작자표시-변경금지 4.0 국제 라이선스", "CC-BY-ND-4.0"),
        ("Lisensi Creative Commons Atribusi-BerbagiSerupa 4.0 Internasional", "CC-BY-SA-4.0"),
        ("Creative Commons Erkännande-DelaLika 2.5 Sverige", "LicenseRef-CC-BY-SA-2.5-SE"),
        ("GNU Free Documentation License", "GFDL"),
        ("GNU Free Documentation License, Version 1.2 or any later version", "GFDL-1.2-or-later"),
        (
            "the GNU Free Documentation License, Version 1.2 or any later version; with no Invariant Sections",
            "GFDL-1.2-no-invariants-or-later",
        ),
        ("GFDL 1.3", "GFDL-1.3"),
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        ("Open Government Licence v1.0", "OGL-UK-1.0"),
        ("under the Open Government Licence", "OGL-UK"),
        ("Open Government Licence - Canada", "OGL-Canada-2.0"),
        ("This text is in the public domain", "LicenseRef-PublicDomain"),
        ("Dieser Text ist gemeinfrei", "LicenseRef-PublicDomain"),
        ("Licence Art Libre 1.3", "LAL-1.3"),
        ("Lizenz Freie Kunst", "LAL"),
        ("© OpenStreetMap contributors, ODbL", "ODbL-1.0"),
        ("Photo by Jane Doe on Unsplash", "LicenseRef-Unsplash"),
        ("Bild: Jane Doe / Pixabay", "LicenseRef-Pixabay"),
        ("Code: MIT License", "MIT"),
        ("Todos los derechos reservados", "LicenseRef-ARR"),
        ("© 2019 Example. All rights reserved.", "LicenseRef-ARR"),
        ("Все права защищены", "LicenseRef-ARR"),
        ("Tüm hakları saklıdır", "LicenseRef-ARR"),
        ("جميع الحقوق محفوظة", "LicenseRef-ARR"),
        ("版权所有", "LicenseRef-ARR"),
        ("無断転載を禁止", "LicenseRef-ARR"),
    ],
)
def test_licence_in_words(text: str, licence: str) -> None:
    """Each statement names its licence, once."""
    assert ids(text) == [licence]


@pytest.mark.parametrize(
    "text",
    [
        "sent cc by mail",
        "Please cc by email the desk",
        "I was CC'd by Jane Doe",
        "please cc the licence team",
        "a 50 cc 0.8 horsepower engine",
        "125cc by Yamaha",
        "accbyname",
        "by-nc",
        "The House of Commons met at noon",
        "Some rights reserved",
        "He had no reservations",
        "The driving licence office is in Canada",
        "It was transmitted by radio",
        "",
    ],
)
def test_prose_is_no_licence(text: str) -> None:
    """Letters and words that only look like a licence state none."""
    assert ids(text) == []


def test_two_licences_stay_two() -> None:
    """A choice between licences is not melted into one."""
    assert ids("CC BY 4.0 / CC BY-SA 3.0 and, for the code, the MIT License") == ["CC-BY-4.0", "CC-BY-SA-3.0", "MIT"]


def test_match_names_the_words() -> None:
    """Start and end are those of the text as given, however it was folded."""
    text = "  Dieses\u00a0Werk: „Crea\u00adtive  Commons – Namensnennung 4.0“!"
    match = licences_in_text(text)[0]
    assert text[match.start : match.end] == "Crea\u00adtive  Commons – Namensnennung 4.0"


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("a Creative Commons licence", True),
        ("the Creative Commons movement", False),
        ("Photo: Creative Commons", False),
        ("Licencia Creative Commons", True),
        ("tombé dans le domaine public", False),
        ("est dans le domaine public", True),
    ],
)
def test_what_is_only_spoken_of_is_uncertain(text: str, certain: bool) -> None:
    """A licence named without being stated is uncertain."""
    assert [match.licence.certain for match in licences_in_text(text)] == [certain]


def test_licence_of_the_article_is_content() -> None:
    """The kind tells licences of texts from those of data, code and images."""
    kinds = {text: licences_in_text(text)[0].licence.kind for text in ("CC BY", "ODbL", "MIT License", "via Pexels")}
    assert kinds == {"CC BY": "content", "ODbL": "data", "MIT License": "software", "via Pexels": "stock"}


@pytest.mark.parametrize(
    ("src", "alt", "licence", "certain"),
    [
        ("https://i.creativecommons.org/l/by-nc/4.0/88x31.png", "", "CC-BY-NC-4.0", True),
        ("https://licensebuttons.net/l/by-sa/3.0/de/80x15.png", "", "CC-BY-SA-3.0-DE", True),
        ("//i.creativecommons.org/p/zero/1.0/88x31.png", "", "CC0-1.0", True),
        ("https://mirrors.creativecommons.org/presskit/buttons/88x31/svg/by-nc-nd.eu.svg", "", "CC-BY-NC-ND", False),
        ("https://chooser-beta.creativecommons.org/img/cc-by_icon.svg", "", "CC-BY", False),
        ("http://creativecommons.org/images/public/somerights20.gif", "", "CC-unspecified", False),
        ("https://img.shields.io/badge/License-CC%20BY--NC%204.0-lightgrey.svg", "", "CC-BY-NC-4.0", False),
        ("/img/Cc-by-nd_icon.svg", "", "CC-BY-ND", False),
        ("/assets/cc-by-4.0.png", "CC licence", "CC-BY-4.0", False),
        ("/img/17.png", "Creative Commons Lizenzvertrag", "CC-unspecified", False),
        ("/img/17.png", "CC BY-SA 4.0", "CC-BY-SA-4.0", False),
        ("/img/cc0.svg", "", "CC0-1.0", False),
    ],
)
def test_badge(src: str, alt: str, licence: str, certain: bool) -> None:
    """A badge is known by its address, its file name or its alternative text."""
    found = licence_of_badge(src, alt)
    assert (the_id(found), found and found.certain) == (licence, certain)


@pytest.mark.parametrize("src", ["/img/accordion.png", "/img/soccer-by-night.jpg", "/css/cc/banner.png", ""])
def test_no_badge(src: str) -> None:
    """Other images are none."""
    assert licence_of_badge(src, "A bridge in fog", ["cc-window"]) is None


def test_description_of_a_picture_is_no_badge() -> None:
    """It tells whose picture it is; the same words on a button are the licence of the text."""
    alt = "The ferry at its landing place in northern Riverton in 2005 (CC BY A. Author/Photo Commons)"
    assert licence_of_badge("/uploads/ferry.jpg", alt) is None
    found = licence_of_badge("https://licensebuttons.net/l/by/4.0/88x31.png", alt)
    assert found is not None and "CC-BY-4.0" == found.id


@pytest.mark.parametrize(
    ("icons", "licence"),
    [
        (["fab fa-creative-commons", "fab fa-creative-commons-by", "fab fa-creative-commons-nd"], "CC-BY-ND"),
        (["ai ai-cc", "ai ai-cc-by", "ai ai-cc-nc-eu"], "CC-BY-NC"),
        (["fa-creative-commons-zero"], "CC0-1.0"),
        (["fa-creative-commons"], "CC-unspecified"),
        (["fa-creative-commons-pd"], "CC-PDM-1.0"),
        (
            [
                f"https://mirrors.creativecommons.org/presskit/icons/{piece}.svg?ref=chooser-v1"
                for piece in ("cc", "by", "nc", "sa")
            ],
            "CC-BY-NC-SA",
        ),
        (["fa-facebook"], None),
        ([], None),
    ],
)
def test_icons(icons: list[str], licence: str | None) -> None:
    """A run of icons spells the kind of licence."""
    assert the_id(licence_of_icons(icons)) == licence


@pytest.mark.parametrize(
    ("value", "licence"),
    [
        ("CC-BY-4.0", "CC-BY-4.0"),
        ("cc-by-sa-3.0-de", "CC-BY-SA-3.0-DE"),
        ("LicenseRef-CC-BY-3.0-FR", "LicenseRef-CC-BY-3.0-FR"),
        ("CC-BY-3.0-FR", "LicenseRef-CC-BY-3.0-FR"),
        ("cc by 4.0", "CC-BY-4.0"),
        ("by-nc-sa", "CC-BY-NC-SA"),
        ("BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"),
        ("Attribution-NonCommercial 4.0 International", "CC-BY-NC-4.0"),
        ("署名-非商业性使用 4.0 国际", "CC-BY-NC-4.0"),
        ("cc", "CC-unspecified"),
        ("CC0", "CC0-1.0"),
        ("pd", "LicenseRef-PublicDomain"),
        ("Public Domain", "LicenseRef-PublicDomain"),
        ("MIT", "MIT"),
        ("GFDL-1.3-or-later", "GFDL-1.3-or-later"),
        ("CC-BY-SA-4.0 AND MIT", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("[CC BY](https://creativecommons.org/licenses/by/4.0/)", "CC-BY-4.0"),
        ('[CC BY](https://creativecommons.org/licenses/by/3.0/de/ "deed")', "CC-BY-3.0-DE"),
        ("<a rel='license' href='https://creativecommons.org/licenses/by-nd/4.0/'>some rights</a>", "CC-BY-ND-4.0"),
        ("All rights reserved", "LicenseRef-ARR"),
        ("proprietary", "LicenseRef-ARR"),
        ("true", None),
        ("False", None),
        ("", None),
        ("none", None),
        ("By permission", None),
        ("Jane Doe", None),
        ("/licence/", None),
    ],
)
def test_value(value: str, licence: str | None) -> None:
    """Ids, names, addresses and links are read, switches of themes are not."""
    assert the_id(licence_of_value(value)) == licence


BY_4, BY_3_DE, BY, CC = (
    LicenceId("CC-BY-4.0"),
    LicenceId("CC-BY-3.0-DE", family="CC-BY-3.0"),
    LicenceId("CC-BY"),
    LicenceId("CC-unspecified"),
)


@pytest.mark.parametrize(
    ("words", "link", "badge", "expected"),
    [
        (CC, BY_4, None, (BY_4, False)),
        (BY_4, BY, None, (BY_4, False)),
        (LicenceId("CC-BY-3.0"), BY_3_DE, None, (BY_3_DE, False)),
        (BY_3_DE, LicenceId("CC-BY-3.0"), None, (LicenceId("CC-BY-3.0"), True)),
        (BY_4, LicenceId("CC-BY-SA-4.0"), None, (LicenceId("CC-BY-SA-4.0"), True)),
        (BY, LicenceId("CC-BY-NC"), None, (LicenceId("CC-BY-NC"), True)),
        (None, BY_3_DE, LicenceId("CC-BY-2.0"), (BY_3_DE, True)),
        (None, BY_4, LicenceId("CC-BY", certain=False), (BY_4, False)),
        (BY_4, None, LicenceId("CC-BY-SA", certain=False), (BY_4, True)),
        (CC, None, BY_4, (BY_4, False)),
        (None, None, BY_4, (BY_4, False)),
        (LicenceId("OGL-UK-2.0"), LicenceId("OGL-UK-3.0", certain=False), None, (LicenceId("OGL-UK-2.0"), False)),
    ],
)
def test_combined_statement(
    words: LicenceId | None, link: LicenceId | None, badge: LicenceId | None, expected: tuple[LicenceId, bool]
) -> None:
    """The link is the legal text, words and badge add what it leaves open, contradictions are told."""
    assert combine(words, link, badge) == expected


def test_nothing_stated_cannot_be_combined() -> None:
    """There is no licence without a statement."""
    with pytest.raises(ValueError, match="no licence"):
        combine(None, None, None)


PIECES = [
    "CC",
    "cc ",
    "BY",
    "-nc",
    " 4.0",
    "Creative Commons ",
    "Attribution",
    "(",
    "DE",
    "0",
    "署名",
    "🅭",
    "\ud800",
    "[a](",
    "<a href=",
]


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_junk_never_raises(text: str) -> None:
    """Any string has an answer, and matches lie within it."""
    assert all(0 <= match.start < match.end <= len(text) for match in licences_in_text(text))
    for licence in (licence_of_url(text), licence_of_badge(text, text, [text]), licence_of_value(text)):
        assert licence is None or licence.id


@pytest.mark.parametrize(
    "piece",
    [
        "(cc) ",
        "CC BY ",
        "creative commons ",
        "attribution creative commons ",
        "gfdl ",
        "all ",
        "🅭🅯",
        "知识共享署名",
        "Lörem – “ipsum” ",
    ],
)
def test_long_junk_takes_little_time(piece: str) -> None:
    """Half a megabyte of anything is read in linear time."""
    text = piece * (500_000 // len(piece)) + " reserved"
    started = time.perf_counter()
    licences_in_text(text)
    assert time.perf_counter() - started < 2


def test_written_out_address_is_a_statement() -> None:
    """An address that stands in the text states its licence, and its path is no name."""
    text = "Licence: http://creativecommons.org/licenses/by-nc/3.0/de/. Photos: pixabay.com"
    match = licences_in_text(text)[0]
    assert (ids(text), text[match.start : match.end]) == (
        ["CC-BY-NC-3.0-DE"],
        "http://creativecommons.org/licenses/by-nc/3.0/de/",
    )
