"""desk demo: practice data with invented people, in a folder of their own."""

import argparse

from desk.commands.call import DONE, Call
from desk.core.clock import Clock
from desk.core.i18n import _
from desk.core.paths import BUNDLED_PLUGINS, DeskPaths
from desk.practice_account import LOGIN, PASSWORD


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("--new", action="store_true", help=_("throw the old practice data away and make them anew"))


def run(call: Call) -> int:
    """Make the practice data once, or anew."""
    from desk.core.errors import UserError

    paths = DeskPaths(call.paths.practice)
    if paths.database.exists():
        if not call.args.new:
            raise UserError(_("There are practice data already: {path}").format(path=paths.data),
                            todo=_("desk demo --new makes them anew."))
        from desk.core.db.copying import remove
        from desk.core.db.lock import ProgramLock

        with ProgramLock(paths.lock):
            remove(paths.database)
    make_practice(paths, call.clock)
    call.say(_("Practice data are ready; account {login}, password {password}. Open them with desk run --demo.").format(
        login=LOGIN, password=PASSWORD), path=str(paths.data), login=LOGIN, password=PASSWORD)
    return DONE


def make_practice(paths: DeskPaths, clock: Clock, plugins: tuple[str, ...] = ()) -> None:
    """A practice hall with these plugins switched on, with every bundled one when none are named."""
    from desk.bootstrap import filler
    from desk.core.config import write_config
    from desk.core.setup import HallDraft, make_hall
    from desk.host.discovery import discover
    from desk.running import grants_of, lineages_of

    found = discover(BUNDLED_PLUGINS)
    plugins = plugins or tuple(one.id for one in found if one.manifest is not None)
    draft = HallDraft("和平社区", "和平街道", "和平街道和平社区人民调解委员会", "和平社区党群服务中心", "和平",
                      LOGIN, "周慧", PASSWORD, plugins=plugins, grants=grants_of(found, plugins), practice=True)
    make_hall(paths, draft, lineages_of(found), clock, filler(plugins, {}, practice=True))
    write_config(paths.config, hall=draft.hall, last_account=LOGIN, practice=True)
