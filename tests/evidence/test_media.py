"""Images with their captions, and what is embedded."""

from __future__ import annotations

import time

import pytest

from licencecheck.model import Image, Role
from tests.evidence.making import html, markdown, page

URL = "https://host.example/water"


def images(text: str) -> tuple[Image, ...]:
    """Read the images of a page."""
    return tuple(page(text, url=URL).images)


def test_a_figure_has_its_caption() -> None:
    """However deep the image stands in it."""
    figure = (
        '<figure><div><a href="#"><img src="/pump.jpg" alt="A pump"></a></div>'
        "<figcaption>The pump. <small>Ann Roe/Host</small></figcaption></figure>"
    )
    (image,) = images(html(middle=figure))

    assert ("The pump. Ann Roe/Host", "A pump") == (image.caption, image.alt)
    assert ("/pump.jpg", "https://host.example/pump.jpg") == (image.src, image.url)
    assert Role.CAPTION is image.role


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("Photo: Ann Roe/Reuters", True),
        ("The pump before it broke. (Unsplash/Ann Roe)", True),
        ("The pump is as old as the mill. Source: Ann Roe", True),
        ("The pump is old.", False),
        ("The pump (built in 1931) is old.", False),
        ("The pump is old, and this is a paragraph of the article. " * 6 + "(Ann Roe)", False),
    ],
)
@pytest.mark.parametrize(
    "image", ['<p><img src="/pump.jpg"></p>', "<figure><img src='/pump.jpg'><figcaption></figcaption></figure>"]
)
def test_a_line_below_that_is_signed_is_its_caption(image: str, line: str, is_caption: bool) -> None:
    """As posts have it that were converted; a paragraph of the article is not."""
    assert (line if is_caption else "") == images(html(middle=f"{image}<p>{line}</p>"))[0].caption


def test_images_of_posts() -> None:
    """With the line below, and the place of the image."""
    text = markdown(top="![A pump](/pump.jpg)\n*Ann Roe/Host*")
    (image,) = images(text)

    assert ("A pump", "Ann Roe/Host", "/pump.jpg") == (image.alt, image.caption, image.src)
    assert 5 == image.location.line


@pytest.mark.parametrize(
    ("markup", "src"),
    [
        ('<img src="data:image/gif;base64,R0" data-src="/pump.jpg">', "/pump.jpg"),
        ('<img src="/spinner.gif" data-lazy-src="/pump.jpg">', "/pump.jpg"),
        ('<img srcset="/pump-400.jpg 400w, /pump-800.jpg 800w">', "/pump-400.jpg"),
        ('<picture><source srcset="/pump.webp"><img src="/pump.jpg"></picture>', "/pump.jpg"),
    ],
)
def test_lazy_images_are_read(markup: str, src: str) -> None:
    """The address is that of the picture, not of what stands for it."""
    assert [src] == [image.src for image in images(html(middle=f"<p>{markup}</p>"))]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/dot.gif" width="1" height="1">',
        '<img src="https://counter.theconversation.com/content/1/count.gif">',
        '<img alt="nothing">',
        '<img src="data:image/gif;base64,R0">',
        '<div hidden><img src="/pump.jpg"></div>',
    ],
)
def test_counters_and_placeholders_are_no_images(markup: str) -> None:
    """A reader sees nothing of them."""
    assert () == images(html(middle=f"<p>{markup}</p>"))


def test_icons_are_small() -> None:
    """By what the page declares of their size."""
    small, large, untold = images(
        html(
            middle='<p><img src="/a.png" width="16px"><img src="/b.png" width="640"><img src="/c.png" width="50%"></p>'
        )
    )

    assert [True, False, False] == [small.small, large.small, untold.small]


def test_embeds_of_the_article() -> None:
    """Frames, videos and sounds; advertisements and what stands in menus are none."""
    within = (
        '<iframe src="https://maps.example/1"></iframe><video><source src="/pump.mp4"></video>'
        '<object data="/pump.svg"></object><iframe src="https://x.doubleclick.net/ad"></iframe>'
        '<iframe src="about:blank"></iframe><iframe src="javascript:0"></iframe>'
    )
    read = page(html(middle=within, footer='<iframe src="https://foot.example/"></iframe>'), url=URL)

    assert ["https://maps.example/1", "https://host.example/pump.mp4", "https://host.example/pump.svg"] == [
        embed.url for embed in read.embeds
    ]


def test_posts_embed_with_markup() -> None:
    """As generators let them."""
    read = page(markdown(bottom='<iframe src="https://maps.example/1"></iframe>'))

    assert ["https://maps.example/1"] == [embed.url for embed in read.embeds]


@pytest.mark.parametrize(
    "middle",
    [
        "<figure>" * 900 + '<img src="/a.jpg">' * 5_000 + "word " * 20_000 + "</figure>" * 900,
        "<div>" * 900 + '<iframe src="/a"></iframe>' * 20_000 + "</div>" * 900,
        '<p><img src="' + "a/" * 200_000 + '"></p>',
        '<p><img srcset="' + "a " * 200_000 + '"></p>',
        "<p><img src='/a.jpg' width='" + "9" * 100_000 + "'></p>",
    ],
)
def test_crafted_pages_take_little_time(middle: str) -> None:
    """What is read is bounded."""
    text = html(middle=middle)
    start = time.process_time()
    read = page(text, url=URL)
    seconds = time.process_time() - start

    assert len(read.images) <= 300 and len(read.embeds) <= 300
    assert seconds < 4
