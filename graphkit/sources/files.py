"""Files and folders as a user names them: what is there, and for all that is not or cannot be read, one sentence.

Hidden files and folders are passed over; everything else in a folder is a file to look at, or is told.
"""

import os
from collections.abc import Callable
from pathlib import Path

from graphkit.errors import SourceError

Tell = Callable[[str], None]
"""Takes a sentence about something that could not be read, where the rest goes on."""


def existing(path: Path) -> Path:
    """The path, when something is there.

    Raises:
        SourceError: nothing is there, or nobody may look.
    """
    try:
        if path.exists():
            return path
        broken = path.is_symlink()
    except OSError as error:
        raise SourceError(f"{path} cannot be opened: {error.strerror}.") from error
    raise SourceError(f"{path} is a link that leads nowhere." if broken else f"{path} does not exist.")


def is_there(path: Path) -> bool:
    """Whether something of this name can be seen."""
    try:
        return path.exists()
    except OSError:
        return False


def files_in(folder: Path, tell: Tell) -> list[Path]:
    """All files under a folder, sorted. tell: hears of folders and links that were not followed.

    A case among them holds copies of the very files that it was built from; they are not read a second time."""
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: tell(_unreadable(error))):
        if _is_case(Path(place)):
            tell(f"{Path(place)} is a case of graphkit and not a source")
            folders[:] = []
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (linked := Path(place, name)).is_symlink():
                tell(f"{linked} is a link to a folder, which is not followed; name the folder itself to read it")
        for name in names:
            path = Path(place, name)
            if path.is_file():
                found.append(path)
            elif not name.startswith("."):
                tell(f"{path} is a link that leads nowhere" if path.is_symlink() else f"{path} is no file")
    return sorted(path for path in found if not path.name.startswith("."))


def _is_case(folder: Path) -> bool:
    return (folder / "builds").is_dir() and (folder / "sources").is_dir()


def _unreadable(error: OSError) -> str:
    return f"{error.filename} cannot be opened: {error.strerror}"
