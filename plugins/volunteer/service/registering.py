"""Registration: one record a person, age rules, the guardian's consent, consents, and what is left when somebody goes."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.numbers import give_number
from desk.api.people import age_at, get_person
from plugins.volunteer.drafts import VolunteerDraft
from plugins.volunteer.kinds import VOLUNTEER, WRITE
from plugins.volunteer.law import AGE_SOURCE, ALONE_AGE, OWN_INCOME_AGE
from plugins.volunteer.models import OutsideHours, Volunteer
from plugins.volunteer.settings import setting

_ = translator("volunteer")


@verb("volunteer.save_volunteer", permission=WRITE)
def save_volunteer(uow: UnitOfWork, draft: VolunteerDraft) -> int:
    """Register a volunteer or change the record; answers its id."""
    if draft.id:
        return _change(uow, draft)
    if not draft.person_id:
        raise UserError(_("Choose the person from the register."), field="person_id")
    if uow.session.scalar(select(Volunteer.id).where(Volunteer.person_id == draft.person_id)):
        raise UserError(_("This person is registered as a volunteer already."), field="person_id")
    joined = draft.joined_on or uow.clock.today()
    state = _judge(uow, draft, draft.person_id, joined)
    made = uow.add(Volunteer(person_id=draft.person_id, joined_on=joined, state=state, **_values(uow, draft, {})))
    made.number = give_number(uow, VOLUNTEER, VOLUNTEER, made.id)
    uow.trace("volunteer.register", VOLUNTEER, made.id, state=state)
    return int(made.id)


@verb("volunteer.note_outside_hours", permission=WRITE)
def note_outside_hours(uow: UnitOfWork, volunteer_id: int, organisation: str, minutes: int, note: str = "") -> int:
    """Keep what another organisation recorded; it is shown and never counted."""
    uow.get(Volunteer, volunteer_id)
    organisation = clean(organisation, limit=120, field="organisation")
    if not organisation or minutes <= 0:
        raise UserError(_("Say who recorded it and how long it was."), field="organisation")
    return int(uow.add(OutsideHours(volunteer_id=volunteer_id, organisation=organisation, minutes=minutes,
                                    note=clean(note))).id)


def full_age(uow: UnitOfWork, volunteer: Volunteer, on: date) -> int:
    """Full years of a volunteer on a day."""
    return age_at(get_person(uow, volunteer.person_id).birth, on)


def _change(uow: UnitOfWork, draft: VolunteerDraft) -> int:
    found = uow.get(Volunteer, draft.id)
    uow.expect_version(found, draft.version)
    _judge(uow, draft, found.person_id, found.joined_on)
    for name, value in _values(uow, draft, found.consents).items():
        setattr(found, name, value)
    found.state = "family" if found.state == "family" and draft.state == "active" else draft.state
    uow.trace("volunteer.change", VOLUNTEER, found.id, state=found.state)
    return int(found.id)


def _judge(uow: UnitOfWork, draft: VolunteerDraft, person_id: int, on: date) -> str:
    """The state the age allows; raises UserError beside the field that is missing."""
    person = get_person(uow, person_id)
    fields: dict[str, str] = {}
    if not person.birth:
        raise UserError(_("The register does not know when this person was born."), field="person_id",
                        todo=_("Enter the date of birth first."))
    age, least = age_at(person.birth, on), setting(uow, "least_age")
    if age < least and not setting(uow, "family_record"):
        raise UserError(_("Volunteers are registered from {least} years on; this person is {age}.").format(
            least=least, age=age), field="person_id", source=AGE_SOURCE,
            todo=_("A family record can be switched on in the settings."))
    independent = age >= ALONE_AGE or (age >= OWN_INCOME_AGE and draft.own_income)
    if not independent and not clean(draft.guardian):
        fields["guardian"] = _("Under 18 the legal guardian has to agree: enter who.({source})").format(source=AGE_SOURCE)
    if not independent and draft.guardian_on is None:
        fields["guardian_on"] = _("Enter the day the guardian signed.")
    if not draft.consent_data:
        fields["consent_data"] = _("Without consent the data may not be kept.")
    refuse_marked(fields)
    return "family" if age < least else "active"


def _values(uow: UnitOfWork, draft: VolunteerDraft, before: dict[str, Any]) -> dict[str, Any]:
    today = uow.clock.today().isoformat()
    given = {"data": draft.consent_data, "names": draft.consent_names, "share": draft.consent_share}
    return {"station": clean(draft.station, limit=60),
            "skills": "," + "".join(f"{one}," for one in draft.skills), "skills_note": clean(draft.skills_note),
            "wishes": clean(draft.wishes),
            "times": clean(draft.times), "emergency": clean(draft.emergency, limit=120),
            "guardian": clean(draft.guardian, limit=60),
            "guardian_on": draft.guardian_on, "own_income": draft.own_income,
            "consents": {name: before.get(name, today) for name, yes in given.items() if yes}}
