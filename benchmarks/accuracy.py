"""Accuracy over a folder of labelled pages: what is read from them, against what a person read.

    python benchmarks/accuracy.py FOLDER [--misses FIELD] [--json OUT]

FOLDER holds `labels.jsonl` (one JSON object for each page: `file`, `host`, `kind`, and the labelled facts), the pages,
and `negatives/`, ordinary pages that repost nothing. Every field is scored over all labelled pages: precision is right
of claimed, recall right of labelled, and a claim on a page whose label has no such fact counts against precision. The
intervals are 95 % bootstrap intervals over hosts. Labels marked `unsure` are left out. Same pages, same figures.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from licencecheck import extract
from licencecheck.documents import read_file
from licencecheck.evidence.layout.cutting import runs_of
from licencecheck.formats.extraction import as_object
from licencecheck.model import Unreadable

Object = dict[str, Any]

_SAMPLES, _SEED = 400, 1
_FIELDS = {
    "repost": "kind", "source": "source", "source_link": "source_link", "link_class": "source_link",
    "author": "author", "copyright": "copyright", "licence": "licence", "canonical": "canonical",
    "counter": "tracking_pixel", "blocks": "attribution_blocks",
}  # fmt: skip
"""The fields that are scored, with the key of the label that each is held against."""
_SHOWN = {"link_class": "source_link", "author": "authors", "licence": "licences", "counter": "counters"}
"""What a field is called in an answer, where the names differ."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one page does in one field; the sums of many give the figures."""

    right: float = 0.0
    claimed: float = 0.0
    labelled: float = 0.0

    def __add__(self, other: Score) -> Score:
        """Score of both together."""
        return Score(self.right + other.right, self.claimed + other.claimed, self.labelled + other.labelled)

    @property
    def precision(self) -> float | None:
        """Share of what is claimed that is right; None where nothing is."""
        return self.right / self.claimed if self.claimed else None

    @property
    def recall(self) -> float | None:
        """Share of what is labelled that is found; None where nothing is."""
        return self.right / self.labelled if self.labelled else None


@dataclass(slots=True)
class Figures:
    """What a folder of labelled pages says."""

    pages: int = 0
    unreadable: int = 0
    fields: dict[str, Score] = field(default_factory=dict)
    hosts: dict[str, dict[str, Score]] = field(default_factory=dict)
    """The same, host by host."""
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """For each field the pages on which it is wrong: wanted and found."""
    ordinary: int = 0
    called_reposts: list[str] = field(default_factory=list)
    """Ordinary pages that are called a repost."""
    blocks: int = 0
    """Labelled attribution blocks that are paragraphs or lines of their own."""
    blocks_in_text: int = 0
    """Those of them that were left in the main text."""
    blocks_lost: int = 0
    """Those that stand neither in the main text nor among the attribution blocks."""

    def as_json(self) -> Object:
        """The figures as an object, rounded to four places."""

        def rounded(share: float | None) -> float | None:
            return None if share is None else round(share, 4)

        return {
            "pages": self.pages,
            "unreadable": self.unreadable,
            "fields": {
                name: {
                    "precision": rounded(score.precision),
                    "recall": rounded(score.recall),
                    "labelled": round(score.labelled),
                }
                for name, score in self.fields.items()
            },
            "ordinary_pages": {"pages": self.ordinary, "called_a_repost": len(self.called_reposts)},
            "attribution_blocks": {
                "labelled": self.blocks,
                "in_main_text": self.blocks_in_text,
                "lost": self.blocks_lost,
            },
        }

    def intervals(self, name: str) -> tuple[str, str]:
        """95 % intervals of precision and recall, by drawing hosts anew: pages of one host are alike."""
        rng, hosts = random.Random(_SEED), sorted(self.hosts)
        drawn = [
            sum((self.hosts[h].get(name, Score()) for h in rng.choices(hosts, k=len(hosts))), Score())
            for _ in range(_SAMPLES)
        ]
        return _interval([s.precision for s in drawn]), _interval([s.recall for s in drawn])


def measure(folder: Path, jobs: int | None = None) -> Figures:
    """Read all pages of a labelled folder, with `jobs` processes, and score what was read.

    Raises:
        OSError, ValueError: the labels cannot be read.
    """
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [label for line in lines if line.strip() and not (label := json.loads(line)).get("unsure")]
    ordinary = sorted(p for p in (folder / "negatives").rglob("*") if p.is_file())
    paths = [folder / label["file"] for label in labels]
    answers = _answers([*paths, *ordinary], jobs)
    figures = Figures(pages=len(labels), ordinary=len(ordinary))
    for label, path in zip(labels, paths, strict=True):
        _score(figures, label, path, answers[path.as_posix()])
    # a page that gives no answer is not acquitted
    figures.called_reposts = [p.name for p in ordinary if answers[p.as_posix()].get("repost", True)]
    return figures


def _answers(paths: Sequence[Path], jobs: int | None) -> dict[str, Object]:
    pages = extract(*paths, jobs=jobs) if paths else ()
    return {Path(page.path).as_posix(): as_object(page) for page in pages}


def _score(figures: Figures, label: Object, path: Path, answer: Object) -> None:
    figures.unreadable += "error" in answer
    is_repost = label["kind"] in {"repost", "excerpt"}
    claimed = bool(answer.get("repost"))
    attribution = answer.get("attribution") or {}
    host = figures.hosts.setdefault(label.get("host") or label["id"], {})
    for name, score in _scores(label, attribution, is_repost=is_repost, claimed=claimed):
        figures.fields[name] = figures.fields.get(name, Score()) + score
        host[name] = host.get(name, Score()) + score
        if score.right < 1 and (score.claimed or score.labelled):
            found = answer.get("reason") if name == "repost" else attribution.get(_SHOWN.get(name, name))
            figures.misses[name].append(
                f"{label['id']} | {label['kind']} | {_short(label.get(_FIELDS[name]))} | {_short(found)}"
            )
    if is_repost and "error" not in answer:
        _score_blocks(figures, label, path, answer)


def _scores(label: Object, found: Object, *, is_repost: bool, claimed: bool) -> Iterator[tuple[str, Score]]:
    """All fields of one page; what is read from a page that is not called a repost is no credit."""
    yield "repost", Score(is_repost and claimed, claimed, is_repost)
    wanted = label if is_repost else {}
    credited = found if claimed else {}
    yield "source", _source(wanted, credited)
    link, second = _source_link(wanted, credited)
    yield "source_link", link
    if is_repost and not second:
        yield "link_class", _link_class(wanted, credited)
    if is_repost:
        yield "author", _author(wanted, credited)
        if any(words(block) for block in label.get("attribution_blocks") or []):
            yield "blocks", _block_words(wanted, credited)
    yield "copyright", _copyright(label, found)
    yield "licence", _licence(label, found)
    yield "canonical", _canonical(label, found)
    yield "counter", _counter(label, found)


def _source(label: Object, found: Object) -> Score:
    wanted, name = (label.get("source") or {}).get("name"), (found.get("source") or {}).get("name")
    href = (label.get("source_link") or {}).get("href") or ""
    # who gives the host of the labelled link has named the party too
    right = wanted and name and (same_party(wanted, name) or same_party(_split(href).netloc, name))
    return Score(bool(right), bool(name), bool(wanted))


def _source_link(label: Object, found: Object) -> tuple[Score, bool]:
    """The score, and whether the link is another one of the credit than that which the label gives first."""
    wanted, href = (label.get("source_link") or {}).get("href"), (found.get("source_link") or {}).get("href")
    if not wanted or not href:
        return Score(0, bool(href), bool(wanted)), False
    first = address(href) == address(wanted)
    second = not first and address(href) in {address(other.get("href")) for other in label.get("other_links") or []}
    return Score(first or second, 1, 1), second


def _link_class(label: Object, found: Object) -> Score:
    known = {"article", "homepage", "dead", "relative"}
    wanted = (label.get("source_link") or {}).get("status") or "none"
    target = (found.get("source_link") or {}).get("target")
    wanted = {"placeholder": "dead", "home": "homepage"}.get(wanted, wanted)
    return Score((wanted if wanted in known else "none") == (target if target in known else "none"), 1, 1)


def _author(label: Object, found: Object) -> Score:
    """A label that names no author says nothing: many pages carry a byline of their host."""
    wanted = (label.get("author") or {}).get("name")
    if not wanted:
        return Score()
    names = [author["name"] for author in found.get("authors") or [] if author["name"]]
    hits = [name for name in names if same_party(wanted, name) or set(words(name)) <= set(words(wanted))]
    return Score(bool(hits), len(names) / max(1, len(hits)), 1)


def _block_words(label: Object, found: Object) -> Score:
    """Words of the attribution blocks, each page counting as much as any other."""
    wanted = Counter(word for block in label["attribution_blocks"] for word in words(block))
    claimed = Counter(word for block in found.get("blocks") or [] for word in words(block["text"]))
    return Score((wanted & claimed).total() / wanted.total(), claimed.total() / wanted.total(), 1)


def _copyright(label: Object, found: Object) -> Score:
    wanted, notices = label.get("copyright"), found.get("copyright") or []
    if not wanted or not wanted.get("holder"):
        return Score(0, 0 if wanted else len(notices), 0)
    year = str(wanted.get("year") or "")[:4]
    right = any(
        any(same_party(wanted["holder"], holder) for holder in notice["holders"])
        and (not year or year in map(str, notice["years"]))
        for notice in notices
    )
    return Score(right, len(notices), 1)


def _licence(label: Object, found: Object) -> Score:
    """Licences of the article; one of the whole site is a claim only where the label speaks of the site's."""
    wanted = label.get("licence") or {}
    scopes = {"article", wanted.get("scope")} & {"article", "site"}
    claims = {(_licence_key(x["id"]), x["scope"]) for x in found.get("licences") or [] if x["scope"] in scopes}
    claims = {claim for claim in claims if claim[0] not in {"", "all-rights-reserved"}}
    stated = wanted.get("scope") in {"article", "site"} and wanted.get("id") not in {None, "all-rights-reserved"}
    right = stated and (_licence_key(wanted["id"]), wanted["scope"]) in claims
    return Score(bool(right), len(claims), stated)


def _canonical(label: Object, found: Object) -> Score:
    wanted, href = label.get("canonical"), (found.get("canonical") or {}).get("href")
    return Score(bool(wanted and href and address(wanted) == address(href)), bool(href), bool(wanted))


def _counter(label: Object, found: Object) -> Score:
    wanted = label.get("tracking_pixel")
    addresses = {address(counter["url"]).split("?")[0] for counter in found.get("counters") or [] if counter["url"]}
    right = bool(wanted) and address(wanted).split("?")[0] in addresses
    return Score(right, bool(addresses), bool(wanted))


def _score_blocks(figures: Figures, label: Object, path: Path, answer: Object) -> None:
    """Count where the labelled blocks ended up that can be parted from the text: whole paragraphs or lines of it."""
    document = read_file(str(path))
    if isinstance(document, Unreadable):
        return
    runs = [line for run in runs_of(document.tree) if (line := tuple(words(run.text)))]
    main_text = (answer.get("main_text") or {}).get("text") or ""
    kept = {tuple(words(line)) for line in main_text.splitlines()}
    named = {tuple(words(block["text"])) for block in answer["attribution"].get("blocks") or []}
    evidence = words((label.get("source") or {}).get("evidence"))
    for block in label.get("attribution_blocks") or []:
        lines = _lines_of(tuple(words(block)), runs)
        if lines and not _is_glued(words(block), evidence):
            figures.blocks += 1
            if not kept.isdisjoint(lines):
                figures.blocks_in_text += 1
                figures.misses["main_text"].append(f"{label['id']} | left in the main text | {_short(block)}")
            elif named.isdisjoint(lines):
                figures.blocks_lost += 1
                figures.misses["lost"].append(f"{label['id']} | in neither | {_short(block)}")


_GLUED = 15
"""Words of the article with which a block is more than its credit."""


def _is_glued(block: Sequence[str], evidence: Sequence[str]) -> bool:
    """Whether a block is a paragraph of the article that only opens or ends with the credit: a dateline, for one."""
    ends = list(evidence) in [list(block[: len(evidence)]), list(block[-len(evidence) :])]
    return bool(evidence) and ends and len(block) > 2 * len(evidence) + _GLUED


def _lines_of(block: tuple[str, ...], runs: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    """The runs of a page that, one after the other, are exactly the words of `block`; none where no such runs are."""
    for first in range(len(runs)) if block else ():
        length = 0
        for last in range(first, len(runs)):
            run = runs[last]
            if block[length : length + len(run)] != run:
                break
            length += len(run)
            if length == len(block):
                return runs[first : last + 1]
    return ()


def words(text: object) -> list[str]:
    """Words of a text for comparing: compatible forms, no case, no marks, each Chinese or Japanese sign for itself."""
    plain = unicodedata.normalize("NFKC", html.unescape(str(text or ""))).casefold()
    plain = re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", plain)
    return re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+", plain)


_ARTICLES = frozenset({"the", "der", "die", "das", "le", "la", "el"})
_ENDING = re.compile(
    r"\.(?:com|org|net|info|co|de|fr|es|it|ru|pl|cn|jp|uk|ca|eu|io|dev|blog|ua|br|nl|at|ch)(?:\.[a-z]{2})?$"
)


def same_party(one: str, other: str) -> bool:
    """Whether two names are those of one party: "The River Post", "River Post" and "riverpost.org".

    Most of the words must agree, or one must hold the other; a sentence that holds a name is no name.
    """
    first, second = words(one), words(other)
    short, long = sorted((len(first), len(second)))
    if not short or long > 2 * short + 2:
        return False
    a, b = set(first) - _ARTICLES, set(second) - _ARTICLES
    if first == second or (a and b and (a <= b or b <= a) and _ratio(len(a), len(b)) >= 0.34):
        return True
    c, d = _label(one), _label(other)
    if min(len(c), len(d)) >= 4 and (c == d or (_ratio(len(c), len(d)) >= 0.4 and (c in d or d in c))):
        return True
    return len(a & b) >= 0.6 * max(1, len(a | b))


def _ratio(one: int, other: int) -> float:
    return min(one, other) / max(one, other)


def _label(name: str) -> str:
    """The letters of a name, of a host those that tell it from others."""
    host = re.sub(r"^https?://", "", name.strip().lower()).split("/")[0]
    return re.sub(r"\W", "", _ENDING.sub("", re.sub(r"^(?:www\d?|m|amp)\.", "", host)))


def address(href: object) -> str:
    """A key by which addresses are compared: without scheme, `www.`, archive and tracking parameters."""
    text = html.unescape(str(href or "")).strip().strip("<>\"'")
    archived = re.search(r"web\.archive\.org/web/[^/]+/(https?:.*)", text)
    text = archived[1] if archived else text
    parts = _split(f"https:{text}" if text.startswith("//") else text)
    if not parts.netloc:
        return unquote(text).rstrip("/").lower()
    host = re.sub(r"^(?:www\d?|m|amp|mobile)\.", "", parts.netloc.lower().split("@")[-1].split(":")[0])
    path = unquote(re.sub(r"/(?:index\.(?:html?|php))?$", "", parts.path)).lower()
    tracking = re.compile(r"utm_|fbclid|gclid|ref=|src=|source=|cmp=")
    query = "&".join(sorted(q for q in parts.query.split("&") if q and not tracking.match(q)))
    return host + path + (f"?{query}" if query else "")


def _split(href: str) -> SplitResult:
    try:
        return urlsplit(href)
    except ValueError:
        return SplitResult("", "", href, "", "")


def _licence_key(name: object) -> str:
    return str(name or "").strip().lower().removeprefix("licenseref-").replace("_", "-")


def _interval(values: Iterable[float | None]) -> str:
    known = sorted(value for value in values if value is not None)
    if len(known) < _SAMPLES / 2:
        return "too few"
    cut = round(0.025 * len(known))
    return f"{known[cut]:.2f} to {known[-cut - 1]:.2f}"


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:220]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", metavar="FIELD", choices=[*_FIELDS, "main_text", "lost"])
    parser.add_argument("--json", type=Path, metavar="OUT")
    args = parser.parse_args()
    figures = measure(args.folder)
    print(f"{figures.pages} pages, {len(figures.hosts)} hosts, {figures.unreadable} unreadable\n")
    print("| field | precision | 95 % | recall | 95 % | labelled |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, score in figures.fields.items():
        of_precision, of_recall = figures.intervals(name)
        print(
            f"| {name} | {_share(score.precision)} | {of_precision} | {_share(score.recall)} | {of_recall}"
            f" | {score.labelled:.0f} |"
        )
    print(f"\nordinary pages called a repost: {len(figures.called_reposts)} of {figures.ordinary}")
    print(*figures.called_reposts, sep="\n", end="\n" if figures.called_reposts else "")
    print(
        f"attribution blocks that are paragraphs or lines of their own: {figures.blocks}; left in the main text: "
        f"{figures.blocks_in_text}; in neither: {figures.blocks_lost}"
    )
    if args.misses:
        print(*figures.misses[args.misses], sep="\n")
    if args.json:
        args.json.write_text(json.dumps(figures.as_json(), indent=2) + "\n", encoding="utf-8")


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()
