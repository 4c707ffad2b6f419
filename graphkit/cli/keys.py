"""Single keys from a terminal, without Enter and without an echo; keys pressed while graphkit is busy are not lost.

The terminal is set for the whole session and not key by key, which would drop what was typed in between. Where it
cannot be set so (Windows), keys are read one by one.
"""

import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

try:
    import termios
    import tty
except ImportError:  # Windows has neither
    termios = tty = None  # type: ignore[assignment]  # modules there, nothing here

_ESCAPE = b"\x1b"
_REST_S = 0.05  # how long the rest of an arrow key may take to arrive


class Keys:
    """Keys of one terminal. pause: gives the terminal its own line editing back while a line is read."""

    def __init__(self, read: Callable[[], str], pause: Callable[[], object], resume: Callable[[], object]) -> None:
        self._read, self._pause, self._resume = read, pause, resume

    def key(self) -> str:
        """The next key; "" at the end of input. An arrow is its whole sequence."""
        return self._read()

    def line(self, prompt: str) -> str:
        """A line of text, edited as terminals do; "" at the end of input."""
        self._pause()
        try:
            return input(prompt).strip()
        except EOFError:
            return ""
        finally:
            self._resume()


@contextmanager
def single_keys() -> Iterator[Keys]:
    """Keys from standard input, which must be a terminal; it is as before afterwards."""
    if termios is None:
        yield Keys(typer.getchar, lambda: None, lambda: None)
        return
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)

    def restore() -> None:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)

    def single() -> None:
        tty.setcbreak(handle, termios.TCSADRAIN)

    single()
    try:
        yield Keys(lambda: _key(handle), restore, single)
    finally:
        restore()


def _key(handle: int) -> str:
    first = os.read(handle, 1)
    if first == _ESCAPE:
        while select.select([handle], [], [], _REST_S)[0]:
            first += os.read(handle, 1)
            if len(first) > 2 and (first[-1:].isalpha() or first[-1:] == b"~"):
                break
    elif first and first[0] >= 0xC0:  # the first byte of a letter beyond ASCII says how many follow
        first += os.read(handle, 1 + (first[0] >= 0xE0) + (first[0] >= 0xF0))
    return first.decode("utf-8", "replace")
