"""Who is meant: names of any origin, pronouns, descriptions and namesakes."""

import pytest

from samestory import fullest_names, name_of, read

# Two made-up people of each of ten regions: a woman, then a man.
NAMES = {
    "Ireland": ("Sadhbh Ní Fhearra", "Fiachra Mac Dubhna"),
    "India": ("Mamata Biswal", "Harshvar Deshmane"),
    "West Africa": ("Ngozika Adeboye", "Kwabena Ofosuhene"),
    "East Africa": ("Wanjira Kamotho", "Jakaya Mbelu"),
    "China": ("Xu Pinglan", "Deng Haowei"),
    "Japan": ("Chihiro Morinaga", "Shinpei Takarada"),
    "Arab world": ("Ghazal Al-Tahan", "Munzir al Jabouri"),
    "Balkans": ("Dragica Petrovka", "Zvonimir Halić"),
    "Latin America": ("Xiomara Quispetupa", "Eliseo Huanchaca"),
    "Pacific": ("Mereana Tauiwi", "Sione Fakahua"),
}
SETTINGS = {
    "subject of the paragraph before": (
        "{name} won the race in the city on Sunday.\n\n“It was a long way to come,” {he} said."
    ),
    "who spoke before": (
        "“It was a long way to come,” said {name}, who won the race.\n\n“I will come again,” {he} added."
    ),
    "with somebody of another gender": (
        "{name} met {other} after the race on Sunday. “It was a long way to come,” {he} said."
    ),
    "by a pronoun elsewhere": (
        "{name} won the race on {his} third try, and {other} came second. Crowds had come to see it.\n\n"
        "“It was a long way to come,” {he} said."
    ),
    "by the last name": (
        "{name} won the race, ahead of {other}.\n\n{last} has trained in Reno for years. "
        "“It was a long way to come,” {he} said."
    ),
}


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("he", ["she", "he"])
@pytest.mark.parametrize("region", NAMES)
def test_first_names_of_any_origin(region, he, setting):
    name = NAMES[region][he == "he"]
    first, last = name.split(" ", 1)
    last = first if region == "China" else last
    his, other = ("his", "Mrs. Clay") if he == "he" else ("her", "Mr. Cole")
    text = SETTINGS[setting].format(name=name, last=last, he=he, his=his, other=other)
    assert [one.speaker for one in read(text.encode()).statements if one.kind == "direct"][-1] == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Trump", "Donald Trump", True),
        ("Donald J. Trump", "Donald Trump", True),
        ("Felipe Calderón", "Felipe Calderon", True),
        ("Dick Durbin", "Richard J. Durbin", True),
        ("Ben Jealous", "Benjamin Todd Jealous", True),
        ("Roger Stone Jr.", "Roger Stone", False),
        ("Bill Clinton", "Hillary Clinton", False),
        ("Vincente Fox", "Vicente Fox", True),
        ("Ana Ruiz", "Ana Park", False),
        ("George W. Bush", "George H. W. Bush", False),
        ("Hall Sawyer", "Kathleen Hall Sawyer", True),
        ("Van der Merwe", "Pieter van der Merwe", True),
        ("II", "III", False),
    ],
)
def test_same_person(one, other, same):
    assert name_of(one).may_be(name_of(other)) is name_of(other).may_be(name_of(one)) is same


def test_a_shared_surname_alone_stays_open():
    names = fullest_names(["Clinton", "Bill Clinton", "Hillary Clinton", "Park", "Lee Park"])
    assert (names["Clinton"], names["Park"]) == ("Clinton", "Lee Park")
    assert fullest_names(["Bill Clinton", "William J. Clinton"])["Bill Clinton"] == "William J. Clinton"
