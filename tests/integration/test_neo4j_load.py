"""Loading a case into a real Neo4j: once, twice, over another one, killed in the middle, and refused."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import StoreUnavailable
from graphkit.server import ServerInfo
from graphkit.store import catalogue
from graphkit.store.base import Row
from graphkit.store.neo4j import Neo4jStore, require_version
from graphkit.store.neo4j_load import LoadReport
from tests.an_san_1_case import OWNER, PARENT, SECRET, SHIP, small_case
from tests.graph_tables import GraphRows, entity, link, name, tables_of

JUNE_2018, IN_2026 = 17711, 20600
LISTS: list[Row] = [{"source": "small", "published": None, "read": "2026-11-23"}]


@pytest.fixture(scope="module")
def open_store(neo4j_server: ServerInfo) -> Iterator[Neo4jStore]:
    store = Neo4jStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    yield store
    store.close()


@pytest.fixture
def store(open_store: Neo4jStore) -> Neo4jStore:
    """A server without a single node."""
    ask(open_store, "MATCH (node) DETACH DELETE node")
    return open_store


def ask(store: Neo4jStore, text: str, **parameters: Any) -> list[tuple[Any, ...]]:
    records, _, _ = store.driver.execute_query(text, parameters)
    return [tuple(record.values()) for record in records]


def load(store: Neo4jStore, rows: GraphRows, day: int = JUNE_2018) -> LoadReport:
    return store.load(tables_of(rows), LISTS, day)


def counts(store: Neo4jStore) -> tuple[int, int]:
    (nodes,) = ask(store, "MATCH (node) WHERE NOT node:Load RETURN count(node)")[0]
    (relationships,) = ask(store, "MATCH ()-[link]->() RETURN count(link)")[0]
    return nodes, relationships


def without(rows: GraphRows, *entity_ids: str) -> GraphRows:
    """The case without some entities; what is stated of them finds nobody."""
    return {**rows, "entities": [row for row in rows["entities"] if row["entity_id"] not in entity_ids]}


def test_the_same_load_twice_changes_nothing(store: Neo4jStore) -> None:
    first, second = load(store, small_case()), load(store, small_case())
    assert (first.nodes, first.relationships) == (second.nodes, second.relationships) == counts(store)
    assert (first.removed, second.removed) == (0, 0)


def test_an_empty_server_says_so(neo4j_server: ServerInfo, store: Neo4jStore) -> None:
    other = Neo4jStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    assert other.warning == (
        f"Nothing has been loaded into {neo4j_server.uri}, database neo4j, yet. Load a case: graphkit neo4j load"
    )
    assert other.lists() == []
    other.close()


def test_what_the_newest_load_does_not_mention_is_swept_and_what_others_wrote_stays(store: Neo4jStore) -> None:
    load(store, small_case())
    smaller = without(small_case(), PARENT, "vessel-sister")
    ask(store, "CREATE (:Note {text: 'mine'})")
    report = load(store, smaller)
    assert report.removed > 0
    assert store.rows("entities_by_id", text=PARENT) == []
    assert ask(store, "MATCH (note:Note) RETURN note.text") == [("mine",)]
    ask(store, "MATCH (node) DETACH DELETE node")
    fresh = load(store, smaller)
    assert (fresh.nodes, fresh.relationships) == (report.nodes, report.relationships)


def test_a_party_of_another_kind_loses_its_old_label_and_its_old_number(store: Neo4jStore) -> None:
    load(store, {"entities": [{**entity("x-1"), "kind": "company", "company_imo": "5676084"}]})
    load(store, {"entities": [{**entity("x-1"), "kind": "organization"}]})
    assert ask(store, "MATCH (party:Entity) RETURN labels(party), party.company_imo") == [
        (["Entity", "Organization"], None)
    ]


def test_every_node_has_a_label_a_caption_and_nothing_secret(store: Neo4jStore) -> None:
    load(store, small_case())
    assert ask(store, "MATCH (node) WHERE node.caption IS NULL OR node.caption = '' RETURN labels(node)") == [
        (["Name"],)  # of a name without a letter
    ]
    everything = ask(store, "MATCH (node) RETURN properties(node)") + ask(
        store, "MATCH ()-[link]->() RETURN properties(link)"
    )
    assert SECRET not in repr(everything)
    assert "notes" not in repr(everything)
    kinds = ask(store, "MATCH (party:Entity) UNWIND labels(party) AS label RETURN DISTINCT label ORDER BY label")
    assert [label for (label,) in kinds] == [
        *("Address", "Aircraft", "Company", "Entity", "Organization", "Person", "Sanctioned", "Vessel")
    ]
    events = ask(store, "MATCH (event:Event) RETURN event.id, [each IN labels(event) WHERE each <> 'Event'][0]")
    assert set(events) == {
        ("e-claim", "IdentityClaim"),
        ("e-sts", "STSTransfer"),
        ("e-undated", "Sighting"),
        ("e-odd", "Other"),
    }


def test_relations_carry_the_share_as_text_and_who_says_so(store: Neo4jStore) -> None:
    load(store, small_case())
    shares = ask(store, "MATCH ()-[link:OWNS]->() RETURN link.id, link.share, link.share_text")
    assert set(shares) >= {
        ("l-parent-1", 51.0, "51%"),
        ("l-parent-2", None, "25-50%"),
        ("l-cycle-2", None, "more than 50%"),
        ("l-owner", None, "share unknown"),
    }
    assert ask(store, "MATCH ()-[link:OWNS {id: 'l-owner'}]->() RETURN link.sources, link.lines") == [
        (["un-sc", "ofac-sdn"], [1, 7])
    ]


@pytest.mark.parametrize(
    ("day", "sanctioned"),
    [
        # Listed at some time in 2010 and until the end of 2018: for certain from 2011 on.
        (14700, set()),
        (15000, {"company-old"}),
        (JUNE_2018, {"company-old", OWNER}),
        # An undated listing is known from the day its list was read; an advisory is no sanction.
        (IN_2026, {OWNER, SHIP}),
    ],
)
def test_who_is_sanctioned_depends_on_the_day_of_the_load(store: Neo4jStore, day: int, sanctioned: set[str]) -> None:
    load(store, small_case(), IN_2026)
    load(store, small_case(), day)
    found = ask(store, "MATCH (party:Sanctioned) RETURN party.id, party.sanctioned_as_of")
    assert {entity_id for entity_id, _ in found} == sanctioned
    assert {as_of for _, as_of in found} == ({"2026-05-27"} if day == IN_2026 else {as_of for _, as_of in found})


LOADING = """
import sys
from graphkit.store.neo4j import Neo4jStore
from tests.an_san_1_case import small_case
from tests.graph_tables import tables_of
uri, user, password = sys.argv[1:]

def wait_at_names(what: str, done: int, of: int) -> None:
    if what == "names":
        print("names are in", flush=True)
        sys.stdin.read()

store = Neo4jStore(uri, user, password)
store.load(tables_of(small_case()), [], 17711, progress=wait_at_names)
"""


def test_a_load_that_is_killed_leaves_a_warning_and_repeating_it_completes_it(
    store: Neo4jStore, neo4j_server: ServerInfo
) -> None:
    load(store, without(small_case(), SHIP))
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", LOADING, neo4j_server.uri, neo4j_server.user, neo4j_server.password]
    with subprocess.Popen(
        command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"names are in\n"
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL

    after = Neo4jStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    assert ask(after, "MATCH (load:Load) RETURN load.state") == [("incomplete",)]
    assert after.warning == (
        f"The newest load of {neo4j_server.uri}, database neo4j, has not ended: answers may lack or mix rows. "
        "Repeat it: graphkit neo4j load"
    )
    # Questions are answered all the same: the ship is there, the link to her owner is not yet.
    assert [row["name"] for row in after.rows("entities", ids=[SHIP])] == ["AN SAN 1"]
    assert after.rows("links_of_entity", entity_id=SHIP) == []

    repeated = load(after, small_case())
    assert after.warning is None
    assert ask(after, "MATCH (load:Load) RETURN load.state") == [("complete",)]
    ask(store, "MATCH (node) DETACH DELETE node")
    fresh = load(after, small_case())
    assert (repeated.nodes, repeated.relationships) == (fresh.nodes, fresh.relationships)
    after.close()


def test_of_two_loads_at_once_the_later_one_wins_and_the_other_is_told(
    store: Neo4jStore, neo4j_server: ServerInfo
) -> None:
    later = Neo4jStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password)

    def load_another(what: str, _done: int, _of: int) -> None:
        if what == "names":
            load(later, small_case())

    with pytest.raises(StoreUnavailable, match="^Another load began on this server"):
        store.load(tables_of(small_case()), LISTS, JUNE_2018, progress=load_another)
    assert ask(later, "MATCH (load:Load) RETURN load.state") == [("complete",)]
    later.close()


def test_progress_tells_what_is_sent_and_how_much_of_it(store: Neo4jStore) -> None:
    told: list[tuple[str, int, int]] = []
    many = [entity(f"company-{number:05}") for number in range(10_001)]
    links = [link(f"l-{number}", "OWNS", "company-00000", f"company-{number:05}") for number in range(3)]
    rows = {"entities": many, "links": links, "entity_names": [name("company-00000", "FIRST")]}
    store.load(tables_of(rows), LISTS, JUNE_2018, progress=lambda *said: told.append(said))
    assert told == [
        ("entities", 10_000, 10_001),
        ("entities", 10_001, 10_001),
        ("names", 1, 1),
        ("links/owns", 3, 3),
    ]


@pytest.mark.parametrize("name", catalogue.names())
def test_the_example_of_every_header_runs(store: Neo4jStore, name: str) -> None:
    question = catalogue.question(name)
    example = ask(store, f"RETURN {question.example or '{}'} AS parameters")[0][0]
    assert store.rows(name, **example) == []  # of an empty server


def test_no_text_is_deprecated(store: Neo4jStore) -> None:
    load(store, small_case())
    texts = [catalogue.question(question).text for question in catalogue.names()]
    files = sorted((catalogue.folder() / "load").rglob("*.cypher"))
    texts += [text for path in files for text in catalogue.statements(relative(path))]
    with store.driver.session(notifications_min_severity="INFORMATION") as session:
        for text in texts:
            told = session.run(f"EXPLAIN {text}", everything()).consume().gql_status_objects
            assert [status.status_description for status in told if status.raw_classification == "DEPRECATION"] == []


def relative(path: Path) -> str:
    return path.relative_to(catalogue.folder()).with_suffix("").as_posix()


def everything() -> dict[str, Any]:
    """A value for every parameter of any text; EXPLAIN looks at none of them."""
    texts = [path.read_text(encoding="utf-8") for path in catalogue.folder().rglob("*.cypher")]
    return {name: None for text in texts for name in catalogue.PARAMETER.findall(text)}


# --- when the server cannot be used -----------------------------------------------------------------------------------


def test_a_wrong_password_is_one_sentence_with_the_remedy(neo4j_server: ServerInfo) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        Neo4jStore(neo4j_server.uri, "neo4j", "wrong")
    assert str(refused.value) == (
        f"Neo4j at {neo4j_server.uri} refuses the password of user 'neo4j'. Set NEO4J_USERNAME and NEO4J_PASSWORD."
    )


def test_a_server_that_is_not_there_is_one_sentence_with_the_remedy() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(StoreUnavailable) as refused:
        Neo4jStore(uri, "neo4j", "graphkit-tests")
    assert str(refused.value).startswith(f"No Neo4j answers at {uri} (")
    assert str(refused.value).endswith(". Start one: graphkit neo4j start, or ask the case itself: --case case")
    assert "\n" not in str(refused.value)


def test_a_database_that_is_not_there_is_named(neo4j_server: ServerInfo) -> None:
    with pytest.raises(StoreUnavailable, match=r"has no database 'ships'\. Set NEO4J_DATABASE"):
        Neo4jStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password, "ships")


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7474", "127.0.0.1:7687", "bolt://"])
def test_an_address_of_another_kind_is_refused(uri: str) -> None:
    with pytest.raises(StoreUnavailable, match="is no address of a Neo4j server|No Neo4j answers"):
        Neo4jStore(uri, "neo4j", "graphkit-tests")


def test_an_old_server_is_refused_with_its_version() -> None:
    for agent in ("Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2026.09.0"):
        require_version("bolt://ships", agent)
    for agent in ("Neo4j/4.4.30", "Neo4j/5.25.1"):
        with pytest.raises(StoreUnavailable, match=rf"is version {agent[6:]}; graphkit needs 5\.26 or later"):
            require_version("bolt://ships", agent)
