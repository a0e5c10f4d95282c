"""Names views of every kind of wrong."""

from desk.api import NavEntry, hookimpl


@hookimpl
def desk_nav_entries():
    return [NavEntry("brokenview.raises", "Raises", "plugins.brokenview.views:Page"),
            NavEntry("brokenview.absent", "Absent", "plugins.brokenview.hooks:Absent"),
            NavEntry("brokenview.foreign", "Foreign", "os:system"),
            NavEntry("brokenview.shape", "Shape", "plugins.brokenview.views.Page")]
