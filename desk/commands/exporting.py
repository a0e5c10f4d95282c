"""desk export people FILE: the register as a spreadsheet, numbers masked, audited."""

import argparse
from pathlib import Path

from desk.commands.call import DONE, Call
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("what", choices=["people"])
    parser.add_argument("file", type=Path, help=_("the xlsx or csv to write"))


def run(call: Call) -> int:
    """Write the list."""
    from desk.core.db.commands import execute
    from desk.core.exchange.people_export import export_people

    with call.desk() as desk:
        count = execute(desk.factory, call.actor, export_people, call.args.file).result
    call.say(_("{n} residents written to {path}").format(n=count, path=call.args.file), count=count, path=str(call.args.file))
    return DONE
