"""Which sources a build is made of: those of the case that stay, and those that were named, copied into it."""

from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.case.folder import CaseFolder, StoredFile, StoredSource
from graphkit.errors import CaseError, WrongUse

if TYPE_CHECKING:
    from graphkit.sources.base import SourceFiles


def kept_sources(folder: CaseFolder, remove: Sequence[str]) -> tuple[StoredSource, ...]:
    """The sources of the build in force, without those to remove.

    Raises:
        WrongUse: the case has no source of a name to remove.
    """
    known = folder.manifest().sources if folder.has_build() else ()
    names = {source.name for source in known}
    for name in remove:
        if name not in names:
            raise WrongUse(f"The case has no source {name!r}; its sources: {', '.join(sorted(names)) or 'none'}.")
    return tuple(source for source in known if source.name not in set(remove))


def stored_sources(
    folder: CaseFolder,
    found: Sequence["SourceFiles"],
    earlier: tuple[StoredSource, ...],
    *,
    published: str,
    today: date,
) -> list[StoredSource]:
    """Earlier and new sources, their files copied into the case.

    A newer copy of a list takes the place of the older; a table from elsewhere gets its own name.
    """
    first_read = _first_read(folder)
    kept = {source.name: source for source in earlier}
    for source in found:
        files = tuple(folder.keep_file(part, path, source.labels[part]) for part, path in sorted(source.files.items()))
        origin = _origin([path for part, path in source.files.items() if not _is_beside(source.format, part)])
        name = _free_name(source.name, source.format, origin, kept)
        before = kept.get(name)
        same = before is not None and before.files == files
        kept[name] = StoredSource(
            name=name,
            format=source.format,
            files=files,
            published=published or (before.published if same and before else ""),
            read=first_read.get(files, today.isoformat()),
            origin=origin,
        )
    return sorted(kept.values(), key=lambda source: source.name)


def _first_read(folder: CaseFolder) -> dict[tuple[StoredFile, ...], str]:
    """The day on which files of the build in force were first read: reading them again does not make them younger.

    A case that cannot be read knows nothing of them, and building it again must still be possible.
    """
    try:
        return {source.files: source.read for source in folder.manifest().sources} if folder.has_build() else {}
    except (CaseError, LookupError, TypeError, ValueError):
        return {}


def _free_name(name: str, source_format: str, origin: str, kept: dict[str, StoredSource]) -> str:
    """The name, or with a number behind it where another folder's files, or files read otherwise, have it already."""
    from graphkit.sources.base import OWN_FORMATS

    number, candidate = 1, name
    while source_format in OWN_FORMATS and _is_another(kept.get(candidate), source_format, origin):
        number += 1
        candidate = f"{name}-{number}"
    return candidate


def _is_another(known: StoredSource | None, source_format: str, origin: str) -> bool:
    return known is not None and (known.format, known.origin) != (source_format, origin)


def _is_beside(source_format: str, part: str) -> bool:
    """Whether a file only helps to read the others, wherever it lies."""
    return source_format != "tables" and part.partition("-")[0] in {"mapping", "sources"}


def _origin(paths: list[Path]) -> str:
    """Tells two folders of one name apart without keeping where they are."""
    return blake2b(
        "\n".join(sorted({str(path.resolve().parent) for path in paths})).encode(), digest_size=6
    ).hexdigest()
