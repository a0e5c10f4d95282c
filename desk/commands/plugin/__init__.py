"""desk plugin: make one (new, check, test, pack, sign, index), use one (try, install, update, rollback, remove, enable,
disable, list), keys (key new, trust, distrust, block, unblock, list), end one (archive, purge), look ahead (upgrade-check).
"""

import argparse
from importlib import import_module
from pathlib import Path

from desk.commands.call import Call
from desk.core.i18n import _

_ROOMS = {"making": ("new", "check", "test", "pack", "sign", "index"), "keys": ("key",),
          "using": ("list", "enable", "disable", "install", "update", "rollback", "remove"),
          "trying": ("try",), "leaving": ("archive", "purge", "upgrade-check")}


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb; each act takes those it needs."""
    parser.add_argument("act", choices=[act for acts in _ROOMS.values() for act in acts])
    parser.add_argument("id", nargs="?", default="", metavar="ID|FILE|FOLDER",
                        help=_("the plugin's id, a package or a plugin's folder; for key: new, trust, distrust, "
                               "block, unblock or list"))
    parser.add_argument("more", nargs="?", default="", metavar="FILE|WHAT",
                        help=_("the key's file, or what is to be blocked"))
    parser.add_argument("--folder", type=Path, help=_("the folder that holds the plugin's folder"))
    parser.add_argument("--to", type=Path, default=Path(), help=_("where the package is written"))
    parser.add_argument("--key", type=Path, help=_("the file of the private key to sign with"))
    parser.add_argument("--name", default="", help=_("whose key it is"))
    parser.add_argument("--prepare", action="store_true", help=_("only make the copy, open no window (try)"))
    parser.add_argument("--centre", action="store_true", help=_("it is this centre's own key"))
    parser.add_argument("--confirm", action="store_true", help=_("install it although nobody known signed it"))
    parser.add_argument("--tables", action="store_true", help=_("a plugin of declarations only, without a program (new)"))
    parser.add_argument("--from", type=Path, dest="source", metavar="FOLDER",
                        help=_("a folder or stick with an index.json (list, install, update)"))
    parser.add_argument("--api", default="", metavar="1.0", help=_("interface of the desk that is to come (upgrade-check)"))
    parser.add_argument("--password-env", default="DESK_KEY_PASSWORD", metavar="NAME",
                        help=_("environment variable that holds the key's password"))


def run(call: Call) -> int:
    """Carry out one act."""
    room = next(room for room, acts in _ROOMS.items() if call.args.act in acts)
    module = import_module(f"desk.commands.plugin.{room}")
    return int(module.ACTS[call.args.act](call))
