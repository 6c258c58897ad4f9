"""What the network is told of each word."""

from articles import document
from dateline.statements.tagging.features import CASES, COLUMNS, QUOTES, STARTS, words_of

NAMES = tuple(COLUMNS)


def column(words, name):
    codes = words.features[:, NAMES.index(name)]
    return {text: COLUMNS[name][code] for text, code in zip(words.texts, codes, strict=True)}


def test_casing_is_told_apart_because_the_word_pieces_have_none():
    case = column(words_of(document("The UN and McCain met US envoys in 2017.")), "case")
    assert (case["The"], case["UN"], case["McCain"], case["envoys"], case["2017"]) == ("Title", "UPPER", "mixed", "lower", "none")
    assert set(case.values()) <= set(CASES)


def test_quotation_marks_are_matched_on_characters():
    quote = column(words_of(document("“We will not sign it,” Ruiz said. “Never.”")), "quote")
    assert (quote["We"], quote["sign"], quote["Ruiz"]) == ("first", "inside", "outside")
    assert set(quote.values()) <= set(QUOTES)


def test_paragraphs_and_the_headline_are_marked():
    start = column(words_of(document("Spain will not sign. Nobody wept.\n\nFrance will.", title="Madrid refuses")), "start")
    assert [start[w] for w in ("Madrid", "Spain", "Nobody", "France", "wept")] == [
        "headline",
        "paragraph",
        "sentence",
        "paragraph",
        "none",
    ]
    assert set(start.values()) <= set(STARTS)


def test_white_space_is_no_word_and_offsets_point_into_the_text():
    made = document("Spain  will not sign.\n\nFrance will.")
    words = words_of(made)
    assert all(text.strip() for text in words.texts)
    assert [made.article.text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == list(words.texts)
    assert all(0 <= head < len(words) for head in words.heads)
