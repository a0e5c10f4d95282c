"""Papers of a round: the sheet to fill in by hand, the table of results, the posting, the decision, the certificate."""

from dataclasses import dataclass
from datetime import date

from desk.core.db.uow import UnitOfWork
from desk.core.documents.blocks import (
    Align,
    Block,
    Column,
    DataTable,
    Note,
    NumberLine,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
)
from desk.core.documents.chinese_dates import date_span, long_date
from desk.core.documents.inline import Field
from desk.core.documents.model import Document
from desk.core.documents.page import COMPACT, FORM_MARGINS, OFFICIAL, Margins, PageNumber, PageSetup
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.meetings.notices import NoticeRow, list_notices_of
from desk.core.scores.engine import points_text
from desk.core.scores.model import ScoreAward
from desk.core.scores.queries import (
    ROUND,
    AwardRow,
    ResultRow,
    RoundRow,
    SubjectRow,
    get_round,
    get_sheet_of,
    list_awards,
    list_results,
    list_subjects,
)
from desk.core.scores.sheets import CHOICE, DEDUCTION, TICKS, Criterion, Sheet
from desk.core.scores.wording import explanation


@dataclass(frozen=True, slots=True)
class RoundPaper:
    """Everything the papers of a round print."""

    community: str
    round: RoundRow
    sheet: Sheet
    subjects: tuple[SubjectRow, ...]
    results: tuple[ResultRow, ...]
    awards: tuple[AwardRow, ...]
    notice: NoticeRow | None
    today: date


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """One honour; number: of the certificate."""

    community: str
    number: str
    award: AwardRow
    decided_by: str


def load_round(uow: UnitOfWork, record_id: int) -> RoundPaper:
    """A round with its results as they stand."""
    notices = [one for one in list_notices_of(uow, ROUND, record_id) if one.state in ("posted", "closed")]
    return RoundPaper(
        uow.community.name, get_round(uow, record_id), get_sheet_of(uow, record_id), tuple(list_subjects(uow, record_id)),
        tuple(list_results(uow, record_id)), tuple(list_awards(uow, record_id)), notices[-1] if notices else None,
        uow.clock.today())


def load_certificate(uow: UnitOfWork, record_id: int) -> CertificatePaper:
    """An honour that stands; UserError for one that was taken back."""
    row = uow.get(ScoreAward, record_id)
    award = next(one for one in list_awards(uow, row.round_id) if one.id == record_id)
    if award.withdrawn:
        raise UserError(_("This honour was taken back: {reason}").format(reason=award.withdrawn))
    return CertificatePaper(uow.community.name, "", award, get_round(uow, row.round_id).decided_by)


def build_sheet(paper: RoundPaper | None) -> Document:
    """The sheet a rater fills in by hand: one row a subject, one column a criterion, what to look at below."""
    criteria = paper.sheet.rated if paper else ()
    columns = (Column("序号", 0.5), Column("评分对象", 1.8, Align.LEFT),
               *(Column(_heading(one), 1, group=one.group) for one in criteria),
               *((Column("", 1),) * (0 if paper else 4)))
    rows = tuple((str(place), f"{one.title}{f'({one.detail})' if one.detail else ''}", *("" for _one in criteria))
                 for place, one in enumerate((one for one in paper.subjects if not one.out), 1)) if paper else ()
    blocks: list[Block] = [Title(paper.sheet.title if paper else "评分表")]
    if paper:
        blocks.append(Paragraph(f"{paper.round.title}    评分人类别:{'、'.join(one.title for one in paper.sheet.roles)}",
                                indent=0, align=Align.CENTRE))
    blocks += [DataTable(columns, rows, min_rows=0 if paper else 10, row_height=11),
               *(Note(_guidance(place, one)) for place, one in enumerate(criteria, 1)),
               Note(_how_to_fill(paper.sheet if paper else None)),
               SignatureBlock((SignatureLine("评分人(签名)"),) if not (paper and paper.round.anonymous) else (), date=None)]
    return Document("scores.sheet", paper.sheet.title if paper else "评分表", tuple(blocks),
                    page=PageSetup(landscape=len(criteria) > 5, margins=FORM_MARGINS), style=COMPACT,
                    author=paper.community if paper else "")


def build_result(paper: RoundPaper | None) -> Document:
    """Ranking with grades, then where each total comes from."""
    rows = tuple((str(one.rank) if one.rank else "—", one.title, one.total_text or "—", one.band,
                  "与" + "、".join(one.tied) + "并列" if one.tied else "") for one in paper.results) if paper else ()
    blocks: list[Block] = [
        Title("评分结果汇总表"), *_about(paper),
        DataTable((Column("名次", 0.6), Column("评分对象", 2.4, Align.LEFT), Column("得分", 1, numeric=True), Column("等次", 1),
                   Column("备注", 1.8)), rows, min_rows=5)]
    if paper:
        blocks += [Paragraph(f"{one.title}:{explanation(paper.sheet, one.line)}", indent=0)
                   for one in paper.results if one.rank]
        blocks += [Note(f"{one.title}未参加评分:{one.out}。") for one in paper.subjects if one.out]
        blocks += [Note(f"未计入的评分表:{paper.round.closing_note}。")] if paper.round.closing_note else []
        blocks.append(Note(_rules(paper)))
    blocks.append(SignatureBlock((SignatureLine("统计人(签名)"), SignatureLine("监督人(签名)")),
                                 date=long_date(paper.round.closed_on) if paper and paper.round.closed_on else None))
    return Document("scores.result", "评分结果汇总表", tuple(blocks), page=PageSetup(margins=FORM_MARGINS), style=COMPACT,
                    author=paper.community if paper else "")


def build_posting(paper: RoundPaper | None) -> Document:
    """公示: the notice as it hangs, with its period and where to object."""
    notice = paper.notice if paper else None
    if notice is None:
        body: list[Block] = [Paragraph((Field(None, 26),), indent=0) for _line in range(8)]
    else:
        body = [Paragraph(line) for line in notice.body.splitlines() if line.strip()]
        if notice.posted_on and notice.until:
            body.append(Paragraph(f"公示时间:{date_span(notice.posted_on, notice.until)}。"))
        if notice.feedback:
            body.append(Paragraph(f"意见反馈:{notice.feedback}"))
    return Document("scores.posting", "公示", (
        Title(notice.title if notice else "公示"), *body,
        SignatureBlock(unit=paper.community if paper else "", seal="(印章)",
                       date=long_date(notice.posted_on) if notice and notice.posted_on else None)), style=OFFICIAL,
        author=paper.community if paper else "")


def build_decision(paper: RoundPaper | None) -> Document:
    """表彰决定: why, who, what is expected of the others."""
    if paper is None:
        return Document("scores.decision", "表彰决定", (
            Title("表彰决定"), *(Paragraph((Field(None, 26),), indent=0) for _line in range(8)),
            SignatureBlock(seal="(印章)", date=None)), style=OFFICIAL)
    stand = [one for one in paper.awards if not one.withdrawn]
    titles = list(dict.fromkeys(one.title for one in stand))
    blocks: list[Block] = [Title(f"关于表彰{'、'.join(titles) or '先进'}的决定"),
                           Paragraph(f"经{paper.round.title}{'评分、公示' if paper.notice else '评分'},"
                                     f"{paper.round.decided_by}决定:")]
    blocks += [Paragraph(f"授予{'、'.join(one.name for one in stand if one.title == title)}“{title}”称号。")
               for title in titles]
    blocks += [Paragraph(line) for line in paper.round.decision.splitlines() if line.strip()]
    blocks.append(SignatureBlock(unit=paper.round.decided_by, seal="(印章)",
                                 date=long_date(paper.round.decided_on) if paper.round.decided_on else None))
    return Document("scores.decision", "表彰决定", tuple(blocks), style=OFFICIAL, author=paper.community)


def build_certificate(paper: CertificatePaper | None) -> Document:
    """荣誉证书: A4 lying, to be sealed."""
    award = paper.award if paper else None
    blocks = (Title("荣誉证书", size=34, space_after=8),
              Paragraph((Field(award.name if award else None, 8), ":"), indent=0, size=20),
              Paragraph(("在", Field(award.round if award else None, 16), "中成绩突出,授予"), size=20),
              Paragraph((Field(f"“{award.title}”" if award else None, 16),), align=Align.CENTRE, indent=0, size=24, bold=True,
                        space_before=3, space_after=3),
              Paragraph("称号,特发此证。", size=20),
              NumberLine(paper.number if paper else None, label="证书编号:", align=Align.LEFT),
              SignatureBlock(unit=paper.decided_by if paper else "", seal="(印章)",
                             date=long_date(award.given_on) if award else None))
    page = PageSetup(landscape=True, margins=Margins(20, 12, 28, 28), numbers=PageNumber.NONE)
    return Document("scores.certificate", "荣誉证书", blocks, page=page, style=OFFICIAL, number=paper.number if paper else "",
                    author=paper.community if paper else "")


def _about(paper: RoundPaper | None) -> list[Block]:
    if paper is None:
        return [Paragraph(("评分事项:", Field(None, 20)), indent=0)]
    one = paper.round
    period = f"    期间:{date_span(one.first, one.last)}" if one.first and one.last else ""
    return [Paragraph(f"{one.title}{period}", indent=0),
            Paragraph(f"评分表:{paper.sheet.title}(满分{points_text(paper.sheet.maximum)}分)    评分人:{one.raters}人",
                      indent=0,
                      space_after=2)]


def _rules(paper: RoundPaper) -> str:
    trimmed = f"每类评分人各去掉{paper.round.trim}个最高分和{paper.round.trim}个最低分;" if paper.round.trim else ""
    double = "评分表由两人各录入一遍并核对一致;" if paper.round.double else ""
    source = f"依据:{paper.sheet.source}。" if paper.sheet.source else ""
    ticks = f"每张选票最多选{paper.sheet.most_ticks}个;" if paper.sheet.most_ticks else ""
    return f"{double}{trimmed}{ticks}得分按各类评分人平均分及权重精确计算,只在显示时四舍五入到两位小数。{source}"


def _how_to_fill(sheet: Sheet | None) -> str:
    if sheet is None or any(one.kind != TICKS for one in sheet.rated):
        most = f"打“√”的最多{sheet.most_ticks}个,超过的整张无效。" if sheet and sheet.most_ticks else ""
        return f"每格只填一个数;空格的一行不计分。{most}不得给本人评分。"
    most = f"最多选{sheet.most_ticks}个,多选的整张选票无效;" if sheet.most_ticks else ""
    return f"同意的打“√”,不同意的留空;{most}不得选本人。"


def _heading(one: Criterion) -> str:
    kind = {TICKS: "√/×", CHOICE: "选项", DEDUCTION: "扣分"}.get(one.kind, "")
    return f"{one.title}({kind + ' ' if kind else ''}{points_text(one.maximum)}分)"


def _guidance(place: int, one: Criterion) -> str:
    options = ";".join(f"{'ABCDEFGHIJ'[at]} {option.title} {points_text(option.points)}分" for at,
                       option in enumerate(one.options))
    words = " ".join(part for part in (one.guidance, options) if part)
    return f"{place}. {one.title}:{words or f'0至{points_text(one.maximum)}分'}"
