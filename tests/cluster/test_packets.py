"""Inputs become packets: each article once, in its place, and each failure told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cluster.packets import PLACES, Input, article_numbers, groups, packets
from dateline.records import Article
from dateline.sources import SourceOptions, read_path
from dateline.sources.walk import Found

TEXT = "The foreign minister of Japan said on Tuesday that talks with South Korea would resume in the spring. " * 3
OPTIONS = SourceOptions(any_language=False)
NOBODY = article_numbers([])


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A file of five articles, the third of which is broken and the fourth in another language."""
    french = "Le ministre des Affaires étrangères a déclaré mardi que les négociations reprendraient au printemps. " * 4
    rows = [{"title": f"Talks {n}", "text": f"{TEXT} Part {n}.", "published": "2024-05-01"} for n in range(5)]
    rows[3]["text"], rows[3]["title"] = french, "Les négociations"
    written = [json.dumps(row) for row in rows]
    written[2] = "{broken"
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(written) + "\n", encoding="utf-8")
    return file


def test_articles_come_so_many_at_a_time_and_in_their_places(lines: Path) -> None:
    made = list(packets([Input(7, Found(str(lines)))], OPTIONS, NOBODY, 2))
    assert [[place - (7 << PLACES) for place, _ in packet.articles] for packet in made if packet.articles] == [[0, 1], [4]]
    assert [article for packet in made for _, article in packet.articles] == [
        item for item in read_path(lines, OPTIONS) if isinstance(item, Article)
    ]


def test_what_gives_no_article_is_told(lines: Path) -> None:
    broken, french = next(packets([Input(0, Found(str(lines)))], OPTIONS, NOBODY, 10)).unread
    assert (broken.source, broken.language, broken.place) == (f"{lines}#3", None, 2)
    assert (french.source, french.language, french.place) == (f"{lines}#4", "fr", 3)
    assert broken.error.startswith(broken.source)


def test_a_file_that_is_not_there_costs_no_other(lines: Path) -> None:
    (packet,) = packets([Input(0, Found("nowhere.txt")), Input(1, Found(str(lines)))], OPTIONS, NOBODY, 10)
    assert packet.unread[0].source == "nowhere.txt"
    assert len(packet.articles) == 3


def test_what_is_known_is_counted_only(lines: Path) -> None:
    articles = [item for item in read_path(lines, OPTIONS) if isinstance(item, Article)]
    known = article_numbers([articles[0].id, articles[2].id, "art_ffffffffffffffff"])
    (packet,) = packets([Input(0, Found(str(lines)))], OPTIONS, known, 10)
    assert [article.id for _, article in packet.articles] == [articles[1].id]
    assert packet.skipped == 2


def test_an_input_of_nothing_new_still_tells_how_much_it_skipped(lines: Path) -> None:
    known = article_numbers(item.id for item in read_path(lines, OPTIONS) if isinstance(item, Article))
    (packet,) = packets([Input(0, Found(str(lines)))], OPTIONS, known, 10)
    assert (packet.articles, packet.skipped) == ([], 3)


def test_files_of_one_article_are_opened_together_and_those_of_many_alone() -> None:
    names = ["a.txt", "b.html.gz", "c.jsonl", "d.txt", "e.warc.gz", "f.TXT"]
    inputs = [Input(number, Found(name)) for number, name in enumerate(names)]
    assert [[one.found.name for one in group] for group in groups(inputs, 2)] == [
        ["a.txt", "b.html.gz"], ["c.jsonl"], ["e.warc.gz"], ["d.txt", "f.TXT"]
    ]  # fmt: skip
