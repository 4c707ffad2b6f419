"""A table of names and numbers against the graph: who in it may be whom, and what that means.

Rows are read and compared some thousands at a time, so that memory does not grow with the table. Every row comes back,
as a hit, as clear, or set aside with the reason.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from graphkit.analyse.day import as_of
from graphkit.analyse.evidence import list_ages, measures_named
from graphkit.analyse.screening import Meanings
from graphkit.case.folder import CaseFolder
from graphkit.errors import SourceError, WrongUse
from graphkit.model.answers.screening import (
    Exposure,
    Match,
    Meaning,
    Result,
    ScreenCounts,
    ScreenedRow,
    ScreenHead,
    ScreenHit,
)
from graphkit.model.records import LoadReport
from graphkit.session.screening_case import case_parties
from graphkit.session.screening_matches import Found, Matcher
from graphkit.session.screening_rows import (
    CLASS_OF_WORD,
    Row,
    RowReader,
    ScreenColumns,
    Subjects,
    screen_columns,
)
from graphkit.session.table_files import stream_rows
from graphkit.store.local import LocalStore

_AT_ONCE = 8_000  # rows compared at a time
_SAMPLE = 200  # rows by which columns without a known name are judged
_LONGEST_CELL = 1_000
ONLY: Mapping[str, frozenset[Exposure]] = {
    "listed": frozenset({Exposure.LISTED, Exposure.LISTING_UNPROVEN}),
    "exposed": frozenset({Exposure.LISTED, Exposure.LISTING_UNPROVEN, Exposure.OWNED_OR_CONTROLLED}),
    "all": frozenset(Exposure),
}
"""Which hits are told, by what the party has to do with listed ones. A claimed name is always told but for `listed`,
where its ship must be listed.
"""


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """How a screening is asked. min_score: 0 to 1, None for the bound of `compare`'s screen verdict. columns: see
    screen_columns.
    """

    day: str | None = None
    only: str = "exposed"
    min_score: float | None = None
    chains: int = 3
    measure: str | None = None
    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


class Screening:
    """One table or one text against a case. head: what was asked; counts: what the rows came to so far.

    Raises:
        CaseError: there is no such case. SourceError: the table cannot be read. WrongUse: an option does not fit.
    """

    def __init__(
        self, what: str, case: str | Path, options: ScreenOptions | None = None, *, internal: bool = False
    ) -> None:
        options = options or ScreenOptions()
        _check(options)
        store = LocalStore(CaseFolder(Path(case)), internal=internal)
        on = as_of(options.day)
        self._said: dict[int, list[str]] = {}
        rows, header, columns = _rows_of(what, options, self._said)
        self._rows = rows
        self._only = options.only
        self._reader = RowReader(columns, options.kind)
        self._meanings = Meanings(store, on, chains=options.chains, measures=measures_named(options.measure))
        self._matcher = Matcher(case_parties(store), self._reader, options.min_score)
        self.counts = ScreenCounts()
        self.head = ScreenHead(
            screened=Path(what).name if _is_file(Path(what)) else what,
            case=Path(case).name,
            as_of=on.text,
            only=options.only,
            min_score=round(self._matcher.min_score, 4),
            header=header,
            columns=columns.told(),
            lists=list_ages(store),
        )

    def rows(self, *, progress: Callable[[int], None] = lambda _rows: None) -> Iterator[ScreenedRow]:
        """Every row, in the order of the table. progress: told how many rows are done."""
        while batch := list(islice(self._rows, _AT_ONCE)):
            for row in self._screened(batch):
                self.counts.count(row)
                yield row
            progress(self.counts.rows)

    def _screened(self, batch: list[Row]) -> Iterator[ScreenedRow]:
        subjects, notes = Subjects(), []
        for place, (_, cells) in enumerate(batch):
            notes.append(self._reader.add(place, cells, subjects))
        found = self._matcher.found(subjects, [cells for _, cells in batch])
        meanings = self._meanings.of(each.party for each in chain.from_iterable(found.values()))
        usable = {*subjects.row, *found}
        for place, (line, cells) in enumerate(batch):
            shown = {column: cell[:_LONGEST_CELL] for column, cell in cells.items() if cell}
            told = (*notes[place], *self._said.pop(line, ()))
            if place not in usable:
                reasons = (_unusable(cells),) if cells else ()
                yield ScreenedRow(line, shown, Result.SET_ASIDE, notes=(*reasons, *told))
                continue
            yield self._row(ScreenedRow(line, shown, Result.CLEAR, notes=told), found.get(place, []), meanings)

    def _row(self, row: ScreenedRow, found: list[Found], meanings: Mapping[str, Meaning]) -> ScreenedRow:
        hits, ruled_out = [], []
        for each in found:
            meaning = meanings.get(each.party)
            if meaning is None:
                continue
            if not self._told(each, meaning):
                self.counts.unexposed += not each.vetoed
            elif each.vetoed:
                ruled_out.append(_hit(each, meaning))
            else:
                hits.append(_hit(each, meaning))
        if not hits and not ruled_out:
            return row
        result = Result.HIT if hits else Result.CLEAR
        return replace(row, result=result, hits=_ordered(hits), ruled_out=_ordered(ruled_out))

    def _told(self, found: Found, meaning: Meaning) -> bool:
        claimed = found.match is Match.CLAIMED_NAME and self._only != "listed"
        return claimed or meaning.exposure in ONLY[self._only]


def _check(options: ScreenOptions) -> None:
    if options.only not in ONLY:
        raise WrongUse(f"--only {options.only!r}: it is one of {', '.join(ONLY)}.")
    if options.kind and options.kind not in CLASS_OF_WORD:
        raise WrongUse(f"--kind {options.kind!r}: it is vessel, company, organization or person.")


def _rows_of(
    what: str, options: ScreenOptions, said: dict[int, list[str]]
) -> tuple[Iterator[Row], tuple[str, ...], ScreenColumns]:
    """The rows to be screened and how they are read; a text is a table of one row. said: takes what was odd in rows."""
    path = Path(what)
    if not _is_file(path):
        return _text_row(what, options)
    rows = _with_lost_rows(path, said)
    sample = list(islice(rows, _SAMPLE))
    header = tuple(next((cells for _, cells in sample if cells), {}))
    if not sample:
        raise SourceError(f"{path.name} has no row below its header; there is nothing to screen.")
    return chain(sample, rows), header, screen_columns(header, sample, options.columns)


def _with_lost_rows(path: Path, said: dict[int, list[str]]) -> Iterator[Row]:
    """The rows of a table in their order; one that could not be read comes without cells."""
    report = LoadReport(path.name)
    for line, cells in chain(stream_rows(path, report), [(0, {})]):
        for remark in report.remarks:
            said.setdefault(remark.line, []).append(f"{remark.reason}: {remark.text}" if remark.text else remark.reason)
            if remark.set_aside:
                yield remark.line, {}
        report.remarks.clear()
        if line:
            yield line, cells


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a text too long for a path, or with a zero in it
        return False


def _text_row(what: str, options: ScreenOptions) -> tuple[Iterator[Row], tuple[str, ...], ScreenColumns]:
    from graphkit.analyse.numbers_in_text import numbers_in_text

    text = what.strip()
    if not text:
        raise WrongUse("Say what to screen: a name, a number, or a file with a table.")
    if options.columns:
        raise WrongUse(f"--column is for a table, and there is no file {what[:100]!r}.")
    if Path(text).suffix.lower() in {".csv", ".tsv", ".tab", ".xlsx", ".parquet", ".pq"}:
        raise WrongUse(f"There is no file {text[:200]}; a text with such an ending is not taken for a name.")
    bare = text.upper().replace("IMO", "").replace("MMSI", "").replace("LEI", "").strip(" .:#")
    numbers = dict(numbers_in_text(f"MMSI {bare}" if len(bare) == 9 and bare.isdigit() else bare))
    plain = len(bare.split()) == 1 and bool(numbers)
    cells = numbers if plain else {"name": text}
    # A number that is right as a ship's and as a company's is looked for as both.
    rest = () if plain else ("name",)
    columns = ScreenColumns({name: (name,) for name in cells}, {}, rest, "any")
    return iter([(1, dict(cells))]), tuple(cells), columns


def _unusable(cells: Mapping[str, str]) -> str:
    return "no name and no number that can be used" if any(cells.values()) else "the row is empty"


def _hit(found: Found, meaning: Meaning) -> ScreenHit:
    return ScreenHit(
        id=meaning.id,
        name=meaning.name,
        kind=meaning.kind,
        match=found.match,
        score=found.score,
        matched=found.matched,
        column=found.column,
        exposure=meaning.exposure,
        listed=meaning.listed,
        verdicts=meaning.verdicts,
        chains=meaning.chains,
        reasons=found.reasons,
        contradictions=found.contradictions,
        date=found.date or None,
        sources=found.sources,
    )


def _ordered(hits: list[ScreenHit]) -> tuple[ScreenHit, ...]:
    """The likeliest first; of equals the surest way of matching, then in the order of their ids."""
    ways = list(Match)
    return tuple(sorted(hits, key=lambda hit: (-hit.score, ways.index(hit.match), hit.id)))
