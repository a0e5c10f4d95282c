"""Learning about a plugin before it is switched on: tried in a copy of the practice data, or examined line by line."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot

from desk.core.i18n import _
from desk.shell.context import HouseContext


class Practice(QObject):
    """`begin` makes the copy in a process of its own and opens it beside this window; `examine` shows the quality card."""

    def __init__(self, ctx: HouseContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._title = ctx, ""

    def begin(self, plugin_id: str, title: str) -> None:
        """Prepare the copy; what keeps the plugin from running there is told as any refusal."""
        self._title = title
        job = self._ctx.jobs.work(_practise, self._ctx.desk, plugin_id)
        job.labelled(_("Preparing the practice data for {name}").format(name=title)).by(self).then(self._ready).start()

    @Slot(object)
    def _ready(self, told: Mapping[str, str]) -> None:
        detail = _("A second window opens on invented people; sign in as {login} with {password}. Nothing that is done there "
                   "reaches this hall's data, and {name} stays off here.").format(
                       login=told["login"], password=told["password"], name=self._title)
        if self._ctx.asker.confirm(_("{name} is ready to be tried.").format(name=self._title), detail=detail,
                                   yes=_("Open the practice window")):
            self._ctx.desk.open_practice(Path(told["path"]))

    def examine(self, plugin_id: str, title: str) -> None:
        """Run the suite over it and show every line."""
        self._title = title
        job = self._ctx.jobs.work(_examine, self._ctx.desk, plugin_id)
        job.labelled(_("Trying the plugin in a process of its own")).by(self).then(self._examined).start()

    @Slot(object)
    def _examined(self, lines: Sequence[str]) -> None:
        self._ctx.asker.inform(_("Quality card of {name}").format(name=self._title), detail="\n".join(lines))


def _practise(_context: Any, desk: Any, plugin_id: str) -> Mapping[str, str]:
    told: Mapping[str, str] = desk.practise(plugin_id)
    return told


def _examine(_context: Any, desk: Any, plugin_id: str) -> Sequence[str]:
    lines: Sequence[str] = desk.quality(plugin_id)
    return lines
