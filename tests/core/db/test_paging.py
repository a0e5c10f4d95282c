"""Pages by key: every way through a list meets every row once, in order, and begins in the index."""

from typing import Any

import pytest
from sqlalchemy import select, text

from desk.core.db.paging import PageRequest, keyset_page
from desk.core.people.drafts import HouseholdDraft
from desk.core.people.households import register_household
from desk.core.people.model import Household

ORDERS = ((Household.address, Household.id), (Household.created_at, Household.address, Household.id), (Household.id,))


@pytest.fixture
def doors(writing: Any, clock: Any) -> list[int]:
    """Ids of households whose addresses and moments come several times."""
    ids = []
    for number in range(24):
        if number % 5 == 0:
            clock.advance(minutes=1)
        with writing() as uow:
            ids.append(register_household(uow, HouseholdDraft(f"{number % 7}号")))
    return ids


@pytest.mark.parametrize("columns", ORDERS)
@pytest.mark.parametrize("descending", [False, True])
def test_page_by_page_and_skipping(reading: Any, doors: list[int], columns: Any, descending: bool) -> None:
    with reading() as uow:
        def page(**where: Any) -> tuple[list[int], Any]:
            rows, key = keyset_page(uow.session, select(Household), columns,
                                    PageRequest(size=5, descending=descending, **where))
            return [row.id for row in rows], key

        order = [column.desc() if descending else column.asc() for column in columns]
        whole = list(uow.session.scalars(select(Household.id).order_by(*order)))
        assert set(whole) == set(doors)
        for backwards in (False, True):
            expected = whole[::-1] if backwards else whole
            met, key = [], None
            while True:
                found, following = page(after=key, backwards=backwards)
                met += found[::-1] if backwards else found
                if key is not None:
                    skipped, _key = page(after=key, offset=3, backwards=backwards)
                    start = expected.index(found[-1] if backwards else found[0]) + 3
                    assert (skipped[::-1] if backwards else skipped) == expected[start:start + 5]
                key = following
                if key is None:
                    break
            assert met == expected


def test_a_page_by_key_begins_where_the_key_stands(sqlite_database: Any) -> None:
    from desk.core.db.paging import _ordered

    request = PageRequest(size=5, after=("9号", 3))
    wanted = _ordered(select(Household).where(Household.community_id == 1), (Household.address, Household.id), request)
    with sqlite_database.engine.connect() as connection:
        statement = str(wanted.compile(sqlite_database.engine, compile_kwargs={"literal_binds": True}))
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN {statement}".replace(":", r"\:"))).all()
    assert any("address>?" in line[-1] for line in plan), plan
