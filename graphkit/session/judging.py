"""A person's judgements on records: noted in the case, one or a table of them, and taken back.

They take effect with the next build. What they may name and mean is told in session.bench, what no judgement may do in
resolve.admission.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import Ambiguous, JudgementError, WrongUse
from graphkit.model.answers.review import JudgedRow, JudgementsNoted, SetAsideRow
from graphkit.session.bench import Bench

if TYPE_CHECKING:
    from graphkit.resolve.admission import Admission
    from graphkit.resolve.judgements import Judgement

_COLUMNS = ("left", "right", "judgement", "why")
_DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who judges, when (ISO) and why; a table of judgements brings its own reasons."""

    why: str = ""
    who: str = ""
    at: str = ""


def judge(case: str | Path, left: str, right: str, judgement: str, signed: Signature) -> JudgementsNoted:
    """Note that two records are the same or different; either may be named as a party, see Bench.pairs.

    Raises:
        JudgementError: nothing answers to a text, the word is neither same nor different, or two valid ship IMO numbers
        would become one ship. Nothing is noted then.
        Ambiguous: several parties have the name.
    """
    bench = Bench(case)
    with bench.folder.writing():
        rows, new = _taken(bench, bench.admission(), (left, right, judgement), signed)
        bench.add(new)
    return JudgementsNoted(tuple(rows), (), bench.takes_effect)


def judge_table(case: str | Path, table: Path, signed: Signature) -> JudgementsNoted:
    """Note a table of judgements: left, right, judgement, why. Rows that cannot be taken are told with their lines.

    Raises:
        JudgementError: the table as a whole cannot be read.
    """
    bench = Bench(case)
    rows: list[JudgedRow] = []
    new: list[Judgement] = []
    aside: list[SetAsideRow] = []
    with bench.folder.writing():
        admission = bench.admission()
        for line, (left, right, judgement, why) in _rows(table):
            try:
                if not (why or signed.why):
                    raise JudgementError("A judgement needs its reason in the column why.")
                own = Signature(why or signed.why, signed.who, signed.at)
                told, added = _taken(bench, admission, (left, right, judgement), own)
            except (JudgementError, Ambiguous, WrongUse) as error:
                aside.append(SetAsideRow(line, left, right, str(error)))
                continue
            rows += told
            new += added
        bench.add(new)
    return JudgementsNoted(tuple(rows), tuple(aside), bench.takes_effect)


def unmerge(case: str | Path, record: str, signed: Signature) -> JudgementsNoted:
    """Note that a record is different from each other record of its entity.

    Raises:
        JudgementError: there is no such record, or it is the only one of its entity.
    """
    bench = Bench(case)
    record_id = bench.record(record)
    others = bench.beside(record_id)
    if not others:
        raise JudgementError(f"{record_id} is the only record of its entity; there is nothing to take it out of.")
    rows: list[JudgedRow] = []
    new: list[Judgement] = []
    with bench.folder.writing():
        admission = bench.admission()
        for other in others:
            told, added = _taken(bench, admission, (record_id, other, _DIFFERENT), signed)
            rows += told
            new += added
        bench.add(new)
    return JudgementsNoted(tuple(rows), (), bench.takes_effect)


def _taken(
    bench: Bench, admission: "Admission", said: tuple[str, str, str], signed: Signature
) -> "tuple[list[JudgedRow], list[Judgement]]":
    """The judgements of one sentence with what became of each, and those that are new."""
    from graphkit.resolve.judgements import Judgement

    left, right, word = said
    rows, new = [], []
    for pair in bench.pairs(left, right, word):
        judgement = Judgement(*pair, word, signed.why, signed.who, signed.at)
        admitted = admission.admit(judgement)
        rows.append(bench.row(judgement, "noted" if admitted else "already"))
        new += [admitted] if admitted else []
    return rows, new


def take_back(case: str | Path, left: str, right: str) -> JudgementsNoted:
    """Take back the last judgement on two records, or on each pair of a record and a party; see Bench.pairs.

    Raises:
        JudgementError: there is no judgement on them.
    """
    bench = Bench(case)
    wanted = {tuple(sorted(pair)) for pair in bench.pairs(left, right, _DIFFERENT)}
    found = {each.pair: each for each in bench.judgements() if each.pair in wanted}
    return _taken_back(bench, list(found.values()), f"There is no judgement on {left} and {right}.")


def take_back_unmerge(case: str | Path, record: str) -> JudgementsNoted:
    """Take back the last judgements that were noted together as a record's being different from others.

    Raises:
        JudgementError: there are none.
    """
    bench = Bench(case)
    record_id = bench.record(record)
    apart = [each for each in bench.judgements() if record_id in each.pair and each.judgement == _DIFFERENT]
    together = _noted_with(apart[-1]) if apart else lambda _: False
    return _taken_back(bench, [*filter(together, apart)], f"{record_id} is judged different from no other record.")


def _noted_with(last: "Judgement") -> "Callable[[Judgement], bool]":
    return lambda each: (each.at, each.who, each.why) == (last.at, last.who, last.why)


def _taken_back(bench: Bench, judgements: "list[Judgement]", none: str) -> JudgementsNoted:
    if not judgements:
        raise JudgementError(none)
    bench.take_back(judgements)
    return JudgementsNoted(tuple(bench.row(each, "taken back") for each in judgements), (), bench.takes_effect)


def _rows(table: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a table of judgements with their lines.

    Raises:
        JudgementError: the file is missing, is no CSV in UTF-8, or lacks a column. SourceError: a damaged workbook.
    """
    if table.suffix.lower() in {".xlsx", ".xlsm", ".parquet"}:
        yield from _rows_of_file(table)
        return
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in _COLUMNS[:3] if name not in (reader.fieldnames or ())]
            if missing:
                raise JudgementError(_lacking(table))
            for row in reader:
                yield reader.line_num, tuple((row.get(name) or "").strip() for name in _COLUMNS)
    except OSError as error:
        raise JudgementError(f"{table} cannot be read ({error.strerror}).") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise JudgementError(f"{table.name} is no CSV table in UTF-8; save it as one.") from error


def _rows_of_file(table: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The same for a workbook or Parquet. A cell that cannot be read is empty, and a row that lacks it is told."""
    from graphkit.model.records import LoadReport
    from graphkit.session.table_files import stream_rows

    for line, row in stream_rows(table, LoadReport(table.name)):
        if not set(_COLUMNS[:3]) <= row.keys():
            raise JudgementError(_lacking(table))
        yield line, tuple(row.get(name, "").strip() for name in _COLUMNS)


def _lacking(table: Path) -> str:
    return f"{table.name} needs the columns left, right, judgement and why."
