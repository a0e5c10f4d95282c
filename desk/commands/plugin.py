"""desk plugin list | enable | disable | check."""

import argparse
from pathlib import Path

from desk.commands.call import DONE, REFUSED, Call
from desk.core.db.commands import execute
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.paths import BUNDLED_PLUGINS
from desk.running import RunningDesk


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("act", choices=["list", "enable", "disable", "check"])
    parser.add_argument("id", nargs="?", help=_("the plugin's id"))
    parser.add_argument("--folder", type=Path, help=_("check a plugin that lies in this folder"))


def run(call: Call) -> int:
    """Switches take effect at the next start; no data is lost by switching off."""
    if call.args.act == "check":
        return check(call)
    with call.desk() as desk:
        if call.args.act == "list":
            for status in desk.host.statuses():
                call.say(f"{status.id:<16} {status.word}  {status.sentence}", id=status.id, state=str(status.state),
                         version=status.version)
            return DONE
        switch(call, desk)
    return DONE


def check(call: Call) -> int:
    """Run the suite every plugin passes over one plugin; no data is opened. What it finds is for the author, in English."""
    from desk.host.conformance import examine
    from desk.host.discovery import discover

    folder = call.args.folder
    found = discover(folder) if folder else discover(BUNDLED_PLUGINS, call.paths.plugins)
    if call.args.id not in {one.id for one in found}:
        raise _unknown(call)
    findings = examine(found, call.args.id)
    for finding in findings:
        call.say(str(finding), check=finding.check, finding=finding.sentence)
    if not findings:
        call.say(_("{name} passes every check.").format(name=call.args.id), check="", finding="")
    return REFUSED if findings else DONE


def _unknown(call: Call) -> UserError:
    return UserError(_("There is no plugin called {name}.").format(name=call.args.id or "-"),
                     todo=_("desk plugin list names them all."))


def switch(call: Call, desk: RunningDesk) -> None:
    """Enable or disable one plugin, with those it requires or those that require it."""
    from desk.host.switch_verbs import carry_out
    from desk.host.switching import plan_switch

    if not call.args.id or call.args.id not in {record.id for record in desk.host.records}:
        raise _unknown(call)
    plan = plan_switch(desk.host, call.args.id, on=call.args.act == "enable")
    execute(desk.factory, call.actor, carry_out, plan)
    sentence = (_("{name} will run from the next start on.") if plan.on
                else _("{name} is off from the next start on; its data stay."))
    for plugin_id in plan.ids or (call.args.id,):
        call.say(sentence.format(name=plugin_id), id=plugin_id, on=plan.on)
