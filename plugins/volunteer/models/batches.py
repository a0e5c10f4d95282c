"""Certificates for many at once: who is to get one, who has it, who cannot and why, and the printed parts."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.volunteer.models.base import Base


class CertificateBatch(Root, Base):
    """What all certificates of the batch have in common. state: "running", "issued", "cancelled".

    responsible, handler, contact, purpose: as on each certificate. first, last: the period, None for everything until `last`.
    """

    __tablename__ = "volunteer_certificate_batch"
    record_kind = "volunteer.certificate_batch"
    title: Mapped[str] = mapped_column(String(120))
    first: Mapped[date | None] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    purpose: Mapped[str] = mapped_column(String(200), default="")
    responsible: Mapped[str] = mapped_column(String(60))
    handler: Mapped[str] = mapped_column(String(60))
    contact: Mapped[str] = mapped_column(String(60), default="")
    state: Mapped[str] = mapped_column(String(12), default="running")
    why: Mapped[str] = mapped_column(String(200), default="")


class CertificateItem(Root, Base):
    """One volunteer of a batch, in order of id. problem: why there is no certificate. print_id: part it was printed in."""

    __tablename__ = "volunteer_certificate_item"
    record_kind = "volunteer.certificate_item"
    __table_args__ = (UniqueConstraint("batch_id", "volunteer_id"),)
    batch_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("volunteer_certificate_batch.id", ondelete="RESTRICT"), index=True)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    certificate_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("volunteer_certificate.id", ondelete="RESTRICT"))
    problem: Mapped[str] = mapped_column(String(200), default="")
    print_id: Mapped[int | None] = mapped_column(Integer)
