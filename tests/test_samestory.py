"""The command from end to end: what it reads, what it says, how it ends and what it leaves behind."""

import ast
import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

import samestory
import samestory_helpers

BRIDGE = "The bridge\n\n“We will rebuild the bridge,” said Mayor Ana Ruiz on Tuesday, April 28, 2025.\n"
COMMAND = [sys.executable, samestory.__file__]
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(BRIDGE, encoding="utf-8")
    return tmp_path


def paths_read(capfd, *arguments):
    samestory.main([*arguments, "--show", "articles", "--format", "json"])
    return [article["path"] for article in json.loads(capfd.readouterr().out)["articles"]]


def test_the_briefing_shows_every_section_of_it(folder, capsys):
    assert samestory.main(["a.txt"]) == 0
    out = capsys.readouterr().out
    assert "One article" in out
    for section in ("articles", "voices"):
        assert samestory.HEADINGS[section] in out


def test_a_folder_stands_for_its_articles_by_name(folder, capfd):
    for name in ("c.HTM", "b.html", "notes.md", "d.xhtml", ".hidden.txt"):
        (folder / name).write_text(f"<html><body><article><p>{BRIDGE}</p></article></body></html>", encoding="utf-8")
    (folder / "page_files").mkdir()
    assert paths_read(capfd, ".") == ["a.txt", "b.html", "c.HTM", "d.xhtml"]


def test_a_dash_is_standard_input(folder):
    run = subprocess.run([*COMMAND, "-", "--format", "json"], input=BRIDGE.encode(), capture_output=True)
    assert (run.returncode, json.loads(run.stdout)["articles"][0]["path"]) == (0, "-")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("gone.txt", None, "no such file or directory", id="missing"),
        pytest.param("empty.txt", b"", "empty file", id="empty"),
        pytest.param("blank.txt", b" \n\n", "empty file", id="white space"),
        pytest.param("photo.html", b"\x89PNG\r\n\x1a\n\0\0\0", "a picture", id="binary"),
        pytest.param("bare", ..., "no .txt, .html, .htm", id="folder without articles"),
        pytest.param("line\nfeed\x1b[2J.txt", None, "samestory: line feed�[2J.txt: no such", id="escapes in the name"),
    ],
)
def test_what_cannot_be_read_is_a_line_and_the_rest_is_shown(folder, capsys, name, content, reason):
    if content is ...:
        (folder / name).mkdir()
    elif content is not None:
        (folder / name).write_bytes(content)
    assert samestory.main([name]) == 2
    assert capsys.readouterr().out == ""
    assert samestory.main([name, "a.txt", "-s", "quotes"]) == 1
    out, err = capsys.readouterr()
    assert "We will rebuild the bridge" in out
    assert err.startswith("samestory: ")
    assert reason in err
    assert err.count("\n") == 1


def test_a_folder_of_folders_asks_for_one_of_them(tmp_path, capsys):
    (tmp_path / "one").mkdir()
    assert samestory.main([str(tmp_path)]) == 2
    assert "; 1 folder in it, to be named" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--show", "quotes,gossip", "a.txt"], id="no such section"),
        pytest.param(["--format", "pdf", "a.txt"], id="no such format"),
        pytest.param(["--max-size", "inf", "a.txt"], id="no limit"),
        pytest.param(["--max-size", "nan", "a.txt"], id="no size"),
        pytest.param(["--max-size", "0", "a.txt"], id="no room"),
    ],
)
def test_wrong_usage(folder, capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        samestory.main(arguments)
    assert ended.value.code == 2
    assert "usage: samestory" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("names", "sections"),
    [
        pytest.param("only,text", ("text", "only"), id="in the order of the sections"),
        pytest.param("brief", samestory.BRIEF, id="brief"),
        pytest.param("all", samestory.SECTIONS, id="all"),
        pytest.param("voices, brief", samestory.BRIEF, id="once, with spaces"),
    ],
)
def test_sections_named(names, sections):
    assert samestory.sections_named(names) == sections


# ---------------------------------------------------------------- The file that is written


def test_the_suffix_says_the_format_and_an_option_overrules_it(folder):
    assert samestory.main(["a.txt", "-o", "story.JSON"]) == 0
    assert json.loads((folder / "story.JSON").read_text(encoding="utf-8"))["articles"][0]["path"] == "a.txt"
    assert samestory.main(["a.txt", "-o", "story.json", "--format", "text"]) == 0
    assert (folder / "story.json").read_text(encoding="utf-8").startswith("One article")
    assert sorted(os.listdir()) == ["a.txt", "story.JSON", "story.json"]


@pytest.mark.parametrize("name", ["a.txt", "./a.txt", "a.txt/", "a.txt/.", "hard.txt", "soft.txt", "empty.txt"])
def test_nothing_is_written_over_an_article(folder, capsys, name):
    os.link("a.txt", "hard.txt")
    os.symlink("a.txt", "soft.txt")
    (folder / "empty.txt").touch()
    assert samestory.main(["a.txt", "empty.txt", "-o", name]) == 2
    assert f"samestory: {name}: is one of the articles" in capsys.readouterr().err
    assert (folder / "a.txt").read_text(encoding="utf-8") == BRIDGE
    assert (folder / "empty.txt").read_bytes() == b""


def test_an_old_report_keeps_its_mode_and_its_links(folder):
    (folder / "old.json").write_text("old")
    (folder / "old.json").chmod(0o640)
    os.symlink("old.json", "link.json")
    assert samestory.main(["a.txt", "-o", "link.json"]) == 0
    assert (folder / "link.json").is_symlink()
    assert json.loads((folder / "old.json").read_text(encoding="utf-8"))
    assert (folder / "old.json").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "failure", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "Ctrl-C"]
)
def test_an_old_report_survives_a_failure(folder, monkeypatch, capsys, failure):
    whole_put = samestory.put

    def put_half(data, path, mode):
        whole_put([next(data)], path, mode)
        raise failure

    (folder / "old.json").write_text("old")
    monkeypatch.setattr(samestory, "put", put_half)
    monkeypatch.setattr(sys, "argv", ["samestory", "a.txt", "-o", "old.json"])
    with pytest.raises(SystemExit) as ended:
        samestory.run_command()
    told = {2: "samestory: old.json: no space left on device\n", 130: ""}
    assert capsys.readouterr().err == told[ended.value.code]
    assert (folder / "old.json").read_text() == "old"
    assert sorted(os.listdir()) == ["a.txt", "old.json"]


@pytest.mark.parametrize("name", ["nowhere/story.json", ".", ""])
def test_a_place_that_cannot_be_written(folder, capsys, name):
    assert samestory.main(["a.txt", "-o", name]) == 2
    assert capsys.readouterr().err.startswith(f"samestory: {name}: ")


def test_a_device_is_written_to_and_not_replaced(folder):
    assert samestory.main(["a.txt", "-o", os.devnull]) == 0
    assert not os.path.isfile(os.devnull)


# ---------------------------------------------------------------- Standard output


def test_a_closed_pipe_ends_it_quietly(folder):
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run([*COMMAND, "a.txt"], stdout=writing, stderr=subprocess.PIPE, env=BUFFERED)
    os.close(writing)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_a_line(folder):
    with open("/dev/full", "wb") as full:
        run = subprocess.run([*COMMAND, "a.txt"], stdout=full, stderr=subprocess.PIPE, env=BUFFERED)
    assert (run.returncode, run.stderr) == (2, b"samestory: standard output: no space left on device\n")


def test_output_is_utf8_whatever_the_locale(folder):
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    run = subprocess.run([*COMMAND, "a.txt", "--show", "quotes"], env=environment, capture_output=True)
    assert "“We will rebuild the bridge,”" in run.stdout.decode("utf-8")


def test_a_terminal_that_lacks_a_character_gets_its_number(folder):
    """A pseudo-terminal with a locale of ASCII shows the article, curly quotation marks as \\u201c."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "TERM": "dumb"}
    assert r"\u201cWe will rebuild the bridge,\u201d" in seen_on_terminal(["a.txt", "--show", "quotes"], environment)


@pytest.mark.parametrize(
    ("options", "variables", "colored"),
    [
        pytest.param([], {}, True, id="a terminal"),
        pytest.param([], {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param([], {"TERM": "dumb"}, False, id="a dumb terminal"),
        pytest.param(["--color", "never"], {}, False, id="never"),
        pytest.param(["--color", "always"], {"NO_COLOR": "1"}, True, id="always, said on the command line"),
    ],
)
def test_colour_is_for_terminals(folder, options, variables, colored):
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "", **variables}
    assert ("\x1b[" in seen_on_terminal(["a.txt", *options], environment)) == colored


def seen_on_terminal(arguments, environment):
    """Return what the command prints on a pseudo-terminal."""
    pty = pytest.importorskip("pty")
    screen, terminal = pty.openpty()
    subprocess.run([*COMMAND, *arguments], env=environment, stdout=terminal, check=True)
    os.close(terminal)
    seen = b""
    while chunk := read_some(screen):
        seen += chunk
    os.close(screen)
    return seen.decode("utf-8")


def read_some(screen):
    try:
        return os.read(screen, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_no_colour_in_a_pipe(folder, capsys):
    assert samestory.main(["a.txt"]) == 0
    assert "\x1b" not in capsys.readouterr().out


# ---------------------------------------------------------------- What helps to find one's way


def test_a_mistyped_option_is_told_what_it_may_have_meant(folder, capsys):
    with pytest.raises(SystemExit):
        samestory.main(["a.txt", "--shwo", "quotes"])
    assert "did you mean --show?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["a.txt", "--show", "text,onyl"], "no section 'onyl'; did you mean only?; choose", id="section"),
        pytest.param(["a.txt", "--show", "x"], "no section 'x'; choose from articles, text", id="like none"),
        *(
            pytest.param(["a.txt", "-o", f"s{suffix}"], f"as {suffix}, only as .txt, .json, .html", id=suffix)
            for suffix in (".pdf", ".docx", ".csv")
        ),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(folder, capsys, arguments, told):
    with pytest.raises(SystemExit) as ended:
        samestory.main(arguments)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err
    assert not list(folder.glob("s.*"))


def test_any_name_will_do_for_a_format_that_is_said(folder):
    assert samestory.main(["a.txt", "-f", "json", "-o", "s.pdf"]) == 0
    assert (folder / "s.pdf").read_text(encoding="utf-8").startswith('{"samestory"')


def test_nothing_piped_in_is_told_what_to_do(folder):
    script = f"'{sys.executable}' '{samestory.__file__}' </dev/null"
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=120)
    assert run.returncode == 2
    assert run.stderr == (
        "samestory: standard input (-): nothing came in; name the files of articles, or pipe one in\n"
    )


def test_without_an_article_two_examples_are_shown():
    """On a terminal nothing is waited for."""
    pty = pytest.importorskip("pty")
    _, terminal = pty.openpty()
    run = subprocess.run(COMMAND, stdin=terminal, capture_output=True, text=True, timeout=60)
    assert run.returncode == 2
    assert run.stderr.count("\n  samestory ") == 2


@pytest.mark.parametrize(
    ("options", "begins", "holds"),
    [
        (["--completion", "bash"], "complete ", '-W "'),
        (["--completion", "zsh"], "autoload ", "--hyperlinks"),
        (["--man"], ".TH SAMESTORY 1", ".SH OPTIONS"),
    ],
)
def test_completion_and_a_page_for_man_are_printed(capfd, options, begins, holds):
    with pytest.raises(SystemExit) as ended:
        samestory.main(options)
    out = capfd.readouterr().out
    assert ended.value.code == 0
    assert out.startswith(begins)
    assert holds in out


@pytest.mark.parametrize(
    ("variables", "options", "width"),
    [
        pytest.param({"COLUMNS": "50"}, [], 50, id="COLUMNS"),
        pytest.param({"COLUMNS": "400"}, [], samestory.MOST_WIDTH, id="no wider than is good to read"),
        pytest.param({"COLUMNS": "50"}, ["--width", "130"], 130, id="--width"),
    ],
)
def test_the_width_of_text(folder, monkeypatch, variables, options, width):
    monkeypatch.setattr(os, "environ", {**os.environ, **variables})
    assert samestory.look_of(samestory.build_parser().parse_args(["a.txt", *options]))[0] == width


def test_the_width_is_that_of_the_terminal_though_the_output_is_a_pipe(folder):
    pty = pytest.importorskip("pty")
    import fcntl
    import struct
    import termios

    screen, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 47, 0, 0))
    plain = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    (folder / "b.txt").write_text(BRIDGE.replace("Tuesday", "Monday") * 3)
    run = subprocess.run([*COMMAND, "a.txt", "b.txt"], stdout=subprocess.PIPE, stderr=terminal, env=plain, check=True)
    assert 40 < max(map(len, run.stdout.decode().splitlines())) <= 47
    os.close(terminal)
    os.close(screen)


def test_links_are_for_terminals(folder):
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": ""}
    assert "\x1b]8;;file://" in seen_on_terminal(["a.txt", "--show", "quotes"], environment)
    assert "\x1b]8;;" not in seen_on_terminal(["a.txt", "--show", "quotes", "--hyperlinks", "never"], environment)


# ---------------------------------------------------------------- A database


def test_a_database_holds_every_table_and_its_cites_lead_to_paragraphs(folder):
    (folder / "b.txt").write_text(BRIDGE.replace("rebuild", "mend"), encoding="utf-8")
    assert samestory.main(["a.txt", "b.txt", "-o", "story.db"]) == 0
    with closing(sqlite3.connect("story.db")) as base:
        tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert tables == {"groups", *samestory.TABLES}
        assert base.execute(
            "SELECT count(*) FROM statements JOIN paragraphs USING (article, paragraph)"
        ).fetchone() == (2,)
        assert base.execute("SELECT cite, speaker FROM statements").fetchall() == [
            ("A:3", "Ana Ruiz"),
            ("B:3", "Ana Ruiz"),
        ]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_database_of_half_characters_is_written(folder):
    (folder / "b.txt").write_text("The bridge\n\n“We \ud800 will,” said Ana Ruiz.\n", "utf-8", "surrogatepass")
    assert samestory.main(["a.txt", "b.txt", "-o", "story.sqlite"]) in (0, 1)


def test_start_up_compiles_no_pattern():
    """A run needs few of the hundred that there are, and compiling them all costs more than all other imports."""
    script = (
        "import samestory, samestory_helpers as helpers\n"
        "patterns = [p for m in (samestory, helpers) for p in vars(m).values() if isinstance(p, helpers.Regex)]\n"
        "print(len(patterns) > 50, sum('search' in vars(p) for p in patterns))\n"
        "print([n for m in (samestory, helpers) for n, p in vars(m).items() if isinstance(p, helpers.re.Pattern)])\n"
        "print(samestory.SENTENCE_BREAK.search('a. b').span(), 'search' in vars(samestory.SENTENCE_BREAK))"
    )
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(samestory.__file__)}
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout == "True 0\n[]\n(1, 2) True\n"


@pytest.mark.parametrize("module", [samestory, samestory_helpers])
def test_no_name_of_a_module_is_bound_twice(module):
    assert bound_twice(Path(module.__file__).read_text(encoding="utf-8")) == []


def test_a_name_bound_twice_is_seen():
    assert bound_twice("from re import sub\nA, b = 1, 2\nA: int = 2\nclass b: ...\ndef sub(): ...\n") == [
        "A",
        "b",
        "sub",
    ]
    assert bound_twice("A = [B for B in 'a']\nB = {}\nB |= A\nB['a'] = 1\n") == []


def bound_twice(source):
    bound = Counter(name for node in ast.parse(source).body for name in names_bound(node))
    return sorted(name for name, count in bound.items() if count > 1)


def names_bound(node):
    """Return the names that a statement defines, imports or assigns to; "|=" adds to what was bound before."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [one.asname or one.name for one in node.names]
    targets = getattr(node, "targets", [getattr(node, "target", node)] * isinstance(node, ast.AnnAssign))
    names = [one for target in targets for one in getattr(target, "elts", [target])]
    return [one.id for one in names if isinstance(one, ast.Name)]
