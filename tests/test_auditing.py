"""Decided rows against the items of today: each thing that can go wrong, and what is only told."""

from dataclasses import replace

import pytest

from claimgraph.linking.auditing import audit
from claimgraph.linking.entities import Entities
from claimgraph.linking.fetching import Fetcher
from claimgraph.linking.linktable import LinkTable
from claimgraph.linking.settings import LINK_DEFAULTS
from claimgraph.linking.wikidata import Wikidata
from claimgraph.load import load
from linkedgraph import FILES, HEAD, row
from wikibase import Time, Wikibase


@pytest.fixture
def wikibase():
    return Wikibase()


@pytest.fixture
def look(write_graph, wikibase):
    """Audit these rows against the recorded items as they were changed."""

    def looked(*rows):
        directory = write_graph({**FILES, "data/links.sssom.tsv": HEAD + "".join(rows)})
        loaded = load(directory)
        entities = Entities(loaded)
        decisions = LinkTable(directory.links, "data/links.sssom.tsv", loaded.prefixes).decisions()
        passing = Time()
        settings = replace(LINK_DEFAULTS, pause=0)
        with Fetcher(settings, transport=wikibase.transport(), sleep=passing.sleep) as fetcher:
            wikidata = Wikidata(fetcher, settings, entities.languages())
            items = wikidata.items([each.item for each in decisions if each.item])
        found = audit(decisions, items, lambda each: entities.entity(each.subject), "data/links.sssom.tsv")
        return [(each.severity, each.file, each.line, each.sentence) for each in found]

    return looked


GANJA, SHUSHA = row("place:ganja", "wd:Q131290", "Ganja"), row("place:shusha", "wd:Q158903", "Shusha")
DISTRICT = row("place:shusha", "wd:Q388960", "Shusha District", predicate_modifier="Not")
NONE = row("actor:ministry", "sssom:NoTermFound", "")
FILE = "data/links.sssom.tsv"


def test_nothing_is_wrong(look):
    assert look(GANJA, SHUSHA, DISTRICT, NONE) == []


def test_deleted(look, wikibase):
    wikibase.delete("Q131290")
    assert look(SHUSHA, GANJA) == [
        ("violation", FILE, 6, "place:ganja: wd:Q131290 was deleted, or never was.")
    ]


def test_merged(look, wikibase):
    wikibase.merge("Q158903", "Q129352")
    found = look(SHUSHA)
    assert found[0] == (
        "violation",
        FILE,
        5,
        "place:shusha: wd:Q158903 was merged into wd:Q129352 (Khankendi).",
    )
    # What it was merged into is another town.
    assert "neither that nor any of our names is among its own" in found[1][3]


def test_renamed_to_something_else(look, wikibase):
    wikibase.rename("Q131290", "Kirovabad")
    (found,) = look(GANJA)
    assert found[0] == "violation"
    assert found[3] == (
        "place:ganja: wd:Q131290 is called “Ganja” here, but neither that nor any of our names is among "
        "its own today: “Kirovabad”."
    )


def test_another_label_first_is_only_told(look):
    town = row("place:stepanakert", "wd:Q129352", "Stepanakert")
    ((severity, _, _, sentence),) = look(town)
    assert (severity, sentence) == (
        "info",
        "place:stepanakert: wd:Q129352 is now called “Khankendi”; “Stepanakert” is an alias.",
    )


def test_a_label_that_is_gone_while_a_name_of_ours_stays_is_only_told(look, wikibase):
    wikibase.rename("Q158903", "Shushi")
    ((severity, _, _, sentence),) = look(SHUSHA)
    assert severity == "info"
    assert "“Shusha” is gone, “Shushi” is still a name" in sentence


def test_another_type(look, wikibase):
    wikibase.retype("Q131290", "Q5")
    ((severity, _, _, sentence),) = look(GANJA)
    assert (severity, sentence) == (
        "violation",
        "place:ganja: wd:Q131290 is a human now, which does not fit a Place.",
    )


def test_a_type_that_is_not_known_here_is_nothing(look, wikibase):
    wikibase.retype("Q131290", "Q90001")
    assert look(GANJA) == []


def test_elsewhere(look, wikibase):
    wikibase.move("Q158903", 41.5, 46.7)
    ((severity, _, _, sentence),) = look(SHUSHA)
    assert severity == "violation"
    assert sentence.startswith("place:shusha: wd:Q158903 lies 19")


def test_an_event_that_is_called_otherwise_here_goes_by_the_label_of_the_row(look, wikibase):
    war = row("event:fighting-of-2020", "wd:Q99659280", "Second Nagorno-Karabakh War")
    assert look(war) == []
    wikibase.rename("Q99659280", "Something else")
    assert [each[0] for each in look(war)] == ["violation"]


def test_rejected_rows(look, wikibase):
    wikibase.merge("Q388960", "Q158903")
    ((severity, _, line, sentence),) = look(SHUSHA, DISTRICT)
    assert (severity, line) == ("violation", 6)
    assert "is rejected, but was merged into wd:Q158903, which line 5 accepts" in sentence
    assert [each[0] for each in look(DISTRICT)] == ["info"]
    wikibase.delete("Q388960")
    assert [each[0] for each in look(SHUSHA, DISTRICT)] == ["info"]


def test_a_class_has_no_kind_and_goes_by_its_label(look):
    assert look(row("cg:Person", "wd:Q5", "human")) == []
