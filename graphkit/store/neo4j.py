"""The store on a Neo4j server: the same questions, answered by the texts in cypher/queries.

What runs here can be pasted into the Neo4j Browser as it stands. Values travel as parameters, rows come back as plain
values. Nothing is tried twice: a server that does not answer is reported at once, with what to do.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from graphkit.errors import StoreUnavailable
from graphkit.store import catalogue
from graphkit.store.base import Row, Value
from graphkit.store.neo4j_load import LoadReport, load

if TYPE_CHECKING:
    import pyarrow as pa
    from neo4j import Driver
    from neo4j.exceptions import Neo4jError

OLDEST: Final = (5, 26)
SCHEMES: Final = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_STATE = """
OPTIONAL MATCH (load:Load {id: 'graph'})
RETURN load.state AS state, load.list_sources AS sources, load.list_published AS published, load.list_read AS read
"""
_REMEDIES: Final[Mapping[str, str]] = {
    "Security.Unauthorized": "refuses the password of user {user!r}. Set NEO4J_USERNAME and NEO4J_PASSWORD.",
    "Security.AuthenticationRateLimit": "was given too many wrong passwords. Wait 10 seconds, then set NEO4J_PASSWORD.",
    "Security.CredentialsExpired": "wants the first password of user {user!r} changed. Change it in the Neo4j Browser, "
    "then set NEO4J_PASSWORD.",
    "Security.Forbidden": "does not let user {user!r} do this. Ask for the right to write, or use another user.",
    "Database.DatabaseNotFound": "has no database {database!r}. Set NEO4J_DATABASE; the usual one is neo4j.",
}


class Neo4jStore:
    """A connection to one database of a server, version 5.26 or later; `driver` is Neo4j's own, for Cypher of yours.

    Raises, here and in every question:
        StoreUnavailable: no answer, wrong password, no such database, or too old.
    """

    def __init__(self, uri: str, user: str, password: str, database: str = "neo4j") -> None:
        self._where = {"uri": uri, "user": user, "database": database}
        self.driver = _driver(uri, user, password)
        try:
            with explained(**self._where):
                require_version(uri, self.driver.get_server_info().agent)
                self._state = self._load_state()
        except BaseException:
            self.driver.close()
            raise

    @property
    def warning(self) -> str | None:
        """Nothing was loaded yet, or the newest load has not ended. None: all is well."""
        if self._state["state"] == "complete":
            return None
        place = f"{self._where['uri']}, database {self._where['database']},"
        if self._state["state"] is None:
            return f"Nothing has been loaded into {place} yet. Load a case: graphkit neo4j load"
        return f"The newest load of {place} has not ended: answers may lack or mix rows. Repeat it: graphkit neo4j load"

    def rows(self, question: str, /, **parameters: Value) -> list[Row]:
        """The rows of a question's answer, in the question's own order."""
        asked = catalogue.question(question)
        text, values = asked.prepare(parameters)
        columns = [column.name for column in asked.columns if column.type != "path"]
        return [{name: row[name] for name in columns} for row in self._run(text, values)]

    def lists(self) -> list[Row]:
        """What the loaded case was built from: source, published, read."""
        state = self._state
        triples = zip(state["sources"] or [], state["published"] or [], state["read"] or [], strict=True)
        return [{"source": source, "published": published or None, "read": read} for source, published, read in triples]

    def load(
        self,
        tables: "Mapping[str, pa.Table]",
        lists: list[Row],
        day: int,
        *,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> LoadReport:
        """Put a build in the place of what was loaded before; the same twice changes nothing.

        tables: the graph tables, and `records`, `record_entities`, `pairs` and `sources` where they are at hand: record
        ids and doubtful pairs need them. lists: as `lists()` returns them. day: whole days since 1970, for the label
        :Sanctioned. progress: what is being sent, rows done, rows in all.
        """
        try:
            with explained(**self._where):
                return load(self._write, tables, lists, day, progress=progress)
        finally:
            with explained(**self._where):
                self._state = self._load_state()

    def close(self) -> None:
        """Let go of the connection."""
        self.driver.close()

    def _run(self, text: str, values: Mapping[str, Any]) -> list[Row]:
        from neo4j import READ_ACCESS

        with explained(**self._where), self._session(default_access_mode=READ_ACCESS) as session:
            rows: list[Row] = session.run(text, dict(values)).data()
            return rows

    def _write(self, text: str, values: Mapping[str, Any]) -> tuple[list[Row], int]:
        """Rows of a statement that changes the graph, and how many nodes and relationships it deleted."""
        with self._session() as session:
            result = session.run(text, dict(values))
            rows, changes = result.data(), result.consume().counters
            return rows, changes.nodes_deleted + changes.relationships_deleted

    def _load_state(self) -> Row:
        return self._run(_STATE, {})[0]

    def _session(self, **settings: Any) -> Any:
        return self.driver.session(database=self._where["database"], **settings)


def _driver(uri: str, user: str, password: str) -> "Driver":
    from neo4j import GraphDatabase, NotificationMinimumSeverity
    from neo4j.exceptions import ConfigurationError

    try:
        if uri.partition("://")[0] not in SCHEMES:
            raise ValueError(f"it begins with none of {', '.join(SCHEMES)}")
        return GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=10,
            connection_acquisition_timeout=20,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
    except (ConfigurationError, ValueError) as error:
        raise StoreUnavailable(
            f"{uri!r} is no address of a Neo4j server ({error}). One looks like bolt://127.0.0.1:7687 or neo4j+s://host."
        ) from error


def require_version(uri: str, agent: str) -> None:
    """Nothing, if the server is new enough. agent: what it calls itself, such as Neo4j/5.26.18 or Neo4j/2026.09.0."""
    product, _, version = agent.partition("/")
    numbers = version.replace("-", ".").split(".")[:2]
    if product == "Neo4j" and all(map(str.isdigit, numbers)) and tuple(map(int, numbers)) < OLDEST:
        raise StoreUnavailable(
            f"Neo4j at {uri} is version {version}; graphkit needs {'.'.join(map(str, OLDEST))} or later. "
            "Update the server, start one with: graphkit neo4j start, or ask the case itself: --case case"
        )


@contextmanager
def explained(uri: str, user: str, database: str) -> Iterator[None]:
    """Turn what the driver raises into one sentence with the remedy."""
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        yield
    except Neo4jError as error:
        raise StoreUnavailable(f"Neo4j at {uri} {_remedy(error, user, database)}") from error
    except (DriverError, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise StoreUnavailable(
            f"No Neo4j answers at {uri} ({reason}). "
            "Start one: graphkit neo4j start, or ask the case itself: --case case"
        ) from error


def _remedy(error: "Neo4jError", user: str, database: str) -> str:
    if sentence := _REMEDIES.get((error.code or "").removeprefix("Neo.ClientError.")):
        return sentence.format(user=user, database=database)
    reason = (error.message or str(error)).splitlines()[0]
    return f"could not answer: {reason} ({error.code}). Repeat; if it stays, its log says more."
