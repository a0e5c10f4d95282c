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
from plugins.consultation.pictures import share

OUTCOMES = {"passed": "通过", "failed": "未通过", "no_quorum": "参加表决未达法定比例,表决不成立", "void": "表决无效",
            "no_verdict": "只公布票数,不作法律结论"}
PROMISE = "本结果由{how}统计得出。计算机只登记、打印、统计和公布,不能代替法定选举程序。"
HELD = {"hands": "举手", "secret": "无记名投票", "named": "记名投票"}
HOW = {"hands": "现场举手表决", "secret": "纸质无记名表决", "named": "纸质记名表决"}


def build_tally(paper: ResultPaper | None) -> Document:
    """Counts question by question, signed by those who counted. 发出: what voters were given, not what was printed."""
    columns = (Column("议题", 3.4), Column("计量", 1.2), Column("发出", 1.2), Column("收回", 1.2), Column("有效", 1.9), Column("无效", 1.6),
               Column("同意", 1.9), Column("反对", 1.9), Column("弃权", 1.6))
    rows = tuple(row for question in paper.result.questions for row in _rows(paper, question)) if paper else ()
    signed = {one: name for one, name in paper.vote.tellers} if paper else {}
    return Document("consultation.tally", "计票单", (
        Title("计票单"), Paragraph(("表决:", paper.vote.title if paper else Field(None, 20)), indent=0),
        Paragraph(("时间:", (_day(paper.vote) if paper else "") or Field(None, 12)), indent=0, space_after=2),
        DataTable(columns, rows, min_rows=3),
        *((Paragraph(f"第{chinese_number(paper.result.round)}次计票。{_turnout(paper)}校验码:{paper.result.check}", indent=0),) if paper else ()),
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
    vote = paper.vote
    turnout = _took_part(paper) + _turnout(paper) + "".join(
        f"其中{one['source']}电子投票{one['count']}人(结果文件SHA-256:{one['sha256'][:16]}…)。" for one in vote.outside)
    held = f"{_day(vote)},{vote.profile.title}就下列事项进行{HELD[vote.method]}表决。" if _day(vote) else ""
    changes = tuple(Paragraph(f"名册固定后的变更:{text}。") for text in paper.result.later_changes)
    return Document("consultation.result", "表决结果公告", (
        Title(f"{vote.title}结果公告"), Paragraph(f"{held}{turnout}"), *changes, *blocks, *_elected(vote),
        Heading("依据和复核", 1), *_unreturned(vote), Paragraph(f"表决规则:{vote.profile.title}({vote.profile.source})。"),
        Paragraph(f"校验码:{paper.result.check}。任何人可以向本会索取结果文件,自行复核计票。"),
        *_objections(paper), Note(promise(vote)),
        SignatureBlock(unit=paper.unit, seal="(印章)", date=long_date(paper.today)),
    ), page=PageSetup(margins=FORM_MARGINS), style=OFFICIAL, author=paper.unit)


def promise(vote: VoteRow) -> str:
    """By what means the numbers came about, and what a computer cannot stand for."""
    return PROMISE.format(how=HOW[vote.method] + ("和电子投票平台的结果" if vote.outside else ""))


def _day(vote: VoteRow) -> str:
    return long_date(vote.held_on) if vote.held_on else ""


def _took_part(paper: ResultPaper) -> str:
    """Everybody entitled and who took part, with the ratio, in persons and area (rules 2.7)."""
    words = []
    for measure, one in paper.result.questions[0].totals.items() if paper.result.questions else ():
        came = one.cast if one.present is None else one.present
        words.append(f"应参加{MEASURES[measure]}{amount(measure, one.roll)},参加{amount(measure, came)},占{share(came, one.roll)}")
    return ";".join(words) + "。" if words else ""


def _turnout(paper: ResultPaper) -> str:
    """What became of the ballots; of a show of hands nothing."""
    vote, papers = paper.vote, paper.result.papers
    if papers is None:
        return ""
    back = f",领出未交回{vote.kept_back}张" if vote.kept_back else ""
    return (f"印制选票{papers.issued}张,发出{vote.handed}张,收回{papers.used}张{back},换下废票{papers.spoiled}张,未发出{vote.left_over}张;"
            f"收回的票中有效{papers.valid}张,无效{papers.invalid}张。")


def _objections(paper: ResultPaper) -> tuple[Block, ...]:
    """How long the result hangs and where to object: as it was posted, else to be filled in by hand."""
    hung = paper.posting
    blank = ("公示期:自", Field(None, 6), "起至", Field(None, 6), "止,共", Field(None, 2), "日。")
    return (Paragraph((hung.period if hung else "") or blank), Paragraph(("对结果有异议的,请在公示期内书面提出。异议渠道:", (hung.feedback if hung else "") or Field(None, 14), "。")))


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
    counts = (str(paper.vote.handed), str(papers.used)) if papers else ("—", "—")
    return [(question.text if not number else "", MEASURES[measure], *(counts if not number else ("", "")),
             *(amount(measure, counted) for counted in (one.cast - one.invalid, one.invalid, one.agree, one.against, one.abstain)))
            for number, (measure, one) in enumerate(question.totals.items())]


def _question(number: int, question: QuestionResult) -> list[Block]:
    blocks: list[Block] = [Heading(f"{chinese_number(number)}、{question.text}", 1)]
    for measure, one in question.totals.items():  # shares of everybody entitled, as the bars
        said = (("同意", one.agree), ("反对", one.against), ("弃权", one.abstain), ("无效", one.invalid))
        blocks.append(Paragraph(f"{MEASURES[measure]}:" + ",".join(
            f"{words}{amount(measure, number)}({share(number, one.roll)})" for words, number in said) + "。"))
    blocks += [Drawing(drawing, caption) for drawing, caption in bars(question)]
    for test in question.verdict.tests:
        if test.kind != "shown":
            blocks.append(Paragraph(f"{test.words}:{'达到' if test.met else '未达到'}。"))
    for test in question.verdict.looser:
        blocks.append(Paragraph(f"另注:按“{test.threshold.words}”的读法可算达到,但不作为结论依据。"))
    blocks.append(Paragraph(f"结论:{OUTCOMES[question.verdict.outcome]}。{question.verdict.note}", bold=True))
    return blocks
