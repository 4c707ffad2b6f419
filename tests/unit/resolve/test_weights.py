"""The readable table of weights: what a value is worth among the records at hand, and weights of one's own."""

from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from graphkit.errors import WrongUse
from graphkit.resolve.feature import Feature
from graphkit.resolve.prepared import FEATURES
from graphkit.resolve.weights import Piece, default_weights, read_weights

FLAG = Piece(contradicts=-1.5, same=0.8, chance=0.1, most=4.0)


def flags(**bearers: int) -> Feature:
    texts = [flag for flag, count in bearers.items() for _ in range(count)]
    return Feature.of(np.arange(len(texts)), np.array(texts, dtype=object), len(texts))


def test_a_rarer_value_weighs_more_and_the_background_keeps_two_records_from_meaning_much() -> None:
    # 0.8 against the share of the flag with fifty records beside those at hand, a tenth of which say it.
    assert FLAG.value_bits(flags(KP=2)).tolist() == [2.5]  # log2(0.8 / (7 / 52)) = 2.57
    assert FLAG.value_bits(flags(KP=10, PA=940)).tolist() == [4.0, 0.0]  # log2(0.8 / 0.015) = 5.7, at most 4; below 0
    assert FLAG.value_bits(flags(KP=100, PA=850)).tolist() == [3.0, 0.0]  # log2(0.8 / 0.105) = 2.93


def test_a_constant_weight_is_the_same_for_every_value() -> None:
    assert Piece(contradicts=-40.0, agrees=30.0).value_bits(flags(A=1, B=9)).tolist() == [30.0, 30.0]


def test_a_feature_that_nobody_states_has_no_weights() -> None:
    assert FLAG.value_bits(flags()).tolist() == []


def test_every_piece_of_evidence_has_a_weight_and_none_leans_the_wrong_way() -> None:
    weights = default_weights()
    assert {name.partition(" ")[0] for name in FEATURES} | {"dwt", "gt", "built"} == set(weights.pieces)
    for piece in weights.pieces.values():
        assert piece.contradicts <= 0.0
        assert piece.most > 0.0 if piece.agrees is None else piece.agrees > 0.0
    assert all(weights.pieces[name].agrees == 30.0 for name in ("imo", "lei", "entry"))
    assert weights.pieces["imo"].contradicts == -40.0
    assert weights.screen_at < weights.review_at < weights.join_at < weights.merge_at


def test_weights_of_ones_own_are_read_from_the_same_form(tmp_path: Path) -> None:
    shipped = resources.files("graphkit.resolve").joinpath("weights.toml").read_text(encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text(shipped, encoding="utf-8")
    assert read_weights(own) == default_weights()
    own.write_text(shipped.replace("merge_at = 4.0", "merge_at = 9.0"), encoding="utf-8")
    assert read_weights(own).merge_at == 9.0


@pytest.mark.parametrize(
    "text", ["", "merge_at = ", "merge_at = 4.0", "[pieces]\nimo = 3", "[pieces]\nimo = { much = 3.0 }", "\x00", "ÿ"]
)
def test_what_is_no_table_of_weights_is_refused_in_one_sentence(text: str, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(text.encode("latin-1"))
    with pytest.raises(WrongUse, match=r"own\.toml is no table of weights .*weights\.toml is an example\.$"):
        read_weights(own)
    with pytest.raises(WrongUse, match="is no table of weights"):
        read_weights(tmp_path / "none.toml")


def test_weights_of_ones_own_that_are_no_numbers_or_lack_a_piece_are_refused(tmp_path: Path) -> None:
    shipped = resources.files("graphkit.resolve").joinpath("weights.toml").read_text(encoding="utf-8")
    for broken in (
        shipped.replace("agrees = 9.0", 'agrees = "much"'),
        shipped.replace("mmsi = {", "# mmsi = {"),
        shipped.replace("flag = { same = 0.9, ", "flag = { "),
    ):
        own = tmp_path / "own.toml"
        own.write_text(broken, encoding="utf-8")
        with pytest.raises(WrongUse, match="is no table of weights"):
            read_weights(own)
