"""The ballots: several to a sheet with cutting marks, named ones with their stub, and the specimen that hangs beside the notice."""

from desk.api.documents import (
    COMPACT,
    SPECIMEN,
    Align,
    Block,
    Choice,
    CutLine,
    Document,
    Drawing,
    Field,
    KeepTogether,
    Margins,
    Note,
    PageNumber,
    PageSetup,
    Paragraph,
    Title,
    long_date,
    qr_code,
)
from desk.api.documents import Option as Box
from desk.api.votes import VoteRow, spaced
from plugins.consultation.documents.data import BallotSheet, VotePaper

#: no page number: it would tell the ballots of one sheet from those of another
BALLOT_PAGE = PageSetup(margins=Margins(top=12, bottom=12, left=18, right=18), numbers=PageNumber.NONE)
QR_MM = 16
UNREADABLE = {"invalid": "不填或无法辨认的该项作无效处理", "abstain": "不填或无法辨认的该项视为弃权"}


def build_ballots(sheet: BallotSheet) -> Document:
    """All ballots, as many to a sheet as fit, each kept whole, cut along the dashed lines."""
    blocks: list[Block] = []
    for number, one in enumerate(sheet.ballots):
        blocks += [CutLine()] if number else []
        blocks.append(KeepTogether(_ballot(sheet.unit, sheet.vote, *one)))
    return Document("consultation.ballots", "表决票", tuple(blocks), page=BALLOT_PAGE, style=COMPACT, author=sheet.unit)


def build_specimen(paper: VotePaper | None) -> Document:
    """What the ballot looks like, to hang beside the notice: no mark, nothing to count. Blank: to fill in by hand."""
    if paper is None:
        blocks: tuple[Block, ...] = (
            Title("表决票", size=16), *(Choice(("1. ", "2. ", "3. ")[number] + "__________________  ", _boxes()) for number in range(3)),
            Paragraph(("会议名称:", Field(None, 14), "  日期:", Field(None, 8)), indent=0, space_before=2),
            Note("每项只在一个方框内打“√”。"))
    else:
        named = paper.vote.method == "named"
        blocks = _ballot(paper.unit, paper.vote, "", *(_samples(paper.vote) if named else ("", "", "")))
    return Document("consultation.specimen", "表决票样", (KeepTogether(blocks),), page=BALLOT_PAGE, style=COMPACT,
                    stamps=(SPECIMEN,) if paper else (), author=paper.unit if paper else "")


def _samples(vote: VoteRow) -> tuple[str, str, str]:
    """What stands for name, place and weight on a specimen."""
    return ("(业主姓名)", "(楼栋-单元-房号)", "____㎡") if vote.profile.weight == "owner" else ("(姓名)", "(户号、小组)", "")


def _boxes() -> tuple[Box, ...]:
    return Box("同意"), Box("反对"), Box("弃权")


def _ballot(unit: str, vote: VoteRow, mark: str, name: str, where: str, area: str) -> tuple[Block, ...]:
    day = f"  {long_date(vote.held_on)}" if vote.held_on else ""
    code: tuple[Block, ...] = (Drawing(qr_code(mark, QR_MM)), Paragraph(f"票号 {spaced(mark)}", align=Align.CENTRE, indent=0, size=9)) if mark else ()
    return (
        Title(_title(vote), size=16, space_after=1), *_whose(vote, name, where, area),
        *(Choice(f"{number}. {text}  ", _boxes()) for number, text in vote.questions),
        *((Paragraph((f"{_voter(vote)}(代理人)签名:", Field(None, 6), "  联系电话:", Field(None, 6), "  日期:", Field(None, 5)), indent=0,
                     space_before=2),) if name else ()),
        *code, Note(f"{_notes(vote)}{unit}(印章){day}"), *(_stub(vote, mark, name, where, area) if name else ()))


def _whose(vote: VoteRow, name: str, where: str, area: str) -> tuple[Block, ...]:
    """Of a named ballot: voter, flat, and what the ballot weighs."""
    if not name:
        return ()
    weight = f"  投票权数:{area}(面积)、1人" if area else ""
    place = ("坐落" if vote.profile.weight == "owner" else "户号(代表小组)") + f":{where}" if where else ""
    return (Paragraph(f"{_voter(vote)}姓名:{name}  {place}{weight}", indent=0),)


def _title(vote: VoteRow) -> str:
    """A vote is often called 某某表决 already."""
    return f"{vote.title.removesuffix('表决')}表决票"


def _voter(vote: VoteRow) -> str:
    """What the law calls who votes: only owners are owners."""
    return {"owner": "业主", "representative": "代表"}.get(vote.profile.weight, "投票人")


def _notes(vote: VoteRow) -> str:
    rule = vote.profile
    notes = ["每项只在一个方框内打“√”", UNREADABLE[rule.unreadable], "弃权计入参加表决,不计入同意"]
    if rule.weight == "owner":
        notes.append("同一业主合并计一人")
    if vote.method == "named":
        notes.append("委托他人投票的,附书面授权委托书" if rule.proxies.allowed else "不得委托他人投票")
        counted = rule.unreturned == "majority" and rule.unreturned_clause
        notes.append(f"未送回的按{rule.unreturned_clause}计入多数" if counted else "未送回的不计入参加表决")
        notes.append("送达和送回的办法见表决公告")
    return ";".join(notes) + "。"


def _stub(vote: VoteRow, mark: str, name: str, where: str, area: str) -> tuple[Block, ...]:
    """Torn off when the ballot goes out and kept by whoever gave it: number, flat, area, who took it and when."""
    number = f"编号 {spaced(mark)}  " if mark else "编号            "
    return (CutLine("(骑缝章)"), Paragraph(f"{_title(vote)}存根  {number}{_voter(vote)}:{name}  坐落(户):{where}"
                      + (f"  面积:{area}" if area else ""), indent=0, size=10),
            Paragraph(("领票人签名:", Field(None, 6), "代理人签名:", Field(None, 6), "领票时间:", Field(None, 6)), indent=0, size=10))
