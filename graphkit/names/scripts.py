"""A name of any script as lists print it in Latin capitals: up to four readings, the usual one first.

대동강해운 is DAEDONGGANG SHIPPING and TAEDONGGANG SHIPPING, 大连海运有限公司 is DALIAN SHIPPING CO LTD. Reach for it
wherever a name meets one of another script. Readings are candidates to compare, not translations: words keep the order
of their language, short vowels of Arabic are missing, and kanji are read as Chinese.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from anyascii import anyascii

from graphkit.names.alphabets import Reader, arabic, arabic_letters, cyrillic, greek, kana
from graphkit.names.foreign_words import Lexicon, Meaning, lexicon, plain_cyrillic, plain_greek, sounds_of_han
from graphkit.names.hangul import mccune_reischauer, revised
from graphkit.names.normalise import comparison_form, visible


class _Manner(NamedTuple):
    """translated: words of the lexicon in English; other: the second usual romanisation of the rest."""

    translated: bool
    other: bool


_Pieces = tuple[tuple[str, Meaning | None], ...]
_MANNERS: Final = (_Manner(True, False), _Manner(True, True), _Manner(False, False), _Manner(False, True))

_KANA: Final = "ぁ-ゖァ-ヺー"
_HAN: Final = "㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_CYRILLIC: Final = "Ѐ-ԯ"
_GREEK: Final = "Ͱ-Ͽἀ-῿"
_ARABIC: Final = "\u0620-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"


def _spaced(letters: str) -> str:
    return f"[{letters}]+(?:[ .-]+[{letters}]+)*"


_RUN: Final = re.compile(
    f"(?P<hangul>[가-힣]+)|(?P<han>[{_HAN}{_KANA}]+)|(?P<cyrillic>{_spaced(_CYRILLIC)})"
    f"|(?P<greek>{_spaced(_GREEK)})|(?P<arabic>{_spaced(_ARABIC)})"
)
_KANA_OR_HAN: Final = re.compile(f"[{_KANA}]+|[^{_KANA}]+")
_REPEATED: Final = re.compile("(.)々")
_STOP_BEFORE_WORD: Final = re.compile(r"\.(?=\w\w)")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'`´’‘ʼʻ"))
# Pointed vowels of Arabic and its stretching stroke are not said and would cut a word in two.
_POINTS: Final = re.compile("[\u064b-\u065f\u0670\u0640]")
_SECOND_LATIN: Final = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "Ø": "OE", "Å": "AA", "ä": "ae", "ö": "oe",
                                      "ü": "ue", "ø": "oe", "å": "aa"})  # fmt: skip


def readings(text: str) -> tuple[str, ...]:
    """One to four distinct readings of a name, in capital words and figures with single blanks.

    Plain Latin text has one, its comparison form. Others: translated words first with the usual romanisation, then with
    the other usual one, then both with trade words transliterated too. Legal forms and places stay in English. Empty
    text, or text without any letter or figure, gives one empty reading.
    """
    return (comparison_form(text),) if text.isascii() else _readings(text)


@lru_cache(maxsize=50_000)
def _readings(text: str) -> tuple[str, ...]:
    shown = visible(unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)))
    shown = _REPEATED.sub(r"\1\1", _POINTS.sub("", shown))
    found = dict.fromkeys(comparison_form(_in_latin(shown, manner)) for manner in _MANNERS)
    return tuple(reading for reading in found if reading) or ("",)


def _in_latin(text: str, manner: _Manner) -> str:
    if manner.other:
        text = text.translate(_SECOND_LATIN)
    return _RUN.sub(lambda found: _READ[str(found.lastgroup)](found[0], manner), text)


# --- Han, kana and Hangul, which print no blanks ----------------------------------------------------------------------


def _read_hangul(run: str, manner: _Manner) -> str:
    return _unspaced(_cut(run, "hangul"), manner, mccune_reischauer if manner.other else revised)


def _read_han(run: str, manner: _Manner) -> str:
    return _unspaced(_cut(run, "han"), manner, _cantonese_or_pinyin if manner.other else _pinyin)


def _unspaced(pieces: _Pieces, manner: _Manner, romanised: Reader) -> str:
    """With blanks around: the parts between known words are one word each."""
    parts = (
        meaning.read(other=manner.other) if meaning and (manner.translated or meaning.fixed) else romanised(part)
        for part, meaning in pieces
    )
    return f" {' '.join(parts)} "


@lru_cache(maxsize=1_000)  # the readings of one name cut it four times
def _cut(run: str, script: str) -> _Pieces:
    """The run in known words, longest first, and what stands between them."""
    return tuple(_pieces(run, lexicon(script)))


def _pieces(run: str, known: Lexicon) -> Iterator[tuple[str, Meaning | None]]:
    start = at = 0
    while at < len(run):
        sizes = range(min(known.longest.get(run[at], 0), len(run) - at), 0, -1)
        size = next((size for size in sizes if run[at : at + size] in known.exact), 0)
        if size:
            if start < at:
                yield run[start:at], None
            yield run[at : at + size], known.exact[run[at : at + size]]
            start = at + size
        at += size or 1
    if start < len(run):
        yield run[start:], None


def _pinyin(part: str) -> str:
    return " ".join(
        kana(piece) if _is_kana(piece) else "".join(_sound(sign) for sign in piece)
        for piece in _KANA_OR_HAN.findall(part)
    )


def _is_kana(piece: str) -> bool:
    return bool(re.match(f"[{_KANA}]", piece))


@lru_cache(maxsize=10_000)
def _sound(sign: str) -> str:
    return sounds_of_han("pinyin").get(sign) or anyascii(sign).upper()


def _cantonese_or_pinyin(part: str) -> str:
    """永發 is WING FAT; a name with a sign that has no entry is read in pinyin."""
    sounds = [sounds_of_han("cantonese").get(sign, "") for sign in part]
    return " ".join(sounds) if all(sounds) else _pinyin(part)


# --- Cyrillic, Greek and Arabic, which do -----------------------------------------------------------------------------


def _read_cyrillic(run: str, manner: _Manner) -> str:
    run = run.lower()
    return _in_words(run, "cyrillic", plain_cyrillic, manner, cyrillic(run, other=manner.other))


def _read_greek(run: str, manner: _Manner) -> str:
    run = plain_greek(run)
    return _in_words(run, "greek", str, manner, greek(run, other=manner.other))


def _read_arabic(run: str, manner: _Manner) -> str:
    reader = arabic(run, other=manner.other)
    return _in_words(arabic_letters(run), "arabic", str, manner, reader)


def _in_words(run: str, script: str, plain: Callable[[str], str], manner: _Manner, reader: Reader) -> str:
    """Word by word, initials without their stops: known phrases in English, the rest by the reader of the alphabet."""
    known = lexicon(script)
    words = _STOP_BEFORE_WORD.sub(" ", run).replace(".", "").replace("-", " ").split()
    looked_up = [plain(word) for word in words]
    read = []
    at = 0
    while at < len(words):
        size, meaning = _phrase(looked_up, at, known)
        if meaning and (manner.translated or meaning.fixed):
            read.append(meaning.read(other=manner.other))
            at += size
        else:
            read.append(reader(words[at]))
            at += 1
    return " ".join(read)


def _phrase(words: list[str], at: int, known: Lexicon) -> tuple[int, Meaning | None]:
    """How many words from here on are a known phrase, and what it means."""
    for size in range(min(known.longest.get(words[at][:1], 0), len(words) - at), 1, -1):
        if found := known.exact.get(" ".join(words[at : at + size])):
            return size, found
    # One letter is the word "and" only between others: И. in front of a name is an initial.
    if len(words[at]) == 1 and not 0 < at < len(words) - 1:
        return 1, None
    return 1, known.of_word(words[at]) or _without_article(words[at], known)


def _without_article(word: str, known: Lexicon) -> Meaning | None:
    """للملاحة and والملاحة by their noun; only Arabic begins so."""
    for article, lead in (("وال", "AND "), ("ولل", "AND "), ("ال", ""), ("لل", ""), ("بال", "")):
        if word.startswith(article):
            noun = known.of_word(word.removeprefix(article)) or known.of_word("ال" + word.removeprefix(article))
            return noun and Meaning(lead + noun.english, noun.fixed)
    return None


_READ: Final[dict[str, Callable[[str, _Manner], str]]] = {
    "hangul": _read_hangul,
    "han": _read_han,
    "cyrillic": _read_cyrillic,
    "greek": _read_greek,
    "arabic": _read_arabic,
}
