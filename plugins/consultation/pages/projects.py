"""Small livelihood projects: ledger with amounts, forms of money and acceptance; choices among projects."""

from dataclasses import dataclass
from typing import Any

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.documents import figures
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    Field,
    ListSpec,
    Missing,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    Repeat,
    StateCell,
)
from plugins.consultation.drafts import RaiserDraft
from plugins.consultation.drafts_projects import (
    CheckDraft,
    ChoiceDraft,
    DotsDraft,
    GrantDraft,
    PaymentDraft,
    ProjectDraft,
    RoundDraft,
)
from plugins.consultation.kinds import CHANNELS, PHOTOS, TOPIC, WRITE, title_in
from plugins.consultation.pages.common import areas, day_text, form_of, joined, picked
from plugins.consultation.queries_projects import (
    EntryRow,
    ProjectRow,
    RoundRow,
    find_project_of,
    get_round,
    list_projects,
    list_rounds,
)
from plugins.consultation.service.choices import CHOICE, close_round, save_round
from plugins.consultation.service.projects import PROJECT, check_project, grant, pay, save_project

_ = translator("consultation")
SORTS = (("works", N_("Works")), ("service", N_("Service")), ("goods", N_("Goods")))
STATES = {"open": ("raised", "walking"), "carrying": ("carrying", "judging"), "done": ("archived",)}


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project in the ledger; amounts in fen."""

    id: int
    number: str
    title: str
    area: str
    state: StateCell
    estimate: int
    granted: int | None
    paid: int
    happy: str


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A choice in the list."""

    id: int
    title: str
    held_on: Any
    projects: int
    budget: int
    chosen: str
    state: StateCell


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[ProjectLine]:
    """The ledger; filters: stage ("open", "carrying", "done")."""
    rows = [_line(one) for one in list_projects(uow, STATES.get(request.filters.get("stage", ""), ()))
            if request.text.strip() in f"{one.case.title}{one.area}{one.spot}{one.case.number}"]
    return Page(rows, None, len(rows))


def sentence(uow: UnitOfWork) -> str:
    """估算、核定、已付合计."""
    found = list_projects(uow)
    return _("{n} ideas, granted {granted}, paid {paid}").format(
        n=len(found),
        granted=figures(sum(one.granted_fen or 0 for one in found)),
        paid=figures(sum(one.paid_fen for one in found)),
    )


def fetch_rounds(uow: UnitOfWork, request: PageRequest) -> Page[RoundLine]:
    """Choices among projects, the newest first."""
    rows = [RoundLine(one.id, one.title, one.held_on, len(one.entries), one.budget_fen,
                      "、".join(entry.title for entry in one.entries if entry.chosen), _round_state(one))
            for one in list_rounds(uow) if request.text.strip() in one.title]
    return Page(rows, None, len(rows))


def load_round(uow: UnitOfWork, round_id: int) -> RecordCard:
    """The card of one choice."""
    one = get_round(uow, round_id)
    about = (Fact(_("Held on"), day_text(one.held_on)), Fact(_("Sum that may be spent"), figures(one.budget_fen)),
             Fact(_("Dots on a sheet"), str(one.per_sheet)), Fact(_("Sheets that came in"), str(one.sheets or "")),
             Fact(_("Counted by"), one.tellers), Fact(_("Seed"), one.seed))
    sections = (FactSection(_("Choice"), tuple(fact for fact in about if fact.value)),
                FactSection(_("Projects"), tuple(map(_entry, sorted(one.entries, key=lambda row: row.rank or row.place)))))

    def act(title: str, form: str, main: bool = False) -> NextAct:
        return NextAct(title, f"consultation.{form}", {"record_id": one.id}, main=main)

    acts = () if one.closed_on else (act(_("Count the dots"), "dots_form", True), act(_("Change it"), "project_round_form"))
    return RecordCard(id=one.id, number="", title=one.title, state=_round_state(one), sections=sections, acts=acts, holder=None,
                      papers=(PaperLink("consultation.choice_list"), PaperLink("consultation.choice_result")),
                      version=one.version)


def project_section(one: ProjectRow) -> FactSection:
    """What a topic's page shows of its project."""
    granted = joined(figures(one.granted_fen), day_text(one.granted_on), one.fund) if one.granted_fen is not None else ""
    payments = tuple(
        Fact(_("Paid on {day}").format(day=day_text(row.on)), joined(figures(row.amount_fen), row.payee, row.voucher, row.what))
        for row in one.payments
    )
    checked = joined(_("accepted") if one.accepted else _("not accepted"), day_text(one.checked_on), one.checked_by,
                     one.check_note) if one.checked_on else ""
    facts = (Fact(_("Kind"), _(title_in(SORTS, one.sort))), Fact(_("Where"), one.spot),
             Fact(_("Estimate"), figures(one.estimate_fen)),
             Fact(_("Households touched"), str(one.households or "")), Fact(_("Screening"), one.screening),
             Fact(_("Granted"), granted), Fact(_("Who does it"), one.supplier), *payments,
             Fact(_("Left of the grant"), figures(one.granted_fen - one.paid_fen) if one.granted_fen is not None else ""),
             Fact(_("Acceptance"), checked))
    return FactSection(_("Project"), tuple(fact for fact in facts if fact.value), "consultation.project_form",
                       {"record_id": one.id})


def photo_args(one: ProjectRow, label: str) -> dict[str, Any]:
    """Where photos of one kind are taken: the topic's files, titled with the kind."""
    return {"owner_kind": TOPIC, "owner_id": one.id, "title": f"{one.case.title} · {label}", "label": label}


def project_acts(one: ProjectRow, state: str) -> list[NextAct]:
    """What can be done with a project while its topic is in `state`."""
    def act(title: str, form: str) -> NextAct:
        return NextAct(title, f"consultation.{form}", {"record_id": one.id})

    if state not in ("carrying", "judging"):
        return []
    money = [act(_("Enter a payment"), "payment_form"), act(_("Check the finished work"), "check_form")]
    photos = [NextAct(_(title), "files.of", photo_args(one, label)) for label, title in PHOTOS]
    return [act(_("Enter the grant"), "grant_form"), *(money if one.granted_fen is not None else []), *photos]


def project_missing(one: ProjectRow, state: str, photos: frozenset[str] = frozenset()) -> list[Missing]:
    """What a project still lacks while it is carried out. photos: titles of the files kept with its topic."""
    (before, _before), (after, _after) = PHOTOS
    lacks = [] if state != "carrying" or before in photos else [
        Missing(_("There is no photo from before the work yet."), "files.of", photo_args(one, before))]
    if one.accepted and after not in photos and state in ("carrying", "judging"):
        lacks.append(Missing(_("There is no photo of the finished work yet."), "files.of", photo_args(one, after)))
    return [*_money_missing(one, state), *lacks]


def _money_missing(one: ProjectRow, state: str) -> list[Missing]:
    if state == "carrying" and one.granted_fen is None:
        return [Missing(_("No money is granted yet."), "consultation.grant_form", {"record_id": one.id})]
    if state == "carrying" and not one.accepted:
        return [Missing(_("The work is not accepted yet."), "consultation.check_form", {"record_id": one.id})]
    return []


def _line(one: ProjectRow) -> ProjectLine:
    happy, all_ = one.satisfied
    return ProjectLine(one.id, one.case.number, one.case.title, one.area, StateCell(one.case.state_title, one.case.tone),
                       one.estimate_fen, one.granted_fen, one.paid_fen, f"{happy}/{all_}" if all_ else "")


def _entry(one: EntryRow) -> Fact:
    votes = _("{n} dots").format(n=one.votes) if one.votes is not None else ""
    return Fact(f"{one.place}. {one.title}", joined(one.spot, figures(one.estimate_fen), votes,
                                                    _("chosen") if one.chosen else ""))


def _round_state(one: RoundRow) -> StateCell:
    return StateCell(_("Counted"), Tone.DONE) if one.closed_on else StateCell(_("Open"), Tone.WAITING)


def _load_project(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if record_id is None:
        return {"sort": "works", "channel": "grid", "topic_id": 0}
    one = find_project_of(uow, record_id)
    values = {"topic_id": record_id, "screened_on": uow.clock.today(), "sort": "works"}
    return values | ({name: getattr(one, name) for name in ("sort", "spot", "estimate_fen", "households", "screening")}
                     if one else {})


def _make_project(values: dict[str, Any]) -> ProjectDraft:
    raiser = RaiserDraft(values.get("name") or "", contact=values.get("contact") or "", home=values.get("home") or "")
    return picked(ProjectDraft, values, raiser=raiser)


def _load_grant(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    one = find_project_of(uow, record_id or 0)
    return {"topic_id": record_id, "granted_fen": (one.granted_fen or one.estimate_fen) if one else None,
            "granted_on": uow.clock.today(), "fund": one.fund if one else "", "supplier": one.supplier if one else "",
            "started_on": one.started_on if one else None}


def _load_check(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    today = uow.clock.today()
    return {"topic_id": record_id, "finished_on": today, "checked_on": today, "accepted": True}


def _load_round(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if record_id is None:
        return {"title": "民生微实事居民评选", "held_on": uow.clock.today(), "per_sheet": 3,
                "topics": tuple(one.id for one in list_projects(uow, ("walking",)))}
    one = get_round(uow, record_id)
    return {"id": one.id, "version": one.version, "title": one.title, "held_on": one.held_on, "budget_fen": one.budget_fen,
            "per_sheet": one.per_sheet, "topics": tuple(entry.topic_id for entry in one.entries)}


def _load_dots(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    one = get_round(uow, record_id or 0)
    return {"round_id": one.id, "dots": [{"topic_id": entry.topic_id, "title": f"{entry.place}. {entry.title}", "votes": 0}
                                         for entry in one.entries]}


def _standing(uow: UnitOfWork) -> list[tuple[int, str]]:
    return [(one.id, f"{one.case.title}({figures(one.estimate_fen)})") for one in list_projects(uow, ("walking",))]


def _make_dots(values: dict[str, Any]) -> ChoiceDraft:
    return picked(ChoiceDraft, values, dots=tuple(picked(DotsDraft, row) for row in values.get("dots") or ()))


_PROJECT = (Field("sort", N_("Kind"), "choice", choices=SORTS), Field("spot", N_("Where")),
            Field("estimate_fen", N_("Estimate"), "money", True), Field("households", N_("Households touched"), "number"))
IDEA_FORM = form_of(
    "idea_form",
    N_("Take down an idea"),
    save_project,
    ProjectDraft,
    Field("title", N_("Title"), "text", True),
    Field("content", N_("What is wanted"), "lines", rows=3),
    Field("name", N_("Name"), help=N_("Left blank: anonymous.")),
    Field("contact", N_("Phone")),
    Field("home", N_("Building and door")),
    Field("channel", N_("How it came"), "choice", choices=CHANNELS),
    Field("area_id", N_("Estate or building"), "choice", choices=areas),
    *_PROJECT,
    load=_load_project,
    make=_make_project,
    after="consultation.topic",
)
PROJECT_FORM = form_of("project_form", N_("Project"), save_project, ProjectDraft, *_PROJECT,
                       Field("screening", N_("Result of the screening"), "lines", rows=2),
                       Field("screened_on", N_("Screened on"), "date"), load=_load_project, make=_make_project)
GRANT_FORM = form_of("grant_form", N_("Enter the grant"), grant, GrantDraft, Field("granted_fen", N_("Granted"), "money", True),
                     Field("granted_on", N_("Granted on"), "date", True), Field("fund", N_("Where the money comes from")),
                     Field("supplier", N_("Who does it")), Field("started_on", N_("Work begins on"), "date"), load=_load_grant)
PAYMENT_FORM = form_of(
    "payment_form",
    N_("Enter a payment"),
    pay,
    PaymentDraft,
    Field("amount_fen", N_("Amount"), "money", True),
    Field("payee", N_("Paid to"), "text", True),
    Field("voucher", N_("Number of the voucher")),
    Field("what", N_("What was paid for")),
    Field("on", N_("Day"), "date", True),
    help=N_("Payments are added, never changed; a negative amount takes one back."),
)
CHECK_FORM = form_of("check_form", N_("Check the finished work"), check_project, CheckDraft,
                     Field("finished_on", N_("Finished on"), "date", True), Field("checked_on", N_("Checked on"), "date", True),
                     Field("checked_by", N_("Checked by"), "text", True), Field("accepted", N_("It is accepted"), "bool"),
                     Field("note", N_("What was found"), "lines", rows=3), load=_load_check)
PROJECT_ROUND_FORM = form_of(
    "project_round_form", N_("A choice among projects"), save_round, RoundDraft, Field("title", N_("Title"), "text", True),
    Field("held_on", N_("Held on"), "date", True), Field("budget_fen", N_("Sum that may be spent"), "money", True),
    Field("per_sheet", N_("Dots on a sheet"), "number", True),
    Field("topics", N_("Projects"), "ticks", choices=_standing), load=_load_round, after="consultation.choice",
    help=N_("What is chosen follows from the dots: down the ranking as long as the sum lasts."))
DOTS_FORM = form_of(
    "dots_form",
    N_("Count the dots"),
    close_round,
    ChoiceDraft,
    Field("sheets", N_("Sheets that came in"), "number", True),
    Repeat(
        "dots", N_("Project"), (Field("title", N_("Project"), read_only=True), Field("votes", N_("Dots"), "number", True)), ""
    ),
    Field("tellers", N_("Counted by"), "text", True),
    Field(
        "seed", N_("Seed for a tie at the edge"), help=N_("Something everybody sees before the draw: dice, today's headline.")
    ),
    load=_load_dots,
    make=_make_dots,
)
PROJECTS = ListSpec(
    id="consultation.projects",
    title=N_("Small livelihood projects"),
    record=PROJECT,
    domain="consultation",
    fetch=fetch,
    sentence=sentence,
    columns=(
        Column("number", N_("Number"), 170),
        Column("title", N_("Project"), 0),
        Column("area", N_("Estate or building"), 150),
        Column("state", N_("State"), 120, "state"),
        Column("estimate", N_("Estimate"), 110, "money"),
        Column("granted", N_("Granted"), 110, "money"),
        Column("paid", N_("Paid"), 110, "money"),
        Column("happy", N_("Satisfied"), 90),
    ),
    chips=(
        Chip(N_("Before the choice"), {"stage": "open"}),
        Chip(N_("Being carried out"), {"stage": "carrying"}),
        Chip(N_("Filed"), {"stage": "done"}),
    ),
    opens="consultation.topic",
    new="consultation.idea_form",
    new_title=N_("Take down an idea"),
    new_permission=WRITE,
    search_hint=N_("Words of the project"),
    empty=N_("Take down the first idea for a small public work."),
)
CHOICES = ListSpec(
    id="consultation.choices",
    title=N_("Choices among projects"),
    record=CHOICE,
    domain="consultation",
    fetch=fetch_rounds,
    columns=(
        Column("title", N_("Choice"), 240),
        Column("held_on", N_("Held on"), 110, "date"),
        Column("projects", N_("Projects"), 90, "number"),
        Column("budget", N_("Sum that may be spent"), 130, "money"),
        Column("chosen", N_("Chosen"), 0),
        Column("state", N_("State"), 100, "state"),
    ),
    opens="consultation.choice",
    new="consultation.project_round_form",
    new_title=N_("Set up a choice"),
    new_permission=WRITE,
    search_hint=N_("Words of the title"),
    empty=N_("Ideas that are taken up stand in a choice; residents put dots beside them."),
)
CHOICE_CARD = RecordSpec("consultation.choice", N_("A choice among projects"), CHOICE, load_round, domain="consultation")
