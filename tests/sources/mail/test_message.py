"""Messages, mailboxes, digests and forwarded newsletters."""

import mailbox
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart

import pytest

from dateline.errors import SourceError
from dateline.records import Article
from dateline.sources import read_article, read_path

FIRST = "The governments of Ruritania and Syldavia opened the bridge at Brodno again on Monday, four years after it was closed."
SECOND = "“We have waited long enough,” the Ruritanian transport minister, Pavel Dorin, told reporters beside the river."


def message(subject="Bridge reopens", text=None, html=None, **headers):
    made = EmailMessage()
    made["From"] = headers.pop("sender", "Ruritania Weekly <news@weekly.example>")
    made["To"] = "jane@example.org"
    made["Date"] = "Mon, 03 Mar 2014 23:30:00 -0500"
    made["Subject"] = subject
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    if text is not None:
        made.set_content(text)
    if html is not None and text is not None:
        made.add_alternative(html, subtype="html")
    elif html is not None:
        made.set_content(html, subtype="html")
    return made


def write(folder, made, name="a.eml"):
    path = folder / name
    path.write_bytes(made if isinstance(made, bytes) else made.as_bytes())
    return path


NEWSLETTER = f"""<html><head><style>p {{ color: red }}</style></head><body>
<div style="display:none">A bridge, and a price for milk</div>
<table><tr><td><table><tr><td><a href="x">View this email in your browser</a></td></tr>
<tr><td><h1>Bridge reopens</h1></td></tr><tr><td><p>{FIRST}</p><p>{SECOND}</p></td></tr>
<tr><td>You are receiving this email because you signed up on our website.</td></tr><tr><td><a>Unsubscribe</a></td></tr></table></td></tr></table>
</body></html>"""


def test_a_newsletter(tmp_path):
    made = message(
        text="See the other part.", html=NEWSLETTER, List_Id="<weekly.example>", Archived_At="<https://weekly.example/7>"
    )
    article = read_article(write(tmp_path, made))
    assert article.text == f"Bridge reopens\n\n{FIRST}\n\n{SECOND}"
    assert (article.title, article.outlet, article.byline) == ("Bridge reopens", "Ruritania Weekly", None)
    assert article.published.start.isoformat() == "2014-03-03"
    assert article.url == "https://weekly.example/7"
    assert {item.why for item in article.left_out} == {"newsletter prompt"}
    assert "milk" not in str(article)


def test_a_letter_has_a_sender_and_no_outlet(tmp_path):
    article = read_article(
        write(tmp_path, message(sender="Jane Roe <jane@example.org>", text=f"{FIRST}\n\n-- \nJane Roe\nKlow\n"))
    )
    assert (article.outlet, article.byline) == (None, "Jane Roe")
    assert article.text == f"Bridge reopens\n\n{FIRST}"
    assert [item.why for item in article.left_out] == ["signature"] * 3


@pytest.mark.parametrize(("charset", "coding"), [("utf-8", "quoted-printable"), ("windows-1252", "base64"), ("utf-8", "8bit")])
def test_charsets_and_transfer_encodings(tmp_path, charset, coding):
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = (
        "Wöchentlich <w@example.org>",
        "Brücke – “offen”",
        "Mon, 3 Mar 2014 10:00:00 +0000",
    )
    made["List-Unsubscribe"] = "<mailto:leave@example.org>"
    made.set_content(f"{FIRST}\n\n{SECOND}\n", charset=charset, cte=coding)
    article = read_article(write(tmp_path, made))
    assert article.text == f"Brücke – “offen”\n\n{FIRST}\n\n{SECOND}"
    assert article.outlet == "Wöchentlich"


def test_an_unknown_charset_is_guessed(tmp_path):
    made = (
        message(text="x")
        .as_bytes()
        .replace(b'charset="utf-8"', b'charset="x-unheard-of"')
        .replace(b"\nx\n", f"\n{SECOND}\n".encode())
    )
    assert SECOND in read_article(write(tmp_path, made)).text


def test_lines_cut_at_72_columns_are_joined(tmp_path):
    text = "The governments of Ruritania and Syldavia opened the bridge at Brodno\nagain on Monday, four years after it was closed.\n\n"
    more = "“We have waited long enough,” the Ruritanian transport minister, Pavel\nDorin, told reporters beside the river.\n"
    assert read_article(write(tmp_path, message(text=text + more))).text == f"Bridge reopens\n\n{FIRST}\n\n{SECOND}"


def test_flowed_lines_are_joined(tmp_path):
    made = message(text=f"{FIRST}\n\n{SECOND}\n".replace("Brodno again", "Brodno \nagain"))
    made.set_param("format", "flowed")
    assert FIRST in read_article(write(tmp_path, made)).text


FORWARDED = f"""Please see below.

---------- Forwarded message ---------
From: Jana Novak <jana@example.org>
Date: Wed, Mar 5, 2014 at 9:10 AM
Subject: Fwd: Bridge reopens
To: <ottokar@example.org>

Interesting!

---------- Forwarded message ---------
From: Ruritania Weekly <news@weekly.example>
Date: Mon, Mar 3, 2014 at 8:00 PM
Subject: Bridge reopens
To: <jana@example.org>

{FIRST}

{SECOND}
"""


def test_the_innermost_of_a_forwarded_chain_is_the_article(tmp_path):
    made = message("Fwd: FW: Bridge reopens", text=FORWARDED, sender="Ottokar Weiss <ottokar@example.org>")
    article = read_article(write(tmp_path, made))
    assert article.text == f"Bridge reopens\n\n{FIRST}\n\n{SECOND}"
    assert (article.outlet, article.byline, article.published.start.isoformat()) == ("Ruritania Weekly", None, "2014-03-03")
    assert {"Please see below.", "Interesting!"} <= {item.text for item in article.left_out}


def test_a_forwarded_html_message(tmp_path):
    html = "<div>fyi</div><div>---------- Forwarded message ---------<br>From: <b>Ruritania Weekly</b> &lt;n@w.example&gt;<br>"
    html += (
        f"Date: Mon, Mar 3, 2014 at 8:00 PM<br>Subject: Bridge reopens<br>To: &lt;j@e.org&gt;</div><p>{FIRST}</p><p>{SECOND}</p>"
    )
    article = read_article(write(tmp_path, message("Fwd: Bridge", html=html, sender="A <a@e.org>")))
    assert article.text == f"Bridge reopens\n\n{FIRST}\n\n{SECOND}"
    assert article.outlet == "Ruritania Weekly"


def test_a_digest_holds_several_articles(tmp_path):
    digest = MIMEMultipart("digest")
    digest["From"], digest["Subject"], digest["Date"] = "l@e.org", "Digest", "Mon, 3 Mar 2014 10:00:00 +0000"
    for n in (1, 2):
        digest.attach(MIMEMessage(message(f"News {n}", text=f"{FIRST} Number {n}.")))
    path = write(tmp_path, digest.as_bytes())
    found = list(read_path(path))
    assert [(a.title, a.source) for a in found] == [("News 1", f"{path}#1"), ("News 2", f"{path}#2")]


def test_a_mailbox(tmp_path):
    path = tmp_path / "news.mbox"
    box = mailbox.mbox(path)
    for n in range(3):
        box.add(message(f"News {n}", text=f"From here on the road is open.\n\n{FIRST} Number {n}." if n != 1 else " "))
    box.close()
    first, empty, last = read_path(path)
    assert first.text == f"News 0\n\nFrom here on the road is open.\n\n{FIRST} Number 0."
    assert (first.source, last.source) == (f"{path}#1", f"{path}#3")
    assert empty.source == f"{path}#2"
    assert "holds no text" in empty.problem


def test_a_mailbox_without_a_name_is_known_by_its_beginning(tmp_path):
    path = tmp_path / "inbox"
    path.write_bytes(b"From jane@example.org Mon Mar  3 10:00:00 2014\n" + message(text=FIRST).as_bytes())
    assert read_article(path).title == "Bridge reopens"


def test_an_empty_mailbox(tmp_path):
    path = tmp_path / "a.mbox"
    path.write_bytes(b"\n\n")
    (error,) = read_path(path)
    assert isinstance(error, SourceError)
    assert "empty" in error.problem


def test_folders_hold_mail(tmp_path):
    write(tmp_path, message(text=FIRST))
    (article,) = read_path(tmp_path)
    assert isinstance(article, Article)


def test_windows_quotation_marks_under_a_label_of_latin_1(tmp_path):
    made = (
        b"From: a@b.example\nSubject: Bridge\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
    )
    text = FIRST.encode() + b" They didn\x92t say \x93no\x94.\n"
    assert "They didn’t say “no”." in read_article(write(tmp_path, made + text)).text


def test_messages_beyond_those_read_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.sources.mail.message.MAX_MESSAGES", 2)
    digest = MIMEMultipart("digest")
    for number in range(3):
        digest.attach(MIMEMessage(message(f"Bridge {number}", f"{FIRST} {number}")))
    error, *articles = read_path(write(tmp_path, digest.as_bytes()))
    assert "more than 2 messages" in str(error)
    assert len(articles) == 2
