"""Open the window and work until it is closed."""

from collections.abc import Sequence

from desk.shell import app as window
from desk.shell.environment import make_application
from desk.shell.faults import FaultHook
from desk.shell.heartbeat import Heartbeat
from desk.shell.ports import Opening


def run(opening: Opening, argv: Sequence[str] = ("desk",)) -> int:
    """Answers the exit code."""
    app = make_application(argv, appearance=opening.appearance, scale=opening.scale)
    hook = FaultHook(app)
    hook.install()
    shell = window.Shell(opening, hook)

    def stuck(plugin_id: str) -> None:
        opening.stuck(shell.desk.plugin_title(plugin_id) if plugin_id and shell.desk is not None else "")

    heart = Heartbeat(stuck, parent=app)
    shell.begin()
    heart.begin()
    try:
        return app.exec()
    finally:
        heart.end()
        shell.end()
        hook.uninstall()
        if shell.restart_wanted and opening.restart is not None:
            opening.restart()
