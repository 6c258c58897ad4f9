"""What the README shows is what the program prints."""

import doctest
import re
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"


def test_the_python_session_prints_what_it_shows():
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    assert blocks
    for block in blocks:
        # A prompt ends a loop in the README as it does on screen; doctest wants that line too.
        test = doctest.DocTestParser().get_doctest(block.replace("\n...\n", "\n"), {}, "README", str(README), 0)
        runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
        report: list[str] = []
        assert runner.run(test, out=report.append).failed == 0, "".join(report)


def test_no_placeholder_is_left():
    assert "@@" not in README.read_text(encoding="utf-8")
