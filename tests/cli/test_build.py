"""Building a case from small files of every format: what is reported, what is kept, and how old the lists are."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.command import ROOT, answer, graphkit
from tests.small_cases import write_tables

UN, EU = ROOT / "tests/data/un/small.xml", ROOT / "tests/data/eu/ships.csv"


def entry(number: str, name: str, kind: str, flag: str, remarks: str) -> str:
    """A row of OFAC's main file: twelve columns, nulls printed as -0-."""
    null = "-0- "
    return ",".join([number, f'"{name}"', kind, '"DPRK4"', *[null] * 5, flag, null, f'"{remarks}"']) + "\n"


OFAC = (
    entry("23708", "KOREA ANSAN SHIPPING COMPANY", "-0- ", "-0- ", "Company Number IMO 5676084.")
    + entry(
        "23730",
        "AN SAN 1",
        '"vessel"',
        '"Korea, North"',
        "Vessel Registration Identification IMO 7303803; Linked To: KOREA ANSAN SHIPPING COMPANY.",
    )
    + entry(
        "24508",
        "PATRIOT",
        '"vessel"',
        '"Russia"',
        "Vessel Registration Identification IMO 9003550; Linked To: SOMEBODY ELSE.",
    )
)


def ofac_list(folder: Path, text: str = OFAC) -> Path:
    """OFAC's list of three entries, as its main file alone."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sdn.csv").write_text(text, encoding="utf-8")
    return folder / "sdn.csv"


def test_a_build_counts_every_row_and_names_each_mention_that_nobody_answers_to(tmp_path: Path) -> None:
    ran = graphkit("build", ofac_list(tmp_path), "--case", tmp_path / "case")
    assert ran.code == 0
    printed = ran.out.splitlines()
    assert printed[:3] == [
        "source    rows  kept  set aside  noted  open mentions",
        "--------  ----  ----  ---------  -----  -------------",
        "ofac-sdn  3     3     0          3      1",
    ]
    assert "  SOMEBODY ELSE  (ofac-sdn line 3, ofac-sdn:24508/linked-1): no party of that name or number" in printed
    assert printed[-1] == (
        f"Build b0001 in {tmp_path / 'case'}. Every remark: graphkit sources --remarks --case {tmp_path / 'case'}"
    )


def test_the_report_of_a_build_as_json(tmp_path: Path) -> None:
    ran = graphkit("build", ofac_list(tmp_path), "--case", tmp_path / "case", "--format", "json")
    report = ran.json
    assert (ran.code, report["build"], report["problems"]) == (0, "b0001", [])
    (source,) = report["sources"]
    assert {key: source[key] for key in ("name", "format", "published", "rows", "kept", "set_aside")} == {
        "name": "ofac-sdn",
        "format": "ofac-sdn",
        "published": "",
        "rows": 3,
        "kept": 3,
        "set_aside": 0,
    }
    assert [each["name"] for each in report["unresolved"]] == ["SOMEBODY ELSE"]
    assert report["counts"]["links"] == 2


def test_a_list_that_prints_its_own_day_says_it_and_tables_of_ones_own_say_none(tmp_path: Path) -> None:
    own = write_tables(tmp_path / "own", sources="id,title,published\nun-sc,The list,2026-02-27")
    assert graphkit("build", UN, EU, ofac_list(tmp_path), own, "--case", tmp_path / "case").code == 0
    ages = {age["source"]: age["published"] for age in answer("find", "an san", case=tmp_path / "case")["lists"]}
    assert ages.pop("un-sc") == "2026-02-27"
    assert set(ages.values()) == {None}
    assert "ofac-sdn" in ages
    assert "own" in ages
    shown = graphkit("find", "an san", "--case", tmp_path / "case").out.splitlines()[-1]
    assert f"un-sc (published 2026-02-27, read {date.today()})" in shown
    assert f"ofac-sdn (read {date.today()})" in shown


def test_the_day_given_by_published_counts_for_lists_that_do_not_say(tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert graphkit("build", UN, ofac_list(tmp_path), "--published", "2021-07", "--case", case).code == 0
    ages = {age["source"]: age["published"] for age in answer("find", "an san", case=case)["lists"]}
    assert ages == {"un-sc": "2026-02-27", "ofac-sdn": "2021-07"}
    # It proves the listing from the last day of that month on.
    statuses = {day: answer("trace", "9003550", "--as-of", day, case=case) for day in ("2021-07-30", "2021-07-31")}
    assert {day: trace["from"]["sanctioned"] for day, trace in statuses.items()} == {
        "2021-07-30": "unknown",
        "2021-07-31": "yes",
    }
    # Adding something else keeps it.
    assert graphkit("build", "--add", EU, "--case", case).code == 0
    assert {age["source"]: age["published"] for age in answer("find", "x", case=case)["lists"]}["ofac-sdn"] == "2021-07"


def test_a_listing_without_a_date_is_unknown_before_its_file_was_read_in_every_form_of_the_answer(
    tmp_path: Path,
) -> None:
    case, day = tmp_path / "case", ("--as-of", "2015-01-01")
    assert graphkit("build", ofac_list(tmp_path), "--case", case).code == 0
    text = graphkit("trace", "7303803", *day, "--case", case).out
    assert "As of 2015-01-01: sanctioned on that day: unknown" in text
    assert "  OFAC 23730 asset_freeze without a date [unknown on that day]" in text
    trace = answer("trace", "7303803", *day, case=case)
    own, chain = trace["chains"]
    assert (trace["from"]["sanctioned"], own["entities"][0]["listed"][0]["status"]) == ("unknown", "unknown")
    assert (chain["mode"], chain["entities"][1]["sanctioned"]) == ("association", "unknown")
    assert trace["lists"] == [{"source": "ofac-sdn", "published": None, "read": date.today().isoformat()}]
    assert graphkit("diagram", "7303803", *day, "-o", tmp_path / "it.svg", "--case", case).code == 0
    picture = (tmp_path / "it.svg").read_text(encoding="utf-8")
    assert "may be sanctioned itself: a listing has no date" in picture
    assert "2015-01-01" in picture
    assert answer("trace", "7303803", case=case)["from"]["sanctioned"] == "yes"


def test_files_that_were_read_before_do_not_get_younger_when_they_are_read_again(tmp_path: Path) -> None:
    from graphkit.session.building import build

    case, source = tmp_path / "case", ofac_list(tmp_path)
    build([source], case, today=date(2020, 1, 1))
    build([source], case, today=date(2024, 1, 1))
    (age,) = answer("find", "an san", case=case)["lists"]
    assert age["read"] == "2020-01-01"
    ofac_list(tmp_path, OFAC.replace("Russia", "Panama"))
    build([source], case, today=date(2024, 1, 1))
    (age,) = answer("find", "an san", case=case)["lists"]
    assert age["read"] == "2024-01-01"


@pytest.mark.parametrize("word", ["OFAC-SDN=", "nonsense="])
def test_a_format_that_does_not_exist_is_no_format(word: str, tmp_path: Path) -> None:
    ran = graphkit("build", f"{word}{ofac_list(tmp_path)}", "--case", tmp_path / "case")
    assert (ran.code, (tmp_path / "case" / "current").exists()) == (1, False)
    assert ran.err.strip()


def test_the_format_and_the_name_of_a_source_can_be_forced(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "t", entities="id,name\na,ALPHA")
    ran = graphkit("build", f"tables:mine={folder}", "--case", tmp_path / "case")
    assert (ran.code, answer("sources", case=tmp_path / "case")["sources"][0]["name"]) == (0, "mine")
