"""Where parties sit: a street in a town of their country, or the house of an agent where shells are set up."""

from functools import cache
from random import Random

from graphkit.synthetic.vocabulary import data, legal_forms


@cache
def offshore() -> tuple[str, ...]:
    """Countries where companies that hold one ship are registered."""
    return tuple(country for country in data("places")["offshore"].split() if legal_forms(country))


def address(country: str, random: Random) -> str:
    """An address in a home country or an offshore registry."""
    places = data("places")
    homes, streets = places["homes"], places["streets"]
    town = random.choice(homes[country]["towns"] if country in homes else places["offices"][country])
    street = f"{random.choice(_streets())} {random.choice(streets['kinds'])}"
    if country in homes:
        return f"{random.randint(1, 240)} {street}, {town}"
    return f"{random.choice(streets['houses'])}, {random.randint(1, 90)} {street}, {town}"


@cache
def _streets() -> tuple[str, ...]:
    return tuple(data("places")["streets"]["words"].split())
