"""Take the screenshots of docs/tour.md with Debian's chromium: `python scripts/web/take_screenshots.py`.

By default of the packaged sample articles, which were written for this project; with `--archive` of any archive, into a folder
of yours (`--to`): pictures of articles of others are not ours to publish.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from dateline.cli.progress import add_with_progress
from dateline.samples import sample_folder
from dateline.sources import SourceOptions, load_metadata
from dateline.views.room.actor_page import actor_list
from dateline.views.room.incidents import IncidentQuestion, incident_list
from dateline.views.room.pair_page import pair_list
from dateline.views.room.positions import matrix
from dateline.views.room.reader import Reader
from dateline.web.app import application
from dateline.web.room import Room
from dateline.web.serving import bound_socket, hosts_of

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
HEAVIEST = 120_000
"""Bytes of one picture."""


@dataclass(frozen=True)
class Shot:
    """A picture: of which page, how large, in which colours, and what is clicked before it is taken."""

    name: str
    address: str
    height: int = 900
    width: int = 1200
    dark: bool = False
    click: str = ""


def shots_of(reader: Reader) -> list[Shot]:
    """The pages of the tour, those with a key of whatever the archive tells most of."""
    incident = incident_list(reader, IncidentQuestion(order="widest")).incidents[0]
    pair = pair_list(reader).pairs[0]
    person = actor_list(reader, kind="person").actors[0]
    proposals = matrix(reader).rows
    pairs = f"/pairs/{pair.one.key}/{pair.other.key}"
    article = f"/articles/{incident.article}"
    found = [
        Shot("overview", "/", 1250),
        Shot("pair", pairs, 1000),
        Shot("incident", f"/incidents/{incident.id}", 1050),
        Shot("article", article, 800, click=f"#{incident.event} summary"),
        Shot("actor", f"/actors/{person.id}", 1050),
        Shot("positions", "/positions", 800),
        Shot("map", "/places", 800),
        Shot("network", "/network", 850),
        Shot("search", "/search?q=missile", 750),
        Shot("dark", pairs, 850, dark=True),
        Shot("phone", article, 740, width=360),
    ]
    return found + ([Shot("proposal", f"/positions/{proposals[0].proposal.id}", 700)] if proposals else [])


def take(browser: Browser, base: str, shot: Shot, folder: Path) -> Path:
    """One picture, in the best quality that is light enough."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height}, color_scheme="dark" if shot.dark else "light", device_scale_factor=1
    )
    page = context.new_page()
    page.goto(base + shot.address, wait_until="networkidle")
    if shot.click:
        page.locator(shot.click).first.click()
        page.evaluate("scrollTo(0, 0)")
    path = folder / f"{shot.name}.jpg"
    for quality in (88, 80, 70, 60, 50):
        page.screenshot(path=path, type="jpeg", quality=quality)
        if path.stat().st_size <= HEAVIEST:
            break
    context.close()
    return path


@contextmanager
def serving(archive: Path) -> Iterator[tuple[str, Room]]:
    """A server of the archive in a thread of its own."""
    room, bound = Room(archive), bound_socket(0)
    port = bound.getsockname()[1]
    options: dict[str, Any] = {"log_config": None, "lifespan": "off"}
    server = uvicorn.Server(uvicorn.Config(application(room, hosts_of(port), watch=False), **options))
    thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}", room
    server.should_exit = True
    thread.join(10)
    bound.close()
    room.close()


def read_samples(path: Path) -> None:
    """Read the packaged sample articles into an archive."""
    folder = sample_folder()
    add_with_progress([str(folder)], SourceOptions(metadata=load_metadata(folder / "metadata.csv")), path)


def main() -> None:
    """Take them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="an archive of yours instead of the samples; needs --to")
    parser.add_argument("--to", type=Path, help=f"the folder of the pictures (with the samples: {IMAGES})")
    asked = parser.parse_args()
    if asked.archive and not asked.to:
        parser.error("--archive needs --to: docs/images is for the samples")
    folder = asked.to or IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        archive = asked.archive or Path(place) / "samples.duckdb"
        if not asked.archive:
            read_samples(archive)
        with serving(archive) as (base, room), room.reader() as reader, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for shot in shots_of(reader):
                path = take(browser, base, shot, folder)
                print(f"{path} {path.stat().st_size:,} bytes")
            browser.close()


if __name__ == "__main__":
    main()
