"""Coverage-guided fuzzing of reading, attribution, comparing and every format: `make fuzz`.

    python tests/fuzz.py [--runs N] [--seconds S] [SEED_FILE_OR_FOLDER ...]

Needs atheris (the extra `fuzz`). An input that raises anything but UnreadableError, takes over 5 seconds or over 1 GB
is kept as a file in the current folder and named; what is found so becomes a row of the tests.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["samestory", "samestory_helpers"]):
    import samestory

HERE = Path(__file__).resolve().parent
MOST_SEED_BYTES = 60_000  # a whole page a run would leave time for few runs


def check(data: bytes) -> None:
    """Read `data`, compare it with a changed copy of itself and show the story in every format."""
    with contextlib.suppress(samestory.UnreadableError):
        article = samestory.read(data)
        other = samestory.read(data.replace(b"said", b"told", 1).replace(b" the ", b" a ", 1))
        for found in article.statements:
            assert article.paragraphs[found.paragraph].text[found.start : found.end] == found.text
        story = samestory.compare([article, other])
        for show in samestory.RENDERERS.values():
            show(story, samestory.SECTIONS, 80, False)


def seed_bytes(path: Path) -> bytes:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return data[:MOST_SEED_BYTES]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=1800)
    parser.add_argument("seeds", nargs="*", type=Path, default=[HERE / "articles"])
    arguments = parser.parse_args()
    files = [f for seed in arguments.seeds for f in (sorted(seed.rglob("*")) if seed.is_dir() else [seed])]
    with tempfile.TemporaryDirectory() as corpus:
        for number, path in enumerate(f for f in files if f.is_file() and f.suffix != ".json"):
            Path(corpus, str(number)).write_bytes(seed_bytes(path))
        options = [
            f"-runs={arguments.runs}",
            f"-max_total_time={arguments.seconds}",
            "-timeout=5",
            "-rss_limit_mb=1024",
        ]
        atheris.Setup([sys.argv[0], *options, f"-max_len={MOST_SEED_BYTES}", corpus], check)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
