"""Showing: a Story as JSON, as text for a terminal, as Markdown and as a page."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samestory
from samestory import (
    Article,
    Change,
    Cite,
    Day,
    Difference,
    FoundDate,
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
from samestory_helpers import columns

FULL = "We will rebuild the old bridge before winter, and everybody in the valley will walk over it"
OTHER = "We will rebuild the new bridge before winter, and everybody will walk over it"


def article_of(key, text, title="The bridge", path="", **facts):
    statement = Statement("direct", 0, 3, 1, 1 + len(text), text, "Ana Ruiz", None, "said")
    article = Article(
        path or f"{key.lower()}.txt", title=title, key=key, paragraphs=[Paragraph("body", 3, f"“{text}”")], **facts
    )
    article.statements = [statement]
    article.dates, article.figures = [FoundDate(0, 3, 0, 2, "May 2", "2025-05-02")], []
    return article


@pytest.fixture
def story():
    """Three articles and at least one item in every section."""
    articles = [
        article_of("A", FULL, published="2025-04-28T21:29+05:30", byline=["Lee Park", "Jo Day"]),
        article_of("B", OTHER, published="2025-04-26"),
        article_of("C", "rebuild the old bridge before winter", title=None),
    ]
    articles[2].figures = [
        samestory.Figure(0, 3, 0, 2, "40%", 40.0, "%"),
        samestory.Figure(0, 3, 0, 2, "9,000", 9000.0, "people"),
    ]
    changes = [Change("old", "new", OTHER.index("new")), Change("in the valley", "", OTHER.index("will walk"))]
    versions = [Version("A", 0, 3, "full"), Version("C", 0, 3, "excerpt"), Version("B", 0, 3, "altered", changes)]
    cites = [Cite("A", 3, "It opens on May 2."), Cite("B", 3, "It opens on May 3.")]
    return Story(
        articles=articles,
        utterances=[Utterance(["Ana Ruiz"], FULL, versions)],
        differences=[
            Difference("date", "the bridge opens", [Value("2025-05-02", cites[:1]), Value("2025-05-03", cites[1:])])
        ],
        timeline=[Day("2025-05-02", cites)],
        voices=[Voice("Ana Ruiz", {"A": 17, "B": 14, "C": 6})],
        overlap=[
            Overlap("A", "B", 0.41, 0.2, [Passage(3, 3, "the bridge over the river", "the bridge over the river", 5)])
        ],
        only=[samestory.Only("C", 3, "Nobody else has this.")],
    )


# ---------------------------------------------------------------- JSON


@pytest.mark.parametrize(
    ("show", "parts", "sections"),
    [
        pytest.param("text", {"paragraphs"}, set(), id="text: paragraphs alone"),
        pytest.param("quotes", {"paragraphs", "statements"}, set(), id="quotes: and statements"),
        pytest.param("only", set(), {"only"}, id="a section of the story alone"),
        pytest.param(
            "versions", {"paragraphs", "statements"}, {"utterances", "unquoted"}, id="versions: what they point at too"
        ),
        pytest.param(
            "all",
            {"paragraphs", "statements", "dates", "figures"},
            {*samestory.STORY_PARTS.values(), *dict(map(reversed, samestory.STORY_ADDITIONS))},
            id="all",
        ),
    ],
)
def test_json_holds_what_was_asked_for(story, show, parts, sections):
    data = json.loads(samestory.show_json([story], samestory.sections_named(show), 80, False))
    assert set(data) == {"samestory", "groups", "articles"} | sections
    for article in data["articles"]:
        assert set(article) == set(samestory.ARTICLE_FACTS) | parts


def test_json_is_the_story_to_the_last_field(story):
    data = json.loads(samestory.show_json([story], samestory.SECTIONS, 80, False))
    assert data["utterances"][0]["versions"][2]["changes"][0] == {"full": "old", "here": "new", "at": 20}
    assert data["differences"][0]["values"][1]["cites"] == [{"article": "B", "line": 3, "text": "It opens on May 3."}]
    assert data["articles"][0]["statements"][0]["mention"] is None
    assert data["overlap"][0]["passages"][0]["words"] == 5


def test_what_is_not_asked_for_is_not_worked_out():
    story = samestory.tell_story(["“We will rebuild it,” said Ana Ruiz.\nOn Monday she went home.\n"], ())
    samestory.show_json([story], ("text",), 80, False)
    assert not {"statements", "dates", "figures"} & set(vars(story.articles[0]))


# ---------------------------------------------------------------- Text for a terminal


def text_of(story, show="all", width=80, color=False):
    return samestory.show_text([story], samestory.sections_named(show), width, color)


@pytest.mark.parametrize("width", [1, 60, 61, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(story, width):
    story.utterances[0].versions += [Version("C", 0, line, "excerpt") for line in range(50)]
    story.voices.append(Voice("東京都知事の報道官" * 4, {"A": 2, "C": 9999}))
    story.articles[0].title = "東京の橋が再建される見通しとなり知事は冬までに終わると述べたという記事の題名である"
    story.articles[1].title = "x" * 300
    assert max(columns(line) for line in text_of(story, width=width).splitlines()) <= max(width, samestory.LEAST_WIDTH)


@pytest.mark.parametrize(
    ("show", "wanted"),
    [
        pytest.param("articles", "Three articles, one story", id="how many articles"),
        pytest.param("articles", "26 April 2025 to 28 April 2025", id="the days they cover"),
        pytest.param("articles", "Lee Park and Jo Day · 28 April 2025, 21:29 +05:30 · 17 words · a.txt", id="facts"),
        pytest.param("articles", "C  (no headline)", id="no headline"),
        pytest.param("articles", "C:3  “rebuild the old", id="the first paragraph with its cite"),
        pytest.param("text", "C:3                “rebuild the old", id="a paragraph with its cite"),
        pytest.param("quotes", "A:3    Ana Ruiz, said", id="who said it"),
        pytest.param("versions", "1 utterance, 1 altered", id="how many altered"),
        pytest.param("versions", "walk over it” A:3", id="the fullest printing with its cite"),
        pytest.param("versions", "ALTERED  B:3    “We will rebuild the [-old-]{+new+} bridge", id="changed words"),
        pytest.param("versions", "everybody [-in the valley-] will", id="words that were cut"),
        pytest.param("versions", "excerpt  C:3    “rebuild the old bridge before winter”", id="an excerpt"),
        pytest.param("differences", "2 May 2025\n      A:3  It opens on May 2.", id="a difference with its cites"),
        pytest.param("timeline", "2 May 2025\n      A:3  It opens", id="a day"),
        pytest.param("figures", "40%\n      C:3  “rebuild", id="a figure"),
        pytest.param("figures", "9,000 people", id="a figure with its unit"),
        pytest.param("voices", "A   17  B   14  C    6  ████", id="words by article, and a bar"),
        pytest.param("overlap", "41% of A stands in B, 20% of B in A\n      A:3 B:3  ", id="overlap both ways"),
        pytest.param("only", "C:3   Nobody else has this.", id="only one reports"),
    ],
)
def test_text_shows(story, show, wanted):
    story.articles[2].paragraphs[0] = Paragraph("body", 3, "“rebuild the old bridge before winter”")
    assert wanted in text_of(story, show)


def test_a_section_with_nothing_in_it_says_so(story):
    story.differences = []
    assert text_of(story, "differences") == "Where they differ\n\n  none found\n"


def test_the_briefing_says_how_to_see_the_rest(story):
    story.only = [samestory.Only("C", line, "Nobody else has this.") for line in range(1, 21)]
    assert "… and 12 more: --show only" in text_of(story, "brief")
    assert "… and" not in text_of(story, "only")


def test_printings_alike_share_a_row(story):
    story.utterances[0].versions.append(Version("C", 0, 3, "excerpt"))
    assert "excerpt  C:3 C:3  “rebuild" in text_of(story, "versions")


def test_an_article_without_a_body_and_a_speaker_without_words(story):
    story.articles[0].paragraphs = []
    story.voices = [Voice("Ana Ruiz", {"A": 0})]
    assert "A:1" not in text_of(story, "articles")
    assert "█" not in text_of(story, "voices")
    samestory.show_html([story], samestory.SECTIONS, 80, False)


def test_words_given_to_different_people_say_where(story):
    for version, speaker in zip(story.utterances[0].versions, ["Ana Ruiz", "Ana Ruiz", "Lee Park"], strict=True):
        version.speaker = speaker
    story.utterances[0].speakers = ["Ana Ruiz", "Lee Park"]
    assert "  Ana Ruiz in A:3 C:3; Lee Park in B:3\n" in text_of(story, "versions")


def test_words_in_quotes_here_and_not_there_and_articles_that_are_one(story):
    story.unquoted = [samestory.Unquoted("the old bridge", [Cite("A", 3, "")], [Cite("B", 7, ""), Cite("C", 9, "")])]
    story.twins = [samestory.Twins(["A", "B"], 1.0), samestory.Twins(["C", "D"], 0.958)]
    for form in ("text", "markdown", "html"):
        shown = samestory.RENDERERS[form]([story], samestory.BRIEF, 80, False)
        assert "A and B are the same article\n" in shown or "<p>A and B are the same article</p>" in shown
        assert "C and D are the same article but for 4.2% of it" in shown
        if form != "html":  # which has links for cites
            assert "“the old bridge”" in shown
            assert "quoted in A:3, without quotation marks in B:7 C:9" in shown


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (25.0, "%", "25%"),
        (40e9, "$", "$40,000,000,000"),
        (500000.0, "workers", "500,000 workers"),
        (1.0, "months", "1 month"),
        (14.0, None, "14"),
    ],
)
def test_with_unit(value, unit, words):
    assert samestory.with_unit(value, unit) == words


def test_many_articles_leave_the_columns(story):
    story.articles = [article_of(f"A{letter}", FULL) for letter in "ABCDEFGHIJ"]
    story.voices = [Voice("Ana Ruiz", {"AA": 5, "AJ": 7})]
    assert "AA 5, AJ 7" in text_of(story, "voices")
    assert "| Ana Ruiz | 5 | – |" in samestory.show_markdown([story], ("voices",), 80, False)
    story.articles *= 2
    assert "| Ana Ruiz | 12 |\n" in samestory.show_markdown([story], ("voices",), 80, False)
    assert "<svg" not in samestory.show_html([story], ("overlap",), 80, False)


HOSTILE = "\x1b[31mred\x1b]0;title\x07 \x9b2J \u202eright to left\u202c \u2066isolate\u2069 \x00\x08\r\n\u2028end"


def test_nothing_of_an_article_can_drive_the_terminal(story):
    """Every string of the story is hostile, and no control or override character is left but the line feed."""
    hostile = article_of("A", HOSTILE, title=HOSTILE, path=HOSTILE, byline=[HOSTILE], outlet=HOSTILE)
    hostile.statements = [
        Statement("direct", 0, 3, 0, 1, HOSTILE, HOSTILE, samestory.Mention(0, 0, 1, HOSTILE), HOSTILE)
    ]
    cites = [Cite("A", 1, HOSTILE)]
    story = Story(
        articles=[hostile],
        utterances=[
            Utterance(
                [HOSTILE],
                HOSTILE,
                [Version("A", 0, 3, "full"), Version("A", 0, 3, "altered", [Change(HOSTILE, "end", 1)])],
            )
        ],
        differences=[Difference("figure", HOSTILE, [Value(HOSTILE, cites)])],
        timeline=[Day("2025-01-01", cites)],
        voices=[Voice(HOSTILE, {"A": 3})],
        overlap=[Overlap("A", "A", 1, 1, [Passage(1, 1, HOSTILE, HOSTILE, 3)])],
        only=[samestory.Only("A", 1, HOSTILE)],
    )
    for text in (text_of(story), samestory.show_json([story], samestory.SECTIONS, 80, False)):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]", text)
    assert "red" in text_of(story)


def test_colour_adds_nothing_but_colour(story):
    painted = text_of(story, color=True)
    assert "\x1b[32m{+new+}\x1b[0m" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted) == text_of(story)


# ---------------------------------------------------------------- What formats share


@pytest.mark.parametrize(
    ("changes", "marked"),
    [
        pytest.param([], "we agree on many things", id="none"),
        pytest.param([Change("settle", "agree on", 3)], "we [-settle-]{+agree on+} many things", id="replaced"),
        pytest.param([Change("all", "", 0)], "[-all-] we agree on many things", id="cut at the start"),
        pytest.param([Change("today", "", 23)], "we agree on many things [-today-]", id="cut at the end"),
        pytest.param([Change("", "many ", 12)], "we agree on {+many+} things", id="added"),
        pytest.param([Change("settle", "agree on")], "we [-settle-]{+agree on+} many things", id="place not told"),
    ],
)
def test_changed_words_stand_where_they_were_changed(changes, marked):
    assert samestory.marked(samestory.pieces("we agree on many things", changes)) == marked


@given(st.text("ab ,.", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=4))
def test_kept_and_added_words_are_the_printing(text, places):
    """Whatever changes are told, in order and apart, the kept and the added pieces put together give the text."""
    changes, done = [], 0
    for start, length in sorted(places):
        if done <= start <= len(text):
            done = min(start + length, len(text))
            changes.append(Change("gone", text[start:done], start))
    found = samestory.pieces(text, changes)
    assert "".join(words for kind, words in found if kind != "cut") == text
    assert [words.strip() for kind, words in found if kind == "cut"] == ["gone"] * len(changes)
