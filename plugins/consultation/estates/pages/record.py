"""The record page of an estate: what its owners' vote would weigh, its committee and its papers, what to do next."""

from typing import Any

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.pages import (
    Fact,
    FactSection,
    LampCell,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    StepLamp,
)
from desk.api.votes import VOTE_STATES
from plugins.consultation.estates.areas import show_area
from plugins.consultation.estates.kinds import COMMITTEE, ESTATE, POSTS
from plugins.consultation.estates.pages.decisions import (
    committee_acts,
    committee_missing,
    committee_papers,
    committee_sections,
)
from plugins.consultation.estates.pages.lists import committee_cell
from plugins.consultation.estates.queries import CommitteeRow, EstateFile, get_estate

_ = translator("consultation")
desk_ = translator("desk")
LAMPS = (N_("Preparation"), N_("Owners' vote"), N_("Elected"), N_("Filed with the office"))


def load(uow: UnitOfWork, estate_id: int) -> RecordCard:
    """The whole card in one read."""
    file = get_estate(uow, estate_id)
    row, body = file.row, file.row.committee
    works = body is not None and body.state in ("elected", "filed")
    state = committee_cell(body.state) if body else StateCell(_("No committee"), Tone.WAITING if row.managed else Tone.MUTED)
    return RecordCard(
        id=estate_id, number="", title=row.name, state=state, subtitle=" · ".join(filter(None, (row.firm, row.address))),
        lamp=LampCell(body.term_end, body.days_left) if body and body.state == "filed" else LampCell(), holder=None,
        steps=_lamps(file, body), sections=(*_sections(file), *(committee_sections(uow, body) if body else ())),
        missing=(*_missing(file), *(committee_missing(uow, body) if body else ())),
        acts=(*_acts(file), *(committee_acts(uow, body) if body and works else ())),
        papers=(*(committee_papers(uow, body) if body else ()), *_papers(file)), version=row.version,
        beside=((COMMITTEE, body.id),) if body else ())


RECORD = RecordSpec("consultation.estate", N_("Estate"), ESTATE, load, domain="consultation")


def _lamps(file: EstateFile, body: CommitteeRow | None) -> tuple[StepLamp, ...]:
    if body is None or body.state == "ended":
        return ()
    voted = any(vote.state in ("counted", "closed") for vote in _votes_of(file, body))
    now = {"preparing": 2 if voted else 1, "elected": 3, "filed": 4}[body.state]
    return tuple(StepLamp(_(title), "done" if place < now else "now" if place == now else "next")
                 for place, title in enumerate(LAMPS))


def _votes_of(file: EstateFile, body: CommitteeRow) -> list[Any]:
    return [vote for vote in file.votes if vote.frozen_on is not None and vote.frozen_on >= body.prepared_on]


def _sections(file: EstateFile) -> list[FactSection]:
    row = file.row
    found = [FactSection(_("Owners' register"), (
        Fact(_("Parts"), str(row.units)), Fact(_("Area of all parts"), f"{show_area(row.area)} ㎡"),
        Fact(_("A vote today would have"), _("{n} persons, {area} m²").format(n=file.voters, area=show_area(file.area))),
        Fact(_("Developer"), row.developer or "—"), *((Fact(_("Note"), row.note),) if row.note else ())))]
    for body in file.committees:
        found.append(_committee(body))
    for vote in file.votes:
        found.append(FactSection(_("Owners' vote"), (
            Fact(vote.title, desk_(VOTE_STATES[vote.state])), Fact(_("Day"), long_date(vote.held_on) if vote.held_on else "—")),
            "consultation.vote", {"record_id": vote.id}))
    return found


def _committee(body: CommitteeRow) -> FactSection:
    posts = dict(POSTS)
    facts = [Fact(_("State"), committee_cell(body.state).word), Fact(_("Prepared since"), long_date(body.prepared_on))]
    facts += [Fact(_(posts[post]), f"{name} {home}".strip()) for name, post, home in body.seats]
    for title, day in ((_("Elected on"), body.elected_on), (_("Term ends"), body.term_end), (_("Filed on"), body.filed_on),
                       (_("Ended on"), body.ended_on)):
        if day:
            facts.append(Fact(title, long_date(day)))
    for title, text in ((_("Filed with"), body.filed_with), (_("Filing number"), body.filing_number),
                        (_("Why"), body.end_reason)):
        if text:
            facts.append(Fact(title, text))
    facts += [Fact(long_date(day), " · ".join(filter(None, (
        _("{name} left").format(name=name) if what == "left" else _("{name} came in").format(name=name), _(posts[post]), why))))
        for day, what, name, post, why in body.changes]
    return FactSection(_("Committee, term {n}").format(n=body.number), tuple(facts))


def _missing(file: EstateFile) -> list[Missing]:
    row, body, args = file.row, file.row.committee, {"record_id": file.row.id}
    found = []
    if not row.units:
        found.append(Missing(_("The owners' register is empty."), "consultation.owners_list", args))
    if file.namesakes:
        found.append(Missing(_("Taken for one person until the ends of their certificate numbers are entered: {names}.").format(
            names="、".join(file.namesakes[:5])), "consultation.units"))
    if file.unowned:
        found.append(Missing(_("{n} parts have no owner.").format(n=file.unowned), "consultation.units"))
    if body and body.state == "filed" and body.days_left is not None and body.days_left < 0:
        found.append(Missing(_("The term has ended: prepare the next committee."), "consultation.prepare_form", args))
    if body and body.state == "filed":
        found += _seats_missing(body)
    if body and body.state == "elected":
        found.append(Missing(_("Not filed yet: within thirty days of the election."), "consultation.filing_form",
                             {"record_id": body.id}, source="《物业管理条例》第十六条"))
    return found


def _seats_missing(body: CommitteeRow) -> list[Missing]:
    """What the seats lack after somebody left."""
    full = [post for _name, post, _home in body.seats if post != "substitute"]
    args = {"record_id": body.id}
    found = [] if "director" in full else [Missing(_("The committee has no director."), "consultation.seat_change_form", args)]
    if 2 * len(full) < body.elected:
        found.append(Missing(_("Fewer than half of the members are left: the owners elect anew."), "consultation.prepare_form",
                             {"record_id": body.estate_id}, source="《业主大会和业主委员会指导规则》,条文未能核对"))
    return found


def _acts(file: EstateFile) -> list[NextAct]:
    row, body = file.row, file.row.committee
    state = body.state if body else ""

    def act(title: str, form: str, record_id: int = 0, main: bool = False) -> NextAct:
        return NextAct(title, f"consultation.{form}", {"record_id": record_id or row.id}, main=main)

    found = [act(_("Bring in the owners' list"), "owners_list", main=not row.units)]
    running = [vote for vote in file.votes if vote.state not in ("closed", "void")]
    found += [act(_("Vote: {title}").format(title=vote.title), "vote", vote.id) for vote in running]
    if row.units:
        found.append(act(_("Open an owners' vote"), "owners_vote_form", main=state == "preparing" and not running))
    if body and state == "preparing":
        found.append(act(_("Enter who was elected"), "seats_form", body.id))
    if body and state == "elected":
        found += [act(_("Enter the filing"), "filing_form", body.id, True),
                  act(_("Change who was elected"), "seats_form", body.id)]
    if body and state == "filed":
        found.append(act(_("A member leaves or comes"), "seat_change_form", body.id))
    if state in ("", "filed", "ended"):
        found.append(act(_("Prepare a committee"), "prepare_form", main=bool(row.units) and state != "filed"))
    if body and state != "ended":
        found.append(act(_("The term ends early"), "end_form", body.id))
    found += [act(_("Enter a part"), "new_unit_form"), act(_("Change the estate"), "estate_form")]
    return found


def _papers(file: EstateFile) -> list[PaperLink]:
    found = [PaperLink("consultation.owners_roll")]
    for body in file.committees:
        if body.state != "preparing":
            found += [PaperLink("consultation.filing", body.id, str(body.number)),
                      PaperLink("consultation.members", body.id, str(body.number))]
    found += [PaperLink("consultation.owners_notice", vote.id, vote.title) for vote in file.votes]
    return found
