"""Speech acts that lie in what is said, not in the verb of saying.

"All sides should keep talking" is a request by the speaker to all sides; "Russia is not helping" an accusation;
"they will regret it" and "we will retaliate" are threats; "we will not be bullied" is a rejection (Searle 1976: directives,
expressives, commissives).
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import role_nouns
from dateline.events.bridging import proposer
from dateline.events.conditions import is_reflexive
from dateline.events.denoting import actors_of, others
from dateline.events.draft import Draft
from dateline.events.idioms import idiomatic
from dateline.events.nested_arguments import bound
from dateline.events.passing import reporting_verb
from dateline.events.scene import Scene
from dateline.events.verdict import Certainty
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.stances import judgements
from dateline.knowledge.triggers import Trigger, object_class
from dateline.language.clauses import (
    agent,
    direct_object,
    is_negated,
    is_passive,
    modal,
    prepositional_object,
    subject,
    surface_subject,
)
from dateline.language.phrases import token_span
from dateline.language.tokens import Token
from dateline.records import Span

Ids = tuple[str, ...]

OBLIGATION = Trigger((), "verb", (), (), "REQUEST", None, "100", ())
JUDGEMENT = Trigger((), "verb", (), (), "ACCUSE", "disapprove", "111", ())
RETRIBUTION = Trigger((), "verb", (), (), "THREATEN", None, "130", ())
RETALIATION = Trigger((), "verb", (), (), "THREATEN", None, "130", ())
DISMISSAL = Trigger((), "verb", (), (), "REJECT", None, "120", ())
DEFIANCE = Trigger((), "verb", (), (), "REJECT", None, "120", ())
_WORDS = {
    id(OBLIGATION): "obligation put on somebody",
    id(JUDGEMENT): "negative judgement on what somebody does",
    id(RETRIBUTION): "somebody is told what they will suffer",
    id(RETALIATION): "the speaker says how they will hit back",
    id(DISMISSAL): "the speaker judges a proposal bad",
    id(DEFIANCE): "the speaker says what they will not do",
}
_DUTY = frozenset({"must", "should", "ought"})
_INTENT = frozenset({"will", "would", "shall"})
_BACKGROUND = ("relcl", "csubj", "pcomp", "advcl", "acl")
"""Clauses that say something in passing, and assert nothing of their own."""
_HOME = frozenset({"home", "back", "away", "out"})
_REFUSING = _INTENT | {"can", "could"}
_ADDRESSING = ("on", "against", "to", "with", "by", "from", "obj")


def implied(scene: Scene, token: Token) -> Iterator[Draft]:
    """The speech act that the clause of the verb `token` performs, if it is said by somebody."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
        return
    who = _own_or_shared_subject(token)
    speakers = speakers_at(scene, token)
    if speakers and _out_of_the_question(token):
        yield _draft(token, DEFIANCE, speakers, _of_subject(scene, token, speakers))
    elif who is not None and speakers and not _in_passing(token, who):
        yield from _asserted(scene, token, who, speakers)


def _in_passing(token: Token, who: Token) -> bool:
    """Whether the clause asserts nothing of its own."""
    return token.dep_ in _BACKGROUND or _inverted(token, who) or _supposed(token) or _comes_to_nothing(token)


def _is_no_comment(token: Token) -> bool:
    """ "You know we can't talk about secrets": the speaker keeps silent, and refuses nobody anything."""
    about = any(c.lower_ in ("about", "on") for c in token.children)
    silent = token.lemma_ in ("talk", "speak", "comment") and about
    return silent and modal(token) in ("can", "could")


def _asserted(scene: Scene, token: Token, who: Token, speakers: Ids) -> Iterator[Draft]:
    about = actors_of(scene, who)
    if not about and _is_due(token) and _official(scene, speakers):
        yield _draft(token, OBLIGATION, speakers, ())
    elif not about and (authors := _dismissed(scene, token, who)) and not _same(scene, speakers, authors):
        yield _draft(token, DISMISSAL, speakers, authors)
    elif about and not _same(scene, speakers, about):
        row = _about_others(token)
        if row is JUDGEMENT and not _is_damned(token) and scene.cast.at(who) is None:
            return  # "talks with Iran have failed" blames nobody
        yield from (_draft(token, row, speakers, about),) if row else ()
    elif not about and _whoever(who):
        doomed = modal(token) in _INTENT and _is_doomed(token)
        yield from (_draft(token, RETRIBUTION, speakers, ()),) if doomed else ()
    elif about or who.lower_ in ("we", "i"):
        row = _about_self(token)
        yield from (_draft(token, row, speakers, _addressed(scene, token, speakers)),) if row else ()


def _out_of_the_question(token: Token) -> bool:
    """ "lifting the ban is out of the question"."""
    out = (c for c in token.children if c.lower_ == "out" and token.lemma_ == "be")
    return not is_negated(token) and any(n.lower_ == "question" for c in out for of in c.children for n in of.children)


def _of_subject(scene: Scene, token: Token, speakers: Ids) -> Ids:
    clauses = (c for c in token.children if c.dep_ in ("csubj", "nsubj"))
    nouns = (n for clause in clauses for role in _ADDRESSING for n in role_nouns(clause, role))
    found = (others(scene, actors_of(scene, n), speakers) for n in nouns)
    return next(filter(None, found), ())


def _dismissed(scene: Scene, token: Token, who: Token) -> Ids:
    """Who made the proposal of "such a deal would be a waste of time"."""
    if token.lemma_ != "be" or is_negated(token):
        return ()
    bad = {lemma for lemma, stance in judgements().items() if stance == "oppose"}
    words = (c.lemma_.lower() for c in token.children if c.dep_ in ("acomp", "attr"))
    return proposer(scene, who) if any(word in bad for word in words) else ()


def _comes_to_nothing(token: Token) -> bool:
    """ "failed to reach agreement" blames nobody."""
    deeds = (c for c in token.children if c.dep_ == "xcomp")
    return token.lemma_ == "fail" and any(
        (thing := direct_object(c)) is not None and thing.lemma_ in object_class("agreement") for c in deeds
    )


def _is_due(token: Token) -> bool:
    """ "Maximum pressure should be maintained"."""
    return (
        modal(token) in ("must", "should")
        and is_passive(token)
        and not is_negated(token)
        and not (_asks(token) or _perfect(token))
    )


def _official(scene: Scene, speakers: Ids) -> bool:
    return any(scene.is_state(s) or " GOV" in (scene.cast.actor(s).code or "") for s in speakers)


def _own_or_shared_subject(token: Token) -> Token | None:
    """ "we will find and destroy them": the second verb shares subject and modal with the first."""
    shared = token.dep_ == "conj" and token.tag_ == "VB" and token.head.pos_ == "VERB" and modal(token) is None
    return surface_subject(token.head if shared and surface_subject(token) is None else token)


def _modal(token: Token) -> str | None:
    shared = token.dep_ == "conj" and token.tag_ == "VB" and token.head.pos_ == "VERB"
    return modal(token) or (modal(token.head) if shared else None)


def performing(scene: Scene) -> Iterator[Token]:
    """The verbs that may perform a speech act: under a modal, negated, or of the kinds that blame."""
    doc, opening = scene.document.doc, object_class("modal-or-negation")
    blame, damning = object_class("wrongdoing"), object_class("insult")
    found: set[int] = set()
    blamed: set[int] = set()
    for index, (word, lemma) in enumerate(zip(scene.words, scene.lemmas, strict=True)):
        if word in opening:
            head = doc[index].head
            found.update((head.i, head.head.i, *(c.i for c in head.children if c.dep_ == "conj" and c.tag_ == "VB")))
        elif lemma in blame:
            blamed.add(index)
        elif word == "question" and doc[index].head.head.lower_ == "out":
            found.add(doc[index].head.head.head.i)
        elif lemma in damning and doc[index].dep_ in ("acomp", "attr"):
            found.add(doc[index].head.i)
    blamed -= idiomatic(scene) if blamed else frozenset()
    yield from (doc[index] for index in sorted(found | blamed))


def _whoever(noun: Token) -> bool:
    """ "any plane that enters our sky", "anyone who touches it"."""
    return noun.lower_ in ("anyone", "anybody", "whoever") or any(c.lower_ in ("any", "every") for c in noun.children)


def _is_doomed(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if is_negated(token):
        return lemma in object_class("doom") or (
            lemma in ("go", "come", "get") and any(c.lower_ in _HOME for c in token.children)
        )
    return lemma in object_class("retribution")


def _supposed(token: Token) -> bool:
    """Within an if-clause nothing is blamed on anybody nor demanded."""
    return any(
        c.lower_ in ("if", "unless", "whether") and c.dep_ == "mark" for a in (token, *token.ancestors) for c in a.children
    )


def _inverted(token: Token, who: Token) -> bool:
    """ "should Korea act unwisely" is a condition, not an obligation."""
    return any(c.tag_ == "MD" and c.i < who.i for c in token.children)


def _draft(token: Token, row: Trigger, speakers: Ids, targets: Ids) -> Draft:
    words = _WORDS[id(row)]
    return Draft(token, row, _clause_span(token), speakers, targets, Certainty("actual", words), confidence=0.6, reason=words)


def _about_others(token: Token) -> Trigger | None:
    word, negative, lemma = modal(token), is_negated(token), token.lemma_.lower()
    if word in _DUTY and not negative and not is_passive(token) and lemma not in object_class("knowing"):
        return None if _asks(token) or _perfect(token) or _describes(token) else OBLIGATION
    if word in _INTENT and lemma in object_class("retribution") and not negative and not _bears_no_menace(token):
        return RETRIBUTION
    wrong = "harmony" if negative else "wrongdoing"
    asserted = word is None and (negative or token.tag_ != "VB")
    return JUDGEMENT if asserted and (lemma in object_class(wrong) or (not negative and _is_damned(token))) else None


def _bears_no_menace(token: Token) -> bool:
    """ "will face a tough period", "will suffer losses": foreseen, not threatened."""
    thing = direct_object(token) if token.lemma_ in ("face", "suffer") else None
    words = (thing, *thing.children, *thing.conjuncts) if thing is not None else ()
    return thing is not None and not any(w.lemma_.lower() in object_class("menace") for w in words)


def _asks(token: Token) -> bool:
    """Within a question nothing is demanded."""
    root = next((a for a in token.ancestors if a.dep_ == "ROOT"), token)
    if any(c.tag_ in ("WP", "WRB", "WDT", "WP$") and c.dep_ != "mark" for c in token.children):
        return True
    return any(c.text == "?" for c in (*token.children, *root.children))


def _describes(token: Token) -> bool:
    """ "they should be worried", "it must be hard": of states, not of deeds."""
    adjectives = (c for c in token.children if c.dep_ == "acomp")
    return token.lemma_ == "be" and any(c.lower_ not in ("ready", "willing", "prepared", "careful") for c in adjectives)


def _is_damned(token: Token) -> bool:
    """ "... is unacceptable", "... are a provocation"."""
    return token.lemma_ == "be" and any(
        c.dep_ in ("acomp", "attr") and c.lemma_.lower() in object_class("insult") for c in token.children
    )


def _about_self(token: Token) -> Trigger | None:
    if is_reflexive(token) or _is_no_comment(token):
        return None  # "we will defend ourselves" threatens nobody
    word, negative = _modal(token), is_negated(token)
    complies = token.lemma_.lower() in object_class("browbeating" if is_passive(token) else "compliance")
    if word in _REFUSING and negative and complies and not _perfect(token) and not _only(token):
        return DEFIANCE
    if word in _INTENT and token.lemma_.lower() in object_class("retaliation") and not negative:
        return RETALIATION if token.lemma_.lower() != "defend" else None
    if (
        word in ("may", "might", "could")
        and token.lemma_.lower() in object_class("striking")
        and not negative
        and not is_passive(token)
    ):
        return RETALIATION
    return RETALIATION if _can_reach(token, word) and not negative else None


def _can_reach(token: Token, word: str | None) -> bool:
    """ "can now deliver a nuclear payload to Guam"."""
    thing = direct_object(token)
    words = (thing, *thing.children) if thing is not None else ()
    armed = any(w.lemma_.lower() in object_class("weapon") | {"nuclear", "payload"} for w in words)
    return word in ("can", "could") and token.lemma_.lower() in ("deliver", "carry", "land", "fire", "launch") and armed


def _only(token: Token) -> bool:
    """ "we can't just talk" refuses nothing."""
    return any(c.lower_ in ("just", "only", "simply", "merely") for c in token.children)


def _perfect(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)


def _addressed(scene: Scene, token: Token, speakers: Ids) -> Ids:
    nouns = (n for role in _ADDRESSING for n in role_nouns(token, role))
    for noun in (*nouns, *bound(token)):
        found = actors_of(scene, noun)
        if found and not _same(scene, speakers, found):
            return found
    return ()


def _same(scene: Scene, speakers: Ids, about: Ids) -> bool:
    return len(others(scene, about, speakers)) < len(about)


def _clause_span(token: Token) -> Span:
    """From the modal or negation to the verb."""
    first = min((c for c in token.children if c.dep_ in ("aux", "neg") and c.i < token.i), key=lambda c: c.i, default=token)
    return Span(token_span(first).start, token_span(token).end)


def speakers_at(scene: Scene, token: Token) -> Ids:
    """Whose words these are: the speaker of the statement around, else the subject of the verb of saying above."""
    if (author := _author(token)) is not None and (written := actors_of(scene, author)):
        return written
    if (speaker := _resumed(token)) is not None and (found := actors_of(scene, speaker)):
        return found
    statement = scene.statement_around(token)
    if statement is not None:
        return scene.cast.expand(statement.speaker) if statement.speaker else ()
    for ancestor in token.ancestors:
        if ancestor.pos_ == "VERB" and effect_of(ancestor.lemma_.lower(), "verb") == "claimed":
            who = agent(ancestor) or subject(ancestor) or prepositional_object(ancestor, "to")
            return actors_of(scene, who) if who is not None else ()
    return ()


def _resumed(token: Token) -> Token | None:
    """ "said that Chad should yield, adding it must pay": who said the one added the other, whatever "adding" hangs on."""
    cue = token.head
    added = token.dep_ == "ccomp" and cue.tag_ == "VBG" and effect_of(cue.lemma_.lower(), "verb") == "claimed"
    saying = reporting_verb(cue) if added else None
    return subject(saying) if saying is not None else None


def _author(token: Token) -> Token | None:
    """ "followed Chad's statement lashing out at Mali, vowing it will pay": the second participle goes on with the first."""
    verb = token.head
    if token.dep_ != "ccomp" or verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.nbor(-1).text != ",":
        return None
    thing = direct_object(verb.head)
    if thing is None or thing.lemma_ not in object_class("message"):
        return None
    goes_on = any(c.dep_ == "acl" and c.tag_ == "VBG" and c.i < verb.i for c in thing.children)
    return next((c for c in thing.children if c.dep_ == "poss"), None) if goes_on else None
