"""A proposed mapping as the text of a mapping.toml, with the reason and a value beside each column."""

import unicodedata
from collections.abc import Iterator

from graphkit.model.mapping import ProposedColumn, ProposedMapping
from graphkit.present.safe import for_terminal

_LONGEST = 40


def mapping_text(proposed: ProposedMapping, name: str) -> str:
    """TOML that `graphkit build` reads as it stands. name: the file as the user named it."""
    return "".join(f"{line}\n" for line in _lines(proposed, name))


def _lines(proposed: ProposedMapping, name: str) -> Iterator[str]:
    yield f"# A proposal for {for_terminal(name)}: read it and correct it before a build uses it."
    yield "[[table]]"
    yield f"file = {quoted(proposed.file)}"
    yield f"part = {quoted(proposed.part)}"
    yield ""
    yield "[table.columns]"
    for column in proposed.columns:
        yield f"{quoted(column.column)} = {quoted(column.to)}  # {_comment(column)}"
    if proposed.left:
        yield "# Kept as notes:" if proposed.keeps_notes else "# Left out:"
    for column in proposed.left:
        yield f'# {quoted(column.column)} = ""  # {_comment(column)}'
    if proposed.fixed:
        yield ""
        yield "[table.fixed]"
    for key, value in proposed.fixed.items():
        yield f"{key} = {quoted(value)}"


def _comment(column: ProposedColumn) -> str:
    sample = " ".join(column.sample.split())
    shown = sample if len(sample) <= _LONGEST else f"{sample[: _LONGEST - 1]}…"
    return for_terminal(f"{column.why}; {shown}" if shown else column.why)


def quoted(text: str) -> str:
    """A text as a string of TOML; what cannot be seen is written as its code."""
    return '"' + "".join(_sign(sign) for sign in text) + '"'


def _sign(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable() or unicodedata.category(sign) == "Zs":
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08x}"
