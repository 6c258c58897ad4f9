"""RTF: text of the body alone, in its letters."""

import pytest

from dateline.errors import UnreadableSource
from dateline.sources import read_article, read_path
from dateline.sources.office import lines_of_rtf
from dateline.sources.office.rtf import MAX_DEPTH


def texts(body):
    return [line.text for line in lines_of_rtf(body.encode("latin-1"), "a.rtf").all]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (r"{\rtf1\ansi One\par Two\par}", ["One", "Two"]),
        (r"{\rtf1\ansi\ansicpg1252 \'93caf\'e9\'94 \u8212- \u-3904?x\par}", ["“café” — \uf0c0x"]),
        (r"{\rtf1\ansi\uc2 \u352\'8aXok \uc0\u353 end\par}", ["Šok šend"]),
        (
            r"{\rtf1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f1 \'cc\'ee\'f1\'ea\'e2\'e0 \f0 Moskva\par}",
            ["Москва Moskva"],
        ),
        (r"{\rtf1{\*\generator Word;}{\info{\title T}}{\header H\par}{\pict 010203}Body{\footnote N}\par}", ["Body"]),
        (r"{\rtf1 {\field{\*\fldinst HYPERLINK " r'"x"' r"}{\fldrslt a link}} here\par}", ["a link here"]),
        (r"{\rtf1 seen{\v hidden}{\deleted gone} too\par}", ["seen too"]),
        (r"{\rtf1 a\{b\}\\c\~d\_e\-f\par}", ["a{b}\\c d-ef"]),
        (r"{\rtf1\trowd\cellx1\cellx2 HD\cell Talks\line begin\cell\row}", ["HD", "Talks", "begin"]),
        (r"{\rtf1 x\bin3 }}}y\par}", ["xy"]),
        ("{\\rtf1 in\none\r\nword\\par}", ["inoneword"]),
        (r"{\rtf1 \u55357?\u56832?\par}", ["😀"]),
        (r"{\rtf1 never ends", ["never ends"]),
    ],
)
def test_text(body, found):
    assert texts(body) == found


def test_what_breaks_off_is_marked():
    assert lines_of_rtf(rb"{\rtf1 {\b never ends", "a.rtf").cut
    assert not lines_of_rtf(rb"{\rtf1 {\b ends}}", "a.rtf").cut


def test_nesting_without_end():
    with pytest.raises(UnreadableSource, match="deeper than"):
        lines_of_rtf(rb"{\rtf1 " + b"{" * (MAX_DEPTH + 1), "a.rtf")


def test_a_single_article(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi\pard\outlinelevel0 Ministers meet\par\pard They met in Klow on Monday, officials said.\par}")
    assert read_article(path).text == "Ministers meet\n\nThey met in Klow on Monday, officials said."
    path.write_bytes(path.read_bytes()[:-1])
    (error,) = read_path(path)
    assert "breaks off" in error.problem


def test_a_single_byte_within_a_group():
    (line,) = lines_of_rtf(b"{\\rtf1\\ansi They don{\\b \x92}t say so.\\par}", "a.rtf").all
    assert line.text == "They don’t say so."
