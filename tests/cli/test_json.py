"""The keys that scripts read: those of the contract are there under their names; more may stand beside them."""

from pathlib import Path
from typing import Any

from tests.cli.command import answer

FIND = {"query", "entities", "lists"}
FOUND = {"id", "kind", "name", "identifiers", "score"}
TRACE = {"from", "as_of", "to", "truncated", "chains", "open_ends", "lists"}
CHAIN = {"mode", "entities", "steps", "weakest", "confidence", "effective_share"}
ENTITY = {"id", "name", "kind", "listed"}
LISTED = {"authority", "measure", "reference", "listed"}
STEP = {"from", "to", "links"}
LINK = {
    "type",
    "role",
    "share",
    "share_min",
    "share_max",
    "start",
    "end",
    "dated",
    "holds",
    "certainty",
    "sources",
}
SOURCE = {"source", "reference", "wording"}
LIST_AGE = {"source", "published", "read"}


def missing(rows: list[dict[str, Any]], keys: set[str]) -> set[str]:
    """The keys that some row lacks; there must be a row."""
    assert rows
    return set().union(*(keys - row.keys() for row in rows))


def test_find_has_the_keys_of_the_contract(sample_case: Path) -> None:
    found = answer("find", "an san", case=sample_case)
    assert missing([found], FIND) == set()
    assert missing(found["entities"], FOUND) == set()
    best = {key: found["entities"][0][key] for key in ("id", "kind", "name", "identifiers")}
    assert best == {
        "id": "vessel-imo-7303803",
        "kind": "vessel",
        "name": "AN SAN 1",
        "identifiers": {"imo": "7303803"},
    }


def test_trace_has_the_keys_of_the_contract_down_to_each_source(sample_case: Path) -> None:
    trace = answer("trace", "7303803", "--as-of", "2018-06-29", case=sample_case)
    entities = [entity for chain in trace["chains"] for entity in chain["entities"]]
    steps = [step for chain in trace["chains"] for step in chain["steps"]]
    links = [link for step in steps for link in step["links"]]
    assert missing([trace], TRACE) == set()
    assert missing(trace["chains"], CHAIN) == set()
    assert missing(entities, ENTITY) == set()
    assert missing([listed for entity in entities for listed in entity["listed"]], LISTED) == set()
    assert missing(steps, STEP) == set()
    assert missing(links, LINK) == set()
    assert missing([source for link in links for source in link["sources"]], SOURCE) == set()
    assert missing(trace["open_ends"], {"id", "reason", "possible_matches"}) == set()
    assert missing(trace["lists"], LIST_AGE) == set()
    assert (trace["from"]["id"], trace["as_of"], trace["to"]) == ("vessel-imo-7303803", "2018-06-29", "sanctioned")
    own, chain = trace["chains"]
    assert (own["steps"], own["weakest"]) == ([], None)
    assert chain["weakest"] == {"step": 0, "certainty": "stated", "independent_sources": 1}
    assert chain["effective_share"] is None
    # Unknown stays null and is never 0.
    stated = {key: links[0][key] for key in ("share", "share_min", "share_max", "start", "end", "dated", "holds")}
    assert stated == dict.fromkeys(("share", "share_min", "share_max", "start", "end")) | {
        "dated": False,
        "holds": "certain",
    }


def test_fleet_coverage_and_path_have_the_keys_of_the_contract(sample_case: Path) -> None:
    fleet = answer("fleet", "5753988", case=sample_case)
    assert fleet["entity"]["id"] == "company-imo-5753988"
    assert missing(fleet["vessels"], {"id", "name", "imo", "basis", "mode", "chain"}) == set()
    assert fleet["vessels"][0]["chain"] == ["company-imo-5753988", "vessel-imo-9003550"]
    coverage = answer("coverage", "un-poe-2018", case=sample_case)
    assert missing([coverage], {"report", "vessels", "companies", "lists"}) == set()
    assert missing([coverage["vessels"], coverage["companies"]], {"expected", "named", "identified", "linked"}) == set()
    path = answer("path", "9003550", "8791667", case=sample_case)
    assert (path["from"]["id"], path["to"]["id"]) == ("vessel-imo-9003550", "vessel-imo-8791667")
    assert missing(path["paths"], {"entities", "steps"}) == set()
    assert missing(path["paths"][0]["steps"], {"type", "date", "certainty", "sources"}) == set()


def test_every_answer_says_how_old_its_lists_are(sample_case: Path) -> None:
    for question in (
        ("find", "an san"),
        ("show", "7303803"),
        ("trace", "7303803"),
        ("fleet", "gudzon"),
        ("timeline", "8791667"),
        ("path", "9003550", "8791667"),
        ("coverage", "un-poe-2018"),
        ("explain", "7303803"),
        ("sources",),
    ):
        (age,) = answer(*question, case=sample_case)["lists"]
        assert (age["source"], age["published"], len(age["read"])) == ("sample_data", None, len("2026-03-01"))


def test_a_place_on_disk_is_in_no_answer(sample_case: Path) -> None:
    for question in (("show", "7303803"), ("trace", "7303803"), ("explain", "7303803"), ("sources", "--remarks")):
        assert str(sample_case.parent) not in repr(answer(*question, case=sample_case))
        assert str(Path(__file__).parents[2]) not in repr(answer(*question, case=sample_case))
