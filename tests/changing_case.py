"""An invented group that changes from one build to the next, for tests of what is told of it.

Ivor (OFAC, EU) holds 60 % of Holding, Holding 60 % of Shipping, Shipping the ship EXAMPLE STAR.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from graphkit.session.building import build
from tests.small_cases import lines

ENTITIES = """
    id,name,kind,imo,flag
    ivor,Ivor Example,person,,
    mara,Mara Example,person,,
    holding,Example Holding Ltd,company,,
    shipping,Example Shipping Ltd,company,,
    star,EXAMPLE STAR,vessel,9074729,PA
    moon,EXAMPLE MOON,vessel,7303803,KP
"""
LINKS = """
    from,to,type,share,start,role
    ivor,holding,OWNS,60,2016-05-01,shareholder
    holding,shipping,OWNS,60,2017-01-15,shareholder
    shipping,star,OWNS,100,2018-03-01,registered_owner
"""
LISTINGS = """
    entity,authority,reference,listed,delisted
    ivor,OFAC,X-1,2022-03-01,
    ivor,EU,Y-1,2022-03-01,
    moon,EU,Y-9,2018-03-30,
"""
DAY = "2024-01-01"


class ChangingCase:
    """A case of one's own tables in the folder `own`, built again after each change."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "case"
        self._own = folder / "own"
        self._tables: dict[str, str] = {"entities": ENTITIES, "links": LINKS, "listings": LISTINGS}
        self._built = 0

    def build(self, *further: Path, **changed: str) -> str:
        """Build with these tables in place of the last ones; returns the id of the build."""
        self._tables |= changed
        self._own.mkdir(parents=True, exist_ok=True)
        for name, text in self._tables.items():
            (self._own / f"{name}.csv").write_text(lines(text), encoding="utf-8")
        self._built += 1
        report = build([self._own, *further], self.path, today=date(2024, 1, self._built))
        return report.manifest.build

    def build_with(self, changes: Mapping[str, tuple[str, str]]) -> str:
        """Build with one text of each named table replaced."""
        changed = {}
        for table, (old, new) in changes.items():
            assert old in self._tables[table], f"{old!r} is not in {table}"
            changed[table] = self._tables[table].replace(old, new)
        return self.build(**changed)
