"""From the tables to what the papers of estates print."""

from dataclasses import dataclass
from datetime import date

from desk.api import UserError, translator
from desk.api.db import UnitOfWork
from desk.api.votes import VoteRow, get_vote
from plugins.consultation.documents.loading import unit
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


def load_notice(uow: UnitOfWork, vote_id: int) -> OwnersNotice:
    """For the notice of an owners' vote. UserError for a vote of something else."""
    vote = get_vote(uow, vote_id)
    if vote.owner_kind != ESTATE or vote.owner_id is None:
        raise UserError(_("This is not a vote of an estate's owners."))
    return OwnersNotice(unit(uow), vote, get_estate(uow, vote.owner_id), uow.clock.today())
