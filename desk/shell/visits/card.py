"""The card of a visit: who, where, what was found, what was done, what it led to, pictures. No Qt."""

from datetime import timedelta
from typing import Any

from desk.core.audit.queries import READ as AUDIT
from desk.core.cases.kinds import Tone
from desk.core.clock import hall_time
from desk.core.db.paging import PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.files.queries import list_attachments
from desk.core.files.service import ATTACH, attach
from desk.core.i18n import N_, _
from desk.core.visits.paper import KIND
from desk.core.visits.purposes import purpose_title
from desk.core.visits.queries import VisitRow, get_visit, list_due_visits, list_outcomes, list_visits
from desk.core.visits.service import WRITE
from desk.host.pages import Fact, FactSection, NextAct, PaperLink, RecordCard, RecordSpec, TimelineItem
from desk.host.specs import HomeItem
from desk.shell.audit.trail import trail_of
from desk.shell.audit.words import record_words
from desk.shell.doing import carry_out
from desk.shell.visits.words import SOLVED, WAYS, found_words, state_cell

ROOM = "desk.shell.visits.card"
_SOLVED = dict(SOLVED)


def load(uow: UnitOfWork, visit_id: int) -> RecordCard:
    """The whole card."""
    row = get_visit(uow, visit_id)
    return RecordCard(
        id=row.id, number="", title=row.subject, state=state_cell(row), holder="、".join(row.visitors),
        subtitle=" · ".join(filter(None, (purpose_title(row.purpose), row.day.isoformat(), row.area))),
        sections=tuple(filter(None, (_visit(uow, row), _found(row), _led(uow, row), _pictures(uow, row)))),
        acts=_acts(uow, row), papers=(PaperLink(KIND),),
        timeline=trail_of(uow, "visit", row.id) if uow.actor.may(AUDIT) else (), version=row.version)


def _visit(uow: UnitOfWork, row: VisitRow) -> FactSection:
    when = f"{hall_time(row.visited_at):%Y-%m-%d %H:%M}" if row.visited_at else ""
    facts = [Fact(_("Purpose of the visit"), purpose_title(row.purpose)), Fact(_("Way"), _(dict(WAYS)[row.way])),
             Fact(_("Planned for"), row.planned_on.isoformat() if row.planned_on else _("not planned")),
             Fact(_("When"), when), Fact(_("Who went"), "、".join(row.visitors)), Fact(_("Who was met"), row.met),
             Fact(_("Persons there"), str(row.people) if row.people is not None else "")]
    if row.reason:
        facts.append(Fact(_("Called off because"), row.reason))
    edit = "visits.plan_form" if row.state == "planned" else "visits.form"
    return FactSection(_("Visit"), tuple(facts), *((edit, {"record_id": row.id})
                                                    if row.state != "cancelled" and uow.actor.may(WRITE) else ("", {})))


def _found(row: VisitRow) -> FactSection | None:
    if row.state not in ("done", "missed"):
        return FactSection(_("To see to"), (Fact(_("Note"), row.words),)) if row.words else None
    follow = ""
    if row.follow_up_on:
        state = _("done") if row.follow_up_done else _("open")
        follow = f"{row.follow_up_on.isoformat()} {row.follow_up} ({state})"
    return FactSection(_("What was found"), (
        Fact(_("Found"), found_words(row)), Fact(_("In words"), row.words), Fact(_("What was done"), row.handled),
        Fact(_("Settled"), _(_SOLVED[row.solved]) if row.solved is not None else ""), Fact(_("Follow-up"), follow)))


def _led(uow: UnitOfWork, row: VisitRow) -> FactSection | None:
    found = list_outcomes(uow, row.id)
    if not found:
        return None
    return FactSection(_("It led to"), tuple(Fact(record_words(one.kind, one.record_id), one.title) for one in found))


def _pictures(uow: UnitOfWork, row: VisitRow) -> FactSection | None:
    found = list_attachments(uow, "visit", row.id)
    return FactSection(_("Pictures and files"), tuple(Fact(str(place), one.title or one.file_name)
                                                      for place, one in enumerate(found, 1))) if found else None


def _acts(uow: UnitOfWork, row: VisitRow) -> tuple[NextAct, ...]:
    if not uow.actor.may(WRITE):
        return ()
    here: dict[str, Any] = {"record_id": row.id}
    if row.state == "planned":
        return (NextAct(_("Record it"), "visits.form", here, main=True),
                NextAct(_("Change the plan"), "visits.plan_form", here),
                NextAct(_("Call it off"), "visits.cancel_form", here))
    if row.state == "cancelled":
        return ()
    found = []
    if row.follow_up_open:
        found = [NextAct(_("Record the follow-up visit"), "visits.form", _again(row), main=True),
                 NextAct(_("The follow-up is done"), "visits.follow_form", here)]
    found.append(NextAct(_("Correct"), "visits.form", here, main=not found))
    if uow.actor.may(ATTACH):
        found.append(NextAct(_("Add a picture"), run=f"{ROOM}:add_picture"))
    return tuple(found)


def _again(row: VisitRow) -> dict[str, Any]:
    """Starting values of the visit that follows this one up."""
    whom = {name: getattr(row, name) for name in ("person_id", "household_id", "organisation_id", "area_id", "place")}
    return {"follows_id": row.id, "purpose": "follow"} | {name: value for name, value in whom.items() if value}


def add_picture(ctx: Any, visit_id: int) -> None:
    """Keep a picture or a scan with the visit."""
    path = ctx.asker.open_file(_("Picture or scan of the visit"), _("Pictures and papers (*.jpg *.jpeg *.png *.pdf)"))
    if path is not None:
        carry_out(ctx, _("The picture is kept"), attach, "visit", visit_id, path.name, path.read_bytes())


def due_items(uow: UnitOfWork) -> list[HomeItem]:
    """Planned visits and follow-ups of the next three days and late ones."""
    today = uow.clock.today()
    found = []
    for row in list_due_visits(uow, today + timedelta(days=3)):
        due = row.day if row.state == "planned" else row.follow_up_on
        title = _("Visit {who}") if row.state == "planned" else _("Follow up the visit to {who}")
        found.append(HomeItem(title.format(who=row.subject), " · ".join(filter(None, (
            purpose_title(row.purpose), "、".join(row.visitors), row.follow_up))), due,
            Tone.LATE if due and due < today else Tone.OPEN, "visits.card", {"record_id": row.id}))
    return found


def person_lines(person_id: int, uow: UnitOfWork) -> list[TimelineItem]:
    """The visits of a person, for her card's timeline."""
    page = list_visits(uow, PageRequest(size=30, filters={"person_id": person_id}, descending=True))
    return [TimelineItem(row.day, _("Visit: {purpose}").format(purpose=purpose_title(row.purpose)), "、".join(row.visitors),
                         " · ".join(filter(None, (found_words(row), row.words[:80])))) for row in page.rows]


VISIT = RecordSpec("visits.card", N_("Visit"), "visit", load)
