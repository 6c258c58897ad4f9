"""Proposals of an archive: which names become one as articles are added, and how a user says otherwise."""

from datetime import date

import pytest

from dateline.archive import open_archive
from dateline.corroboration.proposals import bring_up_to_date, naming_id
from dateline.errors import ArchiveError
from dateline.records import Actor, Article, Position, Published, Reading, Span

SUDAN = Actor("a_sdn", "Sudan", "state", "SDN", "SDN GOV")
EGYPT = Actor("a_egy", "Egypt", "state", "EGY", "EGY GOV")
CHINA = Actor("a_chn", "China", "state", "CHN", "CHN GOV")


def reading(key, *stands, day=1, year=2025, others=()):
    """An article with positions (actor, proposal, stance)."""
    when = date(year, 3, day)
    text = f"{key}. " + ". ".join(f"{actor.name} on the {name}" for actor, name, _ in stands)
    article = Article(key, key, f"{key}.txt", "Post", None, None, None, "en", Published(when, when, "given"), text)
    positions = tuple(
        Position(f"p_{key}{n}", actor.id, name, stance, Span(0, len(text)), other_names=tuple(others))
        for n, (actor, name, stance) in enumerate(stands)
    )
    return Reading(article, (SUDAN, EGYPT, CHINA), positions=positions, version="1")


def add(archive, *readings):
    with archive.transaction():
        archive.add(*readings)
        return bring_up_to_date(archive, [one.article.id for one in readings])


def groups(archive):
    return {one.names for one in archive.proposals.listing() if len(one.names) > 1}


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


SWAP = reading("x", (EGYPT, "power-for-water swap", "oppose"), (CHINA, "power-for-water swap", "support"))
DEAL = reading("y", (EGYPT, "electricity-for-water deal", "oppose"), day=5)
ROAD = reading("z", (EGYPT, "coastal road plan", "oppose"), day=6)


def test_names_of_one_content_become_one_proposal_with_score_and_reason(archive):
    add(archive, SWAP)
    (made,) = add(archive, DEAL, ROAD)
    assert groups(archive) == {("electricity-for-water deal", "power-for-water swap")}
    assert 0.8 < made.score < 1
    assert "propose the same in several words" in made.reason


def test_the_order_of_adding_does_not_matter(tmp_path):
    found = set()
    for number, order in enumerate([(SWAP, DEAL, ROAD), (ROAD, DEAL, SWAP)]):
        with open_archive(tmp_path / f"{number}.duckdb") as opened:
            for one in order:
                add(opened, one)
            found.add(frozenset(groups(opened)))
    assert len(found) == 1


def test_names_of_other_states_stay_apart(archive):
    add(archive, reading("x", (CHINA, "sanctions on Egypt", "support")), reading("y", (CHINA, "sanctions on Sudan", "support")))
    assert groups(archive) == set()


def test_a_name_that_an_article_gives_itself_joins(archive):
    add(
        archive,
        reading("x", (EGYPT, "joint patrol mission", "support"), others=("blue-flag plan",)),
        reading("y", (SUDAN, "blue-flag plan", "oppose"), day=4),
    )
    assert groups(archive) == {("blue-flag plan", "joint patrol mission")}


def test_a_user_splits_and_the_program_does_not_join_again(archive):
    add(archive, SWAP, DEAL)
    archive.proposals.split("power-for-water swap", ["electricity-for-water deal"], "two offers")
    assert groups(archive) == set()
    add(archive, DEAL, SWAP)
    assert groups(archive) == set()


def test_a_merge_of_the_program_is_undone_for_good(archive):
    (made,) = add(archive, SWAP, DEAL)
    (undone,) = archive.proposals.undo(made.number)
    assert undone.undone_by == "user"
    add(archive, SWAP, DEAL)
    assert groups(archive) == set()


def test_a_user_merges_and_takes_it_back(archive):
    add(archive, SWAP, ROAD)
    (made,) = archive.proposals.merge("power-for-water swap", "coastal road plan", "one package")
    assert groups(archive) == {("coastal road plan", "power-for-water swap")}
    archive.proposals.undo(made.number)
    assert groups(archive) == set()


def test_an_article_read_again_leaves_nothing_behind(archive):
    add(archive, SWAP, DEAL)
    add(archive, reading("y", (EGYPT, "railway scheme", "support"), day=5))
    assert groups(archive) == set()
    rows = archive.select("SELECT count(*) AS n FROM proposal_identities WHERE naming NOT IN (SELECT id FROM proposal_namings)")
    assert rows[0]["n"] == 0
    assert {one.label for one in archive.proposals.listing()} == {"power-for-water swap", "railway scheme"}


def test_the_mapping_has_every_name(archive):
    add(archive, SWAP, DEAL)
    of = archive.proposals.mapping()
    assert of[naming_id("x", "Power-for-Water swap")] == of[naming_id("y", "electricity-for-water deal")]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda p: p.merge("power-for-water swap", "peace plan", "x"), "no proposal is called 'peace plan'"),
        (lambda p: p.merge("power-for-water swap", "power-for-water swap", "x"), "one proposal already"),
        (lambda p: p.split("power-for-water swap", [], "x"), "nothing to split"),
        (lambda p: p.undo(9), "no decision has the number 9"),
    ],
)
def test_mistakes_are_told(archive, call, message):
    add(archive, SWAP)
    with pytest.raises(ArchiveError, match=message):
        call(archive.proposals)
