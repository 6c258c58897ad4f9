"""Verbs whose type of event lies in what they govern: "voted to repudiate", "ready to strike", "fired a missile over"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.events.arguments import complements, object_of, pobj, role_nouns
from dateline.events.expelling import expulsion, is_rescue, of_coercion, of_expulsion, sends_home
from dateline.events.halting import of_halt
from dateline.events.own_cause import is_open, of_help, of_word_kept
from dateline.events.penalties import answers_with_penalty, by_penalty, is_of_trade, names_penalty
from dateline.events.promises import goes_on_helping, is_beneficial, is_harmful, of_readiness, of_vow
from dateline.events.scene import Scene
from dateline.events.verbal_attacks import of_words, spoken
from dateline.events.voting import of_vote
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import direct_object, is_passive, modal, subject, surface_subject
from dateline.language.tokens import Token

_AIMING = frozenset({"at", "on", "into", "onto", "against"})
_TOWARD = frozenset({"toward", "towards"})
_SHORT_RANGE = frozenset({"rocket", "mortar", "shell", "grenade"})
"""What is fired towards a place is meant to hit it; a missile fired towards a country mostly is a test."""


def retyped(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """The row as what `token` governs makes it; None where it tells no event of its own."""
    if row.word_class != "verb":
        return _of_noun(scene, token, row)
    rule = _RULES.get(row.type)
    return rule(scene, token, row) if rule is not None else row


def _of_noun(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    if row.type == "ASSAULT" and is_of_trade(token):
        return replace(row, type="SANCTION", mode="discontinue", cameo="163")
    return of_words(scene, token, row)


def _of_agreeing(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    if lemma_of(token) in object_class("promising") and "to-inf" in row.with_:
        return of_vow(token, row)
    if _ends_war(token):
        return replace(row, type="RETREAT", mode="ceasefire", cameo="0871", sides=("against", "with", "in"))
    ready = bool({"be", "stand"} & set(row.words)) or "prepare" in row.words
    return of_readiness(token, row) if ready else of_vote(scene, token, row)


def _ends_war(token: Token) -> bool:
    """ "ended the war in Mali": their own part in it; how "to end" one is another matter, and so is a war of tariffs."""
    thing = object_of(token) if lemma_of(token) == "end" and token.tag_ != "VB" else None
    return thing is not None and lemma_of(thing) == "war" and not is_of_trade(thing)


def _of_blame(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """ "blamed the storm" accuses nobody; "turned up the pressure on" is not "turned on"; "hit back with tariffs" sanctions."""
    thing = object_of(token)
    if answers_with_penalty(token):
        return replace(row, type="SANCTION", mode="discontinue", cameo="163")
    if lemma_of(token) == "press" and thing is not None and lemma_of(thing) == "case":
        return replace(row, type="REQUEST", mode=None, cameo="100")
    if lemma_of(token) in ("turn", "round") and thing is not None:
        return None
    return None if thing is not None and scene.lemmas[thing.i] in object_class("accident") else row


def _of_violence(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    if _falls(scene, token) or _quarrels(token):
        return None
    if _gives_up_arms(token):
        return replace(row, type="RETREAT", mode="disarm", cameo="0873", sides=("to",))
    if by_penalty(scene, token):
        return replace(row, type="SANCTION", mode="discontinue", cameo="163", sides=("obj",))
    if spoken(scene, token):
        return replace(row, type="ACCUSE", mode="disapprove", cameo="111", sides=("obj", "of"))
    if (_is_device(token) and lemma_of(token) in ("explode", "detonate")) or _is_test(scene, token):
        return replace(row, type="MOBILIZE", mode="weapons", cameo="150", sides=("over", "toward", "towards", "into"))
    return row


def _gives_up_arms(token: Token) -> bool:
    """ "promised to demolish his country's test site": one's own."""
    thing = object_of(token) if lemma_of(token) in ("demolish", "destroy", "dismantle", "blow") else None
    if thing is None or not {lemma_of(w) for w in (thing, *thing.children)} & object_class("armament"):
        return False
    owners = [c for c in thing.children if c.dep_ == "poss"]
    return any(w.pos_ == "PRON" for c in owners for w in (c, *(g for g in c.children if g.dep_ == "poss")))


def _of_arms(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    if _for_peace(token):
        return replace(row, type="AID", mode=None, cameo="074", sides=("to", "in", "into"))
    if row.mode == "weapons" and (_is_fired_at(scene, token) or _is_suicidal(token)):
        return replace(row, type="ASSAULT", mode=None, cameo="190", sides=("at", "on", "into", "onto", "against"))
    return row


def _is_suicidal(token: Token) -> bool:
    """ "a bomber detonated the device": among people, not on a test site."""
    if lemma_of(token) not in ("detonate", "explode") or _is_device(token):
        return False
    return any(lemma_of(w) in ("bomber", "attacker", "suicide") for w in token.sent)


def _of_visit(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    if row.mode == "visit" and _for_peace(token):
        return replace(row, type="AID", mode=None, cameo="074", sides=("to", "in", "into", "at"))
    thing = object_of(token)
    if lemma_of(token) == "meet" and thing is not None and lemma_of(thing) in object_class("undergone"):
        return None
    if row.mode == "phone" and lemma_of(token) == "call" and any(c.lower_ == "out" for c in token.children):
        return replace(row, type="ACCUSE", mode="disapprove", cameo="111", sides=("obj", "for"))
    if row.mode == "phone" and lemma_of(token) == "call" and _names_something(token, thing):
        return None
    return None if row.mode == "visit" and _carries(token) else row


def _names_something(call: Token, thing: Token | None) -> bool:
    """ "called him a dummy", "Kim, whom he called a madman", "comments, which it called irresponsible" are no telephone calls."""
    is_relative = thing is None or thing.i < call.i
    if is_relative and any(c.dep_ in ("oprd", "attr", "acomp") and c.i > call.i for c in call.children):
        return True
    return thing is not None and _is_named_something(call if is_relative else thing)


def _is_named_something(thing: Token) -> bool:
    """Whether a name or a quality follows right after."""
    right = [w for w in thing.doc[thing.i + 1 : thing.i + 4] if w.sent == thing.sent]
    after = next((w for w in right if not w.is_quote), None)
    words = after is not None and after.pos_ in ("DET", "ADJ", "NOUN", "PROPN") and after.ent_type_ not in ("DATE", "TIME")
    return words or any(w.is_quote for w in right[:1])


_OF_ARMS = frozenset(
    "military air missile rocket drone nuclear preemptive pre-emptive surgical punitive retaliatory precision artillery".split()
)


def _of_dissent(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """Workers and hungry people go on strike; of other strikes it is not said who stops work; an armed group marches to war."""
    thing, doing = object_of(token), subject(token)
    found = scene.cast.at(doing) if doing is not None else None
    kind = scene.cast.actor(found).kind if found is not None else None
    if kind == "armed_group" and "march" in (lemma_of(token), lemma_of(thing) if thing is not None else None):
        return replace(row, type="ASSAULT", mode=None, cameo="190", sides=("on", "against", "in", "to", "through"))
    if lemma_of(token) == "protest" and kind in ("state", "government_body"):
        return replace(row, type="ACCUSE", mode="disapprove", cameo="111")
    if lemma_of(token) == "rally" and thing is not None and lemma_of(thing) in ("support", "backing"):
        return replace(row, type="REQUEST", mode=None, cameo="100")
    if thing is None or lemma_of(thing) != "strike":
        return row
    if any(lemma_of(c) in _OF_ARMS for c in thing.children):
        return replace(row, type="ASSAULT", mode=None, cameo="190", sides=("on", "against", "at", "in"))
    said = any(c.lower_ in object_class("of-strikes") or c.lower_.endswith("-hour") for c in thing.children)
    who = surface_subject(token)
    return row if said or (who is not None and lemma_of(who) in object_class("protester")) else None


def _of_asking(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """ "made calls to senators" are made by telephone; "made calls for a truce" are not."""
    thing = object_of(token)
    if sends_home(token):
        return expulsion(row)
    if thing is not None and lemma_of(thing) == "pressure" and any(names_penalty(c) for c in thing.children):
        return replace(row, type="SANCTION", mode="discontinue", cameo="163")
    if lemma_of(token) == "call" and any(c.dep_ == "prt" and c.lower_ == "out" for c in token.children):
        return replace(row, type="ACCUSE", mode="disapprove", cameo="111", sides=("obj", "for"))
    if lemma_of(token) != "make" or thing is None or lemma_of(thing) != "call":
        return row
    asks = any(c.lower_ in ("for", "that") or c.dep_ in ("acl", "relcl") for c in (*token.children, *thing.children))
    return row if asks else replace(row, type="CONSULT", mode="phone", cameo="041", sides=("to", "with"))


def _for_peace(token: Token) -> bool:
    """Peacekeepers, observers and rescuers are sent to protect or help, not to threaten or to visit."""
    nouns = (n for n in (surface_subject(token), object_of(token)) if n is not None)
    words = (w for n in nouns for w in (n, *n.children, *(c for p in n.children if p.lower_ == "of" for c in p.children)))
    sent = any(w.lower_.startswith(("peacekeep", "peace-keep")) or lemma_of(w) in object_class("rescuing") for w in words)
    return sent or any(lemma_of(v) in ("help", "assist", "rescue", "evacuate") for v in complements(token))


def _of_refusal(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    if lemma_of(token) == "be":
        who = surface_subject(token)
        return row if who is not None and scene.cast.at(who) is not None else None
    if lemma_of(token) in ("violate", "breach", "break") and _of_truce(token):
        return replace(row, type="ASSAULT", mode=None, cameo="196", sides=("with", "obj", "against"))
    if lemma_of(token) in object_class("promising") and any(goes_on_helping(c) for c in complements(token)):
        return replace(row, type="AGREE", mode=None, cameo="03", sides=("obj", "dat", "to", "comp"))
    if lemma_of(token) in object_class("promising") and any(is_harmful(c) for c in complements(token)):
        return replace(row, type="THREATEN", mode=None, cameo="130", sides=("comp", "against", "on", "to", "dat"))
    return row


def _of_truce(token: Token) -> bool:
    thing = object_of(token)
    words = (thing, *thing.children) if thing is not None else ()
    return any(lemma_of(w) in ("ceasefire", "cease-fire", "truce", "armistice") for w in words)


def _of_praise(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """Guests are greeted, not praised; what is already tense gets no better by deepening."""
    if (other := of_help(token, row) or of_word_kept(token, row)) is not None:
        return other
    if is_open(token):
        return replace(row, type="CONSULT", mode=None, cameo="046")
    if lemma_of(token) == "reach" and any(_is_infinitive(c) for c in complements(token)):
        return replace(row, type="AGREE", mode=None, cameo="03")
    if lemma_of(token) == "be":
        who = surface_subject(token)
        return row if who is not None and scene.cast.at(who) is not None else None
    thing = object_of(token)
    if thing is None:
        return row
    if lemma_of(token) == "welcome" and (
        scene.lemmas[thing.i] in object_class("person") or thing.ent_type_ in ("PERSON", "NORP")
    ):
        actor = scene.cast.at(thing)
        person = actor is not None and scene.cast.actor(actor).kind == "person"
        return replace(row, type="CONSULT", mode="visit", cameo="043", sides=("obj",)) if person else None
    strained = any(c.lower_ in object_class("strained") for c in thing.subtree if c.i < thing.i)
    return None if strained and scene.lemmas[thing.i] in object_class("relation") else row


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_of_another(token: Token) -> bool:
    """ "destroyed Syria's reactor" disarms nobody of one's own."""
    thing = object_of(token) if lemma_of(token) == "destroy" and not is_passive(token) else None
    return thing is not None and any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in thing.children)


def _of_allowing(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """ "allowed the opposition to march" gives way to it; letting people in or go is a retreat; leaving a treaty is neither."""
    if row.mode == "withdraw" and any(lemma_of(n) in object_class("agreement") for n in role_nouns(token, "from")):
        return replace(row, type="SANCTION", mode="withdraw", cameo="161", sides=("with", "to"))
    if is_rescue(token):
        return replace(row, type="AID", mode=None, cameo="073")
    if row.mode == "disarm" and _is_of_another(token):
        return replace(row, type="ASSAULT", mode="destroy", cameo="1712", sides=("obj", "of"))
    if row.mode != "access" or lemma_of(token) not in ("allow", "let", "permit"):
        return row
    political = any(lemma_of(c) in object_class("political-deed") for c in complements(token))
    return replace(row, type="CONCEDE", mode=None, cameo="081") if political else row


def _falls(scene: Scene, token: Token) -> bool:
    """ "a missile hitting the water", "hit its target": nobody is hit; in "warplanes hit targets in Iraq" somebody is."""
    thing = object_of(token)
    if thing is None or (thing.tag_ == "NNS" and scene.lemmas[thing.i] == "target"):
        return False
    return scene.lemmas[thing.i] in ("sea", "ocean", "water", "ground", "target")


def _quarrels(token: Token) -> bool:
    """ "clashed with aides" is said of words."""
    who = (n for c in token.children if c.lower_ == "with" for n in c.children if c.dep_ == "prep" and n.dep_ == "pobj")
    return lemma_of(token) in ("clash", "battle", "spar") and any(lemma_of(n) in object_class("quarrelsome") for n in who)


def _is_test(scene: Scene, token: Token) -> bool:
    """A missile fired at nobody: into the sea, over a country, on a Monday."""
    thing = object_of(token)
    if thing is None or lemma_of(token) not in object_class("launching") or not _is_projectile(thing) or _is_striking(token):
        return False
    aiming = _AIMING | (_TOWARD if _has_short_range(thing) else set())
    return not any(_is_aimed(scene, c) for noun in (token, thing) for c in noun.children if c.lower_ in aiming)


def _is_projectile(thing: Token) -> bool:
    """A missile, or a version, type or number of them."""
    return any(lemma_of(n) in object_class("projectile") for n in _counted(thing))


def _has_short_range(thing: Token) -> bool:
    return any(lemma_of(n) in _SHORT_RANGE for n in _counted(thing))


def _counted(thing: Token) -> Iterator[Token]:
    """ "a salvo of rockets": the rockets."""
    if lemma_of(thing) in object_class("kind-or-number"):
        yield from (n for c in thing.children if c.lower_ == "of" for n in pobj(c))
    else:
        yield thing


def _is_device(token: Token) -> bool:
    """A nuclear device is tested, not thrown at anybody."""
    thing = object_of(token)
    return thing is not None and any(c.lower_ in ("nuclear", "hydrogen", "atomic", "thermonuclear") for c in thing.children)


def _is_fired_at(scene: Scene, token: Token) -> bool:
    thing = object_of(token)
    if thing is None or lemma_of(token) not in object_class("launching"):
        return False
    if _is_striking(token):
        return True
    aiming = {"at", "against"} | (_TOWARD if _has_short_range(thing) else set())
    return any(_is_aimed(scene, c) for noun in (token, thing) for c in noun.children if c.lower_ in aiming)


def _is_striking(token: Token) -> bool:
    """ "missiles fired from warships hit the base"."""
    deed = token.head.head
    done = token.dep_ == "acl" and token.head.dep_ == "nsubj" and lemma_of(deed) in ("hit", "strike", "target", "kill", "destroy")
    return done and deed.pos_ == "VERB"


def _carries(token: Token) -> bool:
    """ "flew medicine into the enclave" is no visit."""
    thing = direct_object(token)
    return lemma_of(token) in ("fly", "return", "jet", "rush", "land") and thing is not None and thing.pos_ in ("NOUN", "PROPN")


def _is_aimed(scene: Scene, preposition: Token) -> bool:
    nouns = tuple(pobj(preposition))
    return any(n.ent_type_ not in ("DATE", "TIME") and scene.lemmas[n.i] not in object_class("open-space") for n in nouns)


def _menaces(token: Token) -> bool:
    """Whether the warning is of harm to come, not of how things are: "warned Israel that talks had failed"."""
    for clause in token.children:
        if clause.dep_ == "ccomp" and clause.i > token.i:
            who = surface_subject(clause)
            told = who is not None and who.pos_ == "PRON"
            harmful = lemma_of(clause) in object_class("consequence") or is_passive(clause) or told or _brings_harm(clause)
            return harmful and (modal(clause) is not None or clause.tag_ == "VB" or is_passive(clause))
    of = [n for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "about") for n in c.children if n.dep_ == "pobj"]
    return not of or any(lemma_of(n) in object_class("menace") for n in of)


def _brings_harm(clause: Token) -> bool:
    """ "will bring more sanctions", "would mean war"."""
    thing = object_of(clause) if lemma_of(clause) in ("bring", "mean", "trigger", "invite", "provoke", "draw") else None
    return thing is not None and lemma_of(thing) in object_class("menace")


def _of_warning(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    if lemma_of(token) in object_class("promising") and "to-inf" in row.with_ and all(map(is_beneficial, complements(token))):
        return replace(row, type="AGREE", mode=None, cameo="03", sides=("obj", "dat", "to", "comp"))
    if lemma_of(token) not in ("warn", "caution"):
        return row
    of = (n for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "about", "against") for n in c.children)
    foreseen = any(lemma_of(n) in ("risk", "danger", "threat", "possibility", "prospect", "chance", "leak") for n in of)
    return None if foreseen or ("actor" in row.object and not _menaces(token)) else row


_RULES: dict[str, Callable[[Scene, Token, Trigger], Trigger | None]] = {
    "AGREE": _of_agreeing,
    "ACCUSE": _of_blame,
    "SUPPORT": _of_praise,
    "ASSAULT": _of_violence,
    "MOBILIZE": _of_arms,
    "CONSULT": _of_visit,
    "CONCEDE": of_halt,
    "REJECT": _of_refusal,
    "THREATEN": _of_warning,
    "PROTEST": _of_dissent,
    "RETREAT": _of_allowing,
    "COERCE": of_coercion,
    "SANCTION": of_expulsion,
    "REQUEST": _of_asking,
}
"""What is asked of a verb whose row has this type."""
