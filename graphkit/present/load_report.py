"""What a build read, as lines for people: rows in, kept, set aside and why, and the mentions nobody answers to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from graphkit.model.records import LoadReport
from graphkit.present.columns import table


class ReadSource(Protocol):
    """A source as the case keeps it."""

    @property
    def name(self) -> str: ...
    @property
    def rows(self) -> int: ...
    @property
    def kept(self) -> int: ...
    @property
    def set_aside(self) -> int: ...
    @property
    def notes(self) -> int: ...
    @property
    def unresolved(self) -> int: ...


def report_lines(
    sources: Sequence[ReadSource],
    loads: Sequence[LoadReport],
    counts: Mapping[str, int],
    unresolved: Sequence[tuple[str, str, str, int, str]],
    *,
    shown: int,
) -> Iterator[str]:
    """The report of a build. shown: most single remarks per source; the rest are counted."""
    header = ("source", "rows", "kept", "set aside", "noted", "open mentions")
    rows = [(each.name, each.rows, each.kept, each.set_aside, each.notes, each.unresolved) for each in sources]
    yield from table(header, rows)
    yield ""
    for load in loads:
        yield from _remark_lines(load, shown)
    if unresolved:
        nobody = sum(reason.startswith("no ") for *_, reason in unresolved)
        several = len(unresolved) - nobody
        yield f"Mentions left open: {nobody} to which no party answers, {several} to which several answer equally:"
        yield from (
            f"  {name}  ({dataset} line {line}, {record_id}): {reason}"
            for record_id, name, dataset, line, reason in unresolved
        )
        yield ""
    yield ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in counts.items())


def _remark_lines(load: LoadReport, shown: int) -> Iterator[str]:
    by_reason = Counter((remark.reason, remark.set_aside) for remark in load.remarks)
    for (reason, set_aside), count in sorted(by_reason.items(), key=lambda item: (-item[1], item[0])):
        word = "set aside" if set_aside else "noted"
        yield f"{load.source}: {count} {word}: {reason}"
        if count <= shown:
            for remark in load.remarks:
                if (remark.reason, remark.set_aside) == (reason, set_aside):
                    place = f"{remark.file}, line {remark.line}" if remark.line else remark.file
                    yield f"    {place}{': ' + remark.text if remark.text else ''}"
    if by_reason:
        yield ""
