"""Shapes and texts as SVG elements, with presentation attributes only, so that no page policy can stop them."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from graphkit.present.diagram.boxes import FOLD, HULL_INSET, LINE_HEIGHT, OCTAGON_CORNER, Box
from graphkit.present.diagram.dot import Point
from graphkit.present.diagram.grammar import DASHES, SMALL_SIZE, Pattern, Shape
from graphkit.present.diagram.wording import TextLine

_RADIUS = 4
_BASELINE = 0.98
"""How far below the top of its line a text stands, in font sizes."""


def number(value: float) -> str:
    """A coordinate with one decimal, and none where it is zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def add(parent: Element, tag: str, text: str = "", /, **attributes: str | float) -> Element:
    """A child element. Attribute names take `_` for `-`, and a last `_` is dropped, as in class_."""
    texts = {key: value if isinstance(value, str) else number(value) for key, value in attributes.items()}
    made = SubElement(parent, tag, {key.rstrip("_").replace("_", "-"): value for key, value in texts.items()})
    made.text = text or None
    return made


def add_shape(parent: Element, shape: Shape, box: Box, **attributes: str | float) -> Element:
    """The outline of a party or a listing."""
    if shape in {Shape.RECTANGLE, Shape.PILL}:
        radius = _RADIUS if shape is Shape.RECTANGLE else box.height / 2
        return add(parent, "rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=radius, **attributes)
    return add(parent, "path", d=_path(shape, box), stroke_linejoin="round", **attributes)


def _path(shape: Shape, box: Box) -> str:
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    if shape is Shape.HULL:
        inset = min(HULL_INSET, box.height * 0.4)
        return _closed([(left, top), (right, top), (right - inset, bottom), (left + inset, bottom)])
    if shape is Shape.FOLDED:
        fold = min(FOLD, box.height / 2)
        corner, folded = (right - fold, top), (right, top + fold)
        outline = _closed([(left, top), corner, folded, (right, bottom), (left, bottom)])
        return f"{outline} {_open([corner, (right - fold, top + fold), folded])}"
    cut = min(OCTAGON_CORNER, box.height / 3)
    upper = [(left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut)]
    return _closed([*upper, (right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut)])


def _open(points: Iterable[Point]) -> str:
    return "M" + " L".join(f"{number(x)} {number(y)}" for x, y in points)


def _closed(points: Iterable[Point]) -> str:
    return _open(points) + " Z"


def polyline(points: Iterable[Point]) -> str:
    """Path data of straight pieces."""
    return _open(points)


def bezier(points: tuple[Point, ...]) -> str:
    """Path data of a curve: a start and three points for each piece."""
    start, *rest = (f"{number(x)} {number(y)}" for x, y in points)
    return f"M{start} C{' '.join(rest)}"


def dashes(pattern: Pattern, width: float) -> dict[str, str]:
    """The attributes that make a line dotted or dashed; dots are round and stand further apart on a heavy line."""
    if pattern is Pattern.DOTTED:
        return {"stroke_dasharray": f"0.1 {number(2 * width + 1.6)}", "stroke_linecap": "round"}
    return {"stroke_dasharray": DASHES} if pattern is Pattern.DASHED else {}


def add_lines(parent: Element, lines: tuple[TextLine, ...], box: Box) -> None:
    """Lines of text in the middle of a box, one under the other; where they stand, text is anchored in its middle."""
    x, y = box.middle
    y -= sum(line.size * LINE_HEIGHT for line in lines) / 2
    for line in lines:
        add_text(parent, line, x, y + line.size * _BASELINE)
        y += line.size * LINE_HEIGHT


def add_text(parent: Element, line: TextLine, x: float, baseline: float) -> None:
    """One line of text. Font, colour and the usual size are those of the whole picture."""
    size = {} if line.size == SMALL_SIZE else {"font_size": line.size}
    weight = {"font_weight": "bold"} if line.bold else {}
    add(parent, "text", line.text, x=x, y=baseline, **size, **weight)
