"""Headlines of other articles that a site prints into a sentence, after the full name of whom the sentence names."""

import pytest

from dateline.sources.boilerplate import sift
from dateline.sources.inline_links import without_inline_links

LINK = "Jane Ann (Jan) RoeTalks collapse in Geneva Roe denies it: 'Never said' MORE"


@pytest.mark.parametrize("after", [" told reporters on Monday.", "’s office said.", " (R-Ohio) said.", "."])
def test_a_link_within_a_sentence_is_cut(after: str) -> None:
    line, links = without_inline_links(f"Foreign Minister Jane Roe {LINK}{after}")
    assert line == f"Foreign Minister Jane Roe{after}"
    assert [link.text for link in links] == [LINK]


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe said McRoe wanted MORE of it.",
        "The minister, Jane Roe, wrote that NATO needed MORE.",
        "Roe met Jane Roe and asked for MORE.",
    ],
)
def test_a_sentence_with_the_word_more_stays(line: str) -> None:
    assert without_inline_links(line) == (line, ())


def test_two_links_of_one_line_are_cut_and_told() -> None:
    line = f"Jane Roe {LINK} met John Doe John Q. DoeShip sinks off the coast, nobody hurt MORE (N.Y.)."
    sifted = sift([line])
    assert sifted.kept == ("Jane Roe met John Doe (N.Y.).",)
    assert {left.why for left in sifted.left_out} == {"related link"}
    assert len(sifted.left_out) == 2
