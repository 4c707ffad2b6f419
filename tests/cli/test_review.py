"""The review in a real terminal: keys are pressed, the screen is read, and the case's table is checked."""

import csv
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.command import answer, command, environment, graphkit
from tests.review_cases import FIRMS, PEOPLE, SHIPS, doubtful_case

_SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_LONGEST_S = 30


class Terminal:
    """A review in a terminal of its own: what is on the screen since the last key, and keys to press."""

    def __init__(self, handle: int, process: "subprocess.Popen[bytes]") -> None:
        self._handle, self.process = handle, process

    def shows(self, text: str) -> str:
        """Read until the screen says something; returns all that was printed until then, without control sequences."""
        seen, end = b"", time.monotonic() + _LONGEST_S
        while time.monotonic() < end:
            told = _SEQUENCE.sub("", seen.decode("utf-8", "replace"))
            if text in told:
                return told
            if select.select([self._handle], [], [], 0.2)[0]:
                try:
                    seen += os.read(self._handle, 65536)
                except OSError:
                    break
        raise AssertionError(
            f"{text!r} was never shown; the screen said:\n{_SEQUENCE.sub('', seen.decode('utf-8', 'replace'))}"
        )

    def press(self, keys: str, shows: str) -> str:
        """Press keys and read until the screen says something."""
        os.write(self._handle, keys.encode())
        return self.shows(shows)


@contextmanager
def terminal(case: Path, *options: str, width: int = 100, height: int = 30, **changes: str) -> Iterator[Terminal]:
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
    process = subprocess.Popen(
        command("review", "--case", case, *options),
        stdin=side,
        stdout=side,
        stderr=side,
        env=environment(TERM="xterm-256color", **changes),
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # Ctrl-C reaches only the terminal's own session
    )
    os.close(side)
    try:
        yield Terminal(main, process)
    finally:
        process.kill()
        process.wait()
        os.close(main)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return doubtful_case(tmp_path, SHIPS, FIRMS, PEOPLE)


def judged(case: Path) -> list[tuple[str, str, str, str, str]]:
    if not (case / "judgements.csv").exists():
        return []
    with (case / "judgements.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [(row["left"], row["right"], row["judgement"], row["why"], row["who"]) for row in rows]


def test_pairs_are_judged_with_single_keys_and_written_at_once(case: Path) -> None:
    with terminal(case, "--who", "me") as at:
        first = at.shows("quit")
        assert "0 of 3 judged   3 left   this session: 0 same, 0 different   judging as me" in first
        assert "WAN HENG 1{2}" in first
        at.press("w", "Reason:")
        at.press("seen in dock\r", "Reason for the next judgement: seen in dock")
        at.press("d", "1 of 3 judged   2 left   this session: 0 same, 1 different")
        assert judged(case) == [("own:heng", "own:wan", "different", "seen in dock", "me")]
        at.press("l", "KIM CHOL SU")
        assert "2 of 3 judged" in at.press("s", "TAEDONG")
        at.press("u", "1 of 3 judged   2 left")
        assert len(judged(case)) == 1
        at.press("?", "Press any key to go on.")
        at.press("x", "KIM CHOL SU")
        at.press("s", "2 of 3 judged   1 left")
        at.press("z", "No such key; ? shows them all.")
        last = at.press("q", "graphkit build --add")
        assert "Judged: 1 same, 1 different; 1 left. They take effect with:" in last
        assert at.process.wait(timeout=10) == 0
    assert [row[:3] for row in judged(case)] == [
        ("own:heng", "own:wan", "different"),
        ("own:kim", "own:su", "same"),
    ]


def test_a_killed_terminal_loses_no_judgement_and_the_next_session_goes_on(case: Path) -> None:
    with terminal(case) as at:
        at.shows("quit")
        at.press("s", "1 of 3 judged")
        at.process.kill()
        at.process.wait()
    assert [row[:3] for row in judged(case)] == [("own:heng", "own:wan", "same")]
    with terminal(case) as at:
        assert "0 of 2 judged   2 left" in at.shows("quit")


def test_keys_pressed_ahead_are_taken_in_their_order(case: Path) -> None:
    with terminal(case) as at:
        at.shows("quit")
        assert "Judged: 1 same, 1 different; 1 left." in at.press("sldq", "graphkit build --add")
    assert [row[:3] for row in judged(case)] == [("own:heng", "own:wan", "same"), ("own:kim", "own:su", "different")]


def test_arrows_turn_the_page_and_other_letters_are_no_keys(case: Path) -> None:
    with terminal(case, width=60, height=12) as at:
        assert "become one." not in at.shows("help  quit")
        at.press("\x1b[B\x1b[B\x1b[B\x1b[B", "become one.")
        at.press("ж", "No such key")
        assert judged(case) == []


def test_the_last_answer_ends_the_session(case: Path) -> None:
    with terminal(case, "--limit", "1") as at:
        at.shows("quit")
        assert "Judged: 0 same, 1 different; 0 left." in at.press("d", "graphkit build --add")
        assert at.process.wait(timeout=10) == 0


def test_ctrl_c_ends_the_session_with_what_was_done(case: Path) -> None:
    with terminal(case) as at:
        at.shows("quit")
        at.press("s", "1 of 3 judged")
        assert "Judged: 1 same, 0 different; 2 left." in at.press("\x03", "graphkit build --add")


def test_a_small_terminal_without_colour_shows_the_same_signs(case: Path) -> None:
    with terminal(case, width=80, height=24, NO_COLOR="1") as at:
        told = at.shows("quit")
    lines = told.splitlines()
    assert any("WAN HENG 1{2}" in line and "≠" in line for line in lines)
    assert max(len(line) for line in lines) <= 80


def test_the_queue_is_printed_where_there_is_no_terminal(case: Path) -> None:
    ran = graphkit("review", "--case", case)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "3 pairs are left to judge, most valuable first:\n\n  1. WAN HENG 12 / WAN HENG 11  (vessel)\n"
    )
    queue = answer("review", "--list", "--kind", "vessel", case=case)
    (pair,) = queue["pairs"]
    assert (pair["left"], pair["right"], pair["match_weight"]) == ("own:heng", "own:wan", 10.5)
    assert queue["lists"] == [{"source": "own", "published": None, "read": "2020-01-01"}]
    rows = list(csv.DictReader(graphkit("review", "--case", case, "--format", "csv").out.splitlines()))
    assert [row["left"] for row in rows] == ["own:heng", "own:dong", "own:kim"]
    few = graphkit("review", "--case", case, "--limit", "2")
    assert few.out.startswith("3 pairs are left to judge, the 2 most valuable first:\n")
    wrong = graphkit("review", "--case", case, "--kind", "ship")
    assert (wrong.code, wrong.out) == (2, "")


def test_a_judged_case_has_nothing_to_print(tmp_path: Path) -> None:
    case = doubtful_case(tmp_path, PEOPLE)
    assert graphkit("judge", "own:kim", "own:su", "different", "--why", "by age", "--case", case).code == 0
    assert graphkit("review", "--case", case).out.startswith("No pair is left to judge.\n")
