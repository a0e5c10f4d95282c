"""A hook that nobody asks for."""

from desk.api import hookimpl


@hookimpl
def desk_nav_entires():
    return []
