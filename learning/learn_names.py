"""Learn the scorecards of names from labelled pairs: graphkit/resolve/data/vessel_names.toml and legal_names.toml.

    pip install scikit-learn
    python learning/learn_names.py --labelled FOLDER

FOLDER holds company_name_pairs.csv, un_name_pairs.csv and vessel_name_pairs.csv (name_a, name_b, label); our own pairs
in tests/data/resolve join them. Only the part `develop` of benchmarks/resolve/split.py teaches.

The model is a sum of small tables: boosted trees, each of which may ask about one feature or about one of the PAIRS
below, and never the wrong way round (a closer spelling cannot count against a match). Trees over the same features are
added up into one table of bits, so what is shipped is the model itself and no copy of it.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from math import log
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.resolve.split import read_split  # noqa: E402
from graphkit.names.company_names import company_forms  # noqa: E402
from graphkit.names.vessel_names import vessel_forms  # noqa: E402
from graphkit.resolve.form_table import spelt  # noqa: E402
from graphkit.resolve.name_features import FEATURES, name_features  # noqa: E402
from graphkit.resolve.ragged import Crossed  # noqa: E402

FORMS = {"vessel": vessel_forms, "legal": company_forms}
RISING = {
    "covered_less",
    "covered_more",
    "exact",
    "near_word",
    "other_word",
    "first_words",
    "joined",
    "joined_start",
    "ordered",
    "sound",
    "acronym",
}
FALLING = {"opposed", "left_out", "edits", "trade_opposed", "trade_left_out"}
PAIRS = {
    "vessel": [
        ("joined", "shorter"), ("edits", "shorter"), ("edits", "numerals"), ("joined", "numerals"),
        ("covered_less", "numerals"), ("covered_more", "covered_less"), ("opposed", "left_out"),
        ("joined_start", "longer"), ("sound", "edits"), ("joined", "bits"), ("opposed", "joined"),
        ("exact", "numerals"), ("near_word", "edits"), ("near_word", "most_words"),
        ("other_word", "edits"),
    ],
    "legal": [
        ("covered_less", "covered_more"), ("opposed", "left_out"), ("covered_less", "common_bits"),
        ("covered_more", "rarest_common"), ("opposed", "common_bits"), ("opposed", "rarest_common"),
        ("joined", "shorter"), ("joined", "opposed"), ("sound", "opposed"), ("covered_more", "left_out"),
        ("covered_less", "legal_form"), ("ordered", "opposed"), ("acronym", "common_bits"),
        ("covered_less", "numerals"),
        ("edits", "bits"), ("joined_start", "shorter"), ("covered_less", "fewest_words"),
        ("exact", "numerals"), ("exact", "left_out"), ("exact", "legal_form"), ("near_word", "edits"),
        ("near_word", "opposed"),
        ("other_word", "edits"), ("other_word", "exact"), ("exact", "trade_opposed"), ("covered_less", "trade_opposed"),
        ("exact", "trade_left_out"), ("trade_opposed", "rarest_common"),
    ],
}  # fmt: skip
BY_HAND = {
    "vessel": {},
    "legal": {
        # NO_FORM, SAME_FORM, NEAR_FORM, ONE_HAS_FORM, OTHER_FORM: a JSC and an LLC are two registrations.
        "legal_form": [0.0, 0.0, -0.8, 0.0, -2.5],
        # NO_NUMBER, SAME_NUMBER, ONE_HAS_FIRST, ONE_HAS, OTHER_NUMBER: single-ship companies are told apart by numbers.
        "numerals": [0.0, 0.5, -1.0, -2.0, -4.0],
    },
}
"""Bits that labelled pairs are too few to teach, by the state of a feature; added to what they teach."""
OWN_WEIGHT = 4.0  # the pairs written for graphkit are few and tell of the world beyond one list
ROUNDS = {"vessel": 220, "legal": 260}


def main() -> None:
    """Read, learn, write, and say how well it fits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labelled", type=Path, required=True)
    folder = parser.parse_args().labelled
    for name_class, pairs in labelled_pairs(folder).items():
        teach = pairs[pairs["part"].eq("develop")]
        features, row = features_of(teach, name_class)
        model = learn(features, teach["label"].to_numpy()[row], teach["weight"].to_numpy()[row], name_class)
        path = ROOT / "graphkit" / "resolve" / "data" / f"{name_class}_names.toml"
        path.write_text(as_text(model, name_class, teach), encoding="utf-8")
        print(f"{path.name}: learned from {len(teach)} pairs, {int(teach['label'].sum())} of them one party")


def labelled_pairs(folder: Path) -> dict[str, pd.DataFrame]:
    """name_a, name_b, label, weight, part, file by class of names."""
    tables = read_split(folder)
    own = own_pairs()
    named = {name: table.assign(file=name) for name, table in tables.items()}
    return {
        "vessel": pd.concat([named["vessel_name_pairs"], own["vessel"]], ignore_index=True),
        "legal": pd.concat([named["company_name_pairs"], named["un_name_pairs"], own["legal"]], ignore_index=True),
    }


def own_pairs() -> dict[str, pd.DataFrame]:
    """The pairs written for graphkit that may teach: every second one by the hash of its names."""
    from benchmarks.resolve.split import part_of_pairs, weight_of_pairs

    folder = ROOT / "tests" / "data" / "resolve"
    read = {
        name: pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in ("company_pairs", "vessel_pairs", "cross_script_pairs")
    }
    found: dict[str, list[pd.DataFrame]] = {"vessel": [], "legal": []}
    for name, table in read.items():
        table = table.assign(label=table["label"].astype(int), file=name)
        table = table.assign(part=part_of_pairs(table), weight=weight_of_pairs(table) * OWN_WEIGHT)
        if name == "cross_script_pairs":
            found["vessel"].append(table[table["kind"].eq("vessel")])
            found["legal"].append(table[table["kind"].eq("company")])
        else:
            found["vessel" if name == "vessel_pairs" else "legal"].append(table)
    return {name_class: pd.concat(tables, ignore_index=True) for name_class, tables in found.items()}


def features_of(pairs: pd.DataFrame, name_class: str) -> tuple[np.ndarray, np.ndarray]:
    """FEATURES of the nearest reading of each pair, and which pair it is; pairs without any word are left out."""
    names = list(pd.unique(pd.concat([pairs["name_a"], pairs["name_b"]])))
    number = {name: index for index, name in enumerate(names)}
    spelling = spelt(names, name_class, FORMS[name_class])
    left, right = (pairs[side].map(number).to_numpy() for side in ("name_a", "name_b"))
    crossed = Crossed.of(spelling.of_name.lengths(left), spelling.of_name.lengths(right))
    start = spelling.of_name.start
    one = spelling.of_name.values[start[left][crossed.pair] + crossed.left]
    other = spelling.of_name.values[start[right][crossed.pair] + crossed.right]
    features = name_features(spelling.table, one, other)
    nearness = features[:, FEATURES.index("joined")] + features[:, FEATURES.index("covered_less")]
    order = np.lexsort((-nearness, crossed.pair))
    nearest = order[np.unique(crossed.pair[order], return_index=True)[1]]
    return features[nearest], crossed.pair[nearest]


def learn(
    features: np.ndarray, label: np.ndarray, weight: np.ndarray, name_class: str
) -> HistGradientBoostingClassifier:
    """Boosted trees over single features and PAIRS."""
    index = FEATURES.index
    allowed = [{index(a), index(b)} for a, b in PAIRS[name_class]]
    allowed += [{index(name)} for name in FEATURES]
    slopes = [1 if name in RISING else -1 if name in FALLING else 0 for name in FEATURES]
    model = HistGradientBoostingClassifier(
        max_iter=ROUNDS[name_class],
        learning_rate=0.06,
        max_leaf_nodes=8,
        min_samples_leaf=10,
        l2_regularization=3.0,
        max_bins=24,
        interaction_cst=allowed,
        monotonic_cst=slopes,
        early_stopping=False,
        random_state=0,
    )
    return model.fit(features, label, sample_weight=weight)


Box = tuple[dict[int, tuple[float, float]], float]  # for each feature above which value and up to which; bits


def terms_of(model: HistGradientBoostingClassifier) -> dict[tuple[int, ...], tuple[list[np.ndarray], np.ndarray]]:
    """The leaves added up: for each set of features its edges and the table of bits."""
    boxes: dict[tuple[int, ...], list[Box]] = {}
    for (predictor,) in model._predictors:  # scikit-learn gives no public way to its trees
        for box, value in _leaves(predictor.nodes, 0, {}):
            boxes.setdefault(tuple(sorted(box)), []).append((box, value / log(2)))
    terms = {}
    for used, of_set in sorted(boxes.items()):
        bounds = [sorted({bound for box, _ in of_set for bound in box[f] if np.isfinite(bound)}) for f in used]
        edges = [np.array(each) for each in bounds]
        table = np.zeros([len(each) + 1 for each in edges])
        for box, value in of_set:
            # Bin i holds values above edges[i - 1] and up to edges[i].
            cells = [_bins(each, *box[f]) for f, each in zip(used, edges, strict=True)]
            table[tuple(cells)] += value
        terms[used] = (edges, table)
    return terms


def _bins(edges: np.ndarray, low: float, high: float) -> slice:
    """The bins of the values above `low` and up to `high`."""
    first = 0 if low == -np.inf else int(np.searchsorted(edges, low)) + 1
    return slice(first, int(np.searchsorted(edges, high)) + 1)


def _leaves(nodes: np.ndarray, at: int, box: dict[int, tuple[float, float]]) -> Iterator[Box]:
    node = nodes[at]
    if node["is_leaf"]:
        yield box, float(node["value"])
        return
    feature, edge = int(node["feature_idx"]), float(node["num_threshold"])
    low, high = box.get(feature, (-np.inf, np.inf))
    yield from _leaves(nodes, int(node["left"]), {**box, feature: (low, min(high, edge))})
    yield from _leaves(nodes, int(node["right"]), {**box, feature: (max(low, edge), high)})


def as_text(model: HistGradientBoostingClassifier, name_class: str, teach: pd.DataFrame) -> str:
    """The tables as TOML."""
    files = ", ".join(f"{name} ({count})" for name, count in sorted(teach["file"].value_counts().items()))
    today = datetime.now(UTC).date()
    start = float(np.ravel(model._baseline_prediction)[0]) / log(2)
    lines = [
        f"# Bits of names of the class {name_class}; graphkit/resolve/scorecard.py says how they are read.",
        f"# Learned on {today} by learning/learn_names.py from {len(teach)} labelled pairs, the part `develop` of:",
        f"# {files}.",
        "",
        f"start = {start:.3f}",
    ]
    for name, bits in BY_HAND[name_class].items():
        edges = [[place + 0.5 for place in range(len(bits) - 1)]]
        lines += ["", "[[term]]  # set by hand", f'features = ["{name}"]', f"edges = {edges}", f"bits = {bits}"]
    for used, (edges, table) in terms_of(model).items():
        names = ", ".join(f'"{FEATURES[f]}"' for f in used)
        lines += ["", "[[term]]", f"features = [{names}]"]
        lines.append(f"edges = [{', '.join(_numbers(each, 4) for each in edges)}]")
        if table.ndim == 1:
            lines.append(f"bits = {_numbers(table, 2)}")
        else:
            lines += ["bits = [", *(f"  {_numbers(row, 2)}," for row in table), "]"]
    return "\n".join(lines) + "\n"


def _numbers(values: np.ndarray, digits: int) -> str:
    return "[" + ", ".join(f"{value:.{digits}f}".rstrip("0").rstrip(".") if value else "0" for value in values) + "]"


if __name__ == "__main__":
    main()
