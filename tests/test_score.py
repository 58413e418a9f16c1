"""The scorer of who said what counts right, on a few lines annotated for it."""

import pytest
import score

TEXT = """\
“We will rebuild the bridge,” said Mayor Ana Ruiz.
Ruiz said that the river would fall by May.
Peter Cole said that it was “not worth it at all.”
Eva Lund sees the river rising all summer.
A sign reads “keep off the old bridge” and “No!” in red.
"""
ROWS = """\
T1\tContent 0 29\t“We will rebuild the bridge,”
T2\tCue 30 34\tsaid
T3\tSource 35 40;41 49\tMayor Ana Ruiz
E1\tAttribution:T2 Content:T1 Cue:T2 Source:T3
"""


def at(words):
    """Return the places of words that stand once in the text."""
    start = TEXT.index(words)
    return set(range(start, start + len(words)))


def annotated(source, cue, content):
    return {"Source": at(source), "Cue": at(cue), "Content": at(content)}


QUOTATION = "“We will rebuild the bridge,”"
MADE_UP = "keep off the old bridge"
REPORT = "the river would fall by May"
ATTRIBUTIONS = [
    annotated("Mayor Ana Ruiz", "said Mayor", QUOTATION),
    annotated("Ruiz said", "said that the", f"that {REPORT}"),
    annotated("Peter Cole", "Cole said", "it was “not worth it at all.”"),
    annotated("Eva Lund", "sees", "the river rising all summer"),
]


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        pytest.param([(at(QUOTATION), at("Ana Ruiz"), "")], (1, 0, 2), id="right by the mention"),
        pytest.param([(at(QUOTATION), at("river would"), "Ana Ruiz")], (1, 0, 2), id="right by the name"),
        pytest.param([(at(QUOTATION), at("Peter"), "Peter Cole")], (0, 1, 2), id="wrong"),
        pytest.param([(at(QUOTATION), set(), "")], (0, 0, 2), id="nobody told"),
        pytest.param([(at("“We will"), at("Ana Ruiz"), "")], (0, 0, 2), id="too little of it"),
        pytest.param([(at(MADE_UP), at("A sign"), "")], (0, 1, 2), id="words that nobody said"),
        pytest.param([(at("No!"), at("A sign"), "")], (0, 0, 2), id="too short to count"),
        pytest.param([], (0, 0, 2), id="nothing found"),
    ],
)
def test_direct(said, counts):
    assert score.score_direct(TEXT, ATTRIBUTIONS, said) == counts


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        pytest.param([(at(REPORT), at("Ruiz said"), "")], (1, 0, 1), id="right"),
        pytest.param([(at("fall by May"), at("Ruiz said"), "")], (0, 1, 1), id="too little of it"),
        pytest.param([(at(REPORT), at("Peter Cole"), "Ana Ruiz")], (0, 1, 1), id="by another"),
        pytest.param([(at(REPORT), at(who), "") for who in ("Ruiz said", "Ruiz said")], (1, 1, 1), id="told twice"),
        pytest.param([(at("not worth it at all."), at("A sign"), "")], (0, 0, 1), id="mostly in quotation marks"),
        pytest.param([(at("the river rising all summer"), at("Eva Lund"), "")], (0, 0, 1), id="no verb of saying"),
        pytest.param([(at("in red"), at("A sign"), "")], (0, 1, 1), id="words that nobody said"),
    ],
)
def test_reported(said, counts):
    assert score.score_reported(TEXT, ATTRIBUTIONS, said) == counts


def test_a_folder_is_scored(tmp_path, capsys):
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bridge.ann").write_text(ROWS, encoding="utf-8")
    assert score.attributions(tmp_path / "bridge.ann") == [
        {"Source": at("Mayor Ana Ruiz") - {40}, "Cue": at("said Mayor") - at(" Mayor"), "Content": at(QUOTATION)}
    ]
    score.main(tmp_path)
    assert capsys.readouterr().out.splitlines()[0].startswith("direct       1 annotated")
