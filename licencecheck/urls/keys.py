"""Whether two addresses are of one page."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode

from licencecheck.text import compiled
from licencecheck.urls.hosts import host_of
from licencecheck.urls.parts import LONGEST, split
from licencecheck.urls.wrappers import unwrap

_TRACKING = (
    r"(?i)(?:utm|mtm|pk|piwik|matomo|hmb|itm|otm|_hs|__hs|_branch|vero|vn|guce|_x_tr|__twtr)_.+|_{1,2}hs.+|hsctatracking"
    r"|int_(?:cmp|campaign|source|medium)|fb_(?:action_.+|source|ref|comment_id)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid"
    r"|srsltid|gs_l|msclkid|twclid|yclid|ysclid|ymclid|_openstat|igshid|igsh|li_fat_id|ttclid|rdt_cid|epik"
    r"|mc_(?:eid|cid|tc)|mkt_tok|_ga|_gl|_ke|oly_(?:anon|enc)_id|wickedid|rb_clickid|s_cid|s_kwcid"
    r"|ml_subscriber(?:_hash)?|cmpid|cmp|campaign_?id|os_ehash|xtor|smid|smtyp|wt_z?mc(?:\..+)?|wtrid|ocid"
    r"|at_(?:medium|campaign|custom\d|link_.+|ptr_.+|bbc_.+|format|creation)|ns_(?:campaign|mchannel|source|linkname|fee)"
    r"|spm|scm|tracking_source|trk|trkemail|mbid|cndid|echobox|__twitter_impression|ref_?src|ref_url|referr?er"
    r"|share_?(?:from|source|token|id)?|sharetype|feature|partner|sh_kit|guccounter|amp_(?:js_v|gsa|ct)|usqp|distributor"
    # how a page is shown, not which page it is
    r"|amp|amp_markup|print|printable|printmode|pagewanted|singlepage|output|outputtype|nr|no_ist|fullpage|mobile|showall"
    r"|replytocom|like_comment|msg|nb|fref|__tn__|noredirect|noamp"
)
_UNTELLING = r"(?i)ref|source|src|from|s|m|b|sh|cid|r|via|page|pagenum|part|lang"
_VARIANT = (
    r"(?i)(?:/amp(?:html)?|\.amp(?=\.html?$)|/amp(?=\.html?$)|/print(?:able|/article)?|/singlepage|/all|/feed|/embed"
    r"|/trackback|/comments?|/comment-page-\d+|/(?:index|default)\.(?:html?|php|aspx?))/?$"
)
_ENCODED_SLASH = re.compile("%2f", re.IGNORECASE)


def url_key(url: str) -> str:
    """Reduce an address to what tells pages apart; a key is for comparing only and no address.

    Unwrapped, without scheme and `www.`, path in one spelling and without AMP, print and index variants, query sorted
    and without tracking.
    """
    return _url_key(unwrap(url)[:LONGEST])


@lru_cache(maxsize=4096)
def _url_key(url: str) -> str:
    parts = split(url)
    key = host_of(url) + ("" if parts.port in {None, "", "80", "443"} else f":{parts.port}") + _path_key(parts.path)
    pairs = sorted(telling_parameters(parts.query or ""))
    key += f"?{urlencode(pairs, errors='replace')}" if pairs else ""
    return f"{key}#{parts.fragment}" if (parts.fragment or "").startswith("!") else key


def _path_key(path: str) -> str:
    path = quote(unquote(_ENCODED_SLASH.sub("%252F", path)), safe="/:@!$&'()*+,;=~-._", errors="replace")
    path = posixpath.normpath(re.sub("//+", "/", path)) if path else ""
    for _ in range(2):
        path = compiled(_VARIANT).sub("", path, count=1)
    return path.rstrip("/") if path != "." else ""


def telling_parameters(query: str) -> list[tuple[str, str]]:
    """List the parameters of a query without those that track the reader or choose how a page is shown."""
    pairs = parse_qsl(query, keep_blank_values=True) if query else []
    return [pair for pair in pairs if not compiled(_TRACKING).fullmatch(pair[0])]


def untracked(url: str) -> str:
    """Take off an address what tracks its reader; all else stays as it is written."""
    page, _, rest = url.partition("?")
    query, fragment_mark, fragment = rest.partition("#")
    kept = [
        part for part in query.split("&") if part and not compiled(_TRACKING).fullmatch(unquote(part.partition("=")[0]))
    ]
    return page + (f"?{'&'.join(kept)}" if kept else "") + fragment_mark + fragment


def is_untelling(parameter: str) -> bool:
    """Whether a parameter may as well say where the reader came from (`ref`, `source`) as what is shown."""
    return compiled(_UNTELLING).fullmatch(parameter) is not None


def same_url(a: str, b: str) -> bool:
    """Whether two addresses are of one page: equal keys, or keys that differ by a `ref=` which one of them lacks."""
    first, second = url_key(a), url_key(b)
    if first == second:
        return True
    place, _, query = first.partition("?")
    other_place, _, other_query = second.partition("?")
    if place != other_place or "/" not in place:
        return False
    differing = [name for name, _ in set(parse_qsl(query)) ^ set(parse_qsl(other_query))]
    return all(map(is_untelling, differing)) and len(differing) == len(set(differing))
