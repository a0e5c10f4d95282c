"""Alt letters for labels: taken from the English source of each title, so that Chinese labels get one, too."""

from collections.abc import Iterable
from string import ascii_uppercase, digits


def assign(titles: Iterable[tuple[str, str]], taken: str = "") -> list[str]:
    """(source, shown) pairs to labels with their letter: ("Name", "姓名") → "姓名(&N)".

    Each letter is given once, initials of words first; what comes too late goes without. An `&` already there stays.
    """
    free = [letter for letter in ascii_uppercase if letter not in taken.upper()]
    labels = []
    for source, shown in titles:
        if "&" in shown.replace("&&", ""):
            labels.append(shown)
            continue
        letter = next((letter for letter in _wishes(source) if letter in free), "")
        if not letter and not any(char in ascii_uppercase for char in source.upper()):
            letter = free[0] if free else ""
        labels.append(_with(shown, letter))
        if letter:
            free.remove(letter)
    return labels


def _wishes(source: str) -> list[str]:
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in source.upper()).split()
    letters = [word[0] for word in words] + [char for word in words for char in word[1:]]
    return [letter for letter in letters if letter not in digits]


def _with(shown: str, letter: str) -> str:
    if not letter:
        return shown
    place = shown.upper().find(letter)
    return shown[:place] + "&" + shown[place:] if place >= 0 and shown.isascii() else f"{shown}(&{letter})"
