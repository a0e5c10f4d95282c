"""The time bank on screens: accounts, one account with its statement, and its forms."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.ledgers import list_turnover
from desk.api.pages import (
    Column,
    Fact,
    FactSection,
    Field,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    TimelineItem,
)
from plugins.volunteer.kinds import VOLUNTEER
from plugins.volunteer.models import TimeDraw, Volunteer
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.forms import ending
from plugins.volunteer.pages.more_forms import simple
from plugins.volunteer.service.attendance import hours_text, served_text
from plugins.volunteer.service.timebank import (
    LEDGER,
    RELATIONS,
    deposit_hours,
    depositable,
    draw_hours,
    give_hours,
    minutes_of,
    return_draw,
    statement,
)
from plugins.volunteer.settings import setting
from plugins.volunteer.shop_drafts import DepositDraft, DrawDraft, TimeGiftDraft
from plugins.volunteer.who import names_of

_ = translator("volunteer")
KINDS = {"deposit": N_("Paid in"), "draw": N_("Drawn"), "give": N_("Given"), "pool": N_("To the common pool"),
         "take_back": N_("Taken back"), "reverse": N_("Booked back")}


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account: hours paid in, paid out, left."""

    id: int
    name: str
    number: str
    came: str
    went: str
    held: str


def accounts(uow: UnitOfWork, request: PageRequest) -> Page[AccountRow]:
    """Who has minutes in the bank, by number."""
    rows = list_turnover(uow, LEDGER, VOLUNTEER, date.min, date.max)
    start = request.start
    shown = rows[start:start + request.size]
    names = names_of(uow, [row.owner_id for row in shown])
    numbers = dict(uow.session.execute(select(Volunteer.id, Volunteer.number).where(
        Volunteer.id.in_([row.owner_id for row in shown]))).all())
    return Page([AccountRow(row.owner_id, names.get(row.owner_id, ""), numbers.get(row.owner_id, ""), served_text(row.came),
                            served_text(row.went), served_text(row.held)) for row in shown],
                (start + request.size,) if len(rows) > start + request.size else None)


def sentence(uow: UnitOfWork) -> str:
    """Whether the bank is open."""
    return "" if setting(uow, "time_bank") else _("The time bank is switched off.")


def load_account(uow: UnitOfWork, record_id: int) -> RecordCard:
    """One volunteer's minutes; never mixed with points."""
    who = uow.get(Volunteer, record_id)
    have, waiting = minutes_of(uow, who.id), depositable(uow, who.id)
    draws = uow.session.scalars(select(TimeDraw).where(TimeDraw.volunteer_id == who.id).order_by(TimeDraw.id.desc()).limit(12))
    rows = draws.all()
    return RecordCard(
        id=who.id, number=who.number, title=names_of(uow, [who.id]).get(who.id, who.number), holder=None,
        state=StateCell(_("In debt") if have < 0 else _("Open") if setting(uow, "time_bank") else _("Not open")),
        subtitle=_("{hours} in the time bank").format(hours=hours_text(have)),
        sections=(FactSection(_("Time bank"), (
            Fact(_("In the bank"), hours_text(have)),
            Fact(_("May be paid in"), hours_text(sum(row.entered for row in waiting))))),
            *((FactSection(_("Drawn"), tuple(Fact(f"{one.day} {one.served}", f"{one.minutes} {_('minutes')} {one.what}" + (
                _(" (returned)") if one.state == "returned" else "")) for one in rows)),) if rows else ())),
        acts=tuple(_acts(uow, who.id, bool(waiting), [one for one in rows if one.state == "drawn"])),
        papers=(PaperLink("volunteer.time_statement"),),
        timeline=tuple(TimelineItem(line.at, f"{_(KINDS.get(line.kind, line.kind))} {line.amount:+} {_('minutes')}", line.by,
                                    line.reason) for line in statement(uow, who.id)), version=who.version)


def _acts(uow: UnitOfWork, volunteer_id: int, waiting: bool, drawn: list[TimeDraw]) -> list[NextAct]:
    if not setting(uow, "time_bank"):
        return []
    return [act(_("Pay hours in"), "deposit_form", volunteer_id, main=waiting),
            act(_("Draw hours"), "draw_form", volunteer_id, main=not waiting),
            act(_("Give hours on"), "give_hours_form", volunteer_id),
            *(act(_("The service of {day} did not take place").format(day=one.day), "return_draw_form", one.id)
              for one in drawn[:3])]


ACCOUNTS = ListSpec(
    id="volunteer.time_accounts", title=N_("Time bank"), record="ledger_account", domain="volunteer",
    columns=(Column("number", N_("Number"), 110), Column("name", N_("Full name"), 0),
             Column("came", N_("Hours received"), 120, "number"), Column("went", N_("Hours given"), 120, "number"),
             Column("held", N_("Hours in the bank"), 130, "number")),
    fetch=accounts, sentence=sentence, opens="volunteer.time_account",
    empty=N_("Nobody has paid hours in. Switch the time bank on in the settings, then pay in on a volunteer's page."))
ACCOUNT_RECORD = RecordSpec("volunteer.time_account", N_("Time bank"), "ledger_account", load_account, domain="volunteer")
AFTER = "volunteer.time_account"
MINUTES = Field("minutes", N_("Minutes"), "number", True)
RELATION: Any = Field("relation", N_("For whom"), "choice", choices=RELATIONS, default="self")
DEPOSIT_FORM = simple("deposit_form", N_("Pay hours in"), deposit_hours, DepositDraft,
                      Field("first", N_("From"), "date"), Field("last", N_("To"), "date"), after=AFTER,
                      help=N_("Entered hours that are not in the bank yet; blank: all of them. The record of hours stays."))
DRAW_FORM = simple("draw_form", N_("Draw hours"), draw_hours, DrawDraft, MINUTES,
                   Field("served", N_("Who received the service"), required=True), RELATION,
                   Field("what", N_("Which service")), after=AFTER, help=N_("For services only, never for goods or money."))
GIVE_HOURS_FORM = simple("give_hours_form", N_("Give hours on"), give_hours, TimeGiftDraft, MINUTES,
                         Field("to", N_("To whom"), help=N_("Number, card, phone or name. Blank: to the common pool.")),
                         Field("relation", N_("Relation to the volunteer"), "choice",
                               choices=(("", N_("None")), *RELATIONS[1:]), default=""),
                         Field("reason", N_("What for")), after=AFTER)
RETURN_DRAW_FORM = ending("return_draw_form", N_("The minutes come back"), return_draw, after=AFTER)
