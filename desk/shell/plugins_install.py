"""Installing a plugin from a file in the window: looked at in a worker, told in plain words, agreed to, installed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from desk.core.i18n import _
from desk.shell.context import HouseContext
from desk.shell.plugins_practice import Practice

if TYPE_CHECKING:
    from desk.host.install_checks import Places, Proposal
    from desk.host.repository import Offer
    from desk.host.states import PluginStatus
    from desk.host.switching import SwitchPlan


class Installer(QObject):
    """`choose()` or `look(file)` begins; `changed` is told when the next start will run something else.

    It asks by itself and shows refusals as every job does. What is installed is what was shown, by its sha256.
    """

    changed = Signal()

    def __init__(self, ctx: HouseContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._file = Path()
        self.places: Places | None = None
        self._proposal: Proposal | None = None
        self._title = ""
        self.practice = Practice(ctx, self)

    @Slot()
    def choose(self) -> None:
        """Ask for the file."""
        file = self._ctx.asker.open_file(_("Install a plugin"), _("Plugin packages") + " (*.deskplugin)")
        if file is not None:
            self.look(file)

    def look(self, file: Path) -> None:
        """Verify the package; nothing is unpacked."""
        self._file = file
        self._ctx.jobs.work(_look, self._ctx.desk, file).labelled(_("Checking the plugin")).by(self).then(self._looked).start()

    def take(self, offer: "Offer") -> None:
        """Look at what a folder offers, once it is certain that it is the package its index names."""
        self._file = offer.file
        job = self._ctx.jobs.work(_look_at_offer, self._ctx.desk, offer).labelled(_("Checking the plugin")).by(self)
        job.then(self._looked).start()

    def roll_back(self, status: "PluginStatus", previous: str) -> None:
        """Go back to the version before, after a question."""
        detail = _("It takes effect at the next start. Going back again later brings version {version} back.").format(
            version=status.version)
        question = _("Go back to version {version} of {name}?").format(version=previous, name=status.title)
        if self._ctx.asker.confirm(question, detail=detail, yes=_("Go back to {version}").format(version=previous)):
            from desk.host.install_verbs import roll_back_plugin

            self._ctx.jobs.write(roll_back_plugin, self.places, status.id).by(self).then(self._done).start()

    @Slot(object)
    def _looked(self, found: "tuple[Places, Proposal]") -> None:
        from desk.host.install_verbs import install_plugin

        self.places, self._proposal = found
        proposal = self._proposal
        act = _("Update") if proposal.replaces else _("Install")
        if not self._ctx.asker.confirm(question_of(proposal), detail=told_of(proposal), yes=act,
                                       danger=proposal.needs_confirming):
            return
        job = self._ctx.jobs.write(install_plugin, self.places, self._file, proposal.package.sha256, True)
        job.labelled(_("Installing the plugin")).by(self).then(self._installed).start()

    @Slot(object)
    def _installed(self, _plugin_id: object) -> None:
        self.changed.emit()
        if self._proposal is None or self._proposal.replaces:
            return
        manifest = self._proposal.package.manifest
        answer = self._ctx.asker.choose(
            _("{name} is installed. Switch it on?").format(name=manifest.name),
            [("on", _("Switch on {name}").format(name=manifest.name)), ("try", _("Try it in the practice data first"))],
            detail=_("It runs from the next start on, with the rights it proposes for each role."))
        if answer == "try":
            self.practice.begin(manifest.id, str(manifest.name))
        elif answer == "on":
            self.switch_on(manifest.id, str(manifest.name))

    def switch_on(self, plugin_id: str, title: str) -> None:
        """Switch it on with what it requires, after a trial of what was installed; its proposed rights go to the roles."""
        self._title = title
        job = self._ctx.jobs.work(_planned, self._ctx.desk, plugin_id)
        job.labelled(_("Trying the plugin in a process of its own")).by(self).then(self._tried).start()

    @Slot(object)
    def _tried(self, plan: "SwitchPlan") -> None:
        from desk.host.switch_verbs import carry_out

        if plan.titles and not self._ctx.asker.confirm(
                _("Switch on {name}?").format(name=self._title),
                detail=_("It needs these, which are switched on with it: {names}.").format(names="、".join(plan.titles)),
                yes=_("Switch on {name}").format(name=self._title)):
            return
        self._ctx.jobs.write(carry_out, plan).by(self).then(self._done).start()

    @Slot(object)
    def _done(self, _nothing: object) -> None:
        self.changed.emit()


def question_of(proposal: "Proposal") -> str:
    """What is asked: install, or update from which version."""
    manifest = proposal.package.manifest
    if proposal.replaces:
        return _("Update {name} from {old} to {version}?").format(name=manifest.name, old=proposal.replaces,
                                                                 version=manifest.version)
    return _("Install {name} {version}?").format(name=manifest.name, version=manifest.version)


def told_of(proposal: "Proposal") -> str:
    """In plain words: what it is, who signed it, what it may do, what nobody can promise, and how well it is made."""
    from desk.host.glance import glance

    manifest = proposal.package.manifest
    rights = "、".join(str(permission.title) for permission in manifest.permissions)
    lines = [str(manifest.summary), proposal.signature,
             _("It brings these rights, for you to give to roles: {rights}.").format(rights=rights) if rights
             else _("It brings no rights of its own."),
             _trust_of(proposal),
             _("Data of a plugin of this name are here already; it will work on them.")
             if proposal.has_data and not proposal.replaces else "",
             "\n".join([_("What its files show; nothing of it was run:"), *glance(proposal.package).words()])]
    return "\n\n".join(line for line in lines if line)


def _trust_of(proposal: "Proposal") -> str:
    """What a program could do; a plugin of tables only brings none."""
    from desk.host.tables.reading import is_tables

    if is_tables(list(proposal.package.files)):
        return _("It is made of tables only: the desk reads its declarations and draws lists, forms and papers from them. "
                 "Nothing of it is executed.")
    return _("The desk checks rights wherever a plugin uses its services. Yet a plugin is a program inside the desk and is "
             "fully trusted: it could read and change everything here. Install only what you know the origin of.")


def known(_context: Any, desk: Any) -> "tuple[Places, str, dict[str, str], dict[str, Path]]":
    """The places, where trusted keys lie, plugin → version it can go back to and plugin → newest archive of its data; read in
    a worker.
    """
    from desk.host.install import previous_version
    from desk.shell.plugins_data import archives_in

    places: Places = desk.plugin_places()
    ids = [status.id for status in desk.plugin_statuses() if status.installed]
    back = {one: version for one in ids if (version := previous_version(one, places))}
    return places, places.trust.read().sentence, back, archives_in(desk.archive_folder)


def _look(_context: Any, desk: Any, file: Path) -> "tuple[Places, Proposal]":
    from desk.host.install_checks import look_at

    places = desk.plugin_places()
    return places, look_at(file, places)


def _look_at_offer(_context: Any, desk: Any, offer: "Offer") -> "tuple[Places, Proposal]":
    from desk.host.install_checks import look_at
    from desk.host.repository import package_of

    places = desk.plugin_places()
    return places, look_at(package_of(offer), places)


def _planned(_context: Any, desk: Any, plugin_id: str) -> "SwitchPlan":
    """What switching it on turns; raises what the trial of an installed one found, as a sentence."""
    from desk.host.switching import refuse_findings

    plan: SwitchPlan = desk.plan_switch(plugin_id, on=True)
    for status in desk.plugin_statuses():
        if status.installed and status.id in plan.ids:
            refuse_findings(status.title, desk.try_out(status.id))
    return plan
