"""desk init: set up a data folder, as the first-run wizard does."""

import argparse
import os

from desk.commands.call import DONE, Call
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.setup import HallDraft, make_hall, make_hall_on_server
from desk.running import grants_of, lineages_of


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("--community", required=True, help=_("the community's name"))
    parser.add_argument("--street", default="", help=_("the street office's name"))
    parser.add_argument("--committee", default="", help=_("the mediation committee's name as printed"))
    parser.add_argument("--hall", default="", help=_("the hall's name"))
    parser.add_argument("--org-short", default="", help=_("short name used in numbers"))
    parser.add_argument("--login", default="admin", help=_("the administrator's account"))
    parser.add_argument("--name", default="", help=_("the administrator's name"))
    parser.add_argument("--password-env", default="DESK_PASSWORD", metavar="NAME",
                        help=_("environment variable that holds the password"))
    parser.add_argument("--plugins", default="", help=_("plugins to switch on, separated by commas"))
    parser.add_argument("--server", default="", help=_("PostgreSQL address for several seats"))


def run(call: Call) -> int:
    """Make the folder; UserError names each answer that is missing."""
    from desk.core.config import write_config
    from desk.core.paths import BUNDLED_PLUGINS
    from desk.host.discovery import discover

    given = call.args
    if not os.environ.get(given.password_env):
        raise UserError(_("The administrator needs a password."), field="password",
                        todo=_("Put it in front of the command: {name}=… desk init …").format(name=given.password_env))
    found = discover(BUNDLED_PLUGINS, call.paths.plugins)
    plugins = tuple(part.strip() for part in given.plugins.split(",") if part.strip())
    draft = HallDraft(given.community, given.street, given.committee, given.hall, given.org_short, given.login,
                      given.name or given.login, os.environ.get(given.password_env, ""),
                      plugins, grants=grants_of(found, plugins))
    lineages = lineages_of(found)
    if given.server:
        make_hall_on_server(given.server, draft, lineages, call.clock)
    else:
        make_hall(call.paths, draft, lineages, call.clock)
    write_config(call.paths.config, server=given.server, hall=draft.hall or draft.community, last_account=draft.login)
    call.say(_("The data folder is ready: {path}").format(path=call.paths.data), path=str(call.paths.data))
    return DONE
