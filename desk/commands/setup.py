"""desk setup export FILE | import FILE: a hall's set-up as one file, so that a street can equip ten communities alike."""

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path

from desk.commands.call import DONE, Call
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("act", choices=["export", "import"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--dry-run", action="store_true", help=_("say what would change, change nothing (import)"))
    parser.add_argument("--confirm", action="store_true",
                        help=_("install the file's plugins although nobody known signed them"))


def run(call: Call) -> int:
    """Write one, or take one over."""
    return export(call) if call.args.act == "export" else bring_in(call)


def export(call: Call) -> int:
    """Plugins, settings, number words, roles, rules and procedures; no person and no record."""
    from desk.host.setup import export_setup

    with call.desk() as desk, desk.factory.reading(call.actor) as uow:
        file = export_setup(uow, call.args.file)
    call.say(_("The set-up is written to {file}.").format(file=file), file=file)
    return DONE


def bring_in(call: Call) -> int:
    """Tell what would change, install what is lacking, take it over."""
    from desk.core.db.commands import execute
    from desk.core.setupfile.applying import apply_setup, plan, unknown_parts
    from desk.core.setupfile.file import read_setup
    from desk.shell.setup_words import change_words

    told = read_setup(call.args.file)
    _packages(call, told.packages)
    with call.desk() as desk:
        with desk.factory.reading(call.actor) as uow:
            changes = plan(uow, told.parts)
        for change in changes:
            call.say(change_words(change, desk.contributions), part=change.part, key=change.key,
                     before=change.before, after=change.after)
        for part in unknown_parts(told.parts):
            call.say(_("{part} waits until its plugin runs: take the file over once more after the next start.").format(
                part=part), part=part)
        if not call.args.dry_run:
            execute(desk.factory, call.actor, apply_setup, told.parts)
    sentence = (_("{n} lines would change.") if call.args.dry_run
                else _("{n} lines were changed; switches take effect at the next start."))
    call.say(sentence.format(n=len(changes)), lines=len(changes))
    return DONE


def _packages(call: Call, packages: Mapping[str, bytes]) -> None:
    from desk.commands.plugin.given import places_of
    from desk.core.db.commands import execute
    from desk.host.install_verbs import install_plugin
    from desk.host.setup import lacking_packages

    with tempfile.TemporaryDirectory() as scratch:
        for proposal, file in lacking_packages(packages, places_of(call), Path(scratch)):
            call.say(f"{proposal.package.manifest.name} {proposal.package.manifest.version}  {proposal.signature}",
                     id=proposal.package.manifest.id, signer=str(proposal.signer))
            if not call.args.dry_run:
                with call.desk(safe_mode=True) as desk:
                    execute(desk.factory, call.actor, install_plugin, places_of(call), file, proposal.package.sha256,
                            call.args.confirm)
