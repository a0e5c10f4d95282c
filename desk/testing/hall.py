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


def index_matter(factory: Any, kind: Any, matter_id: int) -> None:
    """Let the search box know the matters of `kind`, as an open desk does, and this one at once."""
    from desk.core.actor import system_actor
    from desk.core.search.index import participant_of
    from desk.core.search.kinds import case_indexers

    participant_of(factory).add(case_indexers([kind]))
    with factory.writing(system_actor()) as uow:
        uow.touch(kind.code, matter_id)


def find_in_box(factory: Any, actor: Any, typed: str, kind: str) -> list[int]:
    """Ids of the records of `kind` that the box finds for `actor`."""
    from desk.core.search.queries import find_records

    with factory.reading(actor) as uow:
        return [hit.record_id for hit in find_records(uow, typed, kinds=(kind,)).hits]


def make_area(uow: UnitOfWork, name: str) -> int:
    """An estate in the register of places; answers its id."""
    from desk.core.places.drafts import AreaDraft
    from desk.core.places.service import add_area

    return add_area(uow, AreaDraft(kind="estate", name=name))
