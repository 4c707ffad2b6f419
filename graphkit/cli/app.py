"""The command `graphkit`: its commands, and errors as one sentence with the right exit code.

0: answered, also when nothing was found. 1: could not answer. 2: used wrongly. No traceback unless --debug.
"""

import json
import sys
from io import TextIOWrapper
from itertools import pairwise

import typer

from graphkit.cli import (
    ask,
    build,
    changes,
    compare,
    demo,
    draw,
    estimate,
    evaluate,
    generate,
    mapping,
    match,
    network,
    ownership,
    review,
    screen,
    server,
    timeline,
)
from graphkit.cli.options import write
from graphkit.errors import Ambiguous, GraphkitError, WrongUse

_INTERRUPTED = 130  # what typer exits with after Ctrl-C

app = typer.Typer(
    name="graphkit",
    help="Who stands behind a ship, and how it is linked to a sanctioned network.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
for commands in (
    demo,
    build,
    mapping,
    ask,
    ownership,
    timeline,
    screen,
    network,
    match,
    compare,
    review,
    changes,
    estimate,
    evaluate,
    generate,
    draw,
    server,
):
    commands.register(app)


def main() -> None:
    """Run the command line; what graphkit can explain is one sentence on standard error."""
    _prepare_output()
    debug = "--debug" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        app(args=arguments, prog_name="graphkit")
    except Ambiguous as error:
        _tell(error, debug)
        _tell_candidates(error, arguments)
        sys.exit(1)
    except GraphkitError as error:
        _tell(error, debug)
        sys.exit(2 if isinstance(error, WrongUse) else 1)
    except SystemExit as end:
        if end.code == _INTERRUPTED:
            typer.echo("Interrupted; the last good build of the case stays.", err=True)
        raise


def _prepare_output() -> None:
    """Answers for files and programs are UTF-8 on every system; what a terminal cannot show is written as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _tell(error: GraphkitError, debug: bool) -> None:
    if debug:
        raise error
    from graphkit.present.safe import for_terminal

    typer.echo(f"graphkit: {for_terminal(error)}", err=True)


def _tell_candidates(error: Ambiguous, arguments: list[str]) -> None:
    """The candidates of an ambiguous name: JSON where JSON was asked for, else a short list."""
    from graphkit.present.safe import for_terminal

    if _json_wanted(arguments):
        write(json.dumps({"candidates": list(error.candidates)}, ensure_ascii=False, indent=2) + "\n", None)
        return
    for candidate in error.candidates:
        numbers = candidate.get("identifiers")
        told = ", ".join(f"{key} {value}" for key, value in numbers.items()) if isinstance(numbers, dict) else ""
        line = f"  {candidate['name']}  ({candidate['kind']}{told and ', '}{told})  {candidate['id']}"
        typer.echo(for_terminal(line), err=True)


def _json_wanted(arguments: list[str]) -> bool:
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)
