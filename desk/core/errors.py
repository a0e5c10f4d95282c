"""Error families: the family decides who is told what.

UserError: the user's doing, a sentence beside the field. EnvironmentFault: the world's doing, advice and retry.
Anything else is a bug of ours and ends in a report sheet without personal data.
"""

from collections.abc import Mapping


class DeskError(Exception):
    """Base of every error the desk raises on purpose; `str(error)` is a whole sentence for the user."""


class UserError(DeskError):
    """Something the user can put right.

    what: one sentence saying what is wrong and, where it fits, what to do now.
    field: name of the form field the sentence belongs beside, "" for the whole form.
    fields: several at once, field name → sentence.
    source: legal or official source of the rule that stopped her, as printed ("人民调解法 第26条").
    todo: what to do now, when `what` does not say it already.
    """

    def __init__(self, what: str, *, field: str = "", fields: Mapping[str, str] | None = None,
                 source: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what, self.field, self.source, self.todo = what, field, source, todo
        self.fields: dict[str, str] = dict(fields or ({field: what} if field else {}))

    def __str__(self) -> str:
        source = f"({self.source})" if self.source else ""
        return " ".join(part for part in (self.what + source, self.todo) if part)


def refuse_marked(marks: Mapping[str, str], *, source: str = "") -> None:
    """Raise UserError when a field is marked (field name → sentence); the first sentence speaks for all. source: as there."""
    if marks:
        raise UserError(next(iter(marks.values())), fields=marks, source=source)


class NotAllowed(UserError):
    """The signed-in person lacks a permission, or the record lies outside her community or area."""

    def __init__(self, what: str, *, permission: str = "", todo: str = "") -> None:
        super().__init__(what, todo=todo)
        self.permission = permission


class NotFound(UserError):
    """The record is not there, or may not be seen (the two are told apart to nobody)."""


class Conflict(UserError):
    """Somebody else saved the same record first.

    mine/theirs: field name → value as shown, only the fields that differ.
    """

    def __init__(self, what: str, *, mine: Mapping[str, object] | None = None,
                 theirs: Mapping[str, object] | None = None) -> None:
        super().__init__(what)
        self.mine, self.theirs = dict(mine or {}), dict(theirs or {})


class NeedsReason(UserError):
    """May be saved, but only with a reason: warnings that are evidence, not proof (`rules.md` 5).

    findings: one sentence a finding; the form shows them and asks for the reason.
    """

    def __init__(self, what: str, *, field: str = "reason", findings: tuple[str, ...] = ()) -> None:
        super().__init__(what, field=field)
        self.findings = findings


class EnvironmentFault(DeskError):
    """Disk full, printer gone, file damaged, server away: `advice` says what to do, `retry` whether trying again may help."""

    def __init__(self, what: str, *, advice: str = "", retry: bool = False) -> None:
        super().__init__(what)
        self.what, self.advice, self.retry = what, advice, retry

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.advice) if part)


class DataUnusable(EnvironmentFault):
    """The data file is damaged or gone; a backup can take its place."""


class Cancelled(DeskError):
    """The user stopped a long job; nothing half-done is kept."""
