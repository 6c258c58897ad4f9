"""Articles of any words, written in each layout, come back whole."""

import importlib.util
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.sources import article_from_text, read_path
from invented_articles import Invented

_spec = importlib.util.spec_from_file_location("write_exports", Path(__file__).with_name("write_exports.py"))
layouts = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(layouts)

WORDS = (
    "the minister said on that a bridge was of closed Body Graphic Notes Document words Copyright Section HD Klow page Length 36 2014 "
    "“yes” Syldavia's U.S. half-open – Title Author Subject 3 of 10 DOCUMENTS End text: (c) café"
).split(" ")
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=6, max_size=40).map(lambda words: "The talks " + " ".join(words) + " ended.")
CROSSHEAD = st.sampled_from(["Notes", "What comes next", "Graphic", "Classification of rivers"])
PARAGRAPHS = st.lists(st.one_of(SENTENCE, SENTENCE, SENTENCE, CROSSHEAD), min_size=2, max_size=7).map(
    lambda found: (
        "The governments of Ruritania and Syldavia met in Klow.",
        *found,
        "No more was said on that day by either side of the talks.",
    )
)
DAYS = {"March 3, 2014 Monday": "2014-03-03", "March 14, 2014 Friday": "2014-03-14"}
ARTICLE = st.builds(
    lambda title, day, byline, paragraphs: Invented(title, "The Klow Evening News", day, DAYS[day], byline, paragraphs),
    st.lists(st.sampled_from(WORDS[:8]), min_size=1, max_size=9).map(lambda words: "Talks " + " ".join(words) + " bridge"),
    st.sampled_from(sorted(DAYS)),
    st.sampled_from(["Jana Novák", "Peter Lang", None]),
    PARAGRAPHS,
)


def uni():
    return "\n".join(layouts.uni_lines())


def factiva():
    fields = (f"{code:<4}" + "\n".join(v) for n, a in enumerate(layouts.ARTICLES, 1) for code, v in layouts.factiva_fields(n, a))
    return "\n".join(fields)


def factiva_plain():
    return "\n".join(line for n, a in enumerate(layouts.ARTICLES, 1) for line in layouts.factiva_plain(n, a))


def proquest():
    return "\n\n".join(line for n, a in enumerate(layouts.ARTICLES, 1) for line in (layouts.RULE, *layouts.proquest_lines(n, a)))


def academic():
    return layouts.academic_txt(us=False)


def academic_us():
    return layouts.academic_txt(us=True)


@pytest.mark.parametrize("written", [uni, factiva, factiva_plain, proquest, academic, academic_us], ids=lambda f: f.__name__)
@given(articles=st.lists(ARTICLE, min_size=2, max_size=3))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_no_word_is_lost(written, articles):
    layouts.ARTICLES = tuple(articles)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(written(), encoding="utf-8")
        found = list(read_path(path))
    expected = [article_from_text(a.text, title=a.title, outlet=a.outlet, byline=a.byline).text for a in articles]
    assert [getattr(r, "text", r) for r in found] == expected
