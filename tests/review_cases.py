"""Cases with doubtful pairs. What the machine leaves to a person depends on weights that are learned anew from time to
time; these pairs are put into the tables of a real build by hand, so that tests of the review know what is asked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa

from graphkit.case.arrow import schema, write_tables
from graphkit.case.folder import CaseFolder
from graphkit.model.tables import RESOLUTION_TABLES
from graphkit.session.building import build
from tests.small_cases import READ_ON
from tests.small_cases import write_tables as write_own

ENTITIES: Final = """
    id,name,kind,aliases,former_names,imo,flag,country,address,birth_date,built,source
    wan,WAN HENG 11,vessel,KUMJINGANG3,HEUNG JIN,8791667,BZ,,,,1989,reg
    heng,WAN HENG 12,vessel,,KUM JIN GANG 3,,BZ,,,,1991,press
    tae,TAEDONGGANG SHIPPING CO LTD,company,,,,,KP,Pyongyang,,,reg
    dong,TAEDONG SHIPPING CO,company,,,,,KP,,,,press
    kim,KIM CHOL SU,person,,,,,KP,,1965-04-01,,reg
    su,KIM CHOL SU,person,,,,,KP,,,,press
"""
LINKS: Final = """
    from,to,type,role,source
    tae,wan,OWNS,registered_owner,reg
"""
LISTINGS: Final = """
    entity,authority,list,measure,listed,reference,source
    wan,UN,1718,asset_freeze,2018-03-30,KPe.1,un
"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair left to a person, with its evidence: name of the piece, state, bits, detail."""

    left: str
    right: str
    match_weight: float
    reason: str
    evidence: tuple[tuple[str, str, float, str], ...] = ()


SHIPS: Final = Doubt(
    "own:heng",
    "own:wan",
    10.5,
    "another number in the ship's name",
    (("name", "agrees", 9.5, "KUM JIN GANG 3 / KUMJINGANG3"), ("flag", "agrees", 1.0, "BZ")),
)
FIRMS: Final = Doubt(
    "own:dong",
    "own:tae",
    9.0,
    "names that are only alike",
    (("name", "agrees", 11.0, "names alike by 0.8"), ("address", "contradicts", -2.0, "x / y")),
)
PEOPLE: Final = Doubt("own:kim", "own:su", 15.0, "a person's name without birth date or number")


def doubtful_case(folder: Path, *doubts: Doubt, entities: str = ENTITIES) -> Path:
    """A build of ENTITIES in `folder/case` with these doubtful pairs and no others; returns the case."""
    case = folder / "case"
    build([write_own(folder / "own", entities=entities, links=LINKS, listings=LISTINGS)], case, today=READ_ON)
    put_pairs(case, *doubts)
    return case


def put_pairs(case: Path, *doubts: Doubt) -> None:
    """Replace the doubtful pairs of the build in force; pairs that merged stay."""
    folder = CaseFolder(case)
    merged = [row for row in folder.table("pairs").to_pylist() if row["verdict"] == "merge"]
    joined = {(row["left"], row["right"]) for row in merged}
    kept = [row for row in folder.table("pair_evidence").to_pylist() if (row["left"], row["right"]) in joined]
    pairs = [
        {
            "left": each.left,
            "right": each.right,
            "match_weight": each.match_weight,
            "verdict": "review",
            "decided_by": "weights",
            "reason": each.reason,
        }
        for each in doubts
    ]
    evidence = [
        {
            "left": each.left,
            "right": each.right,
            **dict(zip(("evidence", "state", "weight", "detail"), piece, strict=True)),
        }
        for each in doubts
        for piece in each.evidence
    ]
    tables = {"pairs": [*merged, *pairs], "pair_evidence": [*kept, *evidence]}
    made = {name: pa.Table.from_pylist(rows, schema=schema(RESOLUTION_TABLES[name])) for name, rows in tables.items()}
    write_tables(folder.build_path(), made)
