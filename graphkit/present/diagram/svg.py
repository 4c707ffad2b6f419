"""A picture of a network as one SVG text: title, caption, drawing, key, sources, day, counts.

The text is written by the standard library, so that no name can become markup, and it has neither style sheet, script
nor address: it looks alike in a browser, in a vector editor and on paper. Same network, same bytes.
"""

from math import ceil
from xml.etree.ElementTree import Element, indent, tostring

from graphkit.model.answers import Subgraph
from graphkit.present.diagram import grammar, notes
from graphkit.present.diagram.boxes import LINE_HEIGHT, Box
from graphkit.present.diagram.draw import add_party, add_route
from graphkit.present.diagram.grammar import CAPTION_SIZE, PAPER, SMALL_SIZE, TEXT, TITLE_SIZE
from graphkit.present.diagram.layout import Layout, layout
from graphkit.present.diagram.legend import add_legend, entries
from graphkit.present.diagram.measure import FONTS, wrapped
from graphkit.present.diagram.shapes import add, add_text, number, polyline
from graphkit.present.diagram.wording import TextLine, party_name

_MARGIN = 24.0
_NARROWEST = 760.0
_PARAGRAPH = 10.0
_PARAGRAPH_GAP = 0.4


def render(subgraph: Subgraph, *, version: str | None = None) -> str:
    """The picture as a file of its own. version: of graphkit, when it is not the installed one.

    Raises:
        WrongUse: there is no party to draw.
    """
    drawn = layout(subgraph)
    page = _Page(drawn)
    page.paragraph(notes.title(drawn.subgraph), TITLE_SIZE, bold=True)
    page.paragraph(notes.caption(drawn.subgraph), CAPTION_SIZE)
    page.drawing()
    page.key()
    page.paragraph(notes.day_and_counts(drawn.subgraph), SMALL_SIZE, bold=True)
    page.paragraph(notes.left_out(drawn.subgraph), SMALL_SIZE)
    page.paragraph(notes.source_sentence(drawn.subgraph), SMALL_SIZE)
    page.paragraph(notes.made_with(version), SMALL_SIZE)
    picture = page.element()
    indent(picture, " ")
    return tostring(picture, encoding="unicode") + "\n"


def inline(drawn: Layout) -> Element:
    """The drawing with its key, to stand in a page that says the rest in words of its own."""
    page = _Page(drawn)
    page.drawing()
    page.key()
    return page.element()


class _Page:
    """A page that grows downwards."""

    def __init__(self, drawn: Layout) -> None:
        self.drawn = drawn
        self.width = float(ceil(max(drawn.width + 2 * _MARGIN, _NARROWEST)))
        self.y = _MARGIN
        self.root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        add(self.root, "title", notes.title(drawn.subgraph))
        add(self.root, "desc", notes.description(drawn.subgraph))
        self.ground = add(self.root, "rect", width="100%", height="100%", fill=PAPER)
        self.body = add(self.root, "g", font_family=FONTS, font_size=SMALL_SIZE, fill=TEXT)

    def paragraph(self, text: str, size: float, *, bold: bool = False) -> None:
        """Text over the width of the page, then a small gap; nothing for an empty text."""
        for line in wrapped(text, self.width - 2 * _MARGIN, size, bold=bold):
            add_text(self.body, TextLine(line, size, bold), _MARGIN, self.y + size)
            self.y += size * LINE_HEIGHT
        self.y += size * _PARAGRAPH_GAP if text else 0.0

    def drawing(self) -> None:
        """Lines first, so that boxes lie on them."""
        left = (self.width - self.drawn.width) / 2
        moved = f"translate({number(left)} {number(self.y + _PARAGRAPH)})"
        group = add(self.body, "g", transform=moved, text_anchor="middle")
        names = {party.entity.id: party_name(party.entity) for party in self.drawn.parties}
        for route in self.drawn.routes:
            add_route(group, route, names)
        for party in self.drawn.parties:
            add_party(group, party)
        self.y += self.drawn.height + 3 * _PARAGRAPH

    def key(self) -> None:
        """What the shapes and lines that are present mean."""
        rule = polyline(((_MARGIN, self.y), (self.width - _MARGIN, self.y)))
        add(self.body, "path", d=rule, stroke=grammar.ENDED)
        group = add(self.body, "g", class_="key")
        room = Box(_MARGIN, self.y + _PARAGRAPH, self.width - 2 * _MARGIN, 0.0)
        self.y = add_legend(group, entries(self.drawn), room) + _PARAGRAPH

    def element(self) -> Element:
        """The picture, as large as what was put on it."""
        width, height = number(self.width), number(float(ceil(self.y + _MARGIN - _PARAGRAPH)))
        self.root.attrib |= {"width": width, "height": height, "viewBox": f"0 0 {width} {height}"}
        return self.root
