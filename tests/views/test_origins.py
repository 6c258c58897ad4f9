import json

import pytest
from rich.console import Console
from tests.corroboration.telling import KEBEDE, outlet, told

from dateline.archive import CopyRelation, open_archive
from dateline.corroboration.incidents import bring_up_to_date, incidents
from dateline.errors import ArchiveError
from dateline.views.origins import origins_view
from dateline.views.origins_report import origins_report

TEXT = "A strike on a convoy in Kamashi [killed] {} people on Sunday, 9 March."
NOTE = "(This story has been corrected to say that four people were killed, not 14)\n\n"


@pytest.fixture
def archive(tmp_path):
    first = told("Reuters", 10, TEXT.format("14"), killed=(14, 14, "14"), says=KEBEDE)
    second = told("Reuters", 11, NOTE + TEXT.format("four"), killed=(4, 4, "four"), says=KEBEDE)
    echo = told("Nile Post", 11, "As Reuters reports, a strike on a convoy in Kamashi [killed] 14 people on Sunday, 9 March.",
                killed=(14, 14, "14"), says=outlet("Reuters"))  # fmt: skip
    with open_archive(tmp_path / "strike.duckdb") as archive:
        archive.add(first, second, echo)
        archive.add_copies([CopyRelation(second.article.id, first.article.id, 0.9, "same words")])
        bring_up_to_date(archive, [reading.article.id for reading in (first, second, echo)])
        yield archive


def test_the_view_of_an_incident(archive):
    (one,) = incidents(archive)
    view = origins_view(archive, one.id)
    assert view.incident.origins == ("Reuters",)
    assert [branch.outlet for branch in view.tree] == ["Reuters"]
    assert [branch.outlet for branch in view.tree[0].passed_on_by] == ["Nile Post"]
    (settled,) = view.incident.contradictions
    assert settled.is_settled
    assert {claim.told_by for claim in settled.taken_back} == {"Reuters", "Nile Post"}


def test_an_incident_is_found_by_the_beginning_of_its_id_or_of_an_events(archive):
    (one,) = incidents(archive)
    for words in (one.id[:9], *(report.event for report in one.reports)):
        assert origins_view(archive, words).incident.id == one.id
    for unknown in ("inc_zz", "ev_zz"):
        with pytest.raises(ArchiveError, match="zz"):
            origins_view(archive, unknown)


def test_the_tree_is_drawn(archive):
    (one,) = incidents(archive)
    console = Console(width=200, record=True, file=None, force_terminal=False)
    with console.capture() as capture:
        console.print(origins_report(origins_view(archive, one.id)))
    drawn = capture.get()
    assert "Reuters, has it from Selamawit Kebede" in drawn
    assert "Nile Post, names Reuters as its source" in drawn
    assert "corrected, four people" in drawn


def test_all_of_it_is_json(archive):
    (one,) = incidents(archive)
    found = json.loads(json.dumps(origins_view(archive, one.id).as_object(), default=str))
    assert found["origins"] == ["Reuters"]
    assert [source["name"] for source in found["primary_sources"]] == ["Selamawit Kebede"]
    assert found["tree"][0]["passed_on_by"][0]["outlet"] == "Nile Post"
    assert found["contradictions"][0]["point"] == "number"
