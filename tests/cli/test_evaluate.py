"""`graphkit evaluate` as a process: tables in, ratios out, and one sentence when a table does not fit."""

from pathlib import Path

import pandas as pd

from tests.cli.command import graphkit

TRUTH = "id,entity_id\na,X\nb,X\nc,X\nd,X\ne,Y\nf,Y\nlost,Z\n"
RESULT = "id\tentity_id\na\t1\nb\t1\nc\t1\nd\t2\ne\t2\nf\t2\n"


def written(folder: Path, **files: str) -> list[Path]:
    """The files, named with their suffix after two underscores."""
    paths = [folder / name.replace("__", ".") for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, encoding="utf-8", newline="")
    return paths


def test_clusters_are_told_with_their_worst_examples(tmp_path: Path) -> None:
    result, truth = written(tmp_path, result__tsv=RESULT, truth__csv=TRUTH)
    ran = graphkit("evaluate", result, "--truth", truth)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Compared on the 6 records that both have; 0 stand only in the result and 1 only in the truth, and count "
        "nowhere.\n"
        "\n"
        "measure           precision  recall  F1\n"
        "----------------  ---------  ------  ------\n"
        "pairs of records  0.6667     0.5714  0.6154\n"
        "B-cubed           0.7778     0.7500  0.7636\n"
        "Pairs: 6 joined, 7 true, 4 both.\n"
        "\n"
        "records in one  clusters found  true entities\n"
        "--------------  --------------  -------------\n"
        "1               0               0\n"
        "2               0               1\n"
        "3 to 5          2               1\n"
        "6 to 10         0               0\n"
        "11 to 100       0               0\n"
        "over 100        0               0\n"
        "all             2               2\n"
        "\n"
        "Largest wrong clusters:\n"
        "id  records  true entities  pairs wrongly joined  some of them\n"
        "--  -------  -------------  --------------------  ------------\n"
        "2   3        2              2                     d, e, f\n"
        "\n"
        "Most split entities:\n"
        "id  records  clusters  pairs missed  some of them\n"
        "--  -------  --------  ------------  ------------\n"
        "X   4        2         3             a, b, c, d\n"
    )


def test_a_case_s_own_table_is_a_result_and_json_has_every_number(tmp_path: Path) -> None:
    (truth,) = written(tmp_path, truth__csv=TRUTH)
    result = tmp_path / "record_entities.parquet"
    pd.DataFrame({"record_id": list("abcdef"), "entity_id": list("111222"), "kind": "vessel"}).to_parquet(result)
    answer = graphkit("evaluate", result, "--truth", truth, "--format", "json").json
    assert (answer["records"], answer["only_in_truth"], answer["truth_sizes"]) == (6, 1, {"2": 1, "4": 1})
    pairs = {"claimed": 6, "true": 7, "both": 4, "precision": 4 / 6, "recall": 4 / 7, "f1": 8 / 13}
    assert answer["pairs"] == pairs
    rows = graphkit("evaluate", result, "--truth", truth, "--format", "csv").out.splitlines()
    assert rows[0] == "measure,value"
    assert f"pairs.precision,{4 / 6}" in rows


def test_compared_pairs_are_told_by_verdict(tmp_path: Path) -> None:
    compared, labelled = written(
        tmp_path,
        compared__csv="name_a,name_b,similarity,screen,merge\nKOTI,K0TI,0.9,true,true\nDOVE,DOVER,0.6,true,false\n",
        labelled__csv="name_a,name_b,label\nKOTI,K0TI,1\nDOVER,DOVE,0\n",
    )
    ran = graphkit("evaluate", compared, "--truth", labelled, "--pairs")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Compared on the 2 pairs that both have; 0 stand only in the result and 0 only in the truth, and count "
        "nowhere.\n"
        "\n"
        "measure                 precision  recall  F1\n"
        "----------------------  ---------  ------  ------\n"
        "similarity 0.5 or more  0.5000     1.0000  0.6667\n"
        "screen                  0.5000     1.0000  0.6667\n"
        "merge                   1.0000     1.0000  1.0000\n"
        "Recall at 98% precision: 1.0000, at similarity 0.9000 or more.\n"
    )


def test_candidate_pairs_are_told_with_what_they_lose_and_cost(tmp_path: Path) -> None:
    candidates, truth = written(tmp_path, candidates__csv="left,right\na,b\na,e\ne,f\nzz,a\n", truth__csv=TRUTH)
    ran = graphkit("evaluate", candidates, "--truth", truth, "--blocking")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "7 records; 3 candidate pairs, 0.4 per record.\n"
        "1 candidate pairs have a record that the truth does not have; they are not counted.\n"
        "Candidate recall 0.2857: 2 of 7 true pairs will be compared.\n"
        "\n"
        "Entities that lose most:\n"
        "id  records  true pairs missed  some of them\n"
        "--  -------  -----------------  ------------\n"
        "X   4        5                  a, b, c, d\n"
    )


def test_signs_that_cannot_be_seen_and_formulas_reach_no_terminal(tmp_path: Path) -> None:
    result, truth = written(
        tmp_path, result__csv="id,entity_id\n\x1b[2Ja,1\nb,1\n", truth__csv="id,entity_id\n\x1b[2Ja,X\nb,Y\n"
    )
    ran = graphkit("evaluate", result, "--truth", truth)
    assert ran.code == 0
    assert "\\u001b[2Ja" in ran.out
    assert "\x1b" not in ran.out


def test_tables_that_do_not_fit_are_one_sentence(tmp_path: Path) -> None:
    result, truth, names, long, empty, odd, old = written(
        tmp_path,
        result__tsv=RESULT,
        truth__csv=TRUTH,
        names__csv="rid,entity\na,X\n",
        long__csv="id,entity_id\na,X,more\n",
        empty__csv="",
        odd__xlsx="PK",
        old__ods="PK",
    )
    for arguments, code, told in (
        ((names, "--truth", truth), 2, "names.csv has no column 'id'; it has rid, entity. Rename one."),
        ((long, "--truth", truth), 1, "long.csv cannot be read as a table: "),
        ((empty, "--truth", truth), 1, "empty.csv has no header, or a column twice in it."),
        (
            (odd, "--truth", truth),
            1,
            "odd.xlsx cannot be read as a workbook: it is damaged, or not what its name says.",
        ),
        ((old, "--truth", truth), 2, "old.ods: tables are read from .csv, .tsv, .xlsx and .parquet, not .ods."),
        ((result, "--truth", tmp_path / "none.csv"), 1, "none.csv cannot be opened: No such file or directory."),
        (
            (result, "--truth", truth, "--pairs"),
            2,
            "result.tsv has no column 'left'; it has id, entity_id.",
        ),
        ((result, "--truth", truth, "--pairs", "--blocking"), 2, "--pairs and --blocking are two questions;"),
    ):
        ran = graphkit("evaluate", *arguments)
        assert (ran.code, ran.out) == (code, "")
        assert ran.err.startswith(f"graphkit: {told}")
