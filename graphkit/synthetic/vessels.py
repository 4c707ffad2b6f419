"""The vessels of a group: hull, owner, flag and station, and what they were called and flagged before."""

from collections.abc import Mapping
from random import Random

from graphkit.model.vocabulary import Kind
from graphkit.synthetic.naming import VesselNames
from graphkit.synthetic.numbers import registration_number, ship_imo, station
from graphkit.synthetic.parties import Clan, Identity, Party, World
from graphkit.synthetic.vocabulary import data, weighted
from graphkit.synthetic.when import day
from graphkit.synthetic.words import Name

_RENAMED = 0.25
_REFLAGGED = 0.3
_FROM_ONE_YARD = 0.3
_OF_ONE_OWNER = 0.2
_FLAG_HANDED_ON = 0.3  # with the name, as that of a scrapped ship is


def add_vessels(world: World, indices: range, names: list[tuple[Clan, Name]], random: Random) -> None:
    """Add the vessels of these numbers, each to its clan and under its name."""
    types = data("vessel_names")["types"]
    weights = [row["weight"] for row in types]
    twin: Mapping[str, str] = {}
    flags: dict[str, str] = {}
    for index, (clan, name) in zip(indices, names, strict=True):
        kind = random.choices(types, weights)[0]
        gt = random.randint(*kind["gt"])
        facts = {
            "imo": ship_imo(index),
            "type": kind["name"],
            "built": str(random.randint(1982, 2019)),
            "gt": str(gt),
            "dwt": str(round(gt * kind["dwt_per_gt"] * random.uniform(0.92, 1.08))),
            "registration_number": registration_number("vessel", index, ""),
        }
        if twin and clan.vessels and random.random() < _FROM_ONE_YARD:  # a sister from the same yard
            facts |= {key: twin[key] for key in ("type", "built", "gt", "dwt")}
        twin = facts
        flag = random.choices(*weighted("places", "flags"))[0]
        if name.text in flags and random.random() < _FLAG_HANDED_ON:
            flag = flags[name.text]
        flags[name.text] = flag
        earlier, now = _identities(world, index, name, flag, random)
        owner = _owner(clan, random)
        party_id = f"synthetic-vessel-{index + 1:07d}"
        vessel = Party(party_id, Kind.VESSEL, name, facts | now, clan.number, "", earlier, owner)
        world.add(vessel)


def _owner(clan: Clan, random: Random) -> Party | None:
    """A shell that owns no ship yet, as a rule; now and then the owner of a sister."""
    shells = [company for company in clan.companies if company.role == "shell"] or clan.companies
    if clan.vessels and random.random() < _OF_ONE_OWNER:
        return random.choice(clan.vessels).owner
    return shells[len(clan.vessels) % len(shells)] if shells else None


def _identities(
    world: World, index: int, name: Name, flag: str, random: Random
) -> tuple[tuple[Identity, ...], dict[str, str]]:
    """What a vessel was before, and the station it has now. Another flag means another station."""
    is_renamed, is_reflagged = random.random() < _RENAMED, random.random() < _REFLAGGED
    now = _station(index, 0, flag)
    if not (is_renamed or is_reflagged):
        return (), now
    clan = world.clans[random.randrange(len(world.clans))]
    former = VesselNames(clan).another(random) if is_renamed else name
    before = now
    if is_reflagged:
        other = random.choices(*weighted("places", "flags"))[0]
        before = _station(index, 1, other) if other != flag else now
    if former.text == name.text and before == now:
        return (), now
    return (Identity(former, before, day(random)),), now


def _station(index: int, identity: int, flag: str) -> dict[str, str]:
    mmsi, call_sign = station(index, identity, flag)
    return {"flag": flag, "mmsi": mmsi, "call_sign": call_sign}
