"""Two names compared, nothing else at hand: the answer of `graphkit compare`, in a moment and without pandas.

The rarity of words comes from the background table. Where a name can be read in several ways the nearest pair counts.
"""

import numpy as np

from graphkit.model.comparison import Comparison, PieceOfEvidence
from graphkit.model.placeholders import is_placeholder
from graphkit.names.forms import NameForm
from graphkit.resolve.classes import FORMS, LEGAL, PERSON, VESSEL
from graphkit.resolve.form_bits import (
    LEGAL_FORM,
    NUMERALS,
    OTHER_LETTER,
    OTHER_SPELLING,
    OWN_FIRST,
    SURE_PERSON,
    form_bits,
)
from graphkit.resolve.form_table import FormTable, spelt
from graphkit.resolve.name_features import NO_FORM, NO_NUMBER, name_features, other_number
from graphkit.resolve.ragged import Ints
from graphkit.resolve.scorecard import probability, scorecard
from graphkit.resolve.weights import default_weights

CLASS_OF_WORD = {"vessel": VESSEL, "company": LEGAL, "organization": LEGAL, "person": PERSON}
# The words for the states of numerals and legal forms, in the order of name_features.
_NUMERAL_STATES = "missing agrees missing missing contradicts".split()
_FORM_STATES = "missing agrees agrees missing contradicts".split()
NO_NAME, NO_NAME_BITS = "one of them has no name to compare", -20.0


def compare_names(left: str, right: str, kind: str) -> Comparison:
    """The comparison of two names. kind: a key of CLASS_OF_WORD."""
    name_class = CLASS_OF_WORD[kind]
    spelling = spelt(["" if is_placeholder(name) else name for name in (left, right)], name_class, FORMS[name_class])
    lefts, rights = (
        spelling.of_name.values[spelling.of_name.start[side] : spelling.of_name.start[side + 1]] for side in (0, 1)
    )
    if not len(lefts) or not len(rights):
        return Comparison(left, right, kind, 0.0, NO_NAME_BITS, screen=False, merge=False, reason=NO_NAME, evidence=())
    one, other = np.repeat(lefts, len(rights)), np.tile(rights, len(lefts))
    forms = form_bits(spelling.table, one, other)
    best = int(np.argmax(forms.bits + OWN_FIRST * forms.same_core))
    weights = default_weights()
    weight = round(max(float(forms.bits[best]), weights.worst_name), 2)
    numbered = bool(other_number(forms.numerals[best : best + 1], name_class == VESSEL)[0])
    other_letter = name_class == VESSEL and bool(forms.short_word[best])
    other_spelling = name_class == PERSON and weight < SURE_PERSON
    merge = weight >= weights.merge_at and not (numbered or other_letter or other_spelling)
    return Comparison(
        left=left,
        right=right,
        kind=kind,
        similarity=round(float(probability(np.array([weight]))[0]), 4),
        match_weight=weight,
        screen=max(weight, float(forms.unnumbered[best])) >= weights.screen_at,
        merge=merge,
        reason=_reason(merge, numbered, OTHER_LETTER if other_letter else OTHER_SPELLING, weight),
        evidence=_evidence(spelling.table, one[best : best + 1], other[best : best + 1], weight),
    )


def _reason(merge: bool, numbered: bool, spelling: str, weight: float) -> str:
    if merge:
        return "evidence adds up"
    if numbered:
        return "another number in the name"
    if weight >= default_weights().merge_at:
        return spelling
    return "evidence does not suffice" if weight >= default_weights().screen_at else "too little in common"


def _evidence(table: FormTable, left: Ints, right: Ints, weight: float) -> tuple[PieceOfEvidence, ...]:
    """The pieces of the sum."""
    one, other = table.forms[int(left[0])], table.forms[int(right[0])]
    if table.name_class == PERSON:
        return (_piece("name", weight, f"{' '.join(one.core)} / {' '.join(other.core)}"),)
    features = name_features(table, left, right)
    card = scorecard(table.name_class)
    # What the numbers and the legal forms do to the sum is what it loses without them.
    whole = float(card.bits(features)[0])
    numerals, legal_form = int(features[0, NUMERALS]), int(features[0, LEGAL_FORM])
    features[:, NUMERALS] = NO_NUMBER
    unnumbered = float(card.bits(features)[0])
    features[:, LEGAL_FORM] = NO_FORM
    number, form = round(whole - unnumbered, 2), round(unnumbered - float(card.bits(features)[0]), 2)
    number, form = number if numerals != NO_NUMBER else 0.0, form if legal_form != NO_FORM else 0.0
    named = round(weight - number - form, 2)
    pieces = [_piece("name", named, f"{' '.join(one.core)} / {' '.join(other.core)}")]
    if numerals != NO_NUMBER:
        pieces.append(_piece("numeral", number, f"{_numbers(one)} / {_numbers(other)}", _NUMERAL_STATES[numerals]))
    if legal_form != NO_FORM:
        detail = f"{one.legal_form or '-'} / {other.legal_form or '-'}"
        pieces.append(_piece("legal form", form, detail, _FORM_STATES[legal_form]))
    return tuple(pieces)


def _piece(name: str, weight: float, detail: str, state: str = "") -> PieceOfEvidence:
    """A piece; without a state of its own what it weighs says whether it agrees."""
    return PieceOfEvidence(
        name, state or ("agrees" if weight > 0 else "contradicts" if weight < 0 else "missing"), weight, detail
    )


def _numbers(form: NameForm) -> str:
    return " ".join(form.numerals) or "-"
