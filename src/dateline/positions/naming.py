"""All proposals that an article names, what points back to them, and which names it gives to one proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dateline.knowledge.stances import proposal_nouns
from dateline.language.clauses import antecedent
from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.positions.authors import holders_of
from dateline.positions.proposals import (
    Proposal,
    bare_reference,
    coined,
    is_plan,
    is_proposal_noun,
    kind_of,
    mediating,
    meeting,
    named_proposal,
    quoted_name,
    stands_alone,
)

REACH, FAR = 120, 250
"""How many tokens back "it" may point, and "the plan"."""
OWN_KIND = frozenset({"resolution", "treaty", "bill", "motion", "convention", "protocol", "law", "accord", "pact", "draft"})
"""Nouns that point back only to something called the same: "the resolution" is no plan or deal named before."""
_VAGUE = frozenset("proposal idea suggestion call offer condition approach policy strategy line move".split())
"""Nouns under which nobody knows a proposal again."""
_CALLED = frozenset({"call", "dub", "name", "brand", "term", "know", "nickname", "christen", "style", "label"})


@dataclass(frozen=True, slots=True)
class Named:
    """Proposals by the index of their head word; `salient` are the heads of those on which a stance is taken."""

    by_head: dict[int, Proposal]
    salient: frozenset[int] = field(default=frozenset())

    def of(self, document: Document, token: Token, verb: Token | None = None) -> Proposal | None:
        """The proposal that this token names, stands in the quoted name of, or points back to."""
        found = self._itself(document, antecedent(token), verb)
        return self.before(token) if found is None and bare_reference(token) else found

    def _itself(self, document: Document, token: Token, verb: Token | None) -> Proposal | None:
        noun = quoted_name(document, token)
        if noun is not None:
            return self.by_head.get(noun.i)
        if token.lemma_ == "mediate" and token.pos_ == "VERB":
            return mediating(document, token)
        found = self.by_head.get(token.i)
        return meeting(document, token, verb) if found is None and verb is not None else found

    def before(self, token: Token) -> Proposal | None:
        """The last plan or agreement named before this token, one with the same noun first."""
        reach = FAR if token.pos_ != "PRON" else REACH
        earlier = [p for i, p in sorted(self.by_head.items(), reverse=True) if 0 < token.i - i < reach]
        same = [p for p in earlier if p.head.lemma_ == token.lemma_ and is_proposal_noun(token)]
        if token.lemma_ in OWN_KIND or (is_proposal_noun(token) and not is_plan(token)):
            return next(iter(same), None)
        likely = [p for p in earlier if is_plan(p.head) or p.head.i in self.salient]
        return next(iter([*same, *likely]), None)

    def only(self, noun: Token) -> Proposal | None:
        """The proposal with the same head noun, where the article has just one: "sanctions" for the U.S. sanctions on oil."""
        same = {p.name.casefold(): p for p in self.by_head.values() if p.head.lemma_ == noun.lemma_}
        return next(iter(same.values())) if len(same) == 1 else None


def named_in(document: Document) -> Named:
    """The proposals that the article names by themselves."""
    nouns = document.with_lemma(proposal_nouns())
    found = {t.i: p for t in nouns if is_proposal_noun(t) and (p := named_proposal(document, t)) is not None}
    for noun, owner in (*_called_plans(document), *_own_plans(document, found)):
        proposal = found.get(noun.i) or coined(document, noun)
        found[noun.i] = Proposal(proposal.name, noun, (*proposal.owners, owner))
    return Named(found)


def other_names(document: Document, named: Named) -> dict[str, tuple[str, ...]]:
    """For the name of each proposal the other names that the article says or implies to be its own."""
    pairs = [*_appositions(named), *_namings(document, named), *_pointed(document, named), *_short_names(document, named)]
    found: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        if one != other:
            found.setdefault(one, {})[other] = None
            found.setdefault(other, {})[one] = None
    return {name: tuple(others) for name, others in found.items()}


def _called_plans(document: Document) -> Iterator[tuple[Token, Token]]:
    """ "the phased fill, as the Union's plan is now called": the noun that becomes a name, and whose plan it is."""
    for verb in document.with_lemma(_CALLED):
        plan = next((c for c in verb.children if c.dep_ == "nsubjpass" and is_proposal_noun(c)), None)
        mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "as"), None)
        owner = next((c for c in plan.children if c.dep_ == "poss"), None) if plan is not None else None
        if mark is None or owner is None or mark.i < 2:
            continue
        noun = mark.nbor(-2) if mark.nbor(-1).is_punct else mark.nbor(-1)
        if noun.pos_ in ("NOUN", "PROPN"):
            yield noun, owner


def _own_plans(document: Document, found: Mapping[int, Proposal]) -> Iterator[tuple[Token, Token]]:
    """ "Beijing has its own plan on the table, the electricity-for-water deal": the name that follows, and whose it is."""
    for noun in document.with_lemma(proposal_nouns()):
        owner = holders_of(noun) if kind_of(noun) in ("container", "text") else None
        if owner is not None:
            after = noun.sent[noun.i + 1 - noun.sent.start :]
            named = (t for t in after if t.i in found and t.dep_ in ("appos", "dobj", "conj"))
            yield from ((t, owner) for t in [next(named, None)] if t is not None)


def _appositions(named: Named) -> Iterator[tuple[str, str]]:
    for proposal in named.by_head.values():
        for child in proposal.head.children:
            if child.dep_ == "appos" and child.i in named.by_head:
                yield proposal.name, named.by_head[child.i].name


def _namings(document: Document, named: Named) -> Iterator[tuple[str, str]]:
    """ "the mission, which people call the blue-vest plan", "the swap, dubbed power for water"."""
    for verb in document.with_lemma(_CALLED):
        if verb.dep_ not in ("relcl", "acl"):
            continue
        called = [c.i for c in verb.children if c.dep_ in ("oprd", "dobj", "attr", "ccomp")]
        names = [named.by_head[place] for place in called if place in named.by_head]
        proposal = named.by_head.get(verb.head.i)
        if proposal is not None:
            yield from ((proposal.name, other.name) for other in names)


def _short_names(document: Document, named: Named) -> Iterator[tuple[str, str]]:
    """A bare noun that points back: "the inquiry" after "a joint inquiry", "the invitation" to consultations."""
    for noun in document.with_lemma(proposal_nouns()):
        if noun.i in named.by_head or not is_proposal_noun(noun) or kind_of(noun) == "text" or noun.lemma_ in _VAGUE:
            continue
        proposal = named.before(noun) if bare_reference(noun) else named.only(noun) if stands_alone(noun) else None
        if proposal is not None:
            yield proposal.name, noun.text


def _pointed(document: Document, named: Named) -> Iterator[tuple[str, str]]:
    """A plan that is brought up ("a plan to mothball both rigs") and in the next sentence is "the drilling moratorium"."""
    ordered = [named.by_head[i] for i in sorted(named.by_head)]
    seen: set[str] = set()
    for place, proposal in enumerate(ordered):
        new = proposal.name.casefold() not in seen
        seen.add(proposal.name.casefold())
        earlier = ordered[place - 1] if place else None
        if new and earlier is not None and _takes_up(earlier, proposal):
            yield earlier.name, proposal.name


def _takes_up(earlier: Proposal, later: Proposal) -> bool:
    adjacent = earlier.head.sent.end == later.head.sent.start
    if not adjacent or _determiner(later.head) != "the" or kind_of(later.head) == "encounter":
        return False
    first = _determiner(earlier.head)
    if earlier.head.lemma_ == later.head.lemma_:
        # "sanctions on Korea were agreed. The U.S.-drafted sanctions": nothing before the first noun says which.
        return first in ("", "a") and not any(c.dep_ in ("amod", "compound", "poss") for c in earlier.head.lefts)
    return first == "a" and is_plan(earlier.head) and later.head.dep_ in ("nsubj", "nsubjpass", "dobj")


def _determiner(head: Token) -> str:
    found: Iterable[str] = (c.lower_ for c in head.children if c.dep_ == "det")
    word = next(iter(found), "")
    return "a" if word in ("a", "an") else word
