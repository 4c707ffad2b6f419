"""How large a fleet is to be: what was asked for, the rest in proportion, and its division into groups.

A group is a sea of its own: its parties are linked and mixed up with each other and with no other group's. Groups are
made one at a time, so that memory does not grow with the fleet.
"""

from dataclasses import dataclass
from enum import StrEnum

from graphkit.errors import WrongUse

_PROPORTION = {"vessels": 40, "companies": 130, "people": 60}
_PER_PARTY = 2.2
_MOST_PER_PARTY = 4
_LISTED = 0.05
_GROUP = 2_300
MOST_VESSELS = 300_000
_LARGEST = 10_000_000


class Damage(StrEnum):
    """How freely sources write: the chances of data/damage.toml times a third, once, or twice."""

    LIGHT = "light"
    USUAL = "usual"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for; None is in proportion to the rest (40 vessels, 130 companies, 60 people).

    records: records of parties in all, one to four for each party. listed: parties that are listed.
    """

    vessels: int | None = None
    companies: int | None = None
    people: int | None = None
    records: int | None = None
    listed: int | None = None
    seed: int = 0
    damage: Damage = Damage.USUAL


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each thing there are; of a group, also how many of each came before it."""

    vessels: int
    companies: int
    people: int
    records: int
    listed: int

    @property
    def parties(self) -> int:
        """Vessels, companies and people together."""
        return self.vessels + self.companies + self.people

    @property
    def groups(self) -> int:
        """How many groups such a fleet is made in."""
        return max(1, round(self.parties / _GROUP))

    def before(self, group: int) -> "Sizes":
        """What the groups before this one hold together; before(groups) is everything."""
        vessels, companies, people = (
            total * group // self.groups for total in (self.vessels, self.companies, self.people)
        )
        parties = vessels + companies + people
        further = (self.records - self.parties) * parties // self.parties
        return Sizes(vessels, companies, people, parties + further, self.listed * parties // self.parties)


def sizes(plan: Plan) -> Sizes:
    """The sizes of a plan.

    Raises:
        WrongUse: a number below 0, nothing at all, or numbers that do not go together.
    """
    asked = {name: getattr(plan, name) for name in ("vessels", "companies", "people", "records", "listed")}
    for name, number in asked.items():
        if number is not None and not 0 <= number <= _LARGEST:
            raise WrongUse(f"{number} {name} cannot be made; ask for 0 to {_LARGEST:,}.")
    vessels, companies, people = _parties(plan)
    parties = vessels + companies + people
    if not parties:
        raise WrongUse("A fleet of nothing was asked for; ask for at least one vessel, company or person.")
    if vessels > MOST_VESSELS:
        raise WrongUse(f"{vessels:,} vessels are more than there are numbers to give: {MOST_VESSELS:,}; ask for fewer.")
    records = round(parties * _PER_PARTY) if plan.records is None else plan.records
    if not parties <= records <= parties * _MOST_PER_PARTY:
        raise WrongUse(
            f"{parties:,} parties have one to four records each; ask for {parties:,} to "
            f"{parties * _MOST_PER_PARTY:,} records, or leave the number of parties open."
        )
    listed = round(parties * _LISTED) if plan.listed is None else plan.listed
    if listed > parties:
        raise WrongUse(f"{listed:,} of {parties:,} parties cannot be listed; ask for at most {parties:,}.")
    return Sizes(vessels, companies, people, records, listed)


def _parties(plan: Plan) -> tuple[int, int, int]:
    asked = (plan.vessels, plan.companies, plan.people)
    if plan.records is not None and asked == (None, None, None):
        parties = max(1, round(plan.records / _PER_PARTY)) if plan.records else 0
        whole = sum(_PROPORTION.values())
        vessels, people = (parties * _PROPORTION[name] // whole for name in ("vessels", "people"))
        return vessels, parties - vessels - people, people
    known = {name: number for name, number in zip(_PROPORTION, asked, strict=True) if number is not None}
    basis, number = next(
        (pair for pair in known.items() if pair[1]), ("vessels", 0 if known else _PROPORTION["vessels"])
    )
    vessels, companies, people = (
        known.get(name, round(number * part / _PROPORTION[basis])) for name, part in _PROPORTION.items()
    )
    return vessels, companies, people
