"""What happens to the parties of a group: listings, and events at sea that say what a ship was called or claimed."""

from collections.abc import Iterator
from random import Random

from graphkit.model.vocabulary import Kind
from graphkit.synthetic.parties import Party, World
from graphkit.synthetic.when import day

Row = dict[str, str]
_AUTHORITIES = ("OFAC", "EU", "UN", "UK")
_AREAS = ("East China Sea", "Gulf of Oman", "Yellow Sea", "Laconian Gulf", "Black Sea", "South China Sea")


def listings(world: World, count: int, random: Random) -> Iterator[Row]:
    """A listing for each of `count` parties, by party id under `entity`; one in five is listed twice."""
    for number, party in enumerate(random.sample(world.parties, count), start=1):
        authorities = random.sample(_AUTHORITIES, 2 if random.random() < 0.2 else 1)
        for authority in authorities:
            yield {
                "entity": party.id,
                "authority": authority,
                "list": "synthetic list",
                "program": "SYNTHETIC",
                "measure": "asset_freeze",
                "listed": day(random, 2014, 2020),
                "reference": f"SYN.{number:05d}",
            }


def events(world: World, random: Random) -> Iterator[Row]:
    """Changes of name and flag, meetings at sea, gaps and claimed identities; vessels by party id."""
    vessels = world.of(Kind.VESSEL)
    for vessel in vessels:
        yield from _changes(vessel)
        if random.random() < 0.12:
            yield _at_sea("ais_gap", vessel, random)
    for _ in range(len(vessels) // 4 if len(vessels) > 1 else 0):
        first, second = random.sample(vessels, 2)
        yield _at_sea("sts_transfer", first, random) | {"counterpart": second.id}
    for _ in range(len(vessels) // 20):
        pretender, victim = random.sample(vessels, 2)
        claim = {key: victim.facts[key] for key in ("imo", "flag")}
        yield _at_sea("identity_claim", pretender, random) | {
            "claimed_name": victim.name.text,
            "claimed_imo": claim["imo"],
            "claimed_flag": claim["flag"],
        }


def _changes(vessel: Party) -> Iterator[Row]:
    for then in vessel.earlier:
        row = {"vessel": vessel.id, "start": then.until}
        if then.name.text != vessel.name.text:
            yield row | {"type": "name_change", "note": f"synthetic: {then.name.text} becomes {vessel.name.text}"}
        if then.facts["flag"] != vessel.facts["flag"]:
            note = f"synthetic: flag {then.facts['flag']} becomes {vessel.facts['flag']}"
            yield row | {"type": "flag_change", "note": note}


def _at_sea(kind: str, vessel: Party, random: Random) -> Row:
    return {
        "type": kind,
        "vessel": vessel.id,
        "start": day(random, 2017, 2020),
        "area": random.choice(_AREAS),
        "certainty": random.choice(("stated", "likely", "alleged")),
        "note": "synthetic",
    }
