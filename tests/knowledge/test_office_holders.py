"""The table of office holders: sound terms, enough of them, one person in an office, names in other spellings."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.holders import holders_named, holders_of, known_holders, load_holders
from dateline.knowledge.names import fold
from dateline.knowledge.partial_dates import PartialDate
from dateline.knowledge.spellings import keys_of_folded, spelling_key, spelling_rules
from dateline.knowledge.states import load_states

STATES = [s.iso3 for s in load_states() if s.status in ("state", "disputed")]
HEADS = {
    "president",
    "prime minister",
    "leader",
    "king",
    "queen",
    "monarch",
    "emir",
    "sultan",
    "chancellor",
    "premier",
    "taoiseach",
}
HEADS |= {
    "supreme leader",
    "emperor",
    "pope",
    "president of the Palestinian Authority",
    "head of state",
    "leader of the Polisario Front",
}
WITHOUT_HEAD = {"SMR", "ASM"}
SHARED = Path(__file__).with_name("shared_offices.tsv")


def reported_states():
    lines = (Path(__file__).parents[2] / "eval" / "reported_states.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")][1:]


def certain(row):
    """First and last day on which the term is certain."""
    end = row.until or row.as_of
    return row.since.latest if row.since else date.min, end.earliest if end else date.max


def test_terms_are_well_formed():
    for row in load_holders():
        assert row.name == row.name.strip()
        assert row.name
        assert row.office, row
        assert row.since is not None, row
        assert row.until is None or row.since.earliest <= row.until.latest, row
        assert row.until or row.as_of, row
        assert row.source, row
        assert row.wikidata is None or (row.wikidata[0] == "Q" and row.wikidata[1:].isdigit()), row
        assert row.name not in row.aliases, row


def test_no_alias_is_the_name_of_another_holder_of_the_state():
    """Kim Jong-un is no alias of Kim Jong-il: a list once gave the one the other's name."""
    names = {(row.country, fold(row.name)) for row in load_holders()}
    pairs = {(row.country, fold(row.name), fold(alias)) for row in load_holders() for alias in row.aliases}
    wrong = [
        (c, name, alias) for c, name, alias in pairs if (c, alias) in names and SequenceMatcher(None, name, alias).ratio() < 0.7
    ]
    assert wrong == []


def test_one_president_and_one_prime_minister_at_a_time_unless_listed():
    listed = {tuple(line.split("\t")[:3]) for line in SHARED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}
    terms = defaultdict(list)
    for row in load_holders():
        if row.office in ("president", "prime minister"):
            terms[row.country, row.office].append(row)
    found = set()
    for (country, _), rows in terms.items():
        for number, one in enumerate(rows):
            for other in rows[number + 1 :]:
                (a, b), (c, d) = certain(one), certain(other)
                if one.surname.casefold() != other.surname.casefold() and min(b, d) - max(a, c) > timedelta(31):
                    found.add((country, *sorted((one.name, other.name))))
    assert found - listed == set()


def test_every_state_has_heads_and_most_of_the_time():
    since = Counter(row.country for row in load_holders() if row.office in HEADS)
    assert [s for s in STATES if not since[s] and s not in WITHOUT_HEAD] == []


def test_floors_of_coverage():
    rows = load_holders()
    people = {(row.name, row.country) for row in rows if row.until is None or row.until.latest >= date(1990, 1, 1)}
    assert len(people) >= 3500
    states = reported_states()
    assert len(states) == len(set(states)) == 60
    held = Counter((row.office, row.country) for row in rows)
    foreign = ("foreign minister", "foreign secretary", "secretary of state")
    assert sum(any(held[office, s] >= 3 for office in foreign) for s in states) >= 55
    defence = ("defence minister", "defense minister", "defence secretary", "defense secretary")
    assert sum(any(held[office, s] for office in defence) for s in states) >= 50
    assert sum(held["ambassador to the United Nations", s] > 0 for s in states) >= 48
    assert sum(row.country == "IGO" for row in rows) >= 200
    assert sum(row.sector == "SPY" for row in rows) >= 80


@pytest.mark.parametrize("office", ["CIA director", "FBI director", "NSA director", "director of national intelligence"])
def test_american_agencies_have_chiefs(office):
    assert len({row.name for row in load_holders() if row.office == office}) >= 4


@pytest.mark.parametrize(
    ("country", "office", "day", "name"),
    [
        ("USA", "national security adviser", date(1991, 1, 17), "Brent Scowcroft"),
        ("RUS", "defense minister", date(1994, 12, 11), "Pavel Grachev"),
        ("GBR", "chief of MI6", date(2018, 3, 5), "Alex Younger"),
        ("ISR", "Mossad director", date(2018, 1, 31), "Yossi Cohen"),
        ("JPN", "foreign minister", date(2009, 1, 1), "Hirofumi Nakasone"),
        ("IRN", "secretary of the Supreme National Security Council", date(2004, 1, 1), "Hassan Rouhani"),
        ("IGO", "director general of the IAEA", date(2003, 2, 14), "Mohamed ElBaradei"),
        ("PAK", "prime minister", date(2023, 10, 1), "Anwaar ul Haq Kakar"),
        ("LKA", "president", date(2023, 1, 1), "Ranil Wickremesinghe"),
        ("PRK", "supreme leader", date(2005, 1, 1), "Kim Jong-il"),
        ("SYR", "president", date(1999, 1, 1), "Hafez al-Assad"),
        ("GRC", "president", date(2000, 1, 1), "Konstandinos Stephanopoulos"),
    ],
)
def test_who_held_it(country, office, day, name):
    assert name in [row.name for row in holders_of(country, office, day)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Vasily Nebenzya", "Vassily Nebenzia"),
        ("Vasiliy Nebenzja", "Vassily Nebenzia"),
        ("Lavrov Sergey", "Sergei Lavrov"),
        ("Sergej Lavrov", "Sergei Lavrov"),
        ("Volodymyr Zelenskyi", "Volodymyr Zelensky"),
        ("Zelenskiy", "Volodymyr Zelensky"),
        ("Muammar Qaddafi", "Muammar Gaddafi"),
        ("Moammar Gadhafi", "Muammar Gaddafi"),
        ("Boris Eltsin", "Boris Yeltsin"),
        ("Viktor Yanukovich", "Viktor Yanukovych"),
        ("Abdelfattah Sisi", "Abdel Fattah el-Sisi"),
        ("Muhammad bin Salman", "Mohammed bin Salman"),
        ("Jong-un Kim", "Kim Jong-un"),
        ("Kim Jongun", "Kim Jong-un"),
        ("Xi Jin-ping", "Xi Jinping"),
        ("Jinping Xi", "Xi Jinping"),
        ("Abe Shinzo", "Shinzo Abe"),
        ("Nikolay Patrushev", "Nikolai Patrushev"),
    ],
)
def test_other_spellings_and_orders(written, name):
    assert {row.name for row in holders_named(written)} == {name}


@pytest.mark.parametrize("unknown", ["Thomas James", "John Smithson", "Anna Peterhof", "Smithson"])
def test_strangers_stay_strangers(unknown):
    assert holders_named(unknown) == ()


def test_a_name_in_the_other_order_is_none_where_the_surname_is_a_given_name_too():
    assert holders_named("Jones James") == () or {row.name for row in holders_named("Jones James")} == {"James Jones"}
    assert holders_named("Martin Paul") == ()


@pytest.mark.parametrize("rule", spelling_rules(), ids=lambda rule: rule.example[0])
def test_each_spelling_rule_has_an_example_that_it_makes_one(rule):
    one, other = rule.example
    assert one != other
    assert spelling_key(one) == spelling_key(other)


@given(st.lists(st.text(alphabet="abcdeiouyhkqsxz -'", min_size=1, max_size=20), min_size=1, max_size=6))
def test_keys_made_together_are_those_made_one_by_one(names):
    folded = [fold(name).casefold() for name in names]
    assert keys_of_folded(folded) == [keys_of_folded([name])[0] for name in folded]


def test_a_users_rows_come_first_and_leave_the_table_alone():
    table = known_holders()
    row = load_holders()[0]
    more = table.with_rows([row], [])
    assert more.all()[0] is row
    assert len(more.all()) == len(table.all()) + 1
    assert table.named(row.name) == tuple(dict.fromkeys(table.named(row.name)))


def test_partial_dates_of_the_table_are_not_widened():
    (row,) = [r for r in holders_named("Igor Sergun") if r.country == "RUS"]
    assert row.since == PartialDate.parse("2011-12")
