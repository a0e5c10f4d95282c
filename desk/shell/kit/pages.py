"""From a declaration to a page: the one place that knows which page draws which kind of spec."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.host.import_pages import ImportSpec
from desk.host.pages import CounterSpec, FormSpec, ListSpec, RecordSpec, SessionSpec
from desk.shell.kit.counter import CounterPage
from desk.shell.kit.filtered_page import FilteredPage
from desk.shell.kit.form_page import FormPage
from desk.shell.kit.import_page import ImportPage
from desk.shell.kit.list_page import ListPage
from desk.shell.kit.record_page import RecordPage
from desk.shell.kit.session_page import SessionPage

PAGES: tuple[tuple[type, Callable[..., QWidget]], ...] = (
    (ListSpec, ListPage), (FormSpec, FormPage), (RecordSpec, RecordPage),
    (CounterSpec, CounterPage), (SessionSpec, SessionPage), (ImportSpec, ImportPage),
)


def make_page(ctx: Any, spec: Any, **args: Any) -> QWidget:
    """The page of `spec`. `args` come from whoever opens it: `filters`, `text` for lists; `record_id` for records,
    counters and sittings; `record_id` and starting values for forms.

    Raises TypeError for anything that is no declaration of a page.
    """
    if isinstance(spec, ListSpec) and spec.filters:
        return FilteredPage(ctx, spec, spec.filters, **args)
    for kind, page in PAGES:
        if isinstance(spec, kind):
            return page(ctx, spec, **args)
    raise TypeError(f"{type(spec).__name__} does not say how to draw a page")
