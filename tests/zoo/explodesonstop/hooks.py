"""Raises when it is told to stop."""

from desk.api import hookimpl


@hookimpl
def desk_stop(ctx):
    raise SystemExit(1)
