"""Time reading and comparing on the given articles: `make bench ARTICLES="a.html b.html"`.

Reading, as ratios to what parsing alone takes: beside `samestory.read` stand the bare parse of lxml and, where they are
installed (`pip install '.[bench]'`), trafilatura and readability-lxml. The figures are medians over the pages of the
best of three runs. Comparing, medians of three for sets of growing size: the articles again and again with other names
and numbers. Mixed stories, once: each folder again and again as another story, with other names and other words, told
apart, compared and shown as text; that takes some minutes. Growth: what input that was made to be costly takes at one
size, at twice and at four times that, over all sections and formats; each the best of three runs.
"""

from __future__ import annotations

import random
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import lxml.html
from conftest import rendered

import samestory

RUNS = 3
SIZES = (10, 100, 1000)  # articles on one story that are compared
MIXED = (100, 1000, 10_000)  # articles on many
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
WORD = re.compile(r"\b[A-Za-z][a-z]{4,}\b")
NUMBER = re.compile(r"\b\d{1,3}\b")
KEPT_NAMES = 0.4  # of the names, so that an article's variants are still on one story
KEPT_WORDS = 0.3  # of the words of another story: what all news has
SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo wu".split()


LONGEST = 1_000_000  # bytes of an input whose growth is timed
PARAGRAPH = "It rained in the valley for days, and the mayor of the town said that the bridge would stay closed.\n\n"


def main(names: list[str]) -> None:
    time_mixed(names)
    time_reading(names)
    time_comparing(names)
    time_growth()


def time_mixed(names: list[str]) -> None:
    """Print what sets of many stories take, and the most memory: first, as that never falls again."""
    events = [articles_in([name]) for name in names]
    spent = 0.0
    for size in MIXED:
        articles = mixed(events, size)
        before, spent = spent, -time.process_time()
        stories = [samestory.compare(story, samestory.BRIEF) for story in samestory.group(samestory.keyed(articles))]
        shown = rendered("text", stories, samestory.BRIEF, 80, False)
        spent += time.process_time()
        times_ten = f", {spent / before:.1f} times a tenth of them" if before else ""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:6,} articles  {spent:7.2f} s to tell {len(stories):,} stories apart, compare and show "
            f"({len(shown) // 1000:,} kB){times_ten}; {most:,} MB"
        )


def mixed(events: list[list[samestory.Article]], size: int) -> list[samestory.Article]:
    """Return so many articles on many stories: the events again and again, with other names and half of other words."""
    articles: list[samestory.Article] = []
    for number in range(size):
        for event in events:
            articles += [variant(article, number, WORD, KEPT_WORDS) for article in event]
        if len(articles) >= size:
            break
    for article in articles[:size]:
        _ = article.statements, article.dates, article.figures  # as the command has them before it compares
    return articles[:size]


def time_growth() -> None:
    """Print for each costly input what it takes at a quarter of the longest size, and by what that is multiplied."""
    for name, make in COSTLY.items():
        sizes = [make(LONGEST // part) for part in (4, 2, 1)]
        spent = [
            min(times) for times in zip(*([time_whole(texts) for texts in sizes] for _ in range(RUNS)), strict=True)
        ]
        factors = " ".join(f"{more / max(less, 0.001):4.1f}" for less, more in pairwise(spent))
        print(f"{name:34} {spent[0]:6.2f} s, twice and four times as much: times {factors}")


def time_whole(texts: list[str]) -> float:
    """Return the seconds of processor time from the texts to all sections in all formats."""
    start = time.process_time()
    with samestory.no_collecting():  # as in the command
        stories = [samestory.compare([samestory.read(text.encode()) for text in texts])]
        for form in samestory.RENDERERS:
            rendered(form, stories, samestory.SECTIONS)
    return time.process_time() - start


def repeated(line: str, size: int) -> str:
    """Return that many bytes of the line with other numbers in place of its {}."""
    return "".join(line.format(number) for number in range(size // len(line)))


def in_page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body><article><h1>A bridge closes</h1>{body}</article></body></html>"


# Each makes one or more articles of about so many bytes in all.
COSTLY: dict[str, Callable[[int], list[str]]] = {
    "marks before a space": lambda size: [PARAGRAPH + "!" * size + " x"],
    "dashes in the first line": lambda size: ["x - a " * (size // 6) + "\n" + PARAGRAPH],
    "speakers of one surname": lambda size: [repeated("“It is wet number {0},” said Ab{0} Ruiz.\n\n", size)],
    "speakers that many articles hear": lambda size: [
        PARAGRAPH + repeated("“It is wet number {0},” said Ana Ru{0}iz.\n\n", size // 4) for _ in range(4)
    ],
    "days in one sentence": lambda size: [
        PARAGRAPH
        + "It rained on "
        + " and ".join(f"{n % 28 + 1} March {1000 + n % 1000}" for n in range(size // 20))
        + "."
    ],
    "articles that are nearly one": lambda size: [
        PARAGRAPH * 4 + f"In the end {number} houses stood in the water.\n" for number in range(size // 500)
    ],
    "quoted here and plain there": lambda size: [
        repeated("“The bridge number {0} will stay closed,” said Ana Ruiz.\n\n", size // 2),
        repeated("The bridge number {0} will stay closed.\n\n", size // 2),
    ],
    "a long title beside lists in scripts": lambda size: [
        in_page(
            "<p>" + PARAGRAPH,
            f"<title>{'bridge ' * (size // 14)}</title><script>x = [{'[1, 2], ' * (size // 16)}]</script>",
        )
    ],
    "a body in JSON-LD of many blocks": lambda size: [
        in_page(
            repeated("<p>The bridge number {0} will stay closed for days and nights.</p>", size // 2),
            '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
            + repeated("The bridge number {0} will stay closed for days and nights. ", size // 2)
            + '"}</script>',
        )
    ],
}


def time_comparing(names: list[str]) -> None:
    """Print what comparing takes as the number of articles grows."""
    articles = articles_in(names)
    spent: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(RUNS):  # sizes side by side, as the machine is not always as fast
        for size in SIZES:
            spent[size].append(time_to_compare([variant(articles[n % len(articles)], n) for n in range(size)]))
    for size in SIZES:
        seconds, times_ten = statistics.median(spent[size]), statistics.median(spent.get(size // 10, spent[size]))
        print(f"{size:6,} articles  {seconds:7.2f} s to compare, {seconds / times_ten:.1f} times a tenth of them")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB")


def articles_in(names: list[str]) -> list[samestory.Article]:
    """Return the articles in the files and folders named."""
    articles = []
    for file in files(names):
        with suppress(samestory.UnreadableError):
            articles.append(samestory.read(file.read_bytes()))
    if not articles:
        sys.exit(f"no article in {names}")
    return articles


def time_to_compare(articles: list[samestory.Article]) -> float:
    """Return the seconds of processor time that comparing takes."""
    for article in articles:
        _ = article.statements
    start = time.process_time()
    samestory.compare(articles)
    return time.process_time() - start


def variant(
    article: samestory.Article, number: int, words: re.Pattern[str] = NAME, kept: float = KEPT_NAMES
) -> samestory.Article:
    """Return `article` with other names (or `words`) and numbers, the same ones for the same number."""
    chance, names = random.Random(number), dict[str, str]()

    def other_name(match: re.Match[str]) -> str:
        known = match[0].casefold()
        if known not in names:
            other = random.Random(f"{number} {known}")
            names[known] = known if other.random() < kept else "".join(other.choices(SYLLABLES, k=3))
        return names[known].capitalize() if match[0][0].isupper() else names[known]

    def changed(text: str) -> str:
        return NUMBER.sub(lambda match: str(int(match[0]) + chance.randrange(3)), words.sub(other_name, text))

    paragraphs = [samestory.Paragraph(p.kind, p.line, changed(p.text)) for p in article.paragraphs]
    return samestory.Article(path=f"{number:05}", published=article.published, paragraphs=paragraphs)


def time_reading(names: list[str]) -> None:
    """Print what reading takes, and what others take."""
    pages = [data for data in map(Path.read_bytes, files(names)) if b"<html" in data[:5000].lower()]
    if not pages:
        print("no page among the files given")
        return
    bare = times(lxml.html.document_fromstring, pages)
    print(f"{len(pages)} pages, {sum(map(len, pages)) / len(pages) / 1000:.0f} kB each")
    for name, extract in extractors().items():
        spent = times(extract, pages)
        ratio = statistics.median(a / b for a, b in zip(spent, bare, strict=True))
        print(f"{name:18} {statistics.median(spent) * 1000:7.1f} ms  {ratio:6.1f} times the bare parse")


def files(names: list[str]) -> list[Path]:
    """Return the files named, and those in the folders named."""
    paths = [Path(name) for name in names]
    return [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path]) if file.is_file()]


def times(extract: Callable[[bytes], object], pages: list[bytes]) -> list[float]:
    """Return for each page the seconds of processor time of the best run."""
    spent = []
    for page in pages:
        runs = []
        for _ in range(RUNS):
            start = time.process_time()
            with suppress(samestory.UnreadableError):
                extract(page)
            runs.append(time.process_time() - start)
        spent.append(min(runs))
    return spent


def extractors() -> dict[str, Callable[[bytes], object]]:
    """Return what is timed by its name; what is not installed is left out."""
    found: dict[str, Callable[[bytes], object]] = {
        "lxml, bare parse": lxml.html.document_fromstring,
        "samestory.read": samestory.read,
    }
    with suppress(ImportError):
        import trafilatura

        found["trafilatura"] = lambda page: trafilatura.extract(page.decode("utf-8", "replace"))
    with suppress(ImportError):
        import readability

        found["readability-lxml"] = lambda page: readability.Document(page.decode("utf-8", "replace")).summary()
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
