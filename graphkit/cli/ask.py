"""Commands that ask: find, show, trace, fleet, path, coverage, sources."""

from typing import Annotated

import typer

from graphkit.cli.options import (
    AsOfOption,
    CaseOption,
    Format,
    FormatOption,
    InternalOption,
    MaxHopsOption,
    Neo4jOption,
    OutputOption,
    WhoArgument,
    open_store,
    show,
)
from graphkit.model.vocabulary import Mode, Rank


def register(app: typer.Typer) -> None:
    """Add the commands in the order in which help shows them."""
    for command in (find, show_entity, trace, fleet, path, coverage, sources):
        app.command("show" if command is show_entity else None)(command)


def find(
    text: Annotated[str, typer.Argument(help="A name, part of one, a number, or a pattern such as 'H?PE S*'.")],
    kind: Annotated[str | None, typer.Option(help="vessel, company, organization, person, aircraft or claim.")] = None,
    flag: Annotated[str | None, typer.Option(help="Only ships of this flag, two letters.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="Only ships whose type holds this word.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most answers.")] = 20,
    case: CaseOption = None,
    neo4j: Neo4jOption = "",
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Entities by name, former name, alias or number, best first; names only broadcast or painted as kind claim.

    Example: graphkit find "hope sea"
    """
    from graphkit.analyse import find as finding
    from graphkit.analyse.evidence import list_ages
    from graphkit.model.answers import Search

    with open_store(case, neo4j, internal) as store:
        found = finding.find(store, text, kind=kind, flag=flag, type_=type_, limit=limit)
        show(Search(text, found, list_ages(store)), form, output)


def show_entity(
    who: WhoArgument,
    as_of: AsOfOption = None,
    case: CaseOption = None,
    neo4j: Neo4jOption = "",
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """One entity: names, numbers, flags, holders, holdings, listings, events, and the source of each.

    Example: graphkit show 8791667
    """
    from graphkit.analyse.day import as_of as day_of
    from graphkit.analyse.profile import profile

    with open_store(case, neo4j, internal) as store:
        show(profile(store, who, day_of(as_of)), form, output)


def trace(
    who: WhoArgument,
    to: Annotated[str, typer.Option(help="sanctioned, an authority (OFAC, EU, UN, UK), or an entity.")] = "sanctioned",
    mode: Annotated[Mode | None, typer.Option(help="Only chains of this mode; all three unless named.")] = None,
    measure: Annotated[str | None, typer.Option(help="Listings that count: a measure, or any.")] = None,
    as_of: AsOfOption = None,
    max_hops: MaxHopsOption = 8,
    chains: Annotated[int, typer.Option(min=1, help="Most chains to each listed party.")] = 10,
    rank: Annotated[
        Rank, typer.Option(help="All shortest chains, or the best by certainty or share, longer ones included.")
    ] = Rank.LENGTH,
    limit: Annotated[int, typer.Option(min=1, help="Listed parties on a page.")] = 100,
    page: Annotated[int, typer.Option(min=1, help="Which page of them.")] = 1,
    stop_at_first: Annotated[bool, typer.Option("--stop-at-first", help="Do not go on beyond a listed party.")] = False,
    wide: Annotated[bool, typer.Option("--wide", help="Allow more than one undirected step in a chain.")] = False,
    case: CaseOption = None,
    neo4j: Neo4jOption = "",
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """The chains from a vessel or company to listed parties, with the evidence of every step.

    Example: graphkit trace 7303803 --as-of 2018-06-29
    """
    from graphkit.analyse.chains import trace as find_chains
    from graphkit.analyse.day import as_of as day_of
    from graphkit.analyse.evidence import measures_named
    from graphkit.analyse.upward import TraceOptions

    options = TraceOptions(
        to=to,
        mode=mode,
        measures=measures_named(measure),
        max_hops=max_hops,
        chains=chains,
        stop_at_first=stop_at_first,
        wide=wide,
        rank=rank,
        limit=limit,
        page=page,
    )
    with open_store(case, neo4j, internal) as store:
        show(find_chains(store, who, day_of(as_of), options), form, output)


def fleet(
    who: Annotated[str, typer.Argument(help="An entity; or sanctioned, or an authority: the ships of all it lists.")],
    as_of: AsOfOption = None,
    max_hops: Annotated[
        int | None, typer.Option("--max-hops", min=1, help="Longest chain to follow; no limit unless named.")
    ] = None,
    case: CaseOption = None,
    neo4j: Neo4jOption = "",
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Vessels owned, managed or operated by a party; those only linked to it are marked association.

    Example: graphkit fleet "Gudzon Shipping Co LLC", graphkit fleet sanctioned
    """
    from graphkit.analyse.day import as_of as day_of
    from graphkit.analyse.fleet import fleet as find_fleet

    with open_store(case, neo4j, internal) as store:
        show(find_fleet(store, who, day_of(as_of), max_hops=max_hops), form, output)


def path(
    who: WhoArgument,
    whom: WhoArgument,
    as_of: AsOfOption = None,
    max_hops: MaxHopsOption = 8,
    case: CaseOption = None,
    neo4j: Neo4jOption = "",
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """How two entities are connected, by links of any kind and by events; no finding about ownership.

    Example: graphkit path 9003550 8791667
    """
    from graphkit.analyse.connections import paths
    from graphkit.analyse.day import as_of as day_of

    with open_store(case, neo4j, internal) as store:
        show(paths(store, who, whom, day_of(as_of), max_hops=max_hops), form, output)


def coverage(
    report: Annotated[str, typer.Argument(help="The id of a report in the case.")],
    as_of: AsOfOption = None,
    case: CaseOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """How much of a report's list of vessels and companies is named, identified and linked.

    Example: graphkit coverage un-poe-2018
    """
    from graphkit.analyse.coverage import coverage as cover
    from graphkit.analyse.day import as_of as day_of

    with open_store(case, "") as store:
        show(cover(store, report, day_of(as_of)), form, output)


def sources(
    case: CaseOption = None,
    remarks: Annotated[bool, typer.Option("--remarks", help="Also every row that was set aside or noted.")] = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """What is in the case and how old it is; with --remarks, every row that was set aside and why.

    Example: graphkit sources --remarks
    """
    from graphkit.analyse.intake import intake

    with open_store(case, "") as store:
        show(intake(store, remarks=remarks), form, output)
