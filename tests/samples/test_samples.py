import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

import pytest

from dateline.samples import sample_folder

FOLDER = sample_folder()
MARK = "(Sample article written for dateline; the outlet is invented.)"
WINTER = (date(2017, 11, 1), date(2018, 3, 31))
INVENTED = {
    "Peninsula Wire",
    "Meridian Daily",
    "Strait Observer",
    "The Northern Ledger",
    "Harbour Gazette",
    "Channel Nine World",
}
REAL_OUTLETS = """
    ABC News|AFP|Agence France-Presse|Al Jazeera|Asahi Shimbun|Associated Press|BBC|Bloomberg|Breitbart|BuzzFeed|CBS|Chosun|CNBC|CNN|
    Daily Express|Daily Mail|Daily NK|Daily Telegraph|Der Spiegel|Deutsche Welle|Financial Times|Fox News|Global Times|Hankyoreh|
    Huffington Post|JoongAng|KCNA|Korea Herald|Korea Times|Kyodo|Le Monde|Los Angeles Times|NBC|New York Times|Newsweek|NK News|NPR|
    Politico|Reuters|RT|South China Morning Post|Sputnik|Straits Times|TASS|The Atlantic|The Economist|The Guardian|The Hill|
    The Independent|The Times|Time Magazine|USA Today|Vox|Wall Street Journal|Washington Post|Xinhua|Yomiuri|Yonhap
"""


class ArticleText(HTMLParser):
    """Headline and paragraphs within <article>, and the elements left open, for pages as regular as ours."""

    VOID = frozenset({"meta", "link", "img", "input", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open and {"h1", "p"} & set(self.open):
            self.parts.append(data)


def page_text(html: str) -> str:
    parser = ArticleText()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return " ".join(parser.parts)


def json_lines() -> list[dict[str, str]]:
    return [json.loads(line) for line in (FOLDER / "winter.jsonl").read_text(encoding="utf-8").splitlines()]


def metadata() -> list[dict[str, str]]:
    with (FOLDER / "metadata.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def articles() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")
    for path in sorted(FOLDER.glob("*.html")):
        yield path.name, page_text(path.read_text(encoding="utf-8"))
    for number, line in enumerate(json_lines(), 1):
        yield f"winter.jsonl#{number}", f"{line['title']}\n\n{line['text']}"


ARTICLES = dict(articles())


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.replace(MARK, "").lower())
    return set(zip(*(words[start:] for start in range(5)), strict=False))


def shared(one: str, other: str) -> float:
    first, second = shingles(ARTICLES[one]), shingles(ARTICLES[other])
    return len(first & second) / len(first | second)


def test_sixteen_articles_in_three_formats() -> None:
    assert len(ARTICLES) == 16
    assert {name.split("#")[0].rsplit(".", 1)[1] for name in ARTICLES} == {"txt", "html", "jsonl"}


@pytest.mark.parametrize("name", ARTICLES)
def test_length_and_mark(name: str) -> None:
    text = ARTICLES[name]
    assert 250 <= len(text.replace(MARK, "").split()) <= 450
    assert text.rstrip().endswith(MARK)


def test_metadata_rows_match_the_texts() -> None:
    rows = metadata()
    assert [row["path"] for row in rows] == sorted(path.name for path in FOLDER.glob("*.txt"))
    for row in rows:
        headline, blank, lead = ARTICLES[row["path"]].split("\n")[:3]
        assert (headline, blank) == (row["title"], "")
        assert lead
        assert row["path"].startswith(row["published"])
        assert row["url"].startswith("https://")


def test_pages_carry_date_and_outlet() -> None:
    for path in FOLDER.glob("*.html"):
        html = path.read_text(encoding="utf-8")
        site = re.search(r'og:site_name" content="([^"]+)"', html)
        assert site is not None
        assert site[1] in INVENTED
        assert path.name[:10] in html


def test_json_lines_are_whole() -> None:
    for line in json_lines():
        assert set(line) == {"title", "text", "published", "outlet", "url", "byline"}
        assert all(line.values())


def test_outlets_are_invented_and_dates_lie_in_one_winter() -> None:
    rows = metadata() + json_lines()
    assert {row["outlet"] for row in rows} | {"Channel Nine World"} == INVENTED
    assert all(WINTER[0] <= date.fromisoformat(row["published"]) <= WINTER[1] for row in rows)


def test_no_outlet_has_the_name_of_a_real_one() -> None:
    real = {name.strip().lower() for name in REAL_OUTLETS.split("|")}
    assert not {outlet.lower().removeprefix("the ") for outlet in INVENTED} & {name.removeprefix("the ") for name in real}


def test_the_two_near_copies_share_most_of_their_words() -> None:
    assert shared("2017-11-29-peninsula-wire-launch.txt", "2017-11-29-meridian-daily-launch.txt") > 0.5
    assert shared("2018-03-09-peninsula-wire-summit.txt", "winter.jsonl#4") > 0.5


def test_other_articles_are_no_copies() -> None:
    names = [name for name in ARTICLES if not name.endswith(("meridian-daily-launch.txt", "jsonl#4"))]
    assert all(shared(one, other) < 0.05 for one in names for other in names if one < other)


def test_both_kinds_of_quotation_marks_and_spellings_occur() -> None:
    everything = " ".join(ARTICLES.values())
    for form in ('"', "“", "‘", "'", "’", "kilometers", "tonnes", "program", "programme"):
        assert form in everything
