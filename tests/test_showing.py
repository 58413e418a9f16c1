"""Showing: a Story as JSON, as text for a terminal, as Markdown and as a page."""

import json
import re
import weakref
from dataclasses import replace

import pytest
from conftest import rendered
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
PART = "rebuild the old bridge before winter"
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
        article_of("C", PART, title=None),
    ]
    changes = [Change("old", "new", OTHER.index("new")), Change("in the valley", "", OTHER.index("will walk"))]
    versions = [
        Version("A", 0, 3, "full", text=FULL),
        Version("C", 0, 3, "excerpt", text=PART),
        Version("B", 0, 3, "altered", changes, text=OTHER),
    ]
    cites = [Cite("A", 3, "It opens on May 2."), Cite("B", 3, "It opens on May 3.")]
    return Story(
        articles=articles,
        coverage=[
            samestory.Fact("The bridge opens in May.", ["A", "B"], cites),
            samestory.Fact(
                "It was shut.", ["A", "B", "C"], [*cites, Cite("B", 9, "Shut."), Cite("C", 3, "It was shut.")]
            ),
        ],
        utterances=[Utterance(["Ana Ruiz"], FULL, versions)],
        differences=[
            Difference(
                "date", "the bridge opens", [Value("2025-05-02", cites[:1], ["May 2"]), Value("2025-05-03", cites[1:])]
            )
        ],
        timeline=[Day("2025-05-02", cites)],
        figures=[samestory.Told("40%", cites[:1])],
        voices=[Voice("Ana Ruiz", {"A": 17, "B": 14, "C": 6})],
        overlap=[
            Overlap("A", "B", 0.41, 0.2, [Passage(3, 3, "the bridge over the river", "the bridge over the river", 5)])
        ],
        editions=[
            samestory.Edition(
                "A",
                "B",
                0.92,
                [
                    samestory.Edit("changed", 4, 5, "It rained.", "It poured."),
                    samestory.Edit("added", None, 6, "", "It snowed."),
                ],
            )
        ],
        only=[samestory.Only("C", 3, "Nobody else has this.", ["Nobody"])],
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
            {"compared", *samestory.STORY_PARTS.values(), *dict(map(reversed, samestory.STORY_ADDITIONS))},
            id="all",
        ),
    ],
)
def test_json_holds_what_was_asked_for(story, show, parts, sections):
    data = json.loads(rendered("json", [story], samestory.sections_named(show), 80, False))
    assert set(data) == {"samestory", "groups", "articles"} | sections
    for article in data["articles"]:
        assert set(article) == set(samestory.FACTS_OF_ARTICLE.split()) | parts


def test_json_is_the_story_to_the_last_field(story):
    data = json.loads(rendered("json", [story], samestory.SECTIONS, 80, False))
    change = {"full": "old", "here": "new", "at": 20, "kind": "", "touches": ""}
    assert data["utterances"][0]["versions"][2]["changes"][0] == change
    assert data["differences"][0]["values"][1]["cites"] == [{"article": "B", "line": 3, "text": "It opens on May 3."}]
    assert data["articles"][0]["statements"][0]["mention"] is None
    assert data["overlap"][0]["passages"][0]["words"] == 5


def test_json_counts_what_was_compared_in_all_stories(story):
    story.compared = 7
    other = Story([article_of("D", FULL), article_of("E", FULL)], differences=[], compared=2)
    for stories, count in (([story], 7), ([story, other], 9), ([Story([article_of("D", FULL)])], 0)):
        assert json.loads(rendered("json", stories, ["differences"]))["compared"] == count


def test_what_is_not_asked_for_is_not_worked_out():
    story = samestory.tell_story(["“We will rebuild it,” said Ana Ruiz.\nOn Monday she went home.\n"], ())
    rendered("json", [story], ("text",), 80, False)
    assert not {"statements", "dates", "figures"} & set(vars(story.articles[0]))


# ---------------------------------------------------------------- Text for a terminal


def text_of(story, show="all", width=80, color=False, links=False):
    return rendered("text", [story], samestory.sections_named(show), width, color, links)


@pytest.mark.parametrize("width", [1, 40, 60, 61, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(story, width):
    story.utterances[0].versions += [Version("C", 0, line, "excerpt", text=PART) for line in range(50)]
    story.voices.append(Voice("東京都知事の報道官" * 4, {"A": 2, "C": 9999}))
    story.articles[0].title = "東京の橋が再建される見通しとなり知事は冬までに終わると述べたという記事の題名である"
    story.articles[1].title = "x" * 300
    for color in (False, True):
        lines = re.sub(r"\x1b\[[\d;]*m", "", text_of(story, width=width, color=color)).splitlines()
        assert max(map(columns, lines)) <= max(width, samestory.LEAST_WIDTH)


@pytest.mark.parametrize(
    ("show", "wanted"),
    [
        pytest.param("articles", "Three articles, one story       ", id="how many articles"),
        pytest.param("articles", "26 April 2025 to 28 April 2025", id="the days they cover"),
        pytest.param("articles", "A  The Gazette  The bridge", id="letter, name and headline"),
        pytest.param("articles", "Lee Park and Jo Day · 28 April 2025, 21:29 +05:30 · 17 words", id="facts"),
        pytest.param("articles", "C               (no headline) “rebuild the old", id="no headline: how it begins"),
        pytest.param(
            "coverage",
            "Two facts told by two or more, one of them by all three:\n    It was shut.              A:3  B:3  C:3\n",
            id="facts found",
        ),
        pytest.param("coverage", "  where each tells it", id="a grid"),
        pytest.param("coverage", "  A The Gazette\n", id="with the names of its columns"),
        pytest.param(
            "coverage",
            "\n  It was shut.              A:3  B:3  C:3\n",
            id="its rows",
        ),
        pytest.param("coverage", "\n  The bridge opens in May.  A:3  B:3\n", id="gaps"),
        pytest.param(
            "versions",
            "one in altered words: B:3.\n    Ana Ruiz ALTERED B:3 “We will rebuild the [-old-]{+new+} bridge",
            id="altered, with one of them",
        ),
        pytest.param("versions", "fullest printing only, {+these+} here.\n\nSame words", id="what the signs mean"),
        pytest.param("only", "One sentence told by one article only: 1 in C.", id="how many"),
        pytest.param("versions", "\n  B:3 is line 3 of the file of article B.\n", id="what a cite means"),
        pytest.param("versions", "A:3  “We will rebuild the old bridge", id="the fullest printing behind its cite"),
        pytest.param("versions", "ALTERED  B:3  “We will rebuild the [-old-]{+new+} bridge", id="changed words"),
        pytest.param("versions", "everybody [-in the valley-] will", id="words that were cut"),
        pytest.param("versions", "C:3  “rebuild the old bridge before winter”", id="an excerpt"),
        pytest.param(
            "differences", "One difference: the bridge opens (2 May 2025 A:3 and 3 May 2025 B:3).", id="what differs"
        ),
        pytest.param("differences", "2 May 2025  A:3\n      A:3  It opens on May 2.", id="a difference with its cites"),
        pytest.param("timeline", "2 May 2025  A:3 B:3\n    A:3  It opens", id="a day"),
        pytest.param("figures", "40%  A:3\n    A:3  It opens", id="a figure"),
        pytest.param("voices", "One speaker quoted: Ana Ruiz in all three.", id="who is quoted"),
        pytest.param("voices", "Ana Ruiz                  17  14  6  ████████████\n", id="words by article, and a bar"),
        pytest.param("overlap", "41% of A stands in B, 20% of B in A\n    A:3 B:3  ", id="overlap both ways"),
        pytest.param("editions", "B is A at another time: 92% of the sentences are the same", id="an edition"),
        pytest.param("editions", "changed A:4 B:5  [-It rained.-]{+It poured.+}", id="a changed sentence"),
        pytest.param("editions", "added B:6        {+It snowed.+}", id="an added sentence"),
        pytest.param("only", "C\n    C:3  Nobody else has this.", id="only one reports"),
        pytest.param("text", "\n    C:3  “rebuild the old bridge before winter”\n", id="a paragraph behind its cite"),
        pytest.param("quotes", "A:3  Ana Ruiz, said: “We will", id="who said it"),
    ],
)
def test_text_shows(story, show, wanted):
    story.articles[0].name = "The Gazette"
    story.articles[2].paragraphs[0] = Paragraph("body", 3, f"“{PART}”")
    assert wanted in text_of(story, show)


def test_a_section_with_nothing_in_it_is_left_out_and_the_first_lines_say_what_was_compared(story):
    story.differences = story.coverage = story.utterances = story.voices = []
    story.compared = 7
    shown = text_of(story)
    for heading in ("coverage", "versions", "differences", "voices"):
        assert samestory.HEADINGS[heading] not in shown
    assert "No value differs, of 7 that two articles give for one thing." in shown
    assert "No quotation is printed by more than one." in shown
    assert "No sentence tells what another article tells too." in shown
    assert "Nobody is quoted by name." in shown
    story.compared = 0
    assert "No values could be held against each other; the articles may still differ." in text_of(story)


def test_of_many_altered_quotations_the_first_places_are_named_and_numbers_are_spelt(story):
    story.articles = [article_of(key, FULL) for key in "ABCDEFG"]
    versions = [[replace(one, line=one.line + n) for one in story.utterances[0].versions] for n in range(7)]
    story.utterances = [Utterance(["Ana Ruiz"], FULL, one) for one in versions]
    story.coverage[0].articles = list("ABCDEFG")
    shown = text_of(story)
    assert "Two facts told by two or more, one of them by all seven:" in shown
    assert "Seven quotations printed more than once, seven in altered words: B:3 B:4 B:5 B:6 B:7 and 2 more." in (
        " ".join(shown.split())
    )


@pytest.mark.parametrize("form", samestory.RENDERERS)
def test_a_story_leaves_the_memory_before_the_next_but_one_is_compared(form):
    kept = []

    def compared(groups):
        for number in range(len(groups)):
            assert not [one for one in kept[: max(number - 1, 0)] if one()]
            kept.extend(weakref.ref(article) for article in groups[number])
            story, groups[number] = Story(groups[number], coverage=[]), []
            yield story
            del story

    groups = [[article_of(f"{key}{n}", FULL) for n in "12"] for key in "ABCDEF"]
    for _ in samestory.RENDERERS[form](samestory.Request(groups, compared(groups), samestory.SECTIONS)):
        pass
    assert len(kept) == 12


def test_the_briefing_says_how_to_see_the_rest(story):
    story.only = [samestory.Only("C", line, "Nobody else has this.") for line in range(1, 21)]
    assert "… and 12 more: --show only" in text_of(story, "brief")
    assert "… and" not in text_of(story, "only")


def test_of_very_many_places_the_first_are_named(story):
    story.timeline[0].cites = [Cite("A", line, "") for line in range(1, 2 * samestory.MOST_CITES + 1)]
    assert f"A:{samestory.MOST_CITES} and {samestory.MOST_CITES} more" in " ".join(text_of(story, "timeline").split())


def test_printings_alike_share_a_row_with_their_places_in_order_and_each_once(story):
    story.utterances[0].versions += [Version("C", 0, line, "excerpt", text=PART.title()) for line in (5, 3)]
    story.utterances[0].versions.append(Version("A", 0, 9, "excerpt", text=PART))
    assert "A:9 C:3 C:5  “rebuild" in text_of(story, "versions")


def test_a_speaker_is_called_as_in_the_voices(story):
    for version, speaker in zip(story.utterances[0].versions, ["Ana Ruiz", "Ruiz", None], strict=True):
        version.speaker = speaker
    story.utterances[0].speakers = ["Ana Ruiz", "Ruiz"]
    assert "\n  Ana Ruiz\n    A:3  “We will" in text_of(story, "versions")
    story.voices.append(Voice("Ruiz", {"B": 3}))
    assert "\n  Ana Ruiz in A:3; Ruiz in C:3; speaker not told in B:3\n" in text_of(story, "versions")
    shown = text_of(story, "versions", 200)
    assert re.search("One of them given to different speakers, “We will [^”]*”, to Ana Ruiz in A:3; Ruiz in", shown)


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (Change("two bridges", "three bridges", touches="number"), "changes a number"),
        (Change("2 bridges", "bridges", touches="number"), "leaves out a number"),
        (Change("bridges", "two bridges", touches="number"), "adds a number"),
        (Change("for Canada and the States", "for both countries", touches="name"), "leaves out a name"),
        (Change("Ana Ruiz", "Lee Park", touches="name"), "changes a name"),
        (Change("will", "will not", touches="negation"), "adds a negation"),
        (Change("if it rains", "", touches="condition"), "leaves out a condition"),
        (Change("a", "а", kind="homoglyph"), "letters that only look alike"),
        (Change("old", "new"), ""),
    ],
)
def test_what_a_change_does(change, note):
    assert samestory.note_on(change) == note


def test_one_article_alone_and_articles_that_share_little_say_so(story):
    alone = text_of(Story([article_of("A", FULL)], voices=[Voice("Ana Ruiz", {"A": 17}), Voice("Lee Park", {"A": 2})]))
    assert alone.startswith("One article, and a second one on its story is needed to compare\n")
    assert samestory.begins_report(alone.encode())
    assert "Two speakers quoted: Ana Ruiz and Lee Park.\n" in alone
    assert "share little" not in text_of(story)
    story.utterances, story.coverage = [], story.coverage[:1]
    assert text_of(story).startswith("Three articles, which share little: one story? ")
    assert samestory.begins_report(text_of(story).encode())


def test_what_makes_no_sense_of_one_article_is_left_out_and_nothing_found_is_said(story):
    lone = Story([article_of("A", FULL)], utterances=[], timeline=[], only=story.only)
    assert "only" not in text_of(lone)
    assert "ALTERED" not in text_of(lone)
    assert text_of(lone, "timeline").endswith("\n\n  No dates were found that could be worked out.\n")
    lone.timeline = None
    assert text_of(lone, "overlap").endswith("\n\n  Nothing was found of what was asked for.\n")
    other = Story([article_of("B", FULL)])
    assert "ALTERED" not in rendered("text", [lone, other], samestory.BRIEF)


def test_a_row_is_cut_in_the_briefing_alone(story):
    story.only = [samestory.Only("C", 3, "Nobody else has this. " * 20 + "The end.")]
    assert "The end." not in text_of(story, "brief")
    assert "The end." in text_of(story, "only")


def test_an_article_without_a_body_and_a_speaker_without_words(story):
    story.articles[0].paragraphs = []
    story.voices = [Voice("Ana Ruiz", {"A": 0})]
    assert "A:1" not in text_of(story, "articles")
    assert "█" not in text_of(story, "voices")
    rendered("html", [story], samestory.SECTIONS)


def test_words_given_to_different_people_say_where(story):
    for version, speaker in zip(story.utterances[0].versions, ["Ana Ruiz", "Ana Ruiz", "Lee Park"], strict=True):
        version.speaker = speaker
    story.utterances[0].speakers = ["Ana Ruiz", "Lee Park"]
    assert "  Ana Ruiz in A:3 C:3; Lee Park in B:3\n" in text_of(story, "versions")


def test_words_in_quotes_here_and_not_there_and_articles_that_are_one(story):
    story.unquoted = [samestory.Unquoted("the old bridge", [Cite("A", 3, "")], [Cite("B", 7, ""), Cite("C", 9, "")])]
    story.twins = [samestory.Twins(["A", "B"], 1.0), samestory.Twins(["C", "D"], 0.958)]
    for form in ("text", "markdown", "html"):
        shown = rendered(form, [story], samestory.BRIEF)
        words = re.sub("<[^>]*>|[`]", "", shown)
        assert "A and B are the same article." in words
        assert "C and D are the same article but for 4.2% of it." in words
        assert "“the old bridge” quoted in A:3, without quotation marks in B:7 C:9" in words


def test_several_stories_come_one_after_the_other_and_lone_articles_last(story):
    other = Story([article_of("D", FULL, "A fire"), article_of("E", FULL, "The fire")], differences=[], only=[])
    lone = Story([article_of("F", FULL, "The weather")], only=[])
    for form in ("text", "markdown", "html"):
        words = re.sub(r"<[^>]*>|[*\\]", "", rendered(form, [story, other, lone], samestory.BRIEF))
        order = ["Six articles: two stories and one alone", "1. The bridge", "2. A fire", "On a story of their own"]
        assert sorted(order, key=words.index) == order
        assert words.rindex("The weather") > words.index(order[-1])
    assert samestory.begins_report(rendered("text", [story, other, lone], samestory.BRIEF).encode())
    page = rendered("html", [story, other, lone], samestory.BRIEF)
    assert page.count('id="versions-A"') == 1
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(re.findall(r' id="([^"]*)"', page))
    data = json.loads(rendered("json", [story, other, lone], samestory.BRIEF))
    assert data["groups"] == [["A", "B", "C"], ["D", "E"], ["F"]]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (25.0, "%", "25%"),
        (40e9, "$", "$40,000,000,000"),
        (500000.0, "workers", "500,000 workers"),
        (1.0, "months", "1 month"),
        (1.0, "children", "1 child"),
        (1.0, "parties", "1 party"),
        (1.0, "inches", "1 inch"),
        (1.0, "horses", "1 horse"),
        (14.0, None, "14"),
    ],
)
def test_with_unit(value, unit, words):
    assert samestory.with_unit(value, unit) == words


def test_many_articles_leave_the_columns(story):
    story.articles, story.utterances = [article_of(f"A{letter}", FULL) for letter in "ABCDEFGHIJ"], []
    story.voices = [Voice("Ana Ruiz", {"AA": 5, "AJ": 7})]
    assert "AA 5 AJ 7" in text_of(story, "voices", width=40)
    assert "| **Ana Ruiz** | 5 |  |" in rendered("markdown", [story], ("voices",))
    story = Story([article_of(f"A{letter}", FULL) for letter in "ABCDEFGHIJKLMNO"], story.coverage, voices=story.voices)
    assert "| **Ana Ruiz** | 12 words |\n" in rendered("markdown", [story], ("voices",))
    story.coverage[0].cites = [Cite("AA", 3, ""), Cite("AB", 5, "")]
    assert "\n  The bridge opens in May.\n    AA:3 AB:5\n" in text_of(story, "coverage")


# ---------------------------------------------------------------- What an article says can't pass for our own


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param("we [-x-]{+y+} go", r"we \[-x\-]\{+y\+} go", id="changed words"),
        pytest.param("go” A:3 ALTERED B:12", r"go” A\:3 ALTERED B\:12", id="a cite"),
        pytest.param(r"a back\slash", r"a back\\slash", id="a backslash"),
        pytest.param("John 3:16 at 8:30, col·lega", "John 3:16 at 8:30, col·lega", id="none of ours"),
        pytest.param("x.txt · Reuters", r"x.txt \· Reuters", id="what stands between facts"),
        pytest.param("in\u200bvi\u00adsi\u202eble\u2069", "invisible", id="marks that nobody sees"),
        pytest.param("می\u200cروم", "می\u200cروم", id="but not what Persian needs"),
        pytest.param("\U000e0033\U000e0031\U000e007f!", "!", id="the marks that we use for colours"),
    ],
)
def test_an_article_cannot_write_our_signs(said, shown):
    assert samestory.TextWriter(80, color=True).mark(samestory.Mark(said)) == shown


def test_a_file_cannot_look_like_an_outlet_and_its_cite_is_code_in_markdown(story):
    story.articles[0].path = "x.txt · Reuters"
    story.articles[0].title = "`A:9` **bold**"
    assert r"x.txt \· Reuters" in " ".join(text_of(story, "articles").split())
    shown = rendered("markdown", [story], ("articles", "differences"))
    assert r"**\`A:9\` \*\*bold\*\***" in shown
    assert "`A:3`" in shown


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
                [
                    Version("A", 0, 3, "full", text=HOSTILE),
                    Version("A", 0, 3, "altered", [Change(HOSTILE, "end", 1)], text=HOSTILE),
                ],
            )
        ],
        differences=[Difference("figure", HOSTILE, [Value(HOSTILE, cites)])],
        timeline=[Day("2025-01-01", cites)],
        voices=[Voice(HOSTILE, {"A": 3})],
        overlap=[Overlap("A", "A", 1, 1, [Passage(1, 1, HOSTILE, HOSTILE, 3)])],
        only=[samestory.Only("A", 1, HOSTILE)],
    )
    for text in (text_of(story), rendered("json", [story], samestory.SECTIONS, 80, False)):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]", text)
    assert "red" in text_of(story)


def test_colour_and_links_add_nothing_but_colour_and_links(story, tmp_path):
    (tmp_path / "a b.txt").write_text("“")
    story.articles[1].path = str(tmp_path / "a b.txt")
    painted = text_of(story, color=True, links=True)
    for part in ("\x1b[32m{+new+}\x1b[0m", "\x1b[1;33mALTERED\x1b[0m", "\x1b[1mAna Ruiz\x1b[0m", "\x1b[36mA:3\x1b[0m"):
        assert part in painted
    assert re.search(r"\x1b\]8;;file://[^/]*/\S*/a%20b\.txt#3\x1b\\\x1b\[36mB:3\x1b\[0m\x1b\]8;;\x1b\\", painted)
    assert re.sub(r"\x1b\[[\d;]*m|\x1b\]8;;[^\x1b]*\x1b\\", "", painted) == text_of(story)
    for line in painted.splitlines():
        assert len(re.findall(r"\x1b\[[\d;]+m", line)) % 2 == 0


def test_a_headline_cut_short_lends_its_colour_to_nothing_after_it(story):
    for article in story.articles:
        article.title = "A headline of very many words " * 12
    painted = text_of(story, "articles", color=True)
    assert "…" in painted
    for part in re.findall(r"\x1b\[1m([^\x1b]*)", painted):
        assert not re.search(r"\.txt|\.html", part)


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
    marks = samestory.marked_changes("we agree on many things", changes)
    assert samestory.TextWriter(80).marks(marks) == marked


@given(st.text("ab ,.", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=4))
def test_kept_and_added_words_are_the_printing(text, places):
    """Whatever changes are told, in order and apart, the kept and the added pieces put together give the text."""
    changes, done = [], 0
    for start, length in sorted(places):
        if done <= start <= len(text):
            done = min(start + length, len(text))
            changes.append(Change("gone", text[start:done], start))
    found = samestory.marked_changes(text, changes)
    assert "".join(mark.text for mark in found if mark.kind != "cut") == text
    assert [mark.text.strip() for mark in found if mark.kind == "cut"] == ["gone"] * len(changes)


@given(
    st.text("ab ,.", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=4),
    st.lists(st.integers(0, 40), max_size=3),
)
def test_marked_text_keeps_every_word_and_every_insert(text, places, inserts):
    spans = [
        (start, min(start + length, len(text)), samestory.Mark("", "strong"))
        for start, length in places
        if start < len(text)
    ]
    found = samestory.marked_text(
        text, [*spans, *((min(at, len(text)),) * 2 + (samestory.Mark("in 2", "chip"),) for at in inserts)]
    )
    assert "".join(mark.text for mark in found if mark.kind != "chip") == text
    assert sum(mark.kind == "chip" for mark in found) == len(inserts)


# ---------------------------------------------------------------- As a library


def test_what_is_public_is_there_and_told():
    assert set(samestory.__all__) <= set(dir(samestory))
    assert all(getattr(samestory, name).__doc__ for name in samestory.__all__)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("articles", {"key": "B", "title": "The bridge", "words": 14}),
        ("paragraphs", {"article": "B", "paragraph": 0, "cite": "B:3", "kind": "body"}),
        ("statements", {"article": "B", "statement": 0, "cite": "B:3", "speaker": "Ana Ruiz"}),
        ("dates", {"article": "B", "date": "2025-05-02"}),
        ("facts", {"fact": 1, "text": "It was shut.", "articles": "A; B; C"}),
        ("coverage", {"fact": 0, "cite": "B:3", "text": "It opens on May 3."}),
        ("utterances", {"utterance": 0, "speakers": "Ana Ruiz", "text": FULL}),
        ("versions", {"utterance": 0, "cite": "B:3", "relation": "altered", "text": OTHER}),
        ("changes", {"utterance": 0, "cite": "B:3", "full": "old", "here": "new"}),
        ("differences", {"difference": 0, "kind": "date", "value": "2025-05-03", "cite": "B:3"}),
        ("timeline", {"date": "2025-05-02", "cite": "B:3"}),
        ("voices", {"speaker": "Ana Ruiz", "article": "B", "words": 14}),
        ("overlap", {"a": "A", "b": "B", "share_of_a": 0.41}),
        ("passages", {"a": "A", "b": "B", "words": 5}),
        ("editions", {"a": "A", "b": "B", "share": 0.92}),
        ("edits", {"a": "A", "kind": "added", "text_b": "It snowed."}),
        ("only", {"cite": "C:3", "why": "Nobody"}),
    ],
)
def test_rows_are_flat_and_say_what_they_belong_to(story, table, row):
    rows = story.rows(table)
    assert any(row.items() <= one.items() for one in rows), rows
    assert {tuple(one) for one in rows} == {tuple(samestory.TABLES[table][1].split())}
    assert not [value for one in rows for value in one.values() if isinstance(value, list | dict)]


def test_a_story_gives_itself_in_every_form(story):
    assert story.to_text(width=60) == text_of(story, "brief", 60)
    assert json.loads(story.to_json())["utterances"][0]["text"] == FULL
    assert story.to_markdown().startswith("# Three articles, one story\n")
    assert story.to_html(["versions"]).startswith("<!DOCTYPE html>")
    assert story._repr_html_().startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert repr(story) == "<Story of 3 articles: A, B, C>"
    assert repr(story.articles[0]) == "<Article A 'The bridge', 1 paragraph>"


@pytest.mark.parametrize(
    ("wrong", "error", "reason"),
    [
        pytest.param(
            lambda: samestory.compare([], ["gossip"]), ValueError, "no section 'gossip'; choose", id="section"
        ),
        pytest.param(lambda: samestory.compare(["a.txt"]), TypeError, "as samestory.read gives them", id="no article"),
        pytest.param(lambda: Story([]).rows("gossip"), ValueError, "no table 'gossip'; choose", id="table"),
        pytest.param(lambda: Story([]).to_text(show="gossip"), ValueError, "no section 'gossip'", id="to show"),
        pytest.param(
            lambda: samestory.read("One line of words."), samestory.UnreadableError, "no such file", id="path"
        ),
    ],
)
def test_what_is_asked_wrongly_is_refused_in_words(wrong, error, reason):
    with pytest.raises(error, match=reason):
        wrong()


def test_content_is_never_taken_for_a_name():
    assert samestory.read_content("One line of words.").paragraphs[0].text == "One line of words."
    assert (
        samestory.read_content(
            b"<p>One line of words, and a few more that make it an article, said Ana Ruiz on Monday.</p>"
        ).format
        == "html"
    )


# ---------------------------------------------------------------- What articles are called


@pytest.mark.parametrize(
    ("articles", "names"),
    [
        pytest.param([{"path": "x/a.txt", "outlet": "The Gazette"}], ["The Gazette"], id="the outlet"),
        pytest.param([{"path": "x/a.txt", "outlet": "The Gazette", "name": "mine"}], ["mine"], id="what its user says"),
        pytest.param(
            [{"path": "call-2025-a-gazette.txt"}, {"path": "call-2025-b-herald.txt"}],
            ["gazette", "herald"],
            id="the file",
        ),
        pytest.param([{"path": "L.txt"}, {"path": "RR.txt"}], ["L", "RR"], id="a letter"),
        pytest.param([{"path": "000_7c3ea25a.txt"}, {"path": "001_9cefab7f.txt"}], ["", ""], id="a hash tells nothing"),
        pytest.param([{"outlet": "BBC News", "url": "https://www.bbc.co.uk/a"}], ["BBC News"], id="borne out"),
        pytest.param(
            [{"outlet": "The New York Times", "url": "https://nytimes.com/a"}], ["The New York Times"], id="nyt"
        ),
        pytest.param([{"outlet": "Associated Press", "url": "https://apnews.com/a"}], ["Associated Press"], id="ap"),
        pytest.param(
            [{"outlet": "Reuters", "url": "https://evil.example/reuters.com"}],
            ["Reuters (evil.example)"],
            id="not borne out",
        ),
    ],
)
def test_names(articles, names):
    assert samestory.names_for([Article(**facts) for facts in articles]) == names
