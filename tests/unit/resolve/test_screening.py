"""Rows against parties that were read once: a pair scores the same in whatever table the row stands."""

import pandas as pd

from graphkit.resolve.flat_table import said_of
from graphkit.resolve.said import Said
from graphkit.resolve.screening import Parties

SHIPS = pd.DataFrame(
    {
        "name": ["WAN HENG 11", "KUM SONG 3", "ZOMOROD", "AN SAN 1", "MORNING STAR"],
        "former_names": ["", "", "", "HAPPY HOPE", ""],
        "imo": ["8791667", "", "9118044", "7303803", ""],
        "flag": ["BZ", "KP", "IR", "KP", ""],
    }
)


def said(names: list[str], imos: list[str] | None = None) -> Said:
    return said_of(pd.DataFrame({"name": names, "imo": imos or [""] * len(names)}), kind="vessel")


def pairs(parties: Parties, rows: Said) -> dict[tuple[int, str], float]:
    found = parties.compared(rows)
    names = SHIPS["name"].tolist()
    weights = zip(found.row.tolist(), found.party.tolist(), found.compared.match_weight.tolist(), strict=True)
    return {(row, names[party]): weight for row, party, weight in weights}


def test_names_are_found_as_others_write_them() -> None:
    wanted = ["WANHENG NO. 11", "KUM SONG III", "ZOMORROUD", "M/V AN SAN 1", "HAPPY HOPE", "MORNIGN STAR"]
    found = pairs(Parties(said_of(SHIPS, kind="vessel")), said(wanted))
    best = {row: name for (row, name), weight in found.items() if weight > 0}
    assert best == {0: "WAN HENG 11", 1: "KUM SONG 3", 2: "ZOMOROD", 3: "AN SAN 1", 4: "AN SAN 1", 5: "MORNING STAR"}


def test_a_number_finds_its_ship_under_any_name_and_another_number_speaks_against_it() -> None:
    found = pairs(Parties(said_of(SHIPS, kind="vessel")), said(["PEACE", "AN SAN 1"], ["7303803", "9074729"]))
    assert found[(0, "AN SAN 1")] > 10
    assert found[(1, "AN SAN 1")] < -10


def test_what_shares_nothing_is_not_compared() -> None:
    assert pairs(Parties(said_of(SHIPS, kind="vessel")), said(["NORDIC LIGHT"])) == {}


def test_a_pair_weighs_the_same_alone_and_among_thousands() -> None:
    parties = Parties(said_of(SHIPS, kind="vessel"))
    alone = pairs(parties, said(["MORNING STAR 2", "WAN HENG 11"]))
    crowd = pairs(parties, said(["MORNING STAR 2", "WAN HENG 11", *(f"MORNING SUN {n}" for n in range(2_000))]))
    assert {key: weight for key, weight in crowd.items() if key[0] < 2} == alone
    assert len(alone) >= 2
