"""House rules that no linter checks: the size of files and functions, and that knowledge stays out of code."""

import ast
import statistics
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "dateline"
FILES = sorted(SOURCE.rglob("*.py"))
MAX_FILE, MAX_FUNCTION, P90_FUNCTION, MEDIAN_FUNCTION, MAX_PARAMETERS = 400, 50, 30, 10, 6


def lines_of(function):
    """Lines of a function without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno - body[0].lineno + 1) if body else 0


def functions():
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_file_is_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE
    assert path.stem not in {"utils", "helpers", "manager", "misc", "common"}


def test_functions_are_small():
    lengths = sorted(lines_of(node) for _, node in functions())
    assert statistics.median(lengths) <= MEDIAN_FUNCTION
    assert lengths[int(len(lengths) * 0.9)] <= P90_FUNCTION
    assert [(p.name, f.name) for p, f in functions() if lines_of(f) > MAX_FUNCTION] == []


def test_functions_take_few_parameters():
    """Constructors and commands are what they are; everything else takes at most six positional parameters."""
    exempt = {"cli"}
    wide = [
        (str(p.relative_to(SOURCE)), f.name)
        for p, f in functions()
        if len(f.args.args) > MAX_PARAMETERS and p.relative_to(SOURCE).parts[0] not in exempt
    ]
    assert wide == []


def test_no_assert_outside_tests():
    found = [p.name for p in FILES for n in ast.walk(ast.parse(p.read_text(encoding="utf-8"))) if isinstance(n, ast.Assert)]
    assert found == []
