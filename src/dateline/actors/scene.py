"""What is known so far while an article is read from its first word to its last: actors in the making and who was named where."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from dateline.actors.columns import Columns
from dateline.actors.known_actors import KnownActors, known_actors
from dateline.language import Document
from dateline.records import ActorKind, Span


@dataclass(slots=True)
class Draft:
    """An actor in the making.

    `offices` holds the words of all roles, `past` those of offices left; `count` says how many people are meant; `parts`
    identifies the actor across articles.
    """

    key: str
    name: str
    kind: ActorKind
    parts: tuple[str, ...]
    country: str | None = None
    code: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    role: str | None = None
    role_from: date | None = None
    role_until: date | None = None
    role_conflict: str | None = None
    offices: set[str] = field(default_factory=set)
    past: set[str] = field(default_factory=set)
    gender: str | None = None
    plural: bool = False
    count: int | None = None
    members: tuple[str, ...] = ()
    mentions: list[Span] = field(default_factory=list)
    reason: str = ""

    def called(self, *names: str) -> None:
        """Add names by which the article or a table calls the actor."""
        self.aliases.update(dict.fromkeys(n for n in names if n and n != self.name))


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name at tokens `start` to `end`: whom it names, and the words of office or courtesy that open it."""

    key: str
    start: int
    end: int
    use: str = "name"


@dataclass(frozen=True, slots=True)
class Announced:
    """An office named beside a person's name: its words in small letters and the state named with it."""

    words: frozenset[str]
    country: str | None


@dataclass(slots=True)
class Scene:
    """The state of one reading; `known` is what was known before it.

    By head token: `names` are proper names that act, `owners` all known names, also those that only lend their country ("US
    envoy"), `spans` the tokens of the latter, `places` capitals and cities that are mere places. By any token: `states` of a
    state's name or adjective, `lent` of any known name, `quoted` within quotation marks. `named` are the keys of all known
    actors with an unambiguous name anywhere in the article, `published` those of outlets that report. `linked` leads from a
    noun of office to the name beside it, `announced` from a person to the offices beside all his names. `trail` has the
    mentions decided so far, sorted by token.
    """

    document: Document
    cols: Columns
    resolve: Callable[[Scene, int], str | None]
    known: KnownActors = field(default_factory=known_actors)
    drafts: dict[str, Draft] = field(default_factory=dict)
    names: dict[int, NameMention] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    owners: dict[int, str] = field(default_factory=dict)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    lent: set[int] = field(default_factory=set)
    linked: dict[int, int] = field(default_factory=dict)
    announced: dict[str, list[Announced]] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    published: set[str] = field(default_factory=set)
    places: dict[int, str] = field(default_factory=dict)
    datelines: list[tuple[int, int, str | None]] = field(default_factory=list)
    heads: dict[int, str | None] = field(default_factory=dict)
    extents: dict[int, tuple[int, int]] = field(default_factory=dict)
    trail: list[tuple[int, str]] = field(default_factory=list)

    def actor(self, token: int) -> str | None:
        """The key of the actor that `token` means as the head of a mention; decided once."""
        if token not in self.heads:
            self.heads[token] = None
            key = self.resolve(self, token)
            self.heads[token] = key
            if key is not None:
                insort(self.trail, (token, key))
        return self.heads[token]

    def name_before(self, token: int, first: int) -> int:
        """Where the last person's name ends that the parser glued to the phrase of `token`, or `first` where it glued none."""
        for i in range(token - 1, first - 1, -1):
            mention = self.names.get(i)
            glued = mention is not None and mention.end <= token and self.cols.dep[i] != "poss"
            if mention is not None and glued and self.drafts[mention.key].kind == "person":
                return mention.end
        return first

    def draft(self, token: int) -> Draft | None:
        key = self.actor(token)
        return self.drafts[key] if key else None

    def country(self, token: int) -> str | None:
        found = self.draft(token)
        return found.country if found else None

    def add(self, draft: Draft) -> Draft:
        """The actor of this key: the one known already, else this new one."""
        return self.drafts.setdefault(draft.key, draft)

    def before(self, token: int, sentences: int | None = None) -> Iterator[tuple[int, Draft]]:
        """Mentions before `token`, the nearest first, at most so many sentences back (0: the same sentence)."""
        at = bisect_left(self.trail, (token, ""))
        first = 0 if sentences is None else self.cols.sentence[token] - sentences
        for position, key in reversed(self.trail[:at]):
            if self.cols.sentence[position] < first:
                return
            yield position, self.drafts[key]

    def coordinated(self, token: int, end: int | None = None) -> tuple[str, ...]:
        """The actors of a coordination that opens with `token` ("Russia and China"), in order, before the token `end`."""
        cols, found = self.cols, dict[str, None]()
        following: int | None = token
        while following is not None and (end is None or following < end):
            key = self.actor(following)
            found.update({key: None} if key else {})
            following = next((k for k in cols.kids[following] if cols.dep[k] == "conj" and k > following), None)
        return tuple(found)

    def is_subject(self, token: int) -> bool:
        return self.cols.dep[token] in ("nsubj", "nsubjpass")

    @property
    def day(self) -> date | None:
        published = self.document.article.published
        return published.end if published else None
