"""Granted minutes on screens: who has some, one person's account, its forms."""

from typing import Any

from sqlalchemy import select

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Column,
    Fact,
    FactSection,
    Field,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    TimelineItem,
)
from desk.api.people import find_people, get_person
from plugins.volunteer.kinds import POINTS
from plugins.volunteer.models import TimeDraw, TimeGrant
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.forms import ending
from plugins.volunteer.pages.more_forms import simple
from plugins.volunteer.pages.timebank import KINDS as BANK_KINDS
from plugins.volunteer.pages.timebank import AccountRow
from plugins.volunteer.service.attendance import hours_text, served_text
from plugins.volunteer.service.timefund import (
    BASES,
    draw_granted,
    end_grant,
    grant_time,
    granted_minutes,
    granted_statement,
    list_granted,
    return_granted,
)
from plugins.volunteer.settings import setting
from plugins.volunteer.shop_drafts import GrantDraft, GrantDrawDraft

_ = translator("volunteer")
KINDS = {**BANK_KINDS, "grant": N_("Granted by a fund"), "grant_back": N_("Back to the fund")}
TITLES = {one.code: one.title for one in BASES}


def granted(uow: UnitOfWork, request: PageRequest) -> Page[AccountRow]:
    """Whom funds granted minutes."""
    rows = list_granted(uow)
    start = request.start
    shown = rows[start:start + request.size]
    people = find_people(uow, [person for person, _minutes in shown])
    found = []
    for person, minutes in shown:
        have, who = granted_minutes(uow, person), people.get(person)
        found.append(AccountRow(person, who.name if who else "", "", served_text(minutes), served_text(minutes - have),
                                served_text(have)))
    return Page(found, (start + request.size,) if len(rows) > start + request.size else None)


def sentence(uow: UnitOfWork) -> str:
    """Whether a fund may grant."""
    return "" if setting(uow, "time_bank_fund") else _("No fund grants minutes here.")


def load_granted(uow: UnitOfWork, record_id: int) -> RecordCard:
    """One person's granted minutes; record_id: of the person."""
    person, have = get_person(uow, record_id), granted_minutes(uow, record_id)
    grants = uow.session.scalars(select(TimeGrant).where(TimeGrant.person_id == record_id).order_by(TimeGrant.id.desc())).all()
    draws = uow.session.scalars(select(TimeDraw).where(TimeDraw.person_id == record_id).order_by(TimeDraw.id.desc())
                                .limit(12)).all()
    return RecordCard(
        id=record_id, number="", title=person.name, holder=None, state=StateCell(_("Open") if have else _("Used up")),
        subtitle=_("{hours} in the time bank").format(hours=hours_text(have)),
        sections=(
            FactSection(_("Granted by a fund"), tuple(Fact(f"{one.day} {one.fund}", " · ".join(filter(None, (
                hours_text(one.minutes), _(TITLES.get(one.basis, one.basis)), one.reason)))) for one in grants)),
            FactSection(_("Drawn"), tuple(Fact(f"{one.day}", f"{hours_text(one.minutes)} {one.what}" + (
                _(" (returned)") if one.state == "returned" else "")) for one in draws))),
        acts=tuple(_acts(uow, record_id, have, [one for one in draws if one.state == "drawn"])),
        papers=(PaperLink("volunteer.granted_statement"),),
        timeline=tuple(TimelineItem(line.at, f"{_(KINDS.get(line.kind, line.kind))} {line.amount:+} {_('minutes')}", line.by,
                                    line.reason) for line in granted_statement(uow, record_id)))


def _acts(uow: UnitOfWork, person_id: int, have: int, drawn: list[TimeDraw]) -> list[NextAct]:
    if not setting(uow, "time_bank"):
        return []
    more = [NextAct(_("Grant more minutes"), "volunteer.grant_form", {"person_id": person_id}, main=not have)] if setting(
        uow, "time_bank_fund") else []
    return [*([act(_("Draw hours"), "granted_draw_form", person_id, main=True)] if have else []), *more,
            *(act(_("The service of {day} did not take place").format(day=one.day), "granted_return_form", one.id)
              for one in drawn[:3]),
            *([act(_("Give the rest back to the fund"), "grant_end_form", person_id)] if have else [])]


def start_draw(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """An hour, or what is left."""
    return {"person_id": record_id or 0, "minutes": min(60, granted_minutes(uow, record_id or 0))}


AFTER = "volunteer.time_granted"
GRANTED = ListSpec(
    id="volunteer.time_grants", title=N_("Minutes granted by funds"), record="volunteer.time_grant", domain="volunteer",
    columns=(Column("name", N_("Full name"), 0), Column("came", N_("Hours granted"), 130, "number"),
             Column("went", N_("Hours used"), 130, "number"), Column("held", N_("Hours in the bank"), 130, "number")),
    fetch=granted, sentence=sentence, opens=AFTER, new="volunteer.grant_form", new_title=N_("Grant minutes"),
    new_permission=POINTS,
    empty=N_("No fund has granted minutes. Switch it on in the settings, then grant to somebody in the register."))
GRANTED_RECORD = RecordSpec(AFTER, N_("Granted minutes"), "volunteer.time_grant", load_granted, domain="volunteer")
GRANT_FORM = simple("grant_form", N_("Grant minutes"), grant_time, GrantDraft, Field("person_id", N_("From the register"),
                                                                                    "person", True),
                    Field("minutes", N_("Minutes"), "number", True), Field("fund", N_("Which fund"), required=True),
                    Field("basis", N_("On which ground"), "choice", True, choices=tuple((one.code, one.title)
                                                                                        for one in BASES)),
                    Field("reason", N_("Reason")), after=AFTER, help=N_("For services only, never for goods or money."))
GRANTED_DRAW_FORM = simple("granted_draw_form", N_("Draw hours"), draw_granted, GrantDrawDraft,
                           Field("minutes", N_("Minutes"), "number", True),
                           Field("what", N_("Which service"), required=True), load=start_draw, after=AFTER,
                           help=N_("For services only, never for goods or money."))
GRANTED_RETURN_FORM = ending("granted_return_form", N_("The minutes come back"), return_granted, after=AFTER)
GRANT_END_FORM = ending("grant_end_form", N_("Give the rest back to the fund"), end_grant, after=AFTER)
