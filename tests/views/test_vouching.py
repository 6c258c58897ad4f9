from tests.corroboration.telling import ARMY, KEBEDE, MINISTRY, OFFICIALS, by_id, incident, outlet, told

from dateline.corroboration.origins import Original, origins_of
from dateline.views.vouching import vouching_words


def words(*readings, copies=None):
    originals = {copy: (Original(first),) for copy, first in (copies or {}).items()}
    return vouching_words(origins_of(incident(*readings), by_id(*readings), originals))


def test_outlets_that_saw_it():
    assert words(told("AFP", 10, "They [shelled] it.")) == "1 origin, itself the primary source: AFP"
    both = words(told("AFP", 10, "They [shelled] it."), told("BBC", 11, "They [shelled] a post."))
    assert both == "2 origins, themselves the primary sources: AFP and BBC"


def test_a_spokesman_quoted_by_two():
    found = words(told("AFP", 10, "They [shelled] it.", says=KEBEDE), told("BBC", 11, "They [shelled] it.", says=KEBEDE))
    assert found == ("2 origins: AFP and BBC; 1 primary source: Selamawit Kebede; vouched for by Ethiopia alone, a party to it")


def test_several_kinds_of_sources():
    found = words(
        told("AFP", 10, "They [shelled] it.", says=KEBEDE),
        told("BBC", 11, "They [shelled] it.", says=OFFICIALS),
        told("Reuters", 12, "They [shelled] it."),
    )
    assert found.endswith("3 primary sources: Selamawit Kebede, unnamed sources and Reuters itself")


def test_who_passes_it_on():
    echo = [told(paper, 11, "They [shelled] it, AFP said.", says=outlet("AFP")) for paper in ("Nile Post", "Nile Star")]
    assert words(*echo) == "1 origin, itself the primary source: AFP; passed on by Nile Post and Nile Star (from AFP)"


def test_a_party_a_denial_and_a_loop():
    assert "vouched for by Sudan alone, a party to it" in words(told("AFP", 10, "They [shelled] it.", says=ARMY))
    denied = told("AFP", 10, "They had not [shelled] it.", says=MINISTRY, factuality="denied")
    assert words(denied) == "denial told by AFP; 1 primary source: Ethiopian water ministry"
    first = told("Nile Post", 11, "They [shelled] it.", says=outlet("Nile Star"))
    second = told("Nile Star", 11, "They [shelled] it.", says=outlet("Nile Post"))
    assert "named by each other only: Nile Post and Nile Star" in words(first, second)
