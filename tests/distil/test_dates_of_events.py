"""Which date belongs to which happening. The articles are of Thursday, 12 June 2031."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.model import Event

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


def when(event: Event) -> str | None:
    """The day, or first and last day, of an event."""
    if event.date is None:
        return None
    start, end = event.date.start.isoformat(), event.date.end.isoformat()
    return start if start == end else f"{start}/{end}"


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        pytest.param("Norland and Sudia signed an accord on Tuesday.", "signed", "2031-06-10", id="weekday"),
        pytest.param("Norland held talks with Sudia on Thursday.", "held", "2031-06-12", id="weekday of the issue"),
        pytest.param("On 3 June, Sudia closed the border.", "closed", "2031-06-03", id="in front"),
        pytest.param(
            "Norland and Sudia signed the accord in May 2030.", "signed", "2030-05-01/2030-05-31", id="month of a year"
        ),
        pytest.param(
            "Norland's army invaded Sudia in March 2029.", "invaded", "2029-03-01/2029-03-31", id="years before"
        ),
        pytest.param(
            "The accord, which Norland and Sudia signed in May, bans weapons on the border.",
            "signed",
            "2031-05-01/2031-05-31",
            id="in a relative clause",
        ),
        pytest.param(
            "Prime Minister Lena Hartwig, who was elected in 2029, resigned on Monday.",
            "resigned",
            "2031-06-09",
            id="beside a relative clause with another",
        ),
        pytest.param(
            "Prime Minister Lena Hartwig, who was elected in 2029, resigned on Monday.",
            "elected",
            "2029-01-01/2029-12-31",
            id="a year",
        ),
        pytest.param("Norland closed its port.", "closed", None, id="none"),
    ],
)
def test_the_date_of_the_clause_is_the_date_of_the_event(told: Tell, sentence: str, word: str, day: str) -> None:
    assert when(told(sentence).event(word)) == day


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        (
            "Foreign Minister Lena Hartwig said on Wednesday that Sudia had attacked the harbour of Brenholm.",
            "attacked",
            None,
        ),
        (
            "Foreign Minister Lena Hartwig said on Thursday that Norland had signed the accord on Monday.",
            "signed",
            "2031-06-09",
        ),
        (
            "Norland imposed sanctions on Sudia on Monday, Foreign Minister Lena Hartwig said on Wednesday.",
            "imposed",
            "2031-06-09",
        ),
        (
            "Prime Minister Lena Hartwig announced on Monday that Norland would close the border.",
            "close",
            None,
        ),
    ],
)
def test_the_day_on_which_it_is_said_is_not_the_day_on_which_it_happened(
    told: Tell, sentence: str, word: str, day: str
) -> None:
    assert when(told(sentence).event(word)) == day


def test_the_following_day_counts_from_the_day_told_before(told: Tell) -> None:
    article = told("Police arrested Marta Quill, a journalist, on Monday. The following day, Norland released her.")
    assert when(article.event("arrested")) == "2031-06-09"
    assert when(article.event("released")) == "2031-06-10"


def test_the_same_day_is_the_day_told_before(told: Tell) -> None:
    article = told("Norland closed its port on 2 June. Sudia expelled the ambassador of Norland on the same day.")
    assert when(article.event("expelled")) == "2031-06-02"


@pytest.mark.parametrize(
    ("sentence", "begun"),
    [
        ("Workers at Corvane Energy have been on strike since Monday.", "2031-06-09"),
        ("Norland has been holding naval exercises with Sudia since 2 June.", "2031-06-02"),
    ],
)
def test_what_goes_on_since_a_day_is_ongoing_and_began_then(told: Tell, sentence: str, begun: str) -> None:
    event = told(sentence).only()
    assert event.status.value == "ongoing"
    assert event.date is not None
    assert event.date.start.isoformat() == begun


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        ("President Tomas Okeru of Sudia will visit Norland on Friday.", "visit", "2031-06-13"),
        ("Parliament will vote on the accord on Sunday.", "vote", "2031-06-15"),
        ("President Tomas Okeru of Sudia was to visit Norland on Sunday.", "visit", "2031-06-15"),
        ("President Tomas Okeru of Sudia plans to visit Norland next week.", "visit", "2031-06-16/2031-06-22"),
        (
            "President Tomas Okeru of Sudia is expected to visit Norland next month.",
            "visit",
            "2031-07-01/2031-07-31",
        ),
    ],
)
def test_the_weekday_of_a_plan_lies_ahead(told: Tell, sentence: str, word: str, day: str) -> None:
    event = told(sentence).event(word)
    assert (event.status.value, when(event)) == ("planned", day)


def test_what_the_lead_tells_happened_on_the_day_of_the_lead(told: Tell) -> None:
    article = told(
        "Soldiers of Norland entered Tarsk on Tuesday. They arrested the mayor, Pavel Drun.",
        "They freed three sailors.",
    )
    assert when(article.event("arrested")) == "2031-06-10"
    assert when(article.event("freed")) == "2031-06-10"


def test_a_headline_has_the_day_of_the_lead(told: Tell) -> None:
    article = told("The ministers left Tarsk on Tuesday.", headline="Corvane Energy dismisses 300 workers")
    assert when(article.event("dismisses")) == "2031-06-10"


def test_background_has_not_the_day_of_the_lead(told: Tell) -> None:
    article = told(
        "Norland closed its port on Tuesday.",
        "The port is the largest on the coast.",
        "Sudia has shelled Brenholm twice.",
    )
    assert when(article.event("shelled")) is None


def test_the_most_exact_of_several_tellings_dates_the_event(told: Tell) -> None:
    article = told(
        "Norland and Sudia signed an accord last week.", "Norland and Sudia signed the accord in Brenholm on 4 June."
    )
    assert when(article.event("signed")) == "2031-06-04"


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        pytest.param("Parliament voted to lift the ban on Tuesday.", "voted to", "2031-06-10", id="the vote"),
        pytest.param("Parliament agreed to lift the ban on Sunday.", "agreed", None, id="what is agreed comes later"),
        pytest.param(
            "Police charged Pavel Drun on Tuesday with attacking the mayor.",
            "attacking",
            None,
            id="what one is charged with",
        ),
        pytest.param(
            "Ten sailors were injured in a blast that happened on 27 May.",
            "injured",
            "2031-05-27",
            id="in whose course",
        ),
        pytest.param(
            "Norland has expelled thirty diplomats since the war began in May 2030.",
            "expelled",
            "2030-05-01/2030-05-31",
            id="since a clause",
        ),
        pytest.param(
            "Exports fell in 2029 after Sudia closed the border.",
            "closed",
            "2029-01-01/2029-12-31",
            id="before what a year dates",
        ),
        pytest.param("Parliament passed the bill in May and Sudia rejects it.", "rejects", None, id="in another tense"),
        pytest.param(
            "A coup removed President Tomas Okeru in 2026, and another his brother in 2029.",
            "removed",
            "2026-01-01/2026-12-31",
            id="the first of two",
        ),
        pytest.param(
            "Norland and Sudia met and signed an accord on Tuesday.", "met", "2031-06-10", id="both of two verbs"
        ),
        pytest.param(
            "Ministers met for a summit where on Sunday President Tomas Okeru signed an accord.",
            "met",
            "2031-06-08",
            id="what was done there",
        ),
        pytest.param("Norland attacked Sudia overnight.", "attacked", "2031-06-11/2031-06-12", id="overnight"),
        pytest.param("Norland held a rally on Tuesday.", "held", "2031-06-10", id="a verb that also carries words"),
    ],
)
def test_a_date_is_shared_by_what_happens_at_one_time(told: Tell, sentence: str, word: str, day: str) -> None:
    assert when(told(sentence).event(word)) == day


@pytest.mark.parametrize("behind", ["on Brenholm that happened on Sunday", "that took place on Sunday in Brenholm"])
def test_a_date_behind_a_noun_dates_what_the_noun_names(told: Tell, behind: str) -> None:
    article = told(f"Sudia closed the border on Tuesday after an attack {behind}.")
    assert when(article.event("closed")) == "2031-06-10"
    assert when(article.event("attack")) == "2031-06-08"


def test_a_date_behind_what_is_to_come_lies_ahead(told: Tell) -> None:
    article = told("Police released Marta Quill on Tuesday. The elections to be held on 20 June will last a day.")
    assert when(article.event("elections")) == "2031-06-20"


@pytest.mark.parametrize(
    "count",
    [
        "The move came two days after Sudia recalled its ambassador.",
        "Two days before Norland closed its port, Sudia recalled its ambassador.",
    ],
)
def test_days_are_counted_between_two_happenings(told: Tell, count: str) -> None:
    article = told(f"Norland closed its port on Tuesday. {count}")
    assert when(article.event("recalled")) == "2031-06-08"


def test_days_counted_from_a_happening_without_a_date_are_unknown(told: Tell) -> None:
    article = told(
        "Norland closed its port on Tuesday.", "A week before the vote in Tarsk, Sudia recalled its ambassador."
    )
    assert when(article.event("recalled")) is None


def test_a_day_and_month_of_the_past_lies_in_the_year_before(told: Tell) -> None:
    article = told("On December 5 and 6, Norland held a planned exercise with Sudia.", published="2031-01-02")
    assert when(article.event("held")) == "2030-12-05/2030-12-06"


def test_a_plan_for_the_day_of_the_week_of_the_issue_is_for_that_day(told: Tell) -> None:
    event = told("President Tomas Okeru of Sudia will visit Norland on Thursday.").event("visit")
    assert when(event) == "2031-06-12"


def test_since_when_something_is_the_first_is_not_when_it_happened(told: Tell) -> None:
    event = told("On Tuesday Norland held the first talks with Sudia since 2003.").event("held")
    assert (event.status.value, when(event)) == ("occurred", "2031-06-10")


def test_a_time_of_day_goes_on_with_the_day_told(told: Tell) -> None:
    article = told(
        "Marta Quill held a rally in Brenholm on Tuesday.",
        "The square is the largest on the coast.",
        "She arrived at about 20:00. Soldiers of Norland arrested her.",
    )
    assert when(article.event("arrested")) == "2031-06-10"


def test_what_happened_during_a_happening_has_its_day(told: Tell) -> None:
    article = told(
        "Marta Quill led a march through Brenholm on Tuesday.",
        "The square is the largest on the coast.",
        "Sudia closed the border in May.",
        "Norland arrested Pavel Drun during the march.",
    )
    assert when(article.event("arrested")) == "2031-06-10"


def test_what_is_told_again_has_the_day_told_first(told: Tell) -> None:
    article = told(
        "Parliament passed the bill on Monday.",
        "The bill bans the sale of tin.",
        "The bill was passed against Norland, with Sudia praising Marta Quill.",
    )
    assert when(article.event("praising")) == "2031-06-09"


def test_a_pronoun_goes_on_with_the_scene(told: Tell) -> None:
    article = told(
        "The port is the largest on the coast.",
        "The harbour is old.",
        "Soldiers of Norland entered Tarsk on Tuesday. They arrested the mayor. They also freed three sailors.",
    )
    assert when(article.event("freed")) == "2031-06-10"


def test_an_article_of_the_same_day_tells_that_day_throughout(told: Tell) -> None:
    article = told(
        "Norland closed its port today.",
        "Ships of Sudia left the harbour.",
        "The harbour is the largest on the coast.",
        "Sudia recalled its ambassador.",
    )
    assert when(article.event("recalled")) == "2031-06-12"


def test_background_ends_the_day_of_the_story(told: Tell) -> None:
    article = told("Norland closed its port today.", "In 2029 Norland invaded Sudia.", "Sudia recalled its ambassador.")
    assert when(article.event("recalled")) is None


def test_when_the_news_was_said_is_not_when_it_happened(told: Tell) -> None:
    article = told(
        "Ships of Sudia left Brenholm, police said on Wednesday.",
        "Norland expelled the ambassador of Sudia on Tuesday.",
        headline="Norland expels ambassador of Sudia",
    )
    assert when(article.event("expels")) == "2031-06-10"
    assert when(article.event("left")) is None


def test_a_clause_of_another_time_has_not_the_day_of_the_lead(told: Tell) -> None:
    article = told("Norland closed its port on Tuesday. Trade stopped after Sudia expelled the ambassador.")
    assert when(article.event("expelled")) is None


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        ("The third conference on fishing opens on 20 August.", "conference", "2031-08-20"),
        ("The talks on fishing are to be held from 20 August to 3 September.", "talks", "2031-08-20/2031-09-03"),
        ("The vote on the treaty will take place on Monday.", "vote", "2031-06-16"),
        (
            "Norland plans several roadshows, with the first meeting set to take place in Tarsk on 16 July.",
            "meeting",
            "2031-07-16",
        ),
    ],
)
def test_what_is_arranged_lies_ahead(told: Tell, sentence: str, word: str, day: str) -> None:
    event = told("Norland and Sudia share a border.", sentence).event(word)
    assert (event.status.value, when(event)) == ("planned", day)


def test_how_something_was_founded_is_not_of_the_storys_day(told: Tell) -> None:
    article = told("Anna Berg won the Tarsk Award on Tuesday. The award was founded by Carl Dahl to help sailors.")
    assert (when(article.event("won")), when(article.event("founded"))) == ("2031-06-10", None)


def test_the_story_goes_on_after_a_day_long_past(told: Tell) -> None:
    article = told(
        "The Tarsk Sailing Club celebrated its first race on Tuesday. On 12 April 2001, Anna Berg won the race. "
        "The Tarsk Sailing Club held a ceremony in the harbour."
    )
    assert (when(article.event("won")), when(article.event("held"))) == ("2001-04-12", "2031-06-10")


def test_no_happening_of_the_past_has_a_day_to_come(told: Tell) -> None:
    article = told("Anna Berg analysed the effects of storms on the harvest over 2020-2060.")
    assert when(article.event("analysed")) is None


def test_what_is_to_be_by_a_year_lies_ahead(told: Tell) -> None:
    event = told("The loss of harvests by 2060 exceeded all estimates.").event("exceeded")
    assert (event.status.value, when(event)) == ("planned", "2060-01-01/2060-12-31")


def test_this_weekend_is_over_in_the_past_tense(told: Tell) -> None:
    article = told("The Norland Fair opened in Tarsk this weekend.")
    assert when(article.event("opened")) == "2031-06-07/2031-06-08"


def test_what_was_before_the_story_has_not_its_day(told: Tell) -> None:
    article = told("A court lifted the ban on Tuesday. Prior to the ruling, the ministry banned the religion.")
    assert when(article.event("banned")) is None


def test_a_clause_with_when_tells_the_day(told: Tell) -> None:
    article = told("Norland and Sudia share a border.", "Carl Dahl was arrested when he arrived in Tarsk on Tuesday.")
    assert when(article.event("arrested")) == "2031-06-10"


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        (
            "In 2021, Sudia invaded Norland. Five years later, Anna Berg won the election.",
            "won",
            "2026-01-01/2026-12-31",
        ),
        ("In 2021, Sudia invaded Norland. Two days later, Anna Berg resigned.", "resigned", None),
        ("Anna Berg resigned on 2 June. Two days later, police arrested Carl Dahl.", "arrested", "2031-06-04"),
    ],
)
def test_a_count_goes_on_from_the_date_told_last(told: Tell, text: str, word: str, day: str | None) -> None:
    found = when(told("Norland and Sudia share a border.", "Both have ports.", text).event(word))
    assert found == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Sudia attacked Tarsk on 4 May. The attack is reported to have killed 100 people.", "killed", "2031-05-04"),
        ("A bomb exploded in Tarsk on 4 May. The explosion wounded Carl Dahl.", "wounded", "2031-05-04"),
        ("Sudia attacked Tarsk on 4 May. The shooting wounded Carl Dahl.", "wounded", None),
    ],
)
def test_the_outcome_has_the_day_of_the_happening_told_before(
    told: Tell, text: str, word: str, day: str | None
) -> None:
    article = told("Norland and Sudia share a border.", "Both have ports.", text)
    dates = {when(e) for e in article.distillate.events if word in article.triggers(e)}
    assert dates == {day}


def test_a_happening_named_by_its_year_keeps_it_when_told_again(told: Tell) -> None:
    article = told(
        "Carl Dahl died on Sunday. He was the only man convicted in connection with the bombing of 1998.",
        "The bombing killed 40 people in Tarsk.",
    )
    assert {when(e) for e in article.distillate.events} == {"2031-06-08", "1998-01-01/1998-12-31", None}


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        ("Prior to May 2029, Sudia attacked Norland.", "attacked", None),
        ("Sudia had attacked Norland before 2029.", "attacked", None),
        ("A 2029 report by the Tarsk Institute accused Sudia of fraud.", "accused", "2029-01-01/2029-12-31"),
        ("Troops landed in Norland on Tuesday, where they attacked Tarsk.", "attacked", "2031-06-10"),
        ("The truce, which was declared in August 2029, is still in force.", "declared", "2029-08-01/2029-08-31"),
        ("The trial of Carl Dahl is to begin on 5 July.", "trial", "2031-07-05"),
        ("Workers marched in Tarsk for the third day running on Wednesday.", "marched", "2031-06-11"),
        ("Anna Berg visited Sudia in the early morning of Monday.", "visited", "2031-06-09"),
        ("Figures to be published today show a loss.", "published", "2031-06-12"),
    ],
)
def test_words_about_a_date_say_what_it_dates(told: Tell, sentence: str, word: str, day: str | None) -> None:
    article = told("Norland and Sudia share a border.", "Both have ports.", sentence)
    dates = {when(e) for e in article.distillate.events if word in article.triggers(e)}
    assert dates == {day}


def test_a_strike_that_ended_has_not_the_date_of_its_beginning(told: Tell) -> None:
    article = told("Norland and Sudia share a border.", "The strike, which began on 2 May, ended on Tuesday.")
    assert {when(e) for e in article.distillate.events} == {"2031-06-10"}


def test_what_was_proposed_for_a_day_to_come_was_proposed_on_the_day_of_the_story(told: Tell) -> None:
    article = told("Workers met in Tarsk on Tuesday. They proposed a march for next September 10.")
    assert when(article.event("proposed")) == "2031-06-10"


def test_yesterday_in_direct_speech_counts_from_the_day_of_saying(told: Tell) -> None:
    article = told(
        "Norland and Sudia share a border.",
        '"We arrested Carl Dahl in Tarsk yesterday," police chief Eva Falk said on Tuesday.',
    )
    assert when(article.event("arrested")) == "2031-06-09"


def test_how_a_study_was_paid_for_is_not_of_the_storys_day(told: Tell) -> None:
    article = told("Anna Berg published a study on Tuesday. The study was funded by the Norland Institute.")
    assert "2031-06-10" not in {when(e) for e in article.distillate.events if "funded" in article.triggers(e)}


def test_support_that_a_bill_had_is_not_of_the_day_of_the_bill(told: Tell) -> None:
    article = told(
        "Norland and Sudia share a border.",
        "The bill was introduced on 3 March by Anna Berg and had the support of Carl Dahl.",
    )
    dates = {when(e) for e in article.distillate.events if "support" in article.triggers(e)}
    assert dates == {None}


def test_a_bombing_told_again_as_the_subject_has_its_year(told: Tell) -> None:
    article = told(
        "Carl Dahl died on Sunday. He was the only man convicted in connection with the bombing of 1998.",
        "The bombing of the ferry from Tarsk to Brenholm resulted in 40 deaths.",
    )
    dates = {when(e) for e in article.distillate.events if "bombing" in article.triggers(e)}
    assert dates == {"1998-01-01/1998-12-31"}


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        pytest.param(
            "The inquiry began in June 2029, when officers seized weapons in Arlen.",
            "seized",
            "2029-06-01/2029-06-30",
            id="what happened then",
        ),
        pytest.param(
            "The bodies of the soldiers killed in Sudia arrived on Monday in Arlen.",
            "killed",
            None,
            id="those it killed",
        ),
        pytest.param(
            "Norland spoke on Monday. Norland had rejected a request by Anna Berg, and Berg fled to Sudia.",
            "fled",
            None,
            id="after what had happened",
        ),
        pytest.param(
            "Police arrested Anna Berg a year ago and later freed her.", "freed", None, id="later than a year told"
        ),
        pytest.param(
            "A court jailed the captain on Tuesday. Carl Dahl was arrested after the disaster.",
            "arrested",
            None,
            id="after another happening",
        ),
        pytest.param(
            "Leaders of Sudia met on Monday in Arlen. The bloc stopped trade in response to the April 18 coup. "
            "The junta freed the president.",
            "freed",
            "2031-06-09",
            id="beside what only answers an older happening",
        ),
        pytest.param("Anna Berg met Carl Dahl in mid-July.", "met", "2030-07-11/2030-07-20", id="a month to come"),
    ],
)
def test_no_happening_takes_the_day_of_another(told: Tell, text: str, word: str, day: str | None) -> None:
    assert when(told(text).event(word)) == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        pytest.param(
            "Norland began arming rebels in May.",
            "arming",
            "2031-05-01/2031-05-31",
            id="of what was begun, told behind",
        ),
        pytest.param(
            "The rebels attacked the port, killing two soldiers on Monday.",
            "attacked",
            "2031-06-09",
            id="of what came with it",
        ),
        pytest.param(
            "Norland prepares for the 2033 elections.",
            "elections",
            "2033-01-01/2033-12-31",
            id="named by a year to come",
        ),
    ],
)
def test_a_happening_has_the_day_of_what_it_belongs_to(told: Tell, text: str, word: str, day: str | None) -> None:
    assert when(told(text).event(word)) == day


def test_what_is_only_a_part_of_something_larger_gives_it_no_day(told: Tell) -> None:
    article = told("Officers arrested Anna Berg on Monday as part of an inquiry by Norland into the bank.")
    assert [when(event) for event in article.distillate.events] == ["2031-06-09"]
    assert article.titles == ["Officers arrest Anna Berg as part of an inquiry by Norland into the bank"]


def test_who_was_seen_on_a_day_speaks_on_it_further_down(told: Tell) -> None:
    article = told(
        "Anna Berg visited Arlen on Monday.",
        "Carl Dahl opened a bridge on Tuesday.",
        "The river has ten bridges. Most of them are old.",
        "Anna Berg urged Norland to release the sailors.",
    )
    assert when(article.event("urged")) == "2031-06-09"
