"""Whatever people feed it: mails, archives, tables, pipes, folders; and what is said of the rest."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pickle
import plistlib
import textwrap
import threading
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

import pytest

import samestory
from samestory import UnreadableError, read, read_many

FILES = sorted(Path(__file__).parent.glob("articles/*"))
TEXTS = [path.read_text(encoding="utf-8") for path in FILES if path.suffix == ".txt"]
PAGES = [path.read_bytes() for path in FILES if path.suffix == ".html"]
LEDE = (
    "The mayor of Westhaven said on Friday that the bridge over the Ense will be rebuilt before the end of next year."
)


def statements(article: samestory.Article) -> Counter[tuple[str, str, str | None]]:
    return Counter((said.kind, said.text, said.speaker) for said in article.statements)


def mail(text: str, coding: str | None = None) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Fwd: Bridge to be rebuilt"
    message["From"] = "Ana Ruiz <ana@westhaven.example>"
    message["Date"] = "Fri, 28 Mar 2025 21:29:00 +0530"
    message.set_content(text, cte=coding)
    return bytes(message)


def table(texts: list[str], mark: str = ",") -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=mark).writerows([["id", "Text"], *([str(at), text] for at, text in enumerate(texts))])
    return file.getvalue().encode()


def answered(page: bytes, kind: bytes = b"text/html") -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n\r\n" + page
    return b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body)


MANY = [
    ("lines of JSON", "\n".join(json.dumps({"text": text}) for text in TEXTS).encode()),
    ("a list in JSON", json.dumps([{"body": text} for text in TEXTS], indent=1).encode()),
    ("a list in an object", json.dumps({"found": 3, "articles": [{"content": text} for text in TEXTS]}).encode()),
    ("a table with commas", table(TEXTS)),
    ("a table with tabs", table([textwrap.indent(text, "> ", lambda line: True) for text in TEXTS], "\t")),
    ("a packed table", gzip.compress(table(TEXTS))),
]


@pytest.mark.parametrize("data", [row[1] for row in MANY], ids=[row[0] for row in MANY])
def test_each_row_of_a_table_is_an_article(data):
    articles = read_many(data)
    assert [article.row for article in articles] == [*range(1, len(TEXTS) + 1)]
    assert list(map(statements, articles)) == [statements(read(text)) for text in TEXTS]


@pytest.mark.parametrize("coding", [None, "quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_mail_says_what_its_text_says(text, coding):
    data = mail(text, coding)
    article = read(data)
    assert statements(article) == statements(read(text))
    if coding != "base64":
        last, lines = article.paragraphs[-1], data.decode().split("\n")
        assert lines[last.line - 1].startswith(last.text[:5].encode("ascii", "ignore").decode())


def test_a_mail_tells_what_its_text_does_not():
    article = read(mail(LEDE))
    assert (article.title, article.byline) == ("Bridge to be rebuilt", ["Ana Ruiz"])
    assert article.published == "2025-03-28T21:29+05:30"


def test_a_row_tells_what_its_text_does_not_and_where_it_stands():
    row = {"headline": "Bridge to be rebuilt", "text": f"{LEDE}\n{LEDE}", "link": "http://westhaven.example/1"}
    row |= {"date": "28 March 2025", "source": "The Post", "authors": ["Ana Ruiz", "Jo Roe"]}
    article = read_many(json.dumps({"text": LEDE}) + "\n" + json.dumps(row))[1]
    assert [(p.kind, p.line) for p in article.paragraphs] == [("headline", 2), ("body", 2), ("body", 2)]
    assert (article.title, article.url, article.outlet) == (row["headline"], row["link"], "The Post")
    assert (article.published, article.byline) == ("2025-03-28", ["Ana Ruiz", "Jo Roe"])
    of_table = read_many(table(["One\n\ntext\nis here, and it is short enough.", f"{LEDE}\n{LEDE}"]))[1]
    assert [p.line for p in of_table.paragraphs] == [6, 7]


def test_rows_of_a_list_in_an_object_stand_on_their_own_lines():
    rows = ",\n".join(json.dumps({"content": text}) for text in TEXTS)
    articles = samestory.read_many(f'{{"found": 3, "articles": [\n{rows}\n]}}'.encode())
    assert [article.paragraphs[0].line for article in articles] == [*range(2, len(TEXTS) + 2)]


@pytest.mark.parametrize(("without", "more"), [(1, ""), (2, " and 1 more")])
def test_rows_without_a_text_are_noted(without, more):
    rows = "\n".join([json.dumps({"text": LEDE}), *[json.dumps({"id": 1})] * without])
    note = read_many(rows)[0].note
    assert note is not None
    assert note.startswith("row 2: no text, but id")
    assert note.endswith(f"fulltext){more}")


def test_pages_in_archives_are_read():
    saved = {"WebMainResource": {"WebResourceData": PAGES[0], "WebResourceURL": "https://westhaven.example/1"}}
    assert read(plistlib.dumps(saved, fmt=plistlib.FMT_BINARY)).title == read(PAGES[0]).title
    archive = answered(b"\x89PNG", b"image/png") + answered(PAGES[0]) + answered(gzip.compress(PAGES[1]))
    for data in (archive, gzip.compress(archive)):
        assert [article.title for article in read_many(data)] == [read(page).title for page in PAGES]


@pytest.mark.parametrize("data", [PAGES[0], TEXTS[0].encode()], ids=["page", "text"])
def test_what_is_packed_is_unpacked(data):
    assert statements(read(gzip.compress(data))) == statements(read(data))


REFUSED = [
    ("several articles", table(TEXTS), "several", "3 articles in one file"),
    ("no column of text", b"id,headline,date\n1,Bridge,2025-03-28\n", "no-text", "of text, but id, headline, date"),
    ("a row without text", b'{"id": 1, "name": "Bridge"}', "no-article", "no text, but id, name"),
    ("packed and cut off", gzip.compress(PAGES[0])[:500], "broken", "a broken gzip file"),
    ("a PDF", b"%PDF-1.7", "other-kind", "pdftotext"),
    ("a document", b"PK\x03\x04word/document.xml", "other-kind", "save a document"),
    ("a wall", b"<html><title>Just a moment...</title><p>Are you a robot?</p>", "no-article", "“Just a moment...”"),
    ("an error", f"<html><title>404 Not Found</title><p>{LEDE}</p>".encode(), "no-article", "404"),
    ("scripts", b"<title>Post</title><noscript>Please enable JavaScript here</noscript>", "no-article", "scripts"),
    ("JSON and then none", b'{"name": "Bridge"}me": "Pier" ', "no-article", "no text, but name"),
    ("own JSON without its text", b'{"samestory": 1, "articles": []}', "no-article", "without the text"),
    ("own JSON of numbers", b'{"samestory": 1, "articles": [5]}', "no-article", "without the text"),
    ("own JSON changed", b'{"samestory": 1, "articles": [{"paragraphs": [5]}]}', "no-article", "written over"),
    ("own JSON with a line too far", b'{"samestory": 1, "articles": [{"paragraphs": [{"kind": "", "line": 1e400}]}]}',
     "no-article", "written over"),
    ("a report", b'<!DOCTYPE html><meta name="generator" content="samestory 1"><p>Bridge', "other-kind", "a report of"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_not_read_is_said_in_a_line(data, code, reason):
    with pytest.raises(UnreadableError) as refused:
        read(data)
    assert refused.value.code == code
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_refusal_goes_whole_from_one_process_to_another():
    refused = pickle.loads(pickle.dumps(UnreadableError("empty", "empty file")))
    assert (refused.code, str(refused)) == ("empty", "empty file")


def test_an_article_of_which_only_the_beginning_is_there_is_noted():
    paid = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
    assert read(f"<html><title>Bridge to be rebuilt</title>{paid}<p>{LEDE}</p>").note == samestory.TEASER_ONLY
    assert read(f"<html><title>Bridge to be rebuilt</title><p>{LEDE}</p>").note is None


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXTS[1].encode()))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *arguments: str) -> tuple[int, list[str], str]:
    """Return the exit status, the paths and names of the articles read, and what was said on standard error."""
    status = samestory.main([*arguments, "--format", "json"])
    out, err = capsys.readouterr()
    return status, [article["path"] for article in json.loads(out)["articles"]] if out else [], err


def test_a_folder_says_what_of_it_is_not_read(folder, capsys):
    (folder / "old").mkdir()
    (folder / "notes.md").write_text("x")
    status, paths, err = run(capsys, ".")
    assert (status, paths) == (0, ["a.txt", "b.txt.gz"])
    assert err.startswith("samestory: .: 1 file and 1 folder in it not read")
    assert err.count("\n") == 1


def test_our_own_report_in_the_folder_is_no_article(folder, capsys):
    for _ in range(2):
        assert samestory.main([".", "-o", "report.html"]) == 0
        assert samestory.main([".", "-o", "story.json"]) == 0
    assert run(capsys, ".")[1] == ["a.txt", "b.txt.gz"]
    assert run(capsys, "report.html")[0] == 2


def test_our_own_json_gives_its_articles_again(folder, capsys):
    assert samestory.main(["a.txt", "b.txt.gz", "--show", "text", "-o", "story.json"]) == 0
    again = read_many((folder / "story.json").read_bytes())
    assert list(map(statements, again)) == [statements(read(text)) for text in TEXTS[:2]]


def test_a_pattern_that_the_shell_left_is_resolved(folder, capsys):
    assert run(capsys, "*.txt*")[:2] == (0, ["a.txt", "b.txt.gz"])
    assert "no such file" in run(capsys, "c*.txt")[2]


def test_an_address_is_not_fetched(folder, capsys):
    status, _, err = run(capsys, "https://westhaven.example/bridge?page=1")
    assert status == 2
    assert "no network is opened" in err


def test_what_the_user_calls_an_article(folder):
    (folder / "c=d.txt").write_text(TEXTS[0], encoding="utf-8")
    articles, problems = samestory.read_all(["Post=a.txt", "c=d.txt", "a.txt"], 50)
    assert [(article.name, article.path) for article in articles] == [("Post", "a.txt"), ("", "c=d.txt"), ("", "a.txt")]
    assert not problems


def test_a_named_pipe_is_read(folder, capsys):
    os.mkfifo("pipe")
    writer = threading.Thread(target=lambda: (folder / "pipe").write_text(TEXTS[0], encoding="utf-8"))
    writer.start()
    assert run(capsys, "pipe")[:2] == (0, ["pipe"])
    writer.join()


def test_with_nothing_named_standard_input_is_read(folder, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXTS[0].encode())))
    assert run(capsys)[:2] == (0, ["-"])


def test_a_year_that_no_page_is_from_is_no_day_of_publication():
    for year in ("0001", "9999"):
        article = read(f"Bridge to be rebuilt\nDecember 31, {year}\n{LEDE} It opens tomorrow, and not on Friday.")
        assert (article.published, article.dates) == (None, [])


FRENCH = """Le pont de Westhaven sera reconstruit
La maire a dit que le pont fermé le 4 mai 2025 sera reconstruit dans les mois qui viennent, et que le prix est de 3,5 %
du budget. « Nous allons le reconstruire », a dit la maire de la ville, et les 1.200 habitants en sont heureux."""
GERMAN = """Die Brücke wird neu gebaut
Die Bürgermeisterin sagte, dass die am 28. März 2025 gesperrte Brücke nicht mit dem Geld von der Stadt gebaut wird.
„Wir bauen sie wieder auf“, sagte sie den Leuten, und das ist auch ein Wort, mit dem der Rat nicht zu Ende ist."""


def test_outside_english_quotations_dates_and_figures_are_read_and_nobody_is_guessed():
    article = read(FRENCH)
    assert article.language == "fr"
    assert [(said.kind, said.text, said.speaker) for said in article.statements] == [
        ("direct", "Nous allons le reconstruire", None)
    ]
    assert [(found.text, found.date) for found in article.dates] == [("4 mai 2025", "2025-05-04")]
    assert [(figure.text, figure.value) for figure in article.figures] == [("3,5 %", 3.5), ("1.200 habitants", 1200)]
    assert (read(GERMAN).language, [found.date for found in read(GERMAN).dates]) == ("de", ["2025-03-28"])
    assert [said.text for said in read(GERMAN).statements] == ["Wir bauen sie wieder auf"]


def test_the_language_is_told_by_small_words_where_there_are_enough():
    assert [read(text).language for text in TEXTS] == ["en"] * len(TEXTS)
    assert read("Bridge\nRiver, stone, iron: 12 tons, 4 days, Westhaven Ense Reno Nevada.").language is None


def test_a_set_of_several_languages_says_so(folder, capsys):
    (folder / "c.txt").write_text(FRENCH, encoding="utf-8")
    status, _, err = run(capsys, "a.txt", "c.txt")
    assert status == 0
    assert "1 in en and 1 in fr" in err
