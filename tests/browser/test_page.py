"""The exported page in a real browser: offline, quiet, within its policy, and readable."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graphkit.model.answers import Subgraph
from graphkit.present.diagram.page import LINK_COLUMNS, LISTING_COLUMNS, render_page
from graphkit.present.diagram.svg import render
from tests.diagram_cases import IMG_NAME, LONG_NAME, an_san_1, fleet_of, hostile_names, three_levels, unproven_listing

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CASES: tuple[Callable[[], Subgraph], ...] = (an_san_1, unproven_listing, three_levels, hostile_names)

# Set before anything of the page is read, so that no violation is missed.
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', event => window.violations.push(
  event.violatedDirective + ' ' + event.blockedURI));
window.alert = text => window.violations.push('alert ' + text);
"""

# Each text with the outline it must stay inside: the first shape of its group.
OVERFLOWS = """
() => [...document.querySelectorAll('svg g.node, svg g.listing, svg g.label')].flatMap(group => {
  const outline = group.querySelector('rect, path').getBBox();
  return [...group.querySelectorAll('text')].filter(text => {
    const box = text.getBBox();
    return box.x < outline.x || box.x + box.width > outline.x + outline.width
      || box.y < outline.y - 1 || box.y + box.height > outline.y + outline.height + 1;
  }).map(text => text.textContent);
})
"""
OUTSIDE = """
() => {
  const svg = document.querySelector('svg'), page = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < page.left || box.right > page.right || box.top < page.top || box.bottom > page.bottom;
  }).map(text => text.textContent);
}
"""


@dataclass
class Seen:
    """What a page did while it was opened."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """Breaches of the page's own policy, and calls of alert."""
        found: list[str] = self.page.evaluate("window.violations")
        return found


class OpenFile(Protocol):
    """How a test opens a text as a file."""

    def __call__(self, text: str, name: str = "page.html") -> Seen: ...


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """One headless browser for all pages of this module."""
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=str(chromium), args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def open_file(browser: Browser, tmp_path: Path) -> Iterator[OpenFile]:
    """Opens a text as a file and tells what it did."""
    pages: list[Page] = []

    def opened(text: str, name: str = "page.html") -> Seen:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        pages.append(page)
        seen = Seen(page)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("console", lambda message: seen.errors.append(f"{message.type}: {message.text}"))
        page.add_init_script(WATCH)
        page.goto(path.as_uri())
        page.wait_for_load_state("networkidle")
        assert seen.requests.pop(0) == path.as_uri()
        return seen

    yield opened
    for page in pages:
        page.close()


def rows(page: Page, caption: str) -> list[list[str]]:
    """The cells of a table, with one blank for each line break."""
    table = page.get_by_role("table", name=caption)
    texts = [row.locator("td").all_inner_texts() for row in table.locator("tbody tr").all()]
    return [[" ".join(cell.split()) for cell in row] for row in texts]


@pytest.mark.parametrize("case", CASES)
def test_a_page_asks_for_nothing_reports_nothing_and_breaks_no_policy(
    open_file: OpenFile, case: Callable[[], Subgraph]
) -> None:
    seen = open_file(render_page(case()))
    assert (seen.requests, seen.errors, seen.violations()) == ([], [], [])


def test_the_watch_sees_a_violation_and_a_request(open_file: OpenFile) -> None:
    # Without this a broken watch would look like a clean page.
    hostile = '<p style="color: red">x</p><img src="https://example.invalid/x.png"><script>alert(1)</script></main>'
    seen = open_file(render_page(an_san_1()).replace("</main>", hostile))
    directives = {violation.split()[0] for violation in seen.violations()}
    assert directives == {"style-src-attr", "img-src", "script-src-elem"}
    assert len(seen.errors) == 3


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("font", [None, "DejaVu Sans"])
def test_no_text_leaves_its_box(open_file: OpenFile, case: Callable[[], Subgraph], font: str | None) -> None:
    page = open_file(render_page(case())).page
    if font:  # the widest of the list, which a machine without the others takes
        page.evaluate("font => document.querySelector('svg > g').setAttribute('font-family', font)", font)
    assert page.locator("svg g.node text").count() > 0
    assert page.evaluate(OVERFLOWS) == []
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("case", CASES)
def test_the_picture_alone_keeps_its_texts_on_the_page(open_file: OpenFile, case: Callable[[], Subgraph]) -> None:
    seen = open_file(render(case()), "picture.svg")
    assert (seen.requests, seen.errors) == ([], [])
    assert seen.page.evaluate(OVERFLOWS) == []
    assert seen.page.evaluate(OUTSIDE) == []


def test_a_name_that_is_markup_is_shown_as_text(open_file: OpenFile) -> None:
    seen = open_file(render_page(hostile_names()))
    assert seen.page.locator("img, script").count() == 0
    assert seen.page.locator("h1").inner_text() == f"Who is {IMG_NAME}?"
    assert IMG_NAME in seen.page.locator("svg g.node text").all_text_contents()
    names = {cell for row in rows(seen.page, "Links") for cell in (row[0], row[2])}
    assert {IMG_NAME, LONG_NAME, "(no name)"} <= names


def test_the_table_has_every_link_with_its_evidence(open_file: OpenFile) -> None:
    page = open_file(render_page(an_san_1())).page
    table = page.get_by_role("table", name="Links")
    assert tuple(table.locator("th").all_inner_texts()) == LINK_COLUMNS
    owner, ship = "Korea Ansan Shipping Company", "AN SAN 1"
    said_by_un = f"un-sc, KPe.062, line 812: “{owner}: Registered owner of DPRK tanker {ship}”"
    said_by_ofac = "ofac-sdn, 23730, line 7013: “Linked To: KOREA ANSAN SHIPPING COMPANY”"
    assert rows(page, "Links") == [
        [owner, "owns (registered owner)", ship, "not stated", "undated", "holds", "stated", said_by_un],
        [owner, "linked to", ship, "—", "undated", "holds", "stated", said_by_ofac],
    ]


def test_the_listings_are_a_table_that_says_which_are_not_proven(open_file: OpenFile) -> None:
    page = open_file(render_page(an_san_1())).page
    table = page.get_by_role("table", name="Listings")
    assert tuple(table.locator("th").all_inner_texts()) == LISTING_COLUMNS
    assert [row[:7] for row in rows(page, "Listings")][:3] == [
        [
            "Korea Ansan Shipping Company",
            "UN",
            "KPe.062",
            "asset freeze (DPRK)",
            "2018-03-30",
            "not stated",
            "in force",
        ],
        [
            "Korea Ansan Shipping Company",
            "EU",
            "XIII.B no. 62",
            "asset freeze (DPRK)",
            "2018-04-06",
            "not stated",
            "in force",
        ],
        [
            "Korea Ansan Shipping Company",
            "OFAC",
            "23708",
            "asset freeze (DPRK)",
            "not stated",
            "not stated",
            "unknown",
        ],
    ]


def test_the_table_keeps_the_links_that_the_picture_leaves_out(open_file: OpenFile) -> None:
    page = open_file(render_page(fleet_of(50))).page
    assert page.locator("svg g.party").count() == 40
    assert len(rows(page, "Links")) == 51
    assert "12 parties and 12 links. The tables hold every link and listing." in page.locator("main").inner_text()


def test_the_page_says_its_day_its_counts_and_its_sources_and_names_every_party(open_file: OpenFile) -> None:
    page = open_file(render_page(three_levels(), version="1.2.3")).page
    text = page.locator("main").inner_text()
    for said in (
        "As of 2018-09-01 · 13 parties, 20 links",
        "un-sc (published 2026-02-27, read 2026-03-01)",
        "Left out: 12 further addresses are hidden.",
        "Made with graphkit 1.2.3",
        "Dashed links are leads, not findings.",
    ):
        assert said in text
    names = page.locator("svg g.party").evaluate_all("groups => groups.map(group => group.getAttribute('aria-label'))")
    assert "Company Example Maritime Logistics Co Ltd, sanctioned" in names
    assert "Vessel NORTHERN SAMPLE, listing date unknown" in names


def test_printing_keeps_the_picture_whole_on_its_page(open_file: OpenFile) -> None:
    page = open_file(render_page(three_levels())).page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1032, "height": 703})  # A4 landscape without its margins, at 96 dpi
    box = page.locator("svg").bounding_box()
    assert box is not None
    assert box["width"] <= 1032
    assert box["y"] + box["height"] <= 703


def test_the_page_is_small() -> None:
    assert len(render_page(three_levels()).encode()) < 70_000
    assert len(render_page(fleet_of(38)).encode()) < 70_000
