"""Plugins: where each one stands in a sentence, on and off with a restart that one button offers, what went wrong to
copy; from a file (chosen or dropped here), and back to the version before.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.core.i18n import _, ngettext
from desk.shell.context import HouseContext
from desk.shell.kit import bits
from desk.shell.plugins_install import Installer, known

if TYPE_CHECKING:
    from desk.host.states import PluginStatus

MANAGE = "desk.plugins.manage"
TONES = {"running": "done", "ready": "open", "disabled": "muted", "blocked": "waiting", "incompatible": "waiting",
         "missing": "waiting", "invalid": "late", "failed": "late"}


class PluginsPage(QWidget):
    """A card a plugin. Switches take effect at the next start, and the page says so."""

    def __init__(self, ctx: HouseContext) -> None:
        super().__init__()
        self.setObjectName("page")
        self.ctx = ctx
        self._switched = False
        self.cards: dict[str, PluginCard] = {}
        self.lead, self.trust = bits.label("", "muted"), bits.label("", "small", wrap=True)
        self.installer = Installer(ctx, self)
        self.installer.changed.connect(self._changed)
        self.install = bits.button(_("Install from a file…"), self.installer.choose, icon="package")
        if not ctx.may(MANAGE):  # showing what lies nowhere yet would flash as a window
            self.install.hide()
        self.setAcceptDrops(ctx.may(MANAGE))
        restart = bits.button(_("Restart now"), self._restart, main=True)
        self.pending = bits.band(_("What was switched takes effect when the desk starts again."), "waiting", restart)
        self.pending.hide()
        self._list = bits.column(None, spacing=12)
        inside = QWidget()
        inside.setLayout(self._list)
        words = bits.column(bits.label(_("Plugins"), "title"), self.lead, spacing=4)
        head = bits.row(words, None, self.install)
        self.setLayout(bits.column(head, self.pending, bits.scrolled(inside), self.trust, margins=16, spacing=12))
        self.refresh()

    def first_focus(self) -> QWidget:
        card = next(iter(self.cards.values()), None)
        return card.switch if card is not None else self

    @Slot()
    def refresh(self) -> None:
        """Ask the host anew."""
        bits.empty(self._list)
        self.cards.clear()
        statuses = self.ctx.desk.plugin_statuses()
        running = sum(str(status.state) == "running" for status in statuses)
        self.lead.setText(ngettext("{n} plugin runs", "{n} plugins run", running).format(n=running))
        for status in statuses:
            card = PluginCard(self, status, may=self.ctx.may(MANAGE))
            self.cards[status.id] = card
            self._list.addWidget(card)
        if not statuses:
            self._list.addWidget(bits.label(_("No plugin is installed."), "muted"))
        self._list.addStretch(1)
        if self.ctx.may(MANAGE):
            self.ctx.jobs.work(known, self.ctx.desk).by(self).then(self._known).start()

    @Slot(object)
    def _known(self, told: Any) -> None:
        """Where trusted keys lie, and which plugins can go back."""
        self.installer.places, sentence, previous = told
        self.trust.setText(sentence)
        for plugin_id, version in previous.items():
            if plugin_id in self.cards:
                self.cards[plugin_id].offer_back(version)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        file = _dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self.installer.look(file)

    @Slot()
    def _changed(self) -> None:
        self.pending.show()
        self.refresh()

    def switch(self, status: "PluginStatus") -> None:
        """Switch a plugin on or off; what needs it is named before."""
        on = not status.switched_on
        if not on and not self._may_go_off(status):
            return
        from desk.core.settings.service import switch_plugin

        job = self.ctx.jobs.write(switch_plugin, status.id, on).by(self)
        job.then(self._done).start()

    def _may_go_off(self, status: "PluginStatus") -> bool:
        needing = [other.title for other in self.ctx.desk.plugin_statuses()
                   if status.id in other.requires and other.switched_on]
        detail = _("Its pages and papers go away at the next start; its data stay and come back with it.")
        if needing:
            detail += " " + _("These need it and will be held back: {names}.").format(names="、".join(needing))
        return self.ctx.asker.confirm(_("Switch off {name}?").format(name=status.title), detail=detail,
                                      yes=_("Switch off {name}").format(name=status.title), danger=True)

    @Slot(object)
    def _done(self, _nothing: object) -> None:
        self._switched = True
        self.pending.show()
        self.refresh()

    @Slot()
    def _restart(self) -> None:
        self.ctx.leave("restart")


class PluginCard(QWidget):
    """One plugin: name, state in a word and a sentence, what went wrong, the switch."""

    def __init__(self, page: PluginsPage, status: "PluginStatus", *, may: bool) -> None:
        super().__init__()
        self._page, self._status, self._previous = page, status, ""
        tone = TONES.get(str(status.state), "muted")
        word = bits.card(bits.row(bits.picture(_icon(tone), _tint(tone)), bits.label(status.word), margins=4, spacing=4),
                         role="band", tone=tone)
        title = bits.row(bits.label(status.title, "section"), bits.label(status.version, "small"), word, None)
        words: list[Any] = [title]
        words += [bits.label(text, wrap=True) for text in (status.summary, status.sentence) if text]
        self.switch = bits.button(self._switch_words(), self._switch)
        if not may:
            self.switch.hide()
        buttons: list[Any] = [self.switch]
        if status.failures:
            buttons.append(bits.button(_("Copy the details"), self._copy, icon="copy"))
        texts = bits.column(*words, None, spacing=4)
        row = bits.row(spacing=16)
        row.addLayout(texts, 1)
        self.back = bits.button("", self._back)
        self.back.hide()
        row.addLayout(bits.column(*buttons, self.back, None, spacing=8))
        frame = bits.card(row)
        row.setContentsMargins(16, 12, 16, 12)
        self.setLayout(bits.column(frame))

    def offer_back(self, version: str) -> None:
        """Show the button that goes back to `version`."""
        self._previous = version
        self.back.setText(_("Go back to {version}").format(version=version))
        self.back.show()

    @Slot()
    def _back(self) -> None:
        self._page.installer.roll_back(self._status, self._previous)

    def _switch_words(self) -> str:
        return _("Switch off") if self._status.switched_on else _("Switch on")

    @Slot()
    def _switch(self) -> None:
        self._page.switch(self._status)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(failure.report() for failure in self._status.failures))


def _dropped(event: QDropEvent) -> Path | None:
    """The one package that is dragged, None for anything else."""
    urls = event.mimeData().urls()
    file = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return file if file is not None and file.suffix == ".deskplugin" else None


def _icon(tone: str) -> str:
    from desk.shell import theme

    return theme.tone_look(tone).icon


def _tint(tone: str) -> str:
    return "quiet" if tone == "muted" else tone
