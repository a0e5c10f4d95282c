"""Verbs of estates: the register, an owners' vote on it, a committee from its preparation to the end of its term."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.settings import get_setting
from desk.api.votes import VoteDraft, find_profile, freeze_roll, open_vote
from plugins.consultation.estates.areas import read_area
from plugins.consultation.estates.drafts import (
    CommitteeDraft,
    EstateDraft,
    FilingDraft,
    OwnerDraft,
    OwnersVoteDraft,
    SeatDraft,
    UnitDraft,
)
from plugins.consultation.estates.kinds import COMMITTEE, ESTATE, POSTS, RULES, SOURCES, UNIT, WRITE
from plugins.consultation.estates.model import Committee, Estate, Unit
from plugins.consultation.estates.queries import roll_of_estate

_ = translator("consultation")
LONGEST_TERM = 5
"""Years; 物业管理条例 and local rules say three to five."""


@verb("consultation.save_estate", permission=WRITE)
def save_estate(uow: UnitOfWork, draft: EstateDraft) -> int:
    """Register an estate or change it; answers its id."""
    name = clean(draft.name, limit=80, field="name")
    if not name:
        raise UserError(_("Enter a name."), field="name")
    known = uow.session.scalars(select(Estate.id).where(Estate.name == name)).one_or_none()
    if known is not None and known != draft.id:
        raise UserError(_("An estate of this name is registered already."), field="name")
    row = _row(uow, Estate, draft) or uow.add(Estate(name=name))
    row.name, row.managed = name, draft.managed
    row.address, row.firm = clean(draft.address), clean(draft.firm, limit=120, field="firm")
    row.developer, row.note = clean(draft.developer, limit=120, field="developer"), clean_note(draft.note)
    uow.touch(ESTATE, row.id)
    uow.trace("consultation.save_estate", ESTATE, row.id, name=name)
    return int(row.id)


@verb("consultation.save_unit", permission=WRITE)
def save_unit(uow: UnitOfWork, draft: UnitDraft) -> int:
    """Put a part into the register or change it; later votes use it, rolls that are frozen stay as they are."""
    estate = uow.get(Estate, draft.estate_id)
    label, building = clean(draft.label, limit=60, field="label"), clean(draft.building, limit=40, field="building")
    owners = owners_data(draft.owners)
    _check_unit(uow, draft, label, building, owners)
    row = _row(uow, Unit, draft) or uow.add(Unit(estate_id=estate.id, label=label, building=building))
    row.label, row.building, row.area, row.area_source = label, building, read_area(draft.area), draft.area_source
    row.owners, row.voter, row.parking, row.unsold = owners, clean(draft.voter, limit=60), draft.parking, draft.unsold
    uow.touch(UNIT, row.id)
    uow.touch(ESTATE, estate.id)
    uow.trace("consultation.save_unit", UNIT, row.id, estate=estate.name, unit=label)
    return int(row.id)


@verb("consultation.open_owners_vote", permission=WRITE)
def open_owners_vote(uow: UnitOfWork, draft: OwnersVoteDraft) -> int:
    """Open a vote of all owners; the register of today becomes its roll. Answers the vote's id.

    The notice with the topics hangs fifteen days before (物业管理条例 14); the topics cannot be changed any more.
    """
    estate = uow.get(Estate, draft.estate_id)
    if draft.profile not in RULES:
        raise UserError(_("This rule is not one of owners."), field="profile")
    _check_notice(uow, draft)
    roll = roll_of_estate(uow, estate.id)
    if not roll:
        raise UserError(_("The register of this estate is empty."), todo=_("Bring in the owners' list first."))
    vote = open_vote(uow, VoteDraft(draft.title, draft.profile, draft.questions, "named", draft.held_on, ESTATE, estate.id))
    freeze_roll(uow, vote, roll)
    uow.touch(ESTATE, estate.id)
    return vote


@verb("consultation.prepare_committee", permission=WRITE)
def prepare_committee(uow: UnitOfWork, draft: CommitteeDraft) -> int:
    """A committee is prepared: the first, or the next one before or after a term ends. Answers its id."""
    estate = uow.get(Estate, draft.estate_id)
    states = uow.session.scalars(select(Committee.state).where(Committee.estate_id == estate.id)).all()
    if "preparing" in states or "elected" in states:
        raise UserError(_("A committee of this estate is being prepared already."))
    number = (uow.session.scalar(select(func.max(Committee.number)).where(Committee.estate_id == estate.id)) or 0) + 1
    row = uow.add(Committee(estate_id=estate.id, number=number, prepared_on=draft.on or uow.clock.today(),
                            preparers=clean(draft.preparers, limit=300, field="preparers")))
    _told(uow, row, "consultation.prepare_committee")
    return int(row.id)


@verb("consultation.seat_committee", permission=WRITE)
def seat_committee(uow: UnitOfWork, draft: CommitteeDraft) -> int:
    """Who was elected, when, for how long: what the owners' vote said."""
    row = uow.get(Committee, draft.id)
    _in(row, "preparing", "elected")
    seats = _seats(uow, draft.seats)
    on = draft.on or uow.clock.today()
    if on > uow.clock.today():
        raise UserError(_("The day lies in the future."), field="on")
    if not 1 <= draft.years <= LONGEST_TERM:
        raise UserError(_("A term is at most {n} years.").format(n=LONGEST_TERM), field="years", source="各地物业管理条例")
    row.seats, row.elected_on, row.term_end, row.state = seats, on, _years_on(on, draft.years), "elected"
    _told(uow, row, "consultation.seat_committee")
    return int(row.id)


@verb("consultation.file_committee", permission=WRITE)
def file_committee(uow: UnitOfWork, draft: FilingDraft) -> int:
    """The street office and the housing department have the papers (物业管理条例 16: within thirty days of the election)."""
    row = uow.get(Committee, draft.committee_id)
    _in(row, "elected")
    on, where = draft.on or uow.clock.today(), clean(draft.filed_with, limit=120, field="filed_with")
    if not where:
        raise UserError(_("Enter who has received the papers."), field="filed_with")
    assert row.elected_on is not None
    if not row.elected_on <= on <= uow.clock.today():
        raise UserError(_("It is filed after the election and not in the future."), field="on")
    for former in uow.session.scalars(select(Committee).where(Committee.estate_id == row.estate_id,
                                                              Committee.state == "filed")):
        former.state, former.ended_on, former.end_reason = "ended", on, "换届"
    row.state, row.filed_on, row.filed_with = "filed", on, where
    row.filing_number = clean(draft.number, limit=60, field="number")
    _told(uow, row, "consultation.file_committee")
    return int(row.id)


@verb("consultation.end_committee", permission=WRITE)
def end_committee(uow: UnitOfWork, draft: FilingDraft) -> int:
    """The term has ended, or the owners dissolved the committee: a reason is told."""
    row = uow.get(Committee, draft.committee_id)
    _in(row, "preparing", "elected", "filed")
    reason = clean(draft.reason, limit=300, field="reason")
    if not reason:
        raise UserError(_("Say why."), field="reason")
    row.state, row.ended_on, row.end_reason = "ended", draft.on or uow.clock.today(), reason
    _told(uow, row, "consultation.end_committee")
    return int(row.id)


def owners_data(owners: Sequence[OwnerDraft]) -> list[dict[str, str]]:
    """As kept: names clean, nobody twice on one part, tails of at most six characters."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for one in owners:
        name, tail = clean(one.name, limit=120), clean(one.tail).upper()[-6:]
        if name:
            found[name, tail] = {"name": name, "tail": tail}
    return list(found.values())


def _check_unit(uow: UnitOfWork, draft: UnitDraft, label: str, building: str, owners: list[dict[str, str]]) -> None:
    fields = {}
    if not label:
        fields["label"] = _("Enter the flat.")
    if draft.area_source not in dict(SOURCES):
        fields["area_source"] = _("Choose where the area stands.")
    if clean(draft.voter) and clean(draft.voter) not in {one["name"] for one in owners}:
        fields["voter"] = _("Who votes for the co-owners is one of them.")
    if draft.unsold and owners:
        fields["unsold"] = _("What is not sold has no owner yet.")
    twice = uow.session.scalars(select(Unit.id).where(
        Unit.estate_id == draft.estate_id, Unit.building == building, Unit.label == label)).one_or_none()
    if twice is not None and twice != draft.id:
        fields["label"] = _("This part is in the register already.")
    refuse_marked(fields)


def _check_notice(uow: UnitOfWork, draft: OwnersVoteDraft) -> None:
    rule = find_profile(uow, draft.profile)
    held = draft.held_on or uow.clock.today()
    if rule.notice_days and draft.noticed_on is None:
        raise UserError(_("Enter the day the notice was posted."), field="noticed_on", source=rule.source)
    if draft.noticed_on is not None and (held - draft.noticed_on).days < rule.notice_days:
        raise UserError(_("The notice hangs {n} days before the vote.").format(n=rule.notice_days), field="held_on",
                        source=rule.source)


def _seats(uow: UnitOfWork, seats: Sequence[SeatDraft]) -> list[dict[str, str]]:
    found = [{"name": clean(one.name, limit=50), "post": one.post, "home": clean(one.home, limit=60)} for one in seats
             if one.name.strip()]
    full = [one for one in found if one["post"] != "substitute"]
    if any(one["post"] not in dict(POSTS) for one in found):
        raise UserError(_("Choose a post for everybody."), field="seats")
    if len({(one["name"], one["home"]) for one in found}) < len(found):
        raise UserError(_("Somebody stands there twice."), field="seats")
    least, most = (int(get_setting(uow, f"consultation.committee_{name}", number)) for name,
                   number in (("least", 5), ("most", 11)))
    if not least <= len(full) <= most or len(full) % 2 == 0:
        raise UserError(_("A committee has {least} to {most} members, an odd number; {n} are entered.").format(
            least=least, most=most, n=len(full)), field="seats", source="《业主大会和业主委员会指导规则》")
    if [one["post"] for one in found].count("director") != 1:
        raise UserError(_("One of them is the director."), field="seats")
    return found


def _in(row: Committee, *states: str) -> None:
    if row.state not in states:
        raise UserError(_("This is not possible now: the committee has gone on since."))


def _years_on(on: date, years: int) -> date:
    """The last day of the term: the day before the same day some years later."""
    try:
        same = on.replace(year=on.year + years)
    except ValueError:  # elected on the 29th of February
        same = date(on.year + years, 3, 1)
    return date.fromordinal(same.toordinal() - 1)


def _row(uow: UnitOfWork, model: Any, draft: Any) -> Any:
    if not draft.id:
        return None
    row = uow.get(model, draft.id)
    if draft.version:
        uow.expect_version(row, draft.version)
    return row


def _told(uow: UnitOfWork, row: Committee, action: str) -> None:
    uow.session.flush()
    uow.touch(COMMITTEE, row.id)
    uow.touch(ESTATE, row.estate_id)
    uow.trace(action, COMMITTEE, row.id, number=row.number, state=row.state)
