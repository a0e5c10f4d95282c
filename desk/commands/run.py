"""desk run: open the window; --demo on practice data in a folder of their own."""

import argparse
import gc
import os
import sys

from desk.commands.call import Call
from desk.core.errors import EnvironmentFault
from desk.core.i18n import _
from desk.core.paths import DeskPaths
from desk.shell.quick_imports import import_qt, leave_unread
from desk.shell.ready import use_ready


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("--demo", action="store_true", help=_("practice data with invented people"))
    parser.add_argument("--safe-mode", action="store_true", help=_("start without plugins"))


def run(call: Call) -> int:
    """Answers the window's exit code; a computer without a display is told in words."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise EnvironmentFault(_("There is no screen to open a window on."),
                               advice=_("Sign in to the desktop, or use the command line: desk --help."))
    paths = call.paths
    if call.args.demo:
        paths = DeskPaths(paths.practice)
        if not paths.database.exists():
            from desk.commands.demo import make_practice

            make_practice(paths, call.clock)
    gc.set_threshold(20_000, 20, 50)  # loading makes many objects that stay; looking through them again and again takes a tenth
    ready = use_ready()
    import_qt()
    leave_unread()
    from desk.bootstrap import make_opening
    from desk.core.crashes import keep_crashes
    from desk.core.log import keep_log
    from desk.shell.run_window import run as run_window

    with keep_log(paths.logs), keep_crashes(paths.logs):
        code = run_window(make_opening(paths, safe_mode=call.args.safe_mode, practice=call.args.demo, clock=call.clock))
        ready.keep()
        return code
