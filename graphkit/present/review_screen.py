"""One doubtful pair on a terminal: both records side by side, the evidence as a sum, and why the machine stopped.

A window that is too low shows what tells most; all of it can be turned through.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from graphkit.model.answers.review import PairInView, Party
from graphkit.present.evidence_sum import Sum, bits, piece_word
from graphkit.present.record_rows import stated_by_neither
from graphkit.present.review_table import records_table
from graphkit.present.safe import for_terminal

Lines = list[list[Segment]]
_MOST_LINES = (99, 5, 3, 2, 1)  # of one row, the first number that fits the window
_WIDE = 100
_KEYS = ("same", "different", "later", "undo", "write a reason", "open all", "? help", "quit")
_HELP = """\
s           same: the two records are one ship, company or person
d           different: they are not, and no evidence will join them
l or space  later: the next pair; this one comes again at the end
u           undo: takes the last step back, also out of judgements.csv
w           write a reason for the judgement you are about to make
o           show all that is stated, or what fits; arrows, j and k turn the page
q           quit; every judgement is already written

Bits are how much a piece of evidence speaks for one party (+) or against it (-): each bit
doubles or halves the odds. The total merges by itself from the merge line on, unless a rule
forbids it. What a source does not state counts neither way.

Judgements take effect with the next build. Press any key to go on."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in the queue. size: pairs at the start; why: a reason written for the next judgement."""

    size: int
    left: int
    same: int = 0
    different: int = 0
    who: str = ""
    why: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What to print, and how many lines the window could be moved further down."""

    lines: Lines
    below: int

    def __rich_console__(self, console: Console, _: object) -> Iterable[Segment]:
        for number, line in enumerate(self.lines):
            yield from line
            if number < len(self.lines) - 1:
                yield Segment.line()


def pair_page(console: Console, view: PairInView, standing: Standing, *, whole: bool = False, top: int = 0) -> Page:
    """The screen of a pair, as high as the console at most. whole: all that is stated, from line `top` of it on."""
    head = _lines(console, _head(console, view, standing), _rule(console))
    foot = _lines(console, *_foot(console, standing))
    room = max(console.height - len(head) - len(foot), 4)
    if whole:
        body = _body(console, view, most=_MOST_LINES[0])
        top = min(top, max(len(body) - room, 0))
        return Page([*head, *_filled(body[top : top + room], room), *foot], max(len(body) - room - top, 0))
    for most in _MOST_LINES:
        body = _body(console, view, most=most)
        if len(body) <= room:
            return Page([*head, *_filled(body, room), *foot], 0)
    return Page([*head, *_cut(console, view, room), *foot], 0)


def help_page(console: Console) -> Page:
    """What the keys do and what the numbers mean."""
    return Page(_lines(console, Text("graphkit review\n", style="bold"), Text(_HELP))[: console.height - 1], 0)


def _cut(console: Console, view: PairInView, room: int) -> Lines:
    """Rows by what they tell, as many as leave room for the evidence and the reason."""
    below = _lines(console, _rule(console), *_sum(console, view), *_verdict(view))[: max(room - 3, 1)]
    rows = _lines(console, records_table(console, view, most=1))
    kept = room - len(below) - 1
    note = Text(f"{len(rows) - kept} more lines: press o", style="dim")
    return [*rows[:kept], *_lines(console, note), *below]


def _body(console: Console, view: PairInView, *, most: int) -> Lines:
    absent = stated_by_neither(view.left, view.right)
    told = [Text(f"Neither states: {', '.join(absent)}", style="dim")] if absent else []
    gap = [Text("")] if most > 2 else []
    records = records_table(console, view, most=most)
    return _lines(
        console,
        records,
        *told,
        _rule(console),
        *_sum(console, view, wrap=most == _MOST_LINES[0]),
        *gap,
        *_verdict(view),
    )


def _head(console: Console, view: PairInView, standing: Standing) -> Text:
    judged = standing.same + standing.different
    told = [f"{judged} of {standing.size} judged", f"{standing.left} left"]
    told += [f"this session: {standing.same} same, {standing.different} different"] if console.width >= _WIDE else []
    told += [f"judging as {for_terminal(standing.who)}"] if standing.who and console.width >= _WIDE else []
    told += [f"{standing.same} same, {standing.different} different"] if console.width < _WIDE else []
    kind = view.pair.kind.replace("_", " ")
    text = Text.assemble((f" One {kind} or two? ", "bold reverse"), f"  {'   '.join(told)}", overflow="ellipsis")
    text.no_wrap = True
    return text


def _foot(console: Console, standing: Standing) -> list[Text]:
    lines = []
    if standing.message:
        lines.append(Text(for_terminal(standing.message), style="bold yellow"))
    if standing.why:
        lines.append(Text(f"Reason for the next judgement: {for_terminal(standing.why)}", style="italic"))
    keys = Text()
    for each in _KEYS:
        keys.append(each[0], style="bold reverse")
        keys.append(f"{each[1:]}  ")
    return [*lines, keys if console.width >= 60 else Text("s d l u w o ? q", style="bold")]


def _sum(console: Console, view: PairInView, *, wrap: bool = False) -> list[RenderableType]:
    added = Sum(view.evidence, view.pair.match_weight, view.merge_at)
    full, line = ("#", "|") if console.options.ascii_only else ("█", "┃")
    width = 24 if console.width >= _WIDE else 12
    table = Table(box=None, expand=True, pad_edge=False, show_header=False, padding=(0, 1))
    table.add_column(no_wrap=True, max_width=34)
    table.add_column(ratio=1, no_wrap=not wrap, overflow="fold" if wrap else "ellipsis")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(width=width, no_wrap=True)
    for name, state, weight, detail in added.pieces:
        style = "green" if weight > 0 else "red" if weight < 0 else "dim"
        told = Text(for_terminal(f"{piece_word(name)} {state}"), style=style)
        bar = Text(added.bar(weight, width, full), style=style)
        table.add_row(told, Text(for_terminal(detail)), Text(bits(weight), style=style), bar)
    if added.rest:
        table.add_row(Text("other"), Text("not itemised"), Text(bits(added.rest)), Text(""))
    bar = Text(added.total_bar(width, full, line), style="bold")
    table.add_row(Text("total", style="bold"), Text(added.verdict), Text(bits(added.total), style="bold"), bar)
    return [table]


def _verdict(view: PairInView) -> list[Text]:
    pair = view.pair
    why = Text.assemble(("Left to you: ", "bold"), for_terminal(pair.reason))
    left, right = (_party(card.party) for card in (view.left, view.right))
    more = {0: "", 1: " One more doubtful pair of theirs is answered with it."}.get(
        pair.further, f" {pair.further} more doubtful pairs of theirs are answered with it."
    )
    return [why, Text.assemble(("If same:     ", "bold"), f"{left} and {right} become one.{more}")]


def _party(party: Party) -> str:
    told = [f"{party.records} record{'s' if party.records != 1 else ''}"]
    told += [f"{party.links} link{'s' if party.links != 1 else ''}"] if party.links else []
    return f"{for_terminal(party.name)} ({', '.join([*told, *(['LISTED'] if party.listed else [])])})"


def _rule(console: Console) -> Text:
    return Text(("-" if console.options.ascii_only else "─") * console.width, style="dim")


def _lines(console: Console, *renderables: RenderableType) -> Lines:
    """Renderables as the lines that the console would print."""
    options = console.options.update(height=None)
    return [line for each in renderables for line in console.render_lines(each, options, pad=False)]


def _filled(lines: Lines, room: int) -> Lines:
    """As many lines as there is room for, so that the keys stay where they are."""
    return [*lines, *([Segment("")] for _ in range(room - len(lines)))]
