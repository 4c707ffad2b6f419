"""Time and peak memory of whole processes, as the operating system accounts for them."""

import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """Median wall and processor seconds, and the highest peak of resident memory in MB."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def cost_of(command: Sequence[str], *, runs: int = 3) -> Cost:
    """What a command costs over several runs after one that is not counted; its output is thrown away."""
    walls, cpus, peaks = [], [], []
    for run in range(runs + 1):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{' '.join(command)} ended with status {status}")
        if run:
            walls.append(time.perf_counter() - start)
            cpus.append(usage.ru_utime + usage.ru_stime)
            peaks.append(usage.ru_maxrss / 1024)
    return Cost(median(walls), median(cpus), max(peaks))


def machine() -> str:
    """The machine and the versions that a result was measured with."""
    cores = len(os.sched_getaffinity(0))
    packages = ", ".join(f"{name} {version(name)}" for name in ("graphkit", "pandas", "pyarrow", "networkx"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = platform.python_version()
    return f"{platform.machine()}, {cores} cores, {memory:.0f} GiB; Python {python}, {packages}"


def own_peak_mb() -> float:
    """Peak resident memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
