"""Put every proper name of an article into the scene: known names, people, organisations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.actors.announced import announce
from dateline.actors.appositions import link_offices
from dateline.actors.datelines import datelines
from dateline.actors.glued_names import freed
from dateline.actors.known_actors import KnownActors
from dateline.actors.known_names import in_byline, read_known_names
from dateline.actors.name_runs import Run, runs
from dateline.actors.office_holders import (
    HEADS,
    holder_of_full_name,
    holder_of_surname,
    leader_of_surname,
    leaders_office,
    prefill,
)
from dateline.actors.organisations import read_organisations
from dateline.actors.outlet_names import link_descriptors, read_outlets
from dateline.actors.people import Person, Witnesses, courtesy, people
from dateline.actors.places_near import read_places
from dateline.actors.scene import Draft, NameMention, Scene
from dateline.knowledge.holders import Holder
from dateline.knowledge.nouns import gender_of_first_name, load_first_names

_APPOSED = 9
"""Tokens after a name among which an apposition ends."""
_ENDS = frozenset({",", ".", ";", ":", ")", "—", "who"})


@cache
def first_names() -> frozenset[str]:
    """All given names of the table, in small letters."""
    return frozenset(row.name.casefold() for row in load_first_names())


def read_names(scene: Scene) -> None:
    """Fill `scene.names`, `owners`, `places` and `states`."""
    scene.datelines.extend((start, end, None) for start, end in datelines(scene.document, scene.cols))
    taken = read_known_names(scene)
    scene.datelines[:] = [(a, b, _country_within(scene, a, b)) for a, b, _ in scene.datelines]
    headline = scene.document.article.headline
    found = list(runs(scene.cols, taken, headline.end if headline else 0))
    found = read_outlets(scene, freed(scene, found, first_names()), first_names())
    witnesses = Witnesses(
        first_names(),
        lambda surname: _leaders_office(scene, surname),
        lambda name: _gender(scene, name),
        lambda surname: head.name if (head := leader_of_surname(scene.known, surname, scene.day)) is not None else None,
    )
    persons = people(scene.cols, found, witnesses)
    for person in persons:
        person.runs[:] = [r for r in person.runs if not in_byline(scene, r.start)]
        if person.runs:
            _enter_person(scene, person)
    read_organisations(scene, found, persons)
    read_places(scene, found)
    link_offices(scene)
    link_descriptors(scene)
    announce(scene)


def _gender(scene: Scene, name: str) -> str | None:
    """The gender of the office holder of that full name."""
    holder = holder_of_full_name(scene.known, name, scene.day)
    return holder.gender if holder is not None else None


def _leaders_office(scene: Scene, surname: str) -> str | None:
    """The last word of the office of the head of state or government of that surname; without a date, of the only one ever."""
    if scene.day is not None:
        return leaders_office(scene.known, surname, scene.day)
    head = _only_head_of_surname(scene.known, surname)
    return head.office.split()[-1] if head is not None else None


def _country_within(scene: Scene, start: int, end: int) -> str | None:
    return next((scene.places[i] for i in range(start, end) if scene.places.get(i)), None)


def _enter_person(scene: Scene, person: Person) -> None:
    draft = _person_draft(scene, person)
    for run in person.runs:
        scene.names[run.head] = NameMention(draft.key, run.start, run.end)
        draft.called(_with_title(scene, run))
    draft.called(*surname_forms(person))


def surname_forms(person: Person) -> Sequence[str]:
    """The surname as written, where it is not the whole name."""
    surname = next((w for w in person.shown.split() if w.casefold() == person.surname), "")
    return (surname,) if len(person.words) > 1 else ()


def _with_title(scene: Scene, run: Run) -> str:
    return scene.cols.text(run.first, run.end) if run.honorific or run.office else ""


def _titles(scene: Scene, person: Person) -> frozenset[str]:
    """Words that stand right before the name, and those of an apposition after it: "Mr. Chung, his national security adviser"."""
    cols = scene.cols
    before = frozenset(cols.lower[i] for run in person.runs for i in range(max(run.first - 2, 0), run.start))
    return before.union(*(_apposed(cols.lower[run.end : run.end + _APPOSED]) for run in person.runs))


def _apposed(words: Sequence[str]) -> Sequence[str]:
    """The words between the comma after a name and the next mark."""
    if words[:1] != [","]:
        return ()
    ends = (i for i, word in enumerate(words) if i and word in _ENDS)
    return words[1 : next(ends, 1)]


def _without_initials(person: Person) -> str:
    """ "Rex Tillerson" for "Rex W. Tillerson"."""
    words = person.shown.split()
    return " ".join(w for n, w in enumerate(words) if n in (0, len(words) - 1) or len(w.strip(".")) > 1)


def _first_and_last(person: Person) -> str:
    """ "Hillary Clinton" for "Hillary Diane Rodham Clinton"."""
    words = person.shown.split()
    return f"{words[0]} {words[-1]}"


def _person_draft(scene: Scene, person: Person) -> Draft:
    day = scene.day
    countries = {d.country for d in scene.drafts.values() if d.country}
    known = scene.known
    holder = holder_of_full_name(known, person.shown, day) or holder_of_full_name(known, _without_initials(person), day)
    if holder is None and len(person.words) > 3 and not person.surname_first:
        holder = holder_of_full_name(known, _first_and_last(person), day)
    if holder is None and len(person.words) == 1:
        holder = _of_title_and_name(scene, person)
    if holder is None and len(person.words) == 1:
        holder = holder_of_surname(known, person.shown, day, countries, _titles(scene, person))
        head = _only_head_of_surname(known, person.words[0]) if day is None and holder is None else None
        holder = head if head is not None and head.country in {*countries, *_states_named(scene)} else holder
    if holder is not None and holder.gender and courtesy(person.runs) not in (None, holder.gender):
        holder = None  # "Ms. Khalil" is not the minister Ali Hassan Khalil
    name = holder.name if holder is not None and len(person.words) == 1 else person.shown
    own = holder.name.casefold() if holder is not None else name.casefold()
    draft = scene.add(Draft(f"person:{own}", name, "person", ("person", own)))
    draft.gender = draft.gender or (holder.gender if holder is not None else None) or person.gender
    draft.called(name)
    if holder is not None and draft.reason == "":
        prefill(known, draft, holder, day)
    if holder is None and len(person.words) > 1:
        _future_holder(known, draft, person.shown)
    first = person.words[1] if person.surname_first and len(person.words) > 1 else person.words[0]
    draft.gender = draft.gender or (gender_of_first_name(first) if len(person.words) > 1 else None)
    return draft


def _of_title_and_name(scene: Scene, person: Person) -> Holder | None:
    """ "Queen Elizabeth", "Prince William": whom the table calls by title and first name."""
    called = dict.fromkeys(scene.cols.text(run.first, run.end) for run in person.runs if run.office and run.end - run.first == 2)
    return next((holder for name in called if (holder := holder_of_full_name(scene.known, name, scene.day)) is not None), None)


def _states_named(scene: Scene) -> set[str | None]:
    return {scene.drafts[key].country for key in scene.states.values()}


def _only_head_of_surname(known: KnownActors, surname: str) -> Holder | None:
    """Without a date: the one head of state or government of all terms in the table who has that surname."""
    found = [
        h for h in known.holders.named(surname) if h.surname.casefold() == surname and h.office in HEADS and not h.surname_only
    ]
    return found[0] if len({h.name for h in found}) == 1 else None


def _future_holder(known: KnownActors, draft: Draft, name: str) -> None:
    """Of somebody who takes office only after the article's day the table still tells country and gender."""
    terms = [h for h in known.holders.named(name) if " " in name and not h.surname_only]
    countries = {h.country for h in terms if len(h.country) == 3 and h.country != "IGO"}
    if len({h.name for h in terms}) == 1 and len(countries) == 1 and draft.country is None:
        draft.country = countries.pop()
        draft.gender = draft.gender or terms[0].gender
