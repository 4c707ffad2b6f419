"""Why the records of an entity are one: each merge with its evidence in words and bits, and the doubts that stayed."""

from collections import defaultdict

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages, source_ref
from graphkit.analyse.find import one_entity
from graphkit.model.answers import Explanation, MergedPair, SourceRef
from graphkit.store.base import Row, Store


def explain(store: Store, who: str, on: AsOf) -> Explanation:
    """The records of an entity, the judged pairs that joined them and the doubtful pairs with others.

    Raises:
        NotFound, Ambiguous: `who` is not exactly one entity.
    """
    entity_id = one_entity(store, who)
    records = store.rows("records_of_entity", entity_id=entity_id)
    ids = sorted({row["record_id"] for row in records})
    pairs = store.rows("pairs_of_records", record_ids=ids)
    names = _names(store, {row[side] for row in pairs for side in ("left", "right")})
    evidence: dict[tuple[str, str], list[tuple[str, str, float, str]]] = defaultdict(list)
    for row in store.rows("evidence_of_records", record_ids=ids):
        evidence[(row["left"], row["right"])].append(
            (row["evidence"], row["state"], row["weight"], row["detail"] or "")
        )
    judged = [_pair(row, names, evidence[(row["left"], row["right"])]) for row in pairs]
    judged.sort(key=lambda pair: (-pair.match_weight, pair.left, pair.right))
    return Explanation(
        entity=Evidence(store, on).entities([entity_id])[entity_id],
        records=tuple(sorted(((row["record_id"], row["name"], source_ref(row)) for row in records), key=_place)),
        merges=tuple(pair for pair in judged if pair.verdict == "merge"),
        doubts=tuple(pair for pair in judged if pair.verdict != "merge"),
        lists=list_ages(store),
    )


def _place(record: tuple[str, str, SourceRef]) -> tuple[str, ...]:
    """By record, then by what is said and who says it, whatever file it stands in."""
    record_id, name, ref = record
    return (record_id, name, ref.source, ref.place, ref.reference, ref.wording, ref.file, f"{ref.line:09}")


def _names(store: Store, record_ids: set[str]) -> dict[str, str]:
    return {row["record_id"]: row["name"] for row in store.rows("records", record_ids=sorted(record_ids))}


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
