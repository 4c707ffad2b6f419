"""One build of the sample case for all questions of a run."""

from pathlib import Path

import pytest

from tests.cli.command import SAMPLE, graphkit


@pytest.fixture(scope="session")
def sample_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of 2018, built by the command; tests only ask it."""
    case = tmp_path_factory.mktemp("sample") / "case"
    assert graphkit("build", SAMPLE, "--case", case).code == 0
    return case
