"""Who takes part in an incident."""

from dateline.views.room.incident_lines import incident_lines
from dateline.views.room.party import Party, is_state_key, named


def test_states_have_codes():
    assert is_state_key("SDN")
    assert not is_state_key("sdn")
    assert not is_state_key("a_idris")


def test_each_party_stands_once_on_its_side(reader):
    [walkout] = reader.select("SELECT id FROM digest_incidents WHERE type = 'REJECT' ORDER BY reports DESC LIMIT 1")
    [line] = incident_lines(reader, [walkout["id"]])
    assert [party.key for party in line.sources] == ["SDN"]
    assert sorted(party.key for party in line.targets) == ["EGY", "ETH"]
    assert all(party.is_state for party in (*line.sources, *line.targets))


def test_many_are_cut():
    parties = [Party(key, key.lower(), True) for key in ("ONE", "TWO", "SIX", "TEN", "ACE")]
    assert named(parties[:2]) == "one and two"
    assert named(parties).startswith("one, two")
    assert "ace" not in named(parties)
