"""What was typed into a form becomes its draft: every form of the plugin, with something in every field."""

from datetime import UTC, date, datetime
from importlib import import_module

import pytest

from desk.api.pages import Field, FormSpec, Repeat
from plugins.volunteer import hooks

TYPED = {"number": 1, "money": 100, "date": date(2026, 11, 5), "datetime": datetime(2026, 11, 5, 1, tzinfo=UTC),
         "bool": True, "person": 1, "place": 1, "organisation": 1, "ticks": ("repair",)}
BEGUN = dict.fromkeys(("id", "version", "activity_id", "volunteer_id", "team_id", "goods_id", "pair_id", "item_id",
                       "person_id"), 1)


def named(path):
    module, _colon, name = path.partition(":")
    return getattr(import_module(module), name)


FORMS = [page for entry in hooks.desk_nav_entries() if ".views." not in entry.view
         for page in (named(entry.view),) if isinstance(page, FormSpec)]


def typed(field):
    if isinstance(field, Repeat):
        return [dict.fromkeys(("id", "goods_id"), 1) | {one.name: typed(one) for one in field.fields}]
    if field.kind == "choice":
        return field.choices[-1][0] if isinstance(field.choices, tuple) and field.choices else 1
    return TYPED.get(field.kind, "1")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_what_is_typed_becomes_a_draft(form):
    values = BEGUN | {field.name: typed(field) for section in form.sections for field in section.fields}
    if form.make_draft is not None:
        form.make_draft(values)
    assert all(isinstance(field, Field | Repeat) for section in form.sections for field in section.fields)
