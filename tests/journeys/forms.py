"""Steps that every journey through forms takes: open one, save it, be refused by it, type a command, look at the data."""

from types import SimpleNamespace

from PySide6.QtWidgets import QAbstractItemView, QApplication
from sqlalchemy import select

from desk.core.actor import system_actor
from desk.core.db.engine import open_database
from desk.core.db.uow import UnitOfWorkFactory

FORM = "带 * 的必须填写"
"""What stands on every form and nowhere else."""


def act(desk, button, field="日期"):
    """Click a record's button and wait for the form behind it."""
    desk.rest()
    desk.click(button)
    desk.sees(FORM)
    desk.field(field)


def saved(desk, *words):
    """Save the form; the record's page comes back and shows these words."""
    desk.save()
    desk.until(lambda: FORM not in desk.page(), "the record's page")
    for text in words:
        desk.sees(text)


def refused(desk, *words):
    """Save the form, which says what is lacking and stays.

    The words may stand in a field's name too, so the answer is waited for first: what is done before it is done too early.
    """
    desk.save()
    desk.sees("处需要改正")
    for text in words:
        desk.sees(text)
    assert FORM in desk.page()


def command(desk, words):
    """Ctrl+K, the words, Enter."""
    desk.keys("Ctrl+K")
    desk.write(words)
    desk.rest(0.8)
    desk.keys("Return")
    desk.rest()


def choose_person(desk, label, which, typed, name):
    """Type into a finder of residents and take the first it offers; which: of several finders of that label."""
    desk.fill(label, typed, which=which)
    desk.until(lambda: name in _offered(), f"{name} among the finds")
    desk.keys("Return")
    desk.until(lambda: name in desk.value(label, which), f"{name} chosen")


def _offered():
    """What the finder's list shows just now."""
    lists = [widget for widget in QApplication.allWidgets()
             if isinstance(widget, QAbstractItemView) and widget.isVisible() and widget.model()]
    return " ".join(str(view.model().index(row, 0).data()) for view in lists for row in range(min(20, view.model().rowCount())))


def look(hall, clock, read):
    """What the data say: `read(uow)`, the window open or closed."""
    database = open_database(hall.database)
    try:
        with UnitOfWorkFactory(database, clock).reading(system_actor()) as uow:
            return read(uow)
    finally:
        database.close()


def the_row(hall, clock, model):
    """The only row of a table, as plain values."""
    def read(uow):
        row = uow.session.scalars(select(model)).one()
        return SimpleNamespace(**{column.key: getattr(row, column.key) for column in model.__table__.columns})

    return look(hall, clock, read)


def prepare(hall, clock, write):
    """What stands in the hall before the window opens: `write(uow)`."""
    database = open_database(hall.database)
    try:
        with UnitOfWorkFactory(database, clock).writing(system_actor()) as uow:
            return write(uow)
    finally:
        database.close()
