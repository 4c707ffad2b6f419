"""One HTML file with the picture and the same links as tables; it opens offline and asks for nothing.

The picture is inline and needs no script. The policy in the head forbids everything but the one style sheet, by its
hash, so that a name from a source could do nothing even if it were markup; the standard library writes the text, so
that it is not.
"""

from base64 import b64encode
from hashlib import sha256
from importlib import resources
from xml.etree.ElementTree import Element, indent, tostring

from graphkit.model.answers import Entity, LinkEvidence, Listed, SourceRef, Step, Subgraph
from graphkit.model.vocabulary import LinkType, Status
from graphkit.present.diagram import notes
from graphkit.present.diagram.fold import in_order
from graphkit.present.diagram.grammar import CERTAINTY_WORDS, LINK_VERBS
from graphkit.present.diagram.layout import layout
from graphkit.present.diagram.link_wording import has_ended, role_words, share_text
from graphkit.present.diagram.plain import harmless
from graphkit.present.diagram.shapes import add
from graphkit.present.diagram.svg import inline
from graphkit.present.diagram.wording import party_name

LINK_COLUMNS = ("From", "Link", "To", "Share", "Dates", "Status", "Certainty", "Source")
LISTING_COLUMNS = ("Party", "Authority", "Reference", "Measure", "Listed", "Delisted", "Status", "Source")
_STATUS_WORDS = {Status.YES: "in force", Status.NO: "not in force", Status.UNKNOWN: "unknown"}


def render_page(subgraph: Subgraph, *, version: str | None = None) -> str:
    """The page: up to 40 parties drawn, all links and listings in tables.

    version: of graphkit, when it is not the installed one.

    Raises:
        WrongUse: there is no party to draw.
    """
    drawn = layout(subgraph)
    everything = in_order(subgraph)
    page = Element("html", lang="en")
    _head(page, notes.title(subgraph))
    main = add(add(page, "body"), "main")
    add(main, "h1", notes.title(subgraph))
    add(main, "p", notes.caption(drawn.subgraph))
    add(main, "p", notes.day_and_counts(drawn.subgraph), class_="day")
    figure = add(main, "figure", tabindex="0", aria_label="Picture of the network")
    figure.append(inline(drawn))
    if missing := notes.left_out(drawn.subgraph):
        add(main, "p", f"{missing} The tables hold every link and listing.")
    _table(main, "Links", LINK_COLUMNS, _link_rows(everything))
    _table(main, "Listings", LISTING_COLUMNS, _listing_rows(everything))
    add(main, "h2", "Sources")
    _list(main, notes.sources(everything))
    add(main, "p", notes.made_with(version), class_="made")
    indent(page, "")
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"


def _head(page: Element, title: str) -> None:
    style = resources.files("graphkit.present.diagram").joinpath("page.css").read_text(encoding="utf-8")
    head = add(page, "head")
    add(head, "meta", charset="utf-8")
    add(head, "meta", http_equiv="Content-Security-Policy", content=policy(style))
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "title", title)
    add(head, "link", rel="icon", href="data:,")
    add(head, "style", style)


def policy(style: str) -> str:
    """What the page may do: show itself with this style sheet, and an empty icon so that no server is asked for one."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "script-src 'none'; base-uri 'none'; form-action 'none'"
    )


Cell = str | tuple[str, ...]
"""Text, or several texts one under the other."""


def _table(parent: Element, caption: str, columns: tuple[str, ...], rows: list[tuple[Cell, ...]]) -> None:
    if not rows:
        return
    table = add(add(parent, "div", class_="wide", tabindex="0", role="region", aria_label=caption), "table")
    add(table, "caption", caption)
    head = add(add(table, "thead"), "tr")
    for column in columns:
        add(head, "th", column, scope="col")
    body = add(table, "tbody")
    for row in rows:
        line = add(body, "tr")
        for cell in row:
            if len(cell) == 1 or isinstance(cell, str):
                add(line, "td", "".join(cell))
            else:
                _list(add(line, "td"), cell)


def _list(parent: Element, texts: tuple[str, ...]) -> None:
    items = add(parent, "ul")
    for text in texts:
        add(items, "li", text)


def _link_rows(subgraph: Subgraph) -> list[tuple[Cell, ...]]:
    names = {entity.id: party_name(entity) for entity in subgraph.entities}
    return [_link_row(names, step, link, subgraph.as_of) for step in subgraph.steps for link in step.links]


def _link_row(names: dict[str, str], step: Step, link: LinkEvidence, as_of: str) -> tuple[Cell, ...]:
    role = role_words(link)
    return (
        names.get(step.from_id, harmless(step.from_id)),
        LINK_VERBS[link.type] + (f" ({role})" if role else ""),
        names.get(step.to_id, harmless(step.to_id)),
        share_text(link) or ("not stated" if link.type is LinkType.OWNS else "—"),
        _dates(link),
        _link_status(link, as_of),
        CERTAINTY_WORDS[link.certainty],
        tuple(map(_source, link.sources)) or "not given",
    )


def _dates(link: LinkEvidence) -> str:
    known = [f"{word} {harmless(day)}" for word, day in (("start", link.start), ("end", link.end)) if day]
    return ", ".join(known) or "undated"


def _link_status(link: LinkEvidence, as_of: str) -> str:
    if has_ended(link, as_of):
        return "ended"
    return "may hold" if link.holds == "possible" else "holds"


def _source(ref: SourceRef) -> str:
    place = (harmless(ref.source), harmless(ref.reference), harmless(ref.place), f"line {ref.line}" if ref.line else "")
    wording = harmless(ref.wording)
    return ", ".join(filter(None, place)) + (f": “{wording}”" if wording else "")


def _listing_rows(subgraph: Subgraph) -> list[tuple[Cell, ...]]:
    return [_listing_row(entity, listed) for entity in subgraph.entities for listed in entity.listed]


def _listing_row(entity: Entity, listed: Listed) -> tuple[Cell, ...]:
    programs = ", ".join(map(harmless, listed.programs))
    return (
        party_name(entity),
        harmless(f"{listed.authority} {listed.list}"),
        harmless(listed.reference),
        listed.measure.value.replace("_", " ") + (f" ({programs})" if programs else ""),
        harmless(listed.listed or "") or "not stated",
        harmless(listed.delisted or "") or "not stated",
        _STATUS_WORDS[listed.status],
        tuple(map(_source, listed.sources)) or "not given",
    )
