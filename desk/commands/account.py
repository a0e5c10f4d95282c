"""desk account list | password LOGIN: the way back in when the administrator's password is lost."""

import argparse
import os

from sqlalchemy import select

from desk.commands.call import DONE, Call
from desk.core.db.commands import execute
from desk.core.errors import UserError
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("act", choices=["list", "password"])
    parser.add_argument("login", nargs="?", help=_("the account"))
    parser.add_argument("--password-env", default="DESK_PASSWORD", metavar="NAME",
                        help=_("environment variable that holds the password"))


def run(call: Call) -> int:
    """List accounts, or set one's password: she must change it at the next sign-in. Audited."""
    from desk.core.staff.model import StaffUser
    from desk.core.staff.queries import list_accounts
    from desk.core.staff.service import set_password

    with call.desk(safe_mode=True) as desk:
        with desk.factory.reading(call.actor) as uow:
            if call.args.act == "list":
                for row in list_accounts(uow):
                    call.say(f"{row.login:<16} {row.name}  {'、'.join(row.roles)}", login=row.login, name=row.name,
                             roles=list(row.roles), active=row.active)
                return DONE
            found = uow.session.scalars(select(StaffUser.id).where(StaffUser.login == call.args.login)).one_or_none()
        if found is None:
            raise UserError(_("There is no account called {name}.").format(name=call.args.login or "-"))
        execute(desk.factory, call.actor, set_password, found, os.environ.get(call.args.password_env, ""))
    call.say(_("The password of {name} is set; it must be changed at the next sign-in.").format(name=call.args.login))
    return DONE
