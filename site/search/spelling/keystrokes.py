"""Telex and VNI keystrokes left raw, as the letters they were meant to make."""

from __future__ import annotations

from collections.abc import Iterator

from search.spelling.sounds import VOWELS, is_syllable, spelled

TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
HATS = {"a": "â", "e": "ê", "o": "ô"}
HORNS = {"u": "ư", "o": "ơ"}
BREVES = {"a": "ă"}
VNI_MARKS = {"6": HATS, "7": HORNS, "8": BREVES}
LONGEST = 12  # keys of one syllable


def readings(keys: str) -> list[str]:
    """The syllables that `keys` make by Telex or VNI, none when `keys` are a syllable as they stand,
    but for "oong", which is more often a raw "ông".

    Tones and marks may come right after their letter or at the end, in any order.
    """
    if len(keys) > LONGEST or not keys.isascii() or (is_syllable(keys) and "oo" not in keys):
        return []
    made = dict.fromkeys([telex(keys), vni(keys)])
    return [spelled(word) for word in made if word and word != keys and is_syllable(word)]


def telex(keys: str) -> str:
    """Letters and tone that `keys` make by Telex, in the form of `search.text`."""
    letters: list[str] = []
    tone = ""
    for key in keys:
        if key in TELEX_TONES and VOWELS.intersection(letters):
            tone = TELEX_TONES[key]
        elif key == "w":
            if not _marked(letters, HORNS | BREVES):
                letters.append("ư")
        elif not (key in HATS and _marked(letters, {key: HATS[key]})) and not _crossed(letters, key):
            letters.append(key)
    return "".join(letters) + tone


def vni(keys: str) -> str:
    """Letters and tone that `keys` make by VNI, in the form of `search.text`; "" when a digit has no use."""
    letters: list[str] = []
    tone = ""
    for key in keys:
        if key in VNI_TONES and letters:
            tone = VNI_TONES[key]
        elif key.isdigit():
            if not (
                _marked(letters, VNI_MARKS[key])
                if key in VNI_MARKS
                else key == "9" and _crossed(letters, "d")
            ):
                return ""
        else:
            letters.append(key)
    return "".join(letters) + tone


def _marked(letters: list[str], marks: dict[str, str]) -> bool:
    """Puts a mark on the last letter that takes it, on both of "uo"."""
    places = [place for place, letter in enumerate(letters) if letter in marks and not _of_qu(letters, place)]
    if not places:
        return False
    both = letters[places[-1] - 1 : places[-1] + 1] == ["u", "o"] and "u" in marks and len(places) > 1
    for place in _horned(letters, places, both):
        letters[place] = marks[letters[place]]
    return True


def _horned(letters: list[str], places: list[int], both: bool) -> Iterator[int]:
    """The places to mark: of "ua" and "uu" the first letter bears the horn."""
    last = places[-1]
    if both:
        yield last - 1
    first_bears = letters[last - 1 : last + 1] in (["u", "a"], ["u", "u"]) and last - 1 in places
    yield last - 1 if first_bears and last == len(letters) - 1 else last


def _of_qu(letters: list[str], place: int) -> bool:
    return place == 1 and letters[:2] == ["q", "u"]


def _crossed(letters: list[str], key: str) -> bool:
    """Makes the d at the start a đ."""
    if key != "d" or letters[:1] != ["d"]:
        return False
    letters[0] = "đ"
    return True
