"""What an article leaves open: the question as it is worded, and the words that raise it."""

from collections.abc import Callable

import pytest

from tests.distil.conftest import Told

type Tell = Callable[..., Told]


def questions(told: Told) -> list[str]:
    return [question.text for question in told.distillate.questions]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        # what may come
        (
            "The pipeline could double Norland's exports to Sudia.",
            "Could the pipeline double Norland's exports to Sudia?",
        ),
        (
            "Reports spoke of the possibility of Norland meeting with Sudia in June.",
            "Will Norland meet Sudia in June 2031?",
        ),
        ("There is a potential visit by Norland to Sudia.", "Will Norland visit Sudia?"),
        ("Norland plans to send engineers to Sudia.", "Will Norland send engineers to Sudia?"),
        ("Norland vowed to rebuild the bridge.", "Will Norland rebuild the bridge?"),
        ("Norland hopes that the talks will end the war.", "Will the talks end the war?"),
        ("Norland could be fined up to 2 million crowns.", "Could Norland be fined up to 2 million crowns?"),
        ("Norland threatened sanctions against Sudia.", "Will sanctions against Sudia be imposed?"),
        ("Norland did not rule out sanctions.", "Will sanctions be imposed?"),
        ("The council is considering closing the port.", "Will the council close the port?"),
        (
            "President Anna Berg is due to arrive in Tarsk on Saturday.",
            "Will Anna Berg arrive in Tarsk on 14 June 2031?",
        ),
        ("If Norland votes to leave the union, Sudia would follow.", "Will Norland vote to leave the union?"),
        ("If convicted, Berg faces up to ten years in prison.", "Will Berg be convicted?"),
        ("A clampdown on the press in Norland is imminent.", "Is a clampdown on the press in Norland imminent?"),
        # what is fixed, put off, waited for
        ("The election is scheduled for 20 July.", "Who will win the election on 20 July 2031?"),
        ("The launch is scheduled for 20 June.", "Will the launch take place on 20 June 2031?"),
        ("The vote has been postponed.", "When will the vote take place?"),
        (
            "The Supreme Court is expected to rule on the case in July.",
            "How will the Supreme Court rule on the case in July 2031?",
        ),
        ("The bill now goes to the Senate.", "Will the Senate approve the bill?"),
        ("The deal requires the approval of the Norland Parliament.", "Will the Norland Parliament approve the deal?"),
        (
            "Talks between Norland and Sudia continue in Brenholm.",
            "Will the talks between Norland and Sudia lead to an agreement?",
        ),
        ("Rescuers are searching for the crew of the ferry.", "Will the crew of the ferry be found?"),
        ("Five miners are still trapped in the mine.", "Will the five miners be rescued?"),
        ("Three sailors are still missing after the storm.", "Will the three sailors be found?"),
        ("The gunman remains at large.", "Will the gunman be caught?"),
        ("Berg is in critical condition.", "Will Berg survive?"),
        (
            "The government declared a curfew in an effort to curb the unrest.",
            "Will the effort to curb the unrest succeed?",
        ),
        ("Construction is underway to widen the canal.", "Will the construction widen the canal?"),
        (
            "The fund was set up because of uncertainty of future prices of grain.",
            "What will the future prices of grain be?",
        ),
        # what is wanted
        ("Norland urged Sudia to release the sailors.", "Will Sudia release the sailors?"),
        ("Norland called for the border to be reopened.", "Will the border be reopened?"),
        ("Norland called for an investigation into the explosion.", "Will the explosion be investigated?"),
        ("The opposition wants Berg to resign.", "Will Berg resign?"),
        (
            "Norland approached Sudia over housing for the islanders.",
            "Will housing for the islanders be provided?",
        ),
        (
            '"We share the wish to find a solution to this dispute," Jon Dahl said.',
            "Will a solution to the dispute be found?",
        ),
        ("Norland refused to extradite the admiral.", "Will Norland extradite the admiral?"),
        ("Sudia is seeking the extradition of the banker.", "Will the banker be extradited?"),
        (
            "Protesters' demands include the release of prisoners and new elections.",
            "Will the protesters' demands, among them the release of prisoners and new elections, be met?",
        ),
        ("The proposed tax on fuel has angered drivers.", "Will the proposed tax on fuel be adopted?"),
        # what is said and not shown
        ("Norland claims that Sudia shelled the harbour.", "Did Sudia shell the harbour?"),
        ("Norland accused Sudia of sinking the ferry.", "Did Sudia sink the ferry?"),
        ("Allegedly, Berg begged Norland to close the border.", "Did Berg beg Norland to close the border?"),
        ("Allegedly, Berg pleaded with Norland to close the port.", "Did Berg plead with Norland to close the port?"),
        (
            "Berg also believes the ship owners found in the water may have left the boat on purpose.",
            "Did the ship owners found in the water leave the boat on purpose?",
        ),
        ("The Norland Navy reportedly saved 200 more.", "Did the Norland Navy save 200 more?"),
        ("Norland denied that it sank the ferry.", "Did Norland sink the ferry?"),
        ("Norland denied involvement in the attack on Sudia.", "Was Norland involved in the attack on Sudia?"),
        ("Berg is believed to have fled the country.", "Did Berg flee the country?"),
        ("The ship may be carrying weapons.", "Is the ship carrying weapons?"),
        ("According to eyewitnesses, the soldiers fired at the crowd.", "Did the soldiers fire at the crowd?"),
        (
            "The Red Dawn claimed responsibility for the bombing in Tarsk.",
            "Is the Red Dawn responsible for the bombing in Tarsk?",
        ),
        ("The minister said the curfew was not justified.", "Was the curfew justified?"),
        ("Scientists questioned the validity of the test.", "Is the test valid?"),
        # what is not known yet
        ("It is unclear whether Norland will sign the accord.", "Will Norland sign the accord?"),
        ("Whether the treaty will be ratified remains to be seen.", "Will the treaty be ratified?"),
        ("Nobody knows how many people live in the camps.", "How many people live in the camps?"),
        ("Around 300 to 500 people attended the rally.", "How many people attended the rally?"),
        ("About 4,000 Norlanders keep the old feast.", "How many Norlanders keep the old feast?"),
        ("Norland has yet to ratify the treaty.", "Will Norland ratify the treaty?"),
        ("Berg resigned without explanation.", "Why did Berg resign?"),
        ("The cause of the fire is under investigation.", "What caused the fire?"),
        ("No group claimed responsibility for the bombing.", "Who is responsible for the bombing?"),
        ("Norland did not disclose the price of the frigate.", "What is the price of the frigate?"),
        ("Police have not identified the victims.", "Who are the victims?"),
        (
            "Preliminary results show that the Harbour Party won the election.",
            "Will the preliminary results be confirmed?",
        ),
        ("Will the ceasefire hold?", "Will the ceasefire hold?"),
        # what is being looked into
        (
            "Sudia opened an investigation into the collapse of the dam.",
            "What will the investigation into the collapse of the dam find?",
        ),
        ("The trial of the admiral is underway in Sudia.", "What will be the outcome of the trial of the admiral?"),
        ("Norland sued the company over the spill.", "Will the lawsuit by Norland against the company succeed?"),
        ("Berg is on trial for fraud.", "Will Berg be found guilty of fraud?"),
        ("Berg will stand trial on charges of bribery.", "Will Berg be found guilty of bribery?"),
        ("The company appealed the ruling on Monday.", "Will the appeal against the ruling succeed?"),
    ],
)
def test_what_a_sentence_leaves_open_is_asked(told: Tell, sentence: str, question: str) -> None:
    assert questions(told(sentence)) == [question]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland and Sudia signed a fishing treaty on Monday.",
        "This may be the beginning of a new chapter.",
        "Residents of the islands may freely move to Norland.",
        "Two-thirds of the members must vote for the motion.",
        "Visitors were asked to wear a badge.",
        "Visitors are often accused of feeding the gulls.",
        "Berg refused to comment on the affair.",
        "Norland was expected to leave on 3 June, but its departure was put off.",
        "In 2026, Norland declined to join the union.",
        '"There might be a better day," a visitor said.',
        '"This will never be tolerated," a visitor said.',
    ],
)
def test_what_is_settled_or_mere_opinion_is_not_asked(told: Tell, sentence: str) -> None:
    assert questions(told(sentence)) == []


def test_a_plan_that_the_article_tells_as_done_is_not_asked(told: Tell) -> None:
    article = told("Norland planned to join the Harbour League.", "On Tuesday, Norland joined the Harbour League.")
    assert "Will Norland join the Harbour League?" not in questions(article)


def test_a_question_told_twice_is_asked_once_with_both_places(told: Tell) -> None:
    article = told("Norland urged Sudia to withdraw its fleet.", "Norland again urged Sudia to withdraw its fleet.")
    (question,) = article.distillate.questions
    assert [e.quote for e in question.evidence] == [
        "Norland urged Sudia to withdraw its fleet.",
        "Norland again urged Sudia to withdraw its fleet.",
    ]


def test_the_evidence_of_a_question_holds_the_words_that_open_it(told: Tell) -> None:
    article = told("After a week of storms, Norland said that it may close the canal.")
    (question,) = article.distillate.questions
    assert "may close the canal" in question.evidence[0].quote


def test_a_headline_asks_nothing_that_its_article_does_not(told: Tell) -> None:
    article = told("The council met on Monday.", headline="Norland could leave the union")
    assert questions(article) == []


def test_what_a_plan_says_was_cancelled_is_not_asked(told: Tell) -> None:
    article = told(
        "Norland worked to arrange talks during President Berg's planned trip to Sudia, which was cancelled."
    )
    assert "Will Berg travel to Sudia?" not in questions(article)


def test_two_matters_of_one_sentence_are_two_questions_each_with_its_clause(told: Tell) -> None:
    article = told("Norland rejected the offer of talks, and Sudia denied that it sank the ferry.")
    first, second = article.distillate.questions
    assert (first.text, second.text) == ("Will the offer of talks be accepted?", "Did Sudia sink the ferry?")
    assert "ferry" not in first.evidence[0].quote
    assert "talks" not in second.evidence[0].quote


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        # a name takes the article that it has in the article's own words
        (
            "The World Trade Union said it would send observers to Sudia.",
            "Will the World Trade Union send observers to Sudia?",
        ),
        # what somebody in office says of "us" is said of the state
        ('"We will leave the alliance," Prime Minister Jon Dahl of Norland said.', "Will Norland leave the alliance?"),
        # a pronoun gives way to the name
        ("Anna Berg's lawyers said she would appeal the ruling.", "Will Anna Berg appeal the ruling?"),
        # what points to a place in the article points no more
        ("Norland may sign this treaty with Sudia.", "Will Norland sign the treaty with Sudia?"),
        # examples and what lies between brackets are left out
        (
            "Norland may sell ships (among them two ferries) to states in the south, including Sudia.",
            "Will Norland sell ships to states in the south?",
        ),
        # a year is worked out
        ("The bridge will be opened next year.", "Will the bridge be opened in 2032?"),
    ],
)
def test_a_question_is_understood_away_from_its_article(told: Tell, sentence: str, question: str) -> None:
    assert question in questions(told(sentence))


def test_a_bare_noun_is_told_by_the_fullest_phrase_before_it(told: Tell) -> None:
    article = told(
        "Norland's parliament debated the bill to ban plastic bags.", "The bill could change trade with Sudia."
    )
    assert "Could the bill to ban plastic bags change trade with Sudia?" in questions(article)


def test_what_the_measures_of_an_article_are_for_is_asked_once(told: Tell) -> None:
    article = told(
        "Norland closed its schools in an effort to curb the fever.",
        "Norland called out the army in an effort to stop the spread of the disease.",
    )
    (question,) = (q for q in article.distillate.questions if q.text.endswith("succeed?"))
    assert len(question.evidence) == 2


def test_every_question_is_short_and_ends_as_a_question(told: Tell) -> None:
    long = (
        "the harbour, the canal, the old lighthouse, the customs house, the shipyards and the northern fisheries " * 3
    )
    article = told(f"Norland could hand over {long}to Sudia.", "Sudia plans to build a bridge.")
    texts = questions(article)
    assert texts
    assert all(len(text) <= 126 and text.endswith("?") and text[:1].isupper() for text in texts)


def test_a_question_knows_whom_it_is_about(told: Tell) -> None:
    article = told("Norland accused Sudia of smuggling rifles.")
    names = {actor.id: actor.name for actor in article.distillate.actors}
    assert {names[a] for a in article.distillate.questions[0].about} == {"Norland", "Sudia"}
