import json
from datetime import date

import pytest

from dateline.errors import UnreadableSource
from dateline.sources.drafts import finish
from dateline.sources.options import SourceOptions
from dateline.sources.page import draft_of_page

OPTIONS = SourceOptions(today=date(2025, 4, 1))
DAY = date(2025, 3, 17)
LEAD = "Ruritania has released two engineers and suspended the filling of its new dam on the river for 30 days."
QUOTE = "Prime Minister Jonas Roe told parliament: “A strong country can wait for thirty days.”"
LAST = "A final accord is to be signed in the capital by the end of the year, the union said on Monday."
META = '<meta property="article:published_time" content="2025-03-17T10:00:00Z">'
LD = {"@type": "NewsArticle", "datePublished": "2025-03-16", "author": [{"name": "Jane Roe"}, {"name": "Ann Poe"}]}


def page(head="", above="", inside=""):
    return f"""<!DOCTYPE html><html><head><title>Dam filling paused | News | Example Today</title>
    <meta property="og:site_name" content="Example Today">{head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
    <main><article><h1>Dam filling paused</h1>{above}
    <figure><img src="x.jpg"><figcaption>The dam seen from the air [Handout]</figcaption></figure>
    <p>{LEAD}</p><p>{QUOTE}</p>
    <div class="ad-slot"><span>Advertisement: Fly to Doha. Book now!</span></div>
    <h2>Blue vests</h2><p>{LEAD} It <a href="/x">did so again</a>.</p>
    <aside class="related-stories"><h3>Related stories</h3><ul><li><a href="/1">Ruritania beats Borduria 2-0</a></li></ul></aside>
    {inside}<p>{LAST}</p><p><small>Source: Example Today and news agencies</small></p></article></main>
    <footer><p>Copyright 2025 Example Today</p></footer></body></html>"""


def read(html):
    return finish(draft_of_page(html, "x.html", OPTIONS), OPTIONS)


def test_headline_body_and_order():
    article = read(page())
    again = f"{LEAD} It did so again."
    assert article.text.split("\n\n") == ["Dam filling paused", LEAD, QUOTE, "Blue vests", again, LAST]
    assert (article.title, article.outlet) == ("Dam filling paused", "Example Today")
    assert article.text[: article.headline.end] == "Dam filling paused"


def test_what_the_article_element_shows_besides_is_left_out_with_reasons():
    assert {(out.text, out.why) for out in read(page()).left_out} == {
        ("The dam seen from the air [Handout]", "image caption"),
        ("Advertisement: Fly to Doha. Book now!", "advertisement"),
        ("Related stories", "related link"),
        ("Ruritania beats Borduria 2-0", "related link"),
        ("Source: Example Today and news agencies", "source line"),
    }


@pytest.mark.parametrize(
    ("head", "above", "day"),
    [
        (f'<script type="application/ld+json">{json.dumps(LD)}</script>{META}', "", date(2025, 3, 16)),
        (META, '<time datetime="2025-03-15">now</time>', DAY),
        ("", '<time datetime="2025-03-17T18:00:00Z">6 hours ago</time>', DAY),
        ("", "<div><span>Published On 17 Mar 2025</span><span>17 Mar 2025</span></div>", DAY),
        ('<meta property="article:published_time" content="2055-03-17">', '<time datetime="2025-03-17">x</time>', DAY),
        ('<script type="application/ld+json">{broken</script>', "", None),
    ],
)
def test_dates_in_order_of_trust(head, above, day):
    published = read(page(head, above)).published
    assert (published and published.start) == day
    assert published is None or published.basis == "metadata"


def test_author_and_address():
    head = f'<script type="application/ld+json">{json.dumps({"@graph": [LD]})}</script>'
    article = read(page(head + '<link rel="canonical" href="https://today.example/dam">'))
    assert (article.byline, article.url) == ("Jane Roe, Ann Poe", "https://today.example/dam")


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>",
        "<html><head><title>Nothing</title></head></html>",
        "<html><body><script>var text = 'This is not an article at all, believe me.';</script></body></html>",
        "<",
        "<!-- -->",
        "<div>" * 5000,
    ],
)
def test_pages_without_article_are_refused(html):
    with pytest.raises(UnreadableSource):
        draft_of_page(html, "x.html", OPTIONS)


def test_broken_markup_is_read():
    html = page().replace("</p>", "").replace("</article></main>", "").replace("</html>", "")
    assert QUOTE in read(html).text


def test_given_title_does_not_replace_the_visible_headline():
    draft = draft_of_page(page(), "x.html", OPTIONS)
    article = finish(draft, SourceOptions(title="Given title", today=OPTIONS.today))
    assert article.title == "Given title"
    assert article.text.startswith("Dam filling paused\n\n")


def test_pages_of_many_articles_are_refused_at_once():
    with pytest.raises(UnreadableSource, match="the page shows"):
        draft_of_page(page(inside=f"<p>{LEAD}</p>" * 10_000), "x.html", OPTIONS)
