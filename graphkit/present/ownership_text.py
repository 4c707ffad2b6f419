"""Owners and verdicts for people, each figure with what it rests on; and their rows for CSV."""

from collections.abc import Iterable, Mapping
from typing import Any

from graphkit.model.answers import LinkEvidence, SourceRef
from graphkit.model.answers.ownership import (
    CountedLink,
    Owner,
    Owners,
    ProofLevel,
    ShareRange,
    StakeHeld,
    Verdict,
    Verdicts,
)
from graphkit.model.vocabulary import Status
from graphkit.present.chains_text import entity_line, link_text, source_text, sources_text
from graphkit.present.columns import table

_RESULTS = {
    "yes": "YES, it meets the test",
    "no": "no",
    "possible": "POSSIBLE: what is not known decides",
    "not_applicable": "not applicable: a ship is property and no entity",
}
_COUNTS = {
    "not_then": "does not hold on that day",
    "no_share": "gives no share, another statement does",
    "replaced": "replaced by a later statement of the same holder",
    "less_sure": "another statement is surer",
}
FLAGS = {
    "sum_over_100": "the stated shares come to over 100 %; they are counted as stated",
    "contradictory_statements": "sources contradict each other on a share; the range holds both",
    "share_unknown": "at least one share is not stated",
    "undated_link": "at least one holding has no date and counts as holding",
    "holds_possibly": "at least one holding possibly exists on that day, or its source is not sure of it",
    "holder_unknown": "the sources name nobody for at least one holder",
    "treasury_shares": "the company holds shares of itself",
    "met_without_treasury_shares": "without the shares that it holds of itself the test would be met",
    "no_holder_known": "no source names a holder: nothing is known, which is not a clearance",
    "holders_of_other_days": "other holders are stated for other days",
    "holders_left_out": "there are more holders than are told here, the largest of them; all are counted",
    "mutual_holdings": "companies that hold each other decide: to be reviewed by a person",
    "control_to_be_reviewed": "a listed party may control it, which is a test of its own: to be reviewed by a person",
    "listing_not_proven_on_that_day": "a listing without a date does not prove that it was in force on that day",
    "ring": "lies on a ring of companies that hold each other",
}


def share_text(share: ShareRange | None) -> str:
    """A share in words; nothing for none."""
    if share is None:
        return ""
    return "unknown" if (share.min, share.max) == (0.0, 100.0) else str(share)


def _stake_share(stake: StakeHeld) -> ShareRange:
    return ShareRange(stake.share_min, stake.share_max, stake.share_min_open, stake.share_max_open)


def verdict_lines(answer: Verdicts) -> list[str]:
    """Verdicts as lines: the result of each authority, its figure, its proof, and what a reader has to know."""
    lines = [entity_line(answer.entity), f"As of {answer.as_of}", ""]
    for verdict in answer.verdicts:
        lines += [*_verdict(verdict), ""]
    if answer.holders:
        lines += ["All holders on that day:"]
        lines += [line for stake in answer.holders for line in _stake_lines(stake, "  ")]
        lines += [""]
    return [*lines, answer.disclaimer]


def _verdict(verdict: Verdict) -> list[str]:
    result = f"listed by {verdict.rule.upper()} itself" if verdict.listed else _RESULTS[verdict.result]
    if verdict.listed_status is Status.UNKNOWN and verdict.result == "possible":
        result = f"POSSIBLE: it is listed by {verdict.rule.upper()}, and nothing proves since when"
    lines = [f"{verdict.rule.upper()}: {result}"]
    if verdict.held_by_blocked is not None:
        lines.append(f"  held by blocked parties: {share_text(verdict.held_by_blocked)} (the test asks {verdict.test})")
    for title, share in (
        ("without shares of its own", verdict.without_treasury),
        ("not accounted for by any source", verdict.unaccounted),
    ):
        if share and share.max:
            lines.append(f"  {title}: {share_text(share)}")
    for title, ids in (
        ("interest of blocked parties", verdict.property_interest),
        ("interest of parties that may be blocked", verdict.possible_property_interest),
    ):
        if ids:
            lines.append(f"  {title}: {', '.join(ids)}")
    for level in verdict.proof:
        lines += _level(level)
    if verdict.undated:
        lines.append(f"  rests on {len(verdict.undated)} link{'s' * (len(verdict.undated) > 1)} without a date")
    return lines + [f"  note: {FLAGS[flag]}" for flag in verdict.flags]


def _level(level: ProofLevel) -> list[str]:
    head = f"  round {level.round}: {level.name} [{level.id}], {share_text(level.held)} held by"
    control = [line for link in level.control for line in _control_lines(link)]
    return [head, *(line for stake in level.holders for line in _stake_lines(stake, "    ")), *control]


def _control_lines(link: LinkEvidence) -> list[str]:
    sources = [f"        {source_text(ref)}" for ref in link.sources]
    return [f"    control by {link.from_id}: {link_text(link)}", *sources]


def _stake_lines(stake: StakeHeld, indent: str) -> list[str]:
    told = [share_text(_stake_share(stake))]
    told += ["listed"] if stake.listed else []
    told += ["blocked"] if stake.blocked == "yes" and not stake.listed else []
    told += ["may be blocked"] if stake.blocked == "possible" else []
    told += ["joint holding"] if stake.joint else []
    told += ["undated"] if not stake.dated else []
    told += ["possibly"] if stake.holds == "possible" else []
    lines = [f"{indent}{stake.name} [{stake.id}]: {', '.join(told)}"]
    return [*lines, *(line for each in stake.statements for line in _statement(each, indent))]


def _statement(counted: CountedLink, indent: str) -> list[str]:
    why = f" - not counted: {_COUNTS[counted.counts]}" if counted.counts in _COUNTS else ""
    lines = [f"{indent}    {link_text(counted.link)}{why}"]
    return [*lines, *(f"{indent}        {source_text(ref)}" for ref in counted.link.sources)]


def verdict_rows(answer: Verdicts) -> list[dict[str, Any]]:
    """One row per authority."""
    return [
        {
            "id": answer.entity.id,
            "name": answer.entity.name,
            "as_of": answer.as_of,
            "rule": verdict.rule,
            "result": verdict.result,
            "listed": verdict.listed,
            "held_by_blocked_min": verdict.held_by_blocked.min if verdict.held_by_blocked else None,
            "held_by_blocked_max": verdict.held_by_blocked.max if verdict.held_by_blocked else None,
            "because": "; ".join(stake.id for stake in verdict.because),
            "property_interest": "; ".join(verdict.property_interest),
            "review": verdict.review,
            "flags": "; ".join(verdict.flags),
            "sources": sources_text(ref for level in verdict.proof for ref in _refs(level)),
        }
        for verdict in answer.verdicts
    ]


def _refs(level: ProofLevel) -> Iterable[SourceRef]:
    return (
        ref for stake in level.holders for each in stake.statements if each.counts == "yes" for ref in each.link.sources
    )


def owners_lines(answer: Owners) -> list[str]:
    """Owners as lines: the figures in a table, then the chains behind each."""
    count = "1 owner" if answer.holders == 1 else f"{answer.holders} owners"
    lines = [entity_line(answer.entity), f"As of {answer.as_of}: {count}; beneficial owner: {answer.threshold}", ""]
    header = ("owner", "kind", "direct", "effective", "control", "beneficial", "weakest link", "chains", "sanctioned")
    rows = [
        (
            f"{each.name}{' (ultimate)' if each.ultimate else ''}",
            each.kind.replace("_", " "),
            share_text(each.direct),
            share_text(each.effective_share),
            each.control,
            each.beneficial_owner,
            share_text(each.weakest_link),
            each.chains,
            each.sanctioned,
        )
        for each in answer.owners
    ]
    lines += [*table(header, rows), ""] if rows else []
    if any(each.ways for each in answer.owners):
        names = {answer.entity.id: answer.entity.name} | {each.id: each.name for each in answer.owners}
        lines += ["Chains:", *(line for each in answer.owners for line in _ways(each, names)), ""]
    if answer.unaccounted and answer.unaccounted.max:
        lines.append(f"Not accounted for by any source: {share_text(answer.unaccounted)}")
    lines += [f"Note: {FLAGS[flag]}" for flag in answer.flags]
    return lines + (["There are more owners; --page and --limit show them."] if answer.truncated else [])


def _ways(owner: Owner, names: Mapping[str, str]) -> list[str]:
    return [
        f"  {' > '.join(names.get(each, each) for each in way.entities)}: {share_text(way.share)}" for way in owner.ways
    ]


def owners_rows(answer: Owners) -> list[dict[str, Any]]:
    """One row per owner."""
    return [
        {
            "id": each.id,
            "name": each.name,
            "kind": str(each.kind),
            "direct_min": each.direct.min if each.direct else None,
            "direct_max": each.direct.max if each.direct else None,
            "effective_min": each.effective_share.min,
            "effective_max": each.effective_share.max,
            "control": each.control,
            "beneficial_owner": each.beneficial_owner,
            "meets_threshold": each.meets_threshold,
            "basis": "; ".join(each.basis),
            "ultimate": each.ultimate,
            "chains": each.chains,
            "chain": " > ".join(each.ways[0].entities) if each.ways else "",
            "sanctioned": str(each.sanctioned),
        }
        for each in answer.owners
    ]
