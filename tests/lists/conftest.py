"""The full lists, which are too large for the repository: `make check-lists LISTS=folder`."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def lists() -> Path:
    """The folder with the lists: ofac/, un/ and eu/."""
    folder = os.environ.get("GRAPHKIT_LISTS", "")
    if not folder or not Path(folder).is_dir():
        pytest.fail(
            f"GRAPHKIT_LISTS is {folder or 'not set'}; a folder of lists was expected: make check-lists LISTS=folder.",
            pytrace=False,
        )
    return Path(folder)
