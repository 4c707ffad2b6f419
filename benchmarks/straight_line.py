"""From official lists to a chain, as whole processes: graphkit beside a script of pandas and networkx.

Usage: python benchmarks/straight_line.py LISTS, where LISTS holds ofac/, un/ and eu/32017R1509.csv.
"""

import sys
import tempfile
from pathlib import Path

from measure import Cost, cost_of, machine

IMO = "7303803"


def main(lists: Path) -> None:
    """Print the table."""
    graphkit = [sys.executable, "-m", "graphkit"]
    by_hand = [sys.executable, str(Path(__file__).with_name("by_hand.py")), str(lists / "ofac"), IMO]
    with tempfile.TemporaryDirectory() as folder:
        case = ["--case", str(Path(folder) / "case")]
        everything = [str(lists / "ofac"), str(lists / "un"), str(lists / "eu" / "32017R1509.csv")]
        rows = [
            ("graphkit --help", cost_of([*graphkit, "--help"])),
            ("by hand: OFAC read, linked, one chain", cost_of(by_hand)),
            ("graphkit build: OFAC", cost_of([*graphkit, "build", str(lists / "ofac"), *case])),
            ("graphkit build: OFAC, UN, EU", cost_of([*graphkit, "build", *everything, *case])),
            ("graphkit trace, start-up included", cost_of([*graphkit, "trace", IMO, *case])),
        ]
    print(f"{machine()}\n")
    print("| what | wall s | cpu s | peak MB |\n|---|---|---|---|")
    for name, cost in rows:
        print(_row(name, cost))


def _row(name: str, cost: Cost) -> str:
    return f"| {name} | {cost.wall_s:.2f} | {cost.cpu_s:.2f} | {cost.peak_mb:.0f} |"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
