"""The ownership tests of the authorities as a table of rules, one for each period; rules.toml is the table."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import numpy as np

from graphkit.errors import WrongUse
from graphkit.graph.adjacency import Bools, Ints
from graphkit.graph.link_numbers import UNITS
from graphkit.model.answers.ownership import Answer, ShareRange
from graphkit.model.dates import to_day


@dataclass(frozen=True, slots=True)
class Test:
    """When a share is enough. threshold: units. inclusive: the threshold itself is enough."""

    threshold: int
    inclusive: bool

    def surely(self, least: Ints, is_open: Bools) -> Bools:
        """Whether at least so much is enough. is_open: this end is left out itself."""
        enough: Bools = (least > self.threshold) | ((least == self.threshold) & (self.inclusive | is_open))
        return enough

    def possibly(self, most: Ints, is_open: Bools) -> Bools:
        """Whether at most so much may be enough."""
        enough: Bools = (most > self.threshold) | ((most == self.threshold) & (self.inclusive & ~is_open))
        return enough

    def meets(self, share: ShareRange) -> Answer:
        """What the test says of a share."""
        least, most = (np.array([round(end * UNITS)]) for end in (share.min, share.max))
        if self.surely(least, np.array([share.min_open]))[0]:
            return "yes"
        return "possible" if self.possibly(most, np.array([share.max_open]))[0] else "no"


@dataclass(frozen=True, slots=True)
class Rule:
    """One authority's test in one period; the fields are those of rules.toml. since, until: days since 1970."""

    authority: str
    threshold: float
    inclusive: bool
    together: bool
    joint: bool
    control: bool
    reading: str
    source: str
    since: int | None = None
    until: int | None = None

    @property
    def test(self) -> Test:
        """When a share is enough."""
        return Test(round(self.threshold * UNITS), self.inclusive)

    @property
    def text(self) -> str:
        """The test in a few words."""
        return f"{'at least' if self.inclusive else 'more than'} {self.threshold:g} %"


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the table."""
    table = tomllib.loads(files(__package__).joinpath("rules.toml").read_text(encoding="utf-8"))
    return tuple(_rule(row) for row in table["rule"])


def _rule(row: dict[str, str | int | bool]) -> Rule:
    since, until = (to_day(date.fromisoformat(str(row[end]))) if end in row else None for end in ("since", "until"))
    return Rule(
        authority=str(row["authority"]),
        threshold=float(row["threshold"]),
        inclusive=bool(row["inclusive"]),
        together=row["holders"] == "together",
        joint=bool(row["joint"]),
        control=bool(row["control"]),
        reading=str(row["reading"]),
        source=str(row["source"]),
        since=since,
        until=until,
    )


def rule_on(authority: str, day: int | None) -> Rule:
    """The rule of an authority on a day; without a day the newest.

    Raises:
        WrongUse: no rule of this authority is known.
    """
    of_authority = [rule for rule in rules() if rule.authority == authority.upper()]
    in_force = [rule for rule in of_authority if day is None or _applies(rule, day)]
    if not in_force:
        known = ", ".join(dict.fromkeys(rule.authority.lower() for rule in rules()))
        raise WrongUse(f"There is no rule {authority!r}; the rules are {known}, or all of them: all.")
    return in_force[-1]


def _applies(rule: Rule, day: int) -> bool:
    return (rule.since is None or rule.since <= day) and (rule.until is None or day < rule.until)


def rules_named(name: str, day: int | None) -> tuple[Rule, ...]:
    """The rules of `--rule` on a day: one authority's, or for `all` every authority's.

    Raises:
        WrongUse: no rule has this name.
    """
    if name.lower() == "all":
        return tuple(rule_on(each, day) for each in dict.fromkeys(rule.authority for rule in rules()))
    return (rule_on(name, day),)
