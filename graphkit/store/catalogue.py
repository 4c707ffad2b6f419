"""The texts in cypher/: where they lie, what their headers promise, and the one number that may be put into them.

The header of a question is its contract: parameters, bounds, columns and order. Values always travel as parameters. A
bound is a literal such as `{1,8 /*max_hops*/}`, because no server takes a parameter there; it is replaced by a checked
number, and nothing else is ever pasted into Cypher.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from graphkit.errors import WrongUse
from graphkit.store.base import Value

_BESIDE: Final = (
    Path(__file__).parents[1] / "cypher",
    Path(__file__).parents[2] / "cypher",
)  # in a wheel, in a checkout
_ITEM = re.compile(r"// (param|bound|column|order|try)\s+(.+)")
_BOUND = re.compile(r"(\w+)\s+(\d+)\.\.(\d+) = (\d+)\s+(.+)")
PARAMETER: Final = re.compile(r"\$(\w+)")
_TYPES: Final = ("string", "integer", "list<string>")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that travels beside the text. type: string, integer or list<string>; nullable: written with a `?`."""

    name: str
    type: str
    nullable: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Bound:
    """The longest chain that a question follows: a literal in the text, `lowest` to `highest`."""

    name: str
    lowest: int
    highest: int
    default: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer. A `path` is there for the picture in the Browser and is left out of rows."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """One file of cypher/queries. example: parameters for the sample data as a Cypher map; empty when it needs none."""

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    bounds: tuple[Bound, ...]
    columns: tuple[Column, ...]
    order: str
    example: str
    text: str

    def prepare(self, given: Mapping[str, Value]) -> tuple[str, dict[str, Value]]:
        """The text to run and the parameters to send with it.

        Raises:
            WrongUse: a parameter is missing, unknown or of another type, or a bound is out of range.
        """
        known = {each.name for each in self.parameters} | {each.name for each in self.bounds}
        if set(given) - known:
            raise WrongUse(f"{self.name} has no parameter {', '.join(sorted(set(given) - known))}.")
        text = self.text
        for bound in self.bounds:
            text = _with_bound(text, bound, _number_in(self.name, bound, given.get(bound.name, bound.default)))
        return text, {each.name: _checked(self.name, each, given) for each in self.parameters}


def folder() -> Path:
    """Where the texts lie: beside the package in a checkout, inside it in a wheel."""
    return next((path for path in _BESIDE if path.is_dir()), _BESIDE[0])


@cache
def names() -> tuple[str, ...]:
    """The questions that a server answers."""
    return tuple(sorted(path.stem for path in (folder() / "queries").glob("*.cypher")))


@cache
def question(name: str) -> Question:
    """One question with its header read.

    Raises:
        WrongUse: there is no such question.
    """
    if name not in names():
        raise WrongUse(f"A server has no question {name!r}; the questions are {', '.join(names())}.")
    return read_question(name, (folder() / "queries" / f"{name}.cypher").read_text(encoding="utf-8"))


@cache
def statements(name: str) -> tuple[str, ...]:
    """The statements of a file that changes the graph, such as `schema`; each but the last ends a line with `;`."""
    text = (folder() / f"{name}.cypher").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("//"))
    return tuple(each.strip() for each in re.split(r";\s*$", "\n".join(lines), flags=re.MULTILINE) if each.strip())


def read_question(name: str, text: str) -> Question:
    """The contract in the comment lines at the beginning of a text: its name, what it answers, and the items.

    Raises:
        WrongUse: the header breaks the rules of style.md, section 5.
    """
    header = [line for line in text.splitlines() if line.startswith("//")]
    items = [found.groups() for line in header if (found := _ITEM.fullmatch(line))]
    prose = [line.removeprefix("//").strip() for line in header[1:] if not _ITEM.fullmatch(line)]
    if not header or header[0] != f"// {name}":
        raise WrongUse(f"The first line of {name}.cypher is not its name.")
    return Question(
        name=name,
        summary=" ".join(filter(None, prose)),
        parameters=tuple(_parameter(name, rest) for word, rest in items if word == "param"),
        bounds=tuple(_bound(name, rest) for word, rest in items if word == "bound"),
        columns=tuple(Column(*_three(rest)) for word, rest in items if word == "column"),
        order=", ".join(rest for word, rest in items if word == "order"),
        example=" ".join(rest for word, rest in items if word == "try").removeprefix(":param").strip(),
        text=text,
    )


def _three(rest: str) -> tuple[str, str, str]:
    """Name, type and meaning, of which the last may be missing."""
    name, type_, *meaning = rest.split(maxsplit=2)
    return name, type_, " ".join(meaning)


def _parameter(question: str, rest: str) -> Parameter:
    name, type_, meaning = _three(rest)
    if type_.removesuffix("?") not in _TYPES:
        raise WrongUse(f"{question}.cypher: {name} has the type {type_}; the types are {', '.join(_TYPES)}.")
    return Parameter(name, type_.removesuffix("?"), type_.endswith("?"), meaning)


def _bound(question: str, rest: str) -> Bound:
    found = _BOUND.fullmatch(rest)
    if not found:
        raise WrongUse(f"{question}.cypher: a bound looks like `max_hops 1..12 = 8 meaning`, not {rest!r}.")
    name, lowest, highest, default, meaning = found.groups()
    return Bound(name, int(lowest), int(highest), int(default), meaning)


def _with_bound(text: str, bound: Bound, number: int) -> str:
    return re.sub(rf"\b\d+(?= /\*{bound.name}\*/)", str(number), text)


def _number_in(question: str, bound: Bound, value: Value) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not bound.lowest <= value <= bound.highest:
        raise WrongUse(f"{bound.name} of {question} is {value!r}; it goes from {bound.lowest} to {bound.highest}.")
    return value


def _checked(question: str, parameter: Parameter, given: Mapping[str, Value]) -> Value:
    if parameter.name not in given:
        raise WrongUse(f"{question} needs the parameter {parameter.name}: {parameter.meaning}.")
    value = given[parameter.name]
    if not _fits(parameter, value):
        raise WrongUse(f"{parameter.name} of {question} is {value!r}; its type is {parameter.type}.")
    # _fits has seen that it is a list, which mypy does not follow.
    return list(value) if parameter.type == "list<string>" and value is not None else value  # type: ignore[arg-type]


def _fits(parameter: Parameter, value: Value) -> bool:
    if value is None:
        return parameter.nullable
    if parameter.type == "string":
        return isinstance(value, str)
    if parameter.type == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return not isinstance(value, (str, bytes, int, float)) and all(isinstance(each, str) for each in value)
