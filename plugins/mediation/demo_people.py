"""Practice mediators, rooms and rounds of scoring in every state a screen should show. Call it after the cases are there."""

from datetime import date, timedelta

from desk.api.db import UnitOfWork
from desk.api.places import list_venues
from desk.api.score_sheets import DecisionDraft, MarksDraft, PostingDraft, RaterDraft, RoundDraft
from desk.api.scores import (
    close_round,
    decide_round,
    enter_marks,
    get_sheet_of,
    list_raters,
    list_results,
    list_subjects,
    plan_round,
    publish_round,
    start_round,
)
from plugins.mediation.drafts import AssessmentDraft, MediatorCardDraft, RoomDraft, TermDraft, TrainingDraft
from plugins.mediation.scoring import BEST_CODE, QUARTER_CODE, STAR_CODE, VOTE_CODE
from plugins.mediation.service.register import add_training, appoint, assess, save_mediator
from plugins.mediation.service.rooms import save_room

MEDIATORS = (("沈建国", "1", "full_time", "head", ("neighbour", "homestead"), 20), ("何苗", "2", "part_time", "member",
                                                                                  ("marriage_family",), 14),
             ("单广志", "1", "five_olds", "mediator", ("neighbour",), 35), ("方敏", "2", "legal", "mediator", ("contract",), 5))
REPRESENTATIVES = (("吴桂兰", "residents"), ("郑海燕", "residents"), ("周建华", "residents"), ("孙志强", "party"), ("马玉珍",
                                                                                                                    "worthies"))
VOTERS = (("吴桂兰", "residents"), ("郑海燕", "residents"), ("周建华", "residents"), ("钱国庆", "committee"), ("姜文静",
                                                                                                               "peers"))


def fill_people(uow: UnitOfWork) -> None:
    """Four mediators, two rooms; an evaluation being keyed in, a rating posted, last year's choice decided."""
    today = uow.clock.today()
    ids = [_mediator(uow, *one) for one in MEDIATORS]
    for name, place, lead in (("人民调解室", "党群服务中心二楼", ids[0]), ("老单调解室", "和平里小区门卫室旁", ids[2])):
        save_room(uow, RoomDraft(name, place, venue_id=next((one.id for one in list_venues(uow) if one.name == name), None),
                                 lead_id=lead, hours="工作日9:00至17:00", opened_on=date(today.year - 3, 5, 1)))
    quarter = _round(uow, "本季度化解效果评估", "mediation.quarter", QUARTER_CODE, REPRESENTATIVES, today - timedelta(days=90))
    if quarter:
        _key(uow, quarter, but=1)
    star = _round(uow, f"{today.year}年星级调解室评定", "mediation.star", STAR_CODE, VOTERS[:4], today.replace(month=1, day=1))
    if star:
        _key(uow, star)
        close_round(uow, star)
        publish_round(uow, PostingDraft(star, "郑国庆", feedback="社区居委会何苗"))
    for back in (1, 2, 3):
        _best(uow, today.year - back, f"{today.year - back}年度优秀调解员评选", "mediation.best", BEST_CODE)
    _best(uow, today.year - 4, f"{today.year - 4}年度优秀调解员评选（投票）", "mediation.best_vote", VOTE_CODE)


def _best(uow: UnitOfWork, year: int, title: str, sheet: str, scheme: str) -> None:
    """A year's choice, decided: the first is honoured, in the second year back the second as well."""
    best = _round(uow, title, sheet, scheme, VOTERS, date(year, 1, 1), date(year, 12, 31))
    if not best:
        return
    _key(uow, best, turn=year)
    close_round(uow, best)
    publish_round(uow, PostingDraft(best, "郑国庆", on=uow.clock.today() - timedelta(days=40)))
    chosen = list_results(uow, best)[:1 + year % 2]
    decide_round(uow, DecisionDraft(best, uow.community.committee, tuple((one.subject_id, "优秀人民调解员") for one in chosen),
                                    text="希望全体调解员向先进学习。", reason="名额所限"))


def _mediator(uow: UnitOfWork, name: str, sex: str, kind: str, post: str, skills: tuple[str, ...], months: int) -> int:
    today = uow.clock.today()
    made = save_mediator(uow, MediatorCardDraft(name, sex=sex, kind=kind, post=post, skills=skills, education="college",
                                                languages="普通话、本地话"))
    if months > 12:  # the term before
        appoint(uow, TermDraft(made, "elected", date(today.year - months // 12 - 3, today.month, 1), basis="居民代表会议"))
    appoint(uow, TermDraft(made, "elected" if post != "mediator" else "appointed",
                           date(today.year - months // 12, today.month, 1), basis="居民代表会议"))
    add_training(uow, TrainingDraft(made, "人民调解法和文书制作", today - timedelta(days=30), "街道司法所", 180, "合格"))
    if months > 12:
        assess(uow, AssessmentDraft(made, today.year - 1, "excellent" if post == "head" else "fit"))
    return made


def _round(uow: UnitOfWork, title: str, sheet: str, scheme: str, raters: tuple[tuple[str, str], ...], first: date,
           last: date | None = None) -> int:
    """Opened; 0 when the records offer nobody."""
    made = plan_round(uow, RoundDraft(title, sheet, scheme=scheme, first=first, last=last or uow.clock.today(), raters=tuple(
        RaterDraft(name, role) for name, role in raters)))
    if not list_subjects(uow, made):
        return 0
    start_round(uow, made)
    return made


def _key(uow: UnitOfWork, made: int, but: int = 0, turn: int = 0) -> None:
    """Every sheet but the last few, with marks that differ a little from rater to rater."""
    sheet, subjects, raters = get_sheet_of(uow, made), list_subjects(uow, made), list_raters(uow, made)
    for place, rater in enumerate(raters[:len(raters) - but]):
        marks = {subject.id: {one.code: _mark(one.kind, one.maximum, (place * 3 + subject.place * (5 + turn) + at * 2) % 7)
                              for at, one in enumerate(sheet.rated_by(rater.role))} for subject in subjects}
        enter_marks(uow, MarksDraft(rater.id, marks))


def _mark(kind: str, maximum: int, lack: int) -> int:
    return {"ticks": int(lack < 6), "choice": min(lack // 4, 1), "deduction": lack * 50}.get(kind,
                                                                                             maximum - maximum * lack // 40)
