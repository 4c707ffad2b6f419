"""The network around listed parties, or around one party: who belongs together, who joins whom, what they share.

Everything here is a lead for a person to follow and proves nothing by itself: that two firms have one address, or that
a party lies between others, is a place to look. Each result says in words why it is told, and which links and sources
are behind it.
"""

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import list_ages
from graphkit.analyse.find import one_entity
from graphkit.analyse.network.behind import Sources
from graphkit.analyse.network.communities import communities
from graphkit.analyse.network.hubs import brokers, hubs
from graphkit.analyse.network.neighbourhood import MOST_PARTIES, View, gather
from graphkit.analyse.network.shared import shared_groups
from graphkit.analyse.network.single_ship import single_ship_companies
from graphkit.model.answers.network import Network
from graphkit.model.vocabulary import Status
from graphkit.store.base import Store

SANCTIONED = "sanctioned"


def network(
    store: Store,
    on: AsOf,
    who: str | None = None,
    *,
    to: str = SANCTIONED,
    hops: int = 2,
    limit: int = 10,
    most: int = MOST_PARTIES,
) -> Network:
    """Communities, hubs, brokers, what is shared, and single-ship companies; at most `limit` of each.

    who: one party to look around; without it, all listed parties. to: `sanctioned`, or an authority whose listings
    count. hops: how far from them. most: parties beyond which the search stops, which the answer says.

    Raises:
        NotFound, Ambiguous: `who` is not exactly one entity, or the case has no listing of the authority `to`.
    """
    start = None if who is None else one_entity(store, who)
    view = gather(store, on, start, to=None if to == SANCTIONED else to.upper(), hops=hops, most=most)
    sources = Sources(store)
    between, note = brokers(view, sources, limit)
    return Network(
        around=view.member(start) if start else None,
        as_of=on.text,
        to=to,
        hops=hops,
        parties=view.graph.number_of_nodes(),
        links=len(view.links),
        truncated=view.truncated,
        notes=tuple(filter(None, (_cut_short(view, most), _undated(view), note))),
        communities=communities(view, sources, limit),
        hubs=hubs(view, sources, limit),
        brokers=between,
        shared=shared_groups(store, view, sources, limit),
        single_ship=single_ship_companies(store, view, sources, on.day, limit),
        lists=list_ages(store),
    )


def _undated(view: View) -> str:
    open_ = sum(view.listed.get(each) is Status.UNKNOWN for each in view.graph)
    if not open_:
        return ""
    whose = "1 party is" if open_ == 1 else f"{open_:,} parties are"
    return f"{whose} counted as listed although nothing proves that the listing was in force on that day."


def _cut_short(view: View, most: int) -> str:
    if not view.truncated:
        return ""
    return f"The search stopped at {most:,} parties; there are more. Name a party to look around, or fewer --hops."
