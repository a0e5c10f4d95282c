"""Registering and changing a resident: findings beside the fields while typing, the number fills in birth and sex, who may be
registered already is named with a way there; a card reader or a pasted line at the top does most of the typing.
"""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from desk.core.errors import Conflict, NeedsReason, UserError
from desk.core.i18n import _
from desk.core.people.cards import PersonRow
from desk.core.people.queries import find_by_number
from desk.core.people.reader import Prefill
from desk.shell.jobs import Latest
from desk.shell.kit import bits
from desk.shell.kit.form_page import FormPage
from desk.shell.kit.form_row import FieldRow
from desk.shell.people import words
from desk.shell.people.form_fields import CHANGE, REGISTER, form_path
from desk.shell.people.form_look import FormLook, look_at_form
from desk.shell.people.reader_bar import ReaderBar, values_of

LOOK_PAUSE = 300
"""Milliseconds without a key before the form is looked at."""
_CODED = re.compile(r"[Uu]\+([0-9A-Fa-f]{4,6})")


class PersonForm(FormPage):
    """`PersonForm(ctx)` registers, `PersonForm(ctx, record_id=7)` changes. line: a pasted line or number to begin with."""

    def __init__(self, ctx: Any, *, record_id: int | None = None, line: str = "", parent: QWidget | None = None,
                 **given: Any) -> None:
        self._line, self._derived, self._latest = line, dict[str, Any](), Latest()
        super().__init__(ctx, REGISTER if record_id is None else CHANGE, record_id=record_id, parent=parent, **given)
        self._soon = QTimer(self, singleShot=True, interval=LOOK_PAUSE)
        self._soon.timeout.connect(self.look)
        self.body.edited.connect(self._soon.start)

    def _build(self) -> None:
        super()._build()
        self.reader = ReaderBar()
        self.reader.read.connect(self._on_read)
        bits.hide_unless(self.reader, self.record_id is None)
        self.twins = bits.column()
        layout = self.form.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(1, self.reader)
        layout.insertLayout(2, self.twins)

    def first_focus(self) -> QWidget:
        return self.reader.edit if self.record_id is None and not self._focus_field else super().first_focus()

    @Slot(object)
    def _on_loaded(self, loaded: tuple[dict[str, Any], dict[str, Any]]) -> None:
        super()._on_loaded(loaded)
        if self._line:
            self.reader.take(self._line)
            self._line = ""
        self.look()

    # A card reader, a pasted line

    @Slot(object)
    def _on_read(self, found: Prefill) -> None:
        """Whose number it is already is asked first; else the form is filled in."""
        if not found.number:
            self._fill(found)
            return
        self._prefill = found
        self.ctx.jobs.read(find_by_number, found.number).then(self._on_holders).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_holders(self, holders: tuple[PersonRow, ...]) -> None:
        if holders:
            self._show_twins(holders)
        else:
            self._fill(self._prefill)

    def _fill(self, found: Prefill) -> None:
        """Put what was recognised into the fields; the rest stays as typed."""
        values = values_of(found)
        for box in self.body.repeats:
            rows = values.pop(box.spec.name, None)
            if rows and box.items:
                for name, value in rows[0].items():
                    row = box.items[0].group.row(name)
                    assert row is not None
                    row.control.set_value(value)
        for name, value in values.items():
            self._row(name).control.set_value(value)
        self.body.follow()
        self._on_edited()
        self.look()
        self._row("name" if not found.name else "home").control.setFocus()

    def _row(self, name: str) -> FieldRow:
        found = self.body.group.row(name)
        assert found is not None, name
        return found

    # What is found while typing

    @Slot()
    def look(self) -> None:
        """Look at what stands in the form so far."""
        if self.body.isEnabled():
            job = self.ctx.jobs.read(look_at_form, self.body.peek())
            self._latest.start(job.then(self._on_look).otherwise(self._on_no_look))

    @Slot(object)
    def _on_look(self, found: FormLook) -> None:
        for row in self.body.rows:
            odd = found.odd.get(row.path, "")
            row.advise(odd or found.advice.get(row.path, ""), odd=bool(odd))
        self._derive("sex", found.sex)
        self._derive("birth", found.birth)
        self._show_twins(found.twins)

    @Slot(object)
    def _on_no_look(self, _error: BaseException) -> None:
        """Advice is a help; without it the form still saves and is judged then."""

    def _derive(self, name: str, value: str) -> None:
        """Fill a field with what the number says, unless she typed something else there."""
        row = self._row(name)
        standing = row.control.raw() or ""
        if value and value != standing and standing in ("", self._derived.get(name, ""), value[:len(standing) or 1]):
            row.control.set_value(value)
            row.refresh_side()
            self._derived[name] = value

    def _show_twins(self, people: tuple[PersonRow, ...]) -> None:
        bits.empty(self.twins)
        for one in people:
            words_ = _("Already registered: {name}, {facts}").format(name=one.name, facts=" · ".join(
                part for part in (words.age(one.age), one.number, one.address, words.state(one.state).word) if part))
            self.twins.addWidget(bits.band(words_, "waiting", bits.link(_("Open the record"), one.id, self._open_twin)))

    @Slot(object)
    def _open_twin(self, person_id: int) -> None:
        self.ctx.open("people.person", record_id=person_id)

    @Slot(object)
    def _on_left(self, row: FieldRow) -> None:
        if row.path == "name":
            typed = row.control.raw()
            coded = _CODED.sub(_character, typed)
            if coded != typed:
                row.control.set_value(coded)
                self._on_edited()
                self._soon.start()
        super()._on_left(row)

    # Saving

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        if isinstance(error, UserError) and not isinstance(error, (Conflict, NeedsReason)) and error.fields:
            values = self.body.peek()
            error.fields = {form_path(values, name): sentence for name, sentence in error.fields.items()}
        super()._on_fault(error)

    def _show_conflict(self, error: Conflict) -> None:
        super()._show_conflict(Conflict(str(error), mine=_in_words(error.mine), theirs=_in_words(error.theirs)))

    @Slot(object)
    def _on_chosen(self, mine: set[str]) -> None:
        super()._on_chosen({_FORM_NAMES.get(name, name) for name in mine})


_FORM_NAMES = {"household_id": "home", "pinyin_given": "pinyin"}


def _in_words(values: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of a record as the form shows them; which household or area it is, the form itself says."""
    return {_FORM_NAMES.get(name, name): words.field_value(name, str(value or "")) for name, value in values.items()}


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else found[0]
