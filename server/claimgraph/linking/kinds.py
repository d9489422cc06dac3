"""Which Wikidata classes fit which class of ours: a table, and the verdict on an item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

Fit = Literal["fits", "unfit", "unknown"]

# Classes of things rather than of subjects: each id is given by two or more sources with the same label.
_LAND = {
    "Q486972": "human settlement",
    "Q515": "city",
    "Q1549591": "big city",
    "Q3957": "town",
    "Q532": "village",
    "Q82794": "geographic region",
    "Q1620908": "historical region",
    "Q2977": "cathedral",
    "Q16970": "church building",
    "Q23397": "lake",
    "Q131681": "reservoir",
    "Q159719": "power station",
}
_COUNTRIES = {
    "Q6256": "country",
    "Q3624078": "sovereign state",
    "Q3024240": "historical country",
    "Q15634554": "state with limited recognition",
    "Q15239622": "disputed territory",
}
_BODIES = {
    "Q43229": "organization",
    "Q327333": "government agency",
    "Q192350": "ministry",
    "Q484652": "international organization",
    "Q772547": "armed forces",
    "Q781132": "military branch",
    "Q176799": "military unit",
    "Q192283": "news agency",
    "Q11032": "newspaper",
}
_OFFICES = {
    "Q4164871": "position",
    "Q294414": "public office",
    "Q30461": "president",
    "Q83307": "minister",
    "Q17221": "spokesperson",
}
_EVENTS = {
    "Q1190554": "occurrence",
    "Q1656682": "event",
    "Q198": "war",
    "Q350604": "armed conflict",
    "Q180684": "conflict",
    "Q178561": "battle",
    "Q188055": "siege",
    "Q678146": "bombardment",
    "Q2380335": "airstrike",
    "Q645883": "military operation",
    "Q2001676": "military offensive",
    "Q208383": "ceasefire",
    "Q107706": "armistice",
    "Q131569": "treaty",
    "Q202875": "negotiation",
    "Q1464916": "declaration of independence",
}
_PEOPLE = {"Q16334295": "group of humans", "Q41710": "ethnic group"}
_PERSON = {"Q5": "human"}

FITTING: Mapping[str, Mapping[str, str]] = {
    "Person": _PERSON,
    "Office": _OFFICES,
    "State": _COUNTRIES,
    "SelfProclaimedEntity": _COUNTRIES,
    "UnnamedGroup": {**_PEOPLE, **_BODIES},
    "ArmedForce": _BODIES,
    "Institution": _BODIES,
    "Outlet": _BODIES,
    "Organisation": _BODIES,
    "Place": {**_LAND, **_COUNTRIES},
    "Event": _EVENTS,
}
# A page that lists what has the same name is never what is meant.
NO_THING = {"Q4167410": "page that lists things of one name"}
KNOWN: Mapping[str, str] = {
    key: label for table in (*FITTING.values(), NO_THING) for key, label in table.items()
}
COUNTRIES, REGIONS = frozenset(_COUNTRIES), frozenset(("Q82794", "Q1620908"))


class Verdict(NamedTuple):
    """Whether the type of an item fits, and the class that says so (None if nothing does)."""

    fit: Fit
    kind: str | None


def judge(ours: str | None, kinds: Iterable[str]) -> Verdict:
    """Judge whether an item of these kinds can be what a thing of our class is.

    Any fitting kind suffices, since an item may have several. What is of no class that is known here, or is
    asked about a class of ours that has no list, is unknown.
    """
    found = sorted(set(kinds), key=lambda key: (len(key), key))
    for key in found:
        if key in NO_THING:
            return Verdict("unfit", NO_THING[key])
    fitting = FITTING.get(ours or "")
    if fitting is None:
        return Verdict("unknown", None)
    for key in found:
        if key in fitting:
            return Verdict("fits", fitting[key])
    return next((Verdict("unfit", KNOWN[key]) for key in found if key in KNOWN), Verdict("unknown", None))
