"""One real Neo4j for all integration tests of a session."""

from collections.abc import Iterator

import pytest

from graphkit import server
from graphkit.server import ServerInfo


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerInfo]:
    """A running server: uri, user, password. A test that writes to it empties it first and trusts nothing it finds."""
    home = tmp_path_factory.mktemp("neo4j")
    info = server.start(home, bolt_port=0, http_port=0, password="graphkit-tests", wait_s=300)
    yield info
    server.stop(home)
