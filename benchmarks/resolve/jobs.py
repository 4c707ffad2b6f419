"""One job: a tool's worker on a table, or any command, and what it cost as the operating system accounts for it."""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Job:
    """What became of it. failed: the reason, empty when it came to its end. peak_mb: of the largest process."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    failed: str


def run(task: str, tool: str, table: pd.DataFrame, out: Path, *, kind: str, limit_s: float) -> Job:
    """Start a worker on the table and wait for its end, or end it after limit_s. out: what it writes."""
    with tempfile.TemporaryDirectory() as folder:
        table.to_csv(given := Path(folder) / "input.csv", index=False)
        return measured([sys.executable, str(_HERE / "worker.py"), task, tool, str(given), str(out), kind], limit_s)


def measured(words: list[str], limit_s: float) -> Job:
    """Run a command to its end or its limit."""
    launched = [sys.executable, str(_HERE / "launch.py"), str(limit_s), *words]
    return Job(**json.loads(subprocess.run(launched, stdout=subprocess.PIPE, check=True).stdout))
