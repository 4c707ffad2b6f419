"""Which pairs of records are worth comparing.

Comparing everything with everything is n(n - 1) / 2 pairs: 85 million for the 13,000 records of three lists. Blocking
keeps the pairs that share a checked number, a list entry or the form of a name, and for companies a word that hardly
any other has. A pair that is missed here is lost for good, so the keys lean towards too many.
"""

import pandas as pd

from graphkit.names.legal_forms import generic_words
from graphkit.names.normalise import words
from graphkit.resolve.prepare import Prepared, entries

_NUMBER_KEYS = ("imo", "company_imo", "lei", "mmsi", "call_sign", "company_number", "person_number", "entry")
_RARE_WORD_BEARERS = 4
_SHORTEST_RARE_WORD = 4
_LARGEST_BLOCK = 200  # records that share one key and are compared each with each
_NEIGHBOURS = 20  # in a larger block each record is compared with so many that follow it


def candidate_pairs(prepared: Prepared) -> pd.DataFrame:
    """m pairs, columns left and right, record ids, left < right, sorted; only records of compatible classes."""
    keys = pd.concat([_number_keys(prepared), _name_keys(prepared), _rare_words(prepared)], ignore_index=True)
    keys = keys[keys["record_id"].isin(entries(prepared).index)].drop_duplicates()
    size = keys.groupby("key")["record_id"].transform("size")
    pairs = _each_with_each(keys[size <= _LARGEST_BLOCK])
    if (size > _LARGEST_BLOCK).any():
        pairs = pd.concat([pairs, _neighbours(keys[size > _LARGEST_BLOCK], prepared)])
    pairs = pairs.drop_duplicates().sort_values(["left", "right"], ignore_index=True)
    return _compatible(pairs, prepared)


def _number_keys(prepared: Prepared) -> pd.DataFrame:
    return pd.concat([_keys(prepared.features[name], name) for name in _NUMBER_KEYS])


def _name_keys(prepared: Prepared) -> pd.DataFrame:
    return _keys(prepared.forms, "name")


def _keys(table: pd.DataFrame, what: str) -> pd.DataFrame:
    return table[["record_id"]].assign(key=f"{what}|" + table["value"].astype("str"))


def _rare_words(prepared: Prepared) -> pd.DataFrame:
    """Words of company names that at most a handful of records bear; they find spellings that differ elsewhere."""
    legal = prepared.forms[prepared.forms["value"].str.startswith("legal:")][["record_id", "name"]].drop_duplicates()
    of_name = {name: sorted(set(words(name)) - generic_words()) for name in legal["name"].unique()}
    rows = legal.assign(value=legal["name"].map(of_name)).explode("value").dropna(subset="value")
    rows = rows.assign(value=rows["value"].astype("str"))
    rows = rows[rows["value"].str.len().ge(_SHORTEST_RARE_WORD)][["record_id", "value"]].drop_duplicates()
    bearers = rows.groupby("value")["record_id"].transform("size")
    return _keys(rows[bearers.between(2, _RARE_WORD_BEARERS)], "word")


def _each_with_each(keys: pd.DataFrame) -> pd.DataFrame:
    pairs = keys.merge(keys, on="key", suffixes=("_left", "_right"))
    pairs = pairs[pairs["record_id_left"] < pairs["record_id_right"]]
    return pairs.rename(columns={"record_id_left": "left", "record_id_right": "right"})[["left", "right"]]


def _neighbours(keys: pd.DataFrame, prepared: Prepared) -> pd.DataFrame:
    """Pairs of a block that is too large to compare in full: records of one country stand next to each other in it."""
    country = prepared.features["country"].drop_duplicates("record_id").set_index("record_id")["value"]
    rows = keys.assign(country=keys["record_id"].map(country).fillna("")).sort_values(["key", "country", "record_id"])
    frames = []
    for distance in range(1, _NEIGHBOURS + 1):
        following = rows.shift(-distance)
        same = rows["key"].eq(following["key"])
        one, other = rows["record_id"][same], following["record_id"][same]
        frames.append(pd.DataFrame({"left": one.where(one < other, other), "right": other.where(one < other, one)}))
    return pd.concat(frames)


def _compatible(pairs: pd.DataFrame, prepared: Prepared) -> pd.DataFrame:
    """Pairs that can be one thing at all, by their kind."""
    classes = prepared.records["name_class"]
    left, right = pairs["left"].map(classes), pairs["right"].map(classes)
    return pairs[left.eq(right) | left.eq("any") | right.eq("any")].reset_index(drop=True)
