"""The folder of a case: sources by hash, builds swapped in whole, one writer at a time.

    sources/<sha256>/<name>   every file that was read, as it was
    builds/<id>/              the tables of one build, and manifest.json
    current                   names the valid build; replaced by rename, so that it is always the old one or the new one
    judgements.csv            a person's decisions; no build ever writes it
    findings.csv              a person's findings, noted to be asked again; no build ever writes it

A build is written beside the others under a name that nobody reads, and becomes the case by one rename. A killed run
leaves rubbish in `builds/`, which the next writer removes, and never a half build in force.
"""

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
from filelock import FileLock, Timeout

from graphkit.case.arrow import read_table, write_tables
from graphkit.errors import CaseError
from graphkit.model.tables import GRAPH_TABLES, RESOLUTION_TABLES, STATEMENT_TABLES, Columns

LAYOUT = 2
_KEPT_BUILDS = 5
_UNFINISHED = ".unfinished-"
_ALL_TABLES: Mapping[str, Columns] = {**STATEMENT_TABLES, **RESOLUTION_TABLES, **GRAPH_TABLES}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a source as it lies in the case."""

    part: str
    label: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A source of the case. published: as given or as the list prints it; read: the ISO day of the first reading."""

    name: str
    format: str
    files: tuple[StoredFile, ...]
    published: str
    read: str
    origin: str = ""  # a hash that tells two folders of one name apart
    rows: int = 0
    kept: int = 0
    set_aside: int = 0
    notes: int = 0
    unresolved: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build was made from and what it holds."""

    build: str
    graphkit: str
    sources: tuple[StoredSource, ...]
    counts: dict[str, int] = field(default_factory=dict)
    layout: int = LAYOUT


class CaseFolder:
    """Paths, the lock and the swap of one case folder; knows nothing of what the tables mean.

    build: the build to read, by its id; the one in force unless named.
    """

    def __init__(self, path: Path, build: str = "") -> None:
        self.path = path
        self._named = build

    @property
    def judgements_file(self) -> Path:
        """The table of a person's decisions."""
        return self.path / "judgements.csv"

    @property
    def findings_file(self) -> Path:
        """The table of a person's findings."""
        return self.path / "findings.csv"

    def kept_builds(self) -> list[str]:
        """The ids of the builds that are kept, oldest first."""
        return [path.name for path in self._builds() if (path / "manifest.json").is_file()]

    def current_id(self) -> str:
        """The id of the build in force."""
        return self._current_build().name

    def manifest(self) -> Manifest:
        """The manifest of the build in force.

        Raises:
            CaseError: there is no case here, or it was made by a version that lays tables out differently.
        """
        return self._manifest_of(self._current_build())

    def has_build(self) -> bool:
        """Whether a build is in force."""
        return (self.path / "current").is_file()

    def table(self, name: str) -> pa.Table:
        """One table of the build in force."""
        return read_table(self._current_build(), name, _ALL_TABLES[name])

    def build_path(self) -> Path:
        """The folder of the build in force."""
        return self._current_build()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the case for writing; a second writer is told so and stops.

        Raises:
            CaseError: another process holds it, or the folder cannot be written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.path / ".lock", timeout=0)
            lock.acquire()
        except Timeout as error:
            raise CaseError(
                f"Another process is writing the case {self.path}; wait for it to end and repeat."
            ) from error
        except OSError as error:
            raise CaseError(
                f"The case folder {self.path} cannot be written ({error.strerror}); choose another by --case."
            ) from error
        try:
            self._remove_rubbish()
            yield
        except OSError as error:
            raise CaseError(
                f"The case {self.path} could not be written ({error.strerror}); the last build stays."
            ) from error
        finally:
            lock.release()

    def keep_file(self, part: str, path: Path, label: str) -> StoredFile:
        """Copy a file into the case under its hash, once."""
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
        stored = StoredFile(part, label, digest.hexdigest(), path.stat().st_size)
        target = self.stored_path(stored)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            half = target.with_name(f"{_UNFINISHED}{uuid.uuid4().hex}")
            shutil.copyfile(path, half)
            os.replace(half, target)
        return stored

    def stored_path(self, stored: StoredFile) -> Path:
        """Where a file of a source lies in the case."""
        return self.path / "sources" / stored.sha256 / stored.label

    def write_build(self, manifest: Manifest, tables: Mapping[str, pa.Table]) -> None:
        """Write a whole build and put it in force by one rename."""
        builds = self.path / "builds"
        half = builds / f"{_UNFINISHED}{uuid.uuid4().hex}"
        half.mkdir(parents=True)
        write_tables(half, tables)
        text = json.dumps(asdict(manifest), indent=1, ensure_ascii=False)
        (half / "manifest.json").write_text(text, encoding="utf-8")
        _to_disk(half)
        os.replace(half, builds / manifest.build)
        pointer = self.path / f"{_UNFINISHED}{uuid.uuid4().hex}"
        pointer.write_text(manifest.build + "\n", encoding="utf-8")
        os.replace(pointer, self.path / "current")
        self._remove_old_builds()

    def next_build_id(self) -> str:
        """Builds are numbered: b0001, b0002, ..."""
        numbers = [int(path.name[1:]) for path in self._builds()]
        return f"b{max(numbers, default=0) + 1:04d}"

    def _builds(self) -> list[Path]:
        return sorted(path for path in (self.path / "builds").glob("b[0-9]*") if path.name[1:].isdigit())

    def _current_build(self) -> Path:
        if self._named:
            return self._kept_build(self._named)
        try:
            name = (self.path / "current").read_text(encoding="utf-8").strip()
        except OSError as error:
            raise CaseError(
                f"There is no case in {self.path}; make one with: graphkit build SOURCE... --case {self.path}"
            ) from error
        build = self.path / "builds" / name
        if not (build / "manifest.json").is_file():
            raise CaseError(f"The case {self.path} names a build that is not there ({name}); build it again.")
        return build

    def _kept_build(self, name: str) -> Path:
        kept = self.kept_builds()
        if name not in kept:
            raise CaseError(
                f"The case {self.path} keeps no build {name!r}; its builds: {', '.join(kept) or 'none'}"
                f" (the last {_KEPT_BUILDS} are kept)."
            )
        return self.path / "builds" / name

    def _manifest_of(self, build: Path) -> Manifest:
        found: dict[str, Any] = json.loads((build / "manifest.json").read_text(encoding="utf-8"))
        if found.get("layout") != LAYOUT:
            raise CaseError(f"The case {self.path} was made by another version of graphkit; build it again.")
        sources = tuple(
            StoredSource(**{**source, "files": tuple(StoredFile(**file) for file in source["files"])})
            for source in found.pop("sources")
        )
        return Manifest(**{**found, "sources": sources})

    def _remove_rubbish(self) -> None:
        for half in (*self.path.glob(f"{_UNFINISHED}*"), *(self.path / "sources").glob(f"*/{_UNFINISHED}*")):
            half.unlink()
        for half in (self.path / "builds").glob(f"{_UNFINISHED}*"):
            shutil.rmtree(half)

    def _remove_old_builds(self) -> None:
        for build in self._builds()[:-_KEPT_BUILDS]:
            shutil.rmtree(build)


def _to_disk(folder: Path) -> None:
    """Force the files of a build out of the system's memory before it is named valid."""
    for path in (*folder.iterdir(), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
