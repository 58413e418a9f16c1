"""The README tells the truth: its commands run, its excerpt is what is printed, its options are those of --help."""

import re
import shlex
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path
from types import SimpleNamespace

import pytest

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
    assert {line.split()[0] for line in COMMANDS} == {"samestory", "make", "pipx"}


class Bag(list):
    """What the README uses of Dask's bags, in one process: the engine is not what is tested."""

    def map(self, function):
        return Bag(map(function, self))

    def flatten(self):
        return Bag(chain.from_iterable(self))

    def compute(self):
        return list(self)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_the_library_is_used_as_shown(desk, capsys, monkeypatch, snippet):
    monkeypatch.setitem(sys.modules, "dask", SimpleNamespace(bag=SimpleNamespace(from_sequence=Bag)))
    monkeypatch.setitem(sys.modules, "dask.bag", sys.modules["dask"].bag)
    exec(snippet, {"__name__": "__main__"})
    assert "Donald Trump" in capsys.readouterr().out


def test_the_excerpt_is_what_the_command_prints(monkeypatch):
    monkeypatch.chdir(ROOT)
    printed = samestory.show_text(
        [samestory.tell_story(sorted(Path("tests/articles").iterdir()))], samestory.BRIEF, 80, False
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
