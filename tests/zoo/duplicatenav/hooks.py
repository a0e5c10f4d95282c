"""Takes a name that belongs to good."""

from desk.api import NavEntry, hookimpl


@hookimpl
def desk_nav_entries():
    return [NavEntry("good.list", "Not mine", "plugins.duplicatenav.views:Mine"),
            NavEntry("duplicatenav.list", "Mine", "plugins.duplicatenav.views:Mine")]
