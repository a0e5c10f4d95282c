"""desk recount FILE: count a result file again by a program that shares nothing with the engine."""

import argparse
from pathlib import Path

from desk.commands.call import DONE, REFUSED, Call
from desk.core.errors import UserError
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("file", type=Path, help=_("the result file"))


def run(call: Call) -> int:
    """Exit code 1 when the file does not add up; no data folder is opened."""
    from desk.core.ballots.recount import recount

    try:
        outcomes, faults = recount(call.args.file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UserError(_("{path} is not a result file of a vote, or it was damaged.").format(path=call.args.file)) from fault
    for question, outcome in outcomes.items():
        call.say(f"{question}: {outcome}", question=question, outcome=outcome)
    if faults:
        call.say(_("The file does not add up: {what}.").format(what=", ".join(faults)), faults=faults)
        return REFUSED
    call.say(_("Every number in the file follows from its choices; check code and log are whole."), faults=[])
    return DONE
