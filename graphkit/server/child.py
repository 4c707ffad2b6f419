"""The operating system's side of a server: a detached process that can be found again.

The command that started a server holds the process itself. A later command has only its number, from a note in the
home, and numbers are used again: `find` believes it when the command line is that of a server of the same home.
"""

import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import ServerError

if TYPE_CHECKING:
    import psutil

MODULE = "graphkit.server.launch"


def spawn(home: Path, bolt_port: int, http_port: int, version: str, *, password: str) -> "psutil.Process":
    """A new process that runs launch.py and goes on when this one ends.

    It works in the home, so that it does not hold on to the caller's folder, and finds graphkit where it was found now.
    """
    import psutil

    package = str(Path(__file__).parents[2])
    search = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-P", "-u", "-m", MODULE, str(home), str(bolt_port), str(http_port), version]
    with open(home / "server.log", "wb") as log, warnings.catch_warnings():
        # Python warns of a handle that is dropped while its process runs; here the server is to outlive the handle.
        warnings.simplefilter("ignore", ResourceWarning)
        return psutil.Process(
            subprocess.Popen(
                command,
                cwd=home,
                env=os.environ | {"NEO4J_PASSWORD": password, "PYTHONPATH": search},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            ).pid
        )


def find(pid: int, home: Path) -> "psutil.Process | None":
    """The process with this number, if it is a server of this home.

    Not for a process that was started just now: for some milliseconds its command line is empty.
    """
    import psutil

    try:
        process = psutil.Process(pid)
        command = process.cmdline()
    except psutil.Error:  # gone, a zombie, or somebody else's
        return None
    return process if MODULE in command and str(home) in command else None


def alive(process: "psutil.Process") -> bool:
    """The process runs. One that has ended and was not yet collected by its parent does not."""
    import psutil

    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def end(process: "psutil.Process", *, wait_s: float) -> bool:
    """Ask a server to end, and tell whether it did within the time."""
    import psutil

    try:
        process.terminate()
        process.wait(timeout=wait_s)
    except psutil.TimeoutExpired:
        return False
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied as error:
        raise ServerError(f"Process {process.pid} belongs to another user, who can stop it.") from error
    return True


def end_or_kill(process: "psutil.Process", *, wait_s: float) -> None:
    """End a server that never came up, whatever it takes. Neo4j recovers from that as from a power failure."""
    if not end(process, wait_s=wait_s):
        process.kill()
        process.wait()
