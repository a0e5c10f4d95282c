"""The pages, as data: the desk draws them."""

from dataclasses import dataclass

from desk.api import N_, translator
from desk.api.cases import count_cases, get_case, list_cases, list_timeline, move_case
from desk.api.pages import (
    Column,
    Field,
    FormSpec,
    ListSpec,
    NextAct,
    Page,
    RecordCard,
    RecordSpec,
    Section,
    StateCell,
    TimelineItem,
)
from plugins.myplugin.service import register

_, KIND = translator("myplugin"), "myplugin.matter"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list."""

    id: int
    number: str
    title: str
    state: StateCell


def fetch(uow, request):
    """One page of matters."""
    found = list_cases(uow, request, kind=KIND)
    rows = [Row(case.id, case.number, case.title, StateCell(case.state_title, case.tone)) for case in found.rows]
    return Page(rows, found.next)


def count(uow, request):
    """How many the filters leave."""
    return count_cases(uow, request, kind=KIND)


def load(uow, record_id):
    """One matter as its page shows it."""
    case = get_case(uow, record_id)
    acts = (NextAct(_("Finish"), run="plugins.myplugin.pages:finish", main=True),) if case.state == "open" else ()
    story = tuple(TimelineItem(entry.at, entry.title, entry.who) for entry in list_timeline(uow, record_id))
    return RecordCard(record_id, case.number, case.title, StateCell(case.state_title, case.tone), holder=case.handler,
                      acts=acts, timeline=story)


def finish(ctx, record_id):
    """Button: it is done."""
    ctx.jobs.write(move_case, record_id, "finish").start()


LIST = ListSpec(
    "myplugin.list", N_("Matters"), KIND,
    (Column("number", N_("Number"), 200), Column("title", N_("What it is about"), 0),
     Column("state", N_("State"), 120, "state")),
    fetch, count, opens=KIND, new="myplugin.new", new_title=N_("Register a matter"), new_permission="myplugin.write",
    empty=N_("Nothing is registered yet."), domain="myplugin")
RECORD = RecordSpec("myplugin.matter", N_("Matter"), KIND, load, domain="myplugin")
NEW = FormSpec("myplugin.new", N_("Register a matter"),
               (Section("", (Field("title", N_("What it is about"), required=True, max_length=100),)),),
               register, after=KIND, domain="myplugin")
