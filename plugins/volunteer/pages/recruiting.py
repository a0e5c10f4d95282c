"""Recruiting: the stall's counter, the list of those to be called back, and how one of them becomes a volunteer."""

from typing import Any

from sqlalchemy import func, select

from desk.api import N_, HomeItem, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Chip,
    Column,
    CounterSpec,
    Fact,
    FactSection,
    Field,
    FormSpec,
    LampCell,
    ListSpec,
    Page,
    PageRequest,
    RecordCard,
    RecordSpec,
    Section,
    history_of,
    keyset_page,
)
from desk.api.people import SEXES, find_by_number, mask_phone
from plugins.volunteer.drafts_teams import AdmitDraft, CallDraft
from plugins.volunteer.kinds import APPLICANT_STATES, SKILLS
from plugins.volunteer.models import Activity, Applicant
from plugins.volunteer.pages import starting
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.forms import picked
from plugins.volunteer.pages.lists import Row, state_cell
from plugins.volunteer.service.recruiting import (
    admit_applicant,
    count_applicants,
    forget_applicants,
    note_call,
    take_applicant,
    undo_applicant,
)

_ = translator("volunteer")
OPEN = ("left", "called")


def applicants(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """Who left a name, the newest first; telephone masked in the list."""
    statement = _chosen(select(Applicant), request)
    if request.text.strip():
        typed = request.text.strip()
        statement = statement.where(Applicant.name.contains(typed, autoescape=True) | (Applicant.phone == typed))
    rows, after = keyset_page(uow.session, statement, [Applicant.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    titles = dict(uow.session.execute(select(Activity.id, Activity.title).where(
        Activity.id.in_([one.activity_id for one in rows if one.activity_id]))).all())
    return Page([Row(one.id, title=one.name or _("(erased)"), number=mask_phone(one.phone) if one.phone else "",
                     day=one.left_on, until=one.call_by if one.state == "left" else None,
                     state=state_cell(APPLICANT_STATES, one.state),
                     kind=one.wishes, note=titles.get(one.activity_id or 0, "")) for one in rows], after)


def count(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return uow.session.scalar(_chosen(select(func.count(Applicant.id)), request)) or 0


def sentence(uow: UnitOfWork) -> str:
    """留名多少, 登记多少 (申请人 → 已登记)."""
    counts = count_applicants(uow)
    return _("{left} to be called back, {registered} of {all} registered").format(
        left=counts.get("left", 0), registered=counts.get("registered", 0), all=sum(counts.values()))


def _chosen(statement: Any, request: PageRequest) -> Any:
    for name in ("state", "activity_id"):
        if request.filters.get(name):
            statement = statement.where(getattr(Applicant, name) == request.filters[name])
    return statement


def load_applicant(uow: UnitOfWork, record_id: int) -> RecordCard:
    """One who left a name: call back, then register; the whole number shows here, for calling."""
    found, today = uow.get(Applicant, record_id), uow.clock.today()
    people = find_by_number(uow, found.phone) if found.phone else ()
    same = [person for person in people if person.name == found.name]
    acts = [act(_("Register as a volunteer"), "admit_form", found.id, main=found.state == "called"),
            act(_("Called back"), "call_form", found.id, main=found.state == "left")] if found.state in OPEN else []
    if found.volunteer_id:
        acts = [act(_("Open the volunteer"), "volunteer", found.volunteer_id, main=True)]
    lamp = LampCell(found.call_by, (found.call_by - today).days) if found.state == "left" else LampCell()
    known = _("{name} {phone}: offered when registering").format(name=same[0].name, phone=same[0].phone) if same else _(
        "not found by this telephone")
    return RecordCard(
        id=found.id, number="", title=found.name or _("(erased)"), state=state_cell(APPLICANT_STATES, found.state), holder=None,
        subtitle=_("left a name on {day}").format(day=found.left_on), lamp=lamp, version=found.version,
        sections=(FactSection(_("What the applicant left"), (
            Fact(_("Phone"), found.phone), Fact(_("Born"), found.birth), Fact(_("Likes to do"), found.wishes),
            Fact(_("Content and risks told"), _("yes") if found.told else _("no")),
            Fact(_("Called back"), f"{found.called_on or ''}"), Fact(_("Note"), found.note),
            Fact(_("In the register of residents"), known))),), acts=tuple(acts),
        timeline=history_of(uow, "volunteer.applicant", found.id))


def start_admit(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """What is known, and the resident of this name and telephone when there is just one."""
    found = uow.get(Applicant, record_id or 0)
    same = [one.id for one in find_by_number(uow, found.phone) if one.name == found.name] if found.phone else []
    return {"id": found.id, "birth": found.birth, "person_id": same[0] if len(same) == 1 else None, "name": found.name}


def totals(uow: UnitOfWork, record_id: int | None) -> list[tuple[str, str]]:
    """How many today, how many are looked for."""
    found = uow.get(Activity, record_id or 0)
    counts = count_applicants(uow, found.id)
    people = sum(count for state, count in counts.items() if state != "declined")
    return [(_("Left a name"), str(people)), (_("Looked for"), str(found.wanted or "—")),
            (_("Registered"), str(counts.get("registered", 0)))]


def call_items(uow: UnitOfWork) -> list[HomeItem]:
    """Who has to be called back."""
    rows = uow.session.scalars(select(Applicant).where(Applicant.state == "left").order_by(Applicant.call_by).limit(10))
    today = uow.clock.today()
    return [HomeItem(_("Call {name} back").format(name=one.name), one.wishes, one.call_by,
                     Tone.LATE if one.call_by < today else Tone.OPEN, "volunteer.applicant", {"record_id": one.id})
            for one in rows]


RECRUIT = CounterSpec(
    "volunteer.recruit", N_("Names at the stall"), N_("Name, telephone, year of birth, what she likes to do"), take_applicant,
    undo_applicant, totals, record="volunteer.applicant", domain="volunteer")
APPLICANTS = ListSpec(
    id="volunteer.applicants", title=N_("Applicants"), record="volunteer.applicant", domain="volunteer",
    columns=(Column("title", N_("Full name"), 130), Column("number", N_("Phone"), 130), Column("kind", N_("Likes to do"), 0),
             Column("day", N_("Left a name"), 110, "date"), Column("until", N_("Call back until"), 120, "date"),
             Column("note", N_("Stall"), 180), Column("state", N_("State"), 130, "state")),
    fetch=applicants, count=count, sentence=sentence, opens="volunteer.applicant", search_hint=N_("Name or telephone"),
    chips=(Chip(N_("To be called back"), {"state": "left"}), Chip(N_("Called back"), {"state": "called"}),
           Chip(N_("Registered"), {"state": "registered"})),
    empty=N_("Nobody left a name yet. Plan a recruitment, open it, and take names at the stall."))
APPLICANT_RECORD = RecordSpec("volunteer.applicant", N_("Applicant"), "volunteer.applicant", load_applicant, domain="volunteer")
CALL_FORM = FormSpec(
    id="volunteer.call_form", title=N_("Called back"), domain="volunteer", after="volunteer.applicant",
    sections=(Section("", (Field("outcome", N_("How it went"), "choice", choices=(
        ("called", N_("Wants to register")), ("declined", N_("Does not want to"))), default="called"),
        Field("note", N_("Note")))),),
    save=note_call, load=starting.just_id, make_draft=lambda values: picked(CallDraft, values))
ADMIT_FORM = FormSpec(
    id="volunteer.admit_form", title=N_("Register as a volunteer"), domain="volunteer", after="volunteer.volunteer",
    sections=(
        Section(N_("Who"), (
            Field("person_id", N_("From the register"), "person",
                  help=N_("Blank: she is taken into the register with what stands below.")),
            Field("sex", N_("Sex"), "choice", choices=tuple((code.value, code.title) for code in SEXES.values()), default=""),
            Field("birth", N_("Date of birth"), "partial_date"), Field("address", N_("Address")),
            Field("skills", N_("Skills"), "ticks", choices=SKILLS))),
        Section(N_("Under 18"), (Field("guardian", N_("Legal guardian")),
                                 Field("guardian_on", N_("Guardian signed on"), "date"))),
        Section(N_("Consents"), (
            Field("consent_data", N_("Agrees that the data are kept"), "bool", default=False),
            Field("consent_names", N_("Agrees to stand in published lists"), "bool", default=False)))),
    save=admit_applicant, load=start_admit,
    make_draft=lambda values: picked(AdmitDraft, values, skills=tuple(values.get("skills") or ())))
FORGET_FORM = FormSpec(
    id="volunteer.forget_form", title=N_("Erase old applicants"), domain="volunteer", after="",
    sections=(Section("", (), help=N_(
        "Name and telephone of those who left them long ago and never registered are erased; how many there were stays.")),),
    save=forget_applicants, load=starting.just_id)
