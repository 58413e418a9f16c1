"""Who said what: quotations and reports, the names that speak, and what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory import Article, Paragraph, Statement, find_statements


def statements(*texts: str, kind: str = "body", language: str | None = "en") -> list[Statement]:
    paragraphs = [Paragraph(kind, number, text) for number, text in enumerate(texts, 1)]
    return find_statements(Article(paragraphs=paragraphs, language=language))


def direct(*texts: str) -> list[tuple[str, str | None]]:
    return [(s.text, s.speaker) for s in statements(*texts) if s.kind == "direct"]


def reported(text: str) -> list[tuple[str, str, str]]:
    return [(s.mention.text, s.cue, s.text) for s in statements(text) if s.kind == "reported" and s.mention and s.cue]


MAYOR = "Mayor Ana Ruiz opened the bridge with Councillor Peter Cole on Monday."

SPOKEN = {
    "verb first": ("“It is safe to cross,” said Ana Ruiz, the mayor.", "Ana Ruiz"),
    "name first": ("“It is safe to cross,” Ruiz told reporters on Monday.", "Ana Ruiz"),
    "before the quotation": ("Ruiz said on Monday: “It is safe to cross.”", "Ana Ruiz"),
    "a description between name and verb": ("Ruiz, a former engineer from Reno, Nev., said, “It is safe.”", "Ana Ruiz"),
    "a description in brackets": ("“It is safe,” Peter Cole (Ind.) said.", "Peter Cole"),
    "a question before a capital": ("“Is it safe?” Ruiz asked.", "Ana Ruiz"),
    "a fragment in a report": ("Ruiz said the crossing was “perfectly safe for all” now.", "Ana Ruiz"),
    "the subject of a clause before": ("Ruiz crossed on foot and said it was “perfectly safe.”", "Ana Ruiz"),
    "a participle": ("Ruiz crossed on foot, calling it “perfectly safe.”", "Ana Ruiz"),
    "a participle with its own subject": (
        "The talks were tense, with Cole often calling it “a toy bridge.”",
        "Peter Cole",
    ),
    "who": ("They were led by Peter Cole, who called it “a toy bridge.”", "Peter Cole"),
    "a pronoun after a name": ("Cole shook his head. “Nobody will use it,” he said.", "Peter Cole"),
    "she and he are told apart": ("Cole met Ruiz. “It is safe,” she said.", "Ana Ruiz"),
    "a role": ("“It is safe,” the mayor said.", "Ana Ruiz"),
    "a role that nobody is said to hold": ("“It is safe,” the governor said.", None),
    "anybody": ("“It is safe,” a spokesman for the city said.", None),
    "no cue, after a colon": ("Ruiz was brief: “It is safe.”", "Ana Ruiz"),
    "no cue, the subject's words": ("Ruiz had a “very good” talk with Cole.", "Ana Ruiz"),
    "no cue, the sentence before": ("Cole would not hear of it. “Nobody will use it.”", "Peter Cole"),
    "a show": ("Ruiz was on a show called “Bridges of the World” that day.", None),
    "single marks": ("'It is safe to cross,' Ruiz said.", "Ana Ruiz"),
    "two apostrophes": ("''It is safe to cross,'' Ruiz said.", "Ana Ruiz"),
}


@pytest.mark.parametrize(("text", "speaker"), SPOKEN.values(), ids=SPOKEN)
def test_speaker(text, speaker):
    assert [s for _, s in direct(MAYOR, text)] == [speaker]


def test_quotation_split_by_its_cue_goes_on():
    assert direct(MAYOR, "“It is safe,” Ruiz said. “It will stay safe.”") == [
        ("It is safe,", "Ana Ruiz"),
        ("It will stay safe.", "Ana Ruiz"),
    ]


def test_quotation_over_paragraphs_has_one_speaker():
    assert direct(MAYOR, "“It is safe,” Cole said. “We tested it.", "“We will test it again.”") == [
        ("It is safe,", "Peter Cole"),
        ("We tested it.", "Peter Cole"),
        ("We will test it again.", "Peter Cole"),
    ]


def test_paragraph_that_ends_in_a_colon_announces_the_next():
    assert (
        direct(MAYOR, "“It is safe,” Ruiz said.", "Cole answered in a letter:", "“Nobody will use it.”")[1][1]
        == "Peter Cole"
    )


def test_office_by_its_initials():
    story = "The Prime Minister’s Office said in a readout that the call was “useful.”"
    assert direct(story, "“They spoke for an hour,” reads the PMO statement.")[1][1] == "Prime Minister’s Office"


REPORTED = {
    "that": ("Ana Ruiz said that the bridge was safe.", "Ana Ruiz", "said", "the bridge was safe"),
    "no that": ("Ana Ruiz said the bridge was safe.", "Ana Ruiz", "said", "the bridge was safe"),
    "after a hearer": ("Ana Ruiz told the city council it was safe.", "Ana Ruiz", "told", "it was safe"),
    "after an occasion": (
        "Ana Ruiz said in a statement on Monday that it was safe.",
        "Ana Ruiz",
        "said",
        "it was safe",
    ),
    "before its cue": (
        "The bridge was safe to cross, Ana Ruiz said on Monday.",
        "Ana Ruiz",
        "said",
        "The bridge was safe to cross",
    ),
    "according to": (
        "The bridge was safe, according to Ana Ruiz.",
        "Ana Ruiz",
        "According to".lower(),
        "The bridge was safe",
    ),
    "according to, first": (
        "According to Ana Ruiz, the bridge was safe.",
        "Ana Ruiz",
        "According to",
        "the bridge was safe",
    ),
    "a promise": ("Ana Ruiz promised to close the bridge.", "Ana Ruiz", "promised", "to close the bridge"),
}


@pytest.mark.parametrize(("text", "mention", "cue", "content"), REPORTED.values(), ids=REPORTED)
def test_reported(text, mention, cue, content):
    assert reported(text) == [(mention, cue, content)]


def test_two_reports_in_one_sentence():
    text = "Ana Ruiz said the bridge was safe, adding that it would stay open."
    assert reported(text) == [
        ("Ana Ruiz", "said", "the bridge was safe"),
        ("Ana Ruiz", "adding", "it would stay open"),
    ]


OTHER_LANGUAGES = {
    "French": ("« C’est une bonne nouvelle », a déclaré la maire.", "C’est une bonne nouvelle"),
    "German": ("„Das ist eine gute Nachricht“, sagte sie.", "Das ist eine gute Nachricht"),
    "Japanese": ("市長は「良い知らせだ」と述べた。", "良い知らせだ"),
}


@pytest.mark.parametrize(("text", "quoted"), OTHER_LANGUAGES.values(), ids=OTHER_LANGUAGES)
def test_other_languages_give_quotations_without_speaker(text, quoted):
    assert [(s.text, s.speaker, s.mention) for s in statements(text, language="xx")] == [(quoted, None, None)]


def test_furniture_says_nothing():
    assert statements("“Ten best bridges,” says Ruiz", kind="boilerplate") == []


PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "''",
    "«",
    "»",
    " said ",
    " Ana Ruiz ",
    " he ",
    ", ",
    ". ",
    ": ",
    "told",
    "\xa0",
    "x",
    " — ",
    "(",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), max_size=5))
def test_spans_lie_in_their_paragraph_and_give_the_text(texts):
    for s in statements(*texts):
        text = texts[s.paragraph]
        assert 0 <= s.start < s.end <= len(text)
        assert text[s.start : s.end] == s.text
        assert s.line == s.paragraph + 1
        if s.mention:
            assert texts[s.mention.paragraph][s.mention.start : s.mention.end] == s.mention.text
