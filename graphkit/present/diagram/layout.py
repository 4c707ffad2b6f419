"""Where everything stands: owners above what they own, each line with its label, listings right of the party they list.

Graphviz gives positions and routes (`dot`); here the network becomes blocks and ties, and its answer becomes boxes and
routes again. Nothing here knows of SVG.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.errors import WrongUse
from graphkit.model.answers import Entity, Subgraph
from graphkit.present.diagram import dot
from graphkit.present.diagram.boxes import BUS, Box, ListingLabel, PartyLabel, party_label
from graphkit.present.diagram.dot import Point
from graphkit.present.diagram.fold import held_in_turn, in_order, nearest, rows_of_leaves
from graphkit.present.diagram.grammar import PICTURE_PARTIES
from graphkit.present.diagram.routes import Route, lines, routes, ties
from graphkit.present.diagram.wording import TextLine


@dataclass(frozen=True, slots=True)
class PlacedListing:
    """An octagon and the corners of the red line to it; date_box: the white ground of its date."""

    label: ListingLabel
    box: Box
    line: tuple[Point, ...]
    date_box: Box


@dataclass(frozen=True, slots=True)
class PlacedParty:
    """A party's own box with its words, and its listings."""

    entity: Entity
    box: Box
    lines: tuple[TextLine, ...]
    listings: tuple[PlacedListing, ...]
    subject: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture without title and legend, in pixels. subgraph: what of the network is drawn, in drawing order."""

    subgraph: Subgraph
    parties: tuple[PlacedParty, ...]
    routes: tuple[Route, ...]
    width: float
    height: float


def layout(subgraph: Subgraph, *, limit: int = PICTURE_PARTIES) -> Layout:
    """Positions of every party, line and label. Above `limit` parties the nearest are drawn and left_out says so.

    Raises:
        WrongUse: there is no party to draw.
    """
    if not subgraph.entities:
        raise WrongUse("There is nothing to draw: a picture needs at least one party.")
    drawn = nearest(in_order(subgraph), limit)
    labels = [party_label(entity, subject=entity.id == drawn.subject) for entity in drawn.entities]
    number = {entity.id: place for place, entity in enumerate(drawn.entities)}
    drawn_lines = lines(drawn)
    in_time = held_in_turn(drawn)
    blocks = [label.block(in_order=party in in_time) for party, label in zip(number, labels, strict=True)]
    placed = dot.place(blocks, ties(drawn_lines, number), [(number[a], number[b]) for a, b in rows_of_leaves(drawn)])
    boxes = [_around(middle, label) for middle, label in zip(placed.blocks, labels, strict=True)]
    return Layout(
        subgraph=drawn,
        parties=tuple(
            PlacedParty(entity, box, label.lines, tuple(_listings(label, box)), entity.id == drawn.subject)
            for entity, label, box in zip(drawn.entities, labels, boxes, strict=True)
        ),
        routes=tuple(routes(drawn_lines, placed, dict(zip(number, boxes, strict=True)))),
        width=placed.width,
        height=placed.height,
    )


def _around(middle: Point, label: PartyLabel) -> Box:
    return Box(middle[0] - label.width / 2, middle[1] - label.height / 2, label.width, label.height)


def _listings(label: PartyLabel, own: Box) -> Iterator[PlacedListing]:
    """Right of the party, joined by red lines that leave its right side together."""
    side = own.x + own.width
    for listing, box in zip(label.listings, label.listing_boxes(own), strict=True):
        y = box.middle[1]
        line = ((own.middle[0], own.middle[1]), (side + BUS, own.middle[1]), (side + BUS, y), (box.x, y))
        date_x, date_y = (side + BUS + box.x - listing.date_width) / 2, y - listing.date_height / 2
        yield PlacedListing(listing, box, line, Box(date_x, date_y, listing.date_width, listing.date_height))
