"""Settings, drawn from what is declared. Where the law could not be confirmed the page says so and asks for a
confirmation.

This computer's look (light, dark, type size) is changed at once; everything else is saved together, with Ctrl+S.
"""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from desk.core.errors import UserError
from desk.core.i18n import N_, _, ngettext, translator
from desk.shell import theme
from desk.shell.context import HouseContext
from desk.shell.faults import told
from desk.shell.kit import bits
from desk.shell.setting_row import SettingRow
from desk.shell.settings_find import FindBar, SettingsCard

CHANGE = "desk.settings.change"
LOOKS = (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")))
SIZES = ((1.0, N_("Ordinary type")), (1.25, N_("Large type")), (1.5, N_("Very large type")))


class SettingsPage(QWidget):
    """One card for this computer, one for the desk, one for each plugin that has settings."""

    def __init__(self, ctx: HouseContext) -> None:
        super().__init__()
        self.setObjectName("page")
        self.ctx = ctx
        self.rows: dict[str, SettingRow] = {}
        self.cards: list[SettingsCard] = []
        self.lead = bits.label("", "muted")
        self.save = bits.button(_("Save (Ctrl+S)"), self._save, icon="save", main=True)
        self.save.setEnabled(False)
        if not ctx.may(CHANGE):
            self.save.hide()
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)
        self.look, self.type_size = self._choice(LOOKS, ctx.look[0]), self._choice(SIZES, ctx.look[1])
        self._lay_out()
        self.look.activated.connect(self._dress)
        self.type_size.activated.connect(self._dress)
        self.refresh()

    def first_focus(self) -> QWidget:
        return self.look

    @Slot()
    def refresh(self) -> None:
        """Show what is stored; what was changed here and not saved is forgotten."""
        confirmed: frozenset[str] = getattr(self.ctx.settings, "confirmed", frozenset())
        for key, row in self.rows.items():
            row.show_value(self.ctx.settings.get(key, row.spec.default), confirmed=key in confirmed)
        self._changed()
        self._narrow()

    def _lay_out(self) -> None:
        head = bits.row(bits.column(bits.label(_("Settings"), "title"), self.lead, spacing=4), None, self.save)
        self.finder, self.own = FindBar(self), self._computer_card()
        self.finder.changed.connect(self._narrow)
        self.nothing = bits.label(_("No setting fits."), "muted")
        self.nothing.hide()
        by_plugin: dict[str, list[SettingRow]] = {}
        for given in self.ctx.desk.contributions.settings:
            row = SettingRow(given.item, translator(given.plugin_id), editable=self.ctx.may(CHANGE))
            row.changed.connect(self._changed)
            self.rows[given.item.key] = row
            by_plugin.setdefault(given.plugin_id, []).append(row)
        for plugin_id, rows in by_plugin.items():
            title = _("The desk") if plugin_id == "desk" else self.ctx.desk.plugin_title(plugin_id)
            self.cards.append(SettingsCard(title, rows))
        inside = QWidget()
        inside.setLayout(bits.column(self.own, self.nothing, *self.cards, None, spacing=12))
        self.setLayout(bits.column(head, self.finder, bits.scrolled(inside), margins=16, spacing=12))

    @Slot()
    def _narrow(self) -> None:
        shown = sum(card.narrow(self.finder.fits) for card in self.cards)
        self.own.setVisible(not self.finder.narrows)
        self.nothing.setVisible(not shown)

    def _computer_card(self) -> QWidget:
        look = bits.label(_("Colours (&C)"))
        look.setBuddy(self.look)
        size = bits.label(_("Type size (&T)"))
        size.setBuddy(self.type_size)
        row = bits.row(look, self.look, 24, size, self.type_size, None)
        return bits.card(bits.column(bits.label(_("This computer"), "section"), row, margins=16, spacing=8))

    def _choice(self, options: tuple[tuple[Any, str], ...], chosen: Any) -> QComboBox:
        made = QComboBox()
        made.setMinimumWidth(theme.px(160))
        for value, title in options:
            made.addItem(_(title), value)
        made.setCurrentIndex(max(made.findData(chosen), 0))
        return made

    @Slot()
    def _dress(self) -> None:
        self.ctx.dress(self.look.currentData(), self.type_size.currentData())

    @Slot()
    def _changed(self) -> None:
        changed = [row for row in self.rows.values() if row.is_changed]
        open_questions = sum(row.needs_confirming for row in self.rows.values())
        self.save.setEnabled(bool(changed))
        if changed:
            self.lead.setText(ngettext("{n} setting changed, not saved yet", "{n} settings changed, not saved yet",
                                       len(changed)).format(n=len(changed)))
        elif open_questions:
            self.lead.setText(ngettext("{n} setting waits to be confirmed", "{n} settings wait to be confirmed",
                                       open_questions).format(n=open_questions))
        else:
            self.lead.setText(_("Everything is saved"))

    @Slot()
    def _save(self) -> None:
        changed = [row for row in self.rows.values() if row.is_changed]
        if not changed or not self.save.isEnabled():
            return
        values: dict[str, Any] = {}
        confirmed: list[str] = []
        faults = False
        for row in changed:
            try:
                values[row.spec.key] = row.value()
            except UserError as error:
                row.say(str(error))
                faults = True
            if row.is_confirmed:
                confirmed.append(row.spec.key)
        if faults:
            return
        from desk.core.settings.service import change_settings

        self.save.setEnabled(False)
        job = self.ctx.jobs.write(change_settings, values, tuple(confirmed)).labelled(_("Saving the settings")).by(self)
        job.then(self._saved).otherwise(self._not_saved).start()

    @Slot(object)
    def _saved(self, count: int) -> None:
        self.refresh()
        self.ctx.notify(ngettext("{n} setting saved", "{n} settings saved", count).format(n=count))

    @Slot(object)
    def _not_saved(self, error: Exception) -> None:
        self.save.setEnabled(True)
        found = told(error)
        self.ctx.notify(f"{found.text} {found.advice}".strip(), "late")
