"""Showing: a Story as JSON, as text for a terminal, as Markdown and as a page."""

import json

import pytest

import samestory

TEXT = "The bridge\n\n“We will rebuild it,” said Mayor Ana Ruiz on April 28, 2025.\n"


@pytest.fixture
def story():
    return samestory.tell_story([TEXT.encode(), TEXT.encode()])


@pytest.mark.parametrize(
    ("show", "parts", "sections"),
    [
        pytest.param("text", {"paragraphs"}, set(), id="text: paragraphs alone"),
        pytest.param("quotes", {"paragraphs", "statements"}, set(), id="quotes: and statements"),
        pytest.param("only", set(), {"only"}, id="a section of the story alone"),
        pytest.param(
            "all", {"paragraphs", "statements", "dates", "figures"}, set(samestory.STORY_PARTS.values()), id="all"
        ),
    ],
)
def test_json_holds_what_was_asked_for(story, show, parts, sections):
    data = json.loads(samestory.show_json(story, samestory.sections_named(show), 80, False))
    assert set(data) == {"samestory", "articles"} | sections
    for article in data["articles"]:
        assert set(article) == set(samestory.ARTICLE_FACTS) | parts


def test_what_is_not_asked_for_is_not_worked_out(story):
    samestory.show_json(story, ("text",), 80, False)
    assert "statements" not in vars(story.articles[0])
