"""What one would write without graphkit: pandas for the list, a regular expression for the links, networkx for the
chain.

Usage: python by_hand.py FOLDER IMO. Prints how many "Linked To" found their party by name, and the chain. It reads
OFAC's list alone, joins by exact name, and keeps no source, date or certainty: less than graphkit answers, and the
honest minimum to beat.
"""

import re
import sys
from pathlib import Path

import networkx as nx
import pandas as pd


def main(folder: Path, imo: str) -> None:
    """Read, link, and print the parties up from the ship."""
    columns = ["id", "name", "type", "program", "title", "sign", "kind", "dwt", "grt", "flag", "owner", "remarks"]
    table = pd.read_csv(folder / "sdn.csv", names=columns, dtype=str, on_bad_lines="skip")
    table = table[table["id"].str.isdigit()]
    by_name = dict(zip(table["name"], table["id"], strict=True))
    graph: nx.DiGraph[str] = nx.DiGraph()
    found = missed = 0
    for number, remarks in zip(table["id"], table["remarks"].fillna(""), strict=True):
        for name in re.findall(r"Linked To: (.+?)(?:;|\.?$)", remarks):
            if name in by_name:
                graph.add_edge(number, by_name[name])
                found += 1
            else:
                missed += 1
    ship = table[table["remarks"].str.contains(f"IMO {imo}", na=False)]["id"].iloc[0]
    names = dict(zip(table["id"], table["name"], strict=True))
    chain = [names[each] for each in nx.descendants(graph, ship)] if ship in graph else []
    print(f"{found} links found, {missed} missed; up from {names[ship]}: {chain}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
