"""An explanation for people: each comparison with its names, what agreed, contradicted or is absent, and the sum."""

from collections.abc import Iterable
from typing import Any

from graphkit.model.answers import Explanation, MergedPair
from graphkit.model.answers.review import JudgementTold, RecordName
from graphkit.present.chains_text import entity_line, source_text
from graphkit.present.evidence_sum import bits, piece_word

_DECIDED = {
    "rule": "a rule, which no sum of bits overrules",
    "weights": "the sum",
    "judgement": "a person's judgement",
}
_STATES = {
    "in force": "in force",
    "waiting": "not in this build: it waits for the next one, or a rule forbids it",
    "orphaned": "not applied: a record is gone or has changed since",
}
_WIDE = 13  # of the first column


def explanation_lines(answer: Explanation) -> list[str]:
    """An explanation as lines."""
    ids = {record_id for record_id, _, _ in answer.records}
    lines = [entity_line(answer.entity), "", f"{_many(len(ids), 'record')}, {_many(len(answer.records), 'statement')}:"]
    lines += [f"  {record_id}  {name}  {source_text(ref)}" for record_id, name, ref in answer.records]
    if answer.pair:
        lines += ["", _asked(answer)]
    line = "" if answer.merge_at is None else f" (pairs merge from {answer.merge_at:g} bits, unless a rule decides)"
    lines += _section(f"Joined because{line}", answer.merges, answer, ids)
    doubts = [pair for pair in answer.doubts if pair.verdict == "review" and pair.decided_by != "judgement"]
    lines += _section("In doubt, for a person to judge", doubts, answer, ids)
    apart = [pair for pair in answer.doubts if pair not in doubts]
    lines += _section("Kept apart by a rule or a judgement", apart, answer, ids) if apart else []
    if answer.judgements:
        lines += ["", "Judged by people:", *(f"  {_judgement(each)}" for each in answer.judgements)]
    return [*lines, ""]


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _asked(answer: Explanation) -> str:
    left, right = answer.pair or ("", "")
    found = [*answer.merges, *answer.doubts]
    if not found:
        return (
            f"{left} and {right} were not joined, and no comparison of theirs is kept: they had too little in common."
        )
    if {found[0].left, found[0].right} == {left, right}:
        return f"{left} and {right}, as they were compared:"
    return f"{left} and {right} did not join each other; these {len(found)} merges lead from one to the other:"


def _section(title: str, pairs: Iterable[MergedPair], answer: Explanation, ids: set[str]) -> list[str]:
    told = [line for pair in pairs for line in ("", *_pair_lines(pair, answer, ids))]
    return ["", f"{title}:", *told[1:]] if told else ["", f"{title}: nothing."]


def _pair_lines(pair: MergedPair, answer: Explanation, ids: set[str]) -> list[str]:
    inside = pair.verdict == "review" and {pair.left, pair.right} <= ids
    rows = [("names", _names(pair))]
    rows += [
        (state, f"{bits(weight)}  {piece_word(name)}{f': {detail}' if detail else ''}")
        for name, state, weight, detail in pair.evidence
    ]
    # A mention states a name and nothing else; that is no news.
    by_reference = {name for name, _, _, _ in pair.evidence} == {"reference"}
    rows += [("not stated", _absent(pair))] if pair.not_stated and not by_reference else []
    rows += [("sum", _sum(pair, answer.merge_at)), ("decided by", _decided(pair))]
    rows += [("", "both are records of this entity all the same, joined through others")] if inside else []
    return [
        f"  {pair.left} and {pair.right}: {pair.reason}",
        *(f"    {word:<{_WIDE}}{text}".rstrip() for word, text in rows),
    ]


def _names(pair: MergedPair) -> str:
    left = pair.left_compared or RecordName(pair.left_name, "")
    right = pair.right_compared or RecordName(pair.right_name, "")
    return " / ".join(_name(each) for each in (left, right))


def _name(name: RecordName) -> str:
    kind = "" if name.kind in {"", "primary"} else f" ({name.kind.replace('_', ' ')})"
    return f"{name.name or 'no name'}{kind}"


def _absent(pair: MergedPair) -> str:
    """What could not be compared, by the side that says nothing of it."""
    who = {"both": "by either", "left": f"by {pair.left}", "right": f"by {pair.right}"}
    told = []
    for side, word in who.items():
        if pieces := [piece_word(piece) for piece, missing in pair.not_stated if missing == side]:
            told.append(f"{', '.join(pieces)} {word}")
    return "; ".join(told)


def _sum(pair: MergedPair, merge_at: float | None) -> str:
    if pair.decided_by == "judgement" and not pair.evidence:
        return "not weighed"
    parts = " ".join(f"{'-' if weight < 0 else '+'} {abs(weight):g}" for _, _, weight, _ in pair.evidence if weight)
    told = f"{bits(pair.match_weight)} bits"
    if len([weight for _, _, weight, _ in pair.evidence if weight]) > 1:
        told += f" = {parts.removeprefix('+ ')}"
    if merge_at is not None and pair.match_weight < merge_at:
        told += f", {merge_at - pair.match_weight:.3g} short of the merge line"
    return told


def _decided(pair: MergedPair) -> str:
    if pair.verdict == "review":
        return "nobody yet"
    who = _DECIDED.get(pair.decided_by, pair.decided_by)
    return f"{who}{_signed(pair.judged)}" if pair.judged and pair.decided_by == "judgement" else who


def _signed(judged: JudgementTold) -> str:
    day = f" of {judged.at[:10]}" if judged.at else ""
    by = f" by {judged.who}" if judged.who else ""
    return f"{day}{by}{f': {judged.why}' if judged.why else ''}"


def _judgement(judged: JudgementTold) -> str:
    told = f"{judged.left} and {judged.right} are {judged.judgement}"
    return f"{told}{_signed(judged).replace(' of ', ', said on ', 1)} ({_STATES[judged.state]})"


def explanation_rows(answer: Explanation) -> list[dict[str, Any]]:
    """One row for each judged pair."""
    return [
        {
            "left": pair.left,
            "right": pair.right,
            "verdict": pair.verdict,
            "match_weight": pair.match_weight,
            "decided_by": pair.decided_by,
            "reason": pair.reason,
            "evidence": "; ".join(
                f"{weight:+g} {name} {state} {detail}".strip() for name, state, weight, detail in pair.evidence
            ),
            "names": _names(pair),
            "not_stated": _absent(pair),
        }
        for pair in (*answer.merges, *answer.doubts)
    ]
