"""One group of a fleet: its clans, companies, people and vessels, as they are.

Each part draws from a generator of its own, seeded with the plan's seed, the part's name and the group's number.
"""

from datetime import date, timedelta
from functools import partial
from random import Random

from graphkit.model.vocabulary import Kind
from graphkit.synthetic.addresses import address
from graphkit.synthetic.companies import add_companies
from graphkit.synthetic.naming import VesselNames, common_name, distinct, house, person_name
from graphkit.synthetic.parties import Clan, Party, World
from graphkit.synthetic.plan import Plan, Sizes
from graphkit.synthetic.vessels import add_vessels
from graphkit.synthetic.vocabulary import script_of, weighted
from graphkit.synthetic.words import Name

_COMPANIES_PER_CLAN = 11
_SAME_NAME = 0.04
_COMMON = 0.06
_NAMESAKES = 0.03


def part(plan: Plan, name: str, group: int) -> Random:
    """The generator of one part of a group."""
    return Random(f"graphkit/{plan.seed}/{name}/{group}")


def make_world(plan: Plan, whole: Sizes, group: int) -> World:
    """The parties of a group of a fleet of this size."""
    start, end = whole.before(group), whole.before(group + 1)
    count = end.companies - start.companies
    world = World(_clans(max(1, round(count / _COMPANIES_PER_CLAN)), part(plan, "clans", group)))
    _add_people(world, range(start.people, end.people), part(plan, "people", group))
    names = _vessel_names(world, end.vessels - start.vessels, part(plan, "vessel names", group))
    add_companies(world, range(start.companies, end.companies), names, part(plan, "companies", group))
    add_vessels(world, range(start.vessels, end.vessels), names, part(plan, "vessels", group))
    return world


def _clans(count: int, random: Random) -> list[Clan]:
    countries = random.choices(*weighted("places", "homes"), k=count)
    taken: set[str] = set()
    clans = []
    for number, country in enumerate(countries):
        script = script_of(country)
        name = distinct(taken, partial(house, script, random))
        clans.append(Clan(number, country, script, name))
    return clans


def _add_people(world: World, indices: range, random: Random) -> None:
    for index in indices:
        clan = world.clans[random.randrange(len(world.clans))]
        country = clan.country if random.random() < 0.8 else random.choices(*weighted("places", "homes"))[0]
        namesakes = clan.people if random.random() < _NAMESAKES else []
        name = random.choice(namesakes).name if namesakes else person_name(script_of(country), random)
        born = date(1935, 1, 1) + timedelta(days=random.randrange(365 * 62))
        facts = {"country": country, "birth_date": born.isoformat(), "address": address(country, random)}
        world.add(Party(f"synthetic-person-{index + 1:07d}", Kind.PERSON, name, facts, clan.number))


def _vessel_names(world: World, count: int, random: Random) -> list[tuple[Clan, Name]]:
    """A clan and a name for each vessel; now and then a name that another hull bears already."""
    makers = [VesselNames(clan) for clan in world.clans]
    taken: set[str] = set()
    names: list[tuple[Clan, Name]] = []
    for _ in range(count):
        maker = makers[int(len(makers) * random.random() ** 1.5)]
        if names and random.random() < _SAME_NAME:
            name = random.choice(names)[1]
        elif random.random() < _COMMON:
            name = common_name(random)
        else:
            name = distinct(taken, partial(maker.another, random))
        names.append((maker.clan, name))
    return names
