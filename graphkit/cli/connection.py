"""Where the server is and how to log in: from options, the environment, or the local server that graphkit started.

A password never stands on the command line; it comes from NEO4J_PASSWORD or from the local server's own home folder.
"""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.session.stores import Neo4jStore


def connect(uri: str = "") -> "Neo4jStore":
    """A store on the server named by the option or NEO4J_URI, else on the local one.

    Raises:
        StoreUnavailable: nothing answers there, or it refuses the password.
    """
    from graphkit.session.stores import server_store

    address, user, password = _login(uri or os.environ.get("NEO4J_URI", ""))
    return server_store(address, user, password, os.environ.get("NEO4J_DATABASE", "neo4j"))


def _login(uri: str) -> tuple[str, str, str]:
    user = os.environ.get("NEO4J_USERNAME", "neo4j")
    password = os.environ.get("NEO4J_PASSWORD", "")
    local = _local_server()
    if local and (not uri or uri == local[0]):
        return local[0], user, password or local[1]
    return uri or "bolt://localhost:7687", user, password


def _local_server() -> tuple[str, str] | None:
    """Address and password of the server that `graphkit neo4j start` started, when one runs."""
    from graphkit.server import default_home, status

    state = status(default_home())
    return (state.info.uri, state.info.password) if state.running and state.info else None
