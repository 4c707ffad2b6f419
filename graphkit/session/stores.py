"""The store to ask: the build in force of a case, or a Neo4j server."""

from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.case.folder import CaseFolder
from graphkit.store.base import Store as Store  # what both functions return, for annotations elsewhere

if TYPE_CHECKING:
    from graphkit.store.neo4j import Neo4jStore as Neo4jStore


def local_store(case: str | Path, *, internal: bool = False) -> Store:
    """The case on disk.

    Raises:
        CaseError: there is none, or another version made it.
    """
    from graphkit.store.local import LocalStore

    return LocalStore(CaseFolder(Path(case)), internal=internal)


def server_store(uri: str, user: str, password: str, database: str) -> "Neo4jStore":
    """A Neo4j server.

    Raises:
        StoreUnavailable: nothing answers there, or it refuses the password.
    """
    from graphkit.store.neo4j import Neo4jStore

    return Neo4jStore(uri, user, password, database)
