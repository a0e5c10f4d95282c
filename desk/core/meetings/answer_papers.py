"""What goes into the hand of one person: the private answer beside a notice, and the reply to her comment (systems F0 #4)."""

from dataclasses import dataclass
from datetime import date

from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.model import (
    OFFICIAL,
    Document,
    Field,
    FillIn,
    Heading,
    Note,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
)
from desk.core.meetings.answers import get_answer
from desk.core.meetings.model import Notice, NoticeComment
from desk.core.meetings.papers import OUTCOMES, signing_unit


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """To whom about which notice: what she said (comments only), what she is told."""

    unit: str
    who: str
    notice: str
    said: str
    outcome: str
    text: str
    on: date


def load_answer(uow: UnitOfWork, answer_id: int) -> SlipPaper:
    """A private answer."""
    one = get_answer(uow, answer_id)
    return SlipPaper(signing_unit(uow), one.who, one.notice, "", "", one.text, one.told_on or uow.clock.today())


def load_reply(uow: UnitOfWork, comment_id: int) -> SlipPaper:
    """The reply to a comment somebody made by name."""
    said = uow.get(NoticeComment, comment_id)
    title = uow.get(Notice, said.notice_id).title
    return SlipPaper(signing_unit(uow), said.who, title, said.text, OUTCOMES[said.outcome], said.reply,
                     said.replied_on or uow.clock.today())


def build_answer(paper: SlipPaper | None) -> Document:
    """The private answer; its stub stays, signed by who received it."""
    return _slip("desk.notice_private", "事项答复告知单", paper, (
        Paragraph(("您关心的", f"“{paper.notice}”" if paper else Field(None, 14),
                   "已公示。现将与您本人有关的情况答复如下:")),))


def build_reply(paper: SlipPaper | None) -> Document:
    """The reply to one comment."""
    return _slip("desk.notice_reply", "意见答复单", paper, (
        Paragraph(("您对", f"“{paper.notice}”" if paper else Field(None, 14), "提出的意见:")),
        Paragraph(paper.said) if paper else FillIn(3),
        Paragraph(("采纳情况:", (paper.outcome if paper else "") or Field(None, 8), "。理由和答复:"))))


def _slip(code: str, title: str, paper: SlipPaper | None, before: tuple[object, ...]) -> Document:
    unit = paper.unit if paper else ""
    text = tuple(Paragraph(line) for line in paper.text.splitlines() if line.strip()) if paper and paper.text else (FillIn(6),)
    return Document(code, title, (
        Title(title), Paragraph(((paper.who if paper else "") or Field(None, 10), ":"), indent=0), *before,  # type: ignore[arg-type]
        *text,
        SignatureBlock(unit=unit, seal="(印章)", date=long_date(paper.on) if paper else None),
        Heading("回执", 1),
        Paragraph(("本人已收到", f"“{paper.notice}”" if paper else Field(None, 14), f"的{title}。")),
        SignatureBlock((SignatureLine("收到人(签名)"),), date=None),
        Note("本单只交本人,不张贴。")), style=OFFICIAL, author=unit)
