"""Dates and figures: what counts as one, and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory import Article, Paragraph, Statement, find_dates, find_figures
from samestory_helpers import NUMBER_WORDS, number_of


def article(*texts: str, published: str | None = "2025-03-28", kind: str = "body") -> Article:
    """An article of those paragraphs; 28 March 2025 was a Friday."""
    return Article(published=published, paragraphs=[Paragraph(kind, 1 + 2 * i, text) for i, text in enumerate(texts)])


def case(name, *values):
    return pytest.param(*values, id=name)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        case("whole date", "It opened on March 14, 2024, in Ottawa.", ["2024-03-14"]),
        case("day first", "It opened on 14 March 2024.", ["2024-03-14"]),
        case("abbreviated, ordinal", "It opened on Sept. 3rd, 2024.", ["2024-09-03"]),
        case("ISO", "Filed 2025-03-27 in court.", ["2025-03-27"]),
        case("no year: the nearest, past", "She took office on March 14.", ["2025-03-14"]),
        case("no year: the nearest, coming", "The April 28 election is near.", ["2025-04-28"]),
        case("no year: over the turn of the year", "It began on Nov. 30.", ["2024-11-30"]),
        case("two days of a month", "Hearings on 26 and 28 March drew crowds.", ["2025-03-26", "2025-03-28"]),
        case("a range", "The fair runs April 2-5.", ["2025-04-02", "2025-04-05"]),
        case("weekday with its date is one date", "On Thursday, March 27, 2025, he spoke.", ["2025-03-27"]),
        case("weekday: the last", "She resigned on Wednesday.", ["2025-03-26"]),
        case("weekday: the same day", "She resigned on Friday.", ["2025-03-28"]),
        case("weekday: the next one, looking ahead", "He will speak on Monday.", ["2025-03-31"]),
        case("weekday: said in the past of what will be", "He said on Monday that he will speak.", ["2025-03-24"]),
        case("weekday: tomorrow's is not six days ago", "The march on Saturday is feared.", ["2025-03-29"]),
        case(
            "weekday: the next one, told far ahead",
            "He is expected to speak once more, at some length and before all of the members of the board, on Monday.",
            ["2025-03-31"],
        ),
        case(
            "weekday: words that look ahead after it", "On Monday, the drivers of the ferry will vote.", ["2025-03-31"]
        ),
        case("weekday: until then", "Few are waiting until Monday to vote.", ["2025-03-31"]),
        case("weekday: yesterday's", "She canceled a scheduled visit Thursday.", ["2025-03-27"]),
        case("weekday: what happens then", "It may be told when they meet on Monday.", ["2025-03-31"]),
        case("weekday: of what is ahead", "She spoke on Tuesday over his plans to come.", ["2025-03-25"]),
        case("weekday: what is called off", "She canceled a visit scheduled for Monday.", ["2025-03-31"]),
        case("next and last", "It moved from last Friday to next Friday.", ["2025-03-21", "2025-04-04"]),
        case("relative", "He left yesterday and is due back tomorrow.", ["2025-03-27", "2025-03-29"]),
        case("the year named before", "In October 2016 they met. On Oct. 7 they met again.", ["2016-10-07"]),
        case(
            "near publication, though another year is named",
            "Open from May 20, 2024. On May 10 it ends.",
            ["2024-05-20", "2025-05-10"],
        ),
        case(
            "far from publication: the year named",
            "Open from June 25, 2024. On June 26 it ended.",
            ["2024-06-25", "2024-06-26"],
        ),
        case(
            "the weekday tells the year",
            "It began on Saturday, Sept. 14. On Sept. 9 they met.",
            ["2024-09-14", "2024-09-09"],
        ),
        case("a weekday of two days", "Hearings on Friday, 28 and 29 March.", ["2025-03-28", "2025-03-29"]),
        case("a weekday that is wrong", "It began on Monday, March 14.", ["2025-03-14"]),
        case("no such day", "It was due on February 30.", []),
        case("every Friday is no day", "They meet every Friday.", []),
        case("a named day", "Sales on Black Friday rose.", []),
        case("a newspaper", "The Sunday Times reported it.", []),
        case("a month without a day", "It began in March 2024, and May may end it.", []),
        case("what is called after a day", "The post-March 14 rules hold.", []),
        case("a count after a month", "In March 12,000 people left.", []),
    ],
)
def test_days(text, days):
    assert [found.date for found in find_dates(article(text))] == days


def test_a_speakers_weekday_is_left_out():
    told = article("“We agreed yesterday,” he said.")
    told.__dict__["statements"] = [Statement("direct", 0, 1, 1, 20, "We agreed yesterday,")]
    assert find_dates(told) == []


def test_without_a_day_of_its_own_only_whole_dates_are_told():
    told = article("It began on March 14, 2024.", "On Friday he left; on March 20 he was back.", published=None)
    assert [found.date for found in find_dates(told)] == ["2024-03-14", "2024-03-20"]
    assert find_dates(article("On March 14 and on Friday.", published=None)) == []


def test_without_a_day_of_its_own_the_last_one_named_lends_its_year_to_days_near_it():
    text = "It began on Sept. 11, 2001, and went on until March 22, 2018; on March 25 he left, on Oct. 27 he came."
    told = article(text, published=None)
    assert [found.date for found in find_dates(told)] == ["2001-09-11", "2018-03-22", "2018-03-25"]


def test_the_day_of_a_month_counts_nothing_though_the_year_is_unknown():
    assert find_figures(article("By May 12 it was over, on March 9 too.", published=None)) == []


@pytest.mark.parametrize("published", ["0001-01-01T00:00:00Z", "9999-12-31"])
def test_a_year_out_of_reason_is_no_day(published):
    told = article("He left yesterday, on Friday and on March 14, and is due back tomorrow.", published=published)
    assert find_dates(told) == []


@pytest.mark.parametrize(
    ("language", "text", "days", "figures"),
    [
        ("fr", "Le 4 mai 2024 et le 1er mai, 12 marins virent 5 maires.", ["2024-05-04", "2025-05-01"], [12, 5]),
        ("de", "Am 28. März 2024 und am 3. Dezember kamen 12,5 Prozent.", ["2024-03-28", "2024-12-03"], [12.5]),
        ("es", "El 3 de abril llegaron 1.200 barcos.", ["2025-04-03"], [1200]),
        ("fr", "Il y eut 7 lois, du 4 mai au 31 avril.", ["2025-05-04"], [7]),
    ],
)
def test_days_and_figures_in_another_language(language, text, days, figures):
    told = article(text)
    told.language = language
    assert [found.date for found in find_dates(told)] == days
    assert [found.value for found in find_figures(told)] == figures


def test_furniture_has_no_dates_or_figures():
    told = article("March 14, 2024: 25% off", kind="boilerplate")
    assert find_dates(told) == find_figures(told) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        case("per cent, three ways", "From 25% to 25 per cent to 25 percent.", [(25, "%")] * 3),
        case("decimals", "Support stood at 40.8%.", [(40.8, "%")]),
        case("money", "It cost $3.8 billion, or £5m.", [(3.8e9, "$"), (5e6, "£")]),
        case("money in words", "It cost 3 million dollars.", [(3e6, "$")]),
        case("thousands", "It employs 500,000 workers.", [(500000, "workers")]),
        case("adjectives before the unit", "It charged 12 senior Russian officers.", [(12, "officers")]),
        case("a unit too far off", "It charged 12 senior Russian military intelligence officers.", [(12, None)]),
        case("in words", "Twelve people and twenty-five dogs came.", [(12, "people"), (25, "dogs")]),
        case("a hyphen", "A three-day meeting of an 80-foot ship.", [(3, "days"), (80, "feet")]),
        case("a plural without an s", "A wall of 30 feet or more.", [(30, "feet")]),
        case("an age", "Ana Ruiz, 22, a student, has a 3-year-old son.", [(22, "years"), (3, "years")]),
        case("a vote", "It passed by 228 to 191.", [(228, None), (191, None)]),
        case("an hour", "At 10 o’clock, at 9 p.m. and at 9:30 it rang.", []),
        case("a year", "In 2016, voters stayed away from the 2018 elections.", []),
        case("a date", "On March 14 and 2025-03-28 it rained.", []),
        case("an address", "They met at 224 E. Harbour Court, near 120 Mill Street.", []),
        case("what a name begins with", "He told 10 On Your Side so.", []),
        case("no name but a day", "They found 12 Friday.", [(12, None)]),
        case("a name", "Section 232, a Boeing 737, the G7, F-16s and Route 66.", []),
        case("a fraction, a score, a year's short form", "It won 11-2 with two thirds of the vote in ’08.", []),
        case("the number of an account", f"It was paid into {'7' * 400}, it said.", []),
        case("the pronoun", "The two said one man came.", []),
        case(
            "any number of hundreds", "Several hundred pages, a few thousand words, a hundred notes.", [(100, "notes")]
        ),
        case("a scale told once", "Between $19 and $22 million.", [(19e6, "$"), (22e6, "$")]),
        case("a scale told once, without a sum", "From 2 to 3 million people.", [(2e6, None), (3e6, "people")]),
        case("a scale of the second alone", "From $900,000 to $1 million.", [(900_000, "$"), (1e6, "$")]),
        case("a scale of another thing", "He paid $5 and 9 million came.", [(5, "$"), (9e6, None)]),
        case("one in so many", "One in three, 1 in 10 people, a one-in-five chance, nine out of 10 doctors.", []),
        case("so many in a time", "It sank three in 10 days.", [(10, "days")]),
        case("a rank", "The No. 2 party won.", []),
        case("plurals", "A two-party vote, a three-inch pipe.", [(2, "parties"), (3, "inches")]),
        case("an ordinal", "The 51st state in the 1920s.", []),
    ],
)
def test_figures(text, figures):
    assert [(found.value, found.unit) for found in find_figures(article(text))] == figures


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("around 500 workers", "about"),
        ("more than a dozen people", "at least"),
        ("up to 40 people", "at most"),
        ("40 people", None),
    ],
)
def test_hedges(text, hedge):
    assert [found.hedge for found in find_figures(article(f"It hurt {text}."))] == [hedge]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("forty-two", 42),
        ("two hundred and fifty thousand", 250_000),
        ("two dozen", 24),
        ("one million two", 1_000_002),
        ("12,500.5", 12500.5),
    ],
)
def test_number_of(words, number):
    assert number_of(words) == number


PIECES = [
    *NUMBER_WORDS,
    *"March May Friday next 28 2025 14, $ % 3.5 million people tomorrow ’ - 2025-02-30 of and".split(),
]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_every_span_gives_its_text(text):
    told = article(text)
    for found in [*find_dates(told), *find_figures(told)]:
        assert text[found.start : found.end] == found.text != ""
