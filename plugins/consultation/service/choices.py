"""A choice among projects: residents put dots beside them; what is chosen follows from dots and sum, nobody types it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.cases import visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.votes import draw
from plugins.consultation.drafts_projects import ChoiceDraft, RoundDraft
from plugins.consultation.kinds import TOPIC, WRITE
from plugins.consultation.models import ChoiceEntry, ChoiceRound, Topic
from plugins.consultation.service.projects import find_project

_ = translator("consultation")
CHOICE = "consultation.choice"


@dataclass(frozen=True, slots=True)
class Standing:
    """A project in a count. place: its number on the list; fen: its estimate."""

    place: int
    votes: int
    fen: int


@verb("consultation.save_round", permission=WRITE)
def save_round(uow: UnitOfWork, draft: RoundDraft) -> int:
    """Set a choice up or change it before it is counted; answers its id."""
    fields = {}
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if not draft.budget_fen or draft.budget_fen < 0:
        fields["budget_fen"] = _("Enter the sum that may be spent.")
    if len(draft.topics) < 2:
        fields["topics"] = _("A choice needs two projects at least.")
    if not 1 <= draft.per_sheet <= max(len(draft.topics), 1):
        fields["per_sheet"] = _("Between one dot and as many as there are projects.")
    refuse_marked(fields)
    row = uow.get(ChoiceRound, draft.id) if draft.id else ChoiceRound()
    if draft.id:
        uow.expect_version(row, draft.version)
        _still_open(row)
    row.title, row.held_on = clean(draft.title, field="title"), draft.held_on or uow.clock.today()
    row.budget_fen, row.per_sheet = draft.budget_fen or 0, draft.per_sheet
    uow.add(row)
    for entry in uow.session.scalars(select(ChoiceEntry).where(ChoiceEntry.round_id == row.id)):
        uow.session.delete(entry)
    uow.session.flush()
    for place, topic_id in enumerate(draft.topics, 1):
        _standing_topic(uow, topic_id)
        uow.add(ChoiceEntry(round_id=row.id, topic_id=topic_id, place=place))
        uow.touch(TOPIC, topic_id)
    uow.trace("consultation.save_round", CHOICE, row.id, projects=len(draft.topics))
    return int(row.id)


@verb("consultation.close_round", permission=WRITE)
def close_round(uow: UnitOfWork, draft: ChoiceDraft) -> int:
    """Enter the dots and let the outcome stand; a tie at the edge of the sum is drawn by a seed everybody saw."""
    row = uow.get(ChoiceRound, draft.round_id)
    _still_open(row)
    entries = uow.session.scalars(select(ChoiceEntry).where(ChoiceEntry.round_id == row.id).order_by(ChoiceEntry.place)).all()
    dots = {one.topic_id: one.votes for one in draft.dots}
    for number, entry in enumerate(entries):
        if not 0 <= dots.get(entry.topic_id, 0) <= draft.sheets:
            raise UserError(_("No project has more dots than sheets came in."), field=f"dots.{number}.votes")
    if draft.sheets <= 0 or sum(dots.values()) > draft.sheets * row.per_sheet:
        raise UserError(_("{dots} dots on {sheets} sheets are more than {per} a sheet.").format(
            dots=sum(dots.values()), sheets=draft.sheets, per=row.per_sheet), field="sheets")
    standings = [Standing(entry.place, dots.get(entry.topic_id, 0), _fen(uow, entry.topic_id)) for entry in entries]
    ranked = rank(standings, row.budget_fen, clean(draft.seed))
    chosen = choose(ranked, row.budget_fen)
    for entry in entries:
        entry.votes, entry.chosen = dots.get(entry.topic_id, 0), entry.place in chosen
        entry.drawn = next(number for number, one in enumerate(ranked, 1) if one.place == entry.place)
        uow.touch(TOPIC, entry.topic_id)
    row.sheets, row.closed_on, row.tellers = draft.sheets, uow.clock.today(), clean(draft.tellers, limit=120)
    row.seed = clean(draft.seed)
    uow.touch(CHOICE, row.id)
    uow.trace("consultation.close_round", CHOICE, row.id, sheets=draft.sheets, chosen=len(chosen), seed=clean(draft.seed))
    return int(row.id)


def rank(standings: Sequence[Standing], budget: int, seed: str) -> list[Standing]:
    """By dots, the most first; a tie keeps the list's order unless it decides who is chosen: then the seed draws.

    UserError without a seed where it decides. A project without any dot is never chosen.
    """
    plain = sorted(standings, key=lambda one: (-one.votes, one.place))
    chosen = choose(plain, budget)
    found: list[Standing] = []
    for votes, group in groupby(plain, key=lambda one: one.votes):
        tied = list(group)
        undecided = votes and 0 < sum(one.place in chosen for one in tied) < len(tied)
        if undecided and not seed:
            raise UserError(_("Projects {places} have the same number of dots and not all can be chosen.").format(
                places="、".join(str(one.place) for one in tied)), field="seed",
                todo=_("Draw: enter a seed that everybody has seen."))
        if undecided:
            order = {name: number for number, name in enumerate(draw(seed, [str(one.place) for one in tied], len(tied)))}
            tied.sort(key=lambda one: order[str(one.place)])
        found += tied
    return found


def choose(ranked: Sequence[Standing], budget: int) -> set[int]:
    """Places chosen: down the ranking as long as the sum lasts; what does not fit is passed over, a smaller one may follow."""
    left, found = budget, set()
    for one in ranked:
        if one.votes and one.fen <= left:
            left -= one.fen
            found.add(one.place)
    return found


def _still_open(row: ChoiceRound) -> None:
    if row.closed_on is not None:
        raise UserError(_("This choice is counted and stands."))


def _standing_topic(uow: UnitOfWork, topic_id: int) -> None:
    topic = uow.get(Topic, topic_id)
    if find_project(uow, topic_id) is None:
        raise UserError(_("This topic is no project."), field="topics", todo=_("Enter its estimate first."))
    if visible_case(uow, topic.case_id).state != "walking":
        raise UserError(_("The topic is not in its procedure."), field="topics", todo=_("Take it up first."))


def _fen(uow: UnitOfWork, topic_id: int) -> int:
    found = find_project(uow, topic_id)
    return found.estimate_fen if found else 0
