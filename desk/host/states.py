"""The states a plugin can be in, each with a sentence that a clerk understands, and a line of the plugin page."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desk.core.i18n import N_, _
from desk.host.failures import Failure
from desk.host.manifest import Manifest, Words


class State(StrEnum):
    """Where a plugin stands; only RUNNING takes part in anything."""

    INVALID = "invalid"
    INCOMPATIBLE = "incompatible"
    BLOCKED = "blocked"
    DISABLED = "disabled"
    READY = "ready"
    RUNNING = "running"
    FAILED = "failed"
    MISSING = "missing"


WORDS: dict[State, str] = {
    State.INVALID: N_("Unusable"), State.INCOMPATIBLE: N_("Does not fit"), State.BLOCKED: N_("Held back"),
    State.DISABLED: N_("Switched off"), State.READY: N_("Switched on"), State.RUNNING: N_("Running"),
    State.FAILED: N_("Stopped by an error"), State.MISSING: N_("Program part missing"),
}

SENTENCES: dict[State, str] = {
    State.INVALID: N_("Its description has mistakes, so it is not used. Ask whoever supplied it for a corrected one."),
    State.INCOMPATIBLE: N_(
        "It was made for another version of the desk. Ask for the version that fits, or update the desk."),
    State.BLOCKED: N_("It is held back and does not run. Its data stay as they are."),
    State.DISABLED: N_("It does not run; its data stay as they are and come back when it is switched on."),
    State.READY: N_("It will run from the next start on."),
    State.RUNNING: N_("It runs."),
    State.FAILED: N_("It was stopped by an error of its own; everything else works on. Its data stay as they are."),
    State.MISSING: N_("Its data are here and can be read, its program is not. Put the plugin back, or have its data archived."),
}


@dataclass(slots=True)
class PluginRecord:
    """What the host knows of one plugin while the desk runs. manifest is None for INVALID and MISSING ones."""

    id: str
    state: State
    reason: str = ""
    folder: Path | None = None
    manifest: Manifest | None = None
    installed: bool = False
    failures: list[Failure] = field(default_factory=list)
    barred: bool = False
    """The block list keeps it from running, so it cannot be switched on either."""
    waiting: str = ""
    """Version that was installed over it since the start."""
    name: Words | None = None
    """Of a MISSING one: what it was called when it last ran here."""
    rights: tuple[tuple[str, Words], ...] = ()
    """Of a MISSING one: its rights, so that roles can be given them while only its records are here."""

    @property
    def title(self) -> str:
        """The name as shown, the id where there is none."""
        name = self.manifest.name if self.manifest else self.name
        return (str(name) if name else "") or self.id

    def becomes(self, state: State, reason: str = "") -> None:
        """Enter `state`; reason: a translated sentence that says more than the state's own."""
        self.state, self.reason = state, reason

    @property
    def sentence(self) -> str:
        """What the clerk reads: the state's sentence, then the reason."""
        return " ".join(part for part in (_(SENTENCES[self.state]), self.reason) if part)


@dataclass(frozen=True, slots=True)
class PluginStatus:
    """A line of the plugin page. switched_on: what the switch says; it may differ from `state` until the next start."""

    id: str
    title: str
    summary: str
    version: str
    state: State
    word: str
    sentence: str
    switched_on: bool
    installed: bool
    requires: tuple[str, ...]
    permissions: tuple[tuple[str, str], ...]
    failures: tuple[Failure, ...]


def status_of(record: PluginRecord, *, switched_on: bool) -> PluginStatus:
    """The record as the plugin page shows it, in the language shown now."""
    manifest, told, sentence = record.manifest, record.state, record.sentence
    if switched_on and record.state is State.DISABLED:  # switched on since the start, or a start without plugins
        told, sentence = State.READY, " ".join(part for part in (record.reason, _(SENTENCES[State.READY])) if part)
    elif not switched_on and record.state is State.RUNNING:
        sentence = " ".join(part for part in (_("It runs until the next start and is off then; its data stay."), record.reason)
                            if part)
    if record.waiting:
        sentence += " " + _("Version {version} takes its place at the next start.").format(version=record.waiting)
    return PluginStatus(
        record.id, record.title, str(manifest.summary) if manifest else "", manifest.version if manifest else "",
        record.state, _(WORDS[told]), sentence, switched_on, record.installed,
        manifest.requires if manifest else (),
        tuple((permission.id, str(permission.title)) for permission in manifest.permissions) if manifest else tuple(
            (right, str(title)) for right, title in record.rights),
        tuple(record.failures))
