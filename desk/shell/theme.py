"""The look: two tables of colours, one palette, one short style sheet, the list of faces. Docs: look page.

Light and dark are two tables with the same names; every pair of text and ground keeps a contrast of at least 4.5:1
(a test measures it). Sizes are pixels at 96 dpi and grow with the type: `px(34)`, where a height depends on text.
"""

from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desk.core.tones import Tone

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
BODY_POINTS, SMALL_POINTS, LARGE_POINTS, TITLE_POINTS, BIG_POINTS = 10.0, 9.0, 12.0, 14.0, 20.0
SCALES = (1.0, 1.25, 1.5)
"""Large type, chosen in the settings."""

FAMILIES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "HarmonyOS Sans SC",
            "Noto Sans SC", "WenQuanYi Micro Hei", "SimSun-ExtB", "BabelStone Han", "HanaMinB")
"""Chinese faces first, faces for rare characters last; Qt falls through the list character by character."""


class Colours(NamedTuple):
    """Names of look.md's tokens; each `<tone>_ground` is the tint a state word stands on.

    No dataclass: of so many fields that costs 6 ms, before the first window is painted.
    """

    ground: str
    card: str
    line: str
    strong_line: str
    stripe: str
    hover: str
    text: str
    muted: str
    accent: str
    accent_ground: str
    button: str
    button_hover: str
    on_button: str
    open: str
    open_ground: str
    waiting: str
    waiting_ground: str
    done: str
    done_ground: str
    late: str
    late_ground: str
    quiet: str
    quiet_ground: str


LIGHT = Colours(
    ground="#f5f6f8", card="#ffffff", line="#dfe3e8", strong_line="#b9c1cc", stripe="#f8f9fb", hover="#eef2f7",
    text="#1f2430", muted="#5d6573", accent="#1d5fbf", accent_ground="#e6effb",
    button="#1d5fbf", button_hover="#174f9f", on_button="#ffffff",
    open="#1d5fbf", open_ground="#e6effb", waiting="#8a4b00", waiting_ground="#fdf0dc",
    done="#1a6b38", done_ground="#e3f4e8", late="#b3211b", late_ground="#fde8e6",
    quiet="#5d6573", quiet_ground="#eceff3")
DARK = Colours(
    ground="#15181e", card="#1d2129", line="#343b47", strong_line="#515b6b", stripe="#20252e", hover="#272d38",
    text="#e6e9ef", muted="#a3adbb", accent="#7db1ff", accent_ground="#1f3557",
    button="#2c69c9", button_hover="#2459ad", on_button="#ffffff",
    open="#8bbaff", open_ground="#1f3557", waiting="#f0b45a", waiting_ground="#46341a",
    done="#74d090", done_ground="#1c3d29", late="#ff9c94", late_ground="#4d2523",
    quiet="#a9b3c1", quiet_ground="#2c333f")


@dataclass(frozen=True, slots=True)
class ToneLook:
    """How a tone is drawn: colour and icon always together with the word. tint: the colour's name in both tables."""

    colour: str
    ground: str
    icon: str
    tint: str


_TONES = {Tone.OPEN: ("open", "circle-dot"), Tone.WAITING: ("waiting", "hourglass"),
          Tone.DONE: ("done", "circle-check"), Tone.LATE: ("late", "triangle-alert"),
          Tone.MUTED: ("quiet", "circle-slash")}
_state: dict[str, object] = {"colours": LIGHT, "scale": 1.0, "mode": "system"}


def colours() -> Colours:
    """The table in force."""
    return _state["colours"]  # type: ignore[return-value]


def is_dark() -> bool:
    """Whether the dark table is in force."""
    return colours() is DARK


def look() -> tuple[str, float]:
    """Mode and type size as they were last applied."""
    return str(_state["mode"]), type_scale()


def type_scale() -> float:
    """How much larger than ordinary the type is: one of SCALES."""
    return float(_state["scale"])  # type: ignore[arg-type]


def px(size: float) -> int:
    """A size given at 96 dpi and ordinary type, grown with large type."""
    return round(size * type_scale())


def ordinary(size: int) -> int:
    """The other way round: what `size` on the screen would be with ordinary type, to be kept for other days."""
    return round(size / type_scale())


def pane(size: float) -> int:
    """The width of a pane beside another: it grows half as much as the type, so that both keep room on a small screen."""
    return round(size * (1 + type_scale()) / 2)


def make_pane(widget: QWidget, size: float) -> None:
    """Give `widget` the fixed width of such a pane; it keeps to that when the type grows."""
    from desk.shell.regrow import GROWTH, PANE

    widget.setFixedWidth(pane(size))
    widget.setProperty(GROWTH, PANE)


def tone_look(tone: Tone | str) -> ToneLook:
    """Colour, ground and icon of a tone in the table in force."""
    name, icon = _TONES.get(Tone(tone), _TONES[Tone.OPEN])
    return ToneLook(getattr(colours(), name), getattr(colours(), f"{name}_ground"), icon, name)


def font(points: float = BODY_POINTS, *, bold: bool = False) -> QFont:
    """A font of the desk at `points`, grown with large type."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPointSizeF(points * type_scale())
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def apply(app: QApplication, *, mode: str = "system", scale: float = 1.0, first: bool = False) -> None:
    """Dress the application; may be called again while windows are open. mode: "system", "light" or "dark". first: nothing
    stands yet that would have to change.
    """
    before = type_scale()
    dark = mode == "dark" or (mode == "system" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    _state.update(colours=DARK if dark else LIGHT, scale=scale, mode=mode)
    _bring_a_chinese_face()
    if not app.property("fusion"):  # make_application starts with that style; naming it loads 600 constants
        app.setStyle("Fusion")
        app.setProperty("fusion", True)
    app.setPalette(_palette(colours()))
    app.setFont(font())
    app.setStyleSheet(style_sheet())
    if not first:
        _dress_again(app, before)


def _dress_again(app: QApplication, before: float) -> None:
    """What stands already gets the icons of the colours in force, and room for the type in force."""
    from desk.shell.kit import icons
    from desk.shell.living import listed

    widgets = listed(app.allWidgets)
    if widgets and type_scale() != before:
        from desk.shell.regrow import regrow

        regrow(widgets, before, type_scale())
    icons.retint(widgets)


def style_sheet() -> str:
    """The one style sheet with colours, sizes and file names filled in."""
    points = {"body": BODY_POINTS, "small": SMALL_POINTS, "title": TITLE_POINTS, "large": LARGE_POINTS,
              "big": BIG_POINTS}
    scale = type_scale()
    values = colours()._asdict() | {f"{name}_pt": f"{size * scale:g}pt" for name, size in points.items()}
    values |= {f"px{size}": f"{px(size)}px" for size in (16, 18, 24, 28, 30, 32, 34, 44)}
    values |= {"styles": (RESOURCES / "styles").as_posix(), "shade": "dark" if is_dark() else "light"}
    return Template((RESOURCES / "styles/desk.qss").read_text("utf-8")).substitute(values)


def _bring_a_chinese_face() -> None:
    """Where the system has no good Chinese face, use the one that comes with the papers' fonts."""
    if any(map(QFontDatabase.hasFamily, FAMILIES[:6])):
        return
    try:
        import pylopdf_fonts_zh_cn as fonts
    except ImportError:
        return
    QFontDatabase.addApplicationFont(str(Path(fonts.__file__).with_name("NotoSansSC-Regular.otf")))


def _palette(table: Colours) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    pairs = {role.Window: table.ground, role.WindowText: table.text, role.Base: table.card,
             role.AlternateBase: table.stripe, role.Text: table.text, role.Button: table.card,
             role.ButtonText: table.text, role.ToolTipBase: table.card,
             role.ToolTipText: table.text, role.PlaceholderText: table.muted, role.Highlight: table.accent_ground,
             role.HighlightedText: table.text, role.Link: table.accent, role.Mid: table.line, role.Accent: table.accent}
    for each, colour in pairs.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(table.strong_line))
    return palette
