"""What the tests of people's pages share: a real SQLite desk with a few residents, and a house context on it."""

from contextlib import contextmanager

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QLabel

from desk.core.db.commands import execute
from desk.core.people.drafts import HouseholdDraft, PaperDraft, PersonDraft, PhoneDraft
from desk.core.people.households import register_household
from desk.core.people.identity import check_character
from desk.core.people.service import register_person
from desk.shell import theme
from desk.shell.asker import RecordedAsker
from desk.shell.context import ChangeHub, HouseContext, Seat
from desk.shell.drafts import DraftStore
from desk.shell.jobs import ImmediateJobs
from desk.shell.kit.record_parts import Pill
from desk.testing.database import make_factory
from desk.testing.shell import FakeDesk, RecordingNavigator


def number(body: str) -> str:
    """An identity number with its check character; the area code is assigned to nobody."""
    return body + check_character(body)


ZHANG = number("32991219491231002")
LI = number("32991219800101001")


class Units:
    """The data as one signed-in person, as the window's jobs see it."""

    def __init__(self, factory, actor):
        self.factory, self.actor = factory, actor

    @contextmanager
    def reading(self):
        with self.factory.reading(self.actor) as uow:
            yield uow

    def execute(self, verb, *args, key):
        done = execute(self.factory, self.actor, verb, *args, key=key)
        return done.result, done.changes


@pytest.fixture
def factory(sqlite_database, clock):
    return make_factory(sqlite_database, clock)


@pytest.fixture
def units(factory, actor):
    return Units(factory, actor)


@pytest.fixture
def writing(factory, actor):
    return lambda: factory.writing(actor)


@pytest.fixture
def reading(factory, actor):
    return lambda: factory.reading(actor)


@pytest.fixture
def desk(units, clock):
    return FakeDesk(backend=units, clock=clock)


@pytest.fixture
def make_house(qapp, tmp_path, units, desk, clock):
    """`make_house(jobs=…, actor=…, answers=…)`: a HouseContext on the real data."""
    if not qapp.styleSheet():
        theme.apply(qapp, mode="light")

    def make(jobs=None, actor=None, answers=()):
        navigator, hub = RecordingNavigator(), ChangeHub()
        runner = jobs or ImmediateJobs(units)
        runner.changed.connect(hub.tell)
        who = actor or units.actor
        units.actor = who
        seat = Seat(actor=who, clock=clock, jobs=runner, asker=RecordedAsker(answers),
                    drafts=DraftStore(tmp_path / "drafts", tmp_path / "keys", user_id=1, clock=clock), settings={},
                    navigator=navigator, hub=hub, hall="和平社区服务中心", desk=desk)
        ctx = HouseContext(seat, "desk")
        ctx.navigator = navigator
        return ctx

    return make


@pytest.fixture
def house(make_house):
    return make_house()


@pytest.fixture
def people(writing):
    """Three residents in two households: name → id; "home" → the first household."""
    with writing() as uow:
        home = register_household(uow, HouseholdDraft("翠湖花园12幢1单元1502室"))
        other = register_household(uow, HouseholdDraft("和平里3幢2单元201室"))
        zhang = register_person(uow, PersonDraft("张桂兰", household_id=home, relation="0", papers=(PaperDraft(number=ZHANG),),
                                                 phones=(PhoneDraft("13800001234"),)))
        li = register_person(uow, PersonDraft("李小明", household_id=home, relation="2", papers=(PaperDraft(number=LI),)))
        wang = register_person(uow, PersonDraft("王建国", sex="1", birth="1962-03", household_id=other,
                                                resident_kind="floating", phones=(PhoneDraft("13900005678"),)))
    return {"home": home, "other": other, "张桂兰": zhang, "李小明": li, "王建国": wang}


@pytest.fixture
def show(qtbot):
    """`show(page)` puts it on the screen as large as in the window."""
    def put(page):
        qtbot.addWidget(page)
        page.resize(1150, 680)
        with qtbot.waitActive(page):
            page.show()
        return page

    return put


@pytest.fixture
def typing(qtbot, qapp):
    """`typing(widget, text)`: Latin by keys, everything else as an input method commits it."""
    def type_in(widget, text):
        if text.isascii():
            qtbot.keyClicks(widget, text)
            return
        committed = QInputMethodEvent()
        committed.setCommitString(text)
        qapp.sendEvent(widget, committed)

    return type_in


@pytest.fixture
def button(qapp):
    """`button(page, words)`: the visible button that says these words."""
    def find(page, words):
        qapp.processEvents()  # what was put into a layout just now is shown with the next turn
        return next(one for one in page.findChildren(QAbstractButton)
                    if one.isVisible() and (words in one.text() or words in one.accessibleName()))

    return find


@pytest.fixture
def said(qapp):
    """`said(page)`: every word that stands on the page, in one text."""
    def read(page):
        qapp.processEvents()
        parts = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
        pills = [one.accessibleName() for one in page.findChildren(Pill) if one.isVisible()]
        return "\n".join([*(one.text() for one in parts if one.isVisible() and one.text()), *pills])

    return read
