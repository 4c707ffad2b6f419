"""The key of a picture: what is present in it, and nothing that is not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element

from graphkit.model.answers import LinkEvidence
from graphkit.model.vocabulary import UNDIRECTED, LinkType, Status
from graphkit.present.diagram import grammar
from graphkit.present.diagram.boxes import Box
from graphkit.present.diagram.draw import (
    LISTING_LOOKS,
    PartyLook,
    add_head,
    add_look,
    add_stroke,
    kind_look,
    line_width,
    party_look,
)
from graphkit.present.diagram.grammar import CONTROL_TYPES, PARTY_STYLES, Head, Pattern, Shape
from graphkit.present.diagram.layout import Layout
from graphkit.present.diagram.link_wording import LineStyle, dates_label, has_ended
from graphkit.present.diagram.measure import text_width, wrapped
from graphkit.present.diagram.notes import on_the_day, status_explained
from graphkit.present.diagram.routes import ARROW
from graphkit.present.diagram.shapes import add_text, polyline
from graphkit.present.diagram.wording import TextLine

_SAMPLE_WIDTH, _SAMPLE_HEIGHT = 34.0, 18.0
_GAP, _BETWEEN, _ROW = 8.0, 26.0, 26.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the key: a sample, if it has one, and what it means."""

    words: str
    sample: Callable[[Element, Box], None] | None = None


def entries(layout: Layout) -> tuple[Entry, ...]:
    """What the key of this picture explains, parties before lines."""
    return (*_parties(layout), *_listings(layout), *_lines(layout), *_words(layout))


def _parties(layout: Layout) -> Iterator[Entry]:
    entities = [party.entity for party in layout.parties]
    meanings: dict[PartyLook, list[str]] = {}
    for kind in sorted({entity.kind for entity in entities if not entity.unknown}, key=list(PARTY_STYLES).index):
        meanings.setdefault(kind_look(kind), []).append(PARTY_STYLES[kind].word.lower())
    for look, words in meanings.items():
        yield Entry(" or ".join(words), partial(add_look, look=look))
    day = on_the_day(layout.subgraph.as_of)
    if unknown := [entity for entity in entities if entity.unknown]:
        yield Entry("? a party that no source names", partial(add_look, look=party_look(unknown[0])))
    if any(party.subject for party in layout.parties):
        look = _plain(grammar.UNKNOWN_BORDER, inner=grammar.UNKNOWN_BORDER)
        yield Entry("double border: asked about", partial(add_look, look=look))
    if any(entity.sanctioned is Status.YES for entity in entities):
        look = _plain(grammar.LISTED, width=grammar.LISTED_BORDER)
        yield Entry(f"{grammar.SANCTIONED_WORD}: a listing was in force {day}", partial(add_look, look=look))
    if any(entity.sanctioned is Status.UNKNOWN for entity in entities):
        look = _plain(grammar.LISTED, width=grammar.DOUBT_BORDER, pattern=Pattern.DASHED)
        yield Entry(status_explained(layout.subgraph.as_of), partial(add_look, look=look))


_plain = partial(PartyLook, Shape.RECTANGLE, grammar.PAPER)


def _listings(layout: Layout) -> Iterator[Entry]:
    statuses = {listing.label.status for party in layout.parties for listing in party.listings}
    words = {
        Status.YES: "listing, with its date",
        Status.UNKNOWN: "listing not proven for the day",
        Status.NO: "listing not in force on the day",
    }
    for status in (Status.YES, Status.UNKNOWN, Status.NO):
        if status in statuses:
            yield Entry(words[status], partial(add_look, look=LISTING_LOOKS[status]))


def _lines(layout: Layout) -> Iterator[Entry]:
    links = [link for route in layout.routes for link in route.line.links]
    types = {link.type for link in links}
    solid, dotted = _style(Pattern.SOLID), _style(Pattern.DOTTED)
    if LinkType.OWNS in types:
        yield _line("owns", solid)
    if types & CONTROL_TYPES:
        yield _line("control, not ownership", dotted)
    if types - CONTROL_TYPES - UNDIRECTED - {LinkType.OWNS}:
        yield _line("another tie: neither ownership nor control", _style(Pattern.SOLID, head=Head.OPEN), 1.0)
    if types & UNDIRECTED:
        yield _line("tie without a side of power", _style(Pattern.SOLID, head=Head.NONE), 1.0)
    if any(route.line.style.pattern is Pattern.DASHED for route in layout.routes):
        yield _line("a lead: the source is not sure; the last word says how", _style(Pattern.DASHED, head=Head.NONE))
    if any(has_ended(link, layout.subgraph.as_of) for link in links):
        yield _line("ended", _style(Pattern.SOLID, colour=grammar.ENDED))
    heavy = [line_width(route.line) for route in layout.routes if route.line.highlighted]
    if heavy and len(heavy) < len(layout.routes):
        yield _line("heavy: the chain that matters", _style(Pattern.SOLID, head=Head.NONE), max(heavy))


def _style(pattern: Pattern, *, colour: str = grammar.LINE, head: Head = Head.FILLED) -> LineStyle:
    return LineStyle("", pattern, colour, grammar.BORDER, head)


def _line(words: str, style: LineStyle, width: float = grammar.BORDER) -> Entry:
    return Entry(words, partial(_line_sample, style=style, width=width))


def _line_sample(parent: Element, box: Box, style: LineStyle, width: float) -> None:
    y = box.middle[1]
    tip, base = (box.x + box.width, y), (box.x + box.width - ARROW, y)
    add_stroke(parent, polyline(((box.x, y), tip if style.head is Head.NONE else base)), style, width)
    if style.head is not Head.NONE:
        add_head(parent, tip, base, style, width)


def _words(layout: Layout) -> Iterator[Entry]:
    links: list[LinkEvidence] = [route.line.links[0] for route in layout.routes if len(route.line.links) == 1]
    day = on_the_day(layout.subgraph.as_of)
    if any(dates_label(link) == "undated" for link in links):
        yield Entry("undated: no source gives a date; counted all the same")
    if any(link.holds == "possible" for link in links):
        yield Entry(f"may hold: the dates allow it {day} and do not prove it")


def add_legend(parent: Element, items: tuple[Entry, ...], top: Box) -> float:
    """The key in rows from the upper left corner of `top`, as wide as it; returns where it ends below."""
    x, y = top.x, top.y
    for item in items:
        indent = _SAMPLE_WIDTH + _GAP if item.sample else 0.0
        lines = wrapped(item.words, top.width - indent, grammar.SMALL_SIZE)
        width = indent + max(text_width(line, grammar.SMALL_SIZE) for line in lines)
        if x > top.x and x + width > top.x + top.width:
            x, y = top.x, y + _ROW
        if item.sample:
            item.sample(parent, Box(x, y, _SAMPLE_WIDTH, _SAMPLE_HEIGHT))
        for row, line in enumerate(lines):
            y += _ROW * 0.7 if row else 0.0
            add_text(parent, TextLine(line), x + indent, y + _SAMPLE_HEIGHT / 2 + 4)
        x += width + _BETWEEN
    return y + _ROW if items else y
