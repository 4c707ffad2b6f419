"""Options that many commands share, declared once, and the two things done with them: open a store, show an answer."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from graphkit.session.stores import Store


class Format(StrEnum):
    """How an answer is shown."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


DEFAULT_CASE = Path("case")
HIT = 10  # the exit code of an answer that a script should stop at: a hit, a change, a finding that fell

CaseOption = Annotated[
    Path | None,
    typer.Option("--case", envvar="GRAPHKIT_CASE", help="Folder of the case; ./case unless named.", show_default=False),
]
Neo4jOption = Annotated[
    str,
    typer.Option(
        "--neo4j", envvar="NEO4J_URI", help="Ask this server instead of the case, such as bolt://localhost:7687."
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", help="The day asked about, as 2018-06-29; 'any' ignores dates. Today unless named."),
]
FormatOption = Annotated[Format, typer.Option("--format", help="table for people; json, jsonl or csv for programs.")]
OutputOption = Annotated[Path | None, typer.Option("--output", help="Write the answer to this file instead.")]
InternalOption = Annotated[bool, typer.Option("--internal", help="Include statements marked internal.")]
MaxHopsOption = Annotated[int, typer.Option("--max-hops", min=1, max=12, help="Longest chain to follow.")]
WhoArgument = Annotated[str, typer.Argument(help="An id, an IMO number, a list reference or a name.")]


def case_folder(case: Path | None) -> Path:
    """The case that was named, or the default one."""
    return case or DEFAULT_CASE


@contextmanager
def open_store(case: Path | None, neo4j: str, internal: bool = False) -> Iterator["Store"]:
    """The store to ask: the server when one is named, else the case. A case named by hand wins over NEO4J_URI."""
    store: Store
    if neo4j and not (case and os.environ.get("NEO4J_URI") == neo4j):
        from graphkit.cli.connection import connect

        store = connect(neo4j)
        if store.warning:
            typer.echo(store.warning, err=True)
    else:
        from graphkit.session.stores import local_store

        store = local_store(case_folder(case), internal=internal)
    try:
        yield store
    finally:
        store.close()


def show(answer: Any, form: Format, output: Path | None) -> None:
    """Print an answer, or write it to a file. Rows cannot say how old their lists are; it is said beside them."""
    from graphkit.present.safe import for_terminal
    from graphkit.present.text import freshness, render

    write(render(answer, form.value), output)
    if form in {Format.CSV, Format.JSONL}:
        typer.echo(for_terminal(freshness(answer.lists)), err=True)


def write(text: str, output: Path | None) -> None:
    """Text to a file or to standard output; an output that is closed early, as by `head`, is no error."""
    if output:
        try:
            output.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError as error:
            from graphkit.errors import WrongUse

            raise WrongUse(f"{output} cannot be written ({error.strerror}).") from error
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
