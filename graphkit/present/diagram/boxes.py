"""How much room a party, its listings and a line's label need, in whole pixels."""

from dataclasses import dataclass
from math import ceil

from graphkit.model.answers import Entity, Listed
from graphkit.model.vocabulary import Status
from graphkit.present.diagram.dot import Block
from graphkit.present.diagram.grammar import LISTINGS_DRAWN, PARTY_STYLES, SMALL_SIZE, Shape
from graphkit.present.diagram.link_wording import SEPARATOR
from graphkit.present.diagram.measure import text_width, wrapped
from graphkit.present.diagram.plain import harmless
from graphkit.present.diagram.wording import TextLine, count, listing_date, listing_lines, party_lines

LINE_HEIGHT = 1.3
OCTAGON_CORNER = 9
HULL_INSET = 18
FOLD = 12
BUS = 12
"""Pixels from a party to the upright part of the red lines that lead to its listings."""

_PADDING = 8
_SUBJECT_PADDING = 5
_LISTING_GAP = 8
_LABEL_PADDING = 3
_LABEL_WIDTH = 190.0
_NARROWEST = 96


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class ListingLabel:
    """One octagon: its words, the date on the line to it, the status of the listing, and its size."""

    lines: tuple[TextLine, ...]
    date: str
    status: Status
    width: int
    height: int
    date_width: int
    date_height: int


@dataclass(frozen=True, slots=True)
class PartyLabel:
    """A party's words and the size of its box, with the octagons that stand right of it."""

    lines: tuple[TextLine, ...]
    width: int
    height: int
    listings: tuple[ListingLabel, ...]

    def block(self, *, in_order: bool = False) -> Block:
        """The room to reserve for the party together with its listings. in_order: its holders stand in their order."""
        if not self.listings:
            return Block(self.width, self.height, in_order=in_order)
        side = BUS + self.date_room + max(listing.width for listing in self.listings)
        tall = sum(listing.height + _LISTING_GAP for listing in self.listings) - _LISTING_GAP
        return Block(self.width, self.height, side, tall, in_order)

    @property
    def date_room(self) -> int:
        """Pixels between the upright part of the red lines and the octagons."""
        return max(listing.date_width for listing in self.listings) + 2 * _PADDING

    def listing_boxes(self, own: Box) -> tuple[Box, ...]:
        """Where the octagons stand beside the party's own box: one under the other, their middle at its middle."""
        block = self.block()
        x, y = own.x + own.width + BUS + (self.date_room if self.listings else 0), own.middle[1] - block.tall / 2
        boxes = []
        for listing in self.listings:
            boxes.append(Box(x, y, max(one.width for one in self.listings), listing.height))
            y += listing.height + _LISTING_GAP
        return tuple(boxes)


def party_label(entity: Entity, *, subject: bool) -> PartyLabel:
    """The words of a party, measured."""
    lines = party_lines(entity)
    shape = PARTY_STYLES[entity.kind].shape
    width, height = _text_room(lines)
    padding = _PADDING + (_SUBJECT_PADDING if subject else 0)
    sides = {Shape.HULL: HULL_INSET, Shape.PILL: ceil(height / 4) + 2, Shape.FOLDED: FOLD // 2}
    return PartyLabel(
        lines=lines,
        width=max(_NARROWEST, width + 2 * (padding + sides.get(shape, 0))),
        height=height + 2 * padding,
        listings=_listing_labels(entity),
    )


def _listing_labels(entity: Entity) -> tuple[ListingLabel, ...]:
    """Each listing with its words; above four, the first three and a last octagon that counts the rest."""
    listed = entity.listed
    if len(listed) <= LISTINGS_DRAWN:
        return tuple(_listing_label(listing_lines(one), listing_date(one), one.status) for one in listed)
    shown, rest = listed[: LISTINGS_DRAWN - 1], listed[LISTINGS_DRAWN - 1 :]
    return (
        *(_listing_label(listing_lines(one), listing_date(one), one.status) for one in shown),
        _listing_label(_rest_lines(rest), "", _strongest(rest)),
    )


def _rest_lines(rest: tuple[Listed, ...]) -> tuple[TextLine, ...]:
    authorities = ", ".join(sorted({harmless(one.authority) for one in rest}))
    lines = (count(len(rest), "more listing"), *wrapped(authorities, _LABEL_WIDTH, SMALL_SIZE))
    return tuple(map(TextLine, lines))


def _strongest(listed: tuple[Listed, ...]) -> Status:
    statuses = {one.status for one in listed}
    return next(status for status in (Status.YES, Status.UNKNOWN, Status.NO) if status in statuses)


def _listing_label(lines: tuple[TextLine, ...], date: str, status: Status) -> ListingLabel:
    width, height = _text_room(lines)
    return ListingLabel(
        lines=lines,
        date=date,
        status=status,
        width=width + 2 * OCTAGON_CORNER,
        height=height + _PADDING,
        date_width=ceil(text_width(date, SMALL_SIZE)),
        date_height=ceil(SMALL_SIZE * LINE_HEIGHT),
    )


def link_label_lines(label: str) -> tuple[TextLine, ...]:
    """The label of a line; one that would be very wide is broken, between its parts where that is enough."""
    lines: list[str] = []
    for part in label.split(SEPARATOR):
        together = f"{lines[-1]}{SEPARATOR}{part}" if lines else part
        if text_width(together, SMALL_SIZE) <= _LABEL_WIDTH:
            lines[-1:] = [together]
        else:
            lines.extend(wrapped(part, _LABEL_WIDTH, SMALL_SIZE))
    return tuple(map(TextLine, lines))


def link_label_size(lines: tuple[TextLine, ...]) -> tuple[int, int]:
    """Width and height of the white ground under a line's label."""
    width, height = _text_room(lines)
    return width + 2 * _LABEL_PADDING, height + _LABEL_PADDING


def _text_room(lines: tuple[TextLine, ...]) -> tuple[int, int]:
    width = max((text_width(line.text, line.size, bold=line.bold) for line in lines), default=0.0)
    return ceil(width), ceil(sum(line.size * LINE_HEIGHT for line in lines))
