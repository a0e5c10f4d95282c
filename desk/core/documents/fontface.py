"""Faces as the layout and the renderer see them: how wide is a character, and under which name does ReportLab know it.

ReportLab keeps one registry a process and silently keeps the first font of a name, so every name carries a hash.
"""

import hashlib
import re
from collections import Counter, OrderedDict
from collections.abc import Set
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from desk.core.documents.fontconvert import Converter
from desk.core.documents.fontfind import FontFile

KEPT_SUBSETS = 8
_holders: Counter[str] = Counter()
"""Name ReportLab knows a subset by → how many keep it."""
_LONG_CODE = re.compile(r"<([0-9A-F]{5,6})>")


class Face(Protocol):
    """One typeface."""

    def em(self, character: str) -> float | None:
        """Advance width in ems, None when the face lacks the character."""
        ...

    def registered(self, characters: Set[str]) -> str:
        """The name ReportLab knows this face by; it can show at least these characters."""
        ...


class TrueTypeFace:
    """A face ReportLab embeds as it is: a system font, or a whole converted one."""

    def __init__(self, path: Path, index: int = 0) -> None:
        identity = f"{path}:{index}:{path.stat().st_size}:{path.stat().st_mtime_ns}"
        self._name = _register(f"{path.stem}-{_short(identity.encode())}", str(path), index)
        face = _font(self._name).face
        self._widths: dict[int, float] = face.charWidths
        self._glyphs: dict[int, int] = face.charToGlyph

    def em(self, character: str) -> float | None:
        code = ord(character)
        return self._widths[code] / 1000 if self._glyphs.get(code) and code in self._widths else None

    def registered(self, characters: Set[str]) -> str:
        return self._name


class ConvertedFace:
    """A CFF face whose characters are converted for each document; the last few subsets are kept."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self._converter = Converter(path, index)
        self._subsets: OrderedDict[frozenset[str], str] = OrderedDict()

    def em(self, character: str) -> float | None:
        name = self._converter.cmap.get(ord(character))
        return self._converter.metrics[name][0] / self._converter.units if name else None

    def registered(self, characters: Set[str]) -> str:
        key = frozenset(characters)
        if key not in self._subsets:
            data = self._converter.truetype(key)
            self._subsets[key] = _register(f"{self._converter.family}-{_short(data)}", BytesIO(data), 0)
            _holders[self._subsets[key]] += 1
            if len(self._subsets) > KEPT_SUBSETS:
                _let_go(self._subsets.popitem(last=False)[1])
        self._subsets.move_to_end(key)
        return self._subsets[key]


def open_face(file: FontFile) -> Face:
    """The face of a file, whichever outlines it has."""
    return (TrueTypeFace if file.outlines == "glyf" else ConvertedFace)(file.path, file.index)


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


def _font(name: str) -> Any:
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics.getFont(name)


def _register(name: str, source: str | BytesIO, index: int) -> str:
    """Make a font known to ReportLab under `name`, which also becomes its face's name.

    ReportLab takes two fonts of one face name for the same font, whatever they contain.
    """
    from reportlab.pdfbase import pdfmetrics

    if name not in pdfmetrics.getRegisteredFontNames():
        font = _font_class()(name, source, subfontIndex=index, asciiReadable=False)
        font.face.name = type(font.face.name)(name.encode("ascii", "replace"))
        pdfmetrics.registerFont(font)
    return name


def _let_go(name: str) -> None:
    """Forget a subset that nobody keeps: two sets of characters, or two books, may have come to the same subset."""
    _holders[name] -= 1
    if not _holders[name]:
        del _holders[name]
        _forget(name)


def _forget(name: str) -> None:
    from reportlab.pdfbase import pdfmetrics

    font = pdfmetrics._fonts.pop(name, None)
    if font is not None:
        pdfmetrics._dynFaceNames.pop(font.face.name, None)


def _font_class() -> Any:
    """ReportLab's font with one repair: characters beyond U+FFFF are copied out of the PDF as themselves.

    The original writes them as five hexadecimal digits where the text map wants UTF-16.
    """
    from reportlab.pdfbase import ttfonts

    class DeskFont(ttfonts.TTFont):  # type: ignore[misc] # reportlab says nothing of its types
        def addObjects(self, doc: Any) -> None:  # noqa: N802
            super().addObjects(doc)
            for name, stream in doc.idToObject.items():
                if name.startswith("toUnicodeCMap:") and isinstance(stream.content, str):
                    stream.content = _LONG_CODE.sub(_utf16, stream.content)

    return DeskFont


def _utf16(match: re.Match[str]) -> str:
    return f"<{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"
