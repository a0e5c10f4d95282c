"""desk plugin list | enable | disable."""

import argparse

from desk.commands.call import DONE, Call
from desk.core.db.commands import execute
from desk.core.errors import UserError
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("act", choices=["list", "enable", "disable"])
    parser.add_argument("id", nargs="?", help=_("the plugin's id"))


def run(call: Call) -> int:
    """Switches take effect at the next start; no data is lost by switching off."""
    with call.desk() as desk:
        if call.args.act == "list":
            for status in desk.host.statuses():
                call.say(f"{status.id:<16} {status.word}  {status.sentence}", id=status.id, state=str(status.state),
                         version=status.version)
            return DONE
        switch(call, desk)
    return DONE


def switch(call: Call, desk) -> None:  # type: ignore[no-untyped-def]
    """Enable or disable one plugin."""
    from desk.core.settings.service import switch_plugin
    from desk.core.staff.service import grant_declared

    known = {record.id: record for record in desk.host.records}
    if not call.args.id or call.args.id not in known:
        raise UserError(_("There is no plugin called {name}.").format(name=call.args.id or "-"),
                        todo=_("desk plugin list names them all."))
    on = call.args.act == "enable"
    execute(desk.factory, call.actor, switch_plugin, call.args.id, on)
    manifest = known[call.args.id].manifest
    if on and manifest:
        execute(desk.factory, call.actor, grant_declared, {role: tuple(rights) for role, rights in manifest.roles.items()})
    call.say(_("{name} will run from the next start on.").format(name=call.args.id) if on
             else _("{name} is off from the next start on; its data stay.").format(name=call.args.id), id=call.args.id, on=on)
