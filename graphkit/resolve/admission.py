"""Which judgements can be taken: tested one by one before they are written, long before a build would refuse one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from graphkit.errors import JudgementError
from graphkit.model.vocabulary import Validity
from graphkit.resolve.judgements import DIFFERENT, SAME, Judgement, applicable, last_words, orphaned
from graphkit.resolve.prepare import plain_rows


def ship_numbers(identifiers: pd.DataFrame) -> dict[str, set[str]]:
    """Record id to its valid ship IMO numbers, for records that have any."""
    valid = identifiers[identifiers["scheme"].eq("imo") & identifiers["valid"].eq(Validity.OK)]
    found: dict[str, set[str]] = defaultdict(set)
    for record_id, number in plain_rows(valid, "record_id", "value"):
        found[record_id].add(number)
    return dict(found)


class Admission:
    """Judgements tested in turn, each beside all that were taken before it.

    known: the fingerprint of every record of the case. imo: the valid ship numbers of records. taken: the judgements
    that stand already.
    """

    def __init__(self, known: dict[str, str], imo: dict[str, set[str]], taken: Iterable[Judgement] = ()) -> None:
        self._known = known
        self._imo = imo
        self._last = last_words(taken)
        self._same: dict[str, set[str]] = defaultdict(set)
        for left, right in applicable(self._last.values(), known).same:
            self._join(left, right)

    def refusal(self, left: str, right: str, judgement: str) -> str:
        """Why a judgement cannot be taken, in one sentence; "" when it can.

        Two valid ship IMO numbers are never one ship, also not through records that a person judged the same before.
        """
        if judgement not in {SAME, DIFFERENT}:
            return f"{judgement!r} is neither same nor different."
        for record_id in (left, right):
            if record_id not in self._known:
                return f"There is no record {record_id!r} in the case; `graphkit explain ENTITY` shows record ids."
        if left == right:
            return "A record cannot be judged against itself."
        if judgement == SAME and (told := self._two_hulls(left, right)):
            return told
        return ""

    def admit(self, judgement: Judgement) -> Judgement | None:
        """The judgement with the fingerprints of its records; None when it stands already with the same reason.

        Raises:
            JudgementError: it cannot be taken.
        """
        left, right = judgement.left, judgement.right
        if problem := self.refusal(left, right, judgement.judgement):
            raise JudgementError(problem)
        marked = replace(judgement, left_fingerprint=self._known[left], right_fingerprint=self._known[right])
        before = self._last.get(marked.pair)
        if before and _says(before, marked) and not orphaned(before, self._known):
            return None
        self._last[marked.pair] = marked
        if marked.judgement == SAME:
            self._join(left, right)
        else:
            self._same[left].discard(right)
            self._same[right].discard(left)
        return marked

    def _two_hulls(self, left: str, right: str) -> str:
        """The sentence on two ship numbers that would come together; "" when they do not, or did so before."""
        of_left, of_right = self._numbers(left), self._numbers(right)
        if not of_left or not of_right or of_left == of_right:
            return ""
        both = " and ".join(sorted(of_left | of_right))
        through = "" if {left, right} <= self._imo.keys() else " through what was judged the same before"
        return f"They bear two valid ship IMO numbers ({both}){through}, and one hull has one number for life."

    def _join(self, left: str, right: str) -> None:
        self._same[left].add(right)
        self._same[right].add(left)

    def _numbers(self, record_id: str) -> set[str]:
        """The ship numbers of a record and of all that a person judged the same as it, step by step."""
        whole, waiting = {record_id}, [record_id]
        while waiting:
            others = self._same.get(waiting.pop(), set()) - whole
            whole |= others
            waiting += others
        return {number for each in whole for number in self._imo.get(each, ())}


def _says(one: Judgement, other: Judgement) -> bool:
    return (one.judgement, one.why) == (other.judgement, other.why)
