"""The entries of the UN's XML, one small tree each, with the line on which every element begins.

The file is read with defusedxml's SAX reader, in pieces: a document type declaration, an entity or an external
reference refuses the whole file before any entry is seen. A file that breaks off gives every entry that was complete
before the break, and then the break itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException
from defusedxml.expatreader import create_parser

from graphkit.errors import SourceError

ROOT = "CONSOLIDATED_LIST"
KINDS = frozenset({"INDIVIDUAL", "ENTITY"})
_ENTRY_DEPTH = 3  # the list, its two sections, their entries
_PIECE = 256 * 1024


@dataclass(slots=True)
class Element:
    """An element of an entry: its line, its own words and its children."""

    tag: str
    line: int
    children: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The element's own words, blanks and line breaks collapsed."""
        return " ".join("".join(self.pieces).split())

    def all(self, tag: str) -> list["Element"]:
        """The children of this name."""
        return [child for child in self.children if child.tag == tag]

    def first(self, tag: str) -> str:
        """The words of the first child of this name; empty when there is none."""
        return next((child.text for child in self.children if child.tag == tag), "")

    def values(self, tag: str) -> list[str]:
        """The words of each VALUE below the children of this name, the empty ones left out."""
        texts = [value.text for child in self.all(tag) for value in (child, *child.all("VALUE"))]
        return [text for text in texts if text]

    def words(self) -> str:
        """All words of the element and of everything below it."""
        found, waiting = [], [self]
        while waiting:
            element = waiting.pop()
            found.append(element.text)
            waiting.extend(reversed(element.children))
        return " ".join(filter(None, found))


@dataclass(frozen=True, slots=True)
class Opening:
    """The list's first element: what the file says of itself."""

    generated: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where the XML cannot be read any further, why, and the entry that was being read."""

    line: int
    reason: str
    unfinished: Element | None


class _Collector(ContentHandler):
    """Gathers finished entries for the reader to take between two pieces of the file."""

    def __init__(self, line_number: Callable[[], int]) -> None:
        super().__init__()
        self._line_number = line_number
        self.root = ""
        self.found: list[Opening | Element] = []
        self.open: list[Element] = []
        self._depth = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        self._depth += 1
        tag = name.rpartition(":")[2]
        if self._depth == 1:
            self.root = tag
            self.found.append(Opening(attrs.get("dateGenerated") or ""))
        elif self.open or tag in KINDS or self._depth == _ENTRY_DEPTH:
            element = Element(tag, self._line_number())
            if self.open:
                self.open[-1].children.append(element)
            self.open.append(element)

    def characters(self, content: str) -> None:
        if self.open:
            self.open[-1].pieces.append(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002  # the name is that of the element opened last
        self._depth -= 1
        if self.open:
            element = self.open.pop()
            if not self.open:
                self.found.append(element)

    def take(self) -> list[Opening | Element]:
        taken, self.found = self.found, []
        return taken


def entries(path: Path, label: str) -> Iterator[Opening | Element | Break]:
    """The opening, then each entry in the order of the file; last, if there is one, the break.

    Raises:
        SourceError: the file cannot be opened, declares a document type or entities, or is not the UN's list.
    """
    parser = create_parser(forbid_dtd=True, forbid_entities=True, forbid_external=True)
    collector = _Collector(parser.getLineNumber)
    parser.setContentHandler(collector)
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                parser.feed(piece)
                _require_root(collector.root, label)
                yield from collector.take()
        parser.close()
    except OSError as error:
        raise SourceError(f"{label} cannot be opened: {error.strerror}.") from error
    except DefusedXmlException as error:
        raise SourceError(
            f"{label}, line {parser.getLineNumber()}: the file declares a document type or entities, which the UN's "
            "list never does and which can hide harm; download the list again from the United Nations."
        ) from error
    except SAXParseException as error:
        if not collector.root:
            raise SourceError(
                f"{label}, line {error.getLineNumber()} is not XML that can be read ({error.getMessage()}); "
                f"the UN's list begins with {ROOT}."
            ) from error
        _require_root(collector.root, label)
        yield from collector.take()
        unfinished = collector.open[0] if collector.open else None
        yield Break(error.getLineNumber() or 0, error.getMessage(), unfinished)
    _require_root(collector.root or "no element", label)
    yield from collector.take()


def _require_root(root: str, label: str) -> None:
    if root not in {"", ROOT}:
        raise SourceError(f"{label} begins with {root}, {ROOT} was expected: it is not the UN's list in XML.")
