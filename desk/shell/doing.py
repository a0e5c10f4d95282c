"""What a button or a chosen line does: a verb in the write lane, then a quiet line that says it is done."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Slot

from desk.core.i18n import _
from desk.shell.jobs import new_key


class _Telling(QObject):
    """Says `said` when the job has succeeded; lives as long as the job."""

    def __init__(self, ctx: Any, said: str, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._said = ctx, said

    @Slot(object)
    def tell(self, _result: object) -> None:
        self._ctx.notify(self._said)


def carry_out(ctx: Any, said: str, verb: Callable[..., Any], *args: Any) -> None:
    """Run `verb(uow, *args)`; open views refresh by themselves, refusals and faults are shown by the shell."""
    job = ctx.jobs.write(verb, *args, key=new_key()).labelled(_("Saving"))
    job.then(_Telling(ctx, said, job).tell).start()


def carry_out_with_reason(ctx: Any, question: str, said: str, verb: Callable[..., Any], rows: Sequence[Any]) -> None:
    """Ask why once, then run `verb(uow, row.id, reason)` for each of the chosen `rows`."""
    reason = ctx.asker.ask_text(question)
    if reason and reason.strip():
        for row in rows:
            carry_out(ctx, said, verb, row.id, reason.strip())
