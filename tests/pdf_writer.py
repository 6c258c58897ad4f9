"""Writes small PDF files for tests: text at places, or paragraphs broken into lines with running heads."""

import textwrap

LEFT, TOP, LEADING, SIZE = 72, 700, 12, 10


def pdf_of_pieces(pages):
    """A PDF whose pages hold pieces of text (x, y, size, text), in the order given."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for n, pieces in enumerate(pages):
        drawn = b"".join(b"/F1 %d Tf\n1 0 0 1 %d %d Tm\n(%s) Tj\n" % (size, x, y, _escaped(text)) for x, y, size, text in pieces)
        stream = b"BT\n" + drawn + b"ET\n"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (5 + 2 * n)
        )
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(stream), stream))
    return _file(objects)


def pdf_of(pages, head=None, width=85):
    """Each page a list of paragraphs, broken into lines of so many characters, with a head and a page number."""
    return pdf_of_pieces([_laid_out(paragraphs, head, number, len(pages), width) for number, paragraphs in enumerate(pages, 1)])


def _laid_out(paragraphs, head, number, count, width):
    pieces, y = [], TOP
    if head:
        pieces += [(LEFT, 760, 8, f"Page {number} of {count}"), (LEFT, 748, 8, head)]
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, width):
            pieces.append((LEFT, y, SIZE, line))
            y -= LEADING
        y -= LEADING // 2 + 4
    return pieces


def _escaped(text):
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def _file(objects):
    out, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + trailer
