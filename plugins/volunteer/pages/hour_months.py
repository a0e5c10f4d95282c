"""Hours month by month on screens: the list of months, one month with its volunteers."""

from dataclasses import dataclass

from desk.api import N_, translator
from desk.api.calendar import month_title
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Column,
    Fact,
    FactSection,
    ListSpec,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
)
from plugins.volunteer.service.attendance import hours_text, served_text
from plugins.volunteer.service.hour_months import get_hour_month, list_hour_lines, list_hour_months

_ = translator("volunteer")
SHOWN = 40


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month. hours, mean: as text."""

    id: int
    title: str
    people: int
    times: int
    hours: str
    mean: str


def months(uow: UnitOfWork, request: PageRequest) -> Page[MonthLine]:
    """Newest first."""
    return Page([MonthLine(one.id, month_title(one.id), one.people, one.times, served_text(one.minutes), served_text(one.mean))
                 for one in list_hour_months(uow)])


def load_month(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A month by its number (202611)."""
    one, lines = get_hour_month(uow, record_id), list_hour_lines(uow, record_id)
    more = len(lines) - SHOWN
    people = [Fact(f"{line.name} {line.number}", _("{n} times · {hours} · {all} so far").format(
        n=line.times, hours=hours_text(line.minutes), all=hours_text(line.so_far))) for line in lines[:SHOWN]]
    if more > 0:
        people.append(Fact(_("And {n} more").format(n=more), _("all stand on the printed sheet")))
    return RecordCard(
        id=record_id, number="", title=_("Hours of {month}").format(month=month_title(record_id)), holder=None,
        state=StateCell(_("Month")), subtitle=_("{n} volunteers served {hours}, {mean} each on average").format(
            n=one.people, hours=hours_text(one.minutes), mean=hours_text(one.mean)),
        sections=(FactSection(_("Together"), (
            Fact(_("Volunteers who served"), str(one.people)), Fact(_("Times served"), str(one.times)),
            Fact(_("Hours entered"), hours_text(one.minutes)), Fact(_("On average"), hours_text(one.mean)))),
            FactSection(_("Volunteers, most hours first"), tuple(people))),
        papers=(PaperLink("volunteer.hour_sheet"),))


HOUR_MONTHS = ListSpec(
    id="volunteer.hour_months", title=N_("Hours month by month"), record="time_entry", domain="volunteer",
    columns=(Column("title", N_("Month"), 0), Column("people", N_("Volunteers who served"), 160, "number"),
             Column("times", N_("Times served"), 120, "number"), Column("hours", N_("Hours entered"), 130, "number"),
             Column("mean", N_("Hours on average"), 150, "number")),
    fetch=months, opens="volunteer.hour_month", empty=N_("No hours are entered yet."))
HOUR_MONTH = RecordSpec("volunteer.hour_month", N_("Month of hours"), "volunteer.hour_month", load_month, domain="volunteer")
