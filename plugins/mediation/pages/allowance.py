"""Allowance sheets on the screen: the list, one sheet, its cases as a list that can be taken out, the forms."""

from dataclasses import dataclass
from typing import Any

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.documents import figures, long_date
from desk.api.pages import (
    Column,
    Fact,
    FactSection,
    Field,
    FormSpec,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    Repeat,
    Section,
    StateCell,
    short_page,
)
from desk.api.statistics import period_of
from plugins.mediation.figures.allowance import FITS, ClassRow, list_classes
from plugins.mediation.kinds import ALL
from plugins.mediation.queries_allowance import AllowanceCard, AllowanceRow, PaidCase, get_sheet, list_sheets
from plugins.mediation.service.allowance import SHEET, LineDraft, SheetDraft, change_sheet, make_sheet, set_classes

_ = translator("mediation")
STATES = {"draft": (N_("Being prepared"), Tone.WAITING), "confirmed": (N_("Paid and closed"), Tone.DONE)}
DOING = "plugins.mediation.pages.allowance_doing"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet in the list."""

    id: int
    period: str
    state: StateCell
    cases: int
    fen: int
    confirmed_on: Any
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case of a sheet; opens the case."""

    id: int
    number: str
    category: str
    title: str
    fen: int
    mediators: str
    note: str


def state_of(row: AllowanceRow) -> StateCell:
    """Its state in words."""
    word, tone = STATES[row.state]
    return StateCell(_(word), tone)


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[SheetLine]:
    """One page of sheets, the newest first."""
    rows = [SheetLine(row.id, row.period, state_of(row), row.cases, row.fen, row.confirmed_on, row.confirmed_by)
            for row in list_sheets(uow)]
    return short_page(rows, request, lambda row: row.period)


def count(uow: UnitOfWork, request: PageRequest) -> int:
    """How many there are."""
    return len(fetch(uow, PageRequest(size=10**6, text=request.text)).rows)


SHEETS = ListSpec(
    id="mediation.allowances", title=N_("Allowance for cases"), record=SHEET, domain="mediation",
    columns=(Column("period", N_("Period"), 0), Column("state", N_("State"), 130, "state"),
             Column("cases", N_("Cases"), 90, "number"), Column("fen", N_("Amount"), 130, "money"),
             Column("confirmed_on", N_("Confirmed on"), 120, "date"), Column("confirmed_by", N_("Confirmed by"), 120)),
    fetch=fetch, count=count, opens="mediation.allowance", new="mediation.allowance_form", new_title=N_("Make a sheet"),
    new_permission=ALL,
    empty=N_("No sheets yet. A sheet takes up every settled case that fulfils the conditions of its class and was not paid."))


def fetch_cases(uow: UnitOfWork, request: PageRequest) -> Page[CaseLine]:
    """One page of a sheet's cases; filter: sheet_id."""
    rows = [_case_line(one) for one in get_sheet(uow, request.filters["sheet_id"]).lines]
    return short_page(rows, request, lambda row: f"{row.number} {row.category} {row.mediators}")


def count_cases(uow: UnitOfWork, request: PageRequest) -> int:
    """How many of them the search leaves."""
    return len(fetch_cases(uow, PageRequest(size=10**6, text=request.text, filters=request.filters)).rows)


def _case_line(one: PaidCase) -> CaseLine:
    names = "、".join(f"{name} {figures(fen)}" for name, fen in one.shares)
    return CaseLine(one.dispute_id, one.number, one.category, one.title, one.fen, names, one.note)


CASES = ListSpec(
    id="mediation.allowance_cases", title=N_("Cases of the sheet"), record=SHEET, domain="mediation",
    columns=(Column("number", N_("Number"), 190), Column("category", N_("Kind"), 140), Column("title", N_("Class"), 110),
             Column("fen", N_("Amount"), 110, "money"), Column("mediators", N_("Mediators"), 0),
             Column("note", N_("Remark"), 180)),
    fetch=fetch_cases, count=count_cases, opens="mediation.dispute", empty=N_("No case is on this sheet."))


def load(uow: UnitOfWork, sheet_id: int) -> RecordCard:
    """The card of a sheet."""
    card = get_sheet(uow, sheet_id)
    return RecordCard(
        id=sheet_id, number=card.row.period, title=_("Allowance for cases"), state=state_of(card.row), holder=None,
        subtitle=_("{cases} cases, {amount}").format(cases=card.row.cases, amount=figures(card.row.fen)),
        sections=tuple(_sections(card)), acts=tuple(_acts(card)), papers=(PaperLink("mediation.allowance"),),
        version=card.version)


RECORD = RecordSpec("mediation.allowance", N_("Allowance sheet"), SHEET, load, domain="mediation")


def _sections(card: AllowanceCard) -> list[FactSection]:
    people = tuple(Fact(name, _("{cases} cases, {amount}").format(cases=cases, amount=figures(fen)))
                   for name, cases, fen in card.mediators)
    titles = dict.fromkeys(line.title for line in card.lines)
    kinds = tuple(Fact(title, _("{cases} cases, {amount}").format(
        cases=sum(line.title == title for line in card.lines),
        amount=figures(sum(line.fen for line in card.lines if line.title == title)))) for title in titles)
    found = [FactSection(_("What each mediator gets"), people), FactSection(_("By class"), kinds)]
    if card.row.confirmed_on:
        found.append(FactSection(_("Confirmed"), (Fact(_("On the day"), long_date(card.row.confirmed_on)),
                                                  Fact(_("By"), card.row.confirmed_by))))
    return found


def _acts(card: AllowanceCard) -> list[NextAct]:
    filters = {"filters": {"sheet_id": card.row.id}}
    cases = NextAct(_("Open the cases (and take them out)"), "mediation.allowance_cases", filters)
    if card.row.state != "draft":
        return [cases]
    return [NextAct(_("Confirm the sheet"), run=f"{DOING}:confirm", main=True), cases,
            NextAct(_("Put lines right"), "mediation.allowance_edit", {"record_id": card.row.id}),
            NextAct(_("Throw the draft away"), run=f"{DOING}:drop")]


def period_choices(uow: UnitOfWork) -> list[tuple[str, str]]:
    """This month, this quarter and those before them, the newest first."""
    found = []
    for kind, number in (("quarter", 5), ("month", 7), ("half", 2), ("year", 2)):
        period = period_of(uow.clock.today(), kind)
        for _each in range(number):
            found.append((period.code, period.title))
            period = period.before
    return found


def start(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    """The quarter that is over."""
    return {"period": period_of(uow.clock.today(), "quarter").before.code}


def lines_now(uow: UnitOfWork, sheet_id: int | None) -> dict[str, Any]:
    """The lines of a draft."""
    card = get_sheet(uow, sheet_id or 0)
    return {"sheet_id": card.row.id, "version": card.version, "lines": [
        {"id": line.id, "number": line.number, "title": line.title, "note": line.note, "keep": True} for line in card.lines]}


def lines_draft(values: dict[str, Any]) -> SheetDraft:
    """From the form's values."""
    lines = tuple(LineDraft(row["id"], row.get("title") or "", row.get("note") or "", bool(row.get("keep")))
                  for row in values.get("lines") or ())
    return SheetDraft(values["sheet_id"], lines, values["version"])


def class_choices(uow: UnitOfWork) -> list[tuple[str, str]]:
    """The classes there are."""
    return [(one.title, one.title) for one in list_classes(uow)]


def classes_now(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    """The classes in force, to be changed."""
    names = ("title", "fits", "fen", "needs_performed", "needs_filed", "valid_from", "valid_to", "source")
    return {"classes": [{name: getattr(one, name) for name in names} for one in list_classes(uow)]}


def classes_draft(values: dict[str, Any]) -> tuple[ClassRow, ...]:
    """From the form's values."""
    def row(given: dict[str, Any]) -> ClassRow:
        known: dict[str, Any] = {name: given[name] for name in ClassRow.__slots__ if given.get(name) is not None}
        shown: dict[str, Any] = {"title": "", "fen": 0, **known, "fits": tuple(given.get("fits") or ())}
        return ClassRow(**shown)

    return tuple(row(given) for given in values.get("classes") or ())


def period_draft(values: dict[str, Any]) -> str:
    """The period's code."""
    return values.get("period") or ""


SHEET_FORM = FormSpec(
    id="mediation.allowance_form", title=N_("Make a sheet"), domain="mediation", after="mediation.allowance",
    sections=(Section("", (Field("period", N_("For cases that fulfil the conditions by the end of"), "choice", True,
                                 choices=period_choices),),
                      help=N_("Earlier cases that no sheet has paid are taken up as well.")),),
    save=make_sheet, load=start, make_draft=period_draft, save_title=N_("Make the sheet"))
LINES_FORM = FormSpec(
    id="mediation.allowance_edit", title=N_("Put lines right"), domain="mediation", after="mediation.allowance",
    sections=(Section("", (Repeat("lines", N_("Case"), (
        Field("number", N_("Number"), read_only=True), Field("title", N_("Class"), "choice", True, choices=class_choices),
        Field("note", N_("Reason"), help=N_("Needed when the class is changed.")),
        Field("keep", N_("Stays on the sheet"), "bool", default=True)), ""),)),),
    save=change_sheet, load=lines_now, make_draft=lines_draft)
CLASSES_FORM = FormSpec(
    id="mediation.allowance_classes", title=N_("Classes of the allowance"), domain="mediation",
    sections=(Section("", (Repeat("classes", N_("Class"), (
        Field("title", N_("Class"), required=True), Field("fits", N_("Which cases"), "ticks", choices=FITS),
        Field("fen", N_("Amount a case"), "money", True),
        Field("needs_performed", N_("Only when the agreement is performed"), "bool", default=True),
        Field("needs_filed", N_("Only when the dossier is filed"), "bool", default=True),
        Field("valid_from", N_("In force from"), "date", True), Field("valid_to", N_("Until"), "date"),
        Field("source", N_("Whose rule"))), N_("Add a class")),),
        help=N_("The shipped amounts are examples; enter those of your district. The first class that fits a case counts.")),),
    save=set_classes, load=classes_now, make_draft=classes_draft)
