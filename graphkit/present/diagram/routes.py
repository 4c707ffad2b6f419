"""The drawn lines of a network: which links share one, where each runs, where its arrow points and its label stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphkit.model.answers import LinkEvidence, Step, Subgraph
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, LinkType
from graphkit.present.diagram.boxes import Box, link_label_lines, link_label_size
from graphkit.present.diagram.curves import Curve, piece
from graphkit.present.diagram.dot import Placed, Point, Tie
from graphkit.present.diagram.fold import link_strength, step_strength, upward_pairs
from graphkit.present.diagram.grammar import LINE, PARALLEL_LINES, Head, Pattern
from graphkit.present.diagram.link_wording import LineStyle, has_ended, line_style
from graphkit.present.diagram.wording import TextLine, count

ARROW = 9.0
_FAN = 16.0
_FAN_EDGE = 20.0
_NO_EVIDENCE = LineStyle("no evidence given", Pattern.DASHED, LINE, 1.0, Head.OPEN)


@dataclass(frozen=True, slots=True)
class Line:
    """One line before it has a place. links: several when it only counts them. upward: it closes a circle."""

    from_id: str
    to_id: str
    links: tuple[LinkEvidence, ...]
    style: LineStyle
    text: tuple[TextLine, ...]
    highlighted: bool
    upward: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A line with its place.

    curves: Bezier points, three a piece after the first, from the upper party to the label and on to the lower one.
    tip: where the arrow points to and whence it comes, None without a side of power.
    """

    line: Line
    curves: tuple[Curve, Curve]
    tip: tuple[Point, Point] | None
    label_box: Box


def lines(subgraph: Subgraph) -> tuple[Line, ...]:
    """One line for each link of a pair up to three, and above that a single line that counts them."""
    upward = upward_pairs(subgraph)
    return tuple(
        Line(
            step.from_id,
            step.to_id,
            links,
            style,
            link_label_lines(style.label),
            highlighted=(step.from_id, step.to_id) in subgraph.highlighted and _carries(links, step),
            upward=(step.from_id, step.to_id) in upward,
        )
        for step in subgraph.steps
        for links, style in _styles(step, subgraph.as_of)
    )


def _styles(step: Step, as_of: str) -> list[tuple[tuple[LinkEvidence, ...], LineStyle]]:
    if not step.links:
        return [((), _NO_EVIDENCE)]
    if len(step.links) <= PARALLEL_LINES:
        return [((link,), line_style(link, as_of)) for link in step.links]

    def weakness(link: LinkEvidence) -> tuple[bool, int, float]:
        return has_ended(link, as_of), link_strength(link.type), -CERTAINTY_WEIGHT[link.certainty]

    strongest = line_style(min(step.links, key=weakness), as_of)
    return [(step.links, replace(strongest, label=count(len(step.links), "link")))]


def _carries(links: Sequence[LinkEvidence], step: Step) -> bool:
    """Whether a chain passes the step by these links: by ownership where there is any, else control, else a tie."""
    return min((link_strength(link.type) for link in links), default=0) <= step_strength(step)


def ties(drawn: Sequence[Line], number: Mapping[str, int]) -> tuple[Tie, ...]:
    """The lines as Graphviz needs them. number: of each party by its id."""
    made = []
    for line in drawn:
        upper, lower = (line.to_id, line.from_id) if line.upward else (line.from_id, line.to_id)
        made.append(Tie(number[upper], number[lower], *link_label_size(line.text), _weight(line)))
    return tuple(made)


def _weight(line: Line) -> int:
    """The chain that matters runs straightest, ownership straighter than other ties."""
    if line.highlighted:
        return 12
    return 3 if any(link.type is LinkType.OWNS for link in line.links) else 1


def routes(drawn: Sequence[Line], placed: Placed, parties: Mapping[str, Box]) -> Iterator[Route]:
    """The lines with their places, spread where several meet at one party."""
    uppers = [line.to_id if line.upward else line.from_id for line in drawn]
    lowers = [line.from_id if line.upward else line.to_id for line in drawn]
    starts, ends = (_fan(drawn, meeting, placed.labels, parties) for meeting in (uppers, lowers))
    for number, line in enumerate(drawn):
        (x, y), (width, height) = placed.labels[number], link_label_size(line.text)
        label_box = Box(x - width / 2, y - height / 2, width, height)
        above, below = parties[uppers[number]], parties[lowers[number]]
        to_label, from_label = placed.curves[number]
        first = (to_label[0][0] + starts[number], above.y + above.height)
        last = (from_label[-1][0] + ends[number], below.y)
        top, bottom = (x, label_box.y), (x, label_box.y + height)
        tip = None if line.style.head is Head.NONE else first if line.upward else last
        if tip == first:
            first = (first[0], first[1] + ARROW)
        elif tip == last:
            last = (last[0], last[1] - ARROW)
        upper = piece(first, top, above.middle[1], y, to_label, placed.ranks)
        lower = piece(bottom, last, y, below.middle[1], from_label, placed.ranks)
        yield Route(line, (upper, lower), (tip, first if line.upward else last) if tip else None, label_box)


def _fan(
    drawn: Sequence[Line], ends: Sequence[str], labels: Sequence[Point], parties: Mapping[str, Box]
) -> list[float]:
    """How far each line's end is moved sideways, so that the lines of one party meet it side by side.

    The chain that matters stays in the middle, where it runs straight.
    """
    meeting: dict[str, list[int]] = {}
    for number, party in enumerate(ends):
        meeting.setdefault(party, []).append(number)
    shift = [0.0] * len(ends)
    for party, numbers in meeting.items():
        inside = sorted(numbers, key=lambda one: (labels[one][0], one))
        heavy = [place for place, number in enumerate(inside) if drawn[number].highlighted]
        middle = heavy[0] if len(heavy) == 1 else (len(inside) - 1) / 2
        room = max(parties[party].width / 2 - _FAN_EDGE, 0.0)
        gap = min(_FAN, room / max(middle, len(inside) - 1 - middle, 1))
        for place, number in enumerate(inside):
            shift[number] = (place - middle) * gap
    return shift
