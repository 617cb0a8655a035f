"""Bylines as editors write them in fifteen languages: worded, marked, beside a date or outlet, in bios and in data."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.evidence.making import html, page

CREDITS = {
    "en": '<p>This article was originally published by <a href="https://orig.example/water">River Post</a>.</p>',
    "de": '<p>Dieser Beitrag erschien zuerst bei <a href="https://orig.example/water">Flusspost</a>.</p>',
    "fr": '<p>Cet article a été publié initialement par <a href="https://orig.example/water">Courrier du Fleuve</a>.</p>',
    "es": '<p>Este artículo fue publicado originalmente en <a href="https://orig.example/water">Correo del Río</a>.</p>',
    "pt": '<p>Este artigo foi publicado originalmente em <a href="https://orig.example/water">Correio do Rio</a>.</p>',
    "it": '<p>Questo articolo è stato pubblicato originariamente su <a href="https://orig.example/water">Corriere del Fiume</a>.</p>',
    "nl": '<p>Dit artikel verscheen eerder op <a href="https://orig.example/water">Rivierpost</a>.</p>',
    "ru": '<p>Источник: <a href="https://orig.example/water">Речная почта</a></p>',
    "pl": '<p>Źródło: <a href="https://orig.example/water">Poczta Rzeczna</a></p>',
    "tr": '<p>Kaynak: <a href="https://orig.example/water">Nehir Postası</a></p>',
    "ar": '<p>المصدر: <a href="https://orig.example/water">بريد النهر</a></p>',
    "zh": '<p>来源：<a href="https://orig.example/water">河流邮报</a></p>',
    "ja": '<p>出典：<a href="https://orig.example/water">川の新聞</a></p>',
    "id": '<p>Artikel ini pertama kali diterbitkan di <a href="https://orig.example/water">Pos Sungai</a>.</p>',
    "el": '<p>Πηγή: <a href="https://orig.example/water">Ταχυδρόμος</a></p>',
}

ABOVE = [
    ("en", "<p>By Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>by <a href='/author/jane'>Jane Doe</a> on May 3, 2019</p>", ["Jane Doe"]),
    ("en", "<p>by Jane Doe Apr. 26, 2022</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe Sept. 3, 2022 Sept. 4, 2022</p>", ["Jane Doe"]),
    (
        "en",
        "<p>Posted by <a rel='author' href='/author/jd'>JD</a> in <a rel='tag' href='/t'>Diary</a></p>",
        ["JD"],
    ),
    ("en", "<p>By: Jane Doe, River Post</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe | River Post</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe for River Post</p>", ["Jane Doe"]),
    ("en", "<p>JANE DOE, River Post</p>", ["JANE DOE"]),
    ("en", "<p>By JANE DOE AND JOHN ROE, Associated Press</p>", ["JANE DOE", "JOHN ROE"]),
    ("en", "<p>By Jane Doe &amp; John Roe</p>", ["Jane Doe", "John Roe"]),
    ("en", "<p>By Jane Doe, John Roe and Ann Poe</p>", ["Jane Doe", "John Roe", "Ann Poe"]),
    ("en", "<p>By Dr. Jane Doe, Ph.D.</p>", ["Jane Doe"]),
    ("en", "<p>By Prof. Jane Doe, University of Riverton</p>", ["Jane Doe"]),
    ("en", "<p>Written by Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>Words: Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>Story by Jane Doe / Photos by Max Shot</p>", ["Jane Doe"]),
    ("en", "<p>Story by Jane Doe, photography by Max Shot</p>", ["Jane Doe"]),
    ("en", "<p>Words by Jane Doe. Illustrations by Max Shot.</p>", ["Jane Doe"]),
    ("en", "<p>Guest post by Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>This is a guest post by Jane Doe, a water engineer from Riverton.</p>", ["Jane Doe"]),
    ("en", "<p>Jane Doe reports for River Post.</p>", ["Jane Doe"]),
    ("en", "<p>Author: Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>Original author: Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>May 3, 2019 by Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>May 3, 2019 | Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>Jane Doe · May 3, 2019</p>", ["Jane Doe"]),
    ("en", "<p>Jane Doe</p><p>May 3, 2019</p>", ["Jane Doe"]),
    ("en", "<p>Jane Doe - 3 May 2019</p>", ["Jane Doe"]),
    ("en", "<p>Jane Doe | River Post | May 3, 2019</p>", ["Jane Doe"]),
    ("en", "<p>Posted on May 3, 2019 by Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>Published 3 May 2019 by Jane Doe in Water</p>", ["Jane Doe"]),
    ("en", "<div class='byline'><span>Jane Doe</span></div>", ["Jane Doe"]),
    ("en", "<div class='author'><a rel='author' href='/authors/jane-doe'>Jane Doe</a></div>", ["Jane Doe"]),
    ("en", "<p><a rel='author' href='/authors/jane-doe'>Jane Doe</a></p>", ["Jane Doe"]),
    ("en", "<p><span itemprop='author'>Jane Doe</span></p>", ["Jane Doe"]),
    ("en", "<p><a href='/author/jane-doe/'>Jane Doe</a></p>", ["Jane Doe"]),
    ("en", "<address>Jane Doe</address>", ["Jane Doe"]),
    ("en", "<p><em>Jane Doe, River Post</em></p>", ["Jane Doe"]),
    ("en", "<p>Jane Doe, Professor of Tides, Riverton University</p>", ["Jane Doe"]),
    ("en", "<p>Opinion by Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>An essay by Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>Contributed by Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>Reporting by Jane Doe; editing by John Roe</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe, edited by John Roe</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe (River Post)</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe / River Post</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe, Staff Writer</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe<br>River Post Correspondent</p>", ["Jane Doe"]),
    ("en", "<p>By Jane O'Doe-Smith</p>", ["Jane O'Doe-Smith"]),
    ("en", "<p>By J. K. Doe</p>", ["J. K. Doe"]),
    ("en", "<p>by Jane de la Cruz</p>", ["Jane de la Cruz"]),
    ("en", "<p>Translated by John Roe</p><p>By Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe, translated by John Roe</p>", ["Jane Doe"]),
    ("en", "<p>By Jane Doe (translated by John Roe)</p>", ["Jane Doe"]),
    ("en", "<p>Photo by Max Shot</p>", []),
    ("en", "<p>Posted by admin</p>", []),
    ("en", "<p>By Staff</p>", []),
    ("en", "<p>By Associated Press</p>", []),
    ("en", "<p>By The Editors</p>", []),
    ("en", "<p>By Reuters Staff</p>", []),
    ("en", "<p>By News Desk</p>", []),
    ("en", "<p>By Guest Author</p>", []),
    ("de", "<p>Von Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>von Jane Doe, 3. Mai 2019</p>", ["Jane Doe"]),
    ("de", "<p>Von Jane Doe und John Roe</p>", ["Jane Doe", "John Roe"]),
    ("de", "<p>Von Jane Doe, dpa</p>", ["Jane Doe"]),
    ("de", "<p>VON JANE DOE</p>", ["JANE DOE"]),
    ("de", "<p>Autor: Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>Autorin: Dr. Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>Text: Jane Doe, Fotos: Max Schuss</p>", ["Jane Doe"]),
    ("de", "<p>Ein Gastbeitrag von Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>Gastbeitrag von Jane Doe, Professorin für Gezeiten an der Universität Flussheim</p>", ["Jane Doe"]),
    ("de", "<p>Ein Kommentar von Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>3. Mai 2019 von Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>03.05.2019 | Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>Jane Doe | 03.05.2019</p>", ["Jane Doe"]),
    ("de", "<p>Jane Doe, 3. Mai 2019</p>", ["Jane Doe"]),
    ("de", "<p>Veröffentlicht am 3. Mai 2019 von Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>Geschrieben von: Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>Von unserer Redakteurin Jane Doe</p>", ["Jane Doe"]),
    ("de", "<p>Von Jane Doe (Flusspost)</p>", ["Jane Doe"]),
    ("de", "<p>Von Jane Doe, Flussheim</p>", ["Jane Doe"]),
    ("de", "<p>Aus dem Englischen von Max Wort</p>", []),
    ("de", "<p>Von Redaktion</p>", []),
    ("de", "<p>Von unserer Redaktion</p>", []),
    ("de", "<p>Foto: Max Schuss</p>", []),
    ("de", "<p>Von Jane Doe. Aus dem Englischen von Max Wort</p>", ["Jane Doe"]),
    ("fr", "<p>Par Jane Doe</p>", ["Jane Doe"]),
    ("fr", "<p>par Jane Doe, le 3 mai 2019</p>", ["Jane Doe"]),
    ("fr", "<p>Par Jane Doe et John Roe</p>", ["Jane Doe", "John Roe"]),
    ("fr", "<p>Publié le 3 mai 2019 par Jane Doe</p>", ["Jane Doe"]),
    ("fr", "<p>Publié par Jane Doe le 3 mai 2019</p>", ["Jane Doe"]),
    ("fr", "<p>Auteur : Jane Doe</p>", ["Jane Doe"]),
    ("fr", "<p>Auteure : Jane Doe</p>", ["Jane Doe"]),
    ("fr", "<p>Un texte de Jane Doe</p>", ["Jane Doe"]),
    ("fr", "<p>Une tribune de Jane Doe, professeure à l'université de Fleuveville</p>", ["Jane Doe"]),
    ("fr", "<p>Jane Doe | 3 mai 2019</p>", ["Jane Doe"]),
    ("fr", "<p>Jane Doe - 03/05/2019</p>", ["Jane Doe"]),
    ("fr", "<p>Propos recueillis par Jane Doe</p>", ["Jane Doe"]),
    ("fr", "<p>Par Jane Doe (AFP)</p>", ["Jane Doe"]),
    ("fr", "<p>Par Jane Doe pour Courrier du Fleuve</p>", ["Jane Doe"]),
    ("fr", "<p>Texte : Jane Doe – Photos : Max Tir</p>", ["Jane Doe"]),
    ("fr", "<p>Texte et photos Jane Doe</p>", ["Jane Doe"]),
    ("fr", "<p>Rédigé par Jane Doe</p>", ["Jane Doe"]),
    ("fr", "<p>Par la rédaction</p>", []),
    ("fr", "<p>Traduit de l'anglais par Max Mot</p>", []),
    ("fr", "<p>Par Jane Doe, traduit de l'anglais par Max Mot</p>", ["Jane Doe"]),
    ("fr", "<p>Par Jane Doe. Traduction : Max Mot</p>", ["Jane Doe"]),
    ("es", "<p>Por Jane Doe</p>", ["Jane Doe"]),
    ("es", "<p>Por: Jane Doe</p>", ["Jane Doe"]),
    ("es", "<p>Por Jane Doe y John Roe</p>", ["Jane Doe", "John Roe"]),
    ("es", "<p>Publicado el 3 de mayo de 2019 por Jane Doe</p>", ["Jane Doe"]),
    ("es", "<p>Publicado por Jane Doe el 3 de mayo de 2019</p>", ["Jane Doe"]),
    ("es", "<p>Autor: Jane Doe</p>", ["Jane Doe"]),
    ("es", "<p>Autora: Jane Doe</p>", ["Jane Doe"]),
    ("es", "<p>Escribe Jane Doe</p>", ["Jane Doe"]),
    ("es", "<p>Texto: Jane Doe. Fotos: Max Tiro</p>", ["Jane Doe"]),
    ("es", "<p>Una columna de Jane Doe</p>", ["Jane Doe"]),
    ("es", "<p>Jane Doe | 3 de mayo de 2019</p>", ["Jane Doe"]),
    ("es", "<p>Jane Doe, Correo del Río</p>", ["Jane Doe"]),
    ("es", "<p>Por Jane Doe, para Correo del Río</p>", ["Jane Doe"]),
    ("es", "<p>Por Jane Doe (EFE)</p>", ["Jane Doe"]),
    ("es", "<p>3 mayo, 2019 por Jane Doe</p>", ["Jane Doe"]),
    ("es", "<p>Por redacción</p>", []),
    ("es", "<p>Traducido por Max Palabra</p>", []),
    ("es", "<p>Por Jane Doe. Traducción de Max Palabra</p>", ["Jane Doe"]),
    ("es", "<p>Por Jane Doe / Traducción: Max Palabra</p>", ["Jane Doe"]),
    ("es", "<p>Jane Doe, Universidad de Riotinto</p>", ["Jane Doe"]),
    ("pt", "<p>Por Jane Doe</p>", ["Jane Doe"]),
    ("pt", "<p>por Jane Doe em 3 de maio de 2019</p>", ["Jane Doe"]),
    ("pt", "<p>Por Jane Doe e John Roe</p>", ["Jane Doe", "John Roe"]),
    ("pt", "<p>Publicado por Jane Doe em 3 de maio de 2019</p>", ["Jane Doe"]),
    ("pt", "<p>Autor: Jane Doe</p>", ["Jane Doe"]),
    ("pt", "<p>Texto de Jane Doe</p>", ["Jane Doe"]),
    ("pt", "<p>Jane Doe – 03/05/2019</p>", ["Jane Doe"]),
    ("pt", "<p>Jane Doe, do Correio do Rio</p>", ["Jane Doe"]),
    ("pt", "<p>Por Jane Doe, da Agência Brasil</p>", ["Jane Doe"]),
    ("pt", "<p>Da Redação</p>", []),
    ("pt", "<p>Tradução: Max Palavra</p>", []),
    ("pt", "<p>Por Jane Doe | Tradução de Max Palavra</p>", ["Jane Doe"]),
    ("pt", "<p>Escrito por Jane Doe, traduzido por Max Palavra</p>", ["Jane Doe"]),
    ("it", "<p>di Jane Doe</p>", ["Jane Doe"]),
    ("it", "<p>Di Jane Doe e John Roe</p>", ["Jane Doe", "John Roe"]),
    ("it", "<p>di Jane Doe - 3 maggio 2019</p>", ["Jane Doe"]),
    ("it", "<p>A cura di Jane Doe</p>", ["Jane Doe"]),
    ("it", "<p>Autore: Jane Doe</p>", ["Jane Doe"]),
    ("it", "<p>Scritto da Jane Doe il 3 maggio 2019</p>", ["Jane Doe"]),
    ("it", "<p>Jane Doe | 3 maggio 2019</p>", ["Jane Doe"]),
    ("it", "<p>Articolo di Jane Doe</p>", ["Jane Doe"]),
    ("it", "<p>Redazione</p>", []),
    ("it", "<p>Traduzione di Max Parola</p>", []),
    ("it", "<p>di Jane Doe, traduzione di Max Parola</p>", ["Jane Doe"]),
    ("it", "<p>3 Maggio 2019 di Jane Doe</p>", ["Jane Doe"]),
    ("nl", "<p>Door Jane Doe</p>", ["Jane Doe"]),
    ("nl", "<p>door Jane Doe en John Roe</p>", ["Jane Doe", "John Roe"]),
    ("nl", "<p>Door: Jane Doe</p>", ["Jane Doe"]),
    ("nl", "<p>Tekst: Jane Doe, foto's: Max Schot</p>", ["Jane Doe"]),
    ("nl", "<p>Auteur: Jane Doe</p>", ["Jane Doe"]),
    ("nl", "<p>3 mei 2019 door Jane Doe</p>", ["Jane Doe"]),
    ("nl", "<p>Jane Doe | 3 mei 2019</p>", ["Jane Doe"]),
    ("nl", "<p>Gastblog van Jane Doe</p>", ["Jane Doe"]),
    ("nl", "<p>Door onze redactie</p>", []),
    ("nl", "<p>Vertaling: Max Woord</p>", []),
    ("nl", "<p>Door Jane Doe, vertaald door Max Woord</p>", ["Jane Doe"]),
    ("nl", "<p>Door Jan van der Berg</p>", ["Jan van der Berg"]),
    ("ru", "<p>Автор: Иван Петров</p>", ["Иван Петров"]),
    ("ru", "<p>Автор статьи — Иван Петров</p>", ["Иван Петров"]),
    ("ru", "<p>Иван Петров, «Речная почта»</p>", ["Иван Петров"]),
    ("ru", "<p>Иван Петров, 3 мая 2019</p>", ["Иван Петров"]),
    ("ru", "<p>Авторы: Иван Петров, Анна Сидорова</p>", ["Иван Петров", "Анна Сидорова"]),
    ("ru", "<p>Текст: Иван Петров Фото: Анна Сидорова</p>", ["Иван Петров"]),
    ("ru", "<p>Иван Петров и Анна Сидорова</p><p>3 мая 2019</p>", ["Иван Петров", "Анна Сидорова"]),
    ("ru", "<p>Опубликовано 3 мая 2019, автор Иван Петров</p>", ["Иван Петров"]),
    ("ru", "<p>03.05.2019 Иван Петров</p>", ["Иван Петров"]),
    ("ru", "<p>Автор: редакция</p>", []),
    ("ru", "<p>Перевод: Анна Сидорова</p>", []),
    ("ru", "<p>Автор: Иван Петров, перевод: Анна Сидорова</p>", ["Иван Петров"]),
    ("ru", "<p>Автор оригинала: Джейн Доу</p>", ["Джейн Доу"]),
    ("pl", "<p>Autor: Jan Kowalski</p>", ["Jan Kowalski"]),
    ("pl", "<p>Jan Kowalski, 3 maja 2019</p>", ["Jan Kowalski"]),
    ("pl", "<p>Tekst: Jan Kowalski, zdjęcia: Anna Nowak</p>", ["Jan Kowalski"]),
    ("pl", "<p>Napisała Anna Nowak</p>", ["Anna Nowak"]),
    ("pl", "<p>Opublikowano 3 maja 2019 przez Jan Kowalski</p>", ["Jan Kowalski"]),
    ("pl", "<p>Jan Kowalski (PAP)</p>", ["Jan Kowalski"]),
    ("pl", "<p>oprac. Jan Kowalski</p>", ["Jan Kowalski"]),
    ("pl", "<p>Autorzy: Jan Kowalski i Anna Nowak</p>", ["Jan Kowalski", "Anna Nowak"]),
    ("pl", "<p>Redakcja</p>", []),
    ("pl", "<p>Tłumaczenie: Anna Nowak</p>", []),
    ("pl", "<p>Autor: Jan Kowalski. Tłumaczenie: Anna Nowak</p>", ["Jan Kowalski"]),
    ("pl", "<p>Rozmawiał Jan Kowalski</p>", ["Jan Kowalski"]),
    ("tr", "<p>Yazan: Ayşe Yılmaz</p>", ["Ayşe Yılmaz"]),
    ("tr", "<p>Ayşe Yılmaz</p><p>3 Mayıs 2019</p>", ["Ayşe Yılmaz"]),
    ("tr", "<p>Ayşe Yılmaz yazdı</p>", ["Ayşe Yılmaz"]),
    ("tr", "<p>Yazar: Ayşe Yılmaz</p>", ["Ayşe Yılmaz"]),
    ("tr", "<p>Haber: Ayşe Yılmaz – Fotoğraf: Ali Demir</p>", ["Ayşe Yılmaz"]),
    ("tr", "<p>Ayşe Yılmaz ve Ali Demir</p><p>03.05.2019</p>", ["Ayşe Yılmaz", "Ali Demir"]),
    ("tr", "<p>Ayşe Yılmaz tarafından yazıldı</p>", ["Ayşe Yılmaz"]),
    ("tr", "<p>Çeviren: Ali Demir</p>", []),
    ("tr", "<p>Yazan: Ayşe Yılmaz, Çeviren: Ali Demir</p>", ["Ayşe Yılmaz"]),
    ("tr", "<p>Hazırlayan: Ayşe Yılmaz</p>", ["Ayşe Yılmaz"]),
    ("ar", "<p>بقلم: أحمد علي</p>", ["أحمد علي"]),
    ("ar", "<p>بقلم أحمد علي</p>", ["أحمد علي"]),
    ("ar", "<p>كتب: أحمد علي</p>", ["أحمد علي"]),
    ("ar", "<p>الكاتب: أحمد علي</p>", ["أحمد علي"]),
    ("ar", "<p>أحمد علي – بريد النهر</p>", ["أحمد علي"]),
    ("ar", "<p>ترجمة: سعيد حسن</p>", []),
    ("ar", "<p>بقلم: أحمد علي، ترجمة: سعيد حسن</p>", ["أحمد علي"]),
    ("ar", "<p>إعداد: أحمد علي وسعيد حسن</p>", ["أحمد علي", "سعيد حسن"]),
    ("ar", "<p>كتبت سلمى حسن</p>", ["سلمى حسن"]),
    ("zh", "<p>作者：王小明</p>", ["王小明"]),
    ("zh", "<p>文/王小明</p>", ["王小明"]),
    ("zh", "<p>文｜王小明</p>", ["王小明"]),
    ("zh", "<p>记者 王小明</p>", ["王小明"]),
    ("zh", "<p>记者：王小明 李大海</p>", ["王小明", "李大海"]),
    ("zh", "<p>本报记者 王小明</p>", ["王小明"]),
    ("zh", "<p>河流邮报记者王小明</p>", ["王小明"]),
    ("zh", "<p>撰文：王小明 编辑：李大海</p>", ["王小明"]),
    ("zh", "<p>作者：王小明，译者：李大海</p>", ["王小明"]),
    ("zh", "<p>作者: 王小明 来源: 河流邮报</p>", ["王小明"]),
    ("zh", "<p>王小明 2019-05-03</p>", ["王小明"]),
    ("zh", "<p>2019-05-03 10:20 来源：河流邮报 作者：王小明</p>", ["王小明"]),
    ("zh", "<p>作者：王小明、李大海</p>", ["王小明", "李大海"]),
    ("zh", "<p>原作者：Jane Doe</p>", ["Jane Doe"]),
    ("zh", "<p>译者：李大海</p>", []),
    ("zh", "<p>原文作者：<a href='https://orig.example/jane'>Jane Doe</a></p>", ["Jane Doe"]),
    ("zh", "<p>撰稿人：王小明</p>", ["王小明"]),
    ("zh", "<p>文 / 王小明 图 / 李大海</p>", ["王小明"]),
    ("ja", "<p>文：山田太郎</p>", ["山田太郎"]),
    ("ja", "<p>著者：山田太郎</p>", ["山田太郎"]),
    ("ja", "<p>山田太郎（川の新聞）</p>", ["山田太郎"]),
    ("ja", "<p>執筆：山田太郎</p>", ["山田太郎"]),
    ("ja", "<p>文＝山田太郎</p>", ["山田太郎"]),
    ("ja", "<p>取材・文：山田太郎</p>", ["山田太郎"]),
    ("ja", "<p>文・山田太郎 写真・鈴木花子</p>", ["山田太郎"]),
    ("ja", "<p>翻訳：鈴木花子</p>", []),
    ("ja", "<p>著者：山田太郎　翻訳：鈴木花子</p>", ["山田太郎"]),
    ("ja", "<p>by 山田太郎</p>", ["山田太郎"]),
    ("ja", "<p>By Jane Doe</p>", ["Jane Doe"]),
    ("ja", "<p>投稿者: 山田太郎</p>", ["山田太郎"]),
    ("id", "<p>Oleh: Budi Santoso</p>", ["Budi Santoso"]),
    ("id", "<p>Oleh Budi Santoso</p>", ["Budi Santoso"]),
    ("id", "<p>Penulis: Budi Santoso</p>", ["Budi Santoso"]),
    ("id", "<p>Reporter: Budi Santoso, Editor: Siti Aminah</p>", ["Budi Santoso"]),
    ("id", "<p>Budi Santoso - 3 Mei 2019</p>", ["Budi Santoso"]),
    ("id", "<p>Ditulis oleh Budi Santoso dan Siti Aminah</p>", ["Budi Santoso", "Siti Aminah"]),
    ("id", "<p>Penerjemah: Siti Aminah</p>", []),
    ("id", "<p>Penulis: Budi Santoso | Editor: Siti Aminah</p>", ["Budi Santoso"]),
    ("el", "<p>Του Γιώργου Παππά</p>", ["Γιώργου Παππά"]),
    ("el", "<p>της Μαρίας Παππά</p>", ["Μαρίας Παππά"]),
    ("el", "<p>Γράφει ο Γιώργος Παππάς</p>", ["Γιώργος Παππάς"]),
    ("el", "<p>Συντάκτης: Γιώργος Παππάς</p>", ["Γιώργος Παππάς"]),
    ("el", "<p>Γιώργος Παππάς, 3 Μαΐου 2019</p>", ["Γιώργος Παππάς"]),
    ("el", "<p>ΤΟΥ ΓΙΩΡΓΟΥ ΠΑΠΠΑ</p>", ["ΓΙΩΡΓΟΥ ΠΑΠΠΑ"]),
    ("el", "<p>Μετάφραση: Γιώργος Παππάς</p>", []),
    ("el", "<p>Από τον Γιώργο Παππά</p>", ["Γιώργο Παππά"]),
]
"""Lines above the article, with the authors that they name."""

BELOW = [
    ("en", "<p>Jane Doe is a doctoral student in hydrology at Riverton University.</p>", ["Jane Doe"]),
    ("en", "<p><strong>Jane Doe</strong> is a freelance writer based in Riverton.</p>", ["Jane Doe"]),
    ("en", "<p>Jane Doe writes about rivers for River Post.</p>", ["Jane Doe"]),
    ("en", "<p>About the author: Jane Doe teaches hydrology in Riverton.</p>", ["Jane Doe"]),
    ("en", "<h3>About the author</h3><p>Jane Doe teaches hydrology at Riverton University.</p>", ["Jane Doe"]),
    (
        "en",
        "<h3>About the authors</h3><p>Jane Doe teaches hydrology.</p><p>John Roe is a plumber.</p>",
        ["Jane Doe", "John Roe"],
    ),
    ("en", "<p>Jane Doe, Professor of Tides, Riverton University</p>", ["Jane Doe"]),
    (
        "en",
        "<p>Jane Doe, Senior Lecturer in Tides, Riverton University and John Roe, PhD Candidate, Lake College</p>",
        ["Jane Doe", "John Roe"],
    ),
    ("en", "<p>— Jane Doe, River Post</p>", ["Jane Doe"]),
    ("en", "<p>Author: Jane Doe</p>", ["Jane Doe"]),
    ("en", "<p>Written by Jane Doe for River Post.</p>", ["Jane Doe"]),
    ("en", "<p>Jane Doe is the author of “Wells” and a contributing editor at River Post.</p>", ["Jane Doe"]),
    ("en", "<p>Jane Doe and John Roe are researchers at the Riverton Institute.</p>", ["Jane Doe", "John Roe"]),
    ("en", "<div class='author-bio'><h4>Jane Doe</h4><p>Jane lives near the river.</p></div>", ["Jane Doe"]),
    (
        "en",
        "<div class='author-box'><a href='/author/jane-doe'>Jane Doe</a><p>Jane lives near the river.</p></div>",
        ["Jane Doe"],
    ),
    ("de", "<p>Jane Doe ist Professorin für Gezeiten an der Universität Flussheim.</p>", ["Jane Doe"]),
    ("de", "<p>Jane Doe ist freie Journalistin und lebt in Flussheim.</p>", ["Jane Doe"]),
    ("de", "<p>Zur Person: Jane Doe lehrt Wasserbau.</p>", ["Jane Doe"]),
    ("de", "<p>Die Autorin Jane Doe lehrt Wasserbau an der Universität Flussheim.</p>", ["Jane Doe"]),
    ("de", "<p>Über den Autor: Jane Doe lebt in Flussheim.</p>", ["Jane Doe"]),
    ("de", "<p>Jane Doe / dpa</p>", ["Jane Doe"]),
    ("de", "<p>(Jane Doe, dpa)</p>", ["Jane Doe"]),
    ("fr", "<p>Jane Doe est maîtresse de conférences à l'université de Fleuveville.</p>", ["Jane Doe"]),
    ("fr", "<p>Jane Doe est journaliste indépendante.</p>", ["Jane Doe"]),
    ("fr", "<p>Jane Doe, professeure d'hydrologie, Université de Fleuveville</p>", ["Jane Doe"]),
    ("fr", "<p>À propos de l'auteur : Jane Doe vit à Fleuveville.</p>", ["Jane Doe"]),
    ("es", "<p>Jane Doe es profesora de hidrología en la Universidad de Riotinto.</p>", ["Jane Doe"]),
    ("es", "<p>Jane Doe, Profesora titular de Hidrología, Universidad de Riotinto</p>", ["Jane Doe"]),
    ("es", "<p>Sobre la autora: Jane Doe vive en Riotinto.</p>", ["Jane Doe"]),
    ("es", "<p>Artículo original de Jane Doe</p>", ["Jane Doe"]),
    ("pt", "<p>Jane Doe é professora de hidrologia na Universidade de Rio Claro.</p>", ["Jane Doe"]),
    ("pt", "<p>Jane Doe, Professora de Hidrologia, Universidade de Rio Claro</p>", ["Jane Doe"]),
    ("pt", "<p>Sobre a autora: Jane Doe vive em Rio Claro.</p>", ["Jane Doe"]),
    ("it", "<p>Jane Doe è professoressa di idrologia all'Università di Fiumicello.</p>", ["Jane Doe"]),
    ("it", "<p>L'autrice: Jane Doe vive a Fiumicello.</p>", ["Jane Doe"]),
    ("nl", "<p>Jane Doe is hoogleraar hydrologie aan de Universiteit van Rivierstad.</p>", ["Jane Doe"]),
    ("nl", "<p>Over de auteur: Jane Doe woont in Rivierstad.</p>", ["Jane Doe"]),
    ("ru", "<p>Иван ПЕТРОВ, Речная почта</p>", ["Иван ПЕТРОВ"]),
    ("ru", "<p>Иван Петров — профессор Речного университета.</p>", ["Иван Петров"]),
    ("ru", "<p>Об авторе: Иван Петров живёт в Речном.</p>", ["Иван Петров"]),
    ("pl", "<p>Jan Kowalski jest profesorem hydrologii na Uniwersytecie Rzecznym.</p>", ["Jan Kowalski"]),
    ("pl", "<p>O autorze: Jan Kowalski mieszka w Rzecznej.</p>", ["Jan Kowalski"]),
    ("zh", "<p>（记者王小明）</p>", ["王小明"]),
    ("zh", "<p>（作者：王小明）</p>", ["王小明"]),
    ("zh", "<p>（王小明）</p>", ["王小明"]),
    ("zh", "<p>（作者王小明系河流大学教授）</p>", ["王小明"]),
    ("zh", "<p>（责任编辑：李大海）</p>", []),
    ("zh", "<p>责任编辑：李大海</p>", []),
    ("zh", "<p>撰文 | 王小明</p>", ["王小明"]),
    ("ja", "<p>（文／山田太郎）</p>", ["山田太郎"]),
    ("ja", "<p>原著者：Jane Doe</p>", ["Jane Doe"]),
    ("id", "<p>Budi Santoso adalah dosen hidrologi di Universitas Sungai.</p>", ["Budi Santoso"]),
    ("id", "<p>Budi Santoso, Dosen Hidrologi, Universitas Sungai</p>", ["Budi Santoso"]),
    ("el", "<p>Ο Γιώργος Παππάς είναι καθηγητής στο Πανεπιστήμιο Ποταμού.</p>", ["Γιώργος Παππάς"]),
]
"""Lines below it, before the credit."""

HEAD = [
    ("en", "<meta name='author' content='Jane Doe'>", ["Jane Doe"]),
    ("en", "<meta property='article:author' content='Jane Doe'>", ["Jane Doe"]),
    ("en", "<meta name='DC.creator' content='Doe, Jane'>", ["Jane Doe"]),
    (
        "en",
        "<meta name='citation_author' content='Jane Doe'><meta name='citation_author' content='John Roe'>",
        ["Jane Doe", "John Roe"],
    ),
    ("en", "<meta name='byl' content='By Jane Doe'>", ["Jane Doe"]),
    ("en", "<meta name='author' content='admin'>", []),
    (
        "en",
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Article","headline":"Water for the valley","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Jane Doe"}]}</script>',
        ["Jane Doe"],
    ),
    (
        "en",
        '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Water for the valley","author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"John Roe"}]}]</script>',
        ["Jane Doe", "John Roe"],
    ),
    (
        "en",
        '<script type="application/ld+json">{"@type":["NewsArticle"],"headline":"Water for the valley","author":["Jane Doe","John Roe"]}</script>',
        ["Jane Doe", "John Roe"],
    ),
    (
        "en",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Water for the valley","creator":"Jane Doe","author":{"@type":"Organization","name":"Host Herald"}}</script>',
        ["Jane Doe"],
    ),
]
"""What stands in the head."""


def authors(lang: str, **parts: str) -> list[str]:
    """Names of the authors of a repost in `lang`."""
    bottom = parts.pop("bottom", "") + CREDITS[lang]
    read = page(html(lang=lang, bottom=bottom, **parts))
    assert read.repost.is_repost
    return [byline.name for byline in read.bylines]


@pytest.mark.parametrize(("lang", "line", "expected"), ABOVE)
def test_byline_above_the_article(lang: str, line: str, expected: list[str]) -> None:
    """Authors are named; translators, photographers, editors, desks and agencies are none."""
    assert expected == authors(lang, top=line)


@pytest.mark.parametrize(("lang", "line", "expected"), BELOW)
def test_author_below_the_article(lang: str, line: str, expected: list[str]) -> None:
    """Who is presented at the end, or signs there, wrote the article."""
    assert expected == authors(lang, bottom=line)


@pytest.mark.parametrize(("lang", "head", "expected"), HEAD)
def test_author_in_the_head(lang: str, head: str, expected: list[str]) -> None:
    """Data names the author where no reader sees one."""
    assert expected == authors(lang, head=head)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Close To Home, May 3, 2019</p>",
        "<p>For Immediate Release, May 3, 2019</p>",
        "<p>Published Monday, May 3, 2019</p>",
        "<p>WORLD NEWS | May 3, 2019</p>",
        "<h2>Water Supply Systems</h2><p>May 3, 2019</p>",
        "<p>Enlarge Image</p><p>May 3, 2019</p>",
        "<p class='author'>Published By</p>",
        "<p class='byline'>USA Today | May 3, 2019</p>",
        "<p>The River Department, May 3, 2019</p>",
    ],
)
def test_what_only_looks_like_a_name(line: str) -> None:
    """Headings, labels, outlets and days are no authors."""
    assert authors("en", top=line) == []


def test_an_author_box_of_another_article_is_left_out() -> None:
    """The first names that are marked belong to the article."""
    top = '<p class="signature">Jane Doe</p>'
    beside = '<div><p>Other articles of this site that you may like to look at</p><p class="author">Max Other</p></div>'

    assert authors("en", top=top, beside=beside) == ["Jane Doe"]


def test_authors_said_of_in_the_paragraph_of_the_credit() -> None:
    """Syndicated articles often end with their authors and the credit in one paragraph."""
    credit = (
        "<p>Jane Doe is a doctoral student at Riverton University. John Roe is a professor of tides there. This "
        'article is republished from <a href="https://orig.example/water">River Post</a> under a Creative Commons '
        "licence.</p>"
    )
    text = html(top='<p class="byline">By Max Upload</p>', bottom=credit)

    assert ["Jane Doe", "John Roe"] == [byline.name for byline in page(text).bylines]


def test_contributors_of_a_translation() -> None:
    """Who translated is no author, nor is a desk of the site."""
    people = [("Written by", "Jane Roe"), ("Written by", "Host Herald Valley Desk"), ("Translated by", "Max Word")]
    credit = "".join(
        f'<div class="author"><span>{said}</span><a href="https://host.example/author/{n}/">{name}</a></div>'
        for n, (said, name) in enumerate(people)
    )

    assert ["Jane Roe"] == [byline.name for byline in page(html(top=credit)).bylines]


def test_every_name_of_a_byline_has_its_own_place() -> None:
    """Not that of the first: what mends one of them must find it."""
    read = page(html(top="<p>By Jane Doe and John Roe</p>", bottom=CREDITS["en"]))
    jane, john = (byline.location.column or 0 for byline in read.bylines)

    assert len("Jane Doe and ") == john - jane
