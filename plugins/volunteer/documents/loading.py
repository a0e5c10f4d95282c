"""From the tables to what the papers print; one loader a paper, by the id of the record it belongs to."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.ledgers import StatementLine, find_account, list_statement
from desk.api.pages import PageRequest
from desk.api.people import get_person, person_for_papers
from desk.api.timesheets import TimePublication, Whose, list_pairs_of, list_pairs_published
from plugins.volunteer.documents.data import (
    CertificatePaper,
    JudgedLine,
    OrderPaper,
    PointsLine,
    PointsPaper,
    PostingPaper,
    ServedLine,
    SheetPaper,
    SlipPaper,
    VolunteerPaper,
)
from plugins.volunteer.kinds import ACTIVITY, SKILLS, VOLUNTEER, title_of
from plugins.volunteer.models import (
    Activity,
    Certificate,
    Goods,
    HandOut,
    Member,
    Order,
    OutsideHours,
    SignUp,
    StarGrant,
    Team,
    Volunteer,
)
from plugins.volunteer.service.earning import LEDGER, owner_of
from plugins.volunteer.service.hours import title_of_row, titles_of_lines
from plugins.volunteer.service.market import balance
from plugins.volunteer.service.star_table import star_levels
from plugins.volunteer.who import names_of, public_names

_ = translator("volunteer")
PAPER_KINDS = {"id_card": "居民身份证", "temporary_id_card": "临时居民身份证", "household_book": "户口簿", "passport": "普通护照"}
SEXES = {"1": "男", "2": "女"}
WORDS = {"earn": "服务获得", "take_back": "更正扣回", "adjust": "调整", "redeem": "兑换", "reverse": "冲正", "expire": "过期",
         "donate": "捐赠", "give": "转赠", "share": "家庭合并"}


def load_volunteer(uow: UnitOfWork, volunteer_id: int, *, served: bool = True) -> VolunteerPaper:
    """For the registration form and the record; numbers masked. served: with everything that was served."""
    who = uow.get(Volunteer, volunteer_id)
    person = get_person(uow, who.person_id)
    paper = next(iter(person.papers), None)
    known = person_for_papers(uow, who.person_id) if uow.writing else {}
    stars = {one.level: one.title for one in star_levels(uow)}
    granted = uow.session.scalars(select(StarGrant).where(StarGrant.volunteer_id == who.id).order_by(StarGrant.level))
    outside = uow.session.scalars(select(OutsideHours).where(OutsideHours.volunteer_id == who.id))
    return VolunteerPaper(
        community=uow.community.name, number=who.number, name=person.name, sex=SEXES.get(person.sex, ""), birth=person.birth,
        id_kind=_kind_title(paper.kind) if paper else "", id_number=paper.number if paper else "",
        phone=known.get("contact", "") or next((one.number for one in person.phones), ""), address=person.address,
        joined_on=who.joined_on, station=who.station,
        skills=(*(_(title_of(SKILLS, one)) for one in who.skills.split(",") if one), *filter(None, (who.skills_note,))),
        wishes=who.wishes, times=who.times, emergency=who.emergency, guardian=who.guardian, guardian_on=who.guardian_on,
        served=_recorded(uow, who.id) if served else (), judged=_judged(uow, who.id) if served else (),
        stars=tuple(f"{stars[one.level]}({one.granted_on},{one.by})" for one in granted),
        outside=tuple((one.organisation, one.minutes) for one in outside))


def _recorded(uow: UnitOfWork, volunteer_id: int) -> tuple[ServedLine, ...]:
    """Entered pairs with place and who was in charge, trainings marked (67号令: 服务情况, 培训情况)."""
    rows = [row for row in list_pairs_of(uow, Whose(VOLUNTEER, volunteer_id)) if row.entered > 0]
    ids = {row.source_id for row in rows if row.source_kind == ACTIVITY}
    known: dict[int, Activity] = {}
    for start in range(0, len(ids), 400):
        known |= {one.id: one for one in uow.session.scalars(select(Activity).where(Activity.id.in_(
            sorted(ids)[start:start + 400])))}
    found = []
    for row in rows:
        at = known.get(row.source_id) if row.source_kind == ACTIVITY else None
        found.append(ServedLine(title_of_row(uow, row), row.day, row.entered, at.place if at else "",
                                at.responsible if at else "", bool(at and at.form == "training")))
    return tuple(found)


def _judged(uow: UnitOfWork, volunteer_id: int) -> tuple[JudgedLine, ...]:
    """Ratings by residents and reviews of posts and terms, oldest first (67号令: 评价情况)."""
    rated = uow.session.scalars(select(Order).where(Order.taker_id == volunteer_id, Order.rating.is_not(None)))
    reviewed = uow.session.execute(select(Member.until, Team.name, Member.review).join(Team, Team.id == Member.team_id).where(
        Member.volunteer_id == volunteer_id, Member.review != "", Member.until.is_not(None)))
    return tuple(sorted([
        *(JudgedLine(hall_time(one.wanted_at).date(), f"居民点单 {one.number}", one.rating or 0, one.praise) for one in rated),
        *(JudgedLine(until, name, 0, review) for until, name, review in reviewed if until is not None)], key=lambda line: line.day))


def load_points(uow: UnitOfWork, volunteer_id: int) -> PointsPaper:
    """The last 300 bookings, oldest first."""
    who = uow.get(Volunteer, volunteer_id)
    account = find_account(uow, LEDGER, owner_of(uow, who.id))
    lines = list_statement(uow, account, PageRequest(size=300)).rows if account else []
    titles = titles_of_lines(uow, lines)
    return PointsPaper(
        uow.community.name, who.number, names_of(uow, [who.id]).get(who.id, ""),
        tuple(PointsLine(line.day, _why(line, titles.get(line.id, "")), line.amount, line.after, line.by) for line in reversed(lines)),
        balance(uow, who.id))


def load_certificate(uow: UnitOfWork, certificate_id: int) -> CertificatePaper:
    """As it was issued, whatever was corrected since."""
    found = uow.get(Certificate, certificate_id)
    return CertificatePaper(
        uow.community.name, found.number, found.id_number, found.code, load_volunteer(uow, found.volunteer_id, served=False), found.first, found.last,
        found.minutes, _lines(found.lines), found.purpose, found.contact, found.issued_on)


def load_sheet(uow: UnitOfWork, activity_id: int) -> SheetPaper:
    """Those who have a place, in order of signing up."""
    found = uow.get(Activity, activity_id)
    rows = uow.session.execute(select(SignUp.volunteer_id, Volunteer.number).join(
        Volunteer, Volunteer.id == SignUp.volunteer_id).where(
        SignUp.activity_id == found.id, SignUp.state == "in").order_by(SignUp.id)).all()
    names = names_of(uow, [row.volunteer_id for row in rows])
    return SheetPaper(uow.community.name, found.title, found.starts_at, found.ends_at, found.place, found.responsible,
                      found.unserved, tuple((names.get(row.volunteer_id, ""), row.number) for row in rows))


def load_posting(uow: UnitOfWork, publication_id: int) -> PostingPaper:
    """Names stand only with consent (条例 20), else the volunteer's number."""
    found = uow.get(TimePublication, publication_id)
    rows = list_pairs_published(uow, publication_id)
    said = public_names(uow, [row.holder_id for row in rows])
    return PostingPaper(uow.community.name, found.published_on, found.last_day, tuple(
        (said.get(row.holder_id, ""), ServedLine(title_of_row(uow, row), row.day, row.minutes)) for row in rows))


def load_slip(uow: UnitOfWork, hand_out_id: int) -> SlipPaper:
    """One hand-out."""
    found = uow.get(HandOut, hand_out_id)
    goods, who = uow.get(Goods, found.goods_id), uow.get(Volunteer, found.volunteer_id)
    return SlipPaper(uow.community.name, who.number, names_of(uow, [who.id]).get(who.id, ""), goods.name, goods.unit,
                     found.quantity, found.points, found.left, found.day, found.handler)


def load_order(uow: UnitOfWork, order_id: int) -> OrderPaper:
    """For the helper who has taken it; before that there is no address on it."""
    found = uow.get(Order, order_id)
    taken = found.taker_id is not None
    return OrderPaper(
        uow.community.name, found.number, found.asker, found.contact if taken else "", found.address if taken else "",
        found.wish, names_of(uow, [found.taker_id]).get(found.taker_id, "") if found.taker_id else "", found.wanted_at,
        found.wanted_until, found.praise, hall_time(found.wanted_at).date())


def _lines(rows: list[dict[str, Any]]) -> tuple[ServedLine, ...]:
    return tuple(ServedLine(row["title"], date.fromisoformat(row["day"]), row["minutes"]) for row in rows)


def _why(line: StatementLine, title: str) -> str:
    return " ".join(filter(None, (WORDS.get(line.kind, line.kind), line.reason, title, _rule(line.explain))))


def _rule(explain: Any) -> str:
    return f"计{explain['minutes']}分钟" if "per_hour" in explain else ""


def _kind_title(code: str) -> str:
    return PAPER_KINDS.get(code, "其他证件")
