"""A question as it is typed on the command line, without the program's name, read so that it can be asked again.

Only questions with an answer that can be compared are read: verdict, trace, owners and fleet, with their own options.
"""

import argparse
import shlex
from dataclasses import dataclass
from typing import NoReturn

from graphkit.analyse.chains import trace
from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import measures_named
from graphkit.analyse.fleet import fleet
from graphkit.analyse.ownership.owners import OwnersOptions, owners
from graphkit.analyse.ownership.verdict import verdicts
from graphkit.analyse.upward import SANCTIONED, TraceOptions
from graphkit.errors import WrongUse
from graphkit.model.answers import Fleet, Trace
from graphkit.model.answers.ownership import Owners, Verdicts
from graphkit.model.vocabulary import Mode, Rank
from graphkit.store.base import Store

Asked = Verdicts | Trace | Owners | Fleet
VERBS = ("verdict", "trace", "owners", "fleet")
_MOST_TOLD = 1_000  # owners or listed parties that are compared


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its verb, whom it asks about, and its options."""

    verb: str
    who: str
    options: argparse.Namespace

    @property
    def as_of(self) -> str | None:
        """The day that stands in the question itself."""
        day: str | None = self.options.as_of
        return day

    def ask(self, store: Store, on: AsOf, who: str = "") -> Asked:
        """The answer of a store. who: another word for the one who is asked about, such as today's id.

        Raises:
            NotFound, Ambiguous: it is not exactly one entity.
        """
        who = who or self.who
        said = self.options
        if self.verb == "verdict":
            return verdicts(store, who, on, rule=said.rule)
        if self.verb == "trace":
            return trace(store, who, on, _trace_options(said))
        if self.verb == "owners":
            options = OwnersOptions(said.threshold, not said.more_than, said.control, _MOST_TOLD)
            return owners(store, who, on, options)
        return fleet(store, who, on, max_hops=said.max_hops)


def _trace_options(said: argparse.Namespace) -> TraceOptions:
    return TraceOptions(
        to=said.to,
        mode=Mode(said.mode) if said.mode else None,
        measures=measures_named(said.measure),
        max_hops=said.max_hops,
        chains=said.chains,
        stop_at_first=said.stop_at_first,
        wide=said.wide,
        rank=said.rank,
        limit=_MOST_TOLD,
    )


def read_question(text: str) -> Question:
    """The question that a text asks.

    Raises:
        WrongUse: it is none of VERBS, or its words do not fit the command.
    """
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise WrongUse(f"The question {_short(text)} has a quotation mark without its other half.") from error
    if words[:1] == ["graphkit"]:
        words = words[1:]
    if not words or words[0] not in VERBS:
        raise WrongUse(f"The question {_short(text)} does not begin with {', '.join(VERBS[:-1])} or {VERBS[-1]}.")
    said = _parser(words[0], text).parse_args(words[1:])
    return Question(words[0], said.who, said)


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the program."""

    def __init__(self, text: str) -> None:
        super().__init__(add_help=False, allow_abbrev=False)
        self._text = text

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"The question {_short(self._text)} does not fit: {message}.")


def _parser(verb: str, text: str) -> _Parser:
    parser = _Parser(text)
    parser.add_argument("who")
    parser.add_argument("--as-of", default=None)
    if verb == "verdict":
        parser.add_argument("--rule", default="all")
    elif verb == "owners":
        parser.add_argument("--threshold", type=float, default=25.0)
        parser.add_argument("--more-than", action="store_true")
        parser.add_argument("--control", action=argparse.BooleanOptionalAction, default=True)
    elif verb == "fleet":
        parser.add_argument("--max-hops", type=int)
    if verb == "trace":
        parser.add_argument("--max-hops", type=int, choices=range(1, 13), default=8)
        parser.add_argument("--rank", choices=[str(each) for each in Rank], default=str(Rank.LENGTH))
        parser.add_argument("--to", default=SANCTIONED)
        parser.add_argument("--mode", choices=[str(each) for each in Mode])
        parser.add_argument("--measure")
        parser.add_argument("--chains", type=int, default=10)
        parser.add_argument("--stop-at-first", action="store_true")
        parser.add_argument("--wide", action="store_true")
    return parser


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:77]}...")
