"""Who is who does not depend on order or on files, never crosses a veto, and keeps the ids it once gave.

Names, numbers and flags are drawn from so few that records meet again and again, and much less than the usual weight is
enough to join them: the vetoes have to hold where evidence is plentiful and wrong.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pandas as pd
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graphkit.graph.build import old_ids
from graphkit.model.records import Listing, Record, Statement
from graphkit.model.resolution import Resolution
from graphkit.model.vocabulary import Kind, Scope, Standing, Validity
from graphkit.resolve.judgements import DIFFERENT, SAME, Judgement
from graphkit.resolve.pipeline import resolve
from graphkit.resolve.weights import default_weights
from tests.case_tables import entity_of, listing, record, tables

EAGER = replace(default_weights(), merge_at=-2.0, review_at=-6.0)
FEW = settings(max_examples=8, phases=(Phase.explicit, Phase.reuse, Phase.generate))

NAMES = (
    "AN SAN 1",
    "AN SAN 2",
    "AN SAN",
    "M/V ANSAN NO. 1",
    "HOPE SEA",
    "KOREA ANSAN CO",
    "KOREA ANSAN LTD",
    "UNKNOWN",
    "",
)
IMOS = ("7303803", "9003550", "9074729", "7303804")
FIRMS = ("5676084", "1790183")
DECISIVE = ("imo", "company_imo", "lei")


@st.composite
def record_sets(draw: st.DrawFn) -> list[Statement]:
    """Up to nine entries and mentions of ships and companies, some with an entry number of a list."""
    statements: list[Statement] = []
    for number in range(draw(st.integers(1, 9))):
        record_id = f"r{number}"
        kind = draw(st.sampled_from([Kind.VESSEL, Kind.VESSEL, Kind.COMPANY, Kind.NOT_STATED]))
        scheme, numbers = ("company_imo", FIRMS) if kind is Kind.COMPANY else ("imo", IMOS)
        said = {
            scheme: numbers,
            "mmsi": ("445123456",),
            "flag": ("KP", "PA"),
            "regime": ("KP",),
            "country": ("KP", "CN"),
        }
        drawn = {what: draw(st.sampled_from(["", "", *values])) for what, values in said.items()}
        is_mention = draw(st.sampled_from([False, False, True]))
        statements.append(
            record(
                record_id,
                draw(st.sampled_from(NAMES)),
                kind=kind,
                aliases=draw(st.lists(st.sampled_from(NAMES[:5]), max_size=1)),
                standing=Standing.MENTION if is_mention else Standing.ENTRY,
                scope=draw(st.sampled_from([Scope.LIST, Scope.BUILD, Scope.PROSE])) if is_mention else None,
                said={what: value for what, value in drawn.items() if value},
            )
        )
        if reference := draw(st.sampled_from(["", "", "", "KPe.001", "KPe.014"])):
            statements.append(listing(record_id, "UN", reference))
    return statements


def records_of(statements: list[Statement]) -> dict[str, Record]:
    return {each.id: each for each in statements if isinstance(each, Record)}


def references_of(statements: list[Statement]) -> dict[str, set[str]]:
    """The entry numbers of each record; the UN numbers no ships."""
    found: dict[str, set[str]] = defaultdict(set)
    ships = {record_id for record_id, each in records_of(statements).items() if each.kind is Kind.VESSEL}
    for each in statements:
        if isinstance(each, Listing) and each.record_id not in ships:
            found[each.record_id].add(each.reference)
    return found


@st.composite
def judged_sets(draw: st.DrawFn) -> tuple[list[Statement], list[Judgement]]:
    """The same with a few decisions of a person."""
    statements = draw(record_sets())
    ids = st.sampled_from(sorted(records_of(statements)))
    judged = draw(st.lists(st.tuples(ids, ids, st.sampled_from([SAME, DIFFERENT])), max_size=3))
    return statements, [Judgement(left, right, word) for left, right, word in judged if left != right]


def groups(resolution: Resolution) -> list[set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for record_id, entity_id in entity_of(resolution).items():
        found[entity_id].add(record_id)
    return list(found.values())


@FEW
@given(judged_sets(), st.randoms(use_true_random=False))
def test_resolution_does_not_depend_on_the_order_of_rows(
    said: tuple[list[Statement], list[Judgement]], random: Random
) -> None:
    statements, judgements = said
    frames = tables(*statements)
    shuffled = {name: table.sample(frac=1, random_state=random.randrange(2**32)) for name, table in frames.items()}
    one, other = (resolve(each, judgements, weights=EAGER) for each in (frames, shuffled))
    for table in ("record_entities", "pairs", "pair_evidence", "unresolved", "compared_pairs", "record_marks"):
        pd.testing.assert_frame_equal(getattr(one, table), getattr(other, table), check_dtype=False)
    assert one.alarms == other.alarms


@FEW
@given(judged_sets())
def test_no_cluster_crosses_a_veto(said: tuple[list[Statement], list[Judgement]]) -> None:
    statements, judgements = said
    records, references = records_of(statements), references_of(statements)
    last = {frozenset((each.left, each.right)): each.judgement for each in judgements}
    for group in groups(resolve(tables(*statements), judgements, weights=EAGER)):
        numbers: dict[str, set[str]] = defaultdict(set)
        for record_id in group:
            for number in records[record_id].identifiers:
                if number.valid is Validity.OK:
                    numbers[number.scheme].add(number.value)
        kinds = {records[record_id].kind for record_id in group} - {Kind.NOT_STATED}
        if Kind.COMPANY not in kinds:
            assert len(numbers["imo"]) <= 1
        assert len(numbers["company_imo"]) <= 1
        assert len(kinds) <= 1
        if not numbers["imo"]:
            assert len({reference for record_id in group for reference in references[record_id]}) <= 1
        assert not any(word == DIFFERENT and pair <= group for pair, word in last.items())


@FEW
@given(judged_sets())
def test_placeholders_join_nothing(said: tuple[list[Statement], list[Judgement]]) -> None:
    statements, _ = said
    records, references = records_of(statements), references_of(statements)
    nobody = {
        record_id
        for record_id, each in records.items()
        if each.name == "UNKNOWN"
        and not references[record_id]
        and not any(number.valid is Validity.OK and number.scheme in DECISIVE for number in each.identifiers)
    }
    for group in groups(resolve(tables(*statements), weights=EAGER)):
        assert len(group) == 1 or nobody.isdisjoint(group)


def owner(statement: Record | Listing) -> str:
    return statement.id if isinstance(statement, Record) else statement.record_id


def decided(statements: Sequence[Statement]) -> pd.DataFrame:
    return resolve(tables(*statements), weights=EAGER).record_entities[["record_id", "entity_id"]]


@FEW
@given(record_sets(), st.data())
def test_added_records_keep_the_ids_or_lead_from_the_old_to_the_new(
    statements: list[Statement], data: st.DataObject
) -> None:
    added = data.draw(st.sets(st.sampled_from(sorted(records_of(statements)))))
    some = [each for each in statements if isinstance(each, Record | Listing) and owner(each) not in added]
    before, now = decided(some), decided(statements)
    no_ids = pd.DataFrame({"old_id": [], "entity_id": []}, dtype="str")
    moved = dict(old_ids(before, no_ids, now).itertuples(index=False, name=None))
    holds = now.groupby("entity_id")["record_id"].agg(set).to_dict()
    for entity_id, held in before.groupby("entity_id")["record_id"].agg(set).items():
        leads_to = moved.get(str(entity_id), str(entity_id))
        assert held & holds[leads_to]
