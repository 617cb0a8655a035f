"""Pages are decoded as the web means them."""

from __future__ import annotations

import pytest

from licencecheck.documents.decoding import decode

LATIN = "<html><head>{}</head><body>Café © naïve “quoted” – größer</body></html>"
RUSSIAN = "<html><head>{}</head><body>Эта статья была впервые опубликована на другом сайте</body></html>"
JAPANESE = "<html><head>{}</head><body>この記事は最初に別のサイトで公開されました。許可を得て転載。</body></html>"
CHINESE = "<html><head>{}</head><body>本文最初发表于另一网站。版权归原作者朱镕基所有，转载请注明出处。</body></html>"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8"])
def test_unicode_is_recognised(encoding: str) -> None:
    """By its byte order mark or, in UTF-16 without one, by the zeros of its markup."""
    page = LATIN.format("")
    assert page == decode(page.encode(encoding)).text


@pytest.mark.parametrize(
    "declaration",
    ["", "<meta charset=iso-8859-1>", '<meta charset="windows-1251">', " " * 3_000 + "<meta charset=utf-8>"],
)
def test_utf8_is_read_as_utf8_whatever_it_declares(declaration: str) -> None:
    """A strict check comes before the declaration."""
    page = LATIN.format(declaration)
    assert page == decode(page.encode()).text


@pytest.mark.parametrize(
    ("page", "declaration", "written", "expected"),
    [
        (RUSSIAN, '<meta charset="windows-1251">', "cp1251", "cp1251"),
        (RUSSIAN, "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=koi8-r'>", "koi8_r", "koi8_r"),
        (RUSSIAN, "", "cp1251", "cp1251"),
        (RUSSIAN, "<meta charset=utf-8>", "cp1251", "cp1251"),
        (RUSSIAN, " " * 3_000 + "<meta charset=iso-8859-5>", "iso8859_5", "iso8859_5"),
        (JAPANESE, "<meta charset=Shift_JIS>", "cp932", "cp932"),
        (JAPANESE, "", "cp932", "cp932"),
        (JAPANESE, "", "euc_jp", "euc_jp"),
        (JAPANESE, "", "iso2022_jp", "iso2022_jp"),
        (CHINESE, "<meta charset=gb2312>", "gb18030", "gb18030"),
        (CHINESE, "", "gb18030", "gb18030"),
        (CHINESE, "<!-- <meta charset=big5> --><meta charset=gbk>", "gb18030", "gb18030"),
        (LATIN, "<meta charset=iso-8859-1>", "cp1252", "cp1252"),
        (LATIN, "<meta charset=us-ascii>", "cp1252", "cp1252"),
        (LATIN, '<?xml version="1.0" encoding="windows-1252"?>', "cp1252", "cp1252"),
        (LATIN, "<meta charset=no-such-thing>", "cp1252", "cp1252"),
    ],
)  # fmt: skip
def test_legacy_pages_are_decoded(page: str, declaration: str, written: str, expected: str) -> None:
    """By what they declare, in the sense of the web, and else by their letters."""
    page = page.format(declaration)
    assert (page, expected) == decode(page.encode(written))


UNDECLARED = {
    "pl": ("Artykuł ukazał się pierwotnie w innym serwisie. Źródło: łąka, żółw, świt.", "iso8859_2"),
    "cs": ("Článek byl původně zveřejněn jinde, šířen dále a žluťoučký kůň úpěl.", "iso8859_2"),
    "de": ("Der Beitrag erschien zuerst anderswo: größer, schöner, für alle.", "cp1252"),
    "es": ("¿Quién publicó el artículo? ¡Aquí está la versión, señor!", "cp1252"),
    "fr": ("L’article a été publié à l’origine ailleurs, où ça ?", "cp1252"),
    "tr": ("Bu yazı ilk olarak başka bir sitede yayımlandı, ığdır şehrinde.", "cp1254"),
    "lt": ("Straipsnis pirmą kartą paskelbtas kitoje svetainėje. Žąsų šėrykla ūkyje.", "cp1257"),
    "el": ("Το άρθρο δημοσιεύθηκε αρχικά σε άλλη ιστοσελίδα.", "cp1253"),
    "he": ("המאמר פורסם לראשונה באתר אחר ומתפרסם כאן באישור המחבר.", "cp1255"),
    "ar": ("نشر هذا المقال لأول مرة في موقع آخر ويعاد نشره هنا بإذن من الكاتب.", "cp1256"),
    "th": ("บทความนี้เผยแพร่ครั้งแรกที่เว็บไซต์อื่น", "cp874"),
    "ko": ("이 기사는 원래 다른 신문에 실렸으며 허락을 받아 다시 게재합니다.", "cp949"),
    "ru": ("Статья была впервые опубликована на другом сайте.", "koi8_r"),
    "zh": ("本文最初發表於另一網站，經授權轉載。版權歸原作者所有。", "big5hkscs"),
}


@pytest.mark.parametrize("language", UNDECLARED)
def test_letters_tell_the_encoding(language: str) -> None:
    """Text in its own language reads best in its own encoding."""
    text, written = UNDECLARED[language]
    assert text == decode(text.encode(written)).text


def test_the_language_of_the_page_decides_between_encodings() -> None:
    """The same bytes are õ in the west and ő in the centre of Europe."""
    page = "<html lang=hu><body>Őrült ötlet: űrhajót építünk, és közöljük.</body></html>"
    assert page == decode(page.encode("cp1250")).text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Café © Jürgen ".encode() + b"\xff", "Café © Jürgen \ufffd"),
        (b"\xc2\xa9 2019 a\xed\xa0\x80b", "© 2019 a\ufffdb"),
        (b"2019 a\xed\xa0\x80b", "2019 a\ufffdb"),
        ("Ein Wort – abgeschnitten für ".encode() + b"\xe2\x80", "Ein Wort – abgeschnitten für \ufffd"),
    ],
)
def test_damaged_utf8_stays_utf8(data: bytes, expected: str) -> None:
    """A few bad bytes become U+FFFD; all else stays right."""
    assert expected == decode(data).text


@pytest.mark.parametrize("text", ["a\0b Creative Commons", "a\x01\x02\x1fb", "\0<html><body>x"])
def test_control_characters_are_text(text: str) -> None:
    """A few of them make no binary file and no UTF-16."""
    assert (text, "utf-8") == decode(text.encode())


def test_a_short_stray_sign_is_read_as_western() -> None:
    """One byte says nothing about a language; the most frequent encoding is meant."""
    assert "© 2019 Jane Doe" == decode(b"\xa9 2019 Jane Doe").text
