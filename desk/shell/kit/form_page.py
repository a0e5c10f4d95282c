"""A form page out of a FormSpec. What was typed survives a refusal, a fault, another's save, a lock and a power cut.

Ctrl+S or Ctrl+Enter saves; Enter goes to the next field where that is switched on. Drafts are kept within two seconds of
typing and put back, with a notice, when the form is opened again.
"""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget

from desk.core.clock import hall_time
from desk.core.errors import Conflict, NeedsReason, UserError
from desk.core.i18n import _
from desk.host.pages import Field, FormSpec
from desk.shell import theme
from desk.shell.drafts import AutoSave
from desk.shell.faults import told
from desk.shell.jobs import new_key
from desk.shell.kit import bits
from desk.shell.kit.conflict_panel import ConflictPanel, words
from desk.shell.kit.fields.base import is_enter
from desk.shell.kit.form_body import FormBody
from desk.shell.kit.form_notices import MarksBand, ReasonBand
from desk.shell.kit.form_row import FieldRow
from desk.shell.kit.house import ENTER_MOVES_ON
from desk.shell.kit.page import Page
from desk.shell.kit.type_ahead import TypeAhead


class FormPage(Page):
    """`FormPage(ctx, spec, record_id=7, focus_field="phone", name="…")`: the focus goes to `focus_field` first; further
    arguments are starting values (and go into the draft).
    """

    def __init__(self, ctx: Any, spec: FormSpec, *, record_id: int | None = None, focus_field: str = "",
                 parent: QWidget | None = None, **given: Any) -> None:
        super().__init__(ctx, spec.domain, parent)
        self.spec, self.record_id, self._given, self._focus_field = spec, record_id, given, focus_field
        self._key, self._busy, self._dirty, self._draft_refused = new_key(), False, False, False
        self._ahead: TypeAhead | None = TypeAhead()
        self._cursor: QWidget | None = None
        self._choices: dict[str, Any] = {}
        self.reason: ReasonBand | None = None
        self.body = FormBody(ctx, spec, self.tr_)
        self._build()
        self.autosave = AutoSave(ctx.drafts, ctx.jobs, spec.id, record_id, self._draft_values, self)
        self.autosave.refused.connect(self._on_draft_refused)
        self.autosave.kept.connect(self._on_draft_kept)
        _application().focusChanged.connect(self._on_focus)
        self.body.edited.connect(self._on_edited)
        self.body.left.connect(self._on_left)
        self.shortcut("Ctrl+S", self.save)
        self.shortcut("Ctrl+Return", self.save)
        self.shortcut("Ctrl+Enter", self.save)
        self.name_page(self.tr_(spec.title))
        self._load(self._on_loaded)

    def _build(self) -> None:
        self.notices = bits.column(spacing=8)
        self.save_button = bits.button(self.tr_(self.spec.save_title) if self.spec.save_title else _("&Save (Ctrl+S)"),
                                       self.save, icon="save", main=True)
        self.back_button = bits.button(_("&Back"), self.leave)
        self.state_label = bits.label(role="small")
        title = bits.label(self.tr_(self.spec.title), "title")
        head = bits.row(title, None, bits.label(_("* must be filled in"), "small"))
        foot = bits.row(self.state_label, None, self.back_button, self.save_button)
        self.form = QWidget()
        self.area = bits.scrolled(self.body)
        self.form.setLayout(bits.column(head, self.notices, self.area, foot, spacing=12))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.form)
        layout = bits.column(self.stack)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)
        self.body.setEnabled(False)
        self.save_button.setEnabled(False)

    # Opening

    def _load(self, slot: Any) -> None:
        self.ctx.jobs.read(_starting_values, self.spec, self.record_id).then(slot).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_loaded(self, loaded: tuple[dict[str, Any], dict[str, Any]]) -> None:
        values, self._choices = loaded
        self.body.set_choices(self._choices)
        self.body.set_values(values | self._given)
        self.body.setEnabled(True)
        self.save_button.setEnabled(True)
        self._restore()
        for row in self.body.rows:
            row.refresh_side()
        self.first_focus().setFocus()
        if self._ahead is not None:
            self._ahead.hand_on(self)
            self._ahead = None

    def _restore(self) -> None:
        draft = self.ctx.drafts.load(self.spec.id, self.record_id)
        if draft is None:
            return
        self.body.set_raw(draft.values)
        self._dirty = True
        at = hall_time(draft.at).strftime("%Y-%m-%d %H:%M")
        discard = bits.button(_("&Discard it"), self.discard_draft)
        self.notices.addWidget(bits.band(_("What was typed on {time} and not saved has been put back.").format(time=at),
                                         "open", discard))

    @Slot()
    def discard_draft(self) -> None:
        """Forget what was typed and show what is stored."""
        self.autosave.clear()
        self._dirty = False
        bits.empty(self.notices)
        self._load(self._on_loaded)

    def first_focus(self) -> QWidget:
        """The field she was sent to, else the first one."""
        rows = [row for row in self.body.rows if row.is_shown and row.control.focusProxy()]
        row = next((row for row in rows if row.path == self._focus_field), rows[0] if rows else None)
        return row.control if row is not None and self.body.isEnabled() else self

    # Typing

    @Slot()
    def _on_focus(self) -> None:
        """Takes no widgets along: those that focusChanged hands over lose a reference (PySide6 6.12, seen as crashes in the
        garbage collection).
        """
        now = QApplication.focusWidget()
        if now is not None and self.body.isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, theme.px(48))

    @Slot()
    def _on_edited(self) -> None:
        self._dirty = True
        self.autosave.changed()
        if not self._draft_refused:
            self._on_draft_kept()

    @Slot()
    def _on_draft_kept(self) -> None:
        self._draft_refused = False
        self._say_state(_("Kept as a draft while you type"), "small")

    @Slot(object)
    def _on_draft_refused(self, error: BaseException) -> None:
        """A full disk must not let her believe that her typing outlives the program."""
        self._draft_refused = True
        self._say_state(_("{why} What you type is kept only until the desk is closed.").format(why=told(error).text), "mark")

    def _say_state(self, text: str, role: str) -> None:
        self.state_label.setText(text)
        if self.state_label.property("role") != role:
            self.state_label.setProperty("role", role)
            bits.restyle(self.state_label)

    @Slot(object)
    def _on_left(self, row: FieldRow) -> None:
        """A gentle look at the one field she has just left."""
        _value, sentence = self.body.group.read_one(row, gently=True)
        if not sentence and self.spec.validate is not None and not row.control.is_empty():
            sentence = self.spec.validate(self.body.peek()).get(row.path, "")
        if sentence or row.sentence:
            row.mark(sentence)

    def _draft_values(self) -> dict[str, Any]:
        return self.body.raw()

    def keep(self) -> None:
        self.autosave.flush()

    def event(self, event: QEvent) -> bool:
        if self._ahead is not None and self._ahead.take(event):
            return True
        if is_enter(event) and self.ctx.settings.get(ENTER_MOVES_ON) and isinstance(QApplication.focusWidget(), QLineEdit):
            return self.focusNextPrevChild(True)
        return super().event(event)

    @Slot()
    def leave(self) -> None:
        """Go back; unsaved typing is kept as a draft or discarded, as she says. What is just being saved is waited for."""
        if self._busy:
            return
        if self._dirty:
            options = [("keep", _("Keep it as a draft")), ("discard", _("Discard it"))]
            answer = self.ctx.asker.choose(_("“{title}” is not saved yet.").format(title=self.page_title), options)
            if answer is None:
                return
            if answer == "discard":
                self.autosave.clear()
                self._dirty = False
        self.ctx.back()

    # Saving

    @Slot()
    def save(self) -> None:
        """Check, then save in the write lane; refusals come back to their fields."""
        if self._busy or not self.body.isEnabled():
            return
        QGuiApplication.inputMethod().commit()  # what is still being composed belongs to the field
        values, marks = self.body.read()
        if self.spec.validate is not None:
            marks = self.spec.validate(values) | marks
        if not self._told(marks):
            return
        if self.reason is not None:
            values["reason"] = self.reason.reason()
        try:
            draft = self.spec.make_draft(values) if self.spec.make_draft else values
        except UserError as error:
            self._on_fault(error)
            return
        self._set_busy(True)
        job = self.ctx.jobs.write(self.spec.save, draft, key=self._key).by(self).labelled(_("Saving"))
        job.then(self._on_saved).otherwise(self._on_fault).start()

    def _told(self, marks: dict[str, str]) -> bool:
        """Show the marks; True when there are none."""
        rest = self.body.mark({path: sentence for path, sentence in marks.items() if sentence})
        self._clear_notices(keep_reason=True)
        rows = self.body.marked()
        if not rows and not rest:
            return True
        self.notices.addWidget(MarksBand(rows, rest))
        if rows:
            rows[0].control.setFocus()
        return False

    @Slot(object)
    def _on_saved(self, result: Any) -> None:
        """What was typed after Ctrl+S was not in it and must not land in another page: it is told."""
        late = self._ahead is not None and self._ahead.waits
        self._ahead = None
        self._set_busy(False)
        self.autosave.clear()
        self._dirty, self._key = False, new_key()
        self.ctx.notify(*((_("Saved, without what was typed after it"), "waiting") if late else (_("Saved"),)))
        record_id = getattr(result, "id", result)
        another = self.record_id is None or self.spec.makes
        self.ctx.back()
        if another and self.spec.after and isinstance(record_id, int):
            self.ctx.open(self.spec.after, record_id=record_id)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        late, self._ahead = self._ahead if self._busy else None, None
        self._set_busy(False)
        if late is not None:
            late.hand_on(self)
        if isinstance(error, Conflict):
            self._show_conflict(error)
        elif isinstance(error, NeedsReason):
            self._ask_for_reason(error)
        elif isinstance(error, UserError):
            self._told(_marks(error))
        else:
            self._show_fault(error)

    def _show_fault(self, error: BaseException) -> None:
        self._clear_notices(keep_reason=True)
        fault = told(error)
        self.notices.addWidget(bits.band(" ".join(filter(None, (fault.text, fault.advice))), "late"))
        if fault.family == "bug":
            self.ctx.jobs.faulted.emit(error)

    def _ask_for_reason(self, error: NeedsReason) -> None:
        self._clear_notices()
        self.reason = ReasonBand(error.what, error.findings)
        self.reason.given.connect(self.save)
        self.notices.addWidget(self.reason)
        self.reason.edit.setFocus()

    def _set_busy(self, busy: bool) -> None:
        """While it is being saved the form stands still: keys wait in the type-ahead, clicks do nothing."""
        if busy == self._busy:
            return
        self._busy = busy
        if busy:
            self._ahead, self._cursor = TypeAhead(), self.focusWidget()
            self.setFocus()
        elif self._cursor is not None and self.holds_focus():
            self._cursor.setFocus()
        self.body.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, busy)
        self.save_button.setEnabled(not busy)

    def _clear_notices(self, *, keep_reason: bool = False) -> None:
        kept = self.reason if keep_reason else None
        if kept is not None:
            self.notices.removeWidget(kept)
        bits.empty(self.notices)
        self.reason = kept
        if kept is not None:
            self.notices.addWidget(kept)

    # Another's save

    def _show_conflict(self, error: Conflict) -> None:
        names = dict.fromkeys([*error.mine, *error.theirs])
        lines = [(name, self._title(name), words(error.mine, name), words(error.theirs, name)) for name in names]
        panel = ConflictPanel(str(error), lines)
        panel.chosen.connect(self._on_chosen)
        panel.back.connect(self._show_form)
        self.stack.addWidget(panel)
        self.stack.setCurrentWidget(panel)
        panel.take.setFocus()

    def _title(self, name: str) -> str:
        titles = {field.name: field.title for section in self.spec.sections for field in section.fields}
        return self.tr_(titles.get(name, name))

    @Slot(object)
    def _on_chosen(self, mine: set[str]) -> None:
        self._kept_raw = {name: raw for name, raw in self.body.raw().items() if name in mine}
        self._show_form()
        self._load(self._on_theirs)

    @Slot(object)
    def _on_theirs(self, loaded: tuple[dict[str, Any], dict[str, Any]]) -> None:
        """Their version, and over it what she chose to keep of hers."""
        self.body.set_values(loaded[0] | self._given)
        self.body.set_raw(self._kept_raw)
        self._clear_notices()
        self._on_edited()
        self.notices.addWidget(bits.band(_("The other's changes have been taken over. Look over the form, then save."),
                                         "open"))

    @Slot()
    def _show_form(self) -> None:
        panel = self.stack.currentWidget()
        self.stack.setCurrentWidget(self.form)
        if panel is not None and panel is not self.form:
            self.stack.removeWidget(panel)
            panel.deleteLater()


def _starting_values(uow: Any, spec: FormSpec, record_id: int | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Values to begin with, and the choices that come from the database, by field name. Runs in a worker."""
    values = dict(spec.load(uow, record_id)) if spec.load else {}
    asking = [inner for section in spec.sections for field in section.fields
              for inner in ((field,) if isinstance(field, Field) else field.fields)]
    choices = {field.name: field.choices(uow) for field in asking if callable(field.choices)}
    choices |= {field.name: field.choices_of(uow, record_id) for field in asking if field.choices_of is not None}
    return values, {name: tuple(found) for name, found in choices.items()}


def _marks(error: UserError) -> dict[str, str]:
    """Field → sentence; the source of the rule and what to do now stand with the field's own sentence."""
    if not error.fields:
        return {"": str(error)}
    return {name: str(error) if sentence == error.what else sentence for name, sentence in error.fields.items()}


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
