"""What was read before changes no reading: with caches, in any order and company, in one process or several."""

import random
from datetime import date
from functools import cache

import pytest

from dateline.reading import Caches, read_articles
from dateline.records import Article
from dateline.samples import sample_folder
from dateline.sources import article_from_text, read_sources
from dateline.workers import ReadingWorkers


@cache
def samples():
    """Some articles, and copies of them with another first and last paragraph."""
    found = [one for one in read_sources([str(sample_folder())]) if isinstance(one, Article)][:8]
    return (*found, *(copy(one) for one in found[:4]))


def copy(one):
    paragraphs = one.text.split("\n")
    body = "\n".join(["As agencies reported on the day:", *paragraphs[2:-1], "The editors left out the end."])
    return article_from_text(body, published=date(2018, 1, 9), outlet="Harbour Gazette", title=one.title)


@cache
def plain():
    return {reading.article.id: reading for reading in read_articles(samples(), threads=False, caches=Caches.off())}


def test_readings_without_caches_have_something_to_compare():
    assert sum(len(reading.statements) for reading in plain().values()) > 20
    assert sum(len(reading.events) for reading in plain().values()) > 10


@pytest.mark.parametrize("threads", [True, False])
def test_with_caches_in_any_order_readings_are_the_same(threads):
    caches = Caches()
    order = random.Random(11).sample(samples(), len(samples()))
    for articles in (samples(), order):
        for reading in read_articles(articles, threads=threads, caches=caches):
            assert reading == plain()[reading.article.id]
    uses = caches.uses()
    assert uses["parses"].taken > uses["parses"].missing
    assert uses["windows"].taken > uses["windows"].missing


def test_an_article_is_read_alike_alone_and_in_company():
    one = samples()[3]
    assert next(read_articles([one], caches=Caches.off())) == plain()[one.id]


def test_copies_are_read_from_the_caches_for_the_most_part():
    caches = Caches()
    list(read_articles(samples()[:4], threads=False, caches=caches))
    before = caches.uses()
    list(read_articles(samples()[8:], threads=False, caches=caches))
    after = caches.uses()
    for name, share in (("parses", 0.7), ("relations", 0.5)):
        taken, missing = after[name].taken - before[name].taken, after[name].missing - before[name].missing
        assert taken > share * (taken + missing), name


def test_two_processes_read_as_one():
    articles = [*samples(), *samples()]
    with ReadingWorkers(2) as workers:
        assert list(workers.read(articles)) == [plain()[one.id] for one in articles]
