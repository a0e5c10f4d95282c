"""A list of volunteers from a spreadsheet: matched with the register, dry run, one transaction, undone whole.

Who is in the register by identity number, or by name and telephone, is that person; who is not is registered along the way.
Next month's list changes skills, wishes, times and emergency contact of those known, and shows who is missing from it. A list
without a column of consents registers nobody's consent: the volunteer's page then says that the paper has to be signed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from desk.api import N_, translator
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import (
    CHANGED,
    NEW,
    PERSON_CHILDREN,
    REJECTED,
    SAME,
    FieldChange,
    ImportBatch,
    ImportReport,
    ListDraft,
    Preview,
    RowVerdict,
    SourceRow,
    changes_of,
    ids_of,
    preview_list,
    referred_to,
    refuse,
    report_of,
    silent,
    take_over,
    take_people_back,
    undo_batch,
)
from desk.api.ledgers import Owner, find_account
from desk.api.numbers import give_number, void_numbers_of
from desk.api.people import (
    PaperDraft,
    PersonDraft,
    PhoneDraft,
    age_at,
    find_holders,
    find_people,
    look_at_person,
    register_person,
)
from desk.api.timesheets import TimePair
from plugins.volunteer.kinds import VOLUNTEER, WRITE
from plugins.volunteer.law import AGE_SOURCE, ALONE_AGE
from plugins.volunteer.lists.rows import FIELDS, KEPT, VolunteerRow, read_row
from plugins.volunteer.models import Volunteer
from plugins.volunteer.service.earning import LEDGER
from plugins.volunteer.settings import setting
from plugins.volunteer.who import names_of

_ = translator("volunteer")
IMPORT = "desk.people.import"
LIST_NAME = N_("Volunteers")
WRITTEN = 2
"""Version of a volunteer as the import leaves it: made, then numbered."""
_LABELS = {"skills": N_("Skills"), "wishes": N_("Likes to do"), "times": N_("Free times"),
           "emergency": N_("Emergency contact")}


@dataclass(slots=True)
class Plan:
    """What is written for a row: the person (None: register her first), the volunteer that is there, what changes."""

    row: VolunteerRow
    person_id: int | None
    volunteer_id: int | None = None


class VolunteerList:
    """The importer of volunteers (see core.exchange.batch.Importer)."""

    kind = "volunteer.volunteers"
    record_kind = VOLUNTEER
    fields = FIELDS
    children = PERSON_CHILDREN

    def read(self, rows: Sequence[SourceRow], today: date, progress: Any) -> list[VolunteerRow]:
        """Each row for itself."""
        return [read_row(source, today) for source in rows]

    def judge(self, uow: UnitOfWork, draft: ListDraft, read: Sequence[VolunteerRow]) -> list[RowVerdict]:
        """New, changed, unchanged, or rejected with the reasons."""
        judge, seen = _Judge(uow, read), dict[Any, int]()
        verdicts = []
        for row in read:
            verdict = judge.look(row)
            key = verdict.record_id or (verdict.draft.person_id if verdict.draft else None) or row.id_number or (
                row.name, row.phone)
            if verdict.verdict != REJECTED and seen.setdefault(key, row.number) != row.number:
                verdict = RowVerdict(row.number, REJECTED, row.name, reasons=(
                    _("The same person stands in row {n} already.").format(n=seen[key]),))
            verdicts.append(verdict)
        return verdicts

    def labels(self, uow: UnitOfWork, record_ids: Sequence[int]) -> dict[int, str]:
        """Names of those who still serve."""
        names = names_of(uow, record_ids)
        serving: set[int] = set()
        for start in range(0, len(record_ids), 400):
            serving.update(uow.session.scalars(select(Volunteer.id).where(
                Volunteer.id.in_(record_ids[start:start + 400]), Volunteer.state != "left")))
        return {one: name for one, name in names.items() if one in serving}

    def write(self, uow: UnitOfWork, verdicts: Sequence[RowVerdict], progress: Any) -> Mapping[str, Sequence[int]]:
        """People first, where they are not in the register, then the volunteers."""
        made: list[int] = []
        for done, verdict in enumerate(verdicts):
            if verdict.verdict == NEW:
                verdict.record_id = _register(uow, verdict.draft, made)
            elif verdict.verdict == CHANGED:
                found = uow.get(Volunteer, verdict.draft.volunteer_id)
                for change in verdict.changes:
                    setattr(found, change.field, change.becomes)
            progress(done, len(verdicts))
        uow.session.flush()
        return {"person": made}

    def undo(self, uow: UnitOfWork, batch: ImportBatch, progress: Any) -> None:
        """New volunteers and the people registered with them go, changed fields say again what they said."""
        new = ids_of(batch, NEW)
        ids = [one for one in uow.session.scalars(new) if one is not None]
        used = referred_to(uow, Volunteer.__tablename__, new, ()) | _used(uow, ids)
        used |= set(uow.session.scalars(select(Volunteer.id).where(Volunteer.id.in_(new), Volunteer.version > WRITTEN)))
        used |= _restore(uow, batch)
        refuse([names_of(uow, [one]).get(one, str(one)) for one in sorted(used)[:6]])
        void_numbers_of(uow, VOLUNTEER, ids, _("Import taken back"))
        uow.session.execute(delete(Volunteer).where(Volunteer.id.in_(new)))
        if ids:
            uow.touch(VOLUNTEER, *ids)
        take_people_back(uow, batch)


VOLUNTEER_LIST = VolunteerList()


def preview_volunteers(uow: UnitOfWork, draft: ListDraft, progress: Any = silent) -> Preview:
    """The dry run: what each row would become, nothing written."""
    uow.require(WRITE)
    uow.require(IMPORT)
    return preview_list(uow, VOLUNTEER_LIST, draft, progress)


@verb("volunteer.import_volunteers", permission=WRITE)
def import_volunteers(uow: UnitOfWork, seen: Preview, progress: Any = silent) -> ImportReport:
    """Take the list over as the preview showed, in one transaction."""
    uow.require(IMPORT)
    return report_of(take_over(uow, VOLUNTEER_LIST, seen, progress))


@verb("volunteer.undo_volunteers", permission=WRITE)
def undo_volunteers(uow: UnitOfWork, batch_id: int, progress: Any = silent) -> ImportReport:
    """Take a whole import back; UserError names those who were worked with since."""
    uow.require(IMPORT)
    return report_of(undo_batch(uow, VOLUNTEER_LIST, batch_id, progress))


class _Judge:
    """Looks rows up in what was fetched for all of them at once."""

    def __init__(self, uow: UnitOfWork, read: Sequence[VolunteerRow]) -> None:
        sound = [row for row in read if not row.problems]
        self.uow, self.today, self.least = uow, uow.clock.today(), setting(uow, "least_age")
        self.holders = find_holders(uow, [number for row in sound for number in (row.id_number, row.phone) if number])
        ids = {one for found in self.holders.values() for one in found}
        self.people = find_people(uow, ids)
        self.volunteers = {one.person_id: one for start in range(0, len(ids), 400) for one in uow.session.scalars(
            select(Volunteer).where(Volunteer.person_id.in_(list(ids)[start:start + 400])))}

    def look(self, row: VolunteerRow) -> RowVerdict:
        """One row's verdict."""
        if row.problems:
            return RowVerdict(row.number, REJECTED, row.name, reasons=tuple(row.problems))
        person, why = self._who(row)
        volunteer = self.volunteers.get(person) if person else None
        reasons = why or (() if volunteer else self._age(row, person))
        if not reasons and person is None:
            reasons = self._unregistered(row)
        if reasons:
            return RowVerdict(row.number, REJECTED, row.name, reasons=reasons)
        if volunteer is None:
            return RowVerdict(row.number, NEW, row.name, draft=Plan(row, person), reasons=self._notes(row, person))
        changes = _changes(volunteer, row)
        return RowVerdict(row.number, CHANGED if changes else SAME, row.name, volunteer.id, changes=changes,
                          draft=Plan(row, person, volunteer.id))

    def _who(self, row: VolunteerRow) -> tuple[int | None, tuple[str, ...]]:
        by_number = self.holders.get(row.id_number, ()) if row.id_number else ()
        if by_number:
            person = self.people.get(by_number[0])
            if person is not None and person.name != row.name:
                return None, (_("The identity number belongs to {name} in the register.").format(name=person.name),)
            return by_number[0], ()
        same = [one for one in self.holders.get(row.phone, ()) if one in self.people and self.people[one].name == row.name]
        if len(same) > 1:
            return None, (_("Several people of this name have this telephone; the identity number is needed."),)
        return (same[0] if same else None), ()

    def _age(self, row: VolunteerRow, person: int | None) -> tuple[str, ...]:
        birth = (str(self.people[person].birth or "") if person and person in self.people else "") or row.birth
        if not birth:
            return (_("The date of birth is not known: give it or the identity number."),)
        age = age_at(birth, row.joined_on or self.today)
        if age < self.least:
            return (_("Volunteers are registered from {least} years on; this person is {age}.").format(
                least=self.least, age=age) + f"({AGE_SOURCE})",)
        if age < ALONE_AGE and not (row.guardian and row.guardian_on):
            return (_("Under 18 the guardian and the day of the signature are needed.") + f"({AGE_SOURCE})",)
        return ()

    def _unregistered(self, row: VolunteerRow) -> tuple[str, ...]:
        look = look_at_person(self.uow, _person(row))
        return (*look.errors.values(), *look.sentences())

    def _notes(self, row: VolunteerRow, person: int | None) -> tuple[str, ...]:
        notes = [] if person else [_("Is taken into the register of residents too.")]
        return tuple(notes + ([] if row.consent_data else [_("No consent on the list: the paper has to be signed.")]))


def _person(row: VolunteerRow) -> PersonDraft:
    return PersonDraft(row.name, row.sex, row.birth, address=row.address,
                       papers=(PaperDraft("id_card", row.id_number),) if row.id_number else (),
                       phones=(PhoneDraft(row.phone),) if row.phone else ())


def _changes(volunteer: Volunteer, row: VolunteerRow) -> tuple[FieldChange, ...]:
    values = {name: getattr(row, name) for name in KEPT if name in row.given}
    if "skills" in row.given:
        values |= {"skills": _codes(row.skills), "skills_note": row.skills_note}
    return tuple(FieldChange(name, _LABELS.get(name, _LABELS["skills"]), str(getattr(volunteer, name)).strip(","),
                             str(value).strip(","), getattr(volunteer, name), value)
                 for name, value in values.items() if getattr(volunteer, name) != value)


def _codes(skills: tuple[str, ...]) -> str:
    return "," + "".join(f"{one}," for one in skills)


def _register(uow: UnitOfWork, plan: Plan, made: list[int]) -> int:
    row, today = plan.row, uow.clock.today()
    if plan.person_id is None:
        plan.person_id = register_person(uow, _person(row))
        made.append(plan.person_id)
    consents = {"data": str(row.consent_data)} if row.consent_data else {}
    if row.consent_names:
        consents["names"] = str(row.consent_data or row.joined_on or today)
    one = uow.add(Volunteer(
        person_id=plan.person_id, joined_on=row.joined_on or today, state="active", skills=_codes(row.skills),
        skills_note=row.skills_note, wishes=row.wishes, times=row.times, emergency=row.emergency, guardian=row.guardian,
        guardian_on=row.guardian_on, consents=consents))
    one.number = give_number(uow, VOLUNTEER, VOLUNTEER, one.id)
    uow.session.flush()
    return int(one.id)


def _used(uow: UnitOfWork, ids: Sequence[int]) -> set[int]:
    """Volunteers with hours or points: those refer by kind and id, not by a foreign key."""
    found = set(uow.session.scalars(select(TimePair.holder_id).where(
        TimePair.holder_kind == VOLUNTEER, TimePair.holder_id.in_(ids)).limit(6)))
    return found | {one for one in ids if find_account(uow, LEDGER, Owner(VOLUNTEER, one)) is not None}


def _restore(uow: UnitOfWork, batch: ImportBatch) -> set[int]:
    """Put changed fields back; answers those that say something else by now."""
    changed = changes_of(uow, batch)
    found: dict[int, Volunteer] = {}
    for start in range(0, len(changed), 400):
        part = list(changed)[start:start + 400]
        found |= {one.id: one for one in uow.session.scalars(select(Volunteer).where(Volunteer.id.in_(part)))}
    since = {record_id for record_id, changes in changed.items() if record_id not in found
             or any(getattr(found[record_id], change.field) != change.becomes for change in changes)}
    for record_id, changes in changed.items():
        for change in changes if record_id not in since else ():
            setattr(found[record_id], change.field, change.was)
    return since
