"""`dateline search`: full text over the articles or the statements of an archive."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from dateline.cli.arguments import ArchivePath

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS...",
        help='Words that must all stand; "several words" as they stand, -word must not. Narrow it with outlet:NAME, '
        "speaker:NAME, act:ACT, since:2017-04, until:2017-06-30. Put -- before words that begin with a hyphen.",
    ),
]
Statements = Annotated[bool, typer.Option("--statements", help="Search what is said instead of whole articles.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many are shown at most.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one line of JSON each.")]


def search(
    archive: ArchivePath, words: Words, statements: Statements = False, limit: Limit = 10, as_json: AsJson = False
) -> None:
    """Search articles or statements for words, the best first."""
    from dateline.archive.search import ArticleHits, search_articles, search_statements
    from dateline.corroboration.renewing import open_archive
    from dateline.views.search_lines import article_lines, statement_lines

    typed = _typed(words)
    with open_archive(archive, read_only=True) as opened:
        found = search_statements(opened, typed, limit=limit) if statements else search_articles(opened, typed, limit=limit)
    if as_json:
        lines = [json.dumps(asdict(hit), ensure_ascii=False, default=str) for hit in found.hits]
    else:
        lines = article_lines(found) if isinstance(found, ArticleHits) else statement_lines(found)
    for line in lines:
        typer.echo(line)
    if not found.hits:
        typer.echo("Nothing fits (all words must stand in one text; try fewer words, or without quotation marks)", err=True)


def _typed(words: list[str]) -> str:
    """What the shell took apart, with what it took as one word in quotation marks again."""
    if len(words) == 1:
        return words[0]
    return " ".join(_quoted(word) if " " in word and '"' not in word else word for word in words)


def _quoted(word: str) -> str:
    key, colon, rest = word.partition(":")
    if colon and key.isalpha():
        return f'{key}:"{rest}"'
    return f'-"{word[1:]}"' if word.startswith("-") else f'"{word}"'
