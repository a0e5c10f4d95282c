"""A typed password on its way through forms, jobs and request keys: never part of a text, a draft or a hash."""


class Secret:
    """`Secret("…").reveal()` gives it back; printing, logging and the hash behind a request key see three dots.

    No dataclass on purpose: request keys and the audit trail take dataclasses apart.
    """

    __slots__ = ("_hidden",)

    def __init__(self, text: str) -> None:
        self._hidden = text

    def reveal(self) -> str:
        """What was typed."""
        return self._hidden

    def __bool__(self) -> bool:
        return bool(self._hidden)

    def __repr__(self) -> str:
        return "•••"
