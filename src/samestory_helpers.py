"""Small text helpers and word lists that know nothing of articles: strings, numbers, lists and sets in and out."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, islice, pairwise
from typing import Any, AnyStr, NamedTuple, cast

# ---------------------------------------------------------------- Regular expressions


class Regex:
    """A regular expression that is compiled at its first use: a run needs few of those that a module has."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(compiled, method))  # found without this detour from now on
        return getattr(compiled, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return `pattern` as `re.compile` would, and compile it when it is used."""
    return cast("re.Pattern[AnyStr]", Regex(pattern, flags))


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

# Words too common to tell one sentence from another.
STOP_WORDS = frozenset(
    """
    a about above after again against all also although am among an and any are around as at away back be became because
    been before being below between both but by came can can't cannot come could couldn't did didn't do does doesn't
    doing don't done down during each either else even ever every few first for from get gets getting go goes going got
    had has have having he he's her here hers herself him himself his how however i i'd i'll i'm i've if in into is
    isn't it it's its itself just last later least less like made make makes many may me might more most much must my
    myself neither never no nor not now of off on once one only or other others our ours out over own per put rather
    said same say saying says see set she she's should since so some still such take than that that's the their theirs
    them themselves then there there's these they they're thing things this those though through to told too took
    toward towards two under until up upon us use used very want wants was wasn't way we we'll we're we've well went
    were weren't what what's when where whether which while who who's whom whose why will with within without won't
    would wouldn't yet you you're your yours
    """.split()
)

# Common first names, to tell "he" from "she" where no title does.
MALE_NAMES = frozenset(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel frank gregory raymond alexander patrick
    jack dennis jerry peter bill jim joe mike tom ted chris ben bob dan tim steve jeff greg tony pierre roger philip
    keith adam henry walter arthur carl sean ian simon martin alan roy juan luis carlos jose antonio ahmed mohammed ali
    """.split()
)
FEMALE_NAMES = frozenset(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen
    amy angela anna ruth brenda pamela nicole katherine catherine christine debra rachel carolyn janet maria heather
    diane julie joyce victoria kelly christina joan evelyn judith andrea hannah hillary megan cheryl ann anne jean alice
    theresa chelsea kate jane claire sophie ursula ana emma olivia julia marie louise fatima aisha carmen elena
    """.split()
)

# General words of events, each line one thing that reporters call by several names.
EVENTS = """
    kill die died dying dead death deadly fatal fatality murder homicide slay slain perish lethal
    injure injury wound hurt hospitalize
    shoot shot shooter gunman gunmen gunfire
    arrest capture custody detain detention nab apprehend
    charge accuse indict indictment allege
    convict conviction guilty
    jail prison imprison
    sue suing lawsuit
    announce announcement unveil reveal introduce launch release issue debut
    buy bought acquire acquisition purchase takeover merger merge
    sell sold sale
    win won winner beat beaten victory triumph defeat upset rout clinch
    lose lost loss
    fire sack dismiss oust
    resign resignation quit
    replace replacement succeed successor
    appoint appointment nominate nomination choose chose chosen select hire
    start begin began begun kick effect
    end finish conclude
    continue resume
    rise rose risen increase climb soar jump grow grew surge
    fall fell fallen drop decrease slump plunge reduce
    attack assault raid airstrike strike struck
    bomb bomber bombardment blast explode explosion detonate
    quake earthquake tremor temblor
    crash collide collision
    burn arson arsonist blaze
    keep kept retain hold held
    storm hurricane typhoon cyclone
    hit rock jolt
    protest protester demonstrate demonstration demonstrator rally march
    riot clash unrest
    flee fleeing fled escape
    steal stole stolen rob robbery theft heist
    hijack seize
    search hunt manhunt
    find found discover discovery
    agree agreement deal pact
    meet met meeting summit discuss discussion negotiate negotiation
    call talk phone telephone conversation speak spoke spoken
    reject deny denial refuse
    vote ballot election elect
    approve approval
    ban suspend suspension prohibit
    warn warning
    urge demand
    plan intend propose proposal
    enter check rehab rehabilitation clinic
    marry marriage wedding
    visit travel trip
    drive drove driven
    build built construct construction
    return
    delay postpone
    damage destroy destruction
    evacuate evacuation
    investigate investigation inquiry probe
    pay paid payment
    rescue save
    lead led
    give gave given donate donation contribute contribution
    oppose opposition fight fought
    support endorse endorsement
    order
    block halt
    """
# And things that have several names.
THINGS = """
    police officer cop
    vehicle car auto automobile
    rule regulation
    flaw bug vulnerability
    patch fix update
    teenager teen boy youth
    spokesman spokeswoman spokesperson representative rep publicist
    lawyer attorney counsel
    child children kid
    house home residence
    company firm corporation
    worker employee staff
    gun weapon firearm pistol rifle
    plane jet aircraft
    ship boat vessel
    film movie
    prisoner inmate convict
    parliament parliamentary
    president presidential
    lawmaker legislator
    money fund
    medicine drug
    leader chief head boss
    """

# ---------------------------------------------------------------- White space, case, words

SPACE = regex(r"\s+")
WORD = regex(r"\w+(?:['’]\w+)*")  # "Canada’s" and "don't" are one word, "Canada-U.S." is three


def squeeze(text: str) -> str:
    """Return `text` with every run of white space (no-break spaces too) made one space, and none at the ends."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return `text` for comparing: lower case, apostrophes straight. Its length may differ from `text`'s."""
    return text.casefold().replace("’", "'")


def words_of(text: str) -> list[str]:
    """Return the folded words of `text` in order: "Canada’s “old” friend" gives ["canada's", "old", "friend"]."""
    return WORD.findall(fold(text))


def word_end(text: str, start: int) -> int:
    """Return where the word of `text` that begins at `start` ends."""
    word = WORD.match(text, start)
    return word.end() if word else start


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Return (folded word, start, end) for each word of `text`, in code points of `text`."""
    folded = fold(text)
    if len(folded) == len(text):
        return [(m[0], m.start(), m.end()) for m in WORD.finditer(folded)]
    return [(fold(m[0]), m.start(), m.end()) for m in WORD.finditer(text)]  # "ß" is folded to "ss"


@cache
def stem(word: str) -> str:
    """Return a folded word without the ending of its number or tense: "tariffs" gives "tariff", "imposed" "impos".

    A short one keeps its "e": "cared" and "care" are no "car", and "planes" no "plans".
    """
    word = word.removesuffix("'s").removesuffix("'")
    for ending in ("ies", "ing", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            word = word[: -len(ending)] + "i" * (ending in ("ies", "y"))
            short = word[-2] in "aeiou" and word[-1] not in "sxzwy" and sum(map("aeiou".count, word)) == 1
            if short and ending in ("ing", "ed", "es", "e"):
                return word + "e"
            break
    return word[:-1] if word[-2:-1] == word[-1:] and word[-1:] in "bdgmnprt" else word


CONCEPTS = {
    stem(word): stem(line.split()[0]) for line in (EVENTS + THINGS).strip().splitlines() for word in line.split()
}
ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
NOUN_ENDINGS = {"biliti": "bl", "ion": "", "ment": ""}  # of stems: "unpredictability", "negotiation", "resentment"


@cache
def concept_of(word: str) -> str:
    """Return what a folded word stands for, whatever its form and whichever of several words it is; "" for none."""
    if word in STOP_WORDS or len(word) < 2 or (word.endswith("ly") and len(word) > 4):
        return ""
    if word in NUMBER_WORDS:
        return f"{NUMBER_WORDS[word]:g}"
    if word in ORDINALS:
        return str(ORDINALS.index(word) + 2)
    root = stem(unaccented(word))
    for ending, instead in NOUN_ENDINGS.items() if root not in CONCEPTS else ():
        if root.endswith(ending) and not root.endswith("e" + ending) and len(root) >= len(ending) + 5:
            root = root.removesuffix(ending) + instead
    return CONCEPTS.get(root, root)


def is_plural(word: str) -> bool:
    """Tell whether a folded word looks like a plural noun: "workers", not "crisis", "congress" or "canada's"."""
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "sui'" and word not in STOP_WORDS


IRREGULAR_PLURALS = {"man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet"}


def plural_of(noun: str) -> str:
    """Return the plural of a folded noun: "children", "parties", "inches", "votes"."""
    if noun[-1] == "y" and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    return IRREGULAR_PLURALS.get(noun) or noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def singular_of(nouns: str) -> str:
    """Return the folded noun of which `nouns` is the plural."""
    irregular = next((noun for noun, several in IRREGULAR_PLURALS.items() if several == nouns), "")
    if irregular or nouns.endswith("ies"):
        return irregular or nouns[:-3] + "y"
    return nouns.removesuffix("es" if nouns.endswith(("sses", "xes", "ches", "shes")) else "s")


# ---------------------------------------------------------------- Numbers

SMALL_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """.split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS: dict[str, float] = {
    **{word: value for value, word in enumerate(SMALL_NUMBERS)},
    **{word: value for value, word in zip(range(20, 100, 10), TENS, strict=True)},
    **{"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
}


def number_of(text: str) -> float:
    """Return the number that digits or words spell: "500,000", "forty-two", "two hundred and fifty thousand"."""
    if text[0].isdigit():
        return float(text.replace(",", ""))
    total = group = 0.0
    for word in re.split(r"[ -]", text.lower()):
        value = NUMBER_WORDS.get(word, 0)  # 0 for "and", "a"
        if word in ("dozen", "hundred"):
            group = max(group, 1) * value
        elif value < 1000:
            group += value
        else:
            total, group = total + max(group, 1) * value, 0
    return total + group


# ---------------------------------------------------------------- Sentences

# A full stop, question or exclamation mark with its closing marks, then a space and a capital, digit or opening mark;
# or glued to what follows, as where two paragraphs of a page ran together: `industries.“Mark`, `he said.Police`.
SENTENCE_END = regex(
    r"[.!?…](?<![.!?…].)(?!(?<=\bNo\.)\s\d)[.!?…]*[\"'”’»)\]]*(?:\s+(?=[\"'“‘«(\[]*[A-Z0-9À-ÞĀ-Ž])|(?=[“«])"
    r"|(?<=[.!?][\"”])(?=[A-Z][a-z])|(?<=[a-z]{2}\.)(?=[A-Z][a-z]))"
)
LAST_WORD = regex(r"([^\s\"'“‘«(\[–—-]+)\.[\"'”’»)\]]*\s*$")
LAST_WORDS = 16  # characters before a full stop that tell whether it ends a sentence
LONG_SENTENCE = 600  # characters from what is looked for; more are not shown


def sentences(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of `text`; the spans cover `text` but for the white space between them.

    "Mr. Smith", "J. Smith" and "the U.S. Senate" do not end a sentence at their full stop.
    """
    return list(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield what `sentences` returns, as far as it is asked for."""
    start = 0
    for mark in SENTENCE_END.finditer(text):
        if not _abbreviates(text[max(start, mark.start() - LAST_WORDS) : mark.end()]):
            yield start, mark.end() - (len(mark[0]) - len(mark[0].rstrip()))
            start = mark.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def _abbreviates(tail: str) -> bool:
    """Tell whether the full stop that ends `tail` belongs to an abbreviation, an initial or a dotted name."""
    last = LAST_WORD.search(tail)
    if not last or tail.rstrip()[-1] in "\"'”’»":
        return False
    word = last[1]
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper()) or "." in word


def sentence_at(text: str, place: int, before: int) -> str:
    """Return the sentence of `text` that holds the character at `place`, from at most `before` characters before it."""
    offset = max(place - before - LAST_WORDS, 0)
    window, here = text[offset : place + LONG_SENTENCE], place - offset
    start, end = next(((start, end) for start, end in _sentences(window) if here < end), (0, len(window)))
    space = window.rfind(" ", start, max(here - before + 1, start))
    if space < 0 and (start or not offset):
        return window[start:end]
    return "… " + window[max(space + 1, start) : end]


# ---------------------------------------------------------------- Verbs

IRREGULAR = dict(
    forms.split(" ", 1)
    for forms in (
        "say said|tell told|shoot shot|write wrote written|speak spoke spoken|swear swore sworn|read read|put put"
        "|go went gone|begin began begun|think thought|find found|show showed shown"
    ).split("|")
)
DOUBLING = frozenset("admit begin dub put quip refer slam snap".split())  # admitted, quipping


def verb_forms(verb: str) -> dict[str, str]:
    """Return the forms of `verb`: {"deny": "base", "denies": "s", "denied": "past", "denying": "ing"}."""
    root = verb + verb[-1] if verb in DOUBLING else verb
    soft = verb[-1] == "y" and verb[-2] not in "aeou"  # deny, not say
    third = verb[:-1] + "ies" if soft else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    past = IRREGULAR.get(verb) or (verb[:-1] + "ied" if soft else root.removesuffix("e") + "ed")
    forms = {verb: "base", third: "s", **dict.fromkeys(past.split(), "past"), root.removesuffix("e") + "ing": "ing"}
    return forms | verb_forms(verb[:-3] + "ise") if verb.endswith("ize") else forms


# ---------------------------------------------------------------- Quotation marks


class Quotation(NamedTuple):
    """A quotation's span with its marks, the span inside them, and whether its closing mark is there."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


QUOTATION_MARK = regex(r"''|``|[“”\"„«»‘’'‚‹›「」『』]")
# What closes each opening mark; the marks of English, then French and German, then Japanese and Chinese.
CLOSING = {"“": ["”", "“", '"'], "‘": ["’", "'"], '"': ['"', "”"], "'": ["'", "’"], "''": ["''"], "``": ["''"],
           "«": ["»"], "»": ["«"], "„": ["“", "”", '"'], "‚": ["‘", "’"], "‹": ["›"], "›": ["‹"],
           "「": ["」"], "『": ["』"]}  # fmt: skip
MOST_MARKS = 40  # in a text where one character in eight is a mark; with more it is no prose, and none quotes
SINGLE = frozenset("‘'‚‹›")
SAME_EITHER_SIDE = frozenset(["'", '"', "''"])


def quotations(text: str, opened: str = "") -> list[Quotation]:
    """Return the outermost quotations of `text` in order; one that is never closed runs to the next or to the end.

    `opened` is the mark of one that goes on from the text before; it counts if it is closed before another opens.
    Apostrophes ("the Greens’ plan", "'90s") and marks of feet and inches (6'2") open none. Inside single marks
    the apostrophe of a plural ("‘the Greens’ plan’") closes only if no better mark follows.
    """
    marks = list(QUOTATION_MARK.finditer(text))
    if len(marks) > max(MOST_MARKS, len(text) // 8):
        return []
    first = marks[0] if opened and marks else None
    ends = first and first[0] in CLOSING[opened] and text[: first.start()].rstrip() == text[: first.start()] != ""
    spans = _outermost(sorted(_paired(text, marks, [(opened, 0, 0)] if ends else [])))
    return [span for span in spans if WORD.search(text, span.inner_start, span.inner_end)]


def _paired(text: str, marks: list[re.Match[str]], opened: list[tuple[str, int, int]]) -> list[Quotation]:
    """Return the quotations between those marks, one in another too; one that is never closed runs to the end.

    Of single ones, which an apostrophe may look like, only one that opens the text or follows a colon does.
    """
    found: list[Quotation] = []
    doubtful: list[Quotation] = []
    for mark in marks:
        sign, start, end = mark[0], mark.start(), mark.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        closes = next((n for n in range(1, min(4, len(opened) + 1)) if sign in CLOSING[opened[-n][0]]), 0)
        if closes and _may_close(sign, before, after):
            span = Quotation(opened[-closes][1], end, opened[-closes][2], start, True)
            if before == "s" and sign in "'’" and len(opened) == 1 and text[end : end + 2].strip().islower():
                doubtful = doubtful or [span]
                continue
            found.append(span)
            del opened[-closes:]
            doubtful = []
        elif _may_open(sign, before, after):
            if doubtful:
                found.append(doubtful.pop())
                while opened and opened[-1][1] >= found[-1].start:
                    opened.pop()
            opened.append((sign, start, end))
    found += doubtful
    return found + [
        Quotation(start, len(text), end, len(text), False)
        for sign, start, end in opened
        if sign not in SINGLE or start == 0 or text[start - 2 : start] == ": "
    ]


def _may_close(sign: str, before: str, after: str) -> bool:
    """Tell whether a mark between those characters may close a quotation, and is no apostrophe."""
    if sign in ("'", "’", "‘"):
        return not before.isspace() and not after.isalnum()
    if sign in SAME_EITHER_SIDE:
        return not before.isspace() or not after or after.isspace()
    return sign != "“" or not (before.isspace() or after.isalnum())  # “ closes „, and “ where the wrong key was hit


def _may_open(sign: str, before: str, after: str) -> bool:
    """Tell whether a mark between those characters may open a quotation, and is no apostrophe or sign of inches."""
    if sign not in CLOSING or not after or (after.isspace() and sign not in "«„“"):
        return False
    if sign in SAME_EITHER_SIDE or sign in SINGLE:
        return not before.isalnum() and before not in (".", ",", "!", "?") and not (sign == "'" and after.isdigit())
    return True


def _outermost(spans: list[Quotation]) -> list[Quotation]:
    """Return the quotations that stand in no other; one that is never closed ends where the next begins."""
    kept: list[Quotation] = []
    for at, span in enumerate(spans):
        if kept and span.start < kept[-1].end:
            continue
        if not span.closed and at + 1 < len(spans):
            span = span._replace(end=spans[at + 1].start, inner_end=spans[at + 1].start)
        kept.append(span)
    return kept


# ---------------------------------------------------------------- Lines that were wrapped

# Lines end at these alone, as editors count them; str.splitlines would also break at form feeds and U+2028.
LINE_END = regex(r"\r\n|\n|\r")
QUOTED_LINE = regex(r"[ \t]*(?:>[ \t]?)+")  # what a mail puts before each line that it quotes
# Punctuation that ends a sentence, with the marks that may close after it: `… he said.”`
FULL_STOP = regex(r"[.!?…。！？:;][\"'”’»)\]]*$")
UNBROKEN = regex(r"[^\s\u2e80-\uffff]+|\S")  # what goes to the next line as a whole: a word, a Chinese character
INSIDE = regex(r"[\w-]\n[^\W\dA-Z]")  # a line's end inside a sentence: no mark before it, no capital after it
# Where nothing stands between a line and the next: "U.S.-\nCanada", but "pre-\nand post-war"; two Chinese characters.
GLUED = regex(r"\w-\n(?!(?:and|or|to|und|oder|bis|et|ou|y|o|e)\b)|[\u2e80-\uffff]\n[\u2e80-\uffff]")
NARROWEST, WIDEST = 40, 132  # characters that lines are wrapped at; verse is narrower, a paragraph wider
RAGGED = 8  # characters that a line may have free where the next word had room, as programs do for an even edge
# What shows lines to be wrapped: the characters free, and of the breaks so many inside a sentence. Fewer are so in
# verse, which is broken at commas, and in tables, at figures.
WAYS = ((0, 0.33), (RAGGED, 0.6))
FEWEST_BREAKS = 3
OPEN_BROKEN = 0.75  # of the lines that end in no full stop; with fewer they are verse, a list or a table
TOO_WIDE = 0.1  # longer lines for each break
FEWEST_TORN = 2  # sentences that go on after a blank line, in a text that was broken at its links
# A text's end in which no sentence ends: a comma, or "the", "into", "Sen."
HANGING = regex(
    rf",$|(?<!\S)(?:{'|'.join(sorted(STOP_WORDS))}|(?i:{'|'.join(sorted(map(re.escape, ABBREVIATIONS)))})\.)$"
)
LINES_BACK = 30  # in which the mark is looked for that opens a quotation


class Line(NamedTuple):
    """A line of a text, without the marks of quoted mail but with its indent."""

    number: int  # from 1
    text: str
    depth: int  # how often mail quotes it


class Wrapping(NamedTuple):
    """How lines were wrapped: at most so wide, or 0 if they were not."""

    width: int
    tight: bool = False  # whether no blank line stands between most of the paragraphs


def unwrapped(text: str, are_apart: Callable[[str, str], bool]) -> list[tuple[str, list[tuple[int, int]]]]:
    """Return the paragraphs of `text`, each with (offset in it, number) of its lines: one, or several if wrapped.

    Lines are taken for wrapped if most end where the next word had no room, as those of poems and lists do not; parts
    of a sentence that blank lines part are put together too. Two lines that `are_apart` never are.
    """
    lines = lines_of(text)
    wrappings = {
        depth: wrapping_of([line for line in lines if line.depth == depth]) for depth in {d for *_, d in lines}
    }
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and goes_on(paragraphs[-1], line, wrappings[line.depth], are_apart):
            paragraphs[-1].append(line)
        elif line.text:
            paragraphs.append([line])
    return [put_together(paragraph) for paragraph in mended(paragraphs, are_apart)]


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text`; one that begins with ">" is quoted mail if the next or the last one does too."""
    lines = LINE_END.split(text)
    marks = ["", *(mark[0] if (mark := QUOTED_LINE.match(line)) else "" for line in lines), ""]
    quoted = [mark if marks[at] or marks[at + 2] else "" for at, mark in enumerate(marks[1:-1])]
    return [
        Line(number, line[len(mark) :].rstrip(), mark.count(">"))
        for number, (line, mark) in enumerate(zip(lines, quoted, strict=True), 1)
    ]


def wrapping_of(lines: list[Line]) -> Wrapping:
    """Return how the `lines` were wrapped: at the width that explains most of their ends, if that is no accident."""
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.text and b.text and a.number + 1 == b.number]
    for free, fewest_inside in WAYS:
        width = likeliest_width(pairs, free)
        breaks = [(a, b) for a, b in pairs if len(a) <= width < reach(a, b) + free]
        inside = sum(INSIDE.match(f"{a[-1]}\n{b.lstrip()[0]}") is not None for a, b in breaks)
        unfinished = sum(not FULL_STOP.search(a) for a, _ in pairs)
        wider = sum(is_wider(line.text, width) for line in lines)
        fewest = max(FEWEST_BREAKS, OPEN_BROKEN * unfinished, wider / TOO_WIDE)
        if len(breaks) >= fewest and inside >= fewest_inside * len(breaks):
            width = max(len(a) for a, _ in breaks)
            ended = sum(FULL_STOP.search(a) is not None and reach(a, b) <= width for a, b in pairs)
            tight = ended > sum(not b.text and a.text != "" for a, b in pairwise(lines))
            return Wrapping(width, tight)
    return Wrapping(0)


def likeliest_width(pairs: list[tuple[str, str]], free: int) -> int:
    """Return the width that explains most of the line ends: the line is not longer, and with the next word it were."""
    steps = [0] * (WIDEST + 2)
    for a, b in pairs:
        low, high = max(len(a), NARROWEST), min(reach(a, b) + free, WIDEST + 1)
        if low < high:
            steps[low] += 1
            steps[high] -= 1
    fitting = list(accumulate(steps))
    return max(range(len(fitting)), key=lambda width: (fitting[width], width))


def is_wider(text: str, width: int) -> bool:
    """Tell whether a line is longer than lines of this width are, and could have been broken."""
    return len(text) > width and " " in text[:width].lstrip()


def reach(line: str, after: str) -> int:
    """Return how long the line would be with the first word of the one after it."""
    word = UNBROKEN.search(after)
    return len(line) + 1 + (word.end() - word.start() if word else 0)


def goes_on(paragraph: list[Line], line: Line, wrapping: Wrapping, are_apart: Callable[[str, str], bool]) -> bool:
    """Tell whether the paragraph goes on with this line: it had no room above, and is indented as the second is."""
    last = paragraph[-1]
    if not wrapping.width or not line.text or last.number + 1 < line.number or last.depth != line.depth:
        return False
    if is_wider(last.text, wrapping.width) or (len(paragraph) > 1 and indent(last.text) != indent(line.text)):
        return False
    if wrapping.tight and ends_there(paragraph, line):
        return False
    room = wrapping.width - reach(last.text, line.text)
    return room < (0 if wrapping.tight else RAGGED) and not are_apart(last.text.strip(), line.text.strip())


def ends_there(paragraph: list[Line], line: Line) -> bool:
    """Tell whether a sentence ends before this line and no quotation goes on, so that a paragraph may end there."""
    last, after = paragraph[-1].text.strip(), line.text.lstrip()
    if all(start != len(last) + 1 for start, _ in sentences(f"{last} {after}")):
        return False
    quoted = quotations(" ".join(line.text for line in paragraph[-LINES_BACK:]))
    return not quoted or quoted[-1].closed or QUOTATION_MARK.match(after) is not None


def mended(paragraphs: list[list[Line]], are_apart: Callable[[str, str], bool]) -> list[list[Line]]:
    """Return the paragraphs, as one those that blank lines part at links: "said Sen.", "Ana Ruiz", "and left."

    One goes on in the next that begins with a small letter. Where several do, also before a link, which is short and
    goes on itself, and after a word that no sentence ends in. All is left as it is unless a sentence ends at the end.
    """
    ends = [paragraph[-1].text.strip() for paragraph in paragraphs]
    starts = [paragraph[0].text.strip() for paragraph in paragraphs]
    open_ended = [is_open_ended(end) for end in ends]
    broken = [is_open and start[0].islower() for is_open, start in zip(open_ended, starts[1:], strict=False)] + [False]
    torn = sum(broken) >= FEWEST_TORN
    chains = [[paragraph] for paragraph in paragraphs[:2]]
    for n in range(2, len(paragraphs)):
        end, last = ends[n - 1], paragraphs[n - 1][-1]
        at_link = torn and open_ended[n - 1] and (HANGING.search(end) or (broken[n] and len(end) > len(starts[n])))
        apart = last.number + 1 == paragraphs[n][0].number or are_apart(end, starts[n])
        if (broken[n - 1] or at_link) and not apart:
            chains[-1].append(paragraphs[n])
        else:
            chains.append([paragraphs[n]])
    whole = [[list(chain.from_iterable(one))] if not is_open_ended(one[-1][-1].text) else one for one in chains]
    return list(chain.from_iterable(whole))


def is_open_ended(text: str) -> bool:
    """Tell whether a text ends in the middle of a sentence: in no full stop, or in "Sen." or "U.S.\""""
    bare = text.rstrip(" \"'”’»)")
    last = bare[bare.rfind(" ") + 1 :]
    return not FULL_STOP.search(bare) or fold(last.removesuffix(".")) in ABBREVIATIONS


def indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def put_together(paragraph: list[Line]) -> tuple[str, list[tuple[int, int]]]:
    """Return the paragraph's lines joined by spaces, and where each begins: (offset, number)."""
    parts: list[str] = []
    spots: list[tuple[int, int]] = []
    offset = 0
    for line in paragraph:
        words = line.text.strip()
        if parts and not GLUED.search(f"{parts[-1][-2:]}\n{words[:8]}"):
            words = f" {words}"
        parts.append(words)
        offset += len(words)
        spots.append((offset - len(words.lstrip()), line.number))
    return "".join(parts), spots


# ---------------------------------------------------------------- Spelling

# British endings and the American ones that they are folded to, for words of six letters and more: "colour" has six,
# "four" and "rise" have fewer. The last two need eight: "travelled", but "filled" is no "filed".
AMERICAN_ENDINGS = {
    "our": "or", "ours": "ors", "oured": "ored", "ouring": "oring", "ourable": "orable", "ourite": "orite",
    "ourites": "orites", "ise": "ize", "ises": "izes", "ised": "ized", "ising": "izing", "isation": "ization",
    "isations": "izations", "yse": "yze", "ysed": "yzed", "ysing": "yzing", "tre": "ter", "tres": "ters",
    "ence": "ense", "ences": "enses", "ogue": "og", "ogues": "ogs",
}  # fmt: skip
AMERICAN_LONG_ENDINGS = {"lled": "led", "lling": "ling", "ller": "ler", "llers": "lers"}
AMERICAN_WORDS = {  # and what house styles write in figures or in words, "seven" and "7", "25%"
    "grey": "gray", "tyre": "tire", "tyres": "tires", "cheque": "check", "cheques": "checks", "programme": "program",
    "programmes": "programs", "practise": "practice", "ageing": "aging", "judgement": "judgment", "sceptic": "skeptic",
    "sceptical": "skeptical", "aluminium": "aluminum", "jewellery": "jewelry", "plough": "plow", "learnt": "learned",
    "%": "percent", "&": "and", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip


@cache
def spelling(word: str) -> str:
    """Return a folded word as Americans spell it; not always a word, but the same for both spellings."""
    if "*" in word:
        return word[0] + "*"  # however many letters are spared
    if word in AMERICAN_WORDS or len(word) < 6:
        return AMERICAN_WORDS.get(word, word)
    endings = {**AMERICAN_ENDINGS, **AMERICAN_LONG_ENDINGS} if len(word) >= 8 else AMERICAN_ENDINGS
    for size in range(7, 2, -1):
        if word[-size:] in endings:
            return word[:-size] + endings[word[-size:]]
    return word


SHORT_FORMS = (
    (regex(r"\b(?:(wo)|(sha)|(ca))n't\b"), lambda m: "will not" if m[1] else "shall not" if m[2] else "can not"),
    (regex(r"n't\b"), " not"),
    (regex(r"'re\b"), " are"),
    (regex(r"\bi'm\b"), "i am"),
    (regex(r"'ll\b"), " will"),
    (regex(r"'ve\b"), " have"),
)
# "It's" is "it is" or "it has", "she'd" is "she would" or "she had"; "the bridge's" is neither.
DOUBLE_FORMS = regex(
    r"\b(?:(i|you|he|she|it|we|they|that|there|who)'d|(he|she|it|that|there|here|what|who|where|how)'s)\b"
)


def written_out(text: str, verbs: tuple[str, str] = ("would", "is")) -> str:
    """Return folded `text` without short forms: "i'm" gives "i am", "it's" "it is" or what the second verb says."""
    for short, full in SHORT_FORMS:
        text = short.sub(full, text)
    return DOUBLE_FORMS.sub(lambda m: f"{m[1]} {verbs[0]}" if m[1] else f"{m[2]} {verbs[1]}", text)


def letters(text: str) -> set[str]:
    """Return the letters of folded `text` without spaces and accents, in each way in which short forms are read."""
    readings = (written_out(text, verbs) for verbs in (("would", "is"), ("had", "has")))
    return {unaccented(reading).replace(" ", "") for reading in readings}


# Letters of Cyrillic and Greek that look like the Latin ones below them.
LOOKALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѵ",
    "aeopcyxijshdqwABEKMHOPCTXIJSABEZHIKMNOPTYXov",
)


def plain_letters(text: str) -> str:
    """Return `text` folded, with Latin letters for those that look like them."""
    return fold(text.translate(LOOKALIKES))


# ---------------------------------------------------------------- What two texts share

STRAY = 2  # words; "for both" amid a rewritten sentence is chance
ALIGNED_LEVELS = 8  # how often the words between two shared runs are searched again; more would find single words


def place_of(part: list[str], words: list[str], start: int = 0) -> int:
    """Return the first place from `start` where the words of `part` stand in a row in `words`; -1 if nowhere."""
    text = f" {' '.join(words[start:])} "
    found = text.find(f" {' '.join(part)} ")
    return found if found < 0 else start + text.count(" ", 0, found)


def aligned(a: list[str], b: list[str]) -> list[tuple[int, int, int]]:
    """Return the runs of words that `b` shares with `a` in the same order, as (place in a, place in b, words).

    It starts from words that either text has once, widens them to runs, and searches again between these: the time it
    takes grows with the texts, never with their square.
    """
    runs: list[tuple[int, int, int]] = []
    windows = [(0, len(a), 0, len(b))]
    for _ in range(ALIGNED_LEVELS):
        found = [run for window in windows for run in _runs_in(a, b, *window)]
        if not found:
            break
        runs = sorted(runs + found)
        windows = [(i, i2, j, j2) for i, i2, j, j2 in between(runs, a, b) if i < i2 and j < j2]
    return _without_strays(runs)


def between(runs: list[tuple[int, int, int]], a: Sequence[Any], b: Sequence[Any]) -> list[tuple[int, int, int, int]]:
    """Return (start, end in a, start, end in b) of what stands before, between and behind the runs that both share."""
    edges = [(0, 0, 0), *runs, (len(a), len(b), 0)]
    return [(i + n, i2, j + n, j2) for (i, j, n), (i2, j2, _) in pairwise(edges)]


def _runs_in(a: list[str], b: list[str], i1: int, i2: int, j1: int, j2: int) -> list[tuple[int, int, int]]:
    """Return the runs around the words that both windows have once, as many as stand in the same order in both."""
    once_a, once_b = _once(a, i1, i2), _once(b, j1, j2)
    anchors = _rising([(i, once_b[word]) for word, i in once_a.items() if word in once_b])
    runs: list[tuple[int, int, int]] = []
    for i, j in anchors:
        low_i, low_j = (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]) if runs else (i1, j1)
        if i < low_i or j < low_j:
            continue
        runs.append(widened(a, b, i, j, 1, (low_i, i2, low_j, j2)))
    return runs


def widened(
    a: list[str], b: list[str], i: int, j: int, n: int, window: tuple[int, int, int, int] | None = None
) -> tuple[int, int, int]:
    """Return the longest run around the `n` words that `a` at `i` and `b` at `j` share, inside that window of both.

    An empty word is a break: no run goes over it.
    """
    low_i, high_i, low_j, high_j = window or (0, len(a), 0, len(b))
    while i > low_i and j > low_j and a[i - 1] == b[j - 1] != "":
        i, j, n = i - 1, j - 1, n + 1
    while i + n < high_i and j + n < high_j and a[i + n] == b[j + n] != "":
        n += 1
    return i, j, n


def _once(words: list[str], first: int, last: int) -> dict[str, int]:
    """Return the place of each word that stands once between the places `first` and `last`."""
    counts = Counter(words[first:last])
    return {word: place for place, word in enumerate(words[first:last], first) if counts[word] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of `pairs`, which rise in the first number, that rises in the second too."""
    tops: list[int] = []  # the smallest second number that ends a rising part of each length
    ends: list[int] = []  # which pair that is
    before: list[int] = []  # for each pair, the one before it in the longest rising part that it ends
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(tops, second)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [second]
        ends[length : length + 1] = [number]
    chain, number = [], ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _without_strays(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return `runs` without those of one or two words that stand amid more words which differ, on both sides."""
    kept: list[tuple[int, int, int]] = []
    for number, (i, j, n) in enumerate(runs):
        gaps = [max(i - i0 - n0, j - j0 - n0) for i0, j0, n0 in kept[-1:]]
        gaps += [max(i1 - i, j1 - j) - n for i1, j1, _ in runs[number + 1 : number + 2]]
        if n > STRAY or any(gap <= n for gap in gaps):
            kept.append((i, j, n))
    return kept


# ---------------------------------------------------------------- Names

# Short names that are no beginning of the full one, as Ben is of Benjamin.
NICKNAMES = {
    "bill": "william", "bob": "robert", "chuck": "charles", "dave": "david", "dick": "richard", "ed": "edward",
    "jack": "john", "jim": "james", "liz": "elizabeth", "mike": "michael", "peggy": "margaret", "ted": "edward",
    "tim": "timothy", "timmy": "timothy", "tony": "anthony",
}  # fmt: skip
NAME_ENDINGS = frozenset(["jr", "sr", "ii", "iii"])


def is_within(short: str, long: str) -> bool:
    """Tell whether `long` has the letters of `short` in their order: "vincente" has those of "vicente"."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def unaccented(text: str) -> str:
    """Return `text` in plain Latin letters where it has any: "Calderón" gives "Calderon"."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFKD", text).encode("ascii", "ignore").decode() or text


# ---------------------------------------------------------------- Putting words together

ISO_DATE = regex(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)(?:T(\d\d:\d\d)[\d:.]*(\S*))?$")  # 2025-03-28T21:29:00+05:30
MONTH_NAMES = "January February March April May June July August September October November December".split()


def join_and(items: list[str]) -> str:
    """Return the items as English lists them: "a", "a and b", "a, b and c"; "" for none."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def refusal(error: OSError) -> str:
    """Return what the system refused to do, in its own words: "permission denied"."""
    return (error.strerror or str(error)).lower()


def plural(count: int, noun: str, nouns: str = "") -> str:
    """Return the count with its noun: "1 word", "2 words", "3 stories" (from "story", "stories")."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def count_in_words(count: int, noun: str, nouns: str = "") -> str:
    """Return a small count spelt out: "one article", "five articles"; "12 articles" from ten on."""
    small = "no one two three four five six seven eight nine".split()
    told = plural(count, noun, nouns)
    return told.replace(str(count), small[count]) if count < len(small) else told


def enclosed(text: str, before: str, after: str) -> str:
    """Return `text` between two marks, the spaces at its ends outside of them: " a b" gives " [-a b-]"."""
    words = text.strip()
    start = len(text) - len(text.lstrip())
    return f"{text[:start]}{before}{words}{after}{text[start + len(words) :]}" if words else text


def day_in_words(date: str) -> str:
    """Return an ISO date as a reader would say it, with its time if it has one: "28 March 2025, 21:29 +05:30"."""
    found = ISO_DATE.match(date)
    if not found:
        return date
    year, month, day, time, zone = found.groups("")
    return f"{int(day)} {MONTH_NAMES[int(month) - 1]} {year}" + f", {time} {zone}".rstrip(" ,")


def number_in_words(number: float) -> str:
    """Return a number as a reader would write it: 500000.0 gives "500,000", 37.5 gives "37.5"."""
    return f"{number:,.15g}"


# What has a meaning in Markdown, with the slashes of an address and the full stop of "www." that would make it a link.
MARKDOWN = regex(r"""[\\`"*_\[\]{}<>#|~$&^@]|(?<=:)//|(?<=www)\.""", re.I)


def as_markdown(text: str) -> str:
    """Return Markdown, on one line, that is rendered as `text` and nothing else: no mark-up, link, mention or formula.

    A mention or a number of an issue is broken by a zero-width space, as an escape alone does not stop GitHub.
    """
    escaped = MARKDOWN.sub(r"\\\g<0>", SPACE.sub(" ", text))
    escaped = re.sub(
        r"^( ?)(\d*)([-+.)] )", r"\1\2\\\3", escaped
    )  # at the start of an item it would begin another list
    return re.sub(r"(\\[@#])(?=\w)", r"\1&#8203;", escaped)


# ---------------------------------------------------------------- Lines on a terminal

# Controls and escapes (but not the line feed), what turns the direction of text around, and what is no character:
# none may reach a terminal or a page.
UNPRINTABLE = regex(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return `text` with each control, escape or direction-turning character made a visible "�"."""
    return UNPRINTABLE.sub("�", text)


# What nobody sees: marks of direction, spaces and joiners without width (but not between letters that need them, as in
# Persian), soft hyphens, tags.
INVISIBLE = regex(
    r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
    r"|(?<![^\x00-\u02af])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u02af])"
)


def shown(text: str) -> str:
    """Return `text` without what nobody sees, and with each control or escape made a visible "�"."""
    return printable(INVISIBLE.sub("", text)) if not text.isascii() else printable(text)


def columns(text: str) -> int:
    """Return how many columns `text` takes on a terminal: "Ana" 3, "東京" 4, an accent on its own 0."""
    return len(text) if text.isascii() else sum(map(char_columns, text))


@cache
def char_columns(char: str) -> int:
    """Return how many columns a character takes: 2 if it is wide, 0 if it stands on the one before."""
    if "\xae" <= char < "\u0300" or "\u2010" <= char <= "\u2027":  # most of what is met, told without the tables
        return 1
    from unicodedata import category, east_asian_width

    if category(char) in ("Mn", "Me", "Cf") and not UNPRINTABLE.match(char):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def cut(text: str, width: int) -> str:
    """Return as much of the beginning of `text` as fits into `width` columns."""
    if text.isascii():
        return text[:width]
    used = end = 0
    for end, char in enumerate(text):
        used += char_columns(char)
        if used > width:
            return text[:end]
    return text


def shorten(text: str, width: int) -> str:
    """Return `text` in at most `width` columns, its end left out at a word and "…" put there if it does not fit."""
    text = squeeze(text)
    if columns(text) <= width:
        return text
    start = cut(text, width - 2)
    return (start[: start.rfind(" ")] if " " in start[width // 2 :] else start).rstrip(" ,;:–—-") + " …"


def with_gap(text: str, first: int, last: int) -> str:
    """Return the words in the first and the last so many columns of `text`, with "…" for those between."""
    if columns(text) <= first + last + 3:
        return text
    start, end = cut(text, first), cut(text[::-1], last)[::-1]
    return start[: start.rfind(" ") + 1] + "…" + (f" {end[end.find(' ') + 1 :]}" if last else "")


def pad(text: str, width: int) -> str:
    """Return `text` with spaces after it to make `width` columns."""
    return text + " " * (width - columns(text))


def wrap(text: str, width: int) -> Iterator[str]:
    """Yield `text` in lines of at most `width` columns, broken at spaces, or inside a word wider than a line."""
    line, used = "", 0
    for word in text.split():
        for part in [word] if len(word) * 2 <= width else broken(word, width):
            size = columns(part)
            if used and used + 1 + size > width:
                yield line
                line, used = "", 0
            line += f" {part}" if used else part
            used += size + (used > 0)
    yield line


def broken(word: str, width: int) -> Iterator[str]:
    """Yield `word` in parts of at most `width` columns."""
    start = used = 0
    for place, char in enumerate(word):
        used += char_columns(char)
        if used > width and place > start:
            yield word[start:place]
            start, used = place, char_columns(char)
    yield word[start:]


def hang(label: str, text: str, width: int, most: int = sys.maxsize) -> list[str]:
    """Return `text` beside `label` in at most `most` lines of `width` columns, all beginning at the same column."""
    margin = columns(label)
    room = max(width - margin, 2)
    lines = list(islice(wrap(text, room), most + 1 if most < sys.maxsize else None))
    if len(lines) > most:
        lines[most - 1 :] = [shorten(f"{lines[most - 1]} {lines[most]}", room)]
    return [(" " * margin if number else label) + line for number, line in enumerate(lines)]
