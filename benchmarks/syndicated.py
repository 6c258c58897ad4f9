"""A stream of articles of which a share are agency copies: another outlet's, lightly changed at both ends."""

from __future__ import annotations

import random
from collections.abc import Sequence

from dateline.records import Article
from dateline.sources import article_from_text

OUTLETS = ("Harbour Gazette", "Northern Ledger", "Meridian Daily", "Channel Nine World", "Strait Observer")
SEED = 20261122


def with_copies(articles: Sequence[Article], share: float = 0.4) -> list[Article]:
    """All articles in order, and among them, each after its original, so many copies that they make up `share` of the stream."""
    draw, stream, originals = random.Random(SEED), [], []
    for article in articles:
        stream.append(article)
        originals.append(article)
        while (len(stream) - len(originals) + 1) <= share * (len(stream) + 1):
            stream.append(copied(draw.choice(originals), draw))
    return stream


def copied(original: Article, draw: random.Random) -> Article:
    """The first paragraph gets a credit, the last loses its last words or is followed by a line of the outlet's own."""
    outlet = draw.choice(OUTLETS)
    start = original.headline.end if original.headline is not None else 0
    paragraphs = original.text[start:].strip().split("\n")
    paragraphs[0] = f"As agencies reported, {paragraphs[0][:1].lower()}{paragraphs[0][1:]}"
    if draw.random() < 0.5:
        paragraphs.append(f"\nThe {outlet} contributed to this report.")
    else:
        paragraphs[-1] = paragraphs[-1].rsplit(" ", 3)[0] + "."
    day = original.published.start if original.published is not None else None
    return article_from_text("\n".join(paragraphs), published=day, outlet=outlet, title=original.title)
