"""desk doctor: is the data whole, can the newest backup be restored, do the plugins fit, are there fonts and space; what went
wrong lately?
"""

import argparse
import shutil
from collections.abc import Iterator
from typing import Any

from desk.commands.call import DONE, REFUSED, Call
from desk.core.config import read_config
from desk.core.errors import DeskError
from desk.core.i18n import _
from desk.core.log import NAME, last_lines

STALE_DAYS = 3
"""Days after which a server's newest dump is too old."""
LEAST_SPACE = 500 * 1024 * 1024
"""Bytes that should be free: room for a copy while migrating and for backups."""


def add(_parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def run(call: Call) -> int:
    """One line a finding; exit code 1 when something is wrong. Nothing personal is printed."""
    wrong = 0
    for name, sentence in _findings(call):
        wrong += bool(sentence)
        call.say(f"{'✗' if sentence else '✓'} {name}" + (f": {sentence}" if sentence else ""), check=name, ok=not sentence,
                 finding=sentence)
    lines = last_lines(call.paths.logs)
    call.say("\n".join([_("Log: {path}").format(path=call.paths.logs / NAME), *(lines or [_("Nothing went wrong yet.")])]),
             log=str(call.paths.logs / NAME), lines=lines)
    return REFUSED if wrong else DONE


def _findings(call: Call) -> Iterator[tuple[str, str]]:
    yield _("Free space"), _space(call)
    server = read_config(call.paths.config).server
    if server or call.paths.database.exists():
        yield _("Data file"), _told(lambda: _check_file(call))
        yield _("Newest backup"), _told(lambda: _last_dump(call) if server else _rehearse(call))
    try:
        with call.desk() as desk:
            yield from _inside(call, desk)
    except DeskError as error:
        yield _("Opening"), str(error)


def _inside(call: Call, desk: Any) -> Iterator[tuple[str, str]]:
    from desk.core.audit.chain import verify
    from desk.host.states import State

    bad = (State.INVALID, State.INCOMPATIBLE, State.BLOCKED, State.FAILED, State.MISSING)
    yield _("Plugins"), " ".join(f"{record.title}: {record.reason or record.sentence}" for record in desk.host.records
                                 if record.state in bad)
    with desk.factory.reading(call.actor) as uow:
        verdict = verify(uow)
        yield _("Audit trail"), "" if verdict.sound else _("The audit trail was changed at line {n}.").format(n=verdict.bad_seq)
        yield _("Fonts"), _fonts()
        for contribution in desk.host.collect("desk_health", uow=uow):
            yield desk.host.title(contribution.plugin_id), str(contribution.item)


def _fonts() -> str:
    from desk.core.documents.papers import font_book

    missing = font_book().missing("人民调解协议书壹贰叁䶮")
    return _("No font for: {characters}").format(characters="".join(missing)) if missing else ""


def _space(call: Call) -> str:
    folder = next(parent for parent in (call.paths.data, *call.paths.data.parents) if parent.exists())
    free = shutil.disk_usage(folder).free
    return "" if free > LEAST_SPACE else _("Only {n} MB are free.").format(n=free // 1024 // 1024)


def _check_file(call: Call) -> None:
    from desk.core.db.copying import check_database

    if call.paths.database.exists():
        check_database(call.paths.database)


def _rehearse(call: Call) -> None:
    from desk.core.backup.archive import list_backups
    from desk.core.backup.restore import rehearse
    from desk.core.errors import UserError
    from desk.core.paths import BUNDLED_PLUGINS
    from desk.host.discovery import discover
    from desk.running import lineages_of

    newest = next(iter(list_backups(call.paths.backups)), None)
    if newest is None:
        raise UserError(_("There is no backup yet. Make the first one now."))
    rehearse(newest.path, lineages_of(discover(BUNDLED_PLUGINS, call.paths.plugins)), call.paths.backups)


def _last_dump(call: Call) -> None:
    """Of a server's data only the age of the newest dump can be told from here."""
    from desk.core.backup.server import last_dump
    from desk.core.errors import UserError

    made = last_dump(call.paths.backups)
    days = (call.clock.now() - made).days if made else 0
    if made is None:
        raise UserError(_("No dump of the server lies in {folder}.").format(folder=call.paths.backups),
                        todo=_("Run desk backup, or ask who looks after the server."))
    if days > STALE_DAYS:
        raise UserError(_("The newest dump of the server is {n} days old.").format(n=days),
                        todo=_("Run desk backup, or ask who looks after the server."))


def _told(check: Any) -> str:
    try:
        check()
    except DeskError as error:
        return str(error)
    return ""
