"""A mapping proposed for a foreign table, and whether the table needs one."""

from pathlib import Path

from graphkit.model.mapping import ProposedMapping


def propose_mapping(path: Path) -> ProposedMapping:
    """The mapping that fits a file best.

    Raises:
        SourceError: there is no such file, it is no table of text, or nothing fits.
    """
    from graphkit.sources.files import existing
    from graphkit.sources.mapped.propose import propose

    return propose(existing(path))


def read_without_mapping(path: Path) -> str:
    """The format and the table that a file is by itself, as `pages, ships`; empty when it is none."""
    from graphkit.sources.recognition import SOURCES
    from graphkit.sources.textfiles import head_of

    head = head_of(path)
    found = ((source_format.NAME, source_format.recognise(path, head)) for source_format in SOURCES)
    return next((f"{name}, {part}" for name, part in found if part), "")
