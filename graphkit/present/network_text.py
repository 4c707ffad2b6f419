"""A network for people: each kind of finding under its heading, with why it is told; and its rows for CSV."""

from collections.abc import Iterable, Iterator
from typing import Any

from graphkit.model.answers.network import Behind, Member, Network, SharedGroup
from graphkit.model.vocabulary import Status

_NAMES_SHOWN = 6
_LISTED = {Status.YES: ", listed", Status.UNKNOWN: ", listed, date unknown", Status.NO: ""}


def network_lines(answer: Network) -> list[str]:
    """The network as lines."""
    whom = answer.around.name if answer.around else "listed parties"
    counted = "" if answer.to == "sanctioned" else f", listings of {answer.to.upper()}"
    lines = [
        f"Network around {whom}, as of {answer.as_of}{counted}: {answer.parties:,} parties and {answer.links:,} links "
        f"within {answer.hops} step{'s' if answer.hops > 1 else ''}",
        "What is told here are leads: no finding says that one party owns, controls or hides another.",
        *answer.notes,
        "",
    ]
    for heading, findings in _sections(answer):
        lines.append(heading)
        for number, (title, why, behind) in enumerate(findings, start=1):
            lines += [f"  {number}. {title}", f"     {why}"]
            lines += [f"     sources: {_few(behind.sources)}"] if behind.sources else []
        lines += ["  none", ""] if not findings else [""]
    return lines


def _sections(answer: Network) -> Iterator[tuple[str, list[tuple[str, str, Behind]]]]:
    yield "Communities", [(_names(each.members, each.size), each.why, each.behind) for each in answer.communities]
    yield "Hubs", [(_party(each.party), each.why, each.behind) for each in answer.hubs]
    yield "Brokers", [(_party(each.party), each.why, each.behind) for each in answer.brokers]
    yield "Shared", [(_group_title(each), each.why, each.behind) for each in answer.shared]
    yield "Single-ship companies", [(_party(each.company), each.why, each.behind) for each in answer.single_ship]


def _group_title(group: SharedGroup) -> str:
    return f"{group.what}: {group.value}: {_names(group.members, group.parties)}"


def _party(member: Member) -> str:
    return f"{member.name} ({str(member.kind).replace('_', ' ')}{_LISTED[member.listed]}) [{member.id}]"


def _names(members: Iterable[Member], size: int) -> str:
    shown = [member.name for member in members][:_NAMES_SHOWN]
    more = size - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")


def _few(sources: tuple[str, ...]) -> str:
    shown = ", ".join(sources[:_NAMES_SHOWN])
    return shown if len(sources) <= _NAMES_SHOWN else f"{shown} and {len(sources) - _NAMES_SHOWN} more"


def network_rows(answer: Network) -> list[dict[str, Any]]:
    """One row per finding; `id` is the party that it is about, where it is about one."""
    rows = [
        _row("community", number, None, "", each.size, each.listed, each.members, each.why, each.behind)
        for number, each in enumerate(answer.communities, start=1)
    ]
    for number, each in enumerate(answer.hubs, start=1):
        rows.append(
            _row("hub", number, each.party, each.party.name, each.neighbours, each.listed, (), each.why, each.behind)
        )
    for number, broker in enumerate(answer.brokers, start=1):
        about = broker.party
        rows.append(_row("broker", number, about, about.name, broker.pairs, None, (), broker.why, broker.behind))
    for number, group in enumerate(answer.shared, start=1):
        told = (group.value, group.parties, group.listed, group.members, group.why, group.behind)
        rows.append(_row(f"shared {group.what}", number, None, *told))
    for number, single in enumerate(answer.single_ship, start=1):
        about = single.company
        rows.append(
            _row("single-ship company", number, about, about.name, 1, None, (single.vessel,), single.why, single.behind)
        )
    return rows


def _row(
    kind: str,
    number: int,
    party: Member | None,
    name: str,
    size: float,
    listed: int | None,
    members: Iterable[Member],
    why: str,
    behind: Behind,
) -> dict[str, Any]:
    return {
        "finding": kind,
        "number": number,
        "id": party.id if party else None,
        "name": name,
        "size": size,
        "listed": listed,
        "members": "; ".join(member.id for member in members),
        "why": why,
        "sources": "; ".join(behind.sources),
    }
