"""No regular expression of dateline takes quadratic time where it is used on a text of any length.

Texts that are long repetitions of what an expression asks for, or nearly, are searched at doubled lengths. An expression that its
module only matches at a given place is matched there; one that it searches for is searched for.
"""

from __future__ import annotations

import importlib
import inspect
import re
import signal
import time

import pytest

from adversarial import attacks, own_patterns

SHORT, LONG = 1_500, 6_000
TICK = 0.004
"""Seconds in which the processor's clock counts."""
SLOW = 0.3
"""Seconds after which a search is given up."""
NOISE = 0.06
"""A search of the longer text that takes less than this is quick, however it grows."""

BOUNDED = {
    "dateline.knowledge.outlets._SECTION": "names of outlets: at most 500 characters on one line",
    "dateline.corroboration.copies.runs._QUOTED": "quotations of at most 3,000 characters, so that beyond these it is linear",
    "dateline.corroboration.outlet_names._DEPARTMENT": "names of outlets: at most 500 characters on one line",
    "dateline.knowledge.state_outlets._BY_KIND": "names of outlets: at most 500 characters on one line",
    "dateline.corroboration.outlet_names._GENERIC": "names of outlets: at most 500 characters on one line",
    "dateline.sources.walk._SAVED_WITH_PAGE": "names of folders: at most 255 characters",
    "dateline.sources.page_metadata._SEPARATED": "titles, in which white space is single",
    "dateline.sources.drafts._REPORTER": "lines of at most 120 characters",
    "dateline.language.sentences._DATELINE": "the beginning of a paragraph, cut at MAX_DATELINE",
    "dateline.places.toponyms.TRAILING": "names of places: a few words",
    "dateline.times.grammar.COUNTED": "the 40 characters after a match",
    "dateline.times.years.SENTENCE_OPENER": "the 24 characters before a match",
    "dateline.times.years.OPENS_SENTENCE": "the 24 characters before a match",
    "dateline.times.undated.RATE_BEFORE": "the 24 characters before a match",
    "dateline.positions.proposals._TRAILING": "names of proposals: at most twelve words",
}
"""Expressions that take quadratic time and only ever see short texts: why."""


class TooSlow(Exception):
    pass


def _stop(number, frame):
    raise TooSlow


def _seconds(work, pattern, text) -> float:
    """Processor time; searches look for the alarm themselves, so that even an endless one ends."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
    begin = time.process_time()
    try:
        work(pattern, text)
    except TooSlow:
        return SLOW
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begin


def _search(pattern, text):
    for _ in pattern.finditer(text):
        pass


def _match(pattern, text):
    pattern.match(text)
    pattern.fullmatch(text)


def _use(name):
    """How the module uses a pattern that has a name of its own there: only at a place, or anywhere."""
    module, _, variable = name.rpartition(".")
    source = inspect.getsource(importlib.import_module(module))
    searched = re.search(rf"\b{variable}\.(?:search|finditer|findall|sub|subn|split)\b", source)
    matched = re.search(rf"\b{variable}\.(?:match|fullmatch)\b", source)
    return _match if matched and not searched else _search


def _is_quadratic(work, pattern, unit) -> bool:
    """Four times the text must not take much more than four times as long, by the quickest of up to five runs of each."""
    texts = [(unit * size)[:size] + "\x01" for size in (SHORT, LONG)]
    short = long = SLOW
    for _ in range(5):
        short, long = (min(best, _seconds(work, pattern, text)) for best, text in zip((short, long), texts, strict=True))
        if long < NOISE or (long < SLOW and long < 10 * (short + TICK)):
            return False
    return True


@pytest.fixture
def alarm():
    before = signal.signal(signal.SIGVTALRM, _stop)
    yield
    signal.signal(signal.SIGVTALRM, before)


def test_no_expression_is_quadratic_on_long_texts(alarm):
    found = {}
    for name, pattern in own_patterns():
        if name in BOUNDED or isinstance(pattern.pattern, bytes):
            continue
        work = _use(name)
        unit = next((unit for unit in attacks(pattern) if _is_quadratic(work, pattern, unit)), None)
        if unit is not None:
            found[name] = unit
    assert found == {}


def test_expressions_are_found():
    assert len(list(own_patterns())) > 200
    assert set(BOUNDED) <= {name for name, _ in own_patterns()}


@pytest.mark.parametrize("bad", [r"(a+)+$", r"\s+$", r"a.*b.*c", r"(\w+\s*)+:"])
def test_bad_expressions_are_noticed(alarm, bad):
    pattern = re.compile(bad)
    assert any(_is_quadratic(_search, pattern, unit) for unit in attacks(pattern))
