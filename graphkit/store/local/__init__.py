"""The store on disk: questions answered from the tables of a build, with columns and arrays, without a server.

One function per question, named alike, in the module that its subject names.
"""

from collections.abc import Callable
from types import ModuleType

import pyarrow as pa

from graphkit.case.folder import CaseFolder, Manifest
from graphkit.errors import WrongUse
from graphkit.store.base import Row, Value
from graphkit.store.local import chains, finding, network, resolution, statements
from graphkit.store.local.tables import BuildTables

_MODULES = (finding, chains, statements, resolution, network)


def _questions(module: ModuleType) -> dict[str, Callable[..., list[Row]]]:
    """The functions that a module defines itself."""
    return {name: each for name, each in vars(module).items() if callable(each) and each.__module__ == module.__name__}


QUESTIONS: dict[str, Callable[..., list[Row]]] = {
    name: ask for module in _MODULES for name, ask in _questions(module).items()
}


class LocalStore:
    """The build in force of one case. internal: whether internal statements are part of the answers."""

    def __init__(self, folder: CaseFolder, *, internal: bool = False) -> None:
        self._build = BuildTables(folder, internal=internal)

    def rows(self, question: str, /, **parameters: Value) -> list[Row]:
        """The rows of a question; cypher/queries says what each means."""
        if question not in QUESTIONS:
            raise WrongUse(f"There is no question {question!r}; the questions are {', '.join(sorted(QUESTIONS))}.")
        return QUESTIONS[question](self._build, **parameters)

    def lists(self) -> list[Row]:
        """The sources of the case with the days on which they were published and read."""
        return [
            {"source": source.name, "published": source.published or None, "read": source.read}
            for source in self.manifest.sources
        ]

    @property
    def manifest(self) -> Manifest:
        """What the build was made from."""
        return self._build.manifest

    def table(self, name: str) -> pa.Table:
        """One table of the build."""
        return self._build.table(name)

    @property
    def warning(self) -> str | None:
        """Nothing to warn of: a build is whole or it is not there."""
        return None

    def close(self) -> None:
        """Nothing to let go of: tables are read whole."""
