"""What a hall has set up, for tests of plugins: settings as an administrator left them, rooms that can be booked."""

from typing import Any

from desk.core.db.uow import UnitOfWork


def put_settings(uow: UnitOfWork, values: dict[str, Any]) -> None:
    """Settings by key, as their page stores them."""
    from desk.core.settings.service import change_settings

    change_settings(uow, values)


def make_venue(uow: UnitOfWork, name: str) -> int:
    """A room in the register; answers its id."""
    from desk.core.places.drafts import VenueDraft
    from desk.core.places.venues import add_venue

    return add_venue(uow, VenueDraft(name))


def make_account(uow: UnitOfWork, login: str, name: str) -> int:
    """An open account that cannot sign in; answers its id."""
    from desk.core.staff.model import StaffUser

    return int(uow.add(StaffUser(login=login, name=name, password_hash="-")).id)  # noqa: S106
