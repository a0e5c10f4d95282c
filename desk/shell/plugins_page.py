"""Plugins: where each one stands in a sentence, on and off with a restart that one button offers, what went wrong to
copy.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.core.i18n import _, ngettext
from desk.shell.context import HouseContext
from desk.shell.kit import bits

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
        self.lead = bits.label("", "muted")
        restart = bits.button(_("Restart now"), self._restart, main=True)
        self.pending = bits.band(_("What was switched takes effect when the desk starts again."), "waiting", restart)
        self.pending.hide()
        self._list = bits.column(None, spacing=12)
        inside = QWidget()
        inside.setLayout(self._list)
        head = bits.column(bits.label(_("Plugins"), "title"), self.lead, spacing=4)
        self.setLayout(bits.column(head, self.pending, bits.scrolled(inside), margins=16, spacing=12))
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
        self._page, self._status = page, status
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
        texts = bits.column(*words, spacing=4)
        row = bits.row(spacing=16)
        row.addLayout(texts, 1)
        row.addLayout(bits.column(*buttons, None, spacing=8))
        frame = bits.card(row)
        row.setContentsMargins(16, 12, 16, 12)
        self.setLayout(bits.column(frame))

    def _switch_words(self) -> str:
        return _("Switch off") if self._status.switched_on else _("Switch on")

    @Slot()
    def _switch(self) -> None:
        self._page.switch(self._status)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(failure.report() for failure in self._status.failures))


def _icon(tone: str) -> str:
    from desk.shell import theme

    return theme.tone_look(tone).icon


def _tint(tone: str) -> str:
    return "quiet" if tone == "muted" else tone
