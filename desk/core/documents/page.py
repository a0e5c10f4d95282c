"""The sheet and its looks: size, margins, page numbers, body type, stamps across the page.

Defaults are GB/T 9704-2012: A4, margins 37/35/28/26 mm, 22 lines of 28 characters, page number "— 1 —"
7 mm below the type area. Measures are millimetres, type sizes points (三号 16, 四号 14, 小四 12, 五号 10.5).
"""

from dataclasses import dataclass
from enum import StrEnum

from desk.core.documents.inline import FontRole

ERHAO, SANHAO, XIAOSAN, SIHAO, XIAOSI, WUHAO, XIAOWU = 22.0, 16.0, 15.0, 14.0, 12.0, 10.5, 9.0
"""Chinese type sizes in points."""


class PaperMode(StrEnum):
    """How far a paper is filled in."""

    BLANK = "blank"
    PREFILLED = "prefilled"
    FINAL = "final"


class PageNumber(StrEnum):
    """How pages are numbered."""

    NONE = "none"
    DASHES = "dashes"               # — 1 —  odd pages right, even pages left (GB/T 9704)
    DASHES_CENTRED = "centred"      # — 1 —  for single-sided printing
    OF_TOTAL = "of_total"           # 第1页 共3页  centred


@dataclass(frozen=True, slots=True)
class Margins:
    """Millimetres from the edge of the sheet to the type area."""

    top: float = 37
    bottom: float = 35
    left: float = 28
    right: float = 26


FORM_MARGINS = Margins(top=25, bottom=22, left=28, right=22)
"""For forms and tables: left edge as in GB/T 9704 (the binding side), more room for the grid."""

SIZES = {"A3": (297.0, 420.0), "A4": (210.0, 297.0), "A5": (148.0, 210.0), "B5": (182.0, 257.0)}
"""Sheet name → (width, height) in mm, portrait."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """size: a key of SIZES, or (width, height) in mm as it lies. first_number: number of the first page."""

    size: str | tuple[float, float] = "A4"
    landscape: bool = False
    margins: Margins = Margins()
    numbers: PageNumber = PageNumber.DASHES
    first_number: int = 1

    @property
    def sheet(self) -> tuple[float, float]:
        """(width, height) in mm as it lies on the desk."""
        if not isinstance(self.size, str):
            return self.size
        short, long = SIZES[self.size]
        return (long, short) if self.landscape else (short, long)


WIDE_LIST = PageSetup(landscape=True, margins=Margins(top=18, bottom=18, left=18, right=18))
"""For lists of many columns: a sheet across with narrow edges, not for binding."""


@dataclass(frozen=True, slots=True)
class Style:
    """Body type of a paper: role, size and line pitch in points; tables may be smaller than the body."""

    role: FontRole = FontRole.FANGSONG
    size: float = SANHAO
    pitch: float = 28.95
    table_role: FontRole = FontRole.SONG
    table_size: float = XIAOSI
    table_pitch: float = 18
    title_size: float = ERHAO


OFFICIAL = Style()
"""GB/T 9704: body 三号仿宋, 22 lines a page; minutes, notices, agreements."""

FORM = Style(role=FontRole.SONG, size=SIHAO, pitch=24)
"""Forms: 四号宋体, a little tighter."""

COMPACT = Style(role=FontRole.SONG, size=XIAOSI, pitch=20, table_size=WUHAO, table_pitch=15)
"""Long lists and records: 小四宋体."""


class StampKind(StrEnum):
    """Where a stamp is drawn."""

    CORNER = "corner"       # a framed word at the upper right: 补打
    WATERMARK = "watermark" # large, light, across the page: 样张, 空白, 作废


@dataclass(frozen=True, slots=True)
class Stamp:
    """A mark on every page that tells copies apart; `note` is a small second line."""

    text: str
    kind: StampKind = StampKind.CORNER
    note: str = ""


def reprint_stamp(note: str = "") -> Stamp:
    """补打: this is not the first print; note e.g. "2026年11月5日 第2次"."""
    return Stamp("补打", note=note)


SPECIMEN = Stamp("样张", StampKind.WATERMARK)
BLANK_FORM = Stamp("空白", StampKind.WATERMARK)
VOID = Stamp("作废", StampKind.WATERMARK)
