"""Which actor a token means as the head of a name, a pronoun or a common noun phrase."""

from __future__ import annotations

from dateline.actors.bodies import body, government, pointing_back
from dateline.actors.columns import NOUN_TAGS, Columns
from dateline.actors.descriptions import described, nationals, some_of
from dateline.actors.editorial import editorial_we
from dateline.actors.groups import group, joined
from dateline.actors.lexicon import Noun, longest_noun
from dateline.actors.name_runs import RANKS
from dateline.actors.no_actors import is_thing
from dateline.actors.owners import owner
from dateline.actors.part_of_a_people import are_some, live_or_suffer
from dateline.actors.people_at import person_at
from dateline.actors.phrasing import INDEFINITE, determiner, is_counted, is_definite, is_plural, modifiers, noun_of
from dateline.actors.pronouns import is_pronoun, pronoun
from dateline.actors.scene import Draft, NameMention, Scene
from dateline.actors.several_states import several_states
from dateline.actors.the_country import country
from dateline.knowledge.discourse import discourse_nouns

_LONGEST_NAME = 5
_COUNT_WORDS = frozenset({"two", "three", "both", "pair"})
_OF_STATES = frozenset("member exporter importer producer supplier buyer host signatory".split())
"""Nouns for people that say what a state is: "Montenegro, the alliance's newest member"."""
_QUANTIFIERS = frozenset(
    ["one", "some", "several", "many", "most", "two", "three", "four", "none", "each", "both", "dozens", "hundreds", "thousands"]
)


def resolve(scene: Scene, token: int) -> str | None:
    """The key of the actor meant, or None: most nouns mean no actor."""
    mention = scene.names.get(token)
    if mention is not None:
        return _named(scene, token, mention)
    if is_pronoun(scene, token):
        return pronoun(scene, token)
    cols = scene.cols
    if cols.lower[token] == "we":
        return editorial_we(scene, token)
    if cols.lower[token] == "both" and token > 0 and cols.lower[token - 1] in ("they", "them", "who", "we"):
        return scene.actor(token - 1)
    if cols.lower[token] in _COUNT_WORDS and cols.dep[token] not in ("nummod", "det", "predet", "preconj", "compound"):
        return group(scene, token) or _some_of(scene, token)
    if token in scene.linked and cols.lower[token] == "one":
        return scene.actor(scene.linked[token])
    if cols.lower[token] in _QUANTIFIERS and cols.dep[token] != "nummod":
        return _one_that_is(scene, token) or _some_of(scene, token)
    if cols.tag[token] not in NOUN_TAGS or _is_inner(scene, token):
        return None
    return _nominal(scene, token)


def _named(scene: Scene, token: int, mention: NameMention) -> str | None:
    draft = scene.drafts[mention.key]
    if draft.kind == "person":
        return person_at(scene, token, mention)
    some = draft.kind == "state" and (are_some(scene.cols, token) or live_or_suffer(scene.cols, token))
    if mention.use == "adjective" and (some or (is_plural(scene.cols, token) and is_counted(scene.cols, token))):
        return nationals(scene, token, draft).key
    if mention.use == "adjective" and not is_plural(scene.cols, token):
        return _one_of_a_people(scene, token, draft.country)
    if mention.use == "adjective" and is_definite(scene.cols, token):
        return _people_before(scene, token, draft.country) or mention.key
    return mention.key


def _one_of_a_people(scene: Scene, token: int, country: str | None) -> str | None:
    """ "The American said": the last person of that country; "the Chinese" as a plural is the state."""
    if not is_definite(scene.cols, token):
        return None
    for _, draft in scene.before(token, 4):
        if draft.kind == "person" and draft.country == country:
            return draft.key
    return scene.states.get(token)


def _people_before(scene: Scene, token: int, country: str | None) -> str | None:
    """ "The Americans" after "three Americans": those counted in the sentences before."""
    people = (d for _, d in scene.before(token, 6) if d.kind == "people" and d.count is not None)
    return next((d.key for d in people if d.country == country and (d.code or "").endswith(" CVL")), None)


def _is_inner(scene: Scene, token: int) -> bool:
    """Within a larger noun phrase ("army" in "army spokesman"), or a part of a name."""
    cols = scene.cols
    if cols.dep[token] == "pobj" and (cols.lower[cols.head[token]] == "as" or _ends_office(cols, token)):
        return True
    if cols.dep[token] == "pobj" and _is_counted_by_head(cols, token):
        return True
    if cols.dep[token] in ("compound", "amod", "nmod", "det", "nummod") and cols.head[token] > token:
        return True
    return token in scene.lent or token in scene.places or any(m.start <= token < m.end for m in _name_around(scene, token))


def _is_counted_by_head(cols: Columns, token: int) -> bool:
    """ "People" in "thousands of people": the quantifier heads the mention."""
    preposition = cols.head[token]
    return cols.lower[preposition] == "of" and cols.lower[cols.head[preposition]] in _QUANTIFIERS


def _ends_office(cols: Columns, token: int) -> bool:
    """ "Staff" in "chief of staff"."""
    noun = longest_noun(cols.lower[max(0, token - 4) : token + 1])
    return noun is not None and noun.office and len(noun.words) > 2 and "of" in noun.words


def _name_around(scene: Scene, token: int) -> list[NameMention]:
    head = scene.cols.head[token]
    return [scene.names[h] for h in (head, token) if h in scene.names]


def _one_that_is(scene: Scene, token: int) -> str | None:
    """ "China is one of its few allies": whoever is said to be one."""
    cols = scene.cols
    if cols.lower[token] != "one" or cols.dep[token] != "attr" or not _is_predicate(scene, token):
        return None
    of = next((k for k in cols.kids[token] if cols.lower[k] == "of"), None)
    whole = cols.kid(of, "pobj") if of is not None else None
    if whole is not None and noun_of(cols, whole) is None and cols.lemma[whole] not in discourse_nouns("state"):
        return None  # "one of the topics"
    subject = cols.subject(cols.head[token])
    return scene.actor(subject) if subject is not None and subject < token else None


def _some_of(scene: Scene, token: int) -> str | None:
    """ "One of his advisers", "some of the rebels"."""
    cols = scene.cols
    of = next((k for k in cols.kids[token] if cols.lower[k] == "of"), None)
    whole = cols.kid(of, "pobj") if of is not None else None
    if whole is None:
        return None
    noun = noun_of(cols, whole)
    return some_of(scene, token, whole, noun).key if noun is not None and noun.human else None


def _nominal(scene: Scene, token: int) -> str | None:
    same = _same_as_name(scene, token)
    if same is not None or _is_predicate(scene, token):
        return same or _predicated(scene, token)
    if _means_nobody(scene, token):
        return None
    found = group(scene, token) or several_states(scene, token)
    if found is not None:
        return found
    noun, lemma = noun_of(scene.cols, token), scene.cols.lemma[token]
    if lemma in discourse_nouns("of_state") or scene.cols.lower[token] == "authorities":
        key = government(scene, token)
        if key is not None:
            return key
    if lemma in discourse_nouns("state"):
        return country(scene, token)
    if lemma == "state" or _in_a_name(scene, token, noun):
        return None
    if noun is None:
        return pointing_back(scene, token)
    if lemma in discourse_nouns("between_states") and (state := _qualifying_state(scene, token)) is not None:
        return state
    return _by_noun(scene, token, noun)


def _qualifying_state(scene: Scene, token: int) -> str | None:
    """ "Its South Korean ally": a single state that is qualified by its own adjective."""
    cols = scene.cols
    if cols.tag[token] != "NN":
        return None
    return next(
        (scene.states[k] for k in modifiers(cols, token) if k in scene.states and cols.dep[k] in ("amod", "compound")), None
    )


def _means_nobody(scene: Scene, token: int) -> bool:
    """ "Any adversary", "no leader", "a nerve agent", "his pick for secretary of state": a kind, not somebody."""
    cols = scene.cols
    if (
        cols.lower[token] in discourse_nouns("thing_after")
        and token > 0
        and cols.lower[token - 1] in discourse_nouns("thing_before")
    ):
        return True
    if determiner(cols, token) in ("any", "no", "every", "each") or _is_system(scene, token) or _is_cut_off(scene, token):
        return True
    if is_thing(scene, token):
        return True
    if determiner(cols, token) in ("this", "that") and cols.tag[token] == "NNS":
        return True  # "this forces officials to choose": a verb
    if cols.lower[token] in discourse_nouns("mass"):
        return determiner(cols, token) is None or cols.kid(token, "relcl") is not None or cols.lower[token] == "justice"
    bare = cols.tag[token] == "NN" and cols.dep[token] in ("pobj", "dobj", "conj") and not _is_shown(scene, token)
    return bare and cols.lower[token] not in ("police", "media") and noun_of(cols, token) in _single_people(cols, token)


def _is_cut_off(scene: Scene, token: int) -> bool:
    """ "Sgt" in "Sgt. Bergdahl", where the parser sees a full stop: a part of the name after it."""
    cut = scene.cols.words[token + 1 : token + 2] == ["."] and scene.cols.lower[token] in RANKS
    return cut and any(mention.start == token + 2 for mention in _names_near(scene, token + 2))


def _names_near(scene: Scene, token: int) -> list[NameMention]:
    return [scene.names[i] for i in range(token, token + _LONGEST_NAME) if i in scene.names]


def _is_system(scene: Scene, token: int) -> bool:
    """ "The sanctions regime", "an inspection regime": rules, not rulers."""
    cols = scene.cols
    before = token - 1
    named = before in scene.lent or before in scene.names or cols.lower[before] in discourse_nouns("evaluative")
    return cols.lemma[token] == "regime" and before >= 0 and cols.tag[before] in ("NN", "NNS") and not named


def _is_shown(scene: Scene, token: int) -> bool:
    """With a determiner, possessor, number, state or adjective of its own, or in a headline, which leaves articles out."""
    cols = scene.cols
    if scene.document.in_headline(cols.offset[token]) or cols.left[token] < token:
        return True
    noun = noun_of(cols, token)
    whole = noun is not None and "of" in noun.words
    return any(cols.dep[k] in ("relcl", "appos", "acl") or (cols.dep[k] == "prep" and not whole) for k in cols.kids[token])


def _single_people(cols: Columns, token: int) -> tuple[Noun, ...]:
    noun = noun_of(cols, token)
    return (noun,) if noun is not None and noun.human else ()


def _in_a_name(scene: Scene, token: int, noun: Noun | None) -> bool:
    """ "Women" in "International Women's Day": a capital in mid-sentence makes a proper name, unless it is a title."""
    cols = scene.cols
    if noun is None or noun.office or cols.tag[token] not in ("NNP", "NNPS") or not noun.human:
        return False
    if cols.lower[token] in discourse_nouns("party") and determiner(cols, token) == "the":
        return False
    if cols.lower[token] in discourse_nouns("capitalised"):
        return False
    return token != cols.sentences[cols.sentence[token]][0] and not scene.document.in_headline(cols.offset[token])


def _by_noun(scene: Scene, token: int, noun: Noun) -> str | None:
    back = pointing_back(scene, token)
    if back is not None:
        return back
    cols = scene.cols
    if noun.kind == "people" and cols.lemma[token] in discourse_nouns("members_states"):
        return None
    if noun.human or (noun.kind == "people" and owner(scene, token).country is None):
        return described(scene, token, noun)
    named = bool(modifiers(cols, token)) or bool(owner(scene, token).key) or is_definite(cols, token)
    if noun.kind != "government_body" and not modifiers(cols, token) and not owner(scene, token).key:
        return None
    bare = noun.kind == "government_body" and determiner(cols, token) is None and not is_plural(cols, token)
    if determiner(cols, token) in INDEFINITE and not owner(scene, token).key:
        return described(scene, token, noun) if modifiers(cols, token) else None
    return body(scene, token, noun) if named or bare else None


def _same_as_name(scene: Scene, token: int) -> str | None:
    """ "Russia's foreign minister, Sergey Lavrov" and "Tillerson, the secretary of state": the noun means the person named."""
    cols = scene.cols
    noun = noun_of(cols, token)
    if noun is None:
        return _unknown_with_name(scene, token)
    partners = [k for k in cols.kids[token] if cols.dep[k] == "appos" and not _explains_another(scene, token, k)]
    partners += [scene.linked[token]] if token in scene.linked else []
    if noun.kind == "outlet":
        for i in range(cols.left[token], token):
            if i in scene.owners and scene.drafts[scene.owners[i]].kind == "outlet" and cols.dep[i] != "poss":
                return scene.owners[i]
    if cols.dep[token] == "appos":
        partners.append(cols.head[token])
        partners += _body_beside(scene, token, noun)
    partners += _joined_to_apposition(scene, token)
    for partner in partners:
        if partner in scene.names:
            key = _several(scene, token, partner) if is_plural(cols, token) else scene.actor(partner)
            if key is not None and _agree(scene, token, noun, scene.drafts[key]):
                return key
    return None


def _body_beside(scene: Scene, token: int, noun: Noun) -> list[int]:
    """ "A fellow at the Center for Progress, a think tank", where the parser gives it to the fellow: the name right before."""
    end = scene.cols.left[token] - 1
    if noun.human or end < 0 or scene.cols.words[end] != ",":
        return []
    return [i for i, mention in scene.names.items() if mention.end == end and i < end and not mention.key.startswith("person:")]


def _joined_to_apposition(scene: Scene, token: int) -> list[int]:
    """The name in "X, Sweden's foreign minister and former special envoy": a second office of the same person."""
    cols, first = scene.cols, scene.cols.head[token]
    bare = determiner(cols, token) is None and not any(cols.dep[k] == "poss" for k in cols.kids[token])
    singular = cols.tag[token] == cols.tag[first] == "NN"
    joined_to = cols.dep[token] == "conj" and first < token and cols.dep[first] == "appos" and cols.head[first] < first
    return [cols.head[first]] if joined_to and bare and singular else []


def _explains_another(scene: Scene, token: int, names: int) -> bool:
    """ "Officials hint that he will meet its partners: Russia and China": the names are of the plural nearest to them."""
    cols, verb = scene.cols, scene.cols.head[token]
    if not token < verb < names:
        return False
    return any(cols.tag[i] == "NNS" and i not in scene.names for i in range(verb + 1, cols.left[names]))


def _several(scene: Scene, token: int, partner: int) -> str | None:
    """ "Iran's rivals, Saudi Arabia and Israel": all that are named, if more than one."""
    members = scene.coordinated(partner) if partner > token else ()
    return joined(scene, members).key if len(members) > 1 else None


def _agree(scene: Scene, token: int, noun: Noun, draft: Draft) -> bool:
    """A person's name with a noun for a person; "India's old enemy, Pakistan" is a state."""
    if scene.cols.lemma[token] in discourse_nouns("between_states"):
        return True
    if draft.kind == "outlet" and scene.cols.lemma[token] in discourse_nouns("outlet"):
        return True
    if draft.kind == "state" and scene.cols.lemma[token] in _OF_STATES:
        return True
    return (draft.kind == "person" or bool(draft.members)) == (noun.kind == "person")


def _is_predicate(scene: Scene, token: int) -> bool:
    """A complement of "be" or "elect", but not what there is."""
    cols = scene.cols
    return cols.dep[token] in ("attr", "oprd") and cols.kid(cols.head[token], "expl") is None


def _predicated(scene: Scene, token: int) -> str | None:
    """ "Zarif is a diplomat": a predicate means its subject and nobody new."""
    cols = scene.cols
    subject = cols.subject(cols.head[token])
    if noun_of(cols, token) is None and cols.lemma[token] not in discourse_nouns("state"):
        return None  # "the group is bad news"
    if subject is None or subject > token or (cols.dep[token] == "oprd" and cols.dep[subject] != "nsubjpass"):
        return None
    return scene.actor(subject)


def _unknown_with_name(scene: Scene, token: int) -> str | None:
    """ "The skipper, Manolis Rodakis": what a person's name explains is a person, whatever the noun."""
    cols = scene.cols
    for k in cols.kids[token]:
        between = cols.words[token + 1 : scene.names[k].start] if k in scene.names else []
        if between.count(",") > 1:
            continue  # "The Interview, about a plot to kill the leader, Kim"
        if cols.dep[k] == "appos" and k in scene.names and scene.drafts[scene.names[k].key].kind == "person":
            shown = is_definite(cols, token) or any(cols.dep[i] == "poss" for i in cols.kids[token])
            return scene.actor(k) if cols.tag[token] == "NN" and shown else None
    return None
