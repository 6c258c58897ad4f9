"""Writes the export files beside this module: the invented articles in the documented layout of each service.

Run it after a change: `PYTHONPATH=tests python tests/sources/services/write_exports.py`. The layouts are described in dateline.sources.services.
"""

import textwrap
from html import escape
from pathlib import Path

from docx import Document

from invented_articles import ARTICLES
from pdf_writer import pdf_of

FILES = Path(__file__).parent / "files"
RULE = "_" * 60


def rtf(paragraphs, cells=False):
    """An RTF file of paragraphs, or of the cells of two-column rows."""
    end = r"\cell" if cells else r"\par"
    coded = "\n".join(f"\\pard\\plain\\f0\\fs20 {rtf_text(text)}{end}" for text in paragraphs)
    fonts = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}}{\colortbl;\red0\green0\blue0;}{\*\generator Invented 1.0;}"
    furniture = r"{\header\pard Nexis header\par}{\footer\pard Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}{{\\info{{\\title Export}}}}{furniture}\n{coded}\n}}"


def rtf_text(text):
    named = {"“": r"\ldblquote ", "”": r"\rdblquote ", "–": r"\endash ", "\n": r"\line ", "á": r"\'e1"}
    escaped = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(c if ord(c) < 128 and c != "\n" else named.get(c, f"\\u{ord(c)}?") for c in escaped)


def uni_cover():
    yield from ("User Name: Jane Roe", "Date and Time: Friday, March 7, 2014 10:12:00 AM GMT", "Job Number: 1234567")
    yield f"Documents ({len(ARTICLES)})"
    for number, a in enumerate(ARTICLES, 1):
        yield from (
            f"{number}. {a.title}",
            "Client/Matter: -None-",
            "Search Terms: ruritania and syldavia",
            "Search Type: Terms and Connectors",
        )
        yield from ("Narrowed by:", "Content Type", "News", "Narrowed by", "Timeline: 01 Mar, 2014 to 07 Mar, 2014")


def uni_article(a, end=True):
    yield from (a.title, a.outlet, a.date, f"Copyright 2014 {a.outlet} Ltd All Rights Reserved", "Section: NEWS; Pg. 3")
    yield f"Length: {a.words} words"
    if a.byline:
        yield f"Byline: {a.byline}"
    yield "Dateline: KLOW"
    yield "Body"
    yield from a.paragraphs
    yield from ("Graphic", "The bridge at Brodno on Monday", "Classification", "Language: ENGLISH", "Publication-Type: Newspaper")
    yield "Load-Date: March 9, 2014"
    if end:
        yield "End of Document"


def uni_lines():
    return [*uni_cover(), *(line for a in ARTICLES for line in uni_article(a))]


def write_uni():
    document = Document()
    for line in uni_cover():
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = "Running head of the service"
    for a in ARTICLES:
        first, *rest = uni_article(a)
        document.add_paragraph(first, style="Heading 1")
        for line in rest:
            document.add_paragraph(line)
    document.save(FILES / "nexis_uni.docx")
    (FILES / "nexis_uni.rtf").write_text(rtf(uni_lines()), encoding="ascii")
    (FILES / "nexis_uni_converted.txt").write_text("\n".join(uni_lines()) + "\n", encoding="utf-8")
    pages = [list(uni_cover()), *(list(uni_article(a)) for a in ARTICLES)]
    (FILES / "nexis_uni.pdf").write_bytes(pdf_of(pages, head="Ruritania and Syldavia"))


def academic_fields(a, us):
    if a.byline:
        yield f"BYLINE: {'By ' if us else ''}{a.byline.upper() if us else a.byline}"
    yield "SECTION: Section A; Column 1; Foreign Desk; Pg. 3" if us else "SECTION: NEWS; Pg. 3"
    yield f"LENGTH: {a.words} words"
    if us:
        yield "DATELINE: KLOW, March 3"


def academic_tail(a, us):
    if us:
        yield "URL: http://www.example.org/klow"
        yield "GRAPHIC: PHOTO: The bridge at Brodno on Monday, with the first of the lorries that had waited since the morning. (PHOTOGRAPH BY ANNA BELL)"
    yield from ("LOAD-DATE: March 9, 2014", "LANGUAGE: ENGLISH", "PUBLICATION-TYPE: Newspaper", "JOURNAL-CODE: RCR")


def academic_txt(us):
    out = [
        "\n\n\n\nDownload Request: Select Items: 1-4\nTime Of Request: Friday, March 7, 2014  10:12:00 EST\n\nSend To:\n\nROE, JANE"
    ]
    out.append("Terms: (ruritania and syldavia)\n\n\nSource: All English Language News\nProject ID: None\n\n")
    for number, a in enumerate(ARTICLES, 1):
        out.append(f"{number} of {len(ARTICLES)} DOCUMENTS".center(80).rstrip() + "\n\n")
        if us:
            out.append(f"Copyright 2014 {a.outlet} Company".center(80).rstrip())
        out.append(a.outlet.center(80).rstrip())
        edition = (
            "\n" + "Late Edition - Final".center(80).rstrip()
            if us
            else "\n" + "Edition 1;".center(80).rstrip() + "\n" + "Scotland".center(80).rstrip()
        )
        out.append(a.date.center(80).rstrip() + edition)
        out.append(textwrap.fill(a.title, 60))
        out += [textwrap.fill(line, 80) for line in academic_fields(a, us)]
        out += [textwrap.fill(paragraph, 80, break_on_hyphens=False) for paragraph in a.paragraphs]
        out += [textwrap.fill(line, 80) for line in academic_tail(a, us)]
        if not us:
            out.append(
                "\n" + f"Copyright 2014 {a.outlet} Limited".center(80).rstrip() + "\n" + "All Rights Reserved".center(80).rstrip()
            )
    return "\n\n".join(out) + "\n"


def academic_html():
    out = [
        "<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD><BODY><DIV CLASS='c5'><P>Download Request: Select Items: 1-4<BR>Terms: ruritania</P></DIV>"
    ]
    for number, a in enumerate(ARTICLES, 1):
        out.append(f'<A NAME="DOC_ID_1_{number}"></A><!-- Hide XML section from browser\n<DOC NUMBER={number}>\n<DOCFULL> -->')
        out.append(f'<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{number} of {len(ARTICLES)} DOCUMENTS</SPAN></P>\n</DIV>')
        out.append(f'<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN CLASS="c2">{escape(a.outlet)}</SPAN></P>\n</DIV>')
        month, rest = a.date.split(" ", 1)
        out.append(
            f'<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">{month}</SPAN><SPAN CLASS="c2"> {rest}</SPAN><BR><SPAN>First Edition</SPAN></P></DIV>'
        )
        out.append(f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">{escape(a.title)}</SPAN></P></DIV>')
        for line in academic_fields(a, False):
            label, value = line.split(": ", 1)
            out.append(
                f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">{label}: </SPAN><SPAN CLASS="c2">{escape(value)}</SPAN></P></DIV>'
            )
        out.append(
            '<BR><DIV CLASS="c5">'
            + "\n".join(f'<P CLASS="c10"><SPAN CLASS="c2">{escape(p)}</SPAN></P>' for p in a.paragraphs)
            + "</DIV>"
        )
        for line in academic_tail(a, False):
            label, value = line.split(": ", 1)
            out.append(
                f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">{label}: </SPAN><SPAN CLASS="c2">{value}</SPAN></P></DIV>'
            )
        out.append(
            f'<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN CLASS="c2">Copyright 2014 {escape(a.outlet)}<BR>All Rights Reserved</SPAN></P></DIV>'
        )
        out.append("<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->")
    return "\n".join(out) + "\n</BODY></HTML>\n"


def write_academic():
    (FILES / "nexis_academic.txt").write_text(academic_txt(us=False), encoding="utf-8")
    (FILES / "nexis_academic_us.txt").write_text(academic_txt(us=True), encoding="utf-8")
    (FILES / "nexis_academic.html").write_text(academic_html(), encoding="utf-8")


def factiva_fields(number, a):
    day, month, year = a.day[8:].lstrip("0"), "March", "2014"
    yield "SE", ["World"]
    yield "HD", [a.title]
    if a.byline:
        yield "BY", [f"By {a.byline}"]
    yield "WC", [f"{a.words} words"]
    yield "PD", [f"{day} {month} {year}"]
    yield "ET", ["15:32"]
    yield "SN", [a.outlet]
    yield "SC", ["RURCOU"]
    yield "PG", ["3"]
    yield "LA", ["English"]
    yield "CY", [f"(c) 2014 {a.outlet} Limited. All rights reserved."]
    yield "LP", list(a.paragraphs[:2])
    yield "TD", list(a.paragraphs[2:])
    yield "NS", ["gcat : Political/General News | gdip : International Relations"]
    yield "RE", ["eurz : Europe"]
    yield "PUB", [f"{a.outlet} Limited"]
    yield "AN", [f"Document RURCOU00{a.day.replace('-', '')}ea33000{number}r"]


def factiva_plain(number, a):
    fields = dict(factiva_fields(number, a))
    yield from ("World", a.title)
    if a.byline:
        yield f"By {a.byline}"
    for code in ("WC", "PD", "ET", "SN", "SC", "LA", "CY"):
        yield from fields[code]
    yield from a.paragraphs
    yield from fields["AN"]


def factiva_html():
    out = [
        "<html><head><title>Factiva</title><style>.article {color: #000}</style></head><body><h1>Factiva</h1><span>Dow Jones</span>"
    ]
    for number, a in enumerate(ARTICLES, 1):
        out.append('<div class="article enArticle"><table>')
        for code, values in factiva_fields(number, a):
            cell = (
                "".join(f'<p class="articleParagraph enarticleParagraph">{escape(v)}</p>\n' for v in values)
                if code in {"LP", "TD"}
                else escape(values[0])
            )
            cell = f"<b class='enHeadline'>{cell}</b>" if code == "HD" else cell
            out.append(f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>')
        out.append("</table><br/></div><br/><span></span>")
    out.append(
        '<div id="pageFooter"><span class="copyright">&copy; 2014 Factiva, Inc. All rights reserved.</span></div></body></html>'
    )
    return "\n".join(out)


def write_factiva():
    cells = [
        cell for n, a in enumerate(ARTICLES, 1) for code, values in factiva_fields(n, a) for cell in (code, "\n".join(values))
    ]
    summary = ["Search Summary", "Text", "ruritania and syldavia", "Date", "In the last week", "Results Found", "4"]
    (FILES / "factiva_indexed.rtf").write_text(rtf([*cells, *summary], cells=True), encoding="ascii")
    (FILES / "factiva_indexed.html").write_text(factiva_html(), encoding="utf-8")
    lines = []
    for n, a in enumerate(ARTICLES, 1):
        lines += [f"{code:<4}" + "\n\n".join(values) for code, values in factiva_fields(n, a)] + [
            f"Page {n} of 4 © 2014 Factiva, Inc. All rights reserved."
        ]
    (FILES / "factiva_indexed.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    plain = [line for n, a in enumerate(ARTICLES, 1) for line in factiva_plain(n, a)]
    (FILES / "factiva_plain.rtf").write_text(rtf([*plain, *summary]), encoding="ascii")
    divs = [f"<div>{escape(line)}</div>" for line in plain]
    (FILES / "factiva_plain.html").write_text(
        "<html><body><h1>Factiva</h1>" + "\n".join(divs) + "</body></html>", encoding="utf-8"
    )


def proquest_fields(number, a):
    month_day = f"Mar {int(a.day[8:])}, 2014"
    yield "Subject", "International relations; Bridges"
    yield "Location", "Ruritania; Syldavia"
    yield "Publication title", f"{a.outlet}; Strelsau"
    yield "First page", "A3"
    yield "Publication year", "2014"
    yield "Publication date", month_day
    yield "Publisher", f"{a.outlet} Ltd"
    yield "Place of publication", "Strelsau"
    yield "Country of publication", "Ruritania, Strelsau"
    yield "Publication subject", "General Interest Periodicals--Ruritania"
    yield "Source type", "Newspapers"
    yield "Language of publication", "English"
    yield "Document type", "News"
    yield "ProQuest document ID", f"15040000{number}"
    yield "Document URL", f"https://search.proquest.com/docview/15040000{number}"
    yield "Copyright", f"Copyright {a.outlet} {month_day}"
    yield "Last updated", "2017-11-22"
    yield "Database", "Global Newsstream"


def proquest_author(a):
    names = (a.byline or "").split(" and ")
    return "; ".join(f"{name.split()[1]}, {name.split()[0]}" for name in names if name)


def proquest_lines(number, a):
    yield a.title
    if a.byline:
        yield f"Author: {proquest_author(a)}"
    yield f"Publication info: {a.outlet} ; Strelsau [Strelsau]{a.day}: A3."
    yield f"https://search.proquest.com/docview/15040000{number}?accountid=1"
    yield f"Abstract: {a.paragraphs[0]}"
    yield "Links: http://sfx.example.org/sfx_local?genre=article"
    first, *rest = a.paragraphs
    yield f"Full text: {first}"
    yield from rest
    for label, value in proquest_fields(number, a):
        yield f"{label}: {value}"


def proquest_html():
    out = ["<html><head><title>ProQuest</title></head><body>"]
    for number, a in enumerate(ARTICLES, 1):
        out.append(
            f'<div style="margin-bottom:20px"><a name="DocID_X_{number}"></a><p></p><p style="font-weight:bold;">{escape(a.title)}</p>'
        )
        if a.byline:
            out.append(f"<p><strong>Author:  </strong>{escape(proquest_author(a))}</p>")
        out.append(f'<p><a href="https://search.proquest.com/docview/15040000{number}">ProQuest document link</a></p>')
        out.append(f"<p><strong>Abstract:  </strong></p>\n<p>{escape(a.paragraphs[0])}</p><div style='clear:both'></div>")
        out.append(
            f'<p><strong>Full text: </strong><text wordcount="{a.words}">'
            + " ".join(f"<p>{escape(p)}</p>" for p in a.paragraphs)
            + "</text></p>"
        )
        out += [f"<p><strong>{label}: </strong>{escape(value)}</p>" for label, value in proquest_fields(number, a)]
        out.append("</div>")
    return "\n".join(out) + "</body></html>"


def write_proquest():
    blocks = [RULE, "Report Information from ProQuest", "March 07 2014 05:12", RULE]
    blocks += ["Table of contents", *(f"{n}. {a.title}" for n, a in enumerate(ARTICLES, 1))]
    for number, a in enumerate(ARTICLES, 1):
        blocks += [RULE, *proquest_lines(number, a)]
    blocks += [
        RULE,
        "Contact us at: http://www.proquest.com/go/pqissupportcontact",
        "Database copyright © 2014 ProQuest LLC. All rights reserved.",
    ]
    (FILES / "proquest.txt").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    (FILES / "proquest.html").write_text(proquest_html(), encoding="utf-8")
    flat = [line for n, a in enumerate(ARTICLES, 1) for line in (f"Document {n} of {len(ARTICLES)}", *proquest_lines(n, a))]
    (FILES / "proquest.rtf").write_text(rtf(flat), encoding="ascii")
    document = Document()
    for line in flat:
        document.add_paragraph(line)
    document.save(FILES / "proquest.docx")


if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    write_uni()
    write_academic()
    write_factiva()
    write_proquest()
