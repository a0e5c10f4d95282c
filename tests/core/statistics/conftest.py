"""Matters of a made-up year; `open_matter(uow, "a", day, closed, "settled")` makes one."""

import pytest

from desk.core.cases.model import Case
from desk.core.cases.registry import case_kinds, use_kinds
from desk.core.models import core_metadata
from desk.core.statistics.registry import indicator_tables, use_tables
from tests.core.statistics.trial import KIND, TABLES


@pytest.fixture(autouse=True)
def declared():
    """Only these tables and kinds during a test."""
    kinds, tables = list(case_kinds()), indicator_tables()
    core_metadata()  # a matter refers to tables of other rooms
    use_kinds([KIND])
    use_tables(TABLES)
    yield
    use_kinds(kinds)
    use_tables(tables)


@pytest.fixture
def open_matter():
    def make(uow, kind, opened, closed=None, outcome="", *, fen=0, people="", area_id=None, confidential=False):
        return uow.add(Case(kind=KIND.code, title=f"{kind}类纠纷", state="closed" if closed else "open", opened_on=opened,
                            closed_on=closed, class_code=kind, source=outcome, summary=f"{fen} {people}", area_id=area_id,
                            confidential=confidential)).id
    return make


@pytest.fixture
def declared_paper():
    """The papers of the tables, as a running desk declares them."""
    from desk.core.documents.declared import declare_all
    from desk.host.specs import table_paper

    declare_all(lambda: map(table_paper, TABLES), ())
