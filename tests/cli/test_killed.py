"""A build that is killed at any moment leaves a case that opens with a good build and answers."""

import random
import subprocess
import time
from pathlib import Path

from graphkit.present.plain import plain
from graphkit.session.opening import open_case
from tests.cli.command import SAMPLE, command, environment, graphkit

SEED = 8791667
MOMENTS = 20


def start(case: Path) -> "subprocess.Popen[bytes]":
    """A build of the sample case in a process of its own."""
    return subprocess.Popen(
        command("build", SAMPLE, "--case", case),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def told(case: Path) -> object:
    """The trace of AN SAN 1 as a fresh reader of the case gets it."""
    return plain(open_case(case).trace("7303803", on="2018-06-29").answer)


def test_a_build_killed_at_twenty_random_moments_leaves_a_good_build_each_time(tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert graphkit("build", SAMPLE, "--case", case).code == 0
    good = told(case)
    begun = time.monotonic()
    assert start(case).wait(timeout=300) == 0
    whole_s = time.monotonic() - begun
    moments = random.Random(SEED)
    killed = 0
    for _ in range(MOMENTS):
        process = start(case)
        time.sleep(moments.uniform(0.1, 1.0) * whole_s)
        process.kill()
        killed += process.wait(timeout=300) != 0
        assert told(case) == good
    assert killed >= MOMENTS // 2
    # The next build clears away what the killed ones left, and the lock is free.
    assert graphkit("build", SAMPLE, "--case", case).code == 0
    assert told(case) == good
    assert [path.name for path in case.rglob(".unfinished-*")] == []


def test_a_first_build_that_is_killed_leaves_no_case_or_a_good_one(tmp_path: Path) -> None:
    case = tmp_path / "case"
    for pause_s in (0.2, 0.6, 1.0):
        process = start(case)
        time.sleep(pause_s)
        process.kill()
        process.wait(timeout=300)
        asked = graphkit("trace", "7303803", "--case", case)
        assert asked.code == 0 or asked.err.startswith(f"graphkit: There is no case in {case}; make one with: ")
    assert graphkit("build", SAMPLE, "--case", case).code == 0
    assert graphkit("trace", "7303803", "--case", case).code == 0
