"""Word documents: other files in a zip, and files made to fill the memory."""

import zipfile

import pytest
from docx import Document

from dateline.errors import UnreadableSource
from dateline.sources import read_article, read_path
from dateline.sources.office import docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = "They met on Monday in Klow, officials said."


def packed(folder, **parts):
    path = folder / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return path


def only_error(path):
    (error,) = read_path(path)
    assert isinstance(error, UnreadableSource)
    assert error.source == str(path)
    assert error.remedy
    return error.problem


def test_a_document_with_a_table_and_breaks(tmp_path):
    document = Document()
    document.add_heading("Ministers meet", 0)
    document.add_paragraph("They met").add_run(" on Monday in Klow,").add_text(" officials said.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = (
        "The talks were about the shared reservoir.",
        "They will go on in May, an envoy said.",
    )
    document.save(tmp_path / "a.docx")
    text = (
        "Ministers meet\n\n" + BODY + "\n\nThe talks were about the shared reservoir.\n\nThey will go on in May, an envoy said."
    )
    assert read_article(tmp_path / "a.docx").text == text


def test_deleted_and_alternative_text_is_not_read(tmp_path):
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        "<w:p><w:r><w:t>They met on Monday</w:t></w:r><w:del><w:r><w:t> secretly</w:t><w:delText>x</w:delText></w:r></w:del>"
        "<mc:AlternateContent><mc:Fallback><w:r><w:t> twice</w:t></w:r></mc:Fallback></mc:AlternateContent>"
        "<w:r><w:t> in Klow, officials said.</w:t></w:r></w:p>"
    )
    path = packed(tmp_path, word__document_xml=f"<w:document {W} {mc}><w:body>{body}</w:body></w:document>")
    assert read_article(path).text == BODY


def test_other_files_are_named(tmp_path):
    assert "an Excel file" in only_error(packed(tmp_path, xl__workbook_xml="<x/>"))
    assert "a PowerPoint file" in only_error(packed(tmp_path, ppt__presentation_xml="<x/>"))
    assert "a zip archive" in only_error(packed(tmp_path, a_xml="<x/>"))


@pytest.mark.parametrize("xml", ["<w:document", "", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>\0</a>"])
def test_broken_main_parts(tmp_path, xml):
    only_error(packed(tmp_path, word__document_xml=xml))


def test_a_document_without_text(tmp_path):
    assert "holds no text" in only_error(packed(tmp_path, word__document_xml=f"<w:document {W}/>"))


def test_what_unpacks_to_too_much(tmp_path, monkeypatch):
    monkeypatch.setattr(docx, "MAX_XML", 1000)
    assert "unpacks to more than" in only_error(packed(tmp_path, word__document_xml=f"<w:document {W}>{' ' * 5000}</w:document>"))


def test_elements_outside_paragraphs_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(docx, "MAX_ELEMENTS", 1000)
    assert "more than 1,000 elements" in only_error(packed(tmp_path, word__document_xml=f"<a {W}>{'<b/>' * 1000}</a>"))
