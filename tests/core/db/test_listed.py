"""Long lists as one value: the same rows as IN, by the index, more of them than a statement takes parameters."""

from typing import Any

import pytest
from sqlalchemy import select, text

from desk.core.db.listed import one_of
from desk.core.people.drafts import HouseholdDraft
from desk.core.people.households import register_household
from desk.core.people.model import Household

MANY = 70_000


@pytest.fixture
def doors(writing: Any) -> dict[str, int]:
    """Address → id."""
    addresses = ("1号", "2号", 'quotes " and \\', "䶮巷3号")
    with writing() as uow:
        return {address: register_household(uow, HouseholdDraft(address)) for address in addresses}


def test_numbers_and_texts(reading: Any, doors: dict[str, int]) -> None:
    with reading() as uow:
        def found(which: Any) -> set[str]:
            return set(uow.session.scalars(select(Household.address).where(which)))

        assert found(one_of(Household.id, [doors["1号"], 0, doors["1号"]])) == {"1号"}
        assert found(one_of(Household.address, {*doors, "nobody's"})) == set(doors)
        assert found(one_of(Household.address, [])) == set()
        assert found(~one_of(Household.address, ["1号"])) == set(doors) - {"1号"}


def test_more_than_a_statement_takes_parameters(reading: Any, doors: dict[str, int]) -> None:
    with reading() as uow:
        found = uow.session.scalars(select(Household.id).where(one_of(Household.id, range(MANY))))
        assert set(found) == set(doors.values())


def test_the_index_is_used(sqlite_database: Any) -> None:
    statement = select(Household.id).where(one_of(Household.id, [1])).compile(sqlite_database.engine)
    with sqlite_database.engine.connect() as connection:
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN {str(statement).replace('?', ':given')}"), {"given": "[1]"}).all()
    assert any("SEARCH core_household USING" in line[-1] for line in plan), plan
