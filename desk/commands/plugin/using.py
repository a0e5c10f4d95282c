"""For administrators: list, enable, disable, install, update, rollback, remove."""

import tempfile
from pathlib import Path

from desk.commands.call import DONE, Call
from desk.commands.plugin.given import places_of, unknown
from desk.core.db.commands import execute
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.host.manifest_parts import ID


def show(call: Call) -> int:
    """Every plugin with its state in a sentence; with --from what a folder offers."""
    if call.args.source:
        return _offered(call)
    with call.desk() as desk:
        for status in desk.host.statuses():
            call.say(f"{status.id:<16} {status.version:<8} {status.word}  {status.sentence}", id=status.id,
                     state=str(status.state), version=status.version, installed=status.installed)
    return DONE


def _offered(call: Call) -> int:
    from desk.host.repository import STANDING_WORDS, read_repository

    found = read_repository(call.args.source.expanduser().absolute(), places_of(call))
    call.say(f"{found.name or found.folder.name}  {found.signature}", signer=str(found.signer))
    for offer in found.offers:
        words = f"{offer.id:<16} {offer.version:<8} {offer.name}  {_(STANDING_WORDS[offer.standing])}  {offer.notes}"
        call.say(words.rstrip(), id=offer.id, version=offer.version, standing=str(offer.standing), have=offer.have)
    return DONE


def _chosen(call: Call) -> Path:
    """The package of the plugin called so in the folder that --from names."""
    from desk.host.repository import package_of, read_repository

    found = read_repository(call.args.source.expanduser().absolute(), places_of(call))
    offer = next((one for one in found.offers if one.id == call.args.id), None)
    if offer is None:
        raise unknown(call)
    return package_of(offer)


def switch(call: Call) -> int:
    """Enable or disable one plugin, with those it requires or those that require it. No data is lost by switching off."""
    from desk.host.switch_verbs import carry_out
    from desk.host.switching import plan_switch, refuse_unfit

    with call.desk() as desk:
        if call.args.id not in {record.id for record in desk.host.records}:
            raise unknown(call)
        plan = plan_switch(desk.host, call.args.id, on=call.args.act == "enable")
        refuse_unfit(call.paths.data, desk.host, plan)
        execute(desk.factory, call.actor, carry_out, plan)
    sentence = (_("{name} will run from the next start on.") if plan.on
                else _("{name} is off from the next start on; its data stay."))
    for plugin_id in plan.ids or (call.args.id,):
        call.say(sentence.format(name=plugin_id), id=plugin_id, on=plan.on)
    return DONE


def install(call: Call) -> int:
    """Install or update from a package, or from a folder, which is packed first. No plugin is run while this is done."""
    if call.args.source:
        return _install(call, _chosen(call))
    given = Path(call.args.id).expanduser()
    _refuse_no_package(call, given)
    with tempfile.TemporaryDirectory() as scratch:
        if given.is_dir():
            from desk.host.package import pack

            given = pack(given.absolute(), Path(scratch))
        return _install(call, given)


def _refuse_no_package(call: Call, given: Path) -> None:
    """Whoever names a stick, or a plugin by its id, is told how to say where it lies."""
    stick = given if (given / "index.json").is_file() and not (given / "plugin.toml").is_file() else None
    if stick or (ID.fullmatch(call.args.id) and not given.exists()):
        how = f"desk plugin {call.args.act} {'ID' if stick else call.args.id} --from {stick or 'FOLDER'}"
        raise UserError(_("Say which plugin, and the folder or stick it lies on: {how}").format(how=how))


def _install(call: Call, file: Path) -> int:
    from desk.host.install_checks import look_at
    from desk.host.install_verbs import install_plugin

    proposal = look_at(file, places_of(call))
    manifest = proposal.package.manifest
    if call.args.act == "update" and not proposal.replaces:
        raise UserError(_("{name} is not installed yet.").format(name=manifest.id), todo=_("Use desk plugin install."))
    call.say(f"{manifest.name} {manifest.version}  {proposal.signature}", id=manifest.id, signer=str(proposal.signer))
    if proposal.needs_confirming and not call.args.confirm:
        raise UserError(_("“{name}” cannot be installed: {why}").format(name=manifest.name, why=proposal.signature),
                        todo=_("With --confirm you take it on your own responsibility; the audit trail keeps it."))
    with call.desk(safe_mode=True) as desk:
        execute(desk.factory, call.actor, install_plugin, places_of(call), file, proposal.package.sha256, call.args.confirm)
    call.say(_("{name} {version} is installed and can be switched on: desk plugin enable {name}").format(
        name=manifest.id, version=manifest.version), id=manifest.id, version=manifest.version, before=proposal.replaces)
    return DONE


def roll_back(call: Call) -> int:
    """Use the version before from the next start on."""
    from desk.host.install_verbs import roll_back_plugin

    with call.desk(safe_mode=True) as desk:
        version = execute(desk.factory, call.actor, roll_back_plugin, places_of(call), call.args.id).result
    call.say(_("{name} is version {version} from the next start on.").format(name=call.args.id, version=version),
             id=call.args.id, version=version)
    return DONE


def remove(call: Call) -> int:
    """Take an installed plugin's program away; its data stay."""
    from desk.host.install_verbs import remove_plugin

    with call.desk(safe_mode=True) as desk:
        execute(desk.factory, call.actor, remove_plugin, places_of(call), call.args.id)
    call.say(_("{name} is removed; its data stay.").format(name=call.args.id), id=call.args.id)
    return DONE


ACTS = {"list": show, "enable": switch, "disable": switch, "install": install, "update": install, "rollback": roll_back,
        "remove": remove}
