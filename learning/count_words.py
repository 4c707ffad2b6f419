"""Count the words of names that are known, for the rarity of words: graphkit/resolve/data/words.tsv.

    python learning/count_words.py --lists FOLDER --ais FILE --labelled FOLDER

FOLDER with lists is read as `graphkit build` reads it; FILE is an extract of AIS positions with a column VesselName.
Each distinct form of a name counts once. Names of the part `evaluate` of benchmarks/resolve/split.py are left out, so
that what is measured there was never seen. Words that stand in fewer than two names are left out as well.
"""

import argparse
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# Behind the path, which they are found by: benchmarks/ and graphkit/ stand beside this folder.
from benchmarks.resolve.split import part_of_names, parties_of, read_split  # noqa: E402
from graphkit.case.folder import CaseFolder  # noqa: E402
from graphkit.resolve.classes import FORMS, LEGAL, VESSEL  # noqa: E402
from graphkit.session.building import build  # noqa: E402

LEAST = 2
KINDS = {VESSEL: {"vessel"}, LEGAL: {"company", "organization"}}


def main() -> None:
    """Read, count, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--lists", "--ais", "--labelled"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    names = names_of_lists(options.lists)
    afloat = pd.read_csv(options.ais, usecols=["VesselName"], dtype=str)["VesselName"].dropna().unique()
    names[VESSEL] = [*names[VESSEL], *afloat]
    parties = parties_of(read_split(options.labelled).values())
    lines = [
        "# How many distinct names a word stands in: class of names, word, count; * is the number of names.",
        f"# Counted on {datetime.now(UTC).date()} by learning/count_words.py from the names on OFAC's SDN list (July",
        "# 2021), the UN list (February 2026), Regulations (EU) 2017/1509 and 833/2014, and, for",
        "# vessels, a day of U.S. Coast Guard AIS (3 January 2022). Names that graphkit is judged on are left out.",
    ]
    for name_class in (VESSEL, LEGAL):
        listed = pd.Series(pd.unique(pd.Series(names[name_class])))
        kept = listed[part_of_names(listed, parties).ne("evaluate").to_numpy()]
        lines += counted(list(kept), name_class)
    (ROOT / "graphkit" / "resolve" / "data" / "words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def names_of_lists(lists: Path) -> dict[str, list[str]]:
    """The names on the lists by class."""
    with tempfile.TemporaryDirectory() as folder:
        build([lists], Path(folder) / "case")
        case = CaseFolder(Path(folder) / "case")
        records, names = (case.table(name).to_pandas() for name in ("records", "record_names"))
    kind = records.drop_duplicates("record_id").set_index("record_id")["kind"]
    return {
        name_class: sorted(names[names["record_id"].map(kind).isin(kinds)]["name"].unique())
        for name_class, kinds in KINDS.items()
    }


def counted(names: list[str], name_class: str) -> list[str]:
    """The lines of one class, in the order of the alphabet."""
    forms = {forms[0] for name in names if (forms := FORMS[name_class](name))}
    counts = Counter(word for form in forms for word in set(form.core))
    rows = [
        f"{name_class}\t{word}\t{count}" for word, count in sorted(counts.items()) if count >= LEAST and word.isascii()
    ]
    return [f"{name_class}\t*\t{len(forms)}", *rows]


if __name__ == "__main__":
    main()
