"""Every example of docs/neo4j.md runs, in the order of the page, on a server that the page's own commands start."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import neo4j
import pytest

from graphkit import server
from tests.doc_examples import ROOT

PAGE = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
USUAL = "bolt://127.0.0.1:7687"


def blocks(language: str) -> list[str]:
    """The blocks of the page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def run(words: list[str], folder: Path, environment: Mapping[str, str]) -> str:
    """What a command prints; it must end well."""
    done = subprocess.run(
        words, cwd=folder, env=dict(environment), capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout


def graphkit(command: str, folder: Path, environment: Mapping[str, str]) -> str:
    """A `graphkit ...` line of the page; the server takes free ports, since the usual ones may be in use here."""
    assert command.startswith("graphkit "), command
    ports = " --bolt-port 0 --http-port 0" if command == "graphkit neo4j start" else ""
    return run([sys.executable, "-m", *shlex.split(command + ports)], folder, environment)


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A server home of the page's own, ended whatever happens."""
    home = tmp_path / "neo4j"
    yield {**os.environ, "GRAPHKIT_NEO4J_HOME": str(home), "NO_COLOR": "1"}
    if server.status(home).running:
        server.stop(home)


def test_the_commands_of_the_page_start_load_ask_and_stop(tmp_path: Path, environment: dict[str, str]) -> None:
    shutil.copytree(ROOT / "sample_data", tmp_path / "sample_data")
    starting, loading, asking = (block.splitlines() for block in blocks("sh"))
    assert starting[0] == "pip install 'graphkit[server]'"
    assert starting[1:] == ["graphkit neo4j start", "graphkit neo4j status", "graphkit neo4j stop"]
    for command in [*starting[1:3], *loading]:
        graphkit(command, tmp_path, environment)
    info = server.status(tmp_path / "neo4j").info
    assert info is not None
    assert asking[0] == f"export NEO4J_URI={USUAL}"
    told = [graphkit(command, tmp_path, {**environment, "NEO4J_URI": info.uri}) for command in asking[1:]]
    assert ["Chain 1, ownership: KOREA ANSAN SHIPPING COMPANY" in told[0], "AN SAN 1" in told[1]] == [True, True]

    asked = blocks("python")[1].replace(USUAL, info.uri).replace('"password"', f'"{info.password}"')
    assert "company-imo-5676084 OWNS vessel-imo-7303803" in run([sys.executable, "-c", asked], tmp_path, environment)

    parameters, first_look = blocks("cypher")
    assert parameters.startswith(":param {entity_id: 'vessel-imo-7303803'")
    with neo4j.GraphDatabase.driver(info.uri, auth=(info.user, info.password)) as driver:
        assert driver.execute_query(first_look).records
    assert "Stopped" in graphkit(starting[3], tmp_path, environment)


def test_the_server_is_started_and_stopped_from_python(tmp_path: Path, environment: dict[str, str]) -> None:
    example = blocks("python")[0]
    home = "server.start(server.default_home())"
    assert home in example
    free = example.replace(home, "server.start(server.default_home(), bolt_port=0, http_port=0)")
    assert "bolt://127.0.0.1:" in run([sys.executable, "-c", free], tmp_path, environment)
