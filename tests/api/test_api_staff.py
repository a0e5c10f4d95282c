"""Colleagues to choose from, by name."""

from desk.api.staff import get_account_name, list_colleagues
from desk.testing.hall import make_account


def test_everybody_with_an_open_account(writing, reading):
    with writing() as uow:
        her = make_account(uow, "hemiao", "何苗")
    with reading() as uow:
        assert (her, "何苗") in list_colleagues(uow)
        assert get_account_name(uow, her) == "何苗"
