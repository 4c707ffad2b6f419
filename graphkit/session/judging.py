"""A person's judgement on two records, noted in the case."""

from pathlib import Path

from graphkit.case.folder import CaseFolder
from graphkit.errors import JudgementError


def judge(case: str | Path, left: str, right: str, judgement: str, *, why: str, who: str = "", at: str = "") -> None:
    """Add a person's judgement on two records to the case's table; it takes effect with the next build.

    Raises:
        JudgementError: a record is not in the case, or the word is neither same nor different, or two valid ship IMO
        numbers would
            become one ship.
    """
    from graphkit.resolve.judgements import Judgement, fingerprints, read_judgements, refusal, write_judgements

    folder = CaseFolder(Path(case))
    with folder.writing():
        tables = {name: folder.table(name).to_pandas() for name in ("record_names", "record_identifiers")}
        marks = fingerprints(tables["record_names"], tables["record_identifiers"])
        if problem := refusal(left, right, judgement, marks, tables["record_identifiers"]):
            raise JudgementError(problem)
        one = Judgement(left, right, judgement, why, who, at, marks[left], marks[right])
        write_judgements(folder.judgements_file, [*read_judgements(folder.judgements_file), one])
