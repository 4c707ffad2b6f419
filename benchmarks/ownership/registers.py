"""Generated registers: who holds whom, with what share, since when; written as a case that graphkit opens.

A company has one to six holders, most of them persons or companies of a level above; one in fifty holdings leads back
into a group, so that there are rings. Shares are whole percents and come to at most 100. Nothing of it is real.

    python benchmarks/ownership/registers.py 1000000 FOLDER
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graphkit.case.arrow import schema
from graphkit.case.folder import CaseFolder, Manifest, StoredSource
from graphkit.graph.link_numbers import link_numbers
from graphkit.model.tables import GRAPH_TABLES, RESOLUTION_TABLES, STATEMENT_TABLES, Columns

_TABLES = {**STATEMENT_TABLES, **RESOLUTION_TABLES, **GRAPH_TABLES}
_EMPTY = {"string": "", "int8": 0, "int32": None, "int64": 0, "float64": None, "bool": False}


LEVELS = 14


@dataclass(frozen=True)
class Register:
    """Parties 0 to n, of which the first are persons and the last vessels; holder, held and share of each link."""

    kinds: np.ndarray
    holder: np.ndarray
    held: np.ndarray
    share: np.ndarray
    start: np.ndarray
    listed: np.ndarray

    @property
    def ids(self) -> list[str]:
        """An id for each party; sorted by kind and number, and so in the order of the numbers."""
        return [f"{kind}-{number:08x}" for number, kind in enumerate(self.kinds)]


def generate(links: int, *, seed: int = 2018) -> Register:
    """A register of about so many links."""
    draw = np.random.default_rng(seed)
    # Alphabetical: company, person, vessel. Companies come first, so that ids are sorted as they are numbered.
    companies = max(int(links * 0.3), 20)
    persons, vessels = max(companies // 2, 10), max(companies // 8, 4)
    kinds = np.repeat(np.array(["company", "person", "vessel"]), [companies, persons, vessels])
    # A company is rather held by few; one in a hundred thousand by ten thousand.
    holders = np.minimum(1 + draw.geometric(0.45, companies), 6)
    holders[draw.choice(companies, max(companies // 100_000, 1), replace=False)] = min(10_000, companies // 4)
    held = np.repeat(np.arange(companies), holders)
    level = np.minimum(draw.geometric(0.18, companies), LEVELS)
    order = np.argsort(level, kind="stable")  # companies by level, the highest first
    begins = np.searchsorted(level[order], np.arange(LEVELS + 2))
    of_held = level[held]
    by_person = (draw.random(len(held)) < 0.45) | (of_held == 1)
    back = (draw.random(len(held)) < 0.02) & (of_held > 1)
    # A holder stands on a level above; one in fifty on any level, and so perhaps in a ring.
    first = np.where(back, 0, begins[np.maximum(of_held - 2, 0)])
    last = np.where(back, companies, begins[of_held])
    above = order[first + (draw.random(len(held)) * np.maximum(last - first, 1)).astype(int)]
    holder = np.where(by_person, companies + draw.integers(0, persons, len(held)), above)
    ships = companies + persons + np.arange(vessels)
    holder = np.concatenate([holder, draw.integers(0, companies, vessels)])
    held = np.concatenate([held, ships])
    keep = np.unique(held * len(kinds) + holder, return_index=True)[1]
    keep = keep[holder[keep] != held[keep]]
    holder, held = holder[keep], held[keep]
    return Register(
        kinds, holder, held, _shares(draw, held), draw.integers(12_000, 19_000, len(held)),
        np.sort(draw.choice(companies + persons, max((companies + persons) // 400, 3), replace=False)),
    )  # fmt: skip


def _shares(draw: np.random.Generator, held: np.ndarray) -> np.ndarray:
    """Whole percents that come to between 80 and 100 for each party held; to fractions where holders are many."""
    weight = draw.gamma(0.7, 1.0, len(held)) + 0.02
    total = np.bincount(held, weights=weight)
    share = weight / total[held] * draw.uniform(80, 100, len(total))[held]
    return np.where(share >= 1, np.floor(share), np.round(share, 4))


def write_case(register: Register, folder: Path) -> CaseFolder:
    """The register as a case, with one asset freeze by OFAC, the EU and the UK on each listed party."""
    case = CaseFolder(folder)
    ids = pa.array(register.ids)
    count = len(register.holder)
    entities = _table(
        "entities", len(ids), entity_id=ids, kind=pa.array(register.kinds), name=pc.utf8_upper(ids), records=1
    )
    start = pa.array(register.start.astype("int32"))
    share = pa.array(register.share.astype("float64"))
    links = _table(
        "links",
        count,
        link_id=pa.array([f"link-{number:016x}" for number in range(count)]),
        type="OWNS",
        from_id=ids.take(pa.array(register.holder)),
        to_id=ids.take(pa.array(register.held)),
        certainty="stated",
        share_min=share,
        share_max=share,
        start=start.cast(pa.date32()).cast(pa.string()),
        start_min=start,
        start_max=start,
        end=None,
    )
    listed = ids.take(pa.array(np.repeat(register.listed, 3)))
    listings = _table(
        "listings",
        len(listed),
        listing_id=pa.array([f"listing-{number}" for number in range(len(listed))]),
        entity_id=listed,
        authority=pa.array(["OFAC", "EU", "UK"] * len(register.listed)),
        measure="asset_freeze",
        listed="2015-01-01",
        listed_min=16_436,
        listed_max=16_436,
        known_day=16_436,
        delisted=None,
    )
    tables = {name: pa.table(schema(columns).empty_table()) for name, columns in _TABLES.items()}
    numbers = link_numbers(links, entities["entity_id"].combine_chunks()).cast(schema(GRAPH_TABLES["link_numbers"]))
    tables |= {"entities": entities, "links": links, "listings": listings, "link_numbers": numbers}
    source = StoredSource("generated", "tables", (), "", "2026-11-24")
    with case.writing():
        case.write_build(Manifest(case.next_build_id(), "benchmark", (source,)), tables)
    return case


def _table(name: str, rows: int, /, **given: object) -> pa.Table:
    """A table of a build; what is not given is empty and public, and one value stands for all rows."""
    columns: Columns = _TABLES[name]
    given = {"visibility": "public", **given}
    made = []
    for field, type_ in zip(schema(columns), columns.values(), strict=True):
        value = given.get(field.name, _EMPTY[type_])
        column = (
            value if isinstance(value, pa.Array | pa.ChunkedArray) else pa.repeat(pa.scalar(value, field.type), rows)
        )
        made.append(column.cast(field.type) if field.type != column.type else column)
    return pa.Table.from_arrays(made, schema=schema(columns))


if __name__ == "__main__":
    write_case(generate(int(sys.argv[1])), Path(sys.argv[2]))
