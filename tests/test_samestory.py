"""The command from end to end: what it reads, what it says, how it ends and what it leaves behind."""

import json
import os
import subprocess
import sys

import pytest

import samestory

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
        pytest.param("photo.html", b"\x89PNG\r\n\x1a\n\0\0\0", "binary", id="binary"),
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
    assert samestory.main([name, "a.txt"]) == 1
    out, err = capsys.readouterr()
    assert "We will rebuild the bridge" in out
    assert err.startswith("samestory: ")
    assert reason in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no article"),
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
        whole_put(data[:40], path, mode)
        raise failure

    (folder / "old.json").write_text("old")
    monkeypatch.setattr(samestory, "put", put_half)
    monkeypatch.setattr(sys, "argv", ["samestory", "a.txt", "-o", "old.json"])
    with pytest.raises(SystemExit) as ended:
        samestory.run()
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
