"""What the grid's tests stand on: its kind of matter, series, papers, tables and purposes declared; two grids."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from desk.api import UserError
from desk.api.cases import get_case
from desk.api.places import AreaDraft, add_area
from desk.api.purposes import use_purposes
from desk.testing.declared import declare_plugin
from plugins.grid.drafts import DispatchDraft, EventDraft, FinishDraft
from plugins.grid.purposes import PURPOSES
from plugins.grid.service.dispatching import dispatch_event
from plugins.grid.service.events import save_event, settle_event


@pytest.fixture(autouse=True)
def declared():
    """As a running desk knows them."""
    declare_plugin("grid")
    stop = use_purposes("grid", PURPOSES)
    yield
    stop()


def plain(found):
    """Rows of tables as values that outlive their transaction."""
    if isinstance(found, list):
        return [plain(one) for one in found]
    if hasattr(found, "__table__"):
        return SimpleNamespace(**{column.key: getattr(found, column.key) for column in found.__table__.columns})
    return found


class Loop:
    """Shortcuts through the verbs, each in a transaction of its own."""

    def __init__(self, writing, reading, clock):
        self.writing, self.reading, self.clock = writing, reading, clock

    @property
    def today(self):
        return self.clock.today()

    def do(self, verb, *args):
        with self.writing() as uow:
            return verb(uow, *args)

    def see(self, query, *args):
        with self.reading() as uow:
            return plain(query(uow, *args))

    def refused(self, verb, *args):
        """The fields marked, or the sentence."""
        with pytest.raises(UserError) as told:
            self.do(verb, *args)
        return told.value

    def area(self, name="第一网格"):
        return self.do(lambda uow: add_area(uow, AreaDraft(name, "grid", code=name)))

    def report(self, kind="facility", days=0, **more):
        given = {"place": "3幢楼下", "worker": "小吕"} | more
        return self.do(save_event, EventDraft(kind, given.pop("summary", "路灯不亮"),
                                              self.clock.now() - timedelta(days=days), **given))

    def dispatch(self, event=None, **more):
        event = event or self.report()
        return self.do(dispatch_event, DispatchDraft(event, more.pop("unit", "物业服务企业"), **more))

    def settle(self, event=None, hours=0, **more):
        event = event or self.report(**more)
        return self.do(settle_event, FinishDraft(event, "settled", "已修好", self.clock.now() - timedelta(hours=hours)))

    def case(self, event):
        return self.see(get_case, event)

    def state(self, event):
        return self.case(event).state


@pytest.fixture
def loop(writing, reading, clock):
    return Loop(writing, reading, clock)
