"""A name taken apart: what must agree for two names to be the same name.

That two names have one form never makes two parties one by itself. See vessel_names and company_names for how a form is
read from what a source prints.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameForm:
    """core: canonical words without prefix, legal form and numbers; numerals: its numbers in order, as figures.

    legal_form: a code of data/legal_forms.toml; "" when none is stated, and for ships and persons.
    """

    core: tuple[str, ...]
    numerals: tuple[str, ...]
    legal_form: str = ""

    @property
    def key(self) -> str:
        """Equal for two spellings of one name: joined core, then the numbers. Empty when nothing is left."""
        joined = "".join(self.core)
        return f"{joined}#{'#'.join(self.numerals)}" if self.numerals else joined
