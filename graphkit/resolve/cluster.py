"""Records to clusters: best pair first, and never across a veto between any two members.

The order of records does not matter, since pairs are taken by weight and, where weights are equal, by record id. A
merge that would bring two hulls or two entries of one list together is refused even when each pair on the way looked
right.
"""

from collections import defaultdict
from dataclasses import dataclass, field

import pandas as pd

from graphkit.model.vocabulary import Standing
from graphkit.resolve.prepare import Prepared, values_of
from graphkit.resolve.weights import APART, MERGE, REVIEW

_ODD_SIZE = 12  # entries; no party of the lists at hand has more than six
_ONE_SHIP = "would make one ship of IMO"
_CLASS_WORD = {"legal": "company or organization"}
_ASHORE = {"legal", "person"}  # what has one of these classes is no ship: a number on it is a company's
JUDGED_DIFFERENT = "would join what a person judged different"


@dataclass(slots=True)
class _Cluster:
    members: list[str]
    imo: set[str] = field(default_factory=set)
    company_imo: set[str] = field(default_factory=set)
    lei: set[str] = field(default_factory=set)
    entry: dict[str, set[str]] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    different: set[str] = field(default_factory=set)  # records that a person said are not this


class Clusters:
    """Growing clusters of records with the vetoes between them."""

    def __init__(self, prepared: Prepared, different: list[tuple[str, str]]) -> None:
        self._entries = set(prepared.records.index[prepared.records["standing"].eq(Standing.ENTRY)])
        classes = prepared.records["name_class"].to_dict()
        features = (values_of(prepared.features[name]) for name in ("imo", "company_imo", "lei", "entry"))
        imo, company_imo, lei, entry = features
        apart: dict[str, set[str]] = defaultdict(set)
        for left, right in different:
            apart[left].add(right)
            apart[right].add(left)
        self._of: dict[str, _Cluster] = {}
        for record_id in prepared.records.index:
            name_class = classes[record_id]
            self._of[record_id] = _Cluster(
                [record_id],
                imo.get(record_id, set()),
                company_imo.get(record_id, set()),
                lei.get(record_id, set()),
                _by_authority(entry.get(record_id, set())),
                set() if name_class == "any" else {name_class},
                set(apart.get(record_id, ())),
            )

    def members(self, record_id: str) -> list[str]:
        """All records of the cluster that a record is in."""
        return self._of[record_id].members

    def veto(self, left: str, right: str) -> str:
        """Why the clusters of two records must stay apart; "" when nothing forbids it."""
        a, b = self._of[left], self._of[right]
        if a.different and not a.different.isdisjoint(b.members):
            return JUDGED_DIFFERENT
        if len(a.classes | b.classes) > 1:
            kinds = sorted(_CLASS_WORD.get(name_class, name_class) for name_class in a.classes | b.classes)
            return f"would make one of a {' and a '.join(kinds)}"
        if a.imo and b.imo and len(a.imo | b.imo) > 1 and not (a.classes | b.classes) & _ASHORE:
            return f"{_ONE_SHIP} {_and(a.imo | b.imo)}"
        if a.lei and b.lei and not a.lei & b.lei:
            return f"would make one company of the LEIs {_and(a.lei | b.lei)}"
        for authority in sorted(a.entry.keys() & b.entry.keys()):
            if a.entry[authority] != b.entry[authority] and not (a.imo & b.imo):
                return f"would make one of the {authority} entries {_and(a.entry[authority] | b.entry[authority])}"
        if a.company_imo and b.company_imo and not (a.company_imo & b.company_imo or a.lei & b.lei):
            return f"would make one company of the IMO company numbers {_and(a.company_imo | b.company_imo)}"
        return ""

    def merge(self, left: str, right: str) -> None:
        """Join the clusters of two records; call only without a veto."""
        a, b = self._of[left], self._of[right]
        if a is b:
            return
        if len(a.members) < len(b.members):
            a, b = b, a
        a.members += b.members
        a.imo |= b.imo
        a.company_imo |= b.company_imo
        a.lei |= b.lei
        a.classes |= b.classes
        a.different |= b.different
        for authority, numbers in b.entry.items():
            a.entry.setdefault(authority, set()).update(numbers)
        for record_id in b.members:
            self._of[record_id] = a

    def together(self, left: str, right: str) -> bool:
        """Whether two records are already one."""
        return self._of[left] is self._of[right]

    def all(self) -> list[list[str]]:
        """Every cluster once, members sorted, clusters in the order of their first member."""
        distinct = {id(cluster): cluster for cluster in self._of.values()}
        return sorted(sorted(cluster.members) for cluster in distinct.values())

    def alarms(self) -> list[str]:
        """Sentences on clusters that a person should look at."""
        found = []
        for members in self.all():
            entries = [record_id for record_id in members if record_id in self._entries]
            if len(entries) > _ODD_SIZE:
                found.append(f"{len(entries)} entries were joined with {entries[0]}; graphkit explain shows why.")
            whole = self._of[members[0]]
            if len(whole.imo) > 1 and not whole.classes & _ASHORE:
                found.append(f"{members[0]} states two ship IMO numbers, {_and(whole.imo)}; one hull has one number.")
        return found


def cluster(judged: pd.DataFrame, clusters: Clusters) -> pd.DataFrame:
    """Join what the pairs' verdicts allow; returns the pairs, those that a veto stopped marked so."""
    order = judged.sort_values(["match_weight", "left", "right"], ascending=[False, True, True])
    stopped: dict[int, str] = {}
    for index, left, right in order[order["verdict"].eq(MERGE)][["left", "right"]].itertuples():
        if clusters.together(left, right):
            continue
        if veto := clusters.veto(left, right):
            stopped[index] = veto
        else:
            clusters.merge(left, right)
    if not stopped:
        return judged
    reasons = pd.Series(stopped)
    by_hand = reasons.eq(JUDGED_DIFFERENT)
    judged = judged.copy()
    judged.loc[reasons.index, "verdict"] = REVIEW
    judged.loc[reasons.index, "decided_by"] = by_hand.map({True: "judgement", False: "rule"})
    judged.loc[reasons.index, "reason"] = reasons
    judged.loc[reasons.index[by_hand | reasons.str.startswith(_ONE_SHIP)], "verdict"] = APART
    return judged


def _and(numbers: set[str]) -> str:
    return " and ".join(sorted(numbers))


def _by_authority(entries: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in entries:
        found.setdefault(entry.split(" ")[0], set()).add(entry.split(" ", 1)[1])
    return found
