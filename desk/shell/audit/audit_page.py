"""The audit trail: who did what to which record and when, found by person, act and day; whether the trail is whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.core.audit.chain import Verdict, anchor, verify
from desk.core.audit.queries import AuditRow, count_audit, list_actions, list_actors, list_audit
from desk.core.cases.registry import case_kinds
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.staff.queries import list_accounts
from desk.host.pages import Chip, Column, Field, ListSpec, RowAction
from desk.shell.audit.words import action_words, actions_like, actor_words, detail_words, record_words
from desk.shell.faults import told
from desk.shell.kit import bits
from desk.shell.kit.filtered_page import FilteredPage

ENTRIES = {"person": "people.person", "household": "people.household", "organisation": "organisations.card",
           "area": "places.area", "venue": "places.venue", "staff_user": "staff.account", "role": "staff.role_form",
           "print": "prints.stored"}
"""Kind of record → page that shows one."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A line in words."""

    id: int
    at: datetime
    actor: str
    action: str
    record: str
    detail: str
    kind: str
    record_id: int | None


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[AuditLine]:
    """One page, newest first."""
    page = list_audit(uow, _in_names(request))
    names = {row.id: row.name for row in list_accounts(uow)}
    return Page([_line(row, names) for row in page.rows], page.next, page.total)


def count(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return count_audit(uow, _in_names(request))


def _in_names(request: PageRequest) -> PageRequest:
    """A search for words of an act becomes a filter by the acts they mean."""
    acts = actions_like(request.text.strip()) if request.text.strip() else ()
    if not acts or request.filters.get("action"):
        return request
    return replace(request, text="", filters={**request.filters, "action": acts})


def _line(row: AuditRow, names: Mapping[int, str]) -> AuditLine:
    record = record_words(row.kind, row.record_id)
    if row.kind == "staff_user" and row.record_id in names:
        record = f"{record_words(row.kind, None)} {names[row.record_id or 0]}"
    return AuditLine(row.id, row.at, actor_words(row.actor, row.actor_kind), action_words(row.action), record,
                     detail_words(row.detail), row.kind, row.record_id)


def open_record(ctx: Any, rows: Sequence[AuditLine]) -> None:
    """Open what the chosen line is about."""
    row = rows[0]
    declared = case_kinds().find(row.kind)
    entry = declared.view if declared else ENTRIES.get(row.kind, "")
    if entry and row.record_id is not None:
        ctx.open(entry, record_id=row.record_id)
    else:
        ctx.notify(_("There is no page for this record."), "waiting")


AUDIT = ListSpec(
    id="audit.trail", title=N_("Audit trail"), record="",
    columns=(Column("at", N_("When"), 140, "date"), Column("actor", N_("Who"), 120), Column("action", N_("Did what"), 220),
             Column("record", N_("Record"), 180), Column("detail", N_("Details"), 0)),
    fetch=fetch, count=count,
    chips=(Chip(N_("Sign-in"), {"action": ("staff.signed_in", "staff.signed_out", "staff.sign_in_refused")}),
           Chip(N_("Full numbers seen"), {"action": ("people.reveal", "people.used_for_paper", "people.export")}),
           Chip(N_("Accounts and roles"), {"action": ("staff.create_account", "staff.change_account", "staff.close_account",
                                                     "staff.reopen_account", "staff.set_password", "staff.set_role",
                                                     "staff.copy_role", "staff.delete_role", "staff.unlock_account")})),
    actions=(RowAction("open", N_("Open the record"), "desk.shell.audit.audit_page:open_record", "eye"),),
    search_hint=N_("Name or act"), empty=N_("Nothing has been noted yet."))


def actor_choices(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Everybody named in the trail."""
    return [(name, name) for name in list_actors(uow)]


def action_choices(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Every act in the trail, by its words."""
    return sorted(((action, action_words(action)) for action in list_actions(uow)), key=lambda choice: choice[1])


FIELDS = (Field("actor", N_("Who"), "choice", choices=actor_choices, width=150),
          Field("action", N_("Did what"), "choice", choices=action_choices, width=220),
          Field("day_from", N_("From day"), "date"), Field("day_to", N_("To day"), "date"))


class AuditPage(FilteredPage):
    """The trail with its anchor above it, and the check."""

    def __init__(self, ctx: Any, *, filters: Mapping[str, Any] | None = None, text: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(ctx, AUDIT, FIELDS, filters=filters, text=text, parent=parent)
        self.anchor_label = bits.label(role="muted", select=True)
        self.copy_button = bits.button(_("Copy the &code"), self.copy_code, icon="copy", flat=True)
        self.check_button = bits.button(_("Check the &trail"), self.check, icon="shield-check")
        self.printed_button = bits.button(_("Check a &printed code"), self.check_printed)
        self.verdict = bits.column()
        head = bits.row(self.anchor_label, self.copy_button, None, self.printed_button, self.check_button)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, bits.card(bits.column(head, self.verdict, margins=8, spacing=4)))
        self.refresh_anchor()

    def refresh_anchor(self) -> None:
        """Where the trail ends now."""
        self.ctx.jobs.read(anchor).then(self._on_anchor).start()

    @Slot()
    def refresh(self) -> None:
        super().refresh()
        self.refresh_anchor()

    @Slot(object)
    def _on_anchor(self, found: Any) -> None:
        self._code = found.code
        self.anchor_label.setText(_("Anchor code {code}; note it on paper, a later check shows whether it is still there."
                                    ).format(code=found.code))

    @Slot()
    def copy_code(self) -> None:
        """To the clipboard."""
        QGuiApplication.clipboard().setText(self._code)
        self.ctx.notify(_("The anchor code is copied"))

    @Slot()
    def check(self) -> None:
        """Read the whole trail and say whether it is whole."""
        self._check("")

    @Slot()
    def check_printed(self) -> None:
        """The same, and whether an older code is still in it."""
        code = self.ctx.asker.ask_text(_("Which code stands on the paper? Such as {example}").format(
            example="1234-0a1b2c3d4e5f6789"))
        if code and code.strip():
            self._check(code.strip().lower())

    def _check(self, printed: str) -> None:
        self.check_button.setEnabled(False)
        self._say(_("Checking every line…"), "open")
        job = self.ctx.jobs.read(_verified, printed).labelled(_("Checking the audit trail"))
        job.then(self._on_verdict).otherwise(self._on_check_fault).start()

    @Slot(object)
    def _on_verdict(self, verdict: Verdict) -> None:
        self.check_button.setEnabled(True)
        self._say(verdict_words(verdict), "done" if verdict.sound else "late")

    @Slot(object)
    def _on_check_fault(self, error: BaseException) -> None:
        self.check_button.setEnabled(True)
        self._say(told(error).text, "late")

    def _say(self, text: str, tone: str) -> None:
        bits.empty(self.verdict)
        self.verdict.addWidget(bits.band(text, tone))


def _verified(uow: UnitOfWork, printed: str) -> Verdict:
    return verify(uow, printed=printed)


def verdict_words(verdict: Verdict) -> str:
    """The result of a check as a sentence that also says what to do."""
    if verdict.sound:
        return _("The trail is whole: {lines} lines, each fits the one before.").format(lines=f"{verdict.lines:,}")
    if verdict.reason == "anchor":
        return _("The printed code is not in the trail. Look at the code again; if it is right, the data were exchanged. "
                 "Keep this file and tell whoever looks after the desk.")
    if verdict.reason == "tail":
        return _("Lines at the end are missing, from line {line} on. Keep this file and compare it with a backup.").format(
            line=verdict.bad_seq)
    return _("Line {line} does not fit the one before: something was changed outside the desk. Keep this file and compare "
             "it with a backup.").format(line=verdict.bad_seq)
