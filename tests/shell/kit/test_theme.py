"""Colours can be read, the style sheet is whole, icons exist and take their tint."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton

from desk.core.cases.kinds import Tone
from desk.shell import theme
from desk.shell.kit import icons

TEXTS = [("text", ground) for ground in ("ground", "card", "stripe", "hover", "accent_ground")]
TEXTS += [("muted", ground) for ground in ("ground", "card", "stripe")]
TEXTS += [("accent", "card"), ("accent", "accent_ground"), ("on_button", "button"), ("on_button", "button_hover")]
TEXTS += [(tone, ground) for tone in ("open", "waiting", "done", "late", "quiet")
          for ground in ("card", "stripe", f"{tone}_ground")]


def luminance(colour: str) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
             for part in QColor(colour).getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("table", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXTS)
def test_text_stands_out_from_its_ground(table, front, back):
    bright, dim = sorted((luminance(getattr(table, front)), luminance(getattr(table, back))), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5


def test_every_tone_has_its_own_icon_and_colour(qapp):
    looks = [theme.tone_look(tone) for tone in Tone]
    assert len({look.icon for look in looks}) == len({look.colour for look in looks}) == len(Tone)
    assert all(icons.has_icon(look.icon) for look in looks)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_style_sheet_has_every_value(qapp, mode):
    theme.apply(qapp, mode=mode, scale=1.25)
    sheet = theme.style_sheet()
    assert "$" not in sheet
    assert theme.colours().accent in sheet
    assert f"{theme.px(30)}px" in sheet


def test_icons_take_their_tint_and_follow_the_theme(qapp, qtbot):
    def tinted(button):
        image = button.icon().pixmap(18, 18).toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
                if image.pixelColor(x, y).alpha() == 255}

    theme.apply(qapp, mode="light")
    button = QPushButton()
    qtbot.addWidget(button)
    icons.set_icon(button, "square", "accent")
    assert theme.LIGHT.accent in tinted(button)
    theme.apply(qapp, mode="dark")
    assert theme.DARK.accent in tinted(button)
    theme.apply(qapp, mode="light")


def test_a_width_is_kept_as_it_would_be_with_ordinary_type(qapp):
    try:
        theme.apply(qapp, mode="light", scale=1.5)
        assert theme.px(100) == 150
        assert theme.ordinary(150) == 100
        assert theme.pane(300) == 375  # of 300 that large type would make 450
    finally:
        theme.apply(qapp, mode="light")
    assert theme.ordinary(theme.px(100)) == theme.pane(100) == 100
