"""How good a resolution, a comparison or a blocking is: what `graphkit evaluate` answers.

Precision says how much of what was claimed is true, recall how much of what is true was claimed, F1 is their harmonic
mean; each is 0 to 1, and None where there is nothing to count: no pair claimed has no precision, not a perfect one.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quality:
    """Precision, recall and F1 of one set of claims, with the counts behind them."""

    claimed: int
    true: int
    both: int

    @property
    def precision(self) -> float | None:
        """How much of what was claimed is true."""
        return self.both / self.claimed if self.claimed else None

    @property
    def recall(self) -> float | None:
        """How much of what is true was claimed."""
        return self.both / self.true if self.true else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return 2 * self.both / (self.claimed + self.true) if self.claimed + self.true else None


@dataclass(frozen=True, slots=True)
class BCubed:
    """B-cubed: precision and recall of each record's own cluster, averaged over records.

    Source: A. Bagga, B. Baldwin, Entity-based cross-document coreferencing using the vector space model, 1998.
    """

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; never 0 / 0, as each record shares its cluster at least with itself."""
        if self.precision is None or self.recall is None:
            return None
        return 2 * self.precision * self.recall / (self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class Mixture:
    """A cluster that holds several true entities, or a true entity that lies in several clusters.

    id: the cluster's, or the true entity's. parts: how many of the other kind. pairs: pairs of records that are wrongly
    joined, or missed. record_ids: the first few of them.
    """

    id: str
    records: int
    parts: int
    pairs: int
    record_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Clusters against the truth, over the records that both sides give an entity.

    only_in_result, only_in_truth: records of one side alone; they count nowhere else. sizes: records in a cluster ->
    how many such clusters. wrong, split: the worst, by pairs.
    """

    records: int
    only_in_result: int
    only_in_truth: int
    result_sizes: Mapping[int, int]
    truth_sizes: Mapping[int, int]
    pairs: Quality
    b_cubed: BCubed
    wrong: tuple[Mixture, ...]
    split: tuple[Mixture, ...]


@dataclass(frozen=True, slots=True)
class RecallAt:
    """The highest recall that keeps a precision, and the similarity from which pairs are taken for it.

    similarity: None where no threshold reaches the precision; recall is then 0. Pairs of one similarity stand or fall
    together.
    """

    precision: float
    recall: float | None
    similarity: float | None


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """One pair that was judged wrongly."""

    left: str
    right: str
    similarity: float


@dataclass(frozen=True, slots=True)
class PairEvaluation:
    """Compared pairs against labels, over the pairs that both sides have.

    even_odds: pairs of similarity 0.5 or more taken as one party. screen, merge: the verdicts; None where the result
    has no such column. wrong_merges, missed: the worst by similarity.
    """

    pairs: int
    only_in_result: int
    only_in_truth: int
    even_odds: Quality
    recall_at: RecallAt
    screen: Quality | None
    merge: Quality | None
    wrong_merges: tuple[JudgedPair, ...]
    missed: tuple[JudgedPair, ...]


@dataclass(frozen=True, slots=True)
class BlockingEvaluation:
    """Candidate pairs against the truth: what blocking loses, and what it costs.

    records: those of the truth. candidates: its recall is the share of true pairs that will be compared at all.
    unknown: candidate pairs with a record that the truth does not have; they count nowhere else. missed: the entities
    with the most true pairs that are no candidates.
    """

    records: int
    candidates: Quality
    unknown: int
    missed: tuple[Mixture, ...]

    @property
    def pairs_per_record(self) -> float | None:
        """Comparisons that each record costs."""
        return self.candidates.claimed / self.records if self.records else None
