"""Commands on ownership: owners and verdict."""

from typing import Annotated

import typer

from graphkit.cli.options import (
    AsOfOption,
    CaseOption,
    Format,
    FormatOption,
    InternalOption,
    Neo4jOption,
    OutputOption,
    WhoArgument,
    open_store,
    show,
)


def register(app: typer.Typer) -> None:
    """Add the commands in the order in which help shows them."""
    app.command()(owners)
    app.command()(verdict)


def owners(
    who: WhoArgument,
    threshold: Annotated[float, typer.Option(help="Percent from which an owner counts as beneficial.")] = 25.0,
    more_than: Annotated[bool, typer.Option("--more-than", help="The threshold itself is not enough.")] = False,
    control: Annotated[bool, typer.Option("--control/--no-control", help="Control of a holder counts too.")] = True,
    limit: Annotated[int, typer.Option(min=1, help="Owners on a page.")] = 50,
    page: Annotated[int, typer.Option(min=1, help="Which page.")] = 1,
    as_of: AsOfOption = None,
    case: CaseOption = None,
    neo4j: Neo4jOption = "",
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Who owns an entity, directly and through others: effective shares, control, beneficial owners, and the chains.

    Example: graphkit owners "Korea Ansan Shipping Company"
    """
    from graphkit.analyse.day import as_of as day_of
    from graphkit.analyse.ownership.owners import OwnersOptions
    from graphkit.analyse.ownership.owners import owners as find_owners

    options = OwnersOptions(threshold=threshold, inclusive=not more_than, control=control, limit=limit, page=page)
    with open_store(case, neo4j, internal) as store:
        show(find_owners(store, who, day_of(as_of), options), form, output)


def verdict(
    who: WhoArgument,
    rule: Annotated[str, typer.Option(help="ofac, eu, uk or all.")] = "all",
    as_of: AsOfOption = None,
    case: CaseOption = None,
    neo4j: Neo4jOption = "",
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """What each authority's 50 % test says of an entity on a day, with the proof. Computed, and no legal advice.

    Example: graphkit verdict "Korea Ansan Shipping Company" --rule ofac
    """
    from graphkit.analyse.day import as_of as day_of
    from graphkit.analyse.ownership.verdict import verdicts

    with open_store(case, neo4j, internal) as store:
        show(verdicts(store, who, day_of(as_of), rule=rule), form, output)
