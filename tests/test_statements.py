"""Who said what: quotations and reports, the names that speak, and what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory import Article, Paragraph, Statement, find_statements


def statements(*texts: str, kind: str = "body", language: str | None = "en") -> list[Statement]:
    paragraphs = [Paragraph(kind, number, text) for number, text in enumerate(texts, 1)]
    return find_statements(Article(paragraphs=paragraphs, language=language))


def direct(*texts: str) -> list[tuple[str, str | None]]:
    return [(s.text, s.speaker) for s in statements(*texts) if s.kind == "direct"]


def reported(text: str) -> list[tuple[str, str, str]]:
    return [(s.mention.text, s.cue, s.text) for s in statements(text) if s.kind == "reported" and s.mention and s.cue]


MAYOR = "Mayor Ana Ruiz opened the bridge with Councillor Peter Cole on Monday."

SPOKEN = {
    "verb first": ("“It is safe to cross,” said Ana Ruiz, the mayor.", "Ana Ruiz"),
    "verb first, a role before the name": ("“It is safe,” said one former city engineer, Peter Cole.", "Peter Cole"),
    "verb first, a name that is a small word": ("“It is safe,” said Will Hart, who built it.", "Will Hart"),
    "a name that is nowhere else": ("Eva Lund asked: “Is it safe?”", "Eva Lund"),
    "a name among many capitals": ("“It is safe,” New Reno City Engineer Peter Cole said.", "Peter Cole"),
    "to whom, after an exclamation": ("“It is safe!” Ruiz said to reporters on Monday.", "Ana Ruiz"),
    "a cue that opens the sentence": ("Continued Ruiz: “So it is safe.”", "Ana Ruiz"),
    "a new name among many capitals": ("“It is safe,” said United Reno Dock Workers Engineer Tom Hart.", "Tom Hart"),
    "when, after a question": ("“Is it safe?” Ruiz asked after the vote.", "Ana Ruiz"),
    "in a bracket that closes later": ("They left. (Cole said it “may fall.” Few saw it.)", "Peter Cole"),
    "in brackets of its own": ("They left. (Cole said it “may fall.”)", "Peter Cole"),
    "a plural that opens the sentence": ("Allies say it is “safe to cross.”", None),
    "name first": ("“It is safe to cross,” Ruiz told reporters on Monday.", "Ana Ruiz"),
    "a name that is a role": ("“It is safe,” said Dr. Martin King of Reno.", "Martin King"),
    "before the quotation": ("Ruiz said on Monday: “It is safe to cross.”", "Ana Ruiz"),
    "a description between name and verb": ("Ruiz, a former engineer from Reno, Nev., said, “It is safe.”", "Ana Ruiz"),
    "a description in brackets": ("“It is safe,” Peter Cole (Ind.) said.", "Peter Cole"),
    "a description in dashes": ("Cole - who built it - said: “It is safe.”", "Peter Cole"),
    "a name inserted after a role": ("“It is safe,” the city’s engineer, Peter Cole, said.", "Peter Cole"),
    "a question before a capital": ("“Is it safe?” Ruiz asked.", "Ana Ruiz"),
    "an exclamation before a capital, and who heard it": ("“Is it safe?” Cole told the Herald.", "Peter Cole"),
    "verb first, before an adjective in -ed": ("“It is safe,” said newly-elected engineer Peter Cole.", "Peter Cole"),
    "was quoted as saying": ("“Is it safe?” Cole was quoted as saying, in Reno.", "Peter Cole"),
    "a fragment in a report": ("Ruiz said the crossing was “perfectly safe for all” now.", "Ana Ruiz"),
    "the subject of a clause before": ("Ruiz crossed on foot and said it was “perfectly safe.”", "Ana Ruiz"),
    "a participle": ("Ruiz crossed on foot, calling it “perfectly safe.”", "Ana Ruiz"),
    "a participle with its own subject": (
        "The talks were tense, with Cole often calling it “a toy bridge.”",
        "Peter Cole",
    ),
    "a verb in two words": ("As Cole put it, “nobody will use it.”", "Peter Cole"),
    "a verb that needs its quotation": ("Ruiz shouted, “It is safe!”", "Ana Ruiz"),
    "a noun of saying": ("The talks turned on Cole’s claim that “nobody will use it.”", "Peter Cole"),
    "a clause on a place between": (
        "Cole was there. Should Utah object, he will “cross anyway,” he said.",
        "Peter Cole",
    ),
    "who": ("They were led by Peter Cole, who called it “a toy bridge.”", "Peter Cole"),
    "described by who": ("Councillor Peter Cole who lives nearby said it was “a toy bridge.”", "Peter Cole"),
    "a pronoun after a name": ("Cole shook his head. “Nobody will use it,” he said.", "Peter Cole"),
    "a pronoun after an owner": ("Cole’s doubts are known. “Nobody will use it,” he said.", "Peter Cole"),
    "she and he are told apart": ("Cole met Ruiz. “It is safe,” she said.", "Ana Ruiz"),
    "not whom one tells": ("Cole left. Telling President Lee Hart, he said, was “too late.”", "Peter Cole"),
    "a role": ("“It is safe,” the mayor said.", "Ana Ruiz"),
    "a former role is another": ("“It is safe,” the former mayor said.", None),
    "a role that nobody is said to hold": ("“It is safe,” the governor said.", None),
    "anybody": ("“It is safe,” a spokesman for the city said.", None),
    "several": ("“It is safe,” drivers said.", None),
    "a party": ("“It is safe,” Democrats said.", "Democrats"),
    "a word in -ly that is a noun": ("“It is safe,” said Reno ally Peter Cole.", "Peter Cole"),
    "a body whose paper it is": ("“It is safe,” a Ministry of Works press release said.", "Ministry of Works"),
    "a spokesperson of a body": ("“It is safe,” a Ministry of Works spokesperson said.", None),
    "a warrant": ("The car stood there “for a day or two,” the warrant states.", None),
    "a body": ("“It is safe,” the Ministry of Works said.", "Ministry of Works"),
    "a secretary of something": ("“It is safe,” said Secretary of State Eva Lund.", "Eva Lund"),
    "described by": ("The bridge was described by Peter Cole as a “toy bridge of the city.”", "Peter Cole"),
    "told by": ("Drivers were told by Peter Cole that “nobody will use it.”", "Peter Cole"),
    "who, after where they are from": (
        "It was a call from Sen. Amy Kowal of Utah, who tweeted “close it.”",
        "Amy Kowal",
    ),
    "a title after a place": ("“It is safe,” Elm Grove, Ind., Mayor Pete Buhl, who built it, said.", "Pete Buhl"),
    "a description without a comma": ("“It is safe,” Chad Hawke, head of Works, a Reno company said.", "Chad Hawke"),
    "an adverb after the name": ("“It is safe,” said Tom Brandt angrily.", "Tom Brandt"),
    "a long office": ("“It is safe,” said Philip Loman, Research and Advocacy Director for the East.", "Philip Loman"),
    "many capitals around a verb in lower case": (
        "“It is safe,” adds Olivier Bosc, General Manager of Life Care Solutions Europe at Brixen Health.",
        "Olivier Bosc",
    ),
    "views between name and verb": ("Sen. Mark Rowe, R-Utah, whose views changed, said Cole “was late.”", "Mark Rowe"),
    "no cue, after a colon": ("Ruiz was brief: “It is safe.”", "Ana Ruiz"),
    "no cue, the subject's words": ("Ruiz had a “very good but rather long” talk with Cole.", "Ana Ruiz"),
    "no cue, the sentence before": ("Cole would not hear of it. “Nobody will use it.”", "Peter Cole"),
    "no cue that is known": ("“It is safe,” Ruiz thundered.", "Ana Ruiz"),
    "words of nobody": ("It was a “very good but rather long” day.", None),
    "single marks": ("'It is safe to cross,' Ruiz said.", "Ana Ruiz"),
    "two apostrophes": ("''It is safe to cross,'' Ruiz said.", "Ana Ruiz"),
    "two": ("“It is safe,” Ana Ruiz and Peter Cole said.", None),
    "a curly mark for a straight one": ('"It is safe to cross!” Ruiz said.', "Ana Ruiz"),
    "the wrong mark at the end": ("“It is safe to cross,“ Ruiz said.", "Ana Ruiz"),
    "a dateline": ("RENO, Nev. (AP) — Ruiz closed it and said it was “not safe.”", "Ana Ruiz"),
}


@pytest.mark.parametrize(("text", "speaker"), SPOKEN.values(), ids=SPOKEN)
def test_speaker(text, speaker):
    assert [s for _, s in direct(MAYOR, text)] == [speaker]


def test_quotation_split_by_its_cue_goes_on():
    assert direct(MAYOR, "“It is safe,” Ruiz said. “It will stay safe.”") == [
        ("It is safe,", "Ana Ruiz"),
        ("It will stay safe.", "Ana Ruiz"),
    ]


def test_straight_mark_closes_a_curly_one():
    text = '“It is "quite" safe," Ruiz said. "It will stay safe."'
    assert [words for words, _ in direct(MAYOR, text)] == ['It is "quite" safe,', "It will stay safe."]


def test_quotation_over_paragraphs_has_one_speaker():
    assert direct(MAYOR, "“It is safe,” Cole said. “We tested it.", "“We will test it again.”") == [
        ("It is safe,", "Peter Cole"),
        ("We tested it.", "Peter Cole"),
        ("We will test it again.", "Peter Cole"),
    ]


def test_quotation_goes_on_with_whom_the_paragraph_before_reported():
    texts = (
        "“It is safe,” Ruiz said.",
        "Cole said that nobody would use it. The mayor laughed.",
        "“It is a toy bridge.”",
    )
    assert direct(MAYOR, *texts)[1] == ("It is a toy bridge.", "Peter Cole")


def test_quotation_after_whom_its_sentence_reports():
    text = "It was a hard moment, rescuer Ana Ruiz told the agency, as “we had come to save lives”."
    assert direct(MAYOR, text) == [("we had come to save lives", "Ana Ruiz")]


def test_quotation_of_its_own_goes_on_with_who_spoke_in_the_sentence_before():
    text = "China will lead and others will follow, says Peter Cole. “They cannot expect it.”"
    assert direct(MAYOR, text) == [("They cannot expect it.", "Peter Cole")]


def test_quotations_go_on_with_whom_the_paragraph_before_introduced():
    texts = "“It is safe,” Ruiz said.", "Eva Lund, a teacher, wants it closed.", "“It is a toy bridge.”"
    assert direct(MAYOR, *texts)[1] == ("It is a toy bridge.", "Eva Lund")


def test_paragraph_that_ends_in_a_comma_announces_the_next():
    texts = (
        "“It is safe,” Ruiz said.",
        "The fall renewed calls for a ferry, with Senator Eva Lund saying,",
        "“It was clear.”",
    )
    assert direct(MAYOR, *texts)[1] == ("It was clear.", "Eva Lund")


@pytest.mark.parametrize("dash", [" –", " — ", " - "])
def test_name_after_a_dash_signs_a_quotation(dash):
    assert direct(MAYOR, "“It is safe,” Ruiz said.", f"“It is a toy bridge.”{dash}Commissioner Eva Lund")[1] == (
        "It is a toy bridge.",
        "Eva Lund",
    )


def test_label_with_what_somebody_is():
    assert direct(MAYOR, "Eva Lund, Reno District Attorney: “I believe so.”") == [("I believe so.", "Eva Lund")]


def test_quotation_with_a_verb_and_a_name_beside_it_is_of_no_other():
    text = "“It is a toy bridge,” said Eva Lund the teacher at New Life School."
    assert direct(MAYOR, "“It is safe,” Ruiz said.", text)[1] == ("It is a toy bridge,", "Eva Lund")


def test_apostrophe_of_a_plural_closes_single_marks_only_if_no_better_mark_follows():
    assert direct(MAYOR, "Ruiz called it ‘the Greens’ own plan’ on Friday.")[0][0] == "the Greens’ own plan"
    assert direct(MAYOR, "Ruiz called them ‘the Greens’ on Friday.")[0][0] == "the Greens"


def test_paragraph_that_ends_in_a_colon_announces_the_next():
    assert (
        direct(MAYOR, "“It is safe,” Ruiz said.", "Cole answered in a letter:", "“Nobody will use it.”")[1][1]
        == "Peter Cole"
    )


def test_description_with_a_quotation():
    text = "Cole, citing “its great age,” called it “a toy bridge.”"
    assert direct(MAYOR, text) == [("its great age,", "Peter Cole"), ("a toy bridge.", "Peter Cole")]


def test_occasion_named_by_a_title():
    text = "“It is safe,” Ruiz said on “Good Morning Reno.”"
    assert direct(MAYOR, text) == [("It is safe,", "Ana Ruiz")]


def test_speakers_in_one_sentence_are_kept_apart():
    text = "Ruiz said it was “perfectly safe,” but Cole called it “a toy bridge.”"
    assert direct(MAYOR, text) == [("perfectly safe,", "Ana Ruiz"), ("a toy bridge.", "Peter Cole")]


ARMS_LENGTH = {
    "a show": "Ruiz was on a show called “Bridges of the World” that day.",
    "a show with small words": "Ruiz spoke on “Bridges with Ravi Bose” that day.",
    "a show by its title": "Ruiz spoke on “Today” that day.",
    "a video by its title": "Ruiz watched the “Retribution” video twice.",
    "so-called": "Ruiz took the so-called “toll road” home.",
    "a nickname": "Ruiz met Peter “Ace” Cole.",
    "an alias": "Cole, aka “Juan,” built it.",
    "a title": "Ruiz had read “How the Bridge Was Won” twice.",
}


@pytest.mark.parametrize("text", ARMS_LENGTH.values(), ids=ARMS_LENGTH)
def test_words_held_at_arms_length_are_no_statement(text):
    assert statements(MAYOR, text) == []


def test_transcript():
    assert direct(MAYOR, "RUIZ: We built it.", "COLE: I doubt it.", "UPDATE: It is open.") == [
        ("We built it.", "Ana Ruiz"),
        ("I doubt it.", "Peter Cole"),
    ]


def test_paragraphs_that_ran_together():
    assert direct(MAYOR, "“It fell,” Cole said. “We will go.”Neighbors said that it rained.") == [
        ("It fell,", "Peter Cole"),
        ("We will go.", "Peter Cole"),
    ]


def test_one_label_makes_no_transcript():
    assert direct("SWAT: Officer Ana Ruiz, since 1998", "SWAT: Officer Tom Cole, since 2001") == []


def test_whoever_lived_it_speaks_after_the_police_told_it():
    told = "Police said that the old bridge fell before noon on Monday."
    assert direct(MAYOR, told, "“We were all on it when it began to shake.”") == [
        ("We were all on it when it began to shake.", None)
    ]


def test_transcript_with_a_full_name():
    (said,) = [s for s in statements(MAYOR, "ANA RUIZ: We built it.") if s.kind == "direct"]
    assert (said.speaker, said.mention.text, said.cue) == ("Ana Ruiz", "ANA RUIZ", ":")


def test_a_cue_between_two_parts_of_a_sentence_is_the_cue_of_both():
    found = statements(MAYOR, "“It is safe,” Ruiz continued, “and it will stay so.”")
    assert [(s.speaker, s.cue) for s in found] == [("Ana Ruiz", "continued")] * 2


def test_a_short_text_is_english_without_a_the():
    assert [s.speaker for s in statements("Ana Ruiz said “no more of it.”", language=None)] == ["Ana Ruiz"]


MANY_PARAGRAPHS = {
    "attributed at the end": (
        ("“It is safe.", "“We tested it twice.", "“It will stay safe,” Cole said."),
        [("It is safe.", "Peter Cole"), ("We tested it twice.", "Peter Cole"), ("It will stay safe,", "Peter Cole")],
    ),
    "without a new mark": (
        ("“It is safe to cross the bridge.", "It will stay safe for years!” Cole tweeted."),
        [("It is safe to cross the bridge.", "Peter Cole"), ("It will stay safe for years!", "Peter Cole")],
    ),
    "in straight marks": (
        ('"It is safe to cross.', '"It will stay safe," Cole said.'),
        [("It is safe to cross.", "Peter Cole"), ("It will stay safe,", "Peter Cole")],
    ),
    "in single marks that stay open": (
        ("‘It is safe to cross.", "‘It will stay safe,’ Cole said."),
        [("It is safe to cross.", "Peter Cole"), ("It will stay safe,", "Peter Cole")],
    ),
    "single marks in single marks": (
        ("Cole said 'We won with 'Fifty Golden Bridges' and one film.'",),
        [("We won with 'Fifty Golden Bridges' and one film.", "Peter Cole")],
    ),
    "a space after the mark": (("“ It is safe to cross,” Cole said.",), [("It is safe to cross,", "Peter Cole")]),
    "a block without marks": (
        ("Cole tweeted:", "It is safe, and it will stay safe."),
        [("It is safe, and it will stay safe.", "Peter Cole")],
    ),
    "a signed post": (
        ("It is safe, and will stay safe. pic.example/a1 — Mayor Peter Cole (@pcole) May 2, 2017",),
        [("It is safe, and will stay safe.", "Peter Cole")],
    ),
    "an interview": (
        ("Q: Is it safe to cross?", "A: It will stay safe for years."),
        [("Is it safe to cross?", None), ("It will stay safe for years.", None)],
    ),
    "an interview by names": (
        ("Keane: Is it safe to cross?", "Brae: It will stay safe for years.", "Keane: Why?", "Brae: Ask them."),
        [
            ("Is it safe to cross?", "Keane"),
            ("It will stay safe for years.", "Brae"),
            ("Why?", "Keane"),
            ("Ask them.", "Brae"),
        ],
    ),
    "a dateline in capitals": (("NEW RENO: The bridge is safe, and it will stay so.",), []),
    "a salutation": (("DEAR HURT: Of course it is safe.",), []),
}


@pytest.mark.parametrize(("texts", "said"), MANY_PARAGRAPHS.values(), ids=MANY_PARAGRAPHS)
def test_forms_of_quotation(texts, said):
    assert direct(MAYOR, *texts) == said


def test_hearer_after_a_quotation_did_not_speak():
    assert direct(MAYOR, "Cole, who called it “a toy,” told his friends: “Do not cross.”") == [
        ("a toy,", "Peter Cole"),
        ("Do not cross.", "Peter Cole"),
    ]


def test_headline_in_capitals_quotes():
    article = Article(
        paragraphs=[Paragraph("headline", 1, "Cole: Bridge Is ‘A Toy And No More,’ Vote Next Week")], language="en"
    )
    article.paragraphs += [Paragraph("body", 2, MAYOR), Paragraph("body", 3, "Cole left early.")]
    assert [(s.text, s.speaker) for s in article.statements] == [("A Toy And No More,", "Peter Cole")]


def test_headline_names_whom_the_article_names():
    headline = Paragraph("headline", 1, "Mayor Ana Ruiz Says Bridge Is ‘Safe to Cross’")
    article = Article(paragraphs=[headline, Paragraph("body", 2, MAYOR)], language="en")
    assert [(s.text, s.speaker, s.cue) for s in find_statements(article) if s.kind == "direct"] == [
        ("Safe to Cross", "Ana Ruiz", "Says")
    ]


NAMES = {
    "the fullest form": ("Ana Ruiz met Ana Maria Ruiz’s staff.", "“It is safe,” Ruiz said.", "Ana Maria Ruiz"),
    "Mr. and Mrs. told apart": ("Tom Hart and Jane Hart crossed it.", "“It is safe,” Mrs. Hart said.", "Jane Hart"),
    "one of two, just as often": ("Kim Hart and Lee Hart crossed it.", "“It is safe,” the Hart twin said.", None),
    "one of two, by the title": ("Mayor Kim Hart met Lee Hart.", "“It is safe,” Mayor Hart said.", "Kim Hart"),
    "who just spoke": ("Kim Hart and Lee Hart met.", "Lee Hart said no. “It is safe,” Hart said.", "Lee Hart"),
    "no kin": ("His daughter Eva Hart crossed it with President Hart.", "“It is safe,” Hart said.", "Hart"),
    "a role after the name": ("Ana Ruiz, the mayor of Reno, crossed it.", "“It is safe,” the mayor said.", "Ana Ruiz"),
    "a role before the name": ("The mayor, Ana Ruiz, crossed it.", "“It is safe,” the mayor said.", "Ana Ruiz"),
    "a role of two": ("Senator Ana Ruiz met Senator Lee Hart.", "“It is safe,” the junior senator said.", None),
    "a person by what follows": (
        "Mayor Lee Hart crossed it. Ravi Bose, who built it, came late.",
        "“It is safe,” he said.",
        "Ravi Bose",
    ),
    "a place is nobody": ("Ana Ruiz came to New Reno.", "“It is safe,” she said.", "Ana Ruiz"),
    "small words in a name": (
        "Ursula von der Leyen crossed it.",
        "“It is safe,” von der Leyen said.",
        "Ursula von der Leyen",
    ),
}


@pytest.mark.parametrize(("story", "text", "speaker"), NAMES.values(), ids=NAMES)
def test_name(story, text, speaker):
    assert direct(story, text)[-1][1] == speaker


def test_office_by_its_initials():
    story = "The Prime Minister’s Office said in a readout that the call was “useful.”"
    assert direct(story, "“They spoke for an hour,” reads the PMO statement.")[1][1] == "Prime Minister’s Office"


REPORTED = {
    "the week after the verb": ("Ruiz said this week the bridge is safe.", "Ruiz", "said", "the bridge is safe"),
    "that": ("Ana Ruiz said that the bridge was safe.", "Ana Ruiz", "said", "the bridge was safe"),
    "no that": ("Ana Ruiz said the bridge was safe.", "Ana Ruiz", "said", "the bridge was safe"),
    "an adverb before the verb": ("Ana Ruiz angrily said it was safe.", "Ana Ruiz", "said", "it was safe"),
    "a number of them": ("Only 3 in 10 say that it is safe.", "3 in 10", "say", "it is safe"),
    "the first subject of three verbs": (
        "Ana Ruiz crossed it, crossed again and said it was safe.",
        "Ana Ruiz",
        "said",
        "it was safe",
    ),
    "the subject after an opening": (
        "In Reno on Monday, the mayor crossed it, saying that it was safe.",
        "the mayor",
        "saying",
        "it was safe",
    ),
    "after a dateline of one word": (
        "RENO - The bridge was safe, Ana Ruiz said.",
        "Ana Ruiz",
        "said",
        "The bridge was safe",
    ),
    "in a sentence in brackets": ("Few crossed it. (Ana Ruiz says it was safe.)", "Ana Ruiz", "says", "it was safe"),
    "no further than a quotation that ends the sentence": (
        "Ana Ruiz urged the city to “give him time.” Cole left for Reno.",
        "Ana Ruiz",
        "urged",
        "the city to “give him time.”",
    ),
    "that as the subject": ("Ana Ruiz said that is not safe.", "Ana Ruiz", "said", "that is not safe"),
    "after a hearer": ("Ana Ruiz told the city council it was safe.", "Ana Ruiz", "told", "it was safe"),
    "after an occasion": (
        "Ana Ruiz said in a statement on Monday that it was safe.",
        "Ana Ruiz",
        "said",
        "it was safe",
    ),
    "after an insertion": ("Ana Ruiz said, after a long day, that it was safe.", "Ana Ruiz", "said", "it was safe"),
    "before its cue": (
        "The bridge was safe to cross, Ana Ruiz said on Monday.",
        "Ana Ruiz",
        "said",
        "The bridge was safe to cross",
    ),
    "before an inverted cue": (
        "The bridge was safe, said Ana Ruiz, the mayor.",
        "Ana Ruiz",
        "said",
        "The bridge was safe",
    ),
    "on both sides": ("The bridge, Ana Ruiz said, is safe.", "Ana Ruiz", "said", "The bridge, Ana Ruiz said, is safe"),
    "around its cue": (
        "He crossed a bridge which Ana Ruiz said was safe.",
        "Ana Ruiz",
        "said",
        "which Ana Ruiz said was safe",
    ),
    "with what follows left to the writer": (
        "It is safe, Ana Ruiz said, though few cross it.",
        "Ana Ruiz",
        "said",
        "It is safe",
    ),
    "with its circumstance left out": (
        "The bridge was safe, Ana Ruiz said as she left.",
        "Ana Ruiz",
        "said",
        "The bridge was safe",
    ),
    "after a description with places": (
        "Lee Hart, an engineer from Reno, Nev., said it was old.",
        "Lee Hart",
        "said",
        "it was old",
    ),
    "after an opening participle": (
        "Looking for help, Lee Hart, Ind., said it was old.",
        "Lee Hart",
        "said",
        "it was old",
    ),
    "after a bracket": ("Lee Hart (Ind.) said the bridge was old.", "Lee Hart", "said", "the bridge was old"),
    "after who and where": (
        "A friend of the mayor in Reno said it was old.",
        "A friend of the mayor in Reno",
        "said",
        "it was old",
    ),
    "what it is about": ("Lee Hart complained about the old bridge.", "Lee Hart", "complained", "about the old bridge"),
    "told within another": (
        "Lee Hart said he told Eva Lund that it was old.",
        "Lee Hart",
        "said",
        "he told Eva Lund that it was old",
    ),
    "a verb that small words show": (
        "Lee Hart added the bridge needs paint.",
        "Lee Hart",
        "added",
        "the bridge needs paint",
    ),
    "of a day": ("A Monday report said it was old.", "A Monday report", "said", "it was old"),
    "at an occasion for somebody": (
        "At a dinner for the mayor Eva Lund said it was old.",
        "the mayor Eva Lund",
        "said",
        "it was old",
    ),
    "two others": ("It was old, said two other engineers.", "two other engineers", "said", "It was old"),
    "the other one": ("The other engineer said it was old.", "The other engineer", "said", "it was old"),
    "no further than its clause": ("While Ana Ruiz says it is safe, few cross it.", "Ana Ruiz", "says", "it is safe"),
    "no further than a semicolon": ("Ana Ruiz said it was safe; few crossed it.", "Ana Ruiz", "said", "it was safe"),
    "a plural": ("Two in five say that the bridge is safe.", "Two in five", "say", "the bridge is safe"),
    "being, with -ing": ("Some are quietly saying the bridge is unsafe.", "Some", "saying", "the bridge is unsafe"),
    "according to": ("The bridge was safe, according to Ana Ruiz.", "Ana Ruiz", "according to", "The bridge was safe"),
    "according to, first": (
        "According to Ana Ruiz, the bridge was safe.",
        "Ana Ruiz",
        "According to",
        "the bridge was safe",
    ),
    "a promise": ("Ana Ruiz promised to close the bridge.", "Ana Ruiz", "promised", "to close the bridge"),
    "a call": ("Ana Ruiz called for a new bridge.", "Ana Ruiz", "called", "a new bridge"),
    "a call by a thing": ("His plan calls for a new bridge.", "His plan", "calls", "a new bridge"),
    "a call on somebody": (
        "Ana Ruiz called on the Reno council to close it.",
        "Ana Ruiz",
        "called",
        "the Reno council to close it",
    ),
    "who should do it": ("Ana Ruiz urged the city to close it.", "Ana Ruiz", "urged", "the city to close it"),
    "who of several should": (
        "Ana Ruiz asked Cole, Hart and Lund to close it.",
        "Ana Ruiz",
        "asked",
        "Cole, Hart and Lund to close it",
    ),
    "not where the hearers were": (
        "Ana Ruiz told reporters on a visit to Reno that it was safe.",
        "Ana Ruiz",
        "told",
        "it was safe",
    ),
    "a deed in quotation marks": (
        "Ana Ruiz asked them to “stay away” on Monday.",
        "Ana Ruiz",
        "asked",
        "them to “stay away” on Monday",
    ),
    "no further than the next deed": (
        "Ana Ruiz promised to close the bridge, crossed it and left.",
        "Ana Ruiz",
        "promised",
        "to close the bridge",
    ),
    "no further than the next deed, of a matter": (
        "Lee Hart complained about the old bridge but crossed it.",
        "Lee Hart",
        "complained",
        "about the old bridge",
    ),
    "no further than the writer’s but": (
        "Ana Ruiz said the bridge was safe, but the city closed it.",
        "Ana Ruiz",
        "said",
        "the bridge was safe",
    ),
    "no further than although": (
        "Ana Ruiz said the bridge was safe, although in Reno few crossed it.",
        "Ana Ruiz",
        "said",
        "the bridge was safe",
    ),
    "on past a but of her own": (
        "Ana Ruiz said the bridge was safe, but in need of paint.",
        "Ana Ruiz",
        "said",
        "the bridge was safe, but in need of paint",
    ),
    "who, to the end": (
        "They met Lee Hart, who said the bridge needed paint, steel and time.",
        "who",
        "said",
        "the bridge needed paint, steel and time",
    ),
    "who, up to the verb": ("Lee Hart, who said it was too old, left early.", "who", "said", "it was too old"),
    "as one noted, first": ("But as Ana Ruiz noted, the bridge was safe.", "Ana Ruiz", "noted", "the bridge was safe"),
    "as one noted, last": (
        "The bridge was safe, as Ana Ruiz noted on Monday.",
        "Ana Ruiz",
        "noted",
        "The bridge was safe",
    ),
    "as one noted, between": (
        "The bridge, as Ana Ruiz noted, was safe.",
        "Ana Ruiz",
        "noted",
        "The bridge, as Ana Ruiz noted, was safe",
    ),
    "as one noted, of what follows": (
        "It rained for days, and, as Ana Ruiz noted, the bridge was safe.",
        "Ana Ruiz",
        "noted",
        "the bridge was safe",
    ),
    "as one told others, that": (
        "The hall was full, as Ana Ruiz told the city on Friday, shortly before noon, that the bridge was safe.",
        "Ana Ruiz",
        "told",
        "the bridge was safe",
    ),
    "bodies that promise": ("The companies promised to close it.", "The companies", "promised", "to close it"),
    "reported by": (
        "As reported by The Reno Herald, the bridge was old.",
        "The Reno Herald",
        "reported",
        "the bridge was old",
    ),
    "first reported by": (
        "The closing, first reported by The Reno Herald, was a surprise.",
        "The Reno Herald",
        "reported",
        "The closing, first reported by The Reno Herald, was a surprise",
    ),
    "an inverted cue between": (
        "The bridge, said Lee Hart and others, was old.",
        "Lee Hart and others",
        "said",
        "The bridge, said Lee Hart and others, was old",
    ),
    "an inverted cue with two roles": (
        "The bridge was old, said lobbyist and engineer Lee Hart.",
        "lobbyist and engineer Lee Hart",
        "said",
        "The bridge was old",
    ),
    "according to, after an opening": (
        "In addition, according to Ana Ruiz, the bridge was safe.",
        "Ana Ruiz",
        "according to",
        "the bridge was safe",
    ),
    "according to, with a description": (
        "It was safe to cross, according to Ana Ruiz, a friend of the mayor.",
        "Ana Ruiz",
        "according to",
        "It was safe to cross",
    ),
    "a hearer between": (
        "The bridge, Ana Ruiz told them on Monday, was safe.",
        "Ana Ruiz",
        "told",
        "The bridge, Ana Ruiz told them on Monday, was safe",
    ),
    "no further than its brackets": (
        "Few crossed it (the bridge, Ana Ruiz said, was safe).",
        "Ana Ruiz",
        "said",
        "the bridge, Ana Ruiz said, was safe",
    ),
    "a thing and what it was called": (
        "Ana Ruiz called the old bridge “a toy.”",
        "Ana Ruiz",
        "called",
        "the old bridge “a toy.”",
    ),
    "things and what they were called": (
        "Ana Ruiz called bridges “a toy.”",
        "Ana Ruiz",
        "called",
        "bridges “a toy.”",
    ),
    "no further than what it was called": (
        "Ana Ruiz called the old bridge “a toy” and “a danger,” and both went home.",
        "Ana Ruiz",
        "called",
        "the old bridge “a toy” and “a danger,”",
    ),
    "of a participle, no further than the writer’s but": (
        "Ana Ruiz crossed it, saying it was safe, but the city closed it.",
        "Ana Ruiz",
        "saying",
        "it was safe",
    ),
    "a name and what it was called": ("Ana Ruiz called Cole “a friend.”", "Ana Ruiz", "called", "Cole “a friend.”"),
    "what it was called and why": (
        "Ana Ruiz called the bridge “a toy” for its size.",
        "Ana Ruiz",
        "called",
        "the bridge “a toy” for its size",
    ),
    "what it was called, with the comma outside": (
        "Ana Ruiz called the bridge “a toy”, as if it were one, and Cole “a friend”.",
        "Ana Ruiz",
        "called",
        "the bridge “a toy”",
    ),
    "in brackets never closed": ("Few crossed it (Ana Ruiz said it was safe.", "Ana Ruiz", "said", "it was safe"),
    "what was not denied": ("Ana Ruiz did not deny that it was old.", "Ana Ruiz", "deny", "it was old"),
    "in a letter": ("Ana Ruiz sent a letter saying that it was safe.", "Ana Ruiz", "saying", "it was safe"),
    "with the day before the verb": ("Ana Ruiz on Monday said it was safe.", "Ana Ruiz", "said", "it was safe"),
    "in the future": ("Ana Ruiz will say that it is safe.", "Ana Ruiz", "say", "it is safe"),
    "in the perfect": ("Ana Ruiz has written that it was old.", "Ana Ruiz", "written", "it was old"),
    "by one beside a paper": (
        "With a report published, on Monday Mayor Ana Ruiz said it was old.",
        "Mayor Ana Ruiz",
        "said",
        "it was old",
    ),
    "by one who met another": (
        "They met a man who knew it, and Ana Ruiz said it was old.",
        "Ana Ruiz",
        "said",
        "it was old",
    ),
    "no further than the hearer’s deed": (
        "Ana Ruiz urged the city to close it and left.",
        "Ana Ruiz",
        "urged",
        "the city to close it",
    ),
    "with two deeds of its own": (
        "Ana Ruiz said the mayor was ill and stayed home.",
        "Ana Ruiz",
        "said",
        "the mayor was ill and stayed home",
    ),
    "with an insertion of its own": (
        "Ana Ruiz said the bridge, built in May, was safe.",
        "Ana Ruiz",
        "said",
        "the bridge, built in May, was safe",
    ),
    "with a deed of another": (
        "Ana Ruiz promised to stay there till it opened.",
        "Ana Ruiz",
        "promised",
        "to stay there till it opened",
    ),
    "with a but that is none": (
        "Ana Ruiz said all but the bridge was safe.",
        "Ana Ruiz",
        "said",
        "all but the bridge was safe",
    ),
    "no further than a but of another": (
        "Ana Ruiz said the bridge was safe, but Cole closed it.",
        "Ana Ruiz",
        "said",
        "the bridge was safe",
    ),
    "no further than but she": (
        "Ana Ruiz said the bridge was safe, but she closed it.",
        "Ana Ruiz",
        "said",
        "the bridge was safe",
    ),
    "as one said": (
        "The fair went on as Ana Ruiz said the bridge was safe.",
        "Ana Ruiz",
        "said",
        "the bridge was safe",
    ),
    "according to, after a day": (
        "In May the old bridge was safe, according to Ana Ruiz, the mayor.",
        "Ana Ruiz",
        "according to",
        "In May the old bridge was safe",
    ),
    "according to, after an adverb": (
        "Still, according to Ana Ruiz, the bridge was safe.",
        "Ana Ruiz",
        "according to",
        "the bridge was safe",
    ),
    "according to, of no verb": (
        "Few drivers in Reno, according to Ana Ruiz.",
        "Ana Ruiz",
        "according to",
        "Few drivers in Reno",
    ),
    "few words that a quotation makes whole": ("Ana Ruiz said it had “charm.”", "Ana Ruiz", "said", "it had “charm.”"),
    "a clause and a quotation": (
        "If the bridge falls, Ana Ruiz said, “we will build another.”",
        "Ana Ruiz",
        "said",
        "If the bridge falls, Ana Ruiz said, “we will build another.”",
    ),
    "went on to say": ("Ana Ruiz went on to say that it was safe.", "Ana Ruiz", "say", "it was safe"),
    "was quoted as saying": ("Ana Ruiz was quoted as saying it was safe.", "Ana Ruiz", "saying", "it was safe"),
    "after a year": ("In 2007 Ana Ruiz said it was safe.", "Ana Ruiz", "said", "it was safe"),
    "hours before something else": (
        "It was too old, Ana Ruiz said on Monday, hours before the vote.",
        "Ana Ruiz",
        "said",
        "It was too old",
    ),
    "after a bracket behind the day": (
        "Ana Ruiz said on Monday (March 3) that it was safe.",
        "Ana Ruiz",
        "said",
        "it was safe",
    ),
    "in a paper": (
        "Ana Ruiz said in a Reno Times interview that it was safe.",
        "Ana Ruiz",
        "said",
        "it was safe",
    ),
    "in an earlier interview": (
        "Ana Ruiz said in an earlier interview with The Herald that it was safe.",
        "Ana Ruiz",
        "said",
        "it was safe",
    ),
    "in the last week": (
        "Ana Ruiz said in the last week the bridge was old.",
        "Ana Ruiz",
        "said",
        "the bridge was old",
    ),
    "no further than another’s deed": (
        "Ana Ruiz said it was safe, and House Speaker Tom Reed (Ind.) published a letter.",
        "Ana Ruiz",
        "said",
        "it was safe",
    ),
    "no further than her own next deed": (
        "Ana Ruiz said it was safe, and pushed for more bridges.",
        "Ana Ruiz",
        "said",
        "it was safe",
    ),
    "after an insertion behind that": (
        "Ana Ruiz said that, like the ferry, the bridge was old.",
        "Ana Ruiz",
        "said",
        "the bridge was old",
    ),
    "an announcement": (
        "They spoke of Ana Ruiz’s announcement this week that it was safe.",
        "Ana Ruiz",
        "announcement",
        "it was safe",
    ),
    "informed": ("Ana Ruiz informed Lee Hart that it was safe.", "Ana Ruiz", "informed", "it was safe"),
    "made it clear": ("Ana Ruiz made it clear that it was off.", "Ana Ruiz", "clear", "it was off"),
    "per": ("The bridge will close in May, per the Herald.", "the Herald", "per", "The bridge will close in May"),
    "according to, without a comma": (
        "According to Ana Ruiz the bridge was old.",
        "Ana Ruiz",
        "According to",
        "the bridge was old",
    ),
    "according to papers found somewhere": (
        "Cole left while — according to letters found in Reno — knowing that it was old.",
        "letters",
        "according to",
        "knowing that it was old",
    ),
    "in British spelling": ("Ana Ruiz emphasised that it was old.", "Ana Ruiz", "emphasised", "it was old"),
    "a demand": ("Ana Ruiz demanded that the bridge be closed.", "Ana Ruiz", "demanded", "the bridge be closed"),
    "an encouragement": (
        "Ana Ruiz encouraged drivers to stay away.",
        "Ana Ruiz",
        "encouraged",
        "drivers to stay away",
    ),
    "advice to many": (
        "While Ana Ruiz advised Cole, Hale and Lund to stay, the bridge fell.",
        "Ana Ruiz",
        "advised",
        "Cole, Hale and Lund to stay",
    ),
    "an announcement by somebody": (
        "They spoke of an announcement by Ana Ruiz that it would close.",
        "Ana Ruiz",
        "announcement",
        "it would close",
    ),
    "a claim that is judged": ("Ana Ruiz’s claim that it is old is false.", "Ana Ruiz", "claim", "it is old"),
    "at least so many": ("At least five drivers said it was old.", "five drivers", "said", "it was old"),
    "of at least so many": (
        "Ana Ruiz reported at least five drivers left the bridge.",
        "Ana Ruiz",
        "reported",
        "at least five drivers left the bridge",
    ),
    "at a time that opens it": (
        "Ana Ruiz said the day before it fell, they built another.",
        "Ana Ruiz",
        "said",
        "the day before it fell, they built another",
    ),
    "after what it is based on": (
        "Ana Ruiz said on Friday, based on the count, it was full.",
        "Ana Ruiz",
        "said",
        "it was full",
    ),
    "to those who stand there": (
        "Ana Ruiz told a few teachers who stood on the lawn that it was old.",
        "Ana Ruiz",
        "told",
        "it was old",
    ),
    "to somebody, in writing": (
        "The Harbor Office wrote Mr. Cole last week that it was old.",
        "The Harbor Office",
        "wrote",
        "it was old",
    ),
    "turned round, with who it was": (
        "Mr. Hale left the old bridge, while it was closed, said an official who was there.",
        "an official",
        "said",
        "Mr. Hale left the old bridge, while it was closed",
    ),
    "of a participle before and": (
        "It was tense, with Ana Ruiz dismissing Cole and accusing him of lying.",
        "Ana Ruiz",
        "accusing",
        "him of lying",
    ),
    "no further than an aside": (
        "Ana Ruiz told drivers it was old (which the drivers had not known).",
        "Ana Ruiz",
        "told",
        "it was old",
    ),
    "no further than a quotation that ends": (
        "Ana Ruiz described the talk as “very good,” setting the stage for more.",
        "Ana Ruiz",
        "described",
        "the talk as “very good,”",
    ),
    "a name in words alone": (
        "Ana Ruiz called Mr. Cole the father of Reno.",
        "Ana Ruiz",
        "called",
        "Mr. Cole the father of Reno",
    ),
    "a clause after a strategy": (
        "Ana Ruiz explained the new way to save money was to build less.",
        "Ana Ruiz",
        "explained",
        "the new way to save money was to build less",
    ),
    "something that it did first": (
        "The officers claim the car that hit Cole was stolen.",
        "The officers",
        "claim",
        "the car that hit Cole was stolen",
    ),
    "what is said that way": (
        "Lee Hart bought the boat, which Ana Ruiz claims was old.",
        "Ana Ruiz",
        "claims",
        "which Ana Ruiz claims was old",
    ),
    "by what papers show": ("Old reports show the bridge was closed.", "Old reports", "show", "the bridge was closed"),
    "a talk show host": (
        "Lee Hart, a talk show host in Reno, said that it was old.",
        "Lee Hart",
        "said",
        "it was old",
    ),
    "late, after whom he met": (
        "Lee Hart, who met Cole, R-Texas, and opposed Hale in Reno, last week said it was old.",
        "Lee Hart",
        "said",
        "it was old",
    ),
    "no further than what was not said": (
        "Ana Ruiz said she wanted the new pier but declined to say when work would begin.",
        "Ana Ruiz",
        "said",
        "she wanted the new pier",
    ),
    "never to": ("Ana Ruiz vowed never to close it.", "Ana Ruiz", "vowed", "never to close it"),
    "for years": ("Drivers have complained for years about the bridge.", "Drivers", "complained", "about the bridge"),
    "after an occasion and an insertion": (
        "In a letter in May, Ana Ruiz said, as so often, that it was safe.",
        "Ana Ruiz",
        "said",
        "it was safe",
    ),
    "after however": (
        "Drivers, however, said the bridges of Mayor Ana Ruiz, which were old, were safe.",
        "Drivers",
        "said",
        "the bridges of Mayor Ana Ruiz, which were old, were safe",
    ),
    "both": ("Both have promised to close the bridge.", "Both", "promised", "to close the bridge"),
    "a poll": ("A Reno poll found that few cross it.", "A Reno poll", "found", "few cross it"),
    "a paper and who issued it": (
        "A report published by Mayor Ana Ruiz said it was old.",
        "A report",
        "said",
        "it was old",
    ),
    "data are many": ("New data suggest that the bridge is old.", "New data", "suggest", "the bridge is old"),
    "a part of the people": (
        "It is old, while only 10 percent of riders say it is safe.",
        "10 percent of riders",
        "say",
        "it is safe",
    ),
    "described by who, within the sentence": (
        "As for the bridge, an engineer who hoped to protect his family said it was old.",
        "an engineer",
        "said",
        "it was old",
    ),
    "described at length by who": (
        "Some voters who crossed it, by car or on foot, said it was old.",
        "Some voters",
        "said",
        "it was old",
    ),
    "a thing tweeted": ("Ana Ruiz tweeted a picture of the bridge.", "Ana Ruiz", "tweeted", "a picture of the bridge"),
    "a thing announced": ("Ana Ruiz announced a new bridge.", "Ana Ruiz", "announced", "a new bridge"),
}


@pytest.mark.parametrize(("text", "mention", "cue", "content"), REPORTED.values(), ids=REPORTED)
def test_reported(text, mention, cue, content):
    assert reported(text) == [(mention, cue, content)]


SAID_NOTHING = {
    "a thing added": "Ana Ruiz added two more bridges to the plan.",
    "a participle": "Ana Ruiz saw a letter written for all that it was old.",
    "a noun": "The many claims of the mayor were false.",
    "a noun after a name": "The council heard Reno reports of an old bridge in need of paint.",
    "a noun after a name, with a verb later": "Two Reno claims of the past were settled.",
    "an infinitive": "They let Ana Ruiz say that the bridge was old.",
    "one who is told": "Ana Ruiz was told that the bridge was safe.",
    "a plan": "The bridge, according to plan, was closed.",
    "what was not said, in short": "Ana Ruiz didn’t say that the bridge was safe.",
    "a thing written": "Ana Ruiz wrote an op-ed.",
    "a verb that needs its quotation": "Ana Ruiz shouted that it was safe.",
    "a participle that a preposition governs": "After saying that the bridge was old, Ana Ruiz left.",
    "a word": "Ana Ruiz said no.",
    "a quotation after but": "But “it is safe,” Ana Ruiz said.",
    "a quotation after but, between": "But, Ana Ruiz added, “we build another.”",
    "a thing described": "They crossed the bridge described by Ana Ruiz.",
    "as reported": "As reported, Ana Ruiz was in Reno.",
    "a quotation called something": "Ana Ruiz called “the toy bridge” an error of the city.",
    "what was to be said": "Ana Ruiz was to say that it was safe.",
    "things that threaten": "Storms threaten to close it.",
    "what wasn’t said": "Ana Ruiz didn't say that the bridge was safe.",
    "what was not announced": "Ana Ruiz has not announced any new bridges in Reno.",
    "what was not said": "Ana Ruiz did not say that the bridge was safe.",
    "a quotation and how it was met": "“We will build another,” Ana Ruiz said, to wild applause.",
    "a quotation that another outlet heard": "“We will build another,” Ana Ruiz said, according to The Herald.",
    "when a quotation was said": "When the crowd had left, Ana Ruiz asked, “What is so funny?”",
    "two quotations and no more": "Ana Ruiz said “it is safe” and “it is new.”",
    "a promise kept": "They closed the old bridge in May, as Ana Ruiz promised.",
    "calls of others": "Ana Ruiz rejects calls for a new bridge.",
    "a thing that means it": "It means admitting that the bridge is old.",
    "a finding of nobody’s": "Ana Ruiz found that the bridge was old.",
    "a thing that threatens": "The storm threatens to close the bridge.",
    "pledged, of votes": "The city has nearly 400 pledged votes for the bridge.",
    "what she called": "They closed what Ana Ruiz called the “toy bridge” for good.",
    "it, and what it was called": "Ana Ruiz called it “a toy.”",
    "an occasion before the cue": "In a letter, Ana Ruiz wrote to the city on Monday.",
    "as the writer compares": "The bridge was not as old and worn as Ana Ruiz suggested.",
    "the hearer of an inverted verb": "They found the letter, reported it to the mayor, and left.",
    "a participle of a thing": "The storm grew, threatening two more bridges in Reno.",
    "a noun in -ing": "They saw that its deeper reporting has found them wanting.",
    "a noun after an adjective": "It was the largest of the newly-opening states. Ana Ruiz came.",
    "a noun after its owner": "The council read his recent comments that the bridge was old.",
    "a verb that comes later": "Ana Ruiz maintains the old bridge, and her work has been praised.",
    "a thing noted": "They heard the news reports question her past.",
    "news reported by": "News of the talks was first reported by Kit Pearl at The Reno Line.",
    "an adjective after could": "The bridge could provide added room for those who have sought to stay.",
    "it, announced": "Drivers left before Ana Ruiz even announced it on Saturday.",
}


@pytest.mark.parametrize("text", SAID_NOTHING.values(), ids=SAID_NOTHING)
def test_nothing_reported(text):
    assert reported(text) == []


def test_reports_of_two_in_one_sentence():
    text = "Ana Ruiz said the bridge was safe, but Peter Cole said it was old."
    assert reported(text) == [
        ("Ana Ruiz", "said", "the bridge was safe"),
        ("Peter Cole", "said", "it was old"),
    ]


def test_two_reports_in_one_sentence():
    text = "Ana Ruiz said the bridge was safe, adding that it would stay open."
    assert reported(text) == [
        ("Ana Ruiz", "said", "the bridge was safe"),
        ("Ana Ruiz", "adding", "it would stay open"),
    ]


ONE_AFTER_ANOTHER = {
    "the second with an adverb": (
        "Ana Ruiz said it was safe and repeatedly said it was new.",
        ["it was safe", "it was new"],
    ),
    "people who are close": (
        "Ana Ruiz said it was safe, and people close to him said it was old.",
        ["it was safe", "it was old"],
    ),
    "a participle of whom nothing names": (
        "Drivers say it is safe, noting in particular that it is new.",
        ["it is safe", "it is new"],
    ),
    "with a noun in -ing": (
        "The Herald says its deeper reporting has found that it is old.",
        ["its deeper reporting has found that it is old"],
    ),
    "one within the other’s description": (
        "An engineer who told us it was old said it was safe.",
        ["it was old", "it was safe"],
    ),
    "of a paper, then of those it tells of": (
        "As the Post reported on Monday, many lawyers met it with yawns, noting that it was safe.",
        ["many lawyers met it with yawns", "it was safe"],
    ),
    "as another says": ("Ana Ruiz said it was safe, as Peter Cole says now.", ["it was safe"]),
}


@pytest.mark.parametrize(("text", "contents"), ONE_AFTER_ANOTHER.values(), ids=ONE_AFTER_ANOTHER)
def test_contents_one_after_another(text, contents):
    assert [content for _, _, content in reported(text)] == contents


def test_paper_that_shows_a_thing_does_not_speak():
    assert direct("The letters find “much talk of bridges” of old.") == [("much talk of bridges", None)]


OTHER_LANGUAGES = {
    "French": ("« C’est une bonne nouvelle », a déclaré la maire.", "C’est une bonne nouvelle"),
    "German": ("„Das ist eine gute Nachricht“, sagte sie.", "Das ist eine gute Nachricht"),
    "Japanese": ("市長は「良い知らせだ」と述べた。", "良い知らせだ"),
}


@pytest.mark.parametrize(("text", "quoted"), OTHER_LANGUAGES.values(), ids=OTHER_LANGUAGES)
def test_other_languages_give_quotations_without_speaker(text, quoted):
    assert [(s.text, s.speaker, s.mention) for s in statements(text, language="xx")] == [(quoted, None, None)]


def test_language_is_told_by_small_words():
    text = (
        "Ana Ruiz a parlé d’une “bonne nouvelle”. " + "La ville attend depuis des années que le pont soit réparé. " * 8
    )
    assert [(s.text, s.speaker, s.mention) for s in statements(text, language=None)] == [("bonne nouvelle", None, None)]


def test_a_sentence_full_of_cues_reports_nothing():
    sentences = (f"Ana Ruiz said {'he said she said ' * times}it was old." for times in (5, 6))
    assert [len(reported(sentence)) for sentence in sentences] == [1, 0]


def test_a_text_full_of_marks_quotes_nobody():
    assert [len(statements("“aa b cc dd” " * count)) for count in (20, 60)] == [20, 0]


def test_furniture_says_nothing():
    assert statements("“Ten best bridges,” says Ruiz", kind="boilerplate") == []


PIECES = [
    *(
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "''",
        "«",
        "»",
        "(",
        ")",
        ", ",
        ". ",
        ": ",
        "; ",
        "! ",
        " — ",
        "\xa0",
        "x",
        " 2007 ",
    ),
    *(
        " said ",
        " told ",
        " urged ",
        " called ",
        " according to ",
        " reported ",
        " saying ",
        " vowed ",
        " claim ",
        " found ",
    ),
    *(
        " Ana Ruiz ",
        " Cole ",
        " he ",
        " the mayor ",
        " a poll ",
        " both ",
        " who ",
        " that ",
        " what ",
        " which ",
        " it ",
    ),
    *(
        " as ",
        " by ",
        " on ",
        " in ",
        " to ",
        " and ",
        " but ",
        " not ",
        " was ",
        " went on ",
        " quoted as ",
        " earlier ",
        " safe ",
    ),
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), max_size=5))
def test_spans_lie_in_their_paragraph_and_give_the_text(texts):
    for s in statements(*texts):
        text = texts[s.paragraph]
        assert 0 <= s.start < s.end <= len(text)
        assert text[s.start : s.end] == s.text
        assert s.line == s.paragraph + 1
        if s.mention:
            assert texts[s.mention.paragraph][s.mention.start : s.mention.end] == s.mention.text
