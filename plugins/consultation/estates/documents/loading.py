"""From the tables to what the papers of estates print."""

from dataclasses import dataclass
from datetime import date

from desk.api import UserError, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.votes import VoteRow, find_profile, get_vote
from plugins.consultation.documents.loading import unit
from plugins.consultation.documents.results import OUTCOMES
from plugins.consultation.estates.decisions import RULE, DecisionRow, get_decision, list_committee_meetings, list_decisions
from plugins.consultation.estates.kinds import ESTATE
from plugins.consultation.estates.queries import (
    CommitteeRow,
    EstateFile,
    UnitRow,
    get_committee,
    get_estate,
    list_units_of,
)

_ = translator("consultation")


@dataclass(frozen=True, slots=True)
class RollPaper:
    """The register of an estate."""

    unit: str
    file: EstateFile
    units: tuple[UnitRow, ...]
    today: date


@dataclass(frozen=True, slots=True)
class CommitteePaper:
    """A committee with its estate."""

    unit: str
    body: CommitteeRow
    file: EstateFile
    vote: VoteRow | None


@dataclass(frozen=True, slots=True)
class DecisionPaper:
    """A decision of a committee; source: of the rule it was judged by."""

    unit: str
    body: CommitteeRow
    decision: DecisionRow
    source: str


@dataclass(frozen=True, slots=True)
class FilePaper:
    """What owners may read of a term: (day, kind, title, outcome)."""

    unit: str
    body: CommitteeRow
    lines: tuple[tuple[date, str, str, str], ...]
    today: date


@dataclass(frozen=True, slots=True)
class OwnersNotice:
    """The notice of an owners' vote."""

    unit: str
    vote: VoteRow
    file: EstateFile
    today: date


def load_roll(uow: UnitOfWork, estate_id: int) -> RollPaper:
    """For the register's paper."""
    return RollPaper(unit(uow), get_estate(uow, estate_id), tuple(list_units_of(uow, estate_id)), uow.clock.today())


def load_committee(uow: UnitOfWork, committee_id: int) -> CommitteePaper:
    """For the filing sheet and the list of members; the newest counted vote since its preparation goes with it."""
    body = get_committee(uow, committee_id)
    file = get_estate(uow, body.estate_id)
    votes = [one for one in file.votes if one.state in ("counted", "closed") and one.frozen_on and one.frozen_on >= body.prepared_on]
    return CommitteePaper(unit(uow), body, file, votes[-1] if votes else None)


def load_decision(uow: UnitOfWork, decision_id: int) -> DecisionPaper:
    """A decision with the committee that made it."""
    one = get_decision(uow, decision_id)
    return DecisionPaper(unit(uow), get_committee(uow, one.committee_id), one, find_profile(uow, RULE).source)


def load_file(uow: UnitOfWork, committee_id: int) -> FilePaper:
    """Everything owners may read of a committee's term, in the order of time (区分所有权解释 13)."""
    body = get_committee(uow, committee_id)
    lines = [(hall_time(one.starts_at).date(), "会议记录", one.title, f"实到{one.came}人" if one.attendees else "")
             for one in list_committee_meetings(uow, body.id) if one.closed]
    lines += [(one.made_on, "决定", one.title, f"{OUTCOMES[one.outcome]}" + (
        f",{long_date(one.posted_on)}公示" if one.posted_on else "")) for one in list_decisions(uow, body.id)]
    lines += [(vote.held_on, "业主大会决定", vote.title, f"校验码{vote.check_code}") for vote in get_estate(uow, body.estate_id).votes
              if vote.held_on and vote.state in ("counted", "closed") and vote.held_on >= body.prepared_on]
    return FilePaper(unit(uow), body, tuple(sorted(lines)), uow.clock.today())


def load_notice(uow: UnitOfWork, vote_id: int) -> OwnersNotice:
    """For the notice of an owners' vote. UserError for a vote of something else."""
    vote = get_vote(uow, vote_id)
    if vote.owner_kind != ESTATE or vote.owner_id is None:
        raise UserError(_("This is not a vote of an estate's owners."))
    return OwnersNotice(unit(uow), vote, get_estate(uow, vote.owner_id), uow.clock.today())
