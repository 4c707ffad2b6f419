"""What changed between two builds of a case, or between two cases: per entity, each followed through its old ids.

Whole tables are joined, so that builds of a million links are compared in seconds. A change is one of the data: a party
that is new on a list may have been a party to the facts long before.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.analyse.evidence import list_ages
from graphkit.analyse.find import one_entity
from graphkit.errors import Ambiguous, NotFound, WrongUse
from graphkit.model.answers.changes import MATTERS, Change, ChangeCount, ComparedBuild, Diff

if TYPE_CHECKING:
    import pandas as pd

    from graphkit.analyse.changes.builds import Build, Pair


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """only: the matters that are told, all unless named. entity: one entity, in whichever build it is. each: most
    changes of one kind that are told, all unless given.
    """

    only: tuple[str, ...] = ()
    entity: str | None = None
    each: int | None = None


def diff(old: "Build", new: "Build", named: tuple[tuple[str, str], ...], options: DiffOptions | None = None) -> Diff:
    """Every change from the old to the new build. named: folder and id of both builds.

    Raises:
        WrongUse: there is no such matter. NotFound, Ambiguous: the entity is not exactly one in either build.
    """
    from graphkit.analyse.changes.builds import Pair

    options = options or DiffOptions()
    pair = Pair(old, new)
    ids = entity_in_either(pair, options.entity) if options.entity else None
    rows = changed_rows(pair, options.only)
    if ids is not None:
        rows = rows[rows["id"].isin(ids) | rows["old_id"].isin(ids) | rows["other_id"].isin(ids)]
    shown = rows if options.each is None else rows.groupby(["matter", "change"], sort=False).head(options.each)
    return Diff(
        old=compared(old, named[0]),
        new=compared(new, named[1]),
        counts=counted(rows),
        changes=as_changes(shown),
        truncated=len(shown) < len(rows),
        lists=list_ages(new),
    )


def compared(build: "Build", named: tuple[str, str]) -> ComparedBuild:
    """A build as an answer names it."""
    from graphkit.analyse.changes.builds import build_day

    return ComparedBuild(*named, build_day(build))


def entity_in_either(pair: "Pair", text: str) -> set[str]:
    """The ids that a text means: of the new build's entity, and of the one of the old build.

    Raises:
        NotFound, Ambiguous: it is not exactly one entity in either build.
    """
    try:
        return {one_entity(pair.new, text)}
    except NotFound as error:
        try:
            old = one_entity(pair.old, text)
        except (NotFound, Ambiguous):
            raise error from None
        return {pair.followed.now_of(old) or old}


def changed_rows(pair: "Pair", only: Collection[str] = ()) -> "pd.DataFrame":
    """All changes as rows: matter, the columns of builds.COLUMNS, and names; ordered by entity.

    Raises:
        WrongUse: there is no such matter.
    """
    import pandas as pd

    parts = _parts()
    if unknown := sorted(set(only) - set(parts)):
        raise WrongUse(f"--only {unknown[0]!r} is none of {', '.join(MATTERS)}.")
    found = [part(pair).assign(matter=matter) for matter, part in parts.items() if matter in (only or MATTERS)]
    rows = pd.concat(found, ignore_index=True)
    return _ordered(_named(pair, rows))


def _parts() -> dict[str, "Callable[[Pair], pd.DataFrame]"]:
    from graphkit.analyse.changes.entities import entity_changes
    from graphkit.analyse.changes.holdings import link_changes, owner_changes
    from graphkit.analyse.changes.listings import listing_changes
    from graphkit.analyse.changes.names import name_changes
    from graphkit.analyse.changes.sources import source_changes
    from graphkit.analyse.changes.verdicts import verdict_changes

    return {
        "entities": entity_changes,
        "listings": listing_changes,
        "owners": owner_changes,
        "links": link_changes,
        "verdicts": verdict_changes,
        "names": name_changes,
        "sources": source_changes,
    }


def _named(pair: "Pair", rows: "pd.DataFrame") -> "pd.DataFrame":
    """The same rows with the names of both parties, as the new build gives them, else the old one."""
    import pandas as pd

    from graphkit.analyse.changes.builds import frame, text

    wanted = {*rows["id"], *rows["other_id"]}
    tables = [frame(build.table("entities"), "entity_id", "name", "kind") for build in (pair.new, pair.old)]
    parties = pd.concat([table[table["entity_id"].isin(wanted)] for table in tables])
    parties = parties.drop_duplicates("entity_id").set_index("entity_id")
    return rows.assign(
        name=text(rows["id"].map(parties["name"])),
        kind=text(rows["id"].map(parties["kind"])),
        other=text(rows["other_id"].map(parties["name"])),
        old_id=rows["old_id"].mask(rows["old_id"].eq(rows["id"]), ""),
    )


def _ordered(rows: "pd.DataFrame") -> "pd.DataFrame":
    """By entity, then by matter; the sources last."""
    rank = rows["matter"].map({matter: place for place, matter in enumerate(MATTERS)})
    rows = rows.assign(rank=rank, last=rows["id"].eq(""))
    order = ["last", "name", "id", "rank", "what", "change", "other_id", "before", "after"]
    return rows.sort_values(order, ignore_index=True).drop(columns=["rank", "last"])


def counted(rows: "pd.DataFrame") -> tuple[ChangeCount, ...]:
    """How many changes of each kind there are, in the order of MATTERS."""
    groups = rows.groupby(["matter", "change"])["id"].agg(["size", "nunique"])
    found = [ChangeCount(matter, change, int(size), int(ids)) for (matter, change), size, ids in groups.itertuples()]
    return tuple(sorted(found, key=lambda each: (MATTERS.index(each.matter), each.change)))


def as_changes(rows: "pd.DataFrame", concerns: dict[str, tuple[str, ...]] | None = None) -> tuple[Change, ...]:
    """Rows as changes. concerns: of each entity the watched ones that it stands above or is."""
    columns = (
        "matter",
        "change",
        "id",
        "name",
        "kind",
        "what",
        "before",
        "after",
        "old_id",
        "other_id",
        "other",
        "note",
    )
    concerned = concerns or {}
    return tuple(
        Change(**dict(zip(columns, row, strict=True)), concerns=concerned.get(row[2], ()))
        for row in rows[list(columns)].itertuples(index=False, name=None)
    )
