"""The paper speaking of itself: "We reported last week that ..." outside any quotation is the outlet."""

from __future__ import annotations

from dateline.actors.known_names import from_entry
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.outlets import outlet_of_masthead

_PUBLISHING = frozenset({"report", "write", "publish", "print", "carry"})


def editorial_we(scene: Scene, token: int) -> str | None:
    """The key of the article's outlet, where "we" is who publishes."""
    cols, outlet = scene.cols, scene.document.article.outlet
    if cols.lower[token] != "we" or token in scene.quoted or not outlet:
        return None
    if cols.dep[token] != "nsubj" or cols.lemma[cols.head[token]] not in _PUBLISHING:
        return None
    full = outlet_of_masthead(outlet)
    names = (outlet, *((full.name,) if full is not None else ()))
    known = next((e for name in names for e in scene.known.gazetteer.find(name) if e.kind == "outlet"), None)
    if known is not None:
        return scene.add(from_entry(known)).key
    key = f"outlet:{outlet.casefold()}"
    return scene.add(Draft(key, outlet, "outlet", (key,), None, "MED", reason="the article's outlet")).key
