"""Time reading on the given pages, as ratios to what parsing alone takes: `make bench ARTICLES="a.html b.html"`.

Beside `samestory.read` stand the bare parse of lxml and, where they are installed (`pip install '.[bench]'`),
trafilatura and readability-lxml. The figures are medians over the pages of the best of three runs.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import lxml.html

import samestory

RUNS = 3


def main(names: list[str]) -> None:
    pages = [data for data in map(Path.read_bytes, files(names)) if b"<html" in data[:5000].lower()]
    if not pages:
        sys.exit("no page among the files given")
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
