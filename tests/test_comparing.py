"""Articles side by side: the same words, the changed words, what differs, who is heard, what only one reports."""

import gc
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory import (
    Article,
    Change,
    Index,
    Paragraph,
    Statement,
    align,
    around_one,
    closed,
    compare,
    key_of,
    names_among,
    sentences_of,
)
from samestory_helpers import aligned, concept_of, place_of, spelling, stem, words_of

SPEECH = (
    "We came to this harbour with nothing but a borrowed boat and a promise. "
    "Every family on the island gave what it could, and the winter took the rest. "
    "Now the ferry company tells us that seven sailings a week cost too much money. "
    "I say they should ask the fishermen what an empty pier costs!"
)


def article(
    *paragraphs: str, speaker: str | None = "Ana Ruiz", published: str | None = "2025-03-28", **facts
) -> Article:
    """An article of body paragraphs in which every “…” is a direct statement by `speaker`."""
    told = Article(published=published, **facts)
    for number, text in enumerate(paragraphs):
        told.paragraphs.append(Paragraph("body", 1 + 2 * number, text))
    told.statements = [
        Statement("direct", number, 1 + 2 * number, start + 1, end, text[start + 1 : end], speaker)
        for number, text in enumerate(paragraphs)
        for start, end in marks(text)
    ]
    return told


def marks(text: str) -> list[tuple[int, int]]:
    """Where each “…” of `text` opens and closes."""
    starts = [place for place, sign in enumerate(text) if sign == "“"]
    return [(start, text.index("”", start)) for start in starts]


def said(words: str, **facts) -> Article:
    return article(f"“{words}”", **facts)


def case(name, *values):
    return pytest.param(*values, id=name)


def versions(*printings: str | Article):
    """The versions of the one utterance that the printings make."""
    story = compare([said(one) if isinstance(one, str) else one for one in printings], ["versions"])
    assert len(story.utterances) == 1
    return story.utterances[0].versions


# ---------------------------------------------------------------- Relations


@pytest.mark.parametrize(
    ("here", "relation", "changes"),
    [
        case("letter for letter", SPEECH, "same", []),
        case("case, marks and dashes", SPEECH.upper().replace(". ", " — ").replace(",", ""), "same", []),
        case("a hyphen", SPEECH.replace("fishermen", "fisher-men"), "same", []),
        case(
            "another sentence after it", "Every family on the island gave what it could. Thank you all.", "excerpt", []
        ),
        case(
            "its first word replaced",
            "Today the ferry company tells us that seven sailings a week cost too much",
            "altered",
            [("Now", "Today")],
        ),
        case(
            "its second word replaced, amid a sentence",
            "the cold took the rest. Now the ferry company tells us",
            "altered",
            [("the winter", "the cold")],
        ),
        case(
            "words before it, and a gap that is marked",
            "Thank you all … and the winter took the rest. Now the ferry company tells us",
            "spliced",
            [],
        ),
        case("an ampersand", SPEECH.replace(" and ", " & "), "same", []),
        case("American spelling", SPEECH.replace("harbour", "harbor"), "same", []),
        case("numbers in figures", SPEECH.replace("seven", "7"), "same", []),
        case("its beginning", "We came to this harbour with nothing but a borrowed boat", "excerpt", []),
        case("its end", "ask the fishermen what an empty pier costs", "excerpt", []),
        case("a fragment of two telling words", "borrowed boat", "excerpt", []),
        case("dots at the ends", "… Every family on the island gave what it could …", "excerpt", []),
        case(
            "a gap that is marked",
            "We came to this harbour … and the winter took the rest.",
            "spliced",
            [(SPEECH[24:118], "…")],
        ),
        case(
            "a bracket for other words",
            "Every family [there] gave what it could",
            "spliced",
            [("on the island", "[there]")],
        ),
        case(
            "a bracket that adds",
            "Every family on the island [of Skor] gave what it could",
            "excerpt",
            [("", "[of Skor]")],
        ),
        case(
            "all of it, and a bracket that adds",
            SPEECH.replace("the island gave", "the island [of Skor] gave"),
            "excerpt",
            [("", "[of Skor]")],
        ),
        case("a bracketed letter amid it", SPEECH.replace(". Every", ". [E]very"), "same", []),
        case("a fragment of three words", "ask the fishermen", "excerpt", []),
        case(
            "another sentence before it", "Thank you all. Every family on the island gave what it could", "excerpt", []
        ),
        case(
            "marked parts in another order",
            "Every family on the island gave what it could … We came to this harbour with nothing but a borrowed boat.",
            "altered",
            None,
        ),
        case("a bracketed letter", "[e]very family on the island gave what it could", "excerpt", []),
        case("a typo", SPEECH.replace("borrowed", "borowed"), "altered", [("borrowed", "borowed")]),
        case("a word replaced", SPEECH.replace("promise", "prayer"), "altered", [("promise", "prayer")]),
        case(
            "words dropped silently",
            SPEECH.replace("and the winter took the rest", ""),
            "altered",
            [("and the winter took the rest", "")],
        ),
        case(
            "the end rewritten",
            "Every family on the island gave what it could, and hunger did the rest",
            "altered",
            [("the winter took the rest", "hunger did the rest")],
        ),
        case(
            "sentences in another order",
            "Every family on the island gave what it could. We came to this harbour with nothing but a borrowed boat.",
            "altered",
            None,
        ),
    ],
)
def test_relation(here, relation, changes):
    *full, other = sorted(versions(SPEECH, SPEECH, here), key=lambda version: version.article)
    if relation == "same":
        assert {version.relation for version in (*full, other)} == {"full", "same"}
    else:
        assert [version.relation for version in (*full, other)] == ["full", "same", relation]
    if changes is not None:
        assert [(change.full.strip(" .,"), change.here) for change in other.changes] == [
            (full.strip(" .,"), here) for full, here in changes
        ]


def test_words_that_the_fullest_printing_leaves_out_with_a_mark_are_no_change():
    full = f"We came to this harbour … {SPEECH[72:]}"
    _, here = versions(
        full, "We came to this harbour with nothing but a borrowed boat. Every family on the island gave what it could"
    )
    assert here.relation == "excerpt"
    assert here.changes == []


@pytest.mark.parametrize(
    ("full", "here"),
    [
        case(
            "I'm, at the start", "I am proud of what the council did here.", "I’m proud of what the council did here."
        ),
        case("don't", "They do not ask what the fishermen pay.", "They don’t ask what the fishermen pay."),
        case("can't and cannot", "We cannot live on gulls and promises.", "We can’t live on gulls and promises."),
        case("won't", "We will not live on gulls and promises.", "We won’t live on gulls and promises."),
        case("it's, of has", "It has been a hard winter for the island.", "It’s been a hard winter for the island."),
        case("it's, of is", "It is a hard winter for the island.", "It’s a hard winter for the island."),
        case("she'd, of had", "She had asked for a borrowed boat.", "She’d asked for a borrowed boat."),
        case("she'd, of would", "She would ask for a borrowed boat.", "She’d ask for a borrowed boat."),
        case(
            "we're, you'll",
            "We are sure that nobody on this island has what you will need.",
            "We’re sure that nobody on this island has what you’ll need.",
        ),
        case(
            "an accent in two characters",
            "The café by the pier shut its résumé.",
            "The cafe\u0301 by the pier shut its re\u0301sume\u0301.",
        ),
    ],
)
def test_a_way_to_write_a_word_is_no_change(full, here):
    assert sorted((one.relation, one.changes) for one in versions(full, here)) == [("full", []), ("same", [])]


@pytest.mark.parametrize(
    ("full", "here", "kind", "touches"),
    [
        case(
            "not",
            "We will not close this pier in winter, ever.",
            "We will close this pier in winter, ever.",
            "",
            "negation",
        ),
        case(
            "n't",
            "They didn’t close the old pier of the island.",
            "They did close the old pier of the island.",
            "",
            "negation",
        ),
        case(
            "if",
            "We close it if the ferry company agrees.",
            "We close it when the ferry company agrees.",
            "",
            "condition",
        ),
        case(
            "digits", "We asked for 500 men to mend this pier.", "We asked for 300 men to mend this pier.", "", "number"
        ),
        case(
            "a number word",
            "We asked for nine men to mend this pier.",
            "We asked for five men to mend this pier.",
            "",
            "number",
        ),
        case(
            "a name",
            "We asked Mayor Ruiz to mend the pier now.",
            "We asked Mayor Lund to mend the pier now.",
            "",
            "name",
        ),
        case(
            "what begins a sentence",
            "It is cold here. Boats stay on the island.",
            "It is cold here. Ships stay on the island.",
            "",
            "",
        ),
        case(
            "another word",
            "We asked the council to mend the pier now.",
            "We asked the council to paint the pier now.",
            "",
            "",
        ),
        case(
            "a letter that looks alike",
            "We built the passage with our own hands.",
            "We built the p\u0430ssage with our own hands.",
            "homoglyph",
            "",
        ),
        case(
            "a clause that moved",
            "We will close the pier, and whatever the fishermen say, it stays shut for good.",
            "Whatever the fishermen say, we will close the pier, and it stays shut for good.",
            "moved",
            "",
        ),
    ],
)
def test_what_is_said_of_a_change(full, here, kind, touches):
    found = {change.full + change.here: change for one in versions(full, here) for change in one.changes}
    assert {(change.kind, change.touches) for change in found.values()} == {(kind, touches)}


def test_a_letter_that_looks_alike_alters_nothing():
    printed = versions("We built the passage with our own hands.", "We built the p\u0430ssage with our own hands.")
    assert {one.relation for one in printed} == {"full", "same"}


def test_what_turns_the_meaning_stands_first():
    told = [SPEECH, SPEECH.replace("island gave", "coast gave"), "We will not let the old pier rot."]
    story = compare([said(told[0]), said(told[1]), said(told[2]), said(told[2].replace("not ", ""))], ["versions"])
    assert [one.text[:11] for one in story.utterances] == ["We will not", "We came to "]


@pytest.mark.parametrize(
    ("here", "published", "together"),
    [
        case("days later", "We will win this fight!", "2025-04-03", True),
        case("weeks later", "We will win this fight!", "2025-05-28", False),
        case("weeks later, but long", SPEECH, "2025-05-28", True),
    ],
)
def test_a_remark_is_made_again_after_weeks(here, published, together):
    assert len(compare([said(here), said(here, published=published)], ["versions"]).utterances) == together


def test_what_is_altered_and_goes_on_in_another_way_was_said_twice():
    one = "It has been an honour and privilege to serve the islanders of Skor. I will miss them and my staff."
    other = "It has been an honour and a privilege to serve. Thank you so much."
    assert compare([said(one), said(other)], ["versions"]).utterances == []
    assert len(versions(one, "It has been an honour and a privilege to serve the islanders of Skor.")) == 2


def test_more_left_out_without_a_mark_than_is_kept_was_said_twice():
    one = "Skor can choose to let no heavy lorries over the old bridge"
    between = "at night. They must stop them at the toll house, which they can do since they own it, not wave them on"
    other = "to let no heavy lorries into our valley."
    assert compare([said(f"{one} {between} into our valley."), said(other)], ["versions"]).utterances == []


def test_a_change_says_where_it_stands():
    here = SPEECH.replace("promise", "prayer").replace("too much money", "too much")
    for change in versions(SPEECH, here)[1].changes:
        assert here[change.at : change.at + len(change.here)] == change.here


def test_a_printing_that_goes_on_is_no_misprint():
    first, second = SPEECH[:149], SPEECH[72:]
    full, other = versions(first, second)
    assert {full.relation, other.relation} == {"full", "excerpt"}


def test_what_goes_on_finds_its_own_printings():
    story = compare([said(SPEECH[:149]), said(SPEECH[72:]), said(SPEECH[:60])], ["versions"])
    together = [[version.article for version in one.versions] for one in story.utterances]
    assert sorted(together) == [["A", "B"], ["A", "C"]]


def test_a_quotation_broken_off_and_taken_up_again():
    told = article("“Every family on the island gave what it could,” she said, “and the winter took the rest.”")
    _, *parts = versions(SPEECH, told)
    assert [part.relation for part in parts] == ["excerpt", "excerpt"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        case(
            "the same matter in other words",
            "We had a very good talk about tariffs today",
            "The talk on tariffs was a very good conversation",
        ),
        case(
            "a turn of phrase",
            "At the end of the day we are going to win this",
            "At the end of the day nobody knows what it costs",
        ),
        case("stop words alone", "I would not have been there", "I would not have been there"),
        case(
            "chants of the same few words",
            "Boat, storm, pier, storm, pier, pier, pier, boat, pier!",
            "Storm, pier, storm, pier, pier, boat!",
        ),
        case("a short likeness", "contacted by senior campaign officials in June", "to senior campaign officials"),
    ],
)
def test_different_utterances(one, other):
    assert compare([said(one), said(other)], ["versions"]).utterances == []


FEW_TELLING = "I would have been with all of you at the old harbour"  # 12 words, two of them telling


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        case("a short part by nobody", said(SPEECH), said("borrowed boat", speaker=None), False),
        case("all of a short one by nobody", said("borrowed boat"), said("Borrowed boat", speaker=None), True),
        case("three telling words by nobody", said(SPEECH), said("sailings a week cost", speaker=None), True),
        case("six words by nobody", said(FEW_TELLING), said("of you at the old harbour", speaker=None), True),
        case("a short part of nobody's", said(SPEECH, speaker=None), said("borrowed boat"), False),
        case("six words kept", said("All of you at the old harbour"), said("All of them at the old harbour"), True),
        case("five words kept", said("All of you at the old harbour"), said("None for you at the old harbour"), False),
        case("of nobody's", said(FEW_TELLING, speaker=None), said(FEW_TELLING.replace("been", "stood")), False),
        case("few telling words changed", said(FEW_TELLING), said(FEW_TELLING.replace("been", "stood")), True),
        case("by nobody", said(FEW_TELLING), said(FEW_TELLING.replace("been", "stood"), speaker=None), False),
        case("five words by another", said(SPEECH), said("seven sailings a week cost", speaker="Lee Park"), False),
        case("six words", said(SPEECH), said("seven sailings a week cost too", speaker="Lee Park"), True),
        case("few telling words by another", said(FEW_TELLING), said(FEW_TELLING[17:], speaker="Lee Park"), False),
        case("what goes on by another", said(SPEECH[:149]), said(SPEECH[72:], speaker="Lee Park"), False),
    ],
)
def test_how_much_makes_one_utterance(one, other, together):
    """Words count for more where they tell, where both have a speaker, and where it is the same one."""
    found = compare([one, other], ["versions"]).utterances
    assert [len(utterance.versions) for utterance in found] == [2] * together


def test_of_two_speeches_alike_the_speakers_own_is_taken():
    mine = "Tomorrow we will not leave this island to the gulls of the ferry company and its owners"
    others = said("We will not leave this island to the gulls while I hold this office", speaker="Lee Park")
    story = compare([others, said(mine), said("we will not leave this island to the gulls")], ["versions"])
    assert [[version.article for version in one.versions] for one in story.utterances] == [["B", "C"]]


def test_what_an_article_prints_beside_a_fuller_wording_is_no_alteration_of_it():
    full = "After the storm, what was done by people near you to talk with Ms. Hale about a pardon or her silence?"
    asked = "What was done to talk with Ms. Hale about a pardon or her silence?"
    both = article(f"One asks: “{full}”", f"Another asks: “{asked}”")
    story = compare([both, article(f"It asks: “{asked.replace('Ms.', 'Ms')}”")], ["versions"])
    told = [[(version.article, version.relation) for version in one.versions] for one in story.utterances]
    assert told == [[("A", "same"), ("B", "full")]] or told == [[("A", "full"), ("B", "same")]]


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        case("once in one", [article(f"“{SPEECH}”")], 0),
        case("twice in one", [article(f"“{SPEECH}”", f"“{SPEECH}”")], 0),
        case("eight stop words", [said("And if we don’t get it we will")] * 2, 1),
        case("seven stop words", [said("And if we don’t get it we")] * 2, 0),
        case("six words of nobody in two", [said("Every family gave what it had", speaker=None)] * 2, 1),
        case("five words of nobody", [said("Every family gave its own", speaker=None)] * 2, 0),
        case("of somebody in one of them", [said("Borrowed boat"), said("Borrowed boat", speaker=None)], 1),
    ],
)
def test_what_is_worth_telling(articles, told):
    assert len(compare(articles, ["versions"]).utterances) == told


def test_an_utterance_has_the_fullest_text_and_those_who_are_named():
    (one,) = compare([said(SPEECH[:71], speaker=None), said(SPEECH)], ["versions"]).utterances
    assert (one.text, one.speakers) == (SPEECH, ["Ana Ruiz"])


def test_two_people_may_speak_alike():
    one = said("I think the islanders of Skor deserve a ferry that sails on Sundays")
    other = said("I think the islanders of Skor deserve a mayor who listens to them", speaker="Lee Park")
    assert compare([one, other], ["versions"]).utterances == []


def test_a_speaker_may_say_one_thing_twice():
    first = "“I have made it clear that the old ferry did not come to my island before noon.”"
    told = article(first, "“Gentlemen, that ferry did not come to my island.”")
    assert compare([told], ["versions"]).utterances == []


def test_a_fragment_belongs_to_its_speakers_words():
    story = compare([said(SPEECH), said("Borrowed boat", speaker=None), said("borrowed boat")], ["versions"])
    assert [[version.article for version in one.versions] for one in story.utterances] == [["A", "C"]]


def test_a_fragment_needs_the_same_speaker():
    fragment = said("borrowed boat", speaker="Lee Park")
    assert compare([said(SPEECH), fragment], ["versions"]).utterances == []


def test_nobodys_fragment_is_a_title():
    title = [said("Borrowed Boat", speaker=None), said("Borrowed Boat", speaker=None)]
    assert compare(title, ["versions"]).utterances == []


def test_words_given_to_two_people_are_one_utterance():
    story = compare([said(SPEECH), said(SPEECH[:71], speaker="Lee Park")], ["versions"])
    assert story.utterances[0].speakers == ["Ana Ruiz", "Lee Park"]
    assert [version.speaker for version in story.utterances[0].versions] == ["Ana Ruiz", "Lee Park"]


def test_the_most_widely_printed_comes_first():
    short = "Nobody asked the ferry company"
    story = compare(
        [article(f"“{SPEECH}”", f"“{short}”"), article(f"“{SPEECH}”", f"“{short}”"), said(short)], ["versions"]
    )
    assert [len(one.versions) for one in story.utterances] == [3, 2]


# Words of five letters that stand for nothing, so that nothing is alike by chance, and no ending is British.
WORDS = [a + b + c + a + "x" for a in "bdfgk" for b in "aeiou" for c in "lmnrt"]
SPOKEN = st.lists(st.sampled_from(WORDS), min_size=16, max_size=40, unique=True)


@st.composite
def cut_quotations(draw):
    """A speech and an unbroken part of it, dressed otherwise."""
    words = draw(SPOKEN)
    first = draw(st.integers(0, len(words) - 6))
    last = draw(st.integers(first + 5, len(words)))
    dress = draw(
        st.sampled_from([str.upper, str.title, lambda text: text.replace(" ", " – "), lambda text: f"… {text} …"])
    )
    return words, words[first:last], dress(" ".join(words[first:last]))


@given(cut_quotations())
def test_a_part_is_an_excerpt(made):
    words, part, printed = made
    relations = sorted(version.relation for version in versions(" ".join(words), printed))
    assert relations == sorted(["full", "same" if part == words else "excerpt"])


@given(SPOKEN, st.data())
def test_joined_parts_are_spliced_and_the_gap_is_shown(words, data):
    first = data.draw(st.integers(5, len(words) - 7))
    last = data.draw(st.integers(first + 1, len(words) - 5))
    mark = data.draw(st.sampled_from(["…", "...", ". . .", "[…]", "[...]", "[and so on]", "(...)"]))
    _, here = versions(" ".join(words), " ".join([*words[:first], mark, *words[last:]]))
    assert (here.relation, here.changes) == ("spliced", [Change(" ".join(words[first:last]), mark, here.changes[0].at)])


@given(SPOKEN, st.data())
def test_joined_silently_is_altered(words, data):
    first = data.draw(st.integers(5, len(words) - 7))
    last = data.draw(st.integers(first + 1, min(len(words) - 5, first + len(words) // 2)))
    _, here = versions(" ".join(words), " ".join(words[:first] + words[last:]))
    assert here.relation == "altered"
    assert [(change.full, change.here) for change in here.changes] == [(" ".join(words[first:last]), "")]


@given(SPOKEN, st.sets(st.integers(0, 2), min_size=1), st.booleans())
def test_misquoted_words_are_the_changes(words, places, drop):
    """One word in five at most is another one, or is missing."""
    words = [*words, "bordax", "bordex", "bordix", "bordox"]
    changed = {5 * place + 4 for place in places if 5 * place + 4 < len(words) - 4}
    here = [word.replace("x", "zz") if place in changed else word for place, word in enumerate(words)]
    if drop:
        here = [word for word in here if not word.endswith("zz")]
    version = versions(" ".join(words), " ".join(words), " ".join(here))[2]
    assert version.relation == "altered"
    assert [(one.full, one.here) for one in version.changes] == [
        (words[place], "" if drop else words[place].replace("x", "zz")) for place in sorted(changed)
    ]


@given(SPOKEN, st.integers(6, 10))
def test_reordered_is_altered(words, cut):
    version = versions(" ".join(words), " ".join(words[cut:] + words[:cut]))
    assert sorted(one.relation for one in version) == ["altered", "full"]


BRITISH = {
    "labour": "labor",
    "organisation": "organization",
    "centre": "center",
    "defence": "defense",
    "travelled": "traveled",
}


@given(SPOKEN, st.lists(st.sampled_from(sorted(BRITISH)), min_size=1, max_size=4))
def test_respelt_is_the_same(words, british):
    here = words + british
    other = words + [BRITISH[word] for word in british]
    assert sorted(one.relation for one in versions(" ".join(here), " ".join(other))) == ["full", "same"]


@given(SPOKEN, st.data())
def test_a_bracket_is_no_misquotation(words, data):
    place = data.draw(st.integers(1, len(words) - 1))
    printed = " ".join([*words[:place], "[the deal]", *words[place:]])
    relations = {one.relation for one in versions(" ".join(words), printed)}
    assert "altered" not in relations


@given(st.lists(SPOKEN, min_size=2, max_size=4), st.randoms())
def test_the_order_of_the_articles_changes_keys_alone(speeches, random):
    articles = [said(" ".join(words), path=f"{number}.txt") for number, words in enumerate(speeches)]
    shuffled = random.sample(articles, len(articles))
    assert [grouped(articles), grouped(shuffled)] == [grouped(articles)] * 2


def grouped(articles):
    story = compare(articles, ["versions"])
    paths = {one.key: one.path for one in story.articles}
    return sorted(sorted((paths[v.article], v.relation) for v in one.versions) for one in story.utterances)


# ---------------------------------------------------------------- Keys and days


def test_keys():
    assert [key_of(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("articles", "names"),
    [
        case("by the outlet", [{"outlet": "Skor Post"}], ["Skor Post"]),
        case("which the address bears out", [{"outlet": "Skor Post", "url": "https://skor.example/a"}], ["Skor Post"]),
        case(
            "by its letters",
            [{"outlet": "The Bay of Skor Post", "url": "http://www.bsp.example"}],
            ["The Bay of Skor Post"],
        ),
        case("and not", [{"outlet": "The Post", "url": "https://thebay.example:80/a"}], ["The Post (thebay.example)"]),
        case("by two letters", [{"outlet": "TV Nord", "url": "https://tvmidt.example"}], ["TV Nord (tvmidt.example)"]),
        case("by the file", [{"path": "news/skor-post_2.html"}], ["skor post"]),
        case(
            "what sets it apart", [{"path": "a-bridge-post.txt"}, {"path": "b-bridge-globe7.txt"}], ["post", "globe7"]
        ),
        case("by the user", [{"name": "Mine", "outlet": "Skor Post"}], ["Mine"]),
    ],
)
def test_what_articles_are_called(articles, names):
    assert [one.name for one in compare([Article(**facts) for facts in articles], []).articles] == names


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_the_garbage_collector_is_left_as_it_was(switch):
    switch()
    before = gc.isenabled()
    compare([article("It rained."), article("It rained on Friday.")])
    after = gc.isenabled()
    gc.enable()
    assert after == before


def test_the_callers_articles_stay_as_they_were():
    given = article("On Friday it rained.", published=None)
    assert given.dates == []
    story = compare([given, article("It rained.")])
    assert (given.key, given.day, given.dates) == ("", None, [])
    assert [found.date for found in story.articles[0].dates] == ["2025-03-28"]


@pytest.mark.parametrize(("published", "days"), [("2025-03-21", ["2025-03-28"]), ("2025-03-20", [])])
def test_only_articles_of_one_week_lend_each_other_a_day(published, days):
    told = [article("On Friday it rained.", published=None), article("Rain."), article("Sun.", published=published)]
    assert [found.date for found in compare(told).articles[0].dates] == days


# ---------------------------------------------------------------- Differences


@pytest.mark.parametrize(
    ("one", "other", "kind", "about", "values"),
    [
        case(
            "a day, in other words",
            "The minister said the toll on heavy lorries, which hauliers oppose, would begin on April 2.",
            "The lorry toll is set to start on April 3.",
            "date",
            "lorry toll is set to start",
            ["2025-04-02", "2025-04-03"],
        ),
        case(
            "a count",
            "The ferry has seven sailings to Skor a week.",
            "Skor has five ferry sailings a week.",
            "figure",
            "sailings to Skor a week",
            [5, 7],
        ),
        case(
            "a comma in a sum",
            "The Orm couple paid $43,885,310 in federal taxes.",
            "The Orm couple paid $39,200,000 in federal taxes.",
            "money",
            "Orm couple paid in federal taxes",
            [39_200_000, 43_885_310],
        ),
        case(
            "a sum with three digits is about as exact as they are",
            "Ida and Tom Orm earned roughly $141 million from the Skor ferry.",
            "The Skor ferry earned Ida and Tom Orm $139 million.",
            "money",
            None,
            [139_000_000, 141_000_000],
        ),
        case(
            "a vote",
            "Skor voted 42-0 to shut the ferry.",
            "Skor voted 41-8 to shut the ferry.",
            "figure",
            None,
            ["41-8", "42-0"],
        ),
        case(
            "a span of years",
            "Tom Orm held the Skor seat from 1966 to 1978.",
            "Orm held the Skor seat from 1967 to 1979.",
            "year",
            "Tom Orm held the Skor seat",
            ["1966 to 1978", "1967 to 1979"],
        ),
        case(
            "a count in brackets",
            "Skor loses much (seven ferry sailings a week).",
            "Skor has five ferry sailings a week.",
            "figure",
            "sailings a week",
            [5, 7],
        ),
        case("an age", "Tom Orm, 34, was held.", "Police held 43-year-old Tom Orm.", "age", "age of Tom Orm", [34, 43]),
        case(
            "an age, by the surname alone",
            "Tom Orm, 34, fled.",
            "Mr. Orm, 43, fled.",
            "age",
            None,
            [34, 43],
        ),
        case(
            "an age in words",
            "Two-year-old Ida Vik was hurt.",
            "Ida Vik, who is 3, was hurt.",
            "age",
            "age of Ida Vik",
            [2, 3],
        ),
        case(
            "the dead",
            "The storm killed 12 people.",
            "14 people died in the storm.",
            "figure",
            "people killed",
            [12, 14],
        ),
        case(
            "a toll",
            "The death toll of the Skor storm rose to 14.",
            "12 dead in storm",
            "figure",
            "people killed",
            [12, 14],
        ),
        case(
            "none hurt",
            "The blast wounded 12 people.",
            "There were no casualties in the blast.",
            "figure",
            "people injured",
            [0, 12],
        ),
        case(
            "a street",
            "It burned on Oak Street.",
            "It burned at Fourth and Oak avenues.",
            "name",
            "street: Oak",
            ["Oak Avenue", "Oak Street"],
        ),
        case(
            "a street, of another day",
            "Two years ago it burned on Oak Street.",
            "It burned on Oak Avenue.",
            "name",
            "street: Oak",
            ["Oak Avenue", "Oak Street"],
        ),
        case(
            "a numbered street",
            "He fell on 7th Street.",
            "He fell on Seventh Avenue.",
            "name",
            "street: 7",
            ["7 Avenue", "7 Street"],
        ),
        case(
            "a block",
            "It is in the 5800 block of Oak Street.",
            "It is in the 8500 block of Oak Street.",
            "figure",
            "block of Oak Street",
            [5800, 8500],
        ),
        case(
            "a name",
            "Police held Renz Pribus.",
            "Police held Renz Prebus.",
            "name",
            "spelling of Pribus",
            ["Prebus", "Pribus"],
        ),
        case(
            "a name two letters apart",
            "Chief Blain Orm fell.",
            "Chief Blane Orm fell.",
            "name",
            "spelling of Blain",
            ["Blain", "Blane"],
        ),
        case(
            "another name in like words",
            "“We are aware of it,” general manager A.J. Orm said in a statement.",
            "“We are aware of it,” general manager A.J. Vik said in a statement.",
            "name",
            None,
            ["Orm", "Vik"],
        ),
        case(
            "a time in like clauses",
            "Tom Orm was stopped at the Skor pier at 2:30 a.m.",
            "At 4 a.m. Tom Orm was stopped at the pier.",
            "time",
            None,
            ["2:30", "4:00"],
        ),
        case(
            "people counted",
            "The navy held 23 pirates off Skor.",
            "The navy held 22 pirates off Skor.",
            "figure",
            None,
            [22, 23],
        ),
        case(
            "people who are not dead",
            "Five officers spoke on Skor pier.",
            "On Skor pier, nine officers spoke.",
            "figure",
            None,
            [5, 9],
        ),
        case(
            "boats, where men died",
            "Five boats sank as men died off Skor pier.",
            "Off Skor pier, nine boats sank as men died.",
            "figure",
            "boats sank",
            [5, 9],
        ),
        case(
            "an age, behind an office",
            "Mayor Tom Orm, 34, fled.",
            "Police held Tom Orm, 43.",
            "age",
            "age of Tom Orm",
            [34, 43],
        ),
        case(
            "a record",
            "Tom Orm (52-3, 46 knockouts) won.",
            "The winner was Tom Orm, 53-3, 46 knockouts.",
            "figure",
            "record of Orm",
            ["52-3", "53-3"],
        ),
        case(
            "a long name alone",
            "He is from Schornsted.",
            "He is from Schorsted.",
            "name",
            "spelling of Schornsted",
            ["Schornsted", "Schorsted"],
        ),
        case(
            "letters changed places",
            "Jaime Vik fell.",
            "Jamie Vik fell.",
            "name",
            "spelling of Jaime",
            ["Jaime", "Jamie"],
        ),
        case(
            "a plural in a longer name",
            "Pueblo Sin Mar won.",
            "Pueblos Sin Mar won.",
            "name",
            None,
            ["Pueblo", "Pueblos"],
        ),
        case(
            "a magnitude",
            "A quake of magnitude 7.6 hit Skor.",
            "The 7.7-magnitude quake hit Skor.",
            "measure",
            "magnitude",
            [7.6, 7.7],
        ),
    ],
)
def test_difference(one, other, kind, about, values):
    (difference,) = compare([article(one), article(other)], ["differences"]).differences
    assert (difference.kind, [value.value for value in difference.values]) == (kind, values)
    assert about in (None, difference.about)
    assert {cite.article for value in difference.values for cite in value.cites} == {"A", "B"}
    assert all(word in cite.text for v in difference.values for cite, word in zip(v.cites, v.words, strict=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        case(
            "another thing", "The lorry toll starts on April 2.", "The toll on spare parts for boats starts on May 3."
        ),
        case("the same in another form", "Some 25% of ferry pupils left.", "Of ferry pupils 25 percent left."),
        case("rounded", "The new Skor pier costs $3.8 million.", "The new Skor pier costs $3.81 million."),
        case("cents", "Tom Orm bought $10977.74 worth of Skor boats.", "Tom Orm bought $10977.74 worth of Skor boats."),
        case("about, of two digits", "About 480 boats joined the Skor race.", "500 boats joined the Skor race."),
        case("about", "About 500 boats joined the Skor race.", "480 boats joined the Skor race."),
        case("counted later", "At least 12 people died in the Skor storm.", "14 people died in the Skor storm."),
        case("another person", "Ida Vik, who has five boats in Skor, won.", "Tom Orm, who has six boats in Skor, won."),
        case("whom he beat", "Tom Orm beat Ida Vik, who has five boats in Skor.", "Tom Orm has six boats in Skor."),
        case("a part", "Four bombs fell on Skor.", "The other two bombs fell on Skor."),
        case("of another year", "Four bombs fell on Skor.", "In 1944 two bombs fell on Skor."),
        case("the dead of another year", "The storm killed 12 people.", "The storm of 1944 killed 14 people."),
        case("of the dead", "The storm killed 12 people.", "Of the dead, one of the people killed was a nurse."),
        case("the gunman counted", "A gunman killed 12 people.", "13 people were killed."),
        case("others", "The storm killed 12 people.", "The storm killed Ida Vik and 11 others."),
        case("two quakes", "A quake of magnitude 7.6 hit Skor.", "The 6.1-magnitude quake hit Skor."),
        case("a word of another form", "The Skorian ferry sank.", "The Skorians ferry sank."),
        case("a name and a word", "Marble Vik fell.", "Marbles Vik sold were marbles."),
        case("British spelling", "The Skor Defence Centre shut.", "The Skor Defense Center shut."),
        case("the number of a thing", "Zone 5, 34 and Boeing Max 8 flew.", "Boeing Max 9, 34 flew."),
        case("an edition later", "It killed 12.", "It killed 12 hens."),
        case("a toll of a part", "The storm killed 12 people.", "A tree fell, killing one person."),
        case("more of the dead", "Five officers were shot on Skor pier.", "On Skor pier, nine officers were shot."),
        case("of a number", "Tom Orm made 28 of 41 passes in Skor.", "Tom Orm made 34 passes in Skor."),
        case("far more", "Four bombs fell on Skor.", "Bombs fell on Skor, 90 bombs."),
        case("two who have it", "Ida Vik has five boats in Skor now.", "Tom Orm has six boats in Skor now."),
        case("games later", "The Skors (10-0) won.", "The Skors (14-1) won."),
        case("a score", "They beat the Skors, 31-24, on Friday.", "The Skors (25-30) lost."),
        case("times of notes", "Update at 9 p.m.", "Update at 5 p.m."),
        case("two letters, after the first", "Chief Edda Orm fell.", "Chief Elka Orm fell."),
        case("more than two letters", "Chief Martina Orm fell.", "Chief Marlous Orm fell."),
        case("a short name", "Chief Ann Orm fell.", "Chief Ana Orm fell."),
        case("a nickname", "Then deputy Bill Zigan spoke.", "Then deputy William Zigan spoke."),
        case(
            "a name shortened",
            "She is from Fort Smith, Ark., they said.",
            "She is from Fort Smith, Arkansas, they said.",
        ),
        case("a name put together", "The old Phantom Outlaw Club met.", "The old PhantomOutlaw Club met."),
        case("the name of a people", "Central America met.", "Central American leaders met."),
        case("a role beside", "Attorney Stephen Orm fell.", "Attorney Stephie Vik fell."),
        case("too little in common", "It rained on April 2.", "The office closed on April 3."),
    ],
)
def test_no_difference(one, other):
    assert compare([article(one), article(other)], ["differences"]).differences == []


@pytest.mark.parametrize(
    ("published", "differences"),
    [("2025-03-28", 1), ("2024-03-28", 1), ("2025-09-28", 0), ("2027-03-28", 0)],
)
def test_people_grow_older(published, differences):
    told = [article("Tom Orm, 34, fled."), article("Tom Orm, 35, was tried.", published=published)]
    assert len(compare(told, ["differences"]).differences) == differences


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        case(
            "one article says both",
            [["The ferry toll is $2 a lorry.", "The ferry toll is $3 a lorry."], ["The ferry toll is $3 a lorry."]],
            [],
        ),
        case(
            "both spellings, beside one of each",
            [["Renz Pribus and Renz Prebus fell."], ["Renz Pribus fell."], ["Renz Prebus fell."]],
            [("Prebus", "C"), ("Pribus", "B")],
        ),
        case(
            "the nearest of two",
            [["Quakes of magnitude 7.6 and 7.4 hit Skor."], ["The 7.5 and 7.6 magnitude quakes hit Skor."]],
            [(7.4, "A"), (7.5, "B")],
        ),
        case(
            "three values of one thing",
            [["It killed 12 people."], ["It killed 14 people."], ["It killed 16 people."]],
            [(12, "A"), (14, "B"), (16, "C")],
        ),
        case("a toll further down", [["It killed 12 people."], ["Rain.", "Sun.", "Fog.", "It killed 14 people."]], []),
    ],
)
def test_one_thing_is_one_row(texts, values):
    rows = compare([article(*paragraphs) for paragraphs in texts], ["differences"]).differences
    assert [(v.value, cite.article) for row in rows for v in row.values for cite in v.cites] == values
    assert len(rows) <= 1


def test_values_compared_are_counted():
    told = [article("Tom Orm, 34, killed 12 people."), article("Tom Orm, 34, killed 12 people."), article("Rain.")]
    assert compare(told).compared == 4
    assert compare(told, ["voices"]).compared is None


# ---------------------------------------------------------------- Timeline, voices, overlap


def test_a_sentence_of_many_days_is_not_told_in_full_for_each():
    days = ", ".join(f"on May {1 + n % 28}, {1900 + n}" for n in range(100))
    timeline = compare([article(f"It rained {days}.")], ["timeline"]).timeline
    assert len(timeline) == 100
    assert all(len(cite.text) < 700 and day.date[:4] in cite.text for day in timeline for cite in day.cites)


def test_timeline_is_in_order_with_the_sentences():
    story = compare(
        [article("She left on Thursday. On March 3 she was back.", "Rain."), article("They met on Thursday.")]
    )
    assert [(day.date, [str(cite) for cite in day.cites]) for day in story.timeline] == [
        ("2025-03-03", ["A:1"]),
        ("2025-03-27", ["A:1", "B:1"]),
    ]
    assert story.timeline[0].cites[0].text == "On March 3 she was back."


def test_voices_are_one_person_under_one_name():
    articles = [
        article("“One two three.”"),
        article("“Four five.”", speaker="Ruiz"),
        article("“Six.”", speaker="Lee Park"),
        article("“Nobody.”", speaker=None),
    ]
    voices = compare(articles, ["voices"]).voices
    assert [(voice.speaker, voice.words) for voice in voices] == [
        ("Ana Ruiz", {"A": 3, "B": 2}),
        ("Lee Park", {"C": 1}),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        case("number and tense", "killed", "kills"),
        case("several words for what happens", "slain", "dead"),
        case("and for things", "car", "vehicles"),
        case("digits", "sixty", "60"),
        case("an ordinal", "fourth", "four"),
        case("a noun of a verb", "negotiations", "negotiated"),
        case("a noun of an adjective", "unpredictability", "unpredictable"),
        case("accents", "calderón", "calderon"),
        case("stop words and adverbs stand for nothing", "quickly", "the"),
    ],
)
def test_concepts_that_are_one(one, other):
    assert concept_of(one) == concept_of(other)


def test_concepts_that_are_two():
    assert concept_of("statement") != concept_of("state")
    assert concept_of("mission") != concept_of("miss")
    assert concept_of("care") != concept_of("car")
    assert concept_of("planes") != concept_of("plans")
    assert concept_of("according") != concept_of("agree")


def test_an_index_holds_the_last_owners_of_a_key_and_tells_who_shares_most():
    index: Index[str] = Index(2)
    for owner, keys in {"first": "abc", "second": "bcd", "third": "cde"}.items():
        index.add(owner, keys)
    assert index.meet("bcde") == [("second", 3), ("third", 3), ("first", 1)]
    assert index.meet("x") == []


def coverage(*texts):
    facts = compare([article(*text.split("\n")) for text in texts], ["coverage"]).coverage
    return [(fact.text, [str(cite) for cite in fact.cites]) for fact in facts]


def test_coverage_has_every_line_that_tells_a_fact_and_its_shortest_sentence():
    assert coverage(
        "The harbour board closed the northern pier on Monday, and nobody asked the fishermen.\nRain fell.",
        "The northern pier was closed by the harbour board.\nSnow is due.",
    ) == [("The northern pier was closed by the harbour board.", ["A:1", "B:1"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        case("nothing alike", "The harbour board closed the pier.", "Four sheep left the island school."),
        case("a topic and no more", "The pier is old and the board met.", "Fish is sold at the pier."),
        case(
            "what happens otherwise",
            "The harbour board of the island bought the old northern pier.",
            "The harbour board of the island burned the old northern pier.",
        ),
        case("others", "The old pier at Skor was closed for repairs.", "The old pier at Farn was closed by snow."),
        case("what one denies", "A jury found the captain guilty.", "The captain pleaded not guilty to a jury."),
    ],
)
def test_no_coverage(one, other):
    assert coverage(one, other) == []


def test_a_fact_is_told_by_a_whole_sentence_rather_than_by_a_shorter_part_of_one():
    long = "The harbour board of the island closed the old northern pier, " + "and it rained on the quiet town " * 8
    whole = "It was on the first Friday of spring that the harbour board of the island closed its old northern pier."
    assert [text for text, _ in coverage(f"{long.strip()}.", whole)] == [whole]


@pytest.mark.parametrize(
    "leaning",
    [
        case("a pronoun", "He closed the northern pier on Monday."),
        case("a conjunction", "But the harbour board closed the pier."),
        case("a part of what was named before", "Among them is the northern pier, closed by the harbour board."),
    ],
)
def test_a_fact_is_told_by_a_sentence_that_stands_by_itself(leaning):
    whole = "The harbour board closed the northern pier of the island on Monday."
    assert [text for text, _ in coverage(leaning, whole)] == [whole]


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        case(
            "it opens", "“We closed the northern pier of the harbour.", "“We closed the northern pier of the harbour.”"
        ),
        case(
            "it ends", "We closed the northern pier,” Ana Ruiz said.", "“We closed the northern pier,” Ana Ruiz said."
        ),
        case("straight, opens", '"We closed the northern pier of it.', '"We closed the northern pier of it."'),
        case(
            "straight, ends", 'We closed the pier of it," Ana Ruiz said.', '"We closed the pier of it," Ana Ruiz said.'
        ),
        case("whole", "“We closed the northern pier,” Ana said.", "“We closed the northern pier,” Ana said."),
    ],
)
def test_a_sentence_of_a_quotation_is_shown_with_both_marks(sentence, shown):
    assert closed(sentence, said=True) == shown


def test_a_sentence_without_marks_is_shown_with_both_if_it_is_said():
    assert closed("We closed the pier.", said=True) == "“We closed the pier.”"
    assert closed("We closed the pier.", said=False) == "We closed the pier."


def test_a_speaker_has_one_name_in_all_utterances():
    pier, sheep = "“The northern pier is closed for good.”", "“Four sheep left the island school.”"
    told = [
        article(pier, sheep, speaker="Ana Ruiz"),
        article(pier, speaker="Ana M. Ruiz"),
        article(sheep, speaker="Ana Ruiz"),
    ]
    assert [one.speakers for one in compare(told).utterances] == [["Ana M. Ruiz"], ["Ana M. Ruiz"]]


def test_a_fact_is_told_without_the_dateline():
    sentence = "The harbour board closed the northern pier on Monday."
    told = [f"{dateline}{sentence}" for dateline in ("WEST PALM BEACH, Fla. — ", "NORDHAVEN — ", "May 3 (UPI) — ")]
    assert [text for text, _ in coverage(*told)] == [sentence]


def aligned_texts(*texts):
    named = [article(*text.split("\n")) for text in texts]
    return align([told for number, one in enumerate(named) for told in sentences_of(replace(one, key=key_of(number)))])


def test_a_sentence_is_one_clause_unless_something_parts_it():
    long = "The harbour board closed the old northern pier near the island school after"
    whole = aligned_texts(f"{long.removesuffix(' after')} during winter storms of January").clauses
    parted = aligned_texts(f"{long} four fishing boats sank near two broken posts there").clauses
    assert (len(whole), len(parted)) == (1, 2)


def test_a_headline_tells_no_names_by_its_capitals():
    lines = [Paragraph("headline", 1, "Board Closes Pier"), Paragraph("body", 3, "The mayor met Ruiz and Cole.")]
    assert names_among(sentences_of(Article(paragraphs=lines, key="A"))) == {"ruiz", "cole"}


def test_a_sentence_has_its_direct_quotations_alone():
    told = article("“The pier is closed,” Ana Ruiz said.")
    told.statements.append(replace(told.statements[0], kind="reported"))
    assert [len(one.quotations) for one in sentences_of(told)] == [1]


def test_of_many_clauses_some_are_alike_by_chance():
    pier = "The old pier was closed for the winter."
    filler = "\n".join(f"Boat{n} sold fish{n} and nets{n} to shop{n} near quay{n}." for n in range(120))
    assert aligned_texts(pier, f"{pier}\n{filler}").alike > aligned_texts(pier, pier).alike


def test_what_shares_little_with_the_others_does_not_tell_their_fact():
    pier = "The harbour board closed the northern pier after the storm."
    alignment = aligned_texts(pier, pier, pier, "The board of the school wants a cellar.")
    assert around_one(alignment, list(range(4))) == [0, 1, 2]


def test_a_fact_is_told_by_a_sentence_rather_than_by_a_label():
    told = "The harbour board of the island closed the old northern pier."
    assert [text for text, _ in coverage("Harbour board of the island closes old northern pier", told)] == [told]


def test_a_fact_is_not_told_by_a_short_sentence_that_leaves_most_of_it_out():
    told = "The harbour board of the island closed the old northern pier for repairs."
    other = "The board of the harbour has closed the old northern pier of the island, for it needs repairs."
    ((text, cites),) = coverage(told, other, "The board closed the northern pier.")
    assert (text, cites) == (told, ["A:1", "B:1", "C:1"])


@pytest.mark.parametrize(("above", "facts"), [("headline", 1), ("body", 0)])
def test_the_first_paragraphs_of_two_articles_tell_the_same_in_fewer_words(above, facts):
    told, other = (
        "The harbour board closed the pier for a week.",
        "The pier was closed by a board, a tired fisherman said.",
    )
    articles = [article("Snow in Reno", told), article("Rain on Skor", other)]
    for one in articles:
        one.paragraphs[0].kind = above
    assert len(compare(articles, ["coverage"]).coverage) == facts


def test_the_line_nearest_to_the_words_of_a_fact_comes_first():
    weak = "After the meeting the harbour board closed the northern pier for months of work on its old planks."
    told = "The harbour board closed the northern pier."
    ((text, cites),) = coverage(f"{weak}\n{told}", "The northern pier was closed by the harbour board, they said.")
    assert (text, cites) == (told, ["A:3", "A:1", "B:1"])


@pytest.mark.parametrize(("times", "weight"), [(9, 1.0), (36, 0.5)])
def test_what_articles_say_again_and_again_tells_less(times, weight):
    told = article(*["The pier is old."] * times)
    assert align(sentences_of(told)).weights["pier"] == weight


def test_a_fact_has_no_bullet_of_a_list():
    told = "• The harbour board closed the northern pier - for good."
    assert [fact for fact, _ in coverage(told, told)] == [told.removeprefix("• ")]


def test_what_stands_beside_an_utterance_is_a_fact_of_its_own():
    told = "“The pier was built by our fathers,” Ruiz said. The harbour board closed the northern pier on Friday."
    assert len(coverage(told, told)) == 2


def test_one_utterance_is_one_fact():
    (fact,) = coverage(
        "“The pier was built by our fathers. Nobody may sell the northern boats,” Ruiz said.",
        "“The pier was built by our fathers. Nobody may sell the northern boats.”",
    )
    assert fact[1] == ["A:1", "B:1"]


COPIED = "the harbour board will close the northern pier after the last sailing of the summer"


def test_overlap_both_ways():
    articles = [
        article(f"On Monday {COPIED}."),
        article(f"Yesterday {COPIED}, it said, and nothing more is known of it yet."),
    ]
    (overlap,) = compare(articles, ["overlap"]).overlap
    assert (overlap.a, overlap.b) == ("A", "B")
    assert (overlap.share_of_a, overlap.share_of_b) == (0.882, 0.577)
    (passage,) = overlap.passages
    assert (passage.text_a, passage.text_b, passage.words) == (COPIED, COPIED, 15)


def test_a_word_changed_within_stays_one_passage():
    other = COPIED.replace("northern", "old northern")
    (overlap,) = compare([article(COPIED), article(other)], ["overlap"]).overlap
    assert [passage.text_b for passage in overlap.passages] == [other[: len(other)]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        case("quotations are no overlap", f"“{COPIED}”", f"“{COPIED}”"),
        case("nor a run over a full paragraph", "the harbour board will", "close the northern pier after"),
        case("nor a title", "the Northern Harbour Board of Skor met", "then the Northern Harbour Board of Skor left"),
        case("nor stop words", "it is not what they have been for", "it is not what they have been for"),
    ],
)
def test_no_overlap(one, other):
    assert compare([article(one), article(other)], ["overlap"]).overlap == []


def test_words_between_in_one_article_make_two_passages():
    other = "nobody in the town of Skor has ever asked what the repairs would cost its people"
    between = " ".join(f"boat{number}" for number in range(30))
    told = [article(f"{COPIED} {between} {other}"), article(f"{COPIED}, {other}")]
    (overlap,) = compare(told, ["overlap"]).overlap
    assert [passage.text_a for passage in overlap.passages] == [COPIED, other]


def test_captions_are_no_overlap():
    told = [article(COPIED), article(COPIED)]
    for one in told:
        one.paragraphs[0].kind = "caption"
    assert compare(told, ["overlap"]).overlap == []


def test_quoted_here_and_unquoted_there():
    articles = [
        article(f"He said: “{COPIED}.”"),
        article(f"It seems {COPIED}."),
        article(f"“{COPIED}”", f"And {COPIED}."),
    ]
    (one,) = compare(articles, ["versions"]).unquoted
    assert ([str(cite) for cite in one.quoted], [str(cite) for cite in one.unquoted]) == (["A:1", "C:1"], ["B:1"])


def test_a_name_needs_no_quotation_marks():
    name = "the Northern Harbour Board of Skor Island and Ana Ruiz"
    assert compare([article(f"“We asked {name}.”"), article(f"It wrote to {name}.")], ["versions"]).unquoted == []


# ---------------------------------------------------------------- Only one


def only(*texts):
    found = compare([article(*text.split("\n")) for text in texts], ["only"]).only
    return [(str(row), row.why) for row in found]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        case("a figure", "It employs 500 workers.", ["500 workers"]),
        case("ten of something", "It employs 10 workers.", ["10 workers"]),
        case("money", "It cost $5.", ["$5"]),
        case("a name", "The pier was built by Kristin Davis.", ["Kristin Davis"]),
        case("a quotation", "She said: “Nobody asked the old fishermen.”", ["“Nobody asked the old fishermen.”"]),
        case("a quotation of few telling words", "“It was so at the pier.”", ["“It was so at the pier.”"]),
        case("a name that owns", "Talks began in Rosa Ruiz’s office.", ["Rosa Ruiz"]),
        case("a number that begins like a name", "PARIS – Sixty workers left.", ["Sixty workers"]),
        case("a name beside a party", "Senator Rosa Ruiz (R-Ore.) came.", ["Senator Rosa Ruiz"]),
        case(
            "a vote and what it was on, without a figure",
            "The council voted to sell the ferry.",
            ["council", "voted", "sell", "ferry"],
        ),
        case("words after a colon", "There were two ways out for Rosa Ruiz: Grant it or wait.", ["Rosa Ruiz"]),
    ],
)
def test_only(text, why):
    assert only(text, "The pier is closed.") == [("A:1", why)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        case("a name that the other gives", "Kristin Davis employs 500 workers.", "Davis slept.", ["500 workers"]),
        case("a day that the other gives", "On May 3 Rosa Ruiz left.", "They met on May 3.", ["Rosa Ruiz"]),
        case("a day", "On May 3 Rosa Ruiz left.", "They met on May 4.", ["Rosa Ruiz", "May 3"]),
    ],
)
def test_only_what_the_other_does_not_give_is_named(one, other, why):
    assert ("A:1", why) in only(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        case("a figure that the other gives of something else", "It employs 500 workers.", "It has 500 boats."),
        case("a small number", "The two leaders met.", "They met."),
        case(
            "a vote that the other tells in other words",
            "The council voted in Oakfield to sell the old ferry to Kristin Davis.",
            "The old ferry is sold to Davis after a vote of Oakfield’s council.",
        ),
        case("a name in another form", "Talks with the Canadians began.", "A Canadian came."),
        case("the first word of a sentence", "Fishermen are angry.", "The pier is closed."),
        case("an office by its letters", "They asked the PMO.", "They asked the prime minister."),
        case(
            "a quotation that the other prints unquoted",
            "“Nobody asked the old fishermen.”",
            "Nobody asked the old fishermen.",
        ),
        case(
            "a quotation that the other tells in its own words",
            "“I have never doubted the harbour board’s promises.”",
            "She said that she never doubted any promise which the board of the harbour made.",
        ),
        case(
            "a quotation of which the other prints a part",
            "“We shall not let them tear the old northern pier down before the winter storms.”",
            "They won’t tear the old northern pier off.",
        ),
        case("a figure that the other rounds", "It employs 498 workers.", "It employs nearly 500 workers."),
        case("a name with its accents", "He met Jose Calderon.", "He met José Calderón."),
        case(
            "a fact that the other tells, in a sentence with more",
            "The harbour board closed the old northern pier, and because it did so 500 workers moved to Kristin Bay.",
            "The board of the harbour has closed its old northern pier.",
        ),
        case(
            "news with nothing but a name added",
            "The harbour board closes the northern pier in Kristin Bay.",
            "The board of the harbour will close its northern pier.",
        ),
    ],
)
def test_not_only(one, other):
    assert [row for row in only(one, other) if row[0] == "A:1"] == []


def test_figures_far_apart_are_two():
    rows = only("It employs at least 500 workers.", "It has 200 boats.")
    assert rows == [("A:1", ["500 workers"]), ("B:1", ["200 boats"])]


def test_articles_keep_their_order_and_the_most_telling_of_each_comes_first():
    rows = only(
        "The pier was built by Kristin Davis.", "Rosa Ruiz left.\nIt cost $5, and “nobody asked the fishermen.”"
    )
    assert [cite for cite, _ in rows] == ["A:1", "B:3", "B:1"]


def test_a_quotation_is_told_whole():
    (row,) = compare([article("“What is this? A circus of old men?” she said."), article("Rain.")], ["only"]).only
    assert row.text == "“What is this? A circus of old men?” she said."


LINES = [
    f"The {part} of the pier was built in {year} by the fishermen of the island."
    for part, year in zip(
        "roof floor rail lamp stair crane clock gate bench hut ramp shed".split(), range(1901, 1913), strict=True
    )
]


@pytest.mark.parametrize(
    ("others", "twins"),
    [
        case("the same", [LINES], [(["A", "B"], 1.0)]),
        case("in other type", [[line.upper().replace(".", "!") for line in LINES]], [(["A", "B"], 1.0)]),
        case("a line more", [[*LINES, "The rest fell into the sea."]], [(["A", "B"], 0.97)]),
        case("a line less, and whole", [LINES[:-1], LINES], [(["A", "B", "C"], 0.917)]),
        case("too much more", [[*LINES, *(line.replace("pier", "church") for line in LINES[:3])]], []),
        case(
            "a word another in two lines",
            [[line.replace("lamp", "lamps").replace("rail", "rails") for line in LINES]],
            [],
        ),
        case("two pairs", [["Rain fell."], LINES, ["Rain fell."]], [(["A", "C"], 1.0), (["B", "D"], 1.0)]),
        case("nothing in either", [[], []], []),
    ],
)
def test_an_article_given_twice_is_said_to_be_one(others, twins):
    story = compare([article(*LINES), *(article(*lines) for lines in others)], ["articles"])
    assert [(one.articles, one.share) for one in story.twins] == twins


def test_who_is_one_hangs_on_no_order():
    """A reprint cut short and one cut at the other end are each the long one, and so all three are."""
    cut = [article(*LINES[1:]), article(*LINES), article(*LINES[:-1])]
    for turn in range(3):
        assert [sorted(one.articles) for one in compare(cut[turn:] + cut[:turn], ["articles"]).twins] == [
            ["A", "B", "C"]
        ]


# ---------------------------------------------------------------- What the comparisons stand on


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("colour", "color"),
        ("realise", "realize"),
        ("travelled", "traveled"),
        ("%", "percent"),
        ("f***", "f**k"),
        ("seven", "7"),
    ],
)
def test_spelling_is_folded(word, same):
    assert spelling(word) == spelling(same)


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("our", "or"), ("filled", "filed"), ("called", "caled")])
def test_other_words_are_not(one, other):
    assert spelling(one) != spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tariffs", "tariff"),
        ("imposed", "imposing"),
        ("countries", "country"),
        ("planned", "plan"),
        ("canada's", "canada"),
    ],
)
def test_stem(one, other):
    assert stem(one) == stem(other)


LETTERS = st.lists(st.sampled_from("abcdefgh"), max_size=30)


@given(LETTERS, LETTERS)
def test_aligned_runs_are_in_order_and_alike(a, b):
    done_a = done_b = 0
    for i, j, n in aligned(a, b):
        assert i >= done_a
        assert j >= done_b
        assert a[i : i + n] == b[j : j + n] != []
        done_a, done_b = i + n, j + n


@given(LETTERS, st.data())
def test_place_of(words, data):
    first = data.draw(st.integers(0, len(words)))
    part = words[first : data.draw(st.integers(first, len(words)))]
    place = place_of(part, words)
    assert words[place : place + len(part)] == part
    assert place <= first


TOKENS = [*words_of(SPEECH), "“", "”", ".", "…", "[", "]", "April 3", "25%", "12 people", "Ana Ruiz", "\n"]


@given(st.lists(st.lists(st.sampled_from(TOKENS), max_size=40).map(" ".join), max_size=4))
def test_every_cite_leads_to_its_line(texts):
    articles = [Article(paragraphs=[Paragraph("body", 3, text)]) for text in texts]
    story = compare(articles)
    lines = {(one.key, p.line): p.text for one in story.articles for p in one.paragraphs}
    for only_one in story.only:
        assert only_one.text.split()[0] in lines[only_one.article, only_one.line]
    for overlap in story.overlap:
        for passage in overlap.passages:
            assert passage.text_a in lines[overlap.a, passage.a_line]
            assert passage.text_b in lines[overlap.b, passage.b_line]
