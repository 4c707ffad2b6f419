"""The grounds of an answer: for each thing that it says, the parties, links and listings that it rests on."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, surest
from graphkit.analyse.ownership.register import holdings_above
from graphkit.analyse.rechecking.account import Account, Ground, Listing
from graphkit.analyse.rechecking.question import Asked
from graphkit.model.answers import Chain, Fleet, FleetVessel, LinkEvidence, Listed, Trace
from graphkit.model.answers.ownership import Owner, Owners, StakeHeld, Verdict, Verdicts
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, LinkType, Measure, Status
from graphkit.store.base import Store


def account_of(store: Store, answer: Asked, on: AsOf) -> Account:
    """What an answer rests on, in the order in which it tells of it."""
    if isinstance(answer, Verdicts):
        grounds = [_verdict(store, answer, verdict, on) for verdict in answer.verdicts]
        return Account(answer.entity.id, tuple(grounds))
    if isinstance(answer, Trace):
        return Account(answer.from_entity.id, tuple(map(_chain, answer.chains)))
    if isinstance(answer, Fleet):
        return Account(answer.entity.id, tuple(map(_vessel, answer.vessels)))
    return Account(answer.entity.id, tuple(_owners(store, answer, on)))


def _verdict(store: Store, answer: Verdicts, verdict: Verdict, on: AsOf) -> Ground:
    stakes = list({each.id: each for level in verdict.proof for each in level.holders}.values())
    stakes += [each for each in verdict.because if each.id not in {one.id for one in stakes}]
    counted = [[each.link for each in stake.statements if each.counts == "yes"] for stake in stakes]
    certainty, sources = _weakest(counted)
    listed = {stake.id for stake in stakes if stake.listed} | ({answer.entity.id} if verdict.listed else set())
    return Ground(
        about=verdict.rule,
        answer=_result(verdict),
        chain=_parties(verdict, stakes),
        share=(verdict.held_by_blocked.min, verdict.held_by_blocked.max) if verdict.held_by_blocked else None,
        certainty=certainty,
        sources=sources,
        links=tuple(sorted({link.id for links in counted for link in links})),
        listings=_listings(store, listed, verdict.rule.upper(), on),
        flags=verdict.flags,
    )


def _result(verdict: Verdict) -> str:
    """The result; of a ship, which is property, the interest of blocked parties in it."""
    if verdict.result != "not_applicable":
        return verdict.result
    if verdict.property_interest:
        return "interest"
    return "possible_interest" if verdict.possible_property_interest else "not_applicable"


def _parties(verdict: Verdict, stakes: Sequence[StakeHeld]) -> tuple[str, ...]:
    of_ship = (*verdict.property_interest, *verdict.possible_property_interest)
    return tuple(dict.fromkeys([*of_ship, *(stake.id for stake in stakes)]))


def _listings(store: Store, ids: set[str], authority: str, on: AsOf) -> tuple[Listing, ...]:
    entities = Evidence(store, on, frozenset({Measure.ASSET_FREEZE})).entities(ids, authority=authority)
    return _told(listed for entity in entities.values() for listed in entity.listed)


def _told(listed: Iterable[Listed]) -> tuple[Listing, ...]:
    found = {
        Listing(each.authority, each.reference or each.list, str(each.measure), each.listed or "", each.delisted or "")
        for each in listed
    }
    return tuple(sorted(found, key=lambda each: (each.key, each.since, each.until)))


def _chain(chain: Chain) -> Ground:
    target = chain.entities[-1]
    share = chain.effective_share
    return Ground(
        about=target.id,
        answer="possible" if target.sanctioned is Status.UNKNOWN else "yes",
        chain=tuple(entity.id for entity in chain.entities),
        mode=str(chain.mode),
        share=None if share is None else (share, share),
        certainty=str(chain.weakest.certainty) if chain.weakest else "",
        sources=chain.weakest.independent_sources if chain.weakest else None,
        links=tuple(sorted({link.id for step in chain.steps for link in step.links})),
        listings=_told(target.listed),
    )


def _vessel(vessel: FleetVessel) -> Ground:
    return Ground(
        about=vessel.id,
        answer="yes" if vessel.holds == "certain" else "possible",
        chain=vessel.chain,
        mode=str(vessel.mode),
        certainty=str(vessel.certainty),
        sources=len({ref.source for ref in vessel.sources}),
    )


def _owners(store: Store, answer: Owners, on: AsOf) -> list[Ground]:
    rows = holdings_above(store, answer.entity.id)
    held: dict[tuple[str, str], list[LinkEvidence]] = {}
    for link in Evidence(store, on).links(rows).values():
        if link.type is LinkType.OWNS:
            held.setdefault((link.from_id, link.to_id), []).append(link)
    return [_owner(owner, held, answer.flags) for owner in answer.owners]


def _owner(owner: Owner, held: dict[tuple[str, str], list[LinkEvidence]], flags: tuple[str, ...]) -> Ground:
    chain = owner.ways[0].entities if owner.ways else ()
    steps = [held.get(step, []) for step in pairwise(chain)]
    certainty, sources = _weakest(steps)
    return Ground(
        about=owner.id,
        answer=owner.meets_threshold,
        chain=chain,
        share=(owner.effective_share.min, owner.effective_share.max),
        certainty=certainty,
        sources=sources,
        links=tuple(sorted({link.id for step in steps for link in step})),
        flags=tuple(dict.fromkeys((*owner.flags, *flags))),
    )


def _weakest(steps: Sequence[Sequence[LinkEvidence]]) -> tuple[str, int | None]:
    """The certainty of the least sure step, and the fewest sources that state any; of no step neither."""
    stated = [links for links in steps if links]
    if not stated:
        return "", None
    certainty = min((surest(links) for links in stated), key=lambda each: CERTAINTY_WEIGHT[each])
    return str(certainty), min(len({ref.source for link in links for ref in link.sources}) for links in stated)
