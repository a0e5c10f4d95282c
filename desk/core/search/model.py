"""Tables of the search box: one document a record, and what its index was made with.

The token tables beside it (FTS5 on SQLite, tsvector on PostgreSQL) cannot be said by models; see `engines.py`.
"""

from sqlalchemy import JSON, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Scoped

#: compared and ordered by code point on both engines, so that "begins with 张" is a range of an index
Folded = Text().with_variant(Text(collation="C"), "postgresql")


class SearchRow(Scoped, Base):
    """A search document as stored: what a hit shows, the folded text for the recheck, and who may find it.

    permission: needed to find it, "" for everybody. viewers: user ids who find it without, each between blanks.
    area_id: None when it lies in no area. first: first folded name.
    """

    __tablename__ = "core_search_doc"
    __table_args__ = (UniqueConstraint("kind", "record_id"),
                      Index("ix_core_search_doc_first", "community_id", "first", "id"))
    kind: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[int] = mapped_column(BigId)
    title: Mapped[str] = mapped_column(String(200))
    subtitle: Mapped[str] = mapped_column(String(300), default="")
    first: Mapped[str] = mapped_column(Folded)
    names: Mapped[str] = mapped_column(Text)
    numbers: Mapped[str] = mapped_column(Text)
    addresses: Mapped[str] = mapped_column(Text)
    permission: Mapped[str] = mapped_column(String(80), default="")
    viewers: Mapped[str] = mapped_column(Text, default="")
    area_id: Mapped[int | None] = mapped_column(BigId)


class SearchState(Base):
    """One row: the version of the token rules the index was made with (another one means rebuild) and the kinds in it."""

    __tablename__ = "core_search_state"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    tokens: Mapped[int] = mapped_column(Integer)
    kinds: Mapped[list[str]] = mapped_column(JSON)
