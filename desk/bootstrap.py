"""Composition root of the window: what is known at once, and what is opened once the first page stands.

The only module that knows everybody. Nothing heavy is imported before the sign-in page has been painted.
"""

import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desk.core.clock import Clock, SystemClock
from desk.core.collecting import never_collected
from desk.core.config import read_config, write_config
from desk.core.errors import DeskError, EnvironmentFault
from desk.core.i18n import _, set_language
from desk.core.paths import BUNDLED_PLUGINS, DeskPaths
from desk.host.starting import RunMark, StartMark
from desk.practice_account import LOGIN, PASSWORD
from desk.shell.ports import Opening

log = logging.getLogger(__name__)


def make_opening(paths: DeskPaths, *, safe_mode: bool = False, practice: bool = False, clock: Clock | None = None) -> Opening:
    """What the window starts with; `Opening.load` opens the data in a worker."""
    config = read_config(paths.config)
    set_language(config.language)
    mark = StartMark(paths.data / "starting")
    clock = clock or SystemClock()
    without, ran = {"plugins": safe_mode}, RunMark(paths.running, paths.lock)
    unclean = not safe_mode and ran.left_behind()

    def load() -> Any:
        return _load(paths, clock, mark, without["plugins"])

    return Opening(paths=paths, load=load, hall=config.hall or _("Desk"), practice=practice or config.practice,
                   first_run=not config.server and not paths.database.exists() and not paths.has_backups,
                   found=lambda answers: found_hall(paths, answers, clock), restart=restart,
                   restored=lambda file: _restored(paths, file, clock),
                   offer=lambda: _offer(paths), remember=lambda values: _remember(paths, values),
                   appearance=config.appearance, scale=config.scale, last_login=config.last_account,
                   unclean=unclean, hung=ran.named() if unclean else "", stuck=ran.note,
                   without_plugins=lambda: without.update(plugins=True), way_in=_way_in() if practice else "")


def _way_in() -> str:
    """Nobody who tries the desk out has to look the password up; who has changed it knows it."""
    return _("Account {login}, password {password}, unless you changed it.").format(login=LOGIN, password=PASSWORD)


def _offer(paths: DeskPaths) -> Any:
    from desk.offering import offered_plugins

    return offered_plugins(paths)


def _remember(paths: DeskPaths, values: Mapping[str, Any]) -> None:
    """Keep small choices for the next start; losing them costs nothing."""
    try:
        write_config(paths.config, **values)
    except (EnvironmentFault, OSError):
        log.warning("A choice for the next start could not be kept")


def _load(paths: DeskPaths, clock: Clock, mark: StartMark, safe_mode: bool) -> Any:
    crash_loop = mark.begin()
    try:
        with never_collected():
            from desk.running import open_desk
            from desk.seat import DeskForWindow
            from desk.shell import builtin
            from desk.shell.contributing import WITHOUT_QT

            desk = open_desk(paths, clock=clock, safe_mode=safe_mode or crash_loop, builtin=(builtin, *WITHOUT_QT),
                             settled=False)
    except DeskError:  # refused in words (another window has the folder, the server is away): that is no crash
        mark.done()
        raise
    mark.done()
    RunMark(paths.running, paths.lock).begin()
    return DeskForWindow(desk)


def found_hall(paths: DeskPaths, answers: Mapping[str, Any], clock: Clock) -> None:
    """Carry out the first-run wizard's answers (names as in desk.core.setup.HallDraft), all or nothing."""
    from desk.core.setup import HallDraft, make_hall
    from desk.host.discovery import discover
    from desk.running import grants_of, lineages_of

    known = {name: answers[name] for name in HallDraft.__dataclass_fields__ if name in answers}
    known["plugins"] = tuple(known.get("plugins", ()))
    found = discover(BUNDLED_PLUGINS, paths.plugins)
    draft = HallDraft(**known, grants=grants_of(found, known["plugins"]))
    practice = bool(answers.get("practice"))
    make_hall(paths, draft, lineages_of(found), clock, filler(draft.plugins, draft.words, practice=practice))
    write_config(paths.config, hall=draft.hall or draft.community, last_account=draft.login, practice=practice)


def _restored(paths: DeskPaths, file: Path, clock: Clock) -> None:
    """Put a backup into a folder that holds no data, or damaged ones, and call the hall by its name from then on."""
    from desk.core.backup.restore import restore_backup
    from desk.core.db.lock import ProgramLock
    from desk.core.db.place import check_place
    from desk.core.setup import name_of_hall
    from desk.host.discovery import discover
    from desk.running import lineages_of

    check_place(paths.data)
    paths.data.mkdir(parents=True, exist_ok=True)
    with ProgramLock(paths.lock):
        restore_backup(paths, file, lineages_of(discover(BUNDLED_PLUGINS, paths.plugins)), clock)
        write_config(paths.config, hall=name_of_hall(paths.database))


def filler(plugins: tuple[str, ...], words: Mapping[str, tuple[str, int]], *, practice: bool) -> Callable[[Any], None]:
    """What is put into a new hall in the step that makes it: number words, and invented people where it is for practice."""
    from desk import practice as invented
    from desk.declaring import plugins_declared, set_words

    def fill(uow: Any) -> None:
        with plugins_declared(uow, plugins) as host:
            set_words(uow, words)
            if practice:
                invented.fill(uow, host)

    return fill


def restart() -> None:
    """Start the program anew with the same arguments."""
    import subprocess

    subprocess.Popen([sys.executable, "-m", "desk", *sys.argv[1:]], start_new_session=True)
