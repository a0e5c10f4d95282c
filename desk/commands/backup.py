"""desk backup: make one now, or list what there is."""

import argparse
from pathlib import Path

from desk.commands.call import DONE, Call
from desk.core.clock import hall_time
from desk.core.config import read_config
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("--list", action="store_true", help=_("list the backups"))
    parser.add_argument("--to", metavar="DIR", help=_("another folder, a stick for example"))


def run(call: Call) -> int:
    """A backup may be made while the window is open; it is a consistent copy all the same."""
    from desk.core.backup.archive import REASONS, list_backups, make_backup
    from desk.core.backup.server import dump_server
    from desk.core.errors import UserError

    folder = Path(call.args.to) if call.args.to else call.paths.backups
    if call.args.to and not folder.is_dir():  # a stick that is not plugged in: its folder would be made on this disk
        raise UserError(_("There is no folder {folder}.").format(folder=folder),
                        todo=_("Plug the stick in, or make the folder first."))
    if call.args.list:
        for backup in list_backups(folder):
            reason = backup.manifest.reason
            call.say(f"{hall_time(backup.made_at):%Y-%m-%d %H:%M}  {_(REASONS.get(reason, reason))}  {backup.path}",
                     path=str(backup.path), made_at=backup.manifest.made_at, reason=reason, size=backup.size)
        return DONE
    server = read_config(call.paths.config).server
    if server:
        path = dump_server(server, folder, call.clock)
        call.say(_("Backup made: {path}").format(path=path), path=str(path))
        return DONE
    if not call.paths.database.exists():
        raise UserError(_("This data folder has not been set up yet."), todo=_("Run desk init, or open the window."))
    made = make_backup(call.paths.database, folder, "manual", call.clock)
    if made:
        call.say(_("Backup made: {path}").format(path=made.path), path=str(made.path), rows=sum(made.manifest.counts.values()))
    return DONE
