"""The dates of effect that registers of ships print: `since 01/01/2018`, `during 2017`, `before 06/2015`.

They say when a holding began, and hardly ever when it ended. `since D`: it began on D. `during Y`: it began in Y or was
seen in it, and nobody says whether it outlasted Y. `before D`: it was so before D; nobody says when it began or ended.
A later holder of the same role does not prove the day on which the one above ended, only that it may have.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from graphkit.model.dates import When
from graphkit.sources.plain_tables.cells import date_value
from graphkit.sources.plain_tables.rows import Row

Span = tuple[When | None, When | None]

_BETWEEN = re.compile(
    r"(?:(?:from|since)\s+)?(?P<start>.+?)\s*(?:\bto\b|\buntil\b|\btill\b|\s[-–—]\s|[–—])\s*(?P<end>.+)", re.IGNORECASE
)
_WORD = re.compile(r"\s*(?P<word>during|before|until|till)\s+(?P<day>.+)", re.IGNORECASE)
_LONGEST = 80
NOT_STATED = "not stated"


def span(row: Row, since: str, until: str) -> Span:
    """Start and end of what a row states. since, until: its columns.

    An end that nobody states is None where only a start is printed; where the words leave open whether it ended, it is
    a date without bounds, so that the holding is possible and never certain.
    """
    text = row[since]
    end = date_value(row, until, row[until])
    if len(text) <= _LONGEST and (found := _BETWEEN.fullmatch(text)):
        return date_value(row, since, found["start"]), end or date_value(row, since, found["end"])
    found = _WORD.fullmatch(text)
    word = found["word"].lower() if found else ""
    if found and word in {"until", "till"}:
        return None, end or date_value(row, since, found["day"])
    start = date_value(row, since, text)
    if start is None or end is not None or not word:
        return start, end
    return start, open_end(start)


def open_end(start: When) -> When:
    """An end that may be any day from the start on, or may not have come yet."""
    return When(NOT_STATED, start.earliest, None)


@dataclass(slots=True)
class Later:
    """Whether a row of a table is followed by a later one of the same thing, such as the next owner of a ship."""

    _newest: dict[tuple[str, ...], list[tuple[date, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Sequence[Row], key: "Key", since: str = "since", until: str = "until") -> "Later":
        """What a table's rows say. key: the thing a row is about, and what it says of it."""
        found = cls()
        for row in rows:
            start, _ = span(row, since, until)
            if start and start.earliest:
                about, said = key(row)
                found._add(about, said, start.earliest)
        return found

    def follows(self, about: tuple[str, ...], said: str, start: When | None) -> bool:
        """Whether another row surely begins later and says something else of the same thing."""
        if start is None or start.latest is None:
            return False
        return any(first > start.latest and other != said for first, other in self._newest.get(about, ()))

    def _add(self, about: tuple[str, ...], said: str, first: date) -> None:
        """Keep the newest two that say different things: one of them answers every question."""
        newest: dict[str, date] = {}
        for day, other in sorted([*self._newest.get(about, ()), (first, said)], reverse=True):
            newest.setdefault(other, day)
        self._newest[about] = [(day, other) for other, day in newest.items()][:2]


Key = Callable[[Row], tuple[tuple[str, ...], str]]
