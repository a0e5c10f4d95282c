"""Tables: accounts, roles and their rights."""

from datetime import datetime

from sqlalchemy import JSON, Boolean, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Root


class StaffUser(Root, Base):
    """An account. `locked_until` grows with wrong passwords; a closed one is not `active`, its traces stay.

    organisation_id: of the register of organisations, for whom the account was opened; no foreign key, because accounts lie a
    floor below organisations, which are closed and never deleted.
    """

    __tablename__ = "core_staff_user"
    record_kind = "staff_user"
    __table_args__ = (UniqueConstraint("login"),)
    login: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(60))
    phone: Mapped[str] = mapped_column(String(30), default="")
    password_hash: Mapped[str] = mapped_column(String(200))
    must_change: Mapped[bool] = mapped_column(Boolean, default=False)
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    locked_until: Mapped[datetime | None] = mapped_column(Instant)
    last_seen: Mapped[datetime | None] = mapped_column(Instant)
    area_ids: Mapped[list[int] | None] = mapped_column(JSON)
    organisation_id: Mapped[int | None] = mapped_column(BigId)


class Role(Root, Base):
    """A named set of rights; the built-in ones carry a code and may be changed but not removed."""

    __tablename__ = "core_role"
    record_kind = "role"
    __table_args__ = (UniqueConstraint("community_id", "name"),)
    code: Mapped[str] = mapped_column(String(40), default="")
    name: Mapped[str] = mapped_column(String(60))


class RoleRight(Base):
    """One permission of a role; kept while the plugin that declares it is off."""

    __tablename__ = "core_role_right"
    role_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_role.id", ondelete="RESTRICT"), primary_key=True)
    permission: Mapped[str] = mapped_column(String(80), primary_key=True)


class UserRole(Base):
    """Who has which role."""

    __tablename__ = "core_user_role"
    user_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_staff_user.id", ondelete="RESTRICT"), primary_key=True)
    role_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_role.id", ondelete="RESTRICT"), primary_key=True)
