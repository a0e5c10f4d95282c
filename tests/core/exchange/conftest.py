"""`listed(rows)` gives a list and its preview, `taken(rows)` takes it over."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from desk.core.exchange.batch import field_index
from desk.core.exchange.heading import best_sheet
from desk.core.exchange.people_import import PEOPLE_LIST, import_people, people_list, preview_people
from desk.core.exchange.reading import read_tables
from desk.core.exchange.verdicts import ListDraft, Preview
from tests.core.exchange.residents import HEAD, Write, book


@pytest.fixture
def listed(tmp_path: Path, reading: Write) -> Callable[..., tuple[ListDraft, Preview]]:
    def make(rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD, **kw: Any) -> tuple[ListDraft, Preview]:
        path = book(tmp_path / "名册.xlsx", rows, head)
        with reading() as uow:
            sheet = best_sheet(read_tables(path), field_index(uow, PEOPLE_LIST).knows)
            draft = people_list(uow, sheet, path, **kw)
            return draft, preview_people(uow, draft)

    return make


@pytest.fixture
def taken(listed: Any, writing: Write) -> Callable[..., Any]:
    def take(rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD, **kw: Any) -> Any:
        draft, preview = listed(rows, head, **kw)
        with writing() as uow:
            return import_people(uow, preview)

    return take
