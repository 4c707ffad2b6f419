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
from graphkit.model.vocabulary import Validity
from graphkit.resolve.cluster import Clusters
from graphkit.resolve.prepare import plain_rows

SAME, DIFFERENT = "same", "different"
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


def read_judgements(path: Path) -> list[Judgement]:
    """The judgements of a case; none when the table does not exist.

    Raises:
        JudgementError: the table lacks its columns, or a row is neither same nor different.
    """
    if not path.is_file():
        return []
    names = [field.name for field in fields(Judgement)]
    try:
        # Spreadsheets put a byte order mark in front.
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not {"left", "right", "judgement"} <= set(reader.fieldnames or ()):
                raise JudgementError(f"{path.name} needs the columns left, right and judgement.")
            rows = [
                (reader.line_num, Judgement(**{name: (row.get(name) or "").strip() for name in names}))
                for row in reader
            ]
    except (UnicodeDecodeError, csv.Error) as error:
        raise JudgementError(f"{path.name} is no CSV table in UTF-8; save it as one.") from error
    for line, judgement in rows:
        if judgement.judgement not in {SAME, DIFFERENT}:
            raise JudgementError(f"{path.name}, line {line}: {judgement.judgement!r} is neither same nor different.")
    return [judgement for _, judgement in rows]


def write_judgements(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write the whole table beside the old one and swap it in."""
    half = path.with_name(f".unfinished-{path.name}")
    with half.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Judgement)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(judgement) for judgement in judgements)
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

    same: list[tuple[str, str]]
    different: list[tuple[str, str]]
    orphaned: list[str]


def applicable(judgements: Iterable[Judgement], current: dict[str, str]) -> Applicable:
    """Sort judgements into those to apply and the orphaned; the last word on a pair counts."""
    latest = {tuple(sorted((each.left, each.right))): each for each in judgements}
    found = Applicable([], [], [])
    for (left, right), judgement in sorted(latest.items()):
        if problem := _orphaned(judgement, current):
            found.orphaned.append(f"The judgement on {left} and {right} is not applied: {problem}.")
        elif judgement.judgement == SAME:
            found.same.append((left, right))
        else:
            found.different.append((left, right))
    return found


def _orphaned(judgement: Judgement, current: dict[str, str]) -> str:
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
    clusters: Clusters, same: list[tuple[str, str]]
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


def refusal(left: str, right: str, judgement: str, known: dict[str, str], identifiers: pd.DataFrame) -> str:
    """Why a judgement cannot be taken, in one sentence; "" when it can."""
    if judgement not in {SAME, DIFFERENT}:
        return f"{judgement!r} is neither same nor different."
    for record_id in (left, right):
        if record_id not in known:
            return f"There is no record {record_id!r} in the case; `graphkit explain ENTITY` shows record ids."
    if left == right:
        return "A record cannot be judged against itself."
    imo = identifiers[identifiers["scheme"].eq("imo") & identifiers["valid"].eq(Validity.OK)]
    of_left = set(imo[imo["record_id"].eq(left)]["value"])
    of_right = set(imo[imo["record_id"].eq(right)]["value"])
    if judgement == SAME and of_left and of_right and of_left != of_right:
        both = " and ".join(sorted(of_left | of_right))
        return f"They bear two valid ship IMO numbers ({both}), and one hull has one number for life."
    return ""
