"""Coverage-guided fuzzing of reading and attribution, and on some inputs of the whole command: `make fuzz`.

    python tests/fuzz.py [--runs N] [--seconds S] [--most BYTES] [--seed N] [SEED_FILE_OR_FOLDER ...]

Needs atheris (the extra `fuzz`). Of every input the statements, dates and figures are found; one in fifty is given to
the command beside a changed copy of itself, in one format after the other. What raises anything, takes over 5 seconds
or over 1 GB is kept as a file in the current folder and named; what is found so becomes a row of the tests. Seeds
larger than an input may be are cut up, so that a long page lends its end too.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
from itertools import chain
from pathlib import Path
from zlib import crc32

import atheris

with atheris.instrument_imports(include=["samestory", "samestory_helpers"]):
    import samestory

HERE = Path(__file__).resolve().parent
MOST_BYTES = 8_000  # of an input; a whole page would leave time for few
WHOLE = 50  # of so many inputs one goes through the whole command
FORMATS = tuple(samestory.RENDERERS)


def check(data: bytes, folder: Path) -> None:
    """Read `data` as the library does, and in some cases, told by the data itself, as the command does."""
    try:
        article = samestory.read(data)
    except samestory.UnreadableError:
        return
    for found in chain(article.statements, article.dates, article.figures):
        assert article.paragraphs[found.paragraph].text[found.start : found.end] == found.text
    if crc32(data) % WHOLE == 0:
        check_command(data, folder, FORMATS[crc32(data) // WHOLE % len(FORMATS)])


def check_command(data: bytes, folder: Path, form: str) -> None:
    """Compare the article in `data` with a changed copy, which may be unreadable, and write it in the format."""
    first, second, report = (str(folder / name) for name in ("first", "second", "report"))
    Path(first).write_bytes(data)
    Path(second).write_bytes(data.replace(b"said", b"told", 1).replace(b" the ", b" a ", 1) + b"\nAnd a line.")
    assert samestory.main([first, second, "--show", "all", "--format", form, "--output", report]) in (0, 1)
    if form != "sqlite":
        Path(report).read_bytes().decode("utf-8")


def pieces(path: Path, most: int) -> list[bytes]:
    """Return what the file holds in pieces of so many bytes; every piece of a page is one."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    tag = b"<body>" if data.lstrip().startswith(b"<") else b""
    return [data[:most], *(tag + data[i : i + most] for i in range(most, len(data), most))]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=7200)
    parser.add_argument("--most", type=int, default=MOST_BYTES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("seeds", nargs="*", type=Path, default=[HERE / "articles"])
    arguments = parser.parse_args()
    files = [f for seed in arguments.seeds for f in (sorted(seed.rglob("*")) if seed.is_dir() else [seed])]
    with tempfile.TemporaryDirectory() as corpus, tempfile.TemporaryDirectory() as folder:
        for path in (f for f in files if f.is_file() and f.suffix != ".json"):
            for number, piece in enumerate(pieces(path, arguments.most)):
                Path(corpus, f"{path.name}-{number}").write_bytes(piece)
        options = [
            f"-runs={arguments.runs}",
            f"-max_total_time={arguments.seconds}",
            f"-max_len={arguments.most}",
            f"-seed={arguments.seed}",
            "-timeout=5",
            "-rss_limit_mb=1024",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *options, corpus], lambda data: check(data, Path(folder)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
