"""Chains for people: each step with its link, date, certainty, source and wording, and the chain's weakest step."""

from collections.abc import Iterable
from typing import Any

from graphkit.model.answers import Chain, Entity, LinkEvidence, Listed, SourceRef, Step, Trace
from graphkit.model.vocabulary import Status

_STATUS_WORDS = {
    Status.YES: "sanctioned on that day",
    Status.NO: "not sanctioned on that day by the lists of this case",
    Status.UNKNOWN: "sanctioned on that day: unknown (a listing without a date, or a list published later)",
}

_HOLDS_WORDS = {"certain": "", "possible": ", possible on that day", "no": ", not on that day"}


def entity_line(entity: Entity) -> str:
    """One party: name, numbers, flag or countries, id."""
    numbers = [f"{scheme.replace('_', ' ').upper()} {number}" for scheme, number in entity.identifiers.items()]
    place = f"flag {entity.flag.replace('; ', ' or ')}" if entity.flag else " ".join(entity.countries[:3])
    told = [part for part in (str(entity.kind).replace("_", " "), *numbers[:2], place) if part]
    return f"{entity.name}  ({', '.join(told)})  [{entity.id}]"


def listed_text(listed: Listed) -> str:
    """One listing: authority, reference, measure, date, and its status when that is not plain yes."""
    when = f"since {listed.listed}" if listed.listed else "without a date"
    until = f" until {listed.delisted}" if listed.delisted else ""
    doubt = "" if listed.status is Status.YES else f" [{listed.status} on that day]"
    return f"{listed.authority} {listed.reference or listed.list} {listed.measure} {when}{until}{doubt}"


def source_text(ref: SourceRef) -> str:
    """Where a statement was read, with its words when they carry it."""
    place = " ".join(part for part in (ref.place, ref.reference if ref.reference != ref.place else "") if part)
    at = f" ({ref.file}:{ref.line})" if ref.file else ""
    words = f': "{short(ref.wording)}"' if ref.wording else ""
    return f"{ref.source}{' ' + place if place else ''}{at}{words}"


def sources_text(refs: Iterable[SourceRef]) -> str:
    """Each source once, with the place in it."""
    return "; ".join(dict.fromkeys(f"{ref.source} {ref.place or ref.reference}".strip() for ref in refs))


def link_text(link: LinkEvidence) -> str:
    """One link in words: type, role, share, dates, certainty."""
    share = _share(link) if link.type == "OWNS" else ""
    dates = f"{link.start or '?'} to {link.end or '?'}" if link.dated else "undated"
    doubt = _HOLDS_WORDS[link.holds]
    told = [part for part in (link.role.replace("_", " "), share, dates, str(link.certainty).replace("_", " ")) if part]
    return f"{link.type}: {', '.join(told)}{doubt}"


def _share(link: LinkEvidence) -> str:
    if link.share is not None:
        return f"{link.share:g} %"
    if link.share_min is None and link.share_max is None:
        return "share unknown"
    return f"{_number(link.share_min)}-{_number(link.share_max)} %"


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"


def short(text: str, most: int = 160) -> str:
    """A text of no more letters than `most`."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def trace_lines(answer: Trace) -> list[str]:
    """A trace as lines: the entity, its own listings, the chains by mode, the open ends."""
    start = answer.from_entity
    lines = [entity_line(start), f"As of {answer.as_of}: {_STATUS_WORDS[start.sanctioned]}", ""]
    own = [chain for chain in answer.chains if not chain.steps]
    others = [chain for chain in answer.chains if chain.steps]
    for chain in own:
        lines += ["Its own listings:", *(f"  {listed_text(listed)}" for listed in chain.entities[0].listed), ""]
    if not others:
        lines += ["No chain to another listed party.", ""]
    for number, chain in enumerate(others, start=1):
        lines += [*_chain_lines(number, chain), ""]
    lines += _open_end_lines(answer)
    shown = {chain.entities[-1].id for chain in others}
    if answer.reached > len(shown):
        lines.append(f"{answer.reached:,} listed parties are reached; --page and --limit show the others.")
    elif answer.truncated:
        lines.append("There are more or longer chains; --max-hops and --chains widen the search.")
    return lines


def _chain_lines(number: int, chain: Chain) -> list[str]:
    lines = [f"Chain {number}, {chain.mode}: {chain.entities[-1].name}"]
    lines.append(f"  {chain.entities[0].name}")
    for step, holder in zip(chain.steps, chain.entities[1:], strict=True):
        lines += _step_lines(step)
        lines.append(f"  {entity_line(holder)}")
        lines += [f"      listed: {listed_text(listed)}" for listed in holder.listed]
    if chain.effective_share is not None:
        lines.append(f"  Share through this chain: {chain.effective_share:g} %")
    if weakest := chain.weakest:
        count = f"{weakest.independent_sources} source{'s' if weakest.independent_sources != 1 else ''}"
        lines.append(f"  Weakest step: {weakest.step + 1} ({str(weakest.certainty).replace('_', ' ')}, {count})")
    return lines


def _step_lines(step: Step) -> list[str]:
    lines = []
    for link in step.links:
        lines.append(f"    ^ {link_text(link)}")
        lines += [f"        {source_text(ref)}" for ref in link.sources]
    return lines


def _open_end_lines(answer: Trace) -> list[str]:
    if not answer.open_ends:
        return []
    lines = ["Open ends:"]
    for end in answer.open_ends:
        matches = "; ".join(
            f"{match.name} [{match.id}] {match.match_weight:g} bits" for match in end.possible_matches[:3]
        )
        lines.append(f"  {end.name}: {end.reason}{f'; possibly the same: {matches}' if matches else ''}")
    return [*lines, ""]


def trace_rows(answer: Trace) -> list[dict[str, Any]]:
    """One row per link of each step of each chain; an entity's own listings are rows without a link."""
    rows = []
    for number, chain in enumerate(answer.chains):
        target = chain.entities[-1]
        base = {
            "chain": number,
            "mode": str(chain.mode),
            "as_of": answer.as_of,
            "target": target.id,
            "target_name": target.name,
        }
        listed = {"listed": "; ".join(listed_text(each) for each in target.listed)}
        if not chain.steps:
            rows.append({**base, **_link_row(None, None), **listed})
        for place, step in enumerate(chain.steps):
            rows += [{**base, **_link_row(step, link), "step": place, **listed} for link in step.links]
    return rows


def _link_row(step: Step | None, link: LinkEvidence | None) -> dict[str, Any]:
    names = {"step": None, "from": step.from_id if step else None, "to": step.to_id if step else None}
    if link is None:
        empty = ("type", "role", "share_min", "share_max", "start", "end", "holds", "certainty", "sources", "wording")
        return {**names, **dict.fromkeys(empty)}
    return {
        **names,
        "type": str(link.type),
        "role": link.role,
        "share_min": link.share_min,
        "share_max": link.share_max,
        "start": link.start,
        "end": link.end,
        "holds": link.holds,
        "certainty": str(link.certainty),
        "sources": "; ".join(f"{ref.source} {ref.place or ref.reference}".strip() for ref in link.sources),
        "wording": " | ".join(ref.wording for ref in link.sources if ref.wording),
    }
