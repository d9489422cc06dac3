"""What ``claimgraph link`` does: lists candidates, takes decisions, or looks at decided rows again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import httpx2 as httpx

from claimgraph import report
from claimgraph.console import note, step, write
from claimgraph.errors import UsageError
from claimgraph.findings import counts
from claimgraph.linking.addresses import checked_address, host
from claimgraph.linking.answercache import AnswerCache
from claimgraph.linking.auditing import audit
from claimgraph.linking.authors import author
from claimgraph.linking.candidatesfile import read_candidates
from claimgraph.linking.deciding import Circumstances, Decider, Keyboard
from claimgraph.linking.entities import Entities, Entity
from claimgraph.linking.fetching import Fetcher
from claimgraph.linking.linktable import Decision, LinkTable
from claimgraph.linking.listing import Listed, as_json, as_text
from claimgraph.linking.ranking import rank
from claimgraph.linking.reconciliation import Reconciliation
from claimgraph.linking.searching import Offline, Online, Source
from claimgraph.linking.settings import LINK_DEFAULTS, LinkSettings
from claimgraph.linking.wikidata import Wikidata
from claimgraph.load import load
from claimgraph.paths import GraphDirectory, cache_folder, find_graph

VALID, INVALID = 0, 1


@dataclass(frozen=True)
class Wishes:
    """What the person at the keyboard asks for."""

    graph: Path | None = None
    offline: Path | None = None
    author: str | None = None
    fresh: bool = False
    shown: int = 5
    as_json: bool = False


@dataclass(frozen=True)
class World:
    """What lies outside: the network, time, and the keyboard if there is a person at it."""

    keyboard: Keyboard | None = None
    transport: httpx.BaseTransport | None = None
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.time

    def today(self) -> date:
        """The day of a decision."""
        return date.fromtimestamp(self.now())


def checked_settings(
    api: str | None, service: str | None, contact: str | None, timeout: float
) -> LinkSettings:
    """Give the settings with what was wished for; UsageError for an address that is none."""
    settings = replace(LINK_DEFAULTS, timeout=timeout)
    if api is not None:
        settings = replace(settings, api=checked_address(api, "--api"))
    if service is not None:
        settings = replace(settings, service=checked_address(service, "--service"))
    if contact is not None:
        if (
            not contact.isascii()
            or not contact.isprintable()
            or not contact.strip()
            or set(contact) & set("()")
        ):
            raise UsageError("--contact goes into a header: write a web or mail address in plain letters.")
        settings = replace(settings, contact=contact.strip())
    return settings


def link(given: Sequence[str], wishes: Wishes, settings: LinkSettings, world: World) -> int:
    """List candidates, and take decisions if there is a keyboard; without one nothing is decided."""
    with ExitStack() as open_now:
        graph = _Graph(wishes, settings, world, open_now)
        decided = {each.subject for each in graph.table.decisions() if each.settles}
        wanted = graph.entities.named(given) or [
            each for each in graph.entities.all() if each.iri not in decided
        ]
        if not wanted:
            note("Every actor, place and event has a decision. Name one to see candidates all the same.")
        source = graph.source()
        if wishes.as_json or world.keyboard is None:
            _list(graph.listed(wanted, source), wishes)
            return VALID
        keyboard = world.keyboard
        who = author(wishes.author, graph.directory.root)
        circumstances = Circumstances(who, world.today(), source.origin(), source.live, wishes.shown)
        decider = Decider(graph.table, keyboard, circumstances)
        done = 0
        for number, listed in enumerate(graph.listed(wanted, source), 1):
            keyboard.say(f"[{number} of {len(wanted)}]")
            outcome = decider.decide(listed)
            done += outcome == "decided"
            if outcome == "quit":
                break
        keyboard.say(f"{done} of {len(wanted)} decided; {len(wanted) - done} left open.")
        return VALID


def audit_links(given: Sequence[str], wishes: Wishes, settings: LinkSettings, world: World) -> int:
    """Report what has become of the items of decided rows; INVALID if something is wrong. Changes nothing."""
    if wishes.offline is not None:
        raise UsageError("--audit asks Wikidata how things are today. Leave --offline out.")
    with ExitStack() as open_now:
        graph = _Graph(wishes, settings, world, open_now)
        wanted = {each.iri for each in graph.entities.named(given)}
        rows = [
            each
            for each in graph.table.decisions()
            if each.item is not None and (not given or each.subject in wanted)
        ]
        wikidata = graph.wikidata()
        ids = list(dict.fromkeys(each.item for each in rows if each.item))
        with step(f"asking {host(settings.api)} about {len(ids)} items"):
            items = wikidata.items(ids)
        found = list(audit(rows, items, graph.entity_of, graph.table.shown))
        write(report.as_json(found, graph.directory) if wishes.as_json else report.as_text(found))
        note(f"looked at: {len(rows)} rows with an item")
        return INVALID if counts(found).violations else VALID


def _list(listed: Iterable[Listed], wishes: Wishes) -> None:
    if wishes.as_json:
        write(as_json(list(listed)))
        return
    for each in listed:
        write(as_text(each, wishes.shown) + "\n")


class _Graph:
    """The graph that is linked, and whom to ask about it."""

    def __init__(self, wishes: Wishes, settings: LinkSettings, world: World, open_now: ExitStack) -> None:
        self.directory: GraphDirectory = find_graph(wishes.graph, Path.cwd())
        note(self.directory.describe())
        with step("reading the files"):
            self._loaded = load(self.directory)
        links = self.directory.links
        self.table = LinkTable(links, self.directory.shown(links), self._loaded.prefixes)
        self.entities = Entities(self._loaded)
        self._wishes = wishes
        self._settings = settings
        self._world = world
        self._open_now = open_now
        self._fetcher: Fetcher | None = None

    def wikidata(self) -> Wikidata:
        return Wikidata(self._asking(), self._settings, self.entities.languages())

    def source(self) -> Source:
        path = self._wishes.offline
        if path is not None:
            return Offline(read_candidates(path, str(path), self._loaded.prefixes), path.name)
        service = self._settings.service
        found = Reconciliation(self._asking(), service, self._settings) if service else None
        return Online(self.wikidata(), found, self._settings, self._world.today())

    def listed(self, wanted: Iterable[Entity], source: Source) -> Iterator[Listed]:
        for entity in wanted:
            before = [each for each in self.table.decisions() if each.subject == entity.iri]
            yield Listed(entity, tuple(rank(entity, source.candidates(entity))), tuple(before))

    def entity_of(self, decision: Decision) -> Entity:
        return self.entities.entity(decision.subject)

    def _asking(self) -> Fetcher:
        if self._fetcher is None:
            world = self._world
            cache = AnswerCache(
                cache_folder() / "answers", self._settings.kept, world.now, fresh=self._wishes.fresh
            )
            cache.prune()
            fetcher = Fetcher(
                self._settings,
                cache=cache,
                transport=world.transport,
                clock=world.clock,
                sleep=world.sleep,
                now=world.now,
            )
            self._fetcher = self._open_now.enter_context(fetcher)
        return self._fetcher
