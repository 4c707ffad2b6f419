"""The decision who is who, its steps in order on one screen."""

import pandas as pd

from graphkit.model.resolution import Resolution
from graphkit.model.tables import RESOLUTION_TABLES
from graphkit.resolve.blocking import candidate_pairs
from graphkit.resolve.cluster import Clusters, cluster
from graphkit.resolve.evidence import compare
from graphkit.resolve.identity import name_entities
from graphkit.resolve.judgements import Judgement, applicable, apply_same, fingerprints
from graphkit.resolve.lookup import Lookup
from graphkit.resolve.prepare import prepare
from graphkit.resolve.references import References, join_mentions
from graphkit.resolve.weights import APART, Weights, default_weights, evidence_rows, judge


def resolve(
    tables: dict[str, pd.DataFrame], judgements: list[Judgement] | None = None, *, weights: Weights | None = None
) -> Resolution:
    """Which records are one party. tables: the statement tables by name; judgements: a person's decisions, which come
    first.
    """
    weights = weights or default_weights()
    prepared = prepare(tables)
    known = fingerprints(tables["record_names"], tables["record_identifiers"]) if judgements else {}
    decided = applicable(judgements or [], known)
    clusters = Clusters(prepared, decided.different)
    by_hand, refused = apply_same(clusters, decided.same)

    pairs = candidate_pairs(prepared)
    compared = compare(prepared, pairs)
    judged = judge(compared, prepared, weights)
    judged = cluster(judged, clusters)

    references = join_mentions(prepared, clusters, Lookup(prepared, tables["record_identifiers"]), weights)
    kept = judged[judged["verdict"].ne(APART) | judged["decided_by"].eq("judgement")]
    return Resolution(
        record_entities=name_entities(prepared, clusters.all()),
        pairs=_pairs(kept, references, by_hand),
        pair_evidence=_evidence(kept, references, weights),
        unresolved=_unresolved(references, prepared.records, tables["records"]),
        alarms=(*decided.orphaned, *refused, *clusters.alarms()),
    )


def _pairs(
    judged: pd.DataFrame, references: References, by_hand: list[tuple[str, str, float, str, str, str]]
) -> pd.DataFrame:
    columns = list(RESOLUTION_TABLES["pairs"])
    others = pd.DataFrame([*references.pairs, *by_hand], columns=columns)
    return (
        pd.concat([judged[columns], others])
        .drop_duplicates(["left", "right"], keep="last")
        .sort_values(columns, ignore_index=True)
    )


def _evidence(judged: pd.DataFrame, references: References, weights: Weights) -> pd.DataFrame:
    columns = list(RESOLUTION_TABLES["pair_evidence"])
    others = pd.DataFrame(references.evidence, columns=columns)
    return pd.concat([evidence_rows(judged, weights), others]).sort_values(columns, ignore_index=True)


def _unresolved(references: References, records: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Mentions that joined nobody, each with the first place that names it, so that the report can say where."""
    table = pd.DataFrame(references.unresolved, columns=["record_id", "reason"], dtype="str")
    places = statements.sort_values(["record_id", "dataset", "line"]).drop_duplicates("record_id")
    table = table.merge(places[["record_id", "dataset", "line"]], on="record_id")
    table["name"] = table["record_id"].map(records["name"])
    return table[list(RESOLUTION_TABLES["unresolved"])].sort_values("record_id", ignore_index=True)
