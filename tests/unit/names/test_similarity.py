"""When two names of one kind count as the same name, and how alike two others are."""

import pytest

from graphkit.names.company_names import company_form
from graphkit.names.forms import NameForm
from graphkit.names.person_names import person_forms
from graphkit.names.similarity import closest, similarity
from graphkit.names.vessel_names import vessel_form


@pytest.mark.parametrize(
    "names",
    [
        ("WAN HENG 11", "WANHENG11", "M/V Wan Heng No. 11", "MV WANHENG 11", "Wan-Heng XI", "M.T. WAN HENG ELEVEN"),
        ("KUMJINGANG3", "Kum Jin Gang 3", "KUM JIN GANG III", "KUM JINGANG NO.3"),
        ("AN SAN 1", "An San I", "ANSAN 1", "ANSAN FIRST"),
        ("MT", "M.T.", "mt"),  # a prefix that is the whole name
    ],
)
def test_spellings_of_one_ships_name_have_one_key(names: tuple[str, ...]) -> None:
    assert len({vessel_form(name).key for name in names}) == 1


def test_sister_ships_have_keys_of_their_own() -> None:
    names = ("WAN HENG 11", "WAN HENG 12", "WAN HENG", "WAN HENG 1 1", "WAN HONG 11", "11")
    assert len({vessel_form(name).key for name in names}) == len(names)


def test_a_ships_name_is_core_and_numbers() -> None:
    assert vessel_form("M/V Wan Heng No. 11") == NameForm(("WAN", "HENG"), ("11",))
    assert vessel_form("M/V Wan Heng No. 11").key == "WANHENG#11"
    assert vessel_form(" ?! ").key == ""


def test_a_companys_key_leaves_its_legal_form_out_and_keeps_it_to_compare() -> None:
    plain, short = company_form("Korea Ansan Shipping Company"), company_form("KOREA ANSAN SHPG CO., LTD")
    assert plain.key == short.key == "KOREAANSANSHIPPING"
    assert (plain.legal_form, short.legal_form) == ("CO", "LTD")


def test_numbers_tell_companies_apart() -> None:
    assert company_form("NO. 7 TRADING CO").key != company_form("NO. 8 TRADING CO").key
    assert company_form("FIRST TRADING CO").key == company_form("TRADING 1 CO").key


def test_a_persons_names_are_one_in_any_order() -> None:
    keys = {person_forms(name)[0].key for name in ("KIM, Chol Sam", "Kim Chol-Sam", "Chol Sam KIM")}
    assert len(keys) == 1
    assert person_forms("KIM, Chol Nam")[0].key not in keys


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("AN SAN 1", "an san 1", 1.0),
        ("KUM JIN GANG 3", "KUMJINGANG3", 1.0),
        ("", "AN SAN 1", 0.0),
        ("", "", 0.0),
        ("AAAA", "BBBB", 0.0),
        # The textbook pair: six common letters, T and H exchanged; (1 + 1 + 5/6) / 3 = 0.9444, and three letters in
        # front bring it 0.3 of the way to 1.
        ("MARTHA", "MARHTA", 0.9611),
    ],
)
def test_similarity_of_pairs_that_can_be_worked_out(left: str, right: str, expected: float) -> None:
    assert similarity(left, right) == pytest.approx(expected, abs=0.0001)


def test_a_near_name_is_nearer_than_a_far_one() -> None:
    near, far = similarity("KOREA ANSAN", "KOREA ANSUN"), similarity("KOREA ANSAN", "GUDZON")
    assert far < 0.6 < 0.9 < near < 1.0


def test_the_closest_forms_are_suggested_best_first_and_far_ones_are_not() -> None:
    forms = ("AN SAN 1", "AN SAN 2", "KOTI", "GARDENIA")
    assert closest("an san 1", forms) == ("AN SAN 1", "AN SAN 2")
    assert closest("an san 1", forms, limit=1) == ("AN SAN 1",)
    assert closest("zzz", forms) == ()
    assert closest("", forms) == ()
