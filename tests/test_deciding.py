"""Deciding at the keyboard: every row is saved at once, and the rule on exact matches holds."""

import json
from dataclasses import replace
from datetime import date

import pytest

from claimgraph.errors import LinkError
from claimgraph.linking.deciding import Circumstances, Decider, Keyboard
from claimgraph.linking.entities import Entities
from claimgraph.linking.items import read_item
from claimgraph.linking.linktable import LinkTable
from claimgraph.linking.listing import Listed
from claimgraph.linking.ranking import rank
from claimgraph.load import load
from linkedgraph import FILES, HEAD, row
from wikibase import RECORDED

ITEMS = {
    name: replace(item, kinds=frozenset(item.types))
    for name, each in json.loads(RECORDED.read_text("utf-8"))["entities"].items()
    if (item := read_item(each))
}


class Person:
    """Somebody at the keyboard: types the given lines, then leaves; keeps what was shown."""

    def __init__(self, *lines):
        self.lines = list(lines)
        self.shown = []

    def ask(self, prompt):
        self.shown.append(prompt)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)

    def say(self, text):
        self.shown.append(text)

    def saw(self, words):
        return words in "\n".join(self.shown)


@pytest.fixture
def decide(write_graph):
    """Decide on an entity with these items before a person who types the lines."""

    def decider(name, items, *lines, links=HEAD, live=True):
        directory = write_graph({**FILES, "data/links.sssom.tsv": links})
        loaded = load(directory)
        table = LinkTable(directory.links, "data/links.sssom.tsv", loaded.prefixes)
        (entity,) = Entities(loaded).named([name])
        listed = Listed(
            entity,
            tuple(rank(entity, [ITEMS[each] if isinstance(each, str) else each for each in items])),
            tuple(each for each in table.decisions() if each.subject == entity.iri),
        )
        person = Person(*lines)
        origin = (
            "Read in Wikidata on 2026-11-30." if live else "From c.tsv; not checked against live Wikidata."
        )
        given = Circumstances("A. Reader", date(2026, 11, 30), origin, live, 5)
        outcome = Decider(table, Keyboard(person.ask, person.say), given).decide(listed)
        # What was saved is a graph that loads.
        load(directory)
        return outcome, [each.cells for each in table.decisions()], person

    return decider


def test_close_is_what_a_number_means_and_says_why(decide):
    outcome, (cells,), person = decide("place:shusha", ["Q158903", "Q388960"], "1", "", "")
    assert outcome == "decided"
    assert dict(cells) == {
        "subject_id": "place:shusha",
        "subject_label": "Shusha (town)",
        "predicate_id": "skos:closeMatch",
        "predicate_modifier": "",
        "object_id": "wd:Q158903",
        "object_label": "Shusha",
        "mapping_justification": "semapv:ManualMappingCuration",
        "author_label": "A. Reader",
        "mapping_date": "2026-11-30",
        "confidence": "0.8",
        "comment": "“Shusha” is its label (en); a city, which fits; 0.0 km away; its GeoNames record is "
        "ours, 147105. Close only for want of a second source. Read in Wikidata on 2026-11-30.",
    }
    assert person.saw("data/links.sssom.tsv:5: place:shusha skos:closeMatch wd:Q158903")


def test_exact_needs_a_second_source(decide):
    outcome, rows, person = decide("place:ganja", ["Q131290"], "exact 1", "")
    assert (outcome, rows) == ("quit", [])
    assert person.saw("That gives a close match at most")
    outcome, (cells,), _ = decide(
        "place:ganja", ["Q131290"], "exact 1", "Atlas of towns, p. 7", "0.95", "The city."
    )
    assert (cells["predicate_id"], cells["confidence"]) == ("skos:exactMatch", "0.95")
    assert "Second source: Atlas of towns, p. 7. The city. Read in Wikidata" in cells["comment"]
    assert "Close only" not in cells["comment"]


def test_a_file_alone_gives_exact_only_with_two_sources(decide):
    one = replace(ITEMS["Q131290"], evidence=("a gazetteer",))
    _, rows, person = decide("place:ganja", [one], "exact 1", "", live=False)
    assert not rows
    assert person.saw("Which second source")
    two = replace(one, evidence=("a gazetteer", "another file"))
    _, (cells,), person = decide("place:ganja", [two], "exact 1", "", "", live=False)
    assert cells["predicate_id"] == "skos:exactMatch"
    assert (
        "Sources: a gazetteer; another file. From c.tsv; not checked against live Wikidata."
        in cells["comment"]
    )
    assert not person.saw("Which second source")
    _, rows, _ = decide("place:ganja", [ITEMS["Q131290"]], "exact 1", "only one", live=False)
    assert not rows


@pytest.mark.parametrize(
    ("name", "item", "words"),
    [
        ("event:fighting-of-2020", "Q99659280", "an event here is a topic"),
        ("actor:azerbaijan", "Q227", "the actor is the state"),
        ("place:azerbaijan", "Q227", "the place is its land"),
    ],
)
def test_what_is_never_exact(decide, name, item, words):
    _, (cells,), person = decide(name, [item], "exact 1", "close 1", "0.6", "")
    assert person.saw(words)
    assert cells["predicate_id"] == "skos:closeMatch"
    assert words in cells["comment"]


@pytest.mark.parametrize("verb", ["broad", "narrow", "related"])
def test_other_predicates(decide, verb):
    _, (cells,), _ = decide("place:ganja", ["Q131290"], f"{verb} 1", "", "More than ours")
    assert cells["predicate_id"] == f"skos:{verb}Match"
    assert cells["comment"].endswith("More than ours. Read in Wikidata on 2026-11-30.")


def test_a_rejection_alone_leaves_it_open(decide):
    outcome, rows, _ = decide("place:shusha", ["Q158903"], "reject 1", "The town", "", "skip")
    assert (outcome, len(rows)) == ("open", 1)


def test_reject_asks_on_and_none_ends(decide):
    outcome, rows, _ = decide(
        "place:shusha", ["Q158903", "Q388960"], "reject 2", "The district", "", "none", ""
    )
    assert outcome == "decided"
    assert [(each["object_id"], each["predicate_modifier"], each["confidence"]) for each in rows] == [
        ("wd:Q388960", "Not", "0.9"),
        ("sssom:NoTermFound", "", ""),
    ]
    assert rows[0]["comment"] == "The district. Read in Wikidata on 2026-11-30."
    assert rows[1]["comment"].startswith("None of the items found stands for it.")


def test_a_rejection_without_a_reason_is_none(decide):
    outcome, rows, person = decide("place:shusha", ["Q158903"], "reject 1", "", "skip")
    assert (outcome, rows) == ("open", [])
    assert person.saw("Not decided.")


def test_no_item_gives_way_to_one(decide):
    links = HEAD + row("place:shusha", "sssom:NoTermFound", "") + row("place:zzz", "wd:Q2", "z")
    outcome, rows, person = decide("place:shusha", ["Q158903"], "1", "", "", links=links)
    assert [each["object_id"] for each in rows] == ["wd:Q158903", "wd:Q2"]
    assert outcome == "decided"
    assert person.saw("takes the place of the row that said there is no item")
    assert person.saw("decided: no item (line 5)")


@pytest.mark.parametrize("words", ["close 1", "exact 1", "reject 1", "none"])
def test_what_was_decided_is_not_decided_twice(decide, words):
    links = HEAD + row("place:shusha", "wd:Q158903", "Shusha")
    outcome, rows, person = decide("place:shusha", ["Q158903"], words, "skip", links=links)
    assert outcome == "open"
    assert len(rows) == 1
    assert person.saw("Decided before, on line 5: skos:closeMatch wd:Q158903")


def test_a_second_exact_item_is_refused(decide):
    links = HEAD + row("place:shusha", "wd:Q388960", "District", predicate_id="skos:exactMatch")
    _, rows, person = decide("place:shusha", ["Q158903"], "exact 1", "skip", links=links)
    assert len(rows) == 1
    assert person.saw("It has an exact item")


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ((), "quit"),
        (("q",), "quit"),
        (("quit",), "quit"),
        (("s",), "open"),
        (("",), "open"),
        (("skip",), "open"),
    ],
)
def test_leaving(decide, lines, outcome):
    assert decide("place:shusha", ["Q158903"], *lines)[:2] == (outcome, [])


@pytest.mark.parametrize(
    "lines", [("1",), ("1", ""), ("exact 1",), ("exact 1", "x"), ("reject 1", "x"), ("none",)]
)
def test_input_that_ends_in_the_middle_saves_nothing(decide, lines):
    outcome, rows, _ = decide("place:shusha", ["Q158903"], *lines)
    assert (outcome, rows) == ("quit", [])


def test_what_is_no_command_shows_the_commands(decide):
    _, rows, person = decide("place:shusha", ["Q158903"], "yes", "7", "close 0", "1", "sure", "0.7", "")
    assert person.saw("needs a second source")
    assert person.saw("There is no candidate 7.")
    assert person.saw("There is no candidate 0.")
    assert person.saw("Write a number from 0 to 1")
    assert rows[0]["confidence"] == "0.7"


def test_without_candidates(decide):
    _, (cells,), person = decide("actor:ministry", [], "1", "none", "")
    assert person.saw("no candidate")
    assert cells["comment"].startswith("No item was found.")


def test_what_cannot_be_saved_is_an_error_and_changes_nothing(decide, monkeypatch, tmp_path):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(LinkError, match="No space left"):
        decide("place:shusha", ["Q158903"], "1", "", "")
    assert (tmp_path / "data/links.sssom.tsv").read_text("utf-8") == HEAD
