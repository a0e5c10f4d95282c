"""Declarative bases, column types and the mixins every table is made of."""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, DateTime, Dialect, ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

#: constraint names are fixed, because batch migrations need them
NAMING = {"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
          "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s",
          "pk": "pk_%(table_name)s"}

#: 64 bit on PostgreSQL; SQLite numbers rows only in a column declared INTEGER
BigId = BigInteger().with_variant(Integer, "sqlite")


class Instant(TypeDecorator[datetime]):
    """A moment: aware UTC in Python on both engines, never a naive time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must be aware")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Core's tables; names start with "core_"."""

    metadata = MetaData(naming_convention=NAMING)


class PluginBase:
    """Makes a declarative base a plugin's own, over the shared metadata: own registry, own table prefix.

    `class Base(PluginBase, DeclarativeBase, plugin="<id>")`. A misspelt relationship then breaks that plugin's mappers only.
    Raises TypeError for a table whose name does not start with the plugin's id.
    """

    plugin: ClassVar[str] = ""

    def __init_subclass__(cls, *, plugin: str = "", **kw: Any) -> None:
        if plugin:
            cls.plugin, cls.metadata = plugin, Base.metadata  # type: ignore[attr-defined]
        name = cls.__dict__.get("__tablename__")
        if isinstance(name, str) and not name.startswith(f"{cls.plugin}_"):
            raise TypeError(f"{cls.__qualname__}: table {name!r} must start with '{cls.plugin}_'")
        super().__init_subclass__(**kw)


class Record:
    """A row with a number of its own. `record_kind` names it in Changes, links and the audit trail."""

    record_kind: ClassVar[str] = ""
    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)


class Scoped(Record):
    """A row that belongs to one community; the unit of work sets it and filters by it."""

    @declared_attr
    def community_id(cls) -> Mapped[int]:
        return mapped_column(BigId, ForeignKey("core_community.id", ondelete="RESTRICT"), index=True)


class Root(Scoped):
    """A record people edit: community, who and when, and a version that catches two editors."""

    created_at: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(String(64))
    updated_at: Mapped[datetime] = mapped_column(Instant)
    updated_by: Mapped[str] = mapped_column(String(64))
    version: Mapped[int] = mapped_column(Integer)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        table = cls.__dict__.get("__table__")
        return {"version_id_col": cls.version if table is None else table.c.version}
