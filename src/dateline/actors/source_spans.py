"""Spans that statements found as sources of speech: each is somebody, even if no table knows the noun."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from dateline.actors.bodies import body
from dateline.actors.columns import NOUN_TAGS
from dateline.actors.descriptions import describe, described
from dateline.actors.groups import joined
from dateline.actors.no_actors import is_abstract, is_thing
from dateline.actors.owners import owner
from dateline.actors.phrasing import is_definite, noun_of
from dateline.actors.relatives import before_who
from dateline.actors.scene import Scene
from dateline.knowledge.cues import noun_cues, verb_cues
from dateline.knowledge.discourse import discourse_nouns
from dateline.records import Span

_PRINTED = frozenset({"article", "editorial", "column", "commentary", "report", "paper", "dispatch", "story", "op-ed"})
_PRESS = frozenset({"article", "editorial", "column", "story", "op-ed"})
"""Those that somebody of the press has written, never the subject of the sentence before."""
_MAKING = frozenset(
    {"issue", "release", "publish", "write", "post", "produce", "compile", "prepare", "commission", "draft", "put"}
)
_BY_PRESS = frozenset({"media", "press"})
"""Before "reports" they say who reports."""
_PUBLISHING = frozenset({"outlet", "government_body", "intergovernmental"})
_SENT = frozenset({"statement", "letter", "message", "communique"})
"""What comes from whoever wrote it; a report from a state is about it."""
_TEXT_BACK = 4
"""Sentences within which the outlet of "the article" was named."""
_POSTED = frozenset({"tweet", "post"})
_NOBODY = frozenset({"PRON", "DET", "VERB", "AUX", "ADP", "ADV", "SCONJ", "PART", "PUNCT", "SPACE", "CCONJ", "SYM", "X", "INTJ"})


def give_sources(scene: Scene, sources: Sequence[Span]) -> dict[int, str]:
    """Make sure that every source has an actor; for joint sources, the key of the group by the token of the first."""
    groups: dict[int, str] = {}
    for span in sources:
        head = root(scene, span)
        if head is None or _within_name(scene, head):
            continue
        if scene.cols.lemma[head] in discourse_nouns("no_speaker") and head not in scene.names:
            continue
        if (person := before_who(scene, head)) is not None:
            groups[head] = person
        elif scene.actor(head) is None and scene.cols.pos[head] not in _NOBODY:
            key = scene.owners.get(head) or author(scene, head) or _publishing_body(scene, head)
            if key is None and (is_thing(scene, head) or _is_text(scene, head) or _is_deed(scene, head)):
                continue
            key = key or _surnamed(scene, head) or _described(scene, head)
            scene.heads[head] = key
            insort(scene.trail, (head, key))
        members = scene.coordinated(head, bisect_left(scene.cols.offset, span.end))
        if len(members) > 1:
            groups[head] = joined(scene, members).key
    return groups


def _is_text(scene: Scene, head: int) -> bool:
    """ "The memo", "a poll", "the article", of which the text does not tell who wrote it."""
    lemma = scene.cols.lemma[head]
    if any(scene.cols.lower[k] in _BY_PRESS for k in scene.cols.kids[head]):
        return False
    return lemma in discourse_nouns("text") or (lemma in _PRESS and is_definite(scene.cols, head))


def _publishing_body(scene: Scene, head: int) -> str | None:
    """ "Reuters video showed", "Census Bureau data show": the press or the body that stands with a text."""
    whose = owner(scene, head).key if scene.cols.lemma[head] in discourse_nouns("text") else None
    return whose if whose is not None and scene.drafts[whose].kind in _PUBLISHING else None


def _is_deed(scene: Scene, head: int) -> bool:
    """ "Such exploitation reminds us": what nobody is, though it is the subject of a saying."""
    cols = scene.cols
    plain = cols.pos[head] == "NOUN" and noun_of(cols, head) is None
    return plain and is_abstract(cols.lower[head])


def _surnamed(scene: Scene, head: int) -> str | None:
    """ "Reed tweeted", where the parser sees no name: the person of that surname, if the article names but one."""
    word = scene.cols.words[head]
    if not word.istitle() or noun_of(scene.cols, head) is not None or is_definite(scene.cols, head):
        return None
    named = {m.key for m in scene.names.values() if m.key.startswith("person:")}
    found = [key for key in named if scene.drafts[key].name.split()[-1] == word and " " in scene.drafts[key].name]
    return found[0] if len(found) == 1 else None


def _described(scene: Scene, head: int) -> str:
    """ "General says", where the parser sees an adjective, may mean somebody who is named."""
    noun = noun_of(scene.cols, head)
    person = noun is not None and noun.office and scene.cols.tag[head] not in NOUN_TAGS
    return described(scene, head, noun) if person and noun is not None else describe(scene, head, noun).key


def _within_name(scene: Scene, token: int) -> bool:
    """ "Al" in "al-Abadi", where the parser makes a part of the name its head."""
    if token in scene.names:
        return False
    near = (scene.names[i] for i in range(max(token - 4, 0), min(token + 5, len(scene.cols))) if i in scene.names)
    return any(m.start <= token < m.end for m in near)


def author(scene: Scene, head: int) -> str | None:
    """Who speaks in "the ministry's statement", or in "the communique" of the sentence before."""
    cols = scene.cols
    cue = noun_cues().get(cols.lemma[head])
    if cue is None or "text" not in cue.frames:
        return None
    own = _written_by(scene, head) or owner(scene, head).key or _issuing_body(scene, head)
    if own is not None or not is_definite(cols, head) or cols.sentence[head] == 0:
        return own
    if (issuer := _issuer(scene, head)) is not None:
        return issuer
    printer = _publisher(scene, head) if cols.lemma[head] in _PRINTED else None
    if printer is not None or cols.lemma[head] in _PRESS:
        return printer
    if cols.lemma[head] in _POSTED and (poster := _poster(scene, head)) is not None:
        return poster
    start, end = cols.sentences[cols.sentence[head] - 1]
    verb = next((i for i in range(start, end) if cols.head[i] == i), start)
    subject = cols.subject(verb)
    return (scene.actor(subject) or owner(scene, subject).key) if subject is not None else None


def _written_by(scene: Scene, head: int) -> str | None:
    """Who wrote "a report by the institute", or has it "on the ministry's website", "in the Moscow Times"."""
    cols = scene.cols
    verbs = [k for k in cols.kids[head] if cols.dep[k] in ("acl", "relcl") and cols.tag[k] == "VBN"]
    for k in [k for v in (head, *verbs) for k in cols.kids[v] if k > head and cols.lower[k] in ("by", "from", "in", "on")]:
        for noun in (n for n in cols.kids[k] if cols.dep[n] == "pobj"):
            key = _writer(scene, noun, cols.lower[k], told=cols.head[k] != head)
            if key is not None:
                return key
    return None


def _writer(scene: Scene, noun: int, preposition: str, *, told: bool) -> str | None:
    """The actor of the noun: an outlet after "in", the owner of a website, whoever is after "by" and "from", no mere reader."""
    cols, key = scene.cols, scene.actor(noun)
    if cols.lemma[noun] in discourse_nouns("published_on"):
        return owner(scene, noun).key
    if preposition == "from" and not told and cols.lemma[cols.head[cols.head[noun]]] in _SENT:
        sender = key or owner(scene, noun).key or ""
        return sender if sender.startswith(("person:", "body:")) else None
    if preposition == "by" and not (told and cols.lemma[cols.head[cols.head[noun]]] not in _MAKING):
        return key or scene.owners.get(noun)
    outlet = key or scene.owners.get(noun)
    return outlet if outlet is not None and scene.drafts[outlet].kind == "outlet" and preposition == "in" else None


def _issuing_body(scene: Scene, head: int) -> str | None:
    """ "A ministry statement", "the police report": the body before the noun."""
    cols = scene.cols
    for k in cols.kids[head]:
        noun = noun_of(cols, k) if cols.dep[k] == "compound" else None
        if noun is not None and noun.kind == "government_body":
            return body(scene, k, noun)
    return None


def _issuer(scene: Scene, head: int) -> str | None:
    """Who was said before to have put out such a text: "the army said in a statement", "a statement by the army"."""
    cols = scene.cols
    start = cols.sentences[max(cols.sentence[head] - _TEXT_BACK, 0)][0]
    for i in range(head - 1, start - 1, -1):
        if cols.lemma[i] != cols.lemma[head]:
            continue
        whose = owner(scene, i).key or _issuing_body(scene, i)
        if is_definite(cols, i) and whose is None:
            continue  # "the statement" again; "the White House statement" tells whose
        subject = cols.subject(cols.clause(i))
        says_in_it = cols.dep[i] == "pobj" and cols.lower[cols.head[i]] == "in" and cols.lemma[cols.clause(i)] in verb_cues()
        teller = scene.actor(subject) if subject is not None and subject != i else None
        key = (teller if says_in_it else None) or _written_by(scene, i) or whose or teller
        if key is not None:
            return key
    return None


def _poster(scene: Scene, head: int) -> str | None:
    """Whose tweets were last spoken of: "when Roe took to Twitter, officials thought it war. |The first tweet| read"."""
    cols = scene.cols
    start = cols.sentences[max(cols.sentence[head] - _TEXT_BACK, 0)][0]
    for i in (i for i in range(head - 1, start - 1, -1) if cols.lower[i] == "twitter" or cols.lemma[i] == "tweet"):
        subjects = (s for a in (i, *cols.ancestors(i)) if (s := cols.subject(a)) is not None and s != i)
        actors = (key for s in subjects if (key := scene.actor(s)) is not None and scene.drafts[key].kind == "person")
        if (key := next(actors, None)) is not None:
            return key
    return None


def _publisher(scene: Scene, head: int) -> str | None:
    """Who brought "the article": the outlet of the same text before, else the one that last acted and does not tell of it."""
    cols = scene.cols
    above = {scene.actor(s) for a in cols.ancestors(head) if (s := cols.subject(a)) is not None and s != head}
    near = cols.sentence[head] - _TEXT_BACK
    start = cols.sentences[max(near - _TEXT_BACK, 0)][0]
    for i in range(head - 1, start - 1, -1):
        owner_key = scene.owners.get(i) if cols.lemma[cols.head[i]] == cols.lemma[head] else None
        if owner_key is not None and scene.drafts[owner_key].kind == "outlet":
            return owner_key
    for position, draft in scene.before(head):
        if cols.sentence[position] < near:
            return None
        same_text = cols.lemma[position] == cols.lemma[head] and cols.sentence[head] - cols.sentence[position] < 3
        if draft.kind != "outlet":
            continue
        if same_text or (scene.is_subject(position) and draft.key not in above and not _tells_of(scene, position, head)):
            return draft.key
    return None


def _tells_of(scene: Scene, outlet: int, head: int) -> bool:
    """ "Yonhap adds that the article ...": whoever tells of it in the same sentence is not its publisher."""
    cols = scene.cols
    end = cols.sentences[cols.sentence[outlet]][1]
    return any(cols.lemma[i] == cols.lemma[head] and is_definite(cols, i) for i in range(outlet, end))


def root(scene: Scene, span: Span) -> int | None:
    """The token of the span on which its other tokens depend; a preposition gives way to its object."""
    cols = scene.cols
    first = bisect_left(cols.offset, span.start)
    last = bisect_left(cols.offset, span.end)
    inside = range(first, last)
    for i in inside:
        article = cols.pos[i] == "DET" and cols.head[i] >= last
        if article or cols.pos[i] in ("PUNCT", "SPACE") or (cols.head[i] in inside and cols.head[i] != i):
            continue
        if cols.pos[i] in ("ADP", "SCONJ"):
            return next((k for k in cols.kids[i] if cols.dep[k] == "pobj" and k in inside), i)
        return i
    return None
