"""Take the screenshots of docs/tour.md with Debian's chromium: `python scripts/web/take_screenshots.py`.

By default of the packaged sample articles, which were written for this project; with `--archive` of any archive, into a folder
of yours (`--to`): pictures of articles of others are not ours to publish.
"""

from __future__ import annotations

import argparse
import base64
import struct
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
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
COLOURS = (96, 48, 32, 24, 16)
DECODE = """async source => {
  const image = new Image(); image.src = source; await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), brush = canvas.getContext("2d");
  brush.drawImage(image, 0, 0);
  const bytes = new Uint8Array(brush.getImageData(0, 0, image.width, image.height).data.buffer);
  let text = ""; for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return [image.width, image.height, btoa(text)];
}"""
Pixels = npt.NDArray[np.uint8]
Counts = npt.NDArray[np.int64]


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
        Shot("overview", "/", 1000),
        Shot("pair", pairs, 850),
        Shot("incident", f"/incidents/{incident.id}", 950),
        Shot("article", article, 800, click=f"#{incident.event} summary"),
        Shot("actor", f"/actors/{person.id}", 900),
        Shot("positions", "/positions", 800),
        Shot("map", "/places", 800),
        Shot("network", "/network", 850),
        Shot("search", "/search?q=missile", 750),
        Shot("dark", pairs, 850, dark=True),
        Shot("phone", article, 740, width=360),
    ]
    return found + ([Shot("proposal", f"/positions/{proposals[0].proposal.id}", 700)] if proposals else [])


def take(browser: Browser, base: str, shot: Shot, folder: Path) -> Path:
    """One picture, in as many colours as it is light enough with."""
    look: Literal["dark", "light"] = "dark" if shot.dark else "light"
    context = browser.new_context(viewport={"width": shot.width, "height": shot.height}, color_scheme=look)
    page = context.new_page()
    page.goto(base + shot.address, wait_until="networkidle")
    if shot.click:
        page.locator(shot.click).first.click()
        page.evaluate("scrollTo(0, 0)")
    picture = page.screenshot(type="png")
    context.close()
    pixels = pixels_of(browser, picture)
    path = folder / f"{shot.name}.png"
    for colours in COLOURS:
        path.write_bytes(palette_png(pixels, colours))
        if path.stat().st_size <= HEAVIEST:
            break
    return path


def pixels_of(browser: Browser, picture: bytes) -> Pixels:
    """Height by width by red, green and blue: the browser decodes what it took."""
    page = browser.new_page()
    width, height, coded = page.evaluate(DECODE, f"data:image/png;base64,{base64.b64encode(picture).decode()}")
    page.close()
    found: Pixels = np.frombuffer(base64.b64decode(coded), np.uint8).reshape(height, width, 4)[:, :, :3]
    return found


def palette_png(pixels: Pixels, colours: int) -> bytes:
    """A PNG of so many colours of the picture, which leave least of it far from its own; the rest in the nearest of them."""
    flat = pixels.reshape(-1, 3)
    kinds, which, often = np.unique(flat, axis=0, return_inverse=True, return_counts=True)
    palette = spread(kinds.astype(int), often, colours)
    nearest = np.concatenate(
        [distances(part, palette).argmin(1) for part in np.array_split(kinds.astype(int), len(kinds) // 5000 + 1)]
    )
    rows = nearest[which.ravel()].astype(np.uint8).reshape(pixels.shape[:2])
    lines = np.hstack([np.zeros((len(rows), 1), np.uint8), rows]).tobytes()
    head = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", palette.astype(np.uint8).tobytes()), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def spread(kinds: Counts, often: Counts, colours: int) -> Counts:
    """The commonest colour, then again and again the one that most pixels miss most."""
    chosen = [int(often.argmax())]
    missed = distances(kinds, kinds[chosen])[:, 0]
    while len(chosen) < min(colours, len(kinds)):
        chosen.append(int((missed * np.sqrt(often)).argmax()))
        missed = np.minimum(missed, distances(kinds, kinds[chosen[-1:]])[:, 0])
    return kinds[chosen]


def distances(some: Counts, others: Counts) -> Counts:
    """Between colours, squared."""
    found: Counts = ((some[:, None, :] - others[None, :, :]) ** 2).sum(2)
    return found


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


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
