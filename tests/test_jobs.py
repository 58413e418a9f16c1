"""Reading many articles: by several processes as by one."""

import sys

import pytest

import samestory


@pytest.fixture
def folder(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Story {number}\n\n“It rained {number} days,” said Ana Ruiz.\n")
    (tmp_path / "3.txt").write_text("")
    return str(tmp_path)


def told(articles):
    return [(article.path, article.title, article.statements) for article in articles]


def test_processes_read_the_same_in_the_same_order(folder):
    alone, problems = samestory.read_all([folder, "/nowhere.txt"], 50, jobs=1)
    together, same_problems = samestory.read_all([folder, "/nowhere.txt"], 50, jobs=2)
    assert told(alone) == told(together)
    assert problems == same_problems
    assert len(problems) == 2


def test_many_articles_take_all_cores(folder, monkeypatch):
    monkeypatch.setattr(samestory, "MANY", 3)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    articles, _ = samestory.read_all([folder], 50)
    assert ["statements" in vars(article) for article in articles] == [True] * 4


@pytest.mark.parametrize(
    ("cores", "jobs", "begun"),
    [
        pytest.param(2, 64, [2], id="no more than the machine has cores"),
        pytest.param(64, 64, [5], id="no more than there are files"),
        pytest.param(64, 3, [3], id="as many as asked for"),
        pytest.param(1, 8, [], id="one core: none"),
    ],
)
def test_how_many_processes_are_begun(folder, monkeypatch, cores, jobs, begun):
    asked = []
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    monkeypatch.setattr(samestory, "by_processes", lambda work, items, jobs: asked.append(jobs) or map(work, items))
    assert len(samestory.read_all([folder], 50, jobs)[0]) == 4
    assert asked == begun


def test_processes_compare_the_same(tmp_path):
    for number in range(6):
        name, words = (
            ("pier", "Nobody asked the old fishermen") if number % 2 else ("bank", "Every loan will cost more")
        )
        text = f"The {name} of Lom is closed\n\n“{words} of the {name},” Ana Ruiz said on {number + 1} May 2025.\n"
        (tmp_path / f"{number}.txt").write_text(text)
    articles, _ = samestory.read_all([str(tmp_path)], 50, jobs=1)
    groups = samestory.group(samestory.keyed(articles))
    alone = list(samestory.compare_each(list(groups), samestory.SECTIONS, 1, {}))
    assert len(alone) == 2
    assert all(story.utterances and story.timeline for story in alone)
    assert list(samestory.compare_each(groups, samestory.SECTIONS, 2, {})) == alone
    assert groups == [[], []]


class Terminal:
    def __init__(self, is_one):
        self.text, self.is_one = "", is_one

    def isatty(self):
        return self.is_one

    def write(self, text):
        self.text += text

    def flush(self):
        pass


@pytest.mark.parametrize(
    ("is_terminal", "seconds", "shown"),
    [
        pytest.param(True, 2, "\r1 of 2 read\r2 of 2 read\r\x1b[K", id="slow, on a terminal"),
        pytest.param(True, 0.1, "", id="quick"),
        pytest.param(False, 2, "", id="no terminal"),
    ],
)
def test_progress(monkeypatch, is_terminal, seconds, shown):
    clock = iter(range(10))
    monkeypatch.setattr(samestory, "monotonic", lambda: next(clock) * seconds)
    terminal = Terminal(is_terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(samestory.with_count(["a", "b"], 2)) == ["a", "b"]
    assert terminal.text == shown


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_jobs_are_a_positive_number(number, capsys):
    with pytest.raises(SystemExit) as end:
        samestory.main(["--jobs", number, "a.txt"])
    assert end.value.code == 2
    assert "no whole number from 1 on" in capsys.readouterr().err
