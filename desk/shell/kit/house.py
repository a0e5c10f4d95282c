"""What the kit itself contributes: the preview page behind every paper, and how Enter works in forms."""

from desk.core.i18n import N_
from desk.host.hookspecs import hookimpl
from desk.host.specs import NavEntry, SettingSpec

ENTER_MOVES_ON = "desk.enter_moves_on"


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    """The preview is opened by papers, not from the sidebar."""
    return [NavEntry("desk.preview", N_("Preview"), "desk.shell.kit.preview:PreviewPage", "printer", hidden=True)]


@hookimpl
def desk_settings() -> list[SettingSpec]:
    """Settings of the kit."""
    return [SettingSpec(ENTER_MOVES_ON, N_("Enter goes to the next field of a form"), "bool", False,
                        help=N_("Ctrl+Enter always saves."))]
