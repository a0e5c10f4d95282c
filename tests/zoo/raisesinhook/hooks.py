"""Raises in every hook it has."""

from desk.api import UserError, hookimpl


@hookimpl
def desk_nav_entries():
    raise KeyError("11010519491231002X")


@hookimpl
def desk_actions():
    raise SystemExit(1)


@hookimpl
def desk_person_delete_blockers(person_id):
    raise ZeroDivisionError


@hookimpl
def desk_person_merged(kept_id, gone_id):
    if kept_id == 7:
        raise UserError("便笺已归档,不能合并。")
    raise ZeroDivisionError


@hookimpl
def desk_person_timeline(person_id):
    return (1 / 0 for _ in range(3))
