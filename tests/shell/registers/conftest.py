"""Registers on a real database: what is clicked is read back with the core's own queries."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QPushButton

from desk.core.actor import Actor
from desk.seat import UnitsBackend
from desk.shell import theme
from desk.shell.context import HouseContext
from desk.shell.kit.pages import make_page
from desk.testing.database import make_factory
from desk.testing.shell import FakeDesk, make_context


@pytest.fixture(autouse=True)
def dressed(qapp):
    if not qapp.styleSheet():
        theme.apply(qapp, mode="light")


@pytest.fixture
def factory(sqlite_database, clock):
    return make_factory(sqlite_database, clock)


@pytest.fixture
def staff(factory, actor):
    """Built-in roles by code, and the id of an administrator who is signed in."""
    from desk.core.staff.passwords import Strength
    from desk.core.staff.service import AccountDraft, create_account, make_built_in_roles

    with factory.writing(actor) as uow:
        roles = make_built_in_roles(uow)
        draft = AccountDraft("wang", "王秀英", "four words are long", roles=(roles["administrator"],), must_change=False)
        me = create_account(uow, draft, Strength(memory_kib=8, passes=1))
    return SimpleNamespace(roles=roles, me=me)


@pytest.fixture
def house(qapp, tmp_path, factory, clock, staff):
    """`house(*rights)`: a context of somebody signed in, with all rights unless some are named; jobs run at once."""
    def make(*rights):
        somebody = Actor("王秀英", community_id=1, user_id=staff.me, all_rights=not rights, permissions=frozenset(rights))
        plain = make_context(tmp_path, backend=UnitsBackend(SimpleNamespace(factory=factory), somebody), actor=somebody,
                             clock=clock)
        ctx = HouseContext(replace(plain._seat, desk=FakeDesk(clock=clock)))
        ctx.navigator = plain.navigator
        return ctx
    return make


@pytest.fixture
def ctx(house):
    return house()


@pytest.fixture
def opened(qtbot):
    """`opened(ctx, spec or page class, **args)`: the page, shown and active."""
    def open_it(ctx, what, **args):
        page = what(ctx, **args) if callable(what) else make_page(ctx, what, **args)
        qtbot.addWidget(page)
        page.resize(1150, 690)
        with qtbot.waitActive(page):
            page.show()
        return page
    return open_it


@pytest.fixture
def typing(qtbot, qapp):
    """`typing(widget, text)`: Latin by keys, everything else as an input method commits it."""
    from PySide6.QtGui import QInputMethodEvent

    def type_in(widget, text):
        if text.isascii():
            qtbot.keyClicks(widget, text)
            return
        committed = QInputMethodEvent()
        committed.setCommitString(text)
        qapp.sendEvent(widget, committed)
    return type_in


def control(page, name):
    """The field of a form."""
    return page.body.group.row(name).control


def edit(page, name):
    """What takes the focus in it."""
    return control(page, name).focusProxy()


def button(page, words):
    """The visible button that says so."""
    return next(found for found in page.findChildren(QPushButton) if words in found.text() and not found.isHidden())


def shown(page):
    """The rows of a list as texts."""
    model = page.model
    return [[model.index(row, column).data() or "" for column in range(model.columnCount())]
            for row in range(model.rowCount())]
