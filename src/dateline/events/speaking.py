"""What it does to certainty that somebody says it: nothing is vouched for, but saying "we condemn" is doing it."""

from __future__ import annotations

from dateline.events.complements import is_met
from dateline.events.passing import reporting_verb
from dateline.events.scene import Scene
from dateline.events.verdict import VERB, Certainty, combine
from dateline.knowledge.ontology import event_class
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import agent, clause_head, direct_object, is_negated, is_passive, modal, surface_subject
from dateline.language.tokens import Token
from dateline.records import EventType, Statement

_SINCE = frozenset({"since", "after", "when", "as", "because", "while", "though", "although"})
_LOOKING_AHEAD = ("offer", "promise", "threaten", "intend")
_ANSWERING = frozenset({"to", "after", "following", "over", "despite", "amid", "since"})
"""Prepositions after which somebody's deed is taken as known: "in response to", "amid"."""
_AFTER = frozenset({"after", "since", "following"})
_GONE_BY = frozenset({"recent", "latest", "last", "previous", "earlier", "past"})
"""What somebody calls theirs and of a time gone by there was: "said that his recent talks were warm"."""
_TIMES = frozenset({"time", "day", "moment", "week", "month", "year", "night"})
_BODIES = frozenset({"state", "government_body", "intergovernmental"})
"""Kinds of actors for which an official speaks."""
_SPEECH_ACTS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})


def says_in_passing(scene: Scene, token: Token, event_type: EventType) -> bool:
    """ "said that ..., urging Iran to": the article tells of a further speech act of the speaker's."""
    if not event_class(event_type).quad.startswith("verbal") or scene.document.quotation_at(token.idx) is not None:
        return False
    return reporting_verb(token) is not None


def as_said(scene: Scene, token: Token, event_type: EventType | None, verdict: Certainty, doers: tuple[str, ...]) -> Certainty:
    """Within somebody's words nothing is vouched for; but saying "we condemn" or "we ask" is doing it."""
    if _polite(token) or (verdict.value in ("actual", "claimed") and _performs(scene, token, event_type)):
        return Certainty("actual", "saying it is doing it")
    statement = scene.statement_around(token)
    if statement is None or scene.statement_of_cue(token) is statement:
        return verdict
    open_ = verdict.value in ("actual", "claimed") or (verdict.because == "would" and _avows(token, event_type))
    if open_ and _own_speech_act(scene, token, event_type, statement, doers):
        return Certainty("actual", "the speaker's own speech act")
    if _stands_as_it_is(scene, token, statement):
        return verdict
    quoted = statement.kind == "direct" or scene.document.quotation_at(token.idx) is not None
    if verdict.value == "actual" and not quoted and (_is_aside(token) or _is_of_another_clause(token, statement)):
        return verdict
    thanked = statement.act == "praise" and statement.kind != "direct"  # "thanked Iran for freeing two men": freed they are
    if verdict.value == "actual" and not quoted and (thanked or _is_presupposed(token) or _came_before(token)):
        return verdict
    if statement.act == "deny":
        if verdict.value == "negated" and verdict.by == VERB:
            return verdict  # "ruled out sending"
        return combine(verdict, Certainty("denied", "within a denial", "statement"))
    if statement.act in ("request", *_LOOKING_AHEAD) and statement.kind == "indirect":
        return combine(verdict, Certainty("planned", f"within what is meant to be ({statement.act})", "statement"))
    return combine(verdict, Certainty("claimed", "within somebody's words", "statement"))


def _stands_as_it_is(scene: Scene, token: Token, statement: Statement) -> bool:
    """Whether it is told in passing, within words that deny, ask for or intend something else."""
    if token.dep_ == "acl" and is_met(token.head) and scene.statement_of_cue(token.head) is statement:
        return True  # "heeded his call to take to the streets"
    if not _in_passing(token) or statement.kind != "indirect":
        return False
    if statement.act in ("deny", "request", "ask"):
        return True  # "asked about the men held in Iran": held they are
    # "proposed measures that Chad has rejected", "aims to end it after a week that included strikes"
    return statement.act in _LOOKING_AHEAD and (token.dep_ in ("acl", "relcl") or _is_bygone(token))


def _in_passing(token: Token) -> bool:
    """In a relative, participial or temporal clause about the past: what is presupposed, not what is said."""
    if _is_given_up(token):
        return True
    for node in (token, *token.ancestors):
        if node.dep_ in ("acl", "relcl") and node.tag_ in ("VBN", "VBD", "VBG"):
            return True
        if node.tag_ != "VBD":
            continue
        if node.dep_ == "advcl" and any(c.lower_ in _SINCE for c in node.children):
            return True
        if node.dep_ in ("ccomp", "pcomp") and any(c.tag_ in ("WP", "WRB") for c in node.children):
            return True
    return False


def _is_aside(token: Token) -> bool:
    """ "that the minister, who met him in May, had left": an aside is the writer's own (Potts 2005)."""
    relative = surface_subject(token)
    past = token.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in token.children)
    if token.dep_ != "relcl" or not past or relative is None or relative.lower_ not in ("who", "which"):
        return False
    first = relative.left_edge.i
    return first > 0 and token.doc[first - 1].text == "," and modal(token) is None and _is_known(token.head)


def _is_known(noun: Token) -> bool:
    """Named, or one that has been told of."""
    return noun.pos_ == "PROPN" or any(c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for c in noun.children)


def _is_of_another_clause(token: Token, statement: Statement) -> bool:
    """The second of "ordered them to close, banned their exports": a past form is joined to no infinitive."""
    joined = token.dep_ == "conj" and token.tag_ == "VBD" and token.head.tag_ == "VB" and surface_subject(token) is None
    return joined and statement.act in ("request", *_LOOKING_AHEAD)


def _is_bygone(token: Token) -> bool:
    """Of a clause of its own in the past, within what is meant to be."""
    clause = clause_head(token)
    return clause.tag_ == "VBD" and clause.dep_ == "relcl" and modal(clause) is None


def _came_before(token: Token) -> bool:
    """ "would stay after he threatened to leave", "after being freed", "about the time she met him": he did, they were."""
    if token.dep_ == "pcomp" and token.head.lower_ in _AFTER:
        return token.tag_ in ("VBG", "VBN") and modal(clause_head(token.head)) is None
    if token.tag_ == "VBD" and token.dep_ in ("relcl", "acl", "advcl") and lemma_of(token.head) in _TIMES:
        return modal(token) is None
    temporal = any(c.lower_ in ("after", "since") and c.dep_ in ("mark", "advmod") for c in token.children)
    return token.tag_ == "VBD" and token.dep_ == "advcl" and temporal


def _is_presupposed(token: Token) -> bool:
    """ "vowed action in response to Chad's threat", "said that it was like the test carried out by Chad"."""
    if token.pos_ == "NOUN":
        owners = [c for c in token.children if c.dep_ == "poss" or c.ent_type_ in ("NORP", "GPE")]
        owned = token.dep_ == "pobj" and any(c.pos_ in ("PROPN", "NOUN", "ADJ") for c in owners)
        gone = any(c.dep_ == "poss" for c in token.children) and any(c.lower_ in _GONE_BY for c in token.children)
        return gone or (owned and token.head.lower_ in _ANSWERING) or _is_occasion(token)
    if token.dep_ == "pcomp" and token.head.lower_ == "by":
        return _is_its_latest(direct_object(token))
    return token.tag_ == "VBN" and token.dep_ == "acl" and agent(token) is not None


def _is_its_latest(thing: Token | None) -> bool:
    """ "accused Chad of breaking it by firing its latest missile": that there was one is known."""
    if thing is None or not any(c.dep_ == "poss" for c in thing.children):
        return False
    return any(c.lower_ in ("latest", "last", "recent", "second", "third", "fourth", "fifth", "sixth") for c in thing.children)


def _is_occasion(noun: Token) -> bool:
    """ "felt that they had agreed during their summit": there was one."""
    definite = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "that")) for c in noun.children)
    clause = clause_head(noun)
    past = clause.tag_ == "VBD" or (clause.tag_ == "VBN" and any(c.lower_ == "had" for c in clause.children))
    bygone = past and modal(clause) is None and not is_negated(clause)
    return noun.dep_ == "pobj" and noun.head.lower_ in ("during", *_AFTER) and definite and bygone


def _is_given_up(noun: Token) -> bool:
    """ "asked Egypt to drop its threat": what somebody is to end there is."""
    owned = noun.pos_ == "NOUN" and noun.dep_ == "dobj" and any(c.dep_ == "poss" for c in noun.children)
    return owned and lemma_of(noun.head) in object_class("ending") | {"withdraw", "retract", "lift"}


def _own_speech_act(
    scene: Scene, token: Token, event_type: EventType | None, statement: Statement, doers: tuple[str, ...]
) -> bool:
    """ "Russia condemned the launch, a deputy minister said": reported by the state that does it, in indirect speech."""
    if not (event_type in _SPEECH_ACTS or _avows(token, event_type) or _consents(token, event_type)) or statement.speaker is None:
        return False
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("acl", "relcl", "advcl"):
        return False
    quoted = statement.kind == "direct" or _is_quoted(scene, token)
    if quoted and not _speaks_for_it(scene, token, statement.speaker, doers):
        return False
    speakers = scene.cast.expand(statement.speaker)
    mine = {_acts_for(scene, a) for a in speakers}
    others = [d for d in doers if d not in speakers and scene.cast.actor(d).kind == "person"]
    if others and scene.cast.actor(statement.speaker).kind in ("outlet", "person") and not _is_official(scene, statement.speaker):
        return False  # "the paper said that their president had rejected it"
    named = [d for d in doers if not _is_company(scene, d)]
    return bool(named) and all(_acts_for(scene, d) in mine for d in named)


def _acts_for(scene: Scene, actor: str) -> str:
    """The state for which somebody acts, or the international organisation; else the actor alone."""
    code = scene.cast.actor(actor).code or ""
    return scene.country(actor) or (code if code.startswith("IGO ") else actor)


def _is_company(scene: Scene, doer: str) -> bool:
    """The second of "the United States and its allies": told only as being with the first."""
    return scene.cast.actor(doer).name.lower() in object_class("retinue")


def _is_official(scene: Scene, speaker: str) -> bool:
    code = scene.cast.actor(speaker).code or ""
    return code.startswith("IGO ") or any(c in code for c in (" GOV", " MIL"))


def _consents(token: Token, event_type: EventType | None) -> bool:
    """ "China agrees to it", said for China: who says so agrees."""
    return event_type == "AGREE" and token.tag_ in ("VBZ", "VBP") and lemma_of(token) in object_class("consenting")


def _is_quoted(scene: Scene, verb: Token) -> bool:
    """Together with its subject: "that he 'commended' the decision" is the article's own clause."""
    who, quotation = surface_subject(verb), scene.document.quotation_at(verb.idx)
    return quotation is not None and (who is None or scene.document.quotation_at(who.idx) is quotation)


def _speaks_for_it(scene: Scene, token: Token, speaker: str, doers: tuple[str, ...]) -> bool:
    """ "China urges all sides to calm down," said its foreign ministry: a state's own words in the present tense."""
    present = token.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "neg") for c in token.children)
    return present and _is_official(scene, speaker) and all(scene.cast.actor(d).kind in _BODIES for d in doers)


def _avows(token: Token, event_type: EventType | None) -> bool:
    """ "is ready to talk", "stands willing to strike": who says so of themselves offers or threatens it."""
    state = lemma_of(token) in ("be", "remain", "stay", "stand") and any(c.dep_ == "acomp" for c in token.children)
    ready = state or (token.lower_ in ("committed", "prepared") and is_passive(token))
    return event_type in ("AGREE", "THREATEN") and ready


def _polite(token: Token) -> bool:
    """ "I would like to thank": saying so is thanking."""
    above = token.head
    who = surface_subject(above) if token.dep_ == "xcomp" and lemma_of(above) in ("like", "want", "wish") else None
    wished = who is not None and (who.lower_ in ("we", "i") or modal(above) == "would")
    return wished and lemma_of(token) in object_class("courtesy") and not is_negated(above)


def _performs(scene: Scene, token: Token, event_type: EventType | None) -> bool:
    subject = surface_subject(token) if token.pos_ == "VERB" or _avows(token, event_type) else None
    verbal = event_type is not None and event_class(event_type).quad.startswith("verbal")
    by_words = verbal and event_type != "CONSULT"  # "we are having talks": saying so is not talking
    return by_words and subject is not None and subject.lower_ in ("we", "i") and token.tag_ in ("VBP", "VBG", "VBN", "VB")
