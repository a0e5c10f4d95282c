"""What people brought to gatherings, in one list: answered or not, by kind of gathering."""

from dataclasses import dataclass
from datetime import date

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.meetings import GATHERINGS
from desk.api.pages import Chip, Column, LampCell, ListSpec, Page, PageRequest, StateCell
from plugins.consultation.kinds import OUTCOMES, title_in
from plugins.consultation.queries_matters import UNSETTLED, MatterRow, count_matters, list_matters

_ = translator("consultation")
TONES = {"open": Tone.WAITING, "assigned": Tone.OPEN, "carried": Tone.OPEN, "solved": Tone.DONE, "topic": Tone.DONE,
         "passed": Tone.DONE}
CHIPS = ("stool", "talk_point", "hearing", "four_party", "group")


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter in the list."""

    id: int
    raised_on: date
    meeting: str
    who: str
    text: str
    state: StateCell
    does: str
    lamp: LampCell


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[MatterLine]:
    """One page, the newest first."""
    page = list_matters(uow, request)
    return Page([_line(one, uow.clock.today()) for one in page.rows], page.next, page.total)


def sentence(uow: UnitOfWork) -> str:
    """12 件未了结,其中 2 件超期;四方议事网格内解决 8/9."""
    waiting = count_matters(uow, PageRequest(filters={"open": True}))
    late = count_matters(uow, PageRequest(filters={"late": True}))
    four = count_matters(uow, PageRequest(filters={"kind": "four_party"}))
    inside = count_matters(uow, PageRequest(filters={"kind": "four_party", "outcome": "solved"}))
    told = _("{n} wait, {late} of them late").format(n=waiting, late=late)
    return told + (" · " + _("four parties settled {inside} of {all}").format(inside=inside, all=four) if four else "")


def _line(one: MatterRow, today: date) -> MatterLine:
    waits = one.outcome in UNSETTLED and one.promised_on is not None
    return MatterLine(one.id, one.raised_on, one.meeting, one.who or _("anonymous"), one.text.replace("\n", " "),
                      StateCell(_(title_in(OUTCOMES, one.outcome)), TONES[one.outcome]), one.does,
                      LampCell(one.promised_on, (one.promised_on - today).days) if waits and one.promised_on else LampCell())


MATTERS = ListSpec(
    id="consultation.matters",
    title=N_("Brought up by residents"),
    record="consultation.matter",
    domain="consultation",
    fetch=fetch,
    count=count_matters,
    sentence=sentence,
    columns=(
        Column("raised_on", N_("Day"), 110, "date"),
        Column("meeting", N_("Brought to"), 150),
        Column("who", N_("Who brought it"), 110),
        Column("text", N_("What it is about"), 0),
        Column("state", N_("What becomes of it"), 140, "state"),
        Column("does", N_("Who takes it on"), 130),
        Column("lamp", N_("Answer promised for"), 200, "lamp"),
    ),
    chips=(
        Chip(N_("Waiting"), {"open": True}),
        Chip(N_("Late"), {"late": True}),
        *(Chip(kind.paper, {"kind": kind.code}) for kind in GATHERINGS if kind.code in CHIPS),
    ),
    opens="consultation.matter_form",
    search_hint=N_("Words or name"),
    empty=N_(
        "Nothing was brought up yet. Opinions of stool meetings, visits to talk points, questions of hearings stand here."
    ),
)
