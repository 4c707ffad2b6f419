"""Whatever names a thing follows it when its id is told apart from another's; what may mean two stays open."""

from collections.abc import Mapping, Sequence

from graphkit.model.records import Event, Expectation, Link, Record, Statement
from graphkit.model.vocabulary import LinkType, Standing
from graphkit.resolve.own_ids import Settled, settle
from graphkit.resolve.pipeline import resolve
from tests.case_tables import cell, company, link, listing, partition, place, tables_of, unresolved, vessel

Sources = Mapping[str, Sequence[Statement]]
SHIP, FIRM = vessel("own:1", "AN SAN 1", where=place("ships", 2)), company("own:1", "ALPHA", where=place("firms", 5))


def groups(said: Sources) -> set[str]:
    """Entities by the names of their records."""
    names = {
        each.id: each.name for stated in settle(said).statements.values() for each in stated if isinstance(each, Record)
    }
    found = partition(resolve(tables_of(settle(said).statements)))
    return {" + ".join(sorted(names[each] for each in group)) for group in found}


def test_a_cell_means_the_thing_in_its_own_source() -> None:
    cells: list[Statement] = [cell("1"), cell("2"), link(LinkType.LINKED_TO, "own:ref/1", "own:ref/2")]
    said: Sources = {
        "ships": [SHIP, vessel("own:2", "HOPE SEA", where=place("ships")), *cells],
        "firms": [FIRM, company("own:2", "BETA", where=place("firms")), *cells],
    }
    assert groups(said) == {"1 + AN SAN 1", "2 + HOPE SEA", "1 + ALPHA", "2 + BETA"}


def everything() -> list[Statement]:
    """Every kind of statement that names the party of a cell."""
    where = place("ships")
    return [
        cell("1"),
        cell("2"),
        link(LinkType.OWNS, "own:ref/2", "own:ref/1"),
        link(LinkType.OWNS, "own:ref/1", "own:ref/2"),
        listing("own:ref/1", "UN", "KPe.062"),
        Event("e", "sts_transfer", (("own:ref/2", "subject"), ("own:ref/1", "counterpart")), where),
        Expectation("r", "vessel", where, record_id="own:ref/1"),
    ]


def named(settled: Settled, source: str) -> list[str]:
    """The record ids that statements of a source point to, in order."""
    found: list[str] = []
    for each in settled.statements[source]:
        match each:
            case Link():
                found += [each.from_id, each.to_id]
            case Event():
                found += [record_id for record_id, _ in each.participants]
            case Record():
                found += [each.id] if each.standing is Standing.MENTION else []
            case _:
                found.append(each.record_id)  # type: ignore[union-attr]  # listings and expectations
    return found


def test_whatever_names_the_thing_follows_it() -> None:
    settled = settle({"ships": [SHIP, *everything()], "firms": [FIRM]})
    one, two = named(settled, "ships")[:2]
    assert one.startswith("own:ref/1~")
    assert (one, two) != ("own:ref/1", "own:ref/2")
    assert two == "own:ref/2"
    assert named(settled, "ships") == [one, two, two, one, one, two, one, two, one, one]


def test_a_cell_in_a_source_with_both_things_or_with_neither_stays_open() -> None:
    both = {
        "both": [vessel("own:1", "AN SAN 1", where=place("s")), company("own:1", "ALPHA", where=place("f")), cell("1")]
    }
    neither = {"ships": [SHIP], "firms": [FIRM], "links": [cell("1")]}
    for said in (both, neither):
        resolution = resolve(tables_of(settle(said).statements))
        assert unresolved(resolution) == {("own:ref/1", "2 parties fit equally by id of the row")}
        assert groups(said) == {"AN SAN 1", "ALPHA", "1"}


def test_a_cell_may_name_a_thing_by_its_whole_id() -> None:
    said = {"ships": [SHIP, cell("own:1")], "firms": [FIRM]}
    assert groups(said) == {"AN SAN 1 + own:1", "ALPHA"}
