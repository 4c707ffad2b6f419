"""Match weights to a verdict: merge, review or apart, with the rules that no weight can break.

Two valid ship IMO numbers are two ships. Two entry numbers of one list are two parties. The rules are tested in this
order and each says why in words.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from graphkit.model.vocabulary import NameKind
from graphkit.resolve.classes import MERGING_NAMES
from graphkit.resolve.evidence import RADIO, Compared, any_agrees
from graphkit.resolve.feature import AGREES, CONTRADICTS
from graphkit.resolve.form_bits import OTHER_LETTER, OTHER_SPELLING, SURE_PERSON
from graphkit.resolve.name_features import OTHER_FORM, other_number
from graphkit.resolve.ragged import Flags
from graphkit.resolve.weights import Weights

MERGE, REVIEW, APART = "merge", "review", "apart"
VERDICTS = (MERGE, REVIEW, APART)
_FORMER = MERGING_NAMES.index(NameKind.FORMER)
_ALIAS = MERGING_NAMES.index(NameKind.ALIAS)
_UNLIKE = -2.0  # bits of names that are plainly others
_ONE_NAME = 3.5  # bits from which two companies' names are taken for one in a build
BUILD_MARGIN = 3.5  # bits that a build asks for beyond merge_at


class Rules(StrEnum):
    """How much a merge must rest on.

    BUILD: it can make somebody a listed party, so that a ship's name alone merges no ships, a person's name no people,
    and two companies need one name or one number. SURE: 98 of 100 such pairs are one. LIKELY: likelier one than two.
    """

    BUILD = "build"
    SURE = "sure"
    LIKELY = "likely"


Codes = np.ndarray[Any, np.dtype[np.int8]]
Condition = tuple[Flags, str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """For m pairs: the verdict as a place in VERDICTS, the reason as a place in `reasons`, whether a rule decided."""

    verdict: Codes
    reason: Codes
    by_rule: Flags
    reasons: tuple[str, ...]


def judge(compared: Compared, weights: Weights, rules: Rules) -> Judged:
    """The verdict on each pair."""
    view = _View.of(compared, weights, rules)
    conditions = [
        *_identity(view),
        *(_build(view) if rules is Rules.BUILD else _table(view, rules)),
        *_sum(view, weights, rules),
    ]
    tests = np.array([test for test, _, _ in conditions])
    first = np.argmax(tests, axis=0)
    none = ~tests.any(axis=0)
    reasons = (*(reason for _, _, reason in conditions), "too little in common")
    reason = np.where(none, len(conditions), first).astype(np.int8)
    verdicts = np.array(
        [*(VERDICTS.index(verdict) for _, verdict, _ in conditions), VERDICTS.index(APART)], dtype=np.int8
    )
    by_weights = np.array([text.startswith("evidence") or text == "too little in common" for text in reasons])
    return Judged(verdicts[reason], reason, ~by_weights[reason], reasons)


@dataclass(frozen=True, slots=True)
class _View:
    """What the rules ask about each pair."""

    compared: Compared
    vessel: Flags
    person: Flags
    proof: Flags
    unlike: Flags
    enough: Flags
    by_radio: Flags
    numbered: Flags
    person_proven: Flags
    other_number: Flags

    @classmethod
    def of(cls, compared: Compared, weights: Weights, rules: Rules) -> "_View":
        state, names = compared.state, compared.names
        least = {
            Rules.BUILD: weights.merge_at + BUILD_MARGIN,
            Rules.SURE: weights.merge_at,
            Rules.LIKELY: weights.join_at,
        }[rules]
        return cls(
            compared=compared,
            vessel=compared.classes == "vessel",
            person=compared.classes == "person",
            proof=any_agrees(state, "entry OFAC", "entry UN", "imo", "lei"),
            unlike=np.nan_to_num(names.bits) < _UNLIKE,
            enough=compared.match_weight >= least,
            by_radio=any_agrees(state, *RADIO),
            numbered=any_agrees(state, "company_imo", "company_number", "lei"),
            person_proven=any_agrees(state, "birth_day", "birth_year", "person_number"),
            other_number=other_number(names.numerals, compared.classes == "vessel"),
        )


def _identity(view: _View) -> list[Condition]:
    state = view.compared.state
    other_entry = (state["entry OFAC"] == CONTRADICTS) | (state["entry UN"] == CONTRADICTS)
    same_hull = view.vessel & (state["imo"] == AGREES)
    radio_twice = (state["mmsi"] == AGREES) & (state["call_sign"] == AGREES)
    return [
        (state["imo"] == CONTRADICTS, APART, "two valid ship IMO numbers are two ships"),
        (other_entry & ~same_hull, APART, "one list has two entries for them"),
        (view.proof & (view.vessel | ~view.unlike), MERGE, "the same checked number or list entry"),
        (view.proof, REVIEW, "the same number under names that differ"),
        ((state["company_imo"] == AGREES) & view.unlike, REVIEW, "the same company number under names that differ"),
        (view.vessel & view.enough & view.other_number & ~radio_twice, REVIEW, "another number in the ship's name"),
        (~view.vessel & view.enough & view.other_number & ~view.numbered, REVIEW, "another number in the name"),
    ]


def _build(view: _View) -> list[Condition]:
    """What a build asks for beyond the sum."""
    state, names = view.compared.state, view.compared.names
    vessel, enough = view.vessel, view.enough
    kinds = names.kind
    bits = np.nan_to_num(names.bits, nan=-99.0)
    named = ((bits >= _ONE_NAME) & ~names.acronym) | names.same_core
    only_year = (bits < SURE_PERSON) & ~any_agrees(state, "birth_day", "person_number", "country")
    ashore = ~vessel & ~view.person
    return [
        (vessel & ~named & ~view.by_radio, APART, "ships without a common number or name"),
        (vessel & ~named & enough, REVIEW, "an MMSI or a call sign does not prove a hull"),
        (vessel & enough & (kinds == _FORMER), REVIEW, "a former name may have passed to another ship"),
        (
            vessel & enough & (kinds >= _ALIAS) & ~view.by_radio,
            REVIEW,
            "a further name of a ship is often a former one",
        ),
        (
            vessel & enough & ~(view.by_radio | (state["regime"] == AGREES)),
            REVIEW,
            "a ship's name and flag do not prove a hull",
        ),
        (view.person & enough & ~view.person_proven, REVIEW, "a person's name without birth date or number"),
        (view.person & enough & only_year, REVIEW, "a year of birth under names that are only alike"),
        (
            ashore & enough & (names.legal_form == OTHER_FORM) & ~view.numbered,
            REVIEW,
            "the same name with another legal form",
        ),
        (~vessel & enough & view.unlike & ~view.numbered, REVIEW, "much in common under names that differ"),
        (ashore & enough & ~named & ~view.numbered, REVIEW, "names that are only alike"),
    ]


def _table(view: _View, rules: Rules) -> list[Condition]:
    """What a table of one's own asks for: names may decide, as long as they are names; for a sure merge of ships their
    short words must be the same to the letter.
    """
    names = view.compared.names
    named = ~np.isnan(names.bits)
    sure = rules is Rules.SURE
    other_letter = view.vessel & names.short_word & ~view.by_radio & sure
    unsure = view.person & ~view.person_proven & (np.nan_to_num(names.bits, nan=-99.0) < SURE_PERSON)
    return [
        (view.enough & ~named & ~(view.by_radio | view.numbered), REVIEW, "no name and no number in common"),
        (
            view.enough & view.unlike & ~(view.by_radio | view.numbered),
            REVIEW,
            "much in common under names that differ",
        ),
        (view.enough & other_letter, REVIEW, OTHER_LETTER),
        (view.enough & unsure & sure, REVIEW, OTHER_SPELLING),
    ]


def _sum(view: _View, weights: Weights, rules: Rules) -> list[Condition]:
    """What is left to the weights; a build asks a person only where the names or a number leave a doubt."""
    weight = view.compared.match_weight
    doubt = weight >= weights.review_at
    if rules is Rules.BUILD:
        named = np.nan_to_num(view.compared.names.unnumbered, nan=-99.0) >= weights.review_at
        doubt = (weight >= weights.doubt_at) & (view.numbered | view.by_radio | named)
        doubt |= view.person & (view.compared.state["birth_day"] == AGREES) & (weight >= 0.0)
    return [(view.enough, MERGE, "evidence adds up"), (doubt, REVIEW, "evidence does not suffice")]
