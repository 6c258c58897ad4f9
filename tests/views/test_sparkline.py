import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.views.sparkline import sparkline_svg
from drawn import HOSTILE, NAMESPACE, by_class, parsed


def bars(root, side):
    return re.findall(r"M(\S+) (\S+)v(\S+?)h", by_class(root, side)[0].get("d"))


def test_bars_above_and_below():
    root = parsed(sparkline_svg([3, None, -6, 0], label="USA and PRK"))
    assert len(bars(root, "pos")) == len(bars(root, "neg")) == 1
    up, down = float(bars(root, "pos")[0][2]), float(bars(root, "neg")[0][2])
    assert up < 0 < down
    assert abs(abs(down) - 2 * abs(up)) < 0.2
    assert root.findtext(f"{NAMESPACE}title") == root.get("aria-label") == "USA and PRK"


def test_turning_points_are_marked():
    root = parsed(sparkline_svg([1, 2, -3, -4], marks=[2]))
    assert by_class(root, "spark-mark")[0].get("d").startswith("M77 36")
    assert by_class(parsed(sparkline_svg([1, 2])), "spark-mark") == []


def test_the_label_is_text():
    assert "<script>" in parsed(sparkline_svg([1], label=HOSTILE)).get("aria-label")


@given(st.lists(st.none() | st.floats(-1e6, 1e6)), st.lists(st.integers(0, 50), max_size=3))
def test_any_values_stay_inside(values, marks):
    root = parsed(sparkline_svg(values, marks))
    for side in ("pos", "neg"):
        for _, start, step in bars(root, side):
            assert -0.5 <= float(start) + float(step) <= 36.5


def test_without_a_label_it_is_decoration():
    root = parsed(sparkline_svg([1]))
    assert (root.get("aria-hidden"), root.get("role"), root.get("aria-label")) == ("true", None, None)
