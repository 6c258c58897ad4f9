"""Where names stand in the tables: the files say what the tables give."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.name_positions import NamePositions, positions_text
from dateline.knowledge.tables import DATA

SCRIPT = Path(__file__).parents[2] / "scripts/knowledge/build_name_positions.py"


def script() -> ModuleType:
    """The script that writes the files."""
    spec = importlib.util.spec_from_file_location("build_name_positions", SCRIPT)
    if spec is None or spec.loader is None:
        pytest.fail(f"{SCRIPT} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_files_are_those_of_the_tables() -> None:
    old = [name for name, text in script().texts().items() if (DATA / name).read_text(encoding="utf-8") != text]
    assert not old, "run scripts/knowledge/build_name_positions.py"


def test_what_is_written_is_found(tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text(positions_text("a test", {"zürich": [3], "bern": [1, 20], "": [5]}), encoding="utf-8")
    found = NamePositions("names.tsv", tmp_path)
    assert (found.get("bern"), found.get("zürich"), found.get("basel")) == ((1, 20), (3,), ())
    assert list(found) == ["bern", "zürich"]


@pytest.mark.parametrize("text", ["bern\t1\n", "key\tpositions\nbern\n"])
def test_broken_files_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "names.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"names\.tsv"):
        NamePositions("names.tsv", tmp_path)
