"""Registers a clean-up, then raises."""

from desk.api import NavEntry, hookimpl

cleaned: list[str] = []


@hookimpl
def desk_start(ctx):
    ctx.on_stop(lambda: cleaned.append("first given"))
    ctx.on_stop(lambda: 1 / 0)
    ctx.on_stop(lambda: cleaned.append("last given"))
    raise RuntimeError("no good")


@hookimpl
def desk_nav_entries():
    return [NavEntry("explodesonstart.list", "Never seen", "plugins.explodesonstart.views:Nothing")]
