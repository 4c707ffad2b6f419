"""A screening as text for people, and row by row as JSON, JSON lines and CSV for programs and files of any length."""

import json
from collections.abc import Callable, Iterable, Iterator

from graphkit.model.answers.screening import ScreenCounts, ScreenedRow, ScreenHead, ScreenHit, ScreenListing
from graphkit.model.vocabulary import Status
from graphkit.present.plain import plain
from graphkit.present.safe import for_terminal
from graphkit.present.text import csv_cell, csv_text, freshness

_MOST_SHOWN = 50  # rows with hits, on the screen
_MOST_ASIDE = 10  # rows set aside, on the screen
ONLY_WORDS = {
    "listed": "parties that are listed themselves",
    "exposed": "parties that are listed, or owned or controlled by listed ones, and names that a ship only claimed",
    "all": "every party of the case, exposed or not",
}
DISCLAIMER = (
    "A hit is a reason to look and no finding: two parties may bear one name. Clear says that nothing in these lists "
    "came near the row, not that its party is unconnected with listed ones."
)
HIT_COLUMNS = (
    *("row", "result", "column", "match", "score", "name", "kind", "id", "matched", "exposure", "listed", "verdicts"),
    *("chains", "reasons", "contradictions", "claimed_on", "sources", "notes"),
)


def pieces(head: ScreenHead, rows: Iterable[ScreenedRow], counts: ScreenCounts, form: str) -> Iterator[str]:
    """A screening in one of the formats of present.text, piece by piece. counts: right once all rows are taken."""
    return _FORMS[form](head, rows, counts)


def _json(head: ScreenHead, rows: Iterable[ScreenedRow], counts: ScreenCounts) -> Iterator[str]:
    yield json.dumps(plain(head), ensure_ascii=False, indent=2).removesuffix("\n}") + ',\n  "rows": ['
    mark = "\n"
    for row in rows:
        yield f"{mark}    {json.dumps(plain(row), ensure_ascii=False)}"
        mark = ",\n"
    yield f'\n  ],\n  "counts": {json.dumps(plain(counts))}\n}}\n'


def _jsonl(_head: ScreenHead, rows: Iterable[ScreenedRow], _counts: ScreenCounts) -> Iterator[str]:
    for row in rows:
        yield json.dumps(plain(row), ensure_ascii=False) + "\n"


def _csv(head: ScreenHead, rows: Iterable[ScreenedRow], _counts: ScreenCounts) -> Iterator[str]:
    """One line per hit, and one per row without; the columns of the table behind, marked as input."""
    yield csv_text((*HIT_COLUMNS, *(csv_cell(f"input {column}") for column in head.header)), ())
    for row in rows:
        cells = [csv_cell(cell) if (cell := row.input.get(column)) else "" for column in head.header]
        lines = (hit_cells(row, hit) for hit in row.hits or (None,))
        yield _lines([*(csv_cell(cell) if cell else "" for cell in line), *cells] for line in lines)


def _lines(rows: Iterable[list[str]]) -> str:
    first, *others = rows
    return csv_text(first, others)


def notes_of(row: ScreenedRow) -> list[str]:
    """What is told of a row beside its hits."""
    return [*row.notes, *(f"ruled out: {ruled_out_text(each)}" for each in row.ruled_out)]


def hit_cells(row: ScreenedRow, hit: ScreenHit | None) -> list[object]:
    """A hit, or a row without, in HIT_COLUMNS."""
    notes = "; ".join(notes_of(row))
    if hit is None:
        return [row.row, str(row.result), *[""] * (len(HIT_COLUMNS) - 3), notes]
    return [
        *(row.row, str(row.result), hit.column, str(hit.match), hit.score, hit.name, hit.kind, hit.id, hit.matched),
        *(str(hit.exposure), listed_text(hit), verdict_text(hit), " | ".join(hit.chains), "; ".join(hit.reasons)),
        *("; ".join(hit.contradictions), hit.date, "; ".join(each.source for each in hit.sources), notes),
    ]


def listed_text(hit: ScreenHit) -> str:
    """The listings of a hit's party in one line."""
    return "; ".join(map(_listing_text, hit.listed))


def _listing_text(listing: ScreenListing) -> str:
    since = f"since {listing.listed}" if listing.listed else "no date"
    unproven = "" if listing.status is Status.YES else ", unproven that day"
    measure = str(listing.measure).replace("_", " ")
    entry = listing.reference or listing.list.removeprefix(f"{listing.authority} ")
    return f"{listing.authority} {entry} ({measure}, {since}{unproven})"


def _tests_text(hit: ScreenHit) -> str:
    """What the authorities' tests say beyond the listings, which are told beside it."""
    told = {name: word for name, word in hit.verdicts.items() if word not in {"listed", "unknown"}}
    return "; ".join(f"{name}: {word.replace('_', ' ')}" for name, word in told.items())


def verdict_text(hit: ScreenHit) -> str:
    """The verdicts of a hit's party in one line."""
    return "; ".join(f"{authority}: {verdict}" for authority, verdict in hit.verdicts.items())


def ruled_out_text(hit: ScreenHit) -> str:
    """Why a party of a like name is not the row's."""
    return f"{hit.matched} [{hit.id}], {'; '.join(hit.contradictions)}"


def summary(head: ScreenHead, counts: ScreenCounts) -> list[str]:
    """What was asked and what it came to."""
    told = f"{counts.rows:,} {'row' if counts.rows == 1 else 'rows'}: {counts.hit:,} with a hit, {counts.clear:,} clear"
    lines = [
        f"{head.screened}: {told}, {counts.set_aside:,} set aside",
        f"As of {head.as_of}. A hit: {ONLY_WORDS[head.only]}; score from {head.min_score:.2f}, 0.50 is even odds.",
    ]
    if counts.ruled_out:
        lines.append(f"{counts.ruled_out:,} of a like name ruled out by a number that differs.")
    if counts.unexposed:
        lines.append(f"{counts.unexposed:,} further matches with parties that this does not cover (--only all).")
    return lines


def _table(head: ScreenHead, rows: Iterable[ScreenedRow], counts: ScreenCounts) -> Iterator[str]:
    hits: list[ScreenedRow] = []
    others: list[ScreenedRow] = []
    for row in rows:
        kept, most = (hits, _MOST_SHOWN) if row.hits else (others, _MOST_ASIDE)
        if len(kept) < most and (row.hits or row.notes or row.ruled_out):
            kept.append(row)
    lines = [*summary(head, counts), ""]
    for row in hits:
        lines += [*_row_lines(row), ""]
    if counts.hit > len(hits):
        lines += [f"{counts.hit - len(hits):,} more rows with hits; --format csv or -o FILE.xlsx has all.", ""]
    for row in others:
        lines.append(f"row {row.row}, {str(row.result).replace('_', ' ')}: {'; '.join(notes_of(row))}")
    lines += [*([""] if others else []), DISCLAIMER, freshness(head.lists)]
    yield "".join(f"{for_terminal(line).rstrip()}\n" for line in lines)


def _row_lines(row: ScreenedRow) -> list[str]:
    said = ", ".join(f"{column} {cell}" for column, cell in row.input.items())
    lines = [f"row {row.row}: {said[:200]}"]
    for hit in row.hits:
        word = str(hit.match).replace("_", " ")
        lines.append(f"  {hit.score:.2f}  {word}: {hit.name} [{hit.id}], {str(hit.exposure).replace('_', ' ')}")
        lines += [f"        {reason}" for reason in hit.reasons]
        if hit.date or hit.sources:
            lines.append(f"        on {hit.date or 'no stated day'}; {', '.join(each.source for each in hit.sources)}")
        lines += [f"        against: {each}" for each in hit.contradictions]
        lines += [f"        listed: {listed}" for listed in filter(None, [listed_text(hit)])]
        lines += [f"        tests: {told}" for told in filter(None, [_tests_text(hit)])]
        lines += [f"        chain: {each}" for each in hit.chains]
    lines += [f"  ruled out: {ruled_out_text(each)}" for each in row.ruled_out]
    lines += [f"  note: {note}" for note in row.notes]
    return lines


_FORMS: dict[str, Callable[[ScreenHead, Iterable[ScreenedRow], ScreenCounts], Iterator[str]]] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
