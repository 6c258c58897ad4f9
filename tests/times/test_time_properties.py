import time
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Published, Span
from dateline.times import TimeExpression, find_times

PIECES = st.sampled_from(
    """on Tuesday,|the|last|next|week|weekend|March|May|may|12|3|2018|1870s|since|by|until|after|before|between|and|to|from|two days|later|ago
    a day after|early|late|mid-|the end of|month|year.|Boxing Day|Easter|9/11|quarter|in|winter|of|’s|\n|Q3|19th century|this|-|999 decades
    the following|day|3-5|within|hours|00|10/13/2020|9999|1000|February 29|,|the 1990s|Sunday Times|"|)""".replace(
        "\n    ", "|"
    ).split("|")
)
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map(" ".join), st.text(max_size=60))
DAYS = st.dates(date(1950, 1, 1), date(2035, 12, 31))
PUBLISHED = st.one_of(
    st.none(),
    DAYS.map(lambda d: Published(d, d, "given")),
    st.tuples(DAYS, DAYS).map(lambda p: Published(min(p), max(p), "inferred")),
)


@given(TEXTS, PUBLISHED)
def test_spans_lie_in_the_text_in_order_and_apart(text: str, published: Published | None) -> None:
    done = 0
    for found in find_times(text, published):
        assert done <= found.span.start < found.span.end <= len(text)
        done = found.span.end


@given(TEXTS, PUBLISHED)
def test_intervals_run_forward_and_have_an_end(text: str, published: Published | None) -> None:
    for found in find_times(text, published):
        for interval in (found.interval, found.future_interval):
            if interval is not None:
                assert interval.start or interval.end
                assert not (interval.start and interval.end) or interval.start <= interval.end


@given(TEXTS, PUBLISHED)
def test_same_text_gives_same_expressions(text: str, published: Published | None) -> None:
    assert find_times(text, published) == find_times(text, published)


@given(TEXTS, DAYS)
def test_text_after_a_blank_line_only_moves(text: str, day: date) -> None:
    published = Published(day, day, "given")
    moved = find_times("\n\n" + text, published)
    shifted = tuple(TimeExpression(Span(e.span.start - 2, e.span.end - 2), e.interval, e.kind, e.future_interval) for e in moved)
    assert shifted == find_times(text, published)


def test_long_and_repetitive_texts_take_linear_time() -> None:
    published = Published(date(2025, 3, 12), date(2025, 3, 12), "given")
    hard = [
        "the " * 25_000,
        "between March 3 and " * 5_000,
        "two days later on Monday. " * 4_000,
        "early  " * 10_000 + " " * 50_000,
        "1" * 100_000,
    ]
    started = time.process_time()
    for text in hard:
        find_times(text, published)
    assert time.process_time() - started < 15
