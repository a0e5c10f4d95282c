"""What stops a print: characters that no font has, named so that the clerk can find them."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from desk.core.errors import UserError
from desk.core.i18n import _


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character no installed font has; `near`: the words around it."""

    character: str
    near: str

    @property
    def code_point(self) -> str:
        """U+4DAE."""
        return f"U+{ord(self.character):04X}"

    @property
    def shown(self) -> str:
        """The character, or nothing to show for one without a meaning of its own (private use)."""
        return "" if unicodedata.category(self.character) == "Co" else self.character


@dataclass(frozen=True, slots=True)
class PrintCheck:
    """The result of looking before printing; empty `missing` means that all is well."""

    missing: tuple[MissingGlyph, ...] = ()

    @classmethod
    def of(cls, missing: Mapping[str, str]) -> "PrintCheck":
        """From what a layout noted."""
        return cls(tuple(MissingGlyph(character, near) for character, near in missing.items()))

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence a character."""
        return tuple(
            _("No font on this computer has the character {character} ({code}), near “{near}”.").format(
                character=found.shown, code=found.code_point, near=found.near)
            for found in self.missing)

    def demand(self) -> None:
        """Raise UserError naming every character that cannot be printed."""
        if self.missing:
            raise UserError(" ".join(self.sentences), todo=_(
                "Install a font that has it, or confirm printing a ruled space to be filled in by hand."))
