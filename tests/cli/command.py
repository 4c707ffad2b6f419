"""The command line as a user runs it: a process of its own, its exit code and what it printed on which stream."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_data"
LONGEST_S = 300


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer, read as JSON."""
        return json.loads(self.out)


def environment(**changes: str) -> dict[str, str]:
    """The environment of a user who has set nothing, and these changes."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GRAPHKIT_", "NEO4J_"))}
    kept.pop("NO_COLOR", None)
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


def command(*arguments: str | Path) -> list[str]:
    """The words that start graphkit."""
    return [sys.executable, "-m", "graphkit", *map(str, arguments)]


def graphkit(*arguments: str | Path, folder: Path | None = None, **changes: str) -> Ran:
    """Run a command to its end; whatever goes wrong, it prints no traceback."""
    done = subprocess.run(
        command(*arguments),
        cwd=folder,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST_S,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def answer(*arguments: str | Path, case: Path) -> Any:
    """The JSON answer of a question that must succeed."""
    ran = graphkit(*arguments, "--case", case, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    return ran.json
