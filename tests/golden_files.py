"""Whole expected outputs: compared as they stand, and written anew with GRAPHKIT_GOLDEN=write (`make golden`)."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """The text is that of tests/golden/<name>; with GRAPHKIT_GOLDEN=write the file becomes the text."""
    path = GOLDEN / name
    if os.environ.get("GRAPHKIT_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    assert path.is_file(), f"tests/golden/{name} is missing: `make golden` writes it; read it before you commit it"
    assert text == path.read_text(encoding="utf-8"), (
        f"tests/golden/{name} differs: run `make golden`, read the difference"
    )
