"""The pages: for each its address, the function that answers it, and the template that shows the answer.

The same answer is served as JSON under `/api` with the same address: see `answering.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Path, Request

from dateline.views.room.actor_page import ActorList, ActorPage, actor_list, actor_page
from dateline.views.room.article_list import ArticleList, ArticleQuestion, article_list
from dateline.views.room.article_page import ArticlePage, article_page
from dateline.views.room.incident_page import IncidentPage, incident_page
from dateline.views.room.incidents import IncidentList, IncidentQuestion, incident_list
from dateline.views.room.network_page import NetworkPage, network_page
from dateline.views.room.overview import Overview, overview
from dateline.views.room.pair_page import PairList, PairPage, pair_list, pair_page
from dateline.views.room.place_page import PlacePage, place_page
from dateline.views.room.positions import Matrix, ProposalPage, matrix, proposal_page
from dateline.views.room.reader import Reader
from dateline.views.room.search_page import SearchPage, search_page
from dateline.views.room.statement_lines import StatementList, StatementQuestion, statement_list
from dateline.views.room.story_lines import StoryList, StoryPage, story_list, story_page
from dateline.web.questions import (
    MOST,
    Day,
    Kind,
    PageNumber,
    StepName,
    Words,
    article_question,
    incident_question,
    statement_question,
)
from dateline.web.room import Room


def _reader(request: Request) -> Iterator[Reader]:
    room: Room = request.app.state.room
    with room.reader() as reader:
        yield reader


Reads = Annotated[Reader, Depends(_reader)]
Key = Annotated[str, Path(min_length=1, max_length=MOST)]
Iso = Annotated[str, Path(pattern="^[A-Za-z]{3}$", description="ISO 3166-1 alpha-3")]
Incidents = Annotated[IncidentQuestion, Depends(incident_question)]
Statements = Annotated[StatementQuestion, Depends(statement_question)]
Articles = Annotated[ArticleQuestion, Depends(article_question)]


def show_overview(reader: Reads) -> Overview:
    """What the archive is, what it tells, and what to look at."""
    return overview(reader)


def show_stories(reader: Reads, page: PageNumber = 1) -> StoryList:
    """The running stories."""
    return story_list(reader, page)


def show_story(reader: Reads, key: Key) -> StoryPage:
    """One story: its articles, its turns, its foremost incidents."""
    return story_page(reader, key)


def show_incidents(reader: Reads, asked: Incidents, page: PageNumber = 1) -> IncidentList:
    """Incidents, filtered."""
    return incident_list(reader, asked, page)


def show_incident(reader: Reads, key: Key) -> IncidentPage:
    """One incident: its reports, the tree of origins, contradictions."""
    return incident_page(reader, key)


def show_statements(reader: Reads, asked: Statements, page: PageNumber = 1) -> StatementList:
    """Statements, filtered."""
    return statement_list(reader, asked, page)


def show_articles(reader: Reads, asked: Articles, page: PageNumber = 1) -> ArticleList:
    """Articles, filtered."""
    return article_list(reader, asked, page)


def show_article(reader: Reads, key: Key, part: PageNumber = 1, record: Words = None) -> ArticlePage:
    """One article, its text marked with what was read out of it; a long one in parts, on request that with a given record."""
    return article_page(reader, key, part, record)


def show_actors(reader: Reads, words: Words = None, kind: Kind = None, page: PageNumber = 1) -> ActorList:
    """Actors by the number of articles with them."""
    return actor_list(reader, words or "", kind or "", page)


def show_actor(reader: Reads, key: Key) -> ActorPage:
    """One actor by its id, or a state by its code: what it said, did and suffered, where it stands, with whom it deals."""
    return actor_page(reader, key)


def show_pairs(reader: Reads, page: PageNumber = 1) -> PairList:
    """Pairs of states by the number of incidents between them."""
    return pair_list(reader, page)


def show_pair(reader: Reads, one: Iso, other: Iso, by: StepName = None, claimed: bool = False) -> PairPage:
    """One pair of states: its index over time, the ruptures and what is behind them, what each says of the other."""
    return pair_page(reader, one.upper(), other.upper(), by, claimed)


def show_positions(reader: Reads, about: Words = None) -> Matrix:
    """Proposals by actors: who stands where."""
    return matrix(reader, about)


def show_proposal(reader: Reads, key: Key) -> ProposalPage:
    """One proposal: all stands on it in order of time, with their evidence, and who turned."""
    return proposal_page(reader, key)


def show_search(reader: Reads, q: Words = None, page: PageNumber = 1) -> SearchPage:
    """Full text over articles and statements."""
    return search_page(reader, q or "", page)


def show_places(reader: Reads, since: Day = None, until: Day = None, about: Words = None) -> PlacePage:
    """Where the events took place."""
    return place_page(reader, since, until, about)


def show_network(reader: Reads, since: Day = None, until: Day = None, about: Words = None) -> NetworkPage:
    """Who deals with whom, and how."""
    return network_page(reader, since, until, about)


@dataclass(frozen=True, slots=True)
class Page:
    """`path` is the address; `answer` gives what the page shows, `template` shows it; `name` is that of the part of the room."""

    path: str
    answer: Callable[..., Any]
    template: str
    name: str


PAGES = (
    Page("/", show_overview, "overview.html", "Overview"),
    Page("/stories", show_stories, "stories.html", "Stories"),
    Page("/stories/{key}", show_story, "story.html", "Stories"),
    Page("/incidents", show_incidents, "incidents.html", "Incidents"),
    Page("/incidents/{key}", show_incident, "incident.html", "Incidents"),
    Page("/statements", show_statements, "statements.html", "Statements"),
    Page("/articles", show_articles, "articles.html", "Articles"),
    Page("/articles/{key}", show_article, "article.html", "Articles"),
    Page("/actors", show_actors, "actors.html", "Actors"),
    Page("/actors/{key}", show_actor, "actor.html", "Actors"),
    Page("/pairs", show_pairs, "pairs.html", "Pairs"),
    Page("/pairs/{one}/{other}", show_pair, "pair.html", "Pairs"),
    Page("/positions", show_positions, "positions.html", "Positions"),
    Page("/positions/{key}", show_proposal, "proposal.html", "Positions"),
    Page("/search", show_search, "search.html", "Search"),
    Page("/places", show_places, "places.html", "Map"),
    Page("/network", show_network, "network.html", "Network"),
)
