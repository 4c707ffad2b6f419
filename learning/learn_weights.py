"""Learn what record-level evidence weighs from labelled records: m, u and bits of the pieces in weights.toml.

    python learning/learn_weights.py --labelled FOLDER            # prints, changes nothing
    python learning/learn_weights.py --labelled FOLDER --write    # and puts what was learned into weights.toml

FOLDER holds vessel_sightings.csv; only the part `develop` of benchmarks/resolve/split.py teaches. Beside it stands a
synthetic table as `graphkit generate --table` writes it. A generator teaches only its own chances: its figures are
printed to be looked at and never written, and what no labelled file teaches stays set by hand.

m is counted over all pairs of records of one party, u over pairs of records of two parties, all or many drawn evenly;
candidate pairs would not do for u, as they are picked for what they share. Agreement weighs log2(m / u),
contradiction log2((1 - m) / (1 - u)). Half a pair is added to each side. Pairs of one party hang together, so that an
interval counts no more of them than there are parties. `by values`: how often two records agree by the frequency of
values alone.

A number counts as learned when its 95 % interval is narrow, enough parties are behind it, and the piece was seen both
to agree and to differ within a party: what never differs was copied when the file was made, and tells nothing of
sources.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.resolve.split import read_split  # noqa: E402
from graphkit.resolve.estimate import DECISIVE  # noqa: E402
from graphkit.resolve.evidence import Comparison  # noqa: E402
from graphkit.resolve.flat_table import said_of  # noqa: E402
from graphkit.resolve.prepared import prepared  # noqa: E402
from graphkit.resolve.stated_pairs import Rate, Stated, StatedPairs, random_pairs  # noqa: E402
from graphkit.resolve.weights import default_weights  # noqa: E402
from graphkit.resolve.weights_text import piece_line  # noqa: E402
from graphkit.synthetic import Plan, generate, records_table  # noqa: E402

WIDEST_BITS, WIDEST_RATE = 2.5, 0.15  # of the 95 % interval of a number that counts as learned
LEAST_PARTIES = 30
DRAWS = 4000
SEED = 7301  # of the synthetic table; benchmarks use others
RECORDS = 8000
RANDOM_PAIRS = 300_000
TABLE = ROOT / "graphkit" / "resolve" / "weights.toml"


@dataclass(frozen=True, slots=True)
class Counted:
    """One piece in one table. m, u: counts by pairs; parties: how many are behind each; by_values: see the header."""

    piece: str
    m: Rate
    u: Rate
    parties: tuple[int, int]
    by_values: float | None

    def estimates(self) -> dict[str, np.ndarray]:
        """same (which is m), agrees and contradicts: the estimate and the ends of its 95 % interval."""
        draw = np.random.default_rng(0)
        m, u = (
            np.append(rate.share, _drawn(rate, most, draw))
            for rate, most in zip((self.m, self.u), self.parties, strict=True)
        )
        numbers = {"same": m, "agrees": np.log2(m / u), "contradicts": np.log2((1 - m) / (1 - u))}
        return {name: np.append(each[0], np.percentile(each[1:], (2.5, 97.5))) for name, each in numbers.items()}

    def learned(self) -> dict[str, float]:
        """The numbers of the piece in weights.toml that these counts are enough for."""
        if min(self.parties) < LEAST_PARTIES or not 0 < self.m.agreed < self.m.stated:
            return {}
        start = default_weights().pieces[self.piece]
        used = {"same": start.agrees is None, "agrees": start.agrees is not None, "contradicts": start.contradicts != 0}
        return {
            name: round(float(value), 2 if name == "same" else 1)
            for name, (value, low, high) in self.estimates().items()
            if used[name] and high - low <= (WIDEST_RATE if name == "same" else WIDEST_BITS)
        }


def _drawn(rate: Rate, most: int, draw: np.random.Generator) -> np.ndarray:
    """Rates that fit the counts (Jeffreys), of no more pairs than there are parties."""
    part = min(most, rate.stated) / rate.stated if rate.stated else 0.0
    return draw.beta(rate.agreed * part + 0.5, (rate.stated - rate.agreed) * part + 0.5, DRAWS)


def main() -> None:
    """Read, count, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labelled", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="put what was learned into weights.toml")
    options = parser.parse_args()
    sightings = list(counted(*sightings_of(options.labelled), kind="vessel"))
    print(f"vessel_sightings.csv, part develop\n{table_of(sightings)}\n")
    print(f"synthetic, seed {SEED}, set by hand whatever it says\n{table_of(list(counted(*synthetic_records())))}\n")
    learned = [each for each in sightings if each.learned()]
    print("Proposed lines:", *(proposal(each) for each in learned), sep="\n")
    if options.write:
        TABLE.write_text(with_lines(TABLE.read_text(encoding="utf-8"), learned), encoding="utf-8")


def sightings_of(folder: Path) -> tuple[pd.DataFrame, pd.Series]:
    """Records in the columns of flat_table, and the party of each."""
    table = read_split(folder)["vessel_sightings"]
    table = table[table["part"].eq("develop")].reset_index(drop=True)
    return table.drop(columns="kind").rename(columns={"vessel_type": "type"}), table["entity"]


def synthetic_records() -> tuple[pd.DataFrame, pd.Series]:
    """What `graphkit generate --table` writes, and its truth."""
    fleet = generate(Plan(records=RECORDS, seed=SEED))
    table = pd.DataFrame(records_table(fleet))
    truth = {row["id"]: row["entity_id"] for group in fleet.groups() for row in group.truth}
    return table, table["id"].map(truth)


def counted(table: pd.DataFrame, party: pd.Series, *, kind: str = "") -> Iterator[Counted]:
    """Every piece that both records of some pair state."""
    records = prepared(said_of(table, kind=kind))
    owner = pd.factorize(party)[0]
    pairs = {*pairs_of_one(owner), *zip(*(side.tolist() for side in random_pairs(records, RANDOM_PAIRS)), strict=True)}
    left, right = np.array(sorted(pairs)).T
    comparison = Comparison.of(records, default_weights())
    same = owner[left] == owner[right]
    chances = same.astype(float)
    for name, stated in StatedPairs.of(comparison, left, right, DECISIVE).pieces.items():
        behind = tuple(parties(stated, owner, left, right, same == one) for one in (True, False))
        yield Counted(name, stated.rate(chances), stated.rate(1 - chances), behind, by_values(stated))


def pairs_of_one(owner: np.ndarray) -> Iterator[tuple[int, int]]:
    """All pairs of records of one party."""
    for rows in pd.Series(range(len(owner))).groupby(owner):
        yield from combinations(rows[1].tolist(), 2)


def parties(stated: Stated, owner: np.ndarray, left: np.ndarray, right: np.ndarray, chosen: np.ndarray) -> int:
    """How many parties are behind the chosen pairs."""
    at = stated.at[chosen[stated.at]]
    return len(np.unique(np.concatenate([owner[left[at]], owner[right[at]]])))


def by_values(stated: Stated) -> float | None:
    """Chance that two records agree, from the frequency of values; None for measures."""
    if stated.feature is None:
        return None
    return float(((stated.feature.bearers / max(stated.feature.stated.sum(), 1)) ** 2).sum())


def table_of(found: list[Counted]) -> str:
    """The figures in columns: m and u with counts of pairs and parties, bits with intervals, and what is learned."""
    header = ("piece", "m", "u", "by values", "agreement", "contradiction", "learned")
    return "\n".join(f"{a:15}{b:26}{c:30}{d:11}{e:22}{f:22}{g}" for a, b, c, d, e, f, g in [header, *map(row, found)])


def row(each: Counted) -> tuple[str, ...]:
    """The cells of one piece."""
    m, u = (
        f"{rate.share:.3f} ({rate.agreed:.0f}/{rate.stated:.0f}, {behind})"
        for rate, behind in zip((each.m, each.u), each.parties, strict=True)
    )
    values = "" if each.by_values is None else f"{each.by_values:.4f}"
    numbers = each.estimates()
    bits = ("{:+.1f} [{:+.1f}, {:+.1f}]".format(*numbers[name]) for name in ("agrees", "contradicts"))
    return each.piece, m, u, values, *bits, ", ".join(each.learned()) or "nothing"


def proposal(each: Counted) -> str:
    """The line of weights.toml. `chance` and `most` stay: they speak for tables with other values than these."""
    learned = each.learned()
    counts = f"m {each.m.agreed:.0f}/{each.m.stated:.0f}, u {each.u.agreed:.0f}/{each.u.stated:.0f}"
    note = f"learned {datetime.now(UTC).date()}: {', '.join(learned)} ({counts})"
    return piece_line(each.piece, replace(default_weights().pieces[each.piece], **learned), note)


def with_lines(text: str, learned: list[Counted]) -> str:
    """The table with the lines of learned pieces exchanged; everything else stays as it is."""
    for each in learned:
        line = proposal(each)
        text = re.sub(rf"^{each.piece} = \{{.*$", lambda _, line=line: line, text, flags=re.MULTILINE)
    return text


if __name__ == "__main__":
    main()
