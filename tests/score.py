"""Score who said what on articles that people annotated, in the format of PolNeAR: `make score ARTICLES=FOLDER`.

The folder holds NAME.txt and NAME.ann, with lines "T1<tab>Source 10 20;25 30<tab>text" and "E1<tab>Source:T1 Cue:T2 …".
Direct: quoted spans of four words or more; right if the mention touches the annotated source, or the speaker's last
word is in it; words that nobody is annotated to have said, yet have a speaker, are an error. Reported: attributions by
a verb of saying, mostly outside quotation marks; right if half of both texts is shared and the mention touches the
source.
"""

from __future__ import annotations

import re
import statistics
import sys
from pathlib import Path
from time import perf_counter

import samestory
from samestory_helpers import LINE_END, verb_forms

QUOTED = re.compile(r"“([^“”]+)”|\"([^\"\n]+)\"|''((?:[^'\n]|'(?!'))+)''")
WORD = re.compile(r"\w+")
SPAN = re.compile(r"^(T\d+)\t\w+ ([\d ;]+)", re.MULTILINE)
EVENT = re.compile(r"^E\d+\t(.*)", re.MULTILINE)
LEAST_WORDS, LEAST_COVERED, LEAST_SHARED = 4, 0.6, 0.5
VERBS = """
    say tell add warn ask note call claim argue write tweet announce report state insist suggest describe acknowledge
    admit vow pledge promise accuse deny declare explain respond reply
    """.split()
SAYING = {form for verb in VERBS for form, kind in verb_forms(verb).items() if kind != "ing"}
SAYING |= {"according", "saying", "telling", "adding"}

ROLES = ("Source", "Cue", "Content")

Places = set[int]  # characters of the file
Said = tuple[Places, Places, str]  # where the words and the mention stand, and the speaker


def attributions(path: Path) -> list[dict[str, Places]]:
    """Return the annotated attributions of an article: where Source, Cue and Content stand."""
    text = path.read_text(encoding="utf-8")
    spans = {name: places_at(ranges) for name, ranges in SPAN.findall(text)}
    found = []
    for told in EVENT.findall(text):
        pairs = [part.split(":") for part in told.split()]
        parts = {role: [spans[at] for name, at in pairs if name.rstrip("0123456789") == role] for role in ROLES}
        found.append({role: set().union(*places) for role, places in parts.items()})
    return found


def places_at(ranges: str) -> Places:
    """Return the characters in "10 20;25 30"."""
    pairs = (map(int, pair.split()) for pair in ranges.split(";"))
    return {place for start, end in pairs for place in range(start, end)}


def answers(article: samestory.Article, text: str, kind: str) -> list[Said]:
    """Return what the tool says is said, in characters of the file."""
    lines = [0, *(end.end() for end in LINE_END.finditer(text))]
    starts = [text.index(p.text, lines[p.line - 1]) for p in article.paragraphs]

    def places(found: samestory.Statement | samestory.Mention | None) -> Places:
        first = starts[found.paragraph] if found else 0
        return set(range(first + found.start, first + found.end)) if found else set()

    return [(places(s), places(s.mention), s.speaker or "") for s in article.statements if s.kind == kind]


def score_direct(text: str, annotated: list[dict[str, Places]], said: list[Said]) -> tuple[int, int, int]:
    """Return how many quotations have the right speaker, a wrong one, and one to find."""
    right = wrong = all_told = 0
    for match in QUOTED.finditer(text):
        span = set(range(*match.span(match.lastindex or 0)))
        if len(WORD.findall(match[match.lastindex or 0])) < LEAST_WORDS:
            continue
        best = max(annotated, key=lambda one: len(one["Content"] & span), default=None)
        known = best and len(best["Content"] & span) >= LEAST_COVERED * len(span)
        mine = next((one for one in said if len(one[0] & span) >= LEAST_COVERED * len(span)), (set(), set(), ""))
        source = best["Source"] if best and known else set()
        all_told += bool(source)
        if (mine[1] or mine[2]) and (source or not known):
            surname = WORD.findall(mine[2].lower())[-1:]
            is_right = bool(mine[1] & source or set(surname) & set(words_at(text, source)))
            right, wrong = right + is_right, wrong + (not is_right)
    return right, wrong, all_told


def words_at(text: str, places: Places) -> list[str]:
    return WORD.findall("".join(sign if place in places else " " for place, sign in enumerate(text)).lower())


def score_reported(text: str, annotated: list[dict[str, Places]], said: list[Said]) -> tuple[int, int, int]:
    """Return how many reported statements are right, are none that anybody annotated, and are to be found."""
    quoted = {place for match in QUOTED.finditer(text) for place in range(*match.span())}
    right, all_told, left = 0, 0, list(said)
    for one in annotated:
        words, source = one["Content"], one["Source"]
        if not words or not source:
            continue
        met = next((s for s in left if len(s[0] & words) >= LEAST_SHARED * len(s[0] | words) and s[1] & source), None)
        left = [s for s in left if s is not met]
        counts = len(words & quoted) <= LEAST_SHARED * len(words) and not SAYING.isdisjoint(words_at(text, one["Cue"]))
        right, all_told = right + (counts and met is not None), all_told + counts
    return right, sum(len(s[0] & quoted) <= LEAST_SHARED * len(s[0]) for s in left), all_told


def main(folder: Path) -> None:
    seconds, totals = [], {"direct": [0, 0, 0], "reported": [0, 0, 0]}
    if not any(folder.glob("*.ann")):
        sys.exit(f"{folder}: no NAME.ann beside a NAME.txt")
    for path in sorted(folder.glob("*.txt")):
        start = perf_counter()
        article = samestory.read(path)
        _ = article.statements
        seconds.append(perf_counter() - start)
        text, annotated = path.read_bytes().decode("utf-8"), attributions(path.with_suffix(".ann"))
        for kind, score in (("direct", score_direct), ("reported", score_reported)):
            counts = score(text, annotated, answers(article, text, kind))
            totals[kind] = [a + b for a, b in zip(totals[kind], counts, strict=True)]
    for kind, (right, wrong, all_told) in totals.items():
        precision, recall = right / (right + wrong or 1), right / (all_told or 1)
        both = 2 * precision * recall / (precision + recall or 1)
        print(f"{kind:9}{all_told:5} annotated  precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}")
    print(f"{len(seconds)} articles, {statistics.median(seconds) * 1000:.1f} ms each (median)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
