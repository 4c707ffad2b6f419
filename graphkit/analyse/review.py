"""Which doubtful pair a person should look at first, and which are still open after some judgements.

The machine leaves a pair for a person when its evidence does not suffice or a rule forbids to join without asking. A
judgement is worth most where the evidence is even and much hangs on it:

    value     = closeness * (1 + log2(1 + hangs))
    closeness = 2 ** (-|w - even| / (merge - even))     w: the match weight, at most the merge line
    hangs     = 4 if one of the two parties is listed, 1 if both are     (joined, the other would be listed as well)
                + links of both parties + records of both parties beyond the two compared

Closeness is 1 at even odds, which are 0 bits, and 1/2 on the merge line; a heavier pair was stopped by a rule that asks
for a person, and its weight says no more. Several doubtful pairs between the same two
parties are one question: the one with the highest weight is asked, and the answer counts for all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2

import pyarrow as pa
import pyarrow.compute as pc

from graphkit.analyse.record_cards import RecordCards, Tables
from graphkit.errors import WrongUse
from graphkit.model.answers.review import DoubtfulPair, PairInView
from graphkit.model.vocabulary import DERIVED
from graphkit.store.base import Row

RecordPair = tuple[str, str]
KINDS = ("vessel", "company", "person")
_CLASS_OF = {"organization": "company"}
_ONE_LISTED, _BOTH_LISTED = 4, 1


@dataclass(frozen=True, slots=True)
class Lines:
    """Bits from which a build merges a pair, and bits at even odds."""

    merge_at: float
    even_at: float = 0.0

    def closeness(self, match_weight: float) -> float:
        """1 where the odds are even, 1/2 on the merge line and above, falling by half with each such distance below."""
        away = abs(min(match_weight, self.merge_at) - self.even_at)
        return float(2 ** (-away / (self.merge_at - self.even_at)))


def value(closeness: float, *, listed: int, links: int, records: int) -> float:
    """What a judgement is worth; listed: how many of the two parties are (0 to 2); records: of both parties."""
    hangs = {0: 0, 1: _ONE_LISTED, 2: _BOTH_LISTED}[listed] + links + records - 2
    return round(closeness * (1 + log2(1 + hangs)), 4)


def doubtful_pairs(tables: Tables, lines: Lines, *, kind: str | None = None) -> tuple[DoubtfulPair, ...]:
    """The pairs left for a person, one for each two parties, most valuable first.

    Raises:
        WrongUse: there is no such kind.
    """
    if kind is not None and kind not in KINDS:
        raise WrongUse(f"There is no kind {kind!r} to review; the kinds are {', '.join(KINDS)}.")
    parties = _Parties(tables)
    questions = _by_parties(tables, parties.entity_of).values()
    found = [parties.doubt(rows, lines) for rows in questions if kind in {None, parties.kind(rows[0])}]
    return tuple(sorted(found, key=lambda pair: (-pair.value, -pair.match_weight, pair.left, pair.right)))


def _by_parties(tables: Tables, entity_of: Mapping[str, str]) -> dict[frozenset[str], list[Row]]:
    """Doubtful pairs by the two entities they would join, the heaviest first; what is one already is no doubt."""
    pairs = tables.table("pairs")
    doubtful = pairs.filter(pc.equal(pairs["verdict"], "review")).sort_by(
        [("match_weight", "descending"), ("left", "ascending"), ("right", "ascending")]
    )
    found: dict[frozenset[str], list[Row]] = defaultdict(list)
    for row in doubtful.to_pylist():
        ends = frozenset({entity_of[row["left"]], entity_of[row["right"]]})
        if len(ends) == 2:
            found[ends].append(row)
    return found


class _Parties:
    """What hangs on the parties of a build, counted once."""

    def __init__(self, tables: Tables) -> None:
        records = tables.table("records")
        stated = zip(*(records[name].to_pylist() for name in ("record_id", "name", "kind")), strict=True)
        self._stated: dict[str, tuple[str, str]] = {record_id: (name, kind) for record_id, name, kind in stated}
        self.entity_of = entities_of_records(tables)
        self._records = Counter(self.entity_of.values())
        links = tables.table("links")
        derived = pc.is_in(links["type"], pa.array(sorted(DERIVED), pa.string()))
        links = links.filter(pc.invert(derived))  # what no source states hangs on nobody
        self._links = Counter([*links["from_id"].to_pylist(), *links["to_id"].to_pylist()])
        self._listed = set(tables.table("listings")["entity_id"].to_pylist())

    def kind(self, row: Row) -> str:
        """The class of a pair: that of the side that states one."""
        kinds = [self._stated[row[side]][1] for side in ("left", "right")]
        stated = next((kind for kind in kinds if kind != "not_stated"), kinds[0])
        return _CLASS_OF.get(stated, stated)

    def doubt(self, rows: list[Row], lines: Lines) -> DoubtfulPair:
        """The heaviest of several pairs between two parties, with what hangs on it."""
        row = rows[0]
        ends = [self.entity_of[row[side]] for side in ("left", "right")]
        listed = sum(end in self._listed for end in ends)
        links = sum(self._links[end] for end in ends)
        records = sum(self._records[end] for end in ends)
        return DoubtfulPair(
            left=row["left"],
            right=row["right"],
            left_name=self._stated[row["left"]][0],
            right_name=self._stated[row["right"]][0],
            kind=self.kind(row),
            left_entity=ends[0],
            right_entity=ends[1],
            match_weight=row["match_weight"],
            reason=row["reason"],
            listed=listed,
            links=links,
            records=records,
            further=len(rows) - 1,
            value=value(lines.closeness(row["match_weight"]), listed=listed, links=links, records=records),
        )


def entities_of_records(tables: Tables) -> dict[str, str]:
    """Record id to entity id."""
    table = tables.table("record_entities")
    return dict(zip(table["record_id"].to_pylist(), table["entity_id"].to_pylist(), strict=True))


def still_open(
    pairs: Iterable[DoubtfulPair],
    entity_of: Mapping[str, str],
    *,
    same: Iterable[RecordPair],
    different: Iterable[RecordPair],
) -> list[DoubtfulPair]:
    """The pairs that judgements leave open, in their order.

    Parties judged the same are one from then on, so that who is not the one is not the other either, and neither
    question comes again. Judgements on records that are not in the build say nothing here.
    """
    whole: dict[str, str] = {}

    def of(entity_id: str) -> str:
        while entity_id in whole:
            entity_id = whole[entity_id]
        return entity_id

    def ends(left: str, right: str) -> frozenset[str]:
        return frozenset({of(entity_of[left]), of(entity_of[right])})

    for joined in same:
        if entity_of.keys() >= set(joined) and len(both := sorted(ends(*joined))) == 2:
            whole[both[1]] = both[0]
    apart = {ends(*pair) for pair in different if entity_of.keys() >= set(pair)}
    asked: set[frozenset[str]] = set()
    found = []
    for pair in pairs:
        question = ends(pair.left, pair.right)
        if len(question) == 2 and question not in apart and question not in asked:
            asked.add(question)
            found.append(pair)
    return found


def in_view(tables: Tables, pair: DoubtfulPair, lines: Lines) -> PairInView:
    """A pair with everything that its records state, and its evidence, the heaviest pieces first."""
    rows = tables.table("pair_evidence")
    rows = rows.filter(pc.and_(pc.equal(rows["left"], pair.left), pc.equal(rows["right"], pair.right)))
    evidence = [(row["evidence"], row["state"], row["weight"], row["detail"] or "") for row in rows.to_pylist()]
    cards = RecordCards(tables)
    return PairInView(
        pair=pair,
        left=cards.card(pair.left),
        right=cards.card(pair.right),
        evidence=tuple(sorted(evidence, key=lambda each: (-abs(each[2]), each[0]))),
        merge_at=lines.merge_at,
    )
