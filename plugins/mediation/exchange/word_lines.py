"""Lines under the performance of an agreement's file told apart: its words, the closing words, and what the desk makes itself.

A file has no marks for them, so they are told by what stood there when it was saved: a line belongs where the line stood that
it equals, or that it most resembles among those it takes the place of. Pure.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

WORDS, CLOSING, MADE, FILLER = "words", "closing", "made", "filler"
"""FILLER: said only while there are no words, so what takes its place is words."""
ALIKE = 0.5
"""Two lines that resemble each other less are not the same line worded anew."""


def tell_apart(own: Sequence[tuple[str, str]], said: Sequence[str]) -> list[str]:
    """For each line of `said` one of WORDS, CLOSING, MADE, FILLER. own: (what it is, its text) as the file was saved."""
    kinds: list[str] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, [text for _kind, text in own], said, autojunk=False).get_opcodes():
        if tag == "equal":
            kinds += [kind for kind, _text in own[a0:a1]]
        elif tag == "replace":
            kinds += [_nearest(own[a0:a1], text) for text in said[b0:b1]]
        elif tag == "insert":
            kinds += [CLOSING if a0 and own[a0 - 1][0] == CLOSING else WORDS] * (b1 - b0)
    return kinds


def _nearest(block: Sequence[tuple[str, str]], text: str) -> str:
    """Among several lines the one it resembles; what took the place of closing words only is closing words."""
    likeness, kind = max((SequenceMatcher(None, text, old, autojunk=False).ratio(), kind) for kind, old in block)
    if likeness < ALIKE:
        kind = CLOSING if all(one == CLOSING for one, _old in block) else WORDS
    return WORDS if kind == FILLER else kind
