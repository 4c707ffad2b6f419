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
    """What the members of a cluster state together; shared empty sets keep a million small clusters small.

    bare: it states nothing but its class, so that only another class can forbid a merge with another bare one.
    """

    members: list[int]
    classes: frozenset[str]
    bare: bool = True
    imo: frozenset[str] = _NONE
    company_imo: frozenset[str] = _NONE
    lei: frozenset[str] = _NONE
    entry: frozenset[tuple[str, str]] = _NO_NAMES  # authority and number
    numbered: frozenset[tuple[str, str]] = _NO_NAMES  # core and number of names with a number
    different: frozenset[int] = _NO_ROWS  # rows that a person said are not this


class Clusters:
    """Growing clusters of records with the vetoes between them. Records nobody asked about are clusters of one."""

    def __init__(self, prepared: Prepared, different: Iterable[tuple[str, str]] = ()) -> None:
        self._prepared = prepared
        self._of: list[_Cluster | None] = [None] * len(prepared.ids)
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
        return self.veto_between(*self.of_rows(self.row_of[left], self.row_of[right]))

    def merge(self, left: str, right: str) -> None:
        """Join the clusters of two records; call only without a veto."""
        self.join(*self.of_rows(self.row_of[left], self.row_of[right]))

    def together(self, left: str, right: str) -> bool:
        """Whether two records are already one."""
        return self._cluster(self.row_of[left]) is self._cluster(self.row_of[right])

    def of_rows(self, left: int, right: int) -> tuple[_Cluster, _Cluster]:
        """The clusters of the records of two rows; one and the same when they are already one."""
        return self._cluster(left), self._cluster(right)

    def veto_between(self, a: _Cluster, b: _Cluster) -> str:
        """Why two clusters must stay apart; "" when nothing forbids it."""
        if a.bare and b.bare and a.classes == b.classes:
            return ""
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

    def join(self, a: _Cluster, b: _Cluster) -> None:
        """Make one of two clusters; call only without a veto."""
        if a is b:
            return
        if len(a.members) < len(b.members):
            a, b = b, a
        a.members += b.members
        for row in b.members:
            self._of[row] = a
        a.classes |= b.classes
        if b.bare:
            return
        a.bare = False
        a.imo |= b.imo
        a.company_imo |= b.company_imo
        a.lei |= b.lei
        a.entry |= b.entry
        a.numbered |= b.numbered
        a.different |= b.different

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
        for cluster in self._grown():
            if len(cluster.members) > 1:
                label[cluster.members] = min(cluster.members)
        return label

    def _grown(self) -> Iterable[_Cluster]:
        """Every cluster that was asked about, once."""
        return {id(each): each for each in self._of if each}.values()

    def alarms(self, entries: Flags, *, reason_in: str = "graphkit explain") -> list[str]:
        """Sentences on clusters that a person should look at. entries: which records are no mere mentions."""
        for row in np.flatnonzero(np.diff(self._prepared.features["imo"].codes.start) > 1).tolist():
            self._cluster(row)
        found = []
        for cluster in sorted(self._grown(), key=lambda each: min(each.members)):
            rows = sorted(row for row in cluster.members if entries[row])
            first = self._prepared.ids[min(cluster.members)]
            if len(rows) > _ODD_SIZE:
                name = self._prepared.ids[rows[0]]
                found.append(f"{len(rows)} entries were joined with {name}; {reason_in} shows why.")
            if len(cluster.imo) > 1 and not cluster.classes & _ASHORE:
                found.append(f"{first} states two ship IMO numbers, {_and(cluster.imo)}; one hull has one number.")
        return found

    def _cluster(self, row: int) -> _Cluster:
        if (known := self._of[row]) is None:
            known = self._of[row] = self._single(row)
        return known

    def _single(self, row: int) -> _Cluster:
        name_class = self._prepared.name_class[row]
        classes = _CLASSES[name_class]
        if self._bare[row] and row not in self._apart:
            return _Cluster([row], classes)
        listed = [(each, number) for each in ("OFAC", "UN") for number in self._stated(f"entry {each}", row)]
        return _Cluster(
            [row],
            classes,
            False,
            self._stated("imo", row),
            self._stated("company_imo", row),
            self._stated("lei", row),
            frozenset(listed) if listed else _NO_NAMES,
            self._numbered_names.get(row, _NO_NAMES),
            frozenset(self._apart[row]) if row in self._apart else _NO_ROWS,
        )

    @cached_property
    def _bare(self) -> list[bool]:
        """Records that state none of what clusters are kept apart by."""
        stating = np.any([self._prepared.features[piece].stated for piece in _DECISIVE], axis=0)
        stating[list(self._numbered_names)] = True
        bare: list[bool] = (~stating).tolist()
        return bare

    def _stated(self, piece: str, row: int) -> frozenset[str]:
        """What a record states of one piece; most state nothing."""
        feature = self._prepared.features[piece]
        return frozenset(feature.texts(row)) if feature.first[row] >= 0 else _NONE

    @cached_property
    def _numbered_names(self) -> dict[int, frozenset[tuple[str, str]]]:
        """The primary names with a number that ships and companies bear, by row."""
        found: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for name_class in (VESSEL, LEGAL):
            names = self._prepared.names[name_class]
            numerals, forms, owners = names.spelling.table.numerals, names.spelling.table.forms, names.entries.owners()
            at = np.flatnonzero((names.kind == 0) & (numerals[names.form] > 0))
            at = at[self._prepared.name_class[owners[at]] == name_class]
            for row, form in zip(owners[at].tolist(), names.form[at].tolist(), strict=True):
                found[row].append(("".join(forms[form].core), "#".join(forms[form].numerals)))
        return {row: frozenset(borne) for row, borne in found.items()}


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
    left: Ints,
    right: Ints,
    match_weight: Floats,
    clusters: Clusters,
    cohesion: Cohesion | None = None,
    by_names: Flags | None = None,
) -> list[Stopped]:
    """Join what the pairs that may merge ask for, best first; returns those that a veto stopped.

    by_names: the pairs that join clusters only where these hold together.
    """
    stopped = []
    asked = np.zeros(len(left), dtype=bool) if cohesion is None or by_names is None else by_names
    order = np.lexsort((right, left, -match_weight))
    pairs = zip(order.tolist(), left[order].tolist(), right[order].tolist(), asked[order].tolist(), strict=True)
    for place, left_row, right_row, asks in pairs:
        one, other = clusters.of_rows(left_row, right_row)
        if one is other:
            continue
        if veto := clusters.veto_between(one, other):
            by_hand = veto == JUDGED_DIFFERENT
            stopped.append(Stopped(place, veto, by_hand or veto.startswith(_ONE_SHIP), by_hand))
        elif asks and cohesion and not cohesion.hold(one.members, other.members):
            stopped.append(Stopped(place, "would join records that on the whole differ", False, False))
        else:
            clusters.join(one, other)
    return stopped


def _and(numbers: Iterable[str]) -> str:
    return " and ".join(sorted(numbers))
