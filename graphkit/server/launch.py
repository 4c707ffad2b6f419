"""The process of a local server: python -m graphkit.server.launch HOME BOLT_PORT HTTP_PORT VERSION.

Started by process.py and by nobody else. A JVM can be started once in a process and never again, so the server has one
to itself. The password comes in NEO4J_PASSWORD, because everybody can read a command line. SIGTERM is the way to stop.
"""

import logging
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from graphkit.errors import ServerError
from graphkit.server.home import USER, Phase, write_phase
from graphkit.server.ports import ADDRESS
from graphkit.server.runtime import class_path, heap_option, use_packaged_java

JVM_OPTIONS = (
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)
"""What both lines of Neo4j accept; the opened packages are the ones Neo4j asks for in its own start script."""


def main(home: Path, bolt_port: int, http_port: int, version: str) -> None:
    """Run a server until SIGTERM. A failure ends the process with one line for server.log."""
    stopping = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped while fetching jars."))
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    password = os.environ.pop("NEO4J_PASSWORD")
    try:
        write_phase(home, Phase.FETCHING)
        use_packaged_java()
        jars = class_path(version)
        write_phase(home, Phase.STARTING)
        start_jvm(jars)
        # Only now: the JVM puts its own handler in the place of an earlier one.
        signal.signal(signal.SIGTERM, lambda *_: stopping.set())
        database = open_database(home, configuration(bolt_port, http_port))
        set_first_password(database, password)
        write_phase(home, Phase.READY)
        stopping.wait()
        database.shutdown()
    except ServerError as error:
        sys.exit(str(error))
    finally:
        (home / "server.phase").unlink(missing_ok=True)


def configuration(bolt_port: int, http_port: int) -> str:
    """The text of neo4j.conf: this machine only, a password, nothing sent anywhere.

    Bolt, HTTP and the password are off in an embedded Neo4j until they are switched on. The advertised address is
    where the Browser and neo4j:// clients are sent. Without preallocation an empty home takes 2 MB instead of 517.
    Without the quiet period a stop takes 1.5 s instead of 10; that setting is Neo4j's own affair and may disappear, so
    unknown settings are allowed.
    """
    settings = {
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": f"{ADDRESS}:{bolt_port}",
        "server.bolt.advertised_address": f"{ADDRESS}:{bolt_port}",
        "server.http.enabled": "true",
        "server.http.listen_address": f"{ADDRESS}:{http_port}",
        "server.http.advertised_address": f"{ADDRESS}:{http_port}",
        "dbms.security.auth_enabled": "true",
        "db.tx_log.preallocate": "false",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        "server.config.strict_validation.enabled": "false",
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def start_jvm(jars: list[Path]) -> None:
    """Start Java in this process."""
    import jpype

    jpype.startJVM(jpype.getDefaultJVMPath(), heap_option(), *JVM_OPTIONS, classpath=[str(jar) for jar in jars])


def open_database(home: Path, settings: str) -> Any:
    """The running server: Neo4j's DatabaseManagementService, a Java object.

    Raises:
        ServerError: Neo4j gave up; the message is the innermost of its reasons.
    """
    import jpype

    (home / "neo4j.conf").write_text(settings, encoding="utf-8")
    path_of = jpype.JClass("java.nio.file.Path").of
    builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")(path_of(str(home)))
    try:
        return builder.loadPropertiesFromFile(path_of(str(home / "neo4j.conf"))).build()
    except jpype.JException as error:
        print(error.stacktrace(), flush=True)
        raise ServerError(innermost(error)) from error


def innermost(error: Any) -> str:
    """The last reason in a chain of Java exceptions: the first ones only say that something did not start."""
    while error.getCause() is not None:
        error = error.getCause()
    reason = " ".join(str(error.getMessage() or "no reason given").split())
    return f"{error.getClass().getSimpleName()}: {reason}"


def set_first_password(database: Any, password: str) -> None:
    """Give the user neo4j its password, if it still has the one it was born with.

    The database itself says so. A note in a file could be wrong after a crash, and the statement fails when old and new
    password are the same.
    """
    import jpype

    system = database.database("system")
    with system.beginTx() as transaction:
        users = transaction.execute("SHOW USERS YIELD user, passwordChangeRequired")
        waiting = {str(row.get("user")) for row in users if row.get("passwordChangeRequired")}
    if USER in waiting:
        parameters = jpype.JClass("java.util.HashMap")()
        parameters.put("password", password)
        system.executeTransactionally(f"ALTER USER {USER} SET PASSWORD $password CHANGE NOT REQUIRED", parameters)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
