"""A new plugin that runs, has a test and passes the suite: a copy of `resources/plugin-template` under the author's id."""

from pathlib import Path

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.paths import BUNDLED_PLUGINS, RESOURCES
from desk.host.install_checks import TAKEN
from desk.host.manifest_parts import ID

TEMPLATE, TABLES = RESOURCES / "plugin-template", RESOURCES / "plugin-template-tables"
_NAMES = {TEMPLATE: "myplugin", TABLES: "mytables"}


def make_plugin(parent: Path, plugin_id: str, template: Path = TEMPLATE) -> Path:
    """Write the plugin `plugin_id` into a folder of that name under `parent`; answers the folder. Nothing is overwritten.

    template: TEMPLATE for a program, TABLES for declarations only.
    """
    if not ID.fullmatch(plugin_id):
        raise UserError(_("A plugin's id has 3 to 16 small letters and digits and begins with a letter."))
    if plugin_id in TAKEN or (BUNDLED_PLUGINS / plugin_id).exists():
        raise UserError(_("The name {id} is taken.").format(id=plugin_id))
    folder = parent.absolute() / plugin_id
    if folder.exists():
        raise UserError(_("{name} is already there.").format(name=folder.name))
    name = _NAMES[template]
    for source in sorted(template.rglob("*")):
        if source.is_file() and source.suffix not in (".mo", ".pyc"):
            target = folder / source.relative_to(template).as_posix().replace(name, plugin_id)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(source.read_text("utf-8").replace(name, plugin_id), "utf-8")
    return folder
