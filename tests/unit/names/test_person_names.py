"""Persons' names in any order, with titles, initials and patronymics or without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.names.person_names import PersonForm, person_forms, person_similarity


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("KIM, Chol Sam", PersonForm(("CHOL", "KIM", "SAM"), "KIM")),
        ("Kim Chol-sam", PersonForm(("CHOL", "KIM", "SAM"))),
        ("김철삼", PersonForm(("CHOL", "KIM", "SAM"))),
        ("Kim, Chol Sam, Dr.", PersonForm(("CHOL", "KIM", "SAM"), "KIM")),
        ("Kim Chol Sam, Director", PersonForm(("CHOL", "KIM", "SAM"))),
        ("习近平", PersonForm(("JINPING", "XI"))),
        ("Capt. Mr. J. Smith", PersonForm(("J", "SMITH"))),
        ("KING, Martin", PersonForm(("KING", "MARTIN"), "KING")),  # a title only in front of a name
        ("AL-ASSAD, Bashar", PersonForm(("ASSAD", "BASHAR"), "ASSAD")),
        ("Haji Abd al-Rahman bin Hassan", PersonForm(("ABDULRAHMAN", "HASSAN"))),
        ("Abdurrahman Hasan", PersonForm(("ABDULRAHMAN", "HASSAN"))),
        ("Abd Allah", PersonForm(("ABDALLAH",))),
        ("Habib Allah al-Saif", PersonForm(("HABIBULLAH", "SAIF"))),
        ("Saif-al-Din Habibollah", PersonForm(("HABIBULLAH", "SAIFUDDIN"))),
        ("Sheikh", PersonForm(("SHEIKH",))),
        ("В.В. Путин", PersonForm(("PUTIN", "V", "V"))),
        ("PUTIN, Vladimir Vladimirovich", PersonForm(("PUTIN", "VLADIMIR", "VLADIMIROVICH"), "PUTIN", "VLADIMIROVICH")),
        # The family name looks like a patronymic too.
        ("Abramovich Roman Arkadyevich", PersonForm(("ABRAMOVICH", "ARKADYEVICH", "ROMAN"), "", "ARKADYEVICH")),
        ("Roman Arkadyevich Abramovich", PersonForm(("ABRAMOVICH", "ARKADYEVICH", "ROMAN"), "", "ARKADYEVICH")),
        ("Roman Abramovich", PersonForm(("ABRAMOVICH", "ROMAN"))),
    ],
)
def test_a_name_is_its_parts_in_alphabetical_order(printed: str, form: PersonForm) -> None:
    assert person_forms(printed)[0] == form


def test_a_text_without_letters_has_no_form() -> None:
    assert person_forms(" ,?! ") == ()
    assert person_similarity("", "KIM") == 0.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mohammed Hasan", "MUHAMMAD HASSAN"),
        ("Sergey Ivanov", "IVANOV, Sergei"),
        ("Hassan Ahmadi", "AHMEDI, Hasan"),
        ("Farid Zahedi", "Fareed Zahidi"),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin"),
        ("Kim Cholsam", "KIM, Chol Sam"),
        ("Kim Cheol-sam", "KIM, Chol Sam"),
        ("習近平", "Xi Jin Ping"),
        ("محمد علي حسن", "Mohammad Ali Hassan"),
        ("Умаров Доку Хаматович", "Doku UMAROV"),
        ("Lee Myung-bak", "RI MYONG PAK"),
        ("Hermann Müller", "Hermann Mueller"),
    ],
)
def test_spellings_of_one_name_stay_above_nine_tenths(left: str, right: str) -> None:
    assert person_similarity(left, right) > 0.9


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("KIM CHOL SU", "KIM CHOL NAM"),
        ("KIM CHOL SU", "KIM CHOL SUN"),
        ("KIM CHOL SONG", "KIM CHOL SANG"),
        ("KIM, Yong Chol", "KIM, Yong Nam"),
        ("Ali Hassan", "Ali Hussein"),
        ("Ivan Petrovich Sidorov", "Ivan Ivanovich Sidorov"),
        ("John Smith", "Jane Smith"),
        ("KIM", "KIM CHOL SAM"),
    ],
)
def test_one_name_that_differs_is_another_person(left: str, right: str) -> None:
    assert person_similarity(left, right) < 0.78


def test_initials_and_missing_names_are_less_certain_than_names_and_the_order_of_certainty_is_plain() -> None:
    full = "Vladimir Vladimirovich Putin"
    likely = [person_similarity(full, other) for other in (full, "Vladimir Putin", "V. V. Putin", "D. V. Putin")]
    assert likely == sorted(likely, reverse=True)
    assert likely[0] == 1.0
    # One certain name of three and two initials: (1 + 0.75 + 0.75) / 3.
    assert likely[2] == pytest.approx(0.8333, abs=0.0001)


def test_family_names_that_both_sides_state_and_that_differ_count() -> None:
    assert person_similarity("LI, Wei", "WEI, Li") == 0.85
    assert person_similarity("LI, Wei", "Wei Li") == 1.0


_LATIN = "KIM CHOL CHEOL SAM CHOLSAM LEE K. C V. VLADIMIR VLADIMIROVICH PUTIN ABD AL RAHMAN MOHAMMED MAHMUD ALLAH DIN ,"
_WORDS = st.sampled_from([*_LATIN.split(), "김철삼", "習近平", "محمد"])


@given(st.lists(_WORDS, max_size=6).map(" ".join) | st.text(max_size=20), st.lists(_WORDS, max_size=6).map(" ".join))
def test_similarity_is_between_0_and_1_and_the_same_both_ways(left: str, right: str) -> None:
    fit = person_similarity(left, right)
    assert 0.0 <= fit <= 1.0
    assert fit == person_similarity(right, left)
    assert person_similarity(left, left) == (1.0 if person_forms(left) else 0.0)


def test_a_text_of_thousands_of_names_does_not_take_long() -> None:
    assert person_similarity("KIM CHOL " * 2000, "SAM, RI " * 2000) < 0.5
