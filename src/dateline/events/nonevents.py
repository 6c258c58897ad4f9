"""Uses of a trigger word that tell no event: attitudes, opinions, figures of speech, deeds in general.

What a verb is done to, who does it and what it governs decide: "held talks" is a meeting, "held in high regard" is none.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.events.arguments import complements, object_of, role_nouns
from dateline.events.attitudes import is_comfort, is_mere_attitude, is_opinion, is_report, is_taking_up
from dateline.events.figures_of_speech import (
    is_against_evils,
    is_by_a_rule,
    is_campaign,
    is_claim_denied,
    is_figure_of_path,
    is_game,
    is_imagined,
    is_impression,
    is_of_mind,
    is_of_power,
    is_shown,
    is_stab_in_the_back,
    is_war_in_general,
)
from dateline.events.nobody_met import is_ceremony_at_home, is_splashdown
from dateline.events.own_cause import is_expectation, is_mere_mood, is_noticing, is_own_cause, is_standard_kept
from dateline.events.scene import Scene
from dateline.events.verbal_attacks import with_paper
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import is_passive, modal, prepositional_object, subject, surface_subject
from dateline.language.tokens import Token


def tells_nothing(scene: Scene, token: Token, row: Trigger) -> bool:
    """Whether the row that holds for `token` is mistaken in this clause."""
    if row.word_class != "verb":
        return False
    return (row.type in _DEEDS and _is_part(scene, token, row)) or any(t(scene, token, row) for t in _TESTS.get(row.type, ()))


def _is_own_plan(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "is considering a plan to oust the minister" weighs no offer of another's."""
    thing = object_of(token) if lemma_of(token) in ("consider", "weigh", "contemplate", "mull", "explore") else None
    return (
        thing is not None and lemma_of(thing) in ("plan", "proposal") and any(c.dep_ in ("acl", "prep") for c in thing.children)
    )


def _is_by_circumstance(scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "the appointment would resolve the conflict": a thing, not somebody, brings it about."""
    who = subject(token) if lemma_of(token) in ("settle", "resolve", "end") else None
    return who is not None and who.pos_ == "NOUN" and not _is_somebody(scene, who)


def _is_esteem(scene: Scene, token: Token, row: Trigger) -> bool:
    """ "held in high regard", "held his efforts": people are held, not what is theirs."""
    if lemma_of(token) not in ("hold", "seize", "capture") or "person" not in row.object:
        return False
    if any(n.lemma_ in object_class("esteem") for c in token.children if c.lower_ == "in" for n in c.children):
        return True
    thing = object_of(token)
    return thing is not None and not _is_somebody(scene, thing)


def _is_somebody(scene: Scene, noun: Token) -> bool:
    """A mention of an actor, a word for people, or a number of them."""
    if noun.pos_ in ("PRON", "PROPN", "NUM") or scene.cast.at(noun) is not None:
        return True
    lemma = lemma_of(noun)
    return any(lemma in object_class(name) for name in ("person", "force", "delegation", "captive", "located"))


def _is_sent_out(scene: Scene, token: Token, row: Trigger) -> bool:
    """ "pushed out our own clarification": people are driven out, words are not."""
    thing = object_of(token) if row.mode == "deport" else None
    return thing is not None and thing.pos_ == "NOUN" and lemma_of(thing) in object_class("message") | object_class("of-words")


def _is_published(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "a letter released by the palace": papers and pictures are released to the public, people are let go."""
    thing = object_of(token) if row.type == "RETREAT" and lemma_of(token) in ("release", "free") else None
    to_whom = thing is not None and thing.dep_ == "pobj" and thing.head.lower_ in ("to", "from")  # "a letter to Chad released"
    words = (thing, *((thing.head.head,) if to_whom else ())) if thing is not None else ()
    papers = object_class("message") | object_class("of-words") | object_class("published")
    return any(lemma_of(word) in papers for word in words)


def _is_of_office(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "will be taking over the department", "took his word over ours": conquers nothing."""
    thing = object_of(token) if lemma_of(token) == "take" else None
    if thing is not None and lemma_of(thing) == "word":
        return True
    words = (thing, *thing.children) if thing is not None else ()
    return any(lemma_of(w) in object_class("office") for w in words)


def _is_clearing_a_way(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "would remove a stumbling block": what stands in the way is no policy of theirs."""
    thing = object_of(token) if lemma_of(token) in ("remove", "lift", "drop", "end", "ease") else None
    return thing is not None and lemma_of(thing) in object_class("hindrance")


def _is_mere_list(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "added to his list of achievements": only people, firms and states are put on a blacklist."""
    lists = [n for word in ("to", "on") for n in role_nouns(token, word) if lemma_of(n) == "list"] if row.with_ else []
    listed = [n for one in lists for n in role_nouns(one, "of")]
    return bool(lists) and (object_of(token) is None or any(lemma_of(n) not in object_class("listed") for n in listed))


def _is_own_word(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "stood by his words", "defended his remarks" backs nobody else."""
    said = [n for word in ("by", "behind") for n in role_nouns(token, word)] if lemma_of(token) == "stand" else []
    told = object_class("message") | object_class("of-words") | object_class("names-words")
    return any(lemma_of(n) in told | {"word", "decision", "position", "view", "policy", "tweet"} for n in said)


def _is_part(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "a package which includes banning exports": what something else consists of."""
    above = token.head.head if token.dep_ == "conj" else token.head
    part = above.pos_ == "VERB" and lemma_of(above) in ("include", "involve", "entail", "comprise")
    return token.tag_ == "VBG" and above.i < token.i and part and above.lower_ != "including"


def _is_election(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "the people voted to elect an outsider" binds nobody."""
    if lemma_of(token) != "vote":
        return False
    return any(lemma_of(v) in ("elect", "choose", "reelect", "re-elect", "install", "keep") for v in complements(token))


def _is_habit(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "when he makes a promise, he keeps it": what somebody always does."""
    main = token.head
    always = any(c.lower_ in ("when", "whenever") for c in token.children) and token.dep_ == "advcl"
    present = token.tag_ in ("VBZ", "VBP") and main.tag_ in ("VBZ", "VBP")
    return always and present and modal(main) is None and modal(token) is None


def _is_crime_at_large(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "men get away with raping women": crimes of nobody in particular."""
    away = token.head.head
    return token.dep_ == "pcomp" and lemma_of(away) == "get" and any(c.lower_ == "away" for c in away.children)


def _is_rule(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "extending his rule", "imposed a law": neither is martial."""
    thing = object_of(token) if row.mode == "martial-law" else None
    if thing is None or lemma_of(thing) not in ("law", "rule"):
        return False
    return not any(c.lower_ in ("martial", "emergency", "direct", "military") for c in thing.children)


def _is_out_of_hours(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """Markets, offices and schools that are closed for the day."""
    thing = object_of(token) if lemma_of(token) in ("close", "shut") and is_passive(token) else None
    return thing is not None and lemma_of(thing) in ("market", "office", "bank", "exchange", "mission")


def _is_enabling(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "a device allowing them to talk": only who may enter, leave or go about gets a way."""
    if row.mode != "access" or "to-inf" not in row.with_ or lemma_of(token) not in ("allow", "let", "permit"):
        return False
    clauses = complements(token)
    done = {lemma_of(v) for c in clauses for v in (c, *c.conjuncts)}
    if any((thing := object_of(c)) is not None and lemma_of(thing) == "line" for c in clauses):
        return True  # "allowed them to cross the red line"
    return bool(done) and not done & (object_class("passing") | object_class("political-deed"))


def _is_address(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "spoke to reporters": to the public, not to another side."""
    if lemma_of(token) not in ("speak", "talk", "speak", "address") or row.mode == "phone":
        return False
    noun = prepositional_object(token, "to") or prepositional_object(token, "with")
    words = (noun, *(c for c in noun.children if c.dep_ in ("compound", "amod"))) if noun is not None else ()
    return any(lemma_of(w) in object_class("public") or lemma_of(w) in ("host", "anchor", "assembly") for w in words)


def _is_private_visit(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "tourists visiting the coast": of nobody who acts for a side."""
    who = subject(token) if row.mode == "visit" else None
    return who is not None and lemma_of(who) in object_class("private-visitor")


def _is_received_thing(scene: Scene, token: Token, row: Trigger) -> bool:
    """ "received their legitimacy": guests are received, not what is theirs."""
    if lemma_of(token) not in ("receive", "greet", "host") or row.mode != "visit":
        return False
    thing = object_of(token)
    return thing is not None and thing.pos_ == "NOUN" and not _is_somebody(scene, thing)


def _is_danger(scene: Scene, token: Token, row: Trigger) -> bool:
    """ "the programme threatens the region", "threatens their security": a danger, not somebody's threat."""
    if lemma_of(token) != "threaten" or row.with_:
        return False
    who, thing = subject(token), object_of(token)
    abstract = thing is not None and lemma_of(thing) in object_class("endangered")
    return abstract or (who is not None and who.pos_ == "NOUN" and not _is_somebody(scene, who))


def _is_merchant(_scene: Scene, token: Token, row: Trigger) -> bool:
    """A cargo ship that sails is no deployment."""
    who = surface_subject(token) if lemma_of(token) in ("steam", "sail", "cruise") else None
    return row.mode == "troops" and who is not None and any(c.lower_ in object_class("merchant") for c in (who, *who.children))


def _is_naming(scene: Scene, token: Token, row: Trigger) -> bool:
    """ "which they call a rehearsal for war", "called it a big move on Twitter" calls for nothing."""
    if lemma_of(token) == "call" and "on" in row.with_:
        pages = (scene.cast.at(n) for word in row.with_ for n in role_nouns(token, word))
        if any(a is not None and scene.cast.actor(a).kind in ("outlet", "company") for a in pages):
            return True
        on = next((c.i for c in token.children if c.lower_ in row.with_), token.i)
        return any(c.dep_ == "oprd" or (c.dep_ in ("dobj", "attr", "ccomp", "xcomp") and c.i < on) for c in token.children)
    if row.mode == "phone" and lemma_of(token) == "call":
        named = any(c.dep_ in ("oprd", "acomp", "attr") for c in token.children)  # "called him deranged"
        near = token.doc[token.i + 1 : token.i + 6]
        return named or any(w.text in _QUOTES and w.nbor(-1).pos_ in ("PROPN", "PRON") for w in near)  # "called him 'little man'"
    if lemma_of(token) != "call" or "for" not in row.with_:
        return False
    if any(c.dep_ == "oprd" for c in token.children):
        return True
    return not any(c.lower_ == "for" for c in token.children) and token.nbor(1).lower_ != "for"


def _is_driving(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "could send millions of refugees across the border": of what there are so many decides."""
    thing = object_of(token) if row.cameo.startswith("07") else None
    if thing is None or lemma_of(thing) not in ("million", "billion", "ton", "tonne"):
        return False
    counted = [n for of in thing.children if of.lower_ == "of" for n in of.children if n.dep_ == "pobj"]
    goods = object_class("aid") | {"arm", "weapon", "ammunition"}
    return bool(counted) and not any(lemma_of(w) in goods for n in counted for w in (n, *n.children, *n.conjuncts))


def _is_own_effort(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "has led efforts to slap sanctions on" mediates between nobody."""
    thing = object_of(token) if row.cameo == "045" else None
    if thing is None or lemma_of(thing) not in ("effort", "mission", "initiative"):
        return False
    words = {w.lower_ for w in thing.subtree} | {c.lower_ for c in token.children}
    return words.isdisjoint({"between", "among", "mediation", "mediate", "peace", "broker", "mediating"})


def _is_assurance(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "insist they will go on": what they foresee or mean to do is asked of nobody."""
    if lemma_of(token) != "insist" or "that" not in row.with_:
        return False
    clauses = complements(token)
    return all(modal(c) in ("will", "would", None) and lemma_of(c) not in ("have", "need") for c in clauses) and bool(clauses)


def _is_foretold(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "promised that it would not happen": of what nobody does nothing is promised."""
    if row.type != "AGREE" or "that" not in row.with_:
        return False
    who = [w for c in complements(token) for w in c.children if w.dep_ in ("nsubj", "nsubjpass", "expl")]
    return bool(who) and all(w.lower_ in ("it", "there", "this", "nothing", "that") for w in who)


def _is_by_a_state(scene: Scene, token: Token, row: Trigger) -> bool:
    """A state that closes a road protests against nobody."""
    who = subject(token) if row.mode == "obstruct" else None
    found = scene.cast.at(who) if who is not None and who.ent_type_ == "GPE" else None
    return found is not None and scene.is_state(found)


def _is_of_own_men(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "has trained its army" helps nobody."""
    thing = object_of(token) if row.cameo == "072" else None
    return thing is not None and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in thing.children)


def _is_wish(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "would like him to come" praises nobody."""
    return lemma_of(token) == "like" and modal(token) in ("would", "should", "'d")


def _is_dampened(scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "the launch throws cold water on hopes": what a deed does to hopes, nobody refuses."""
    who = subject(token) if lemma_of(token) in ("throw", "pour") else None
    return who is not None and who.pos_ == "NOUN" and not _is_somebody(scene, who)


def _is_hindering(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "vowed to prevent Iran from building it" promises Iran nothing."""
    kept = (c for c in complements(token) if lemma_of(c) in ("prevent", "stop", "keep", "deter", "bar", "block"))
    return any(w.lower_ == "from" for c in kept for w in c.children)


def _is_of_economy(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "put economic pressure on": what is put on somebody is no request."""
    thing = object_of(token) if "pressure" in row.object else None
    return thing is not None and any(c.lower_ in ("economic", "military", "financial", "maximum") for c in thing.children)


def _is_with_paper(_scene: Scene, token: Token, _row: Trigger) -> bool:
    return with_paper(token)


def _is_bill(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "will pass a bill so he can sign it": a law of one's own is no agreement with anybody."""
    thing = object_of(token) if lemma_of(token) == "sign" else None
    if thing is None or thing.lower_ not in ("it", "them"):
        return False
    before = (w for w in thing.doc[token.sent.start : token.i] if w.pos_ == "NOUN")
    return any(lemma_of(w) in ("bill", "legislation", "law") for w in before)


def _is_left_to_be_seen(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "asked what he would do to resolve the standoff" tells of no settlement."""
    above = token.head
    purpose = token.dep_ in ("advcl", "xcomp") and token.tag_ == "VB" and lemma_of(above) == "do"
    return purpose and lemma_of(token) in ("resolve", "settle", "solve", "end")


def _is_backing_off(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "has backed off those claims" supports nothing."""
    return lemma_of(token) == "back" and any(c.lower_ in ("off", "down", "away", "out") for c in token.children)


_QUOTES = frozenset("\"'“‘`")
_DEEDS = ("AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT", "SANCTION")
_Test = Callable[[Scene, Token, Trigger], bool]
_TESTS: dict[str, tuple[_Test, ...]] = {
    "AID": (_is_driving, _is_of_own_men),
    "ACCUSE": (_is_habit,),
    "AGREE": (
        _is_foretold,
        is_mere_attitude,
        is_opinion,
        is_report,
        is_taking_up,
        is_comfort,
        _is_own_plan,
        _is_hindering,
        _is_by_circumstance,
        _is_habit,
        _is_election,
        _is_left_to_be_seen,
    ),
    "ASSAULT": (
        is_war_in_general,
        is_by_a_rule,
        is_game,
        is_of_mind,
        _is_crime_at_large,
        is_of_power,
        is_impression,
        _is_of_office,
        is_shown,
        is_campaign,
        is_imagined,
        is_stab_in_the_back,
        is_against_evils,
        is_claim_denied,
        _is_with_paper,
    ),
    "COERCE": (_is_esteem, _is_rule, _is_sent_out),
    "CONCEDE": (_is_clearing_a_way,),
    "CONSULT": (
        _is_address,
        _is_private_visit,
        _is_received_thing,
        _is_own_effort,
        _is_naming,
        is_ceremony_at_home,
        is_splashdown,
    ),
    "MOBILIZE": (_is_merchant, is_figure_of_path),
    "PROTEST": (_is_by_a_state, is_figure_of_path),
    "REQUEST": (_is_assurance, _is_naming, _is_of_economy),
    "RETREAT": (_is_enabling, _is_published),
    "SANCTION": (_is_out_of_hours, _is_mere_list),
    "REJECT": (_is_dampened,),
    "SUPPORT": (
        _is_habit,
        _is_own_word,
        _is_wish,
        _is_backing_off,
        _is_bill,
        is_own_cause,
        is_noticing,
        is_expectation,
        is_standard_kept,
        is_mere_mood,
    ),
    "THREATEN": (_is_danger, _is_habit),
}
"""What is asked of a verb whose row has this type."""
