"""What of a network is drawn, and which of its steps must run upwards.

A picture that is too large is not drawn smaller: what is far from the subject is left out, and the picture says so.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import ceil

from graphkit.model.answers import LinkEvidence, Listed, Step, Subgraph
from graphkit.model.vocabulary import MODE_OF_TYPE, MODES, UNDIRECTED, LinkType
from graphkit.present.diagram.link_wording import parsed
from graphkit.present.diagram.plain import cut_in_middle
from graphkit.present.diagram.wording import count, party_name

_FAR = 10**6
_LEAVES_IN_A_ROW = 6
_NO_DAY = -(10**6)
Pair = tuple[str, str]


def in_order(subgraph: Subgraph) -> Subgraph:
    """The same network with everything sorted, so that the order of its rows cannot change the picture."""

    def place(link: LinkEvidence) -> tuple[int, str, str]:
        return link_strength(link.type), link.start or "", link.id

    parties = (replace(entity, listed=tuple(sorted(entity.listed, key=_by_date))) for entity in subgraph.entities)
    links_sorted = (replace(step, links=tuple(sorted(step.links, key=place))) for step in subgraph.steps)
    return replace(
        subgraph,
        entities=tuple(sorted(parties, key=lambda entity: entity.id)),
        steps=tuple(sorted(links_sorted, key=_by_time)),
        lists=tuple(sorted(subgraph.lists, key=lambda age: (age.source, age.published or "", age.read or ""))),
    )


def _by_date(listed: Listed) -> tuple[str, str, str, str, str]:
    return listed.listed or "9", listed.authority, listed.reference, listed.measure, listed.list


def _by_time(step: Step) -> tuple[str, bool, int, str, tuple[str, ...]]:
    """Steps into one party together, the earlier holder first and so further left; ties without power come last."""
    day = _first_day(step)
    without_power = step_strength(step) > len(MODES)
    links = tuple(link.id for link in step.links)
    return step.to_id, without_power, _NO_DAY if day is None else day, step.from_id, links


def _first_day(step: Step) -> int | None:
    """The latest day by which the earliest of its dated links had begun."""
    starts = [when.day_max for link in step.links if (when := parsed(link.start)) and when.day_max is not None]
    return min(starts, default=None)


def held_in_turn(subgraph: Subgraph) -> frozenset[str]:
    """Parties whose holders began on different days, so that their order from left to right tells something."""
    days: dict[str, set[int]] = {}
    for step in subgraph.steps:
        if (day := _first_day(step)) is not None:
            days.setdefault(step.to_id, set()).add(day)
    return frozenset(party for party, known in days.items() if len(known) > 1)


def nearest(subgraph: Subgraph, limit: int) -> Subgraph:
    """At most `limit` parties: the chain that matters, then those nearest the subject; left_out counts the rest."""
    known = {entity.id for entity in subgraph.entities}
    distance = distances(subgraph)
    on_chain = {party for pair in subgraph.highlighted for party in pair} | {subgraph.subject}
    ranked = sorted(
        subgraph.entities, key=lambda entity: (entity.id not in on_chain, distance.get(entity.id, _FAR), entity.id)
    )
    kept = {entity.id for entity in ranked[:limit]}
    steps = tuple(step for step in subgraph.steps if step.from_id in kept and step.to_id in kept)
    missing_links = sum(len(step.links) for step in subgraph.steps) - sum(len(step.links) for step in steps)
    if len(kept) == len(known) and not missing_links:
        return subgraph
    return replace(
        subgraph,
        entities=tuple(entity for entity in subgraph.entities if entity.id in kept),
        steps=steps,
        left_out=(*subgraph.left_out, _what_is_missing(subgraph, len(known) - len(kept), missing_links)),
    )


def _what_is_missing(subgraph: Subgraph, parties: int, links: int) -> str:
    names = {entity.id: cut_in_middle(party_name(entity)) for entity in subgraph.entities}
    subject = names.get(subgraph.subject, "the subject")
    what = " and ".join(count(number, noun) for number, noun in ((parties, "party"), (links, "link")) if number)
    return f"not drawn, further from {subject}: {what}"


def distances(subgraph: Subgraph) -> dict[str, int]:
    """Steps from the subject to each party, in either direction; parties it is not joined with are absent."""
    neighbours: dict[str, set[str]] = {}
    for step in subgraph.steps:
        neighbours.setdefault(step.from_id, set()).add(step.to_id)
        neighbours.setdefault(step.to_id, set()).add(step.from_id)
    found = {subgraph.subject: 0}
    waiting = deque([subgraph.subject])
    while waiting:
        here = waiting.popleft()
        for other in neighbours.get(here, ()):
            if other not in found:
                found[other] = found[here] + 1
                waiting.append(other)
    return found


def upward_pairs(subgraph: Subgraph) -> frozenset[Pair]:
    """The (from, to) pairs that close a circle and are drawn upwards.

    Pairs enter one after the other, those that say most first: the chain that matters, ownership, control,
    association; within these, holders further from the subject than what they hold. One that would close a circle is
    an upward one.
    """
    distance = distances(subgraph)

    def weight(step: Step) -> tuple[bool, int, bool, int, str, str]:
        pair = (step.from_id, step.to_id)
        below, above = distance.get(step.to_id, _FAR), distance.get(step.from_id, _FAR)
        return pair not in subgraph.highlighted, step_strength(step), below > above, below, *pair

    held: dict[str, set[str]] = {}
    upward: set[Pair] = set()
    for step in sorted(subgraph.steps, key=weight):
        if _reaches(held, step.to_id, step.from_id):
            upward.add((step.from_id, step.to_id))
        else:
            held.setdefault(step.from_id, set()).add(step.to_id)
    return frozenset(upward)


def _reaches(held: Mapping[str, Iterable[str]], start: str, goal: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        new = set(held.get(here, ())) - seen
        seen |= new
        waiting.extend(new)
    return False


def step_strength(step: Step) -> int:
    """0 for ownership, 1 for control, 2 for association, 3 for links that make no chain, 4 without a side of power."""
    return min((link_strength(link.type) for link in step.links), default=len(MODES))


def link_strength(link_type: LinkType) -> int:
    """The place of a link type in the order that `step_strength` explains."""
    if link_type in UNDIRECTED:
        return len(MODES) + 1
    mode = MODE_OF_TYPE.get(link_type)
    return len(MODES) if mode is None else MODES.index(mode)


def rows_of_leaves(subgraph: Subgraph) -> Iterator[Pair]:
    """Parties of one holder that hold nothing themselves, in rows of six: each pair stands one above the other.

    Twenty ships of one company in a single row would be a ribbon that nobody can read.
    """
    holders: dict[str, list[str]] = {}
    for step in subgraph.steps:
        holders.setdefault(step.to_id, []).append(step.from_id)
    holding = {step.from_id for step in subgraph.steps}
    leaves: dict[str, list[str]] = {}
    for party, above in holders.items():
        if len(above) == 1 and party not in holding:
            leaves.setdefault(above[0], []).append(party)
    for fleet in leaves.values():
        columns = ceil(len(fleet) / ceil(len(fleet) / _LEAVES_IN_A_ROW))
        yield from zip(fleet, fleet[columns:], strict=False)
