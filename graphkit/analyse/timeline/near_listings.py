"""What changed within some days of a listing, of the entity itself or of those who hold it or held it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphkit.analyse.evidence import ordered
from graphkit.analyse.timeline.happenings import Happening, entry_of
from graphkit.analyse.timeline.listing_patterns import Patterns
from graphkit.analyse.timeline.spans import Span, days_from, days_in_words, in_order, span_of, within
from graphkit.analyse.timeline.stated import known_by, listing_words
from graphkit.model.answers import Entity, SourceRef
from graphkit.model.answers.timeline import NearChange, NearListing
from graphkit.model.dates import from_day
from graphkit.store.base import Row


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day on which a party was put on one list or several. hops: steps up from the entity asked about."""

    party: str
    hops: int
    span: Span
    rows: tuple[Row, ...]


def occasions(listings: Iterable[Row], hops: Mapping[str, int]) -> list[Occasion]:
    """Listings by party and day, the entity's own first, in order; those without a date last."""
    found: dict[tuple[str, Span], list[Row]] = defaultdict(list)
    for row in listings:
        found[(row["entity_id"], span_of(row, "listed"))].append(row)
    made = [Occasion(party, hops[party], span, tuple(rows)) for (party, span), rows in found.items()]
    return sorted(made, key=lambda each: (each.hops, in_order(each.span), each.party))


class NearListings:
    """The changes at hand, looked at from one listing after the other."""

    def __init__(
        self,
        entities: Mapping[str, Entity],
        sources: Mapping[str, tuple[SourceRef, ...]],
        happenings: Sequence[Happening],
        patterns: Patterns,
        days: int,
    ) -> None:
        self._entities = entities
        self._sources = sources
        self._happenings = happenings
        self._patterns = patterns
        self._days = days

    def near(self, occasion: Occasion) -> NearListing:
        """One occasion; without a date nothing is near it and nothing is far."""
        dated = occasion.span.dated
        rows = occasion.rows
        return NearListing(
            party=self._entities[occasion.party],
            hops=occasion.hops,
            date=occasion.span.text or None,
            earliest=from_day(occasion.span.first),
            latest=from_day(occasion.span.last),
            listings=tuple(sorted({listing_words(row) for row in rows})),
            near=("certain" if occasion.span.first == occasion.span.last else "possible") if dated else "unknown",
            note="" if dated else _unknown(rows),
            changes=self._changes(occasion.span) if dated else (),
            indicators=self._patterns.of(occasion.party, occasion.span, rows) if dated else (),
            sources=ordered(ref for row in rows for ref in self._sources.get(row["listing_id"], ())),
        )

    def _changes(self, listed: Span) -> tuple[NearChange, ...]:
        found = []
        for each in self._happenings:
            bounds = days_from(listed, each.span)
            nearness = within(bounds, -self._days, self._days)
            if each.change and each.span.dated and nearness:
                found.append(NearChange(entry_of(each, self._entities), *bounds, nearness, days_in_words(bounds)))
        return tuple(found)


def _unknown(rows: Sequence[Row]) -> str:
    earliest = min(rows, key=lambda row: int(row["known_day"]))
    return f"{known_by(earliest)}: when it began is not said, and so is what lies near it"
