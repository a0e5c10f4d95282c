"""desk search rebuild: make the search index anew from the records."""

import argparse

from desk.commands.call import DONE, Call
from desk.core.collecting import collected_rarely
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("act", choices=["rebuild"])


def run(call: Call) -> int:
    """One transaction; the window must be closed."""
    from desk.core.search.index import participant_of, rebuild

    with call.desk() as desk, collected_rarely(), desk.factory.writing(call.actor) as uow:
        count = rebuild(uow, participant_of(desk.factory).indexers.values())
    call.say(_("The search index holds {n} records.").format(n=count), count=count)
    return DONE
