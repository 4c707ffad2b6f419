"""Files and folders as the user names them, gathered into sources by what the files hold.

A folder stands for the files in it. `FORMAT=PATH` forces the format, `FORMAT:NAME=PATH` also says what the case is to
call a table. A file that a mapping.toml has a table for is read by it. What is not recognised is told, never guessed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphkit.errors import MissingPart, SourceError
from graphkit.sources import eu_annexes, mapped, ofac_sdn, plain_tables, ship_pages, un_consolidated
from graphkit.sources.base import OWN_FORMATS, SourceFiles, SourceFormat
from graphkit.sources.files import Tell, existing, files_in, is_there
from graphkit.sources.mapped.lookup import Mappings
from graphkit.sources.textfiles import head_of

_UNREADABLE = (SourceError, MissingPart)  # one file less, and the others go on
SOURCES: tuple[SourceFormat, ...] = (ofac_sdn, un_consolidated, eu_annexes, ship_pages, plain_tables, mapped)


@dataclass(slots=True)
class Gathered:
    """The sources that were found, and for each thing that is none the sentence that says so."""

    sources: list[SourceFiles] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


def format_named(name: str) -> SourceFormat:
    """The format called so.

    Raises:
        SourceError: no format has this name.
    """
    for source_format in SOURCES:
        if name == source_format.NAME:
            return source_format
    known = ", ".join(source_format.NAME for source_format in SOURCES)
    raise SourceError(f"There is no format {name!r}; the formats are {known}.")


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    source_format: SourceFormat
    part: str
    name: str
    mapping: Path | None = None


def gather(arguments: Sequence[str], *, mapping: Path | None = None) -> Gathered:
    """The sources behind files and folders; each argument that gives none adds a sentence to `problems`.

    mapping: a mapping.toml for all of them, instead of those that lie beside the files.
    """
    gathered = Gathered()
    mappings = Mappings(mapping, gathered.problems.append)
    groups: dict[tuple[str, str, str], list[_Found]] = defaultdict(list)
    for argument in arguments:
        try:
            for found in _files_of(argument, gathered, mappings):
                groups[(found.source_format.NAME, found.name, str(found.mapping or ""))].append(found)
        except _UNREADABLE as error:
            gathered.problems.append(str(error))
    mappings.tell_unused()
    _with_tables_of_sources(groups)
    for (format_name, name, _), members in sorted(groups.items()):
        try:
            if format_name == ofac_sdn.NAME:
                members = [*members, *_companions(members, gathered.passed_over.append)]
            gathered.sources.append(_grouped(format_name, name, members))
        except _UNREADABLE as error:
            gathered.problems.append(str(error))
    return gathered


def _files_of(argument: str, gathered: Gathered, mappings: Mappings) -> Iterator[_Found]:
    forced, name, path = _parse(argument)
    if existing(path).is_dir():
        found = list(_in_folder(path, forced, name, gathered, mappings))
        if not found:
            raise SourceError(f"The folder {path} holds no file of a format that graphkit reads.")
        yield from found
        return
    if not path.is_file():
        raise SourceError(f"{path} is no file.")
    if path.stat().st_size == 0:
        raise SourceError(f"{path} is empty.")
    recognised = (
        _mapped(path, path.parent, name or _slug(path.stem), gathered, mappings) if forced in {None, mapped} else None
    ) or _recognise(path, forced, name or _slug(path.stem))
    if recognised is None:
        raise SourceError(_not_recognised(path, forced))
    yield recognised


def _parse(argument: str) -> tuple[SourceFormat | None, str, Path]:
    """`FORMAT:NAME=PATH` taken apart; a path that merely holds an equals sign stays a path."""
    if not argument.strip():
        raise SourceError("An empty name is neither a file nor a folder.")
    found = re.fullmatch(r"([a-z][a-z0-9-]*)(?::([\w-]+))?=(.+)", argument)
    if found is None or is_there(Path(argument)):
        return None, "", Path(argument)
    source_format = format_named(found[1])
    if found[2] and source_format.NAME not in OWN_FORMATS:
        raise SourceError(f"An official list keeps its own name; write {found[1]}={found[3]}, without {found[2]!r}.")
    return source_format, found[2] or "", Path(found[3])


def _in_folder(
    folder: Path, forced: SourceFormat | None, name: str, gathered: Gathered, mappings: Mappings
) -> Iterator[_Found]:
    """The files of a folder that are recognised. One that cannot be read is a problem of its own, the others go on."""
    for path in files_in(folder, gathered.passed_over.append):
        if mappings.is_one(path):
            continue
        try:
            if path.stat().st_size == 0:
                gathered.passed_over.append(f"{path.relative_to(folder)} is empty")
            elif (
                forced in {None, mapped}
                and (found := _mapped(path, folder, name or f"{_folder_name(path)}-{mapped.NAME}", gathered, mappings))
            ) or (found := _recognise(path, forced, name or _folder_name(path), in_folder=not name)):
                yield found
            else:
                gathered.passed_over.append(f"{path.relative_to(folder)} is of no format that graphkit reads")
        except _UNREADABLE as error:
            gathered.problems.append(str(error))


def _folder_name(path: Path) -> str:
    return _slug(path.parent.resolve().name)


def _mapped(path: Path, within: Path, name: str, gathered: Gathered, mappings: Mappings) -> _Found | None:
    """The file as a table that a mapping reads, which is told; None when no mapping has a table for it."""
    mapping = mappings.of(path, within)
    if mapping is None:
        return None
    gathered.passed_over.append(f"{path.name} is read by {mapping.name}")
    return _Found(path, mapped, mapped.TABLE_PART, name, mapping)


def _recognise(path: Path, forced: SourceFormat | None, table_name: str, *, in_folder: bool = False) -> _Found | None:
    head = head_of(path)
    for source_format in (forced,) if forced else SOURCES:
        if part := source_format.recognise(path, head):
            name = f"{table_name}-{ship_pages.NAME}" if in_folder and source_format is ship_pages else table_name
            return _Found(path, source_format, part, _name_of(source_format, head, name))
    return None


def _name_of(source_format: SourceFormat, head: str, table_name: str) -> str:
    """Official lists have a name of their own; a user's tables are called by their folder or file."""
    if source_format.NAME in OWN_FORMATS:
        return table_name
    return eu_annexes.dataset_name(head) if source_format is eu_annexes else source_format.NAME


def _companions(members: Sequence[_Found], tell: Tell) -> Iterator[_Found]:
    """The other files of OFAC's list beside its main file, for the parts that nobody named."""
    named = {member.part for member in members}
    for folder, suffix in {(member.path.parent, member.path.suffix) for member in members if member.part == "sdn"}:
        for sibling in sorted(folder.glob("*")):
            if sibling.suffix != suffix or not sibling.is_file() or not sibling.stat().st_size:
                continue
            try:
                found = _recognise(sibling, ofac_sdn, "")
            except _UNREADABLE as error:
                tell(str(error).removesuffix("."))
                continue
            if found and found.part not in named:
                yield found


def _with_tables_of_sources(groups: dict[tuple[str, str, str], list[_Found]]) -> None:
    """Pages and mapped tables learn from the tables of sources beside them which sources are internal."""
    known = [each for members in groups.values() for each in members if each.source_format is plain_tables]
    known = [each for each in known if each.part == ship_pages.SOURCES_PART]
    for (format_name, name, _), members in groups.items():
        if format_name == mapped.NAME and (mapping := members[0].mapping):
            members.append(_Found(mapping, mapped, mapped.MAPPING_PART, name, mapping))
        if format_name in {mapped.NAME, ship_pages.NAME}:
            members += known


def _grouped(format_name: str, name: str, members: list[_Found]) -> SourceFiles:
    files: dict[str, Path] = {}
    for path, part in _each_once(members):
        key = part
        if part in files and format_name in OWN_FORMATS:
            key = f"{part}-{sum(known.split('-')[0] == part for known in files) + 1}"
        elif part in files:
            what = f"the {name} list" if part in {"sdn", "main"} else f"the part {part} of the {name} list"
            raise SourceError(f"{files[part]} and {path} are both {what}; name one, or build them as two cases.")
        files[key] = path
    return SourceFiles(name, format_name, files, {key: path.name for key, path in files.items()})


def _each_once(members: Sequence[_Found]) -> list[tuple[Path, str]]:
    """The files and their parts; a file that was named twice, or that a link leads to, counts once and by its name."""
    once: dict[Path, tuple[Path, str]] = {}
    for member in sorted(members, key=lambda member: (member.part, member.path.is_symlink(), str(member.path))):
        once.setdefault(member.path.resolve(), (member.path, member.part))
    return list(once.values())


def _not_recognised(path: Path, forced: SourceFormat | None) -> str:
    if forced:
        return f"{path} does not look like {forced.NAME}: {forced.TITLE}."
    return (
        f"{path} is of no format that graphkit reads; its columns or its root element are not known. "
        f"`graphkit build --help` lists the formats, and FORMAT=PATH forces one."
    )


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-") or "tables"
