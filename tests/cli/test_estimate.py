"""`graphkit estimate` as a process: a table in, a table of weights out that `resolve` reads."""

from pathlib import Path

from tests.cli.command import graphkit


def synthetic(folder: Path) -> Path:
    """A table of 1,200 synthetic records."""
    path = folder / "fleet.csv"
    assert graphkit("generate", "--records", "1200", "--seed", "3", "--table", path).code == 0
    return path


def test_estimated_weights_are_told_written_and_used(tmp_path: Path) -> None:
    table, weights = synthetic(tmp_path), tmp_path / "weights.toml"
    ran = graphkit("estimate", table, "-o", weights)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("1,200 records; ")
    rows = {line.split()[0]: line for line in lines if line}
    assert rows["imo"].split() == ["imo", "+30.0", "+30.0", "-40.0", "-40.0", "decisive,", "never", "estimated"]
    assert " of " in rows["flag"]
    assert lines[-1] == f"Use them with: graphkit resolve {table} --weights {weights}"
    resolved = graphkit("resolve", table, "--weights", weights)
    assert resolved.code == 0
    assert len(resolved.out.splitlines()) == 1201


def test_json_has_old_and_new_bits_with_the_counts(tmp_path: Path) -> None:
    table, weights = synthetic(tmp_path), tmp_path / "weights.toml"
    answer = graphkit("estimate", table, "-o", weights, "--format", "json").json
    assert (answer["records"], answer["written"]) == (1200, str(weights))
    assert 0.0 < answer["matches"] < 1.0
    pieces = {piece["piece"]: piece for piece in answer["pieces"]}
    assert set(pieces["built"]["old"]) == set(pieces["built"]["new"]) == {"agrees", "contradicts"}
    flag = pieces["flag"]
    assert set(flag["new"]) == {"agrees", "same", "chance", "contradicts"}
    assert flag["kept"] is None
    assert flag["new"] != flag["old"]
    assert flag["m"]["stated"] >= flag["m"]["agreed"] > 20
    assert 0.0 < flag["u"]["share"] < flag["m"]["share"] < 1.0
    assert pieces["imo"]["new"] == pieces["imo"]["old"]
    assert pieces["imo"]["m"]["share"] is None
    assert f"flag = {{ same = {flag['new']['same']}, " in weights.read_text(encoding="utf-8")


def test_too_little_is_one_sentence_and_no_file(tmp_path: Path) -> None:
    table, weights = tmp_path / "few.csv", tmp_path / "weights.toml"
    table.write_text("id,name,flag\n1,AN SAN 1,KP\n2,AN SAN 1,KP\n3,AN SAN 2,TG\n", encoding="utf-8")
    ran = graphkit("estimate", table, "-o", weights)
    assert (ran.code, ran.out, weights.exists()) == (1, "", False)
    assert ran.err.startswith("graphkit: There is too little to estimate weights from: 3 records give ")
    assert ran.err.endswith("Use the weights that are shipped, or a larger table.\n")


def test_what_cannot_be_read_or_has_no_evidence_is_one_sentence(tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("colour,size\nred,1\n", encoding="utf-8")
    weights = tmp_path / "weights.toml"
    for arguments, code, told in (
        ((tmp_path / "none.csv", "-o", weights), 1, "cannot be opened: No such file or directory."),
        ((odd, "-o", weights), 1, "There is too little to estimate weights from: 1 records give 0 candidate pairs"),
        ((odd, "-o", weights, "--kind", "boat"), 2, "There is no kind 'boat'"),
        ((synthetic(tmp_path), "-o", tmp_path / "no" / "w.toml"), 2, "cannot be written"),
    ):
        ran = graphkit("estimate", *arguments)
        assert (ran.code, ran.out) == (code, "")
        assert told in ran.err
