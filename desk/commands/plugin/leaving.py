"""For administrators, at the end of a plugin's life and before an update of the desk: archive, purge, upgrade-check."""

from pathlib import Path

from desk.commands.call import DONE, REFUSED, Call
from desk.core.db.commands import execute
from desk.core.errors import UserError
from desk.core.i18n import _


def archive(call: Call) -> int:
    """Everything the plugin keeps here into one zip, counted after it was written."""
    from desk.core.leftovers.archive import archive_plugin, read_archive

    folder = call.args.to if call.args.to != Path() else call.paths.archives
    with call.desk(safe_mode=True) as desk:
        file = Path(execute(desk.factory, call.actor, archive_plugin, call.args.id, folder).result)
    told = read_archive(file)
    call.say(_("{rows} rows, {files} files and {prints} papers of {name} are archived: {file}").format(
        rows=told.rows, files=told.files, prints=told.prints, name=call.args.id, file=file), file=file, rows=told.rows,
        tables=told.tables)
    call.say(_("The archive is not encrypted; keep it where only you can open it."), encrypted=False)
    return DONE


def purge(call: Call) -> int:
    """Delete the plugin's data for good; ID FILE names the archive that holds them."""
    from desk.core.leftovers.purge import purge_plugin

    if not call.args.more:
        raise UserError(_("Name the archive that holds the data: desk plugin purge ID FILE."),
                        todo=_("desk plugin archive makes one."))
    with call.desk(safe_mode=True) as desk:
        _back_up(call)
        gone = execute(desk.factory, call.actor, purge_plugin, call.args.id, Path(call.args.more)).result
    call.say(_("{rows} rows of {name} are deleted. Prints, given numbers and the audit trail stay.").format(
        rows=gone, name=call.args.id), id=call.args.id, rows=gone)
    return DONE


def upgrade_check(call: Call) -> int:
    """Which plugins would be off under another desk, and why; --api and --core say which one."""
    from desk import API_VERSION
    from desk.host.upgrading import off_after

    with call.desk(safe_mode=True) as desk:
        off = off_after(desk.host, call.args.api or API_VERSION)
    for name, why in off:
        call.say(f"{name:<16} {why}", id=name, why=why)
    if not off:
        call.say(_("Every plugin that is switched on would run."), id="", why="")
    return REFUSED if off else DONE


def _back_up(call: Call) -> None:
    from desk.core.backup.archive import make_backup

    if call.paths.database.exists():
        make_backup(call.paths.database, call.paths.backups, "before-purge", call.clock)


ACTS = {"archive": archive, "purge": purge, "upgrade-check": upgrade_check}
