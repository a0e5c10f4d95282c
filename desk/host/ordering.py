"""The order plugins start in: requirements first, then by id; who requires whom in a circle cannot start at all."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.host.discovery import Found


def start_order(found: "Sequence[Found]") -> "list[Found]":
    """`found` so that each stands after what it requires and, where no circle forbids it, after its optional ones."""
    hard = {one.id: set(one.manifest.requires) for one in found if one.manifest}
    soft = {one.id: set(one.manifest.optional) for one in found if one.manifest}
    waiting, placed, order = sorted(found, key=lambda one: (one.id, one.installed)), set[str](), []
    ids = {one.id for one in found}
    while waiting:
        ready = _ready(waiting, placed, ids, hard, soft) or _ready(waiting, placed, ids, hard, {}) or waiting[0]
        waiting.remove(ready)
        placed.add(ready.id)
        order.append(ready)
    return order


def _ready(waiting: "Sequence[Found]", placed: set[str], ids: set[str], hard: Mapping[str, set[str]],
           soft: Mapping[str, set[str]]) -> "Found | None":
    for one in waiting:
        first = (hard.get(one.id, set()) | soft.get(one.id, set())) & ids
        if first <= placed | {one.id}:
            return one
    return None


def in_circle(plugin_id: str, requires: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The plugins of a circle of requirements through `plugin_id`, () when there is none."""
    paths: list[tuple[str, ...]] = [(plugin_id,)]
    seen: set[str] = set()
    while paths:
        path = paths.pop()
        for needed in requires.get(path[-1], ()):
            if needed == plugin_id:
                return path
            if needed not in seen:
                seen.add(needed)
                paths.append((*path, needed))
    return ()
