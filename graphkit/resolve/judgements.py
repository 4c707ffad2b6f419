"""A person's decisions on pairs of records, kept as a text table that can be read, edited and put under version
control.

Each judgement carries a fingerprint of both records as they were when it was made. When a record has changed since, the
judgement is shown as orphaned and is not applied: it was about something else.
"""

import csv
import hashlib
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pandas as pd

from graphkit.errors import JudgementError
from graphkit.resolve.cluster import Clusters
from graphkit.resolve.prepare import plain_rows

SAME, DIFFERENT = "same", "different"
RecordPair = tuple[str, str]
_JUDGED_BITS = 99.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: record ids, same or different, why, who, when (ISO), and the fingerprints of both records."""

    left: str
    right: str
    judgement: str
    why: str = ""
    who: str = ""
    at: str = ""
    left_fingerprint: str = ""
    right_fingerprint: str = ""

    @property
    def pair(self) -> RecordPair:
        """Both records, whichever way round the judgement was written."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)


_COLUMNS = tuple(field.name for field in fields(Judgement))


def read_judgements(path: Path) -> list[Judgement]:
    """The judgements of a case; none when the table does not exist.

    Raises:
        JudgementError: the table lacks its columns, or a row is neither same nor different.
    """
    _, rows = _table(path)
    for line, row in rows:
        if row["judgement"] not in {SAME, DIFFERENT}:
            raise JudgementError(f"{path.name}, line {line}: {row['judgement']!r} is neither same nor different.")
    return [_judgement(row) for _, row in rows]


def add_judgements(path: Path, judgements: Iterable[Judgement]) -> None:
    """Judgements below those of the table; rows and columns that a person added by hand stay as they are."""
    columns, rows = _table(path)
    _swap_in(path, columns, [*(row for _, row in rows), *map(asdict, judgements)])


def remove_judgements(path: Path, judgements: Iterable[Judgement]) -> None:
    """Take judgements out of the table, the last equal row of each; what is not there any more is passed over."""
    columns, numbered = _table(path)
    rows = [row for _, row in numbered]
    for judgement in judgements:
        places = [place for place, row in enumerate(rows) if _judgement(row) == judgement]
        if places:
            del rows[places[-1]]
    _swap_in(path, columns, rows)


def _judgement(row: dict[str, str]) -> Judgement:
    return Judgement(**{name: row[name] for name in _COLUMNS})


def _table(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The columns and the rows with their lines; columns of a person's own behind those of a judgement."""
    if not path.is_file():
        return list(_COLUMNS), []
    try:
        # Spreadsheets put a byte order mark in front.
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey=None)
            found = [name for name in reader.fieldnames or () if name]
            if not {"left", "right", "judgement"} <= set(found):
                raise JudgementError(f"{path.name} needs the columns left, right and judgement.")
            columns = [*_COLUMNS, *(name for name in found if name not in _COLUMNS)]
            return columns, [
                (reader.line_num, {name: (row.get(name) or "").strip() for name in columns}) for row in reader
            ]
    except (UnicodeDecodeError, csv.Error) as error:
        raise JudgementError(f"{path.name} is no CSV table in UTF-8; save it as one.") from error


def _swap_in(path: Path, columns: list[str], rows: Iterable[dict[str, str]]) -> None:
    """A whole table, on the disk before it takes the place of the old one: a crash loses no judgement."""
    half = path.with_name(f".unfinished-{path.name}")
    with half.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        file.flush()
        os.fsync(file.fileno())
    os.replace(half, path)


def fingerprints(names: pd.DataFrame, identifiers: pd.DataFrame) -> dict[str, str]:
    """Record id to a hash of its names and numbers, whatever order and file they stand in."""
    said: dict[str, set[str]] = {}
    for record_id, name in plain_rows(names, "record_id", "name"):
        said.setdefault(record_id, set()).add(f"name {name}")
    for record_id, scheme, raw in plain_rows(identifiers, "record_id", "scheme", "raw"):
        said.setdefault(record_id, set()).add(f"{scheme} {raw}")
    return {
        record_id: hashlib.blake2b("\n".join(sorted(parts)).encode(), digest_size=8).hexdigest()
        for record_id, parts in said.items()
    }


@dataclass(frozen=True, slots=True)
class Applicable:
    """Judgements that still fit, and sentences on those that do not."""

    same: list[RecordPair]
    different: list[RecordPair]
    orphaned: list[str]


def applicable(judgements: Iterable[Judgement], current: dict[str, str]) -> Applicable:
    """Sort judgements into those to apply and the orphaned; the last word on a pair counts."""
    found = Applicable([], [], [])
    for (left, right), judgement in sorted(last_words(judgements).items()):
        if problem := orphaned(judgement, current):
            found.orphaned.append(f"The judgement on {left} and {right} is not applied: {problem}.")
        elif judgement.judgement == SAME:
            found.same.append((left, right))
        else:
            found.different.append((left, right))
    return found


def last_words(judgements: Iterable[Judgement]) -> dict[RecordPair, Judgement]:
    """The judgement that counts on each pair: the last one."""
    return {each.pair: each for each in judgements}


def orphaned(judgement: Judgement, current: dict[str, str]) -> str:
    """Why a judgement does not fit the records any more; "" when it does.

    current: the fingerprints of today. A judgement written by hand without fingerprints fits as long as its records are
    there.
    """
    for record_id, fingerprint in (
        (judgement.left, judgement.left_fingerprint),
        (judgement.right, judgement.right_fingerprint),
    ):
        if record_id not in current:
            return f"{record_id} is not in the case"
        if fingerprint and fingerprint != current[record_id]:
            return f"{record_id} has changed since"
    return ""


def apply_same(
    clusters: Clusters, same: list[RecordPair]
) -> tuple[list[tuple[str, str, float, str, str, str]], list[str]]:
    """Join what a person judged the same, unless that would break a rule; returns pairs and sentences on refusals."""
    pairs, refused = [], []
    for left, right in same:
        if clusters.together(left, right):
            continue
        if veto := clusters.veto(left, right):
            refused.append(f"The judgement on {left} and {right} is not applied: it {veto}.")
        else:
            clusters.merge(left, right)
            pairs.append((left, right, _JUDGED_BITS, "merge", "judgement", "a person judged them the same"))
    return pairs, refused
