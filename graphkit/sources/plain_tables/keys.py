"""Record ids of one's own tables: the same for the same text, wherever its row stands and in whatever file."""

import hashlib
import re
import unicodedata
from typing import Final

PREFIX: Final = "own:"
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_SLUG_LENGTH = 40


def id_text(text: str) -> str:
    """A cell as an id: without control characters and marks of writing direction, which nobody sees or can type."""
    return text.strip() if text.isprintable() else "".join(sign for sign in text if not _is_unseen(sign)).strip()


def _is_unseen(sign: str) -> bool:
    return sign in _DIRECTION_MARKS or (unicodedata.category(sign) == "Cc" and sign not in "\n\t")


def slug(text: str) -> str:
    """Small letters, figures and hyphens; empty for a text without Latin letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_SLUG_LENGTH].strip("-")


def fingerprint(*parts: str) -> str:
    """Twelve figures that differ when any of the parts does."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def slug_with_fingerprint(text: str, *more: str) -> str:
    """A slug for people with a fingerprint behind it, since different texts may share a slug."""
    return "-".join(filter(None, (slug(text), fingerprint(text, *more))))


def text_key(text: str) -> str:
    """A text as part of an id: itself when it is short and plain, else a slug with a fingerprint."""
    return text if _PLAIN.fullmatch(text) else slug_with_fingerprint(text)
