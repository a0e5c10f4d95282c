"""Where typefaces may be: the system's by role first, then the open fonts that come with the program.

Only families known to carry simplified Chinese in the right shapes are looked for; 方正小标宋, 仿宋_GB2312 and the like are
used where the machine has them and never shipped. No free simplified 仿宋 exists: the role falls back to 宋.
"""

import os
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

ROLES = ("song", "hei", "kai", "fangsong", "rare")

WINDOWS_FILES: dict[str, tuple[str, ...]] = {
    "song": ("simsun.ttc",), "hei": ("simhei.ttf", "msyh.ttc"), "kai": ("simkai.ttf",), "fangsong": ("simfang.ttf",),
    "rare": ("simsunb.ttf", "BabelStoneHan.ttf", "HanaMinA.ttf", "HanaMinB.ttf"),
}
FAMILIES: dict[str, tuple[str, ...]] = {
    "song": ("SimSun", "宋体", "FZShuSong-Z01", "方正书宋_GBK", "Noto Serif SC"),
    "hei": ("SimHei", "黑体", "FZHei-B01", "方正黑体_GBK", "Noto Sans SC"),
    "kai": ("KaiTi", "楷体", "KaiTi_GB2312", "FZKai-Z03", "方正楷体_GBK", "LXGW WenKai", "AR PL UKai CN"),
    "fangsong": ("FangSong", "仿宋", "FangSong_GB2312", "FZFangSong-Z02", "方正仿宋_GBK", "STFangsong"),
    "rare": ("SimSun-ExtB", "BabelStone Han", "HanaMinA", "HanaMinB", "Plangothic P1", "WenQuanYi Zen Hei",
             "WenQuanYi Micro Hei"),
}
RESTRICTED_LEVEL, LEVELS, NO_SUBSET, BITMAPS_ONLY = 0x0002, 0x000E, 0x0100, 0x0200


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face in a file: `index` within a collection, `outlines` "glyf" or "CFF"."""

    path: Path
    index: int = 0
    outlines: str = "glyf"


def inspect(path: Path, index: int = 0) -> FontFile | None:
    """The face, or None when it may not be embedded, has no outlines we can use or cannot be read.

    OS/2.fsType: "restricted licence", "no subsetting" and "bitmaps only" are refused.
    """
    try:
        with path.open("rb") as file:
            tables = _tables(file, index)
            if "OS/2" in tables:
                file.seek(tables["OS/2"] + 8)
                (fs_type,) = struct.unpack(">H", file.read(2))
                if fs_type & LEVELS == RESTRICTED_LEVEL or fs_type & (NO_SUBSET | BITMAPS_ONLY):
                    return None
    except (OSError, struct.error, ValueError):
        return None
    outlines = next((tag for tag in ("glyf", "CFF ") if tag in tables), None)
    return FontFile(path, index, outlines.strip()) if outlines and "fvar" not in tables else None


def _tables(file: BinaryIO, index: int) -> dict[str, int]:
    """Table tag → offset of one face."""
    start = 0
    if file.read(4) == b"ttcf":
        file.seek(12 + 4 * index)
        (start,) = struct.unpack(">L", file.read(4))
    file.seek(start + 4)
    (count,) = struct.unpack(">H", file.read(2))
    if not 0 < count < 100:
        raise ValueError("not a font")
    file.seek(start + 12)
    records = (struct.unpack(">4sLLL", file.read(16)) for _table in range(count))
    return {tag.decode("latin-1"): offset for tag, _sum, offset, _length in records}


def bundled() -> dict[str, tuple[FontFile, ...]]:
    """The open fonts installed with the program: Noto Serif SC for 宋, Noto Sans SC for 黑 (OFL)."""
    import pylopdf_fonts_zh_cn

    return {"song": (FontFile(pylopdf_fonts_zh_cn.serif_path(), 0, "CFF"),),
            "hei": (FontFile(pylopdf_fonts_zh_cn.sans_path(), 0, "CFF"),)}


def system() -> dict[str, tuple[FontFile, ...]]:
    """TrueType faces of this machine by role, best first; CFF faces are left out, ours are as good."""
    candidates = _windows() if sys.platform == "win32" else _fontconfig()
    return {role: tuple(face for face in map(lambda place: inspect(*place), places)
                        if face and face.outlines == "glyf")
            for role, places in candidates.items()}


def _windows() -> dict[str, list[tuple[Path, int]]]:
    folders = [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
               Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft/Windows/Fonts"]
    return {role: [(folder / name, 0) for name in names for folder in folders if (folder / name).exists()]
            for role, names in WINDOWS_FILES.items()}


def _fontconfig() -> dict[str, list[tuple[Path, int]]]:
    try:
        answer = subprocess.run(["fc-list", "-f", "%{file}\t%{index}\t%{style}\t%{family}\n"], capture_output=True,
                                timeout=10, check=True, encoding="utf-8", errors="replace").stdout
    except (OSError, subprocess.SubprocessError):
        return {}
    by_family: dict[str, tuple[Path, int]] = {}
    for line in sorted(answer.splitlines()):
        path, index, style, families = line.split("\t", 3)
        if "bold" in style.lower() or not index.isdigit():
            continue
        for family in families.split(","):
            by_family.setdefault(family.strip(), (Path(path), int(index)))
    return {role: [by_family[name] for name in names if name in by_family] for role, names in FAMILIES.items()}
