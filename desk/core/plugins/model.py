"""Tables: verified packages of plugins; the names of those that ran here."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column

from desk.core.db.base import Base, Instant, Record


class PluginPackage(Record, Base):
    """A package as it was installed, whole. current: the version in use on every seat. Of the data, not of one community.

    version "": it was removed, and every seat takes its copy away."""

    __tablename__ = "core_plugin_package"
    __table_args__ = (UniqueConstraint("plugin", "version"),)
    plugin: Mapped[str] = mapped_column(String(16))
    version: Mapped[str] = mapped_column(String(20))
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    current: Mapped[bool] = mapped_column(Boolean)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(64))


class PluginName(Record, Base):
    """What a plugin that ran here is called and declared, so that it can be named, and what it left be read, when its program
    is gone. names: language → name. told: see desk.host.leftovers.remember; {} for a plugin of tables only."""

    __tablename__ = "core_plugin_name"
    plugin: Mapped[str] = mapped_column(String(16), unique=True)
    names: Mapped[dict[str, str]] = mapped_column(JSON)
    told: Mapped[dict[str, Any]] = mapped_column(JSON)
