"""Stars: the table of levels, rounds with their lists, and the stars that were granted."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from desk.api import N_, HomeItem, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.meetings import get_notice
from desk.api.pages import (
    Column,
    Fact,
    FactSection,
    Field,
    FormSpec,
    LampCell,
    ListSpec,
    Missing,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    Section,
    StateCell,
    StepLamp,
    history_of,
    keyset_page,
)
from plugins.volunteer.drafts_teams import LevelDraft, PostRoundDraft, RoundDraft, StrikePlaceDraft
from plugins.volunteer.kinds import CERTIFY
from plugins.volunteer.models import StarGrant, StarLevel, StarPlace, StarRound
from plugins.volunteer.pages import starting
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.forms import ending, picked
from plugins.volunteer.pages.lists import Row
from plugins.volunteer.service.attendance import hours_text, served_text
from plugins.volunteer.service.star_table import set_star_level, star_levels
from plugins.volunteer.service.stars import (
    cancel_round,
    grant_round,
    list_eligible,
    open_round,
    post_round,
    strike_place,
)
from plugins.volunteer.who import names_of

_ = translator("volunteer")
ROUND_STATES = {"open": (N_("Being put together"), Tone.OPEN), "posted": (N_("Made public"), Tone.WAITING),
                "granted": (N_("Granted"), Tone.DONE), "cancelled": (N_("Given up"), Tone.MUTED)}
ORDER = ("open", "posted", "granted")


def rounds(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """Rounds, the newest first."""
    rows, after = keyset_page(uow.session, select(StarRound), [StarRound.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    places = dict(uow.session.execute(select(StarPlace.round_id, func.count(StarPlace.id)).where(
        StarPlace.round_id.in_([one.id for one in rows]), StarPlace.state != "struck").group_by(StarPlace.round_id)).all())
    return Page([Row(one.id, title=one.title, day=one.counted_on, until=one.award_on, count=places.get(one.id, 0),
                     note=one.by, state=_state(one)) for one in rows], after)


def rounds_sentence(uow: UnitOfWork) -> str:
    """多少人可申请评定."""
    return _("{n} volunteers have the hours for a new star").format(n=len(list_eligible(uow)))


def load_round(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A round: who stands on the list, what is due next."""
    found, today = uow.get(StarRound, record_id), uow.clock.today()
    places = uow.session.scalars(select(StarPlace).where(StarPlace.round_id == found.id).order_by(
        StarPlace.level.desc(), StarPlace.minutes.desc(), StarPlace.id)).all()
    names, titles = names_of(uow, [one.volunteer_id for one in places]), {one.level: one.title for one in star_levels(uow)}
    notice = get_notice(uow, found.notice_id) if found.notice_id else None
    until = notice.until if notice and found.state == "posted" else None
    missing = [Missing(_("{n} comments on the list are not answered.").format(n=notice.unanswered))] if (
        notice and notice.unanswered) else []
    return RecordCard(
        id=found.id, number="", title=found.title, state=_state(found), holder=None, version=found.version,
        subtitle=_("hours as of {day} · {by}").format(day=found.counted_on, by=found.by),
        lamp=LampCell(until, (until - today).days, _("hangs until")) if until else LampCell(), steps=_steps(found.state),
        sections=(FactSection(_("On the list"), tuple(_place(one, names, titles) for one in places if one.state != "struck")),
                  *_struck(places, names),
                  FactSection(_("Award day"), (Fact(_("Award day"), f"{found.award_on or ''}"),))),
        missing=tuple(missing), acts=tuple(_acts(found, until is not None and today <= until, places, names)),
        papers=_papers(uow, found), timeline=history_of(uow, "volunteer.star_round", found.id))


def _struck(places: Sequence[StarPlace], names: dict[int, str]) -> list[FactSection]:
    facts = tuple(Fact(names.get(one.volunteer_id, ""), one.why) for one in places if one.state == "struck")
    return [FactSection(_("Struck off"), facts)] if facts else []


def _place(one: StarPlace, names: dict[int, str], titles: dict[int, str]) -> Fact:
    return Fact(names.get(one.volunteer_id, ""), f"{titles.get(one.level, '')} · {hours_text(one.minutes)}")


def _steps(state: str) -> tuple[StepLamp, ...]:
    if state not in ORDER:
        return ()
    now = ORDER.index(state) + (state == "granted")
    return tuple(StepLamp(title, "done" if place < now else "now" if place == now else "next")
                 for place, title in enumerate((_("List"), _("Made public"), _("Granted"))))


def _acts(found: StarRound, hanging: bool, places: Any, names: dict[int, str]) -> list[NextAct]:
    here = found.id
    if found.state not in ("open", "posted"):
        return []
    first = act(_("Make the list public"), "post_round_form", here, main=True) if found.state == "open" else NextAct(
        _("Grant the stars"), "volunteer.grant_round_form", {"record_id": here}, main=True, enabled=not hanging,
        why_not=_("The list hangs still.") if hanging else "")
    strikes = [act(_("Strike {name} off").format(name=names.get(one.volunteer_id, "")), "strike_place_form", one.id)
               for one in places if one.state == "proposed"][:8]
    return [first, *strikes, act(_("Give the round up"), "cancel_round_form", here)]


def _papers(uow: UnitOfWork, found: StarRound) -> tuple[PaperLink, ...]:
    links = (PaperLink("volunteer.star_list"), PaperLink("volunteer.star_decision"))
    return (*links, PaperLink("volunteer.star_certificates"), PaperLink("volunteer.award_sheet")) if (
        found.state == "granted") else links


def _state(found: StarRound) -> StateCell:
    word, tone = ROUND_STATES[found.state]
    return StateCell(_(word), tone)


def levels(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """The star table as it holds today, and how many have each level."""
    granted = select(func.max(StarGrant.level).label("level")).group_by(StarGrant.volunteer_id).subquery()
    counts: dict[int, int] = dict(uow.session.execute(select(granted.c.level, func.count()).group_by(granted.c.level)).all())
    own = dict(uow.session.execute(select(StarLevel.level, StarLevel.valid_from).where(StarLevel.valid_to.is_(None))).all())
    return Page([Row(one.level, title=one.title, hours=served_text(one.minutes), kind=one.conditions, points=one.approver,
                     day=own.get(one.level), count=counts.get(one.level, 0)) for one in star_levels(uow)])


def grants(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """Stars granted, the newest first."""
    rows, after = keyset_page(uow.session, select(StarGrant), [StarGrant.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    names, titles = names_of(uow, [one.volunteer_id for one in rows]), {one.level: one.title for one in star_levels(uow)}
    return Page([Row(one.id, number=one.number, title=names.get(one.volunteer_id, ""), kind=titles.get(one.level, ""),
                     hours=served_text(one.minutes), day=one.granted_on, note=one.by) for one in rows], after)


def load_grant(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A star somebody was granted."""
    found = uow.get(StarGrant, record_id)
    titles = {one.level: one.title for one in star_levels(uow)}
    return RecordCard(
        id=found.id, number=found.number, title=f"{names_of(uow, [found.volunteer_id]).get(found.volunteer_id, '')} "
        f"{titles.get(found.level, '')}", state=StateCell(_("Granted"), Tone.DONE), holder=None, version=found.version,
        sections=(FactSection(_("The decision"), (
            Fact(_("Granted on"), f"{found.granted_on}"), Fact(_("Granted by"), found.by),
            Fact(_("Hours it is based on"), hours_text(found.minutes)), Fact(_("Note"), found.note))),),
        acts=(act(_("Open the volunteer"), "volunteer", found.volunteer_id),), papers=(PaperLink("volunteer.star"),),
        timeline=history_of(uow, "volunteer.star_grant", found.id))


def star_items(uow: UnitOfWork) -> list[HomeItem]:
    """A list that hung long enough."""
    items = []
    for one in uow.session.scalars(select(StarRound).where(StarRound.state == "posted")):
        until = get_notice(uow, one.notice_id).until if one.notice_id else None
        if until is not None and until < uow.clock.today():
            items.append(HomeItem(one.title, _("Grant the stars"), until + timedelta(days=1), Tone.WAITING,
                                  "volunteer.star_round", {"record_id": one.id}))
    return items


def start_level(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A level as it is, changed from today on; record_id is the level."""
    found = next((one for one in star_levels(uow) if one.level == record_id), None)
    if found is None:
        return {"valid_from": uow.clock.today()}
    return {"level": found.level, "title": found.title, "hours": found.minutes // 60, "conditions": found.conditions,
            "approver": found.approver, "valid_from": uow.clock.today()}


def start_round(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """This year's round."""
    return {"title": f"{uow.clock.today().year}年星级志愿者评定", "by": uow.community.name}


ROUNDS = ListSpec(
    id="volunteer.stars", title=N_("Stars"), record="volunteer.star_round", domain="volunteer",
    columns=(Column("title", N_("Round"), 0), Column("day", N_("Hours as of"), 120, "date"),
             Column("count", N_("On the list"), 100, "number"), Column("note", N_("Granted by"), 180),
             Column("until", N_("Award day"), 120, "date"), Column("state", N_("State"), 150, "state")),
    fetch=rounds, sentence=rounds_sentence, opens="volunteer.star_round", new="volunteer.round_form",
    new_title=N_("Put a list together"), new_permission=CERTIFY,
    empty=N_("No round yet. Put the list of those together whose hours reach a new star."))
LEVELS = ListSpec(
    id="volunteer.star_levels", title=N_("Star table"), record="volunteer.star_level", domain="volunteer",
    columns=(Column("title", N_("Level"), 160), Column("hours", N_("Hours needed"), 110, "number"),
             Column("kind", N_("Further conditions"), 0), Column("points", N_("Granted by"), 160),
             Column("day", N_("Own setting since"), 140, "date"), Column("count", N_("Volunteers"), 100, "number")),
    fetch=levels, opens="volunteer.level_form", empty=N_("No levels."))
GRANTS = ListSpec(
    id="volunteer.star_grants", title=N_("Stars granted"), record="volunteer.star_grant", domain="volunteer",
    columns=(Column("number", N_("Number"), 200), Column("title", N_("Full name"), 140), Column("kind", N_("Level"), 140),
             Column("hours", N_("Hours"), 100, "number"), Column("day", N_("Granted on"), 120, "date"),
             Column("note", N_("Granted by"), 0)),
    fetch=grants, opens="volunteer.star_grant", empty=N_("No star was granted yet."))
ROUND_RECORD = RecordSpec("volunteer.star_round", N_("Round of stars"), "volunteer.star_round", load_round, domain="volunteer")
GRANT_RECORD = RecordSpec("volunteer.star_grant", N_("Star"), "volunteer.star_grant", load_grant, domain="volunteer")
ROUND_FORM = FormSpec(
    id="volunteer.round_form", title=N_("Put a list together"), domain="volunteer", after="volunteer.star_round",
    sections=(Section("", (Field("title", N_("Name of the round"), required=True), Field("by", N_("Granted by")),
                           Field("award_on", N_("Award day"), "date")),
                      help=N_("Everybody active whose hours reach a higher star than was granted comes onto the list.")),),
    save=open_round, load=start_round, make_draft=lambda values: picked(RoundDraft, values))
POST_ROUND_FORM = FormSpec(
    id="volunteer.post_round_form", title=N_("Make the list public"), domain="volunteer", after="volunteer.star_round",
    sections=(Section("", (
        Field("approved_by", N_("Approved by"), required=True), Field("place", N_("Where it hangs"), default="社区公示栏"),
        Field("days", N_("Working days"), "number", default=5), Field("feedback", N_("Where to object"))),
        help=N_("Who did not agree to published lists stands there by number.")),),
    save=post_round, load=starting.just_id, make_draft=lambda values: picked(PostRoundDraft, values))
STRIKE_PLACE_FORM = FormSpec(
    id="volunteer.strike_place_form", title=N_("Strike off the list"), domain="volunteer", after="volunteer.star_round",
    sections=(Section("", (Field("reason", N_("Reason"), "lines", True, rows=3),)),), save=strike_place, load=starting.just_id,
    make_draft=lambda values: picked(StrikePlaceDraft, values))
GRANT_ROUND_FORM = ending("grant_round_form", N_("Grant the stars"), grant_round, reason=N_("Note"), required=False,
                          help=N_("Who has the hours no longer is struck off; everybody else gets the star with a number."),
                          after="volunteer.star_round")
CANCEL_ROUND_FORM = ending("cancel_round_form", N_("Give the round up"), cancel_round, after="volunteer.star_round")
LEVEL_FORM = FormSpec(
    id="volunteer.level_form", title=N_("Level of the star table"), domain="volunteer", after="",
    sections=(Section("", (
        Field("level", N_("Level"), "number", True), Field("title", N_("Name of the level")),
        Field("hours", N_("Hours needed"), "number", True),
        Field("conditions", N_("Further conditions")), Field("approver", N_("Granted by")), Field("source", N_("Decided by")),
        Field("valid_from", N_("Holds from"), "date", True))),),
    save=set_star_level, load=start_level, make_draft=lambda values: picked(LevelDraft, values))
