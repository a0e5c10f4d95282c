"""The forms that split and merge grids, as pages: what can be ticked depends on the grid."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.shell.kit.form_page import FormPage
from desk.shell.places.grids import merge_spec, split_spec


def split_form(ctx: Any, *, record_id: int, **given: Any) -> QWidget:
    """`places.split_grid_form` of one grid."""
    return FormPage(ctx, split_spec(record_id), record_id=record_id, **given)


def merge_form(ctx: Any, *, record_id: int, **given: Any) -> QWidget:
    """`places.merge_grid_form` of one grid."""
    return FormPage(ctx, merge_spec(record_id), record_id=record_id, **given)
