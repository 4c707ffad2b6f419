"""Other names that a source prints inside a name: `HOPE SEA (EX AN SAN 1)`, `ALPHA LLC A/K/A BETA LLC`.

A former name is not a name of today and is left out; a name that is borne as well (a.k.a., trading as) is one more.
"""

import re

_FORMER = r"F[./ ]?K[./ ]?A\b|EX\b|EX[ -]NAMES?\b|FORMERLY(?: KNOWN AS)?\b|FORMER NAMES?\b|PREVIOUSLY\b"
_ALSO = r"A[./ ]?K[./ ]?A\b|ALSO KNOWN AS\b|TRADING AS\b|DOING BUSINESS AS\b|D[./ ]?B[./ ]?A\b|T/A\b"
_IN_BRACKETS = re.compile(rf"[(\[]\s*(?:(?P<former>{_FORMER})|(?P<also>{_ALSO}))[\s.:-]*([^)\]]*)[)\]]?", re.IGNORECASE)
# The letters looked for first are those that a mark begins with: nearly every name has none, and is left at once.
_SAID = re.compile(rf"\W(?=[ADEFPT])(?:(?P<former>{_FORMER})|(?P<also>{_ALSO}))[\s.:-]+(?=\w)", re.IGNORECASE)
# IMP EX is import and export: in a company's name a bare EX says nothing.
_BARE_EX = re.compile(r"\WEX[\s.:-]+", re.IGNORECASE)


def split_names(text: str, *, bare_ex: bool) -> tuple[str, ...]:
    """The name itself, then the names borne as well; the text itself when it holds no other.

    bare_ex: take EX without brackets for a former name, as ships' papers print it.
    """
    also: list[str] = []
    if "(" in text or "[" in text:
        also = [found[3] for found in _IN_BRACKETS.finditer(text) if found["also"] and found[3].strip()]
        bare = _IN_BRACKETS.sub(" ", text)
        text = bare if bare.strip() else text
    own: list[str] = []
    start = 0
    for found in _SAID.finditer(text):
        before = text[start : found.start()]
        if any(map(str.isalnum, before)) and (bare_ex or not _BARE_EX.fullmatch(found[0])):
            own.append(before)
            start = found.end()
            if found["former"]:
                break
    else:
        own.append(text[start:])
    return (own[0], *also, *own[1:])
