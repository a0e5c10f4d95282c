"""From the tables to what the papers print; one loader a kind of record."""

import random

from desk.api import UserError, translator
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.meetings import NoticeRow, gathering_kind, get_gathering, list_notices_of
from desk.api.votes import PaperLine, VoteRow, amount, find_result, get_vote, list_marks, list_papers, list_roll
from plugins.consultation.classes import class_titles
from plugins.consultation.documents.data import (
    BallotSheet,
    GatheringPaper,
    RegisterLine,
    ResultPaper,
    TopicPaper,
    VotePaper,
)
from plugins.consultation.queries import get_file

_ = translator("consultation")
CHANNELS = {"counter": "来访", "phone": "来电", "slip": "门栋留言", "mailbox": "意见箱(信箱)", "online": "网上工作室", "grid": "网格走访",
            "meeting": "会议", "module": "其他业务转来"}


def load_topic(uow: UnitOfWork, topic_id: int) -> TopicPaper:
    """For the topic card, the expert's form and the residents' judgement."""
    file = get_file(uow, topic_id)
    return TopicPaper(unit(uow), file, class_titles(uow).get(file.field, ""), CHANNELS.get(file.channel, ""))


def load_gathering(uow: UnitOfWork, gathering_id: int) -> GatheringPaper:
    """For the notice, the sign-in sheet and the minutes."""
    found = get_gathering(uow, gathering_id)
    return GatheringPaper(unit(uow), gathering_kind(found.kind).paper, found, uow.clock.today())


def load_vote(uow: UnitOfWork, vote_id: int) -> VotePaper:
    """For the registers; a secret vote's have no serials."""
    vote = get_vote(uow, vote_id)
    if vote.method == "named" and vote.issued:
        lines = tuple(_numbered(one) for one in list_papers(uow, vote_id))
    else:
        lines = tuple(RegisterLine(one.place, one.name, one.label, "", one.proxy) for one in list_roll(uow, vote_id))
    return VotePaper(unit(uow), vote, lines)


def _numbered(one: PaperLine) -> RegisterLine:
    valid = {True: "有效", False: "无效", None: ""}[one.valid]
    given = "、".join(filter(None, (one.given_to, long_date(one.given_on) if one.given_on else "")))
    return RegisterLine(one.serial, one.name, one.label, one.mark, one.proxy, amount("area", one.area) if one.area else "",
                        one.delivery, given, long_date(one.returned_on) if one.returned_on else "", valid)


def load_result(uow: UnitOfWork, vote_id: int) -> ResultPaper:
    """For the tally sheet and the notice of the result. UserError before it is counted."""
    result = find_result(uow, vote_id)
    if result is None:
        raise UserError(_("The vote is not counted yet."))
    vote = get_vote(uow, vote_id)
    return ResultPaper(unit(uow), vote, result, uow.clock.today(), _posting(uow, vote))


def _posting(uow: UnitOfWork, vote: VoteRow) -> NoticeRow | None:
    """The newest notice of a result of the vote's record that hangs or hung since the vote."""
    if vote.owner_id is None:
        return None
    since = vote.held_on or vote.frozen_on
    hung = [one for one in list_notices_of(uow, vote.owner_kind, vote.owner_id)
            if one.kind == "result" and one.state in ("posted", "closed") and one.posted_on and since and one.posted_on >= since]
    return hung[-1] if hung else None


def load_ballots(uow: UnitOfWork, vote_id: int) -> BallotSheet:
    """The ballots themselves; the secret pile comes in a new order each time."""
    vote = get_vote(uow, vote_id)
    if vote.method == "named":
        rows = tuple((one.mark, one.name, one.label, amount("area", one.area) if one.area else "")
                     for one in list_papers(uow, vote_id))
        return BallotSheet(unit(uow), vote, rows)
    marks = list_marks(uow, vote_id)
    random.SystemRandom().shuffle(marks)
    return BallotSheet(unit(uow), vote, tuple((mark, "", "", "") for mark in marks))


def unit(uow: UnitOfWork) -> str:
    """The committee that signs."""
    return f"{uow.community.name}居民委员会"
