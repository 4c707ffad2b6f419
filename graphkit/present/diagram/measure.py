"""How wide a text will be, without asking a font.

The picture names a list of fonts and the reader's machine takes the first it has. Widths here are those of DejaVu
Sans, the widest of the list, plus 8 % slack: a text never leaves its box in any of them, and a box is a little roomy
in Helvetica. Measured in Chromium on DejaVu Sans 2.37, thousandths of the font size.
"""

import unicodedata

FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
SLACK = 1.08

_REGULAR = """
318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337 838 838
838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685
390 337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592
592 525 636 337 636 838"""
_BOLD = """
348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696 696 696 696 696 400 400 838
838 838 580 1000 774 762 734 830 683 683 821 837 372 372 775 637 995 837 850 733 850 770 720 682 812 774 1103 771 724
725 457 365 457 838 500 500 675 716 593 716 678 435 716 712 343 343 665 343 1042 712 687 716 716 493 595 478 712 652
924 645 652 582 712 365 712 838"""
_FIRST = 32
_ASCII = {bold: tuple(map(int, text.split())) for bold, text in ((False, _REGULAR), (True, _BOLD))}
_WIDE_CYRILLIC = frozenset("ЂЉЊЖМФШЩЪЫЮжмфшщыюљњ")
_RANGES = (  # first, last, width in bold; regular is never wider
    (0x0400, 0x042F, 930),
    (0x0430, 0x052F, 780),
    (0x0590, 0x05FF, 770),
    (0x0600, 0x06FF, 900),  # joined letters are narrower than the isolated ones that a font table gives
    (0x12000, 0x1254F, 5000),
    (0x1F000, 0x1FAFF, 1400),
)
_GIANTS = {"\u2e3a": 2000, "\u2e3b": 3000, "\ufdfd": 11000, "\u2031": 1900, "\u2030": 1450}
_OTHER = 1110


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that a line needs at a font size in pixels, slack included."""
    return sum(_thousandths(sign, bold) for sign in text) / 1000 * size * SLACK


def _thousandths(sign: str, bold: bool) -> int:
    code = ord(sign)
    if _FIRST <= code < _FIRST + len(_ASCII[bold]):
        return _ASCII[bold][code - _FIRST]
    if sign in _GIANTS:
        return _GIANTS[sign]
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    if sign in _WIDE_CYRILLIC:
        return 1330
    if plain := next((width for first, last, width in _RANGES if first <= code <= last), 0):
        return plain
    if unicodedata.east_asian_width(sign) in {"W", "F"}:
        return 1000
    base = unicodedata.normalize("NFD", sign)[0]
    return _thousandths(base, bold) if base != sign else _symbol(sign)


def _symbol(sign: str) -> int:
    return 380 if sign == "·" else _OTHER


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines of at most `width` pixels, broken at blanks, and inside a word only when it alone is longer than a line."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        together = f"{current} {word}" if current else word
        if text_width(together, size, bold=bold) <= width:
            current = together
            continue
        if current:
            lines.append(current)
        *full, current = _broken(word, width, size, bold)
        lines.extend(full)
    return (*lines, current) if current else tuple(lines)


def _broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    parts = [""]
    for sign in word:
        if parts[-1] and text_width(parts[-1] + sign, size, bold=bold) > width:
            parts.append("")
        parts[-1] += sign
    return parts
