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
from typing import Any

from samestory_helpers import squeeze

__version__ = "0.1.0"

# ================================================================ 1. Words and patterns
# ---------------------------------------------------------------- of the command

SECTIONS = ("articles", "text", "quotes", "versions", "differences", "timeline", "figures", "voices", "overlap", "only")
BRIEF = ("articles", "versions", "differences", "voices", "overlap", "only")
ARTICLE_SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
SUFFIXES = {".json": "json"}  # which format a file that is to be written takes by its name

# ---------------------------------------------------------------- of reading
# ---------------------------------------------------------------- of who said what

QUOTATION = re.compile(r'“([^“”]+)”|"([^"]+)"')

# ---------------------------------------------------------------- of dates and figures
# ---------------------------------------------------------------- of comparing
# ---------------------------------------------------------------- of showing

# In JSON: what each article always says of itself, which sections need which of its parts (so that every index can be
# followed), and where the Story keeps a section.
ARTICLE_FACTS = (
    "key",
    "path",
    "format",
    "title",
    "standfirst",
    "byline",
    "outlet",
    "url",
    "language",
    "published",
    "words",
)
ARTICLE_PARTS = {
    "paragraphs": {"text", "quotes", "versions", "timeline", "figures"},
    "statements": {"quotes", "versions"},
    "dates": {"timeline"},
    "figures": {"figures"},
}
STORY_PARTS = {
    "versions": "utterances",
    "differences": "differences",
    "timeline": "timeline",
    "voices": "voices",
    "overlap": "overlap",
    "only": "only",
}


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
    at: int = -1  # where `here` begins in the statement's text, in code points; -1 if not told


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


# ---------------------------------------------------------------- JSON


def show_json(story: Story, show: Sequence[str], width: int, color: bool) -> str:
    """Return the sections in `show` as JSON, an item a line: the articles' facts always, the rest only if asked for."""
    from json import dumps

    sections = {"articles": [article_as_json(article, show) for article in story.articles]}
    sections |= {part: plain(getattr(story, part) or []) for name, part in STORY_PARTS.items() if name in show}
    lists = [
        f'"{name}": [' + ",".join("\n  " + dumps(item, ensure_ascii=False) for item in items) + "]"
        for name, items in sections.items()
    ]
    return ",\n ".join([f'{{"samestory": "{__version__}"', *lists]) + "}\n"


def article_as_json(article: Article, show: Sequence[str]) -> dict[str, Any]:
    """Return the facts of `article` and those of its parts that a section in `show` needs."""
    parts = [part for part, sections in ARTICLE_PARTS.items() if sections.intersection(show)]
    return {name: plain(getattr(article, name)) for name in (*ARTICLE_FACTS, *parts)}


def plain(value: Any) -> Any:
    """Return `value` with its dataclasses, down to the last, as dicts of their fields."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return (
        {name: plain(item) for name, item in vars(value).items()} if hasattr(value, "__dataclass_fields__") else value
    )


RENDERERS: dict[str, Callable[[Story, Sequence[str], int, bool], str]] = {"text": show_text, "json": show_json}


# ================================================================ 9. Command line


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (default: the process's arguments) and return its exit status."""
    arguments = build_parser().parse_args(argv)
    articles, problems = read_all(arguments.articles)
    for path, reason in problems:
        print(f"samestory: {path}: {reason}", file=sys.stderr)
    if not articles:
        return 2
    story = compare(articles, arguments.show)
    renderer = RENDERERS[arguments.format or SUFFIXES.get(Path(arguments.output or "").suffix.lower(), "text")]
    write(renderer(story, arguments.show, 80, False), arguments.output)
    return 1 if problems else 0


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments."""
    parser = argparse.ArgumentParser(
        prog="samestory",
        description="Read several news articles on one story: who said what, in which words, and where they differ.",
    )
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="a text or HTML file, a folder of them, or -")
    parser.add_argument("-s", "--show", type=sections_named, default=BRIEF, metavar="SECTIONS", help="what to show")
    parser.add_argument("-f", "--format", choices=list(RENDERERS), help="default: by the suffix of FILE, else text")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    parser.add_argument("-V", "--version", action="version", version=f"samestory {__version__}")
    return parser


def sections_named(names: str) -> tuple[str, ...]:
    """Return the sections that a comma-separated list names, in their own order: "only,text" gives ("text", "only")."""
    chosen: set[str] = set()
    for name in names.split(","):
        chosen.update({"brief": BRIEF, "all": SECTIONS}.get(name.strip(), [name.strip()]))
    if unknown := chosen.difference(SECTIONS):
        raise argparse.ArgumentTypeError(f"no section {min(unknown)!r}; choose from {', '.join(SECTIONS)}, brief, all")
    return tuple(section for section in SECTIONS if section in chosen)


def read_all(paths: Iterable[str]) -> tuple[list[Article], list[tuple[str, str]]]:
    """Return the articles at `paths`, and (path, reason) for each that could not be read."""
    articles, problems = [], []
    for path in paths:
        try:
            articles.append(read(Path(path)))
        except OSError as error:
            problems.append((path, error.strerror or str(error)))
        except UnreadableError as error:
            problems.append((path, str(error)))
    return articles, problems


def write(report: str, output: str | None) -> None:
    """Write `report` in UTF-8, whatever the locale, to the file `output` or to standard output."""
    data = report.encode(errors="backslashreplace")  # a lone surrogate becomes \udc80, which JSON reads back
    if output:
        Path(output).write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()


def run() -> None:
    """End the process with the exit status of `main`: the entry point of the installed command."""
    sys.exit(main())


if __name__ == "__main__":
    run()
