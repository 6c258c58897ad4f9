"""Several people of one surname: whom the surname alone means."""

from __future__ import annotations

import datetime

import pytest

from casts import Told

MAY_2018 = datetime.date(2018, 5, 10)
LATER = "Vice foreign minister Kim Kye Gwan said that the talks may be off. Kim Jong Un rules North Korea."

SURNAMES = [
    # text, which "Kim" of it, the name in full
    (f"The optimism grew after Kim agreed to talk. {LATER}", 0, "Kim Jong Un"),
    (f"{LATER} After a day of silence the vice president told a crowd in a long speech that he hopes Kim knows.", 2, "Kim Jong Un"),
    ("Kim Jong Un met Xi. His vice foreign minister Kim Kye Gwan wrote a letter. Kim said the talks may be off.", 2, "Kim Kye Gwan"),
    ("Trump agreed to meet with Kim.", 0, "Kim Jong-un"),
    ("Trump agreed to meet with Kim June 12 in Singapore.", 0, "Kim Jong-un"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "nth", "name"), SURNAMES)
def test_whom_a_surname_means(text: str, nth: int, name: str) -> None:
    assert Told(text, MAY_2018).name("Kim", nth) == name


def test_of_several_in_office_the_one_whose_office_stands_beside_the_name() -> None:
    names = Told("Moon sent Mr. Chung, his national security adviser, to Pyongyang.", MAY_2018).names()
    assert "Chung Eui-yong" in names


def test_of_several_in_office_without_a_word_of_their_office_nobody_is_chosen() -> None:
    names = Told("Moon sent Mr. Chung to Pyongyang.", MAY_2018).names()
    assert not {n for n in names if n.startswith("Chung ")}
