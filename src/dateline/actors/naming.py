"""Put every proper name of an article into the scene: known names, people, organisations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.actors.appositions import link_offices
from dateline.actors.datelines import datelines
from dateline.actors.known_names import in_byline, read_known_names
from dateline.actors.name_runs import Run, runs
from dateline.actors.office_holders import holder_of_full_name, holder_of_surname, leaders_office, prefill
from dateline.actors.organisations import read_organisations
from dateline.actors.outlet_names import link_descriptors, read_outlets
from dateline.actors.people import Person, Witnesses, people
from dateline.actors.places_near import read_places
from dateline.actors.scene import Draft, NameMention, Scene
from dateline.knowledge.nouns import gender_of_first_name, load_first_names


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
    found = read_outlets(scene, found, first_names())
    witnesses = Witnesses(first_names(), lambda surname: leaders_office(surname, scene.day))
    persons = people(scene.cols, found, witnesses)
    for person in persons:
        person.runs[:] = [r for r in person.runs if not in_byline(scene, r.start)]
        if person.runs:
            _enter_person(scene, person)
    read_organisations(scene, found, persons)
    read_places(scene, found)
    link_offices(scene)
    link_descriptors(scene)


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
    """Words that stand right before the name."""
    cols = scene.cols
    return frozenset(cols.lower[i] for run in person.runs for i in range(max(run.first - 2, 0), run.start))


def _without_initials(person: Person) -> str:
    """ "Rex Tillerson" for "Rex W. Tillerson"."""
    words = person.shown.split()
    return " ".join(w for n, w in enumerate(words) if n in (0, len(words) - 1) or len(w.strip(".")) > 1)


def _person_draft(scene: Scene, person: Person) -> Draft:
    day = scene.day
    countries = {d.country for d in scene.drafts.values() if d.country}
    holder = holder_of_full_name(person.shown, day) or holder_of_full_name(_without_initials(person), day)
    if holder is None and len(person.words) == 1:
        holder = holder_of_surname(person.shown, day, countries, _titles(scene, person))
    name = holder.name if holder is not None and len(person.words) == 1 else person.shown
    own = holder.name.casefold() if holder is not None else name.casefold()
    draft = scene.add(Draft(f"person:{own}", name, "person", ("person", own)))
    draft.gender = draft.gender or person.gender
    draft.called(name)
    if holder is not None and draft.reason == "":
        prefill(draft, holder, day)
    first = person.words[1] if person.surname_first and len(person.words) > 1 else person.words[0]
    draft.gender = draft.gender or (gender_of_first_name(first) if len(person.words) > 1 else None)
    return draft
