"""The page and the Markdown: whole, within reach of everybody, and nothing in them that the tool did not mean."""

import json
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from browser import CHROMIUM, Browser
from conftest import rendered

import samestory
from samestory import (
    Article,
    Change,
    Cite,
    Day,
    Difference,
    Mention,
    Overlap,
    Paragraph,
    Passage,
    Statement,
    Story,
    Utterance,
    Value,
    Version,
    Voice,
)

ROOT = Path(__file__).parent.parent
AXE = ROOT / ".venv" / "node_modules" / "axe-core" / "axe.min.js"

PAYLOADS = """
<script>alert(1)</script>
</script><script>alert(1)</script>
</style><script>alert(1)</script>
</title><script>alert(1)</script>
</textarea><img src=x onerror=alert(1)>
<img src=x onerror=alert(1)>
<img src="https://evil.example/pixel.gif">
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<math><mi xlink:href="javascript:alert(1)">x</mi></math>
<iframe src="javascript:alert(1)"></iframe>
<object data="data:text/html,x"></object>
<embed src="https://evil.example/x.swf">
<form action="https://evil.example"><input name=q></form>
<base href="https://evil.example/">
<link rel=stylesheet href="https://evil.example/x.css">
<meta http-equiv=refresh content="0;url=https://evil.example">
<style>@import "https://evil.example/x.css";</style>
<a href="javascript:alert(1)">click</a>
<a href=" java&#x09;script:alert(1)">click</a>
<body onload=alert(1)>
<details open ontoggle=alert(1)>
<video><source onerror=alert(1)></video>
<template><script>alert(1)</script></template>
<noscript><p title="</noscript><script>alert(1)</script>">
<!--<script>alert(1)</script>-->
<!-- unended
--!><script>alert(1)</script>
<![CDATA[<script>alert(1)</script>]]>
<?php echo 1 ?>
<!DOCTYPE html><html>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
" onmouseover="alert(1)
' onfocus='alert(1)' autofocus='
"><script>alert(1)</script>
javascript:alert(1)
data:text/html,<script>alert(1)</script>
https://evil.example/path
www.evil.example
someone@evil.example and @someone and #123
[click](javascript:alert(1))
![pixel](https://evil.example/pixel.gif)
[ref]: https://evil.example
<https://evil.example>
# Not a heading
- not a list
> not a quotation
1. not a number
| not | a | table |
**bold** _italic_ ~~struck~~ `code` $x^2$
```sh
$(rm -rf /) `rm -rf /` ${HOME}
{{constructor.constructor('alert(1)')()}}
\\u003cscript\\u003ealert(1)
\x1b[31mred\x1b[0m \x1b]0;title\x07
\x9b31m \x00 \x08 \x7f
\u202egnp.exe\u202c \u2066isolate\u2069
\ud800 \ufffe \uffff
ﬀ\u200d\u0301\U0001f468\u200d\U0001f469
""".strip("\n").splitlines()


def story_saying(words):
    """Return a story in which every string is `words`."""
    paragraphs = [
        Paragraph(kind, line, words) for line, kind in enumerate(("headline", "byline", "body", "boilerplate"), 1)
    ]
    article = Article(words, "html", words, words, [words], words, words, words, words, paragraphs, "A")
    article.statements = [Statement("direct", 2, 3, 0, len(words), words, words, Mention(2, 0, 1, words), words)]
    article.dates, article.figures = [], [samestory.Figure(2, 3, 0, 1, words, 1.0, words)]
    versions = [
        Version("A", 0, 3, "full", text=words),
        Version("A", 0, 3, "altered", [Change(words, words[:3], 0), Change(words, "", 4)], text=words),
    ]
    cites = [Cite("A", 3, words)]
    return Story(
        articles=[article],
        coverage=[samestory.Fact(words, ["A"], cites)],
        utterances=[Utterance([words], words, versions)],
        differences=[Difference("figure", words, [Value(words, [*cites, *cites], [words, ""]), Value(words, cites)])],
        timeline=[Day("2025-01-01", cites)],
        voices=[Voice(words, {"A": 3})],
        overlap=[Overlap("A", "A", 0.5, 0.5, [Passage(3, 3, words, words, 3)])],
        figures=[samestory.Told(words, cites)],
        editions=[samestory.Edition("A", "A", 0.5, [samestory.Edit("changed", 3, 3, words, words)])],
        only=[samestory.Only("A", 3, words, [words])],
        unquoted=[samestory.Unquoted(words, cites, cites)],
        twins=[samestory.Twins(["A", "B"], 0.5)],
    )


def page_of(story, show=samestory.SECTIONS):
    return rendered("html", [story], show, 80, False)


@pytest.fixture(scope="module")
def sample():
    return samestory.tell_story(sorted((ROOT / "tests" / "articles").iterdir()))


@pytest.fixture(scope="module")
def page(sample):
    return lxml.html.document_fromstring(page_of(sample))


# ---------------------------------------------------------------- The page


def test_every_link_leads_to_a_place_on_the_page(page):
    names = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(names) == len(set(names))
    links = [link.get("href") for link in page.iter("a") if link.get("href")]
    assert len(links) > 100
    assert {link[1:] for link in links} <= set(names)
    assert {link[0] for link in links} == {"#"}


def test_every_cite_is_a_link(page):
    cites = page.xpath("//a[@class='cite']")
    assert len(cites) > 100
    assert all(link.get("href") for link in cites)


def test_what_is_folded_has_its_words_once(page):
    folds = [fold.text_content() for fold in page.xpath("//details[@class='fold']/summary")]
    assert re.fullmatch(r"B D \d+% of B stands in D, \d+% of D in B", next(fold for fold in folds if "stands" in fold))
    assert page.xpath("//details[@class='legend']//a[@href='#B-6']")


def test_a_folded_article_has_its_headline(page):
    head = page.get_element_by_id("E").xpath("./summary")[0].text_content()
    assert head.startswith("E The Meridian Times Trump: Call With Carney")


def test_a_cite_is_no_link_when_its_article_is_not_shown(sample):
    page = lxml.html.document_fromstring(page_of(sample, ("only", "versions")))
    assert page.find_class("cite")
    assert not any(link.get("href") for link in page.find_class("cite"))


def test_a_shared_passage_leads_to_where_another_has_it(page):
    passage = page.xpath("//*[@id='B-8']//a[@class='shared']")[0]
    assert passage.text.startswith("Good moods have not lasted")
    assert passage.get("href") == "#D-33"


def test_marks_and_links_leave_the_words_as_they_are(sample, page):
    for article in sample.articles:
        rows = page.get_element_by_id(article.key).xpath(".//p/span[@class='words']")
        for chip in (chip for row in rows for chip in row.find_class("chip")):
            chip.text = ""
        shown = [row.text_content() for row in rows]
        assert shown == [paragraph.text for paragraph in article.paragraphs]


def test_headings_are_in_order_and_landmarks_are_named(page):
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))
    assert [len(list(page.iter(name))) for name in ("nav", "main", "footer")] == [1, 1, 1]
    assert all(section.get("aria-labelledby") for section in page.iter("section"))


def test_charts_have_text_alternatives_and_tables_have_headers(page):
    charts = list(page.iter("svg"))
    assert all(chart.get("aria-label").endswith(" words") and chart.get("role") == "img" for chart in charts)
    assert {len(row) for row in page.xpath("//table[@class='voices']//tr")} == {7}
    assert all(header.get("scope") for header in page.iter("th"))


def test_changes_are_marked_by_more_than_colour(page):
    assert list(page.iter("ins"))
    assert list(page.iter("del"))
    assert list(page.iter("mark"))


def test_what_only_one_tells_is_stressed():
    only = samestory.Only(
        "A", 3, "The bridge cost $2 million in May, said Kristin Davis.", ["Kristin Davis", "$2 million", "gone"]
    )
    [row] = samestory.cited_rows([only], [only.why])
    item = lxml.html.fragment_fromstring(lxml.html.tostring(samestory.HtmlWriter(2, ()).row(row))).find(
        "span[@class='words']"
    )
    assert item.text_content() == only.text
    assert [part.text for part in item.iter("b")] == ["$2 million", "Kristin Davis"]


def test_boilerplate_is_folded_away(page):
    folded = [row.text_content() for row in page.xpath("//details[@class='paper']/details/p")]
    assert any("MoreLess" in row for row in folded)
    assert len(folded) == len(page.find_class("boilerplate"))


def test_the_policy_names_the_style_and_the_script(page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert samestory.digest(page.xpath("//style")[0].text) in policy
    assert samestory.digest(page.xpath("//script")[0].text) in policy
    assert not page.xpath("//@style")


# ---------------------------------------------------------------- What articles say is text

MEANT = {element.tag for element in lxml.html.document_fromstring(page_of(story_saying("plain words"))).iter()}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_page_holds_only_what_was_meant(payload):
    text = page_of(story_saying(payload))
    page = lxml.html.document_fromstring(text)
    harmless = lxml.html.document_fromstring(page_of(story_saying("plain words")))
    assert [element.tag for element in page.iter()] == [element.tag for element in harmless.iter()]
    assert [sorted(element.keys()) for element in page.iter()] == [
        sorted(element.keys()) for element in harmless.iter()
    ]
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    shown = samestory.shown(payload)
    assert page.xpath("//blockquote/span[@class='words']")[0].text_content() == f"“{shown}”"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markdown_holds_only_what_was_meant(payload):
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    render = markdown_it.MarkdownIt("gfm-like").render
    written = rendered("markdown", [story_saying(payload)], samestory.SECTIONS, 80, False)
    harmless = rendered("markdown", [story_saying("plain words")], samestory.SECTIONS, 80, False)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
    page, expected = (lxml.html.fragment_fromstring(render(text), "div") for text in (written, harmless))
    assert not page.xpath("//@href | //@src | //script | //img | //a")
    assert {element.tag for element in page.iter()} <= {element.tag for element in expected.iter()}
    quoted = page.xpath("//blockquote")[0].text_content().replace("\u200b", "")
    assert quoted.strip().startswith(f"A:3 “{samestory.squeeze(samestory.shown(payload))}")


@pytest.mark.parametrize("show", [samestory.BRIEF, samestory.SECTIONS])
def test_pandoc_renders_the_markdown_of_the_sample(sample, show):
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    written = rendered("markdown", [sample], show, 80, False)
    run = subprocess.run(["pandoc", "--from", "markdown", "--to", "html"], input=written.encode(), capture_output=True)
    page = lxml.html.fragment_fromstring(run.stdout.decode(), "div")
    assert len(page.xpath("//h2")) == len(show) - ("editions" in show)
    assert len(page.xpath("//table")) == 3
    assert not page.xpath("//pre")
    assert page.xpath("//del")
    assert not page.xpath("//a[@href]")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_article_is_read_and_shown_as_text(tmp_path, payload):
    """The same payloads in files, as text and inside of a page, go through the whole command."""
    body = "\n".join(f"The bridge {payload} will reopen, she said on Monday the {day}th." for day in range(4, 9))
    (tmp_path / "a.txt").write_text(
        f"The bridge\n\n“{payload}” said Mayor Ana Ruiz.\n{body}\n", "utf-8", "surrogatepass"
    )
    page = f"<html><title>{payload}</title><body><article><h1>{payload}</h1><p>{body}</p></article></body></html>"
    (tmp_path / "b.html").write_text(page, "utf-8", "surrogatepass")
    status = samestory.main([str(tmp_path / "a.txt"), str(tmp_path / "b.html"), "-o", str(tmp_path / "out.htm")])
    if status == 2:  # NUL characters make both of them binary files
        assert "\x00" in payload
        return
    page = lxml.html.document_fromstring((tmp_path / "out.htm").read_text(encoding="utf-8"))
    assert {element.tag for element in page.iter()} <= MEANT
    assert len(list(page.iter("script"))) == 1
    assert not [name for element in page.iter() for name in element.keys() if name.startswith("on")]  # noqa: SIM118
    assert all(link.startswith("#") for link in page.xpath("//@href"))


# ---------------------------------------------------------------- In a browser


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    browser = Browser()
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def report(sample, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page_of(sample), encoding="utf-8")
    return path


def troubles(browser):
    """Return requests other than for the page itself, errors and dialogs."""
    requests = [event["request"]["url"] for event in browser.seen("Network.requestWillBeSent")]
    errors = browser.seen("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
    return requests[1:], errors, browser.seen("Page.javascriptDialogOpening")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_the_page_fits_and_keeps_to_itself(browser, report, width, dark):
    browser.open(report, width, dark=dark)
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert troubles(browser) == ([], [], [])


def test_no_word_is_broken_in_a_table_on_a_telephone(browser, report):
    browser.open(report, 390)
    heights = browser.run("[...document.querySelectorAll('table.voices th[scope=row]')].map(cell => cell.offsetHeight)")
    assert max(heights) < 100


def test_a_cite_leads_to_the_paragraph(browser, report):
    browser.open(report)
    line = browser.run(
        "document.querySelector('blockquote .cite').click(), document.querySelector(':target').innerText"
    )
    assert "I just finished speaking" in line


def test_articles_are_folded_on_a_telephone_until_a_link_leads_into_one(browser, report):
    open_papers = "document.querySelectorAll('.paper[open]').length"
    browser.open(report)
    assert browser.run(open_papers) == 5
    browser.open(report, 390)
    assert browser.run(open_papers) == 0
    link = "document.querySelector('a.cite[href^=\"#B-\"]')"
    click = f"new Promise(done => {{ addEventListener('hashchange', () => setTimeout(done)); {link}.click() }})"
    assert browser.run(f"{click}.then(() => {open_papers})") == 1


def test_hostile_words_do_nothing_in_a_browser(browser, tmp_path):
    path = tmp_path / "hostile.html"
    path.write_text(page_of(story_saying(" ".join(PAYLOADS))), encoding="utf-8")
    browser.open(path, 390)
    assert troubles(browser) == ([], [], [])
    assert browser.run("document.scripts.length") == 1
    assert (
        browser.run("document.querySelectorAll('img, iframe, object, embed, form, input, base, link, video').length")
        == 0
    )
    assert browser.run("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_no_violation(browser, report, width, dark):
    if not AXE.exists():
        pytest.skip("axe-core is not installed: make axe")
    browser.open(report, width, dark=dark)
    browser.run(AXE.read_text(encoding="utf-8"))
    found = json.loads(browser.run("axe.run().then(found => JSON.stringify(found.violations))"))
    assert [(rule["id"], rule["help"], rule["nodes"][0]["html"]) for rule in found] == []
