"""计票单 and 表决结果公告 with every comparison, the rule relied on and the check code (rules 2.7)."""

from desk.api.documents import (
    COMPACT,
    FORM_MARGINS,
    OFFICIAL,
    Block,
    Column,
    DataTable,
    Document,
    Drawing,
    Field,
    Heading,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    chinese_number,
    long_date,
)
from desk.api.votes import MEASURES, QuestionResult, VoteRow, amount
from plugins.consultation.documents.chart import bars
from plugins.consultation.documents.data import ResultPaper

OUTCOMES = {"passed": "通过", "failed": "未通过", "no_quorum": "参加表决未达法定比例,表决不成立", "void": "表决无效",
            "no_verdict": "只公布票数,不作法律结论"}
PROMISE = "本结果由纸质表决统计得出。计算机只登记、打印、统计和公布,不能代替法定选举程序。"


def build_tally(paper: ResultPaper | None) -> Document:
    """Counts question by question, signed by those who counted."""
    columns = (Column("议题", 4), Column("计量", 1.3), Column("发出", 1.3), Column("收回", 1.3), Column("有效", 1.3), Column("无效", 1.3),
               Column("同意", 1.6), Column("反对", 1.6), Column("弃权", 1.6))
    rows = tuple(row for question in paper.result.questions for row in _rows(paper, question)) if paper else ()
    signed = {one: name for one, name in paper.vote.tellers} if paper else {}
    return Document("consultation.tally", "计票单", (
        Title("计票单"), Paragraph(("表决:", paper.vote.title if paper else Field(None, 20)), indent=0, space_after=2),
        DataTable(columns, rows, min_rows=3),
        *((Paragraph(f"第{chinese_number(paper.result.round)}次计票。校验码:{paper.result.check}", indent=0),) if paper else ()),
        SignatureBlock(tuple(SignatureLine(f"{role}(签名)", signed.get(role)) for role in ("监票人", "唱票人", "计票人")), date=None),
    ), page=PageSetup(margins=FORM_MARGINS), style=COMPACT, author=paper.unit if paper else "")


def build_notice(paper: ResultPaper | None) -> Document:
    """The notice: how many could vote and did, each question with its counts, comparisons and verdict."""
    if paper is None:
        return Document("consultation.result", "表决结果公告", (
            Title("表决结果公告"), *(Paragraph((Field(None, 26),), indent=0) for _line in range(10)),
            SignatureBlock(seal="(印章)", date=None)), style=OFFICIAL)
    blocks: list[Block] = []
    for number, question in enumerate(paper.result.questions, 1):
        blocks += _question(number, question)
    vote, papers = paper.vote, paper.result.papers
    turnout = f"应投票{vote.voters}人(户)" + (f",发出{papers.issued}张,收回{papers.used}张,有效{papers.valid}张,无效{papers.invalid}张,"
                                         f"废票{papers.spoiled}张,未用{papers.unused}张。" if papers else f",到会{vote.present}人。")
    turnout += "".join(f"其中{one['source']}电子投票{one['count']}人(结果文件SHA-256:{one['sha256'][:16]}…)。" for one in vote.outside)
    held = f"{long_date(vote.held_on)}," if vote.held_on else ""
    changes = tuple(Paragraph(f"名册固定后的变更:{text}。") for text in paper.result.later_changes)
    return Document("consultation.result", "表决结果公告", (
        Title(f"{vote.title}结果公告"), Paragraph(f"{held}{turnout}"), *changes, *blocks, *_elected(vote),
        Heading("依据和复核", 1), *_unreturned(vote), Paragraph(f"表决规则:{vote.profile.title}({vote.profile.source})。"),
        Paragraph(f"校验码:{paper.result.check}。任何人可以向本会索取结果文件,自行复核计票。对结果有异议的,请在公示期内书面提出。"),
        Note(PROMISE),
        SignatureBlock(unit=paper.unit, seal="(印章)", date=long_date(paper.today)),
    ), page=PageSetup(margins=FORM_MARGINS), style=OFFICIAL, author=paper.unit)


def _unreturned(vote: VoteRow) -> list[Block]:
    """从多 is told with the clause it rests on (rules 2.4)."""
    rule = vote.profile
    if rule.unreturned != "majority" or not rule.unreturned_clause:
        return []
    return [Paragraph(f"未送回的表决票依{rule.unreturned_clause}计入多数一方。")]


def _elected(vote: VoteRow) -> list[Block]:
    """Who took the seats, and how a tie was drawn, so that anybody can draw again."""
    found = [one for one in vote.draws if one["round"] == vote.round][-1:]
    blocks: list[Block] = []
    for one in found:
        blocks += [Heading("当选", 1), Paragraph(f"应选{one['seats']}名。当选:{'、'.join(one['elected'])}。", bold=True)]
        if one["among"]:
            blocks.append(Paragraph(f"{'、'.join(one['among'])}得票相同,当众确定种子“{one['seed']}”后抽签,抽中{'、'.join(one['drawn'])}。"
                                    "抽签办法:取“种子|姓名”的SHA-256最小者。"))
    return blocks


def _rows(paper: ResultPaper, question: QuestionResult) -> list[tuple[str, ...]]:
    papers = paper.result.papers
    counts = tuple(map(str, (papers.issued, papers.used, papers.valid, papers.invalid))) if papers else ("—",) * 4
    return [(question.text if not number else "", MEASURES[measure], *(counts if not number else ("",) * 4),
             amount(measure, one.agree), amount(measure, one.against), amount(measure, one.abstain))
            for number, (measure, one) in enumerate(question.totals.items())]


def _question(number: int, question: QuestionResult) -> list[Block]:
    blocks: list[Block] = [Heading(f"{chinese_number(number)}、{question.text}", 1)]
    for measure, one in question.totals.items():
        blocks.append(Paragraph(f"{MEASURES[measure]}:同意{amount(measure, one.agree)},反对{amount(measure, one.against)},"
                                f"弃权{amount(measure, one.abstain)},无效{amount(measure, one.invalid)}。"))
    blocks += [Drawing(drawing, caption) for drawing, caption in bars(question)]
    for test in question.verdict.tests:
        if test.kind != "shown":
            blocks.append(Paragraph(f"{test.words}:{'达到' if test.met else '未达到'}。"))
    for test in question.verdict.looser:
        blocks.append(Paragraph(f"另注:按“{test.threshold.words}”的读法可算达到,但不作为结论依据。"))
    blocks.append(Paragraph(f"结论:{OUTCOMES[question.verdict.outcome]}。{question.verdict.note}", bold=True))
    return blocks
