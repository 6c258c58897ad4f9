"""What all drawings must be, whatever names they are given."""

import re
from pathlib import Path

from lxml import etree

NAMESPACE = "{http://www.w3.org/2000/svg}"
CSS = Path(__file__).resolve().parents[1] / "src/dateline/web/static/drawing.css"
HOSTILE = "<script>alert('1')</script> \"&amp; \u202eevil\u202c \u05d3\u05d5\u05d3 \x00\x1b[31m\ud800' onload=\"x"
STYLED = set(re.findall(r"\.([a-z][a-z-]*)", re.sub(r"/\*.*?\*/", "", CSS.read_text(encoding="utf-8"), flags=re.S)))
UNSTYLED = {
    "drawing-svg",
    "net-edges",
    "net-nodes",
    "tree-lines",
    "tree-voices",
    "tree-tellers",
    "map-place",
    "map-name",
    "net-node",
}


def parsed(svg):
    """The drawing as a tree, once it is known to be well-formed, without scripts, styles or numbers that are none."""
    root = etree.fromstring(str(svg).encode())
    assert root.tag == f"{NAMESPACE}svg"
    for node in root.iter():
        assert node.tag != f"{NAMESPACE}script"
        assert not [name for name in node.attrib if name == "style" or name.startswith("on")]
        for name in ("d", "x", "y", "cx", "cy", "r", "width", "height", "viewBox"):
            assert not re.search("nan|inf|e-", node.get(name, ""))
        assert set(node.get("class", "").split()) <= STYLED | UNSTYLED
    return root


def links(root):
    """Links that the keyboard reaches, in its order."""
    return [node for node in root.iter(f"{NAMESPACE}a") if node.get("tabindex") != "-1"]


def words(root):
    """All that is written in it."""
    return ["".join(node.itertext()) for node in root.iter(f"{NAMESPACE}text")]


def by_class(root, name):
    """Elements of a class."""
    return [node for node in root.iter() if name in node.get("class", "").split()]
