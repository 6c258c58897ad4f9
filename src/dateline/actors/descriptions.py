"""People who are described, not named: "two Egyptian security officials", "a member of the delegation", "the minister"."""

from __future__ import annotations

from dateline.actors.anaphors import (
    FORMER,
    RANKED,
    by_epithet,
    by_hypernym,
    by_party,
    holder_named,
    note_people,
    one_of_them,
    same_people,
)
from dateline.actors.announced import named_elsewhere, own_president
from dateline.actors.bodies import body_country, code_of
from dateline.actors.columns import Columns
from dateline.actors.known import adjective_of
from dateline.actors.lexicon import Noun, office_words
from dateline.actors.owners import NOBODY, Owner, deputies_country, is_of_american_party, is_ours, owner, owners, salient_country
from dateline.actors.phrasing import (
    INDEFINITE,
    LONGEST_COMPLEMENT,
    bare_start,
    complement_end,
    determiner,
    is_counted,
    is_definite,
    is_plural,
    modifiers,
    noun_of,
)
from dateline.actors.scene import Draft, Scene
from dateline.actors.sectors import phrase_sector
from dateline.actors.strangers import description_key
from dateline.actors.surroundings import article_country
from dateline.knowledge.discourse import discourse_nouns, same_offices
from dateline.records import ActorKind

_EPITHETS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD"})
_ANOTHER = frozenset({"other", "second", "third", "fourth", "first", "next", "fellow", "incoming", "future"})
_AGE = frozenset({"year", "old"})
_VAGUE = frozenset(
    "senior top other unnamed multiple several many some few two three four five six administration government".split()
)
"""Words that do not tell one group of officials from another."""
_SPELT = {"defence": "defense", "defense": "defence"}
_SMALL = frozenset({"of", "the", "for"})
_HEADS = frozenset({"president", "premier", "chancellor"})


def described(scene: Scene, head: int, noun: Noun) -> str:
    """The person or people meant: somebody mentioned before where the phrase is definite, else somebody new."""
    known = _mentioned_before(scene, head, noun)
    return known or describe(scene, head, noun).key


def _mentioned_before(scene: Scene, head: int, noun: Noun) -> str | None:
    """ "The minister", "Egypt's foreign minister", "the two officials": the last person of that office or description."""
    cols = scene.cols
    whose = owner(scene, head)
    if determiner(cols, head) in INDEFINITE:
        return None
    if not is_definite(cols, head) and (whose == NOBODY or _newly_counted(cols, head)):
        return _named_below(scene, head, noun)
    wanted = {cols.lower[m] for m in modifiers(cols, head) if m not in scene.states and m not in scene.owners} | set(noun.words)
    wanted = {w for w in wanted if w != "-" and w not in ("own", "new", "top", "senior", "chief")} | {noun.words[-1]}
    plural = is_plural(cols, head)
    if whose == NOBODY and not plural and _says_of_whom(cols, head):
        return None
    found = _last_of_description(scene, head, wanted, whose, noun)
    if found is not None:
        return own_president(scene, head, found, whose, noun) or found
    if plural:
        return same_people(scene, head, noun)
    plain = _without_epithets(scene, head, wanted, noun)
    if plain != wanted:
        found = _last_of_description(scene, head, plain, whose, noun, named=True)
    return (
        found
        or holder_named(scene, head, wanted, whose, noun)
        or by_hypernym(scene, head, whose, noun)
        or by_party(scene, head, noun)
        or by_epithet(scene, head, whose, noun)
    )


def _says_of_whom(cols: Columns, head: int) -> bool:
    """ "The leader of what they call a province", "the president of a company": not just the one named before."""
    of = next((k for k in cols.kids[head] if k == head + 1 and cols.lower[k] == "of"), None)
    whole = next((k for k in cols.kids[of] if cols.dep[k] in ("pobj", "pcomp")), None) if of is not None else None
    return whole is not None and (cols.dep[whole] == "pcomp" or determiner(cols, whole) in INDEFINITE)


def _named_below(scene: Scene, head: int, noun: Noun) -> str | None:
    """A headline's "general says": the one person whom the article names with that rank."""
    cols = scene.cols
    bare = cols.left[head] == head and not is_plural(cols, head) and scene.document.in_headline(cols.offset[head])
    return named_elsewhere(scene, head, set(noun.words), NOBODY, noun) if bare else None


def _without_epithets(scene: Scene, head: int, wanted: set[str], noun: Noun) -> set[str]:
    """ "The embattled president", "the 93-year-old former president": the words of the office alone; "the other" is another."""
    cols = scene.cols
    told = {cols.lower[m]: m for m in modifiers(cols, head)}
    if not noun.office or _ANOTHER & told.keys():
        return wanted
    small = {w for w, m in told.items() if cols.tag[m] in _EPITHETS and cols.words[m].islower() and w not in office_words()}
    epithets = small | (told.keys() & discourse_nouns("party"))
    return (wanted - (epithets - FORMER) - _AGE) | {noun.words[-1]}


def _newly_counted(cols: Columns, head: int) -> bool:
    """ "One U.S. official", "two Lao officials": somebody new, where neither article nor possessor says otherwise."""
    return is_counted(cols, head) and not any(cols.dep[k] == "poss" for k in cols.kids[head])


def _last_of_description(
    scene: Scene, head: int, wanted: set[str], whose: Owner, noun: Noun, *, named: bool = False
) -> str | None:
    """The last one of this office or description; of several in one sentence, whoever is subject of its main clause."""
    cols, nearest, plural = scene.cols, None, is_plural(scene.cols, head)
    ways = _ways_to_say(wanted, noun, cols.text(bare_start(cols, head), head + 1).casefold())
    for position, draft in scene.before(head):
        if named and not draft.key.startswith("person:"):
            continue
        sentence = cols.sentence[position]
        if nearest is not None and sentence != nearest[0]:
            break
        if draft.plural != plural or RANKED & (draft.offices - wanted):
            continue
        if plural and not is_definite(cols, head) and draft.offices - wanted - _VAGUE:
            continue  # "Pentagon officials" are not the "intelligence officials" of before
        if any(_answers(draft, way) for way in ways) and _fits(draft, whose, noun):
            main = whose == NOBODY and sentence != cols.sentence[head] and cols.head[cols.head[position]] == cols.head[position]
            if nearest is None or (main and scene.is_subject(position)):
                nearest = (sentence, draft.key)
    return nearest[1] if nearest is not None else None


def _ways_to_say(wanted: set[str], noun: Noun, phrase: str) -> list[set[str]]:
    """The words of an office, and those of its other names and spellings: "prime minister" for "premier"."""
    others = same_offices(" ".join(noun.words)) | same_offices(phrase)
    rest = wanted - {*noun.words}
    ways = [wanted - _SMALL, *((rest | set(other.split())) - _SMALL for other in sorted(others))]
    return ways + [{_SPELT.get(w, w) for w in way} for way in ways if way & _SPELT.keys()]


def _answers(draft: Draft, wanted: set[str]) -> bool:
    """Is the draft somebody of this office or description; with "former", of an office left?"""
    if wanted <= draft.offices:
        return True
    return bool(wanted & FORMER) and wanted - FORMER <= draft.past


def _fits(draft: Draft, whose: Owner, noun: Noun) -> bool:
    if noun.gender and draft.gender and noun.gender != draft.gender:
        return False
    if whose.country is not None:
        return draft.country == whose.country
    return whose == NOBODY or draft.country is None


def describe(scene: Scene, head: int, noun: Noun | None) -> Draft:
    """A new actor named as the article describes it, without its article but with its number."""
    cols = scene.cols
    whose = owner(scene, head)
    members = _states_of(scene, head)
    country = None if members else whose.country or _office_country(scene, head, noun, whose) or one_of_them(scene, head)
    country = country or (
        _body_country(scene, head) or article_country(scene, head)
        if noun is not None and noun.human and whose == NOBODY and not members
        else None
    )
    lord = scene.drafts[whose.key] if whose.key else None
    name = _described_name(scene, head, lord, country)
    plural = is_plural(cols, head)
    kind: ActorKind = _kind(cols, head, noun)
    key = description_key(scene, head, name, country)
    draft = scene.add(Draft(key, name, kind, (scene.document.article.id, key.removeprefix("desc:")), country))
    draft.code = code_of(country, phrase_sector(scene, head, noun, lord), lord)
    draft.members, draft.plural, draft.gender = members, plural, noun.gender if noun else None
    if kind == "person":
        draft.role = cols.text(bare_start(cols, head), head + 1)
    _identify(scene, head, draft, noun)
    if plural:
        note_people(scene, head, draft)
    draft.called(*_variants(scene, head, lord, country))
    return draft


def _body_country(scene: Scene, head: int) -> str | None:
    """The state whose "defense ministry official" this is: that of the ministry named before, or of the state spoken of."""
    cols = scene.cols
    for k in cols.kids[head]:
        noun = noun_of(cols, k) if cols.dep[k] == "compound" and k < head else None
        if (
            noun is not None
            and noun.kind == "government_body"
            and {" ".join(noun.words), noun.words[-1]} & discourse_nouns("organ")
        ):
            return body_country(scene, k)
    return None


def _kind(cols: Columns, head: int, noun: Noun | None) -> ActorKind:
    """Allies, neighbours and signatories are states as often as people: of no kind, like things that tell ("photographs")."""
    if cols.lemma[head] in discourse_nouns("between_states"):
        return "other"
    if noun is not None and noun.kind == "outlet" and not _is_publisher(cols, head):
        return "other"
    if noun is None or not is_plural(cols, head):
        return noun.kind if noun else "other"
    return "people" if noun.human or noun.kind in ("person", "people", "outlet") else noun.kind


def _is_publisher(cols: Columns, head: int) -> bool:
    """A network or agency is an outlet if a word for news stands with it: no "terrorist network"."""
    if cols.lemma[head] not in discourse_nouns("outlet_qualified"):
        return True
    words = {cols.lower[m] for m in modifiers(cols, head)}
    return not words or bool(words & discourse_nouns("outlet_qualifier"))


def _described_name(scene: Scene, head: int, lord: Draft | None, country: str | None) -> str:
    cols = scene.cols
    start = bare_start(cols, head)
    end = complement_end(cols, head, "of", "for", "close")
    name = cols.text(start, end if end - head < LONGEST_COMPLEMENT else head + 1)
    owned = any(cols.tag[k] in ("PRP$", "WP$") for k in cols.kids[head])
    if owned and lord is not None and lord.kind == "person":
        return f"{lord.name}'s {name}"
    if country and owned and not is_of_american_party(cols, head):
        prefix = lord.name if lord and lord.kind != "state" else adjective_of(country)
        return name if prefix and name.startswith(prefix) else f"{prefix} {name}"
    return name[0].lower() + name[1:] if _is_ordinary(cols, start) else name


def _identify(scene: Scene, head: int, draft: Draft, noun: Noun | None) -> None:
    """Words by which the text may come back to this description, and why it was made."""
    cols = scene.cols
    draft.offices.update(w for w in cols.lower[bare_start(cols, head) : head + 1] if w.isalpha())
    draft.offices.update(noun.words if noun else ())
    draft.reason = f"described by '{cols.lower[head]}'"


def some_of(scene: Scene, head: int, whole: int, noun: Noun) -> Draft:
    """ "One of his advisers": an adviser, known by the singular of the noun too."""
    cols = scene.cols
    whose, all_of_them = owner(scene, whole), scene.draft(whole) or _whole_before(scene, whole, noun)
    country = whose.country or (all_of_them.country if all_of_them is not None and all_of_them.plural else None)
    name = cols.text(bare_start(cols, head), whole + 1)
    draft = Draft(f"desc:{name.casefold()}", name, "person", (scene.document.article.id, name.casefold()), country)
    draft = scene.add(draft)
    draft.code = code_of(country, phrase_sector(scene, whole, noun))
    draft.plural = cols.lower[head] != "one"
    draft.kind = "people" if draft.plural else "person"
    draft.role = draft.role or cols.lemma[whole]
    draft.offices.update(noun.words)
    lord = scene.drafts[whose.key].name if whose.key else None
    draft.called(cols.lemma[whole], *((f"{cols.lemma[whole]} of {lord}", f"{cols.lemma[whole]} to {lord}") if lord else ()))
    draft.reason = f"some of '{cols.lower[whole]}'"
    return draft


def _whole_before(scene: Scene, whole: int, noun: Noun) -> Draft | None:
    """The senators of "one of those senators", where they were told of before."""
    key = _mentioned_before(scene, whole, noun) if is_definite(scene.cols, whole) else None
    return scene.drafts[key] if key is not None else None


def nationals(scene: Scene, head: int, state: Draft) -> Draft:
    """ "Three Russians": people of a state, not the state."""
    name = scene.cols.text(bare_start(scene.cols, head), head + 1)
    parts = (scene.document.article.id, name.casefold())
    draft = scene.add(Draft(f"desc:{name.casefold()}", name, "people", parts, state.country, code_of(state.country, "CVL")))
    draft.plural, draft.reason = True, f"people of {state.name}"
    note_people(scene, head, draft)
    return draft


def _states_of(scene: Scene, head: int) -> tuple[str, ...]:
    """ "Ministers from Egypt and Sudan", "U.S. and South Korean officials": the states for whom they act together."""
    keys = dict.fromkeys(o.key for o in owners(scene, head) if o.key and scene.drafts[o.key].kind == "state")
    return tuple(keys) if len(keys) > 1 and is_plural(scene.cols, head) else ()


def _is_ordinary(cols: Columns, token: int) -> bool:
    """A common word that has its capital only from its place at the start of a sentence."""
    return cols.words[token].istitle() and cols.pos[token] in ("NOUN", "NUM", "ADV", "DET", "PRON")


def _office_country(scene: Scene, head: int, noun: Noun | None, whose: Owner) -> str | None:
    """A bare office ("the foreign minister") belongs to the state spoken of; a diplomat or source may be anybody's."""
    if noun is None or whose != NOBODY or is_ours(scene, head):
        return None
    if is_plural(scene.cols, head):
        deputies = noun.sector in ("LEG", "OPP") and noun.words[-1] in discourse_nouns("deputy")
        plain = not is_counted(scene.cols, head) and determiner(scene.cols, head) is None
        return deputies_country(scene, head) if deputies and plain else None
    if noun.words[-1] not in discourse_nouns("state_office") or determiner(scene.cols, head) in INDEFINITE - {"a", "an"}:
        return None
    if determiner(scene.cols, head) in ("a", "an") and noun.words[-1] in _HEADS:
        return None  # what a president may do is said of no state's alone
    return salient_country(scene, head)


def _variants(scene: Scene, head: int, lord: Draft | None, country: str | None) -> list[str]:
    """Other ways to name the same people: in full, by the noun alone, without number, with the country's adjective."""
    cols, start = scene.cols, bare_start(scene.cols, head)
    plain = " ".join(cols.words[i] for i in modifiers(cols, head)).replace(" - ", "-")
    found = [cols.text(start, head + 1)]
    if (end := complement_end(cols, head)) - head < LONGEST_COMPLEMENT:
        found.append(cols.text(start, end).strip())
    found += [f"{plain} {cols.words[head]}".strip(), cols.words[head]]
    adjective = adjective_of(country)
    if adjective is not None and not any(i in scene.states for i in range(start, head)):
        own = " ".join(cols.words[i] for i in modifiers(cols, head) if i not in scene.lent)
        found.append(f"{adjective} {own} {cols.words[head]}".replace("  ", " "))
    if lord is not None and lord.kind != "state":
        found += [f"{lord.name} {cols.words[head]}", f"{cols.words[head]} of {lord.name}"]
    return found
