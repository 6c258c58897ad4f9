"""News as text, JSON, page and feed."""

import json
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as Xml

import feedparser
import pytest

from dateline.analysis.news.item import Item, News
from dateline.errors import ArchiveError
from dateline.records import DateInterval
from dateline.views.news.html import news_html
from dateline.views.news.rss import KEPT, Channel, news_rss
from dateline.views.news.text import news_json, news_text

DAY = DateInterval(date(2025, 3, 9), date(2025, 3, 9))
RAID = Item(
    "changed", "incident", "inc_1", ("ETH",), ("SDN",), "ASSAULT", ("claimed → actual", "+ AFP"), ("BBC", "AFP"), "actual", DAY,
    "Forces <raided> a post & left\x07.", "BBC", date(2025, 3, 10), "art_1", None, "raided",
)  # fmt: skip
SAID = Item("appeared", "statement", "st_1", ("Amal Idris",), (), "deny", words="We did not", outlet="AFP", article="art_2")
STANDS = Item("appeared", "position", "p_1", ("Egypt",), ("filling of the dam",), "oppose", published=date(2025, 3, 9))
DECIDED = Item("corrected", "decision", "actor_decisions:1", deed="actor_decisions", what=("merge: the same",))
NEWS = News((SAID, STANDS, RAID, DECIDED), read_anew=2)
CHANNEL = Channel("New in <a>", "http://127.0.0.1:8765/", datetime(2025, 3, 12, 8, tzinfo=UTC))


def test_text_says_what_is_new_of_whom_and_who_vouches():
    text = news_text(NEWS)
    assert text.startswith("New (2)\n")
    assert "Changed (1)\n  9 March 2025 — Ethiopia → Sudan: " in text
    assert "actual; 2 origins: BBC and AFP · inc_1\n      claimed → actual; + AFP\n      BBC, 10 March 2025: Forces" in text
    assert "Amal Idris denies" in text
    assert "Egypt opposes filling of the dam" in text
    assert "Decided by people (actor decisions)" in text
    assert text.endswith("2 incidents of known articles are told otherwise by a newer reading or correction; not listed.")
    assert news_text(News(())) == "Nothing new."


def test_json_has_titles_and_guids():
    items = json.loads(news_json(NEWS))["items"]
    assert [item["guid"] for item in items] == [item.guid for item in NEWS.items]
    assert items[2]["when"]["start"] == "2025-03-09"


def test_a_page_escapes_what_articles_say():
    page = news_html(NEWS, "New in <a>")
    assert "<title>New in &lt;a&gt;</title>" in page
    assert "Forces &lt;raided&gt; a post &amp; left" in page
    assert "<raided>" not in page


def test_the_feed_is_rss_2():
    text = news_rss(NEWS, CHANNEL)
    root = Xml.fromstring(text.encode())
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    assert [child.tag for child in channel][:4] == ["title", "link", "description", "lastBuildDate"]
    for item in channel.findall("item"):
        assert item.find("guid").get("isPermaLink") == "false"
        assert parsedate_to_datetime(item.findtext("pubDate")) == CHANNEL.made_at
        assert item.findtext("title")
    read = feedparser.parse(text)
    assert not read.bozo
    assert read.version == "rss20"
    assert [entry.id for entry in read.entries] == [item.guid for item in NEWS.items]
    assert read.entries[2].link == "http://127.0.0.1:8765/incidents/inc_1"


def test_a_feed_keeps_what_was_told_before_and_tells_nothing_twice():
    first = news_rss(News((RAID,)), CHANNEL)
    second = news_rss(News((SAID, RAID)), CHANNEL, first)
    assert [entry.id for entry in feedparser.parse(second).entries] == [SAID.guid, RAID.guid]
    many = News(tuple(Item("appeared", "incident", f"inc_{n}", deed="AID") for n in range(KEPT + 10)))
    assert len(feedparser.parse(news_rss(many, CHANNEL, second)).entries) == KEPT


@pytest.mark.parametrize("before", ["no feed", "<html/>"])
def test_another_file_is_not_written_over(before):
    with pytest.raises(ArchiveError, match="name another file"):
        news_rss(NEWS, CHANNEL, before)
