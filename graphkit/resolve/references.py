"""Which party a mention means: "Linked To: X", a cell of one's own table, a ship named in running text.

A mention joins a party only when exactly one fits. Two that fit equally are joined to neither, put up for review and
reported; so is a name that nobody bears. A placeholder owner is a party of its own and is never looked for.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graphkit.model.vocabulary import Scope, Standing
from graphkit.resolve.classes import NAME_COST
from graphkit.resolve.cluster import Clusters
from graphkit.resolve.lookup import Lookup
from graphkit.resolve.prepare import PreparedBuild
from graphkit.resolve.verdicts import MERGE, REVIEW

_PROOF = 30.0  # bits of a name that the list or the user guarantees to mean one of its own entries
_PROSE_AT = 15.0  # bits from which a name in running text means a ship
_SHARED = {"regime": 4.0, "flag": 3.0, "country": 3.0}  # bits of what is said of both
_ONLY_BEARER = 3.0  # bits for being the only ship of that name in the build

Evidence = tuple[str, float, str]


@dataclass(slots=True)
class References:
    """What became of the mentions, in the columns of the tables: pairs, pair_evidence, and what stayed open."""

    pairs: list[tuple[str, str, float, str, str, str]] = field(default_factory=list)
    evidence: list[tuple[str, str, str, str, float, str]] = field(default_factory=list)
    unresolved: list[tuple[str, str]] = field(default_factory=list)

    def add(self, mention: str, record_id: str, verdict: str, reason: str, evidence: Iterable[Evidence]) -> None:
        """Note a judged pair of a mention and an entry."""
        left, right = sorted((mention, record_id))
        evidence = list(evidence)
        total = round(sum(bits for _, bits, _ in evidence), 2)
        self.pairs.append((left, right, total, verdict, "rule", reason))
        self.evidence += [(left, right, name, "agrees", round(bits, 2), detail) for name, bits, detail in evidence]


def join_mentions(build: PreparedBuild, clusters: Clusters, lookup: Lookup) -> References:
    """Join each mention to the one party it means, then the same unresolved name within one list to itself.

    A mention that a person's judgement joined to an entry is settled. One's own tables count as one list.
    """
    records = build.records
    mentions = records[records["standing"].eq(Standing.MENTION) & ~records["placeholder"] & records["scope"].ne("")]
    references = References()
    alone: dict[tuple[str, str], list[str]] = defaultdict(list)
    evidence_of = _SharedEvidence(build)
    for mention, dataset, name, scope in mentions[["dataset", "name", "scope"]].itertuples():
        if not lookup.entries.isdisjoint(clusters.members(mention)):
            settled = True
        elif scope == Scope.PROSE:
            settled = _join_prose(mention, clusters, lookup, evidence_of, references)
        else:
            settled = _join_named(mention, scope, clusters, lookup, references)
        if not settled:
            alone["" if scope == Scope.BUILD else dataset, name.upper()].append(mention)
    for same in alone.values():
        for other in same[1:]:
            if not clusters.veto(same[0], other):
                clusters.merge(same[0], other)
                references.add(
                    same[0], other, MERGE, "the same name, twice unresolved in one list", [("name", _PROOF, "")]
                )
    return references


def _join_named(mention: str, scope: str, clusters: Clusters, lookup: Lookup, references: References) -> bool:
    """Join by the first way that gives one party. True when the mention is settled, also as ambiguous."""
    for reason, found in lookup.steps(mention, scope):
        parties = _parties(found, mention, clusters)
        if len(parties) == 1:
            clusters.merge(parties[0], mention)
            references.add(mention, parties[0], MERGE, reason, [("reference", _PROOF, reason)])
            return True
        if parties:
            _leave_open(mention, parties, f"{len(parties)} parties fit equally by {reason}", references)
            return True
    references.unresolved.append((mention, "no party of that name or number"))
    return False


def _parties(found: set[str], mention: str, clusters: Clusters) -> list[str]:
    """One record for each party among the records found, those that a veto forbids left out."""
    parties: list[str] = []
    for record_id in sorted(found):
        known = any(clusters.together(record_id, other) for other in parties)
        if not known and (clusters.together(record_id, mention) or not clusters.veto(record_id, mention)):
            parties.append(record_id)
    return parties


def _leave_open(mention: str, parties: list[str], reason: str, references: References) -> None:
    references.unresolved.append((mention, reason))
    for record_id in parties:
        references.add(mention, record_id, REVIEW, reason, [("reference", 0.0, reason)])


def _join_prose(
    mention: str,
    clusters: Clusters,
    lookup: Lookup,
    shared: "_SharedEvidence",
    references: References,
) -> bool:
    """Join a ship named in running text when its name and something beside the name fit exactly one ship."""
    bearers = lookup.vessel_forms.get(lookup.form_of.get(mention, ""), [])
    parties = _parties({record_id for record_id, _, _ in bearers}, mention, clusters)
    scored = []
    for party in parties:
        members = set(clusters.members(party))
        bits = max(max(bits - NAME_COST[kind], 0.0) for record_id, bits, kind in bearers if record_id in members)
        evidence = [("name", bits, lookup.form_of[mention]), *shared.of(mention, members)]
        if len(parties) == 1:
            evidence.append(("only_bearer", _ONLY_BEARER, "the only ship of that name in the build"))
        scored.append((sum(weight for _, weight, _ in evidence), party, evidence))
    fitting = [(total, party, evidence) for total, party, evidence in scored if total >= _PROSE_AT]
    if len(fitting) == 1:
        _, party, evidence = fitting[0]
        clusters.merge(party, mention)
        references.add(mention, party, MERGE, "a ship of that name, and more in common than the name", evidence)
        return True
    reason = "several ships of that name fit" if fitting else "no ship of that name with anything else in common"
    references.unresolved.append((mention, reason))
    for _, party, evidence in scored:
        references.add(mention, party, REVIEW, reason, evidence)
    return False


class _SharedEvidence:
    """What a mention and the members of a cluster have in common beside the name."""

    def __init__(self, build: PreparedBuild) -> None:
        ids = build.prepared.ids
        self._values = {feature: build.prepared.features[feature].sets(ids) for feature in _SHARED}

    def of(self, mention: str, members: set[str]) -> list[Evidence]:
        """Features that agree; a country named loosely ("DPRK tanker") is compared with flags as well."""
        found: list[Evidence] = []
        for feature, bits in _SHARED.items():
            said = self._values[feature].get(mention, set())
            other = "flag" if feature == "country" else feature
            known = set().union(*(self._values[other].get(record_id, set()) for record_id in members))
            if common := sorted(said & known):
                found.append((feature, bits, common[0]))
        return found
