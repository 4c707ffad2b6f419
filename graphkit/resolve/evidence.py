"""Evidence for and against each pair: one column per piece, 1 agrees, -1 contradicts, 0 not stated on one side.

Missing is never read as disagreement. Where a record has several values (three flags, two birth dates) one common value
is agreement.
"""

from collections import defaultdict

import numpy as np
import pandas as pd

from graphkit.model.countries import state_of
from graphkit.model.vocabulary import NameKind
from graphkit.names.legal_forms import LEAST_TELLING
from graphkit.names.similarity import similarity
from graphkit.resolve.prepare import Prepared, plain_rows

COMPARED = (
    "imo",
    "company_imo",
    "lei",
    "mmsi",
    "call_sign",
    "company_number",
    "person_number",
    "entry",
    "flag",
    "country",
    "regime",
    "birth_day",
    "birth_year",
    "legal_form",
)
_MOST_NAMES = 100  # of a record, primary ones first, that are compared letter by letter; no party of the lists has more
NAME_COST = {NameKind.PRIMARY: 0.0, NameKind.ORIGINAL: 0.0, NameKind.ALIAS: 1.5, NameKind.FORMER: 4.0}
"""Bits that a name is worth less when it is not the primary one: a former name may be another's today."""


def compare(prepared: Prepared, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs, in their order, with a column per piece of evidence.

    Adds for each of COMPARED the state and, as `<piece>_detail`, the common value or both; `name_bits` for the rarest
    form of a name that both bear (NaN when none), less what aliases and former names are worth less; `name_detail`,
    `name_kinds`; and `similarity` of the closest names where no form is common, NaN where one side has no name.
    """
    compared = pairs.reset_index(drop=True)
    for piece in COMPARED:
        compared = _with_piece(compared, piece, prepared.features[piece])
    return _with_similarity(_with_names(compared, prepared), prepared)


def _with_piece(pairs: pd.DataFrame, piece: str, feature: pd.DataFrame) -> pd.DataFrame:
    common = _common(pairs, feature)
    joined = pairs.merge(common.rename(columns={"value": f"{piece}_detail"}), on=["left", "right"], how="left")
    agrees = joined[f"{piece}_detail"].notna()
    opposed = ~agrees & _can_contradict(joined, piece, feature)
    joined[piece] = agrees.astype(int) - opposed.astype(int)
    joined.loc[opposed, f"{piece}_detail"] = _both(joined[opposed], feature)
    return joined


def _common(pairs: pd.DataFrame, feature: pd.DataFrame) -> pd.DataFrame:
    """The first common value of each pair that has one."""
    left = pairs[["left", "right"]].merge(feature, left_on="left", right_on="record_id")
    right = feature.rename(columns={"record_id": "right"})
    return left.merge(right, on=["right", "value"])[["left", "right", "value"]].drop_duplicates(["left", "right"])


def _can_contradict(pairs: pd.DataFrame, piece: str, feature: pd.DataFrame) -> pd.Series:
    """Pairs whose values would have to agree.

    The legal form CO is said of every company, a UN number beside an OFAC number says nothing, and neither does Hong
    Kong beside China.
    """
    if piece == "entry":
        return _alike(pairs, feature.assign(value=feature["value"].str.replace(" .*", "", regex=True)))
    telling = feature[feature["value"].ne(LEAST_TELLING)] if piece == "legal_form" else feature
    bearers = telling["record_id"].unique()
    both = pairs["left"].isin(bearers) & pairs["right"].isin(bearers)
    return both & ~_alike(pairs, feature.assign(value=feature["value"].map(state_of))) if piece == "country" else both


def _alike(pairs: pd.DataFrame, feature: pd.DataFrame) -> pd.Series:
    """Pairs with a common value."""
    common = _common(pairs, feature.drop_duplicates()).set_index(["left", "right"]).index
    return pd.Series(pd.MultiIndex.from_frame(pairs[["left", "right"]]).isin(common), index=pairs.index)


def _both(pairs: pd.DataFrame, feature: pd.DataFrame) -> list[str]:
    ends = [*pairs["left"], *pairs["right"]]
    said = feature[feature["record_id"].isin(ends)].groupby("record_id")["value"].agg("; ".join).to_dict()
    return [f"{said[left]} / {said[right]}" for left, right in zip(pairs["left"], pairs["right"], strict=True)]


def _with_names(pairs: pd.DataFrame, prepared: Prepared) -> pd.DataFrame:
    """The best form that both bear: its bits, less what the weaker kinds of name are worth less."""
    forms = prepared.forms.assign(cost=prepared.forms["name_kind"].map(NAME_COST).astype("float64"))
    left = pairs[["left", "right"]].merge(forms, left_on="left", right_on="record_id")
    both = left.merge(
        forms.drop(columns="bits"), left_on=["right", "value"], right_on=["record_id", "value"], suffixes=("", "_r")
    )
    both["name_bits"] = (both["bits"] - both["cost"] - both["cost_r"]).clip(lower=0.0)
    both["name_detail"] = both["name"] + " / " + both["name_r"]
    both["name_kinds"] = both["name_kind"] + "/" + both["name_kind_r"]
    both = both.sort_values(
        ["left", "right", "name_bits", "name_detail", "name_kinds"], ascending=[True, True, False, True, True]
    )
    best = both.drop_duplicates(["left", "right"])[["left", "right", "name_bits", "name_detail", "name_kinds"]]
    return pairs.merge(best, on=["left", "right"], how="left")


def _with_similarity(pairs: pd.DataFrame, prepared: Prepared) -> pd.DataFrame:
    """For pairs without a common form, how alike their closest names are; 1 for the others."""
    forms = prepared.forms.assign(further=prepared.forms["name_kind"].ne(NameKind.PRIMARY))
    forms = forms.sort_values(["record_id", "further", "name"])[["record_id", "name"]].drop_duplicates()
    names: dict[str, list[str]] = defaultdict(list)
    for record_id, name in plain_rows(forms, "record_id", "name"):
        if len(names[record_id]) < _MOST_NAMES:
            names[record_id].append(name)
    open_pairs = pairs[pairs["name_bits"].isna()]
    closest = [
        max((similarity(a, b) for a in names[left] for b in names[right]), default=float("nan"))
        for left, right in zip(open_pairs["left"], open_pairs["right"], strict=True)
    ]
    alike = pairs["name_bits"].notna().astype(float)
    alike.loc[open_pairs.index] = np.array(closest)
    return pairs.assign(similarity=alike)
