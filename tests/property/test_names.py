"""Names: forms are idempotent, similarity is symmetric and within 0 and 1, and nothing a name may hold breaks them."""

from hypothesis import given
from hypothesis import strategies as st

from graphkit.names.company_names import company_form
from graphkit.names.legal_forms import split_legal_form
from graphkit.names.normalise import comparison_form, joined_form, visible, words
from graphkit.names.numerals import split_numerals
from graphkit.names.person_names import person_forms
from graphkit.names.similarity import closest, similarity
from graphkit.names.vessel_names import vessel_form

NAME_WORDS = (
    "AN SAN KUM JIN GANG WAN HENG KOREA SHIPPING SHPG TRADING CO LTD OOO S.A. NO XI III ELEVEN FIRST 1 11 011 M/V MT & "
    "Гудзон 安山有限公司 Ch'ong Açık ＡＮ é"
).split()
latin_names = st.lists(st.sampled_from([word for word in NAME_WORDS if word.isascii()]), max_size=6).map(" ".join)
names = st.text(max_size=30) | st.lists(st.sampled_from(NAME_WORDS), max_size=6).map(" ".join)


@given(names)
def test_forms_are_idempotent_and_plain(name: str) -> None:
    form = comparison_form(name)
    assert comparison_form(form) == form
    assert visible(visible(name)) == visible(name)
    assert set(form) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")
    assert form.split(" ") == form.split() or form == ""
    assert joined_form(joined_form(name)) == joined_form(name) == form.replace(" ", "") == "".join(words(name))


@given(names)
def test_case_and_blanks_around_a_name_change_no_form(name: str) -> None:
    assert comparison_form(f" \t{name}\u200b\n") == comparison_form(name)
    plain = comparison_form(name)
    assert comparison_form(plain.lower()) == plain


@given(names, names)
def test_similarity_is_symmetric_and_within_0_and_1(left: str, right: str) -> None:
    assert 0.0 <= similarity(left, right) <= 1.0
    assert similarity(left, right) == similarity(right, left)


@given(st.text("AB 1", max_size=12), st.text("AB 1", max_size=12))
def test_similarity_is_symmetric_where_letters_repeat(left: str, right: str) -> None:
    assert similarity(left, right) == similarity(right, left)


@given(names)
def test_a_name_is_wholly_like_itself_unless_nothing_is_left_of_it(name: str) -> None:
    assert similarity(name, name) == float(bool(comparison_form(name)))
    assert similarity(name, joined_form(name)) == float(bool(comparison_form(name)))


@given(latin_names)
def test_a_key_does_not_depend_on_case_blanks_or_punctuation(name: str) -> None:
    for form in (vessel_form, company_form):
        assert form(name.lower()).key == form(f"  {name} ").key == form(name).key
    lower, spaced, plain = ([form.key for form in person_forms(each)] for each in (name.lower(), f"  {name} ", name))
    assert lower == spaced == plain


@given(latin_names, st.lists(st.integers(2, 9_999), min_size=1, max_size=2))
def test_a_number_in_a_ships_name_is_never_lost(name: str, numbers: list[int]) -> None:
    # Apart from letters: in K0TI and MAX1MO the figure is a letter.
    printed = " ".join(["ANSAN", name, *map(str, numbers)])
    assert (
        list(map(str, numbers))
        == [found for found in vessel_form(printed).numerals if found.isdigit()][-len(numbers) :]
    )


@given(names, st.booleans())
def test_taking_a_name_apart_makes_up_no_word(name: str, roman_last: bool) -> None:
    parts = words(name)
    rest, numbers = split_numerals(parts, roman_last=roman_last)
    left = iter(parts)
    assert all(word in left for word in rest)  # in their order
    assert len(rest) + len(numbers) <= len(parts)
    core, code = split_legal_form(parts)
    assert bool(core) == bool(parts)
    assert len(core) < len(parts) or not code or len("".join(core)) < len("".join(parts))


@given(names, st.lists(names.map(comparison_form), max_size=6))
def test_only_near_forms_are_suggested_and_at_most_five(name: str, forms: list[str]) -> None:
    found = closest(name, forms, at_least=0.8)
    assert set(found) <= set(forms)
    scores = [similarity(name, form) for form in found]
    assert all(score >= 0.8 for score in scores)
    assert len(found) <= 5
