"""Tables of scoring: sheets in their editions, rounds with subjects and raters, marks, awards.

A mark's value: hundredths of a point for "points", hundredths taken off for "deduction", 1 or 0 for "ticks", the place of the
chosen answer (from 0) for "choice".
"""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Boolean, CheckConstraint, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Root, Scoped


class ScoreSheet(Root, Base):
    """An edition of a sheet as this community has it. A round keeps to the edition it began with, so editions never change."""

    __tablename__ = "core_score_sheet"
    record_kind = "score.sheet"
    __table_args__ = (UniqueConstraint("community_id", "code", "edition"),)
    code: Mapped[str] = mapped_column(String(60))
    edition: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(200))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)


class ScoreRound(Root, Base):
    """A round of scoring. scheme: code of a declared ScoreScheme, "" for none. data: its own copy of the sheet.

    state: "draft", "open", "closed", "published", "decided", "void". double: every sheet is entered twice. trim: highest and
    lowest left out in each role. places: awards to give, 0 for none. result: frozen lines once closed.
    """

    __tablename__ = "core_score_round"
    record_kind = "score.round"
    __table_args__ = (Index("ix_core_score_round_owner", "owner_kind", "owner_id"),)
    scheme: Mapped[str] = mapped_column(String(60), index=True)
    title: Mapped[str] = mapped_column(String(200))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    first: Mapped[date | None] = mapped_column(Date)
    last: Mapped[date | None] = mapped_column(Date)
    owner_kind: Mapped[str] = mapped_column(String(60), default="")
    owner_id: Mapped[int | None] = mapped_column(BigId)
    state: Mapped[str] = mapped_column(String(10), default="draft", index=True)
    double: Mapped[bool] = mapped_column(Boolean, default=False)
    anonymous: Mapped[bool] = mapped_column(Boolean, default=False)
    trim: Mapped[int] = mapped_column(Integer, default=0)
    places: Mapped[int] = mapped_column(Integer, default=0)
    closed_on: Mapped[date | None] = mapped_column(Date)
    closing_note: Mapped[str] = mapped_column(String(300), default="")
    result: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    decided_on: Mapped[date | None] = mapped_column(Date)
    decided_by: Mapped[str] = mapped_column(String(120), default="")
    decision: Mapped[str] = mapped_column(Text, default="")
    void_reason: Mapped[str] = mapped_column(String(300), default="")


class ScoreSubject(Scoped, Base):
    """Who or what is judged. given: criterion → hundredths from the records; figures: [[label, value]] shown beside the name.

    person_id: somebody who therefore may not rate this one. out: why it no longer takes part.
    """

    __tablename__ = "core_score_subject"
    __table_args__ = (Index("ix_core_score_subject_record", "subject_kind", "record_id"),)
    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_score_round.id", ondelete="RESTRICT"), index=True)
    place: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(200))
    detail: Mapped[str] = mapped_column(String(200), default="")
    record: Mapped[str] = mapped_column("subject_kind", String(60), default="")
    record_id: Mapped[int | None] = mapped_column(BigId)
    person_id: Mapped[int | None] = mapped_column(BigId)
    given: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    figures: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    out: Mapped[str] = mapped_column(String(300), default="")


class ScoreRater(Root, Base):
    """Somebody who hands in a sheet. name may be a number only when the round is anonymous. back: why there is no sheet."""

    __tablename__ = "core_score_rater"
    record_kind = "score.rater"
    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_score_round.id", ondelete="RESTRICT"), index=True)
    place: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(60))
    role: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int | None] = mapped_column(BigId)
    entered: Mapped[int] = mapped_column(Integer, default=0)
    saves: Mapped[int] = mapped_column(Integer, default=0)


class ScoreMark(Scoped, Base):
    """One mark of one rater, in the first or second entry."""

    __tablename__ = "core_score_mark"
    __table_args__ = (UniqueConstraint("subject_id", "rater_id", "criterion", "entry"),
                      CheckConstraint("value >= 0", name="value"))
    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_score_round.id", ondelete="RESTRICT"), index=True)
    subject_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_score_subject.id", ondelete="RESTRICT"))
    rater_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_score_rater.id", ondelete="RESTRICT"), index=True)
    criterion: Mapped[str] = mapped_column(String(40))
    entry: Mapped[int] = mapped_column(Integer, default=1)
    value: Mapped[int] = mapped_column(Integer)


class ScoreAward(Root, Base):
    """An honour given by a decided round. title as on the certificate. withdrawn: why it was taken back."""

    __tablename__ = "core_score_award"
    record_kind = "score.award"
    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_score_round.id", ondelete="RESTRICT"), index=True)
    subject_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_score_subject.id", ondelete="RESTRICT"), index=True)
    place: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(120))
    given_on: Mapped[date] = mapped_column(Date)
    withdrawn: Mapped[str] = mapped_column(String(300), default="")
    withdrawn_on: Mapped[date | None] = mapped_column(Date)
