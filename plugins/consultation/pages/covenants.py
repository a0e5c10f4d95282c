"""The register of covenants: list, card, forms of adopting, signing, reviewing."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desk.api import N_, Tone, translator
from desk.api.calendar import add_months
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    Field,
    LampCell,
    ListSpec,
    Missing,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
)
from plugins.consultation.drafts_bodies import CovenantDraft, CovenantReviewDraft
from plugins.consultation.kinds import WRITE, title_in
from plugins.consultation.pages.common import areas, day_text, form_of, joined
from plugins.consultation.queries import get_file
from plugins.consultation.queries_covenants import CovenantRow, get_covenant, list_covenants
from plugins.consultation.service.covenants import COVENANT, review_covenant, save_covenant

_ = translator("consultation")
STATES = {"force": (N_("In force"), Tone.DONE), "replaced": (N_("Replaced"), Tone.MUTED), "ended": (N_("Ended"), Tone.MUTED)}
OUTCOMES = (("keep", N_("It stays as it is")), ("amend", N_("To be amended")), ("end", N_("It ends")))
NOTICE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CovenantLine:
    """A covenant in the list. age: whole years since it was adopted."""

    id: int
    title: str
    area: str
    edition: int
    adopted_on: date
    age: int
    signed: str
    state: StateCell
    lamp: LampCell


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[CovenantLine]:
    """All covenants; filters: in_force (bool)."""
    today = uow.clock.today()
    rows = [CovenantLine(one.id, one.title, one.area or _("whole community"), one.edition, one.adopted_on,
                         _years(one.adopted_on, today), _signed(one), _state(one), _lamp(one, today))
            for one in list_covenants(uow, in_force=request.filters.get("in_force"))
            if request.text.strip() in f"{one.title}{one.area}{one.text}"]
    return Page(rows, None, len(rows))


def load(uow: UnitOfWork, covenant_id: int) -> RecordCard:
    """The card of one covenant."""
    one, today = get_covenant(uow, covenant_id), uow.clock.today()
    about = (Fact(_("Estate or building"), one.area or _("whole community")), Fact(_("Edition"), str(one.edition)),
             Fact(_("Adopted"), joined(day_text(one.adopted_on), one.adopted_by)),
             Fact(_("Reviewed for lawfulness by"), one.checked_by),
             Fact(_("Households that signed"), _signed(one)), Fact(_("Next review"), day_text(one.review_on)),
             Fact(_("Ended"), joined(day_text(one.ended_on), one.ended_reason)))
    reviews = tuple(Fact(day_text(said.on), joined(_(title_in(OUTCOMES, said.outcome)), said.finding, said.who))
                    for said in one.reviews)
    sections = [FactSection(title, tuple(fact for fact in facts if fact.value)) for title, facts in (
        (_("Covenant"), about), (_("Clauses"), (Fact("", one.text),)), (_("Reviews"), reviews)) if facts]
    due = one.state == "force" and one.review_on <= today
    missing = (
        [Missing(_("The yearly review is due."), "consultation.covenant_review_form", {"record_id": one.id})] if due else []
    )
    if one.state == "force" and one.reviews and one.reviews[-1].outcome == "amend":
        missing.append(
            Missing(_("The last review wants it amended."), "consultation.next_covenant_form", {"record_id": one.id})
        )
    return RecordCard(id=one.id, number="", title=one.title, state=_state(one), lamp=_lamp(one, today), holder=None,
                      sections=tuple(sections), missing=tuple(missing), acts=tuple(_acts(one, due)), version=one.version,
                      papers=tuple(PaperLink(f"consultation.covenant_{paper}") for paper in ("poster", "copy", "signatures")))


def _acts(one: CovenantRow, due: bool) -> list[NextAct]:
    def act(title: str, form: str, main: bool = False, record_id: int = 0) -> NextAct:
        return NextAct(title, f"consultation.{form}", {"record_id": record_id or one.id}, main=main)

    topic = [act(_("To the topic"), "topic", False, one.topic_id)] if one.topic_id else []
    if one.state != "force":
        return topic
    return [act(_("Yearly review"), "covenant_review_form", due), act(_("Who signed; change"), "covenant_form", not due),
            act(_("Adopt a new edition"), "next_covenant_form"), *topic,
            NextAct(_("Files and photos"), "files.of", {"owner_kind": COVENANT, "owner_id": one.id, "title": one.title})]


def _state(one: CovenantRow) -> StateCell:
    word, tone = STATES[one.state]
    return StateCell(_(word), tone)


def _lamp(one: CovenantRow, today: date) -> LampCell:
    return LampCell(one.review_on, (one.review_on - today).days) if one.state == "force" else LampCell()


def _signed(one: CovenantRow) -> str:
    if one.signed is None:
        return ""
    return _("{n} of {all} households").format(n=one.signed, all=one.households) if one.households else str(one.signed)


def _years(since: date, today: date) -> int:
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))


def _load_known(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if record_id is None:
        today = uow.clock.today()
        return {"adopted_on": today, "review_on": add_months(today, 12), "adopted_by": "居民会议"}
    one = get_covenant(uow, record_id)
    return {name: getattr(one, name) for name in ("id", "version", "title", "text", "topic_id", "area_id", "adopted_on",
                                                  "adopted_by", "checked_by", "households", "signed", "review_on")}


def _load_adopt(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Out of a topic whose covenant passed."""
    file = get_file(uow, record_id or 0)
    last = file.drafts[-1] if file.drafts else None
    experts = "、".join(dict.fromkeys(said.expert for said in last.reviews if said.opinion == "pass")) if last else ""
    day = file.resolutions[-1].made_on if file.resolutions else uow.clock.today()
    by = file.resolutions[-1].body if file.resolutions and file.resolutions[-1].body else "居民代表会议"
    return {"topic_id": file.id, "title": last.title if last else file.case.title, "text": last.text if last else "",
            "area_id": file.case.area_id, "adopted_on": day, "adopted_by": by, "checked_by": experts,
            "review_on": add_months(day, 12)}


def _load_next(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    today = uow.clock.today()
    return _load_known(uow, record_id) | {"id": 0, "version": 0, "replaces": record_id, "adopted_on": today, "signed": None,
                                          "review_on": add_months(today, 12), "topic_id": None}


def _load_review(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    today = uow.clock.today()
    return {"covenant_id": record_id, "on": today, "who": uow.actor.name, "outcome": "keep", "next_on": add_months(today, 12)}


_FIELDS = (
    Field("title", N_("Title"), "text", True), Field("text", N_("Clauses, one a line"), "lines", True, rows=8),
    Field("area_id", N_("Estate or building"), "choice", choices=areas), Field("adopted_on", N_("Adopted on"), "date", True),
    Field("adopted_by", N_("Adopted by"), "text", True),
    Field("checked_by", N_("Reviewed for lawfulness by"), "text", True, help=N_("No clause may take a legal right away.")),
    Field("households", N_("Households in the area"), "number"), Field("signed", N_("Households that signed"), "number"),
    Field("review_on", N_("Next review"), "date"))
COVENANT_FORM = form_of("covenant_form", N_("Covenant"), save_covenant, CovenantDraft, *_FIELDS, load=_load_known,
                        after="consultation.covenant")
ADOPT_FORM = form_of("adopt_form", N_("Enter into the register of covenants"), save_covenant, CovenantDraft, *_FIELDS,
                     load=_load_adopt, after="consultation.covenant")
NEXT_COVENANT_FORM = form_of("next_covenant_form", N_("Adopt a new edition"), save_covenant, CovenantDraft, *_FIELDS,
                             load=_load_next, after="consultation.covenant",
                             help=N_("The edition in force is kept and marked as replaced."))
COVENANT_REVIEW_FORM = form_of(
    "covenant_review_form", N_("Yearly review"), review_covenant, CovenantReviewDraft,
    Field("finding", N_("What the review found"), "lines", True, rows=4),
    Field("outcome", N_("What becomes of it"), "choice", True, choices=OUTCOMES), Field("who", N_("Reviewed by")),
    Field("on", N_("Day"), "date", True), Field("next_on", N_("Next review"), "date"), load=_load_review)
COVENANTS = ListSpec(
    id="consultation.covenants",
    title=N_("Covenants"),
    record=COVENANT,
    domain="consultation",
    fetch=fetch,
    columns=(
        Column("title", N_("Covenant"), 0),
        Column("area", N_("Estate or building"), 180),
        Column("edition", N_("Edition"), 80, "number"),
        Column("adopted_on", N_("Adopted on"), 110, "date"),
        Column("age", N_("Years"), 70, "number"),
        Column("signed", N_("Households that signed"), 150),
        Column("state", N_("State"), 100, "state"),
        Column("lamp", N_("Next review"), 200, "lamp"),
    ),
    chips=(Chip(N_("In force"), {"in_force": True}), Chip(N_("Replaced or ended"), {"in_force": False})),
    opens="consultation.covenant",
    new="consultation.covenant_form",
    new_title=N_("Enter a covenant"),
    new_permission=WRITE,
    search_hint=N_("Words of the covenant"),
    empty=N_("No covenants yet. One that a topic adopted is entered from there."),
)
COVENANT_CARD = RecordSpec("consultation.covenant", N_("Covenant"), COVENANT, load, domain="consultation")
