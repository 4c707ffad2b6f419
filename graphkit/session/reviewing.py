"""One session of review: the doubtful pairs in turn, judgements written at once, and each step taken back.

Knows nothing of a terminal. A judgement is in the case's table before the next pair is shown, so that whatever ends the
session loses nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.analyse.evidence import list_ages
from graphkit.analyse.review import Lines, doubtful_pairs, entities_of_records, in_view, still_open
from graphkit.errors import JudgementError
from graphkit.model.answers.review import DoubtfulPair, PairInView, ReviewQueue
from graphkit.session.bench import Bench

if TYPE_CHECKING:
    from graphkit.resolve.judgements import Judgement


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing a person did: put a pair off, or judged it."""

    pair: DoubtfulPair
    judgement: "Judgement | None" = None


class Review:
    """The queue of a case and where a person stands in it.

    kind: vessel, company or person only. limit: most pairs. who: who judges. now: the time, in ISO, of a judgement.
    """

    def __init__(
        self,
        case: str | Path,
        *,
        kind: str | None = None,
        limit: int | None = None,
        who: str = "",
        internal: bool = False,
        now: Callable[[], str] = lambda: datetime.now(UTC).isoformat(timespec="seconds"),
    ) -> None:
        self._bench = Bench(case, internal=internal)
        self._who, self._now = who, now
        self._lines = lines()
        self._entity_of = entities_of_records(self._bench.store)
        self._steps: list[_Step] = []
        pairs = doubtful_pairs(self._bench.store, self._lines, kind=kind)
        opened = self._open(pairs)
        self._beyond = len(opened[limit:]) if limit else 0
        self._order = opened[:limit]  # as they will be asked: put off goes last, taken back comes first
        self._left = self._order
        self.size = len(self._order)

    @property
    def current(self) -> DoubtfulPair | None:
        """The next pair; None when all are judged."""
        return self._left[0] if self._left else None

    @property
    def left(self) -> int:
        """How many questions are open."""
        return len(self._left)

    @property
    def put_off_before(self) -> bool:
        """Whether the next pair was put off already in this session, and with it every other that is open."""
        return any(step.pair == self.current and not step.judgement for step in self._steps)

    def count(self, judgement: str) -> int:
        """How many pairs were judged so in this session."""
        return sum(step.judgement is not None and step.judgement.judgement == judgement for step in self._steps)

    @property
    def takes_effect(self) -> str:
        """The command that makes the judgements effective."""
        return self._bench.takes_effect

    def view(self, pair: DoubtfulPair) -> PairInView:
        """A pair with all that is stated of its records."""
        return in_view(self._bench.store, pair, self._lines)

    def answer(self) -> ReviewQueue:
        """The open pairs as an answer."""
        left = len(self._left) + self._beyond
        return ReviewQueue(tuple(self._left), self._lines.merge_at, left, list_ages(self._bench.store))

    def judge(self, pair: DoubtfulPair, judgement: str, why: str = "") -> str:
        """Write a judgement; returns "", or why it cannot be taken.

        Raises:
            CaseError: another process is writing the case.
        """
        from graphkit.resolve.judgements import Judgement

        why = why or f"reviewed at {pair.match_weight:+g} bits: {pair.reason}"
        try:
            with self._bench.folder.writing():
                said = Judgement(pair.left, pair.right, judgement, why, self._who, self._now())
                admitted = self._bench.admission().admit(said)
                self._bench.add([admitted] if admitted else [])
        except JudgementError as error:
            return str(error)
        self._steps.append(_Step(pair, admitted or said))
        self._left = self._open(self._order)
        return ""

    def put_off(self, pair: DoubtfulPair) -> None:
        """Leave a pair for later: it comes again when every other has come."""
        self._steps.append(_Step(pair))
        self._order = [*(each for each in self._order if each != pair), pair]
        self._left = self._open(self._order)

    def undo(self) -> DoubtfulPair | None:
        """Take the last step back, its judgement out of the table as well; the pair is the next one again."""
        if not self._steps:
            return None
        step = self._steps.pop()
        if step.judgement:
            self._bench.take_back([step.judgement])
        self._order = [step.pair, *(each for each in self._order if each != step.pair)]
        self._left = self._open(self._order)
        return step.pair

    def _open(self, pairs: Iterable[DoubtfulPair]) -> list[DoubtfulPair]:
        from graphkit.resolve.judgements import applicable

        stand = applicable(self._bench.judgements(), self._bench.known)
        return still_open(pairs, self._entity_of, same=stand.same, different=stand.different)


def lines() -> Lines:
    """The merge line of a build with the weights that graphkit ships."""
    from graphkit.resolve.verdicts import BUILD_MARGIN
    from graphkit.resolve.weights import default_weights

    return Lines(default_weights().merge_at + BUILD_MARGIN)
