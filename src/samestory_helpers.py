"""Small text helpers and word lists that know nothing of articles: strings, numbers, lists and sets in and out."""

from __future__ import annotations

import re

# ---------------------------------------------------------------- Word lists

# Abbreviations whose full stop does not end a sentence when a capital follows: "Mr. Smith", "Sen. Cruz", "Gov. Moore".
ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof rev hon fr sr jr st mt ft gen col lt maj capt cmdr adm sgt cpl pvt gov sen rep reps sens pres
    supt det insp messrs mme mlle vs inc corp co ltd bros dept univ assn ave blvd jan feb mar apr aug sept sep oct nov
    dec ala ariz ark calif colo conn del fla ga ill ind kan ky md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo approx est fig al eg ie i.e e.g
    """.split()
)

# ---------------------------------------------------------------- White space, case, words

SPACE = re.compile(r"\s+")
WORD = re.compile(r"\w+(?:['’]\w+)*")  # "Canada’s" and "don't" are one word, "Canada-U.S." is three


def squeeze(text: str) -> str:
    """Return `text` with every run of white space (no-break spaces too) made one space, and none at the ends."""
    return SPACE.sub(" ", text).strip()


def fold(text: str) -> str:
    """Return `text` for comparing: lower case, apostrophes straight. Its length may differ from `text`'s."""
    return text.casefold().replace("’", "'")


def words_of(text: str) -> list[str]:
    """Return the folded words of `text` in order: "Canada’s “old” friend" gives ["canada's", "old", "friend"]."""
    return WORD.findall(fold(text))


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Return (folded word, start, end) for each word of `text`, in code points of `text`."""
    return [(fold(m[0]), m.start(), m.end()) for m in WORD.finditer(text)]


# ---------------------------------------------------------------- Sentences

# A full stop, question or exclamation mark with its closing marks, then a space and a capital, digit or opening mark;
# or glued to an opening curly mark, as where two paragraphs of a page ran together: `industries.“Mark`.
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\s+(?=[\"'“‘«(\[]*[A-Z0-9À-ÞĀ-Ž])|(?=[“«]))")
LAST_WORD = re.compile(r"([^\s\"'“‘«(\[–—-]+)\.[\"'”’»)\]]*\s*$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of `text`; the spans cover `text` but for the white space between them.

    "Mr. Smith", "J. Smith" and "the U.S. Senate" do not end a sentence at their full stop.
    """
    spans, start = [], 0
    for mark in SENTENCE_END.finditer(text):
        if not _abbreviates(text[max(start, mark.start() - 16) : mark.end()]):
            end = mark.end() - (len(mark[0]) - len(mark[0].rstrip()))
            spans.append((start, end))
            start = mark.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return spans


def _abbreviates(tail: str) -> bool:
    """Tell whether the full stop that ends `tail` belongs to an abbreviation, an initial or a dotted name."""
    last = LAST_WORD.search(tail)
    if not last or tail.rstrip()[-1] in "\"'”’»":
        return False
    word = last[1]
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper()) or "." in word


# ---------------------------------------------------------------- Putting words together


def join_and(items: list[str]) -> str:
    """Return the items as English lists them: "a", "a and b", "a, b and c"; "" for none."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def plural(count: int, noun: str, nouns: str = "") -> str:
    """Return the count with its noun: "1 word", "2 words", "3 stories" (from "story", "stories")."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"
