"""What the house itself contributes to the frame, through the same hooks as any plugin. Titles are translated when
shown.
"""

from typing import Any

from desk.core.i18n import N_
from desk.host.hookspecs import hookimpl
from desk.host.specs import ActionSpec, NavEntry, SettingSpec
from desk.shell.idle import MINUTES, SETTING

LONGEST_LOCK = 240


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    """Home first; settings, plugins and backups at the end."""
    return [
        NavEntry("desk.home", N_("Home"), "desk.shell.home:HomePage", "house", "work", 0),
        NavEntry("desk.backup", N_("Backups"), "desk.shell.backup_page:BackupPage", "database", "system", 70,
                 permission="desk.backup.make"),
        NavEntry("desk.plugins", N_("Plugins"), "desk.shell.plugins_page:PluginsPage", "puzzle", "system", 80),
        NavEntry("desk.plugins.keys", N_("Trusted publishers"), "desk.shell.plugins_keys:KeysPage", "key", "system",
                 permission="desk.plugins.manage", hidden=True),
        NavEntry("desk.plugins.trust_form", N_("Trust a publisher"), "desk.shell.plugins_key_forms:TRUST_FORM", "key", "system",
                 permission="desk.plugins.manage", hidden=True),
        NavEntry("desk.plugins.list_form", N_("Change the list of publishers"), "desk.shell.plugins_key_forms:LIST_FORM", "key",
                 "system", permission="desk.plugins.manage", hidden=True),
        NavEntry("desk.setup", N_("Set-up of the hall"), "desk.shell.setup_page:SetupPage", "layers", "system", 85,
                 permission="desk.settings.change"),
        NavEntry("desk.settings", N_("Settings"), "desk.shell.settings_page:SettingsPage", "settings", "system", 90),
        NavEntry("desk.about", N_("About"), "desk.shell.about_page:AboutPage", "info", "system", 95),
    ]


@hookimpl
def desk_actions() -> list[ActionSpec]:
    """Commands of the house for the box."""
    return [
        ActionSpec("desk.backup.now", N_("Back up now"), "desk.backup", {"start": True}, "database",
                   keywords=N_("backup copy save"), permission="desk.backup.make"),
    ]


@hookimpl
def desk_settings() -> list[SettingSpec]:
    """Settings of the desk itself."""
    return [
        SettingSpec(SETTING, N_("Lock after this long without a key or a click"), "number", MINUTES, unit=N_("minutes"),
                    help=N_("0 never locks. What is half typed is kept while it is locked."), minimum=0,
                    maximum=LONGEST_LOCK),
        SettingSpec("desk.calendar.weekends_move", N_("A last day on a weekend moves to the next working day"), "bool",
                    True, help=N_("The law says so of holidays; that it holds for ordinary weekends is usual, not certain. "
                                  "Reminders follow the earlier day."), source="民法典 第203条", unsure=True),
        SettingSpec("desk.plugins.folder", N_("Folder with plugins"), "text", "",
                    help=N_("A folder or stick with an index.json; the plugins page looks there for updates.")),
        SettingSpec("desk.files.limit_mb", N_("Largest file that may be attached"), "number", 20, unit="MB", minimum=1,
                    maximum=200),
    ]


@hookimpl
def desk_person_merged(kept_id: int, gone_id: int, uow: Any) -> None:
    """Matters and declared registers are shown and found under the other name from now on."""
    from desk.core.cases.parties import touch_matters_of
    from desk.core.tables.keeping import touch_records_of

    touch_matters_of(gone_id, uow)
    touch_records_of(gone_id, uow)


@hookimpl
def desk_person_unmerged(kept_id: int, gone_id: int, uow: Any) -> None:
    """Matters and records that went back are shown and found under their old name again."""
    from desk.core.cases.parties import touch_matters_of
    from desk.core.tables.keeping import touch_records_of

    touch_matters_of(gone_id, uow)
    touch_records_of(gone_id, uow)
