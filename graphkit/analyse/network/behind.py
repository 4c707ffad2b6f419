"""What a finding rests on: its links, and who states them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from graphkit.model.answers.network import Behind
from graphkit.store.base import Row, Store

_MOST_LINKS_TOLD: Final = 200


class Sources:
    """The sources of links, asked for the links of one finding at a time and kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of_link: dict[str, set[str]] = {}

    def behind(self, rows: Iterable[Row]) -> Behind:
        """The links of a finding, the first 200 by id, and the sources that state these."""
        ids = sorted({row["link_id"] for row in rows})[:_MOST_LINKS_TOLD]
        new = [each for each in ids if each not in self._of_link]
        found: dict[str, set[str]] = defaultdict(set)
        for row in self._store.rows("link_sources", link_ids=new) if new else ():
            found[row["link_id"]].add(row["source_id"])
        self._of_link |= {each: found[each] for each in new}
        return Behind(tuple(ids), tuple(sorted({source for each in ids for source in self._of_link[each]})))
