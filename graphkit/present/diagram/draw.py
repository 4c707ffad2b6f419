"""Parties, listings and lines as SVG elements, in the look that the grammar gives them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from graphkit.model.answers import Entity
from graphkit.model.vocabulary import Kind, Status
from graphkit.present.diagram import grammar
from graphkit.present.diagram.boxes import Box
from graphkit.present.diagram.dot import Point
from graphkit.present.diagram.grammar import PARTY_STYLES, Head, Pattern, Shape
from graphkit.present.diagram.layout import PlacedListing, PlacedParty
from graphkit.present.diagram.link_wording import LineStyle
from graphkit.present.diagram.routes import ARROW, Line, Route
from graphkit.present.diagram.shapes import add, add_lines, add_shape, bezier, dashes, polyline
from graphkit.present.diagram.wording import TextLine, accessible_name, party_name

_ARROW_WIDTH = 8.0
_INNER = 4.5
_HEAVY, _HEAVY_THIN = 3.0, 2.0


@dataclass(frozen=True, slots=True)
class PartyLook:
    """Outline, colours and border of a party. inner: colour of the line inside the border, which marks the subject."""

    shape: Shape
    fill: str
    border: str
    width: float = grammar.BORDER
    pattern: Pattern = Pattern.SOLID
    inner: str = ""


LISTING_LOOKS: dict[Status, PartyLook] = {
    Status.YES: PartyLook(Shape.OCTAGON, grammar.LISTING_FILL, grammar.LISTED),
    Status.UNKNOWN: PartyLook(Shape.OCTAGON, grammar.PAPER, grammar.LISTED, pattern=Pattern.DASHED),
    Status.NO: PartyLook(Shape.OCTAGON, grammar.PAPER, grammar.ENDED),
}


def kind_look(kind: Kind) -> PartyLook:
    """How a party of this kind looks when nothing else is known of it."""
    style = PARTY_STYLES[kind]
    return PartyLook(style.shape, style.fill, style.border)


def party_look(entity: Entity, *, subject: bool = False) -> PartyLook:
    """How a party looks: its kind, then unknown, then the subject's double border; sanctions override the border."""
    look = kind_look(entity.kind)
    if entity.unknown:
        look = replace(look, fill=grammar.PAPER, border=grammar.UNKNOWN_BORDER, pattern=Pattern.DASHED)
    if subject:
        look = replace(look, width=grammar.SUBJECT_BORDER, inner=look.border)
    if entity.sanctioned is Status.YES:
        return replace(look, border=grammar.LISTED, width=grammar.LISTED_BORDER, pattern=Pattern.SOLID)
    if entity.sanctioned is Status.UNKNOWN:
        return replace(look, border=grammar.LISTED, width=grammar.DOUBT_BORDER, pattern=Pattern.DASHED)
    return look


def add_look(parent: Element, box: Box, look: PartyLook) -> None:
    """The outline of a party or listing in its look."""
    broken = dashes(look.pattern, look.width)
    add_shape(parent, look.shape, box, fill=look.fill, stroke=look.border, stroke_width=look.width, **broken)
    if look.inner:
        inside = Box(box.x + _INNER, box.y + _INNER, box.width - 2 * _INNER, box.height - 2 * _INNER)
        add_shape(parent, look.shape, inside, fill="none", stroke=look.inner, stroke_width=1.0)


def add_party(parent: Element, party: PlacedParty) -> None:
    """A party with its listings, as one group that a screen reader can name."""
    group = add(parent, "g", class_="party", role="img", aria_label=accessible_name(party.entity))
    add(group, "title", party_name(party.entity))
    for listing in party.listings:
        _add_listing_line(group, listing)
    node = add(group, "g", class_="node")
    add_look(node, party.box, party_look(party.entity, subject=party.subject))
    add_lines(node, party.lines, party.box)
    for listing in party.listings:
        octagon = add(group, "g", class_="listing")
        add_look(octagon, listing.box, LISTING_LOOKS[listing.label.status])
        add_lines(octagon, listing.label.lines, listing.box)


def _add_listing_line(parent: Element, listing: PlacedListing) -> None:
    look = LISTING_LOOKS[listing.label.status]
    add(
        parent,
        "path",
        d=polyline(listing.line),
        fill="none",
        stroke=look.border,
        stroke_width=look.width,
        **dashes(look.pattern, look.width),
    )
    if listing.label.date:
        _add_label(parent, (TextLine(listing.label.date),), listing.date_box)


def _add_label(parent: Element, lines: tuple[TextLine, ...], box: Box) -> None:
    label = add(parent, "g", class_="label")
    add(label, "rect", x=box.x, y=box.y, width=box.width, height=box.height, fill=grammar.PAPER)
    add_lines(label, lines, box)


def line_width(line: Line) -> float:
    """The chain that matters is heavy; ties that are neither ownership nor control stay lighter than those that are."""
    if not line.highlighted:
        return line.style.width
    return _HEAVY if line.style.head is Head.FILLED else _HEAVY_THIN


def add_route(parent: Element, route: Route, names: dict[str, str]) -> None:
    """A line with its arrowhead and its label on white ground."""
    line, style = route.line, route.line.style
    words = " ".join(text.text for text in line.text)
    group = add(parent, "g", class_="link", role="img")
    add(group, "title", f"{names[line.from_id]} to {names[line.to_id]}: {words}")
    width = line_width(line)
    add_stroke(group, " ".join(map(bezier, route.curves)), style, width)
    if route.tip:
        add_head(group, *route.tip, style, width)
    _add_label(group, line.text, route.label_box)


def add_stroke(parent: Element, data: str, style: LineStyle, width: float) -> None:
    """A line in its pattern and colour."""
    add(parent, "path", d=data, fill="none", stroke=style.colour, stroke_width=width, **dashes(style.pattern, width))


def add_head(parent: Element, tip: Point, base: Point, style: LineStyle, width: float) -> None:
    """An arrowhead: filled for ownership and control, two strokes for a tie that is neither."""
    left, right = _wings(tip, base)
    if style.head is Head.FILLED:
        add(parent, "path", d=polyline((tip, left, right)) + " Z", fill=style.colour)
        return
    add(parent, "path", d=polyline((base, tip)), fill="none", stroke=style.colour, stroke_width=width)
    add(parent, "path", d=polyline((left, tip, right)), fill="none", stroke=style.colour, stroke_width=max(width, 1.2))


def _wings(tip: Point, base: Point) -> Iterator[Point]:
    """The two corners of an arrowhead beside its base."""
    along = ((tip[0] - base[0]) / ARROW, (tip[1] - base[1]) / ARROW)
    for side in (-1, 1):
        yield base[0] - side * along[1] * _ARROW_WIDTH / 2, base[1] + side * along[0] * _ARROW_WIDTH / 2
