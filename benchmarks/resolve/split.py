"""Which labelled rows may teach and which may judge: one split for all labelled files, by party and never by row.

The files overlap: nine in ten of the company names stand in the name pairs too, and the UN's companies are partly
OFAC's. So names joined anywhere, by a pair labelled 1 or by a shared entity, are one *party*, and the hash of the party
decides. No name is in both parts. A pair of two parties in different parts is in neither ("between").

Weights: of the pairs across two parties half fall "between", of those within one party none do. Weight 2 for the former
gives a part the mix of labels that the whole file has; without it precision would flatter and calibration would drift.

    tables = read_split(Path("labelled"))
    teach = tables["company_name_pairs"].query("part == 'develop'")    # columns part and weight added
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

PAIRS = ("company_name_pairs", "un_name_pairs", "vessel_name_pairs")
SETS = ("company_names", "vessel_sightings")

Parties = Mapping[str, str]


def read_split(folder: Path) -> dict[str, pd.DataFrame]:
    """Every labelled file by name, with `part` (develop, evaluate, between) and, for pairs, `weight`.

    All cells are text as written, except `label`, which is 0 or 1.
    """
    tables = {name: pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False) for name in (*PAIRS, *SETS)}
    for name in PAIRS:
        tables[name]["label"] = tables[name]["label"].astype(int)
    parties = parties_of(tables.values())
    for name in PAIRS:
        tables[name]["part"] = part_of_pairs(tables[name], parties)
        tables[name]["weight"] = weight_of_pairs(tables[name], parties)
    for name in SETS:
        tables[name]["part"] = part_of_entities(tables[name], parties)
    return tables


def parties_of(tables: Iterable[pd.DataFrame]) -> dict[str, str]:
    """Folded name -> party, named by the first of its names in order.

    A table is pairs (name_a, name_b, label) or records (entity, name). Entity numbers mean the same in all tables.
    """
    above: dict[str, str] = {}

    def root(name: str) -> str:
        while above.setdefault(name, name) != name:
            above[name] = above[above[name]]
            name = above[name]
        return name

    def join(left: str, right: str) -> None:
        first, second = sorted((root(left), root(right)))
        above[second] = first

    for table in tables:
        if "name_a" in table:
            for left, right, label in zip(table["name_a"], table["name_b"], table["label"], strict=True):
                join(fold(left), fold(left if int(label) == 0 else right))
                root(fold(right))
        else:
            # "~" sorts after every letter and digit, so that a party is named by a name and not by a number.
            for entity, name in zip(table["entity"], table["name"], strict=True):
                join(fold(name), f"~{entity}")
    return {name: root(name) for name in list(above)}


def part_of_pairs(pairs: pd.DataFrame, parties: Parties | None = None) -> pd.Series:
    """develop, evaluate or between for each row of name_a, name_b, label; parties from the pairs alone unless given."""
    left, right = _parties_of_pairs(pairs, parties)
    part = left.map(_part)
    return part.where(part == right.map(_part), "between").rename("part")


def weight_of_pairs(pairs: pd.DataFrame, parties: Parties | None = None) -> pd.Series:
    """2 for a pair across two parties, 1 within one; see the header."""
    left, right = _parties_of_pairs(pairs, parties)
    return (left != right).map({True: 2.0, False: 1.0}).rename("weight")


def part_of_entities(records: pd.DataFrame, parties: Parties | None = None) -> pd.Series:
    """develop or evaluate for each row of entity, name: the same for all records of an entity."""
    known = parties_of([records]) if parties is None else parties
    return party_of_names(records["name"], known).map(_part).rename("part")


def party_of_names(names: pd.Series, parties: Parties) -> pd.Series:
    """The party of each name; a name that no labelled file has is a party of its own."""
    return names.map(fold).map(lambda name: parties.get(name, name)).rename("party")


def part_of_names(names: pd.Series, parties: Parties) -> pd.Series:
    """develop or evaluate for any names, such as a whole list's: what to leave out when learning from it."""
    return party_of_names(names, parties).map(_part).rename("part")


def fold(name: str) -> str:
    """Letters and digits alone, without accents or case, so that "CARLOTA-C" and "Carlota C" are one name."""
    plain = unicodedata.normalize("NFKD", name).upper()
    return "".join(sign for sign in plain if sign.isalnum()) or name


def _parties_of_pairs(pairs: pd.DataFrame, parties: Parties | None) -> tuple[pd.Series, pd.Series]:
    known = parties_of([pairs]) if parties is None else parties
    return party_of_names(pairs["name_a"], known), party_of_names(pairs["name_b"], known)


def _part(party: str) -> str:
    return "evaluate" if hashlib.sha256(party.encode()).digest()[0] % 2 else "develop"
