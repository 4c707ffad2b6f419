"""The decision who is who in a build, its steps in order on one screen."""

import numpy as np
import pandas as pd

from graphkit.model.resolution import Resolution
from graphkit.model.tables import RESOLUTION_TABLES
from graphkit.model.vocabulary import Standing
from graphkit.resolve.blocking import candidate_pairs
from graphkit.resolve.cluster import Clusters, Stopped, cluster
from graphkit.resolve.evidence import Comparison
from graphkit.resolve.identity import name_entities
from graphkit.resolve.judgements import Judgement, applicable, apply_same, fingerprints
from graphkit.resolve.lookup import Lookup
from graphkit.resolve.marks import record_marks
from graphkit.resolve.prepare import prepare
from graphkit.resolve.references import References, join_mentions
from graphkit.resolve.remembered import Earlier, compare_new
from graphkit.resolve.scoring import Progress
from graphkit.resolve.verdicts import APART, MERGE, REVIEW
from graphkit.resolve.weights import Weights, default_weights


def resolve(
    tables: dict[str, pd.DataFrame],
    judgements: list[Judgement] | None = None,
    *,
    weights: Weights | None = None,
    earlier: Earlier | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Resolution:
    """Which records are one party. tables: the statement tables by name; judgements: a person's decisions, which come
    first; earlier: the pairs that the last build judged, taken over where nothing about them has changed.
    """
    build = prepare(tables)
    comparison = Comparison.of(build.prepared, weights or default_weights(), build=True)
    known = fingerprints(tables["record_names"], tables["record_identifiers"]) if judgements else {}
    decided = applicable(judgements or [], known)
    clusters = Clusters(build.prepared, decided.different)
    by_hand, refused = apply_same(clusters, decided.same)

    left, right = candidate_pairs(build.prepared, build.taking_part)
    marks = record_marks(comparison)
    judged = compare_new(comparison, left, right, marks, earlier, progress)
    pairs = _clustered(judged.pairs, clusters)

    references = join_mentions(build, clusters, Lookup(build, tables["record_identifiers"]))
    entries = build.records["standing"].eq(Standing.ENTRY).to_numpy(dtype=bool)
    return Resolution(
        record_entities=name_entities(build, clusters.all()),
        pairs=_pairs(pairs, references, by_hand),
        pair_evidence=_evidence(judged.evidence, references),
        unresolved=_unresolved(references, build.records, tables["records"]),
        compared_pairs=judged.pairs,
        record_marks=pd.DataFrame({"record_id": build.prepared.ids, "mark": marks.astype(str)}),
        new_pairs=judged.new,
        alarms=(*decided.orphaned, *refused, *clusters.alarms(entries)),
    )


def _clustered(judged: pd.DataFrame, clusters: Clusters) -> pd.DataFrame:
    """The pairs with the verdicts that the clusters left of them; those that stay apart only when a person said so."""
    asking = judged[judged["verdict"].eq(MERGE)]
    rows = clusters.row_of
    left, right = (np.asarray(asking[side].map(rows), dtype=np.int64) for side in ("left", "right"))
    stopped = cluster(left, right, asking["match_weight"].to_numpy(dtype=np.float64), clusters)
    pairs = judged[judged["verdict"].ne(APART)].copy()
    for each in stopped:
        pairs.loc[asking.index[each.place], ["verdict", "decided_by", "reason"]] = _stopped(each)
    return pairs[pairs["verdict"].ne(APART) | pairs["decided_by"].eq("judgement")]


def _stopped(pair: Stopped) -> list[str]:
    return [APART if pair.apart else REVIEW, "judgement" if pair.by_hand else "rule", pair.reason]


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


def _evidence(judged: pd.DataFrame, references: References) -> pd.DataFrame:
    columns = list(RESOLUTION_TABLES["pair_evidence"])
    others = pd.DataFrame(references.evidence, columns=columns)
    return pd.concat([judged[columns], others]).sort_values(columns, ignore_index=True)


def _unresolved(references: References, records: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Mentions that joined nobody, each with the first place that names it, so that the report can say where."""
    table = pd.DataFrame(references.unresolved, columns=["record_id", "reason"], dtype="str")
    places = statements.sort_values(["record_id", "dataset", "line"]).drop_duplicates("record_id")
    table = table.merge(places[["record_id", "dataset", "line"]], on="record_id")
    table["name"] = table["record_id"].map(records["name"])
    return table[list(RESOLUTION_TABLES["unresolved"])].sort_values("record_id", ignore_index=True)
