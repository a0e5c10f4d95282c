"""What the pages of people ask of plugins, through the loaded desk: their lines of a timeline, following a merge."""

from collections.abc import Sequence
from typing import Any

from desk.core.people.merge import Follow
from desk.host.pages import TimelineItem
from desk.shell.people.card import Told


def told_by_plugins(ctx: Any) -> Told:
    """`(person_id, uow) -> lines` of every plugin (hook desk_person_timeline)."""
    desk = ctx.desk

    def ask(person_id: int, uow: Any) -> list[TimelineItem]:
        return [one.item for one in desk.collect("desk_person_timeline", person_id=person_id, uow=uow)]

    return ask


def followers(ctx: Any, hook: str = "desk_person_merged") -> Sequence[Follow]:
    """Tells the plugins of a merge (or by `hook` of one that is taken back); one failure stops it."""
    desk = ctx.desk

    def follow(kept_id: int, gone_id: int, uow: Any) -> None:
        desk.collect(hook, kept_id=kept_id, gone_id=gone_id, uow=uow)

    return (follow,)


def blockers(ctx: Any, person_id: int, uow: Any) -> list[str]:
    """Why a person's data may not be erased now (hook desk_person_delete_blockers)."""
    return [str(one.item) for one in ctx.desk.collect("desk_person_delete_blockers", person_id=person_id, uow=uow)]
