"""Pages to read: a site with menu, article, related links and footer, into which a test puts its own lines."""

from __future__ import annotations

from licencecheck.documents import read
from licencecheck.documents.document import Document
from licencecheck.evidence import page_of
from licencecheck.model import Page, SiteProfile

HOST, SITE = "host.example", "Host Herald"

PARAGRAPHS = (
    "The old pumps beside the mill have run dry for the third summer in a row, and the people of the valley have begun "
    "to carry water in cans from the upper spring, as their grandparents did before the pipes were laid.",
    "Engineers who were called in by the council found rust in two of the four shafts. They proposed to close both of "
    "them before winter and to dig a new one further east, where the ground holds more water than anybody had thought.",
    "Farmers are not convinced. Several of them remember the drought thirty years ago, when a new shaft was promised, "
    "paid for and forgotten, and they now ask for a guarantee in writing before they agree to a single day of digging.",
    "A vote is planned for the autumn, and until then the tankers will keep coming twice a week. Nobody in the valley "
    "expects that the matter will be settled by then, but most agree that the talk has at least begun in earnest.",
    "In the meantime the school has dug a small basin behind the gymnasium, in which the pupils collect rain, and they "
    "measure every morning how much has fallen, although for the last nine weeks the answer has always been the same.",
    "What happens to the mill itself is another question. Its owner would like to turn it into a museum of milling, "
    "with a wheel that turns, yet a wheel needs water too, and of water there is at present not nearly enough.",
)


def html(
    *,
    top: str = "",
    middle: str = "",
    bottom: str = "",
    beside: str = "",
    footer: str = "",
    head: str = "",
    title: str = "Water for the valley",
    lang: str = "en",
    site: str = SITE,
) -> str:
    """An article page of `site`; `beside` follows the article, and all parts are HTML."""
    body = [f"<p>{text}</p>" for text in PARAGRAPHS]
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title} - {site}</title>
<meta property="og:site_name" content="{site}"><meta property="og:url" content="https://{HOST}/water">
{head or f'<link rel="canonical" href="https://{HOST}/water">'}</head><body>
<header><nav><a href="/">Home</a> <a href="/valley">Valley</a> <a href="https://{HOST}/about">About us</a></nav></header>
<main><article><h1>{title}</h1>
{top}
{"".join(body[:3])}
{middle}
{"".join(body[3:])}
{bottom}
</article>
{beside}
</main><footer>{footer or f"<p>© 2026 {site}. All rights reserved. <a href='/privacy'>Privacy</a></p>"}</footer>
</body></html>
"""


def markdown(*, top: str = "", bottom: str = "", front: str = "title: Water for the valley") -> str:
    """A post with front matter."""
    return "\n\n".join(filter(None, [f"---\n{front}\n---", top, *PARAGRAPHS, bottom])) + "\n"


def page(text: str, *, url: str | None = None, profile: SiteProfile | None = None, main_text: bool = False) -> Page:
    """Read a page with every fact: HTML, or a post if it begins with front matter."""
    name = "post.md" if text.startswith("---") else "page.html"
    document = read(name, text.encode(), url=url)
    assert isinstance(document, Document), document
    return page_of(document, profile=profile, thorough=True, main_text=main_text)
