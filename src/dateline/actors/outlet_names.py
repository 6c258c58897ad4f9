"""Outlets that no table knows: "the Spanish daily El Faro", "Radio Fides", "La Verdad reported, citing".

One mention that is told to be an outlet's settles all mentions of that name.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.actors.known_names import from_entry
from dateline.actors.name_runs import Run
from dateline.actors.scene import Draft, NameMention, Scene
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.names import fold

REACH = 9
"""Tokens after the comma within which the descriptor of an apposition stands."""
_ARTICLES = frozenset({"el", "la", "le", "les", "il", "lo", "los", "las", "o", "die", "der", "das", "het"})
_CARRIERS = frozenset({"quote", "cite", "report", "carry", "publish", "air", "broadcast", "interview", "print"})
_CITING = frozenset({"cite", "quote"})
_TELLING = _CARRIERS | {"say", "write", "reveal", "tell", "add", "note"}
"""What an outlet does when it cites somebody: "called off the meeting, citing the anger" is anybody's doing."""
_NO_NAME = frozenset({"SPACE", "PUNCT"})


def read_outlets(scene: Scene, runs: Sequence[Run], first_names: frozenset[str]) -> list[Run]:
    """Enter the outlets among the runs of proper nouns; the runs that name none are returned."""
    long_names = {r.words[-size:] for r in runs for size in range(1, len(r.words))}
    told: dict[tuple[str, ...], str | None] = {}
    persons = {r.words for r in runs if r.honorific or r.office}
    for run in runs:
        if run.words in persons or run.words in long_names or run.honorific or run.office or _goes_on(scene, run):
            continue
        descriptor = descriptor_beside(scene, run.first, run.end)
        if descriptor is not None or _is_outlet(scene, run, first_names):
            told[run.words] = told.get(run.words) or _country(scene, descriptor)
            if descriptor is not None:
                scene.linked[descriptor] = run.head
    for run in runs:
        if run.words in told:
            _enter(scene, run, told[run.words])
    return [r for r in runs if r.words not in told]


def link_descriptors(scene: Scene) -> None:
    """The noun beside a known outlet means the outlet: "the state newspaper Rodong Sinmun"."""
    for head, mention in scene.names.items():
        if scene.drafts[mention.key].kind == "outlet":
            descriptor = descriptor_beside(scene, mention.start, mention.end)
            if descriptor is not None and descriptor not in scene.lent:
                scene.linked[descriptor] = head


def descriptor_beside(scene: Scene, start: int, end: int) -> int | None:
    """The noun for an outlet right before a name, or in apposition after it."""
    if start > 0 and _describes(scene, start - 1) and scene.cols.sentence[start - 1] == scene.cols.sentence[start]:
        return start - 1
    return _apposed(scene, end)


def _describes(scene: Scene, token: int) -> bool:
    """Only "news agency" and "radio station": an agency, a station or a network alone may be of another kind."""
    cols = scene.cols
    if cols.lower[token] not in discourse_nouns("outlet") | discourse_nouns("outlet_qualified"):
        return False
    if cols.lower[token] not in discourse_nouns("outlet_qualified"):
        return True
    return token > 0 and cols.lower[token - 1] in discourse_nouns("outlet_qualifier")


def _apposed(scene: Scene, end: int) -> int | None:
    cols = scene.cols
    if end >= len(cols) or cols.words[end] != ",":
        return None
    stop = min(cols.sentences[cols.sentence[end]][1], end + REACH)
    for i in range(end + 1, stop):
        if cols.pos[i] in ("VERB", "AUX", "PRON", "CCONJ", "SCONJ") or cols.pos[i] in _NO_NAME:
            return None
        if _describes(scene, i):
            follower = cols.pos[i + 1] if i + 1 < stop else "PUNCT"
            return i if cols.pos[end + 1] == "DET" and follower in ("PUNCT", "ADP", "PRON", "VERB") else None
    return None


def _is_outlet(scene: Scene, run: Run, first_names: frozenset[str]) -> bool:
    words = [fold(w).casefold() for w in run.words]
    named = len(words) > 1 and (words[0] in discourse_nouns("outlet_first") or words[-1] in discourse_nouns("outlet_last"))
    generic = len(words) == 2 and words[0] in discourse_nouns("outlet_generic")
    if named and not run.headline and not generic and words[0] not in first_names:
        return True
    weak = len(words) > 1 and words[-1] in discourse_nouns("outlet_last_weak")
    return (weak or _looks_foreign(scene, run)) and words[0] not in first_names and _is_publishing(scene, run)


def _goes_on(scene: Scene, run: Run) -> bool:
    """ "Weekly Bible studies", "Fox's The Late Hour": a modifier of what follows, or a programme of the outlet before."""
    cols = scene.cols
    follower = cols.tag[run.end] if run.end < len(cols) else ""
    owned = run.first > 2 and "POS" in cols.tag[run.first - 2 : run.first]
    return follower in ("NN", "NNS") or owned


def _looks_foreign(scene: Scene, run: Run) -> bool:
    """Not a person's name by its label, or with the article of a Romance or German newspaper."""
    labels = {scene.cols.entity[i] for i in range(run.start, run.end)}
    return (len(run.words) > 1 and run.words[0] in _ARTICLES) or not labels & {"PERSON", "GPE", "LOC", "NORP"}


def _is_publishing(scene: Scene, run: Run) -> bool:
    """ "X reported, citing", "reported by X", "told X", "an interview with X" for a name that is not a person's."""
    cols, head = scene.cols, run.head
    governor = cols.head[head]
    if cols.dep[head] == "nsubj":
        citing = any(cols.lemma[k] in _CITING for k in cols.kids[governor] if cols.dep[k] == "advcl")
        return (citing and cols.lemma[governor] in _TELLING) or (cols.lemma[governor] == "report" and len(run.words) > 1)
    if cols.dep[head] in ("dobj", "dative"):
        return cols.lemma[governor] == "tell" and run.words[0] in _ARTICLES
    if cols.dep[head] != "pobj":
        return False
    above = cols.lemma[cols.head[governor]]
    return (cols.lower[governor] == "by" and above in _CARRIERS) or (
        cols.lower[governor] in ("with", "to") and above == "interview"
    )


def _country(scene: Scene, descriptor: int | None) -> str | None:
    """The state of "the Spanish daily" or "Egypt's state newspaper"."""
    cols = scene.cols
    if descriptor is None:
        return None
    for i in range(descriptor - 1, max(descriptor - REACH, -1), -1):
        if i in scene.states:
            return scene.drafts[scene.states[i]].country
        if cols.pos[i] not in ("ADJ", "NOUN", "PROPN", "PART", "ADV") and cols.words[i] != "-":
            return None
    return None


def _enter(scene: Scene, run: Run, country: str | None) -> None:
    name = scene.cols.text(run.start, run.end)
    known = next((e for e in scene.known.gazetteer.find(name) if e.kind == "outlet"), None)
    if known is not None:
        _place(scene, run, scene.add(from_entry(known)))
        return
    key = f"outlet:{name.casefold()}"
    code = f"{country} MED" if country else "MED"
    draft = scene.add(Draft(key, name, "outlet", (key,), country, code, reason="proper name of an outlet"))
    draft.called(f"the {name}")
    _place(scene, run, draft)


def _place(scene: Scene, run: Run, draft: Draft) -> None:
    scene.names[run.head] = NameMention(draft.key, run.start, run.end)
    scene.owners[run.head] = draft.key
    scene.spans[run.head] = (run.start, run.end)
    scene.lent.update(range(run.start, run.end))
