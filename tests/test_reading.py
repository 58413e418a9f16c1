"""Reading: bytes and files to text, lines of text to paragraphs, the words on top to title, byline and date."""

from __future__ import annotations

import contextlib

import pytest
from conftest import rendered
from hypothesis import given
from hypothesis import strategies as st

import samestory
from samestory import UnreadableError, read

HEADLINE = "Bridge to be rebuilt"
LEDE = (
    "The mayor of Westhaven said on Friday that the bridge over the Ense will be rebuilt before the end of next year."
)
MORE = (
    "Work on the piers begins in April, and the two outer lanes are to open again by June, the city council was told."
)


def kinds(*lines: str) -> str:
    return " ".join(p.kind for p in read("\n".join([*lines, ""])).paragraphs)


FRONTS = [
    ("headline above the text", [HEADLINE, "", LEDE], "headline body"),
    ("no headline: a long sentence first", [LEDE, MORE], "body body"),
    ("a short sentence as headline", ["The bridge will be rebuilt.", LEDE], "headline body"),
    (
        "Most Words Have Capitals",
        ["Mayor Says Bridge Will Be Rebuilt by ‘Next Winter.’", "No!", LEDE],
        "headline body body",
    ),
    ("headline printed twice", [HEADLINE, "", HEADLINE, LEDE], "headline boilerplate body"),
    ("breadcrumbs that end in the headline", [HEADLINE, LEDE, f"HomeCity{HEADLINE}"], "headline body boilerplate"),
    ("a section's name above the headline", ["City", HEADLINE, LEDE], "boilerplate headline body"),
    ("a bare date", [HEADLINE, "2025-03-28", LEDE], "headline timestamp body"),
    ("a date glued to the first sentence", [f" date 2025-03-28 {LEDE}"], "timestamp body"),
    ("a label glued to a date", [HEADLINE, "Published28 Mar 2025, 09:29 PM IST", LEDE], "headline timestamp body"),
    ("a label without a date", [HEADLINE, "Ana Ruiz", "Updated:", LEDE], "headline byline timestamp body"),
    ("standfirst with a bullet", [HEADLINE, f"  • {MORE}", "2025-03-28", LEDE], "headline standfirst timestamp body"),
    ("standfirst above a byline", [HEADLINE, MORE, "By Ana Ruiz", LEDE], "headline standfirst byline body"),
    ("an outlet above the date", [HEADLINE, "Post", "28 March 2025", LEDE], "headline boilerplate timestamp body"),
    ("an outlet before the date", [HEADLINE, "Post News | March 28, 2025", LEDE], "headline timestamp body"),
    ("a date in a headline", ["Trial opens on March 28, 2025", LEDE], "headline body"),
    (
        "a writer with his job",
        [f"{HEADLINE} soon", "Ana Ruiz, City Editor", "2 hours ago", LEDE],
        "headline byline timestamp body",
    ),
    ("a menu of short words", ["Home", "City", "Sports", HEADLINE, LEDE], "boilerplate " * 3 + "headline body"),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in FRONTS], ids=[row[0] for row in FRONTS])
def test_what_stands_above_the_body_is_told_apart(lines, expected):
    assert kinds(*lines) == expected


BETWEEN = [
    (".", "boilerplate"),
    ("* * *", "boilerplate"),
    ("0:00", "boilerplate"),
    ("MoreLess", "boilerplate"),
    ("Related Content", "boilerplate"),
    ("Also Read | Why the piers of the old bridge gave way", "boilerplate"),
    ("Read more: Why the piers of the old bridge gave way.", "boilerplate"),
    ("Read or Share this story: http://harbour.example/1", "boilerplate"),
    ("Copyright 2015 Harbour News. All rights reserved.", "boilerplate"),
    ("The Island Press and Eva Brook contributed to this report.", "boilerplate"),
    ("(Reporting by Eva Brook; editing by Bo Hart)", "boilerplate"),
    ("Contributing: Eva Brook", "boilerplate"),
    ("To see the whole film of the pier, click here.", "boilerplate"),
    ("Download the Harbour News 2 app for your phone", "boilerplate"),
    ("MORE: Ferry company asks the city for money", "boilerplate"),
    ("Email Newsletters Sign up for one of our email newsletters.", "boilerplate"),
    ("This is a developing story and will be updated.", "boilerplate"),
    ("Stay with Harbour 5 News for the latest on this story.", "boilerplate"),
    ("Contact Eva Brook at ebrook@harbour.example or 555-0100.", "boilerplate"),
    ("Follow Eva Brook on Twitter.", "boilerplate"),
    ("Eva Brook is a Harbour News staff writer. Reach her at 555-0100.", "boilerplate"),
    ("(© 2016 KXYZ)", "boilerplate"),
    ("(Copyright (c) 2016 Harbour Television. All Rights Reserved.)", "boilerplate"),
    ("Contact with the pilot was lost at noon, the harbour master said.", "body"),
    ("More than a dozen piers stayed closed, the city said.", "body"),
    ("The pier has been closed since the storm. Click here to read more about it.", "body"),
    ("Stay updated with everything that happens in Westhaven. Get the news here!", "boilerplate"),
    ("FERRY COMPANY ASKS CITY FOR MONEY AS BRIDGE STAYS CLOSED", "boilerplate"),
    ("What the city pays", "subhead"),
    ("WHAT IT COSTS", "subhead"),
    ("The old bridge on March 2, 2025. (Ann Lee/The Westhaven Post via AP)", "caption"),
    ("The old bridge on a day in March. (Photo by Ann Lee / AFP)(AFP)", "caption"),
    ("The old bridge in March. Photo by ANN LEE/AFP via Getty Images", "caption"),
    ("The old bridge in March (AFP)", "caption"),
    ("Ann Lee via Getty Images.", "caption"),
    ("Divers look at the old bridge. Eva Brook reports. (Published Monday, Aug. 15, 2016)", "caption"),
    ("The old bridge in March. REUTERS/Ann Lee", "caption"),
    ("FILE - The old bridge on a day in March, before it was closed.", "caption"),
    ("Image source, Getty Images", "caption"),
    ("Listen to this article 4 min", "boilerplate"),
    ("Click to read more and view comments", "boilerplate"),
    ("Story continues below advertisement", "boilerplate"),
    ("He showed them a picture (an old photo of the bridge) on Friday, and left.", "body"),
    ("Friday, March 28, 2025", "timestamp"),
    ("Last updated on 28 March 2025 at 10.15am", "timestamp"),
    ("UPDATE @ 5:30 p.m. (Oct. 26):", "timestamp"),
    ("“It stands,” he said.", "body"),
    ("He went on:", "body"),
    ("“Now!”", "body"),
    ("Related:", "boilerplate"),
    ("Q: Will it stand?", "body"),
    ("– Piers: 12 million", "body"),
    ("NASA paid for it.", "body"),
    ("He repeated: “Read more and watch less, that is what I tell them.”", "body"),
    ("It opened on March 28, 2025, the council said.", "body"),
    ("She read a note from the agency (Reuters) and left.", "body"),
]


@pytest.mark.parametrize(("line", "expected"), BETWEEN, ids=[row[0][:40] for row in BETWEEN])
def test_a_line_between_paragraphs_is_what_it_looks_like(line, expected):
    article = read(f"{HEADLINE}\n{LEDE}\n{MORE}\n{line}\n{LEDE} It will.\n{MORE} It was.")
    assert [p.kind for p in article.paragraphs if p.line == 4] == [expected]
    assert [p.line for p in article.paragraphs if p.kind == "body" and p.line != 4] == [2, 3, 5, 6]


def test_a_short_line_that_nothing_follows_heads_nothing():
    assert kinds(HEADLINE, LEDE, "The ferry leaves at nine") == "headline body body"
    assert kinds(HEADLINE, LEDE, "Related Content", "Ferry leaves at nine") == "headline body boilerplate boilerplate"


def test_a_run_of_labels_is_links_below_furniture_or_a_list():
    links = ["Related", "Ferry wants money", "Tunnel is too dear"]
    assert kinds(HEADLINE, LEDE, *links, MORE) == "headline body boilerplate boilerplate boilerplate body"
    assert kinds(HEADLINE, LEDE, "First: Ann Lee", "Second: Jo Roe") == "headline body body body"


def test_the_top_of_a_text_is_told_of_the_article():
    more = MORE.replace(", and", " - and")
    article = read(f"{HEADLINE}\n • {more}\nBy ANA RUIZ and Piet de Vries, City Editor\nMarch 28, 2025\n{LEDE}")
    assert (article.title, article.standfirst, article.format) == (HEADLINE, more, "text")
    assert article.byline == ["Ana Ruiz", "Piet de Vries"]
    assert article.published == "2025-03-28"


MOMENTS = [
    ("2025-03-28", "2025-03-28"),
    ("Published28 Mar 2025, 09:29 PM IST", "2025-03-28T21:29+05:30"),
    ("Published: March 28th, 2025 at 12:05 am EST", "2025-03-28T00:05-05:00"),
    ("2025-03-28T21:29:07.123Z", "2025-03-28T21:29+00:00"),
    ("2025-03-28T21:29:07+0530", "2025-03-28T21:29+05:30"),
    ("28. März 2025, 9.15 Uhr", "2025-03-28"),
    ("28 de marzo de 2025", "2025-03-28"),
    ("le 3 juillet 2025 à 10:00", "2025-07-03"),
    ("2025年3月28日", "2025-03-28"),
    ("Updated 10:14 GMT, 28 March 2025", "2025-03-28T10:14+00:00"),
    ("31 February 2025", None),
    ("28 Marbles 2025", "2025-03-28"),
    ("99:99 on a day in May", None),
]


def test_an_appeal_above_the_body_is_no_standfirst():
    assert kinds(HEADLINE, "March 28, 2025", "Sign up for one of our newsletters.", LEDE).split()[2] == "boilerplate"


TITLES = [
    ("a station by its call sign and channel", "KXYZ News 12 Reno, Nevada News & Weather", "KXYZ News 12 Reno"),
    ("a site, its towns and its name again", "KXYZ.com - Reno, Sparks |NV News", "KXYZ.com"),
    ("a body that says so", "WHO", None),
    ("the end of the headline", "but not before June", None),
]


@pytest.mark.parametrize(("tail", "outlet"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_a_text_that_begins_with_a_page_title_has_its_outlet_there(tail, outlet):
    article = read(f"{HEADLINE} - {tail}\n{LEDE}\n{MORE}")
    assert (article.outlet, article.title) == (outlet, HEADLINE if outlet else f"{HEADLINE} - {tail}")


@pytest.mark.parametrize(("text", "expected"), MOMENTS)
def test_a_moment_becomes_iso(text, expected):
    assert samestory.iso_moment(text) == expected


def test_the_day_of_publication_comes_before_that_of_an_update():
    assert read(f"{HEADLINE}\nUpdated: May 2, 2025\nPublished: May 1, 2025\n{LEDE}").published == "2025-05-01"


def test_a_date_deep_in_the_text_is_not_the_day_of_publication():
    assert read(f"{HEADLINE}\n{(LEDE + chr(10)) * 15}May 1, 2025\n{LEDE}").published is None


def test_lines_are_counted_as_stored_and_kept_to_the_letter():
    article = read(f"{HEADLINE}\r\n\r\n  Said\u00a0“yes”,\u2028\x0b  “no”.\x85 {LEDE} \r{MORE}\n")
    assert [p.line for p in article.paragraphs] == [1, 3, 4]
    assert article.paragraphs[1].text == f"Said\u00a0“yes”,\u2028\x0b  “no”.\x85 {LEDE}"


@given(st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])), min_size=1, max_size=30))
def test_every_paragraph_is_a_stripped_line(lines):
    stored = [HEADLINE, *lines, LEDE]
    article = read("\n".join(stored))
    for paragraph in article.paragraphs:
        line = stored[paragraph.line - 1].strip()
        assert paragraph.text == line or (paragraph.text in line and (paragraph.line == 1 or line[0] == ">"))
    assert [p.line for p in article.paragraphs] == sorted(p.line for p in article.paragraphs)


TEXT = f"Brücke wird „gebaut“ – für 3 €\n\n{LEDE}\n{LEDE}\n"
ENCODED = [
    ("utf-8", TEXT.encode()),
    ("utf-8 with its mark", TEXT.encode("utf-8-sig")),
    ("utf-16 with its mark", TEXT.encode("utf-16")),
    ("utf-16, other order", b"\xfe\xff" + TEXT.encode("utf-16-be")),
    ("utf-16 without a mark", TEXT.encode("utf-16-le")),
    ("utf-16, other order, without a mark", TEXT.encode("utf-16-be")),
    ("utf-32 with its mark", TEXT.encode("utf-32")),
    ("windows-1252", TEXT.encode("windows-1252")),
]


@pytest.mark.parametrize("data", [row[1] for row in ENCODED], ids=[row[0] for row in ENCODED])
def test_bytes_are_decoded(data):
    assert read(data).title == "Brücke wird „gebaut“ – für 3 €"


def test_utf8_with_a_bad_byte_or_cut_off_stays_utf8():
    assert read(TEXT.encode() + b"\xff" + TEXT.encode()).title == "Brücke wird „gebaut“ – für 3 €"
    assert read((TEXT + "€").encode()[:-1]).title == "Brücke wird „gebaut“ – für 3 €"


UNREADABLE = [
    ("nothing", b"", "empty"),
    ("white space", b" \n\t\n", "empty"),
    ("only furniture", b".\n\nRelated Content\n0:00\n", "no article"),
    ("a page with a word or two", b"<html><body><p>Loading ...</p></body></html>", "no article"),
    ("a PDF", b"%PDF-1.7\n1 0 obj", "pdftotext"),
    ("a zip", b"PK\x03\x04....", "unpack"),
    ("zeros", bytes(5000), "binary"),
    ("random bytes", bytes(range(256)) * 20, "binary"),
    ("high bytes and controls", bytes([0x81, 0x8D, 1, 2, 3, 0xFF]) * 500, "binary"),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in UNREADABLE], ids=[row[0] for row in UNREADABLE])
def test_what_is_no_article_is_refused_with_a_reason(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        read(data)


def test_a_path_that_cannot_be_read_is_refused_with_a_reason(tmp_path):
    with pytest.raises(UnreadableError, match="no such file"):
        read(tmp_path / "missing.txt")
    with pytest.raises(UnreadableError, match="no such file"):
        read("missing.txt")
    with pytest.raises(UnreadableError, match="folder"):
        read(tmp_path)
    with pytest.raises(UnreadableError, match="not a regular file"):
        read("/dev/null")


def test_a_file_by_name_or_path_keeps_its_path_and_content_has_none(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(f"{HEADLINE}\n{LEDE}")
    assert read(file).path == read(str(file)).path == str(file)
    assert read(file.read_bytes()).path == read(file.read_text()).path == ""
    assert read(file).paragraphs == read(file.read_text()).paragraphs


@given(st.binary(max_size=400))
def test_any_bytes_end_in_an_article_or_a_reason(data):
    with contextlib.suppress(UnreadableError):
        assert read(data).paragraphs


def test_what_stands_in_a_wrapped_paragraph_has_the_line_where_it_begins():
    text = "It closed. “It is not safe,” Ana Ruiz said on March 2, 2025, of the bridge, which 400 people cross a day."
    breaks = ((text.index("“It"), 6), (text.index("on March"), 7), (text.index("2025"), 8), (text.index("400"), 9))
    article = samestory.Article(paragraphs=[samestory.Paragraph("body", 5, text, breaks)])
    assert [article.paragraphs[0].line_at(offset) for offset in (0, breaks[0][0] - 1, breaks[0][0])] == [5, 5, 6]
    assert [(said.kind, said.line) for said in article.statements] == [("direct", 6)]
    assert [found.line for found in article.dates] == [7]
    assert [figure.line for figure in article.figures] == [9]
    assert "breaks" not in rendered("json", [samestory.compare([article])], samestory.SECTIONS, 80, False)
