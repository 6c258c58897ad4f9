"""`dateline serve`: the reading room, a page in the browser."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.arguments import ArchivePath

NEEDED = ("fastapi", "uvicorn", "altair", "vl_convert", "networkx")
Port = Annotated[int, typer.Option(min=0, max=65535, help="Where the browser finds it; 0 takes any that is free.")]
Workers = Annotated[
    int | None,
    typer.Option(min=1, max=64, help="Processes that make pages from one copy: usually one, two for a large archive."),
]
LARGE = 100_000_000
"""Bytes of an archive from which on a second worker is worth the time that it takes to start."""
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]

Review = Annotated[str, typer.Option("--review", metavar="NAME", help="Let records be corrected in the pages, in this name.")]


def cores() -> int:
    """Cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def usual_workers(archive: Path) -> int:
    """One, or two where the archive is large and there are two cores."""
    return 2 if archive.is_file() and archive.stat().st_size >= LARGE and cores() > 1 else 1


def serve(archive: ArchivePath, port: Port = 8765, workers: Workers = None, browse: Open = False, review: Review = "") -> None:
    """Open the reading room: pages on 127.0.0.1 over an archive, which can be added to meanwhile."""
    lacking = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if lacking:
        raise typer.BadParameter(f"{', '.join(lacking)} not installed: pip install 'dateline[room]'")
    from dateline.web.serving import LOCAL, bound_socket
    from dateline.web.serving import serve as run

    bound = bound_socket(port)
    typer.echo(f"http://{LOCAL}:{bound.getsockname()[1]}/ shows {archive} (Ctrl-C ends it)")
    reviewer = review.strip()
    run(archive, bound, browse=browse, workers=workers or (1 if reviewer else usual_workers(archive)), reviewer=reviewer)
