"""The words of the project as frozen data: what is read from a page, what rules say, what is found.

Nothing here parses, decides or prints, and nothing holds an lxml element: all of it pickles, compares and prints.
Lines and columns are 1-based and count characters; places that cannot be told are None, never a guess.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What a requirement says of a page (the values of SARIF's `result.kind`)."""

    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    REVIEW = "review"
    """A person must decide: a machine cannot know."""
    NOT_APPLICABLE = "notApplicable"


class Level(StrEnum):
    """How grave a finding is; `none` unless its outcome is `fail`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


class Confidence(StrEnum):
    """How sure the reading of a fact is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """3 for high, 2 for medium, 1 for low."""
        return {"high": 3, "medium": 2, "low": 1}[self.value]


class Role(StrEnum):
    """What a block of a page is for."""

    TITLE = "title"
    BYLINE = "byline"
    BODY = "body"
    CREDIT = "credit"
    NOTICE = "notice"
    """Terms, disclaimers, the host's statements beside the article."""
    BIO = "bio"
    CAPTION = "caption"
    RELATED = "related"
    COMMENT = "comment"
    ASIDE = "aside"
    """Sidebars and widgets."""
    CHROME = "chrome"
    """Menus, headers, site footers, share and newsletter boxes, dialogs."""
    HEAD = "head"
    """The HTML head, structured data or front matter: not visible."""


class Place(StrEnum):
    """Where a fact stands relative to the article."""

    TOP = "top"
    BYLINE = "byline"
    BODY = "body"
    BOTTOM = "bottom"
    ASIDE = "aside"
    META = "meta"


class Target(StrEnum):
    """What a link leads to."""

    ARTICLE = "article"
    HOMEPAGE = "homepage"
    DEAD = "dead"
    """`#`, empty, `javascript:`, template placeholders, broken syntax; never "answers 404"."""
    RELATIVE = "relative"
    """Into the page's own site: relative, on-host redirector, search or profile page."""
    OTHER = "other"
    """Share buttons, shorteners, mail, files: nothing that can be an original."""
    NONE = "none"


class Scope(StrEnum):
    """What a licence or copyright statement speaks of."""

    ARTICLE = "article"
    SITE = "site"
    IMAGE = "image"
    MENTION = "mention"
    """Talked about only: code, data, fonts, or the subject of the text."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file."""

    path: str
    """As given by the user, with `/`; `-` for standard input."""
    line: int | None = None
    column: int | None = None
    element: str | None = None
    """Element path in the parsed page (`/html/body/article/p[3]`) or front-matter key (`source.url`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something read from a page, with the place that proves it."""

    text: str
    """The words as written on the page, white space folded, at most 300 characters."""
    location: Location
    role: Role = Role.BODY
    place: Place = Place.BODY
    confidence: Confidence = Confidence.HIGH
    signals: tuple[str, ...] = ()
    """Names of the signals that made this fact, strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Fact):
    """A run of text between block borders; its signals tell lines about the author, disclosures, translations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Fact):
    """A hyperlink; `text` is its anchor text and its location is that of its href."""

    href: str
    """As written."""
    url: str | None
    """Absolute and unwrapped from redirectors and archives, or None."""
    target: Target
    rel: frozenset[str] = frozenset()


class CreditPart(StrEnum):
    """The part that a credited party has in the chain by which the article came here."""

    ORIGINAL = "original"
    VIA = "via"
    GRANTOR = "grantor"


class CreditForm(StrEnum):
    """The form in which a credit is given."""

    FIRST_PUBLISHED = "first-published"
    LABEL = "label"
    REPUBLISHED = "republished"
    READ_ORIGINAL = "read-original"
    TRANSLATION = "translation"
    DATELINE = "dateline"
    BYLINE = "byline"
    BARE_NAME = "bare-name"
    BARE_URL = "bare-url"
    COPYRIGHT = "copyright"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Fact):
    """A statement that the article comes from another party."""

    name: str | None
    """The party as named; None where the credit only links ("Read the original")."""
    form: CreditForm
    part: CreditPart = CreditPart.ORIGINAL
    links: tuple[Link, ...] = ()
    """Links that belong to the credit, the best first."""
    again: tuple[Credit, ...] = ()
    """Other places of the page that give this credit too."""

    @property
    def visible(self) -> bool:
        """Whether a reader sees it (front matter and head are not seen)."""
        return self.place is not Place.META


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline(Fact):
    """An author of the original."""

    name: str
    institution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyrightNotice(Fact):
    """A copyright line; `text` is the line as written."""

    holders: tuple[str, ...]
    years: tuple[int, ...]
    """First and last year of every range, ascending."""
    scope: Scope = Scope.ARTICLE


class Statement(StrEnum):
    """By what a licence is stated."""

    LINK = "link"
    BADGE = "badge"
    WORDS = "words"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceStatement(Fact):
    """A licence stated on the page."""

    id: str
    """SPDX id, else a `LicenseRef-` id; without version as stated (`CC-BY`);
    `CC-unspecified` for "a Creative Commons licence"."""
    url: str | None
    """Where the words or badge of the licence lead, as written: its text or deed, or a page of the site."""
    scope: Scope
    by: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PermissionNote(Fact):
    """A sentence that claims a permission ("republished with permission") or grants or denies one to others."""

    claims: bool
    """True: this copy claims to be permitted; False: terms for the next republisher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canonical(Fact):
    """`rel=canonical` or its front-matter key."""

    href: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots(Fact):
    """A robots directive of the page."""

    agent: str
    """`robots` for all, else the bot's name."""
    directives: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter(Fact):
    """A republication counter (not the site's own analytics)."""

    url: str
    """Address of the image or script as written."""
    family: str
    article_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Fact):
    """An image that a reader sees; `text` is its caption, else its alternative text."""

    src: str
    """Address as written, behind lazy loading too."""
    url: str | None
    """Absolute, or None."""
    alt: str = ""
    caption: str = ""
    """Words of its figure, or of the short line that goes with it."""
    small: bool = False
    """Whether the page declares it smaller than 50 pixels: an icon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed(Fact):
    """A frame, video or sound within the article; `text` is its address."""

    url: str
    """Absolute where the page says where it stands, else as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadMeta(Fact):
    """A `meta` element with name or property, or an entry of the front matter; `text` is its value."""

    name: str
    """In lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDay(Fact):
    """A day that a reader sees beside the article; `text` is the line that gives it."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Fact):
    """Two statements of the page that contradict each other; `text` says which."""

    between: tuple[Location, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who the page's own site is: by this, self-credit is told from credit."""

    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    """Lower-case host names without `www.`."""


class Relation(StrEnum):
    """How the copy relates to its original; rules differ for them."""

    THIRD_PARTY = "third-party"
    TRANSLATION = "translation"
    EXCERPT = "excerpt"
    SELF_CROSSPOST = "self-crosspost"
    SAME_GROUP = "same-group"
    WIRE = "wire"
    PRESS_RELEASE = "press-release"


@dataclass(frozen=True, slots=True, kw_only=True)
class RepostDecision:
    """Whether the page reposts another's article, and why."""

    is_repost: bool
    """True from medium confidence on."""
    confidence: Confidence
    """Of the statement that it is a repost: low means perhaps, and no sign at all is low with an empty `signals`."""
    reason: str
    """One plain sentence without full stop."""
    signals: tuple[str, ...] = ()
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote(Fact):
    """A statement beside the article that its text was changed, or reported further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of the main text, or a line of one."""

    text: str
    places: tuple[tuple[int, Location], ...]
    """Offsets in `text`, ascending from 0, each with its place; up to the next one, columns count on with the text."""
    role: Role = Role.BODY
    """`body`, unless its words or its container tell that it is no part of the article."""
    is_heading: bool = False
    links: tuple[Link, ...] = ()

    def place(self, offset: int) -> Location:
        """Where the character at `offset` of `text` stands in the file."""
        start, place = self.places[bisect_right(self.places, offset, key=lambda known: known[0]) - 1]
        return place if place.column is None else replace(place, column=place.column + offset - start)


@dataclass(frozen=True, slots=True, kw_only=True)
class MainText:
    """The article's own words, without attribution blocks."""

    text: str
    word_count: int
    paragraphs: tuple[Paragraph, ...] = ()
    """The same words, block by block, in page order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything read from one document: the only thing that a requirement may look at."""

    path: str
    url: str | None
    """Where the page stands, if known (`--url`, own canonical, og:url)."""
    format: str
    """`html` or `markdown`."""
    identity: Identity
    repost: RepostDecision
    title: str | None = None
    language: str | None = None
    """Primary BCP 47 subtag (`en`), lower case."""
    published: date | None = None
    """The date that the page gives for the article."""
    blocks: tuple[Block, ...] = ()
    """The attribution blocks and, of role body, what else stands at the two ends of the article, in page order."""
    credits: tuple[Credit, ...] = ()
    """The chain, original first, then via, then grantor; after it those in boxes beside the
    article, which do not count."""
    links: tuple[Link, ...] = ()
    """Links outside the page's own site and dead links near the article, in page order."""
    bylines: tuple[Byline, ...] = ()
    translators: tuple[Byline, ...] = ()
    notices: tuple[CopyrightNotice, ...] = ()
    """Copyright notices of every scope, in page order."""
    licences: tuple[LicenceStatement, ...] = ()
    permissions: tuple[PermissionNote, ...] = ()
    canonical: Canonical | None = None
    robots: tuple[Robots, ...] = ()
    counters: tuple[Counter, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[ChangeNote, ...] = ()
    """What the page says of changes to the text, in page order."""
    images: tuple[Image, ...] = ()
    """In the article and near it, in page order; counters are none."""
    embeds: tuple[Embed, ...] = ()
    head: tuple[HeadMeta, ...] = ()
    """What the head and the front matter state by name."""
    days: tuple[StatedDay, ...] = ()
    """Days in the attribution and above the article."""
    contacts: tuple[Link, ...] = ()
    """Ways to reach the site: mail, telephone, contact pages."""
    main_text: MainText | None = None
    """None unless it was asked for."""
    ends: Mapping[Place, Location] = field(default_factory=dict)
    """Where a missing thing should have stood: top, byline or bottom of the article, meta (head or front matter)."""
    has_text: bool = True
    """False for a page that holds only front matter or no words."""

    @property
    def chain(self) -> tuple[Credit, ...]:
        """The credits of the article itself."""
        return tuple(credit for credit in self.credits if credit.place is not Place.ASIDE)

    def expected_at(self, place: Place) -> Location:
        """Say where a thing that is missing at `place` should have stood: at least the file."""
        return self.ends.get(place) or self.ends.get(Place.BOTTOM) or Location(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A page that could not be read in full, and therefore was not judged."""

    path: str
    reason: str
    """What is wrong and what to do, one plain sentence without full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A publisher: names and hosts by which it is known."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    """Registrable domains or hosts; `*.example.org` for every host below."""
    was: tuple[Party, ...] = ()
    """Former names and domains."""


class Proof(StrEnum):
    """What proves a rule."""

    POLICY = "policy"
    LICENCE = "licence"
    SECONDARY = "secondary"
    PARAPHRASE = "paraphrase"
    PRACTICE = "practice"
    MACHINE = "machine"
    """The words are the publisher's, but only a machine has read what they ask."""

    @property
    def literal(self) -> bool:
        """Whether the quote is the publisher's own sentence and may be shown in quotation marks."""
        return self not in {Proof.PARAPHRASE, Proof.PRACTICE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Where and when a publisher's terms were read."""

    url: str | None
    as_of: str
    """When the terms were seen to say so: a year, month or day, or `unknown`."""
    compiled: str
    """When the rule file was written, ISO date."""
    coverage: str = "full"
    """`full`, `quoted` (seen as others quote them) or `partial`."""
    confidence: str = "high"
    """How sure we are to have understood them: `high` or `medium`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of a publisher's terms."""

    id: str
    """Name within its rule set (default: the requirement type)."""
    ruleset: str
    requires: str
    """Id of the requirement type, or `any-of`."""
    level: str = "must"
    """`must` fails as error, `should` as warning."""
    parameters: Mapping[str, object] = field(default_factory=dict)
    when: Mapping[str, object] | None = None
    """Facts under which the rule applies; see `conditions`."""
    otherwise: Rule | None = None
    """What is asked where `when` does not hold; None: nothing."""
    any_of: tuple[Rule, ...] = ()
    """Alternatives; the best outcome wins."""
    quote: str = ""
    proof: Proof = Proof.POLICY
    terms: Terms
    """Of the file that states the rule (a licence's own terms, where a publisher's set extends it)."""

    @property
    def name(self) -> str:
        """`ruleset/rule`: what findings, ignores and reports call it."""
        return f"{self.ruleset}/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditTemplate:
    """A credit line that a publisher prescribes or proposes; `{text|target}` in it is a link."""

    id: str
    texts: tuple[str, ...]
    """Accepted wordings, the preferred first."""
    lang: str = "en"
    at: str = "anywhere"
    match: str = "near"
    dates: str = "long"
    """How `{date}` is written: `long` in the words of `lang`, `iso`, or a CLDR pattern (`dd.MM.yyyy`)."""
    when: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What terms allow that others forbid; never a finding."""

    use: str
    """One plain sentence without full stop."""
    edit: str | None = None
    """The class of edits that is allowed, in the words of `verbatim-text`."""
    when: Mapping[str, object] | None = None
    quote: str = ""
    proof: Proof = Proof.POLICY


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A fact of the terms that no rule says."""

    text: str
    """The fact, and why no rule says it."""
    about: str | None = None
    """What it is about, kebab-case (`no-bulk`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """One file of `rules/`: the terms of one publisher or licence, with what they extend already merged in."""

    id: str
    path: str
    """Of the file, for messages."""
    publisher: Party
    terms: Terms
    layer: str = "publisher"
    """`licence`, `network` or `publisher`."""
    licence: tuple[str, ...] = ()
    """Licence ids of which one must be stated; empty: none asked for."""
    rules: tuple[Rule, ...] = ()
    """In order: `grant-scope` and `permission` first, where the file has `covers:` and `permission:`."""
    credit: tuple[CreditTemplate, ...] = ()
    allows: tuple[Allowance, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """An answer that a person gave to a question of a rule set."""

    id: str
    """`ruleset/question` or a bare question id."""
    answer: str
    who: str
    on: date
    until: date | None = None
    applies_to: str | None = None
    """A rule set id, page path or original URL; None: everywhere."""


MEDIA = ("web", "print", "radio", "app")
"""Where a site publishes."""
SITE_KINDS = ("personal", "community", "news", "company", "education", "government", "seo", "ad-network", "other")
"""What a site can be: "seo" is made for search engines, "ad-network" for advertisements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteProfile:
    """What the re-poster declares about itself; None is "not said"."""

    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    base_url: str | None = None
    medium: str | None = None
    """One of `MEDIA`."""
    kind: str | None = None
    """One of `SITE_KINDS`."""
    commercial: bool | None = None
    ads: bool | None = None
    paywall: bool | None = None
    country: str | None = None
    languages: tuple[str, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    declined: Mapping[str, str] = field(default_factory=dict)
    """Requirement id -> reason: these duties answer `review`, never `pass`."""
    front_matter: Mapping[str, str] = field(default_factory=dict)
    """Own front-matter keys, folded -> what they say, one of the roles that the reader of front matter knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What is known of the original article, from `--original` or from the page."""

    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    page: Page | None = None
    """The original as read, with its main text, where it was given."""


class Edit(StrEnum):
    """What a change of the text is; the first three are house style, from `number` on the meaning is at stake."""

    SPELLING = "spelling"
    PUNCTUATION = "punctuation"
    NUMBER_FORM = "number-form"
    TIME = "time"
    """A day said as seen from another day: "today" for "on Monday"."""
    LOCATION = "location"
    """A place said as seen from elsewhere: "in Australia" for "here"."""
    TITLE = "title"
    SUBHEADING = "subheading"
    CUT = "cut"
    ADDITION = "addition"
    NOTE = "note"
    """An addition that is marked as the republisher's own."""
    MOVED = "moved"
    NUMBER = "number"
    NAME = "name"
    NEGATION = "negation"
    QUOTATION = "quotation"
    DATE = "date"
    WORDING = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Fact):
    """Words of the original that stand otherwise on the page; `text` is what the page has, empty for a cut."""

    kind: Edit
    original: str
    """What the original has, at most 300 characters; empty for an addition."""
    before: str = ""
    """The words before it on the page."""
    after: str = ""


class Form(StrEnum):
    """What a page is of its original."""

    FULL = "full"
    PART = "part"
    """Most of it, but not all."""
    EXCERPT = "excerpt"
    TRANSLATION = "translation"
    OTHER = "other"
    """The two texts have little in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How the main text of a page differs from that of its original."""

    form: Form
    share: float
    """How much of the original's words the page reproduces, 0 to 1."""
    words: int
    """Words of the original that the page reproduces."""
    characters: int
    """Their characters, with a space after each word."""
    paragraphs: tuple[int, ...]
    """Indices of the original's paragraphs of which the page reproduces at least half."""
    from_start: bool
    """Whether what is reproduced is the beginning of the original."""
    changes: tuple[Change, ...] = ()
    """In page order."""
    unlisted: int = 0
    """Further changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that a requirement judges by: a page under a rule set, for a site, on a day."""

    page: Page
    ruleset: RuleSet
    rule: Rule
    profile: SiteProfile
    original: Original
    today: date
    comparison: Comparison | None = None
    """With the original, where its text is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a requirement says about a page."""

    outcome: Outcome
    message: str
    """fail: `Expected <thing>, found <what>`; review: `Check that <thing>: <why>`; pass: `Found <thing>`."""
    location: Location
    """Where the thing is, or where it was expected."""
    evidence: tuple[Fact, ...] = ()
    """What was looked at; empty means that nothing was found."""
    paste: str | None = None
    """A line to paste; what is not known stands in it as a named gap, `{url}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A verdict with the rule it answers and its level."""

    rule: Rule
    level: Level
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Excused:
    """A finding that does not count, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReport:
    """What a run says of one page."""

    path: str
    repost: RepostDecision
    rulesets: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    excused: tuple[Excused, ...] = ()
    """What an `ignore` of the configuration or the baseline accepts."""
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementType:
    """A type of duty, explained to those who get a report."""

    id: str
    summary: str
    """What it asks, without full stop."""
    documentation: str
    """Its page, Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run says."""

    today: date
    pages: tuple[PageReport, ...] = ()
    rulesets: tuple[RuleSet, ...] = ()
    """Those that judged at least one page, by id."""
    types: tuple[RequirementType, ...] = ()
    """Those that the rules of the findings name, by id."""
    unread: tuple[Unreadable, ...] = ()
    skipped: tuple[Unreadable, ...] = ()
    """Empty files in folders, and unreadable pages that the configuration accepts: named, but no trouble."""
    upkeep: tuple[PageReport, ...] = ()
    """What is to be mended in files that are no pages: the configuration and the baseline."""
    notes: tuple[str, ...] = ()
    """What else the user should know of the run, one plain sentence each."""
    interrupted: bool = False
    """Whether the user broke off the run: there were more pages."""
    fail_on: str = "error"

    @property
    def files(self) -> tuple[PageReport, ...]:
        """The pages by path, and after them the other files of which something is found."""
        return (*sorted(self.pages, key=lambda page: page.path), *self.upkeep)

    @property
    def findings(self) -> Iterator[Finding]:
        """What is found of all files."""
        return (finding for file in self.files for finding in file.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedRule:
    """A duty read by machine from a publisher's own words."""

    requires: str
    """Id of the requirement type, or `any-of`."""
    level: str
    """`must` or `should`."""
    quote: str
    """The words of the page that say so, white space folded, at most 200 characters."""
    any_of: tuple[str, ...] = ()
    """Requirement types of which one is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedCase:
    """What a publisher's own words say of one kind of use, read by machine."""

    answer: str
    """`granted`, `on-request` or `denied`."""
    quote: str
    when: Mapping[str, object] = field(default_factory=dict)
    """Facts of the use; none: every other use."""
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The terms that a page states, read by machine."""

    permission: str | None
    """`granted`, `on-request`, `none` (every case is denied) or `mixed` (cases differ); None: nothing is said."""
    cases: tuple[DraftedCase, ...] = ()
    """The first that holds counts."""
    rules: tuple[DraftedRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """The credit to paste, with what is known of the article filled in; an unknown part is a named gap, `{url}`."""

    html: str
    markdown: str
    text: str
    front_matter: str
    """YAML lines for the front matter of a post, with a line break after each."""
    head: tuple[str, ...] = ()
    """Elements for the HTML head."""
    gaps: tuple[str, ...] = ()
    """Names of the gaps that are left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalTerms:
    """What holds for an article that somebody wants to repost."""

    page: Page
    today: date
    publisher: str | None
    """Who publishes the page, as far as it tells."""
    origin: tuple[str, ...] = ()
    """From whom they have it, the first publisher first."""
    rulesets: tuple[RuleSet, ...] = ()
    """Whose terms hold."""
    markers: tuple[str, ...] = ()
    """What on the page speaks for or against a grant, one plain sentence each without full stop."""
    grants: tuple[Finding, ...] = ()
    """Whether the grant covers this article, and whether it permits this use."""
    conditions: tuple[Finding, ...] = ()
    """What a repost must do; the message says what is expected of a page that does nothing yet."""
    questions: tuple[Finding, ...] = ()
    """What a person must confirm."""
    credits: Credits
    draft: Draft | None = None
    """The terms that the page itself states, where its publisher has no rule set."""
