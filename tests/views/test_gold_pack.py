"""The gold pack of what people said: what was rejected is one trap, however much was said of it before."""

import json

from tests.crisis import crisis

from dateline import ingest
from dateline.archive import open_archive
from dateline.archive.corrections.making import Verdict
from dateline.corroboration.reviewing import review
from dateline.views.gold_pack import write_gold


def test_what_was_confirmed_and_later_rejected_is_one_trap(tmp_path):
    by_id = {reading.article.id: reading for reading in crisis().readings}
    event = next(e for r in by_id.values() for e in r.events if e.factuality == "actual")
    with open_archive(tmp_path / "dam.duckdb") as archive:
        ingest.add([r.article for r in by_id.values()], archive, read=lambda them: (by_id[a.id] for a in them), version="1")
        for action in ("confirm", "reject"):
            review(archive, event.id, Verdict(action, "Lee", "read it", {}))
        write_gold(archive, tmp_path / "gold")
    (article,) = json.loads((tmp_path / "gold" / "gold.json").read_text())["articles"]
    assert [trap["type"] for trap in article["no_event"]] == [event.type]
