"""Companies that own one vessel and hold nothing else, above all those that share something with others.

One ship, one company is how much of lawful shipping is held. It tells something only beside a shared address, contact,
director or manager, and companies without any of those stand last.
"""

from collections import defaultdict
from dataclasses import replace
from typing import Final

from graphkit.analyse.day import link_holds
from graphkit.analyse.network.behind import Sources
from graphkit.analyse.network.neighbourhood import View
from graphkit.model.answers.network import Behind, SingleShip
from graphkit.model.vocabulary import DERIVED, HOLDING, LEGAL_KINDS, POWER_AT_END, LinkType
from graphkit.store.base import Row, Store

_MOST_HOLDINGS: Final = 200_000
_HOLDING: Final = HOLDING - POWER_AT_END
_SHARED_WORDS: Final = {
    LinkType.SHARED_ADDRESS: "address",
    LinkType.SHARED_CONTACT: "contact",
    LinkType.SHARED_DIRECTOR: "director",
    LinkType.SHARED_MANAGER: "vessel's manager",
}
_NAMES_TOLD: Final = 3


def single_ship_companies(
    store: Store, view: View, sources: Sources, day: int | None, limit: int
) -> tuple[SingleShip, ...]:
    """Those that share most kinds of things first, then by name."""
    owned: dict[str, set[str]] = defaultdict(set)
    for row in view.links.values():
        if row["type"] == LinkType.OWNS and view.is_vessel(row["to_id"]):
            owned[row["from_id"]].add(row["to_id"])
    companies = sorted(
        each for each, ships in owned.items() if len(ships) == 1 and view.parties[each]["kind"] in LEGAL_KINDS
    )
    held: dict[str, set[str]] = defaultdict(set)
    # What a company holds beyond the parties at hand counts as well.
    for row in store.rows("holdings_of_entities", entity_ids=companies, most=_MOST_HOLDINGS):
        if row["type"] in _HOLDING and link_holds(row, day):
            held[row["from_id"]].add(row["to_id"])
    found = [_company(view, each, next(iter(owned[each]))) for each in companies if held[each] == owned[each]]
    found.sort(key=lambda each: (-len(each[0].shares), each[0].company.name, each[0].company.id))
    return tuple(replace(each, behind=sources.behind(rows)) for each, rows in found[:limit])


def _company(view: View, company: str, vessel: str) -> tuple[SingleShip, list[Row]]:
    """What is told of a company, and the links that it rests on."""
    shared = [(company, row) for row in view.links_of(company) if row["type"] in DERIVED]
    shared += [(vessel, row) for row in view.links_of(vessel) if row["type"] == LinkType.SHARED_MANAGER]
    with_whom: dict[str, set[str]] = defaultdict(set)
    for one, row in shared:
        other = row["to_id"] if row["from_id"] == one else row["from_id"]
        with_whom[_SHARED_WORDS[LinkType(row["type"])]].add(view.parties[other]["name"])
    shares = tuple(f"{what} with {_names(names)}" for what, names in sorted(with_whom.items()))
    ship = view.parties[vessel]["name"]
    why = f"owns {ship} and holds nothing else that a source of this case tells of"
    why += f"; shares its {'; its '.join(shares)}" if shares else "; shares nothing that is known"
    rows: list[Row] = [*view.between[min(company, vessel), max(company, vessel)], *(row for _, row in shared)]
    return SingleShip(view.member(company), view.member(vessel), shares, why, Behind()), rows


def _names(names: set[str]) -> str:
    first = sorted(names)[:_NAMES_TOLD]
    more = len(names) - len(first)
    return ", ".join(first) + (f" and {more} more" if more else "")
