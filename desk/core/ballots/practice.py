"""A secret vote in progress for practice data, which is made in one transaction: nothing of it belongs to anybody."""

from collections.abc import Iterable

from sqlalchemy import select

from desk.core.ballots.ground import vote_in
from desk.core.ballots.model import RollEntry
from desk.core.db.uow import UnitOfWork


def give_in_practice(uow: UnitOfWork, vote_id: int, roll_ids: Iterable[int]) -> None:
    """Invented voters were given ballots, in the transaction that made the pile. Elsewhere roll and box stay apart
    (`ground.keep_apart`), so this raises outside a hall of practice data.
    """
    if not uow.community.practice:
        raise RuntimeError("ballots are given without a transaction of their own in practice data only")
    vote = vote_in(uow, vote_id, "open")
    meant = set(roll_ids)
    for entry in uow.session.scalars(select(RollEntry).where(RollEntry.vote_id == vote.id)):
        if entry.id in meant:
            entry.given = entry.present = True
    uow.session.flush()
    uow.touch("ballot.vote", vote_id)
