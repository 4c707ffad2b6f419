"""What holds for every test: how examples are drawn, which browser is used, and that nothing is skipped unseen."""

import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
GOLDEN = Path(__file__).parent / "golden"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

# The same examples in every run of CI: a red build is the fault of the change, not of the draw.
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if IN_CI else "dev"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that skips itself has failed: what did not run was not checked."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and in CI nothing may be: {reason_of(report)}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole module, as with `pytest.importorskip`."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped, and in CI nothing may be: {reason_of(report)}"
    return report


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why something was skipped, in the words of the skip."""
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in tests/golden is one that `make golden` runs; others ask for it with the mark."""
    for item in items:
        if item.path.is_relative_to(GOLDEN):
            item.add_marker("golden")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser that the pages are opened in; GRAPHKIT_CHROMIUM names one that is not on the PATH."""
    named = os.environ.get("GRAPHKIT_CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else BROWSERS)), None)
    if found is None:
        pytest.fail(
            (f"GRAPHKIT_CHROMIUM={named} is no program. " if named else "No Chromium or Chrome is on the PATH. ")
            + "The browser tests need one: apt-get install chromium, or GRAPHKIT_CHROMIUM=path.",
            pytrace=False,
        )
    return Path(found)
