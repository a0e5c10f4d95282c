"""Room for large transactions is had and given back."""

from typing import Any

from sqlalchemy import text

from desk.core.db.room import KIBIBYTES, make_room


def pages(uow: Any) -> int:
    return int(uow.session.execute(text("PRAGMA cache_size")).scalar_one())


def test_a_connection_goes_back_as_it_came(sqlite_database: Any) -> None:
    from desk.core.actor import system_actor
    from desk.core.clock import SystemClock
    from desk.core.db.uow import UnitOfWorkFactory

    factory = UnitOfWorkFactory(sqlite_database, SystemClock())
    with factory.writing(system_actor()) as uow:
        before = pages(uow)
        make_room(uow.session)
        make_room(uow.session)
        assert pages(uow) == -KIBIBYTES
    for _again in range(2):
        with factory.writing(system_actor()) as uow:
            assert pages(uow) == before


def test_a_server_is_not_asked(writing: Any) -> None:
    with writing() as uow:
        make_room(uow.session)
