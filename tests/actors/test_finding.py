"""Sentences and who must be found in them."""

from __future__ import annotations

import datetime
import gzip
import json
import pathlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.actors import Cast, find_actors
from dateline.language import Document, parse
from dateline.records import Actor, Article, Published, Span

PILE = pathlib.Path(__file__).resolve().parents[2].parent / "shared" / "data" / "articles" / "north-korea-2017-18.jsonl.gz"

DAY = datetime.date(2017, 12, 20)


def document(text: str, *, outlet: str | None = None, headline: bool = False) -> Document:
    title = text.split("\n", 1)[0] if headline else None
    article = Article(
        "article", "hash", "test.txt", outlet, title, None, None, "en", Published(DAY, DAY, "given"), text, (),
        Span(0, len(title)) if title else None,
    )  # fmt: skip
    return next(parse([article]))


class Reading:
    """A document with its cast, addressed by words of the text."""

    def __init__(self, text: str, *sources: str, outlet: str | None = None, headline: bool = False) -> None:
        self.document = document(text, outlet=outlet, headline=headline)
        self.cast: Cast = find_actors(self.document, [self.span(s) for s in sources])

    def span(self, words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.document.article.text.index(words, at + 1)
        return Span(at, at + len(words))

    def at(self, word: str, nth: int = 0) -> Actor | None:
        """Who is meant by the nth occurrence of a word (its last token)."""
        token = self.document.token_at(self.span(word, nth).end - 1)
        found = self.cast.at(token) if token is not None else None
        return self.cast.actor(found) if found else None

    def name_at(self, word: str, nth: int = 0) -> str | None:
        found = self.at(word, nth)
        return found.name if found else None

    def actor(self, name: str) -> Actor:
        return next(a for a in self.cast.actors if a.name == name)

    def members(self, word: str, nth: int = 0) -> set[str]:
        found = self.at(word, nth)
        return {self.cast.actor(m).name for m in self.cast.expand(found.id)} if found else set()

    def source(self, words: str) -> Actor | None:
        found = self.cast.of_span(self.span(words))
        return self.cast.actor(found) if found else None


def test_a_capital_that_speaks_is_the_state_and_one_to_fly_to_is_a_place():
    r = Reading("Smith flew to Rome for talks. Rome denied the charge. The airport in Rome was closed.")
    assert r.at("Rome", 0) is None
    assert r.name_at("Rome", 1) == "Italy"
    assert r.at("Rome", 2) is None


def test_a_demonym_gives_its_state_to_the_noun_and_as_a_plural_is_the_state():
    r = Reading("The Turkish embassy closed. The Chinese sent a delegation to Norway.")
    token = r.document.token_at(r.span("Turkish").start)
    assert r.cast.actor(r.cast.state_of(token)).country == "TUR"
    assert r.name_at("embassy") == "Turkish embassy"
    assert r.name_at("Chinese") == "China"


def test_a_metonym_is_a_body_of_its_state():
    r = Reading("The Kremlin released a statement, and Downing Street replied.")
    kremlin = r.at("Kremlin")
    assert (kremlin.kind, kremlin.country, kremlin.code) == ("government_body", "RUS", "RUS GOV")
    assert "Government of Russia" in kremlin.aliases


def test_counted_people_of_a_state_are_not_the_state():
    r = Reading("Italian police arrested three Russians near the border.")
    assert r.name_at("Russians") == "three Russians"
    assert r.at("Russians").country == "RUS"


def test_an_office_before_the_name_takes_the_state_named_before():
    r = Reading("Poland recalled its ambassador on Friday. Prime Minister Anna Kowalska told reporters that talks had failed.")
    anna = r.actor("Anna Kowalska")
    assert (anna.kind, anna.country, anna.code, anna.role) == ("person", "POL", "POL GOV", "Prime Minister")


def test_an_office_in_apposition_is_one_mention_with_its_name():
    r = Reading("Peru's interior minister, Jorge Quispe, met Marta Rojas in Lima.")
    assert r.name_at("minister") == "Jorge Quispe"
    assert r.actor("Jorge Quispe").country == "PER"
    assert r.span("Peru's interior minister, Jorge Quispe") in r.actor("Jorge Quispe").mentions


def test_an_office_after_the_name_is_found():
    r = Reading(
        "Wang Shufen, a spokeswoman for China's commerce ministry, said talks would go on. Wang added that she was ready."
    )
    wang = r.actor("Wang Shufen")
    assert wang.country == "CHN"
    assert r.name_at("Wang", 1) == "Wang Shufen"
    assert r.name_at("she") == "Wang Shufen"


def test_a_former_office_makes_a_former_official():
    r = Reading("Pierre Blanc, a former French ambassador to Madrid, warned of a crisis.")
    assert r.actor("Pierre Blanc").code == "FRA ELI"


def test_a_person_without_office_has_no_country():
    r = Reading("Germany and France argued. Hamid Karimi, a farmer who fled, said his house had burned.")
    hamid = r.actor("Hamid Karimi")
    assert (hamid.country, hamid.code) == (None, "AGR")


def test_title_alone_surname_and_given_name_mean_the_person():
    r = Reading(
        "Ethiopian Trade Minister Abel Girma opened the fair. Mr Abel thanked the guests. "
        "Girma said the fair would last a week. The minister then left."
    )
    assert r.name_at("Mr Abel") == "Abel Girma"
    assert r.name_at("Girma", 1) == "Abel Girma"
    assert r.name_at("The minister") == "Abel Girma"


def test_a_rank_comes_back_in_full():
    r = Reading("Bulgaria mourned. Gen. Ivo Petrov, the army's chief of staff, resigned. The general said he was tired.")
    assert r.name_at("The general") == "Ivo Petrov"


def test_mirrored_names_are_two_people():
    r = Reading("Kenyan Foreign Minister Omar Salim greeted the envoy, Salim Omar. Omar Salim left. Salim Omar stayed.")
    assert {a.name for a in r.cast.actors if a.kind == "person"} >= {"Omar Salim", "Salim Omar"}
    assert r.actor("Omar Salim").id != r.actor("Salim Omar").id


def test_the_surname_stands_first_in_chinese_and_korean_names():
    r = Reading("South Korea's trade minister, Kang Min-ho, spoke in Seoul. Kang said the deal was fair.")
    assert r.name_at("Kang", 1) == "Kang Min-ho"


def test_the_table_knows_who_held_office_on_the_day():
    r = Reading("On Monday Trump praised the troops. President Obama disagreed in a speech.")
    trump, obama = r.actor("Donald Trump"), r.actor("Barack Obama")
    assert (trump.code, trump.role) == ("USA GOV", "president")
    assert obama.code == "USA ELI"
    assert obama.role_conflict is not None


def test_he_and_she_follow_gender_and_subject():
    r = Reading(
        "Norway's defence minister, Ingrid Dahl, met the Finnish president, Matti Koskinen. "
        "She praised the talks. He said nothing. She declined to say whether he would return."
    )
    assert [r.name_at("She", n) for n in (0, 1)] == ["Ingrid Dahl", "Ingrid Dahl"]
    assert r.name_at("He") == "Matti Koskinen"


def test_it_needs_an_institution_as_subject():
    r = Reading("Denmark said it would send aid. The bridge fell because it was old. It was widely reported that nobody died.")
    assert r.name_at("it", 0) == "Denmark"
    assert r.at("it", 1) is None
    assert r.at("It", 0) is None


def test_its_goes_with_the_subject_of_its_sentence():
    r = Reading("Brazil recalled its ambassador. The dam's canteen lost its cook.")
    assert r.name_at("its", 0) == "Brazil"
    assert r.at("its", 1) is not r.at("its", 0)


def test_both_sides_are_the_two_states_named_before_without_the_one_that_acts():
    r = Reading("Chad and Niger exchanged fire. Kenya urged both sides to stop.")
    assert r.members("sides") == {"Chad", "Niger"}


def test_the_two_leaders_are_people():
    r = Reading("Emmanuel Macron called Angela Merkel on Monday. The two leaders agreed to meet.")
    assert r.members("leaders") == {"Emmanuel Macron", "Angela Merkel"}


def test_all_three_countries():
    r = Reading("Oman, Qatar and Kuwait signed. The Council called on all three countries to wait.")
    assert r.members("countries") == {"Oman", "Qatar", "Kuwait"}


def test_joint_speakers_are_a_group():
    r = Reading("Spain and Portugal said they would vote no.", "Spain and Portugal")
    group = r.source("Spain and Portugal")
    assert {r.cast.actor(m).name for m in group.members} == {"Spain", "Portugal"}


def test_bodies_are_actors_of_their_own_with_the_state_as_country():
    r = Reading("Chile's water ministry denied the report. The ministry said it would reply. Its spokesman declined to comment.")
    body = r.at("water ministry")
    assert (body.kind, body.country, body.name) == ("government_body", "CHL", "Chilean water ministry")
    assert "water ministry" in body.aliases
    assert r.at("The ministry") == body


def test_the_government_is_the_state():
    r = Reading("The Spanish government resigned. The Merkel administration in Berlin did not. Kenya's government stayed.")
    assert r.name_at("government") == "Spain"
    assert r.name_at("government", 1) == "Kenya"


def test_troops_of_two_states_have_both_as_members():
    r = Reading("U.S. and South Korean troops ended an exercise.")
    assert r.members("troops") == {"United States", "South Korea"}


def test_rebels_and_the_group_point_back_to_the_front():
    r = Reading("The Southern Plains Liberation Army took a town. The rebels burned it. The group said it would go on.")
    front = r.actor("Southern Plains Liberation Army")
    assert (front.kind, front.country) == ("armed_group", None)
    assert r.at("rebels") == front
    assert r.at("group") == front


def test_the_agency_is_the_outlet_named_last():
    r = Reading("Reuters reported the deal. The news agency said it was signed. The old road agency closed.")
    assert r.name_at("news agency") == "Reuters"
    assert r.name_at("road agency") != "Reuters"


def test_an_ambiguous_outlet_needs_a_reporting_word():
    r = Reading("Two officials told the Times that a team would leave. Time flies.")
    assert r.at("Times").kind == "outlet"
    assert r.at("Time", 1) is None


def test_descriptions_keep_their_number_and_give_variants():
    r = Reading("Two Norwegian security officials said a ship had sunk.")
    officials = r.at("officials")
    assert (officials.kind, officials.country) == ("people", "NOR")
    assert officials.name.lower() == "two norwegian security officials"
    assert {"Norwegian security officials", "officials"} <= set(officials.aliases)


def test_one_of_his_advisers_is_an_adviser():
    r = Reading("President Emmanuel Macron was silent. One of his advisers said a deal was near.", "One of his advisers")
    adviser = r.source("One of his advisers")
    assert adviser.country == "FRA"
    assert "adviser" in adviser.aliases


def test_every_source_span_gets_an_actor_but_not_an_expletive():
    r = Reading("Passers-by said the plant had closed. It is said that it burned.", "Passers-by", "It")
    assert r.source("Passers-by") is not None
    assert r.source("It") is None


def test_no_thing_is_an_actor():
    r = Reading("The dam on the river was inspected on Monday. Talks about the warship failed in Geneva.")
    assert [a.name for a in r.cast.actors] == []


def test_a_neighbour_of_a_state_is_not_of_that_state():
    r = Reading("Ethiopia warned its neighbours on Friday.")
    neighbours = r.at("neighbours")
    assert neighbours is None or neighbours.country is None


def test_the_dateline_names_a_place_and_an_agency():
    r = Reading("LIMA, May 3 (Reuters) - The foreign minister, Ana Flores, resigned on Friday, the ministry said.")
    assert r.at("LIMA") is None
    assert r.actor("Ana Flores").country == "PER"


def test_a_known_person_keeps_the_id_from_article_to_article():
    one = Reading("Angela Merkel spoke in Berlin.").actor("Angela Merkel")
    two = Reading("Chancellor Angela Merkel left. Merkel was tired.").actor("Angela Merkel")
    assert one.id == two.id


def test_in_span_lists_outer_mentions_in_order():
    r = Reading("Russia's foreign minister, Sergey Lavrov, met Boris Johnson and the Chinese envoy.")
    names = [r.cast.actor(a).name for a in r.cast.in_span(r.span("Russia's foreign minister, Sergey Lavrov, met Boris Johnson"))]
    assert names == ["Sergey Lavrov", "Boris Johnson"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(["Egypt", "said", "the minister", "he", ",", "“", "both", "U.S.", "\n\n", "of", "Mr"]), max_size=9)
)
def test_any_words_give_mentions_within_the_text(words):
    text = "A " + " ".join(words) + " ."
    r = Reading(text)
    assert all(0 <= m.start < m.end <= len(text) for a in r.cast.actors for m in a.mentions)
    assert all(text[m.start : m.end].strip() == text[m.start : m.end] for a in r.cast.actors for m in a.mentions)


@pytest.mark.skipif(not PILE.exists(), reason="needs ../shared/data/articles")
def test_real_articles_are_cast_without_failure():
    with gzip.open(PILE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(4), lines, strict=False)]
    for row in rows:
        r = Reading(row["title"] + "\n\n" + row["text"][:3000], headline=True)
        assert any(a.kind == "state" for a in r.cast.actors)
        assert len({a.id for a in r.cast.actors}) == len(r.cast.actors)
