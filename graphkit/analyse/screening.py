"""What a hit on a party means on a day: its own listings, the verdicts, and the chains to listed parties."""

from collections.abc import Iterable

from graphkit.analyse.chains import trace
from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence
from graphkit.analyse.ownership.blocked import Blocked
from graphkit.analyse.ownership.register import holdings_above, register_of
from graphkit.analyse.ownership.rules import rules_named
from graphkit.analyse.ownership.stakes_told import is_blocked
from graphkit.analyse.ownership.sums import interests
from graphkit.analyse.upward import TraceOptions
from graphkit.model.answers import Chain, Entity, Listed
from graphkit.model.answers.screening import Exposure, Meaning, ScreenListing
from graphkit.model.vocabulary import PROPERTY_KINDS, SANCTIONING_MEASURES, Measure, Mode, Status
from graphkit.store.base import Store

_HELD = frozenset({"yes", "possible", "property_interest", "possible_property_interest"})


def verdicts_in_short(store: Store, on: AsOf, entity: Entity) -> dict[str, str]:
    """What each authority's test says of a party, in a word; nothing where there is nothing to say.

    listed | unknown (by a listing that nothing proves for the day) | yes | possible | property_interest (of blocked
    parties in a ship) | possible_property_interest; under `review` the authorities whose result mutual holdings decide.
    """
    told = _by_authority(entity.listed)
    rows = holdings_above(store, entity.id)
    if not rows:
        return told  # most parties of a list have no link
    register = register_of(store, entity.id, rows, on.day)
    party, is_property = register.number[entity.id], entity.kind in PROPERTY_KINDS
    review = []
    for rule in rules_named("all", on.day):
        authority, blocked = rule.authority.lower(), Blocked(register, rule)
        word = _in_short(blocked, party, is_property=is_property)
        if word and authority not in told:
            told[authority] = word
        if not is_property and blocked.review[party]:
            review.append(authority)
    return told | ({"review": "; ".join(review)} if review else {})


def _in_short(blocked: Blocked, party: int, *, is_property: bool) -> str:
    if not is_property:
        answer = is_blocked(blocked, party)
        return "" if answer == "no" else answer
    sure, maybe = interests(blocked, party)
    if len(sure):
        return "property_interest"
    return "possible_property_interest" if len(maybe) else ""


def _by_authority(listings: Iterable[Listed]) -> dict[str, str]:
    """Listed by an authority's own asset freeze, or unknown where nothing proves it for the day."""
    found: dict[str, str] = {}
    for each in listings:
        if each.measure is Measure.ASSET_FREEZE and found.get(each.authority.lower()) != "listed":
            found[each.authority.lower()] = "listed" if each.status is Status.YES else "unknown"
    return found


class Meanings:
    """The meaning of hits, each party worked out once.

    chains: most chains told of a party.
    """

    def __init__(
        self,
        store: Store,
        on: AsOf,
        *,
        chains: int = 3,
        measures: frozenset[Measure] = SANCTIONING_MEASURES,
    ) -> None:
        self._store = store
        self._on = on
        self._chains = chains
        self._options = TraceOptions(measures=measures, chains=max(chains, 1), open_ends=False)
        self._evidence = Evidence(store, on, measures)
        self._freezes = Evidence(store, on)
        self._known: dict[str, Meaning] = {}

    def of(self, ids: Iterable[str]) -> dict[str, Meaning]:
        """The meanings of some parties; those that are new are asked for together."""
        wanted = set(ids)
        if new := sorted(wanted - self._known.keys()):
            entities = self._evidence.entities(new)
            frozen = entities if Measure.ASSET_FREEZE in self._options.measures else self._freezes.entities(new)
            for entity_id, entity in entities.items():
                verdicts = verdicts_in_short(self._store, self._on, frozen[entity_id])
                self._known[entity_id] = self._meaning(entity, verdicts)
        return {each: self._known[each] for each in wanted if each in self._known}

    def _meaning(self, entity: Entity, verdicts: dict[str, str]) -> Meaning:
        chains = self._chains_of(entity)
        return Meaning(
            id=entity.id,
            name=entity.name,
            kind=str(entity.kind),
            exposure=_exposure(entity, verdicts, chains),
            listed=_listings(entity),
            verdicts=verdicts,
            chains=tuple(str(chain) for chain in chains[: self._chains]),
        )

    def _chains_of(self, entity: Entity) -> list[Chain]:
        """The chains to other listed parties. Most parties of a list have no link, which is known at a glance."""
        if not self._store.rows("upstream_links", entity_id=entity.id, day=self._on.day, max_hops=1):
            return []
        found = trace(self._store, entity.id, self._on, self._options)
        return [chain for chain in found.chains if chain.steps]


def _exposure(entity: Entity, verdicts: dict[str, str], chains: list[Chain]) -> Exposure:
    if entity.sanctioned is Status.YES:
        return Exposure.LISTED
    if entity.sanctioned is Status.UNKNOWN:
        return Exposure.LISTING_UNPROVEN
    blocked = any(
        verdict.removeprefix("possible_") in _HELD for authority, verdict in verdicts.items() if authority != "review"
    )
    if blocked or any(chain.mode is not Mode.ASSOCIATION for chain in chains):
        return Exposure.OWNED_OR_CONTROLLED
    return Exposure.ASSOCIATED if chains else Exposure.NONE


def _listings(entity: Entity) -> tuple[ScreenListing, ...]:
    """Each listing once: an entry that several records state is one."""
    found = dict.fromkeys(
        ScreenListing(each.authority, each.list, each.measure, each.reference, each.listed, each.status)
        for each in entity.listed
    )
    return tuple(found)
