"""Whole outputs of the sample are as they were.

After a change that is meant to show: `python tests/test_golden.py --write`, then read the difference as a reader would.
"""

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from conftest import rendered

import samestory

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
OUTPUTS = {
    "brief-60.txt": ("text", samestory.BRIEF, 60),
    "all-100.txt": ("text", samestory.SECTIONS, 100),
    "all.json": ("json", samestory.SECTIONS, 80),
    "schema.sql": ("sqlite", samestory.SECTIONS, 80),
    "note.md": ("markdown", samestory.USUALLY_SHOWN["markdown"], 80),
}


def output(name):
    form, show, width = OUTPUTS[name]
    story = samestory.tell_story(sorted(Path("tests/articles").iterdir()), show)
    written = rendered(form, [story], show, width, False)
    return schema(written) if isinstance(written, bytes) else written


def schema(database):
    """Return what makes the tables and indexes of a database, a line each."""
    with tempfile.NamedTemporaryFile() as file, closing(sqlite3.connect(file.name)) as base:
        file.write(database)
        file.flush()
        made = base.execute("SELECT sql FROM sqlite_master ORDER BY tbl_name, type DESC, name").fetchall()
    return "".join(f"{line};\n" for (line,) in made if line)


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_is_as_before(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert output(name) == (GOLDEN / name).read_text(encoding="utf-8"), "see the first lines of this file"


if __name__ == "__main__" and "--write" in sys.argv:
    os.chdir(ROOT)
    GOLDEN.mkdir(exist_ok=True)
    for name in OUTPUTS:
        (GOLDEN / name).write_text(output(name), encoding="utf-8")
