"""What a reader sees of a page saved from the web: the headline and the article, and nothing of the page around it."""

from collections.abc import Callable

import pytest

BODY = (
    "The presidents of Norland and Sudland signed a treaty on Wednesday that ends a dispute of twenty years over the "
    "waters of the river Lune, officials of both countries said.\n\n"
    "Under the treaty each side may use half of the water. Parliaments of both countries have until May to ratify it, "
    "and neither president expects a refusal."
)
FIRST, LAST = BODY.split("\n\n")
TITLE = "Norland and Sudland settle dispute over river"
ARTICLE = f"{TITLE}\n\n{BODY}"

type Clean = Callable[[str], str]


def test_article_without_furniture_stays_as_it_is(clean_text: Clean) -> None:
    assert clean_text(ARTICLE) == ARTICLE


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\n{TITLE}\n\n{TITLE.replace(' over', ': over')}",
        f"{TITLE}\n\nNORDPOST - World\n{TITLE}",
        f"World News\n\n{TITLE}",
        f"Asia Latest Stories North America World\n\n{TITLE}",
        f"{TITLE}\n\n1 News - 1 Movies - 1 Music - 1 Books - 1 Search",
        f" date 2024-01-15   1. Home\n{TITLE}\n\n{TITLE}",
        f"{TITLE}\n\nNORBURG – Agence France-Presse\n{TITLE}",
        f"Home > World > Norland\n\nThe Norland Herald\n\n{TITLE}",
        f"{TITLE} | The Norland Herald\n\n{TITLE}",
        f"Skip to content\nMenu\nSearch\n{TITLE}",
        f" date 2024-01-15 en English\nInternational Relations\n\n{TITLE}",
        f"{TITLE}\n\n0\n",
        f"{TITLE}\nShare\nTweet\nicon-facebook icon-twitter icon-whatsapp",
        f"{TITLE}\nShare on Facebook\nShare on Twitter\n12 Comments\n3.4K Views",
        f"{TITLE}\n\nBy: Jane Roe\nPublished: January 15, 2024 at 6:04 am EST\n{TITLE}",
        f"{TITLE}\n\nJane Roe, Staff Writer\n\n4 min read",
        f"{TITLE}\n\nJane Roe\nDiplomatic Correspondent\n\nWed 17 Jan 2024 10.34 GMT",
        f"{TITLE}\n\nPhoto: Ann Grey/Getty Images",
        f"{TITLE}\n\nFILE PHOTO: The river Lune is seen from Norburg, Norland, May 3, 2023. REUTERS/Ann Grey",
        f"{TITLE}\n\nImage caption,\nThe bridge at Norburg",
        f"{TITLE}\n\nThe bridge at Norburg seen from the east (Reuters)",
        f"{TITLE}\n\nCalm river landscape with wooden boats and green hills, showcasing the border of Norland.",
        f"{TITLE}\n\nAn illustration of two hands holding a pen above a blue map",
        f"{TITLE}\n\nListen to this article\n\nReading time: 3 minutes\n\nA A A",
        f"{TITLE}\n\nAdvertisement",
        f"{TITLE}\nLast updated :\nFollow us on X",
    ],
)
def test_head_of_page_goes(clean_text: Clean, head: str) -> None:
    assert clean_text(f"{head}\n\n{BODY}\n") == ARTICLE


@pytest.mark.parametrize(
    "tail",
    [
        "icon-facebook icon-twitter icon-whatsapp",
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *\n\nName *",
        "Previous Post Next Post\n\nContact Form",
        "Previous Post\n\nStorm closes schools\n\nNext Post\n\nMarkets rise\n\nRelated Posts\n\nCourt rejects appeal",
        "    Read more\n\n    Singer dead aged 93 Actress of the 60s dies at 92\n\n    Sarah H\n\n"
        "    Apple Storegoogle play\n\n    Last updated :\n\n    Also on site :\n\n"
        "    Most viewed in Cultural\n\n\n    Latest News",
        "Related Articles\n\nStorm closes schools in the north\n\nWhy prices rise\n\nJune 2, 2024",
        "Tags: Norland, Sudland, Lune\n\nShare this story",
        "#Norland #Sudland",
        "Sign up for our newsletter to get the best stories delivered straight to your inbox.",
        "We use cookies to improve your experience. Accept All",
        "© 2024 The Norland Herald. All rights reserved.",
        "(Reporting by Jane Roe in Norburg; Editing by John Poe)",
        "This article was originally published on example.org under a Creative Commons licence.",
        "(Except for the headline, this story has not been edited by our staff; it comes from a syndicated feed.)",
        "Download our app",
        "Also read: Storm closes schools in the north",
        "Click here to read more",
        "Most viewed in World\n\nStorm closes schools",
        "3 Comments\n\nBob: I do not believe a word of it.",
        "Sarah H",
        "(END)",
        "Jane Roe\n\nJane Roe is a journalist who covers diplomacy for the Herald. She lives in Norburg.",
        "Ann Grey\n\nGrey is a seasoned journalist with years of experience; her passion for reporting began in 1999.",
        "Ann Grey is a freelance journalist who writes about rivers. She lives in Norburg with her cat.",
        "About the author\n\nJane Roe covers diplomacy.",
        "Lesen Sie auch\n\nSturm schließt Schulen",
        "Читайте также\n\nШторм закрыл школы",
    ],
)
def test_tail_of_page_goes(clean_text: Clean, tail: str) -> None:
    assert clean_text(f"{TITLE}\n\nBy Jane Roe\n\n{BODY}\n\n{tail}\n") == ARTICLE


@pytest.mark.parametrize(
    "mark", ["-0-", "(END)", "■", "(Reporting by Jane Roe; editing by John Poe)", "(Source: TASS)"]
)
def test_last_paragraph_loses_only_the_end_mark(clean_text: Clean, mark: str) -> None:
    assert clean_text(f"{ARTICLE} {mark}\n") == ARTICLE


@pytest.mark.parametrize("last", ["He declined.", "“But thanks anyway!”", "«Нет», — сказал он."])
def test_short_last_words_stay(clean_text: Clean, last: str) -> None:
    page = f"{ARTICLE}\n\n{last}"
    assert clean_text(page) == page


@pytest.mark.parametrize(
    "between",
    [
        "Advertisement",
        "ADVERTISEMENT\n\nStory continues below",
        "Read more: Storm closes schools in the north",
        "Related articles\nStorm closes schools\nWhy prices rise",
        "Subscribe to our newsletter",
        "[Photo: Ann Grey]",
        "The two presidents shake hands in Norburg on Wednesday (KCNA/Reuters)",
        "The Norland president (L) and the Sudland president at their meeting in Norburg on Wednesday |",
        "norland, president lund, river summit, water, lune, treaty news",
        "NBC News",
        "17",
    ],
)
def test_what_the_page_put_into_the_article_goes(clean_text: Clean, between: str) -> None:
    assert clean_text(f"{TITLE}\n\n{FIRST}\n\n{between}\n\n{LAST}") == ARTICLE


def test_sentence_parted_by_an_advert_is_whole_again(clean_text: Clean) -> None:
    parted = "The minister of Norland who had led the talks for\n\nAdvertisement\n\nnine years was absent."
    whole = "The minister of Norland who had led the talks for nine years was absent."
    assert clean_text(f"{ARTICLE}\n\n{parted}") == f"{ARTICLE}\n\n{whole}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Rights groups condemned the law.",
        "Comments by the president of Norland caused anger in the south.",
        "Share prices fell in Norburg after the news had spread.",
        "Support for independent candidates grew in the north of the country.",
        "Any use of force is prohibited under the treaty, the minister said.",
        "Reporting by state media suggests that the talks nearly failed.",
        "Images from the site show soldiers of both armies shaking hands.",
        "Copyright law in Norland is strict.",
        "It was produced by the state factory in Norburg.",
        '"Subscribe to the treaty or leave," he told the ministers of the south.',
        "The two met again, the agency said. (AFP/Reuters)",
        "By Friday, both armies had left the river.",
        "On June 18, 2024, the two had met for the first time.",
        "He declined.",
    ],
)
def test_sentences_that_look_like_furniture_stay(clean_text: Clean, sentence: str) -> None:
    page = f"{TITLE}\n\n{FIRST}\n\n{sentence}\n\n{LAST}"
    assert clean_text(page) == page


def test_article_goes_on_after_a_heading_that_looks_like_the_end(clean_text: Clean) -> None:
    page = f"{TITLE}\n\n{FIRST}\n\nPrevious article: what the old treaty said\n\n{LAST}\n\n{BODY}"
    assert clean_text(page) == f"{TITLE}\n\n{FIRST}\n\n{LAST}\n\n{BODY}"


def test_life_of_a_journalist_who_is_the_story_stays(clean_text: Clean) -> None:
    page = (
        "Court in Norland frees reporter\n\nBy Jane Roe\n\n"
        f"A court in Norburg freed the reporter Ann Grey on Monday. {FIRST}\n\n{LAST}\n\n"
        "Grey is a journalist who covers diplomacy and has written for the Herald since 2009."
    )
    assert clean_text(page).endswith("since 2009.")


def test_days_of_a_chronology_stay(clean_text: Clean) -> None:
    page = (
        "Timeline of the river dispute\n2024-07-01\n\nWhat happened between the two states in the course of June.\n\n"
        "June 18, 2024\n\nThe president of Norland arrives in Sudville.\n\nJune 19, 2024\n\nThe two sign the treaty."
    )
    assert clean_text(page) == page.replace("\n2024-07-01", "")


def test_first_day_of_a_chronology_stays_above_the_first_words(clean_text: Clean) -> None:
    page = f"The river dispute day by day\n\n2024-07-01\n\nJune 18, 2024\n\n{FIRST}\n\nJune 19, 2024\n\n{LAST}"
    assert clean_text(page) == page.replace("\n\n2024-07-01", "")


def test_day_of_the_page_before_the_first_words_goes(clean_text: Clean) -> None:
    assert clean_text(f" date 2024-01-15 {BODY}") == BODY


def test_dateline_stays_in_the_text(clean_text: Clean) -> None:
    page = f"{TITLE}\n\nNORBURG, NORLAND: {BODY}"
    assert clean_text(page) == page


def test_place_on_a_line_of_its_own_begins_the_first_paragraph(clean_text: Clean) -> None:
    assert clean_text(f"{TITLE}\n\nNORBURG, NORLAND —\n\n{BODY}") == f"{TITLE}\n\nNORBURG, NORLAND — {BODY}"


def test_summaries_of_other_stories_go_with_their_titles(clean_text: Clean) -> None:
    stories = "\n\n".join(
        f"{title}\n\n{summary}"
        for title, summary in (
            ("Court rejects appeal", "A court in Eastland rejected the appeal of a former minister on Tuesday."),
            ("Voters choose", "Voters in Westland went to the polls to choose a new parliament on Sunday."),
        )
    )
    long_body = f"{BODY}\n\n{BODY.replace('river Lune', 'lake Mere')}"
    assert clean_text(f"{TITLE}\n\n{long_body}\n\nMore stories\n\n{stories}") == f"{TITLE}\n\n{long_body}"
