"""A company's name taken apart: legal form as a code, trade words written out, numbers read.

`Korea Ansan Shipping Company`, `KOREA ANSAN SHPG CO., LTD` have one key and two legal forms. What else a source prints
in the name (a name borne as well, an acronym in brackets) gives forms of its own, to find it by.
"""

import re

from graphkit.names.acronyms import is_acronym_of
from graphkit.names.forms import NameForm
from graphkit.names.inner_names import split_names
from graphkit.names.legal_forms import split_legal_form
from graphkit.names.letters_and_figures import parts
from graphkit.names.numerals import split_numerals
from graphkit.names.scripts import readings
from graphkit.names.trade_words import place_words

_BRACKETED = re.compile(r"[(\[]\s*[\"']?([A-Z][A-Z.&-]{1,11})[\"']?\s*[)\]]")


def company_form(name: str) -> NameForm:
    """A company's name without its legal form; an acronym of it in brackets and other names are left out."""
    text = split_names(name, bare_ex=False)[0]
    return _form(readings(_without_acronym(text)[0])[0])


def company_forms(name: str) -> tuple[NameForm, ...]:
    """The form of every reading, then those of names borne as well and of an acronym in brackets; each once."""
    forms: list[NameForm] = []
    for text in split_names(name, bare_ex=False):
        bare, acronym = _without_acronym(text)
        forms += map(_form, readings(bare))
        if acronym:
            forms.append(NameForm((acronym,), ()))
    return tuple(dict.fromkeys(forms))


def _form(reading: str) -> NameForm:
    words = tuple(reading.split())
    if not reading.replace(" ", "").isalpha():
        words = tuple([part for word in words for part in ((word,) if word.isalpha() else parts(word))])
    core, legal_form = split_legal_form(words)
    core, numerals = split_numerals(core, roman_last=False)
    return NameForm(core[1:] if len(core) > 1 and core[0] == "THE" else core, numerals, legal_form)


def _without_acronym(text: str) -> tuple[str, str]:
    """The text without a bracketed acronym of the words before it, and that acronym: (FTB), but not (HK)."""
    found = _BRACKETED.search(text) if "(" in text or "[" in text else None
    if not found:
        return text, ""
    acronym = re.sub(r"[^A-Z]", "", found[1])
    before = readings(text[: found.start()])[0].split()
    if acronym in place_words() or not is_acronym_of(acronym, before):
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}", acronym
