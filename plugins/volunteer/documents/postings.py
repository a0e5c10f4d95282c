"""志愿服务记录证明公示 and 积分申报审核表: what hangs out after a certificate, what two people sign for points by hand."""

from dataclasses import dataclass
from datetime import date
from typing import final

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Column,
    DataTable,
    Document,
    FieldTable,
    LabelledText,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    value,
)
from plugins.volunteer.models import Adjustment, Certificate, Volunteer
from plugins.volunteer.service.attendance import served_text
from plugins.volunteer.service.points import points_text
from plugins.volunteer.who import names_of, public_names

STATES = {"asked": "待审核", "granted": "同意", "refused": "不同意"}


@dataclass(frozen=True, slots=True)
class PostedCertificate:
    """name: of who agreed to it, else the volunteer's number."""

    number: str
    name: str
    first: date
    last: date
    minutes: int


@dataclass(frozen=True, slots=True)
class PostedPaper:
    """Certificates within their days of posting. until: the last day of the newest."""

    community: str
    day: date
    until: date
    lines: tuple[PostedCertificate, ...]


@final
@dataclass(frozen=True, slots=True)
class RequestPaper:
    """An adjustment asked for. amount: tenths, signed."""

    community: str
    name: str
    number: str
    amount: int
    reason: str
    asked_by: str
    decided_by: str
    state: str


def load_posted(uow: UnitOfWork, _record_id: int) -> PostedPaper:
    """Everything that is to hang out today."""
    today = uow.clock.today()
    rows = uow.session.scalars(select(Certificate).where(Certificate.posted_until >= today, Certificate.void_reason == "")
                               .order_by(Certificate.id)).all()
    said = public_names(uow, [one.volunteer_id for one in rows])
    return PostedPaper(uow.community.name, today, max((one.posted_until for one in rows), default=today), tuple(
        PostedCertificate(one.number, said.get(one.volunteer_id, ""), one.first, one.last, one.minutes) for one in rows))


def build_posted(paper: PostedPaper | None) -> Document:
    """Number, who, period, hours; until when objections may come."""
    rows = tuple((one.number, one.name, f"{long_date(one.first)}至{long_date(one.last)}", served_text(one.minutes))
                 for one in paper.lines) if paper else ()
    until = f"公示期至{long_date(paper.until)}" if paper else "公示期至    年  月  日"
    return Document("volunteer.certificate_posting", "志愿服务记录证明公示", (
        Title("志愿服务记录证明公示"), Paragraph(f"现将出具志愿服务记录证明的情况予以公示。{until},如有异议,请向社区反映。"),
        DataTable((Column("证明编号", 2.4), Column("志愿者", 1.4), Column("服务期间", 3.2), Column("时长(小时)", 1.1, numeric=True)),
                  rows, min_rows=5, size=10.5),
        SignatureBlock(unit=paper.community if paper else "", seal="(公章)", date=long_date(paper.day) if paper else None),
    ), author=paper.community if paper else "")


def load_request(uow: UnitOfWork, adjustment_id: int) -> RequestPaper:
    """One adjustment."""
    found = uow.get(Adjustment, adjustment_id)
    who = uow.get(Volunteer, found.volunteer_id)
    return RequestPaper(uow.community.name, names_of(uow, [who.id]).get(who.id, ""), who.number, found.amount, found.reason,
                        found.asked_by, found.decided_by, found.state)


def build_request(paper: RequestPaper | None) -> Document:
    """Who, how many, why; asked by one, decided by another."""
    decision = STATES[paper.state] if paper else None
    return Document("volunteer.points_request", "志愿服务积分申报审核表", (
        Title("志愿服务积分申报审核表"),
        FieldTable((
            (label("志愿者"), value(paper and paper.name), label("编号"), value(paper and paper.number)),
            (label("申报积分"), value(points_text(paper.amount) if paper else None), label("审核意见"), value(decision)),
            (label("申报人"), value(paper and paper.asked_by), label("审核人"), value(paper and paper.decided_by)),
        ), (1.2, 2.4, 1.2, 2.4)),
        LabelledText("申报事由:", paper.reason if paper else None, lines=3),
        Note("申报与审核不得为同一人。积分是对志愿服务的感谢,不是报酬,不兑换现金。"),
        SignatureBlock((SignatureLine("申报人(签名)"), SignatureLine("审核人(签名)")), unit=paper.community if paper else "",
                       columns=2, wide=True),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.community if paper else "")
