"""The origins of an incident drawn as a tree for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from dateline.analysis.quote import quote_in_sentence, shortened
from dateline.corroboration.origins import Branch, Testimony
from dateline.views.disputes import contradiction_line
from dateline.views.origins import OriginsView
from dateline.views.page import MIDDLING, Citation
from dateline.views.report import HEADING, SOFT
from dateline.views.vouching import sources_words, vouching_words
from dateline.views.wording import day_words, incident_label, time_words

SHOWN = 3
"""Articles of one outlet that are quoted."""


def origins_report(view: OriginsView) -> RenderableType:
    """What happened, the counts, the tree, and the contradictions."""
    return Group(*_parts(view))


def _parts(view: OriginsView) -> Iterator[RenderableType]:
    one = view.incident
    yield Text.assemble((f"{time_words(one)} — {incident_label(one)}", "bold"), " ", (one.id, SOFT))
    yield Text(vouching_words(one.vouching))
    yield _tree(view)
    if one.contradictions:
        yield Text("\nContradictions", HEADING)
    for found in one.contradictions:
        line = contradiction_line(one, found, view.readings)
        yield Text(line.detail)
        yield from (_citation(citation) for citation in line.citations)


def _tree(view: OriginsView) -> Tree:
    root = Tree(Text("who has it from whom", SOFT), guide_style="dim")
    for branch in view.tree:
        _grow(root, branch, view)
    return root


def _grow(parent: Tree, branch: Branch, view: OriginsView) -> None:
    node = parent.add(_outlet(branch))
    for testimony in branch.told[:SHOWN]:
        node.add(_testimony(testimony, view))
    for onward in branch.passed_on_by:
        _grow(node, onward, view)


def _outlet(branch: Branch) -> Text:
    if not branch.told:
        return Text.assemble((branch.outlet, "bold"), (" (none of its articles is in the archive)", SOFT))
    told = branch.told[0]
    how = told.reason if len(told.path) > 1 else _own(branch)
    part = f", with material of {', '.join(told.part)}" if told.part else ""
    return Text.assemble((branch.outlet, "bold"), (f", {how}{part}", SOFT))


def _own(branch: Branch) -> str:
    """Whom an outlet that tells it on its own has it from."""
    sources = [source for source in branch.sources if source.kind != "own account"]
    return f"has it from {sources_words(sources)}" if sources else "tells it on its own"


def _testimony(testimony: Testimony, view: OriginsView) -> Text:
    """The words of a report, its day and its event."""
    reading = view.readings[testimony.article]
    event = next(event for event in reading.events if event.id == testimony.event)
    quote = shortened(quote_in_sentence(reading.article.text, event.trigger), MIDDLING)
    denies = "denies it: " if testimony.denies else ""
    return Text.assemble(
        denies,
        quote.before,
        (quote.words, "bold"),
        quote.after,
        (f" [{day_words(testimony.published)}; {testimony.event}]", SOFT),
    )


def _citation(citation: Citation) -> Text:
    return Text.assemble(f"    {citation.label}: {citation.text}", (f" [{citation.place}; {citation.record}]", SOFT))
