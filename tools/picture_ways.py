"""What each page is opened with to be drawn: the ways a clerk goes, from lists to records and from records to their forms."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

ROWS = 30
"""Rows of a list that are looked into; records in different states lead to different forms."""
Way = tuple[str, Mapping[str, Any]]
"""A page's entry and what it is opened with."""


def find_ways(desk: Any) -> dict[str, Mapping[str, Any]]:
    """Entry of every page that a way leads to → what it is opened with by the first."""
    from desk.core.actor import system_actor

    entries = {one.item.id: one for one in desk.contributions.nav}
    ways: dict[str, Mapping[str, Any]] = {}
    seen: set[tuple[str, str]] = set()
    waiting: deque[tuple[str, Mapping[str, Any]]] = deque((entry, {}) for entry in entries)
    with desk.running.factory.reading(system_actor()) as uow:
        while waiting:
            entry, args = waiting.popleft()
            mark = (entry, repr(sorted(args.items())))
            if entry not in entries or mark in seen:
                continue
            seen.add(mark)
            if args:
                ways.setdefault(entry, args)
            waiting.extend(_onward(uow, _target(desk, entries[entry]), args))
    return ways


def _target(desk: Any, contribution: Any) -> Any:
    try:
        return desk.resolve(contribution.plugin_id, contribution.item.view)
    except Exception:  # noqa: BLE001 - a page that cannot be had is drawn as such
        return None


def _onward(uow: Any, target: Any, args: Mapping[str, Any]) -> Iterator[Way]:
    """Where a page leads."""
    from desk.core.db.paging import PageRequest
    from desk.host.pages import ListSpec, RecordSpec

    try:
        if isinstance(target, ListSpec) and not args:
            yield from (_of_row(target, row) for row in target.fetch(uow, PageRequest(size=ROWS)).rows)
        elif isinstance(target, RecordSpec) and args.get("record_id"):
            yield from _of_card(target.load(uow, args["record_id"]))
    except Exception:  # noqa: BLE001 - what cannot be read leads nowhere
        return


def _of_row(target: Any, row: Any) -> Way:
    own = getattr(row, "entry", "")
    return own or target.opens, getattr(row, "args", None) or {"record_id": row.id}


def _of_card(card: Any) -> Iterator[Way]:
    for act in (*card.acts, *card.missing):
        yield act.entry, act.args
    for section in card.sections:
        yield section.edit, section.args
