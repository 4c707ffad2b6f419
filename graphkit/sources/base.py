"""What every source offers, and the files it is made of.

A source is a module with NAME, TITLE, PUBLISHER, KIND, `recognise` and `read`. Recognition is by content: a file called
list.txt that holds the UN's XML is the UN's list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from graphkit.model.records import LoadReport, Statement

OWN_FORMATS: Final = frozenset({"tables", "pages", "mapped"})
"""Formats of a user's own files: named by folder or file, any number of one part, each telling of many documents."""


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """The files of one source, by their part (`sdn`, `alt`, ...; `main` where there is one).

    name: what the case calls the source and `--remove` takes; for official lists the format's own name.
    """

    name: str
    format: str
    files: Mapping[str, Path]
    labels: Mapping[str, str]  # part -> the file's name as the user knows it, without folders


class SourceFormat(Protocol):
    """One format of input; the modules in SOURCES are checked against it."""

    NAME: str
    TITLE: str
    PUBLISHER: str
    KIND: str

    def recognise(self, path: Path, head: str) -> str | None:
        """The part that this file is, judged by its first 64 KiB as text; None when it is not of this format.

        path: for a format that is no text, whose beginning says what to open and not what is in it.

        Raises:
            SourceError: it is of this format and cannot be read. MissingPart: an optional package is needed for it.
        """
        ...

    def read(self, source: SourceFiles, report: LoadReport) -> Iterator[Statement]:
        """All statements of the source; each row is kept or set aside in the report.

        Raises:
            SourceError: the file as a whole cannot be read.
        """
        ...
