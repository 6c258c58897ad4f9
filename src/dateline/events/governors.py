"""What a governing verb, noun, adjective or preposition says about the certainty of its complement."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.complements import (
    ANSWERS,
    is_acknowledged,
    is_behind,
    is_charged,
    is_choice,
    is_content,
    is_imagined,
    is_in_the_making,
    is_met,
    is_new,
    is_of_the_doer,
    is_short_of,
    is_wished_of_an_object,
)
from dateline.events.modality import is_weapon
from dateline.events.scope import GOVERNING, is_ahead, is_infinitive, is_outcome
from dateline.events.suppositions import SUPPOSING, conditional_phrase
from dateline.events.verdict import ABILITY, ADJECTIVE, CONDITION, FICTION, NOUN, VERB, Certainty
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import clause_head, direct_object, is_negated, is_passive, modal, surface_subject
from dateline.language.tokens import Token
from dateline.records import Factuality

PREPOSITION, EVIDENCE = "preposition above", "going by what"
_ABOVE = {"verb": VERB, "noun": NOUN, "adj": ADJECTIVE}
_SPECIAL = {("verb", "to"): "infinitive", ("noun", "to"): "infinitive-noun", ("verb", "VBG"): "gerund"}
_WORD_CLASSES = {"NOUN": "noun", "PROPN": "noun", "NUM": "noun", "PRON": "noun", "ADJ": "adj"}
_CLAUSES = ("xcomp", "ccomp", "acl", "relcl", "pcomp", "csubj", "advcl")
_ABOUT = ("of", "for", "about", "on", "to", "against", "over")
_ASKING = frozenset({"ask", "call", "appeal", "seek", "request", "plead", "need", "want", "urge", "demand"})
_AIMING = ("to", "for", "in", "toward", "towards", "over", "about", "on", "from")


def of_governor(node: Token, direct: bool) -> Iterator[Certainty]:
    """What the word above says about the clause or noun below; `direct` where it stands in its scope."""
    head = node.head
    if node.pos_ in ("VERB", "AUX") or (node.dep_ == "xcomp" and is_infinitive(node)):
        if direct and node.dep_ in _CLAUSES:
            yield from _of_clause(node, head)
    elif node.dep_ == "nsubj" and lemma_of(head) in ("be", "become", "remain", "seem"):
        yield from _of_predicate(head)
    elif node.dep_ == "nsubj" and is_negated(head) and effect_of(lemma_of(head), "truth") is not None:
        yield Certainty("denied", f"not {lemma_of(head)}", VERB)  # "does not correspond to the facts"
    elif direct and node.dep_ in ("dobj", "nsubjpass"):
        yield from _of_object(node, head)
    elif direct and node.dep_ == "prep":
        yield from _of_preposition(node, head)
    elif node.dep_ == "pobj":
        yield from _of_object_of(node, head)


def _of_object_of(noun: Token, preposition: Token) -> Iterator[Certainty]:
    """ "before the talks", "progress toward a summit", "set for his summit", "without a strike"."""
    word = preposition.lower_
    if word == "before" or (word == "of" and preposition.head.lower_ == "ahead"):
        yield Certainty("planned", "before", PREPOSITION)
    elif word == "to" and preposition.head.lemma_ == "look" and any(c.lower_ == "forward" for c in preposition.head.children):
        yield Certainty("planned", "look forward to", VERB)
    elif word in ("toward", "towards") and _is_a_thing_ahead(noun):
        yield Certainty("hypothetical", word, PREPOSITION)
    elif _is_made_ready(noun, preposition):
        yield Certainty("planned", f"{lemma_of(preposition.head)} for", PREPOSITION)
    elif word in ("without", "instead"):
        yield Certainty("negated", word, PREPOSITION)
    elif _is_answered(noun, preposition):
        yield Certainty("hypothetical", "in response to", PREPOSITION)


def _is_answered(noun: Token, preposition: Token) -> bool:
    """ "should strike only in response to an attack": any there may be; "to Chad's attack": that one."""
    answer = preposition.head
    if preposition.lower_ != "to" or answer.lower_ not in ANSWERS or answer.dep_ != "pobj":
        return False
    known = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "these", "those", "last", "recent") for c in noun.children)
    return not known and modal(clause_head(answer)) is not None


def _is_a_thing_ahead(noun: Token) -> bool:
    """ "progress toward a summit", "toward all-out war"; not "its approach towards the talks"."""
    return not any(c.lower_ in ("the", "this", "these") or c.dep_ == "poss" for c in noun.children)


def _is_made_ready(noun: Token, preposition: Token) -> bool:
    """ "a date is set for his summit", "preparations for their talks": whose they are does not make them past."""
    if (
        preposition.lower_ == "to"
        and preposition.i
        and noun.doc[preposition.i - 1].lower_ in ("up", "leadup", "runup", "prelude")
    ):
        return not any(a.tag_ == "VBD" for a in preposition.ancestors)  # "in the lead-up to their talks"
    if preposition.lower_ != "for" or not any(c.dep_ == "poss" for c in noun.children):
        return False
    above = preposition.head
    if above.pos_ == "VERB":
        return effect_of(f"{lemma_of(above)} for", "verb") == "planned"
    return above.pos_ == "NOUN" and effect_of(lemma_of(above), "arranged") is not None


def _of_preposition(node: Token, head: Token) -> Iterator[Certainty]:
    """ "warned against", "an obstacle to", "capable of"; in "cleared an obstacle to" the parser may join "to" to the verb."""
    if head.pos_ == "AUX" and node.lower_ == "for":
        yield from _of_subject(head)
    elif head.pos_ == "VERB":
        counted = node.lower_ in GOVERNING and any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in node.children)
        told = _effect_of_pair(head, node)
        yield from (c for c in told if not counted or c.value != "negated")  # "stopped him from leaving" negates once
        before = node.doc[node.i - 1]
        if node.lower_ == "to" and before.dep_ == "dobj" and before.head == head:
            yield from _effect(before, "noun")
    elif head.pos_ == "ADJ" and node.lower_ in _ABOUT:
        yield from () if head.lower_ == "due" else _effect(head, "adj")
    elif head.pos_ == "NOUN" and node.lower_ == "of" and conditional_phrase(head.head) is not None:
        yield Certainty("hypothetical", CONDITION, "condition")
    elif head.pos_ == "NOUN" and (pair := effect_of(f"{lemma_of(head)} {node.lower_}", "noun")) is not None:
        yield Certainty(pair, f"{lemma_of(head)} {node.lower_}", NOUN)
    elif head.pos_ == "NOUN" and node.lower_ in _ABOUT:
        yield from () if _is_of_what_was(head, node) else _effect(head, "noun")


def _of_subject(copula: Token) -> Iterator[Certainty]:
    """ "plans are under way for a meeting"."""
    who = surface_subject(copula)
    effect = effect_of(lemma_of(who), "noun") if who is not None and who.pos_ == "NOUN" else None
    if who is not None and effect in ("planned", "hypothetical"):
        yield Certainty(effect, lemma_of(who), NOUN)


def _is_of_what_was(noun: Token, preposition: Token) -> bool:
    """ "the reason for the drop": there was one."""
    things = (c for c in preposition.children if c.dep_ == "pobj")
    told = any(c.lower_ in ("the", "this", "these") or c.dep_ == "poss" for thing in things for c in thing.children)
    return told and lemma_of(noun) in ("reason", "justification", "excuse", "evidence")


def _of_clause(node: Token, head: Token) -> Iterator[Certainty]:
    infinitive = is_infinitive(node)
    fixed = _of_copula(node, head) if infinitive else None
    if fixed is not None:
        yield fixed
    elif node.dep_ == "csubj" and node.tag_ == "VBG":
        yield Certainty("hypothetical", "as a notion", "gerund")
    elif node.dep_ == "advcl":
        yield from _of_adverbial(node, head, infinitive)
    elif is_content(node):
        yield from _of_content(node, head)
    elif node.dep_ in ("acl", "relcl") and not infinitive and not any(c.dep_ == "mark" for c in node.children):
        yield from _of_participle(node, head)
    elif head.pos_ == "NOUN" and is_met(head):
        return  # "kept their promise to hold fire"
    elif head.pos_ == "ADP":
        yield from _of_gerund(node, head)
    else:
        yield from _clausal_effect(node, head, _WORD_CLASSES.get(head.pos_, "verb"))


def _of_content(clause: Token, noun: Token) -> Iterator[Certainty]:
    """ "amid reports they had fled", "gave no indication they plan to flee"."""
    open_ = effect_of(lemma_of(noun), "no") if any(c.lower_ == "no" for c in noun.children) else None
    effect = open_ or effect_of(lemma_of(noun), "noun")
    if effect is not None:
        yield Certainty(effect, f"no {lemma_of(noun)}" if open_ else lemma_of(noun), NOUN)


def _of_adverbial(node: Token, head: Token, infinitive: bool) -> Iterator[Certainty]:
    if infinitive and _phrasal(head) != lemma_of(head) and effect_of(_phrasal(head), "infinitive") == "actual":
        return  # "went on to fire a second missile"
    if infinitive and head.pos_ == "NOUN":
        yield from _clausal_effect(node, head, "noun")  # "a desire for his country to disarm"
    elif infinitive and head.tag_ == "VBN" and lemma_of(head) in ("need", "require"):
        yield Certainty("hypothetical", lemma_of(head), VERB)  # "the steps needed for them to sign"
    elif infinitive and lemma_of(head) != "use":
        yield _of_purpose(node, head)
    elif not infinitive and conditional_phrase(head) is not None:
        yield Certainty("hypothetical", CONDITION, "condition")


def _of_participle(node: Token, noun: Token) -> Iterator[Certainty]:
    if is_imagined(node):
        yield Certainty("hypothetical", FICTION, "story")
    elif _is_to_be_met(noun):
        yield Certainty("hypothetical", "whatever comes", NOUN)
    elif node.dep_ == "relcl" and is_charged(noun):
        yield Certainty("claimed", "of what somebody is charged with", NOUN)
    elif node.dep_ == "acl" and is_wished_of_an_object(node):
        yield Certainty("hypothetical", lemma_of(noun.head), VERB)


def _is_to_be_met(weapon: Token) -> bool:
    """ "be able to shoot down a few missiles fired at Guam": whatever missiles there may be."""
    if not is_weapon(weapon) or any(c.dep_ == "poss" or c.lower_ in ("the", "this", "these", "those") for c in weapon.children):
        return False
    whole = weapon.head.head if weapon.dep_ == "pobj" and weapon.head.lower_ == "of" else weapon
    verb = whole.head
    met = whole.dep_ in ("dobj", "nsubjpass") and effect_of(_phrasal(verb), "meeting") is not None
    return met and is_ahead(verb)


def _of_purpose(node: Token, head: Token) -> Certainty:
    """ "to put it right" is a purpose; "fell by 3%, to close at 7,114" tells what came of it."""
    if is_outcome(node):
        return Certainty("actual", "outcome", "infinitive")
    past = head.tag_ in ("VBD", "VBN") and modal(head) is None and node.i > head.i
    if lemma_of(head) in ("be", "become") and any(is_choice(c) for c in head.children if c.dep_ == "attr"):
        return Certainty("actual", "of a choice", "infinitive")  # "was one of the few states to sign"
    if past and effect_of(lemma_of(node), "result") is not None:
        return Certainty("actual", "outcome", "infinitive")
    under_way = head.tag_ != "VBG" or any(c.dep_ == "aux" for c in head.children)
    if under_way and not is_negated(head) and lemma_of(head) in object_class("journey") and _meets(node) and node.i > head.i:
        return Certainty("actual" if past else "planned", "what a journey is made for", "infinitive")
    return Certainty("planned", "purpose", "infinitive")


def _meets(verb: Token) -> bool:
    """ "flew to Cairo to meet with him", "to hold talks"."""
    thing = direct_object(verb)
    held = lemma_of(verb) in ("hold", "attend") and thing is not None and lemma_of(thing) in object_class("meeting")
    return held or lemma_of(verb) in ("meet", "talk", "negotiate", "confer", "consult", "discuss")


def _of_copula(node: Token, head: Token) -> Certainty | None:
    """ "is to meet", "has yet to meet"; not "was one of the few to meet him"."""
    if lemma_of(head) not in ("be", "have") or node.dep_ not in ("xcomp", "advcl"):
        return None
    if any(c.lower_ == "yet" and c.dep_ == "advmod" for c in (*head.children, *node.children)):
        return Certainty("negated", "yet to", VERB)
    apart = any(c.dep_ in ("attr", "acomp") and c.i < node.i for c in head.children)
    return Certainty("planned", "is to", VERB) if lemma_of(head) == "be" and not apart else None


def _of_gerund(node: Token, preposition: Token) -> Iterator[Certainty]:
    """ "warned against bombing", "accused him of lying and of sending arms", "a plan for invading", "without firing"."""
    if preposition.lower_ == "without" or is_short_of(preposition):
        yield Certainty("negated", preposition.lower_, PREPOSITION)
        return
    if preposition.lower_ == "between":
        yield Certainty("hypothetical", "between", PREPOSITION)  # "a balance between being critical and being eager"
        return
    governor = preposition
    while governor.pos_ == "ADP" and governor.head != governor:
        governor = governor.head
    if preposition.lower_ == "against":
        yield from _of_opposed(preposition, governor)
    elif governor.pos_ == "NOUN" and (pair := effect_of(f"{lemma_of(governor)} {preposition.lower_}", "noun")) is not None:
        yield Certainty(pair, f"{lemma_of(governor)} {preposition.lower_}", NOUN)
    elif preposition.lower_ == "in" and _is_asked_for(governor):
        yield Certainty("hypothetical", "in what is asked for", NOUN)
    elif governor.pos_ != "VERB":
        yield from _clausal_effect(node, governor, "adj" if governor.pos_ == "ADJ" else "noun")
    elif preposition.lower_ in GOVERNING and preposition.lower_ != "by" and not is_acknowledged(governor, preposition):
        effect = effect_of(_with_particle(governor), "verb")
        direct = effect in ("planned", "claimed") or (effect == "negated" and preposition.lower_ == "from")
        if direct and effect is not None and node.tag_ == "VBG":
            yield Certainty(effect, _with_particle(governor), VERB)
        else:
            yield from _effect_of_pair(governor, preposition)


def _is_asked_for(governor: Token) -> bool:
    """ "called for help in evacuating them": nobody is evacuated yet; the parser may join "in" to the verb."""
    if governor.pos_ == "VERB":
        return lemma_of(governor) in _ASKING and any(c.lower_ == "for" and c.dep_ == "prep" for c in governor.children)
    above = governor.head.head if governor.dep_ == "pobj" and governor.head.lower_ == "for" else governor.head
    return governor.dep_ in ("pobj", "dobj") and above.pos_ in ("VERB", "NOUN") and lemma_of(above) in _ASKING


def _of_opposed(preposition: Token, governor: Token) -> Iterator[Certainty]:
    """ "argued against sending troops": nobody has sent any; who protests against bombing protests against what goes on."""
    verb = governor if governor.pos_ == "VERB" else clause_head(governor)
    if not {lemma_of(governor), lemma_of(verb)} & object_class("protesting"):
        pair = f"{lemma_of(governor)} {preposition.lower_}"
        yield Certainty(effect_of(pair, "verb") or "hypothetical", pair, VERB)


def _clausal_effect(node: Token, governor: Token, word_class: str) -> Iterator[Certainty]:
    lemma = _with_particle(governor) if word_class == "verb" else lemma_of(governor)
    if node.i < governor.i and node.dep_ == "ccomp" and effect_of(lemma, "verb") not in ("claimed", "denied"):
        return
    infinitive = is_infinitive(node)
    effect = _signature(node, governor, word_class)
    if (lemma in object_class("ability") and effect != "actual") or (infinitive and _is_made_for(governor)):
        yield Certainty("hypothetical", ABILITY, _ABOVE[word_class])
    elif infinitive and word_class == "verb" and effect in (None, "negated") and effect_of(lemma, "infinitive") is None:
        yield _of_purpose(node, governor)  # "stopped to refuel"
    else:
        above = EVIDENCE if infinitive and effect == "claimed" else _ABOVE[word_class]
        yield Certainty(effect or _by_default(node, governor, word_class), lemma, above)


def _by_default(node: Token, governor: Token, word_class: str) -> Factuality:
    """Of a word that says nothing itself: "a centre to train", "an event to be held"."""
    infinitive = is_infinitive(node)
    if is_behind(node, governor):
        return "actual"
    if word_class == "verb" or (word_class == "noun" and is_choice(governor)):
        return "actual"
    if infinitive and word_class == "noun":
        if governor.dep_ == "dobj" and _of_purpose(node, governor.head).value == "actual":
            return "actual"  # "held a rally to denounce"
        return "planned" if is_passive(node) or governor.dep_ == "ROOT" else "hypothetical"
    purpose = node.dep_ == "pcomp" and node.tag_ == "VBG" and node.head.lower_ in _AIMING
    return "hypothetical" if infinitive or purpose else "actual"


def _signature(node: Token, governor: Token, word_class: str) -> Factuality | None:
    """What the governing word implies of its complement (Karttunen 2012), with the idioms "going to", "have", "was able to"."""
    infinitive = is_infinitive(node)
    lemma = _with_particle(governor) if word_class == "verb" else lemma_of(governor)
    if governor.lower_ in SUPPOSING and surface_subject(governor) is None:
        return "hypothetical"
    if infinitive and governor.lower_ == "going":
        return "planned"
    if (lemma == "have" and not infinitive) or (governor.lower_ == "able" and governor.head.tag_ == "VBD"):
        return "actual"
    own = effect_of(lemma, "infinitive-own") if infinitive and word_class == "verb" and is_of_the_doer(node, governor) else None
    if own is not None:
        return own
    special = _SPECIAL.get((word_class, "to" if infinitive else node.tag_))
    effect = (effect_of(lemma, special) if special else None) or effect_of(lemma, word_class) or _of_cleft(governor)
    if infinitive and effect == "claimed" and effect_of(lemma, "infinitive") is None:
        return "claimed" if governor.tag_ == "VBN" else "planned"
    return effect_of(governor.lower_, "adj") if effect is None and governor.tag_ in ("VBN", "VBG") else effect


def _is_made_for(verb: Token) -> bool:
    """Of a weapon "designed to" do something."""
    return lemma_of(verb) in object_class("purpose") and is_passive(verb) and is_weapon(surface_subject(verb))


def _of_cleft(verb: Token) -> Factuality | None:
    """ "What they fear is that it will start a war": the fear is that of a war."""
    clause = next((c for c in verb.children if c.dep_ in ("csubj", "nsubj") and c.pos_ in ("VERB", "AUX")), None)
    if clause is None or lemma_of(verb) != "be":
        return None
    words = [effect_of(lemma_of(c), "adj") for c in clause.children if c.dep_ == "acomp"]
    return next((e for e in words if e is not None), effect_of(lemma_of(clause), "verb"))


def _of_predicate(head: Token) -> Iterator[Certainty]:
    """ "Claims that ... were false", "the attack was unlikely", "talks are likely"."""
    for child in head.children:
        effect = effect_of(lemma_of(child), "adj") if child.dep_ in ("acomp", "attr") else None
        if effect in ("denied", "hypothetical", "planned"):
            yield Certainty(effect, child.lower_, ADJECTIVE)
        elif child.lower_ in ("in", "on") and head.tag_ in ("VBZ", "VBP") and is_in_the_making(child):
            yield Certainty("planned", "in the making", ADJECTIVE)


def _of_object(node: Token, head: Token) -> Iterator[Certainty]:
    """Nouns of action under a verb: "denied the attack", "plans a strike", "averted a war", "put off a trip"."""
    verb = _with_particle(head)
    effect = effect_of(verb, "verb")
    if effect == "hypothetical" and is_ahead(head) and is_new(node):
        yield Certainty(effect, verb, VERB)  # "may consider its most powerful test": there has been none like it
        return
    owned = any(c.dep_ == "poss" for c in node.children) and verb not in object_class("taking-place")
    if owned and (effect != "negated" or effect_of(verb, "not") is None or verb == "drop"):
        return  # "dropped its threat": it was made; "averted Egypt's attack": there was none
    if effect == "denied" and verb in ("reject", "repudiate") and effect_of(lemma_of(node), "noun") is not None:
        return  # "rejected the proposal": it was made
    if effect in ("negated", "denied") or (effect in ("planned", "hypothetical") and verb in object_class("not-yet")):
        yield Certainty(effect, verb, VERB)
    elif effect_of(verb, "unborn") is not None:
        yield Certainty("planned", verb, VERB)


def _with_particle(verb: Token) -> str:
    """ "put off" where the table has it, else the lemma alone."""
    phrasal = _phrasal(verb)
    return phrasal if effect_of(phrasal, "verb") is not None else lemma_of(verb)


def _phrasal(verb: Token) -> str:
    return " ".join((lemma_of(verb), *(c.lower_ for c in verb.children if c.dep_ == "prt")))


def _effect_of_pair(verb: Token, preposition: Token) -> Iterator[Certainty]:
    """ "warned against an attack", "called for talks", "aimed at ending"; not "called him names for talking"."""
    if preposition.lower_ == "for" and any(c.dep_ in ("dobj", "oprd") and c.i < preposition.i for c in verb.children):
        return
    pair = f"{lemma_of(verb)} {preposition.lower_}"
    if (effect := effect_of(pair, "verb")) is not None:
        yield Certainty(effect, pair, VERB)


def _effect(word: Token, word_class: str) -> Iterator[Certainty]:
    effect = effect_of(lemma_of(word), word_class)
    if effect is not None:
        yield Certainty(effect, lemma_of(word), _ABOVE[word_class])
