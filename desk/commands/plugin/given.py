"""What the acts have in common: which folder is meant, which places, which password."""

import os
from pathlib import Path

from desk.commands.call import Call
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.paths import BUNDLED_PLUGINS
from desk.core.secret import Secret
from desk.host.install_checks import Places
from desk.host.trust import Trust


def places_of(call: Call) -> Places:
    """Where plugins lie, for a desk whose data file need not be open."""
    from desk.core.db.headcheck import asking

    with asking(call.paths.database) as data:
        return Places(BUNDLED_PLUGINS, call.paths.plugins, Trust(call.paths.keys), data.applied(), declared=data.declarations())


def password(call: Call) -> Secret:
    """From the environment variable, else asked at the terminal."""
    told = os.environ.get(call.args.password_env)
    if told is None:
        import getpass

        told = getpass.getpass(_("Password of the key: "))
    return Secret(told)


def named(call: Call) -> tuple[Path, str]:
    """(folder that holds the plugin's folder, its id) for an id with --folder, a path, or an id of a known plugin."""
    given = call.args.id
    if call.args.folder:
        return call.args.folder, given
    path = Path(given).expanduser().absolute()
    if given and (path / "plugin.toml").is_file():
        return path.parent, path.name
    if (BUNDLED_PLUGINS / (given or "-")).is_dir():
        return BUNDLED_PLUGINS, given
    raise unknown(call)


def unknown(call: Call) -> UserError:
    """For a name that no plugin bears."""
    return UserError(_("There is no plugin called {name}.").format(name=call.args.id or "-"),
                     todo=_("desk plugin list names them all."))
