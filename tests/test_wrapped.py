"""Text that was wrapped: the lines of a paragraph are put together, those of verse, lists and tables are not."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samestory
from samestory_helpers import unwrapped

SAMPLE = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("articles/*.txt"))]
LEDE = (
    "The mayor of Westhaven said on Friday that the well-known bridge over the Ense will be rebuilt before the end of "
    "next year, and that nobody will have to pay for it twice."
)
MORE = (
    "Work on the piers begins in April. The two outer lanes, which are open to lorries, are to open again by June, the "
    "city council was told by Ms. Ruiz, “and if they do not, I will walk across. Nobody should doubt it,” she added."
)
BOTH = [LEDE, MORE]
HYPHENS = f"{LEDE} It stands on two piers of brick, iron and stone of pre- and post-war times, and on a rock."
ADDRESS = f"{LEDE} See https://westhaven.example/{'x' * 60} and what the city says of it, in full and in short."
UP_TO_EDGE = f"{LEDE} It will not be shut before March, and then for a month"
CAPTION = f"{LEDE} It was seen in March, from the east. (Photo by Ann Lee / AFP)"
CHINESE = "大橋は来年の終わりまでに建て直されると市長が金曜日に述べた橋は長い間閉じて"


def paragraphs(text: str) -> list[str]:
    return [words for words, _ in unwrapped(text, samestory.are_apart)]


def fill(text: str, width: int = 60, **how: str) -> str:
    return textwrap.fill(text, width, **how)


def quoted(text: str) -> str:
    return textwrap.indent(text, "> ", lambda line: True)


def evenly(text: str) -> str:
    """Return the text in lines of 48 to 56 characters, as programs make them that look for an even edge."""
    lines = fill(text, 48).splitlines()
    return "\n".join([*lines[:1], fill(" ".join(lines[1:]), 56)])


WRAPPED = [
    ("blank lines between", "\n\n".join(map(fill, BOTH)), BOTH),
    ("as narrow as a column", "\n\n".join(fill(text, 44) for text in BOTH), BOTH),
    ("as wide as a page", "\n\n".join(fill(text, 100) for text in [*BOTH, LEDE]), [*BOTH, LEDE]),
    ("no blank lines", "\n".join(map(fill, [LEDE, MORE, LEDE, MORE])), [LEDE, MORE, LEDE, MORE]),
    ("quoted mail", quoted("\n\n".join(map(fill, BOTH))), BOTH),
    ("mail quoted twice", quoted(quoted("\n\n".join(map(fill, BOTH)))), BOTH),
    ("an answer right below", quoted(fill(MORE)) + "\nNo.\n", [MORE, "No."]),
    ("first lines indented", "\n".join(fill(text, initial_indent="   ") for text in BOTH), BOTH),
    ("hanging indents", "\n".join(fill(f"- {x}", subsequent_indent="  ") for x in BOTH), [f"- {x}" for x in BOTH]),
    ("an even edge", "\n\n".join(map(evenly, BOTH)), BOTH),
    ("carriage returns", "\r\n\r\n".join(fill(text).replace("\n", "\r\n") for text in BOTH), BOTH),
    ("a hyphen that hangs", fill(HYPHENS, 60), [HYPHENS]),
    ("a line that no space breaks", fill(ADDRESS, break_long_words=False), [ADDRESS]),
    (
        "verse in it",
        "\n\n".join(map(fill, [*BOTH, *BOTH])) + "\n\nThe river rose,\nthe ice came,\nthe bridge went down.",
        [*BOTH, *BOTH, "The river rose,", "the ice came,", "the bridge went down."],
    ),
    ("a label of the page", f"{fill(UP_TO_EDGE)}\nAdvertisement\n{fill(LEDE)}", [UP_TO_EDGE, "Advertisement", LEDE]),
    ("a credit", f"{fill(CAPTION)}\n{fill(LEDE)}", [CAPTION, LEDE]),
    ("a script without spaces", "\n".join([CHINESE] * 4), [CHINESE * 4]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in WRAPPED], ids=[row[0] for row in WRAPPED])
def test_the_lines_of_a_wrapped_paragraph_are_one(text, expected):
    assert paragraphs(text) == expected


VERSE = """
The river came in April over stones
and took the lower steps, the iron rail,
a boat, a dog, the baker’s telephones,
and left a ring of silt around the vale;
we hung our coats along the upper hall
and counted candles, and the children slept
below the clock that would not strike at all,
while he that had the keys sat down and wept.
"""
SHORT_VERSE = """
the river came in april
over the stones and took
the steps we used to sit on
and all that we forsook
and all that we had said there
and all we had in mind
"""
HEADLINES = """
Bridge to be rebuilt by the end of next year, mayor says
Ferry company asks the city for more money to run
Why the piers of the old bridge gave way in the flood
Council votes for a toll of two crowns on all lorries
"""
TABLE = """
Westhaven bridge       12     48,000     1,200,000
Ense ferry              3        900        40,000
North tunnel            1     12,000        90,000
Old ford                0         12             0
South bridge            2      4,800       200,000
"""
NAMES = """
Ana Ruiz, mayor of Westhaven
Piet de Vries, who builds bridges
Eva Lund, of the ferry company
Peter Cole, who has a boat on the river
"""
TURNS = """
RUIZ: We will build it before next winter comes.
COLE: With whose money?
RUIZ: With that of the state, as I have told you.
COLE: And if it does not come?
"""
LISTS = [
    ("verse", VERSE),
    ("verse of short lines", SHORT_VERSE),
    ("verse, Each Line With A Capital", re.sub(r"(?m)^\w", lambda letter: letter[0].upper(), VERSE)),
    ("a paragraph a line", "\n".join(BOTH * 4)),
    ("a sentence a line", "\n".join([LEDE[:60], "He left.", LEDE[:72], "The bridge is shut for a year.", "No."])),
    ("headlines", HEADLINES),
    ("a table", TABLE),
    ("names", NAMES),
    ("what was said in turn", TURNS),
    ("a line that leads elsewhere", f"{LEDE}\n\n> Why the piers gave way\n\n{MORE}"),
]


@pytest.mark.parametrize("text", [row[1] for row in LISTS], ids=[row[0] for row in LISTS])
def test_lines_that_were_not_wrapped_stay_apart(text):
    assert paragraphs(text) == [line.strip() for line in text.splitlines() if line.strip()]


def statements(text: str | bytes) -> Counter[tuple[str, str, str | None]]:
    return Counter((said.kind, said.text, said.speaker) for said in samestory.read(text).statements)


def by_line(text: str, width: int) -> str:
    """Return the text with each of its lines wrapped by itself."""
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


FORMS = [
    *(("wrapped", partial(by_line, width=width)) for width in (60, 72, 80)),
    *(("wrapped and quoted", lambda text, width=width: quoted(by_line(text, width))) for width in (60, 72, 80)),
    ("quoted", quoted),
    ("carriage returns", lambda text: text.replace("\n", "\r\n")),
]


@pytest.mark.parametrize("text", SAMPLE, ids=range(len(SAMPLE)))
@pytest.mark.parametrize("form", [row[1] for row in FORMS], ids=[row[0] for row in FORMS])
def test_an_article_says_the_same_however_its_lines_are_broken(text, form):
    assert statements(text)
    assert statements(form(text)) == statements(text)


@pytest.mark.parametrize("text", SAMPLE, ids=range(len(SAMPLE)))
def test_what_is_cited_begins_on_its_line(text):
    lines = by_line(text, 60).split("\n")
    article = samestory.read("\n".join(lines))
    for found in [*article.statements, *article.dates, *article.figures]:
        assert found.text.split()[0] in lines[found.line - 1]
    assert {said.line for said in article.statements} - {paragraph.line for paragraph in article.paragraphs}


WORDS = st.lists(
    st.sampled_from("a to the bridge well-known rebuilt council Westhaven 12 said, yes.".split()), min_size=30
)


@given(st.lists(WORDS, min_size=2, max_size=6), st.integers(44, 100))
def test_whatever_was_wrapped_keeps_its_words_and_lines(written, width):
    wrapped = "\n\n".join(textwrap.fill(" ".join(words), width) for words in written)
    lines = wrapped.split("\n")
    found = unwrapped(wrapped, lambda line, after: False)
    assert "".join("".join(text.split()) for text, _ in found) == "".join(wrapped.split())
    for text, spots in found:
        assert all(text[offset:].startswith(lines[number - 1]) for offset, number in spots)


def test_a_text_of_one_wrapped_quotation_of_megabytes_is_read_at_once():
    assert (
        len(unwrapped("“It is shut. \n" + "and yet it opens at last. Now\n" * 60_000, lambda line, after: False))
        < 60_000
    )


TORN = [
    ("before a small letter", ["The mayor left", "and came back."], ["The mayor left and came back."]),
    (
        "at a link, in a text that is torn elsewhere",
        [
            "He left",
            "for good.",
            "It was said by the former mayor",
            "Ana Ruiz",
            "of Skor.",
            "She was there with",
            "Tom Orm.",
        ],
        ["He left for good.", "It was said by the former mayor Ana Ruiz of Skor.", "She was there with Tom Orm."],
    ),
    (
        "after a title",
        ["He left", "for good.", "So said Deputy Attorney Gen.", "Lee Park", "and others,", "Ana Ruiz."],
        ["He left for good.", "So said Deputy Attorney Gen. Lee Park and others, Ana Ruiz."],
    ),
    ("at a link, in no such text", ["She was there with", "Tom Orm."], ["She was there with", "Tom Orm."]),
    ("a list that no sentence ends", ["the ferry", "the pier", "Snow fell."], ["the ferry", "the pier", "Snow fell."]),
    ("after a full stop", ["It is over.", "iPhones are dear."], ["It is over.", "iPhones are dear."]),
    ("labels", ["Photo: Lee Park (AP)", "in spring."], ["Photo: Lee Park (AP)", "in spring."]),
]


@pytest.mark.parametrize(("parts", "expected"), [pytest.param(*row[1:], id=row[0]) for row in TORN])
def test_sentences_that_blank_lines_part_are_put_together(parts, expected):
    assert paragraphs("\n\n".join(["A headline of some words", *parts])) == ["A headline of some words", *expected]


def test_the_parts_of_a_sentence_keep_their_lines():
    ((_, _), (_, spots)) = unwrapped("A headline\n\nThe mayor left\n\nand came back.", samestory.are_apart)
    assert spots == [(0, 3), (15, 5)]
