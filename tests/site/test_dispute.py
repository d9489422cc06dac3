"""The dispute view: each account in the column that the article supports, worked out from its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pyoxigraph as ox
import pytest

from claimgraph.namespaces import BASE
from claimgraph.site.matters import Matter
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import cg
from claimgraph.site.site import Site

GANJA = "event/ganja-reported-2020-10-04"
Words = Callable[..., str]


def named(path: str) -> ox.NamedNode:
    return ox.NamedNode(f"{BASE}{path}")


def matter(site: Site, name: str) -> Matter:
    return site.matters.of(named(f"proposition/{name}"))


def columns(found: Matter) -> dict[str, list[tuple[str, int]]]:
    """Give speakers and sentences by column."""
    return {
        column.key: [
            (speaker.value.rpartition("/")[2], entry.account.references[0].number)
            for entry in column.entries
            for speaker in entry.account.speakers
        ]
        for column in found.columns
    }


@pytest.fixture(scope="module")
def ganja(site: Site) -> Page:
    page = site.page(Asked(GANJA))
    assert page is not None
    return page


def test_who_says_that_armenia_struck_ganja(site: Site) -> None:
    assert columns(matter(site, "armenia-carried-out-ganja")) == {
        "affirms": [("hikmet-hajiyev", 8), ("hikmet-hajiyev", 11)],
        "presupposes": [("turkey-foreign-ministry", 41)],
        "negates": [],
        "mayNegate": [("armenia-defence-ministry", 14)],
        "missesAllegation": [("shushan-stepanyan", 15)],
    }


def test_a_denial_of_something_else_says_what_it_denies_and_what_it_misses(site: Site) -> None:
    found = matter(site, "armenia-carried-out-ganja")
    (missing,) = next(column.entries for column in found.columns if column.key == "missesAllegation")
    assert missing.instead == (named("proposition/fire-from-armenia-towards-azerbaijan"),)
    assert [account.claim for account in missing.missed] == [named("claim/a-8-1"), named("claim/a-11-3")]


def test_who_says_that_nagorno_karabakh_forces_struck_ganja(site: Site) -> None:
    found = matter(site, "nagorno-karabakh-forces-carried-out-ganja")
    assert columns(found) == {
        "allegedContent": [("arayik-harutyunyan", 16)],
        "presupposes": [("arayik-harutyunyan", 16)],
        "negates": [],
    }
    (told,) = found.columns[0].entries
    assert told.own
    assert told.account.admits
    assert told.predicate == cg("affirms")


def test_aim_and_result_are_two_matters(site: Site) -> None:
    assert columns(matter(site, "nagorno-karabakh-aim-military-objects-in-ganja")) == {
        "affirms": [("arayik-harutyunyan", 16)],
        "negates": [],
        "missesAllegation": [("azerbaijani-officials", 18)],
    }
    assert columns(matter(site, "military-objects-hit-in-ganja")) == {
        "affirms": [],
        "negates": [("azerbaijani-officials", 18)],
    }


def test_what_is_implied_stands_apart_from_what_is_said(site: Site) -> None:
    found = columns(matter(site, "armenia-targeted-ganja"))
    assert found["affirms"] == [("hikmet-hajiyev", 8)]
    assert found["affirmsByImplication"] == [("hikmet-hajiyev", 11)]
    # That fire was opened from Armenia is presupposed; that there was fire towards Azerbaijan follows.
    fire = columns(matter(site, "fire-from-armenia-towards-azerbaijan"))
    assert fire["negates"] == [("shushan-stepanyan", 15)]
    assert set(fire["affirmsByImplication"]) == {("zakir-hasanov", 20)}
    opened = columns(matter(site, "fire-from-armenia-on-azerbaijan"))
    assert opened["negatesByImplication"] == [("shushan-stepanyan", 15)]


def test_a_voice_that_takes_no_side(site: Site) -> None:
    assert columns(matter(site, "video-authentic")) == {"withholds": [("a-body", 12)]}


def test_propositions_of_an_event_stand_under_the_questions_they_answer(ganja: Page) -> None:
    found = {
        group.question: {each.node.value.rpartition("/")[2] for each in group.matters}
        for group in ganja.content["groups"]
    }
    assert found["Who did it"] == {
        "armenia-carried-out-ganja",
        "nagorno-karabakh-forces-carried-out-ganja",
    }
    assert found["What was hit"] == {"military-objects-hit-in-ganja"}
    assert found["Who was harmed"] == {"ganja-civilians-killed", "ganja-others-injured"}
    assert list(found)[:3] == ["What happened", "Who did it", "What it was aimed at"]


def test_accounts_stand_in_the_order_of_times_then_sentences(ganja: Page) -> None:
    accounts = ganja.content["accounts"]
    dated = [account.said.dated for account in accounts]
    assert dated == sorted(dated, reverse=True)
    undated = [account.references[0].number for account in accounts if not account.said.dated]
    assert undated == sorted(undated)


def test_the_page_of_ganja_in_words(words_of: Words) -> None:
    said = words_of(GANJA)
    who = said.partition("Who did it")[2].partition("What it was aimed at")[0]
    armenia, _, karabakh = who.partition(
        "Nagorno-Karabakh forces carried out what is reported of Ganja on 4 October"
    )
    assert "Another answer to this question" in armenia
    assert "+ Affirms it Hikmet Hajiyev a 8 for Azerbaijan Hikmet Hajiyev a 11 for Azerbaijan" in who
    assert "… Takes it for granted Foreign Ministry of Turkey a 41 for Turkey" in who
    assert "− Denies it nobody ± Denies, reach open Defence Ministry of Armenia a 14 for Armenia" in who
    assert (
        "↷ Denies something else Shushan Stepanyan a 15 for Armenia "
        "Denies instead: There was fire from Armenia towards Azerbaijan." in who
    )
    assert "⚑ admission By own account: Arayik Harutyunyan ordered rocket attacks in Ganja." in karabakh


def test_an_account_says_all_that_qualifies_it(words_of: Words) -> None:
    said = words_of(GANJA)
    stepanyan = said.partition("Shushan Stepanyan for Armenia For whom")[2]
    assert stepanyan.strip().startswith("Defence Ministry of Armenia (stated) → Armenia (as institution)")
    assert "Channel Facebook" in stepanyan
    assert "stands in article a, sentence 15, characters 1867–1931" in stepanyan
    assert "“massive” (loaded word of Hikmet Hajiyev)" in said
    assert "Said 4 October 2020; in the text: “on Sunday” (date inferred)" in said


def test_contained_statements_are_shown_within_what_is_said(words_of: Words) -> None:
    said = words_of(GANJA)
    assert (
        "affirms Arayik Harutyunyan ordered rocket attacks in Ganja. "
        "alleged content: There were rocket attacks in Ganja. "
        "alleged content: Nagorno-Karabakh forces carried out what is reported of Ganja on 4 October 2020."
        in said
    )


def test_every_account_has_its_place_on_the_page(page_of: Words) -> None:
    page = page_of(GANJA)
    aims = set(re.findall(r'href="#(claim-[^"]+)"', page))
    assert aims
    assert aims <= set(re.findall(r'id="(claim-[^"]+)"', page))
    assert page.count('id="claim-a-16-1"') == 1


def test_what_an_event_may_be_the_same_as(words_of: Words) -> None:
    said = words_of("event/stepanakert-pictured-2020-10-04")
    assert "Possibly the same event What is reported of Stepanakert on 4 October 2020" in said


def test_a_proposition_shows_other_answers_and_where_it_is_contained(words_of: Words) -> None:
    said = words_of("proposition/nagorno-karabakh-forces-carried-out-ganja")
    assert "Other answers to the same question Armenia carried out" in said
    assert "Spoken of within other statements Arayik Harutyunyan ordered rocket attacks in Ganja." in said
    condition = words_of("proposition/turkey-removed-from-south-caucasus")
    assert "alleged condition" in condition
    assert "Nikol Pashinyan" in condition


def test_a_proposition_that_nobody_claims_says_so(words_of: Words) -> None:
    said = words_of("proposition/armenia-targeted-residential-areas")
    assert "Says what implies it Hikmet Hajiyev a 11" in said
    reason = words_of("proposition/harutyunyan-avoids-civilian-casualties")
    assert "Nobody claims or denies this by itself." in reason
    assert "Given as the reason by Arayik Harutyunyan a 16" in reason


def test_headings_do_not_leave_out_a_level(page_of: Words) -> None:
    for path in (
        GANJA,
        "proposition/armenia-carried-out-ganja",
        "claim/a-15-1",
        "utterance/a-16",
        "compare",
        "",
    ):
        levels = [int(level) for level in re.findall(r"<h(\d)", page_of(path))]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_pages_stay_small(page_of: Words) -> None:
    for path in (GANJA, "event/nagorno-karabakh-reported-2020-10-04", "compare"):
        assert len(page_of(path).encode()) < 100_000
