from hypothesis import given, settings
from hypothesis import strategies as st

from articles import article, document
from dateline.language import parse

BODY = "“We came,” said Ana Ruiz.\n\nNobody answered her — not one."


def test_offsets_are_those_of_the_article():
    found = document(BODY, "Ruiz Speaks To An Empty Room")
    text = found.article.text
    assert all(text[t.idx : t.idx + len(t)].casefold() == t.text.casefold() for t in found.doc if t.text.isalpha())


def test_lookups():
    found = document(BODY)
    at = found.article.text.index("Nobody")
    assert found.token_at(at).text == "Nobody"
    assert found.words(found.paragraph_at(at)).startswith("Nobody")
    assert found.quotation_at(2) is not None
    assert found.quotation_at(at) is None
    assert [t.text for t in found.with_lemma(["say", "answer"])] == ["said", "answered"]


def test_articles_come_back_in_order():
    bodies = [f"Number {n} spoke." for n in range(11)]
    assert [d.article.text for d in parse(article(b) for b in bodies)] == bodies


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="aB .,\n“”'’:;()-0", min_size=3, max_size=80).filter(str.strip))
def test_any_text_parses_with_its_length(text):
    found = document(text + " Ana spoke.")
    assert len(found.doc.text) == len(found.article.text)
