"""Installed plugins that the block list keeps from running: a key can turn out bad long after what it signed came in."""

from pathlib import Path

from desk.core.i18n import _
from desk.host.lifecycle import PluginHost
from desk.host.states import State


def hold_back_barred(host: PluginHost, installed: Path, keys: Path) -> None:
    """Hold back what is blocked; one that runs already says that it will not start again. Bundled ones have no publisher.

    keys: the data folder's place for keys; a desk without installed plugins does not look there.
    """
    mine = [(record, record.manifest.version) for record in host.records if record.installed and record.manifest]
    if not mine:
        return
    from desk.host.origin import read_origin
    from desk.host.trust import Trust

    told = Trust(keys).read()
    for record, version in mine:
        origin = read_origin(installed / record.id)
        why = told.why_blocked(record.id, version, origin.key, origin.sha256 if origin.version == version else "")
        if record.state is State.RUNNING:
            record.reason = _("From the next start on it is held back: {why}").format(why=why) if why else ""
        elif why and record.state in (State.READY, State.DISABLED, State.BLOCKED):
            host.bar(record.id, why)
        elif record.barred and not why:
            record.barred = False
            record.becomes(State.BLOCKED, _("It is off the block list and can run from the next start on."))
