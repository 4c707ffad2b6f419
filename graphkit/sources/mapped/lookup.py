"""Which mapping a file is read by: the one that was named, else the nearest mapping.toml beside it or above it."""

from dataclasses import dataclass, field
from pathlib import Path

from graphkit.errors import SourceError
from graphkit.sources.files import Tell, existing
from graphkit.sources.mapped.mapping_file import FILE_NAME, TableMapping, is_mapping, read_mapping


@dataclass(slots=True)
class Mappings:
    """The mappings at hand. named: the one of --mapping, which then is the only one.

    problem: hears of a mapping that cannot be read; its files are then read as if there were none.
    """

    named: Path | None
    problem: Tell
    used: set[Path] = field(default_factory=set)
    _read: dict[Path, tuple[TableMapping, ...]] = field(default_factory=dict)
    _meant: dict[Path, bool] = field(default_factory=dict)

    def of(self, path: Path, within: Path) -> Path | None:
        """The mapping that has a table for this file. within: the folder that was named; none above it is looked at."""
        for mapping in self._candidates(path, within):
            if any(table.fits(path.name) for table in self._tables(mapping)):
                self.used.add(mapping)
                return mapping
        return None

    def is_one(self, path: Path) -> bool:
        """Whether a file in a folder is a mapping and no table."""
        return path == self.named or (path.name == FILE_NAME and self._is_mapping(path))

    def tell_unused(self) -> None:
        """A mapping that was named and has no table for any file that was named."""
        if self.named and self.named not in self.used and (tables := self._tables(self.named)):
            files = ", ".join(dict.fromkeys(table.file for table in tables))
            self.problem(f"{self.named.name} is for files called {files}, and none was named.")

    def _candidates(self, path: Path, within: Path) -> list[Path]:
        if self.named:
            return [] if path == self.named else [self.named]
        folders = [path.parent, *path.parent.parents]
        reach = folders[: folders.index(within) + 1] if within in folders else folders[:1]
        beside = (folder / FILE_NAME for folder in reach)
        return [mapping for mapping in beside if mapping != path and self._is_mapping(mapping)]

    def _is_mapping(self, path: Path) -> bool:
        if path not in self._meant:
            self._meant[path] = path.is_file() and is_mapping(path)
        return self._meant[path]

    def _tables(self, mapping: Path) -> tuple[TableMapping, ...]:
        if mapping not in self._read:
            try:
                self._read[mapping] = read_mapping(existing(mapping))
            except SourceError as error:
                self._read[mapping] = ()
                self.problem(str(error))
        return self._read[mapping]
