"""Gazetteer matches as names of actors: part of a longer name or not, government or mere place."""

from __future__ import annotations

from dateline.actors.columns import Columns
from dateline.actors.gazetteer import Entry, Match
from dateline.actors.lexicon import longest_noun
from dateline.actors.scene import Draft, NameMention, Scene
from dateline.knowledge.cues import verb_cues
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.us_states import us_states

_PLACE_PREPOSITIONS = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "into",
        "outside",
        "around",
        "through",
        "toward",
        "towards",
        "over",
        "via",
        "inside",
        "across",
        "throughout",
        "within",
        "to",
        "of",
        "beyond",
        "past",
    ]
)
_WATERS = frozenset({"Sea", "Gulf", "Bay", "Strait", "Straits"})
"""Before "of" and a state they make the name of a water: "the Sea of Japan"."""
_GOVERNED = frozenset({"from", "to", "of"})
"""Prepositions after which a capital may be a government: "aid from Moscow", "ambassador to Cairo", "criticism of Beijing"."""


def read_known_names(scene: Scene) -> list[tuple[int, int]]:
    """Fill `scene.names`, `scene.states` and `scene.places`; the token ranges taken by known names are returned."""
    taken: list[tuple[int, int]] = []
    matches = [m for m in scene.known.gazetteer.matches(scene.cols) if not part_of_longer_name(scene.cols, m)]
    matches = [m for m, before in zip(matches, [None, *matches], strict=False) if not _is_anothers(scene.cols, m, before)]
    scene.named.update(e.key for m in matches for e in m.entries if len(m.entries) == 1 and not e.strict)
    reporting = [m for m in matches if any(e.kind == "outlet" or e.strict for e in m.entries) and is_reporting(scene.cols, m)]
    scene.named.update(e.key for m in reporting for e in m.entries if e.strict and _is_vouching(m, e))
    scene.published.update(e.key for m in reporting for e in m.entries if e.kind == "outlet")
    longer: dict[str, Entry] = {}
    for match in matches:
        entry = choose(scene, match)
        if entry is None:
            continue
        if entry.kind == "outlet":
            entry = _in_full(scene.cols, match, entry, longer)
        taken.append((match.start, match.end))
        if _is_backer(scene.cols, match):
            continue
        _enter(scene, match, entry)
    return taken


def _is_vouching(match: Match, entry: Entry) -> bool:
    """Something reported shows an outlet, or the body that alone has the name: who "the SDF said" is remains open."""
    return entry.kind == "outlet" or (entry.kind != "state" and all(e.strict for e in match.entries))


def _is_anothers(cols: Columns, match: Match, before: Match | None) -> bool:
    """ "Chile's Defense Department" is not the one of the United States."""
    public = (e.kind == "government_body" or (e.code or "").endswith(("PTY", "EDU")) for e in match.entries)
    if before is None or not all(public):
        return False
    if before.end != match.start and not (before.end + 1 == match.start and cols.lower[before.end] in ("'s", "'")):
        return False
    states = {e.country for e in before.entries if e.kind == "state"}
    return bool(states) and not states & {e.country for e in match.entries}


def _in_full(cols: Columns, match: Match, entry: Entry, longer: dict[str, Entry]) -> Entry:
    """ "The Times" after "the Global Times" is that paper; `longer` holds the outlets named in full so far by their last word."""
    words = cols.text(match.start, match.end).split()
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    if len(words) == 1:
        return longer.get(words[0].casefold(), entry)
    longer[words[-1].casefold()] = entry
    return entry


def _is_backer(cols: Columns, match: Match) -> bool:
    """ "U.S.-backed forces", "Iranian-made", "Russian-speakers": they are not the state's own."""
    end = match.end
    if end + 1 >= len(cols) or cols.words[end] != "-":
        return False
    if cols.tag[end + 1] == "JJ" and cols.entity[end + 1] in ("NORP", "GPE"):
        return False  # "U.S.-South Korean drills"
    return cols.tag[end + 1] in ("VBN", "VBD", "VBG", "JJ") or cols.lemma[end + 1] == "speaker"


def _enter(scene: Scene, match: Match, entry: Entry) -> None:
    cols = scene.cols
    head = head_of(cols, match.start, match.end)
    place = entry.use == "capital" and is_place(scene, head, match)
    if place or (entry.kind == "state" and in_dateline(scene, match.start)):
        scene.places[head] = entry.country or ""
        return
    draft = scene.add(from_entry(entry))
    draft.called(cols.text(match.start, match.end))
    if entry.kind == "state":
        scene.states.update(dict.fromkeys(range(match.start, match.end), entry.key))
    scene.owners[head] = entry.key
    scene.spans[head] = (match.start, match.end)
    scene.lent.update(range(match.start, match.end))
    if entry.kind == "company":
        _lend_state(scene, match, entry)
    if is_modifier(cols, head, entry) or _counts_members(cols, head, entry):
        return
    scene.names[head] = NameMention(entry.key, match.start, match.end, entry.use)


def _lend_state(scene: Scene, match: Match, entry: Entry) -> None:
    """ "Turkish" in "Turkish Airlines": an attack on its office is one on something Turkish."""
    found = scene.known.gazetteer.find(scene.cols.words[match.start])
    state = next((e for e in found if e.kind == "state" and e.country == entry.country), None)
    if state is not None:
        scene.states[match.start] = scene.add(from_entry(state)).key


def _counts_members(cols: Columns, head: int, entry: Entry) -> bool:
    """ "Three Carabineros", "two Marines": some of the body's people."""
    return entry.kind == "government_body" and cols.tag[head] == "NNPS" and any(cols.dep[k] == "nummod" for k in cols.kids[head])


def from_entry(entry: Entry) -> Draft:
    """The draft of a known actor."""
    draft = Draft(entry.key, entry.name, entry.kind, (entry.key,), entry.country, entry.code, reason=entry.origin)
    draft.called(*entry.aliases)
    draft.plural = entry.kind == "state"
    return draft


def head_of(cols: Columns, start: int, end: int) -> int:
    """The token of the range on which the others depend: the last one whose head lies outside."""
    outside = [i for i in range(start, end) if not start <= cols.head[i] < end or cols.head[i] == i]
    return outside[-1] if outside else end - 1


def is_modifier(cols: Columns, head: int, entry: Entry) -> bool:
    """An adjective, or a name used as one ("US envoy", "Kabul officials"): it lends its country and acts not itself."""
    if cols.dep[head] in ("amod", "compound", "nmod") and cols.head[head] > head:
        return True
    return entry.use == "adjective" and cols.pos[head] == "ADJ" and cols.dep[head] not in ("nsubj", "nsubjpass", "dobj", "pobj")


def choose(scene: Scene, match: Match) -> Entry | None:
    """The one actor that a matched name means here; None where two states share it or nothing vouches for it."""
    states = [e for e in match.entries if e.kind == "state"]
    if len({e.key for e in states}) > 1:
        return None
    entry = states[0] if states else _publisher(scene, match) or _first_of_named_country(scene, match)
    if entry is None or not entry.strict:
        return entry
    if entry.kind == "state":
        return entry if _is_vouched_for(scene, match, entry) else None
    state_is_named = entry.kind != "outlet" and f"state:{entry.country}" in scene.named
    return entry if entry.key in scene.named or state_is_named else None


def _publisher(scene: Scene, match: Match) -> Entry | None:
    """ "The Hill reported": where something is reported, an outlet comes before a body of the same name."""
    outlet = next((e for e in match.entries if e.kind == "outlet"), None)
    if outlet is None or len(match.entries) == 1:
        return None
    return outlet if outlet.key in scene.published else None


def _first_of_named_country(scene: Scene, match: Match) -> Entry | None:
    """Of two bodies of one name, that of a state named before ("Joint Chiefs of Staff"); of two outlets the best known."""
    entries = match.entries
    if entries[0].kind != "outlet":  # an abbreviation counts for a party only where its state is named
        guarded = [e for e in entries if e.strict and not {e.key, f"state:{e.country}"} & scene.named]
        entries = tuple(e for e in entries if e not in guarded) or entries
    firm = [e for e in entries if not e.strict]
    if len({e.country for e in entries}) == 1 or entries[0].kind == "outlet" or any(e.country is None for e in firm):
        return entries[0]
    named = [e for e in (*firm, *entries) if f"state:{e.country}" in scene.named]
    return named[0] if named else firm[0] if len(firm) == 1 else None


def _is_vouched_for(scene: Scene, match: Match, entry: Entry) -> bool:
    """A name that is also a word or a person's name: "the North" where Korea is spoken of, "Georgia", "Hamilton"."""
    cols, word = scene.cols, scene.cols.words[match.start]
    if word in ("North", "South"):
        follower = cols.tag[match.end] if match.end < len(cols) else ""
        definite = match.start > 0 and cols.lower[match.start - 1] == "the"
        return definite and follower not in ("NNP", "NNPS", "HYPH") and bool({"state:PRK", "state:KOR"} & scene.named)
    if entry.use == "capital" or (word.isupper() and len(word) < 4):
        return entry.key in scene.named or cols.entity[match.start] == "GPE"
    return cols.entity[match.start] != "PERSON"


def is_reporting(cols: Columns, match: Match) -> bool:
    """Does something beside a name such as Time or the Express make it a publisher: "told", "according to", "reports"?"""
    head = head_of(cols, match.start, match.end)
    governor = cols.head[head]
    if cols.lemma[governor] in discourse_nouns("outlet") | {"reporter", "correspondent", "journalist", "report", "columnist"}:
        return True
    if cols.dep[head] in ("nsubj", "nsubjpass", "dobj", "dative", "agent"):
        return cols.lemma[governor] in verb_cues()
    above = cols.head[governor]
    if cols.dep[head] != "pobj":
        return False
    return cols.lower[above] == "according" or (cols.lower[governor] in ("by", "to", "in") and cols.lemma[above] in verb_cues())


def part_of_longer_name(cols: Columns, match: Match) -> bool:
    """ "Port Sudan", "Sudan News Agency", "Michael Jordan": the name belongs to something else."""
    start, end = match.start, match.end
    kind = match.entries[0]
    if _names_a_thing(cols, match):
        return True
    if start > 1 and cols.words[start - 1] == "-" and cols.lower[start - 2] in ("al", "el"):
        return True
    if kind.kind == "outlet":
        return (kind.strict and _ends_name(cols, start, end)) or _is_shouted(cols, match)
    if kind.kind != "state":
        return False
    if end + 1 < len(cols) and cols.words[end] == "," and cols.lower[end + 1] in us_states():
        return True  # Lebanon, Ohio
    before = start - 1
    if before >= 0 and f"{cols.lower[before]} {cols.lower[end - 1]}" in discourse_nouns("continental"):
        return True
    if before > 0 and cols.lower[before] == "of" and cols.words[before - 1] in _WATERS:
        return True
    if before >= 0 and cols.tag[before] in ("NNP", "NNPS") and cols.dep[before] == "compound":
        joined = start <= cols.head[before] < end and cols.sentence[before] == cols.sentence[start]
        if joined and cols.entity[before] == cols.entity[start] and cols.entity[start] in ("GPE", "LOC", "FAC", "PERSON"):
            return True
    return end < len(cols) and (_opens_name(cols, start, end) or _is_inside_name(cols, match))


def _names_a_thing(cols: Columns, match: Match) -> bool:
    """ "The Pentagon Papers", "the Washington Consensus"."""
    words = cols.lower[match.start : match.end + 1]
    return len(words) > match.end - match.start and " ".join(words) in discourse_nouns("thing_named")


def _is_inside_name(cols: Columns, match: Match) -> bool:
    """ "The International Syria Support Group", "the Free Syria Army": between the words of one body's name."""
    start, end = match.start, match.end
    if match.entries[0].use != "name" or start == 0 or {cols.entity[start - 1], cols.entity[end]} != {"ORG"}:
        return False
    beside = cols.tag[start - 1] == "NNP" == cols.tag[end] and cols.dep[start - 1] == "compound"
    return beside and cols.head[start - 1] >= end and cols.entity[start] == "ORG"


def _is_shouted(cols: Columns, match: Match) -> bool:
    """ "FAKE NEWS": a word among others in capitals is no paper's name."""
    word = cols.words[match.start]
    if match.end - match.start > 1 or not word.isupper() or any(e.name == word for e in match.entries):
        return False
    beside = (cols.words[i] for i in (match.start - 1, match.end) if 0 <= i < len(cols))
    return any(len(w) > 1 and w.isalpha() and w.isupper() for w in beside)


def _ends_name(cols: Columns, start: int, end: int) -> bool:
    """ "Lagos Evening Herald": another paper than the Herald."""
    before = start - 1 if cols.lower[start] != "the" else -1
    if before < 0 or cols.tag[before] != "NNP" or cols.sentence[before] != cols.sentence[start]:
        return False
    return cols.dep[before] == "compound" and start <= cols.head[before] < end and cols.entity[before] == cols.entity[start]


def _opens_name(cols: Columns, start: int, end: int) -> bool:
    """Does a proper noun of another kind follow within the same entity ("South China Sea", "Ethiopian Airlines")?"""
    label = cols.entity[end]
    if cols.tag[end] not in ("NNP", "NNPS") or not label or label != cols.entity[start] or label in ("PERSON", "NORP", "GPE"):
        return False
    last = end
    while last + 1 < len(cols) and cols.entity[last + 1] == label and cols.tag[last + 1] in ("NNP", "NNPS"):
        last += 1
    return longest_noun(cols.lower[end : last + 1]) is None


def in_dateline(scene: Scene, token: int) -> bool:
    """Does the token stand in a dateline or byline?"""
    return any(start <= token < end for start, end, _ in scene.datelines)


def in_byline(scene: Scene, token: int) -> bool:
    """Does the token stand in a dateline or byline that fills its paragraph?"""
    cols = scene.cols
    ends = [end for start, end, _ in scene.datelines if start <= token < end]
    return any(end == len(cols) or cols.pos[end] == "SPACE" or cols.paragraph[end] != cols.paragraph[token] for end in ends)


def is_place(scene: Scene, head: int, match: Match) -> bool:
    """Is a capital named as the place that it is ("in Cairo", "Cairo airport"), not as the government that sits there?"""
    cols = scene.cols
    if in_dateline(scene, match.start):
        return True
    governor = cols.head[head]
    if cols.dep[head] == "pobj":
        return _after_preposition(cols, governor)
    if cols.dep[head] in ("compound", "poss", "nmod") and governor > head:
        return cols.lemma[governor] in discourse_nouns("place")
    if cols.dep[head] == "dobj":
        return cols.lemma[governor] in discourse_nouns("visited")
    if cols.dep[head] in ("appos", "conj") and cols.dep[governor] == "pobj" and governor < head:
        return governor in scene.places or _after_preposition(cols, cols.head[governor])
    return cols.dep[head] in ("npadvmod", "dep", "ROOT", "appos")


def _after_preposition(cols: Columns, preposition: int) -> bool:
    word, governor = cols.lower[preposition], cols.head[preposition]
    if word not in _PLACE_PREPOSITIONS:
        return False
    if word not in _GOVERNED:
        return True
    if cols.lemma[governor] in discourse_nouns("travel") or cols.pos[governor] in ("ADP", "ADV"):
        return True
    return word == "of" and cols.pos[governor] == "PROPN"
