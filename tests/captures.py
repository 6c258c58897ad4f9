"""Web pages, records of web archives and feeds for tests, all made up."""

from __future__ import annotations

from html import escape

SENTENCE = "The ministers of Ruritania met in the capital on Monday, and they said that the talks would go on for a week."
FRENCH = "Le ministre des Affaires étrangères a déclaré mardi que les négociations entre les deux pays reprendraient lundi."


def page(title: str, text: str = SENTENCE, head: str = "") -> str:
    paragraphs = "".join(f"<p>{text} It was part {n} of the matter.</p>" for n in range(3))
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


def capture(url: str, body: bytes, head: bytes = b"Content-Type: text/html; charset=utf-8", status: bytes = b"200 OK") -> bytes:
    """One response record of a web archive."""
    payload = b"HTTP/1.1 " + status + b"\r\n" + head + b"\r\n\r\n" + body
    lines = (
        "WARC/1.0", "WARC-Type: response", "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-1234567890ab>",
        "WARC-Date: 2025-03-11T10:00:00Z", f"WARC-Target-URI: {url}", "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(payload)}", "", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + payload + b"\r\n\r\n"


def item(number: int, html: str, *, link: str | None = None, date: str = "Tue, 11 Mar 2025 10:00:00 GMT") -> str:
    """One item of an RSS feed whose content is given as the whole."""
    link = link or f"https://post.example/{number}"
    return (
        f"<item><title>Ministers meet {number}</title><link>{escape(link)}</link><guid>g{number}</guid><pubDate>{date}</pubDate>"
        f"<content:encoded>{escape(html)}</content:encoded></item>"
    )


def rss(*items: str, title: str = "Harbour Gazette") -> bytes:
    begin = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    return f"{begin}<title>{title}</title><link>https://post.example/</link>{''.join(items)}</channel></rss>".encode()
