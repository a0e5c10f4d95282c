"""The font book: for a role and a character, the face that prints it.

Within one line every character finds its own face: the role's, else 宋, else 黑, else those for rare characters; ReportLab
itself would print a box and say nothing. Characters of the private-use area have no meaning and so no face.
"""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from desk.core.documents import fontfind
from desk.core.documents.fontconvert import cached_file, convert_in_process
from desk.core.documents.fontface import Face, open_face
from desk.core.documents.fontfind import FontFile

Glyph = tuple[Face | None, float]
"""(face, advance in ems); face None: no font has the character."""

NO_GLYPH: Glyph = (None, 1.0)
_FALLBACKS = ("song", "hei", "rare")


class FontBook:
    """Faces by role, opened when first needed; one for the whole program, safe to share between threads.

    files: role → faces, best first. cache: the data folder's cache; converted faces are looked for there.
    """

    def __init__(self, files: Mapping[str, tuple[FontFile, ...]], cache: Path | None = None) -> None:
        self._files = files
        self._cache = cache
        self._faces: dict[FontFile, Face] = {}
        self._tables: dict[str, _RoleTable] = {}
        self.lock = threading.RLock()
        """Held while rendering: ReportLab's font registry is one for the process."""

    @classmethod
    def default(cls, cache: Path | None) -> "FontBook":
        """System fonts by role where there are any, then the fonts installed with the program."""
        found, ours = fontfind.system(), fontfind.bundled()
        return cls({role: (*found.get(role, ()), *ours.get(role, ())) for role in fontfind.ROLES}, cache)

    @classmethod
    def bundled(cls, cache: Path | None = None) -> "FontBook":
        """Only the fonts installed with the program: the same page breaks on every machine."""
        return cls(fontfind.bundled(), cache)

    def glyphs(self, role: str) -> Mapping[str, Glyph]:
        """Character → glyph for a role; a table that fills itself."""
        if role not in self._tables:
            self._tables[role] = _RoleTable(self, role)
        return self._tables[role]

    def has(self, character: str) -> bool:
        """True when some font can print the character."""
        return self.glyphs("song")[character][0] is not None

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no font has, in order of appearance, each once."""
        return tuple(character for character in dict.fromkeys(text) if character > " " and not self.has(character))

    def font_name(self, role: str, text: str) -> str:
        """The name under which ReportLab knows the role's first face, good for `text`: for charts, which know one font.

        Raises LookupError when that face lacks a character of `text`.
        """
        with self.lock:
            face = self.face(self._chain(role)[0])
            lacking = [character for character in text if character > " " and face.em(character) is None]
            if lacking:
                raise LookupError(f"the {role} font has no {lacking}")
            return face.registered(set(text))

    def pending(self) -> tuple[FontFile, ...]:
        """Faces that are still converted document by document."""
        return tuple(file for file in {file: None for files in self._files.values() for file in files}
                     if file.outlines != "glyf" and self._cache and not self._cached(file).exists())

    def prepare(self, progress: Callable[[int, int], None] = lambda _done, _all: None) -> int:
        """Convert pending faces into the cache, each in a process of its own; call it in a worker after the start.

        Takes some ten seconds a face, once. Answers how many are ready now that were not before.
        """
        pending, ready = self.pending(), 0
        for number, file in enumerate(pending):
            progress(number, len(pending))
            ready += convert_in_process(file.path, file.index, self._cached(file))
        progress(len(pending), len(pending))
        if ready:
            with self.lock:
                self._faces.clear()
                self._tables.clear()
        return ready

    def _cached(self, file: FontFile) -> Path:
        assert self._cache is not None
        return cached_file(file.path, file.index, self._cache)

    def _chain(self, role: str) -> list[FontFile]:
        return list(dict.fromkeys(file for name in (role, *_FALLBACKS) for file in self._files.get(name, ())))

    def face(self, file: FontFile) -> Face:
        """The opened face of a file; the converted whole one when the cache has it."""
        with self.lock:
            if file not in self._faces:
                ready = file.outlines != "glyf" and self._cache and self._cached(file).exists()
                self._faces[file] = open_face(FontFile(self._cached(file)) if ready else file)
            return self._faces[file]

    def find(self, files: list[FontFile], character: str) -> Glyph:
        """The first of `files` that has the character."""
        if "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000":
            return NO_GLYPH
        for file in files:
            width = self.face(file).em(character)
            if width is not None:
                return self.face(file), width
        return NO_GLYPH


class _RoleTable(dict[str, Glyph]):
    """character → glyph, looked up once."""

    def __init__(self, book: FontBook, role: str) -> None:
        super().__init__()
        self._book, self._files = book, book._chain(role)

    def __missing__(self, character: str) -> Glyph:
        self[character] = found = self._book.find(self._files, character)
        return found
