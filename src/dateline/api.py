"""The Python face: read a text or a file, code a phrase, type a relation, judge a deed, find dates, in one call."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dateline.actors import code_actor
from dateline.errors import BadRecord
from dateline.events.judging import judge_factuality
from dateline.events.relations import classify_relation
from dateline.knowledge.own_actors import OwnActors, load_own_actors
from dateline.reading import read_articles
from dateline.records import Article, Reading
from dateline.sources import SourceOptions, article_from_text, read_article
from dateline.times import find_dates

__all__ = ["classify_relation", "code_actor", "find_dates", "judge_factuality", "read", "read_file"]


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    model: bool = True,
    actors: str | Path | OwnActors | None = None,
) -> Reading:
    """Read one article given as text.

    `published` is the day it appeared (a date or an ISO day): without it, "on Tuesday" has no date. `outlet` is who
    published it: it is never part of a chain in its own article. `title` is put in front unless the text begins with it.
    Without `model` statements are found by rules alone, faster and fewer. `actors` is a CSV file of people, bodies, armed groups
    and states that adds to what dateline knows or overrides it (docs/own-actors.md); for many calls, load it once with
    `load_own_actors`.
    Raises SourceError where the text is empty or the date absurd, KnowledgeError where the file of actors is wrong.
    """
    return _reading(article_from_text(text, published=published, outlet=outlet, title=title, url=url), model, actors)


def read_file(
    path: str | Path,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    model: bool = True,
    actors: str | Path | OwnActors | None = None,
) -> Reading:
    """Read the one article of a .txt, .html or .jsonl file; what is given here wins over what the file says of itself.

    Raises UnreadableSource where the file cannot be read or holds several articles.
    """
    day = _day(published, str(path)) if isinstance(published, str) else published
    return _reading(read_article(path, SourceOptions(published=day, outlet=outlet, title=title)), model, actors)


def _day(words: str, source: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise BadRecord(source, f"published={words!r} is no day", "give it as YYYY-MM-DD") from error


def _reading(article: Article, model: bool, actors: str | Path | OwnActors | None) -> Reading:
    own = load_own_actors(actors) if isinstance(actors, str | Path) else actors
    return next(iter(read_articles([article], model=model, actors=own)))
