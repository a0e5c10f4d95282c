"""Small livelihood projects: ideas with an estimate, money granted and paid, work accepted (amounts in fen)."""

from sqlalchemy import func, select

from desk.api import NeedsReason, UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import note, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.documents import figures
from plugins.consultation.drafts import TopicDraft
from plugins.consultation.drafts_projects import CheckDraft, GrantDraft, PaymentDraft, ProjectDraft
from plugins.consultation.kinds import TOPIC, WRITE
from plugins.consultation.models import Payment, Project, Topic
from plugins.consultation.service.funds import book_grant, book_payment
from plugins.consultation.service.topics import save_topic

_ = translator("consultation")
PROJECT = "consultation.project"


def find_project(uow: UnitOfWork, topic_id: int) -> Project | None:
    """The project of a topic, None for a topic that is none."""
    return uow.session.scalars(select(Project).where(Project.topic_id == topic_id)).one_or_none()


def paid(uow: UnitOfWork, project_id: int) -> int:
    """What was paid so far, in fen."""
    return int(uow.session.scalar(select(func.sum(Payment.amount_fen)).where(Payment.project_id == project_id)) or 0)


@verb("consultation.save_project", permission=WRITE)
def save_project(uow: UnitOfWork, draft: ProjectDraft) -> int:
    """Keep an idea with its estimate, with a new topic when there is none yet. Answers the topic's id."""
    fields = {}
    if draft.estimate_fen is None or draft.estimate_fen <= 0:
        fields["estimate_fen"] = _("Enter what it may cost.")
    if not draft.topic_id and not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if (draft.households or 0) < 0:
        fields["households"] = _("Enter a number that is not negative.")
    refuse_marked(fields)
    topic_id = draft.topic_id or save_topic(uow, TopicDraft(
        draft.title, draft.content, field="living", channel=draft.channel, raisers=(draft.raiser,), area_id=draft.area_id,
        scope=draft.spot))
    visible_case(uow, uow.get(Topic, topic_id).case_id)
    row = find_project(uow, topic_id) or Project(topic_id=topic_id)
    if row.granted_fen is not None and row.estimate_fen != draft.estimate_fen:
        raise UserError(_("Money is granted already; the estimate stays."), field="estimate_fen")
    row.sort, row.spot, row.estimate_fen = draft.sort, clean(draft.spot), draft.estimate_fen or 0
    row.households, row.screening = draft.households, clean_note(draft.screening)
    row.screened_on = draft.screened_on if row.screening else None
    uow.add(row)
    uow.touch(TOPIC, topic_id)
    uow.trace("consultation.save_project", PROJECT, row.id, estimate=row.estimate_fen)
    return topic_id


@verb("consultation.grant", permission=WRITE)
def grant(uow: UnitOfWork, draft: GrantDraft) -> int:
    """Money is granted and somebody does the work; more than the estimate needs a reason."""
    row = _decided(uow, draft.topic_id)
    if draft.granted_fen is None or draft.granted_fen <= 0:
        raise UserError(_("Enter the amount granted."), field="granted_fen")
    if draft.granted_fen < paid(uow, row.id):
        raise UserError(_("More is paid already."), field="granted_fen")
    if draft.granted_fen > row.estimate_fen and not draft.reason.strip():
        raise NeedsReason(_("More is granted than was estimated."), findings=(
            _("estimate {a}, granted {b}").format(a=figures(row.estimate_fen), b=figures(draft.granted_fen)),))
    before = row.granted_fen or 0
    row.granted_fen, row.granted_on = draft.granted_fen, draft.granted_on or uow.clock.today()
    row.fund, row.supplier, row.started_on = clean(draft.fund, limit=120), clean(draft.supplier, limit=120), draft.started_on
    reason = f"({clean(draft.reason)})" if draft.reason.strip() else ""
    book_grant(uow, row, before, row.granted_on, f"{row.fund or '资金'}拨入" if row.granted_fen > before else "调减拨款")
    note(uow, _topic(uow, row).case_id, f"立项资金 {figures(row.granted_fen)},{row.fund} {row.supplier}{reason}")
    return _changed(uow, row, "consultation.grant", amount=row.granted_fen)


@verb("consultation.pay", permission=WRITE)
def pay(uow: UnitOfWork, draft: PaymentDraft) -> int:
    """A payment is entered; never more than was granted. Entries are added, never changed; a negative one takes one back."""
    row, amount = _decided(uow, draft.topic_id), draft.amount_fen or 0
    fields = {}
    if not amount:
        fields["amount_fen"] = _("Enter the amount.")
    if not draft.payee.strip():
        fields["payee"] = _("Say who was paid.")
    if amount < 0 and not draft.what.strip():
        fields["what"] = _("Say why it is taken back.")
    if draft.on and draft.on > uow.clock.today():
        fields["on"] = _("This day lies in the future.")
    refuse_marked(fields)
    if row.granted_fen is None:
        raise UserError(_("No money is granted yet."), todo=_("Enter the grant first."))
    total = paid(uow, row.id) + amount
    if not 0 <= total <= row.granted_fen:
        raise UserError(_("Granted {granted}, paid with this {total}.").format(granted=figures(row.granted_fen),
                                                                               total=figures(total)), field="amount_fen")
    day = draft.on or uow.clock.today()
    book_payment(uow, row, amount, day, " ".join(filter(None, (clean(draft.payee), clean(draft.what), clean(draft.voucher)))))
    uow.add(Payment(project_id=row.id, on_date=day, payee=clean(draft.payee, limit=120),
                    voucher=clean(draft.voucher, limit=60), what=clean(draft.what), amount_fen=amount))
    return _changed(uow, row, "consultation.pay", amount=amount)


@verb("consultation.check_project", permission=WRITE)
def check_project(uow: UnitOfWork, draft: CheckDraft) -> int:
    """The finished work is checked; what is not accepted says what has to be mended."""
    row, today = _decided(uow, draft.topic_id), uow.clock.today()
    checked, finished = draft.checked_on or today, draft.finished_on or today
    fields = {}
    if not draft.checked_by.strip():
        fields["checked_by"] = _("Say who checked it.")
    if not draft.accepted and not draft.note.strip():
        fields["note"] = _("Say what has to be mended.")
    if not finished <= checked <= today:
        fields["checked_on"] = _("It is checked after it is finished and not in the future.")
    refuse_marked(fields)
    row.finished_on, row.checked_on, row.accepted = finished, checked, draft.accepted
    row.checked_by, row.check_note = clean(draft.checked_by), clean_note(draft.note)
    note(uow, _topic(uow, row).case_id, f"验收:{'合格' if row.accepted else '不合格'}。{row.check_note}")
    return _changed(uow, row, "consultation.check_project", accepted=row.accepted)


def _decided(uow: UnitOfWork, topic_id: int) -> Project:
    row = find_project(uow, topic_id)
    if row is None:
        raise UserError(_("This topic is no project."), todo=_("Enter its estimate first."))
    if visible_case(uow, _topic(uow, row).case_id).state not in ("carrying", "judging"):
        raise UserError(_("Only what was decided is carried out."))
    return row


def _topic(uow: UnitOfWork, row: Project) -> Topic:
    return uow.get(Topic, row.topic_id)


def _changed(uow: UnitOfWork, row: Project, action: str, **detail: object) -> int:
    uow.touch(TOPIC, row.topic_id)
    uow.touch(PROJECT, row.id)
    uow.trace(action, PROJECT, row.id, **detail)
    return row.topic_id
