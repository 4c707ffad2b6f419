"""The local server as its user meets it. Every test asks a real one or the real file system."""

import json
import os
import re
import stat
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import psutil
import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

from graphkit import server
from graphkit.errors import ServerError, StoreUnavailable
from graphkit.server import ServerInfo, child
from graphkit.server.home import choose_password
from graphkit.server.launch import configuration
from graphkit.server.process import only_start, version_that_answers
from graphkit.server.runtime import broken_jars, complete, heap_option, wanted_version


@pytest.fixture
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests say themselves what is set; nothing comes from the developer's shell."""
    for name in ("NEO4J_PASSWORD", "GRAPHKIT_NEO4J_HOME", "GRAPHKIT_NEO4J_VERSION", "GRAPHKIT_NEO4J_HEAP"):
        monkeypatch.delenv(name, raising=False)


def names_of_vessels(info: ServerInfo) -> list[str]:
    with GraphDatabase.driver(info.uri, auth=(info.user, info.password)) as driver:
        records, _, _ = driver.execute_query("MATCH (vessel:Vessel) RETURN vessel.name AS name ORDER BY name")
    return [record["name"] for record in records]


def mode_of(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


# A running server.


def test_a_started_server_answers_in_its_own_version(neo4j_server: ServerInfo) -> None:
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        records, _, _ = driver.execute_query("CALL dbms.components() YIELD name, versions, edition")
    kernel = {"name": "Neo4j Kernel", "versions": [neo4j_server.version], "edition": "community"}
    assert kernel in [record.data() for record in records]


def test_the_browser_is_served(neo4j_server: ServerInfo) -> None:
    with urllib.request.urlopen(f"{neo4j_server.http_url}/browser/") as answer:
        assert answer.status == 200
        assert b"<title>Neo4j Browser</title>" in answer.read()


def test_clients_are_sent_back_to_the_port_they_came_to(neo4j_server: ServerInfo) -> None:
    # A neo4j:// client asks the server where to go. Without the advertised address the answer is port 7687.
    routed = neo4j_server.uri.replace("bolt://", "neo4j://")
    with GraphDatabase.driver(routed, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        records, _, _ = driver.execute_query("RETURN 1 AS one")
    assert records[0]["one"] == 1


def test_status_of_a_running_server_is_what_start_returned(neo4j_server: ServerInfo) -> None:
    found = server.status(neo4j_server.home)
    assert (found.state, found.running) == ("running", True)
    assert found.info is not None
    assert (found.info.pid, found.info.uri, found.info.version) == (
        neo4j_server.pid,
        neo4j_server.uri,
        neo4j_server.version,
    )
    assert str(found) == (
        f"Neo4j {neo4j_server.version} runs at {neo4j_server.uri} and {neo4j_server.http_url} "
        f"(process {neo4j_server.pid})."
    )


def test_a_second_start_in_the_same_home_says_what_runs_there(neo4j_server: ServerInfo) -> None:
    with pytest.raises(ServerError, match=f"runs at {neo4j_server.uri} .*stop it first"):
        server.start(neo4j_server.home, bolt_port=0, http_port=0)


def test_a_port_in_use_is_named_before_anything_starts(neo4j_server: ServerInfo, tmp_path: Path) -> None:
    port = int(neo4j_server.uri.rpartition(":")[2])
    with pytest.raises(ServerError, match=f"Port {port} of 127.0.0.1 is in use.*Take another one for Bolt"):
        server.start(tmp_path, bolt_port=port, http_port=0)
    assert not (tmp_path / "server.log").exists()


def test_two_starts_in_one_home_do_not_meet(no_settings: None, tmp_path: Path) -> None:
    with only_start(tmp_path), pytest.raises(ServerError, match="Another start is under way"):
        server.start(tmp_path, bolt_port=0, http_port=0)


def test_a_wrong_password_is_refused(neo4j_server: ServerInfo) -> None:
    wrong = (neo4j_server.user, "not-the-password")
    with GraphDatabase.driver(neo4j_server.uri, auth=wrong) as driver, pytest.raises(AuthError):
        driver.verify_connectivity()


def test_a_server_with_another_password_is_explained(neo4j_server: ServerInfo) -> None:
    wrong = ServerInfo(
        home=neo4j_server.home,
        pid=neo4j_server.pid,
        uri=neo4j_server.uri,
        http_url=neo4j_server.http_url,
        version=neo4j_server.version,
        password="not-the-password",
    )
    with pytest.raises(StoreUnavailable, match=r"first started with another one\. Set NEO4J_PASSWORD"):
        version_that_answers(wrong)


def test_the_password_is_in_no_command_line_and_in_no_file_that_others_can_read(neo4j_server: ServerInfo) -> None:
    assert neo4j_server.password not in " ".join(psutil.Process(neo4j_server.pid).cmdline())
    assert neo4j_server.password not in repr(neo4j_server)
    assert mode_of(neo4j_server.home / "server.json") == "0o600"
    for name in ("server.json", "server.log", "neo4j.conf"):
        assert neo4j_server.password not in (neo4j_server.home / name).read_text()


def test_only_this_machine_can_reach_the_server(neo4j_server: ServerInfo) -> None:
    connections = psutil.Process(neo4j_server.pid).net_connections(kind="tcp")
    listening = {connection.laddr for connection in connections if connection.status == psutil.CONN_LISTEN}
    assert {re.sub(r"^::ffff:", "", address.ip) for address in listening} == {"127.0.0.1"}
    assert len(listening) == 2


# Its life.


def test_a_restart_keeps_data_and_password(no_settings: None, tmp_path: Path) -> None:
    home = tmp_path / "a home"
    lines: list[str] = []
    first = server.start(home, bolt_port=0, http_port=0, wait_s=300, say=lines.append)
    assert lines[-1] == f"Starting Neo4j {server.NEO4J_VERSION}"
    assert (mode_of(home), mode_of(home / "password")) == ("0o700", "0o600")
    with GraphDatabase.driver(first.uri, auth=(first.user, first.password)) as driver:
        driver.execute_query("CREATE (:Vessel {name: 'AN SAN 1'})")

    server.stop(home)
    assert not psutil.pid_exists(first.pid)
    assert str(server.status(home)) == f"No server runs in {home}."
    with pytest.raises(ServerError, match="No server runs in"):
        server.stop(home)

    # No stop this time but a crash: the note in the home outlives the process.
    second = server.start(home, bolt_port=0, http_port=0, wait_s=300)
    assert second.password == first.password
    assert names_of_vessels(second) == ["AN SAN 1"]
    process = psutil.Process(second.pid)
    process.kill()
    process.wait()
    assert (home / "server.json").exists()
    assert server.status(home).state == "stopped"


def test_a_server_that_cannot_start_gives_its_reason(no_settings: None, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("Neo4j expects a folder of this name.")
    with pytest.raises(ServerError, match=r"did not start in .*FileAlreadyExists.*server\.log"):
        server.start(tmp_path, bolt_port=0, http_port=0, password="long-enough")
    assert server.status(tmp_path).state == "stopped"


def test_a_server_that_takes_too_long_is_ended(no_settings: None, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("It would not come up either, which shortens this test.")
    with pytest.raises(ServerError, match=r"not ready after 0\.5 s and was ended"):
        server.start(tmp_path, bolt_port=0, http_port=0, wait_s=0.5, password="long-enough")
    commands = [process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"])]
    assert [command for command in commands if str(tmp_path) in command] == []


def test_a_process_that_took_over_the_number_is_left_alone(tmp_path: Path) -> None:
    # After a crash, process numbers are given to others: here to the very process of this test.
    note = {"pid": os.getpid(), "uri": "bolt://127.0.0.1:7687", "http_url": "", "user": "neo4j", "version": "5.26.18"}
    (tmp_path / "server.json").write_text(json.dumps(note))
    assert server.status(tmp_path).state == "stopped"
    with pytest.raises(ServerError, match="Nothing was stopped"):
        server.stop(tmp_path)


def test_a_process_that_has_just_begun_is_alive(no_settings: None, tmp_path: Path) -> None:
    # Its command line is still empty in the first moments on a busy machine: a start once took its own server for dead
    # because of that, and left it running.
    process = child.spawn(tmp_path, 0, 0, "0.0.0", password="long-enough")
    assert child.alive(process)
    child.end_or_kill(process, wait_s=20)
    assert not child.alive(process)


# Passwords and settings.


def test_a_password_that_neo4j_would_refuse_is_refused_at_once(no_settings: None, tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="has 7 characters, Neo4j asks for 8"):
        server.start(tmp_path, bolt_port=0, http_port=0, password="seven77")


def test_a_password_is_made_once_and_kept(no_settings: None, tmp_path: Path) -> None:
    made = choose_password(tmp_path, None)
    assert len(made) >= 16
    assert choose_password(tmp_path, None) == made
    with pytest.raises(ServerError, match=r"another password than the one given.*unset NEO4J_PASSWORD"):
        choose_password(tmp_path, "something-else")


def test_a_password_from_the_environment_is_used_and_not_kept(
    no_settings: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "from-the-shell")
    assert choose_password(tmp_path, None) == "from-the-shell"
    assert list(tmp_path.iterdir()) == []


def test_a_home_whose_password_nobody_knows_is_not_started(no_settings: None, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(ServerError, match=r"password of your own\. Set NEO4J_PASSWORD"):
        choose_password(tmp_path, None)


def test_two_ports_are_needed(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="cannot share port 7687"):
        server.start(tmp_path, bolt_port=7687, http_port=7687)


def test_nothing_is_reported_to_anybody() -> None:
    lines = configuration(17687, 17474).splitlines()
    assert "dbms.usage_report.enabled=false" in lines
    assert "client.allow_telemetry=false" in lines
    assert "server.bolt.advertised_address=127.0.0.1:17687" in lines


def test_version_and_memory_can_be_chosen(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (wanted_version(), heap_option()) == (server.NEO4J_VERSION, "-Xmx1g")
    monkeypatch.setenv("GRAPHKIT_NEO4J_VERSION", server.LTS_VERSION)
    monkeypatch.setenv("GRAPHKIT_NEO4J_HEAP", "512m")
    assert (wanted_version(), heap_option()) == ("5.26.18", "-Xmx512m")
    monkeypatch.setenv("GRAPHKIT_NEO4J_VERSION", "newest")
    with pytest.raises(ServerError, match=r"'newest', which is no version.*5\.26\.18"):
        wanted_version()


def test_the_home_is_where_the_user_says(no_settings: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert server.default_home() == tmp_path / "graphkit" / "neo4j"
    monkeypatch.setenv("GRAPHKIT_NEO4J_HOME", str(tmp_path / "mine"))
    assert server.default_home() == tmp_path / "mine"


# Fetching jars.


class HalfAJar(BaseHTTPRequestHandler):
    """A repository whose connection breaks after ten bytes of a hundred."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.write(b"PK\x03\x04 broken")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the test looks at what is left behind."""


@pytest.fixture
def broken_repository() -> Iterator[str]:
    repository = ThreadingHTTPServer(("127.0.0.1", 0), HalfAJar)
    Thread(target=repository.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{repository.server_port}"
    repository.shutdown()
    repository.server_close()


def test_jars_that_are_missing_or_damaged_are_noticed(tmp_path: Path) -> None:
    from jgo.env import Environment

    (tmp_path / "jars").mkdir()
    (tmp_path / "jars" / "neo4j.jar").write_bytes(b"PK\x05\x06" + bytes(18))  # an archive without entries
    assert not complete(Environment(tmp_path))  # Ctrl-C while jgo linked the jars: the lock file is not there yet
    (tmp_path / "jgo.lock.toml").touch()
    assert complete(Environment(tmp_path))
    (tmp_path / "jars" / "bolt.jar").write_bytes(b"PK\x03\x04 cut off")
    assert broken_jars(Environment(tmp_path)) == ["bolt.jar"]
    assert not complete(Environment(tmp_path))


def test_half_a_jar_is_not_kept(broken_repository: str, tmp_path: Path) -> None:
    from jgo.maven import MavenContext

    from graphkit.server.fetching import TidyResolver

    context = MavenContext(resolver=TidyResolver(), repo_cache=tmp_path, remote_repos={"here": broken_repository})
    artifact = context.project("org.neo4j", "neo4j").at_version("5.26.18").artifact()
    with pytest.raises((OSError, RuntimeError)):
        artifact.resolve()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
