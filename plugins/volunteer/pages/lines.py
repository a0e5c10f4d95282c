"""Lines that belong to something: of sheets, of sign-ups; a certificate of its own, and the counter that checks codes."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk.api import N_, hall_time, translator
from desk.api.db import UnitOfWork, verb
from desk.api.pages import (
    Column,
    CounterAnswer,
    CounterSpec,
    Fact,
    FactSection,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    history_of,
    keyset_page,
)
from desk.api.timesheets import TimeEntry, TimePair, entered_minutes
from plugins.volunteer.kinds import PAIR_STATES, READ, VOLUNTEER
from plugins.volunteer.models import Certificate, Role, SignUp
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.lists import state_cell
from plugins.volunteer.service.attendance import hours_text, served_text
from plugins.volunteer.service.hours import kind_of_source
from plugins.volunteer.service.proving import find_certificate
from plugins.volunteer.who import names_of

_ = translator("volunteer")
SIGN_UP_STATES = {"in": N_("Has a place"), "waiting": N_("Waiting"), "withdrawn": N_("Withdrawn")}


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a sheet or a sign-up."""

    id: int
    name: str
    title: str
    day: date | None
    times: str
    hours: str
    state: StateCell


def pairs(uow: UnitOfWork, request: PageRequest) -> Page[LineRow]:
    """Newest first. filters: "source_id" with "source_kind", "holder_id", "publication_id"."""
    statement = select(TimePair).where(TimePair.holder_kind == VOLUNTEER)
    for name in ("source_kind", "source_id", "holder_id", "publication_id"):
        if name in request.filters:
            statement = statement.where(getattr(TimePair, name) == request.filters[name])
    rows, after = keyset_page(uow.session, statement, [TimePair.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    names = names_of(uow, [one.holder_id for one in rows])
    return Page([LineRow(one.id, names.get(one.holder_id, ""), kind_of_source(uow, one.source_kind, one.source_id)[1], one.day,
                         _times(one), served_text(_counts(uow, one)), state_cell(PAIR_STATES, one.state))
                 for one in rows], after)


def sign_ups(uow: UnitOfWork, request: PageRequest) -> Page[LineRow]:
    """In order of signing up. filters: "activity_id"."""
    statement = select(SignUp)
    if "activity_id" in request.filters:
        statement = statement.where(SignUp.activity_id == request.filters["activity_id"])
    rows, after = keyset_page(uow.session, statement, [SignUp.id], request)
    names = names_of(uow, [one.volunteer_id for one in rows])
    return Page([LineRow(one.id, names.get(one.volunteer_id, ""), uow.get(Role, one.role_id).title, None, "", "",
                         StateCell(_(SIGN_UP_STATES[one.state]))) for one in rows], after)


def load_pair(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A line of a sheet: what it counts, every entry and correction, what may be done with it now."""
    found = uow.get(TimePair, record_id)
    name = names_of(uow, [found.holder_id]).get(found.holder_id, "")
    entries = uow.session.scalars(select(TimeEntry).where(TimeEntry.pair_id == found.id).order_by(TimeEntry.id)).all()
    return RecordCard(
        id=found.id, number="", title=f"{name} {found.day}", state=state_cell(PAIR_STATES, found.state), holder=None,
        subtitle=f"{kind_of_source(uow, found.source_kind, found.source_id)[1]} {_times(found)}",
        sections=(FactSection(_("Time"), (
            Fact(_("Served"), hours_text(_counts(uow, found))), Fact(_("Minutes of travel and breaks"), str(found.unserved)),
            Fact(_("Witness"), found.witness), Fact(_("Why so late"), found.late_reason),
            Fact(_("Objection"), found.objection))),
            *((FactSection(_("Entries"), tuple(
                Fact(f"{hall_time(one.at):%Y-%m-%d} {one.by}", _entry(one)) for one in entries)),)
              if entries else ())),
        acts=_pair_acts(found), version=found.version)


def _pair_acts(found: TimePair) -> tuple[NextAct, ...]:
    """What may be done with a line where it stands."""
    here = found.id
    loose = (act(_("Mend the times"), "times_form", here, main=found.state == "open"),
             act(_("Strike a line out"), "strike_form", here))
    return {"open": loose, "confirmed": loose, "struck": (),
            "closed": (act(_("Confirm this line"), "line_form", here, main=True), *loose),
            "published": (act(_("Somebody objects"), "object_form", here),),
            "entered": (act(_("Correct entered hours"), "correct_form", here),)}[found.state]


def load_certificate(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A certificate as issued; it can be printed again or declared void."""
    found = uow.get(Certificate, record_id)
    name = names_of(uow, [found.volunteer_id]).get(found.volunteer_id, "")
    return RecordCard(
        id=found.id, number=found.number, title=name, state=StateCell(_("Void") if found.void_reason else _("In force")),
        holder=None, subtitle=hours_text(found.minutes),
        sections=(FactSection(_("Certificates"), (
            Fact(_("From"), f"{found.first}"), Fact(_("To"), f"{found.last}"), Fact(_("For what"), found.purpose),
            Fact(_("Issued on"), f"{found.issued_on}"), Fact(_("Posted until"), f"{found.posted_until}"),
            Fact(_("Check code"), found.code), *((Fact(_("Reason"), found.void_reason),) if found.void_reason else ()))),),
        acts=() if found.void_reason else (act(_("Declare a certificate void"), "void_form", found.id),),
        papers=() if found.void_reason else (PaperLink("volunteer.certificate"), PaperLink("volunteer.certificate_posting", 1)),
        version=found.version, timeline=history_of(uow, "volunteer.certificate", found.id))


@verb("volunteer.check_code", permission=READ)
def check_code(uow: UnitOfWork, _record_id: int | None, text: str) -> CounterAnswer:
    """What the hall says about a check code somebody brings."""
    found = find_certificate(uow, text)
    if found is None:
        return CounterAnswer(_("This hall never gave this code"), accepted=False)
    name = names_of(uow, [found.volunteer_id]).get(found.volunteer_id, "")
    said = f"{found.number} {name} {found.first} – {found.last} {hours_text(found.minutes)}"
    if found.void_reason:
        return CounterAnswer(_("The certificate is void"), f"{said} {found.void_reason}", accepted=False)
    if found.now != found.minutes:
        return CounterAnswer(_("Genuine, but corrected since"), _("{said}; now {hours}").format(
            said=said, hours=hours_text(found.now)), accepted=False)
    return CounterAnswer(_("Genuine"), said)


def _times(pair: TimePair) -> str:
    end = f"{hall_time(pair.ended_at):%H:%M}" if pair.ended_at else "…"
    return f"{hall_time(pair.started_at):%H:%M}–{end}"


def _counts(uow: UnitOfWork, pair: TimePair) -> int:
    return entered_minutes(uow, pair.id) if pair.state == "entered" else pair.minutes


def _entry(entry: TimeEntry) -> str:
    return _("{minutes} minutes {reason}").format(minutes=f"{entry.minutes:+}", reason=entry.reason).strip()


PAIRS = ListSpec(
    id="volunteer.pairs", title=N_("Lines of the sheets"), record="time_pair", domain="volunteer",
    columns=(Column("name", N_("Full name"), 110), Column("title", N_("Activity"), 0), Column("day", N_("Day"), 110, "date"),
             Column("times", N_("Time"), 120), Column("hours", N_("Hours"), 110, "number"),
             Column("state", N_("State"), 110, "state")), fetch=pairs, opens="volunteer.pair",
    empty=N_("No lines yet. Type a paper sheet or let people sign in at the door."))
SIGN_UPS = ListSpec(
    id="volunteer.sign_ups", title=N_("Signed up"), record="volunteer.sign_up", domain="volunteer",
    columns=(Column("name", N_("Full name"), 0), Column("title", N_("Role"), 160), Column("state", N_("State"), 110, "state")),
    fetch=sign_ups, opens="volunteer.withdraw_form", empty=N_("Nobody has signed up yet."))
PAIR_RECORD = RecordSpec("volunteer.pair", N_("Line of a sheet"), "time_pair", load_pair, domain="volunteer")
CERTIFICATE_RECORD = RecordSpec("volunteer.certificate", N_("Certificate"), "volunteer.certificate", load_certificate,
                                domain="volunteer")
CHECK = CounterSpec("volunteer.check", N_("Check a certificate"), N_("Check code on the certificate"), check_code,
                    domain="volunteer")
