"""What is being done, on standard error while it is done, on a terminal only and never with NO_COLOR; and notes."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer


@contextmanager
def status_line() -> Iterator[Callable[[str], None]]:
    """A function that shows the present stage in one line; elsewhere than on a terminal it does nothing."""
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield lambda stage: status.update(stage)


def note(sentence: str) -> None:
    """Say beside the answer what it does not rest on."""
    from graphkit.present.safe import for_terminal

    typer.echo(for_terminal(f"note: {sentence}"), err=True)
