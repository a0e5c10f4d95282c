"""Nobody finds a record of another community: each kind of record is planted there and looked for from here."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import JSON, Boolean, Date, LargeBinary, insert, select

from desk.core.actor import system_actor
from desk.core.db.base import Base, Instant, Record, Scoped
from desk.core.db.community import Community
from desk.core.errors import NotFound
from desk.core.models import core_metadata
from tests.house.rights_help import import_everything

HERE, THERE = 1, 2


def every_model():
    """Mapped classes that name a kind of record, core's and the plugins'."""
    core_metadata()
    import_everything()

    def below(cls):
        for sub in cls.__subclasses__():
            yield sub
            yield from below(sub)

    found = {cls for cls in below(Record) if cls is not Community and getattr(cls, "__tablename__", "") and cls.record_kind
             and cls.__module__.startswith(("desk.", "plugins.")) and cls.__tablename__ in Base.metadata.tables}
    return sorted(found, key=lambda cls: cls.__tablename__)


MODELS = every_model()


class Planter:
    """Puts a row with no more than it must have into a table, and before it the rows it must point to."""

    def __init__(self, session, community_id):
        self._session, self._community, self._number = session, community_id, count(1)

    def plant(self, table):
        """The new row's primary key."""
        values = {column.name: self._value(column) for column in table.columns if self._must(column)}
        key = self._session.execute(insert(table).values(values)).inserted_primary_key
        return key[0]

    def _must(self, column):
        numbered = column.primary_key and not column.foreign_keys and column.type.python_type is int
        return not column.nullable and not numbered

    def _value(self, column):
        if column.name == "community_id":
            return self._community
        for key in column.foreign_keys:
            return self.plant(key.column.table)
        number, kind = next(self._number), column.type
        if isinstance(kind, Instant):
            return datetime(2026, 11, 5, tzinfo=UTC) + timedelta(hours=number)
        if isinstance(kind, Date):
            return date(2026, 11, 5) + timedelta(days=number)
        if isinstance(kind, JSON):
            return []
        if isinstance(kind, LargeBinary):
            return b"-"
        if isinstance(kind, Boolean):
            return False
        return f"{number}"[-(getattr(kind, "length", None) or 9):] if kind.python_type is str else number


@pytest.fixture
def both(factory):
    """Community 2 besides the one that is there."""
    with factory.writing(system_actor(HERE)) as uow:
        uow.session.add(Community(id=THERE, code="2", name="团结社区"))
    return factory


def test_there_are_kinds_of_records_to_look_for():
    assert {"person", "organisation", "area", "print", "number", "staff_user"} <= {model.record_kind for model in MODELS}


def test_no_record_of_another_community_is_found(both):
    with both.writing(system_actor(THERE)) as uow:
        planter = Planter(uow.session, THERE)
        planted = {model: planter.plant(model.__table__) for model in MODELS}
    seen = []
    for model, key in planted.items():
        with both.reading(system_actor(THERE)) as uow:
            assert uow.get(model, key).id == key  # it is there for those who live there
        with both.reading(system_actor(HERE)) as uow:
            with pytest.raises(NotFound):
                uow.get(model, key)
            seen += [model.__tablename__] if uow.session.scalars(select(model).where(model.id == key)).first() else []
    assert seen == []


def test_every_record_people_edit_belongs_to_a_community():
    assert [model.__tablename__ for model in MODELS if not issubclass(model, Scoped)] == []
