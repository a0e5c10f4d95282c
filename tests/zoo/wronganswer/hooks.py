"""Answers with what was not asked for."""

from desk.api import hookimpl


@hookimpl
def desk_nav_entries():
    return ["a string"]


@hookimpl
def desk_health(uow):
    return "a sentence, not a list of them"
