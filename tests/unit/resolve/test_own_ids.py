"""Two tables of one's own that both count their rows from 1 speak of two things, and say so."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from graphkit.model.records import Record, Statement
from graphkit.model.vocabulary import Kind
from graphkit.resolve.own_ids import Settled, settle, successors
from graphkit.resolve.pipeline import resolve
from tests.case_tables import (
    cell,
    company,
    partition,
    person,
    place,
    record,
    tables_of,
    vessel,
)
from tests.unit.sources.plain_folder import read_files

SAMPLE = Path(__file__).parents[3] / "sample_data"
Sources = Mapping[str, Sequence[Statement]]


def records(said: Sources) -> list[Record]:
    """The records after ids are told apart."""
    return [each for stated in settle(said).statements.values() for each in stated if isinstance(each, Record)]


def things(said: Sources) -> set[frozenset[str]]:
    """The names of the rows that share an id, id by id."""
    groups: dict[str, set[str]] = {}
    for each in records(said):
        groups.setdefault(each.id, set()).add(each.name)
    return {frozenset(names) for names in groups.values()}


def groups(said: Sources) -> set[str]:
    """Entities by the names of their records."""
    names = {each.id: each.name for each in records(said)}
    found = partition(resolve(tables_of(settle(said).statements)))
    return {" + ".join(sorted(names[each] for each in group)) for group in found}


SHIP, FIRM = vessel("own:1", "AN SAN 1", where=place("ships", 2)), company("own:1", "ALPHA", where=place("firms", 5))


def test_an_id_of_two_kinds_names_two_things() -> None:
    assert things({"ships": [SHIP], "firms": [FIRM]}) == {frozenset({"AN SAN 1"}), frozenset({"ALPHA"})}
    assert groups({"ships": [SHIP], "firms": [FIRM]}) == {"AN SAN 1", "ALPHA"}


def test_each_thing_is_noted_at_its_first_row_in_every_source() -> None:
    again = vessel("own:1", "AN SAN 1", where=place("ships", 7))
    settled = settle({"ships": [again, SHIP], "firms": [FIRM], "lists": [company("ofac:1", "ALPHA")]})
    assert {(source, where.file, where.line, own_id) for source, where, own_id in settled.remarks} == {
        ("ships", "ships.csv", 2, "1"),
        ("firms", "firms.csv", 5, "1"),
    }


def two(left: Record, right: Record) -> int:
    """How many things two rows of one id in two files name."""
    return len({each.id for each in records({"a": [left], "b": [right]})})


def row(source: str, name: str, kind: Kind = Kind.VESSEL, **stated: str) -> Record:
    return record("own:1", name, kind=kind, where=place(source), said=stated)


def test_rows_that_agree_in_a_name_or_a_number_name_one_thing() -> None:
    assert two(row("a", "WAN HENG 11"), row("b", "M/V WANHENG NO. 11")) == 1
    assert two(row("a", "WAN HENG 11", imo="8791667"), row("b", "KUM JIN GANG 3", imo="8791667")) == 1
    assert two(row("a", "ALPHA LTD", Kind.COMPANY), row("b", "Alpha", Kind.ORGANIZATION)) == 1
    assert two(row("a", "ALPHA LTD", Kind.COMPANY), row("b", "Alpha", Kind.NOT_STATED)) == 1
    assert two(row("a", "ZEUS", imo="7303803"), row("b", "ZEUS")) == 1
    assert two(row("a", "대동강해운", Kind.COMPANY), row("b", "대동강해운", Kind.COMPANY)) == 1
    by_alias = vessel("own:1", "KUM JIN GANG 3", former=["WAN HENG 11"], where=place("b"))
    assert two(row("a", "WAN HENG 11"), by_alias) == 1


def test_a_row_that_states_no_name_or_no_number_contradicts_nothing() -> None:
    assert two(row("a", "ZEUS"), row("b", "", imo="7303803")) == 1
    assert two(row("a", "ZEUS"), row("b", "", Kind.NOT_STATED)) == 1
    assert two(row("a", "ZEUS"), row("b", "UNKNOWN")) == 1


def test_rows_that_agree_in_nothing_name_two_things() -> None:
    assert two(row("a", "WAN HENG 11"), row("b", "WAN HENG 12")) == 2
    assert two(row("a", "ZEUS", imo="7303803"), row("b", "ZEUS", imo="9003550")) == 2
    assert two(row("a", "ZEUS", imo="7303803"), row("b", "", imo="9003550")) == 2
    assert two(row("a", "ZEUS"), row("b", "ZEUS", Kind.COMPANY)) == 2
    assert two(row("a", "ALPHA", Kind.COMPANY), row("b", "BETA", Kind.COMPANY, imo="7303804")) == 2


def test_what_a_third_row_joins_is_one_thing() -> None:
    bridge = vessel("own:1", "KUM JIN GANG 3", former=["WAN HENG 11"], where=place("c"))
    said = {"a": [row("a", "WAN HENG 11")], "b": [row("b", "KUM JIN GANG 3")], "c": [bridge]}
    assert things(said) == {frozenset({"WAN HENG 11", "KUM JIN GANG 3"})}


def test_a_third_row_does_not_join_two_hulls() -> None:
    said = {"a": [row("a", "ZEUS", imo="7303803")], "b": [row("b", "ZEUS", imo="9003550")], "c": [row("c", "ZEUS")]}
    ids = [each.id for each in records(said)]
    assert len(set(ids)) == 3
    assert partition(resolve(tables_of(settle(said).statements))) == {frozenset({each}) for each in ids}


def test_rows_of_one_file_are_one_thing_unless_two_hulls_or_kinds_stand_there() -> None:
    assert things({"a": [row("a", "KAL MA"), row("a", "KARL MARX")]}) == {frozenset({"KAL MA", "KARL MARX"})}
    assert len(things({"a": [row("a", "KAL MA", imo="7303803"), row("a", "KARL MARX", imo="9003550")]})) == 2
    assert len(things({"a": [row("a", "KAL MA"), person("own:1", "KARL MARX", where=place("a"))]})) == 2


def test_the_new_ids_depend_on_what_is_said_and_on_nothing_else() -> None:
    def ids(said: Sources) -> set[tuple[str, str]]:
        return {(each.id, each.name) for each in records(said)}

    elsewhere = [vessel("own:1", "AN SAN 1", where=place("x", 9)), company("own:1", "ALPHA", where=place("y", 1))]
    expected = ids({"ships": [SHIP], "firms": [FIRM]})
    assert ids({"q": elsewhere[1:], "p": elsewhere[:1]}) == expected
    # A further row about the ship, found by its name, changes no id.
    assert ids({"ships": [SHIP], "firms": [FIRM], "more": [row("more", "An San 1", flag="KP")]}) >= expected
    assert {each.partition("~")[0] for each, _ in expected} == {"own:1"}


def test_tables_that_agree_are_handed_on_as_they_are() -> None:
    said = {"a": [row("a", "ZEUS"), cell("1")], "b": [row("b", "Zeus"), cell("1")], "ofac": [company("1", "ZEUS")]}
    assert settle(said) == Settled(said)


def test_ids_of_lists_are_left_alone() -> None:
    said = {"ofac": [vessel("ofac:1", "ZEUS")], "eu": [company("ofac:1", "ALPHA")]}
    assert settle(said) == Settled(said)


def test_the_things_of_the_sample_case_agree_row_by_row_though_no_two_stood_in_one_file() -> None:
    statements, _ = read_files([SAMPLE / f"{table}.csv" for table in ("sources", "entities")])
    apart = {f"{n}": [each] for n, each in enumerate(statements)}
    assert sum(isinstance(each, Record) for each in statements) > 58
    assert settle(apart) == Settled(apart)


def names(*rows: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["record_id", "name"], dtype="str")


def test_a_thing_whose_id_came_to_name_another_one_too_is_known_by_its_name() -> None:
    before = names(("own:1", "ZEUS"), ("own:2", "ALPHA"), ("own:3", "BETA"), ("ofac:1", "ZEUS"))
    now = names(("own:1~aa", "ZEUS"), ("own:1~bb", "FREEDOM"), ("own:2", "ALPHA"), ("own:3~cc", "GAMMA"))
    assert successors(before, now) == {"own:1": "own:1~aa"}
    assert successors(now, before) == {"own:1~aa": "own:1"}
    assert successors(before, before) == {}
