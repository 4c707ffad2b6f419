"""Starting, stopping and asking after a local server.

The server is a process of its own that outlives the command that started it. Its home folder holds the one note of it,
and a note is believed only when the process it names really is a server of that home: process numbers are used again.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import ServerError, StoreUnavailable
from graphkit.server import child
from graphkit.server.home import (
    Phase,
    ServerInfo,
    ServerStatus,
    choose_password,
    prepare,
    read_info,
    read_phase,
    write_info,
)
from graphkit.server.ports import ADDRESS, choose_ports
from graphkit.server.runtime import heap_option, require_parts, wanted_version

if TYPE_CHECKING:
    import psutil

POLL_S = 0.2
ANNOUNCED = {Phase.FETCHING: "Looking for the jars of", Phase.STARTING: "Starting"}


def start(
    home: Path,
    *,
    bolt_port: int = 7687,
    http_port: int = 7474,
    password: str | None = None,
    wait_s: float = 180,
    say: Callable[[str], None] | None = None,
) -> ServerInfo:
    """Where the new server answers, once it does. The very first start of a machine also fetches 190 MB of jars.

    bolt_port, http_port: 0 takes any free one.
    password: of the user neo4j, 8 characters or more. Without one: NEO4J_PASSWORD, the one kept in the home, or a new
    one, which is kept there.
    wait_s: how long Neo4j may take; fetching jars does not count. 10 s are usual, 90 s were seen on a crowded machine.
    say: called with a line of progress when a new phase begins.

    Raises:
        MissingPart: packages of the server are not installed.
        ServerError: a server runs there already, a port is taken, the password does not fit, or Neo4j did not come up.
        StoreUnavailable: Neo4j came up and refuses the password.
    """
    require_parts()
    home = prepare(home)
    with only_start(home):
        if (found := status(home)).info:
            raise ServerError(f"{found} Use it, stop it first (graphkit neo4j stop), or name another folder.")
        bolt, http = choose_ports(bolt_port, http_port)
        secret = choose_password(home, password)
        version = wanted_version()
        heap_option()  # a wrong one is better told here than in the log of a process
        forget(home)
        process = child.spawn(home, bolt, http, version, password=secret)
        info = ServerInfo(
            home=home,
            pid=process.pid,
            uri=f"bolt://{ADDRESS}:{bolt}",
            http_url=f"http://{ADDRESS}:{http}",
            version=version,
            password=secret,
        )
        try:
            write_info(info)
            wait_until_ready(process, info, wait_s, say)
            info = replace(info, version=version_that_answers(info))
            write_info(info)
        except BaseException:  # Ctrl-C too: no half-started server stays behind
            child.end_or_kill(process, wait_s=20)
            forget(home)
            raise
        return info


def stop(home: Path, *, wait_s: float = 60) -> ServerInfo:
    """What ran until now. Neo4j closes its files in an orderly way: 1.5 s on an idle machine, more with open queries.

    Raises:
        ServerError: no server runs in this home, or it does not end.
    """
    found = status(home)
    process = child.find(found.info.pid, found.home) if found.info else None
    if found.info is None or process is None:
        forget(found.home)
        raise ServerError(f"{found} Nothing was stopped; another folder may hold the server you mean.")
    if not child.end(process, wait_s=wait_s):
        raise ServerError(
            f"The server in {found.home} (process {found.info.pid}) has not ended after {wait_s:g} s. "
            f"Wait and try again; {found.home / 'server.log'} may say what it is doing."
        )
    forget(found.home)
    return found.info


def status(home: Path) -> ServerStatus:
    """Whether a server runs in this home, and where. A note left behind by a crash counts as no server."""
    home = home.expanduser().resolve()
    info = read_info(home)
    if info is not None:
        require_parts()
    if info is None or child.find(info.pid, home) is None:
        return ServerStatus(home, phase=None, info=None)
    return ServerStatus(home, phase=read_phase(home, info.pid), info=info)


@contextmanager
def only_start(home: Path) -> Iterator[None]:
    """Hold the home while a server starts there; the hold ends with this process, however it ends.

    Raises:
        ServerError: another process is starting a server there.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(home / "start.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ServerError(
            f"Another start is under way in {home}. Wait for it, and ask: graphkit neo4j status"
        ) from error
    try:
        yield
    finally:
        lock.release()


def forget(home: Path) -> None:
    """Take the notes about a server away."""
    for name in ("server.json", "server.phase"):
        (home / name).unlink(missing_ok=True)


def wait_until_ready(
    process: "psutil.Process", info: ServerInfo, wait_s: float, say: Callable[[str], None] | None
) -> None:
    """Return when the server has its password. An open port is not enough: it opens before the password is set."""
    seen: Phase | None = None
    deadline = time.monotonic() + wait_s
    while (phase := read_phase(info.home, info.pid)) is not Phase.READY:
        if say and phase and phase is not seen:
            say(f"{ANNOUNCED[phase]} Neo4j {info.version}")
            seen = phase
        if phase is Phase.FETCHING:
            deadline = time.monotonic() + wait_s
        if not child.alive(process):
            raise ServerError(
                f"Neo4j {info.version} did not start in {info.home}: {last_line(info.home)} "
                f"({info.home / 'server.log'} has the rest.)"
            )
        if time.monotonic() > deadline:
            raise ServerError(
                f"Neo4j {info.version} was not ready after {wait_s:g} s and was ended. Allow more time. "
                f"The last line of {info.home / 'server.log'}: {last_line(info.home)}"
            )
        time.sleep(POLL_S)


def version_that_answers(info: ServerInfo) -> str:
    """The version of the server at the address, which has taken user and password.

    Raises:
        StoreUnavailable: it refuses them, or does not answer.
    """
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    try:
        with GraphDatabase.driver(info.uri, auth=(info.user, info.password)) as driver:
            driver.verify_connectivity()
            return driver.get_server_info().agent.removeprefix("Neo4j/")
    except AuthError as error:
        raise StoreUnavailable(
            f"The server in {info.home} refuses the password: it was first started with another one. "
            "Set NEO4J_PASSWORD to that one, or remove the folder to begin anew."
        ) from error
    except (DriverError, Neo4jError) as error:
        raise StoreUnavailable(f"The server in {info.home} started but does not answer ({error}).") from error


def last_line(home: Path) -> str:
    """The end of server.log, where launch.py, and Python itself, put the reason of a failure."""
    text = (home / "server.log").read_text(encoding="utf-8", errors="replace").strip()
    return text.split("\n")[-1] or "nothing was printed."
