"""For authors: new, check, test, pack, sign."""

import os
import subprocess
import sys
from pathlib import Path

import desk
from desk.commands.call import DONE, REFUSED, Call
from desk.commands.plugin.given import named, password, unknown
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.paths import BUNDLED_PLUGINS


def new(call: Call) -> int:
    """Write a plugin that runs and passes the suite, to be changed from there."""
    from desk.host.scaffold import TABLES, TEMPLATE, make_plugin

    folder = make_plugin(call.args.folder or Path.cwd(), call.args.id, TABLES if call.args.tables else TEMPLATE)
    call.say(_("{folder} is there. Try it: desk plugin check {folder}").format(folder=folder), folder=folder)
    return DONE


def check(call: Call) -> int:
    """The plugin's quality card: the suite every plugin passes, and what a good one has besides; no data is opened.

    Findings are for the author, in English; only what is wrong refuses, what is lacking does not.
    """
    from desk.host.discovery import discover
    from desk.host.quality import card_of
    from desk.shell.contributing import WITHOUT_QT

    if not call.args.folder and "/" not in call.args.id and not Path(call.args.id, "plugin.toml").is_file():
        found, plugin_id = discover(BUNDLED_PLUGINS, call.paths.plugins), call.args.id
        among = found
    else:
        folder, plugin_id = named(call)
        found = [one for one in discover(BUNDLED_PLUGINS) if one.folder.parent != folder and one.id != plugin_id]
        taken = {one.id for one in found}
        found = [*found, *(one for one in discover(folder) if one.id not in taken)]
        among = [one for one in found if one.id in {*taken, plugin_id}]  # what else lies in an author's folder is not here yet
    if plugin_id not in {one.id for one in found}:
        raise unknown(call)
    card = card_of(found, plugin_id, WITHOUT_QT, among)
    for line in card.lines:
        call.say(str(line), check=line.code, standing=str(line.standing), count=line.count, finding="")
        for finding in line.findings:
            call.say(f"    {finding}", check=line.code, standing=str(line.standing), finding=finding)
    passed = _("{name} passes every check.") if card.fit else _("{name} does not pass: mend what is marked with ✗.")
    call.say(passed.format(name=plugin_id), check="", passes=card.fit, finding="")
    return DONE if card.fit else REFUSED


def test(call: Call) -> int:
    """Run the plugin's own tests with the desk's fixtures; pytest must be installed."""
    from importlib.util import find_spec

    folder, plugin_id = named(call)
    if find_spec("pytest") is None:
        raise UserError(_("pytest is not installed here."), todo=_("Install it beside the desk: pip install pytest pytest-qt"))
    home = str(Path(desk.__file__).resolve().parents[1])
    tested = str(folder / plugin_id)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "desk.testing.authors", "-p", "no:cacheprovider",
               "-m", "not postgres", "--import-mode=importlib", "--rootdir", tested, "--desk-plugin", tested, tested]
    answer = subprocess.run(command, check=False, cwd=folder, env={**os.environ, "PYTHONPATH": home})
    return DONE if answer.returncode == 0 else REFUSED


def pack(call: Call) -> int:
    """Put the plugin's folder into one file; with --key it is signed at once."""
    from desk.host.package import pack as pack_folder

    folder, plugin_id = named(call)
    file = pack_folder(folder / plugin_id, call.args.to)
    call.say(_("Packed: {file}").format(file=file), file=file)
    if call.args.key:
        _sign(call, file)
    return DONE


def index(call: Call) -> int:
    """Make a folder of packages a repository; with --key its index is signed."""
    from desk.host.keys import load_private
    from desk.host.repository import make_index

    folder = Path(call.args.id or ".").expanduser().absolute()
    key = load_private(call.args.key, password(call)) if call.args.key else None
    file = make_index(folder, call.args.name, key=key)
    call.say(_("{file} lists the plugins of this folder.").format(file=file), file=file, signed=key is not None)
    return DONE


def sign(call: Call) -> int:
    """Sign a package with a private key."""
    if not call.args.key:
        raise UserError(_("Name the private key's file: --key FILE."))
    _sign(call, Path(call.args.id))
    return DONE


def _sign(call: Call, file: Path) -> None:
    from desk.host.keys import fingerprint, load_private
    from desk.host.package import sign as sign_file

    package = sign_file(file, load_private(call.args.key, password(call)))
    call.say(_("Signed with key {fingerprint}.").format(fingerprint=fingerprint(package.key)), file=file, key=package.key)


ACTS = {"new": new, "check": check, "test": test, "pack": pack, "sign": sign, "index": index}
