"""What the kit's tests share: the dressed application, invented rows, workers that can be held back."""

import threading
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QInputMethodEvent

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page
from desk.host.pages import LampCell, StateCell
from desk.shell import theme
from desk.testing.shell import make_context
from tests.shell.kit.print_service import service

__all__ = ["service"]

STATES = (StateCell("调解中", Tone.OPEN), StateCell("待受理", Tone.WAITING), StateCell("已办结", Tone.DONE),
          StateCell("已逾期", Tone.LATE), StateCell("已撤回", Tone.MUTED))
NAMES = ("张桂兰", "李䶮", "欧阳頔", "赵恵", "古丽娜尔·买买提", "王建国", "马小云")
MATTERS = ("楼上漏水,协商修缮与赔偿的办法", "老人助浴预约", "电梯停运赔偿", "技能培训报名", "赡养费协议")


@dataclass(frozen=True)
class Line:
    """A row of an invented list."""

    id: int
    number: str
    name: str
    matter: str
    state: StateCell
    due: LampCell
    amount: int
    on: date


def line(number: int) -> Line:
    due = date(2026, 11, 5) + timedelta(days=number % 11 - 4)
    return Line(number, f"2026-{number:07d}", NAMES[number % 7], MATTERS[number % 5], STATES[number % 5],
                LampCell(due, number % 11 - 4) if number % 5 != 2 else LampCell(note="—"), number * 12345,
                date(2026, 11, 18) - timedelta(days=number // 3 % 400))


@dataclass
class Shelf:
    """An invented table of `total` lines in the order of their ids: answers as a paged query does, and can be told to
    fail or to wait.
    """

    total: int = 1000
    first: int = 1
    failing: bool = False
    requests: list = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self):
        self.gate.set()

    def count(self, _uow, request):
        self._pause()
        return len(self._ids(request))

    def fetch(self, _uow, request):
        self.requests.append(request)
        self._pause()
        ids = self._ids(request)
        if request.backwards:
            ids = ids[::-1]
        if request.after is not None:
            start = (request.after[0] - ids[0]) * (1 if ids[-1] >= ids[0] else -1) + 1 + request.offset
        else:
            start = request.offset
        found = ids[start:start + request.size]
        more = start + request.size < len(ids)
        rows = [line(number) for number in found]
        return Page(rows[::-1] if request.backwards else rows, (found[-1],) if more else None)

    def _pause(self):
        assert self.gate.wait(5)
        if self.failing:
            raise OSError("the server is away")

    def _ids(self, request):
        everything = range(self.first, self.first + self.total)
        if request.filters.get("state") or request.text:
            chosen = [n for n in everything if STATES[n % 5].word == request.filters.get("state", STATES[n % 5].word)
                      and request.text in NAMES[n % 7]]
            return chosen[::-1] if request.descending else chosen
        return everything[::-1] if request.descending else everything


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
def make_shelf():
    """Shelves of any length; held back answers are let go at the end."""
    made = []

    def make(**given):
        made.append(Shelf(**given))
        return made[-1]

    yield make
    for shelf in made:
        shelf.gate.set()


@pytest.fixture
def shelf(make_shelf):
    return make_shelf()


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Every picture and every size as on a real screen."""
    if not qapp.styleSheet():
        theme.apply(qapp, mode="light")


@pytest.fixture
def real(qapp, tmp_path, jobs):
    """A context whose jobs run on real workers."""
    return make_context(tmp_path, jobs=jobs)
