"""What can go wrong, as one tree; each message is one sentence with the remedy.

GraphkitError
├── WrongUse            a command or a function was called with arguments that do not fit (exit code 2)
├── IdentifierError     a number is not what its scheme asks for
│   └── WrongCheckDigit its form fits, its sum does not: a misprint or a falsified number
├── DateError           a date is in none of the forms of the contract
├── SourceError         a file is missing, is not what it claims to be, or cannot be read at all
├── CaseError           the case folder is missing, busy, damaged or of another version
├── JudgementError      a judgement would break a rule that no judgement may break
├── NotFound            nothing answers to a name or a number; carries suggestions
├── Ambiguous           several things answer to it; carries the candidates
├── StoreUnavailable    no Neo4j answers, or it refuses the password
├── ServerError         a local Neo4j cannot be started or stopped
└── MissingPart         an optional part is not installed
"""

from collections.abc import Sequence


class GraphkitError(Exception):
    """Anything that graphkit can explain in one sentence. The command line prints the message alone."""


class WrongUse(GraphkitError):
    """The call itself is wrong; repeating it with the same arguments cannot help."""


class IdentifierError(GraphkitError):
    """A number that its scheme does not allow: wrong length, wrong letters or wrong check digit."""


class WrongCheckDigit(IdentifierError):
    """The form of the scheme, and a sum that does not fit: a misprint or a falsified number rather than none."""


class DateError(GraphkitError):
    """A text that is none of the accepted forms of a date."""


class SourceError(GraphkitError):
    """A source as a whole cannot be read. A wrong row never raises this: it is set aside and counted."""


class CaseError(GraphkitError):
    """The case folder cannot be used as it is."""


class JudgementError(GraphkitError):
    """A person's judgement that would make two different hulls one ship, or that names an unknown record."""


class NotFound(GraphkitError):
    """Nothing has this name or number.

    suggestions: names that come close; they are offered and never taken.
    """

    def __init__(self, message: str, *, suggestions: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.suggestions = tuple(suggestions)


class Ambiguous(GraphkitError):
    """Several entities have this name or number.

    candidates: rows of `id`, `kind`, `name`, for a person or a script to choose from.
    """

    def __init__(self, message: str, *, candidates: Sequence[dict[str, object]] = ()) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class StoreUnavailable(GraphkitError):
    """No answer from the Neo4j server, or an answer that says no."""


class ServerError(GraphkitError):
    """The local Neo4j server did not start or stop as asked."""


class MissingPart(GraphkitError):
    """An optional package is needed and not installed."""
