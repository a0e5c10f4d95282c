"""The command line: one parser, one module a verb, one sentence for every mistake."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from desk import __version__
from desk.commands import call as calls
from desk.commands.parser import Parser
from desk.core.disk import disk_fault
from desk.core.errors import DeskError, EnvironmentFault
from desk.core.i18n import N_, _

#: verb → (module with add(parser) and run(call), what it does)
VERBS: dict[str, tuple[str, str]] = {
    "run": ("desk.commands.run", N_("open the window")),
    "init": ("desk.commands.init", N_("set up a data folder")),
    "demo": ("desk.commands.demo", N_("make practice data with invented people")),
    "migrate": ("desk.commands.migrate", N_("bring the data up to this version")),
    "import": ("desk.commands.importing", N_("bring in a spreadsheet")),
    "export": ("desk.commands.exporting", N_("write a list as a spreadsheet")),
    "print": ("desk.commands.printing", N_("make a paper as PDF")),
    "backup": ("desk.commands.backup", N_("make or list backups")),
    "restore": ("desk.commands.restore", N_("restore a backup")),
    "plugin": ("desk.commands.plugin", N_("list plugins, switch them on or off")),
    "setup": ("desk.commands.setup", N_("hand a hall's set-up on as one file")),
    "account": ("desk.commands.account", N_("list accounts, set a lost password")),
    "audit": ("desk.commands.audit", N_("verify the audit trail")),
    "recount": ("desk.commands.recounting", N_("count a vote's result file again")),
    "search": ("desk.commands.searching", N_("rebuild the search index")),
    "doctor": ("desk.commands.doctor", N_("check the data and this computer")),
    "bench": ("desk.commands.bench", N_("measure this computer against the bare things")),
}
HELP = ("-h", "--help", "--version")


def build_parser(only: str = "") -> Parser:
    """The parser; with `only`, of one verb."""
    parser = Parser(prog="desk", description=_("The desk of a community service centre."))
    parser.add_argument("--version", action="version", version=__version__, help=_("say which version this is"))
    parser.add_argument("--data", metavar="DIR", help=_("data folder (else DESK_DATA, else the usual place)"))
    parser.add_argument("--json", action="store_true", help=_("answer in JSON, one object a line"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for name, (module, what) in VERBS.items():
        if only and name != only:
            continue
        verb = verbs.add_parser(name, help=_(what), description=_(what))
        verb.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        verb.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        import_module(module).add(verb)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and answer its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    asked_first = next((word for word in _words(given) if word in (*VERBS, *HELP)), "")
    verb = "" if asked_first in HELP else asked_first
    if not verb and (wrong := _no_verb(given)) not in ("", *VERBS):
        build_parser("run").error(_("there is no verb {name}; there are: {names}").format(name=wrong, names=", ".join(VERBS)))
    if not asked_first:
        given, verb = ["run", *given], "run"
    args = build_parser(verb).parse_args(given)
    console = logging.StreamHandler()
    console.setLevel(logging.ERROR)  # warnings are for the log file of the window
    logging.basicConfig(level=logging.WARNING, format="%(message)s", handlers=[console])
    return _run(args)


def _no_verb(given: Sequence[str]) -> str:
    """The first word that would have to be a verb: neither an option nor the folder after --data; "" for none."""
    return next((word for word in _words(given) if not word.startswith("-")), "")


def _words(given: Sequence[str]) -> list[str]:
    """Without the folder after --data, which may be called anything."""
    return [word for before, word in zip(["", *given], given, strict=False) if before != "--data"]


def _run(args: Any) -> int:
    module = import_module(VERBS[args.verb][0])
    call = calls.new_call(args)
    try:
        code = int(module.run(call) or calls.DONE)
        sys.stdout.flush()  # at the end of the program it would be too late to say that nobody reads along
        return code
    except EnvironmentFault as fault:
        return _tell(call, fault, calls.FAULT)
    except DeskError as refused:
        return _tell(call, refused, calls.REFUSED)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever reads along has seen enough, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return calls.DONE
    except OSError as error:
        told = disk_fault(error)
        if told is None:
            raise
        return _tell(call, told, calls.FAULT)


def _tell(call: calls.Call, error: DeskError, code: int) -> int:
    """The error's sentence and, for a form, one line a field."""
    lines = [str(error), *(f"  {name}: {sentence}" for name, sentence in getattr(error, "fields", {}).items()
                           if sentence not in str(error))]
    if getattr(call.args, "json", False):
        call.say(str(error), error=type(error).__name__, fields=getattr(error, "fields", {}))
    else:
        sys.stderr.write("\n".join(lines) + "\n")
    return code
