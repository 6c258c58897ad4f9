"""Variants of the layouts: fields that are missing, doubled or in another place."""

import pytest

from dateline.errors import BadRecord
from dateline.records import Article
from dateline.sources import read_path

FIRST = "The governments of Ruritania and Syldavia opened the bridge at Brodno again on Monday, four years after it was closed."
SECOND = "“We have waited long enough,” the Ruritanian transport minister, Pavel Dorin, told reporters beside the river."
TEXT = f"{FIRST}\n\n{SECOND}"


def read(folder, text, name="a.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return list(read_path(path))


def told(article):
    date = article.published.start.isoformat() if article.published else None
    return article.title, article.outlet, date, article.byline


UNI = "Bridge opens\nThe Courier\nMarch 3, 2014 Monday\nCopyright 2014 The Courier\nSection: A\nLength: 36 words\nByline: Jane Roe\nBody\n{text}\nLoad-Date: March 4, 2014\nEnd of Document\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ("Bridge opens", "The Courier", "2014-03-03", "Jane Roe")),
        ("March 3, 2014 Monday", "Monday 3 March 2014 10:50 AM GMT", ("Bridge opens", "The Courier", "2014-03-03", "Jane Roe")),
        (
            "March 3, 2014 Monday",
            "March 3, 2014 Monday\nLate Edition - Final",
            ("Bridge opens", "The Courier", "2014-03-03", "Jane Roe"),
        ),
        ("March 3, 2014 Monday", "March 2014", ("Bridge opens", "The Courier", "2014-03-01", "Jane Roe")),
        ("Length: 36 words\n", "", ("Bridge opens", "The Courier", "2014-03-03", "Jane Roe")),
        ("Byline: Jane Roe", "Byline: By JANE ROE", ("Bridge opens", "The Courier", "2014-03-03", "JANE ROE")),
        ("Byline: Jane Roe\n", "", ("Bridge opens", "The Courier", "2014-03-03", None)),
        ("Copyright 2014 The Courier\n", "", ("Bridge opens", "The Courier", "2014-03-03", "Jane Roe")),
        ("Bridge opens\n", "Bridge opens\nCorrection Appended\n", ("Bridge opens", "The Courier", "2014-03-03", "Jane Roe")),
        ("March 3, 2014 Monday", "Lundi 3 mars 2014", ("Bridge opens", "The Courier", None, "Jane Roe")),
        ("Load-Date: March 4, 2014\n", "", ("Bridge opens", "The Courier", "2014-03-03", "Jane Roe")),
        ("Length: 36 words", "Length:\u00a036 words", ("Bridge opens", "The Courier", "2014-03-03", "Jane Roe")),
    ],
)
def test_nexis_uni(tmp_path, old, new, expected):
    one = UNI.format(text=f"{FIRST}\n{SECOND}").replace(old, new)
    other = UNI.format(text="Nothing else happened on that day in Klow, officials said.").replace("36", "10")
    first, last = read(tmp_path, other + one), read(tmp_path, one + other)
    assert [told(r) for r in (first[1], last[0])] == [expected] * 2
    assert [r.text for r in (first[1], last[0])] == [f"Bridge opens\n\n{TEXT}"] * 2


ACADEMIC = """                               1 of 2 DOCUMENTS

                                  The Courier

                            March 3, 2014 Monday

Bridge opens

BYLINE: Jane Roe

SECTION: NEWS; Pg. 3

LENGTH: 36 words

{text}

LOAD-DATE: March 4, 2014

LANGUAGE: ENGLISH

                          Copyright 2014 The Courier
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                                  The Courier

                            March 4, 2014 Tuesday

Bridge closes

LENGTH: 10 words

Nothing else happened on that day in Klow, officials said.

LOAD-DATE: March 4, 2014
"""
OLDER = """1 of 2 DOCUMENTS

Copyright 2014 The Courier

The Courier

March 3, 2014, Monday, Final Edition

SECTION: A SECTION; Pg. A01

LENGTH: 36 words

HEADLINE: Bridge opens

BYLINE: Jane Roe

DATELINE: BRODNO, March 3

BODY:
{text}"""
SHOW = """1 of 2 DOCUMENTS

The Courier

SHOW: THE MORNING 7:00 AM EST

March 3, 2014 Monday

TRANSCRIPT: 030301.V1

SECTION: NEWS

LENGTH: 36 words

HEADLINE: Bridge opens

BYLINE: Jane Roe

GUESTS: Pavel Dorin

{text}"""
WHOLE = ("Bridge opens", "The Courier", "2014-03-03", "Jane Roe")


@pytest.mark.parametrize(
    ("head", "old", "new", "expected"),
    [
        (None, "", "", WHOLE),
        (None, "LENGTH: 36 words\n\n", "LENGTH: 36 words\n\nDATELINE: BRODNO\n\nHIGHLIGHT: A bridge.\n\n", WHOLE),
        (None, "LENGTH: 36 words\n\n", "", WHOLE),
        (None, "BYLINE: Jane Roe\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 36 words\n\n", "", (*WHOLE[:3], None)),
        (None, "Bridge opens\n", "Bridge opens\n\nCorrection Appended\n", WHOLE),
        (None, "SECTION: NEWS", "COLUMN-LEFT: View\n\nSECTION: NEWS", WHOLE),
        (None, "March 3, 2014 Monday\n", "March 3, 2014 Monday\n                              Late Edition - Final\n", WHOLE),
        (
            None,
            "The Courier\n\n                            March 3, 2014 Monday",
            "The Courier\n\n  2014",
            ("2014 Bridge opens", "The Courier", None, "Jane Roe"),
        ),
        (OLDER, "", "", WHOLE),
        (SHOW, "", "", WHOLE),
    ],
)
def test_nexis(tmp_path, head, old, new, expected):
    whole = ACADEMIC if head is None else head + ACADEMIC[ACADEMIC.index("{text}") + 6 :]
    assert old in whole
    first, second = read(tmp_path, whole.replace(old, new, 1).format(text=TEXT))
    assert told(first) == expected
    assert first.text == f"{expected[0]}\n\n{TEXT}"
    assert second.title == "Bridge closes"


def test_labels_within_a_text_do_not_end_it(tmp_path):
    text = (
        f"CORRECTION: An earlier version named another bridge.\n\n{TEXT}\n\nSUBJECT: unknown, said the note.\n\nNobody signed it."
    )
    article = read(
        tmp_path, ACADEMIC.format(text=text).replace("LOAD-DATE: March 4", "URL: http://a.example\n\nLOAD-DATE: March 4", 1)
    )[0]
    assert article.text == f"Bridge opens\n\n{text}"
    assert article.url == "http://a.example"


def test_two_nexis_articles_without_anything_between_them_are_not_read(tmp_path):
    text = ACADEMIC.format(text=TEXT)
    start, end = text.index("LOAD-DATE"), text.index("2 of 2 DOCUMENTS") + 16
    (error,) = read(tmp_path, text[:start] + text[end:])
    assert isinstance(error, BadRecord)
    assert "a second article begins here" in error.problem


FACTIVA = "SE\tWorld\nHD\tBridge opens\nBY\tBy Jane Roe\nWC\t36 words\nPD\t3 March 2014\nSN\tThe Courier\nLA\tEnglish\nLP\n{text}\nNS\tgcat : News\nAN\tDocument COURIE0020140303ea330001r\n"
PLAIN = "World\nBridge opens again\nBy Jane Roe\n36 words\n3 March 2014\nThe Courier\nCOURIE\nEnglish\n(c) 2014 The Courier\n{text}\nDocument COURIE0020140303ea330001r\n"


@pytest.mark.parametrize(
    ("layout", "old", "new"),
    [
        (FACTIVA, "", ""),
        (FACTIVA, "SE\tWorld\n", ""),
        (FACTIVA, "LP\n", "TD\n"),
        (FACTIVA, "BY\tBy Jane Roe", "CLM\tThe View\nBY\tJane Roe"),
        (FACTIVA, "HD\tBridge opens", "HD\nBridge\nopens"),
        (FACTIVA, "NS\tgcat : News\n", "NS\tgcat : News | gdip\nIPD\nLP TD\nPUB\tCourier\n"),
        (PLAIN, "Bridge opens again", "Bridge opens"),
        (PLAIN, "World\nBridge opens again", "Bridge opens"),
        (PLAIN, "Bridge opens again\nBy Jane Roe", "Bridge opens\nBy Jane Roe"),
        (PLAIN, "Bridge opens again\nBy", "Bridge opens\nBY"),
        (PLAIN, "3 March 2014\n", "3 March 2014\n15:32 GMT\n"),
        (PLAIN, "COURIE\nEnglish\n", "COURIE\n3\nVolume 10; Issue 2\nEnglish\n"),
    ],
)
def test_factiva(tmp_path, layout, old, new):
    text = layout.replace(old, new, 1).format(text=f"{FIRST}\n{SECOND}")
    first, second = read(tmp_path, text + layout.format(text=f"{SECOND}\n{FIRST}"))
    title = "Bridge opens again" if "again\n" in text else "Bridge opens"
    assert told(first) == (title, "The Courier", "2014-03-03", "Jane Roe")
    assert first.text == f"{title}\n\n{TEXT}"
    assert isinstance(second, Article)


PROQUEST = "Bridge opens\n\nAuthor: Roe, Jane\n\nFull text: {text}\n\nSubject: Bridges\n\nPublication title: The Courier; Klow\n\nPublication date: Mar 3, 2014\n\nProQuest document ID: 1\n\nDatabase: News\n"
RULE = "_" * 60 + "\n\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("Bridge opens\n\n", "Document 1 of 2\n\nTitle: Bridge opens\n\n"),
        (
            "Author: Roe, Jane\n\n",
            "Author: Roe, Jane\n\nPublication info: The Courier; Klow [Klow]03 Mar 2014: 3.\n\nAbstract: A bridge.\n\n",
        ),
        ("Full text: ", "Full text:\n\n"),
        ("Subject: Bridges", "Subject: Bridges; Rivers\n\nLocation: Klow\n\nCredit: By Jane Roe"),
    ],
)
@pytest.mark.parametrize("rules", [True, False])
def test_proquest(tmp_path, old, new, rules):
    one = PROQUEST.format(text=TEXT).replace(old, new, 1)
    other = PROQUEST.format(text="Nothing else.\n\nLocation: unknown. So the police described it on Monday.\n\nThat was all.")
    first, second = read(tmp_path, (RULE + one + RULE + other + RULE) if rules else one + "\n" + other)
    assert told(first) == WHOLE
    assert first.text == f"Bridge opens\n\n{TEXT}"
    assert (
        second.text
        == "Bridge opens\n\nNothing else.\n\nLocation: unknown. So the police described it on Monday.\n\nThat was all."
    )
