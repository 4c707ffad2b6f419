"""Who owns whom, written as lines of a story: the same lines make a register for the rules and a case for the commands.

    L 50 A                    L owns 50 % of A; `49.5`, `>50..75`, `25..<50`, `?` (not stated)
    L 25 A joint=pact         also from=2019 to=2020-06-01 certainty=likely; dates of several words in quotes
    L board A                 CONTROLS by the right to appoint the board; `votes:60` by votes, `control` by a word
    L manages A               or directs, operates
    listed L OFAC,EU          an asset freeze since 2015-01-01, also from= to= measure= known=; `from=?` has no date
    dissolved A 2019-05-01

Whoever begins with L is listed by OFAC, the EU and the UK if no line says otherwise. L and P are persons, MV a vessel,
UNKNOWN nobody, everybody else a company. The day is 2025-01-01 if a story gives none.
"""

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from graphkit.analyse.ownership.blocked import Blocked
from graphkit.analyse.ownership.register import Register, links_table, parties_table, register
from graphkit.analyse.ownership.rules import rule_on
from graphkit.analyse.ownership.stakes_told import is_blocked
from graphkit.graph.link_numbers import link_numbers
from graphkit.model.dates import parse_when, to_day
from graphkit.store.local import LocalStore
from tests.graph_tables import Row, write_case

DAY: Final = "2025-01-01"
AUTHORITIES: Final = ("OFAC", "EU", "UK")
KNOWN_DAY: Final = 18262  # 2020-01-01, the day on which the lists were read
_OTHER_TYPES: Final = {"manages": "MANAGES", "directs": "DIRECTS", "operates": "OPERATES"}


@dataclass(frozen=True, slots=True)
class Told:
    """The parties, links and listings of a story, as rows of the tables."""

    entities: list[Row]
    links: list[Row]
    listings: list[Row]

    def register(self, day: str = DAY) -> Register:
        """What the rules are computed on, without a case."""
        ids = pa.array([row["entity_id"] for row in self.entities], pa.string())
        numbers = link_numbers(links_table(self.links), ids)
        return register(numbers, parties_table(self.entities), self.listings, number_of(day))

    def answers(self, party: str, day: str = DAY) -> str:
        """What OFAC's, the EU's and the UK's test say: `yes yes no`, and whose result is to be reviewed."""
        found = self.register(day)
        each = {name: Blocked(found, rule_on(name, number_of(day))) for name in AUTHORITIES}
        number = found.number[party]
        results = {name: is_blocked(blocked, number) for name, blocked in each.items()}
        review = [name for name in AUTHORITIES if results[name] != "yes" and each[name].review[number]]
        return _line(results.values(), review)

    def store(self, folder: Path) -> LocalStore:
        """A case on disk with this story in it."""
        sources = [{"link_id": row["link_id"], "source_id": "own", "certainty": "stated"} for row in self.links]
        named = [{"listing_id": row["listing_id"], "source_id": "own"} for row in self.listings]
        rows = {
            "entities": self.entities,
            "links": self.links,
            "link_sources": sources,
            "listings": self.listings,
            "listing_sources": named,
        }
        return LocalStore(write_case(folder, "own", rows))


def number_of(day: str) -> int | None:
    """A day as days since 1970; None for `any`."""
    return None if day == "any" else to_day(date.fromisoformat(day))


def _line(results: Iterable[str], review: list[str]) -> str:
    return " ".join([*results, *(f"review:{name.lower()}" for name in review)])


def told(text: str) -> Told:
    """The rows that the lines of a story stand for."""
    links: list[Row] = []
    listings: list[Row] = []
    dissolved: dict[str, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        words = shlex.split(line)
        plain = [word for word in words if "=" not in word]
        more = dict(word.split("=", 1) for word in words if "=" in word)
        match plain:
            case ["listed", party, authorities]:
                listings += [_listing(party, each, more) for each in authorities.split(",")]
            case ["dissolved", party, day]:
                dissolved[party] = day
            case [holder, share, held]:
                links.append(_link(f"l{len(links):05}", holder, share, held, more))
            case _:
                raise ValueError(line)
    parties = {row[end] for row in links for end in ("from_id", "to_id")} | {row["entity_id"] for row in listings}
    unsaid = sorted(each for each in parties if each.startswith("L") and not _named(each, listings))
    listings += [_listing(party, each, {}) for party in unsaid for each in AUTHORITIES]
    listings = [row for row in listings if row["authority"] != "NONE"]
    return Told([_entity(each, dissolved.get(each, "")) for each in sorted(parties)], links, listings)


def _named(party: str, listings: list[Row]) -> bool:
    return any(row["entity_id"] == party for row in listings)


def _entity(party: str, dissolved: str) -> Row:
    unknown = party.startswith("UNKNOWN")
    kind = "person" if party[0] in "LP" else "vessel" if party.startswith("MV") else "company"
    kind = "not_stated" if unknown else kind
    return {"entity_id": party, "kind": kind, "name": party, "unknown": unknown, **_bounds("dissolved", dissolved)}


def _link(link_id: str, holder: str, share: str, held: str, more: Mapping[str, str]) -> Row:
    row = {"link_id": link_id, "from_id": holder, "to_id": held, **_what(share)}
    row |= {"joint": more.get("joint", ""), "certainty": more.get("certainty", "stated"), "visibility": "public"}
    return row | _bounds("start", more.get("from", "")) | _bounds("end", more.get("to", ""))


def _what(share: str) -> Row:
    """Type, role and share of a link."""
    if share in _OTHER_TYPES:
        return {"type": _OTHER_TYPES[share], "role": "", **_share("?")}
    if share in {"board", "control"}:
        return {"type": "CONTROLS", "role": "appoints_board" if share == "board" else "", **_share("?")}
    if share.startswith("votes"):
        return {"type": "CONTROLS", "role": "voting_rights", **_share(share.partition(":")[2] or "?")}
    return {"type": "OWNS", "role": "", **_share(share)}


def _share(text: str) -> Row:
    low, _, high = (text, "", text) if ".." not in text else text.partition("..")
    ends = {"share_min": low, "share_max": high}
    numbers = {name: None if end in {"?", ""} else float(end.strip("<>")) for name, end in ends.items()}
    return numbers | {"share_min_exclusive": low.startswith(">"), "share_max_exclusive": high.startswith("<")}


def _listing(party: str, authority: str, more: Mapping[str, str]) -> Row:
    since = more.get("from", "2015-01-01")
    return {
        "listing_id": f"listing-{party}-{authority}-{more.get('measure', '')}",
        "entity_id": party,
        "authority": authority,
        "measure": more.get("measure", "asset_freeze"),
        "known_day": KNOWN_DAY,
        "visibility": "public",
        **_bounds("listed", "" if since == "?" else since),
        **_bounds("delisted", more.get("to", "")),
    }


def _bounds(name: str, text: str) -> dict[str, Any]:
    when = parse_when(text)
    bounds = (when.text, when.day_min, when.day_max) if when else (None, None, None)
    return dict(zip((name, f"{name}_min", f"{name}_max"), bounds, strict=True))
