"""Runs one command with a limit in seconds and prints what it cost, as JSON.

Usage: python launch.py SECONDS COMMAND... A process of its own because a child's peak memory begins at what its parent
had when it was started: next to a parent with pandas every small tool would look large.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time

_LONGEST_REASON = 300


def main(limit_s: float, words: list[str]) -> None:
    """Print wall_s, cpu_s, peak_mb and failed: the reason, empty for a command that came to its end."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True)
        late = threading.Timer(limit_s, os.killpg, (process.pid, signal.SIGKILL))
        late.start()
        _, status, usage = os.wait4(process.pid, 0)
        late.cancel()
        wall = time.perf_counter() - start
        errors.seek(0)
        failed = _reason(os.waitstatus_to_exitcode(status), errors.read(), wall, limit_s)
    cost = {"wall_s": wall, "cpu_s": usage.ru_utime + usage.ru_stime, "peak_mb": usage.ru_maxrss / 1024}
    print(json.dumps(cost | {"failed": failed}))


def _reason(code: int, errors: str, wall: float, limit_s: float) -> str:
    if not code:
        return ""
    if code == -signal.SIGKILL:
        return f"over {limit_s:.0f} s" if wall >= limit_s else "killed, most likely for want of memory"
    lines = errors.strip().splitlines()
    return (lines[-1] if lines else f"ended with status {code}")[:_LONGEST_REASON]


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2:])
