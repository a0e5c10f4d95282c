"""Raises once half of it is there; the text of the error holds what must not leave the hall."""

from desk.api import hookimpl


@hookimpl
def desk_nav_entries():
    return []


raise ValueError("cannot read the card of 王小二 11010519491231002X")
