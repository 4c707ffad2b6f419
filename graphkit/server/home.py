"""The folder of one local server: who runs in it, and which password opens it.

    server.json     process, addresses and version of the server that was started last; readable by its owner alone
    server.phase    how far that process has come: "<process> starting"; the server writes it and takes it away
    start.lock      held while a server starts
    server.log      what the process printed; Neo4j's own logs lie in logs/
    password        the password, if graphkit made it; readable by its owner alone
    neo4j.conf      written anew at each start
    data/ logs/     Neo4j's own

Nothing here starts or ends a process; see process.py.
"""

import json
import os
import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from graphkit.errors import ServerError

USER = "neo4j"
SHORTEST_PASSWORD = 8
"""Neo4j refuses anything shorter: "A password must be at least 8 characters"."""


class Phase(StrEnum):
    """How far a server has come."""

    FETCHING = "fetching"
    STARTING = "starting"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """Where a local server answers, and how to get in.

    password: empty when it was the caller's own and NEO4J_PASSWORD does not hold it either; only a password that
    graphkit made is kept in the home.
    """

    home: Path
    pid: int
    uri: str
    http_url: str
    version: str
    user: str = USER
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """Whether a server runs in a home. As text it is one sentence for people."""

    home: Path
    phase: Phase | None
    info: ServerInfo | None

    @property
    def running(self) -> bool:
        """The server has its password and answers."""
        return self.phase is Phase.READY

    @property
    def state(self) -> str:
        """One word: running, starting or stopped."""
        if self.info is None:
            return "stopped"
        return "running" if self.running else "starting"

    def __str__(self) -> str:
        if self.info is None:
            return f"No server runs in {self.home}."
        verb = "runs" if self.running else "is starting"
        at = f"{self.info.uri} and {self.info.http_url}"
        return f"Neo4j {self.info.version} {verb} at {at} (process {self.info.pid})."


def default_home() -> Path:
    """GRAPHKIT_NEO4J_HOME, or a folder among the user's own data."""
    if named := os.environ.get("GRAPHKIT_NEO4J_HOME"):
        return Path(named).expanduser()
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "graphkit" / "neo4j"


def prepare(home: Path) -> Path:
    """The absolute path of the home, which exists afterwards and belongs to this user alone if it is new."""
    home = home.expanduser().resolve()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ServerError(f"{home} cannot be the server's folder ({error.strerror}). Name another one.") from error
    return home


def choose_password(home: Path, given: str | None) -> str:
    """The password to start with: the one given, NEO4J_PASSWORD, the one kept in the home, or a new one that is kept.

    Raises:
        ServerError: too short, not the one of this home, or nobody knows the one of this home.
    """
    given = given or os.environ.get("NEO4J_PASSWORD")
    kept = kept_password(home)
    if given is not None and len(given) < SHORTEST_PASSWORD:
        raise ServerError(
            f"The password has {len(given)} characters, Neo4j asks for {SHORTEST_PASSWORD} or more. "
            "Take a longer one, or none at all: graphkit then makes one."
        )
    if given and kept and given != kept:
        raise ServerError(
            f"The server in {home} has another password than the one given. "
            f"Give none (unset NEO4J_PASSWORD): the right one is kept in {home / 'password'}."
        )
    if not given and not kept and (home / "data").exists():
        raise ServerError(
            f"The server in {home} was first started with a password of your own. "
            "Set NEO4J_PASSWORD to it, or remove the folder to begin anew."
        )
    return given or kept or new_password(home)


def new_password(home: Path) -> str:
    """A password nobody can guess, kept in the home for later commands."""
    password = secrets.token_urlsafe(18)
    write_private(home / "password", password + "\n")
    return password


def kept_password(home: Path) -> str | None:
    """The password that graphkit made for this home."""
    path = home / "password"
    return path.read_text(encoding="utf-8").strip() if path.exists() else None


def write_info(info: ServerInfo) -> None:
    """Keep everything but the password in server.json."""
    row = {"pid": info.pid, "uri": info.uri, "http_url": info.http_url, "user": info.user, "version": info.version}
    write_private(info.home / "server.json", json.dumps(row, indent=2) + "\n")


def read_info(home: Path) -> ServerInfo | None:
    """The server that was started last, whether or not it still runs; None if there is no such note."""
    try:
        row = json.loads((home / "server.json").read_text(encoding="utf-8"))
        password = kept_password(home) or os.environ.get("NEO4J_PASSWORD", "")
        return ServerInfo(home=home, password=password, **row)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except PermissionError as error:
        raise ServerError(f"{home} belongs to another user. Name a folder of your own.") from error
    except (ValueError, TypeError) as error:
        raise ServerError(f"{home / 'server.json'} is damaged ({error}). Remove that file.") from error


def write_phase(home: Path, phase: Phase) -> None:
    """Note how far this very process has come. Replaced in one step, so that a reader never sees half of it."""
    write_private(home / "server.phase", f"{os.getpid()} {phase}")


def read_phase(home: Path, pid: int) -> Phase | None:
    """How far a process has come. The note of another, earlier process counts as none."""
    try:
        writer, _, phase = (home / "server.phase").read_text(encoding="utf-8").partition(" ")
    except FileNotFoundError:
        return None
    return Phase(phase) if writer == str(pid) else None


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, from its first moment on."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)
