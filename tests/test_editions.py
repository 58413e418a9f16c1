"""An outlet's article at another time: what was added, dropped and changed, sentence by sentence and word by word."""

import pytest

from samestory import Article, Change, Paragraph, compare

FIRST = [
    "The council of Harwick closed the old bridge on Monday.",
    "Its beams are rotten, the engineers found.",
    "Repairs will take a year and cost $2 million.",
    "Shopkeepers fear for their trade.",
    "A ferry will take people over the Tarn meanwhile.",
]
HEAD = "Old bridge closed"


def article(sentences, headline=HEAD, **facts):
    facts = {"outlet": "The Harwick Post", "published": "2025-03-28", **facts}
    lines = [
        Paragraph("headline", 1, headline),
        *(Paragraph("body", 3 + 2 * n, text) for n, text in enumerate(sentences)),
    ]
    return Article(paragraphs=lines, **facts)


def editions(*articles):
    return compare(articles, ["editions"]).editions


def edits(*articles):
    (edition,) = editions(*articles)
    return [(edit.kind, edit.a_line, edit.b_line, edit.text_a, edit.text_b) for edit in edition.changes]


def case(name, *values):
    return pytest.param(*values, id=name)


NEW = "Mayor Ana Ruiz promised help."
CHANGED = FIRST[2].replace("a year", "two years")


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        case("added at the end", [*FIRST, NEW], [("added", None, 13, "", NEW)]),
        case("added between", [*FIRST[:1], NEW, *FIRST[1:]], [("added", None, 5, "", NEW)]),
        case("dropped", FIRST[:3] + FIRST[4:], [("dropped", 9, None, FIRST[3], "")]),
        case("changed", [*FIRST[:2], CHANGED, *FIRST[3:]], [("changed", 7, 7, FIRST[2], CHANGED)]),
        case(
            "changed beside others",
            [*FIRST[:2], NEW, CHANGED, FIRST[4]],
            [
                ("added", None, 7, "", NEW),
                ("changed", 7, 9, FIRST[2], CHANGED),
                ("dropped", 9, None, FIRST[3], ""),
            ],
        ),
        case(
            "another in its place",
            [*FIRST[:3], NEW, FIRST[4]],
            [("added", None, 9, "", NEW), ("dropped", 9, None, FIRST[3], "")],
        ),
        case(
            "another with a few of its words",
            [*FIRST[:3], "Some fear for the mayor.", FIRST[4]],
            [("added", None, 9, "", "Some fear for the mayor."), ("dropped", 9, None, FIRST[3], "")],
        ),
        case(
            "changed behind one that is gone",
            [FIRST[0], CHANGED, *FIRST[3:]],
            [("dropped", 5, None, FIRST[1], ""), ("changed", 7, 5, FIRST[2], CHANGED)],
        ),
        case("moved is no change", [*FIRST[1:], FIRST[0], NEW], [("added", None, 13, "", NEW)]),
    ],
)
def test_what_became_of_each_sentence(later, expected):
    assert edits(article(FIRST), article(later, published="2025-03-29")) == expected


def test_a_headline_is_changed_whatever_its_words():
    later = article(FIRST, "Harwick without a way over the Tarn", published="2025-03-28T18:00")
    assert edits(article(FIRST), later) == [("changed", 1, 1, HEAD, "Harwick without a way over the Tarn")]


def test_a_changed_sentence_tells_its_words():
    text = FIRST[2].replace("will take", "may take").replace(" a year and", "") + " Perhaps"
    (edition,) = editions(article(FIRST), article([*FIRST[:2], text, *FIRST[3:]]))
    assert edition.changes[0].words == [Change("will", "may", 8), Change("a year and", "", 17)]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        case(
            "the later one second", [article([*FIRST, NEW], published="2025-03-29"), article(FIRST)], [("B", "A", 1.0)]
        ),
        case(
            "no day told: in the order given", [article(FIRST, published=None), article(FIRST[:4])], [("A", "B", 1.0)]
        ),
        case("an outlet named in one only", [article(FIRST, outlet=None), article(FIRST[:4])], [("A", "B", 1.0)]),
        case("another outlet", [article(FIRST, outlet="The Globe"), article(FIRST[:4])], []),
        case("the same text", [article(FIRST), article(FIRST)], []),
        case("less than 60 % alike", [article(FIRST[:3] + [NEW] * 3), article(FIRST[:3] + FIRST[3:] * 2)], []),
        case("two sentences", [article(FIRST[:1]), article(FIRST[:1] + FIRST[3:])], []),
        case(
            "another outlet's reprint between",
            [
                article(FIRST),
                article(FIRST, outlet="The Globe", published="2025-03-29"),
                article(FIRST[:4], published="2025-04-01"),
            ],
            [("A", "C", 1.0)],
        ),
        case(
            "each beside the one before it",
            [article([*FIRST, NEW][:n], published=f"2025-03-2{n}") for n in (4, 5, 6)],
            [("A", "B", 1.0), ("B", "C", 1.0)],
        ),
    ],
)
def test_which_articles_are_editions(articles, expected):
    assert [(one.a, one.b, one.share) for one in editions(*articles)] == expected


def test_many_editions_are_each_held_against_one():
    many = [article([*FIRST, f"Update {n} follows."], published=f"2025-03-28T{n:02}:00") for n in range(24)]
    assert len(editions(*many)) == 23
