"""Who is meant: names of any origin, pronouns, descriptions and namesakes."""

import pytest

from samestory import Article, Paragraph, compare, find_statements, name_of, read

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


@pytest.mark.parametrize(
    ("articles", "voices"),
    [
        ("Hart|Bill Hart|Eva Hart", ["Bill Hart", "Eva Hart", "Hart"]),
        ("Hart|Bill Hart; Bill Hart; Bill Hart|Eva Hart", ["Bill Hart", "Eva Hart"]),
        ("Park|Lee Park|Lee J. Park", ["Lee J. Park"]),
        ("Kim Jong-un|Kim Jong Un|Kim", ["Kim Jong Un"]),
        ("Terry O'Dell|Terry O’Dell", ["Terry O'Dell"]),
        ("Roger J. Hart Jr.; Mr. Hart|Roger Hart", ["Roger J. Hart Jr."]),
        ("Roger Hart Jr.|Roger Hart|Hart", ["Roger Hart", "Roger Hart Jr."]),
        ("President Hart and Eva Hart, the first lady, came; Mr. Hart|Donald Hart", ["Donald Hart"]),
    ],
)
def test_one_person_is_one_voice(articles, voices):
    said = "“It is safe to cross the bridge,” {} said."
    texts = [
        " ".join(name + "." if name.endswith("came") else said.format(name) for name in names.split("; "))
        for names in articles.split("|")
    ]
    assert sorted(voice.speaker for voice in compare(read(text.encode()) for text in texts).voices) == voices


# What an article tells, who then says “It is safe to cross.”, and whom it means.
MEANT = {
    "a first name, as some papers print it": ("The economist Jeremiah Mbelu came.", "Jeremiah", "Jeremiah Mbelu"),
    "a country is no first name": ("People left for Israel. Israel Katzman stayed.", "Israel", "Israel"),
    "the last two names": ("Kathleen Hall Sawyer runs it.", "Hall Sawyer", "Kathleen Hall Sawyer"),
    "what somebody is in": ("Special Agent in Charge Sunniva Brandt came.", "Brandt", "Sunniva Brandt"),
    "small words that begin a name": ("Pieter van der Merwe runs it.", "Van der Merwe", "Pieter van der Merwe"),
    "no small word but a first name": ("Ben Carver told Amos Hale no. Hale wept.", "he", "Amos Hale"),
    "a junior": ("Donald Reed Jr. came to the club.", "Mr. Reed", "Donald Reed Jr."),
    "a junior beside his father": ("Donald Reed and Donald Reed Jr. came.", "Donald Reed Jr.", "Donald Reed Jr."),
    "an outlet before the name": ("Marina Lacer grew up here.", "The Daily Globe Lacer", "Marina Lacer"),
    "capitals before the name": ("The club played on Sunday.", "Browns DL Sheldon Richards", "Sheldon Richards"),
    "a role and its office": ("The club played.", "Minister for Trade and Industry Philip Loman", "Philip Loman"),
    "a role and its place": ("The club played.", "The ambassador to Britain Liu Xiaobin", "Liu Xiaobin"),
    "an office of two words": ("The club played.", "Former Housing and Urban Works Secretary Ana Loman", "Ana Loman"),
    "a spokesman of somebody": ("Ana Loman came.", "A spokesman for Mayor Ana Loman", None),
    "two people": ("Ana Loman came.", "Ana Loman and Mayor Philip Hart", None),
    "a title that tells the role": ("Sen. Bo Mendel came. Tom Reed left.", "The Democratic senator", "Bo Mendel"),
    "a role that none or all of two hold": ("Sen. Bo Mendel and Sen. Lee Hart came.", "The junior senator", None),
    "the president without more": (
        "President Tom Reed met Russian President Ivan Petrov. Petrov left.",
        "The president",
        "Tom Reed",
    ),
    "the president of another country": (
        "President Tom Reed met Russian President Ivan Petrov. Reed left.",
        "The Russian president",
        "Ivan Petrov",
    ),
    "a former one": ("Former mayor Ana Loman met the mayor, Lee Hart.", "The former mayor", "Ana Loman"),
    "an epithet": ("Gwen Palter spoke on the radio. Tom Reed is her brother.", "The actress", "Gwen Palter"),
    "a body by its last word": ("The Justice Department sued the club.", "The department", "Justice Department"),
    "a body by what it is": ("Harbor Aid, a charity, gave out food.", "The charity", "Harbor Aid"),
    "the company": ("Boats of Lanco are old. Lanco made them in May.", "The company", "Lanco"),
    "no government by that": ("Boats of Lanco are old. Lanco made them in May.", "The government", None),
    "a body that goes on": ("The Harbor Authority said no to the club.", "it", "Harbor Authority"),
    "a paper by who issued it": ("Big Bell Records denied it in a statement.", "The statement", "Big Bell Records"),
    "a paper by whose it is": ("Tom Reed came. Lee Hart read Reed’s letter.", "The letter", "Tom Reed"),
    "a paper by who leads its sentence": (
        "In a statement sent by Lee Hart, Tom Reed said no.",
        "The statement",
        "Tom Reed",
    ),
    "roles before a name, one after another": (
        "The club played.",
        "chairman, CEO and president Ana Loman",
        "Ana Loman",
    ),
    "a role of somewhere, as headlines have it": ("Reno Mayor Ana Loman came.", "Reno Mayor", "Ana Loman"),
    "a surname that may be a role": ("Richard Nephew came.", "Richard Nephew", "Richard Nephew"),
    "the speaker of the house": ("The club played.", "Former Speaker of the House Ana Loman", "Ana Loman"),
    "the agency just named": ("It was seen from the Storm Works Center.", "The agency", "Storm Works Center"),
    "a paper that many write": ("Big Bell Records denied it in a report.", "The report", None),
    "a title tells the gender": ("Mr. Reed met Mrs. Clay.", "she", "Clay"),
    "a relation tells it": ("Robin Reed came with his sister, Sasha Reed.", "she", "Sasha Reed"),
    "kin is not the bare name": ("Tom Hart came with his son Amos Hart. Amos Hart wept.", "Hart", "Tom Hart"),
    "the first lady is not the president": ("President Reed met the first lady, Ana Reed.", "Reed", "Reed"),
    "the wife is not the husband": ("Jo Clay and her husband, Sam Clay, came. Sam Clay left.", "Mrs. Clay", "Jo Clay"),
    "a pronoun before tells it": ("Wanjira Kamau lost her bag. Deng Hao saw it. Wanjira Kamau wept.", "he", "Deng Hao"),
    "pronouns outweigh a first name": ("Ashley Hale lost his bag, he wrote.", "he", "Ashley Hale"),
    "nobody of that gender": ("Mr. Reed came.", "she", None),
    "somebody without a name": ("Ana Loman left. A mother of three came.", "she", None),
    "what is said of somebody": ("Ana Loman, a former mayor, came.", "she", "Ana Loman"),
    "a place is nobody": ("Wanjira Kamau came to Harbor Falls, in Harbor County.", "she", "Wanjira Kamau"),
    "games are nobody": ("Wanjira Kamau won the Reno Games.", "she", "Wanjira Kamau"),
    "asked about somebody": ("Tom Reed came. Asked about Lee Hart, Reed smiled.", "he", "Tom Reed"),
    "a surname that is a word": ("Chris Early came. Tom Reed spoke.", "Early", "Chris Early"),
    "who spoke, not whom the words are about": ("Police hold Lee Hart, Tom Reed said.", "he", "Tom Reed"),
    "who is told of, not whom a clause names": ("While Lee Hart slept, Tom Reed built it.", "he", "Tom Reed"),
    "a description that nobody else fits": (
        "Mamata Biswal wrote a post.",
        "The Bengal chief minister",
        "Mamata Biswal",
    ),
    "no description of the one it speaks of": ("Tom Reed came.", "After Tom Reed left, the Utah senator", None),
    "the state of the mayor’s town": ("Tom Reed thanked the mayor of Orlando, Florida.", "The mayor", None),
    "a party": ("The Conservatives lost.", "the Conservatives", "Conservatives"),
    "paragraphs that ran together": ("It stood on Law Street.Antwon Reed left.", "Reed", "Antwon Reed"),
    "somebody’s doctor": ("Tom Reed came.", "His young doctor", None),
    "a witness met before": ("A young witness came. Tom Reed came.", "The young witness", None),
    "who is told by what follows": ("Tom Reed came.", "The staff member who saw it", None),
    "somebody’s father": ("Tom Hales’ father came. Lee Hart came before.", "the father", None),
    "a relative who spoke": ("Ana Grant is sick. Jo Grant, Ana Grant’s aunt, said that she was.", "Grant", "Jo Grant"),
    "a relative seldom named": (
        "Ana Grant and Ana Grant and Ana Grant. Jo Grant said that she was sick. Ana Grant wept.",
        "Grant",
        "Ana Grant",
    ),
    "a surname that is a role": ("Christopher Head built it. Tom Reed came.", "Head", "Christopher Head"),
    "whom a clause before is about": ("Mara Heger came.", "While it did not appeal to Jo Grant, she", "Jo Grant"),
}


@pytest.mark.parametrize(("story", "mention", "speaker"), MEANT.values(), ids=MEANT)
def test_who_is_meant(story, mention, speaker):
    texts = story, f"{mention[0].upper()}{mention[1:]} said: “It is safe to cross.”"
    article = Article(paragraphs=[Paragraph("body", line, text) for line, text in enumerate(texts, 1)], language="en")
    assert [one.speaker for one in find_statements(article) if one.kind == "direct"] == [speaker]


@pytest.mark.parametrize("who", ["Police", "Deputies", "Officials"])
def test_somebody_unnamed_who_opens_a_sentence_has_no_name(who):
    text = f"Skor {who} came, the {who.lower()} of the town. {who} said that it was safe."
    assert [(one.speaker, one.mention.text) for one in read(text.encode()).statements] == [(None, who)]


def test_a_capital_that_begins_a_sentence_is_no_part_of_a_name_that_stands_without_it():
    text = "Brave Sunniva Brandt came home. Sunniva Brandt, who is 34, was there for years. Brandt said: “It is over.”"
    assert [one.speaker for one in read(text.encode()).statements] == ["Sunniva Brandt"]


def test_a_line_that_leads_to_another_article_names_nobody_of_this_one():
    lines = [
        "President Eric Marlo joined protesters in Skor, on Dwight Street.",
        "Giant Whale Devours Skor Street",
        "“It is safe,” he said.",
    ]
    article = Article(paragraphs=[Paragraph("body", n, text) for n, text in enumerate(lines, 1)], language="en")
    assert [one.speaker for one in find_statements(article)] == ["Eric Marlo"]


def test_where_one_outlet_names_the_speaker_and_another_does_not_the_name_wins():
    named = "“We shall build the bridge again by May,” Mayor Ana Loman told the council."
    unnamed = "Lena Hart is on the council. She spoke. “We shall build the bridge again by May,” she told the council."
    story = compare([read(named.encode()), read(unnamed.encode())])
    assert [one.speakers for one in story.utterances] == [["Ana Loman"]]


@pytest.mark.parametrize(
    "whose",
    [
        "Special Agent {}",
        "Border Patrol Agent {}",
        "State Trooper {}",
        "Skor County Coroner {}",
        "First Circuit Solicitor {}",
        "Skor Police Supt. {}",
        "the surgeon {}",
        "a police spokesman, Corporal {}",
        "the columnist, Professor {}",
    ],
)
def test_no_role_is_part_of_a_name(whose):
    who = whose.format("Sunniva Brandt")
    text = f"“It was a long way to come,” {who}, said on Friday. “It was a short way back.”"
    assert {one.speaker for one in read(text.encode()).statements} == {"Sunniva Brandt"}


WHO_CAN_BE_MEANT = {
    "nobody speaks of himself by name": (
        "Sheriff Bo Ravell said it went on. It led to Mr. Tom Smithers. “We ask all, and Mr. Smithers too,” he said.",
        "Bo Ravell",
    ),
    "nor where no verb tells who speaks": ("Ana Ruiz waved to them all. “We love you, Ms. Ruiz!”", None),
    "who is quoted goes on, not what advises in the same sentence": (
        "“Cole was brave,” said Ana Ruiz of the Centre for Harbour Studies, which advised Mayor Bo Hart. “He is it.”",
        "Ana Ruiz",
    ),
    "a hospital within a name": (
        "She is at the Reno Hospital Center. The hospital said she had “a broken leg and a cold”.",
        "Reno Hospital Center",
    ),
    "the police of a department": (
        "It is for the Reno Police Department. Reno police said that it was “a good day for all”.",
        "Reno Police Department",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), WHO_CAN_BE_MEANT.values(), ids=WHO_CAN_BE_MEANT)
def test_who_can_be_meant(text, speaker):
    assert {one.speaker for one in read(text.encode()).statements if one.kind == "direct"} == {speaker}
