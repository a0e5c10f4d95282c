"""Recruiting on the spot: a name in one line, a call back in time, registered or forgotten (systems F3 #54; 条例 12)."""

import re
from dataclasses import dataclass

from sqlalchemy import func, select

from desk.api import UserError, clean, translator
from desk.api.calendar import Period, get_due
from desk.api.db import UnitOfWork, verb
from desk.api.pages import CounterAnswer
from desk.api.people import PersonDraft, PhoneDraft, clean_phone, examine_phone, find_by_number, register_person
from plugins.volunteer.drafts import VolunteerDraft
from plugins.volunteer.drafts_teams import AdmitDraft, CallDraft
from plugins.volunteer.kinds import WRITE
from plugins.volunteer.models import Activity, Applicant, Volunteer
from plugins.volunteer.service.registering import save_volunteer
from plugins.volunteer.settings import setting

_ = translator("volunteer")
APPLICANT = "volunteer.applicant"
_PHONE = re.compile(r"(?<!\d)(?:1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|\d{7,8})(?!\d)")
_BIRTH = re.compile(r"(?<!\d)(19|20)\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Line:
    """A typed line taken apart: name, telephone, year of birth, what is left."""

    name: str
    phone: str
    birth: str
    wishes: str


def read_applicant(text: str) -> Line:
    """ "王芳 13800000000 1990 会理发": name first, a telephone number, perhaps a year, the rest are wishes."""
    found = _PHONE.search(text)
    phone = clean_phone(found.group()) if found else ""
    rest = text.replace(found.group(), " ") if found else text
    year = _BIRTH.search(rest)
    rest = rest.replace(year.group(), " ") if year else rest
    words = [word for word in re.split(r"[\s,,、;;]+", rest) if word]
    return Line(clean(words[0], limit=60) if words else "", phone, year.group() if year else "",
                clean(" ".join(words[1:])))


@verb("volunteer.take_applicant", permission=WRITE)
def take_applicant(uow: UnitOfWork, activity_id: int, text: str) -> CounterAnswer:
    """One line at the stall: name and telephone. Who is a volunteer already, or stands on the list, is told so."""
    activity, line = uow.get(Activity, activity_id), read_applicant(text)
    if activity.form != "recruitment" or activity.state not in ("published", "held"):
        raise UserError(_("Nobody is recruited here now."), todo=_("Plan a recruitment and open it first."))
    if not line.name:
        raise UserError(_("Type the name, then the telephone number."))
    if not line.phone or not all(check.ok for check in examine_phone(line.phone)):
        raise UserError(_("The telephone number of {name} is lacking or cannot be right.").format(name=line.name))
    _refuse_known(uow, line)
    made = uow.add(Applicant(
        activity_id=activity.id, name=line.name, phone=line.phone, birth=line.birth, wishes=line.wishes,
        left_on=uow.clock.today(), call_by=get_due(uow, uow.clock.today(), Period(
            setting(uow, "call_back_days"), "workday", "社区约定")).last_day))
    if activity.state == "published":
        activity.state = "held"
    uow.trace("volunteer.take_applicant", APPLICANT, made.id, activity=activity.id)
    return CounterAnswer(_("{name} is on the list").format(name=line.name),
                         _("call back until {day}").format(day=made.call_by), undo=made.id)


@verb("volunteer.undo_applicant", permission=WRITE)
def undo_applicant(uow: UnitOfWork, activity_id: int, applicant_id: int) -> None:
    """Take the last line back."""
    found = uow.get(Applicant, applicant_id)
    if found.state != "left" or found.activity_id != activity_id:
        raise UserError(_("This line was worked on already."))
    uow.session.delete(found)


@verb("volunteer.note_call", permission=WRITE)
def note_call(uow: UnitOfWork, draft: CallDraft) -> int:
    """How calling back went."""
    found = uow.get(Applicant, draft.id)
    if found.state not in ("left", "called"):
        raise UserError(_("This applicant is registered or was erased."))
    if draft.outcome not in ("called", "declined"):
        raise UserError(_("Say how it went."), field="outcome")
    found.state, found.called_on, found.note = draft.outcome, uow.clock.today(), clean(draft.note)
    uow.trace("volunteer.note_call", APPLICANT, found.id, text=found.note)
    return int(found.id)


@verb("volunteer.admit_applicant", permission=WRITE)
def admit_applicant(uow: UnitOfWork, draft: AdmitDraft) -> int:
    """Register an applicant as a volunteer, in the register of residents too when she is not there; answers the volunteer."""
    found = uow.get(Applicant, draft.id)
    if found.state not in ("left", "called"):
        raise UserError(_("This applicant is registered or was erased."))
    person = draft.person_id or register_person(uow, PersonDraft(
        found.name, draft.sex, draft.birth or found.birth, address=draft.address,
        phones=(PhoneDraft(found.phone),), reason="志愿者现场招募"))
    made = save_volunteer(uow, VolunteerDraft(
        person, joined_on=uow.clock.today(), skills=draft.skills, wishes=found.wishes, guardian=draft.guardian,
        guardian_on=draft.guardian_on, consent_data=draft.consent_data, consent_names=draft.consent_names))
    found.state, found.volunteer_id = "registered", made
    uow.trace("volunteer.admit_applicant", APPLICANT, found.id, volunteer=made)
    return made


@verb("volunteer.forget_applicants", permission=WRITE)
def forget_applicants(uow: UnitOfWork, _draft: object = None) -> int:
    """Erase name and telephone of those who left them long ago and never registered; answers how many."""
    from desk.api.calendar import add_months

    before = add_months(uow.clock.today(), -setting(uow, "applicant_months"))
    rows = uow.session.scalars(select(Applicant).where(
        Applicant.left_on < before, Applicant.state.in_(("left", "called", "declined")))).all()
    for one in rows:
        one.name = one.phone = one.birth = one.wishes = one.note = ""
        one.state = "forgotten"
    if rows:
        uow.trace("volunteer.forget_applicants", APPLICANT, None, applicants=len(rows))
    return len(rows)


def count_applicants(uow: UnitOfWork, activity_id: int | None = None) -> dict[str, int]:
    """State → applicants, of one stall or all."""
    statement = select(Applicant.state, func.count(Applicant.id)).group_by(Applicant.state)
    if activity_id is not None:
        statement = statement.where(Applicant.activity_id == activity_id)
    return {state: count for state, count in uow.session.execute(statement)}


def _refuse_known(uow: UnitOfWork, line: Line) -> None:
    twice = uow.session.scalars(select(Applicant).where(
        Applicant.phone == line.phone, Applicant.name == line.name, Applicant.state.in_(("left", "called"))).limit(1)).first()
    if twice is not None:
        raise UserError(_("{name} left her name on {day} already.").format(name=line.name, day=twice.left_on))
    people = [person.id for person in find_by_number(uow, line.phone) if person.name == line.name]
    number = uow.session.scalar(select(Volunteer.number).where(Volunteer.person_id.in_(people), Volunteer.state != "left"))
    if number:
        raise UserError(_("{name} is volunteer {number} already.").format(name=line.name, number=number))
