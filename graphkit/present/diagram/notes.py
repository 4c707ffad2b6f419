"""The sentences around a picture: reading help, circles, day and counts, sources and their age, what was left out.

The SVG prints them under the drawing and the page beside it, in the same words.
"""

from importlib.metadata import PackageNotFoundError, version

from graphkit.model.answers import ListAge, Subgraph
from graphkit.present.diagram.fold import upward_pairs
from graphkit.present.diagram.grammar import LEADS, READING_HELP, SURE, UNDATED_LISTING_WORDS
from graphkit.present.diagram.link_wording import SEPARATOR
from graphkit.present.diagram.plain import cut_in_middle, harmless
from graphkit.present.diagram.wording import counts, party_name


def tool_version() -> str:
    """The version of the installed package; `dev` when it is not installed."""
    try:
        return version("graphkit")
    except PackageNotFoundError:
        return "dev"


def title(subgraph: Subgraph) -> str:
    """The title as given, or the subject's name."""
    names = {entity.id: party_name(entity) for entity in subgraph.entities}
    return harmless(subgraph.title) or names.get(subgraph.subject, "Ownership")


def caption(subgraph: Subgraph) -> str:
    """The caption as given, how lines are read, what closes a circle, and the warning that dashed lines are leads."""
    sentences = [harmless(subgraph.caption), READING_HELP, *_circles(subgraph)]
    if any(link.certainty not in SURE for step in subgraph.steps for link in step.links):
        sentences.append(LEADS)
    return " ".join(filter(None, sentences))


def _circles(subgraph: Subgraph) -> list[str]:
    names = {entity.id: cut_in_middle(party_name(entity)) for entity in subgraph.entities}
    pairs = [f"{names[upper]} to {names[lower]}" for upper, lower in sorted(upward_pairs(subgraph))]
    return [f"Drawn upwards, because it closes a circle: {'; '.join(pairs)}."] if pairs else []


def on_the_day(as_of: str) -> str:
    """`on 2018-06-29`, `at any time`."""
    return "at any time" if as_of == "any" else f"on {harmless(as_of)}"


def day_and_counts(subgraph: Subgraph) -> str:
    """`As of 2018-06-29 · 2 parties, 2 links`."""
    day = "any date" if subgraph.as_of == "any" else harmless(subgraph.as_of)
    return f"As of {day}{SEPARATOR}{counts(subgraph)}"


def left_out(subgraph: Subgraph) -> str:
    """What the picture does not show; empty when nothing was left out."""
    sentences = [harmless(sentence).rstrip(".") for sentence in subgraph.left_out]
    return f"Left out: {'; '.join(sentences)}." if sentences else ""


def sources(subgraph: Subgraph) -> tuple[str, ...]:
    """Each list with the days it was published and read, then the other sources that links and listings cite."""
    dated = [_with_age(age) for age in subgraph.lists]
    known = {age.source for age in subgraph.lists}
    cited = {ref.source for step in subgraph.steps for link in step.links for ref in link.sources}
    cited |= {ref.source for entity in subgraph.entities for one in entity.listed for ref in one.sources}
    return (*dated, *(f"{harmless(source)} (no date given)" for source in sorted(cited - known)))


def _with_age(age: ListAge) -> str:
    days = [f"{word} {harmless(day)}" for word, day in (("published", age.published), ("read", age.read)) if day]
    return f"{harmless(age.source)} ({', '.join(days) or 'no date given'})"


def status_explained(as_of: str) -> str:
    """What a dashed red border means."""
    return f"{UNDATED_LISTING_WORDS}: listed, and no source proves that the listing was in force {on_the_day(as_of)}"


def source_sentence(subgraph: Subgraph) -> str:
    """`Sources: ofac-sdn (published 2021-07-01, read 2026-03-20); un-sc (read 2026-02-27).`"""
    named = sources(subgraph)
    return f"Sources: {'; '.join(named)}." if named else "Sources: none given."


def made_with(version_given: str | None) -> str:
    """`Made with graphkit 0.1.0`."""
    return f"Made with graphkit {harmless(version_given or tool_version())}"


def description(subgraph: Subgraph) -> str:
    """What a screen reader says about the whole picture."""
    return f"{caption(subgraph)} {day_and_counts(subgraph)}."
