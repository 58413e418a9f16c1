"""The helpers that put text on lines of a terminal, and say counts, days and numbers in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory_helpers import (
    as_markdown,
    columns,
    count_in_words,
    cut,
    day_in_words,
    hang,
    number_in_words,
    pad,
    printable,
    sentence_at,
    shorten,
    with_gap,
    wrap,
)

TEXTS = st.text(st.sampled_from("ab -“東京e\u0301\u200d😀") | st.characters(exclude_categories=["Cs"]), max_size=80)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Ana", 3),
        ("東京", 4),
        ("é", 1),
        ("e\u0301", 1),  # an accent on its own takes no column
        ("ｱ", 1),  # a narrow one among the wide
        ("a\u200db", 2),  # joiners take none
        ("\u202e", 1),  # shown as a replacement character
        ("“x”", 3),
    ],
)
def test_columns(text, width):
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "�[31mred"),
        ("a\x9b2Jb\x07", "a�2Jb�"),
        ("\u202eabc\u202c \u2066d\u2069", "�abc� �d�"),
        ("line\nfeed", "line\nfeed"),
        ("soft\u00adhyphen, joi\u200dner", "soft\u00adhyphen, joi\u200dner"),
    ],
)
def test_printable(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Mr. Smith’s #1, 2*3_4", r"Mr. Smith’s \#&#8203;1, 2\*3\_4"),
        ("see @someone, a@b.org", r"see \@&#8203;someone, a\@&#8203;b.org"),
        ("five @ $3", r"five \@ \$3"),
        ("http://a.org and www.a.org", r"http:\//a.org and www\.a.org"),
        ("<b> & [a](b) | `c` ~~d~~", r"\<b\> \& \[a\](b) \| \`c\` \~\~d\~\~"),
        (" two\n lines ", " two lines "),
        ("1. no list", r"1\. no list"),
        ("- no list", r"\- no list"),
    ],
)
def test_as_markdown(text, markdown):
    assert as_markdown(text) == markdown


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("We agree on many things", 23, "We agree on many things"),
        ("We agree on many things", 22, "We agree on many …"),
        ("We agree, on many things", 12, "We agree …"),
        ("Unbreakable", 8, "Unbrea …"),
        ("東京の橋", 7, "東京 …"),
    ],
)
def test_shorten(text, width, short):
    assert shorten(text, width) == short


@pytest.mark.parametrize(
    ("first", "last", "short"),
    [
        (12, 12, "We agree on … all factors"),
        (0, 12, "… all factors"),
        (12, 0, "We agree on …"),
        (40, 40, "We agree on many things and on all factors"),
    ],
)
def test_with_gap(first, last, short):
    assert with_gap("We agree on many things and on all factors", first, last) == short


@given(TEXTS, st.integers(2, 30))
def test_wrap_keeps_every_character_and_the_width(text, width):
    lines = list(wrap(text, width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in lines)


@given(TEXTS, st.integers(6, 60))
def test_nothing_shortened_is_too_wide(text, width):
    assert columns(shorten(text, width)) <= width
    assert columns(cut(text, width)) <= width
    assert columns(pad(cut(text, width), width)) == width


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        (9, ["B:5  We agree on", "     many things"]),
        (1, ["B:5  We agree …"]),
    ],
)
def test_hang(most, lines):
    assert hang("B:5  ", "We agree on many things", 16, most) == lines


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "no articles"), (1, "one article"), (5, "five articles"), (12, "12 articles"), (1200, "1,200 articles")],
)
def test_count_in_words(count, words):
    assert count_in_words(count, "article") == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025-04-02", "2 April 2025"),
        ("2025-03-28T21:29+05:30", "28 March 2025, 21:29 +05:30"),
        ("2025-03-28T21:29:00Z", "28 March 2025, 21:29 Z"),
        ("2025-03-28T21:29", "28 March 2025, 21:29"),
        ("2025-03", "2025-03"),
    ],
)
def test_day_in_words(date, words):
    assert day_in_words(date) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(37.5, "37.5"), (500000.0, "500,000"), (25.0, "25"), (0.1, "0.1"), (1e12, "1,000,000,000,000")],
)
def test_number_in_words(number, words):
    assert number_in_words(number) == words


def test_sentence_at():
    text = "Mr. Park came. He left at 5 p.m. on Monday."
    assert [sentence_at(text, place, 99) for place in (0, 16, 99)] == [
        "Mr. Park came.",
        "He left at 5 p.m. on Monday.",
        text,
    ]
    assert sentence_at(text, 33, 12) == "… left at 5 p.m. on Monday."
    assert sentence_at(text, 18, 2) == "He left at 5 p.m. on Monday."
    assert sentence_at("The No. 2 party won.", 10, 99) == "The No. 2 party won."
    assert sentence_at("word " * 1000 + "here it is", 5000, 10) == "… word word here it is"


@given(st.text("ab. A", max_size=60), st.integers(0, 59), st.integers(0, 70))
def test_sentence_at_holds_its_place(text, place, before):
    found = sentence_at(text, place, before).removeprefix("… ")
    assert found in text
    assert place >= len(text) or text[place] in " ." or text[place] in found


def test_a_word_of_megabytes_is_wrapped_at_once():
    assert hang("A:1  ", "x" * 5_000_000, 60, 2)[0] == "A:1  " + "x" * 55
    assert sum(map(len, wrap("東" * 200_000, 60))) == 200_000
