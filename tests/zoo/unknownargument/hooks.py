"""An argument that the hook does not have."""

from desk.api import hookimpl


@hookimpl
def desk_actions():
    return []


@hookimpl
def desk_nav_entries(window):
    return []
