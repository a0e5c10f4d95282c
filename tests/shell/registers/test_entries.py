"""What the registers contribute: every view is there, every title has its Chinese, every right is a declared one."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from desk.core.dotted import resolve
from desk.core.i18n import _
from desk.core.organisations.appointments import appoint
from desk.core.organisations.drafts import AppointmentDraft
from desk.core.people.drafts import PersonDraft
from desk.core.people.service import register_person
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area
from desk.host.pages import FormSpec, ListSpec, RecordSpec
from desk.shell import registers
from desk.shell.reminders import ending_terms, unknown_year
from tests.house.rights_help import declared_rights

ENTRIES = registers.desk_nav_entries()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_the_page_behind_an_entry_is_there(entry, qapp):
    view = resolve(entry.view)
    assert isinstance(view, (ListSpec, FormSpec, RecordSpec)) or callable(view) or issubclass(view, QWidget)
    assert _(entry.title) != entry.title
    assert not entry.permission or entry.permission in declared_rights()


def test_every_entry_that_is_opened_somewhere_is_declared():
    known = {entry.id for entry in ENTRIES}
    specs = [spec for spec in (resolve(entry.view) for entry in ENTRIES) if isinstance(spec, (ListSpec, FormSpec))]
    wanted = {name for spec in specs for name in (getattr(spec, "opens", ""), getattr(spec, "new", ""),
                                                  getattr(spec, "after", "")) if name}
    assert wanted <= known
    assert {action.entry for action in registers.desk_actions()} <= known


def test_every_act_of_a_list_is_there(qapp):
    specs = [spec for spec in (resolve(entry.view) for entry in ENTRIES) if isinstance(spec, ListSpec)]
    assert all(callable(resolve(action.run)) for spec in specs for action in spec.actions)
    assert all(_(spec.empty) != spec.empty for spec in specs)


def test_next_years_holidays_are_asked_for_from_november_on(factory, actor, clock):
    with factory.reading(actor) as uow:
        found = unknown_year(uow)
    assert [(item.title, item.due, item.args) for item in found] == [
        ("录入 2027 年节假日安排", date(2027, 1, 1), {"year": 2027})]
    clock.advance(days=-40)
    with factory.reading(actor) as uow:
        assert unknown_year(uow) == []


def test_terms_that_end_within_a_month_are_named(factory, actor, staff):
    with factory.writing(actor) as uow:
        person = register_person(uow, PersonDraft(name="肖志", reason="无证件"))
        grid = add_area(uow, AreaDraft("第一网格", "grid"))
        appoint(uow, AppointmentDraft("网格员", person, None, grid, date(2026, 1, 1), date(2026, 11, 30)))
        appoint(uow, AppointmentDraft("楼栋长", person, None, grid, date(2026, 1, 1), date(2027, 11, 30)))
    with factory.reading(actor) as uow:
        assert [(item.title, item.detail) for item in ending_terms(uow)] == [("肖志的网格员任期将满", "第一网格")]
