"""The tab on a person's card: hours, star, teams, what was served last, and the way to the volunteer's page."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.api import translator
from desk.api.pages import Fact, FactSection
from desk.api.qt import FactCard, bits
from plugins.volunteer.kinds import MEMBER_ROLES, VOLUNTEER_STATES, title_of
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.telling import Told, told_of

_ = translator("volunteer")


class VolunteerPanel(QWidget):
    """`VolunteerPanel(ctx, person_id=7)`: read when it is first shown."""

    def __init__(self, ctx: Any, *, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.told: Told | None = None
        self._inside = bits.column(spacing=12, margins=12)
        self.setLayout(self._inside)
        ctx.jobs.read(told_of, person_id).then(self._on_told).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_told(self, told: Told | None) -> None:
        self.told = told
        bits.empty(self._inside)
        if told is None:
            self._inside.addWidget(bits.label(_("Not registered as a volunteer."), "muted"))
            if self.ctx.may("volunteer.write"):
                self.register_button = bits.button(_("Register a volunteer"), self._register, icon="heart-handshake")
                self._inside.addLayout(bits.row(self.register_button, None))
        else:
            for section in _sections(told):
                self._inside.addWidget(FactCard(section, _, may_reveal=False, may_edit=False))
            self.open_button = bits.button(_("Open the volunteer"), self._open, icon="heart-handshake")
            self._inside.addLayout(bits.row(self.open_button, None))
        self._inside.addStretch(1)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        bits.empty(self._inside)
        self._inside.addWidget(bits.band(str(error), "late"))

    @Slot()
    def _open(self) -> None:
        if self.told is not None:
            self.ctx.open("volunteer.volunteer", record_id=self.told.volunteer_id)

    @Slot()
    def _register(self) -> None:
        self.ctx.open("volunteer.volunteer_form")


def _sections(told: Told) -> list[FactSection]:
    word, _tone = VOLUNTEER_STATES[told.state]
    return [
        FactSection(_("Volunteering"), (
            Fact(_("Number"), told.number), Fact(_("State"), _(word)), Fact(_("Since"), f"{told.joined_on}"),
            Fact(_("Stars"), told.star), Fact(_("Hours in all"), hours_text(told.minutes)),
            Fact(_("This year"), hours_text(told.this_year)))),
        FactSection(_("Teams"), tuple(Fact(name, _(title_of(MEMBER_ROLES, role))) for name, role in told.teams)),
        FactSection(_("Served"), tuple(Fact(f"{day}", f"{what} {hours_text(minutes)}") for day, what, minutes in told.last))]
