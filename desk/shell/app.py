"""From the first paint to the last: sign in, work, lock, somebody else, close.

The window is painted with what is imported here, which is Qt and small modules; everything heavy is loaded by
`Opening.load` in a worker while the account is being typed.
"""

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desk.core.actor import Actor
from desk.core.changes import Changes
from desk.core.errors import DataUnusable
from desk.core.i18n import _
from desk.shell import theme
from desk.shell.asker import Asker, QtAsker
from desk.shell.context import ChangeHub, Seat
from desk.shell.faults import FaultHook, Told, told
from desk.shell.jobs import JobContext, JobRunner
from desk.shell.main_window import MainWindow
from desk.shell.ports import Desk, Opening
from desk.shell.safe_start import offer_start_without_plugins
from desk.shell.sign_in import SignInPage

if TYPE_CHECKING:
    from desk.core.staff.signin import SignedIn
    from desk.shell.idle import IdleWatch
    from desk.shell.navigation import Pages

log = logging.getLogger(__name__)

BACKUP_EVERY = 30 * 60 * 1000
"""Milliseconds between two backups that the desk makes by itself."""


class Shell(QObject):
    """Holds the window and the loaded desk, and decides what is shown."""

    def __init__(self, opening: Opening, hook: FaultHook, asker: Asker | None = None) -> None:
        super().__init__()
        self.opening, self.hook = opening, hook
        self.jobs, self.hub = JobRunner(parent=self), ChangeHub(self)
        sign_in = SignInPage(opening.hall, practice=opening.practice, last_login=opening.last_login, told=opening.way_in)
        self.window = MainWindow(sign_in, title=opening.hall or _("Desk"), practice=opening.practice)
        self.asker = asker or QtAsker(self._asking_window)
        self.desk: Desk | None = None
        self.actor: Actor | None = None
        self.restart_wanted = self._ended = self._offered = False
        self._pending: tuple[str, str] | None = None
        self._login = ""
        self._wizard: Any = None
        self._settings: Mapping[str, Any] = {}
        self._idle: IdleWatch | None = None
        self._half_hour = QTimer(self, interval=BACKUP_EVERY)
        self._half_hour.timeout.connect(self.back_up)
        self._places = QSettings(str(opening.paths.cache / "window.ini"), QSettings.Format.IniFormat)
        sign_in.tried.connect(self._tried)
        sign_in.switch.connect(self.switch_user)
        self.window.painted.connect(self._load)
        self.window.asked.connect(self.do)
        self.window.closing.connect(self.end)
        self.jobs.changed.connect(self.hub.tell)
        self.jobs.faulted.connect(hook.take)
        hook.happened.connect(self.show_fault)

    def begin(self) -> None:
        """Show the window: the sign-in page, or the wizard where there is no data yet."""
        self.window.restore_size(self._places)
        if self.opening.first_run:
            from desk.shell.first_run import FirstRun

            wizard = FirstRun(self.opening, self.jobs)
            wizard.founded.connect(self._founded)
            wizard.moving.connect(self._get_back)
            self._wizard = wizard
            self.window.show_page(wizard)
        self.window.show()

    def end(self) -> None:
        """Keep what is half typed, finish what is running, close the data. May be called twice."""
        if self._ended:
            return
        self._ended = True
        if self.window.isVisible():
            self.window.remember_size(self._places)
        gone = self._clear_seat()
        if not self.jobs.shutdown():
            log.warning("Some work did not end in time")
        if self.desk is not None:
            if gone is not None:
                self._note_leaving(self.desk, gone)
            self._last_backup(self.desk)
            self.desk.close()

    # ---- loading ----

    @Slot()
    def _load(self) -> None:
        if self.desk is None and not self.opening.first_run:
            self._offered = self._offered or offer_start_without_plugins(self.opening, self.asker)
            self.jobs.work(_load, self.opening).then(self._loaded).otherwise(self._not_loaded).start()

    @Slot(object)
    def _founded(self, answers: dict[str, Any]) -> None:
        """The wizard has set everything up: from here it is an ordinary start."""
        hall = answers.get("hall") or answers["community"]
        self.opening = replace(self.opening, first_run=False, hall=hall, last_login=answers["login"],
                               practice=bool(answers.get("practice")))
        self.window.setWindowTitle(hall)
        self.window.sign_in.welcome(hall, answers["login"])
        self.window.cover()
        self._load()

    @Slot()
    def _get_back(self) -> None:
        """A new computer, or data that were lost: they come from a backup, and the desk starts again on them."""
        from desk.shell.getting_back import GettingBack

        getting = GettingBack(self.opening, self.jobs, self.asker, self.window.page)
        getting.done.connect(self._restart)
        getting.begin()

    @Slot(object)
    def _loaded(self, desk: Desk) -> None:
        self.desk = desk
        self.hook.blame = desk.blame
        self._read_ahead()
        if self._pending is not None:
            login, password = self._pending
            self._pending = None
            self._tried(login, password)

    def _read_ahead(self) -> None:
        from desk.shell.read_ahead import ReadAhead

        assert self.desk is not None
        ReadAhead(self.jobs, self).begin(self.desk)

    @Slot(object)
    def _not_loaded(self, error: Exception) -> None:
        from desk.shell.start_fault import StartFaultPage

        page = StartFaultPage(told(error), restorable=isinstance(error, DataUnusable) and self.opening.restored is not None)
        page.again.connect(self._load_again)
        page.restored.connect(self._get_back)
        page.left.connect(self.window.close)
        self.window.show_page(page)

    @Slot()
    def _load_again(self) -> None:
        self.window.cover()
        self._load()

    # ---- signing in and out ----

    @Slot(str, str)
    def _tried(self, login: str, password: str) -> None:
        if self.desk is None:
            self._pending = (login, password)
            self.window.sign_in.wait(_("Opening the data…"))
            return
        self.window.sign_in.wait(_("Checking…"))
        self._login = login
        if self.actor is not None:
            job = self.jobs.work(_check, self.desk, self.actor, password).then(self._unlocked)
        else:
            job = self.jobs.work(_sign_in, self.desk, login, password, self.opening).then(self._signed_in)
        job.otherwise(self._refused).start()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self.window.sign_in.refuse(told(error).text)
        if told(error).family == "bug":
            self.hook.take(error)

    @Slot(object)
    def _signed_in(self, answer: "tuple[SignedIn, Mapping[str, Any]]") -> None:
        assert self.desk is not None
        who, self._settings = answer
        self.actor = who.actor
        self.jobs.use(self.desk.backend(who.actor))
        if who.must_change:
            self._change_password(must=True)
        else:
            self._show_frame()

    @Slot()
    def _show_frame(self) -> None:
        from desk.shell.frame import Frame
        from desk.shell.idle import MINUTES, SETTING, IdleWatch

        assert self.desk is not None
        assert self.actor is not None
        if self.window.frame is None:
            frame = Frame(self.desk, self._seat, practice=self.opening.practice)
            self.window.show_frame(frame)
        else:
            self.window.show_frame(self.window.frame)
        if self._idle is None:
            self._idle = IdleWatch(self.desk.clock, self)
            self._idle.idle.connect(self.lock)
        self._half_hour.start()
        self._idle.start(int(self._settings.get(SETTING, MINUTES) or 0))

    def _seat(self, pages: "Pages") -> Seat:
        from desk.shell.drafts import DraftStore
        from desk.shell.kit.memory import Memory

        assert self.desk is not None
        assert self.actor is not None
        paths = self.opening.paths
        drafts = DraftStore(paths.drafts, paths.keys, self.actor.user_id or 0, self.desk.clock)
        return Seat(actor=self.actor, clock=self.desk.clock, jobs=self.jobs, asker=self.asker, drafts=drafts,
                    settings=self._settings, navigator=pages, hub=self.hub, hall=self.opening.hall,
                    memory=Memory(paths.cache / f"choices-{self.actor.user_id}.json"), desk=self.desk, leave=self.do,
                    dress=self.dress)

    @Slot(object)
    def _unlocked(self, _nothing: object) -> None:
        self._show_frame()

    @Slot()
    def lock(self) -> None:
        """Cover everything; what is half typed is kept, what was revealed is hidden, open questions are turned down."""
        frame = self.window.frame
        if frame is None or self.actor is None or self.window.locked:
            return
        frame.pages.keep(conceal=True)
        _close_other_windows(self.window)
        if self._idle is not None:
            self._idle.stop()
        self.window.sign_in.unlock_for(self.actor.name, self._login)
        self.window.cover()

    @Slot()
    def switch_user(self) -> None:
        """Sign out and ask who comes now."""
        gone = self._clear_seat()
        if gone is not None:
            self.jobs.work(_sign_out, self.desk, gone).start()
        self.window.sign_in.login.clear()
        self.window.sign_in.unlock_for("")
        self.window.cover()

    def _clear_seat(self) -> Actor | None:
        """The person goes, her drafts stay; answers who it was."""
        _close_other_windows(self.window)
        self.window.drop_frame()
        if self._idle is not None:
            self._idle.stop()
        gone, self.actor = self.actor, None
        self.jobs.use(None)
        return gone

    def _last_backup(self, desk: Desk) -> None:
        """What was done since the last backup is in one before the data close."""
        try:
            desk.back_up_quietly()
        except Exception:  # noqa: BLE001 - the stick is full or the data out of reach; the desk closes all the same
            log.exception("No backup could be made while closing")

    def _note_leaving(self, desk: Desk, gone: Actor) -> None:
        try:
            desk.sign_out(gone)
        except Exception:  # noqa: BLE001 - the data may be out of reach; the desk closes all the same
            log.exception("Leaving could not be noted")

    # ---- asked for from the window ----

    @Slot()
    def back_up(self) -> None:
        """Every half hour, when something changed; a failure is told in the line below, quietly."""
        if self.desk is not None and self.actor is not None:
            job = self.jobs.work(_back_up, self.desk).labelled(_("Backing up"))
            job.then(self._backed_up).otherwise(self._not_backed_up).start()

    @Slot(object)
    def _backed_up(self, made: bool) -> None:
        if made:
            self.hub.tell(Changes({"backup": set()}))

    @Slot(object)
    def _not_backed_up(self, error: Exception) -> None:
        if self.window.frame is not None:
            found = told(error)
            text = _("The backup of this half hour could not be made.")
            self.window.frame.toast.say(f"{text} {found.text} {found.advice}".strip(), "late")

    @Slot(str)
    def do(self, how: str) -> None:
        """Lock, switch user, change the password, show the keys, restart or quit."""
        acts: dict[str, Any] = {"lock": self.lock, "switch": self.switch_user, "password": self._change_password,
                                "keys": self._show_keys, "quit": self.window.close, "restart": self._restart}
        acts[how]()

    @Slot(object)
    def show_fault(self, what: Told) -> None:
        """A fault that no view took: a quiet line for the user's doing, a sheet for the rest."""
        if what.family == "user" and self.window.frame is not None:
            self.window.frame.toast.say(what.text, "waiting")
            return
        from desk.shell.sheets import FaultSheet

        FaultSheet(what, self.window, self.opening.paths.logs).open()

    def _change_password(self, *, must: bool = False) -> None:
        from desk.shell.password_page import PasswordPage

        page = PasswordPage(self.jobs, must=must)
        page.changed.connect(self._password_changed)
        page.turned_back.connect(self.switch_user if must else self._show_frame)
        self.window.show_page(page)
        page.first_focus().setFocus()

    @Slot()
    def _password_changed(self) -> None:
        self._show_frame()
        if self.window.frame is not None:
            self.window.frame.toast.say(_("Your password is changed."))

    def _show_keys(self) -> None:
        from desk.shell.commands import commands_for
        from desk.shell.keys_sheet import KeysSheet

        known = commands_for(self.desk.contributions, self.actor) if self.desk and self.actor else []
        KeysSheet(self.window, known).open()

    def dress(self, appearance: str, scale: float) -> None:
        """Light or dark, ordinary or large type, on this computer; kept for the next start."""
        theme.apply(_application(), mode=appearance, scale=scale)
        self.opening = replace(self.opening, appearance=appearance, scale=scale)
        if self.opening.remember is not None:
            self.opening.remember({"appearance": appearance, "scale": scale})

    @Slot()
    def _restart(self) -> None:
        self.restart_wanted = True
        self.window.close()

    def _asking_window(self) -> QWidget:
        return QApplication.activeModalWidget() or self.window


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _load(_context: JobContext, opening: Opening) -> Desk:
    return opening.load()


def _sign_in(_context: JobContext, desk: Desk, login: str, password: str, opening: Opening) -> Any:
    from desk.shell.idle import SETTING

    signed = desk.sign_in(login, password)
    if opening.remember is not None:
        opening.remember({"last_account": login})
    settings = desk.settings(signed.actor)
    settings.get(SETTING)  # read once here, so that nothing waits for it later
    return signed, settings


def _check(_context: JobContext, desk: Desk, actor: Actor, password: str) -> None:
    desk.check_password(actor, password)


def _back_up(_context: JobContext, desk: Desk) -> bool:
    return desk.back_up_quietly()


def _sign_out(_context: JobContext, desk: Desk, actor: Actor) -> None:
    desk.sign_out(actor)


def _close_other_windows(window: QWidget) -> None:
    """Questions and sheets that stand before the desk go down unanswered."""
    from desk.shell.living import listed

    for other in listed(QApplication.topLevelWidgets):
        if other is not window and other.isVisible():
            other.close()
