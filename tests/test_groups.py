"""Which articles tell one story: the same ones in whatever order they come, told from like ones by names and days."""

import json
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samestory
from samestory import Article, Paragraph, group

# Two earthquakes: told in the same words, but for where, who and how much.
QUAKE = """\
{where} earthquake kills {dead}
An earthquake of magnitude {size} shook {where} at dawn, killing {dead} people, the government said.
{who}, the mayor of {town}, said that rescue workers were digging in collapsed houses for survivors.
Hospitals in {town} were full of injured people, and tents were put up in {park}.
{more}"""
NORTH = {
    "where": "Varenia",
    "dead": "thirty",
    "size": "6.1",
    "who": "Ana Ruiz",
    "town": "Oakfield",
    "park": "Mill Park",
}
SOUTH = {
    "where": "Lomberg",
    "dead": "twelve",
    "size": "5.4",
    "who": "Tom Lund",
    "town": "Brinemouth",
    "park": "Ash Green",
}
MORE = (
    "Schools stay closed until further notice.",
    "The army sent helicopters with blankets and water.",
    "Geologists expect strong aftershocks during the week.",
)
BRIDGE = """\
Council votes to close the old bridge
The council of Harwick voted on Tuesday to close the old bridge over the Tarn for repairs that take a year.
Councillor Renz Prebus said that the beams are rotten. Shopkeepers fear for their trade."""
LOAN = """\
Bank raises its rate on loans
Borrowers will pay more from May on, Northern Credit said, after its profit fell by a third."""


def article(text, published=None):
    kinds = ["headline"] + ["body"] * text.count("\n")
    lines = zip(kinds, text.split("\n"), strict=True)
    return Article(
        published=published, paragraphs=[Paragraph(kind, n, line) for n, (kind, line) in enumerate(lines, 1)]
    )


def quakes(*places, published=None):
    return [article(QUAKE.format(**place, more=more), published) for place in places for more in MORE]


def numbers(articles):
    """The groups by the places of their articles in the order given."""
    at = {id(one): number for number, one in enumerate(articles)}
    return [[at[id(one)] for one in story] for story in group(articles)]


def case(name, *values):
    return pytest.param(*values, id=name)


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        case("none", [], []),
        case("one alone", [article(BRIDGE)], [[0]]),
        case("one story", quakes(NORTH), [[0, 1, 2]]),
        case("two events of a kind, by their names", quakes(NORTH, SOUTH), [[0, 1, 2], [3, 4, 5]]),
        case(
            "the largest first, lone ones last", [article(LOAN), *quakes(NORTH), article(BRIDGE)], [[1, 2, 3], [0], [4]]
        ),
        case("one that says nothing", [article("?"), *quakes(NORTH)], [[1, 2, 3], [0]]),
    ],
)
def test_groups(articles, expected):
    assert numbers(articles) == expected


def test_a_like_event_years_later_is_another():
    early = article(
        "Storm floods Oakfield\nFamilies left the old town by boat when the river rose over its wall.", "2019-05-02"
    )
    late = article(
        "Flood in Brinemouth\nGuests of two hotels at the harbour fled from the storm last night.", "2023-11-20"
    )
    assert numbers([early, late]) == [[0], [1]]
    late.published = "2019-05-03"
    assert numbers([early, late]) == [[0, 1]]


def test_two_pairs_of_copies_may_be_on_one_story():
    told = [
        "Council closes the old bridge\nThe council of Harwick closed its bridge for repairs. The beams are rotten.",
        "Bridge closed\nShopkeepers in Harwick fear for their trade, as the bridge will stay closed for a year.",
    ]
    assert numbers([article(text) for text in told * 2]) == [[0, 1, 2, 3]]


def test_in_a_small_set_common_words_are_no_proof_against_a_story():
    one = article("Council closes bridge\nThe bridge at Harwick is closed for repairs to its rotten beams and rails.")
    other = article(
        "Shops fear for trade\nBakers, grocers, inns, cafes, inns and a florist may lose loyal customers, "
        "as their bridge closed."
    )
    assert numbers([one, other]) == [[0, 1]]


def test_the_order_tells_nothing():
    articles = [*quakes(NORTH)[:2], *quakes(SOUTH)[:2], article(BRIDGE)]
    found = {frozenset(frozenset(map(id, story)) for story in group(order)) for order in permutations(articles)}
    assert len(found) == 1


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from([*quakes(NORTH, SOUTH), article(BRIDGE), article(LOAN)]).map(samestory.copy), max_size=9)
)
def test_every_article_is_in_one_group(articles):
    found = group(articles)
    assert sorted(map(id, articles)) == sorted(id(one) for story in found for one in story)
    assert [len(story) for story in found] == sorted(map(len, found), reverse=True)


def test_a_topic_is_small_and_has_names_before_other_words():
    topic = article(QUAKE.format(**NORTH, more=" ".join(f"word{n} was" for n in range(200)))).topic
    assert len(topic) == samestory.TOPIC_WORDS
    assert topic["varenia"] > topic["earthquak"] > topic["injur"]
    assert topic["ruiz"] > topic["injur"]


def test_the_command_compares_each_story_by_itself(tmp_path, capsys):
    for number, one in enumerate([article(LOAN), *quakes(NORTH, SOUTH)]):
        text = "\n\n".join(paragraph.text for paragraph in one.paragraphs)
        (tmp_path / f"{number}.txt").write_text(
            text + "\n\n“Not one of the old walls of the town has stood,” Eva Brook said.\n"
        )
    assert samestory.main(["--show", "versions", "--format", "json", str(tmp_path)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["groups"] == [["B", "C", "D"], ["E", "F", "G"], ["A"]]
    assert [one["key"] for one in shown["articles"]] == list("ABCDEFG")
    printed_by = [[version["article"] for version in one["versions"]] for one in shown["utterances"]]
    assert printed_by == [["B", "C", "D"], ["E", "F", "G"]]


def test_a_story_keeps_the_keys_of_its_articles():
    keyed = samestory.keyed(quakes(NORTH))
    assert [one.key for one in samestory.compare(keyed[1:]).articles] == ["B", "C"]
    keyed[0].key = "B"
    assert [one.key for one in samestory.compare(keyed).articles] == ["A", "B", "C"]


def test_page_furniture_is_no_topic():
    told = Article(paragraphs=[Paragraph("body", 1, "The harbour froze."), Paragraph("boilerplate", 2, "Subscribe")])
    assert set(told.topic) == {"harbour", "froz"}
