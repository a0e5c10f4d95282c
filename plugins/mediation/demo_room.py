"""Practice data of what comes after a case: a draft read back from Word, a quarrel that comes back, a study, an old ledger."""

import tempfile
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from desk.api import hall_time
from desk.api.calendar import month_of
from desk.api.db import UnitOfWork
from plugins.mediation.demo_texts import OLD_LEDGER
from plugins.mediation.drafts import AcceptanceDraft, SessionDraft
from plugins.mediation.drafts.later import AgainDraft
from plugins.mediation.drafts.visiting import DutyOfVisit, RoundPlanDraft
from plugins.mediation.drafts.wording import WordedDraft
from plugins.mediation.exchange.ledger import LIST, import_ledger
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.models import Agreement, Dispute
from plugins.mediation.queries import list_parties
from plugins.mediation.queries_visits import list_round
from plugins.mediation.service.acceptance import accept_dispute
from plugins.mediation.service.again import register_again
from plugins.mediation.service.joint import save_study
from plugins.mediation.service.sessions import save_session
from plugins.mediation.service.visiting import plan_visits
from plugins.mediation.service.worded import take_word_back


def fill_room(uow: UnitOfWork) -> None:
    """Call when cases stand in every state."""
    _worded(uow)
    _again(uow)
    _studied(uow)
    _old_ledger(uow)
    _round(uow)


def _worded(uow: UnitOfWork) -> None:
    draft = uow.session.scalars(select(Agreement).where(Agreement.state == "draft").order_by(Agreement.id)).first()
    if draft is not None:
        clauses = (f"{draft.clauses[0].rstrip(';。')}，修复后由双方当面验收;", *draft.clauses[1:])
        take_word_back(uow, WordedDraft(draft.dispute_id, draft.id, draft.version, draft.facts, clauses, draft.performance,
                                        "人民调解协议书（双方商定稿）.docx"))


def _again(uow: UnitOfWork) -> None:
    """What was settled in the spring flared up again, twice."""
    today = uow.clock.today()
    first = uow.session.scalars(select(Dispute).where(Dispute.filed_on.is_not(None), Dispute.accepted_on < today - timedelta(
        days=120)).order_by(Dispute.id)).first()
    if first is None:
        return
    again = register_again(uow, AgainDraft(first.id, "同一原因再次发生争吵，对方未按约定做。", today - timedelta(days=6),
                                           ("按原约定履行;",)))
    accept_dispute(uow, AcceptanceDraft(again, today - timedelta(days=5), ("方敏",), recorder="何苗", conflict_told=True,
                                        rights_told_on=today - timedelta(days=5)))
    start = (hall_time(uow.clock.now()) - timedelta(days=3)).replace(hour=10, minute=0, second=0, microsecond=0)
    save_session(uow, SessionDraft(
        again, start, ended_at=start + timedelta(hours=1), place="老单调解室", way="virtue", outcome="continued",
        present=tuple(one.id for one in list_parties(uow, again)), record="双方各自陈述，约定改日再谈。", mediators=("方敏",),
        recorder="何苗"))


def _studied(uow: UnitOfWork) -> None:
    """A study on a running case, held, with tasks."""
    running = uow.session.scalars(select(Dispute).where(
        Dispute.accepted_on.is_not(None), Dispute.closed_on.is_(None)).order_by(Dispute.id)).first()
    if running is None:
        return
    today, now = uow.clock.today(), uow.clock.now()
    save_study(uow, {
        "owner_kind": DISPUTE, "owner_id": running.id, "starts_at": now - timedelta(days=2), "place": "社区会议室",
        "host": "赵敏", "question": "责任如何分担", "held": True, "analysis": "双方均有责任，先行止损。",
        "plan": "先停止侵害，再商赔偿。",
        "units": [{"unit": "司法所", "person": "甲某", "came": True, "means": "", "opinion": "依法可先行调解"}],
        "tasks": [{"what": "现场查看并拍照", "who": "何苗", "due": today + timedelta(days=3)}]})


def _old_ledger(uow: UnitOfWork) -> None:
    """A spreadsheet from before the desk."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "2019年调解台账.csv"
        file.write_text(OLD_LEDGER, "utf-8")
        import_ledger(uow, LIST.look(uow, file))


def _round(uow: UnitOfWork) -> None:
    """Who goes where next month, but for the last case, which waits for somebody."""
    following = (uow.clock.today().replace(day=1) + timedelta(days=31)).replace(day=1)
    month = month_of(following)
    lines = [one.dispute_id for one in list_round(uow, month)][:-1]
    plan_visits(uow, RoundPlanDraft(month, tuple(
        DutyOfVisit(dispute, ("何苗", "单广志")[place % 2], place) for place, dispute in enumerate(lines, 1))))
