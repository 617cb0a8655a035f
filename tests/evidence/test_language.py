"""Which language a text is in."""

from __future__ import annotations

import time

import pytest

from licencecheck.evidence.phrases.language import language_of

TEXTS = {
    "en": (
        "The water rose in the night, and by noon the lower town was under it. Boats went from door to door with bread."
    ),
    "de": (
        "Das Wasser stieg in der Nacht, und am Mittag stand die untere "
        "Stadt darunter. Boote fuhren mit Brot von Tür zu Tür."
    ),
    "fr": (
        "L'eau est montée dans la nuit, et à midi la ville basse était "
        "dessous. Des bateaux allaient de porte en porte avec du pain."
    ),
    "es": (
        "El agua subió por la noche, y al mediodía la ciudad baja estaba "
        "debajo. Los botes iban de puerta en puerta con el pan."
    ),
    "pt": (
        "A água subiu durante a noite, e ao meio-dia a cidade baixa já não "
        "se via. Os barcos iam de porta em porta com o pão."
    ),
    "it": (
        "L'acqua è salita nella notte, e a mezzogiorno la città bassa non si "
        "vedeva più. Le barche andavano di porta in porta con il pane."
    ),
    "nl": (
        "Het water steeg in de nacht, en om twaalf uur stond de benedenstad "
        "eronder. De boten gingen met brood van deur naar deur."
    ),
    "pl": (
        "Woda podniosła się w nocy, a w południe nie było już widać dolnego miasta. "
        "Łodzie pływały z chlebem od drzwi do drzwi, bo nie było jak iść."
    ),
    "tr": (
        "Su gece yükseldi ve öğlen aşağı şehir görünmez oldu. Kayıklar bir kapıdan bir "
        "kapıya ekmek için gitti, ama bu çok uzun sürdü ve daha kötü oldu."
    ),
    "id": (
        "Air naik pada malam hari dan pada siang hari kota bawah tidak terlihat "
        "lagi. Perahu pergi dari pintu ke pintu dengan roti untuk mereka."
    ),
    "ru": ("Вода поднялась ночью, и к полудню нижнего города не было видно. Лодки шли с хлебом от двери к двери."),
    "el": (
        "Το νερό ανέβηκε τη νύχτα, και το μεσημέρι η κάτω πόλη δεν φαινόταν. Οι βάρκες πήγαιναν από πόρτα σε πόρτα."
    ),
    "ar": "ارتفع الماء في الليل، وعند الظهر لم تعد المدينة السفلى ترى. ذهبت القوارب من باب إلى باب.",
    "zh": "夜里水涨了，到中午下城已经看不见了。船只挨家挨户送面包。",
    "sv": "Vattnet steg under natten och mitt på dagen syntes inte den nedre staden. Båtar gick från dörr till dörr.",
    "da": (
        "Vandet steg i løbet af natten, og ved middagstid kunne man ikke "
        "se den nedre by. Både gik fra dør til dør med brød."
    ),
    "no": (
        "Vannet steg i løpet av natta, og midt på dagen så man "
        "ikke den nedre byen. Båter gikk fra dør til dør med mye brød."
    ),
    "cs": (
        "Voda v noci stoupla a v poledne už dolní město nebylo "
        "vidět. Lodě jezdily ode dveří ke dveřím s chlebem pro lidi."
    ),
    "ro": (
        "Apa a crescut în timpul nopții, iar la prânz orașul de jos "
        "nu se mai vedea. Bărcile mergeau din casă în casă cu pâine."
    ),
    "vi": (
        "Nước dâng lên trong đêm và đến trưa thì khu phố dưới không "
        "còn nhìn thấy. Những chiếc thuyền đi từ nhà này đến nhà khác."
    ),
    "hi": "रात में पानी बढ़ गया और दोपहर तक निचला शहर दिखाई नहीं दे रहा था। नावें घर-घर रोटी ले गईं।",
    "ko": "밤사이 물이 불어나 정오에는 아랫마을이 보이지 않았다. 배들이 집집마다 빵을 날랐다.",
    "ja": "夜のうちに水が上がり、昼には下の町が見えなくなった。舟がパンを家から家へ運んだ。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_undeclared(language: str) -> None:
    """A text tells its language without a declaration."""
    assert language == language_of(None, TEXTS[language])


@pytest.mark.parametrize("language", TEXTS)
def test_declared_rightly(language: str) -> None:
    """A right declaration stands, whatever follows the primary subtag."""
    assert language == language_of(f"{language.upper()}-XX", TEXTS[language])


@pytest.mark.parametrize("language", [language for language in TEXTS if language != "en"])
def test_declared_english(language: str) -> None:
    """A page in another language that says it is English is not."""
    assert language == language_of("en", TEXTS[language])


def test_declared_german_but_english() -> None:
    """An English text stays English in a German site."""
    assert language_of("de-DE", TEXTS["en"]) == "en"


@pytest.mark.parametrize("declared", ["lt", "lv"])
def test_language_without_file_stands(declared: str) -> None:
    """A declared language of which nothing is known stands where no known one is plainly there."""
    text = "Naktį vanduo pakilo, o vidurdienį žemutinio miesto jau nebuvo matyti. Valtys plaukė nuo durų prie durų."
    assert declared == language_of(declared, text)


def test_language_without_file_and_plain_english() -> None:
    """A declared language of which nothing is known does not stand against plain English."""
    assert language_of("lt", TEXTS["en"] * 3) == "en"


def test_language_of_the_same_script_stands() -> None:
    """A declared language that is written in the script of the text stands."""
    assert language_of("uk", "Вода піднялася вночі, і опівдні нижнього міста не було видно.") == "uk"


def test_words_of_another_script() -> None:
    """Latin names do not make a Chinese text English."""
    assert (
        language_of("en", "本文首发于 Tap Times 和 Pipe Weekly，作者：张三。夜里水涨了，到中午下城已经看不见了。")
        == "zh"
    )


@pytest.mark.parametrize("text", ["", "12 34 5", "...", "Tap"])
def test_too_little_text(text: str) -> None:
    """Where the text does not tell, the declaration stands."""
    assert ("de", None) == (language_of("de", text), language_of(None, text))


@pytest.mark.parametrize("declared", ["", "  ", "???", "english please", "1"])
def test_nonsense_is_no_declaration(declared: str) -> None:
    """What is no language tag counts as nothing declared."""
    assert language_of(declared, TEXTS["de"]) == "de"


def test_tag_with_underscore() -> None:
    """Locale names are understood as tags."""
    assert language_of("pt_BR", "") == "pt"


def test_long_text_takes_bounded_time() -> None:
    """Only the start of a text is read."""
    text = "the water " * 200_000
    language_of("en", text)
    start = time.process_time()
    language_of("en", text)
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize("text", ["<" * 100_000, "http://" * 20_000, "\u0301" * 100_000, "水a" * 50_000])
def test_hostile_text_takes_bounded_time(text: str) -> None:
    """No text takes long."""
    start = time.process_time()
    language_of("en", text)
    assert time.process_time() - start < 0.5
