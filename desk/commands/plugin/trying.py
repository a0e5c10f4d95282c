"""desk plugin try ID: a plugin in a copy of the practice data. The hall's own data are not touched."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desk.commands.call import DONE, Call
from desk.core.clock import Clock
from desk.core.errors import DeskError, UserError
from desk.core.i18n import _
from desk.core.paths import DeskPaths

if TYPE_CHECKING:
    from desk.running import RunningDesk

SEED = 20261105


def trial(call: Call) -> int:
    """Make the copy, switch the plugin on in it and open it; --prepare only makes it."""
    from desk.commands.demo import LOGIN, PASSWORD

    paths = prepare(call.paths, call.args.id, call.clock)
    call.say(_("{name} is on in a copy of the practice data; account {login}, password {password}.").format(
        name=call.args.id, login=LOGIN, password=PASSWORD), path=str(paths.data), login=LOGIN, password=PASSWORD)
    if call.args.prepare:
        return DONE
    from desk.commands import run

    call.paths, call.args.demo, call.args.safe_mode = paths, False, False
    return run.run(call)


def prepare(paths: DeskPaths, plugin_id: str, clock: Clock) -> DeskPaths:
    """A copy of the practice data (made now where there are none) in which the plugin and what it requires are on.

    UserError when it does not run there, with the sentence that says why; EnvironmentFault while the last copy is open.
    """
    from desk.core.db.lock import ProgramLock

    practice, copy = DeskPaths(paths.practice), DeskPaths(paths.trial)
    if not practice.database.exists():
        from desk.commands.demo import make_practice

        make_practice(practice, clock)
    with ProgramLock(copy.lock):
        _copy(practice, copy, paths.plugins)
    _switch_on(copy, plugin_id, clock)
    return copy


def _copy(practice: DeskPaths, copy: DeskPaths, programs: Path) -> None:
    """Data, the small settings beside them, and the programs installed here; whatever the last copy held is gone."""
    from desk.core.config import read_config, write_config
    from desk.core.db.copying import copy_database

    for left in copy.data.iterdir():
        if left != copy.lock:
            shutil.rmtree(left) if left.is_dir() else left.unlink()
    copy_database(practice.database, copy.database)
    told = read_config(practice.config)
    write_config(copy.config, hall=told.hall, last_account=told.last_account, practice=True)
    if programs.is_dir():
        shutil.copytree(programs, copy.plugins, ignore=shutil.ignore_patterns("__pycache__", ".incoming-*", ".outgoing-*"))


def _switch_on(copy: DeskPaths, plugin_id: str, clock: Clock) -> None:
    from desk.core.actor import operator
    from desk.core.db.commands import execute
    from desk.host.states import State
    from desk.host.switch_verbs import carry_out
    from desk.host.switching import plan_switch

    with _opened(copy, clock) as desk:
        plan = plan_switch(desk.host, plugin_id, on=True)
        execute(desk.factory, operator("trial"), carry_out, plan)
    with _opened(copy, clock) as desk:
        record = desk.host.record(plugin_id)
        if record.state is not State.RUNNING:
            raise UserError(_("“{name}” does not run in the practice data: {why}").format(
                name=record.title, why=record.sentence), todo=_("Send this to whoever supplied it."))
        for one in plan.ids:
            _fill(desk, one)


def _fill(desk: "RunningDesk", plugin_id: str) -> None:
    """Its own practice records, so that its pages have something to show. UserError when it cannot make them."""
    from desk.core.actor import system_actor

    try:
        with desk.factory.writing(system_actor()) as uow:
            desk.host.tell(plugin_id, "desk_demo_data", uow=uow, seed=SEED)
    except DeskError:
        raise
    except Exception as problem:
        raise UserError(_("“{name}” cannot make its practice records: {why}").format(
            name=desk.host.title(plugin_id), why=f"{type(problem).__name__}: {problem}"),
            todo=_("Send this to whoever supplied it.")) from problem


@contextmanager
def _opened(paths: DeskPaths, clock: Clock) -> "Iterator[RunningDesk]":
    from desk.running import open_desk
    from desk.shell.contributing import WITHOUT_QT

    running = open_desk(paths, clock=clock, builtin=WITHOUT_QT)
    try:
        yield running
    finally:
        running.close()


ACTS = {"try": trial}
