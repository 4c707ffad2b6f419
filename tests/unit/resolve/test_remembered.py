"""A build that takes judged pairs from the last one gives what a build anew gives, and compares only what is new."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graphkit.case.folder import CaseFolder
from graphkit.model.records import Statement
from graphkit.model.resolution import Resolution
from graphkit.model.vocabulary import Kind
from graphkit.resolve.pipeline import resolve
from graphkit.resolve.remembered import Earlier
from graphkit.session.building import build
from tests.case_tables import company, crowd, listing, person, record, tables, vessel
from tests.small_cases import READ_ON, write_tables

FEW = settings(max_examples=6, phases=(Phase.explicit, Phase.reuse, Phase.generate))
TABLES = ("record_entities", "pairs", "pair_evidence", "unresolved", "compared_pairs", "record_marks")
NAMES = (
    "AN SAN 1",
    "M/V ANSAN NO. 1",
    "AN SAN 2",
    "HOPE SEA",
    "KOREA ANSAN CO LTD",
    "KOREA ANSAN GMBH",
    "KIM, Chol",
    "",
)
SAID = {
    "imo": ("7303803", "9003550"),
    "mmsi": ("445123456",),
    "flag": ("KP", "PA"),
    "country": ("KP", "HK"),
    "birth_date": ("1965-08-07",),
    "type": ("Tanker",),
    "dwt": ("9102",),
    "address": ("12 Tongil Street, Pyongyang",),
}


def earlier(before: Resolution) -> Earlier:
    return Earlier(before.compared_pairs, before.pair_evidence, before.record_marks)


def assert_same(one: Resolution, other: Resolution) -> None:
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), check_dtype=False, obj=name)
    assert one.alarms == other.alarms


def added(first: Sequence[Statement], then: Sequence[Statement]) -> Resolution:
    """What resolving both gives after the first; the same as resolving both anew."""
    both = tables(*first, *then)
    found = resolve(both, earlier=earlier(resolve(tables(*first))))
    assert_same(found, resolve(both))
    return found


@st.composite
def records(draw: st.DrawFn, prefix: str) -> list[Statement]:
    statements: list[Statement] = []
    for number in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from([Kind.VESSEL, Kind.COMPANY, Kind.PERSON, Kind.NOT_STATED]))
        said = {what: draw(st.sampled_from(["", *values])) for what, values in SAID.items()}
        statements.append(
            record(
                f"{prefix}{number}",
                draw(st.sampled_from(NAMES)),
                kind=kind,
                aliases=draw(st.lists(st.sampled_from(NAMES[:5]), max_size=1)),
                said={what: value for what, value in said.items() if value},
            )
        )
        if reference := draw(st.sampled_from(["", "", "KPe.001", "KPe.014"])):
            statements.append(listing(f"{prefix}{number}", "UN", reference))
    return statements


@FEW
@given(records("a"), records("b"))
def test_adding_records_gives_what_a_build_anew_gives(first: list[Statement], then: list[Statement]) -> None:
    added(first, then)


@FEW
@given(records("a"), records("a"))
def test_so_does_saying_something_else_of_the_same_records(first: list[Statement], then: list[Statement]) -> None:
    now = tables(*then)
    assert_same(resolve(now, earlier=earlier(resolve(tables(*first)))), resolve(now))


def test_a_build_may_lose_all_its_records_and_get_them_back() -> None:
    said = [vessel("a", "AN SAN 1", imo="7303803"), vessel("b", "ANSAN", imo="7303803")]
    assert_same(resolve(tables(), earlier=earlier(resolve(tables(*said)))), resolve(tables()))
    added([], said)


FLEET = [vessel(f"a{n}", f"AN SAN {n % 5}", imo="7303803" if n % 5 == 1 else "") for n in range(10)]


def test_nothing_is_compared_again_where_nothing_has_changed() -> None:
    said = tables(*FLEET, *crowd(Kind.VESSEL))
    before = resolve(said)
    assert (before.new_pairs, len(before.compared_pairs) > 0) == (len(before.compared_pairs), True)
    assert resolve(said, earlier=earlier(before)).new_pairs == 0


def test_only_pairs_of_new_records_are_compared_when_no_weight_moves() -> None:
    # A stranger of the fleet that shares its number's block with the two ships of that number.
    first = [*FLEET, *crowd(Kind.VESSEL)]
    found = added(first, [vessel("z", "GARDENIA", imo="7303803")])
    new = found.compared_pairs["left"].eq("z") | found.compared_pairs["right"].eq("z")
    assert found.new_pairs == new.sum() == 2


def test_a_record_that_says_something_else_is_compared_again() -> None:
    first = [vessel("a", "AN SAN 1"), vessel("b", "AN SAN 1"), vessel("c", "HOPE SEA"), vessel("d", "HOPE SEA")]
    changed = [vessel("a", "AN SAN 1", imo="7303803"), *first[1:]]
    found = resolve(tables(*changed), earlier=earlier(resolve(tables(*first))))
    assert found.new_pairs == 1


@pytest.mark.parametrize(
    "other",
    [
        vessel("a", "AN SAN 1", flag="PA"),
        vessel("a", "AN SAN 1", flag="KP", dwt="9102"),
        vessel("a", "AN SAN 2", flag="KP"),
        vessel("a", "AN SAN I", flag="KP"),  # the same form, but another name to show
        vessel("a", "AN SAN 1", flag="KP", aliases=["HOPE SEA"]),
        company("a", "AN SAN 1", flag="KP"),
        person("a", "AN SAN 1", flag="KP"),
    ],
)
def test_a_mark_changes_with_whatever_the_comparison_reads(other: Statement) -> None:
    marks = [
        resolve(tables(each)).record_marks["mark"].tolist() for each in (vessel("a", "AN SAN 1", flag="KP"), other)
    ]
    assert marks[0] != marks[1]


def test_a_folder_built_up_step_by_step_is_the_folder_built_at_once(tmp_path: Path) -> None:
    own = {
        "one": "id,name,kind,imo,flag\na,AN SAN 1,vessel,7303803,KP\nb,HOPE SEA,vessel,,KP\nc,ANSAN CO,company,,KP\n",
        "two": "id,name,kind,imo,flag\nd,ANSAN NO. 1,vessel,7303803,KP\ne,ANSAN CO,company,,KP\n",
    }
    sources = [write_tables(tmp_path / name, entities=text) for name, text in own.items()]
    build(sources[:1], tmp_path / "steps", today=READ_ON)
    build(sources[1:], tmp_path / "steps", add=True, today=READ_ON)
    build(sources, tmp_path / "once", today=READ_ON)
    for name in TABLES:
        one, other = (CaseFolder(tmp_path / case).table(name).to_pandas() for case in ("steps", "once"))
        pd.testing.assert_frame_equal(one, other, obj=name)
    entities = CaseFolder(tmp_path / "steps").table("record_entities").to_pandas().set_index("record_id")["entity_id"]
    assert entities["own:a"] == entities["own:d"] == "vessel-imo-7303803"
