"""The names of two records: which of their names come nearest, and what that pair of names weighs."""

from dataclasses import dataclass, fields

import numpy as np

from graphkit.model.vocabulary import NameKind
from graphkit.resolve.classes import ANY, LEGAL, MERGING_NAMES, PERSON, VESSEL
from graphkit.resolve.form_bits import OWN_FIRST, FormBits, form_bits
from graphkit.resolve.prepared import Prepared
from graphkit.resolve.ragged import Crossed, Ints
from graphkit.resolve.record_names import COSTS, RecordNames

LAST_OWN_NAME = MERGING_NAMES.index(NameKind.ORIGINAL)


@dataclass(frozen=True, slots=True)
class NameEvidence(FormBits):
    """For m pairs of records what their nearest names weigh, less what further and former names are worth less.

    bits: NaN where one side has no name. left, right: positions in RecordNames.form and .kind, -1 for none. kind: the
    less sure kind of the two names, as a place in MERGING_NAMES. The rest as in FormBits.
    """

    left: Ints
    right: Ints
    kind: Ints


def name_evidence(
    prepared: Prepared, left: Ints, right: Ints, classes: "np.ndarray[tuple[int], np.dtype[np.object_]]"
) -> NameEvidence:
    """The nearest names of each pair; classes: of each pair, which says how names are compared."""
    size = len(left)
    found = NameEvidence(
        bits=np.full(size, np.nan),
        left=np.full(size, -1),
        right=np.full(size, -1),
        numerals=np.full(size, -1),
        legal_form=np.full(size, -1),
        kind=np.full(size, -1),
        unnumbered=np.full(size, np.nan),
        short_word=np.zeros(size, dtype=bool),
        same_core=np.zeros(size, dtype=bool),
        acronym=np.zeros(size, dtype=bool),
        rare=np.zeros(size, dtype=bool),
        namesakes=np.zeros(size),
    )
    for name_class in (VESSEL, LEGAL, PERSON):
        comparable = classes == name_class
        if name_class == LEGAL:
            comparable |= classes == ANY
        at = np.flatnonzero(comparable)
        if len(at):
            _nearest(found, at, prepared.names[name_class], left[at], right[at])
    return found


def _nearest(found: NameEvidence, at: Ints, names: RecordNames, left: Ints, right: Ints) -> None:
    crossed = Crossed.of(names.entries.lengths(left), names.entries.lengths(right))
    if not len(crossed.pair):
        return
    one = names.entries.start[left][crossed.pair] + crossed.left
    other = names.entries.start[right][crossed.pair] + crossed.right
    size = np.int64(len(names.spelling.table))
    low, high = np.minimum(names.form[one], names.form[other]), np.maximum(names.form[one], names.form[other])
    distinct, back = np.unique(low * size + high, return_inverse=True)
    forms = form_bits(names.spelling.table, distinct // size, distinct % size)
    cost = COSTS[names.kind[one]] + COSTS[names.kind[other]]
    worth = forms.bits[back] - cost
    # Of names that weigh about the same, one primary name on both sides tells more than an alias of rarer words.
    own = (names.kind[one] <= LAST_OWN_NAME) & (names.kind[other] <= LAST_OWN_NAME) & forms.same_core[back]
    best = np.lexsort((other, one, -(worth + OWN_FIRST * own), crossed.pair))
    best = best[np.unique(crossed.pair[best], return_index=True)[1]]
    where = at[crossed.pair[best]]
    for field in fields(FormBits):
        getattr(found, field.name)[where] = getattr(forms, field.name)[back][best]
    found.bits[where] -= cost[best]
    found.unnumbered[where] -= cost[best]
    found.left[where], found.right[where] = one[best], other[best]
    found.kind[where] = np.maximum(names.kind[one[best]], names.kind[other[best]])
