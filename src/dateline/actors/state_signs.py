"""Signs that somebody is of a state that his own words do not tell: what the article names around him, and where.

Each sign is a name in state_evidence.tsv, which says what it weighs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.actors.elsewhere import is_elsewhere, is_qualified_abroad, phrase_of
from dateline.actors.harmed import are_harmed
from dateline.actors.namings import Evidence, Naming, evidence
from dateline.actors.owners import dateline_country, home_country, owner
from dateline.actors.people import surname_first
from dateline.actors.phrasing import determiner, is_counted, modifiers
from dateline.actors.scene import Draft, Scene
from dateline.actors.speakers import speakers_of
from dateline.actors.unknown_people import ENGLISH, SURNAME_FIRST
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.national_words import is_english_name, national_word
from dateline.knowledge.wars import states_at_war

MOST = 7
"""How many of the states that an article names most often may be somebody's."""
LEAST = 8
"""Namings of states without which an article says too little of any."""
OFTEN = 3
"""Mentions from which somebody is told of again and again."""
_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
_ARMED = frozenset({"REB", "UAF", "SEP", "INS", "PRM"})
_IN = frozenset("in at near inside outside across around throughout on into from".split())
_SHARES = (0.8, 0.6, 0.45, 0.3, 0.15, 0.05)
_ROLES = "relational between_states captive anybodys student on_the_spot organ state_office local hypernym belligerent".split()
_DETERMINERS = {"the": "the", "a": "a", "an": "a", "this": "this", "that": "this", "these": "this", "those": "this", None: "bare"}
_COMPLEMENTS = frozenset({"prep", "acl", "relcl", "appos"})
_REACH = 12
"""Tokens of a complement in which a state named tells something."""
_HIGH = 3
"""Nouns above the mention whose state tells something."""
_ANY_CASE = frozenset({"PRP$", "WP$"})


@dataclass(frozen=True, slots=True)
class Mention:
    """The first mention of an actor by a noun or name, with what the article names apart from the actor."""

    scene: Scene
    draft: Draft
    tokens: Sequence[int]
    head: int
    others: Sequence[Naming]

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.scene.cols.sentence[self.head]


def mention_of(scene: Scene, draft: Draft, tokens: Sequence[int], every: Sequence[Naming]) -> Mention:
    """The mention from which the signs of an actor are read."""
    cols = scene.cols
    own = {i for t in tokens for i in range(cols.left[t], t + 2)}
    named = [t for t in tokens if cols.tag[t] in ("NN", "NNS", "NNP", "NNPS")]
    others = [n for n in every if n.key != draft.key and n.token not in own]
    return Mention(scene, draft, tokens, (named or tokens)[0], others)


def signs_of_state(at: Mention) -> dict[str, frozenset[str]]:
    """For each state that may be the actor's all signs that it is or is not; a text that names few tells nothing."""
    if len(at.others) < LEAST:
        return {}
    told = _told(at)
    counts = dict(_counts(at))
    ones, several = dict(_ones(at)), dict(_several(at))
    below = frozenset(_below(at))
    common = frozenset(_of_actor(at))
    states = [country for country, _ in Counter(n.country for n in at.others).most_common(MOST)]
    found: dict[str, frozenset[str]] = {}
    for country in states:
        parts = (
            _shares(told, country),
            _counted(counts, country),
            _placed(ones, several, country),
            (f"below:{word}" if c == country else f"below:{word}:other" for word, c in below),
            _of_state(at, country),
        )
        found[country] = common | {sign for part in parts for sign in part}
    return found


def class_of(draft: Draft) -> str:
    """What sort of actor it is, as far as that bears on how texts tell its state."""
    sectors = [p for p in (draft.code or "").split() if len(p) == 3 and p != "IMG"]
    sector = sectors[0] if sectors else ""
    if draft.key.startswith("person:"):
        return "person"
    if draft.key.startswith("name:"):
        return "name"
    if draft.kind in ("outlet", "company"):
        return "firm"
    if sector in _ARMED or draft.kind == "armed_group":
        return "fighter"
    human = draft.kind in ("person", "people")
    if sector in _STATE:
        return "official" if human else "body"
    return "other" if not human else "civil" if sector in ("CVL", "") else "calling"


def _of_actor(at: Mention) -> Iterator[str]:
    """Signs that an actor of this sort, called so, is of any state of the article."""
    yield from ("any", f"is:{class_of(at.draft)}")
    if at.draft.key.startswith("person:"):
        yield "with a role" if at.draft.role else "without a role"
        return
    scene, cols, head = at.scene, at.scene.cols, at.head
    number = "plural" if cols.tag[head] in ("NNS", "NNPS") else "singular"
    yield f"{_determined(at)}:{number}"
    yield f"sector:{(at.draft.code or '-').split()[-1]}"
    phrase = phrase_of(scene, head)
    tests = {
        "counted": is_counted(cols, head),
        "elsewhere": is_elsewhere(scene, head),
        "abroad": is_qualified_abroad(scene, head),
        "unmodified": not modifiers(cols, head),
        "candidate": national_word("candidate", phrase) is not None,
        "contested": national_word("contested", phrase) is not None,
        "harmed": are_harmed(scene, head),
        "quoted": head in scene.quoted,
        "often": len(at.tokens) >= OFTEN,
        "subject": scene.is_subject(head),
        "local": any(cols.lower[m] == "local" for m in modifiers(cols, head)),
    }
    yield from (name for name, holds in tests.items() if holds)
    yield from (f"noun:{role}" for role in _ROLES if cols.lemma[head] in discourse_nouns(role))


def _determined(at: Mention) -> str:
    cols, kids = at.scene.cols, at.scene.cols.kids[at.head]
    if any(cols.tag[k] in _ANY_CASE for k in kids):
        return "its"
    if any(cols.dep[k] == "poss" for k in kids):
        return "owned"
    return _DETERMINERS.get(determiner(cols, at.head), "some")


def _told(at: Mention) -> Evidence:
    return evidence(at.others, at.draft.key, (), at.sentence)


def _shares(told: Evidence, country: str) -> Iterator[str]:
    """How much of what the article names is of the state."""
    share = told.share(country)
    yield f"share:{next((part for part in _SHARES if share >= part), 0)}"
    ranked = [c for c, _ in told.total.most_common(2)]
    yield "named first" if ranked[:1] == [country] else "named second" if country in ranked else "named later"


def _counts(at: Mention) -> Iterator[tuple[str, Counter[str]]]:
    """What is named near, and in places that tell what an article is about."""
    scene, cols = at.scene, at.scene.cols
    sentences = [cols.sentence[t] for t in at.tokens]
    yield "around", _told(at).around
    yield "around all", evidence(at.others, at.draft.key, (), *sentences).around
    yield "sentence", Counter(n.country for n in at.others if n.sentence == at.sentence)
    yield "paragraph", Counter(n.country for n in at.others if cols.paragraph[n.token] == cols.paragraph[at.head])
    yield "headline", Counter(n.country for n in at.others if scene.document.in_headline(cols.offset[n.token]))


def _counted(counts: Mapping[str, Counter[str]], country: str) -> Iterator[str]:
    for name, told in counts.items():
        yield f"{name}:{_part(told[country], sum(told.values()))}"


def _part(times: int, whole: int) -> str:
    if not times:
        return "others" if whole else "none"
    return "alone" if times == whole else "most" if 2 * times > whole else "half" if 2 * times == whole else "less"


def _ones(at: Mention) -> Iterator[tuple[str, str | None]]:
    """The one state of each of the places where one is told."""
    scene, cols, head = at.scene, at.scene.cols, at.head
    before = [n for n in at.others if n.token < head and n.sentence >= at.sentence - 1]
    here = [n for n in before if n.sentence == at.sentence]
    yield "before", before[-1].country if before else None
    yield "before in the sentence", here[-1].country if here else None
    yield "after", next((n.country for n in at.others if n.token > head and n.sentence == at.sentence), None)
    past = [(t, d) for t, d in scene.before(head, 2) if d.country and d.key != at.draft.key]
    subjects = [(t, d) for t, d in past if scene.is_subject(t)]
    yield "last actor", next((d.country for t, d in past if cols.sentence[t] >= at.sentence - 1), None)
    yield "subject before", next((d.country for t, d in subjects if cols.sentence[t] == at.sentence), None)
    yield "earlier subject", next((d.country for t, d in subjects if cols.sentence[t] < at.sentence), None)
    yield from _counterparts(at)
    whose = next((k for k in cols.kids[head] if cols.tag[k] in _ANY_CASE), None)
    yield "possessor", scene.country(whose) if whose is not None else None
    yield "owner", owner(scene, head).country
    yield "outlet's own", home_country(scene)
    yield "dateline", dateline_country(scene, head)


def _counterparts(at: Mention) -> Iterator[tuple[str, str | None]]:
    """The subject and the object of the clause in which the mention stands."""
    cols, verb = at.scene.cols, at.scene.cols.clause(at.head)
    sides = {"subject of the clause": cols.subject(verb), "object of the clause": cols.kid(verb, "dobj", "pobj", "dative")}
    for name, token in sides.items():
        yield name, _country(at.scene, token) if token is not None and token != at.head else None


def _several(at: Mention) -> Iterator[tuple[str, frozenset[str]]]:
    """The states of each of the places where several may be told."""
    scene, cols, head = at.scene, at.scene.cols, at.head
    yield "place of the clause", frozenset(_of_all(scene, _places(at)))
    yield "beside", frozenset(_of_all(scene, (k for k in _beside(at) if scene.heads.get(k) != at.draft.key)))
    yield "above", frozenset(_of_all(scene, _above(at)))
    yield "own words", frozenset(_of_all(scene, range(cols.left[head], head)))
    yield "speaker", frozenset(c for key in speakers_of(scene, head) if (c := scene.drafts[key].country))
    yield "same word", frozenset(_of_same_word(at))
    places = (scene.places.get(i) for i in range(*cols.sentences[at.sentence]))
    yield "place in the sentence", frozenset(c for c in places if c)


def _placed(ones: Mapping[str, str | None], several: Mapping[str, frozenset[str]], country: str) -> Iterator[str]:
    for name, one in ones.items():
        if one is not None:
            yield name if one == country else f"{name}:other"
    for name, states in several.items():
        if states:
            yield (name if len(states) == 1 else f"{name}:among") if country in states else f"{name}:other"


def _of_all(scene: Scene, tokens: Iterator[int] | range) -> Iterator[str]:
    return (c for i in tokens if (c := _country(scene, i)) is not None)


def _country(scene: Scene, token: int) -> str | None:
    """The state that is named at a token or whose people or bodies the actor there is."""
    if token in scene.states:
        return scene.drafts[scene.states[token]].country
    if scene.places.get(token):
        return scene.places[token]
    if token in scene.owners:
        return scene.drafts[scene.owners[token]].country
    return scene.country(token) if scene.heads.get(token) else None


def _places(at: Mention) -> Iterator[int]:
    cols, verb = at.scene.cols, at.scene.cols.clause(at.head)
    for k in cols.kids[verb]:
        if cols.dep[k] == "prep" and cols.lower[k] in _IN:
            yield from (o for o in cols.kids[k] if cols.dep[o] == "pobj")


def _beside(at: Mention) -> Iterator[int]:
    """What is joined to the mention or explains it."""
    cols, head = at.scene.cols, at.head
    yield from (k for k in cols.kids[head] if cols.dep[k] in ("conj", "appos"))
    if cols.dep[head] in ("conj", "appos"):
        yield cols.head[head]
        yield from (k for k in cols.kids[cols.head[head]] if cols.dep[k] == "conj" and k != head)


def _above(at: Mention) -> Iterator[int]:
    """The nouns to which the mention belongs, and what qualifies them: "the Syrian army's attack on the rebels"."""
    cols = at.scene.cols
    for token in [*cols.ancestors(at.head)][:_HIGH]:
        if cols.pos[token] in ("VERB", "AUX"):
            return
        if cols.pos[token] in ("NOUN", "PROPN"):
            yield from (i for i in (token, *cols.kids[token]) if i != at.head)


def _of_same_word(at: Mention) -> Iterator[str]:
    """The states of those whose description ends in the same word."""
    word = at.scene.cols.lower[at.head]
    for draft in at.scene.drafts.values():
        if draft.country and draft.kind not in ("state", "outlet") and draft.name.casefold().split()[-1:] == [word]:
            yield draft.country


def _below(at: Mention) -> Iterator[tuple[str, str]]:
    """The states named in what follows the noun and belongs to it, with the word or relation that opens it."""
    cols = at.scene.cols
    for k in (k for k in cols.kids[at.head] if k > at.head and cols.dep[k] in _COMPLEMENTS):
        opening = cols.lower[k] if cols.dep[k] == "prep" else cols.dep[k]
        yield from ((opening, c) for c in _of_all(at.scene, range(k, min(_end(at, k), k + _REACH))))


def _end(at: Mention, token: int) -> int:
    """Past the last token below this one."""
    last = token
    while at.scene.cols.kids[last] and at.scene.cols.kids[last][-1] > last:
        last = at.scene.cols.kids[last][-1]
    return last + 1


def _of_state(at: Mention, country: str) -> Iterator[str]:
    """What speaks for the state itself: that it is at war, much in the news, or that a name is of its language."""
    if country in states_at_war(at.scene.day):
        yield "at war"
    if country == "USA":
        yield "United States"
    if at.draft.key.startswith("person:"):
        words = at.draft.name.casefold().split()
        english = is_english_name(words[0]) if "." not in words[0] else None
        yield f"English name:{_word(english)}:{_word(country in ENGLISH)}"
        yield f"surname first:{_word(surname_first(words))}:{_word(country in SURNAME_FIRST)}"
        yield from ("one word",) if len(words) < 2 else ()


def _word(answer: bool | None) -> str:
    return "perhaps" if answer is None else "yes" if answer else "no"
