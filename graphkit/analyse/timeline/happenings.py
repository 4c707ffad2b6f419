"""What a timeline is made of: one happening for each thing stated, before entities and places in order are known."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graphkit.analyse.timeline.spans import Span, in_order
from graphkit.model.answers import Entity, SourceRef
from graphkit.model.answers.timeline import TimelineEntry
from graphkit.model.dates import from_day
from graphkit.model.vocabulary import Certainty
from graphkit.store.base import Row

Matter = Literal["owner", "stake", "manager", "name", "flag", "mmsi"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a change near a listing is about. For owners and stakes: who gives up or takes up what of which party.

    before, after: the links of the holder on either side of the moment.
    """

    matter: Matter
    holder: str = ""
    held: str = ""
    gives_up: bool = False
    takes_up: bool = False
    before: Row | None = None
    after: Row | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that is stated, whenever it was. activity: something a ship did, and not what was done to it."""

    span: Span
    kind: str
    text: str
    sources: tuple[SourceRef, ...]
    others: tuple[str, ...] = ()
    certainty: Certainty = Certainty.STATED
    ids: tuple[str, ...] = ()
    note: str = ""
    change: Change | None = None
    activity: bool = False


def place_in_order(happening: Happening) -> tuple[tuple[float, float], bool, str, str, tuple[str, ...]]:
    """By day; what ends on a day stands before what begins on it."""
    begins = not happening.kind.endswith("_end")
    return (in_order(happening.span), begins, happening.kind, happening.text, happening.ids)


def entries_of(happenings: Sequence[Happening], entities: Mapping[str, Entity]) -> tuple[TimelineEntry, ...]:
    """Happenings as entries, in their order."""
    known = _orders_known([each.span for each in happenings])
    return tuple(entry_of(each, entities, order_known=sure) for each, sure in zip(happenings, known, strict=True))


def entry_of(happening: Happening, entities: Mapping[str, Entity], *, order_known: bool = True) -> TimelineEntry:
    """A happening as an answer shows it."""
    span = happening.span
    return TimelineEntry(
        date=span.text or None,
        earliest=from_day(span.first),
        latest=from_day(span.last),
        dated=span.dated,
        kind=happening.kind,
        text=happening.text,
        others=tuple(entities[each] for each in happening.others if each in entities),
        certainty=happening.certainty,
        sources=happening.sources,
        order_known=order_known,
        note=happening.note,
        ids=happening.ids,
    )


def _orders_known(spans: Sequence[Span]) -> list[bool]:
    """For each date whether its place among the others is certain: a single day has one, and so has a range that no
    other date reaches into.
    """
    firsts = sorted(_bounds(each)[0] for each in spans)
    lasts = sorted(_bounds(each)[1] for each in spans)
    return [_alone(_bounds(each), firsts, lasts) for each in spans]


def _alone(bounds: tuple[float, float], firsts: list[float], lasts: list[float]) -> bool:
    first, last = bounds
    if first == last:
        return True
    before, after = bisect_right(lasts, first), len(firsts) - bisect_left(firsts, last)
    return before + after == len(firsts) - 1


def _bounds(span: Span) -> tuple[float, float]:
    return (
        float("-inf") if span.first is None else span.first,
        float("inf") if span.last is None else span.last,
    )


def split(happenings: Iterable[Happening], day: int | None) -> tuple[list[Happening], list[Happening], int]:
    """Those with a date in order, those without one, and how many certainly lie after the day and are left out."""
    dated, undated, after = [], [], 0
    for each in happenings:
        if not each.span.dated:
            undated.append(each)
        elif day is not None and each.span.first is not None and each.span.first > day:
            after += 1
        else:
            dated.append(each)
    return sorted(dated, key=place_in_order), sorted(undated, key=lambda each: place_in_order(each)[2:]), after
