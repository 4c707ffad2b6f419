"""What a hit on a party means on a day: its own listings, the verdicts, and the chains to listed parties."""

from collections.abc import Callable, Iterable

from graphkit.analyse.chains import trace
from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence
from graphkit.analyse.upward import TraceOptions
from graphkit.model.answers import Chain, Entity, Listed
from graphkit.model.answers.screening import Exposure, Meaning, ScreenListing
from graphkit.model.vocabulary import SANCTIONING_MEASURES, Measure, Mode, Status
from graphkit.store.base import Store

Verdicts = Callable[[list[str]], dict[str, dict[str, str]]]
"""Entity ids to the verdict by authority, such as {"vessel-imo-7303803": {"ofac": "yes", "review": "no"}}."""

_HELD = frozenset({"yes", "possible", "listed"})
_FREEZE = Measure.ASSET_FREEZE


def verdicts_from_listings(evidence: Evidence) -> Verdicts:
    """Verdicts that know listings alone: `listed` by an authority's own asset freeze, `unknown` where nothing proves it
    for the day. Of a party that is not listed they say nothing: that takes the authority's 50 % test.
    """

    def verdicts(ids: list[str]) -> dict[str, dict[str, str]]:
        return {entity.id: _by_authority(entity.listed) for entity in evidence.entities(ids).values()}

    return verdicts


def _by_authority(listings: Iterable[Listed]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in listings:
        if each.measure is _FREEZE and found.get(each.authority.lower()) != "listed":
            found[each.authority.lower()] = "listed" if each.status is Status.YES else "unknown"
    return found


class Meanings:
    """The meaning of hits, each party worked out once.

    chains: most chains told of a party. verdicts: see Verdicts; from the listings alone where none is given.
    """

    def __init__(
        self,
        store: Store,
        on: AsOf,
        *,
        chains: int = 3,
        measures: frozenset[Measure] = SANCTIONING_MEASURES,
        verdicts: Verdicts | None = None,
    ) -> None:
        self._store = store
        self._on = on
        self._chains = chains
        self._options = TraceOptions(measures=measures, chains=max(chains, 1), open_ends=False)
        self._evidence = Evidence(store, on, measures)
        self._verdicts = verdicts or verdicts_from_listings(Evidence(store, on))
        self._known: dict[str, Meaning] = {}

    def of(self, ids: Iterable[str]) -> dict[str, Meaning]:
        """The meanings of some parties; those that are new are asked for together."""
        wanted = set(ids)
        if new := sorted(wanted - self._known.keys()):
            verdicts = self._verdicts(new)
            for entity_id, entity in self._evidence.entities(new).items():
                self._known[entity_id] = self._meaning(entity, verdicts.get(entity_id, {}))
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
    blocked = any(verdict in _HELD for authority, verdict in verdicts.items() if authority != "review")
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
