"""Which ports of this machine a server can take."""

import errno
import socket

from graphkit.errors import ServerError

ADDRESS = "127.0.0.1"


def choose_ports(bolt_port: int, http_port: int) -> tuple[int, int]:
    """Both ports as asked for, known to be free; for 0 the system picks one.

    Raises:
        ServerError: a port is taken, may not be used, or was named twice.
    """
    if bolt_port == http_port != 0:
        raise ServerError(f"Bolt and HTTP cannot share port {bolt_port}. Give them two ports.")
    with bound(bolt_port, "Bolt") as bolt, bound(http_port, "HTTP") as http:
        return bolt.getsockname()[1], http.getsockname()[1]


def bound(port: int, purpose: str) -> socket.socket:
    """A socket that holds the port. The caller closes it, and Neo4j can have it."""
    if not 0 <= port <= 65535:
        raise ServerError(f"{port} is no port. Take one from 1024 to 65535 for {purpose}.")
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # Connections of a server that has just stopped linger for a minute and do not keep the port.
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((ADDRESS, port))
    except OSError as error:
        taken.close()
        if error.errno == errno.EADDRINUSE:
            reason = f"Port {port} of {ADDRESS} is in use, perhaps by another Neo4j"
        else:
            reason = f"Port {port} of {ADDRESS} cannot be used ({error.strerror})"
        raise ServerError(f"{reason}. Take another one for {purpose}, or 0 for any that is free.") from error
    return taken
