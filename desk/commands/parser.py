"""The command line's parser in the desk's own language: its help, and one sentence for a wrong argument.

argparse takes its words from the computer's language packs, which hold no Chinese ones.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from desk.commands.call import USAGE
from desk.core.i18n import N_, _

#: what argparse says → what the desk says; groups fill in
_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<names>.+)", N_("{names} is missing")),
    (r"one of the arguments (?P<names>.+) is required", N_("one of these is needed: {names}")),
    (r"unrecognized arguments: (?P<names>.+)", N_("{names} is not known here")),
    (r"ambiguous option: (?P<name>\S+) could match (?P<names>.+)", N_("{name} may mean any of these: {names}")),
    (r"argument (?P<name>.+?): expected (?:one|at least one|\d+) arguments?", N_("{name} needs a value after it")),
    (r"argument (?P<name>.+?): invalid choice: (?P<value>'.*?') \(choose from (?P<names>.+)\)",
     N_("{name} cannot be {value}; possible are {names}")),
    (r"argument (?P<name>.+?): invalid int value: (?P<value>.+)", N_("{name} is a whole number, not {value}")),
    (r"argument (?P<name>.+?): invalid \S+ value: (?P<value>.+)", N_("{name} cannot be {value}")),
    (r"argument (?P<name>.+?): not allowed with argument (?P<names>.+)", N_("{name} does not go together with {names}")),
    (r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)", N_("{name} takes no value, so not {value}")),
)


class Parser(argparse.ArgumentParser):
    """Says a wrong argument in one sentence; verbs below it are of the same kind."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **given, "add_help": False})
        self._positionals.title, self._optionals.title = _("What to give"), _("Options")
        self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=_("show this help"))

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(_("Wrong arguments: {why}. See {program} --help.").format(why=in_words(message), program=self.prog)
                         + "\n")
        sys.exit(USAGE)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any],
                  prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("Usage: ") if prefix is None else prefix)


def in_words(message: str) -> str:
    """What argparse found wrong, in the desk's words; a sentence it learns later stays as it is."""
    for pattern, words in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return _(words).format(**found.groupdict())
    return message
