"""desk migrate: bring core's and the switched-on plugins' tables up to this version (a backup is made first)."""

import argparse

from desk.commands.call import DONE, REFUSED, Call
from desk.core.i18n import _
from desk.host.states import State


def add(_parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def run(call: Call) -> int:
    """Opening migrates; say what stands now and which plugins failed."""
    with call.desk() as desk:
        failed = [record.id for record in desk.host.records if record.state is State.FAILED]
    if failed:
        call.say(_("These plugins could not be brought up to date: {names}").format(names=", ".join(failed)), failed=failed)
        return REFUSED
    call.say(_("The data are up to date."), failed=[])
    return DONE
