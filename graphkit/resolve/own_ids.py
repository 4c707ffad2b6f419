"""Ids of one's own tables that name different things, such as the 1 of two tables that both count their rows.

Ids are shared by all own tables of a build, so that several tables can speak of one thing. Rows of one id that
contradict each other speak of different things all the same, and joined without a word a ship would pass into a
stranger's fleet. Each thing then gets an id of its own, made of what its rows say.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from graphkit.model.placeholders import is_placeholder
from graphkit.model.records import Provenance, Record, Statement
from graphkit.model.vocabulary import Validity
from graphkit.names.normalise import joined_form
from graphkit.resolve.classes import CLASS_OF_KIND, FORMS
from graphkit.resolve.own_references import MARK, OWN, Renaming, is_own_row


@dataclass(frozen=True, slots=True)
class Settled:
    """The statements by source, ids told apart, and a place for each thing whose id names another one too.

    remarks: source, place, and the id as the tables have it.
    """

    statements: Mapping[str, Sequence[Statement]]
    remarks: tuple[tuple[str, Provenance, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    source: str
    record: Record

    @property
    def name_class(self) -> str:
        found = CLASS_OF_KIND[self.record.kind]
        return "" if found == "any" else found

    @property
    def hulls(self) -> frozenset[str]:
        return frozenset(
            number.value for number in self.record.identifiers if number.scheme == "imo" and number.valid is Validity.OK
        )

    @property
    def names(self) -> list[str]:
        further = (name.text for name in self.record.names)
        return [name for name in (self.record.name, *further) if name and not is_placeholder(name)]

    @property
    def says(self) -> set[str]:
        """What another row of the same thing would say too: a checked number, a form of a name."""
        numbers = {
            f"number {number.scheme} {number.value}"
            for number in self.record.identifiers
            if number.valid is Validity.OK and number.value
        }
        forms = {name_class: form for name_class, form in FORMS.items() if self.name_class in {name_class, ""}}
        keys = {
            f"name {kind} {form.key}"
            for kind, forms_of in forms.items()
            for name in self.names
            for form in forms_of(name)
        }
        return numbers | keys | {f"name {joined_form(name)}" for name in self.names}


_Thing = list[_Row]


def settle(statements: Mapping[str, Sequence[Statement]]) -> Settled:
    """Tell apart the things that share an id. statements: by the name of their source.

    The order of rows and sources and the names of files leave no trace in the new ids.
    """
    rows: dict[str, _Thing] = defaultdict(list)
    for source, stated in statements.items():
        for statement in stated:
            if isinstance(statement, Record) and is_own_row(statement):
                rows[statement.id].append(_Row(source, statement))
    split = {
        record_id: things for record_id, same in rows.items() if len(same) > 1 and len(things := _things(same)) > 1
    }
    if not split:
        return Settled(statements)
    new_ids: dict[Record, str] = {}
    meant: dict[str, dict[str, set[str]]] = {source: defaultdict(set) for source in ["", *statements]}
    remarks = []
    for record_id, things in sorted(split.items()):
        for thing in things:
            new_id = f"{record_id}{MARK}{_fingerprint(thing)}"
            for row in thing:
                new_ids[row.record] = new_id
                meant[row.source][record_id].add(new_id)
                meant[""][record_id].add(new_id)
            remarks += [
                (source, place, record_id.removeprefix(OWN)) for source, place in sorted(_first_places(thing).items())
            ]
    renamed = {
        source: Renaming(new_ids, {**meant[""], **meant[source]}).apply(stated) for source, stated in statements.items()
    }
    return Settled(renamed, tuple(remarks))


def successors(before: pd.DataFrame, now: pd.DataFrame) -> dict[str, str]:
    """Record ids of an earlier build that this one calls otherwise, with the id that the thing has now.

    before, now: record_id and name of each build's names of records. A thing whose id came to name another one too, or
    does so no longer, is known by its name.
    """
    current = set(now["record_id"])
    gone = before[before["record_id"].str.startswith(OWN) & ~before["record_id"].isin(current)]
    pairs = gone.assign(base=gone["record_id"].map(_base)).merge(
        now.assign(base=now["record_id"].map(_base)), on=["base", "name"], suffixes=("", "_now")
    )
    pairs = pairs.sort_values(["record_id", "record_id_now"]).drop_duplicates("record_id")
    return dict(zip(pairs["record_id"], pairs["record_id_now"], strict=True))


def _base(record_id: str) -> str:
    return record_id.partition(MARK)[0]


def _things(rows: _Thing) -> list[_Thing]:
    """Rows of one id by the thing they speak of: those of one file, or that say a name or a number in common, are one
    thing unless they state two kinds or two ships' numbers. A row without a name joins the only thing that has one.
    """
    groups: list[tuple[set[str], _Thing]] = []
    for row in rows:
        said, thing = row.says | {f"file {row.source}/{row.record.provenance.file}"}, [row]
        for group in [group for group in groups if group[0] & said]:
            groups.remove(group)
            said, thing = said | group[0], [*group[1], *thing]
        groups.append((said, thing))
    things = [thing for _, thing in groups]
    named = [thing for thing in things if any(row.names for row in thing)]
    if len(named) == 1:
        things = [[row for thing in things for row in thing]]
    return [part for thing in things for part in _without_contradiction(thing)]


def _without_contradiction(thing: _Thing) -> list[_Thing]:
    kinds, hulls = _signature(thing)
    if len(kinds) <= 1 and len(hulls) <= 1:
        return [thing]
    parts: dict[tuple[tuple[str, ...], tuple[str, ...]], _Thing] = defaultdict(list)
    for row in thing:
        parts[_signature([row])].append(row)
    return list(parts.values())


def _signature(thing: _Thing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kinds = {row.name_class for row in thing} - {""}
    return tuple(sorted(kinds)), tuple(sorted({hull for row in thing for hull in row.hulls}))


def _fingerprint(thing: _Thing) -> str:
    """Eight figures that stay the same when a further row tells of the same thing, as far as that can be had."""
    says = {said for row in thing for said in row.says}
    strongest = min(says, key=lambda said: (not said.startswith("number "), said), default="")
    kinds, hulls = _signature(thing)
    return hashlib.sha256("\x1f".join((*kinds, *hulls, strongest)).encode()).hexdigest()[:8]


def _first_places(thing: _Thing) -> dict[str, Provenance]:
    places: dict[str, Provenance] = {}
    for row in sorted(thing, key=lambda row: (row.record.provenance.file, row.record.provenance.line)):
        places.setdefault(row.source, row.record.provenance)
    return places
