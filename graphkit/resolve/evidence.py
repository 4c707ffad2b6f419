"""Evidence for and against each pair of records: what agrees, what contradicts, and what it weighs.

Missing is never read as disagreement. Where a record has several values (three flags, two birth dates) one common value
is agreement, and the most telling one counts. A broadcast or painted name takes no part.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from graphkit.resolve.classes import ANY, LEGAL
from graphkit.resolve.feature import AGREES, CONTRADICTS
from graphkit.resolve.name_evidence import LAST_OWN_NAME, NameEvidence, name_evidence
from graphkit.resolve.name_features import OTHER_FORM
from graphkit.resolve.prepared import FEATURES, Prepared
from graphkit.resolve.ragged import Flags, Floats, Ints
from graphkit.resolve.weights import Weights

_BESIDE_THE_NAME = ("country", "regime", "address", "place", "partner", "company_number")
RADIO = ("mmsi", "call_sign")
_NEVER_OPPOSED = {"company_number", "person_number", "regime", "address", "place", "partner"}


@dataclass(frozen=True, slots=True)
class Compared:
    """m pairs of record rows, left < right.

    classes: of each pair, that of the side that states one. state: by piece 1 agrees, -1 contradicts, 0 not stated on
    one side. bits: by piece. common: by feature the number of the value that both state, -1 for none.
    """

    left: Ints
    right: Ints
    classes: "np.ndarray[tuple[int], np.dtype[np.object_]]"
    names: NameEvidence
    state: dict[str, Ints]
    bits: dict[str, Floats]
    common: dict[str, Ints]
    match_weight: Floats


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares pairs of prepared records; the worth of values is worked out once."""

    prepared: Prepared
    weights: Weights
    worth: dict[str, Floats]
    build: bool = False
    among: bool = False

    @classmethod
    def of(cls, prepared: Prepared, weights: Weights, *, build: bool = False, among: bool = False) -> "Comparison":
        """For these records. build: they are entries of lists and registers, whose primary names are chosen with
        care: one primary name on two of them is more than one name in two rows of a table. among: each is looked for
        among all others of a table, so that namesakes are to be expected; lists that name the same parties again, and
        pairs that somebody put together, are not such a crowd.
        """
        pieces = weights.pieces
        worth = {
            name: pieces[name.partition(" ")[0]].value_bits(feature) for name, feature in prepared.features.items()
        }
        return cls(prepared, weights, worth, build, among)

    def pairs(self, left: Ints, right: Ints) -> Compared:
        """All evidence on m pairs."""
        classes = pair_classes(self.prepared, left, right)
        names = name_evidence(self.prepared, left, right, classes)
        state: dict[str, Ints] = {}
        bits: dict[str, Floats] = {}
        common: dict[str, Ints] = {}
        for piece in FEATURES:
            common[piece], state[piece] = self._feature(piece, left, right)
            agreed = self.worth[piece][common[piece]] if len(self.worth[piece]) else np.zeros(len(left))
            opposed = self.weights.pieces[piece.partition(" ")[0]].contradicts
            bits[piece] = np.where(state[piece] == AGREES, agreed, np.where(state[piece] == CONTRADICTS, opposed, 0.0))
        for piece, measure in self.prepared.measures.items():
            weight = self.weights.pieces[piece]
            state[piece] = measure.states(left, right)
            bits[piece] = np.select(
                [state[piece] == AGREES, state[piece] == CONTRADICTS], [weight.agrees or 0.0, weight.contradicts], 0.0
            )
        _count_once(bits, state)
        bits["name"] = self._name_bits(names, state, classes)
        if self.build:
            bits["primary_name"], state["primary_name"] = self._primary_names(names, state, classes)
        if self.among:
            bits["namesakes"] = -names.namesakes.round(2)
        total = np.sum(list(bits.values()), axis=0)
        return Compared(left, right, classes, names, state, bits, common, np.round(total, 2))

    def _feature(self, piece: str, left: Ints, right: Ints) -> tuple[Ints, Ints]:
        """The common value of each pair and the state of the piece."""
        feature = self.prepared.features[piece]
        common = feature.common(left, right, self.worth[piece])
        opposed: Flags = (common < 0) & feature.both(left, right)
        if piece in _NEVER_OPPOSED:
            opposed = np.zeros(len(left), dtype=bool)
        elif piece == "country":
            # Hong Kong beside China says nothing.
            states = self.prepared.state
            opposed &= states.common(left, right, np.zeros(len(states.values))) < 0
        return common, (common >= 0).astype(np.int64) - opposed.astype(np.int64)

    def _primary_names(self, names: NameEvidence, state: dict[str, Ints], classes: Flags) -> tuple[Floats, Ints]:
        """Bits of companies that bear one primary name of words of their own and agree in something beside it, where
        neither country nor legal form contradicts.
        """
        primary = (names.kind >= 0) & (names.kind <= LAST_OWN_NAME) & names.same_core & names.rare
        opposed = (state["country"] == CONTRADICTS) | (names.legal_form == OTHER_FORM)
        beside = any_agrees(state, *_BESIDE_THE_NAME)
        found = primary & beside & ~opposed & ((classes == LEGAL) | (classes == ANY))
        return np.where(found, self.weights.same_primary, 0.0), found.astype(np.int64)

    def _name_bits(self, names: NameEvidence, state: dict[str, Ints], classes: Flags) -> Floats:
        """Bits of names; a ship that keeps its MMSI or call sign may well have been renamed."""
        bits = np.maximum(np.nan_to_num(names.bits), self.weights.worst_name)
        by_radio = any_agrees(state, *RADIO) & (classes == "vessel")
        kept: Floats = np.where(by_radio, np.maximum(bits, self.weights.renamed_ship), bits)
        return kept.round(2)


def _count_once(bits: dict[str, Floats], state: dict[str, Ints]) -> None:
    """A common day of birth includes its year, a common house its town; tonnages of one ship say one thing."""
    bits["birth_year"] = np.where(state["birth_day"] == AGREES, 0.0, bits["birth_year"])
    bits["place"] = np.where(state["address"] == AGREES, 0.0, bits["place"])
    bits["gt"] = np.where((state["dwt"] != 0) & (state["dwt"] == state["gt"]), 0.0, bits["gt"])


def any_agrees(state: dict[str, Ints], *pieces: str) -> Flags:
    """Pairs of which one of these pieces agrees."""
    found: Flags = np.any([state[piece] == AGREES for piece in pieces], axis=0)
    return found


def pair_classes(prepared: Prepared, left: Ints, right: Ints) -> Any:
    """The class of each pair: that of the side that states one."""
    one, other = prepared.name_class[left], prepared.name_class[right]
    return np.where(one == ANY, other, one)
