"""Tables: rule profiles, votes, the roll on one side, the box on the other.

Nothing joins a secret ballot to the roll: no foreign key, no serial, no time, no number in the order of giving or entering.
"""

from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Root, Scoped


class BallotProfile(Root, Base):
    """A community's own or confirmed rule profile. data: as rules.as_data. confirmed_by: who read the law for it."""

    __tablename__ = "core_ballot_profile"
    record_kind = "ballot.profile"
    __table_args__ = (UniqueConstraint("community_id", "code"),)
    code: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(120))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    confirmed_on: Mapped[date | None] = mapped_column(Date)
    confirmed_by: Mapped[str] = mapped_column(String(64), default="")


class BallotVote(Root, Base):
    """A vote. profile: its own copy of the rule. questions: [{"id", "text"}], fixed once the roll is frozen.

    method: "hands", "secret", "named". state: "draft", "frozen", "open", "entry", "counted", "closed", "void". code: first
    characters of its ballots' marks. issued, spoiled, unused, returned: ballots of the present round. groups: group → [X    """

    __tablename__ = "core_ballot_vote"
    record_kind = "ballot.vote"
    __table_args__ = (Index("ix_core_ballot_vote_owner", "owner_kind", "owner_id"),)
    title: Mapped[str] = mapped_column(String(200))
    profile: Mapped[dict[str, Any]] = mapped_column(JSON)
    questions: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    method: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10), default="draft")
    round: Mapped[int] = mapped_column(Integer, default=1)
    code: Mapped[str] = mapped_column(String(8), default="")
    owner_kind: Mapped[str] = mapped_column(String(60), default="")
    owner_id: Mapped[int | None] = mapped_column(BigId)
    held_on: Mapped[date | None] = mapped_column(Date)
    frozen_on: Mapped[date | None] = mapped_column(Date)
    issued: Mapped[int] = mapped_column(Integer, default=0)
    spoiled: Mapped[int] = mapped_column(Integer, default=0)
    unused: Mapped[int] = mapped_column(Integer, default=0)
    returned: Mapped[int] = mapped_column(Integer, default=0)
    list_hash: Mapped[str] = mapped_column(String(64), default="")
    groups: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    hands: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    tellers: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    outcomes: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    outside: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    draws: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    check_code: Mapped[str] = mapped_column(String(24), default="")


class RollEntry(Scoped, Base):
    """Somebody entitled to vote, as on the day the roll was frozen. area: 0.01 m². key: what tells one voter from another.

    given: a ballot was given; present: signed in. In a secret vote that is all that is known, and no row is ever added later.
    """

    __tablename__ = "core_ballot_roll"
    __table_args__ = (UniqueConstraint("vote_id", "place"),)
    vote_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_vote.id", ondelete="RESTRICT"))
    place: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(200))
    label: Mapped[str] = mapped_column(String(200), default="")
    key: Mapped[str] = mapped_column(String(120), default="")
    group_code: Mapped[str] = mapped_column(String(60), default="")
    persons: Mapped[int] = mapped_column(Integer, default=1)
    area: Mapped[int] = mapped_column(BigInteger, default=0)
    units: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    person_id: Mapped[int | None] = mapped_column(BigId)  # soft: the roll stays as it was frozen, whoever is merged later
    present: Mapped[bool] = mapped_column(Boolean, default=False)
    given: Mapped[bool] = mapped_column(Boolean, default=False)


class RollChange(Scoped, Base):
    """What changed after the roll was frozen; told with the result, never worked into the roll."""

    __tablename__ = "core_ballot_roll_change"
    vote_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_vote.id", ondelete="RESTRICT"), index=True)
    on_date: Mapped[date] = mapped_column(Date)
    text: Mapped[str] = mapped_column(String(300))


class BallotProxy(Scoped, Base):
    """A written authority: `agent` votes for a voter on the roll. agent_key tells one agent from another (caps)."""

    __tablename__ = "core_ballot_proxy"
    __table_args__ = (UniqueConstraint("vote_id", "roll_id"),)
    vote_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_vote.id", ondelete="RESTRICT"))
    roll_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_roll.id", ondelete="RESTRICT"))
    agent: Mapped[str] = mapped_column(String(60))
    agent_key: Mapped[str] = mapped_column(String(120))
    scope: Mapped[str] = mapped_column(String(200), default="")


class NamedPaper(Scoped, Base):
    """A numbered ballot of a named vote and whose it is. unit: place in the voter's units, -1 for all of them. outside: SHA-256
    of the platform's file its choices came from, "" for paper."""

    __tablename__ = "core_ballot_paper"
    __table_args__ = (UniqueConstraint("vote_id", "mark"),)
    vote_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_vote.id", ondelete="RESTRICT"))
    roll_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_roll.id", ondelete="RESTRICT"), index=True)
    mark: Mapped[str] = mapped_column(String(24))
    serial: Mapped[int] = mapped_column(Integer)
    unit: Mapped[int] = mapped_column(Integer, default=-1)
    delivery: Mapped[str] = mapped_column(String(40), default="")
    given_on: Mapped[date | None] = mapped_column(Date)
    given_to: Mapped[str] = mapped_column(String(60), default="")
    returned_on: Mapped[date | None] = mapped_column(Date)
    spoiled: Mapped[bool] = mapped_column(Boolean, default=False)
    outside: Mapped[str] = mapped_column(String(64), default="")


class BallotToken(Base):
    """A mark of the mixed pile of a secret vote. The key is the mark itself: no order, no time."""

    __tablename__ = "core_ballot_token"
    vote_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_vote.id", ondelete="RESTRICT"), primary_key=True)
    mark: Mapped[str] = mapped_column(String(24), primary_key=True)


class _Slip:
    """One ballot as one person keyed it in. entry: 1 or 2, two people. turn: raised by each reversal."""

    vote_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_vote.id", ondelete="RESTRICT"), primary_key=True)
    round: Mapped[int] = mapped_column(Integer, primary_key=True)
    entry: Mapped[int] = mapped_column(Integer, primary_key=True)
    mark: Mapped[str] = mapped_column(String(24), primary_key=True)
    turn: Mapped[int] = mapped_column(Integer, primary_key=True, default=1)
    choices: Mapped[str] = mapped_column(String(400))
    opinion: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(String(200), default="")
    names: Mapped[str] = mapped_column(String(120), default="")
    reversed: Mapped[bool] = mapped_column(Boolean, default=False)


class BallotSlip(_Slip, Base):
    """A slip of a named vote; kept."""

    __tablename__ = "core_ballot_slip"


class SecretSlip(_Slip, Base):
    """A slip of a secret vote; all of them are destroyed when the count is sealed.

    A table of its own because PostgreSQL keeps it out of the write-ahead log (UNLOGGED, core_0004): that log cannot be emptied,
    so which mark chose what is never written there. After a crash of the server it is empty and is keyed in again from paper.
    """

    __tablename__ = "core_ballot_secret_slip"


class SealedBox(Scoped, Base):
    """A counted round: its result file with the choices sorted, question by question."""

    __tablename__ = "core_ballot_box"
    __table_args__ = (UniqueConstraint("vote_id", "round"),)
    vote_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_vote.id", ondelete="RESTRICT"))
    round: Mapped[int] = mapped_column(Integer)
    result: Mapped[str] = mapped_column(Text)
    check_code: Mapped[str] = mapped_column(String(24))
    reason: Mapped[str] = mapped_column(String(300), default="")


class BallotLog(Scoped, Base):
    """Turning points and batches with their counts; no single ballot, no time."""

    __tablename__ = "core_ballot_log"
    __table_args__ = (UniqueConstraint("vote_id", "n"),)
    vote_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ballot_vote.id", ondelete="RESTRICT"))
    n: Mapped[int] = mapped_column(Integer)
    what: Mapped[str] = mapped_column(String(40))
    count: Mapped[int] = mapped_column(Integer, default=0)
