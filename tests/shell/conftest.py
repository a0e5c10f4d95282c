"""What the shell's tests share: runners that must be empty at the end, contexts without a window."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from desk.core.paths import DeskPaths
from desk.host.specs import ActionSpec, NavEntry
from desk.shell.app import Shell
from desk.shell.asker import RecordedAsker
from desk.shell.faults import FaultHook
from desk.shell.jobs import JobRunner
from desk.shell.ports import Opening
from desk.testing.shell import FakeDesk, PlainBackend, make_context

VIEWS = "tests.shell.views_for_tests"


@pytest.fixture
def backend():
    return PlainBackend()


@pytest.fixture
def jobs(qapp, backend):
    runner = JobRunner(backend)
    yield runner
    assert runner.shutdown(2000), "a job was left running"


@pytest.fixture
def ctx(qapp, tmp_path, backend):
    return make_context(tmp_path, backend=backend)


@pytest.fixture
def entries():
    return [NavEntry("desk.home", "Home", f"{VIEWS}:Home", "house"),
            NavEntry("mediation.list", "矛盾调解", f"{VIEWS}:Note", "scale"),
            NavEntry("people.list", "居民档案", f"{VIEWS}:Note", "users", section="registers"),
            NavEntry("people.card", "居民", f"{VIEWS}:Note", hidden=True),
            NavEntry("broken.raises", "坏页", f"{VIEWS}:Raises"),
            NavEntry("broken.missing", "缺页", "tests.shell.no_such_module:Page"),
            NavEntry("broken.number", "怪页", f"{VIEWS}:not_a_widget"),
            NavEntry("broken.keep", "难留", f"{VIEWS}:KeepRaises"),
            NavEntry("staff.list", "账号", f"{VIEWS}:Note", permission="desk.staff.manage")]


@pytest.fixture
def desk(entries, clock):
    actions = [ActionSpec("m.new", "登记纠纷", "mediation.list", {"record_id": 9}, shortcut="Ctrl+Shift+M", quick=True)]
    return FakeDesk(entries, actions=actions, clock=clock)


@pytest.fixture
def opening(desk, tmp_path):
    return Opening(DeskPaths(tmp_path), lambda: desk, hall="和平社区党群服务中心")


@pytest.fixture
def shell(qapp, qtbot, opening):
    """A shell at its sign-in page, with a recorded asker."""
    made = Shell(opening, FaultHook(), RecordedAsker())
    made.begin()
    activate(made.window, qtbot)
    qtbot.waitUntil(lambda: made.desk is not None)
    yield made
    made.end()
    made.window.close()
    made.window.deleteLater()


class Shown(QObject):
    """Notes every top-level window that is shown: a part shown before it is laid out flashes as a window of its own."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def shown(qapp):
    """`shown.windows`: what was shown as a window since the test began."""
    watcher = Shown()
    qapp.installEventFilter(watcher)
    yield watcher
    qapp.removeEventFilter(watcher)


def activate(window, qtbot):
    """Keys reach shortcuts of the active window only."""
    with qtbot.waitActive(window):
        window.activateWindow()


@pytest.fixture
def at_work(shell, qtbot):
    """The shell with somebody signed in, at the home page."""
    page = shell.window.sign_in
    qtbot.keyClicks(page.login, FakeDesk.login)
    qtbot.keyClicks(page.password, FakeDesk.password)
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.window.frame is not None)
    qtbot.waitUntil(lambda: shell.jobs.idle)
    return shell
