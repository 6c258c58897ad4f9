"""The state of those whose own words do not tell it: by an office that one state has, by who says "our", by the text around.

Runs when all mentions are decided. What it may give is measured: nine in ten have to be right, so a doubt leaves it open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.actors.anaphors import CAPTIVE
from dateline.actors.bases import base_of
from dateline.actors.beside_others import country_beside, country_by_explanation
from dateline.actors.bodies import NO_REGIMES, code_of
from dateline.actors.bodies_of_a_word import country_of_body_of_that_word
from dateline.actors.commanded import country_of_commander
from dateline.actors.elsewhere import is_elsewhere, is_generic, is_of_nations, is_qualified_abroad, phrase_of
from dateline.actors.harmed import are_harmed
from dateline.actors.instances import country_of_instances
from dateline.actors.lexicon import longest_noun
from dateline.actors.local_people import country_of_place
from dateline.actors.namings import FAIR, FIRM, MENTIONS, MIDDLING, Evidence, Naming, Proof, evidence, namings
from dateline.actors.organs import country_of_organ
from dateline.actors.owners import home_country, is_ours, owner
from dateline.actors.phrasing import INDEFINITE, determiner, modifiers
from dateline.actors.same_people import country_of_same_people
from dateline.actors.scene import Draft, Scene
from dateline.actors.speakers import speakers_of
from dateline.actors.state_signs import mention_of, signs_of_state
from dateline.actors.unknown_people import country_of_person
from dateline.actors.wars import country_at_war
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.national_words import NationalWord, national_word
from dateline.knowledge.sector_words import sector_words
from dateline.knowledge.state_evidence import likely_state

OWN = 0.55
"""The share of the outlet's own state in what the article names from which bare "officials" are its own."""
OFTEN = 3
"""Mentions of a description from which what stands around all of them tells its state."""
_BODIES = ("desc:", "body:", "name:")
_ANYBODY = frozenset(
    "official diplomat source president leader government regime soldier minister country administration".split()
)
"""With "a", one of any state."""
_IN_DEPARTMENTS = frozenset({"secretary", "undersecretary", "minister"})
_OF = frozenset({"of", "from", "in", "at", "with", "for", "to", "inside", "within"})
_BACKING = frozenset("arm back support fund finance supply train aid assist help equip sponsor".split())
_OF_DEBATE = frozenset("critic opponent politician voter soldier reservist president administration".split())
"""People of whom an article about a state's politics and wars speaks, seldom those of another state."""


def give_countries(scene: Scene) -> None:
    """Give a state to every actor without one where the words or the article tell it."""
    every = namings(scene)
    heads: dict[str, list[int]] = {}
    for token, key in scene.heads.items():
        if key is not None:
            heads.setdefault(key, []).append(token)
    persons = [item for item in heads.items() if item[0].startswith("person:")]
    others = [item for item in heads.items() if not item[0].startswith("person:")]
    for key, tokens in (*persons, *others, *persons):  # whom a crowd tells of is known after the crowd
        draft = scene.drafts[key]
        if _is_open(draft):
            found = _country(scene, draft, sorted(tokens), every)
            if found is not None:
                _give(draft, *found)
    _by_all_signs(scene, heads)
    _unite_groups(scene)


def _by_all_signs(scene: Scene, heads: Mapping[str, Sequence[int]]) -> None:
    """Where no one thing tells a state, all that the article names around may together."""
    every = namings(scene)
    for key, tokens in heads.items():
        draft = scene.drafts[key]
        abroad = any(is_qualified_abroad(scene, t) or is_of_nations(scene, t) for t in tokens)
        if _is_open(draft) and draft.key.startswith((*_BODIES, "person:")) and not abroad:
            country = likely_state(signs_of_state(mention_of(scene, draft, sorted(tokens), every)))
            if country is not None:
                _give(draft, country, "by all that is named around")


def _unite_groups(scene: Scene) -> None:
    """A group is of the state that all its members turned out to be of."""
    for draft in scene.drafts.values():
        states = {scene.drafts[member].country for member in draft.members}
        if draft.key.startswith("group:") and draft.country is None and len(states) == 1:
            draft.country = states.pop()


def _is_open(draft: Draft) -> bool:
    told = (draft.code or "").partition(" ")[0]
    return draft.country is None and not draft.members and told not in ("IGO", "IMG", "NGO", "MNC") and ".tsv" not in draft.reason


def _give(draft: Draft, country: str, why: str) -> None:
    draft.country = country
    sector = draft.code or _sector_of_role(draft) or ("CVL" if draft.kind in ("person", "people") else "")
    draft.code = sector if sector.startswith(country) else code_of(country, sector)
    draft.reason = f"{draft.reason}; {why}" if draft.reason else why


def _sector_of_role(draft: Draft) -> str | None:
    words = (draft.role or "").casefold().split() if draft.kind == "person" else []
    end = next((n for n, word in enumerate(words) if word in _OF), len(words))
    office = longest_noun(words[:end])
    noun = longest_noun(words) or (office if office is not None and office.words[-1] in _IN_DEPARTMENTS else None)
    if noun is not None and noun is office and sector_words("former").keys() & set(words):
        return "ELI"
    return noun.sector if noun is not None else None


def _country(scene: Scene, draft: Draft, tokens: Sequence[int], every: Sequence[Naming]) -> tuple[str, str] | None:
    """The state and why."""
    own = {i for t in tokens for i in range(scene.cols.left[t], t + 2)}
    base = next((country for t in tokens if (country := base_of(scene, t)) is not None), None)
    if (
        base is not None
        and not (_may_be_abroad(scene, tokens) or _is_of_states(scene, tokens))
        and draft.key.startswith((*_BODIES, "person:"))
    ):
        return base, "by its seat"
    if draft.key.startswith("person:"):
        return country_of_person(scene, draft, tokens, evidence(every, draft.key, own, scene.cols.sentence[tokens[0]]))
    heads = [t for t in tokens if scene.cols.tag[t] in ("NN", "NNS", "NNP", "NNPS")]
    heads = [t for t in heads if scene.cols.lower[t] in draft.key] or heads  # not "a statement" of the ministry
    if not heads or not draft.key.startswith(_BODIES):
        return None
    head = _whole(scene, draft, heads[0])
    found = evidence(every, draft.key, own, scene.cols.sentence[head])
    return (
        _by_owner(scene, head)
        or _by_explanation(scene, head)
        or _by_body(scene, head)
        or _by_spokesman(scene, head)
        or _by_words(scene, head, found)
        or _by_speaker(scene, head)
        or _by_instances(scene, heads)
        or _by_same_people(scene, head)
        or _by_command(scene, head)
        or _by_others(scene, head)
        or _by_place(scene, head)
        or _by_war(scene, head, [n for n in every if n.key != draft.key and n.token not in own])
        or _by_surroundings(scene, head, found)
        or _by_all_mentions(scene, heads, evidence(every, draft.key, own, *(scene.cols.sentence[t] for t in heads)))
        or _by_organ(scene, draft, head)
    )


def _may_be_abroad(scene: Scene, tokens: Sequence[int]) -> bool:
    """ "A Beijing-based Western diplomat"."""
    return any(scene.cols.lemma[t] in ("diplomat", "envoy", "ambassador") or is_qualified_abroad(scene, t) for t in tokens)


def _is_of_states(scene: Scene, tokens: Sequence[int]) -> bool:
    """ "The Vienna-based agency", where the article names a body of states."""
    bodies = any(d.kind == "intergovernmental" and d.name != "United Nations" for d in scene.drafts.values())
    return bodies and any(scene.cols.lemma[t] in discourse_nouns("igo") and determiner(scene.cols, t) == "the" for t in tokens)


def _whole(scene: Scene, draft: Draft, head: int) -> int:
    """ "Protesters" in "thousands of protesters"."""
    cols = scene.cols
    of = next((k for k in cols.kids[head] if cols.lower[k] == "of"), None)
    whole = cols.kid(of, "pobj") if of is not None and draft.reason.startswith("some of") else None
    return whole if whole is not None else head


def _by_spokesman(scene: Scene, head: int) -> tuple[str, str] | None:
    """ "Foreign Ministry spokesman Geng Shuang": the body is of the state of the person whose office it qualifies."""
    cols, person = scene.cols, scene.cols.head[head]
    mention = scene.names.get(person)
    if mention is None or not mention.key.startswith("person:") or cols.dep[head] not in ("compound", "nmod"):
        return None
    country = scene.drafts[mention.key].country if head < mention.start else None
    return (country, f"of {scene.drafts[mention.key].name}") if country else None


def _by_organ(scene: Scene, draft: Draft, head: int) -> tuple[str, str] | None:
    country = country_of_organ(scene, draft, head)
    return (country, "organ of the state spoken of") if country is not None else None


def _by_words(scene: Scene, head: int, found: Evidence) -> tuple[str, str] | None:
    """ "Democrats", "the undersecretary": where the article names that state; "senators" in a paper of that state."""
    if (office := _of_department(scene, head)) is not None and office.country and found.total[office.country]:
        return office.country, f"'{office.phrase}'"
    if is_elsewhere(scene, head):
        return None
    phrase = phrase_of(scene, head)
    always = national_word("always", phrase)
    if always is not None and always.country and determiner(scene.cols, head) == "the":
        return always.country, f"'{always.phrase}'"
    only = national_word("only", phrase) if not _is_any_cleric(scene, head) else None
    if only is not None and only.country and found.total[only.country]:
        return only.country, f"'{only.phrase}'"
    return _at_home(scene, head, found)


def _of_department(scene: Scene, head: int) -> NationalWord | None:
    """ "The Secretary of Defense", whose department's name is no state that he is of."""
    words = scene.cols.lower[head : head + 3]
    return national_word("only", words) if len(words) == 3 and words[1] == "of" else None


def _at_home(scene: Scene, head: int, found: Evidence) -> tuple[str, str] | None:
    """ "The attorney general", "officials" in a paper of the state that the article is about."""
    phrase, country = phrase_of(scene, head), home_country(scene)
    word = national_word("home", phrase)
    official = phrase[-1] == "official" and scene.cols.tag[head] == "NNS" and owner(scene, head).key is None
    if country is None or not (official or (word is not None and word.country == country)):
        return None
    others = [n for c, n in found.around.items() if c != country]
    share = found.share(country)
    least = FIRM.clear if not others else FIRM.large
    if official and (share < OWN or max(others, default=0) > max(found.around[country], 1)):
        return None
    return (country, "of the outlet's own state") if share >= least else None


def _is_any_cleric(scene: Scene, head: int) -> bool:
    """ "An ayatollah": one of a faith, not of a state."""
    noun = longest_noun([scene.cols.lemma[head]])
    return noun is not None and noun.sector == "REL" and determiner(scene.cols, head) in INDEFINITE


def _by_speaker(scene: Scene, head: int) -> tuple[str, str] | None:
    """ "Our people": of the state of whoever speaks; outside quotation marks, of the paper's own."""
    cols = scene.cols
    if not is_ours(scene, head) or cols.lemma[head] in discourse_nouns("between_states") | discourse_nouns("relational"):
        return None
    if (
        longest_noun([cols.lemma[head]]) is None
        or is_elsewhere(scene, head)
        or any(cols.lower[k] == "my" for k in cols.kids[head])
    ):
        return None
    if head not in scene.quoted:
        return None
    telling = {scene.drafts[key].country for key in speakers_of(scene, head)}
    if len(telling) == 1 and (own := next(iter(telling))) is not None:
        return own, "of the speaker's state"
    paragraph = cols.paragraph[head]
    speakers = [
        scene.drafts[key]
        for token, key in scene.trail
        if paragraph - 1 <= cols.paragraph[token] <= paragraph and token not in scene.quoted and scene.is_subject(token)
    ]
    states = {d.country for d in speakers if d.kind == "person" or d.kind == "state"}
    country = states.pop() if len(states) == 1 else None
    return (country, "of the speaker's state") if country else None


def _by_instances(scene: Scene, heads: Sequence[int]) -> tuple[str, str] | None:
    """ "Officials such as X", "the detainees" where all captives of the article are of one state."""
    open_heads = [head for head in heads if not (is_elsewhere(scene, head) or is_generic(scene, head))]
    country = next((c for head in open_heads if (c := country_of_instances(scene, head)) is not None), None)
    if country is None and any(scene.cols.lemma[head] in discourse_nouns(CAPTIVE) for head in open_heads):
        country = _of_captives(scene)
    return (country, "as those named among them") if country else None


def _by_same_people(scene: Scene, head: int) -> tuple[str, str] | None:
    country = None if is_elsewhere(scene, head) or is_ours(scene, head) else country_of_same_people(scene, head)
    return (country, "as the same people elsewhere") if country else None


def _of_captives(scene: Scene) -> str | None:
    held = [d for d in scene.drafts.values() if d.kind == "people" and CAPTIVE in d.offices and d.country]
    return held[0].country if len({d.country for d in held}) == 1 else None


def _by_command(scene: Scene, head: int) -> tuple[str, str] | None:
    """ "He ordered additional forces to the region": of the state of whoever does."""
    country = None if is_qualified_abroad(scene, head) else country_of_commander(scene, head)
    return (country, "of the state that commands them") if country else None


def _by_others(scene: Scene, head: int) -> tuple[str, str] | None:
    told = {scene.cols.lower[m] for m in modifiers(scene.cols, head)} - {"other"}
    country = None if any(national_word("abroad", [word]) for word in told) else country_beside(scene, head)
    return (country, "of those beside whom they are named") if country else None


def _by_place(scene: Scene, head: int) -> tuple[str, str] | None:
    harmed = are_harmed(scene, head)
    country = None if is_generic(scene, head) or is_qualified_abroad(scene, head) else country_of_place(scene, head, harmed)
    return (country, "of the place where it happened") if country else None


def _by_war(scene: Scene, head: int, others: Sequence[Naming]) -> tuple[str, str] | None:
    country = country_at_war(scene, head, others) if not (is_ours(scene, head) or _has_name_of_its_own(scene, head)) else None
    return (country, "of the state at war") if country else None


def _by_all_mentions(scene: Scene, heads: Sequence[int], found: Evidence) -> tuple[str, str] | None:
    """Of those whom the article mentions again and again: the state named around all their mentions."""
    return _by_surroundings(scene, heads[0], found) if len(heads) >= OFTEN else None


def _by_surroundings(scene: Scene, head: int, found: Evidence) -> tuple[str, str] | None:
    """The state named around the mention, if it is that of much of the article too."""
    cols = scene.cols
    if (
        not (national_word("candidate", phrase_of(scene, head)) or are_harmed(scene, head))
        or is_elsewhere(scene, head)
        or is_ours(scene, head)
    ):
        return None
    if determiner(cols, head) in ("a", "an", "another", "one", "any") and cols.lemma[head] in _ANYBODY:
        return None
    if is_generic(scene, head) or owner(scene, head).key:
        return None
    if _are_anybodys(scene, head) or _has_name_of_its_own(scene, head) or _are_backed(scene, head):
        return None
    country = found.spoken_of(_proof(scene, head, found)) or _subject_before(scene, head, found)
    if scene.cols.lemma[head] == "regime" and country in NO_REGIMES:
        return None
    return (country, "of the state spoken of") if country else None


def _proof(scene: Scene, head: int, found: Evidence) -> Proof:
    """Of whom two states are often spoken of together, or one of the outlet's own may be meant, more is asked for."""
    cols = scene.cols
    contested = national_word("contested", phrase_of(scene, head)) is not None or are_harmed(scene, head)
    owned = any(cols.tag[k] in ("PRP$", "WP$") for k in cols.kids[head])
    home = home_country(scene) or "USA"
    guest = found.around[home] > 0 and found.around.most_common(1)[0][0] != home
    doubtful = contested or owned or guest or _may_be_anyone(scene, head)
    firm = MIDDLING if cols.lemma[head] in _OF_DEBATE else FIRM
    return firm if doubtful else FAIR


def _may_be_anyone(scene: Scene, head: int) -> bool:
    """ "A commander", "the doctor": one of them without a word that says which."""
    cols = scene.cols
    return cols.tag[head] == "NN" and not modifiers(cols, head) and determiner(cols, head) is not None


def _are_backed(scene: Scene, head: int) -> bool:
    """ "Moscow denied arming rebels", "pro-Russian separatists": not of the state that is on their side."""
    cols = scene.cols
    noun = longest_noun([cols.lemma[head]])
    if noun is None or noun.sector.split(" ")[0] not in ("REB", "UAF"):
        return False
    sided = any(cols.lower[m] == "pro" for m in range(cols.left[head], head))
    return sided or cols.lemma[cols.head[head]] in _BACKING or cols.lemma[cols.head[cols.head[head]]] in _BACKING


def _has_name_of_its_own(scene: Scene, head: int) -> bool:
    """ "The Energy Information Administration", but not "the Foreign Ministry"."""
    mention = scene.names.get(head)
    return mention is not None and mention.key.startswith("name:") and mention.end - mention.start > 2


def _are_anybodys(scene: Scene, head: int) -> bool:
    """ "The families", "their families": of those spoken of before, who may be of another state."""
    cols = scene.cols
    if cols.lemma[head] not in discourse_nouns("anybodys"):
        return False
    known = determiner(cols, head) == "the" and cols.tag[head] == "NNS"
    return known or any(cols.tag[k] == "PRP$" for k in cols.kids[head])


def _subject_before(scene: Scene, head: int, found: Evidence) -> str | None:
    """The state of the last subject before the mention in its sentence, where most of the article is about it."""
    subjects = (draft.country for token, draft in scene.before(head, 0) if scene.is_subject(token) and draft.country)
    country = next(subjects, None)
    often = country is not None and found.total[country] >= MENTIONS
    return country if often and country is not None and found.share(country) >= FIRM.main else None


def _by_owner(scene: Scene, head: int) -> tuple[str, str] | None:
    """ "Bergdahl's parents", where Bergdahl's state was found after all."""
    lord = owner(scene, head).key
    country = scene.drafts[lord].country if lord is not None and lord.startswith(("person:", "desc:")) else None
    return (country, f"of {scene.drafts[lord].name}") if country and lord else None


def _by_explanation(scene: Scene, head: int) -> tuple[str, str] | None:
    country = country_by_explanation(scene, head)
    return (country, "by what explains it") if country is not None else None


def _by_body(scene: Scene, head: int) -> tuple[str, str] | None:
    country = None if is_elsewhere(scene, head) else country_of_body_of_that_word(scene, head)
    return (country, "of the body spoken of") if country is not None else None
