"""samestory: read several news articles on the same story; show who said what, in which words, and where they differ.

    samestory a.txt b.html c.html

The words used throughout, with an example of each:

    paragraph   one line of a text file, or one block of a page, with its kind: headline, standfirst, byline,
                timestamp, caption, subhead, body, boilerplate
    statement   words attributed to somebody: direct (inside quotation marks) or reported ("said that …")
    mention     the words that name the speaker there: "he", "the prime minister", "Trump"
    speaker     who that is, by the fullest name the article gives: "Donald Trump"
    cue         the words that attribute: "said", "according to"
    utterance   the same words spoken once, as several articles (or places) print them
    version     one article's printing of an utterance: full, same, excerpt, spliced or altered
    cite        where it stands: article key and line in the file, "B:5"

Read from top to bottom: 1 words and patterns, 2 nouns, 3 the plan, 4 reading, 5 who said what, 6 dates and figures,
7 comparing, 8 showing, 9 command line. Each section begins with its public function; its steps follow in calling order.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from samestory_helpers import squeeze

__version__ = "0.1.0"

# ================================================================ 1. Words and patterns
# ---------------------------------------------------------------- of the command

SECTIONS = ("articles", "text", "quotes", "versions", "differences", "timeline", "figures", "voices", "overlap", "only")
BRIEF = ("articles", "versions", "differences", "voices", "overlap", "only")
ARTICLE_SUFFIXES = (".txt", ".html", ".htm", ".xhtml")

# ---------------------------------------------------------------- of reading
# ---------------------------------------------------------------- of who said what

QUOTATION = re.compile(r'“([^“”]+)”|"([^"]+)"')

# ---------------------------------------------------------------- of dates and figures
# ---------------------------------------------------------------- of comparing
# ---------------------------------------------------------------- of showing


# ================================================================ 2. Nouns


class UnreadableError(Exception):
    """What could not be read and why, in words for the user: `UnreadableError("empty file")`."""


@dataclass(frozen=True)
class Paragraph:
    kind: str  # headline, standfirst, byline, timestamp, caption, subhead, body or boilerplate
    line: int  # from 1, in the file as stored
    text: str


@dataclass(frozen=True)
class Mention:
    paragraph: int  # index in Article.paragraphs
    start: int  # code points in that paragraph's text
    end: int
    text: str


@dataclass(frozen=True)
class Statement:
    kind: str  # direct or reported
    paragraph: int
    line: int
    start: int
    end: int
    text: str
    speaker: str | None = None
    mention: Mention | None = None
    cue: str | None = None
    rule: str | None = None  # how the speaker was found: "verb after", "speaker before", …


@dataclass(frozen=True)
class FoundDate:
    paragraph: int
    line: int
    start: int
    end: int
    text: str
    date: str  # ISO 8601: "2025-04-28"


@dataclass(frozen=True)
class Figure:
    paragraph: int
    line: int
    start: int
    end: int
    text: str
    value: float
    unit: str | None  # "%", "workers"; None for a bare number


@dataclass
class Article:
    """One article as read; what is found in its text is worked out on first use and kept."""

    path: str = ""
    format: str = "text"  # or html
    title: str | None = None
    standfirst: str | None = None
    byline: list[str] = field(default_factory=list)
    outlet: str | None = None
    url: str | None = None
    language: str | None = None  # "en"
    published: str | None = None  # "2025-03-28T21:29+05:30" or "2025-03-28"
    paragraphs: list[Paragraph] = field(default_factory=list)
    key: str = ""  # A, B, … once it stands in a Story
    day: str | None = None  # from which weekdays and dates without a year are reckoned, when not `published`

    @cached_property
    def words(self) -> int:
        """How many words its headline, standfirst, sub-headings and body have."""
        counted = ("headline", "standfirst", "subhead", "body")
        return sum(len(p.text.split()) for p in self.paragraphs if p.kind in counted)

    @cached_property
    def statements(self) -> list[Statement]:
        return find_statements(self)

    @cached_property
    def dates(self) -> list[FoundDate]:
        return find_dates(self)

    @cached_property
    def figures(self) -> list[Figure]:
        return find_figures(self)


@dataclass(frozen=True)
class Cite:
    article: str  # its key
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.article}:{self.line}"


@dataclass(frozen=True)
class Change:
    full: str  # the words of the fullest printing; "" where words were added
    here: str  # the words printed here; "" where words were dropped


@dataclass(frozen=True)
class Version:
    article: str
    statement: int  # index in Article.statements
    line: int
    relation: str  # full, same, excerpt, spliced or altered
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True)
class Utterance:
    speakers: list[str]
    text: str  # the fullest printing
    versions: list[Version]


@dataclass(frozen=True)
class Value:
    value: str | float
    cites: list[Cite]


@dataclass(frozen=True)
class Difference:
    kind: str  # date or figure
    about: str
    values: list[Value]


@dataclass(frozen=True)
class Day:
    date: str
    cites: list[Cite]


@dataclass(frozen=True)
class Voice:
    speaker: str
    words: dict[str, int]  # words quoted, by article key


@dataclass(frozen=True)
class Passage:
    a_line: int
    b_line: int
    text_a: str
    text_b: str
    words: int


@dataclass(frozen=True)
class Overlap:
    a: str
    b: str
    share_of_a: float
    share_of_b: float
    passages: list[Passage]


@dataclass
class Story:
    """What comparing the articles found; a section that was not asked for stays None."""

    articles: list[Article]
    utterances: list[Utterance] | None = None
    differences: list[Difference] | None = None
    timeline: list[Day] | None = None
    voices: list[Voice] | None = None
    overlap: list[Overlap] | None = None
    only: list[Cite] | None = None


# ================================================================ 3. The plan


def tell_story(sources: Iterable[str | Path | bytes], show: Sequence[str] = SECTIONS) -> Story:
    """Return the Story of the articles at `sources` (paths, bytes or texts), with the sections named in `show`."""
    return compare([read(source) for source in sources], show)


# ================================================================ 4. Reading


def read(source: str | Path | bytes) -> Article:
    """Return the article in `source`: a Path, a str that names a file, or the content itself as bytes or text.

    Raises UnreadableError when there is no article in it.
    """
    if isinstance(source, bytes):
        return read_text(source.decode())
    text = Path(source).read_text(encoding="utf-8")
    return read_text(text, str(source))


def read_text(text: str, path: str = "") -> Article:
    lines = [(number, squeeze(line)) for number, line in enumerate(text.splitlines(), 1)]
    return Article(path=path, paragraphs=[Paragraph("body", number, line) for number, line in lines if line])


# ================================================================ 5. Who said what


def find_statements(article: Article) -> list[Statement]:
    """Return the statements of `article` in the order of its text; the speaker is None where it can't be told."""
    found = []
    for index, paragraph in enumerate(article.paragraphs):
        for mark in QUOTATION.finditer(paragraph.text):
            start, end = mark.span(mark.lastindex or 0)
            found.append(Statement("direct", index, paragraph.line, start, end, paragraph.text[start:end]))
    return found


# ================================================================ 6. Dates and figures


def find_dates(article: Article) -> list[FoundDate]:
    """Return the days that `article` names, as ISO dates; a date whose year can't be told is left out."""
    return []


def find_figures(article: Article) -> list[Figure]:
    """Return the figures of `article` with value and unit."""
    return []


# ================================================================ 7. Comparing


def compare(articles: Iterable[Article], show: Sequence[str] = SECTIONS) -> Story:
    """Return the Story of `articles`, keyed A, B, … in their order, with the sections named in `show` worked out."""
    return Story(list(articles))


# ================================================================ 8. Showing


def show_text(story: Story, show: Sequence[str], width: int, color: bool) -> str:
    return "\n".join(article.path for article in story.articles) + "\n"


def show_json(story: Story, show: Sequence[str], width: int, color: bool) -> str:
    return "{}\n"


RENDERERS: dict[str, Callable[[Story, Sequence[str], int, bool], str]] = {"text": show_text, "json": show_json}


# ================================================================ 9. Command line


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="samestory")
    parser.add_argument("articles", nargs="*", metavar="ARTICLE")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (default: the process's arguments) and return its exit status."""
    arguments = build_parser().parse_args(argv)
    story = tell_story(arguments.articles)
    sys.stdout.write(RENDERERS["text"](story, BRIEF, 80, False))
    return 0


def run() -> None:
    """End the process with the exit status of `main`: the entry point of the installed command."""
    sys.exit(main())


if __name__ == "__main__":
    run()
