"""Rounds of stars: who may get one is computed, hung out, decided and given on the award day (systems F3 #44)."""

from datetime import timedelta

from sqlalchemy import func, select

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.meetings import NoticeDraft, get_notice, post_notice, write_notice
from desk.api.timesheets import TimeEntry
from plugins.volunteer.drafts import EndingDraft, StarDraft
from plugins.volunteer.drafts_teams import PostRoundDraft, RoundDraft, StrikePlaceDraft
from plugins.volunteer.kinds import CERTIFY, VOLUNTEER
from plugins.volunteer.law import Star
from plugins.volunteer.models import StarGrant, StarPlace, StarRound, Volunteer
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.proving import grant_star
from plugins.volunteer.service.star_table import highest_star, star_levels
from plugins.volunteer.who import public_names

_ = translator("volunteer")
ROUND = "volunteer.star_round"


def list_eligible(uow: UnitOfWork) -> list[tuple[Volunteer, Star, int]]:
    """(volunteer, level, minutes) of everybody active whose hours reach a higher level than was granted, most hours first."""
    levels = star_levels(uow)
    minutes = dict(uow.session.execute(select(TimeEntry.holder_id, func.sum(TimeEntry.minutes)).where(
        TimeEntry.holder_kind == VOLUNTEER).group_by(TimeEntry.holder_id).having(
        func.sum(TimeEntry.minutes) >= levels[0].minutes)).all())
    granted = dict(uow.session.execute(select(StarGrant.volunteer_id, func.max(StarGrant.level)).group_by(
        StarGrant.volunteer_id)).all())
    found = []
    for start in range(0, len(minutes), 400):
        ids = list(minutes)[start:start + 400]
        for one in uow.session.scalars(select(Volunteer).where(Volunteer.id.in_(ids), Volunteer.state == "active")):
            star = highest_star(levels, minutes[one.id])
            if star is not None and star.level > granted.get(one.id, 0):
                found.append((one, star, int(minutes[one.id])))
    return sorted(found, key=lambda row: (-row[2], row[0].id))


@verb("volunteer.open_round", permission=CERTIFY)
def open_round(uow: UnitOfWork, draft: RoundDraft) -> int:
    """Put the list of those who may get a star together, as their hours stand today; answers the round."""
    if uow.session.scalar(select(StarRound.id).where(StarRound.state.in_(("open", "posted")))):
        raise UserError(_("A round is open still."), todo=_("Finish or cancel it first."))
    eligible, today = list_eligible(uow), uow.clock.today()
    if not eligible:
        raise UserError(_("Nobody's hours reach a new level at present."))
    made = uow.add(StarRound(title=clean(draft.title, limit=120) or f"{today.year}年星级志愿者评定", counted_on=today,
                             by=clean(draft.by, limit=120) or uow.community.name, award_on=draft.award_on))
    for who, star, minutes in eligible:
        uow.add(StarPlace(round_id=made.id, volunteer_id=who.id, level=star.level, minutes=minutes))
    uow.trace("volunteer.open_round", ROUND, made.id, places=len(eligible))
    return int(made.id)


@verb("volunteer.strike_place", permission=CERTIFY)
def strike_place(uow: UnitOfWork, draft: StrikePlaceDraft) -> int:
    """Take somebody off the list, saying why (quality, conditions, an objection); answers the round."""
    found, reason = uow.get(StarPlace, draft.id), clean(draft.reason)
    current = uow.get(StarRound, found.round_id)
    if found.state != "proposed" or current.state not in ("open", "posted"):
        raise UserError(_("This place was decided already."))
    if not reason:
        raise UserError(_("Say why."), field="reason")
    found.state, found.why = "struck", reason
    uow.trace("volunteer.strike_place", ROUND, current.id, volunteer=found.volunteer_id, reason=reason)
    uow.touch(ROUND, current.id)
    return int(current.id)


@verb("volunteer.post_round", permission=CERTIFY)
def post_round(uow: UnitOfWork, draft: PostRoundDraft) -> int:
    """Hang the list out as a notice; names only of those who agreed, others by number. Answers the round."""
    found = uow.get(StarRound, draft.id)
    if found.state != "open":
        raise UserError(_("This list hangs already, or was decided."))
    body = "\n".join(f"{name}:{star}(累计服务{hours_text(minutes)})" for name, star, minutes in list_lines(uow, found.id))
    if not body:
        raise UserError(_("Nobody stands on the list any more."))
    found.notice_id = write_notice(uow, NoticeDraft(
        kind="other", title=f"{found.title}名单公示", body=body, owner_kind=ROUND, owner_id=found.id, places=(draft.place,),
        feedback=draft.feedback, amount=draft.days, unit="workday", source="社区约定"))
    post_notice(uow, found.notice_id, draft.approved_by)
    found.state = "posted"
    uow.trace("volunteer.post_round", ROUND, found.id, notice=found.notice_id)
    return int(found.id)


@verb("volunteer.grant_round", permission=CERTIFY)
def grant_round(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Grant the stars of a list that hung long enough; who no longer has the hours is struck. Answers the round."""
    found = uow.get(StarRound, draft.id)
    if found.state != "posted" or found.notice_id is None:
        raise UserError(_("The list has to be made public first."))
    notice = get_notice(uow, found.notice_id)
    if notice.until is not None and uow.clock.today() <= notice.until:
        raise UserError(_("It hangs until {day}.").format(day=notice.until), todo=_("Decide when the period has passed."))
    if notice.unanswered:
        raise UserError(_("{n} comments on the list are not answered.").format(n=notice.unanswered),
                        todo=_("Answer them on the notice, strike whoever it concerns, then decide."))
    for place in uow.session.scalars(select(StarPlace).where(StarPlace.round_id == found.id, StarPlace.state == "proposed")):
        try:
            grant_star(uow, StarDraft(place.volunteer_id, place.level, found.by, found.title))
            place.state = "granted"
        except UserError as told:  # hours were corrected while the list hung
            place.state, place.why = "struck", str(told)[:200]
    found.state = "granted"
    found.award_on = found.award_on or uow.clock.today() + timedelta(days=7)
    uow.trace("volunteer.grant_round", ROUND, found.id)
    return int(found.id)


@verb("volunteer.cancel_round", permission=CERTIFY)
def cancel_round(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The round is given up, with a reason; nobody gets a star by it."""
    found, reason = uow.get(StarRound, draft.id), clean(draft.reason)
    if found.state not in ("open", "posted") or not reason:
        raise UserError(_("Say why; a decided round stands."), field="reason")
    found.state = "cancelled"
    uow.trace("volunteer.cancel_round", ROUND, found.id, reason=reason)
    return int(found.id)


def list_lines(uow: UnitOfWork, round_id: int, states: tuple[str, ...] = ("proposed", "granted")) -> list[tuple[str, str, int]]:
    """(name or number, level's title, minutes) for what is hung out; highest level first."""
    rows = uow.session.scalars(select(StarPlace).where(StarPlace.round_id == round_id, StarPlace.state.in_(states))
                               .order_by(StarPlace.level.desc(), StarPlace.minutes.desc(), StarPlace.id)).all()
    titles, ids = {star.level: star.title for star in star_levels(uow)}, [row.volunteer_id for row in rows]
    shown = public_names(uow, ids)
    return [(shown.get(row.volunteer_id, ""), titles.get(row.level, ""), row.minutes) for row in rows]
