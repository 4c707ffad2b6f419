"""Patterns near a listing, in words: indicators to look into and never findings.

A sale lawfully changes name, flag, owner and manager together, and relatives inherit.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graphkit.analyse.evidence import ordered
from graphkit.analyse.timeline.happenings import Change, Happening, Matter
from graphkit.analyse.timeline.party_ties import PartyTies, Tie
from graphkit.analyse.timeline.spans import Span, days_from, days_in_words, in_order, span_of, within
from graphkit.analyse.timeline.stakes import half_left, share_words
from graphkit.model.answers.timeline import Indicator, Nearness, Pattern
from graphkit.store.base import Row, Store

_OF_MATTER: dict[Matter, Pattern] = {"name": "renamed", "flag": "reflagged", "manager": "manager_changed"}
_Near = tuple[Happening, Change, Nearness]
_Taken = tuple[Happening, Change]


class Patterns:
    """Finds patterns among the happenings around one party's listing.

    beside: what others took up of parties that the entity gave up. holding: the links by which each party holds the
    entity, none for the entity itself. days: how far before and after.
    """

    def __init__(
        self,
        store: Store,
        happenings: Sequence[Happening],
        days: int,
        *,
        beside: Sequence[Happening] = (),
        holding: Mapping[str, Sequence[Row]],
    ) -> None:
        self._ties = PartyTies(store)
        self._happenings = happenings
        self._days = days
        self._holding = holding
        self._arriving: dict[str, list[_Taken]] = defaultdict(list)
        for each in (*happenings, *beside):
            if each.change and each.change.takes_up:
                self._arriving[each.change.held].append((each, each.change))

    def of(self, party: str, listed: Span, listings: Sequence[Row]) -> tuple[Indicator, ...]:
        """The indicators for a party that was listed on a day."""
        near = list(self._near(listed))
        found = [
            *self._divestments(party, listed, near),
            *self._transfers(party, listed),
            *self._plain(listed, near),
            *self._activity(party, listed, listings),
        ]
        return tuple(found)

    def _near(self, listed: Span) -> Iterator[_Near]:
        for each in self._happenings:
            if each.change and (nearness := self._nearness(listed, each.span)):
                yield each, each.change, nearness

    def _nearness(self, listed: Span, span: Span) -> Nearness | None:
        return within(days_from(listed, span), -self._days, self._days)

    def _divestments(self, party: str, listed: Span, near: Sequence[_Near]) -> Iterator[Indicator]:
        for each, change, nearness in near:
            before = change.before
            if not change.gives_up or change.holder != party or before is None or before["type"] != "OWNS":
                continue
            if change.after is None and self._ties.holds_on(before):
                continue
            if left := half_left(before, change.after):
                share, distance = share_words(before), _distance(listed, each)
                text = (
                    f"stake fell from {share} to {share_words(change.after)}, {distance}: {left}"
                    if change.after
                    else f"stake of {share} ended, {distance}; no later one is stated"
                )
                yield Indicator("divestment_below_threshold", text, nearness, each.sources)

    def _transfers(self, party: str, listed: Span) -> Iterator[Indicator]:
        for left in self._happenings:
            if left.change is None or not left.change.gives_up or left.change.holder != party:
                continue
            for taken, come in self._arriving[left.change.held]:
                between = days_from(left.span, taken.span)
                apart = within(between, -self._days, self._days)
                near = _surest(self._nearness(listed, left.span), self._nearness(listed, taken.span))
                if come.holder != party and apart and near:
                    sure: Nearness = "certain" if apart == near == "certain" else "possible"
                    for tie in self._ties.between(party, come.holder):
                        yield _transfer(listed, left, taken, tie, sure)

    def _plain(self, listed: Span, near: Sequence[_Near]) -> Iterator[Indicator]:
        for matter, pattern in _OF_MATTER.items():
            found = [(each, nearness) for each, change, nearness in near if change.matter == matter]
            if found:
                yield _together(pattern, listed, found)

    def _activity(self, party: str, listed: Span, listings: Sequence[Row]) -> Iterator[Indicator]:
        """Events after the listing, of a holder those only that it may have held the ship at."""
        if (holding := self._holding.get(party)) is None:
            return
        found: list[tuple[Happening, Nearness]] = []
        for each in self._happenings:
            bounds = days_from(listed, each.span)
            after = within(bounds, 1, bounds[1] if bounds[1] is not None else 10**9)
            if not each.activity or _all_ended(listings, "delisted", each.span):
                continue
            if after and not (holding and _all_ended(holding, "end", each.span)):
                found.append((each, after if bounds[0] is None or bounds[0] < 1 else "certain"))
        if found:
            yield _together("activity_after_listing", listed, found)


def _together(pattern: Pattern, listed: Span, found: Sequence[tuple[Happening, Nearness]]) -> Indicator:
    told = sorted(found, key=lambda each: in_order(each[0].span))
    sure: Nearness = "certain" if any(nearness == "certain" for _, nearness in told) else "possible"
    text = "; ".join(f"{each.text}, {_distance(listed, each)}" for each, _ in told)
    return Indicator(pattern, text, sure, ordered(ref for each, _ in told for ref in each.sources))


def _transfer(listed: Span, left: Happening, taken: Happening, tie: Tie, sure: Nearness) -> Indicator:
    text = (
        f"{left.text}, {_distance(listed, left)}; {taken.text}, {_distance(listed, taken)};"
        f" the party that takes it up {tie.text}"
    )
    refs = [*left.sources, *taken.sources, *tie.sources]
    return Indicator(tie.pattern, text, sure, ordered(refs), tie.links)


def _distance(listed: Span, happening: Happening) -> str:
    return days_in_words(days_from(listed, happening.span))


def _surest(*nearness: Nearness | None) -> Nearness | None:
    if "certain" in nearness:
        return "certain"
    return "possible" if "possible" in nearness else None


def _all_ended(rows: Sequence[Row], end_of: str, span: Span) -> bool:
    """Whether every listing, or every holding, had certainly ended by then."""
    ends = [span_of(row, end_of).last for row in rows]
    return span.first is not None and all(end is not None and end <= span.first for end in ends)
