"""Faults made to happen: one clear line, the right exit status, no half-written output, an old report untouched."""

from __future__ import annotations

import io
import os
import resource
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import samestory

SAMPLE = Path(__file__).parent / "articles"
COMMAND = [sys.executable, samestory.__file__]


def call(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    options = {"capture_output": True, "text": True, "encoding": "utf-8", "timeout": 120, **options}
    return subprocess.run([*COMMAND, *map(str, arguments)], **options)  # type: ignore[call-overload,no-any-return]


def assert_one_line(run: subprocess.CompletedProcess[str], *words: str) -> None:
    lines = run.stderr.splitlines()
    assert len(lines) == 1, run.stderr
    assert lines[0].startswith("samestory: ")
    for word in words:
        assert word in lines[0]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text("Bridge to close\n\n“We will rebuild it,” Mayor Ana Ruiz said on 3 March 2025.\n", encoding="utf-8")
    return path


# ---------------------------------------------------------------- input


def test_missing_file_beside_a_good_one(article, tmp_path):
    run = call(article, tmp_path / "gone.txt")
    assert run.returncode == 1
    assert_one_line(run, "gone.txt")
    assert "Ruiz" in run.stdout


def test_nothing_readable(tmp_path):
    run = call(tmp_path / "gone.txt")
    assert run.returncode == 2
    assert run.stdout == ""
    assert_one_line(run, "gone.txt")


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_article(article, name):
    run = call(article, name)
    assert run.returncode == 1
    assert_one_line(run, name)


def test_a_pipe_that_nobody_writes_to_is_given_up(article, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    run = call(article, tmp_path / "pipe.txt")
    assert run.returncode == 1
    assert_one_line(run, "pipe.txt")


def test_a_folder_linked_into_itself_is_read_once(article, tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "again.txt").symlink_to(tmp_path / "again.txt")  # a link that leads nowhere but to itself
    run = call(tmp_path)
    assert run.returncode == 1
    assert [line for line in run.stderr.splitlines() if "again.txt" in line and "links" in line]
    assert "Ruiz" in run.stdout


def test_a_file_that_vanishes_costs_only_itself(article, monkeypatch, capsys, tmp_path):
    gone = tmp_path / "vanishing.txt"
    gone.write_text("Here for now.\n")
    whole_read = samestory.file_bytes

    def read_after_removal(path, most):
        if path == str(gone):
            gone.unlink()
        return whole_read(path, most)

    monkeypatch.setattr(samestory, "file_bytes", read_after_removal)
    assert samestory.main([str(article), str(gone)]) == 1
    assert "vanishing.txt" in capsys.readouterr().err


def test_a_file_over_the_limit_is_refused_and_the_limit_can_be_raised(article, tmp_path):
    big = tmp_path / "big.txt"
    big.write_text("The river rose again that night. " * 60_000)  # about 2 MB
    run = call("--max-size", "1", article, big)
    assert run.returncode == 1
    assert_one_line(run, "big.txt", "1 MB")
    assert call("--max-size", "3", "--show", "articles", article, big).returncode == 0


def little_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (150_000_000, 150_000_000))


@pytest.mark.parametrize("start", ["<p>", "One line\n"], ids=["page", "text"])
def test_a_file_too_large_for_the_memory_costs_only_itself(article, tmp_path, start):
    (tmp_path / "big.txt").write_text(start + "The river rose again that night. " * 1_000_000)
    run = call("--show", "quotes", tmp_path / "big.txt", article, preexec_fn=little_memory)
    assert run.returncode == 1
    assert_one_line(run, "big.txt: too large for the memory")
    assert "Ruiz" in run.stdout


def test_characters_that_cannot_be_decoded_are_replaced_without_a_word(tmp_path):
    whole = b"The cafes of the town close at nine on Friday. " * 90  # what is no text at the start is refused
    (tmp_path / "old.txt").write_bytes(b"Cafes to close\n\n" + whole + b"caf\xe9 \x81 " * 90)
    run = call("--show", "text", tmp_path / "old.txt")
    assert (run.returncode, run.stderr) == (0, "")
    assert "caf� � caf�" in run.stdout


# ---------------------------------------------------------------- output


def test_closed_pipe_ends_quietly(article):
    script = f"'{sys.executable}' '{samestory.__file__}' --show all '{article}' | true; echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=120)
    assert run.stderr == ""


def test_full_device_as_standard_output(article):
    with open("/dev/full", "w") as full:
        run = call(article, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert run.returncode == 2
    assert_one_line(run, "no space left")


def few_bytes_a_file() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))


def test_a_report_that_does_not_fit_leaves_the_old_one_untouched(article, tmp_path):
    old = tmp_path / "story.json"
    old.write_text("old")
    run = call("-o", old, article, preexec_fn=few_bytes_a_file)
    assert run.returncode == 2
    assert_one_line(run, "story.json")
    assert old.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bridge.txt", "story.json"]


def test_output_into_a_folder_that_is_not_there(article, tmp_path):
    run = call("-o", tmp_path / "no" / "story.json", article)
    assert run.returncode == 2
    assert_one_line(run, "story.json")


def test_output_into_a_read_only_folder(article, tmp_path):
    shut = Path("/sys") if os.geteuid() == 0 else tmp_path / "shut"  # root may write into every folder but this
    shut.mkdir(mode=0o500, exist_ok=True)
    run = call("-o", shut / "story.json", article)
    assert run.returncode == 2
    assert_one_line(run, "story.json: permission denied")


def test_output_to_a_device_goes_there(article):
    assert '"samestory"' in call("--format", "json", "-o", "/dev/stdout", article).stdout


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_output_to_what_is_open_already_appends_there(article, tmp_path, name):
    log = tmp_path / "log.txt"
    log.write_text("what was there\n")
    with open(log, "ab") as file:
        subprocess.run([*COMMAND, "-f", "json", "-o", name, str(article)], stdout=file, check=True)
    assert log.read_text().startswith('what was there\n{"samestory"')


def test_a_new_report_takes_the_mode_that_the_mask_gives(article, tmp_path):
    run = subprocess.run([*COMMAND, "-o", "story.json", str(article)], cwd=tmp_path, umask=0o027, check=False)
    assert run.returncode == 0
    assert stat.S_IMODE((tmp_path / "story.json").stat().st_mode) == 0o640


def test_a_draft_has_a_name_that_nobody_can_lay_a_link_under(tmp_path, monkeypatch):
    drafts = []
    monkeypatch.setattr(samestory, "put", lambda data, path, mode: (drafts.append((path, mode)), Path(path).touch()))
    for _ in range(2):
        samestory.write_file([], str(tmp_path / "story.json"))
    (first, mode), (second, _) = drafts
    assert first != second
    assert str(os.getpid()) not in first
    assert mode == "xb"  # refuses a file or a link that is there


def test_output_without_bytes_below_it(article, monkeypatch):
    shown = io.StringIO()  # as a notebook replaces it
    monkeypatch.setattr(sys, "stdout", shown)
    assert samestory.main([str(article)]) == 0
    assert "Ruiz" in shown.getvalue()


def test_output_keeps_a_link_and_its_target_file(article, tmp_path):
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    assert call("-o", tmp_path / "link.json", article).returncode == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text().startswith("{")


@pytest.mark.parametrize("form", ["same", "link", "hard link", "dotted"])
def test_never_over_an_article(article, tmp_path, form):
    before = article.read_bytes()
    target = {
        "same": article,
        "link": tmp_path / "link.json",
        "hard link": tmp_path / "hard.json",
        "dotted": tmp_path / "." / "bridge.txt",
    }[form]
    if form == "link":
        target.symlink_to(article)
    if form == "hard link":
        target.hardlink_to(article)
    run = call("--format", "json", "-o", target, article)
    assert run.returncode == 2
    assert article.read_bytes() == before


# ---------------------------------------------------------------- the process


def test_interrupt_ends_with_the_signals_status_and_no_traceback(tmp_path):
    process = subprocess.Popen(
        [*COMMAND, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a background job is born deaf to it
    )
    process.stdin.write(b"word " * 100_000)  # more than a pipe holds: it is written once the command is reading
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert b"Traceback" not in errors
    assert process.returncode in (130, -signal.SIGINT)


@pytest.fixture
def readers(article):
    """The command reading one article many times by two processes, which have begun, and the ids of these."""
    process = subprocess.Popen(
        [*COMMAND, "--jobs", "2", "--show", "articles", *[str(article)] * 2000],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: [signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGHUP)],
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and not children.read_text():
        time.sleep(0.001)
    return process, [int(number) for number in children.read_text().split()]


@pytest.mark.parametrize("seconds", [0, 0.1])
def test_interrupt_ends_all_processes_that_read(readers, seconds):
    """Ctrl-C, which goes to all of them, in the moment when they begin and later."""
    time.sleep(seconds)
    os.killpg(readers[0].pid, signal.SIGINT)
    _, errors = readers[0].communicate(timeout=60)
    assert (readers[0].returncode, errors) == (130, b"")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_signal_to_the_command_leaves_no_process_behind(readers, number):
    command, children = readers
    command.send_signal(number)
    _, errors = command.communicate(timeout=60)
    assert command.returncode == (-number if number == signal.SIGKILL else 128 + number)
    assert errors == b""
    ends = time.monotonic() + 30
    while (left := [child for child in children if is_running(child)]) and time.monotonic() < ends:
        time.sleep(0.01)
    assert left == []


def is_running(process: int) -> bool:
    """Tell whether it is, and no zombie that nobody has asked for yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_nohup_ignores_stays_ignored(article):
    script = "import os, signal, samestory as s\ns.main = lambda: os.kill(os.getpid(), signal.SIGHUP)\ns.run_command()"
    environment = {**os.environ, "PYTHONPATH": str(Path(samestory.__file__).parent)}
    ignoring = {"preexec_fn": lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)}
    assert subprocess.run([sys.executable, "-c", script], env=environment, check=False, **ignoring).returncode == 0


def test_told_to_end_it_takes_its_draft_along(article, tmp_path):
    script = (
        "import os, signal, samestory; put = samestory.put\n"
        "def put_and_end(data, path, mode):\n"
        "    put([next(data)], path, mode); os.kill(os.getpid(), signal.SIGTERM)\n"
        "samestory.put = put_and_end; samestory.run_command()"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(samestory.__file__).parent)}
    run = subprocess.run(
        [sys.executable, "-c", script, article, "-o", tmp_path / "story.json"], env=environment, check=False
    )
    assert run.returncode == 128 + signal.SIGTERM
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bridge.txt"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_one_article_takes_no_other_down(article, tmp_path, monkeypatch, capsys, jobs):
    def find(article):
        if article.title == "Odd":
            raise ZeroDivisionError("by nought")
        return []

    (tmp_path / "odd.txt").write_text("Odd\n\nNothing is wrong with this article.\n")
    monkeypatch.setattr(samestory, "find_figures", find)
    assert samestory.main(["--jobs", str(jobs), "--show", "articles", str(article), str(tmp_path / "odd.txt")]) == 1
    shown = capsys.readouterr()
    assert "Bridge to close" in shown.out
    assert shown.err.count("\n") == 1
    assert "odd.txt: a fault of samestory's own, please report it" in shown.err
    assert "ZeroDivisionError: by nought" in shown.err


def test_a_process_that_is_killed_loses_no_article(readers):
    os.kill(readers[1][0], signal.SIGKILL)
    shown, errors = readers[0].communicate(timeout=60)
    assert (readers[0].returncode, errors) == (0, b"")
    assert shown.startswith(b"2,000 articles")


def test_a_fault_in_comparing_takes_no_other_story_down(article, tmp_path, monkeypatch, capsys):
    other = tmp_path / "harbor.txt"
    other.write_text("Harbor opens\n\nSailors cheered when Tom Hale opened the harbor.\n", encoding="utf-8")
    monkeypatch.setattr(samestory, "find_things", lambda *_: 1 / 0)
    assert samestory.main([str(article), str(article), str(other), "-s", "articles,differences"]) == 1
    shown = capsys.readouterr()
    assert "a fault of samestory's own" in shown.err
    assert "Bridge to close" in shown.out
    assert "Harbor opens" in shown.out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_locale_that_cannot_print_the_text(article, encoding):
    run = call(
        "--show",
        "quotes",
        article,
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    assert run.returncode == 0
    assert run.stderr == ""
    assert "rebuild" in run.stdout


def test_no_home(article):
    assert call(article, env={"PATH": os.environ["PATH"]}).returncode == 0


def test_standard_input_closed(article):
    script = f"'{sys.executable}' '{samestory.__file__}' - <&-"
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=120)
    assert run.returncode == 2
    assert_one_line(run, "-")


# ---------------------------------------------------------------- nothing is fetched, nothing is followed


def test_entities_and_references_are_never_followed(tmp_path):
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY-7431")
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.2)
    called = threading.Event()

    def listen() -> None:
        try:
            while True:
                listener.accept()
                called.set()
        except OSError:
            return

    watch = threading.Thread(target=listen, daemon=True)
    watch.start()
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
    page = f"""<?xml version="1.0"?>
        <!DOCTYPE html SYSTEM "{address}" [<!ENTITY secret SYSTEM "file://{canary}"><!ENTITY far SYSTEM "{address}">
        <!ENTITY % part SYSTEM "{address}"> %part;]>
        <html xmlns:xi="http://www.w3.org/2001/XInclude"><head><title>Bridge</title><base href="{address}"/>
        <link rel="stylesheet" href="{address}"/></head><body><article><p>The mayor said the bridge would stay closed
        for a month &secret; &far; and that repairs would begin in May, after the river falls.</p>
        <xi:include href="file://{canary}" parse="text"/><img src="{address}"/><iframe src="{address}"></iframe>
        <script src="{address}"></script></article></body></html>"""
    for name in ("page.html", "page.xhtml"):
        (tmp_path / name).write_text(page)
        run = call("--format", "json", "--show", "all", tmp_path / name)
        assert "CANARY" not in run.stdout + run.stderr
        assert "bridge would stay" in run.stdout
    watch.join(0.5)
    listener.close()
    assert not called.is_set()
