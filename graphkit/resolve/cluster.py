"""Records to clusters: best pair first, and never across a veto between any two members.

The order of records does not matter, since pairs are taken by weight and, where weights are equal, by record. A merge
that would bring two hulls or two entries of one list together is refused even when each pair on the way looked right.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graphkit.resolve.classes import ANY, LEGAL, PERSON, VESSEL
from graphkit.resolve.cohesion import Cohesion
from graphkit.resolve.prepared import Prepared
from graphkit.resolve.ragged import Flags, Floats, Ints

_ODD_SIZE = 12  # entries; no party of the lists at hand has more than six
_ONE_SHIP = "would make one ship of IMO"
_CLASS_WORD = {LEGAL: "company or organization"}
_ASHORE = {LEGAL, PERSON}  # what has one of these classes is no ship: a number on it is a company's
JUDGED_DIFFERENT = "would join what a person judged different"
_DECISIVE = ("imo", "company_imo", "lei", "entry OFAC", "entry UN")
_NO_ROWS: frozenset[int] = frozenset()
_NONE: frozenset[str] = frozenset()
_NO_NAMES: frozenset[tuple[str, str]] = frozenset()


_CLASSES = {ANY: _NONE, **{name: frozenset((name,)) for name in (VESSEL, LEGAL, PERSON, "aircraft", "address")}}


@dataclass(slots=True)
class _Cluster:
    """What the members of a cluster state together; shared empty sets keep a million small clusters small."""

    members: list[int]
    imo: frozenset[str] = _NONE
    company_imo: frozenset[str] = _NONE
    lei: frozenset[str] = _NONE
    entry: frozenset[tuple[str, str]] = _NO_NAMES  # authority and number
    classes: frozenset[str] = _NONE
    numbered: frozenset[tuple[str, str]] = _NO_NAMES  # core and number of names with a number
    different: frozenset[int] = _NO_ROWS  # rows that a person said are not this


class Clusters:
    """Growing clusters of records with the vetoes between them. Records nobody asked about are clusters of one."""

    def __init__(self, prepared: Prepared, different: Iterable[tuple[str, str]] = ()) -> None:
        self._prepared = prepared
        self._of: dict[int, _Cluster] = {}
        self._states = {piece: prepared.features[piece].stated.tolist() for piece in _DECISIVE}
        self._apart: dict[int, set[int]] = defaultdict(set)
        for left, right in different:
            self._apart[self.row_of[left]].add(self.row_of[right])
            self._apart[self.row_of[right]].add(self.row_of[left])

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Record id to row."""
        return self._prepared.row_of()

    def members(self, record_id: str) -> list[str]:
        """All records of the cluster that a record is in."""
        return [self._prepared.ids[row] for row in self._cluster(self.row_of[record_id]).members]

    def veto(self, left: str, right: str) -> str:
        """Why the clusters of two records must stay apart; "" when nothing forbids it."""
        return self.veto_of_rows(self.row_of[left], self.row_of[right])

    def merge(self, left: str, right: str) -> None:
        """Join the clusters of two records; call only without a veto."""
        self.merge_rows(self.row_of[left], self.row_of[right])

    def together(self, left: str, right: str) -> bool:
        """Whether two records are already one."""
        return self._cluster(self.row_of[left]) is self._cluster(self.row_of[right])

    def rows_together(self, left: int, right: int) -> bool:
        """Whether the records of two rows are already one."""
        return self._cluster(left) is self._cluster(right)

    def rows_of_both(self, left: int, right: int) -> tuple[list[int], list[int]]:
        """The rows of both clusters."""
        return self._cluster(left).members, self._cluster(right).members

    def veto_of_rows(self, left: int, right: int) -> str:
        """The same as veto, by row."""
        a, b = self._cluster(left), self._cluster(right)
        if a.different and not a.different.isdisjoint(b.members):
            return JUDGED_DIFFERENT
        classes = a.classes | b.classes
        if len(classes) > 1:
            kinds = sorted(_CLASS_WORD.get(name_class, name_class) for name_class in classes)
            return f"would make one of a {' and a '.join(kinds)}"
        if a.imo and b.imo and a.imo != b.imo and not classes & _ASHORE:
            return f"{_ONE_SHIP} {_and(a.imo | b.imo)}"
        if a.lei and b.lei and not a.lei & b.lei:
            return f"would make one company of the LEIs {_and(a.lei | b.lei)}"
        if a.entry and b.entry and not a.imo & b.imo and (veto := _other_entry(a, b)):
            return veto
        if a.company_imo and b.company_imo and not (a.company_imo & b.company_imo or a.lei & b.lei):
            return f"would make one company of the IMO company numbers {_and(a.company_imo | b.company_imo)}"
        if a.numbered and b.numbered and not a.imo & b.imo and (veto := _other_number(a, b)):
            return veto
        return ""

    def merge_rows(self, left: int, right: int) -> None:
        """The same as merge, by row."""
        a, b = self._cluster(left), self._cluster(right)
        if a is b:
            return
        if len(a.members) < len(b.members):
            a, b = b, a
        a.members += b.members
        a.imo |= b.imo
        a.company_imo |= b.company_imo
        a.lei |= b.lei
        a.entry |= b.entry
        a.classes |= b.classes
        a.numbered |= b.numbered
        a.different |= b.different
        for row in b.members:
            self._of[row] = a

    def all(self) -> list[list[str]]:
        """Every cluster once, members sorted, clusters in the order of their first member."""
        return [[self._prepared.ids[row] for row in rows] for rows in self.rows()]

    def rows(self) -> list[list[int]]:
        """The same, by row."""
        label = self.labels()
        order = np.argsort(label, kind="stable")
        return [part.tolist() for part in np.split(order, np.flatnonzero(np.diff(label[order])) + 1) if len(part)]

    def labels(self) -> Ints:
        """For each record the row of the first member of its cluster."""
        label = np.arange(len(self._prepared.ids))
        for cluster in {id(each): each for each in self._of.values()}.values():
            if len(cluster.members) > 1:
                label[cluster.members] = min(cluster.members)
        return label

    def alarms(self, entries: Flags, *, reason_in: str = "graphkit explain") -> list[str]:
        """Sentences on clusters that a person should look at. entries: which records are no mere mentions."""
        for row in np.flatnonzero(np.diff(self._prepared.features["imo"].codes.start) > 1).tolist():
            self._cluster(row)
        found = []
        distinct = {id(each): each for each in self._of.values()}.values()
        for cluster in sorted(distinct, key=lambda each: min(each.members)):
            rows = sorted(row for row in cluster.members if entries[row])
            first = self._prepared.ids[min(cluster.members)]
            if len(rows) > _ODD_SIZE:
                name = self._prepared.ids[rows[0]]
                found.append(f"{len(rows)} entries were joined with {name}; {reason_in} shows why.")
            if len(cluster.imo) > 1 and not cluster.classes & _ASHORE:
                found.append(f"{first} states two ship IMO numbers, {_and(cluster.imo)}; one hull has one number.")
        return found

    def _cluster(self, row: int) -> _Cluster:
        if (known := self._of.get(row)) is None:
            known = self._of[row] = self._single(row)
        return known

    def _single(self, row: int) -> _Cluster:
        name_class = self._prepared.name_class[row]
        listed = [(each, number) for each in ("OFAC", "UN") for number in self._stated(f"entry {each}", row)]
        return _Cluster(
            [row],
            self._stated("imo", row),
            self._stated("company_imo", row),
            self._stated("lei", row),
            frozenset(listed) if listed else _NO_NAMES,
            _CLASSES[name_class],
            self._numbered(row, name_class),
            frozenset(self._apart[row]) if row in self._apart else _NO_ROWS,
        )

    def _stated(self, piece: str, row: int) -> frozenset[str]:
        """What a record states of one piece; most state nothing."""
        return frozenset(self._prepared.features[piece].texts(row)) if self._states[piece][row] else _NONE

    @cached_property
    def _numerals(self) -> dict[str, list[int]]:
        """For each class the numerals of the forms, 0 for none."""
        return {name: names.spelling.table.numerals.tolist() for name, names in self._prepared.names.items()}

    def _numbered(self, row: int, name_class: str) -> frozenset[tuple[str, str]]:
        """The names with a number that a ship or company bears as its own."""
        if name_class not in {VESSEL, LEGAL}:
            return _NO_NAMES
        names, numerals = self._prepared.names[name_class], self._numerals[name_class]
        first, behind = names.entries.start[row], names.entries.start[row + 1]
        own = [form for form in names.form[first:behind][names.kind[first:behind] == 0].tolist() if numerals[form]]
        forms = names.spelling.table.forms
        return frozenset(("".join(forms[form].core), "#".join(forms[form].numerals)) for form in own) or _NO_NAMES


def _other_entry(a: _Cluster, b: _Cluster) -> str:
    for authority in sorted({each for each, _ in a.entry} & {each for each, _ in b.entry}):
        one, other = ({number for each, number in cluster.entry if each == authority} for cluster in (a, b))
        if one != other:
            return f"would make one of the {authority} entries {_and(one | other)}"
    return ""


def _other_number(a: _Cluster, b: _Cluster) -> str:
    """WAN HENG 11 and WAN HENG 12 stay two, also through a third record that fits both."""
    for core in sorted({core for core, _ in a.numbered} & {core for core, _ in b.numbered}):
        one, other = ({number for each, number in cluster.numbered if each == core} for cluster in (a, b))
        if not one & other:
            return f"would make one of the names with the numbers {_and(one | other)}"
    return ""


@dataclass(frozen=True, slots=True)
class Stopped:
    """A pair whose merge a veto stopped: its place among the judged pairs, the reason, and the verdict that it gets."""

    place: int
    reason: str
    apart: bool
    by_hand: bool


def cluster(
    left: Ints, right: Ints, match_weight: Floats, clusters: Clusters, cohesion: Cohesion | None = None
) -> list[Stopped]:
    """Join what the pairs that may merge ask for, best first; returns those that a veto stopped."""
    stopped = []
    for place in np.lexsort((right, left, -match_weight)).tolist():
        one, other = int(left[place]), int(right[place])
        if clusters.rows_together(one, other):
            continue
        if veto := clusters.veto_of_rows(one, other):
            by_hand = veto == JUDGED_DIFFERENT
            stopped.append(Stopped(place, veto, by_hand or veto.startswith(_ONE_SHIP), by_hand))
        elif cohesion and not cohesion.hold(one, other, *clusters.rows_of_both(one, other)):
            stopped.append(Stopped(place, "would join records that on the whole differ", False, False))
        else:
            clusters.merge_rows(one, other)
    return stopped


def _and(numbers: Iterable[str]) -> str:
    return " and ".join(sorted(numbers))
