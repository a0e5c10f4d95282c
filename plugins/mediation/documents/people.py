"""Papers of mediators and rooms: register, registration sheet, letter of appointment, card, plaque."""

from dataclasses import dataclass
from datetime import date
from typing import final

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.documents import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
    Heading,
    Margins,
    Note,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Spacer,
    Title,
    label,
    long_date,
    value,
)
from plugins.mediation.categories import category_title
from plugins.mediation.documents.parts import SEAL
from plugins.mediation.mediators import EDUCATION, ENDINGS, GRADES, KINDS, POSTS, WAYS, on_paper
from plugins.mediation.models import Assessment, Mediator, StarRoom, Term, Training
from plugins.mediation.service.register import terms_of

SEXES = {"1": "男", "2": "女"}
CARD = (92.0, 62.0)
"""A card for the breast, in mm."""


@final
@dataclass(frozen=True, slots=True)
class Line:
    """A mediator as papers print one; terms as (from, to, way, how it ended)."""

    number: str
    name: str
    sex: str
    birth: str
    education: str
    phone: str
    kind: str
    post: str
    grade: str
    skills: str
    terms: tuple[tuple[date, date, str, str], ...]


@dataclass(frozen=True, slots=True)
class ListPaper:
    """The register on a day: those in office."""

    committee: str
    today: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """One mediator with trainings (day, topic, minutes, result) and assessments (year, grade, figures)."""

    committee: str
    today: date
    one: Line
    trainings: tuple[tuple[date, str, int, str], ...]
    assessments: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class TermPaper:
    """An appointment."""

    committee: str
    name: str
    post: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class RoomPaper:
    """A room with its star."""

    committee: str
    name: str
    star: str
    starred_on: date | None


def load_list(uow: UnitOfWork, _record_id: int) -> ListPaper:
    """Everybody who has not left."""
    rows = uow.session.scalars(select(Mediator).where(Mediator.left_on.is_(None)).order_by(Mediator.id))
    return ListPaper(uow.community.committee, uow.clock.today(), tuple(_line(uow, one) for one in rows))


def load_sheet(uow: UnitOfWork, record_id: int) -> SheetPaper:
    """One mediator whole."""
    one = uow.get(Mediator, record_id)
    trainings = uow.session.scalars(select(Training).where(Training.mediator_id == one.id).order_by(Training.on_date,
                                                                                                    Training.id))
    years = uow.session.scalars(select(Assessment).where(Assessment.mediator_id == one.id).order_by(Assessment.year))
    return SheetPaper(uow.community.committee, uow.clock.today(), _line(uow, one),
                      tuple((row.on_date, row.topic, row.minutes, row.result) for row in trainings),
                      tuple((row.year, on_paper(GRADES, row.grade), row.figures) for row in years))


def load_term(uow: UnitOfWork, record_id: int) -> TermPaper:
    """One appointment."""
    term = uow.get(Term, record_id)
    one = uow.get(Mediator, term.mediator_id)
    return TermPaper(uow.community.committee, one.name, on_paper(POSTS, one.post), term.first, term.last)


def load_room(uow: UnitOfWork, record_id: int) -> RoomPaper:
    """A room."""
    one = uow.get(StarRoom, record_id)
    return RoomPaper(uow.community.committee, one.name, one.star, one.starred_on)


def _line(uow: UnitOfWork, one: Mediator) -> Line:
    return Line(one.number, one.name, SEXES.get(one.sex, ""), one.birth, on_paper(EDUCATION, one.education), one.phone,
                on_paper(KINDS, one.kind), on_paper(POSTS, one.post), one.grade,
                "、".join(category_title(code) for code in one.skills.split(",") if code),
                tuple((term.first, term.ended_on or term.last, on_paper(WAYS, term.way), on_paper(ENDINGS, term.ended_how))
                      for term in terms_of(uow, one.id)))


def register(paper: ListPaper | None) -> Document:
    """人民调解员名册: lying, one row a mediator."""
    rows = tuple((str(place), one.name, one.sex, one.birth, one.education, one.post, one.kind, _last_term(one), one.skills,
                  one.phone)
                 for place, one in enumerate(paper.lines, 1)) if paper else ()
    columns = (Column("序号", 0.6), Column("姓名", 1.1), Column("性别", 0.6), Column("出生日期", 1.3), Column("文化程度", 1),
               Column("职务", 1.1), Column("类别", 1), Column("任期", 2.6), Column("擅长纠纷", 2.4), Column("联系电话", 1.6))
    return Document("mediation.mediator_list", "人民调解员名册", (
        Title("人民调解员名册"), Paragraph((Field(paper.committee if paper else None, 20),), indent=0),
        DataTable(columns, rows, min_rows=8, size=10.5),
        SignatureBlock(unit=paper.committee if paper else "", seal=SEAL, date=long_date(paper.today) if paper else None)),
        page=PageSetup(landscape=True, margins=FORM_MARGINS), style=COMPACT, author=paper.committee if paper else "")


def sheet(paper: SheetPaper | None) -> Document:
    """人民调解员登记表: card, terms, training, yearly assessments."""
    one = paper.one if paper else None
    table = FieldTable((
        (label("姓名"), value(one and one.name), label("性别"), value(one and one.sex), label("编号"),
         value(one and one.number)),
        (label("出生日期"), value(one and one.birth), label("文化程度"), value(one and one.education), label("联系电话"),
         value(one and one.phone)),
        (label("职务"), value(one and one.post), label("类别"), value(one and one.kind), label("等级"),
         value(one and one.grade)),
        (label("擅长纠纷"), value(one and one.skills, span=5))), (1.2, 1.8, 1.2, 1.8, 1.2, 2))
    terms = tuple((f"{long_date(first)}至{long_date(last)}", way, ended) for first, last, way,
                  ended in one.terms) if one else ()
    trained = tuple((long_date(day), topic, str(minutes), result) for day, topic, minutes,
                    result in paper.trainings) if paper else ()
    years = tuple((str(year), grade, figures) for year, grade, figures in paper.assessments) if paper else ()
    return Document("mediation.mediator_sheet", "人民调解员登记表", (
        Title("人民调解员登记表"), table, Heading("一、任期", 1),
        DataTable((Column("任期", 3), Column("产生方式", 1), Column("终止情形", 1.2)), terms, min_rows=2, size=10.5),
        Heading("二、培训", 1),
        DataTable((Column("日期", 1.4), Column("内容", 3), Column("时长(分钟)", 1), Column("结果", 1)), trained, min_rows=4,
                  size=10.5),
        Heading("三、年度考评", 1),
        DataTable((Column("年度", 0.7), Column("等次", 0.8), Column("办案情况", 4, Align.LEFT)), years, min_rows=3, size=10.5),
        SignatureBlock(unit=paper.committee if paper else "", seal=SEAL, date=long_date(paper.today) if paper else None)),
        page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.committee if paper else "")


def appointment(paper: TermPaper | None) -> Document:
    """聘书 (人民调解法 第十三条): to whom, as what, for how long."""
    term = f"{long_date(paper.first)}至{long_date(paper.last)}" if paper else None
    return Document("mediation.appointment", "聘书", (
        Title("聘 书", size=34, space_after=8),
        Paragraph((Field(paper.name if paper else None, 8), ":"), indent=0, size=20),
        Paragraph(("兹聘任你为本人民调解委员会", Field(paper.post if paper else None, 6), ",聘期自", Field(term, 16), "。"),
                  size=20),
        Paragraph("请依法公道开展调解工作,不得收取任何费用。", size=20),
        SignatureBlock(unit=paper.committee if paper else "", seal=SEAL, date=long_date(paper.first) if paper else None)),
        page=PageSetup(landscape=True, margins=Margins(20, 12, 28, 28), numbers=PageNumber.NONE), style=OFFICIAL,
        author=paper.committee if paper else "")


def card(paper: SheetPaper | None) -> Document:
    """人民调解员证: a card for the breast, with room for a picture."""
    one = paper.one if paper else None
    until = long_date(one.terms[-1][1]) if one and one.terms else None
    blocks: tuple[Block, ...] = (
        Paragraph(paper.committee if paper else "人民调解委员会", align=Align.CENTRE, indent=0, size=10.5),
        Title("人民调解员证", size=16, space_after=1),
        FieldTable(((label("照片", rows=4), label("姓名"), value(one and one.name)), (label("职务"), value(one and one.post)),
                    (label("编号"), value(one and one.number)), (label("有效期至"), value(until))), (1.1, 1, 2), size=9,
                   row_height=6.5, space_after=0))
    return Document("mediation.mediator_card", "人民调解员证", blocks, page=PageSetup(
        size=CARD, margins=Margins(5, 4, 5, 5), numbers=PageNumber.NONE), style=COMPACT,
                    author=paper.committee if paper else "")


def plaque(paper: RoomPaper | None) -> Document:
    """The star's plaque as it is given to the sign maker, or hung up printed."""
    return Document("mediation.plaque", "星级调解室牌匾", (
        Spacer(3), Title(paper.name if paper else "调解室", size=40, space_after=16),
        Title((paper.star if paper else "") or "    星级人民调解室", size=48, space_after=16),
        SignatureBlock(unit=paper.committee if paper else "",
                       date=long_date(paper.starred_on) if paper and paper.starred_on else None),
        Note("星级依据评定表确定,期满重新评定。")),
        page=PageSetup(landscape=True, margins=FORM_MARGINS, numbers=PageNumber.NONE), style=OFFICIAL,
        author=paper.committee if paper else "")


def _last_term(one: Line) -> str:
    if not one.terms:
        return ""
    first, last, _way, _ended = one.terms[-1]
    return f"{long_date(first)}至{long_date(last)}"
