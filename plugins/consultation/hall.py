"""What the hall's screen shows, one slide after the other: notices that hang, results of votes. Names masked, nothing internal.

Masked are all names the desk knows beside the record: who raised the topic and did not let it be told, who is on a vote's roll,
proxies, tellers. Confidential matters are not shown at all.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from desk.api.cases import Case
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.meetings import NoticeRow, list_hanging
from desk.api.people import mask_name
from desk.api.settings import get_setting
from desk.api.votes import VoteRow, find_result, list_finished_votes, list_roll, list_votes_of
from plugins.consultation.documents.results import OUTCOMES, promise
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import Topic
from plugins.consultation.pictures import Bar, bars_of

LONGEST = 420
"""Characters of a notice one can read from the bench before it changes; the whole text hangs on the board."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One page of the screen. kind: what stands small above the title; bars: pictures under the text."""

    kind: str
    title: str
    text: str
    foot: str = ""
    bars: tuple[Bar, ...] = ()


def list_slides(uow: UnitOfWork) -> tuple[Slide, ...]:
    """Notices first, those that come down soonest; then results of the last days (a setting), newest first."""
    hidden = _confidential(uow)
    notices = [_notice(uow, one) for one in list_hanging(uow) if (one.owner_kind, one.owner_id) not in hidden]
    since = uow.clock.today() - timedelta(days=int(get_setting(uow, "consultation.hall_days", 30)))
    slides = []
    for vote in list_finished_votes(uow, since):
        if (vote.owner_kind, vote.owner_id) not in hidden:
            slides += _result(uow, vote)
    return (*notices, *slides)


def masked(text: str, names: set[str]) -> str:
    """The text with each of `names` masked, longest first, so that none is left inside another."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, mask_name(name))
    return text


def _notice(uow: UnitOfWork, one: NoticeRow) -> Slide:
    names = {comment.who for comment in one.comments if len(comment.who) > 1}
    if one.owner_kind == TOPIC and one.owner_id is not None:
        names |= {raiser["name"] for raiser in uow.get(Topic, one.owner_id).raisers
                  if len(raiser.get("name", "")) > 1 and not raiser.get("open")}
    for vote in list_votes_of(uow, one.owner_kind, one.owner_id) if one.owner_id is not None else ():
        names |= _names_of(uow, vote)
    body = masked(one.body, names)  # before it is cut: half a name is nobody's the desk knows
    body = body if len(body) <= LONGEST else body[:LONGEST].rstrip() + "……(全文见公告栏)"
    until = f"公示至{long_date(one.until)}" if one.until else ""
    return Slide("公示", masked(one.title, names), body,
                 ";".join(filter(None, (until, f"意见反馈:{one.feedback}" if one.feedback else ""))))


def _result(uow: UnitOfWork, vote: VoteRow) -> list[Slide]:
    """A slide a question, and one for who takes the seats."""
    result = find_result(uow, vote.id)
    if result is None:
        return []
    names = set() if get_setting(uow, "consultation.hall_names", False) else _names_of(uow, vote)
    foot = f"校验码 {result.check},任何人可索取结果文件自行复核。{promise(vote)}"
    slides = []
    for question in result.questions:
        text = f"{question.text}\n结论:{OUTCOMES[question.verdict.outcome]}"
        slides.append(Slide("表决结果", masked(vote.title, names), masked(text, names), foot, bars_of(question)))
    for one in vote.draws[-1:]:
        drawn = f"\n{'、'.join(one['among'])}得票相同,按种子“{one['seed']}”抽签。" if one["among"] else ""
        slides.append(Slide("当选", masked(vote.title, names), masked("、".join(one["elected"]) + drawn, names), foot))
    return slides


def _names_of(uow: UnitOfWork, vote: VoteRow) -> set[str]:
    found = {name for _role, name in vote.tellers}
    for line in list_roll(uow, vote.id):
        found |= {*line.name.split("、"), line.proxy}
    return {name for name in found if len(name) > 1}


def _confidential(uow: UnitOfWork) -> set[tuple[str, int | None]]:
    found = uow.session.scalars(select(Case.id).where(Case.kind == TOPIC, Case.confidential.is_(True)))
    return {(TOPIC, one) for one in found}
