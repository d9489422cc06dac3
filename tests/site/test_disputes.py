"""Indexes: what is disputed, and what nobody has answered."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from claimgraph.namespaces import BASE
from claimgraph.site.page import Asked
from claimgraph.site.site import Site

EXPECTED = Path(__file__).parents[1] / "queries" / "accusations-nobody-answers.csv"
Words = Callable[..., str]


def test_events_come_by_name_with_what_stands_on_them(words_of: Words) -> None:
    said = words_of("disputes")
    assert "What is reported of Ganja on 4 October 2020 18 14" in said
    assert said.index("Ganja on 4 October") < said.index("Horadiz") < said.index("Terter")


def test_numbers_of_the_index_are_those_of_the_pages(site: Site) -> None:
    for listed in site.overview.events:
        page = site.page(Asked(listed.node.value.removeprefix(str(BASE))))
        assert len(page.content["accounts"]) == listed.accounts, listed.label
        counted = sum(int(words.partition(" ")[0]) for _, words in page.content["contests"])
        assert counted == listed.contests, listed.label


def test_contested_statements_are_listed_apart(words_of: Words) -> None:
    said = words_of("disputes", {"of": ["propositions"]})
    assert "Forces of Azerbaijan took Jabrayil. 3 2 0" in said
    assert "Hikmet Hajiyev is an aide" not in said


def test_a_page_that_is_not_there_is_the_nearest(words_of: Words) -> None:
    for number in ("0", "-1", "x", "99999999999999999999"):
        assert words_of("disputes", {"page": [number]}) == words_of("disputes")


def test_unanswered_accusations_are_those_worked_out_from_the_text(site: Site) -> None:
    with EXPECTED.open(encoding="utf-8") as file:
        file.readline()
        expected = {(row["proposition"], row["sentence"]) for row in csv.DictReader(file)}
    found = set()
    for accusation in site.overview.unanswered:
        account = site.accounts.of(accusation.claim)
        for _, proposition in account.stances:
            found.add(
                (
                    f"proposition:{proposition.value.rpartition('/')[2]}",
                    f"sentence:{account.references[0].sentence.value.rpartition('/')[2]}",
                )
            )
    assert found == expected


def test_replies_that_miss_are_told_apart_from_silence(words_of: Words) -> None:
    said = words_of("unanswered")
    nobody, _, missed = said.partition("accusations that are replied to, but not clearly denied")
    assert "Turkey has a part in the conflict. Armenian officials for Armenia" in nobody
    assert "Armenia carried out what is reported of Ganja" not in nobody
    assert "Armenia carried out what is reported of Mingachevir on 4 October 2020." in missed
    assert "Replied to, but missed, in Stepanyan denies that there was fire" in missed
    # It is denied in so many words, so it is in neither.
    assert "Forces of Azerbaijan took Jabrayil" not in said
