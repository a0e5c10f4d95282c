"""Whose plugins are known here: trusted publishers with the fingerprint one compares by telephone, and what is blocked."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.i18n import _
from desk.shell.kit import bits
from desk.shell.kit.page import Page

if TYPE_CHECKING:
    from desk.host.keys import PublicKey
    from desk.host.trust import TrustList

PAGE, TRUST, CHANGE = "desk.plugins.keys", "desk.plugins.trust_form", "desk.plugins.list_form"
SIGNED = 5
"""So many plugins of a publisher are named on a card."""


class KeysPage(Page):
    """A card a publisher, a line for each thing that is blocked. file: a .deskkey that was dropped on the plugins page."""

    def __init__(self, ctx: Any, file: str = "") -> None:
        super().__init__(ctx)
        self.where = bits.label(_("Reading…"), "muted", wrap=True)
        self.trust = bits.button(_("Trust a publisher's key…"), self._choose, icon="key", main=True)
        self.block = bits.button(_("Block a plugin…"), self._block_plugin, icon="ban")
        self.trust.setEnabled(False)
        self.block.setEnabled(False)
        self._list = bits.column(None, spacing=12)
        inside = QWidget()
        inside.setLayout(self._list)
        words = bits.column(bits.label(_("Trusted publishers"), "title"), self.where, spacing=4)
        head = bits.row(words, self.block, self.trust)
        head.setStretch(0, 1)
        self.setLayout(bits.column(head, bits.scrolled(inside), margins=16, spacing=12))
        self.name_page(_("Trusted publishers"))
        self.watch("plugin")
        self._begin: dict[str, Any] = {}
        self._plugins: list[tuple[str, str]] = []
        self._file = Path(file) if file else None
        self.refresh()

    def first_focus(self) -> QWidget:
        return self.trust

    @Slot()
    def refresh(self) -> None:
        """Read the list and what the publishers signed here."""
        self.ctx.jobs.work(_read, self.ctx.desk).by(self).then(self._show).start()

    @Slot(object)
    def _show(self, found: "tuple[TrustList, bool, dict[str, Any], dict[str, list[str]], list[tuple[str, str]]]") -> None:
        told, may, self._begin, signed, self._plugins = found
        self.where.setText(" ".join(part for part in (told.sentence, told.advice if not may else "") if part))
        self.trust.setEnabled(may)
        self.block.setEnabled(may and bool(self._plugins))
        bits.empty(self._list)
        for key in told.keys:
            self._list.addWidget(self._publisher(key, signed.get(key.key, []), may, key.key in told.blocked))
        if not told.keys:
            words = _("Have the publisher send you a .deskkey file, compare its fingerprint by telephone and trust it here: "
                      "plugins signed with it are known from then on.")
            self._list.addWidget(bits.label(words, "muted", wrap=True))
        if told.blocked:
            self._list.addWidget(bits.label(_("Blocked"), "section"))
        names = {key.key: key for key in told.keys}
        for what in told.blocked:
            self._list.addWidget(self._barred(what, _title(what, names, dict(self._plugins)), may))
        self._list.addStretch(1)
        if self._file is not None and may:
            self._look(self._file)
        self._file = None

    def _publisher(self, key: "PublicKey", signed: Sequence[str], may: bool, blocked: bool) -> QWidget:
        kind = _("Key blocked") if blocked else _("This centre's own key") if key.centre else _("Known publisher")
        plugins = _("Signed here: {names}").format(names="、".join(signed[:SIGNED])) if signed else _(
            "Nothing that is installed here bears this signature.")
        words = bits.column(bits.row(bits.label(key.name, "section"), bits.label(kind, "muted"), None),
                            bits.label(_("Fingerprint: {fingerprint}").format(fingerprint=key.fingerprint), select=True),
                            bits.label(plugins, "muted", wrap=True), spacing=4)
        row = bits.row(spacing=16)
        row.addLayout(words, 1)
        if may:
            acts = [bits.button(_("No longer trust…"), partial(self._change, "distrust", key.key, _(
                "“{name}” is no longer known here. What it signed stays installed; an administrator confirms its next "
                "plugins.").format(name=key.name)))]
            if not blocked:
                acts.insert(0, bits.button(_("Block this key…"), partial(self._change, "block", key.key, _(
                    "Nothing signed with the key of “{name}” is installed any more, and what is installed does not run from "
                    "the next start on: {plugins}. Its data stay.").format(
                        name=key.name, plugins="、".join(signed) or _("none")))))
            row.addLayout(bits.column(*acts, None, spacing=8))
        return _card(row)

    def _barred(self, what: str, title: str, may: bool) -> QWidget:
        row = bits.row(bits.picture("ban", "late"), bits.label(title, wrap=True, select=True), spacing=8)
        row.setStretch(1, 1)
        if may:
            row.addWidget(bits.button(_("Take off the block list…"), partial(self._change, "unblock", what, _(
                "{title} is no longer blocked and can be installed and run again.").format(title=title))))
        return _card(row)

    def _change(self, act: str, what: str, told: str) -> None:
        self.ctx.open(CHANGE, record_id=_draft_id(act + what), act=act, what=what, told=told, **self._begin)

    @Slot()
    def _choose(self) -> None:
        file = self.ctx.asker.open_file(_("Choose the publisher's key"), _("Publishers' keys") + " (*.deskkey)")
        if file is not None:
            self._look(file)

    def _look(self, file: Path) -> None:
        self.ctx.jobs.work(_load, file).by(self).then(self._loaded).start()

    @Slot(object)
    def _loaded(self, key: "PublicKey") -> None:
        told = {"name": key.name, "key": key.key, "fingerprint": key.fingerprint}
        self.ctx.open(TRUST, record_id=_draft_id(key.key), **told, **self._begin)

    @Slot()
    def _block_plugin(self) -> None:
        chosen = self.ctx.asker.choose(_("Which plugin is never to run here again?"), self._plugins)
        if chosen is not None:
            self._change("block", chosen, _(
                "“{name}” is not installed any more and does not run from the next start on. Its data stay.").format(
                    name=dict(self._plugins)[chosen]))


def _draft_id(what: str) -> int:
    """What is half typed for one key is never put back for another."""
    from desk.host.package_seal import digest

    return int(digest(what.encode())[:7], 16)


def _card(row: Any) -> QWidget:
    frame = bits.card(row)
    row.setContentsMargins(16, 12, 16, 12)
    return frame


def _title(what: str, names: "dict[str, PublicKey]", plugins: dict[str, str]) -> str:
    """What is blocked, in words."""
    from desk.host.keys import fingerprint, public_key

    if what in names:
        return _("The key of {name} ({fingerprint})").format(name=names[what].name, fingerprint=names[what].fingerprint)
    try:
        public_key("-", what)
    except ValueError:
        if len(what) == 64:
            return _("The package {sha256}").format(sha256=what[:16])
        name, _space, version = what.partition(" ")
        return _("The plugin “{name}”").format(name=" ".join(part for part in (plugins.get(name, name), version) if part))
    return _("The key {fingerprint}").format(fingerprint=fingerprint(what))


def _load(_context: Any, file: Path) -> "PublicKey":
    from desk.host.keys import load_public

    return load_public(file)


def _read(_context: Any, desk: Any) -> "tuple[TrustList, bool, dict[str, Any], dict[str, list[str]], list[tuple[str, str]]]":
    """The list, whether it may be changed here, how a form begins, key → titles of what it signed, installed plugins."""
    from desk.host.origin import read_origin
    from desk.host.trust import Place

    places = desk.plugin_places()
    told = places.trust.read()
    installed = [(status.id, status.title) for status in desk.plugin_statuses() if status.installed]
    signed: dict[str, list[str]] = {}
    for plugin_id, title in installed:
        signed.setdefault(read_origin(places.installed / plugin_id).key, []).append(title)
    begin = {"folder": str(places.trust.keys), "fresh": told.place is Place.NOWHERE,
             "sealed": told.place in (Place.SEALED, Place.NOWHERE)}
    return told, places.trust.changeable, begin, signed, [one for one in installed if one[0] not in told.blocked]
