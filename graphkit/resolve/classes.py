"""The classes of things whose names can be compared: vessels, legal persons, people; and how each reads a name."""

from collections.abc import Callable, Mapping

from graphkit.model.vocabulary import Kind, NameKind
from graphkit.names.company_names import company_forms
from graphkit.names.forms import NameForm
from graphkit.names.person_names import person_forms
from graphkit.names.vessel_names import vessel_forms

VESSEL, LEGAL, PERSON, ANY = "vessel", "legal", "person", "any"
CLASS_OF_KIND: Mapping[Kind, str] = {
    Kind.VESSEL: VESSEL,
    Kind.COMPANY: LEGAL,
    Kind.ORGANIZATION: LEGAL,
    Kind.PERSON: PERSON,
    Kind.AIRCRAFT: "aircraft",
    Kind.ADDRESS: "address",
    Kind.NOT_STATED: ANY,
}


def _person_forms(name: str) -> tuple[NameForm, ...]:
    return tuple(NameForm(form.parts, ()) for form in person_forms(name))


FORMS: Mapping[str, Callable[[str], tuple[NameForm, ...]]] = {
    VESSEL: vessel_forms,
    LEGAL: company_forms,
    PERSON: _person_forms,
}

MERGING_NAMES = (NameKind.PRIMARY, NameKind.ORIGINAL, NameKind.ALIAS, NameKind.FORMER)
"""Kinds of names that may decide, surest first; weak aliases and claims never do."""
NAME_COST: Mapping[NameKind, float] = {
    NameKind.PRIMARY: 0.0,
    NameKind.ORIGINAL: 0.0,
    NameKind.ALIAS: 0.5,
    NameKind.FORMER: 2.0,
}
"""Bits that an agreeing name is worth less when it is not the primary one: a former name may be another's today."""
