"""Small real cases: a few rows of one's own tables, read, resolved and built as `graphkit build` does it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from graphkit.analyse.chains import trace
from graphkit.analyse.day import as_of
from graphkit.analyse.upward import TraceOptions
from graphkit.model.answers import Chain, Trace
from graphkit.session.building import build
from graphkit.session.opening import open_case
from graphkit.store.local import LocalStore

READ_ON = date(2020, 1, 1)
DAY = "2019-06-01"


def lines(text: str) -> str:
    """The lines of an indented text, without what stands before and after them."""
    return "".join(f"{line.strip()}\n" for line in text.strip().splitlines())


def write_tables(folder: Path, **tables: str) -> Path:
    """One CSV file per table in the folder; the first line of each text names the columns."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(lines(text), encoding="utf-8")
    return folder


def small_case(folder: Path, *, internal: bool = False, **tables: str) -> LocalStore:
    """A case built from the tables, opened for questions."""
    build([write_tables(folder / "own", **tables)], folder / "case", today=READ_ON)
    return open_case(folder / "case", internal=internal).store


def tell(chain: Chain) -> str:
    """The mode of a chain and the names of its parties, from the start up: `ownership: SHIP < OWNER`."""
    return f"{chain.mode}: {' < '.join(entity.name for entity in chain.entities)}"


def told(store: LocalStore, who: str, options: TraceOptions | None = None, *, on: str = DAY) -> list[str]:
    """The chains of a trace as `tell` tells them."""
    return tell_all(traced(store, who, options, on=on).chains)


def traced(store: LocalStore, who: str, options: TraceOptions | None = None, *, on: str = DAY) -> Trace:
    """A trace on a day."""
    return trace(store, who, as_of(on), options)


def tell_all(chains: Iterable[Chain]) -> list[str]:
    """Every chain as `tell` tells it."""
    return [tell(chain) for chain in chains]
