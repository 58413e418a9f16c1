"""What must hold for every article: spans give their text, cites lead to their line, order changes keys only."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samestory

SAMPLE = sorted(path for path in (Path(__file__).parent / "articles").iterdir() if path.is_file())

# Pieces that news is made of, and pieces that break naive readers, so that random texts reach the rules behind them.
PIECES = st.sampled_from(
    """
    “We will stay,” | said Ana Ruiz. | Ms. Ruiz | Mayor Ana Ruiz | he said | "It is over," | ‘so-called’ | she added: |
    according to | the prime minister | that the bridge, | on March 14 | Friday | 25 per cent | $3.8 billion |
    2025-03-28 | […] | ... | — | « Oui » | „Nein“ | 「はい」 | ” | “ | " | ' | '' | \u00a0 | \u202e | \x1b[31m |
    \x00 | é | e\u0301 | 👍🏽 | <p> | </div> | <b>bold</b> | &amp; | (AP Photo/A. Ruiz) | Updated: | 0:00 |
    Published28 Mar 2025, 09:29 PM IST | told reporters
    """.replace("\n", " ")
    .strip()
    .split("|")
).map(str.strip)
LINES = st.lists(PIECES | st.text(max_size=12), min_size=1, max_size=12).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=8).map("\n\n".join)


def read_or_none(source: str | bytes) -> samestory.Article | None:
    """Return the article, or None where the reader says, in its one way, that there is none."""
    try:
        return samestory.read(source)
    except samestory.UnreadableError:
        return None


def spans_of(article: samestory.Article) -> list[tuple[int, int, int, str]]:
    """Return (paragraph, start, end, text) of everything that `article` says stands somewhere."""
    found = [*article.statements, *article.dates, *article.figures]
    found += [s.mention for s in article.statements if s.mention]
    return [(f.paragraph, f.start, f.end, f.text) for f in found]


def check_article(article: samestory.Article) -> None:
    for paragraph, start, end, text in spans_of(article):
        inside = article.paragraphs[paragraph].text
        assert 0 <= start < end <= len(inside)
        assert inside[start:end] == text
    for found in [*article.statements, *article.dates, *article.figures]:
        assert found.line == article.paragraphs[found.paragraph].line_at(found.start)


def check_story(story: samestory.Story) -> None:
    by_key = {article.key: article for article in story.articles}
    for utterance in story.utterances or []:
        assert len([v for v in utterance.versions if v.relation == "full"]) >= 1
        for version in utterance.versions:
            assert version.line == by_key[version.article].statements[version.statement].line
    rows = [value.cites for d in story.differences or [] for value in d.values]
    rows += [day.cites for day in story.timeline or []]
    for cite in chain(story.only or [], *rows):
        texts = [p.text for p in by_key[cite.article].paragraphs if p.line == cite.line]
        assert any(cite.text in text for text in texts), cite


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_span_of_a_text_gives_its_words(text):
    if article := read_or_none(text.encode("utf-8", "surrogatepass")):
        check_article(article)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_span_of_a_page_gives_its_words(text):
    page = f"<html><head><title>Bridge</title></head><body><article><p>{text}</p></article></body></html>"
    if article := read_or_none(page.encode("utf-8", "surrogatepass")):
        check_article(article)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_cite_of_a_story_leads_to_its_line(texts):
    articles = [a for a in map(read_or_none, (t.encode("utf-8", "surrogatepass") for t in texts)) if a]
    check_story(samestory.compare(articles))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    if article := read_or_none(data):
        check_article(article)


CONTENTS = st.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))


@settings(max_examples=60)
@given(st.lists(CONTENTS, min_size=1, max_size=3), st.booleans())
def test_the_command_takes_any_files_and_writes_every_format(contents, as_pages):
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(contents):
            Path(folder, f"{number}.html").write_bytes(b"<body><article><p>" * as_pages + content)
        for form in samestory.RENDERERS:
            report = Path(folder, f"report.{form}")
            if samestory.main([folder, "--show", "all", "--format", form, "--output", str(report)]) == 2:
                assert not report.exists()
            else:
                if form == "sqlite":
                    assert report.read_bytes().startswith(b"SQLite format 3\0")
                    continue
                told = report.read_bytes().decode("utf-8")
                assert not set(told) & set("\0\x07\x1b\x9b\u202e")
                assert form != "json" or len(json.loads(told)["articles"]) >= 1


def show_json(paths: list[Path], **environment: str) -> bytes:
    command = [sys.executable, samestory.__file__, "--show", "all", "--format", "json", *map(str, paths)]
    run = subprocess.run(command, capture_output=True, env={"PATH": os.environ["PATH"], **environment}, check=True)
    assert run.stderr == b""
    return run.stdout


def test_sample_cites_and_spans_hold():
    story = samestory.compare([samestory.read(path) for path in SAMPLE])
    check_story(story)
    for article in story.articles:
        check_article(article)


def test_json_is_utf8_and_reads_back_the_same():
    out = show_json(SAMPLE)
    data = json.loads(out.decode("utf-8"))
    assert json.loads(json.dumps(data)) == data


def without_keys(node: object, names: dict[str, str]) -> object:
    """Return `node` with every article's key written as its path, and lists in an order of their own."""
    if isinstance(node, dict):
        told = {names.get(k, k): without_keys(v, names) for k, v in node.items()}
        return turned(told) if told.get("a", "") > told.get("b", "") else told
    if isinstance(node, list):
        return in_one_order([without_keys(item, names) for item in node])
    return names.get(node, node) if isinstance(node, str) else node


def turned(node: dict[str, object]) -> dict[str, object]:
    """Return what is told of two articles, or of a passage in them, with these in the other order."""
    sides = {"a": "b", "b": "a"}
    node = {re.sub("(?<=_)[ab]$|^[ab](?=_|$)", lambda side: sides[side[0]], k): v for k, v in node.items()}
    return node | {"passages": in_one_order([turned(p) for p in node["passages"]])} if "passages" in node else node


def in_one_order(items: list[object]) -> list[object]:
    return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))


def story_by_path(paths: list[Path]) -> object:
    data = json.loads(show_json(paths))
    return without_keys(data, {article["key"]: article["path"] for article in data["articles"]})


@pytest.mark.parametrize("turn", [1, 3])
def test_the_order_of_the_arguments_changes_keys_and_nothing_else(turn):
    assert story_by_path(SAMPLE[turn:] + SAMPLE[:turn]) == story_by_path(SAMPLE)


def test_an_article_given_twice_is_said_to_be_the_same(tmp_path):
    text = SAMPLE[1]
    page = "".join(f"<p>{p.text}</p>" for p in samestory.read(text).paragraphs)
    (tmp_path / "copy.txt").write_bytes(text.read_bytes())
    (tmp_path / "page.html").write_text(f"<html><body><article>{page}</article></body></html>", encoding="utf-8")
    data = json.loads(show_json([text, text, tmp_path / "copy.txt", SAMPLE[2], tmp_path / "page.html"]))
    assert data["twins"] == [{"articles": ["A", "B", "C", "E"], "share": 1.0}]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"TZ": "Asia/Tokyo"},
        {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"},
    ],
    ids=["one hash seed", "another hash seed", "a locale of ASCII", "a zone ahead", "a zone behind, a Turkish locale"],
)
def test_same_input_gives_the_same_bytes(environment):
    assert show_json(SAMPLE, **environment) == show_json(SAMPLE)
