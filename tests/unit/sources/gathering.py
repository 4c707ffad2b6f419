"""What `gather` makes of files that a test writes: the sources, or the sentences on what is none."""

import shutil
from pathlib import Path

from graphkit.sources.recognition import gather

DATA = Path(__file__).parents[2] / "data"
OFAC_PARTS = {"sdn": "sdn.csv", "alt": "alt.csv", "add": "add.csv", "comments": "sdn_comments.csv"}
ENTITIES = "id,kind,name,imo\nv1,vessel,EXAMPLE STAR,9074729\n"
LINKS = "from,to,type\nc1,v1,OWNS\n"
UNKNOWN = (
    "{path} is of no format that graphkit reads; its columns or its root element are not known. "
    "`graphkit build --help` lists the formats, and FORMAT=PATH forces one."
)


def found(*arguments: str | Path) -> dict[str, tuple[str, dict[str, str]]]:
    """Name of each source, its format and the labels of its parts; there must be no problem."""
    gathered = gather([str(argument) for argument in arguments])
    assert gathered.problems == []
    return {source.name: (source.format, dict(source.labels)) for source in gathered.sources}


def problems(*arguments: str | Path) -> list[str]:
    gathered = gather([str(argument) for argument in arguments])
    assert gathered.sources == []
    return gathered.problems


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def ofac_list(folder: Path) -> Path:
    shutil.copytree(DATA / "ofac", folder, dirs_exist_ok=True)
    return folder
