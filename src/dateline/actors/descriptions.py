"""People who are described, not named: "two Egyptian security officials", "a member of the delegation", "the minister"."""

from __future__ import annotations

from dateline.actors.bodies import code_of
from dateline.actors.known import adjective_of, state_entries
from dateline.actors.lexicon import Noun
from dateline.actors.owners import NOBODY, Owner, is_ours, owner, owners, salient_country
from dateline.actors.phrasing import (
    INDEFINITE,
    bare_start,
    complement_end,
    determiner,
    is_definite,
    is_plural,
    modifiers,
)
from dateline.actors.scene import Draft, Scene

_FORMER = frozenset({"former", "ex", "retired", "late", "one-time", "erstwhile"})


def described(scene: Scene, head: int, noun: Noun) -> str:
    """The person or people meant: somebody mentioned before where the phrase is definite, else somebody new."""
    known = _mentioned_before(scene, head, noun)
    return known or describe(scene, head, noun).key


def _mentioned_before(scene: Scene, head: int, noun: Noun) -> str | None:
    """ "The minister", "Egypt's foreign minister", "the two officials": the last person of that office or description."""
    cols = scene.cols
    whose = owner(scene, head)
    if determiner(cols, head) in INDEFINITE or (not is_definite(cols, head) and whose == NOBODY):
        return None
    wanted = {cols.lower[m] for m in modifiers(cols, head) if m not in scene.states and m not in scene.owners} | set(noun.words)
    wanted = {w for w in wanted if w != "-" and w not in ("own", "new", "top", "senior", "chief")} | {noun.words[-1]}
    plural = is_plural(cols, head)
    for _, draft in scene.before(head):
        if draft.plural == plural and wanted <= draft.offices and _fits(draft, whose, noun):
            return draft.key
    return None


def _fits(draft: Draft, whose: Owner, noun: Noun) -> bool:
    if noun.gender and draft.gender and noun.gender != draft.gender:
        return False
    if whose.country is not None:
        return draft.country == whose.country
    return whose == NOBODY or draft.country is None


def describe(scene: Scene, head: int, noun: Noun | None) -> Draft:
    """A new actor named as the article describes it, without its article but with its number."""
    cols = scene.cols
    start = bare_start(cols, head)
    core = cols.text(start, head + 1)
    name = cols.text(start, complement_end(cols, head, "of", "for", "to", "close"))
    whose = owner(scene, head)
    country = whose.country or _office_country(scene, head, noun, whose)
    members = _states_of(scene, head)
    lord = scene.drafts[whose.key] if whose.key else None
    plural = is_plural(cols, head)
    if members:
        country = None
    if country and any(cols.tag[k] in ("PRP$", "WP$") for k in cols.kids[head]):
        name = f"{lord.name if lord and lord.kind != 'state' else adjective_of(country)} {name}"
    key = f"desc:{name.casefold()}"
    kind = "people" if plural else (noun.kind if noun else "other")
    draft = Draft(key, _uncapitalised(cols.words[start], name), kind, (scene.document.article.id, name.casefold()), country)
    draft = scene.add(draft)
    draft.code = code_of(country, noun.sector if noun else "", lord)
    draft.members = members
    draft.plural, draft.gender = plural, noun.gender if noun else None
    draft.offices.update(w for i in range(start, head + 1) if (w := cols.lower[i]).isalpha())
    draft.offices.update(noun.words if noun else ())
    if kind == "person":
        draft.role = cols.text(start, head + 1)
    draft.called(core, cols.text(start, complement_end(cols, head)), *_variants(scene, head, start, lord, country))
    draft.reason = f"described by '{cols.lower[head]}'"
    return draft


def some_of(scene: Scene, head: int, whole: int, noun: Noun) -> Draft:
    """ "One of his advisers": an adviser, known by the singular of the noun too."""
    cols = scene.cols
    whose = owner(scene, whole)
    name = cols.text(bare_start(cols, head), whole + 1)
    draft = Draft(f"desc:{name.casefold()}", name, "person", (scene.document.article.id, name.casefold()), whose.country)
    draft = scene.add(draft)
    draft.code = code_of(whose.country, noun.sector)
    draft.plural = cols.lower[head] != "one"
    draft.kind = "people" if draft.plural else "person"
    draft.role = draft.role or cols.lemma[whole]
    draft.offices.update(noun.words)
    lord = scene.drafts[whose.key].name if whose.key else None
    draft.called(cols.lemma[whole], *((f"{cols.lemma[whole]} of {lord}", f"{cols.lemma[whole]} to {lord}") if lord else ()))
    draft.reason = f"some of '{cols.lower[whole]}'"
    return draft


def _states_of(scene: Scene, head: int) -> tuple[str, ...]:
    """ "Ministers from Egypt and Sudan", "U.S. and South Korean officials": the states for whom they act together."""
    keys = dict.fromkeys(o.key for o in owners(scene, head) if o.key and scene.drafts[o.key].kind == "state")
    return tuple(keys) if len(keys) > 1 and is_plural(scene.cols, head) else ()


def _uncapitalised(first: str, name: str) -> str:
    """A description that opens a sentence loses its capital, unless its first word is a name."""
    return name[0].lower() + name[1:] if first.istitle() and first.lower() in _ORDINARY else name


_ORDINARY = frozenset(
    "two three four five six seven eight nine ten several some many analysts experts officials soldiers troops rebels fighters witnesses "
    "residents opposition police security government senior western ministers diplomats protesters people women men lawyers farmers local "
    "foreign military army presidential".split()
) - {"western"}


def _office_country(scene: Scene, head: int, noun: Noun | None, whose: Owner) -> str | None:
    """A bare office ("the foreign minister") belongs to the state that the text is about; a diplomat or source may be anybody's."""
    if noun is None or whose != NOBODY or is_ours(scene, head):
        return None
    if is_plural(scene.cols, head):
        return salient_country(scene, head) if noun.sector in ("LEG", "OPP") and noun.words[-1] in _DEPUTIES else None
    if noun.words[-1] not in _STATE_OFFICES or determiner(scene.cols, head) in INDEFINITE - {"a", "an"}:
        return None
    return salient_country(scene, head)


_DEPUTIES = frozenset({"deputies", "lawmakers", "legislators", "parliamentarians", "mps", "senators"})
_STATE_OFFICES = frozenset("president minister premier chancellor spokesman spokeswoman spokesperson parliament".split())


def _variants(scene: Scene, head: int, start: int, lord: Draft | None, country: str | None) -> list[str]:
    """Other ways to name the same people: by the noun alone, without number, with the country's adjective."""
    cols = scene.cols
    plain = " ".join(cols.words[i] for i in modifiers(cols, head))
    found = [f"{plain} {cols.words[head]}".strip(), cols.words[head]]
    state = state_entries().get(country or "")
    if state is not None and not any(i in scene.states for i in range(start, head)):
        own = " ".join(cols.words[i] for i in modifiers(cols, head) if i not in scene.owners)
        found.append(f"{adjective_of(country)} {own} {cols.words[head]}".replace("  ", " "))
    if lord is not None and lord.kind != "state":
        found += [f"{lord.name} {cols.words[head]}", f"{cols.words[head]} of {lord.name}"]
    return found
