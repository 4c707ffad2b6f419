"""Verdicts of the authorities' tests that changed on entities, each as of the day of its build."""

import pandas as pd

from graphkit.analyse.changes.builds import Pair, frame, side_by_side, text, told
from graphkit.model.answers.ownership import ShareRange

_RULES = ("ofac", "eu", "uk")
_SHARES = ("effective_listed_share_min", "effective_listed_share_max")
_READ = ("entity_id", *(f"blocked_{rule}" for rule in _RULES), "blocked_because", *_SHARES)


def verdict_changes(pair: Pair) -> pd.DataFrame:
    """One row per rule whose result changed (`changed`), or that has the same result on other grounds (`grounds`), and
    one for an effective share of listed parties that changed.

    Entities that were merged are compared each with what they have become.
    """
    if pair.same("entities"):
        return told()
    before, after = frame(pair.old.table("entities"), *_READ), frame(pair.new.table("entities"), *_READ)
    before["old_id"] = before["entity_id"]
    before["entity_id"] = pair.followed.renamed(before["entity_id"])
    both = side_by_side(before, after, ["entity_id"], both=True)
    both = both.assign(**{name: text(both[name]) for name in both.columns if name.startswith("blocked_")})
    differs = both["blocked_because_old"].ne(both["blocked_because_new"])
    renamed = [_renamed(pair, ids) for ids in both.loc[differs, "blocked_because_old"]]
    both.loc[differs, "blocked_because_old"] = pd.Series(renamed, index=both.index[differs], dtype="str")
    found = [_of_rule(both, rule) for rule in _RULES]
    return pd.concat([*found, _shares(both)], ignore_index=True)


def _renamed(pair: Pair, ids: str) -> str:
    now = pair.followed.now
    return "; ".join(sorted({str(now.get(each, each)) for each in ids.split("; ")})) if ids else ""


def _of_rule(both: pd.DataFrame, rule: str) -> pd.DataFrame:
    one, other = both[f"blocked_{rule}_old"], both[f"blocked_{rule}_new"]
    grounds = one.eq(other) & one.isin(["yes", "possible"])
    grounds &= both["blocked_because_old"].ne(both["blocked_because_new"])
    rows = both[one.ne(other) | grounds]
    changed = rows[f"blocked_{rule}_old"].ne(rows[f"blocked_{rule}_new"])
    return told(
        change=pd.Series("changed", index=rows.index).where(changed, "grounds"),
        id=rows["entity_id"],
        old_id=rows["old_id"],
        what=pd.Series(rule.upper(), index=rows.index),
        before=_result(rows, rule, "old"),
        after=_result(rows, rule, "new"),
    )


def _result(rows: pd.DataFrame, rule: str, side: str) -> "pd.Series[str]":
    """The result, and because of whom where it is not no."""
    result, because = rows[f"blocked_{rule}_{side}"], rows[f"blocked_because_{side}"]
    named = because.ne("") & result.isin(["yes", "possible"])
    return (result.where(result.ne(""), "not applicable") + (" (because of " + because + ")").where(named, "")).astype(
        "str"
    )


def _shares(both: pd.DataFrame) -> pd.DataFrame:
    """Effective shares of listed parties; a build without one says nothing of it."""
    rows = both[[*(f"{name}_{side}" for side in ("old", "new") for name in _SHARES), "entity_id", "old_id"]].dropna()
    changed = pd.Series(False, index=rows.index)
    for name in _SHARES:
        changed |= rows[f"{name}_old"].ne(rows[f"{name}_new"])
    rows = rows[changed]
    sides = {
        side: [str(ShareRange(*ends)) for ends in rows[[f"{name}_{side}" for name in _SHARES]].itertuples(index=False)]
        for side in ("old", "new")
    }
    return told(
        change=["changed"] * len(rows),
        id=rows["entity_id"].to_numpy(),
        old_id=rows["old_id"].to_numpy(),
        what=["effective share of listed parties"] * len(rows),
        before=sides["old"],
        after=sides["new"],
    )
