"""How a state of anything is shown. Apart from the kinds of matters, so that the look loads nothing else of them."""

from enum import StrEnum


class Tone(StrEnum):
    """How a state is shown: each has its own colour, word and icon, never colour alone."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    LATE = "late"
    MUTED = "muted"
