"""OpenType faces with CFF outlines, turned to TrueType, the only kind ReportLab embeds.

A document's own characters take a fraction of a second (each glyph is kept once converted). The whole face takes
some ten seconds and is done once, in a process of its own, into a cache folder:

    python -m desk.core.documents.fontconvert SOURCE.otf INDEX TARGET.ttf
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

CACHE_VERSION = "1"
"""Part of the cached file's name; raise it when the conversion changes."""

TOLERANCE_EM = 0.0005
"""Largest distance of a converted curve from the original."""


class Converter:
    """One CFF face, opened once; widths and characters are known at once, outlines come as asked for."""

    def __init__(self, path: Path, index: int = 0) -> None:
        from fontTools.ttLib import TTFont

        self.font = TTFont(BytesIO(path.read_bytes()), fontNumber=index, lazy=True)
        self.cmap: dict[int, str] = self.font.getBestCmap()
        self.units: int = self.font["head"].unitsPerEm
        self.metrics: dict[str, tuple[int, int]] = self.font["hmtx"].metrics
        self._glyph_set: Any = None
        self._glyphs: dict[str, Any] = {}

    def truetype(self, characters: Iterable[str]) -> bytes:
        """A TrueType font with these characters (those the face has) and .notdef; the same bytes every time."""
        codes = sorted({ord(character) for character in characters} & self.cmap.keys() | {32})
        names = [".notdef", *dict.fromkeys(self.cmap[code] for code in codes if code in self.cmap)]
        return self._build(names, {code: self.cmap[code] for code in codes if code in self.cmap})

    def _glyph(self, name: str) -> Any:
        from fontTools.pens.cu2quPen import Cu2QuPen
        from fontTools.pens.ttGlyphPen import TTGlyphPen

        if name not in self._glyphs:
            self._glyph_set = self._glyph_set or self.font.getGlyphSet()
            pen = TTGlyphPen(None)
            self._glyph_set[name].draw(Cu2QuPen(pen, self.units * TOLERANCE_EM, reverse_direction=True))
            self._glyphs[name] = pen.glyph()
        return self._glyphs[name]

    def _build(self, names: list[str], cmap: dict[int, str]) -> bytes:
        from fontTools.fontBuilder import FontBuilder

        builder = FontBuilder(self.units, isTTF=True)
        builder.setupGlyphOrder(names)
        builder.setupCharacterMap(cmap)
        glyphs = {name: self._glyph(name) for name in names}
        builder.setupGlyf(glyphs)
        builder.setupHorizontalMetrics(
            {name: (self.metrics[name][0], getattr(glyphs[name], "xMin", 0)) for name in names})
        header = self.font["hhea"]
        builder.setupHorizontalHeader(ascent=header.ascent, descent=header.descent)
        builder.setupNameTable({"familyName": self.family, "styleName": "Regular", "psName": self.family})
        builder.setupOS2(sTypoAscender=header.ascent, sTypoDescender=header.descent, usWinAscent=header.ascent,
                         usWinDescent=-header.descent, fsType=0)
        builder.setupPost(keepGlyphNames=False)
        builder.font["head"].created = builder.font["head"].modified = self.font["head"].modified
        builder.font.recalcTimestamp = False
        out = BytesIO()
        builder.save(out)
        return out.getvalue()

    @property
    def family(self) -> str:
        """PostScript name of the face, ASCII."""
        return str(self.font["name"].getDebugName(6) or "Converted")


def cached_file(path: Path, index: int, cache: Path) -> Path:
    """Where the whole converted face lies, or will lie; the name follows the source's content."""
    digest = hashlib.sha256(f"{CACHE_VERSION}:{index}:{path.stat().st_size}:".encode())
    with path.open("rb") as file:
        digest.update(file.read(1 << 18))
    return cache / "fonts" / f"{path.stem}-{digest.hexdigest()[:16]}.ttf"


def convert_file(source: Path, index: int, target: Path) -> None:
    """Convert a whole face; the target appears complete or not at all."""
    converter = Converter(source, index)
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_bytes(converter.truetype(map(chr, converter.cmap)))
    temporary.replace(target)


def convert_in_process(source: Path, index: int, target: Path) -> bool:
    """Run `convert_file` in a process of its own, so that the window keeps moving; True when the target is there."""
    command = [sys.executable, "-m", "desk.core.documents.fontconvert", str(source), str(index), str(target)]
    finished = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True,
                              cwd=Path(__file__).resolve().parents[3])
    return finished.returncode == 0 and target.exists()


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(10)
    convert_file(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
