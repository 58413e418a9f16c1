"""Reading web pages: which blocks are the article, of what kind they are, and what the page says of itself."""

from __future__ import annotations

import json
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

import samestory
from samestory import UnreadableError, read

TITLE = "Bridge to be rebuilt by winter"
ONE = "The mayor of Westhaven said on Friday that the bridge over the Ense will be rebuilt before the end of next year."
TWO = "Work on the piers begins in April, and the two outer lanes are to open again by June, the city council was told."
THREE = (
    "The old bridge was closed in February after an inspector found cracks in three of its seven piers, a report says."
)
OTHER = "A ferry company asks the city for money while the bridge stays closed, and says that it carries more each day."


def page(body: str, head: str = "") -> str:
    """Return a page with TITLE, ONE, TWO, THREE and OTHER in `body` filled in."""
    for name in ("TITLE", "ONE", "TWO", "THREE", "OTHER"):
        body = body.replace(name, globals()[name])
    start = f"<!doctype html>\n<html lang='en'><head><title>{TITLE} | The Post</title>{head}</head>\n"
    return f"{start}<body>{body}</body></html>"


def body(source: str | bytes) -> list[str]:
    return [p.text for p in read(source).paragraphs if p.kind in ("body", "subhead")]


WHOLE = {
    "an <article>": "<article><h1>TITLE</h1><p>ONE</p><p>TWO</p><p>THREE</p></article>",
    "no <article>": "<div><h1>TITLE</h1><div><p>ONE</p><p>TWO</p><p>THREE</p></div></div>",
    "text in <div>s": "<div class=a><div>ONE</div><div>TWO</div><div>THREE</div></div>",
    "lines broken by <br><br>": "<td><font>ONE<br><br>TWO<br>\n<br/>THREE</font></td>",
    "unclosed tags": "<div><p>ONE<p>TWO<p>THREE",
    "navigation before and after": "<nav><p>OTHER</nav><p>ONE<p>TWO<p>THREE</p><footer>OTHER</footer>",
    "a list of links beside it": "<ul><li><a href=1>OTHER</a></ul><div><p>ONE<p>TWO<p>THREE</div>",
    "related articles inside": "<div><p>ONE<div class='post relatedLinks'><p>OTHER</div><p>TWO<p>THREE</div>",
    "a teaser inside": "<div><p>ONE<p>TWO<div><h3><a href=1>Ferry</a></h3><p>OTHER</div><p>THREE</div>",
    "an advertisement inside": "<div><p>ONE<div id=ad-slot>OTHER</div><p>TWO<p>THREE</div>",
    "loose text among paragraphs": "<p>ONE<p>TWO<div>Dear reader, we need your money to go on with it.</div><p>THREE",
    "a first paragraph outside its tag": "<div>ONE<p>TWO</p><p>THREE</p></div>",
    "a sentence that is nearly all link": f"<div><p>ONE<p><a>{TWO[:-20]}</a>{TWO[-20:]}<p>THREE</div>",
    "links after the last sentence": "<div><p>ONE<p>TWO<p>THREE<p>Filed under: <a>bridges</a>, <a>Westhaven</a></div>",
    "a headline that is a link to itself": "<div><h2><a href=#>TITLE</a></h2><p>ONE<p>TWO<p>THREE</div>",
    "columns": f"<div id=left>{OTHER}</div><div id=mid><p>ONE<p>TWO<p>THREE</div><div id=right>About us</div>",
    "answers in a box without a known mark": "<div class=a><p>ONE<p>TWO<p>THREE</div><div class=b><p>OTHER</div>",
    "a paragraph in each box": "<div><div><p>ONE</div><div><p>TWO</div><div><p>THREE</div></div>",
    "a first <h1> for the outlet": "<h1>The Post</h1><div><h1>TITLE</h1><p>ONE<p>TWO<p>THREE</div>",
    "a comment of the source": "<p>ONE<!-- ad --><p>TWO<p>THREE",
    "comments of readers": "<article><p>ONE<p>TWO<p>THREE</article><div id=comments><p>OTHER</div>",
    "an aside and a form": "<div><p>ONE<aside>OTHER</aside><p>TWO<form><p>OTHER</form><p>THREE</div>",
    "what is hidden": "<div><p>ONE<p>TWO<p hidden>OTHER<p style='display: none'>OTHER<p>THREE</div>",
    "words for screen readers": "<p>ONE<span class=sr-only>, opens new tab</span><p>TWO<p>THREE",
    "the page in one form": "<form><div><p>ONE<p>TWO<p>THREE</div></form>",
    "a furniture word on the body": "</head><body class='has-sidebar ad-free'><div><p>ONE<p>TWO<p>THREE</div>",
    "a furniture word on each paragraph": "<div><p class=social>ONE<p class=social>TWO<p class=social>THREE</div>",
    "a copyright line": "<div><p>ONE<p>TWO<p>THREE<p>Copyright © 2025 The Post, all rights reserved.</div>",
    "chunks": "<main><div class=c><div><p>ONE</div></div><div class=c><div><p>TWO<p>THREE</div></div></main>",
    "a headline in a box marked as furniture": "<div class=popup><h1>TITLE</h1><p>ONE<p>TWO<p>THREE</div><p>OTHER",
    "comments that hold more text": "<h1>TITLE</h1><p>ONE<p>TWO<p>THREE<div id=comments>" + "<p>OTHER" * 9 + "</div>",
    "comments that hold more text than a body with a mark": "<h1>TITLE</h1><div id=subscription><p>ONE<p>TWO<p>THREE"
    "</div><div id=comments>" + "<p>OTHER" * 9 + "</div>",
    "a label of links in a box of them": "<p>ONE<div><p>Lea también<p><a href=1>Ferry</a></div><p>TWO<p>THREE",
    "letters of a number in a class": "<h1>TITLE</h1><p>ONE<p class=x-f98b1ad2>TWO<p>THREE",
    "the next article below": "<main><article><h1>TITLE</h1><div><p>ONE<p>TWO<p>THREE</div></article>"
    "<article><h1>Ferry wants money</h1><div><p>OTHER<p>OTHER so far.<p>OTHER again.</div></article></main>",
    "the next article below, its headline called as this one's": "<div class=a><h1 class=b>TITLE</h1>ONE<p>TWO<p>THREE"
    "</div><div class=a><h1 class=b>Ferry wants money</h1>OTHER<p>OTHER so far.<p>OTHER again.</div>",
    "an article in an <aside>": "<aside><h1>TITLE</h1><p>ONE<p>TWO<p>THREE</aside>",
    "an article in <noscript>": "<h1>TITLE</h1><noscript><p>ONE<p>TWO<p>THREE</noscript>",
    "a lead in a row of its own": "<div><h1>TITLE</h1></div><div><p>ONE</div><div class=b><p>TWO<p>THREE</div>",
    "a gallery that holds more text": "<h1>TITLE</h1><p>ONE<p>TWO<div class=gallery>"
    + "<p>OTHER" * 9
    + "</div><p>THREE",
    "a box of facts": "<h1>TITLE</h1><p>ONE<p>TWO<div class=factbox><p>OTHER</div><p>THREE",
    "a sentence that is all link": "<h1>TITLE</h1><p>ONE<p><a href=1>TWO</a><p>THREE",
    "the text again in another box": "<h1>TITLE</h1><main><p>ONE<p>TWO<p>THREE</main><div><p>ONE</div>",
    "a notice in place of each picture": "<h1>TITLE</h1><p>ONE<div><p>OTHER</div><p>TWO"
    "<div><p>OTHER</div><div><p>OTHER</div>"
    "<p>THREE",
    "words of the text in larger letters": f"<h1>TITLE</h1><p>ONE<blockquote>“{ONE[4:50]}…”</blockquote><p>TWO<p>THREE",
    "a box called by a dateline": "<h1>TITLE</h1><p class=has-dateline>ONE<p>TWO<p>THREE",
    "an opening in a box of its own": "<article><div class=a><p>ONE</div><div class=b><p>TWO<p>THREE</div></article>",
    "boxes of a page's own": "<live-story><x-part>ONE</x-part><x-part>TWO</x-part><x-part>THREE</x-part></live-story>",
}


@pytest.mark.parametrize("source", [page(row) for row in WHOLE.values()], ids=list(WHOLE))
def test_the_body_is_whole_in_order_and_alone(source):
    assert body(source) == [ONE, TWO, THREE]


KINDS = [
    ("headline", "<h1>TITLE</h1><p>ONE<p>TWO", "headline body body"),
    ("headline that the page does not show", "<p>ONE<p>TWO", "headline body body"),
    ("the outlet's name in a first <h1>", "<h1>The Post</h1><h1>TITLE</h1><p>ONE<p>TWO", "headline body body"),
    ("sub-headings", "<p>ONE<h2>What it costs</h2><p>TWO<h2>More on this</h2>", "headline body subhead body"),
    (
        "sub-heading in a smaller box",
        "<div class=a><p>ONE<p>TWO</div><div class=b><h2>Costs</h2><p>THREE</div>",
        "headline body body subhead body",
    ),
    ("caption", "<p>ONE<figure><figcaption>OTHER</figcaption></figure><p>TWO", "headline body caption body"),
    ("byline", "<h1>TITLE</h1><div class=byline>Ana Ruiz</div><p>ONE<p>TWO", "headline byline body body"),
    ("byline that says so", "<h1>TITLE</h1><div>By Ana Ruiz</div><p>ONE<p>TWO", "headline byline body body"),
    ("timestamp", "<h1>TITLE</h1><p>March 28, 2025</p><p>ONE<p>TWO", "headline timestamp body body"),
    ("standfirst", "<h1>TITLE</h1><div class=standfirst>OTHER</div><p>ONE<p>TWO", "headline standfirst body body"),
    ("list and quotation", "<p>ONE<ul><li>TWO</ul><blockquote>THREE</blockquote>", "headline body body body"),
    ("table of text", "<p>ONE<p>TWO<table><tr><td>THREE</table>", "headline body body body"),
    ("date above the headline", "<p>28.3.2025</p><h1>TITLE</h1><p>ONE<p>TWO", "timestamp headline body body"),
    (
        "byline and date in the body's box",
        "<h1>TITLE</h1><p>By Ana Ruiz<p>28.3.2025<p>ONE",
        "headline byline timestamp body",
    ),
    (
        "parts with a heading each",
        "<section><h1>TITLE</h1><p>ONE<p>TWO</section><section><h1>Costs</h1><p>THREE<p>OTHER</section>",
        "headline body body subhead body body",
    ),
    ("a name below the body", "<h1>TITLE</h1><p>ONE<p>TWO<p>Ana Ruiz", "headline body body byline"),
    ("labels", "<p>ONE<p>Read more<p>Also Read | Ferry wants money<p>TWO", "headline body body"),
]


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_paragraphs_have_their_kinds(source, expected):
    assert [p.kind for p in read(page(f"<article>{source}</article>")).paragraphs] == expected.split()


UNSEEN = [
    "<p hidden>OTHER</p>",
    "<p>TWO <em hidden>OTHER</em></p>",
    "<p style='DISPLAY :\nNone'>OTHER</p>",
    "<p>TWO <b style='color: red; display:none !important'>OTHER</b></p>",
    "<p style='visibility: hidden'>OTHER</p>",
    "<p style='opacity:0.0'>OTHER</p>",
    "<p style='font-size: 0px'>OTHER</p>",
    "<p style='text-indent:-9999px'>OTHER</p>",
    "<p style='position:absolute; left:-10000px'>OTHER</p>",
    "<p style='clip-path: inset(100%)'>OTHER</p>",
    "<p style='overflow: hidden; height: 0'>OTHER</p>",
    "<p class='note hidden'>OTHER</p>",
    "<p class=d-none>OTHER</p>",
    "<div class=visually-hidden><p>OTHER</p></div>",
    "<style>p{margin:0} .x9, .y9 { color:red; display : none }</style><p class='note y9'>OTHER</p>",
    "<noframes><p>OTHER</p></noframes>",
    "<noembed><p>OTHER</p></noembed>",
]
SEEN = [
    "<p class='hidden md:block'>OTHER</p>",
    "<p class='d-none d-md-block'>OTHER</p>",
    "<p class=unhidden>OTHER</p>",
    "<p style='opacity:0.7; line-height:0; font-size: 0.9em'>OTHER</p>",
    "<p style='height:0; padding:9em'>OTHER</p>",
    "<p style='text-indent:-9px; left:-20px'>OTHER</p>",
    "<p aria-hidden=true>OTHER</p>",
    "<p><s>OTHER</s></p>",
    "<details><summary>More</summary><p>OTHER</p></details>",
    "<style>@media print { .x9 { display:none } }</style><p class=x9>OTHER</p>",
    "<style>.x9 { display:none } .open.x9 { display:block }</style><p class='open x9'>OTHER</p>",
    "<style>.menu .x9 { display:none }</style><p class=x9>OTHER</p>",
]


@pytest.mark.parametrize("source", UNSEEN)
def test_what_a_reader_does_not_see_is_not_read(source):
    text = " ".join(body(page(f"<article><h1>TITLE</h1><p>ONE</p>{source}<p>TWO</p><p>THREE</p></article>")))
    assert OTHER not in text
    assert ONE in text
    assert THREE in text


@pytest.mark.parametrize("source", SEEN)
def test_what_a_reader_sees_is_read(source):
    assert OTHER in body(page(f"<article><h1>TITLE</h1><p>ONE</p>{source}<p>TWO</p><p>THREE</p></article>"))


def test_a_page_of_styles_without_end_is_read_at_once():
    styles = "".join(f".x{number} {{ display:none }}" for number in range(20_000)) + "{" * 20_000
    assert body(page(f"<style>{styles}</style><p>ONE<p>TWO<p>THREE")) == [ONE, TWO, THREE]


def test_a_paragraph_stands_on_the_line_where_its_element_begins():
    article = read(page(f"\n<h1>{TITLE}</h1>\r\n\r\n<p>\n{ONE}\n</p>\r<p>{TWO}</p>"))
    assert [p.line for p in article.paragraphs] == [4, 6, 9]


def test_lines_are_counted_in_pages_of_any_length():
    article = read(page("\n" * 65_530 + "<p>ONE</p>\n" + "\n" * 70_000 + "<p>TWO</p>\n<p>THREE</p>"))
    assert [p.line for p in article.paragraphs if p.kind == "body"] == [65_533, 135_534, 135_535]


def test_white_space_is_folded():
    wide, fixed = ONE.replace(" ", " \n\t "), TWO.replace(" ", "&nbsp;")
    assert body(page(f"<p>{wide}<p>{fixed}")) == [ONE, TWO]


def test_links_and_emphasis_stay_in_the_sentence():
    assert body(page(f"<p>{ONE.replace('mayor', '<a href=/m><b>mayor</b></a>')}<p>TWO")) == [ONE, TWO]


LD = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2025-03-28T21:29:00+05:30",
    "author": {"name": "Ana Ruiz"},
}


def in_script(source: str) -> str:
    return f"<script type='application/ld+json'>{source}</script>"


DECLARED = {
    "JSON-LD": in_script(json.dumps(LD)),
    "JSON-LD in a graph": in_script(json.dumps({"@graph": [{"@type": "WebSite", "headline": "No"}, LD]})),
    "JSON-LD in a list": in_script(json.dumps([[LD]])),
    "JSON-LD with a comma too many": in_script(json.dumps(LD)[:-1] + ",}"),
    "JSON-LD in a comment": in_script(f"<!-- {json.dumps(LD)} -->"),
    "JSON-LD with a line break in a string": in_script(json.dumps(LD).replace("to be", "to\nbe")),
    "meta": "<meta property='article:published_time' content='2025-03-28T21:29+0530'>"
    "<meta name=author content='By Ana Ruiz'>",
    "time": "<meta name=author content='Ana Ruiz'><time pubdate datetime='2025-03-28T21:29:00+05:30'>today</time>",
}


@pytest.mark.parametrize("head", DECLARED.values(), ids=list(DECLARED))
def test_a_page_declares_title_author_and_date(head):
    article = read(page("<p>ONE<p>TWO", head))
    assert (article.title, article.byline, article.published) == (TITLE, ["Ana Ruiz"], "2025-03-28T21:29+05:30")


def test_a_comma_before_a_bracket_in_a_string_is_no_comma_too_many():
    standfirst = "It fell (and rose, ] as they say)."
    assert read(page("<p>ONE<p>TWO", in_script(json.dumps({**LD, "description": standfirst})))).standfirst == standfirst


OUTLET = "<meta property=og:site_name content='The Post'>"
TWO_STORIES = [{**LD, "headline": "Ferry wants money", "author": "Otto Quist", "datePublished": "2020-01-01"}, LD]
BY_ADDRESS = [{**LD, "author": {"@id": "#1"}}, {"@type": "Person", "@id": "#1", "name": "Ana Ruiz"}]
STAMP = "28 March 2025 at 9.29pm IST"
SIGNED = {
    "by an address in the same graph": (in_script(json.dumps({"@graph": BY_ADDRESS})), ""),
    "in the JSON-LD of this article, not of another": (in_script(json.dumps(TWO_STORIES)), ""),
    "below the publisher": ("<meta name=author content='Westhaven Media'><meta name=byl content='Ana Ruiz'>", ""),
    "below the outlet": (f"<meta name=author content='The Post'>{OUTLET}<meta name=byl content='Ana Ruiz'>", ""),
    "beside the outlet": (
        f"<meta name=author content='The Post'><meta name=author content='Ana Ruiz 記者'>{OUTLET}",
        "",
    ),
    "by a link in an <aside>": ("", "<aside><a rel=author>Ana Ruiz</a></aside>"),
    "in a part of a line": ("", "<p>Story: <span class=author><b>Ana Ruiz</b></span> and Post readers</p>"),
    "beside buttons": ("", "<div class=byline><a>Ana Ruiz</a><a>Twitter</a><span>News</span></div>"),
    "before who drew": ("", "<p>By <a>Ana Ruiz</a> | Graphics by Otto Quist</p>"),
    "in a line with the date": (
        "",
        f"<div class=author>By <a>Ana Ruiz</a> in <a>Port</a> on {STAMP}. <a>2 Comments</a></div>",
    ),
}


@pytest.mark.parametrize(("head", "line"), SIGNED.values(), ids=list(SIGNED))
def test_the_writer_is_found(head, line):
    assert read(page(f"<article><h1>TITLE</h1>{line}<p>ONE<p>TWO</article>", head)).byline == ["Ana Ruiz"]


def test_a_particle_is_part_of_a_writers_name():
    assert read(page("<p>ONE", "<meta name=author content='Ana von Ruiz'>")).byline == ["Ana von Ruiz"]


def test_the_title_is_what_is_declared_where_the_page_shows_it_with_more_or_less_before_it():
    more = f"Westhaven: {TITLE}"
    for declared, shown in ((TITLE, more), (more, TITLE)):
        head = f"<meta property=og:title content='{declared}'>"
        assert read(page(f"<h1>{shown}</h1><p>ONE", head).replace("<title>", "<title>X")).title == declared


DATED = {
    "in the line of the author": f"<div class=author><a>Ana Ruiz</a> on {STAMP}</div>",
    "in Japanese": "<p>2025年3月28日 21時29分</p>",
    "among a few words": "<p>記者：佐久間遼 2025年3月28日 21時29分</p>",
    "with dots": "<p>Stand: 28.03.2025, 21:29 Uhr</p>",
}


@pytest.mark.parametrize("line", DATED.values(), ids=list(DATED))
def test_the_day_is_found(line):
    article = read(page(f"<article><h1>TITLE</h1>{line}<p>ONE<p>TWO</article>"))
    assert article.published is not None
    assert article.published[:10] == "2025-03-28"


WHY = f"""<main><header><h1>{TITLE}</h1><p>28 March 2025</header><p>By Ana Ruiz<div class=text><p>{ONE}<h2>Costs</h2>
<p>{TWO}<div class=related><p>{OTHER}</div><p><a href=1>{OTHER}</a><p>{THREE}
<blockquote>“{ONE[:50]}”</blockquote><figcaption>A crane</figcaption></div></main><div class=b><p>{OTHER}</div>"""
REASONS = """
headline: declared as the title
timestamp: between headline and body
byline: between headline and body
body: in the article
subhead: in the article
body: in the article
boilerplate: marked related
body: in the article
body: in the article
boilerplate: said again
caption: marked caption
boilerplate: outside the article
"""


def test_each_block_has_its_kind_and_the_reason():
    root = samestory.parse_page(page(WHY).encode())
    draft = samestory.laid_out(root, samestory.declared_in(root))
    samestory.decided(draft)
    assert [f"{block.kind}: {block.why}" for block in draft.blocks] == REASONS.strip().splitlines()


def test_names_nested_deep_in_json_are_read():
    nested = "[" * 900 + '"Jane Roe"' + "]" * 900
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "author": ' + nested + "}</script>"
    assert read(page("<p>ONE", head)).byline == ["Jane Roe"]


def test_the_body_is_found_where_its_tag_is_left_out():
    assert body(f"<!doctype html><title>{TITLE}</title><article><p>{ONE}<p>{TWO}</article>") == [ONE, TWO]


def test_what_is_declared_of_publication_comes_before_what_is_seen_and_what_the_address_holds():
    link, seen = "<link rel=canonical href=https://post.example/2025/03/26/bridge>", "<p>March 27, 2025</p>"
    meta = "<meta property='article:published_time' content='2025-03-28'>"
    assert read(page("<article><h1>TITLE</h1><p>ONE</article>", link)).published == "2025-03-26"
    assert read(page(f"<article><h1>TITLE</h1>{seen}<p>ONE</article>", link)).published == "2025-03-27"
    glued = link.replace("2025/03/26/", "A20250326001-")
    assert read(page("<article><h1>TITLE</h1><p>ONE</article>", glued)).published == "2025-03-26"
    assert read(page(f"<article><h1>TITLE</h1>{seen}<p>ONE</article>", link + meta)).published == "2025-03-28"


def test_a_page_says_where_it_comes_from():
    head = "<meta property=og:site_name content='The Post'><link rel=canonical href=https://post.example/bridge>"
    article = read(page("<h1>TITLE</h1><p>ONE<p>TWO", head + f"<meta name=description content='{OTHER}'>"))
    assert (article.outlet, article.language, article.format) == ("The Post", "en", "html")
    assert (article.url, article.standfirst) == ("https://post.example/bridge", OTHER)
    assert read(page("<h1>TITLE</h1><p>ONE<p>TWO")).outlet == "The Post"
    assert read(page(f"<h1>{TITLE[:-10]}</h1><p>ONE<p>TWO")).outlet is None
    assert read(page("<p>ONE<p>TWO")).outlet is None


def test_a_page_saved_by_a_browser_says_where_it_comes_from():
    saved = f"<!-- saved from url=(0027)https://post.example/bridge -->\n<html><body><p>{ONE}</body></html>"
    assert read(saved).url == "https://post.example/bridge"


def test_the_page_in_a_single_file_save_is_read():
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = "https://post.example/bridge"
    message.attach(MIMEText("body { color: red }", "css"))
    message.attach(MIMEText(page("<h1>TITLE</h1>\n<p>ONE — „gut“</p>"), "html", "utf-8"))
    article = read(message.as_bytes())
    assert (article.title, article.url) == (TITLE, "https://post.example/bridge")
    assert [(p.line, p.text) for p in article.paragraphs if p.kind == "body"] == [(4, f"{ONE} — „gut“")]


def test_a_single_file_save_without_a_page_is_refused():
    message = MIMEMultipart("related")
    message.attach(MIMEText("body { color: red }", "css"))
    with pytest.raises(UnreadableError, match="no article"):
        read(message.as_bytes())


def test_a_save_of_parts_in_parts_without_end_is_refused():
    parts = [f"Content-Type: multipart/related; boundary=b{i}\n\n--b{i}\n" for i in range(2000)]
    with pytest.raises(UnreadableError, match="nested too deep"):
        read("".join(parts).encode())


ENCODED = [
    ("declared as it is", "windows-1252", "<meta charset=windows-1252>"),
    ("windows-1252 called latin-1", "windows-1252", "<meta charset=iso-8859-1>"),
    ("UTF-8 called latin-1", "utf-8", "<meta http-equiv=content-type content='text/html; charset=iso-8859-1'>"),
    ("windows-1252 called UTF-8", "windows-1252", "<meta charset=utf-8>"),
    ("declared by a name that nobody knows", "windows-1252", "<meta charset=x-klingon>"),
    ("declared by the name of no encoding for text", "windows-1252", "<meta charset=hex>"),
    ("UTF-16 that says UTF-8", "utf-16", "<meta charset=utf-8>"),
    ("windows-1252 called UTF-16", "windows-1252", "<meta charset=utf-16>"),
]


@pytest.mark.parametrize(("encoding", "head"), [row[1:] for row in ENCODED], ids=[row[0] for row in ENCODED])
def test_a_page_is_decoded_whatever_it_says(encoding, head):
    assert body(page(f"<p>ONE<p>Die „Brücke“ – {TWO}", head).encode(encoding)) == [ONE, f"Die „Brücke“ – {TWO}"]


EASTERN = [
    (
        "gb18030",
        "gb2312",
        "市长星期五表示，横跨恩泽河的大桥将在明年年底之前重建完毕，桥墩的施工将于四月开始，两条外侧车道将在六月之前重新开放。",
    ),
    (
        "cp932",
        "shift_jis",
        "市長は金曜日、エンゼ川にかかる橋を来年末までに再建すると述べた。橋脚の工事は四月に始まる予定だ。",
    ),
    (
        "cp949",
        "euc-kr",
        "시장은 금요일에 엔제강을 가로지르는 다리를 내년 말까지 다시 짓겠다고 말했다. 공사는 사월에 시작된다.",
    ),
    (
        "windows-1251",
        "windows-1251",
        "Мэр сказал в пятницу, что мост через реку будет восстановлен до конца следующего года.",
    ),
]


@pytest.mark.parametrize(("encoding", "name", "text"), EASTERN, ids=[row[0] for row in EASTERN])
def test_pages_in_other_scripts_are_read(encoding, name, text):
    assert body(page(f"<p>{text}<p>{text}", f"<meta charset={name}>").encode(encoding)) == [text, text]


LONGER = "<meta property=og:title content='Bridge to be rebuilt, the mayor says'>"
TITLES = [
    ("<h1> wins over what is declared", "<h1>Bridge to be rebuilt</h1>", LONGER, "Bridge to be rebuilt"),
    ("an <h1> with the words of the title", "<h1>The bridge is to be rebuilt</h1>", "", "The bridge is to be rebuilt"),
    ("an <h1> of other words does not", "<h1>The Post</h1>", "", TITLE),
    ("a dash in a headline", "", "<meta property=og:title content='Bridge opens - at last'>", "Bridge opens - at last"),
    ("an outlet after a dash", "", f"{OUTLET}<meta property=og:title content='It opens - The Post'>", "It opens"),
    ("entities in JSON", "", in_script(json.dumps({**LD, "headline": "Q&amp;A: it opens"})), "Q&A: it opens"),
    ("entities", "", "<meta property=og:title content='Q&amp;A: the bridge'>", "Q&A: the bridge"),
]


@pytest.mark.parametrize(("heading", "head", "expected"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_title(heading, head, expected):
    assert read(page(heading + "<p>ONE<p>TWO", head)).title == expected


def test_text_near_the_headline_wins_over_more_text():
    answers = "".join(f"<p>{THREE} {OTHER}</p>" for _ in range(3))
    near = "<div class=a><h1>TITLE</h1><p>ONE<p>TWO<p>THREE</div>"
    assert body(page(f"{near}<div class=b>{answers}</div>")) == [ONE, TWO, THREE]


TEXTS = [ONE, TWO, THREE] * 4
IN_SCRIPTS = {
    "a comment of the source between its lines": in_script(
        json.dumps({**LD, "articleBody": "\n<!-- ad -->\n".join(TEXTS)})
    ),
    "articleBody": in_script(json.dumps({**LD, "articleBody": "\n".join(TEXTS)})),
    "a list of paragraphs": f"<script>window.a = {json.dumps([{'is': 'p', 'says': text} for text in TEXTS])};</script>",
    "nodes in nodes": "<script>a = "
    + json.dumps([{"is": "p", "in": [{"text": text[:9]}, {"text": text[9:]}]} for text in TEXTS])
    + "</script>",
    "markup in a string": in_script(json.dumps({"html": "".join(f"<p>{text}</p>" for text in TEXTS)})),
}


@pytest.mark.parametrize("script", IN_SCRIPTS.values(), ids=list(IN_SCRIPTS))
def test_text_that_only_a_script_holds_is_read(script):
    assert body(page(f"<div id=app><p>ONE</p></div>{script}")) == TEXTS


@pytest.mark.parametrize("script", IN_SCRIPTS.values(), ids=list(IN_SCRIPTS))
def test_what_a_page_shows_is_not_replaced_by_a_script_that_lacks_some_of_it(script):
    assert body(page(f"<div id=app><p>ONE</p><p>{OTHER}</p></div>{script}")) == [ONE, OTHER]


def test_a_summary_above_text_that_only_a_script_holds_need_not_stand_in_it():
    told = f"<script>x = {json.dumps([f'{TITLE}: {ONE}', TWO, THREE] * 4)}</script>"
    assert len(body(page(f"<h1>TITLE</h1><p>OTHER</p>{told}", f"<meta name=description content='{OTHER}'>"))) == 12


def test_text_on_another_matter_in_a_script_is_left_there():
    assert body(page(f"<p>ONE</p><script>x = {json.dumps([OTHER, THREE, OTHER] * 4)}</script>")) == [ONE]


def test_text_in_a_script_is_known_by_a_title_whose_words_have_endings_in_it():
    told = {
        "html": "".join(
            f"<p>시장은 금요일에 다리를 다시 짓겠다고 말했다. 공사는 {i}월에 시작된다.</p>" for i in range(1, 40)
        )
    }
    source = (
        f"<!doctype html><title>시장 금요일 다리 공사 시작-정치ㅣ포스트</title><script>x = {json.dumps(told)}</script>"
    )
    assert len(body(source)) == 39


def test_a_list_of_links_in_a_script_is_no_article():
    others = [{"url": "/ferry", "text": f"{OTHER} {ONE}"}] * 20
    assert body(page(f"<p>ONE</p><script>x = {json.dumps(others)}</script>")) == [ONE]


NO_ARTICLE = {
    "nothing": "<html></html>",
    "a list of links": page("<ul><li><a href=1>ONE</a><li><a href=2>TWO</a></ul>"),
    "labels": page("<p>Home</p><p>News</p>"),
    "spaces in links, which are folded": page("<p><a href=1> " + 40 * "東" + " </a> <a href=2> " + 40 * "京" + " </a>"),
    "a script": page("<script>var a = 'ONE'</script>"),
    "frames": "<!doctype html><html><frameset><frame src=a.html></frameset></html>",
}


@pytest.mark.parametrize("source", NO_ARTICLE.values(), ids=list(NO_ARTICLE))
def test_a_page_without_an_article_is_refused(source):
    with pytest.raises(UnreadableError, match="no article"):
        read(source)
