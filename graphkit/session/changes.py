"""Builds named by a person, compared: two of one case, or of two cases; and a list of one's own, watched."""

from dataclasses import replace
from pathlib import Path

from graphkit.analyse.changes import DiffOptions
from graphkit.analyse.changes import diff as compare_builds
from graphkit.case.folder import CaseFolder
from graphkit.errors import CaseError, SourceError
from graphkit.model.answers.changes import Diff, Watch, WrongRow
from graphkit.store.local import LocalStore

ListRow = tuple[int, tuple[str, ...]]
CURRENT, PREVIOUS = "current", "previous"
_LABELS = {
    **{"entity": "", "id": ""},
    **{"imo": "imo ", "company_imo": "company imo ", "lei": "lei ", "mmsi": "mmsi ", "call_sign": "call sign "},
}
_PLAIN = {"", ".txt", ".lst"}
_NAMES = ("name", "party", "vessel", "company", "ship")


def diff(case: str | Path, old: str, new: str, options: DiffOptions | None = None, *, internal: bool = False) -> Diff:
    """What changed between two builds. old, new: the id of a build of the case, `previous`, `current`, or the folder of
    another case, whose build in force is meant.

    Raises:
        CaseError: there is no such build. WrongUse, NotFound, Ambiguous: see analyse.changes.diff.
    """
    older, newer = (_opened(Path(case), each, internal=internal) for each in (old, new))
    return compare_builds(older[0], newer[0], (older[1], newer[1]), options)


def watch(
    case: str | Path, listed: Path, *, since: str = PREVIOUS, only: tuple[str, ...] = (), internal: bool = False
) -> Watch:
    """What changed since a build, of the parties on a list of one's own and those above them.

    Raises:
        CaseError: there is no such build. SourceError: the list cannot be read, or is empty.
    """
    from graphkit.analyse.changes.watching import watch as watch_parties

    older, newer = (_opened(Path(case), each, internal=internal) for each in (since, CURRENT))
    rows, wrong = list_rows(listed)
    found = watch_parties(older[0], newer[0], (older[1], newer[1]), rows, only)
    unresolved = sorted((*wrong, *found.unresolved), key=lambda each: each.line)
    return replace(found, unresolved=tuple(unresolved))


def _opened(case: Path, text: str, *, internal: bool) -> tuple[LocalStore, tuple[str, str]]:
    folder = CaseFolder(case)
    current = folder.current_id() if folder.has_build() else ""
    if text == CURRENT:
        build = folder.current_id()
    elif text == PREVIOUS:
        build = _before(folder)
    elif text in folder.kept_builds():
        build = text
    elif CaseFolder(Path(text)).has_build():
        folder = CaseFolder(Path(text))
        build = current = folder.current_id()
    else:
        kept = ", ".join(folder.kept_builds()) or "none"
        raise CaseError(
            f"{text!r} is no build of the case {case} and no folder of a case; its builds: {kept}"
            f"{f' (current: {current})' if current else ''}."
        )
    store = LocalStore(CaseFolder(folder.path, build), internal=internal)
    return store, (folder.path.resolve().name, build)


def _before(folder: CaseFolder) -> str:
    """The build before the one in force."""
    current = folder.current_id()
    earlier = [each for each in folder.kept_builds() if int(each[1:]) < int(current[1:])]
    if not earlier:
        raise CaseError(
            f"The case {folder.path} has one build only, {current}: nothing to compare it with. Build it again when its"
            " lists have changed: graphkit build --add SOURCE..."
        )
    return earlier[-1]


def list_rows(path: Path) -> tuple[list[ListRow], list[WrongRow]]:
    """The rows of a list of one's own, each with what it calls its party, the surest word first; and those that could
    not be read.

    A text file holds one party to a line; # begins a remark. A table has a column for names or for numbers; without a
    header that is known, its first column is taken. A row with a number is known by it alone: the name may be another
    ship's.

    Raises:
        SourceError: the file is missing or cannot be read, or names nobody.
    """
    if not path.exists() or path.is_dir():
        raise SourceError(f"There is no file {path.name}; name a list of parties: .txt, .csv, .tsv, .xlsx or .parquet.")
    wrong: list[WrongRow] = []
    rows = _lines(path) if path.suffix.lower() in _PLAIN else _table(path, wrong)
    if not rows and not wrong:
        raise SourceError(f"{path.name} names nobody; write one name or number to a line.")
    return rows, wrong


def _lines(path: Path) -> list[ListRow]:
    from graphkit.sources.textfiles import text_of

    texts = [text.strip() for text in text_of(path).splitlines()]
    return [(line, (text,)) for line, text in enumerate(texts, start=1) if text and not text.startswith("#")]


def _table(path: Path, wrong: list[WrongRow]) -> list[ListRow]:
    from graphkit.model.records import LoadReport
    from graphkit.session.table_files import stream_rows

    report = LoadReport(path.name)
    rows: list[ListRow] = []
    for number, (line, row) in enumerate(stream_rows(path, report)):
        cells = {name.strip().lower().replace(" ", "_"): cell.strip() for name, cell in row.items()}
        known = any(name in cells for name in (*_LABELS, *_NAMES))
        if not known and number == 0:
            rows.append((line - 1, (next(iter(row)).strip(),)))  # no header: the first party stands in its place
        if texts := _called(cells) if known else tuple(filter(None, list(cells.values())[:1])):
            rows.append((line, texts))
        elif any(cells.values()):
            wrong.append(WrongRow(line, "; ".join(filter(None, cells.values()))[:80], "the row names nobody"))
    wrong += [WrongRow(each.line, each.text[:80], each.reason) for each in report.remarks if each.set_aside]
    return rows or ([] if wrong else _lines(path))  # one line is a header without rows, or one party


def _called(cells: dict[str, str]) -> tuple[str, ...]:
    """What a row calls its party: by numbers where it has any, else by name."""
    numbers = tuple(f"{label}{cells[name]}" for name, label in _LABELS.items() if cells.get(name))
    return numbers or tuple(cells[name] for name in _NAMES if cells.get(name))[:1]
