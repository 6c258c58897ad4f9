"""Damaged files: a sound one with bytes changed, cut out, repeated and put in."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

NUMBERS = [b"0", b"-1", b"99999999999999999999", b"1e999", b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff"]
LETTERS = ["\u2028", "\x85", "\ufeff", "\ud800", "\U0010ffff", "\u202e", "İ", "ß", "\0"]
STRANGE = [*NUMBERS, *(letter.encode("utf-8", "surrogatepass") for letter in LETTERS)]


@st.composite
def damaged(draw: st.DrawFn, samples: Sequence[bytes], tokens: Sequence[bytes]) -> bytes:
    """One of the samples after up to eight changes."""
    data = draw(st.sampled_from(samples))
    inserted = st.sampled_from([*tokens, *STRANGE]) | st.binary(min_size=1, max_size=8)
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 1, 2, 7, 40, 400])))
        change = draw(st.sampled_from(["insert", "cut", "repeat", "replace", "end"]))
        if change == "insert":
            data = data[:start] + draw(inserted) + data[start:]
        elif change == "cut":
            data = data[:start] + data[end:]
        elif change == "repeat":
            data = data[:end] + data[start:end] * draw(st.integers(1, 20)) + data[end:]
        elif change == "replace":
            data = data[:start] + draw(inserted) + data[end:]
        else:
            data = data[:start]
    return data
