"""A vote whose voters are a body's members: the roll is taken from its seats, looked over, then frozen."""

from functools import partial
from typing import Any

from desk.api import translator
from plugins.consultation.seat_rolls import SeatRoll, list_sources, roll_of

_ = translator("consultation")


def open_with_seats(ctx: Any, topic_id: int) -> None:
    """Button: which body votes; the form opens with its members as the roll."""
    ctx.jobs.read(list_sources).then(partial(_choose, ctx, topic_id)).start()


def _choose(ctx: Any, topic_id: int, sources: list[tuple[str, str]]) -> None:
    if not sources:
        ctx.asker.inform(_("No body with members is registered yet."),
                         detail=_("Register a council, an owners' committee, or appoint residents' representatives."))
        return
    key = ctx.asker.choose(_("Whose members vote?"), sources)
    if key is not None:
        ctx.jobs.read(roll_of, key).then(partial(_open, ctx, topic_id)).start()


def _open(ctx: Any, topic_id: int, found: SeatRoll) -> None:
    ctx.open("consultation.vote_seats_form", record_id=topic_id, roll="\n".join(found.lines), left_out=found.told)
