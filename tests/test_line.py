"""Who is served next."""

from __future__ import annotations

from collections.abc import Mapping

from claimgraph.workers.experience import Experience, shape
from claimgraph.workers.jobs import Job
from claimgraph.workers.line import CROWD, Line
from claimgraph.workers.ticket import Ticket


def ticket(client: str, query: str, submitted: float = 0.0) -> Ticket:
    job = Job(query, "", (), (), {})
    return Ticket(job, client, 1.0, 1.0, lambda _: None, submitted)


def order(line: Line, work: Mapping[str, int] | None = None, *, pressed: bool = False) -> list[str]:
    load = dict(work or {})
    found = []
    while (each := line.next(lambda client: load.get(client, 0), pressed=pressed)) is not None:
        load[each.client] = load.get(each.client, 0) + 1
        found.append(each.job.query)
    return found


def filled(*tickets: Ticket, experience: Experience | None = None) -> Line:
    line = Line(experience or Experience())
    for each in tickets:
        line.add(each)
    return line


def test_clients_take_turns_whoever_asks_most() -> None:
    line = filled(*(ticket("a", f"a{number}", number) for number in range(3)), ticket("b", "b0", 9))
    assert order(line) == ["a0", "b0", "a1", "a2"]
    assert (len(line), line.next(lambda _: 0)) == (0, None)


def test_a_client_with_work_under_way_waits_for_others() -> None:
    assert order(filled(ticket("a", "a"), ticket("b", "b", 1)), {"a": 2}) == ["b", "a"]


def test_what_is_known_to_be_quick_is_first_under_pressure_only() -> None:
    experience = Experience()
    experience.was_quick(shape("ASK { FILTER(1 = 1) }"))
    tickets = ticket("a", "SELECT"), ticket("a", "ASK { FILTER(7 = 1) } # again")
    assert order(filled(*tickets, experience=experience))[0] == "SELECT"
    line = filled(*tickets, experience=experience)
    quick = line.next(lambda _: 0, quick=True, pressed=True)
    assert quick is tickets[1]
    assert line.next(lambda _: 0, quick=True, pressed=True) is None
    assert line.next(lambda _: 0, pressed=True) is tickets[0]


def test_a_crowd_under_pressure_is_served_from_both_ends() -> None:
    names = [f"q{'x' * number}" for number in range(CROWD + 3)]
    found = order(filled(*(ticket("a", name) for name in names)), pressed=True)
    assert found[:3] == [names[-1], names[0], names[-2]]
    assert sorted(found) == sorted(names)
    assert order(filled(*(ticket("a", name) for name in names))) == names


def test_a_ticket_can_leave() -> None:
    one, other = ticket("a", "one"), ticket("a", "other")
    line = filled(one)
    assert (line.of("a"), line.of("b"), list(line)) == (1, 0, [one])
    assert not line.remove(other)
    assert line.remove(one)
    assert len(line) == 0
