"""The README tells the truth: its commands run, its excerpt is what is printed, its options are those of --help."""

import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import chain
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import rendered

import samestory

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines()]
SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.S)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the files that the README speaks of."""
    sample = ROOT / "tests" / "articles"
    shutil.copytree(sample, tmp_path / "tests" / "articles")
    shutil.copytree(sample, tmp_path / "stories")
    for name, source in (("first.html", "a-*"), ("second.html", "e-*"), ("third.txt", "b-*")):
        shutil.copy(next(sample.glob(source)), tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("samestory ")])
def test_every_command_runs(desk, command):
    program = f"{shlex.quote(sys.executable)} {shlex.quote(samestory.__file__)}"
    run = subprocess.run(command.replace("samestory", program, 1), shell=True, capture_output=True)
    assert (run.returncode, run.stderr) == (0, b"")
    written = re.search(r"-o (\S+)", command)
    assert (desk / written[1]).stat().st_size > 1000 if written else run.stdout


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("make ")])
def test_every_target_is_in_the_makefile(command):
    assert f"\n{command.split()[1]}:" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_there_is_no_other_command():
    assert {line.split()[0] for line in COMMANDS} == {"samestory", "make", "pipx", "python3", "sqlite3"}


def test_the_query_finds_who_altered_what(desk):
    query = next(line for line in COMMANDS if line.startswith("sqlite3 "))
    _, name, statement = shlex.split(query)
    assert samestory.main(["stories", "-o", name]) == 0
    with closing(sqlite3.connect(name)) as base:
        rows = base.execute(statement).fetchall()
    assert ("D:43", "Pierre Poilievre", "stronger", "strong") in rows


class Frame(list):
    """What the README uses of pandas' frames."""

    def __getitem__(self, names):
        return [[row[name] for name in names] for row in self]


class Bag(list):
    """What the README uses of Dask's bags and of Spark, in one process: the engine is not what is tested."""

    def map(self, function):
        return Bag(map(function, self))

    def flatten(self):
        return Bag(chain.from_iterable(self))

    def compute(self):
        return list(self)

    def flatMap(self, function):
        return self.map(function).flatten()

    collect = toLocalIterator = compute


@pytest.fixture
def engines(monkeypatch):
    bag = SimpleNamespace(from_sequence=Bag)
    spark = SimpleNamespace(builder=SimpleNamespace(getOrCreate=lambda: context))
    context = SimpleNamespace(sparkContext=SimpleNamespace(parallelize=Bag))
    for name, module in {
        "dask": SimpleNamespace(bag=bag),
        "dask.bag": bag,
        "pyspark.sql": SimpleNamespace(SparkSession=spark),
        "pandas": SimpleNamespace(DataFrame=Frame),
    }.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setitem(sys.modules, "pyspark", SimpleNamespace(sql=sys.modules["pyspark.sql"]))


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_the_library_is_used_as_shown(desk, capsys, engines, number):
    Path("stories/notes.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    names = {"__name__": "__main__"}
    if "pyspark" in SNIPPETS[number]:  # which goes on from the one before
        names["__name__"] = "corpus"
        exec(SNIPPETS[number - 1], names)
    exec(SNIPPETS[number], names)
    assert "Donald Trump" in capsys.readouterr().out


def test_a_corpus_is_compared_as_its_stories_are(desk, capsys, engines):
    for number in range(2):
        text = f"Ferry {number} sinks\n\nThe ferry sank off Lom.\n\n“Nobody aboard was hurt at all,” Eva Brook said.\n"
        (desk / "stories" / f"ferry-{number}.txt").write_text(text)
    (desk / "stories" / "empty.txt").write_text("")
    exec(next(snippet for snippet in SNIPPETS if "dask" in snippet), {"__name__": "__main__"})
    rows = [line.split("\t")[:3] for line in capsys.readouterr().out.splitlines()]
    assert ["stories/ferry-0.txt", "2", "Eva Brook"] in rows
    assert {row[1] for row in rows} == {"2", "5"}


def test_the_excerpt_is_what_the_command_prints(monkeypatch):
    monkeypatch.chdir(ROOT)
    printed = rendered(
        "text", [samestory.tell_story(sorted(Path("tests/articles").iterdir()))], samestory.BRIEF, 80, False
    )
    shown = re.search(r"```text\n(.*?)```", README, re.S)[1]
    for part in shown.split("\n…\n"):
        assert part.strip("\n") in printed


def test_options_and_sections_are_those_of_help():
    help_text = samestory.build_parser().format_help()
    options = set(re.findall(r"--[a-z][a-z-]+", help_text))
    table = README[README.index("| option |") : README.index("### How to read it")]
    assert set(re.findall(r"--[a-z][a-z-]+", table)) == options
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == list(samestory.SECTIONS)
    assert all(f"`{name}`" in table for name in samestory.RENDERERS)


def test_exit_statuses_are_those_of_help():
    statuses = re.findall(r"^  (\d+) ", samestory.build_parser().format_help(), re.M)
    assert re.findall(r"^\| (\d+) \|", README, re.M) == statuses == ["0", "1", "2", "130"]


def test_links_lead_to_files():
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / link).exists(), link


def test_the_codes_of_a_refusal_are_those_of_the_source():
    told = README[README.index("An `UnreadableError` has") :].split("\n\n")[0]
    source = Path(samestory.__file__).read_text(encoding="utf-8")
    assert set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", told)) - {"code"} == set(
        re.findall(r'UnreadableError\(\s*"([a-z-]+)"', source)
    )
