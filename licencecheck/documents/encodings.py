"""Encoding labels as the web means them: `iso-8859-1` is windows-1252, `gb2312` is gb18030 (WHATWG Encoding, 4.2)."""

from __future__ import annotations

import re

_LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-16 utf-16le utf-16be",
    "cp1252": "ascii us-ascii ansi_x3.4-1968 latin1 l1 cp819 ibm819 csisolatin1 iso-ir-100 iso_8859-1:1987",
    "iso8859_2": "latin2 l2 csisolatin2 iso-ir-101 iso_8859-2:1987",
    "cp1254": "latin5 l5 csisolatin5 iso-ir-148 iso_8859-9:1989",
    "iso8859_5": "cyrillic csisolatincyrillic iso-ir-144",
    "iso8859_7": "greek greek8 ecma-118 elot_928 csisolatingreek iso-ir-126 sun_eu_greek",
    "iso8859_8": "hebrew visual logical csisolatinhebrew iso-ir-138",
    "iso8859_6": "arabic asmo-708 ecma-114 csisolatinarabic iso-ir-127",
    "cp874": "tis-620 dos-874 windows-874",
    "koi8_r": "koi koi8 koi8_r koi8-r cskoi8r",
    "koi8_u": "koi8-u koi8-ru",
    "mac_roman": "macintosh mac x-mac-roman csmacintosh",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "cp866": "866 cp866 csibm866 ibm866",
    "gb18030": "gb18030 gb2312 gbk x-gbk chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "cp949": "euc-kr windows-949 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 cseuckr csksc56011987",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
_FAMILIES = re.compile(r"(?:x-)?(?:cp|windows-)(?P<windows>125[0-8])|iso[-_]?8859[-_]?(?P<iso>1?\d)(?:-[ei])?")
_MEANT = {"iso8859_1": "cp1252", "iso8859_9": "cp1254", "iso8859_11": "cp874"}


_WIDE = {"utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}


def codec(label: str, *, of_page: bool = True) -> str | None:
    """Name the Python codec for a label, or None for one that no browser knows.

    A page whose own head can be read is not in UTF-16, whatever it says there; of a server it is believed.
    """
    label = label.strip().lower()
    if not of_page and label in _WIDE:
        return _WIDE[label]
    if known := _CODECS.get(label):
        return known
    family = _FAMILIES.fullmatch(label)
    if family is None or family["iso"] in {"0", "12", "17", "18", "19"}:
        return None
    name = f"cp{family['windows']}" if family["windows"] else f"iso8859_{family['iso']}"
    return _MEANT.get(name, name)
