"""Why the records of an entity are one: each merge with its evidence in words and bits, and the doubts that stayed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages, source_ref
from graphkit.analyse.find import one_entity
from graphkit.analyse.pair_account import PairAccount
from graphkit.errors import NotFound
from graphkit.model.answers import Explanation, MergedPair, SourceRef
from graphkit.model.answers.review import JudgementTold
from graphkit.model.vocabulary import Kind
from graphkit.store.base import Row
from graphkit.store.local import LocalStore

RecordPair = tuple[str, str]


def explain(
    store: LocalStore,
    who: str,
    on: AsOf,
    *,
    pair: RecordPair | None = None,
    judgements: Iterable[JudgementTold] = (),
    merge_at: float | None = None,
) -> Explanation:
    """The records of an entity, the judged pairs that joined them and the doubtful pairs with others.

    pair: only what is between these two records: their own comparison, else the merges that lead from one to the other.
    judgements: a person's words on records of the case; those on this entity's are told.

    Raises:
        NotFound: nothing answers to `who`, or the entity has no record of the pair.
        Ambiguous: several entities answer to `who`.
    """
    entity_id = one_entity(store, who)
    records = store.rows("records_of_entity", entity_id=entity_id)
    ids = sorted({row["record_id"] for row in records})
    entity = Evidence(store, on).entities([entity_id])[entity_id]
    judgements = list(judgements)
    judged = _judged(store, ids, entity.kind, judgements)
    if pair:
        judged = _between(pair, ids, judged)
    return Explanation(
        entity=entity,
        records=tuple(sorted(((row["record_id"], row["name"], source_ref(row)) for row in records), key=_place)),
        merges=tuple(each for each in judged if each.verdict == "merge"),
        doubts=tuple(each for each in judged if each.verdict != "merge"),
        lists=list_ages(store),
        judgements=tuple(each for each in judgements if {each.left, each.right} & set(ids)),
        merge_at=merge_at,
        pair=pair,
    )


def _place(record: tuple[str, str, SourceRef]) -> tuple[str, ...]:
    """By record, then by what is said and who says it, whatever file it stands in."""
    record_id, name, ref = record
    return (record_id, name, ref.source, ref.place, ref.reference, ref.wording, ref.file, f"{ref.line:09}")


def _judged(store: LocalStore, ids: list[str], kind: Kind, judgements: list[JudgementTold]) -> list[MergedPair]:
    """Every judged pair with one of the records, the heaviest first."""
    rows = store.rows("pairs_of_records", record_ids=ids)
    ends = sorted({row[side] for row in rows for side in ("left", "right")})
    names = {row["record_id"]: row["name"] for row in store.rows("records", record_ids=ends)}
    evidence: dict[RecordPair, list[tuple[str, str, float, str]]] = defaultdict(list)
    for row in store.rows("evidence_of_records", record_ids=ids):
        evidence[row["left"], row["right"]].append((row["evidence"], row["state"], row["weight"], row["detail"] or ""))
    account = PairAccount(store)
    said = {frozenset({each.left, each.right}): each for each in judgements}
    pairs = [
        replace(
            account.told(_pair(row, names, evidence[row["left"], row["right"]]), kind),
            judged=said.get(frozenset({row["left"], row["right"]})),
        )
        for row in rows
    ]
    return sorted(pairs, key=lambda each: (-each.match_weight, each.left, each.right))


def _pair(row: Row, names: dict[str, str], evidence: list[tuple[str, str, float, str]]) -> MergedPair:
    return MergedPair(
        left=row["left"],
        right=row["right"],
        left_name=names.get(row["left"], ""),
        right_name=names.get(row["right"], ""),
        match_weight=row["match_weight"],
        verdict=row["verdict"],
        decided_by=row["decided_by"],
        reason=row["reason"],
        evidence=tuple(sorted(evidence, key=lambda each: (-abs(each[2]), each[0]))),
    )


def _between(pair: RecordPair, ids: list[str], judged: list[MergedPair]) -> list[MergedPair]:
    """The comparison of two records, else the shortest row of merges that leads from one to the other."""
    if not set(pair) & set(ids):
        raise NotFound(f"Neither {pair[0]!r} nor {pair[1]!r} is a record of it; without --pair all are shown.")
    if direct := [each for each in judged if {each.left, each.right} == set(pair)]:
        return direct
    steps: dict[str, list[MergedPair]] = defaultdict(list)
    for each in judged:
        if each.verdict == "merge":
            steps[each.left].append(each)
            steps[each.right].append(each)
    came: dict[str, list[MergedPair]] = {pair[0]: []}
    waiting = [pair[0]]
    for one in waiting:
        for step in steps[one]:
            other = step.right if step.left == one else step.left
            if other not in came:
                came[other] = [*came[one], step]
                waiting.append(other)
    return came.get(pair[1], [])
