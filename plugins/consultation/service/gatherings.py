"""Gatherings with what people bring to them: called with their usual parties, written down, each matter answered or routed."""

from dataclasses import replace

from desk.api import UserError, clean, clean_note, hall_time, translator
from desk.api.db import UnitOfWork, verb
from desk.api.meetings import (
    AttendeeDraft,
    GatheringDraft,
    GatheringRow,
    MinutesDraft,
    call_gathering,
    get_gathering,
    write_minutes,
)
from plugins.consultation.drafts_bodies import HeldDraft, MatterDraft
from plugins.consultation.kinds import FOUR, OUTCOMES
from plugins.consultation.models import Matter
from plugins.consultation.queries_matters import list_carried, list_matters_of
from plugins.consultation.service.handing import route

_ = translator("consultation")
HOLD = "desk.meetings.hold"
MATTER = "consultation.matter"


@verb("consultation.call", permission=HOLD)
def call(uow: UnitOfWork, draft: GatheringDraft) -> int:
    """Call a gathering; a four-party meeting calls its four parties by itself. Answers its id."""
    if draft.kind == "four_party" and not draft.id:
        called = {one.role for one in draft.attendees if one.name.strip()}
        missing = tuple(AttendeeDraft(name, role) for role, name in FOUR if role not in called)
        draft = replace(draft, attendees=(*(one for one in draft.attendees if one.name.strip()), *missing))
    return call_gathering(uow, draft)


@verb("consultation.hold", permission=HOLD)
def hold(uow: UnitOfWork, draft: HeldDraft) -> int:
    """Write the minutes and the matters that were brought; answers the gathering's id."""
    gathering = get_gathering(uow, draft.minutes.gathering_id)
    matters = tuple(one for one in draft.matters if one.text.strip())
    if draft.minutes.close:
        _refuse_gaps(gathering.kind, draft.minutes, matters)
    minutes = draft.minutes
    if matters and not (minutes.agreed.strip() or minutes.points or minutes.decisions or minutes.open_points.strip()):
        minutes = replace(minutes, agreed=_("{n} matters brought up").format(n=len(matters)))
    write_minutes(uow, minutes)
    _write_matters(uow, gathering, matters)
    return gathering.id


@verb("consultation.settle", permission=HOLD)
def settle_matter(uow: UnitOfWork, draft: MatterDraft) -> int:
    """Answer a matter later: what came of it, when; answers its id."""
    found = uow.get(Matter, draft.id)
    check_matter(draft, "")
    _fill(uow, found, draft)
    uow.touch("gathering", found.gathering_id)
    uow.trace("consultation.settle", MATTER, found.id, outcome=draft.outcome)
    return int(found.id)


def _refuse_gaps(kind: str, minutes: MinutesDraft, matters: tuple[MatterDraft, ...]) -> None:
    """What final minutes of this kind must not lack."""
    if kind == "four_party":
        _four_parties(minutes)
    for number, one in enumerate(matters):
        if kind == "hearing" and not one.answer.strip() and one.promised_on is None:
            raise UserError(_("Every question has an answer or the day it is promised for."), field=f"matters.{number}.answer")
        if kind == "talk_point" and one.outcome == "open" and not one.taker:
            raise UserError(_("What is not settled on the spot is passed on: say what becomes of it."),
                            field=f"matters.{number}.outcome")


def _four_parties(minutes: MinutesDraft) -> None:
    """The record is complete only when each party's view is there, or it is marked absent."""
    gaps = []
    for role, party in FOUR:
        there = [one for one in minutes.attendees if one.role == role and one.name.strip()]
        away = bool(there) and all(one.state in ("absent", "excused") for one in there)
        spoke = any(
            who.strip() in (party, *(one.name.strip() for one in there)) and said.strip() for who, said in minutes.points
        )
        came = any(one.state == "came" for one in there)
        if not away and not (came and spoke):
            gaps.append(party)
    if gaps:
        raise UserError(_("The view of {parties} is missing.").format(parties="、".join(gaps)), field="points",
                        todo=_("Write what they said, or mark them absent."))


def check_matter(draft: MatterDraft, where: str) -> None:
    """What becomes of it needs its words; UserError beside the field, whose name begins with `where`."""
    if draft.outcome not in dict(OUTCOMES):
        raise UserError(_("Choose what becomes of it."), field=f"{where}outcome")
    if draft.outcome == "solved" and not draft.answer.strip():
        raise UserError(_("Write how it was settled."), field=f"{where}answer")
    if draft.outcome in ("assigned", "passed") and not draft.does.strip() and not draft.taker:
        raise UserError(_("Say who takes it on."), field=f"{where}does")


def _write_matters(uow: UnitOfWork, gathering: GatheringRow, drafts: tuple[MatterDraft, ...]) -> None:
    have = {one.id for one in list_matters_of(uow, gathering.id)}
    carried = {one.id for one in list_carried(uow, gathering.kind, gathering.owner_kind, gathering.owner_id)}
    for number, draft in enumerate(drafts):
        check_matter(draft, f"matters.{number}.")
        row = uow.get(Matter, draft.id) if draft.id in have else Matter(
            gathering_id=gathering.id, kind=gathering.kind, raised_on=hall_time(gathering.starts_at).date(),
            from_id=draft.from_id if draft.from_id in carried else None)
        row.who, row.contact, row.text = clean(draft.who, limit=60), clean(draft.contact, limit=60), clean_note(draft.text)
        _fill(uow, row, draft)
        uow.add(row)
        if draft.taker and row.handed_id is None:
            route(uow, row, draft.taker)
    if drafts:
        uow.trace("consultation.hold", "gathering", gathering.id, matters=len(drafts))


def _fill(uow: UnitOfWork, row: Matter, draft: MatterDraft) -> None:
    row.outcome = row.outcome if row.topic_id or (row.handed_id and draft.outcome == "open") else draft.outcome
    row.answer, row.does, row.promised_on = clean_note(draft.answer), clean(draft.does, limit=120), draft.promised_on
    answered = draft.answer.strip() or draft.outcome in ("solved", "topic")
    row.answered_on = (draft.answered_on or row.answered_on or uow.clock.today()) if answered else None
