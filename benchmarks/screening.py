"""Screening tables of growing length against official lists: rows per second and peak memory of the whole command.

    python benchmarks/screening.py LISTS [ROWS...]

LISTS is a folder with ofac/, un/ and eu/. 95 rows in 100 are parties that do not exist, from `graphkit generate`; 5 are
listed ones as others write them: a letter exchanged, words in another order, a number or a name as it is printed.
"""

import csv
import random
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from measure import cost_of, machine

import graphkit
from graphkit import synthetic
from graphkit.session.opening import Case

SIZES = (10_000, 100_000)
EVERY = 20  # one row in so many is a listed party's
COLUMNS = ("id", "kind", "name", "imo", "flag", "country", "birth_date", "address", "truth")


def variants(case: Case, seed: int = 2018) -> Iterator[dict[str, str]]:
    """Listed parties under one of their names, written as others may write it; never twice the same draw."""
    draw = random.Random(seed)
    entities = {row["entity_id"]: row for row in case.store.table("entities").to_pylist()}
    names = case.store.table("entity_names").select(["entity_id", "name", "name_kind"]).to_pylist()
    names = [row for row in names if row["name_kind"] != "weak" and entities[row["entity_id"]]["kind"] != "aircraft"]
    while True:
        row = draw.choice(names)
        entity = entities[row["entity_id"]]
        numbered = bool(entity["imo"]) and draw.random() < 0.5
        yield {
            "kind": entity["kind"] if draw.random() < 0.5 else "",
            "name": "" if numbered else written(row["name"], draw),
            "imo": entity["imo"] if numbered else "",
            "truth": entity["entity_id"],
        }


def written(name: str, draw: random.Random) -> str:
    """A name with one change, or none."""
    way = draw.randrange(4)
    words = name.split()
    if way == 0 and len(name) > 6:
        place = draw.randrange(1, len(name) - 2)
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    if way == 1 and len(words) > 1:
        return " ".join((*words[1:], words[0]))
    return name.lower() if way == 2 else name


def table(path: Path, size: int, clear: Path, case: Case) -> None:
    """A table of so many rows."""
    listed = variants(case)
    with clear.open(encoding="utf-8", newline="") as source, path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(source)
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", restval="", lineterminator="\n")
        writer.writeheader()
        for number in range(size):
            row = next(listed) if number % EVERY == 0 else next(rows)
            writer.writerow({**row, "id": f"r{number}"})


def found(screened: Path) -> tuple[int, int, int]:
    """How many rows are of listed parties, how many of these found theirs, and how many others have a hit."""
    rows: dict[str, tuple[str, set[str]]] = {}
    with screened.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["row"], (row["input truth"], set()))[1].add(row["id"])
    listed = [hits for truth, hits in rows.values() if truth]
    right = sum(truth in hits for truth, hits in rows.values() if truth)
    return len(listed), right, sum(bool(hits - {""}) for truth, hits in rows.values() if not truth)


def prepare(lists: Path, place: Path, sizes: list[int]) -> None:
    """The case, and a table of each size."""
    graphkit.build([lists], case=place / "case")
    case = graphkit.open_case(place / "case")
    plan = synthetic.Plan(records=max(sizes), seed=2018, damage=synthetic.Damage.LIGHT)
    synthetic.write_table(synthetic.generate(plan), place / "clear.csv")
    for size in sizes:
        table(place / f"{size}.csv", size, place / "clear.csv", case)


def main() -> None:
    """Print the table."""
    lists, sizes = Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or list(SIZES)
    print(f"{machine()}\n")
    print("| rows | seconds | of the processor | rows a second | peak MB | listed found | others with a hit |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        # In a process of its own: one that is started later would be charged with the memory of this one.
        with ProcessPoolExecutor(max_workers=1) as pool:
            pool.submit(prepare, lists, place, sizes).result()
        for size in sizes:
            words = ("screen", f"{place / str(size)}.csv", "--case", str(place / "case"), "--measure", "any")
            command = (sys.executable, "-m", "graphkit", *words, "--format", "csv", "-o", str(place / "out.csv"))
            cost = cost_of(command, runs=1)
            listed, right, others = found(place / "out.csv")
            rate, cells = size / cost.wall_s, f"{right:,} of {listed:,} | {others:,} of {size - listed:,}"
            print(f"| {size:,} | {cost.wall_s:.1f} | {cost.cpu_s:.1f} | {rate:,.0f} | {cost.peak_mb:.0f} | {cells} |")


if __name__ == "__main__":
    main()
