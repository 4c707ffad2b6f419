"""graphkit beside nomenklatura, Splink and RapidFuzz on the same input, in one run.

Usage: python benchmarks/resolve/run.py --data FOLDER --out FOLDER, where --data holds the labelled files of split.py.
Needs an environment with requirements.txt and graphkit. Writes results.json, results.md, results.svg and scale.svg.

Every tool runs at the threshold its documentation names or that is usual (tools.py), in a process of its own. One that
fails or takes longer than --limit is reported with the reason.
"""

import argparse
import hashlib
import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cost
import labelled
from report import markdown, picture, picture_of_scale
from split import PAIRS, SETS
from tools import TOOLS

SIZES = (10_000, 100_000, 1_000_000)
QUESTIONS = ("pairs", "clusters", "speed", "synthetic")


def main() -> None:
    """Run what was asked for and write it; questions of an earlier run in the same folder stay."""
    options = _options()
    chosen = tuple(tool for tool in TOOLS if not options.tools or tool.name in options.tools)
    scratch = options.out / "work"
    scratch.mkdir(parents=True, exist_ok=True)
    results = options.out / "results.json"
    told: dict[str, Any] = json.loads(results.read_text(encoding="utf-8")) if results.exists() else {}
    told |= _circumstances(options.data)
    for question in options.only or QUESTIONS:
        print(f"{datetime.now(UTC):%H:%M:%S} {question}", flush=True)
        if question == "pairs":
            told[question] = labelled.pairs(chosen, options.data, scratch, draws=options.draws, limit_s=options.limit)
        elif question == "clusters":
            told[question] = labelled.clusters(
                chosen, options.data, scratch, draws=options.draws, limit_s=options.limit
            )
        elif question == "speed":
            told[question] = cost.speed(chosen, options.data, scratch, options.limit)
        else:
            told[question] = cost.synthetic(chosen, scratch, tuple(options.sizes), options.limit)
        results.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (options.out / "results.md").write_text(markdown(told), encoding="utf-8")
    picture(told, options.out / "results.svg")
    picture_of_scale(told, options.out / "scale.svg")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled files")
    parser.add_argument("--out", type=Path, required=True, help="folder for the results")
    parser.add_argument("--only", nargs="*", choices=QUESTIONS, help="these questions alone")
    parser.add_argument("--tools", nargs="*", choices=[tool.name for tool in TOOLS], help="these tools alone")
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES, help="records of the synthetic tables")
    parser.add_argument("--limit", type=float, default=600, help="seconds that one tool may take for one input")
    parser.add_argument("--draws", type=int, default=1000, help="draws of the bootstrap")
    return parser.parse_args()


def _circumstances(data: Path) -> dict[str, Any]:
    """When, on what, with which versions and which input."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{platform.machine()}, {cores} cores, {memory:.0f} GiB; Python {platform.python_version()}",
        "tools": {t.name: {"version": t.version, "pairs_at": t.pairs_at, "joins_at": t.joins_at, "why": t.why}
                  for t in TOOLS},
        "input": {name: hashlib.sha256((data / f"{name}.csv").read_bytes()).hexdigest() for name in (*PAIRS, *SETS)},
    }  # fmt: skip


if __name__ == "__main__":
    main()
