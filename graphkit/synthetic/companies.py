"""The companies of a group: clan by clan the top, its manager, holdings, and shells at an agent's office."""

from functools import partial
from random import Random

from graphkit.model.vocabulary import Kind
from graphkit.synthetic.addresses import address, offshore
from graphkit.synthetic.naming import company_name, distinct
from graphkit.synthetic.numbers import company_imo, registration_number
from graphkit.synthetic.parties import Clan, Identity, Party, World
from graphkit.synthetic.when import day
from graphkit.synthetic.words import Name

_ROLES = ("top", "manager", "holding", *("shell",) * 3, "holding", *("shell",) * 4)
_RENAMED = 0.06


def add_companies(world: World, indices: range, ships: list[tuple[Clan, Name]], random: Random) -> None:
    """Add the companies of these numbers. Shells sit at one of two agents' offices in their country."""
    offices = {country: [address(country, random) for _ in range(2)] for country in offshore()}
    unused: dict[int, list[Name]] = {clan.number: [] for clan in world.clans}
    for clan, name in ships:
        unused[clan.number].append(name)
    taken: set[str] = set()
    for at, index in enumerate(indices):
        clan = world.clans[at % len(world.clans)]
        place = len(clan.companies)
        role = _ROLES[place] if place < len(_ROLES) else "shell"
        is_offshore = role == "shell" or (role == "holding" and random.random() < 0.6)
        country = random.choice(offshore()) if is_offshore else clan.country
        ship = unused[clan.number].pop() if role == "shell" and unused[clan.number] else None
        count = sum(other.role == role for other in clan.companies)
        make = partial(company_name, clan, role, country, random, vessel=ship, count=count)
        name = distinct(taken, make)
        facts = {
            "country": country,
            "registration_number": registration_number("company", index, country),
            "address": random.choice(offices[country]) if is_offshore else address(country, random),
        }
        if role in {"shell", "manager"}:
            facts["company_imo"] = company_imo(index)
        earlier = _renamed_company(clan, name, country, random)
        party_id = f"synthetic-company-{index + 1:07d}"
        world.add(Party(party_id, Kind.COMPANY, name, facts, clan.number, role, earlier))


def _renamed_company(clan: Clan, name: Name, country: str, random: Random) -> tuple[Identity, ...]:
    if random.random() > _RENAMED:
        return ()
    former = company_name(clan, "holding", country, random, vessel=None, count=0)
    return (Identity(former, {}, day(random)),) if former.text != name.text else ()
