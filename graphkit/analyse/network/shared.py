"""What several parties have in common: addresses, contacts, directors and managers, agents and nominees among them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graphkit.analyse.network.behind import Sources
from graphkit.analyse.network.neighbourhood import View
from graphkit.analyse.network.wording import listed_count
from graphkit.graph.shared_facts import MOST_AT_ONE_ADDRESS
from graphkit.graph.shared_parties import MOST_OF_ONE_PARTY
from graphkit.model.answers.network import Behind, Member, SharedGroup
from graphkit.model.vocabulary import Kind, LinkType, Status
from graphkit.store.base import Row, Store

_HELD: Final = {LinkType.DIRECTS: ("director", "directs"), LinkType.MANAGES: ("manager", "manages")}
_MEMBERS_TOLD: Final = 50


def shared_groups(store: Store, view: View, sources: Sources, limit: int) -> tuple[SharedGroup, ...]:
    """Groups with most listed parties first, then the largest; of each kind of thing at most `limit`."""
    found = [*((each, list[Row]()) for each in _facts(store, view)), *_common_parties(view)]
    found.sort(key=lambda each: (-each[0].listed, -each[0].parties, each[0].what, each[0].value))
    kept: dict[str, list[SharedGroup]] = defaultdict(list)
    for each, rows in found:
        if len(kept[each.what]) < limit:
            kept[each.what].append(replace(each, behind=sources.behind(rows)) if rows else each)
    return tuple(each for what in sorted(kept) for each in kept[what])


def _facts(store: Store, view: View) -> Iterator[SharedGroup]:
    rows = store.rows("shared_facts_of_entities", entity_ids=sorted({*view.seeds, *view.graph}))
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["group_id"]].append(row)
    of_group = {group: sorted({row["entity_id"] for row in said}) for group, said in groups.items()}
    told = {each for ids in of_group.values() for each in _first(view, ids)}
    names = {row["entity_id"]: row for row in store.rows("entities", ids=sorted(told))}
    for group, said in groups.items():
        ids = of_group[group]
        if len(ids) < 2:
            continue
        listed, linked = sum(map(view.is_listed, ids)), len(ids) <= MOST_AT_ONE_ADDRESS
        what = "phone" if said[0]["property"] == "fax" else said[0]["property"]
        yield SharedGroup(
            what=what,
            value=min(row["value"] for row in said),
            parties=len(ids),
            listed=listed,
            linked=linked,
            members=tuple(_member(view, names[each]) for each in _first(view, ids) if each in names),
            why=_fact_why(what, len(ids), listed, linked),
            behind=Behind(sources=tuple(sorted({row["source_id"] for row in said}))),
        )


def _fact_why(what: str, parties: int, listed: int, linked: bool) -> str:
    have = f"{parties:,} parties have this {what}, {listed_count(listed)}"
    if linked:
        return f"{have}; each two are linked for it{' unless their rooms differ' if what == 'address' else ''}"
    return f"{have}: more than {MOST_AT_ONE_ADDRESS}, an agent's or a group's own; no two of them are linked for it"


def _common_parties(view: View) -> Iterator[tuple[SharedGroup, list[Row]]]:
    """Directors of several companies and managers of several vessels, as far as they are in view, with their links."""
    held: dict[tuple[LinkType, str], list[Row]] = defaultdict(list)
    for row in view.links.values():
        type_ = LinkType(row["type"])
        if type_ in _HELD and view.is_vessel(row["to_id"]) == (type_ is LinkType.MANAGES):
            held[type_, row["from_id"]].append(row)
    for (type_, holder), rows in sorted(held.items()):
        ids = sorted({row["to_id"] for row in rows})
        if len(ids) < 2:
            continue
        what, verb = _HELD[type_]
        listed, linked = sum(map(view.is_listed, ids)), len(ids) <= MOST_OF_ONE_PARTY
        things = "vessels" if type_ is LinkType.MANAGES else "companies"
        trade = "" if linked else f": more than {MOST_OF_ONE_PARTY}, by trade; no two of them are linked for it"
        group = SharedGroup(
            what=what,
            value=view.parties[holder]["name"],
            parties=len(ids),
            listed=listed,
            linked=linked,
            members=tuple(view.member(each) for each in _first(view, ids)),
            why=f"{verb} {len(ids):,} {things} in view, {listed_count(listed)}{trade}",
            behind=Behind(),
        )
        yield group, rows


def _first(view: View, ids: list[str]) -> list[str]:
    """Listed parties first, then by id; at most fifty are told."""
    return sorted(ids, key=lambda each: (not view.is_listed(each), each))[:_MEMBERS_TOLD]


def _member(view: View, row: Row) -> Member:
    entity_id = row["entity_id"]
    return Member(entity_id, row["name"], Kind(row["kind"]), view.listed.get(entity_id, Status.NO))
