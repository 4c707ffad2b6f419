"""Graphs written straight into a case folder: every id is the one the test gives, and nothing is read or resolved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkit.case.arrow import from_rows
from graphkit.case.folder import CaseFolder, Manifest, StoredSource
from graphkit.model.dates import parse_when
from graphkit.model.tables import GRAPH_TABLES, RESOLUTION_TABLES, STATEMENT_TABLES, Columns
from graphkit.model.vocabulary import LinkType
from graphkit.store.local import LocalStore
from tests.graph_tables import with_link_numbers

_TABLES: Mapping[str, Columns] = {**STATEMENT_TABLES, **RESOLUTION_TABLES, **GRAPH_TABLES}
_EMPTY: Mapping[str, Any] = {"string": "", "int8": 0, "int64": 0, "int32": None, "float64": None, "bool": False}


@dataclass(frozen=True, slots=True)
class Joined:
    """A link of a graph under test."""

    type: LinkType
    from_id: str
    to_id: str
    start: str = ""
    end: str = ""
    certainty: str = "stated"


def graph_case(
    folder: Path,
    parties: Mapping[str, str],
    links: Iterable[Joined],
    *,
    listed: Iterable[str] = (),
    unknown: Iterable[str] = (),
    backwards: bool = False,
) -> LocalStore:
    """A case of these parties (id to kind) and links; each listed party has an asset freeze since 2000.

    backwards: the same rows the other way round in every table but that of entities, which is in the order of ids.
    """
    links, listed, unknown = list(links), sorted(set(listed)), set(unknown)
    tables = {
        "entities": [
            _row("entities", entity_id=each, kind=kind, name=each.upper(), unknown=each in unknown, visibility="public")
            for each, kind in sorted(parties.items())
        ],
        "links": [_link(number, link) for number, link in enumerate(links)],
        "link_sources": [
            _row("link_sources", link_id=f"l{number:03}", source_id="own", visibility="public")
            for number in range(len(links))
        ],
        "listings": [_listing(each) for each in listed],
        "listing_sources": [
            _row("listing_sources", listing_id=f"listing-{each}", source_id="own", visibility="public")
            for each in listed
        ],
    }
    case = CaseFolder(folder)
    sources = (StoredSource("own", "tables", (), "", "2020-01-01"),)
    ordered = {name: rows[::-1] if backwards and name != "entities" else rows for name, rows in tables.items()}
    made = {name: from_rows(columns, ordered.get(name, [])) for name, columns in _TABLES.items()}
    with case.writing():
        case.write_build(Manifest(case.next_build_id(), "test", sources), with_link_numbers(made))
    return LocalStore(case)


def _link(number: int, link: Joined) -> tuple[Any, ...]:
    dates = _bounds("start", link.start) | _bounds("end", link.end)
    return _row(
        "links",
        link_id=f"l{number:03}",
        type=str(link.type),
        from_id=link.from_id,
        to_id=link.to_id,
        certainty=link.certainty,
        visibility="public",
        **dates,
    )


def _listing(entity_id: str) -> tuple[Any, ...]:
    return _row(
        "listings",
        listing_id=f"listing-{entity_id}",
        entity_id=entity_id,
        authority="OFAC",
        measure="asset_freeze",
        known_day=0,
        visibility="public",
        **_bounds("listed", "2000-01-01"),
    )


def _bounds(name: str, text: str) -> dict[str, Any]:
    when = parse_when(text)
    return {
        name: when.text if when else None,
        f"{name}_min": when.day_min if when else None,
        f"{name}_max": when.day_max if when else None,
    }


def _row(table: str, **values: Any) -> tuple[Any, ...]:
    """A row of a table; what is not named is empty."""
    return tuple(values.get(name, _EMPTY[kind]) for name, kind in _TABLES[table].items())
