"""Erasing a person's data: what stands in the way is said first, then it is asked once, with a reason."""

from typing import Any

from PySide6.QtCore import QObject, Slot

from desk.core.i18n import _
from desk.core.people.erasure import erase_person
from desk.core.people.queries import get_person
from desk.shell.faults import told
from desk.shell.people.plugins import blockers


def erase(ctx: Any, person_id: int) -> None:
    """Ask, then erase; run from the card."""
    _Erasing(ctx, person_id).start()


def _standing(uow: Any, ctx: Any, person_id: int) -> tuple[str, list[str]]:
    return get_person(uow, person_id).name, blockers(ctx, person_id, uow)


class _Erasing(QObject):
    """A child of the job runner until the last question is answered."""

    def __init__(self, ctx: Any, person_id: int) -> None:
        super().__init__(ctx.jobs)
        self.ctx, self._person_id = ctx, person_id

    def start(self) -> None:
        self.ctx.jobs.read(_standing, self.ctx, self._person_id).then(self._on_standing).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_standing(self, found: tuple[str, list[str]]) -> None:
        name, standing = found
        if standing:
            self.ctx.asker.inform(_("The data of {name} cannot be erased now.").format(name=name), detail="\n".join(standing))
            self.deleteLater()
            return
        reason = self.ctx.asker.ask_text(_("Who asked to erase the data of {name}, or why is it no longer needed?").format(
            name=name))
        sure = reason is not None and self.ctx.asker.confirm(
            _("Erase the data of {name}?").format(name=name), yes=_("Erase the data"), danger=True,
            detail=_("Papers, telephones, visit notes, old values and the name go. This cannot be undone."))
        if not sure:
            self.deleteLater()
            return
        job = self.ctx.jobs.write(erase_person, self._person_id, reason).labelled(_("Erasing"))
        job.then(self._on_erased).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_erased(self, _nothing: object) -> None:
        self.deleteLater()
        self.ctx.notify(_("The data is erased"))
        self.ctx.back()

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self.deleteLater()
        found = told(error)
        if found.family == "bug":
            self.ctx.jobs.faulted.emit(error)
        else:
            self.ctx.notify(found.text, "waiting")
