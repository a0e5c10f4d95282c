"""Certificates by the thousand: chosen once, issued part by part, each part a transaction, so that a crash costs no part twice.

What was issued stays issued when a batch is cancelled; who gets none is told why. Whose identity number the register does not
hold is named before anything is issued, and may be left out.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desk.api import DeskError, UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, one_of, verb
from desk.api.timesheets import TimeEntry
from plugins.volunteer.drafts import CertificateDraft, EndingDraft
from plugins.volunteer.kinds import CERTIFY, VOLUNTEER
from plugins.volunteer.models import CertificateBatch, CertificateItem, Member, Volunteer
from plugins.volunteer.service.proving import issue
from plugins.volunteer.who import SERVING, names_of, people_of

_ = translator("volunteer")
BATCH = "volunteer.certificate_batch"
LEFT_OUT = "no_number"
"""The problem of an item whose volunteer has no identity number; shown in words."""
PART = 25
"""Certificates issued in one transaction: short enough for other seats, long enough to be quick."""


@dataclass(frozen=True, slots=True)
class BatchDraft:
    """Who: members of a team (None: all), with at least so many served hours in the period. The rest as on a certificate."""

    title: str = ""
    first: date | None = None
    last: date | None = None
    team_id: int | None = None
    least_hours: int = 0
    purpose: str = ""
    responsible: str = ""
    handler: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class BatchState:
    """Where a batch stands. problems: (volunteer id, name, why). numberless: (volunteer id, name) of those who wait and whose
    certificate would have no identity number; left_out: how many of the problems are such.
    """

    id: int
    title: str
    state: str
    total: int
    issued: int
    printed: int
    problems: tuple[tuple[int, str, str], ...]
    numberless: tuple[tuple[int, str], ...] = ()
    left_out: int = 0

    @property
    def waiting(self) -> int:
        """Who has neither a certificate nor a reason against it."""
        return self.total - self.issued - len(self.problems)


@verb("volunteer.start_batch", permission=CERTIFY)
def start_batch(uow: UnitOfWork, draft: BatchDraft) -> int:
    """Choose the volunteers; answers the batch's id. Nothing is issued yet."""
    title, responsible = clean(draft.title, limit=120), clean(draft.responsible, limit=60)
    last = draft.last or uow.clock.today()
    fields = {}
    if not title:
        fields["title"] = _("Give the batch a title.")
    if not responsible:
        fields["responsible"] = _("Say who signs as the person in charge.")
    if last > uow.clock.today():
        fields["last"] = _("A certificate ends today at the latest: what is still to come cannot be certified.")
    elif draft.first is not None and last < draft.first:
        fields["last"] = _("The end lies before the beginning.")
    refuse_marked(fields)
    chosen = _chosen(uow, draft, last)
    if not chosen:
        raise UserError(_("Nobody has so many hours in this time."), field="least_hours",
                        todo=_("Choose another time, team or number of hours."))
    made = uow.add(CertificateBatch(
        title=title, first=draft.first, last=last, purpose=clean(draft.purpose), responsible=responsible,
        handler=clean(draft.handler, limit=60) or uow.actor.name, contact=clean(draft.contact, limit=60)))
    uow.session.add_all([CertificateItem(batch_id=made.id, volunteer_id=one) for one in chosen])
    uow.trace("volunteer.start_batch", BATCH, made.id, volunteers=len(chosen))
    return int(made.id)


@verb("volunteer.issue_part", permission=CERTIFY)
def issue_part(uow: UnitOfWork, batch_id: int, size: int = PART) -> int:
    """Issue the next certificates; answers how many volunteers still wait, 0 when the batch is done."""
    batch = _locked(uow, batch_id)
    if batch.state != "running":
        return 0
    items = uow.session.scalars(_waiting(batch_id).order_by(CertificateItem.id).limit(size)).all()
    for item in items:
        try:
            item.certificate_id = issue(uow, CertificateDraft(
                item.volunteer_id, batch.first, batch.last, batch.purpose, batch.responsible, batch.handler, batch.contact))
        except DeskError as told:  # issue refuses before it writes anything
            item.problem = str(told)[:200]
    uow.session.flush()
    left = uow.session.scalar(select(func.count()).select_from(_waiting(batch_id).subquery())) or 0
    if not left:
        batch.state = "issued"
        uow.trace("volunteer.issue_part", BATCH, batch.id, done=True)
    uow.touch(BATCH, batch.id)
    return int(left)


@verb("volunteer.leave_out", permission=CERTIFY)
def leave_out(uow: UnitOfWork, batch_id: int) -> int:
    """Who has no identity number gets no certificate of this batch; answers how many. `take_in` undoes it."""
    batch = _locked(uow, batch_id)
    if batch.state != "running":
        raise UserError(_("This batch is over already."))
    meant = [volunteer_id for volunteer_id, _name in _numberless(uow, batch_id)]
    for item in uow.session.scalars(_waiting(batch_id).where(one_of(CertificateItem.volunteer_id, meant))):
        item.problem = LEFT_OUT
    uow.trace("volunteer.leave_out", BATCH, batch.id, volunteers=len(meant))
    uow.touch(BATCH, batch.id)
    return len(meant)


@verb("volunteer.take_in", permission=CERTIFY)
def take_in(uow: UnitOfWork, batch_id: int) -> int:
    """Who was left out waits again, her number entered meanwhile or not; answers how many."""
    batch = _locked(uow, batch_id)
    if batch.state == "cancelled":
        raise UserError(_("This batch is over already."))
    items = uow.session.scalars(select(CertificateItem).where(
        CertificateItem.batch_id == batch_id, CertificateItem.problem == LEFT_OUT)).all()
    for item in items:
        item.problem = ""
    if items:
        batch.state = "running"
    uow.trace("volunteer.take_in", BATCH, batch.id, volunteers=len(items))
    uow.touch(BATCH, batch.id)
    return len(items)


@verb("volunteer.cancel_batch", permission=CERTIFY)
def cancel_batch(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Stop for good; certificates that were issued stay in the register."""
    batch = _locked(uow, draft.id)
    why = clean(draft.reason)
    if batch.state != "running":
        raise UserError(_("This batch is over already."))
    if not why:
        raise UserError(_("Say why it is cancelled."), field="reason")
    batch.state, batch.why = "cancelled", why
    uow.trace("volunteer.cancel_batch", BATCH, batch.id, reason=why)
    return int(batch.id)


def batch_state(uow: UnitOfWork, batch_id: int) -> BatchState:
    """Counts and reasons as they stand."""
    uow.require(CERTIFY)
    batch = uow.get(CertificateBatch, batch_id)
    total, issued, printed = uow.session.execute(select(
        func.count(CertificateItem.id), func.count(CertificateItem.certificate_id), func.count(CertificateItem.print_id))
        .where(CertificateItem.batch_id == batch_id)).one()
    refused = uow.session.scalars(select(CertificateItem).where(
        CertificateItem.batch_id == batch_id, CertificateItem.problem != "").order_by(CertificateItem.id)).all()
    names = names_of(uow, [one.volunteer_id for one in refused])
    return BatchState(batch.id, batch.title, batch.state, total, issued, printed, tuple(
        (one.volunteer_id, names.get(one.volunteer_id, ""), _why(one)) for one in refused),
        tuple(_numberless(uow, batch_id)) if batch.state == "running" else (), sum(one.problem == LEFT_OUT for one in refused))


def _why(item: CertificateItem) -> str:
    return _("No identity number in the register: left out.") if item.problem == LEFT_OUT else item.problem


def _numberless(uow: UnitOfWork, batch_id: int) -> list[tuple[int, str]]:
    """Who waits and has no identity paper in the register; that there is none needs no number to be read."""
    waiting = uow.session.scalars(select(CertificateItem.volunteer_id).where(
        CertificateItem.id.in_(_waiting(batch_id).with_only_columns(CertificateItem.id))).order_by(CertificateItem.id)).all()
    people = people_of(uow, waiting)
    return [(one, people[one].name) for one in waiting if one in people and not people[one].number]


def _chosen(uow: UnitOfWork, draft: BatchDraft, last: date) -> list[int]:
    total = func.sum(TimeEntry.minutes)
    statement: Any = select(TimeEntry.holder_id).join(Volunteer, Volunteer.id == TimeEntry.holder_id).where(
        TimeEntry.holder_kind == VOLUNTEER, TimeEntry.day <= last, Volunteer.state.in_(SERVING))
    if draft.first is not None:
        statement = statement.where(TimeEntry.day >= draft.first)
    if draft.team_id:
        statement = statement.where(TimeEntry.holder_id.in_(select(Member.volunteer_id).where(
            Member.team_id == draft.team_id, Member.until.is_(None))))
    grouped = statement.group_by(TimeEntry.holder_id).having(total > 0, total >= draft.least_hours * 60)
    return list(uow.session.scalars(grouped.order_by(TimeEntry.holder_id)))


def _waiting(batch_id: int) -> Any:
    return select(CertificateItem).where(CertificateItem.batch_id == batch_id, CertificateItem.certificate_id.is_(None),
                                         CertificateItem.problem == "")


def _locked(uow: UnitOfWork, batch_id: int) -> CertificateBatch:
    return uow.session.scalars(select(CertificateBatch).where(CertificateBatch.id == batch_id).with_for_update()
                               .execution_options(populate_existing=True)).one()
