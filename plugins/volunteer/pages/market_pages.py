"""The market beyond its counter: hand-outs, donations, stocktakings, months, and the room where its papers lie."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import N_, Tone, translator
from desk.api.calendar import month_days, month_of, month_title
from desk.api.db import UnitOfWork
from desk.api.documents import figures
from desk.api.ledgers import list_turnover
from desk.api.pages import (
    Column,
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
from plugins.volunteer.kinds import GOODS, MARKET
from plugins.volunteer.models import Donation, Goods, HandOut, StockCount
from plugins.volunteer.pages.acts import act
from plugins.volunteer.service.counting import lines_of
from plugins.volunteer.service.months import MonthRow, get_month, list_months
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.stock import goods_ledger, price_of, stock_of
from plugins.volunteer.who import names_of

_ = translator("volunteer")
COUNTS = {"counting": (N_("Sheet is out"), Tone.WAITING), "booked": (N_("Booked"), Tone.DONE),
          "dropped": (N_("Dropped"), Tone.MUTED)}
GIVEN = {"given": (N_("Redeemed"), Tone.DONE), "returned": (N_("Returned"), Tone.MUTED)}


@dataclass(frozen=True, slots=True)
class MarketRow:
    """A line of these lists."""

    id: int
    day: date | None = None
    name: str = ""
    goods: str = ""
    count: str = ""
    points: str = ""
    value: int | None = None
    note: str = ""
    state: StateCell = StateCell("")


def _cell(table: dict[str, tuple[str, Tone]], state: str) -> StateCell:
    return StateCell(_(table[state][0]), table[state][1])


def _newest(uow: UnitOfWork, model: Any, request: PageRequest) -> tuple[list[Any], Any]:
    return keyset_page(uow.session, select(model), [model.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))


def hand_outs(uow: UnitOfWork, request: PageRequest) -> Page[MarketRow]:
    """What was handed out, newest first."""
    rows, after = _newest(uow, HandOut, request)
    names, goods = names_of(uow, [one.volunteer_id for one in rows]), _goods(uow)
    return Page([MarketRow(one.id, one.day, names.get(one.volunteer_id, ""), goods[one.goods_id].name,
                           f"{one.quantity}{goods[one.goods_id].unit}", points_text(one.points), note=one.handler,
                           state=_cell(GIVEN, one.state)) for one in rows], after)


def donations(uow: UnitOfWork, request: PageRequest) -> Page[MarketRow]:
    """What came in, newest first."""
    rows, after = _newest(uow, Donation, request)
    goods = _goods(uow)
    return Page([MarketRow(one.id, one.received_on, one.donor, goods[one.goods_id].name,
                           f"{one.quantity}{goods[one.goods_id].unit}", value=one.value_fen, note=one.handler) for one in rows],
                after)


def counts(uow: UnitOfWork, request: PageRequest) -> Page[MarketRow]:
    """Stocktakings, newest first."""
    rows, after = _newest(uow, StockCount, request)
    return Page([MarketRow(one.id, one.day, "、".join(filter(None, (one.first, one.second))), note=one.note,
                           state=_cell(COUNTS, one.state)) for one in rows], after)


def months(uow: UnitOfWork, _request: PageRequest) -> Page[MarketRow]:
    """Month by month, newest first."""
    return Page([MarketRow(row.id, name=month_title(row.id), count=str(row.pieces), points=points_text(row.points),
                           value=row.value_fen, note=str(row.people)) for row in list_months(uow)])


def load_hand_out(uow: UnitOfWork, record_id: int) -> RecordCard:
    """One hand-out: its slip, and how it is taken back."""
    found = uow.get(HandOut, record_id)
    goods = uow.get(Goods, found.goods_id)
    name = names_of(uow, [found.volunteer_id]).get(found.volunteer_id, "")
    given = found.state == "given"
    return RecordCard(
        id=found.id, number="", title=f"{name} {goods.name} ×{found.quantity}", state=_cell(GIVEN, found.state), holder=None,
        subtitle=_("{points} points used, {left} left").format(points=points_text(found.points), left=points_text(found.left)),
        sections=(FactSection(_("Handed out"), (
            Fact(_("Day"), f"{found.day}"), Fact(_("By"), found.handler),
            *((Fact(_("Why it came back"), found.return_reason),) if found.return_reason else ()))),),
        acts=((act(_("Take goods back"), "return_form", found.id),) if given else ()) + (
            NextAct(_("To the volunteer"), "volunteer.volunteer", {"record_id": found.volunteer_id}),),
        papers=(PaperLink("volunteer.slip"),), version=found.version, timeline=history_of(uow, "volunteer.hand_out", found.id))


def load_donation(uow: UnitOfWork, record_id: int) -> RecordCard:
    """One donation with its receipt."""
    found = uow.get(Donation, record_id)
    goods = uow.get(Goods, found.goods_id)
    return RecordCard(
        id=found.id, number="", title=f"{found.donor} {goods.name} ×{found.quantity}",
        state=StateCell(_("Taken in"), Tone.DONE), holder=None, sections=(FactSection(_("Came in"), (
            Fact(_("Day"), f"{found.received_on}"), Fact(_("Value"), figures(found.value_fen) if found.value_fen else "—"),
            Fact(_("Best before"), f"{found.best_before or '—'}"), Fact(_("By"), found.handler))),),
        acts=(NextAct(_("To the goods"), "volunteer.goods", {"record_id": goods.id}),),
        papers=(PaperLink("volunteer.donation"),), version=found.version,
        timeline=history_of(uow, "volunteer.donation", found.id))


def load_count(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A stocktaking: what the books say, what was counted."""
    found = uow.get(StockCount, record_id)
    facts = tuple(Fact(f"{goods.code} {goods.name}", f"{done.counted} / {done.expected} {done.reason}" if done else
                       _("{n} in the books").format(n=stock_of(uow, goods.id))) for goods, done in lines_of(uow, found))
    acts = (act(_("Enter what was counted"), "count_form", found.id, main=True), act(_("Drop the sheet"), "drop_count_form",
                                                                                     found.id))
    return RecordCard(
        id=found.id, number="", title=_("Stocktaking of {day}").format(day=found.day), state=_cell(COUNTS, found.state),
        holder=None, subtitle="、".join(filter(None, (found.first, found.second, found.note))),
        sections=(FactSection(_("Counted / in the books"), facts),), acts=acts if found.state == "counting" else (),
        papers=(PaperLink("volunteer.stock_sheet"),), version=found.version,
        timeline=history_of(uow, "volunteer.stock_count", found.id))


def load_month(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A month of the market with its lists for posting."""
    month_days(record_id)
    return RecordCard(
        id=record_id, number="", title=month_title(record_id), holder=None,
        state=StateCell(_("This month"), Tone.OPEN) if record_id == month_of(uow.clock.today()) else StateCell(
            _("Over"), Tone.DONE),
        sections=(_figures(get_month(uow, record_id)), _turns(uow, record_id)),
        papers=tuple(PaperLink(f"volunteer.{name}") for name in (
            "points_posting", "redemptions", "donors")))


def _figures(row: MonthRow) -> FactSection:
    return FactSection(_("Figures"), (
        Fact(_("Hand-outs"), str(row.hand_outs)), Fact(_("People"), str(row.people)), Fact(_("Pieces"), str(row.pieces)),
        Fact(_("Points"), points_text(row.points)), Fact(_("Donations"), str(row.donations)),
        Fact(_("Value"), figures(row.value_fen) if row.value_fen else "—")))


def _turns(uow: UnitOfWork, month: int) -> FactSection:
    """Goods by pieces handed out in the month, the most wanted first; turns: pieces out to the mean of both ends' stock."""
    first, last = month_days(month)
    facts = []
    for one in _goods(uow).values():
        found = next(iter(list_turnover(uow, goods_ledger(one.id), GOODS, first, last)), None)
        if found is not None:
            mean = (found.held + found.held - found.came + found.went) / 2
            turns = f"{found.went / mean:.1f}" if mean > 0 else "—"
            facts.append((found.went, Fact(
                f"{one.code} {one.name}", _("{out} out, {came} in, {held} left, turned {turns} times").format(
                    out=found.went, came=found.came, held=found.held, turns=turns))))
    return FactSection(_("Goods"), tuple(fact for _out, fact in sorted(facts, key=lambda pair: -pair[0])))


def load_room(uow: UnitOfWork, record_id: int) -> RecordCard:
    """The market as a place: what it offers today, its papers, its lists."""
    month = month_of(uow.clock.today())
    offered = [one for one in _goods(uow).values() if one.state == "offered"]
    facts = tuple(Fact(f"{one.code} {one.name}", _("{points} points, {n} {unit} left").format(
        points=points_text(price_of(uow, one.id) or 0), n=stock_of(uow, one.id), unit=one.unit)) for one in offered)
    entries = ((N_("Hand-outs"), "hand_outs"), (N_("Donations"), "donations"), (N_("Stocktakings"), "counts"),
               (N_("Months of the market"), "months"), (N_("Movements of points"), "movements"),
               (N_("Points that end soon"), "ending"), (N_("Adjustments of points"), "adjustments"),
               (N_("Rules of earning points"), "rules"))
    return RecordCard(
        id=record_id, number="", title=_("Market of thanks"), state=StateCell(_("{n} goods offered").format(n=len(offered))),
        holder=None, subtitle=month_title(month), sections=(FactSection(_("Offered today"), facts),
                                                             _figures(get_month(uow, month))),
        acts=(NextAct(_("Open the counter"), "volunteer.counter", {}, main=True),
              *(NextAct(_(title), f"volunteer.{entry}", {}) for title, entry in entries)),
        papers=(PaperLink("volunteer.prices"), PaperLink("volunteer.poster"),
                *(PaperLink(f"volunteer.{name}", month, month_title(month)) for name in ("points_posting", "redemptions",
                                                                                        "donors"))))


def _goods(uow: UnitOfWork) -> dict[int, Goods]:
    return {one.id: one for one in uow.session.scalars(select(Goods).order_by(Goods.code))}


DAY, GOODS_COLUMN = Column("day", N_("Day"), 110, "date"), Column("goods", N_("Goods"), 0)
HAND_OUTS = ListSpec(
    id="volunteer.hand_outs", title=N_("Hand-outs"), record="volunteer.hand_out", domain="volunteer",
    columns=(DAY, Column("name", N_("Full name"), 120), GOODS_COLUMN, Column("count", N_("Quantity"), 90, "number"),
             Column("points", N_("Points"), 90, "number"), Column("note", N_("By"), 110), Column("state", N_("State"), 110,
                                                                                                  "state")),
    fetch=hand_outs, opens="volunteer.hand_out", new="volunteer.counter", new_title=N_("Open the counter"),
    new_permission=MARKET, empty=N_("Nothing was handed out yet. Open the counter."))
DONATIONS = ListSpec(
    id="volunteer.donations", title=N_("Donations"), record="volunteer.donation", domain="volunteer",
    columns=(DAY, Column("name", N_("Donor"), 200), GOODS_COLUMN, Column("count", N_("Quantity"), 90, "number"),
             Column("value", N_("Value"), 110, "money"), Column("note", N_("By"), 110)),
    fetch=donations, opens="volunteer.donation", empty=N_("Nothing was donated yet. It is entered on the page of the goods."))
COUNT_LIST = ListSpec(
    id="volunteer.counts", title=N_("Stocktakings"), record="volunteer.stock_count", domain="volunteer",
    columns=(DAY, Column("name", N_("Counted by"), 200), Column("note", N_("Note"), 0), Column("state", N_("State"), 130,
                                                                                                "state")),
    fetch=counts, opens="volunteer.count", new="volunteer.start_count_form", new_title=N_("Start a stocktaking"),
    new_permission=MARKET, empty=N_("Never counted yet. Start a stocktaking and print the sheet."))
MONTHS = ListSpec(
    id="volunteer.months", title=N_("Months of the market"), record="volunteer.hand_out", domain="volunteer",
    columns=(Column("name", N_("Month"), 0), Column("note", N_("People"), 90, "number"), Column("count", N_("Pieces"), 90,
                                                                                                  "number"),
             Column("points", N_("Points"), 110, "number"), Column("value", N_("Donated"), 130, "money")),
    fetch=months, opens="volunteer.month")
HAND_OUT_RECORD = RecordSpec("volunteer.hand_out", N_("Hand-out"), "volunteer.hand_out", load_hand_out, domain="volunteer")
DONATION_RECORD = RecordSpec("volunteer.donation", N_("Donation"), "volunteer.donation", load_donation, domain="volunteer")
COUNT_RECORD = RecordSpec("volunteer.count", N_("Stocktaking"), "volunteer.stock_count", load_count, domain="volunteer")
MONTH_RECORD = RecordSpec("volunteer.month", N_("Month of the market"), "volunteer.market_month", load_month,
                          domain="volunteer")
ROOM = RecordSpec("volunteer.room", N_("Market of thanks"), "volunteer.market_room", load_room, domain="volunteer")
