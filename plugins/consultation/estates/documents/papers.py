"""业主名册, 业主大会会议公告, 业主委员会备案表, 业主委员会委员名单."""

from desk.api.documents import (
    COMPACT,
    FORM_MARGINS,
    OFFICIAL,
    Choice,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
    FillIn,
    Heading,
    Note,
    NumberedClauses,
    Option,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    chinese_number,
    label,
    long_date,
    value,
)
from desk.api.votes import amount
from plugins.consultation.documents.results import OUTCOMES
from plugins.consultation.estates.documents.loading import CommitteePaper, DecisionPaper, FilePaper, OwnersNotice, RollPaper
from plugins.consultation.estates.kinds import POST_PAPERS, SOURCE_PAPERS
from plugins.consultation.estates.queries import full_label

PAGE = PageSetup(margins=FORM_MARGINS)
ENCLOSED = ("业主大会成立(换届)和业主委员会选举的决定", "业主大会议事规则", "管理规约", "业主委员会委员名单和基本情况", "表决结果公告及计票单")
"""What is handed in with the filing sheet (物业管理条例 16 and local rules)."""


def build_roll(paper: RollPaper | None) -> Document:
    """The owners' register with the sums a vote weighs."""
    rows = tuple((f"{number}", full_label(one), "、".join(name for name, _tail in one.owners) or (
        paper.file.row.developer or "建设单位"), amount("area", one.area), SOURCE_PAPERS[one.area_source], one.voter,
        "车位" if one.parking else "未售" if one.unsold else "") for number, one in enumerate(paper.units, 1)) if paper else ()
    told = (f"专有部分{paper.file.row.units}个,建筑面积{amount('area', paper.file.row.area)};计票人数{paper.file.voters}人,"
            f"计票面积{amount('area', paper.file.area)}。一名业主有多个专有部分的,人数计一人,面积合并;共有的计一人;未售、未交付的合计一人。"
            if paper else "一名业主有多个专有部分的,人数计一人,面积合并;共有的计一人;未售、未交付的合计一人。")
    return Document("consultation.owners_roll", "业主名册", (
        Title(f"{paper.file.row.name}业主名册" if paper else "业主名册"),
        Paragraph(f"截至{long_date(paper.today)}" if paper else ("小区:", Field(None, 12), "截至:", Field(None, 8)), indent=0, space_after=2),
        DataTable((Column("序号", 1), Column("坐落", 3), Column("业主(共有人)", 4), Column("专有部分面积", 2.4), Column("面积依据", 2),
                   Column("推举的投票人", 2.2), Column("备注", 1.4)), rows, min_rows=15),
        Note(told), SignatureBlock((SignatureLine("核对人(签名)", count=2),), date=None),
    ), page=PAGE, style=COMPACT, author=paper.unit if paper else "")


def build_notice(paper: OwnersNotice | None) -> Document:
    """Topics, form, time, who may vote and what passes; hangs fifteen days before (物业管理条例 14)."""
    if paper is None:
        return Document("consultation.owners_notice", "业主大会会议公告", (
            Title("业主大会会议公告"), Paragraph((Field(None, 10), "小区全体业主:"), indent=0),
            Paragraph(("定于", Field(None, 9), "召开业主大会会议,议题如下:")),
            *(Paragraph((Field(None, 26),)) for _line in range(5)),
            Paragraph(("会议形式:", Field(None, 10), "。投票地点和时间:", Field(None, 12), "。")),
            SignatureBlock(seal="(印章)", date=None)), style=OFFICIAL)
    vote, file = paper.vote, paper.file
    rule = vote.profile
    needed = f"参加表决的面积和人数均须达到{rule.quorum.share};" if rule.quorum else ""
    passing = f"同意须达到{rule.passing.words}。" if rule.passing else ""
    proxies = ("业主可以书面委托代理人投票" + (f",一名代理人最多代理{rule.proxies.cap}名业主" if rule.proxies.cap else "") +
               ("" if rule.proxies.staff else ",物业服务企业工作人员不得担任代理人") + "。") if rule.proxies.allowed else "不得委托他人投票。"
    return Document("consultation.owners_notice", "业主大会会议公告", (
        Title("业主大会会议公告"), Paragraph(f"{file.row.name}全体业主:", indent=0),
        Paragraph(f"定于{long_date(vote.held_on) if vote.held_on else '    年  月  日'}召开业主大会会议,议题如下,公告以外的事项不得表决:"),
        NumberedClauses(tuple(text for _number, text in vote.questions)),
        Paragraph("会议形式:书面征求意见(记名投票)。表决票送达每位业主并签收,无法送达的在公告栏公告。"),
        Paragraph(f"表决规则:{rule.title}({rule.source})。{needed}{passing}{proxies}"),
        Paragraph(f"名册固定于{long_date(vote.frozen_on) if vote.frozen_on else ''},计票人数{vote.voters}人,计票面积{amount('area', vote.area)}。"
                  "对名册有异议的,请在投票前向召集人提出。"),
        Paragraph(("投票地点和时间:", Field(None, 16), "。联系人及电话:", Field(None, 12), "。")),
        Paragraph(f"抄告:{paper.unit}。"),
        SignatureBlock(unit=f"{file.row.name}业主大会会议召集人", seal="(印章)", date=long_date(paper.today)),
    ), style=OFFICIAL, author=paper.unit)


def build_filing(paper: CommitteePaper | None) -> Document:
    """What the street office and the housing department receive."""
    body, row = (paper.body, paper.file.row) if paper else (None, None)
    vote = paper.vote if paper else None
    voted = f"《{vote.title}》,校验码{vote.check_code}" if vote else None
    seats = tuple((f"{number}", name, POST_PAPERS[post], home, "") for number, (name, post, home) in enumerate(body.seats, 1)) if body else ()
    term = f"{long_date(body.elected_on)}至{long_date(body.term_end)}" if body and body.elected_on and body.term_end else None
    return Document("consultation.filing", "业主委员会备案表", (
        Title("业主委员会备案表"),
        FieldTable((
            (label("小区名称"), value(row.name if row else None), label("坐落"), value(row.address if row else None)),
            (label("物业服务企业"), value((row.firm or "无") if row else None), label("届次"),
             value(f"第{chinese_number(body.number)}届" if body else None)),
            (label("专有部分数"), value(f"{row.units}" if row else None), label("建筑面积"), value(amount("area", row.area) if row else None)),
            (label("选举日期"), value(long_date(body.elected_on) if body and body.elected_on else None), label("任期"), value(term)),
            (label("选举依据"), value(voted, span=3))), (2.4, 4, 2, 4.6)),
        DataTable((Column("序号", 1), Column("姓名", 2.6), Column("职务", 2), Column("房号", 3.4), Column("签名", 3)), seats, min_rows=5,
                  caption="业主委员会委员"),
        Choice("所附材料:", tuple(Option(text) for text in ENCLOSED), columns=1),
        FieldTable(((label("备案机关意见"), value(f"{body.filed_with},备案编号{body.filing_number or '    '},{long_date(body.filed_on)}"
                                         if body and body.filed_on else None, lines=3)),), (2.4, 10.6)),
        SignatureBlock((SignatureLine("业主委员会主任(签名)"),), unit=f"{row.name}业主委员会" if row else "", seal="(印章)", date=None),
    ), page=PAGE, style=COMPACT, author=paper.unit if paper else "")


def build_members(paper: CommitteePaper | None) -> Document:
    """The list of members for the board: name, post, flat's building only."""
    body, row = (paper.body, paper.file.row) if paper else (None, None)
    rows = tuple((f"{number}", name, POST_PAPERS[post]) for number, (name, post, _home) in enumerate(body.seats, 1)) if body else ()
    told = f"{row.name}第{chinese_number(body.number)}届业主委员会由下列人员组成," if row and body else "业主委员会由下列人员组成,"
    term = f"任期自{long_date(body.elected_on)}至{long_date(body.term_end)}。" if body and body.elected_on and body.term_end else "任期自    至    。"
    return Document("consultation.members", "业主委员会委员名单", (
        Title("业主委员会委员名单"), Paragraph(told + term),
        DataTable((Column("序号", 1), Column("姓名", 3), Column("职务", 3)), rows, min_rows=7),
        Heading("监督", 1), Paragraph(("业主对委员有意见的,可以书面向本委员会或社区居民委员会提出。联系电话:", Field(None, 10), "。")),
        SignatureBlock(unit=f"{row.name}业主委员会" if row else "", seal="(印章)",
                       date=long_date(body.filed_on or body.elected_on) if body and body.elected_on else None),
    ), style=OFFICIAL, author=paper.unit if paper else "")


def build_decision(paper: DecisionPaper | None) -> Document:
    """A decision as its members sign it: only those who agreed."""
    body, one = (paper.body, paper.decision) if paper else (None, None)
    name = f"{body.estate}业主委员会" if body else ""
    told = f"{long_date(one.made_on)},{name}召开会议,就“{one.title}”作出决定:" if one else None
    rule = "".join(f"{test}。" for test in one.tests) if one else None
    return Document("consultation.committee_decision", "业主委员会决定", (
        Title(f"{name}决定" if name else "业主委员会决定"),
        Paragraph(told) if told else Paragraph((Field(None, 8), ",业主委员会召开会议,就“", Field(None, 14), "”作出决定:")),
        *(tuple(Paragraph(line) for line in one.text.splitlines() if line.strip()) if one else (FillIn(8),)),
        Paragraph(f"表决情况:{rule}结论:{OUTCOMES[one.outcome]}。" if one else ("表决情况:", Field(None, 24), "。")),
        Paragraph(f"依据:{paper.source}。" if paper else ("依据:", Field(None, 20), "。")),
        DataTable((Column("序号", 1), Column("同意的委员", 4), Column("签名", 5)), tuple(
            (f"{number}", who, "") for number, who in enumerate(one.signers, 1)) if one else (), min_rows=5),
        SignatureBlock(unit=name, seal="(印章)", date=long_date(one.made_on) if one else None),
    ), style=OFFICIAL, author=paper.unit if paper else "")


def build_file(paper: FilePaper | None) -> Document:
    """The index of what owners may read (区分所有权解释第十三条); originals lie with the committee."""
    body = paper.body if paper else None
    rows = tuple((f"{number}", long_date(day), kind, title, said, "")
                 for number, (day, kind, title, said) in enumerate(paper.lines, 1)) if paper else ()
    return Document("consultation.owners_file", "业主查阅档案目录", (
        Title("业主查阅档案目录"),
        Paragraph(f"{body.estate}业主委员会第{chinese_number(body.number)}届,截至{long_date(paper.today)}。" if body and paper else
                  ("业主委员会:", Field(None, 12), "  届次:", Field(None, 6)), indent=0, space_after=2),
        DataTable((Column("序号", 1), Column("日期", 2.8), Column("类别", 2.6), Column("名称", 6), Column("结果", 4.4), Column("备注", 2)), rows,
                  min_rows=12),
        Note("业主有权查阅业主大会、业主委员会的决定、会议记录,维修资金、共有部分收支和合同等资料(区分所有权解释第十三条)。"),
    ), page=PageSetup(margins=FORM_MARGINS, landscape=True), style=COMPACT, author=paper.unit if paper else "")
