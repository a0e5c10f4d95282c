"""Plugins: where each one stands in a sentence, on and off with a restart that one button offers, what went wrong to
copy; from a file (chosen or dropped here), and back to the version before.
"""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from desk import API_VERSION
from desk.core.i18n import _, ngettext
from desk.shell.context import HouseContext
from desk.shell.kit import bits
from desk.shell.plugins_data import DataCare
from desk.shell.plugins_install import Installer, known
from desk.shell.plugins_keys import PAGE as KEYS
from desk.shell.plugins_offers import FOLDER, OfferCard, Offers

if TYPE_CHECKING:
    from desk.host.repository import Offer, Repository
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
        self._switched, self._folder = False, Path()
        self.cards: dict[str, PluginCard] = {}
        self.lead, self.trust = bits.label("", "muted"), bits.label("", "small", wrap=True)
        self.installer = Installer(ctx, self)
        self.installer.changed.connect(self._changed)
        self.install = bits.button(_("Install from a file…"), self.installer.choose, icon="package")
        if not ctx.may(MANAGE):  # showing what lies nowhere yet would flash as a window
            self.install.hide()
        self.setAcceptDrops(ctx.may(MANAGE))
        self.care, self.offers = DataCare(ctx, self), Offers(ctx, self)
        self.care.changed.connect(self._changed)
        self.care.archived.connect(self._archived)
        self._come_back = ""
        self.offers.found.connect(self._offered)
        self.folder = bits.button(_("Look in a folder…"), self.offers.choose, icon="folder-open")
        self.ahead = bits.button(_("Before an upgrade…"), self._look_ahead, icon="shield-check")
        if not ctx.may(MANAGE):
            self.folder.hide()
            self.ahead.hide()
        restart = bits.button(_("Restart now"), self._restart, main=True)
        self.pending = bits.band(_("What was switched takes effect when the desk starts again."), "waiting", restart)
        self.pending.hide()
        self._list, self._updates, self._new = (bits.column(None, spacing=12) for _tab in range(3))
        self.tabs = QTabWidget()
        for layout, title in ((self._list, _("Installed")), (self._updates, _("Updates")), (self._new, _("Available"))):
            inside = QWidget()
            inside.setLayout(layout)
            self.tabs.addTab(bits.scrolled(inside), title)
        self.offer_cards: dict[str, OfferCard] = {}
        self._offered(None)
        words = bits.column(bits.label(_("Plugins"), "title"), self.lead, spacing=4)
        head = bits.row(words, None, self.ahead, self.folder, self.install)
        self.keys = bits.button(_("Trusted publishers…"), partial(ctx.open, KEYS), icon="key")
        foot = bits.row(self.trust, self.keys)
        foot.setStretch(0, 1)
        if not ctx.may(MANAGE):
            self.keys.hide()
        self.setLayout(bits.column(head, self.pending, self.tabs, foot, margins=16, spacing=12))
        self.refresh()
        folder = ctx.settings.get(FOLDER) if ctx.may(MANAGE) else ""
        if folder and (Path(folder) / "index.json").is_file():
            self.offers.look(Path(folder))

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

    @Slot(str)
    def _archived(self, plugin_id: str) -> None:
        """The cards are made anew; who works by keys goes on at the one she was at."""
        self._come_back = plugin_id
        self.refresh()

    @Slot(object)
    def _known(self, told: Any) -> None:
        """Where trusted keys lie, and which plugins can go back."""
        self.installer.places, sentence, previous, archives = told
        self.trust.setText(sentence)
        for plugin_id, file in archives.items():
            if plugin_id in self.cards:
                self.cards[plugin_id].offer_purge(file)
                if plugin_id == self._come_back:
                    self.cards[plugin_id].purge.setFocus()
        self._come_back = ""
        for plugin_id, version in previous.items():
            if plugin_id in self.cards:
                self.cards[plugin_id].offer_back(version)

    @Slot(object)
    def _offered(self, repository: "Repository | None") -> None:
        """Show what a folder offers, the updates apart from what is new."""
        self.offer_cards.clear()
        for place, (layout, title, words) in enumerate((
                (self._updates, _("Updates"), _("No update is known. Look in a folder or on a stick.")),
                (self._new, _("Available"), _("Look in a folder or on a stick that has an index of plugins.")))):
            bits.empty(layout)
            known = repository.offers if repository else ()
            offers = [one for one in known if (str(one.standing) == "update") != bool(place)]
            if repository is not None and offers:
                layout.addWidget(bits.label(f"{repository.name or repository.folder.name} · {repository.signature}", "muted"))
            for offer in offers:
                card = self.offer_cards[offer.id] = OfferCard(offer, may=self.ctx.may(MANAGE))
                card.wanted.connect(self._take)
                layout.addWidget(card)
            if not offers:
                layout.addWidget(bits.label(words, "muted"))
            layout.addStretch(1)
            count = 0 if place else len(offers)
            self.tabs.setTabText(place + 1, f"{title} ({count})" if count else title)
        if repository is not None and repository.folder != self._folder:
            self._folder = repository.folder
            self.tabs.setCurrentIndex(1 if any(str(one.standing) == "update" for one in repository.offers) else 2)

    @Slot(object)
    def _take(self, offer: "Offer") -> None:
        self.installer.take(offer)

    def records_of(self, plugin_id: str) -> str:
        """The page with which what a removed plugin left begins; "" when there is none that she may open."""
        return next((one.item.id for one in self.ctx.desk.contributions.nav
                     if one.plugin_id == plugin_id and not one.item.hidden and self.ctx.may(one.item.permission)), "")

    @Slot()
    def _look_ahead(self) -> None:
        """Which plugins would be off after an upgrade of the desk, and why."""
        question = _("Which version of the plugin interface has the new desk? It stands in its notes.")
        api = self.ctx.asker.ask_text(question, API_VERSION)
        if not api:
            return
        if not re.fullmatch(r"\d{1,3}\.\d{1,3}", api.strip()):
            self.ctx.asker.inform(_("Write the version as 1.2."))
            return
        off = self.ctx.desk.off_after(api.strip())
        if off:
            lines = "\n".join(f"{name}: {why}" for name, why in off)
            self.ctx.asker.inform(_("These would be off after the upgrade:"), detail=lines)
        else:
            self.ctx.asker.inform(_("Every plugin that is switched on would run."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        file = _dropped(event)
        if file is not None:
            event.acceptProposedAction()
            if file.name == "index.json":
                self.offers.look(file.parent)
            elif file.suffix == ".deskkey":
                self.ctx.open(KEYS, file=str(file))
            else:
                self.installer.look(file)

    @Slot()
    def _changed(self) -> None:
        """Something else is installed now, so what the folder offers is looked at anew."""
        self.pending.show()
        self.refresh()
        if self.offer_cards:
            self.offers.look(self._folder)

    def switch(self, status: "PluginStatus") -> None:
        """Switch a plugin on or off; what needs it is named before."""
        on = not status.switched_on
        if not on and not self._may_go_off(status):
            return
        if on:
            self.installer.switch_on(status.id, status.title)
            return
        from desk.core.settings.service import switch_plugin

        self.ctx.jobs.write(switch_plugin, status.id, False).by(self).then(self._done).start()

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
        waits = status.switched_on and str(status.state) == "disabled"  # for the next start
        tone = TONES["ready"] if waits else TONES.get(str(status.state), "muted")
        word = bits.card(bits.row(bits.picture(_icon(tone), _tint(tone)), bits.label(status.word), margins=4, spacing=4),
                         role="band", tone=tone)
        title = bits.row(bits.label(status.title, "section"), bits.label(status.version, "small"), word, None)
        words: list[Any] = [title]
        words += [bits.label(text, wrap=True) for text in (status.summary, status.sentence) if text]
        self.switch = bits.button(self._switch_words(), self._switch)
        self.switch.setParent(self)
        gone = str(status.state) in ("missing", "invalid", "incompatible") and not status.switched_on
        if not may or gone:
            self.switch.hide()
        buttons: list[Any] = [] if gone else [self.switch]
        if status.failures:
            buttons.append(bits.button(_("Copy the details"), self._copy, icon="copy"))
        texts = bits.column(*words, None, spacing=4)
        row = bits.row(spacing=16)
        row.addLayout(texts, 1)
        self.back = bits.button("", self._back)
        self.back.hide()
        self.records = self._records()
        buttons += self.records + self._tries(may) + self._endings(may)
        row.addLayout(bits.column(*buttons, self.back, None, spacing=8))
        frame = bits.card(row)
        row.setContentsMargins(16, 12, 16, 12)
        self.setLayout(bits.column(frame))

    def _tries(self, may: bool) -> list[Any]:
        """What can be learnt about one before it is switched on."""
        self.practise = bits.button(_("Try it in the practice data…"), self._practise)
        self.examine = bits.button(_("Examine…"), self._examine)
        known = may and str(self._status.state) not in ("missing", "invalid", "incompatible")
        shown = [self.practise, self.examine] if known and not self._status.switched_on else [self.examine] if known else []
        for one in (self.practise, self.examine):
            one.setParent(self)
            if one not in shown:
                one.hide()
        return shown

    @Slot()
    def _practise(self) -> None:
        self._page.installer.practice.begin(self._status.id, self._status.title)

    @Slot()
    def _examine(self) -> None:
        self._page.installer.practice.examine(self._status.id, self._status.title)

    def _records(self) -> list[Any]:
        """Of one whose program is gone: the way to what it left, for whoever may see it."""
        entry = self._page.records_of(self._status.id) if str(self._status.state) == "missing" else ""
        return [bits.button(_("Its records"), partial(self._page.ctx.open, entry), icon="folder-open")] if entry else []

    def _endings(self, may: bool) -> list[Any]:
        """What can be done with one that does not run: away with its program, its data into an archive, then deleted."""
        self.purge = bits.button(_("Delete its data for good…"), self._purge, icon="trash-2")
        self.purge.hide()
        self.archive = bits.button(_("Archive its data"), self._archive, icon="archive")
        self.remove = bits.button(_("Remove…"), self._remove)
        off = may and not self._status.switched_on
        shown = []
        if off and self._status.installed and str(self._status.state) not in ("missing", "running"):
            shown.append(self.remove)
        else:
            self.remove.hide()
        if off and str(self._status.state) in ("disabled", "missing", "invalid", "incompatible"):
            shown += [self.archive, self.purge]
        else:
            self.archive.hide()
        return shown

    def offer_purge(self, file: Path) -> None:
        """Show the button that deletes what `file` holds."""
        if self.archive in self.findChildren(type(self.archive)) and not self._status.switched_on:
            self._archive_file = file
            self.purge.show()

    @Slot()
    def _remove(self) -> None:
        self._page.care.remove(self._status, self._page.installer.places)

    @Slot()
    def _archive(self) -> None:
        self._page.care.archive(self._status)

    @Slot()
    def _purge(self) -> None:
        self._page.care.purge(self._status, self._archive_file)

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
    """The one package, publisher's key, index or folder with an index that is dragged, None for anything else."""
    urls = event.mimeData().urls()
    file = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    if file is not None and file.is_dir() and (file / "index.json").is_file():
        return file / "index.json"
    known = file is not None and (file.suffix in (".deskplugin", ".deskkey") or file.name == "index.json")
    return file if known else None


def _icon(tone: str) -> str:
    from desk.shell import theme

    return theme.tone_look(tone).icon


def _tint(tone: str) -> str:
    return "quiet" if tone == "muted" else tone
