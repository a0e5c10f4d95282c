"""Papers of recruiting: the notice with true content and risks, sign-up sheet, pad of slips, call-back list (条例 12)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Block,
    Choice,
    Column,
    CutLine,
    DataTable,
    Document,
    FieldTable,
    Heading,
    KeepTogether,
    Note,
    Option,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Title,
    label,
    moment_span,
    value,
)
from plugins.volunteer.documents.data_teams import ActivityPaper

PAGE = PageSetup(margins=FORM_MARGINS)
UNPAID = "志愿服务自愿、无偿。社区不收取任何费用,个人信息只用于组织志愿服务。"
BLANK = "          "


def build_notice(paper: ActivityPaper | None) -> Document:
    """招募公告: what, when, where, whom, conditions, risks, protection, how to come."""
    when = moment_span(paper.starts_at, paper.ends_at) if paper else BLANK
    parts = (
        ("一、服务内容", paper and paper.content), ("二、时间和地点", f"{when},{paper.place}。" if paper else None),
        ("三、招募岗位和人数", _posts(paper) if paper else None), ("四、报名条件", _conditions(paper) if paper else None),
        ("五、可能的风险", (paper.risks or "无特别风险。") if paper else None),
        ("六、安全保障", _protection(paper) if paper else None),
        ("七、报名方式", f"到社区报名,或联系{paper.responsible}{paper.contact and ',电话' + paper.contact}。" if paper else None))
    blocks: list[Block] = [Title(f"{paper.title}志愿者招募公告" if paper else "志愿者招募公告")]
    for head, text in parts:
        blocks += [Heading(head), Paragraph(text or BLANK * 6)]
    return Document("volunteer.recruitment_notice", "志愿者招募公告", (
        *blocks, Note(UNPAID), SignatureBlock(unit=paper.community if paper else "", seal="(公章)", date=None),
    ), style=FORM, page=PAGE, author=paper.community if paper else "")


def _posts(paper: ActivityPaper) -> str:
    roles = "、".join(f"{title}{f'{seats}人' if seats else ''}" for title, seats, _age in paper.roles)
    return f"{roles}。" + (f"共招募{paper.wanted}人。" if paper.wanted else "")


def _conditions(paper: ActivityPaper) -> str:
    ages = [age for _title, _seats, age in paper.roles if age]
    minors = "未满18周岁的,须经法定代理人书面同意。" if paper.minors else "本活动不接受未满18周岁的人员参加。"
    return f"{f'年满{min(ages)}周岁,' if ages else ''}身体状况适合本项服务。{minors}"


def _protection(paper: ActivityPaper) -> str:
    insured = f"已投保意外伤害保险:{paper.insurance}。" if paper.insurance else ""
    return f"{insured}活动前进行必要的培训,提供服务所需的工具和防护用品。{f'工具:{paper.tools}。' if paper.tools else ''}"


def build_sign_up(paper: ActivityPaper | None) -> Document:
    """报名表: rows to sign, the risks told above them."""
    head = (f"活动:{paper.title}  时间:{moment_span(paper.starts_at, paper.ends_at)}  地点:{paper.place}"
            if paper else "活动:                 时间:              地点:")
    told = f"报名人已知悉服务内容和可能的风险{f'({paper.risks})' if paper and paper.risks else ''},签名即表示知悉并自愿报名。"
    return Document("volunteer.sign_up_sheet", "志愿者报名表", (
        Title("志愿者报名表"), Paragraph(head, indent=0), Paragraph(told, indent=0, space_after=2),
        DataTable((Column("序号", 0.6), Column("姓名", 1.3), Column("年龄", 0.7), Column("电话", 1.8), Column("特长或意向", 2),
                   Column("本人签名", 1.5), Column("法定代理人签名\n(未满18周岁)", 1.6)), (), min_rows=16, row_height=10.5),
        Note(UNPAID),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def build_pad(paper: ActivityPaper | None) -> Document:
    """意向登记单: three slips a sheet, to be torn off."""
    blocks: list[Block] = []
    for number in range(3):
        blocks += [CutLine()] if number else []
        blocks.append(KeepTogether((
            Title("志愿者意向登记单", size=16, space_after=2), Paragraph(f"招募:{paper.title if paper else BLANK * 2}", indent=0),
            FieldTable(((label("姓名"), value(None), label("电话"), value(None)),
                        (label("出生年份"), value(None), label("特长或意向"), value(None))), (1.1, 2, 1.3, 2.6)),
            Choice("", (Option("已了解服务内容和风险"), Option("同意社区回电联系"))),
            Note(f"{UNPAID}未登记为志愿者的,信息到期删除。"))))
    return Document("volunteer.applicant_form", "志愿者意向登记单", tuple(blocks), page=PAGE, style=FORM,
                    author=paper.community if paper else "")


def build_calls(paper: ActivityPaper | None) -> Document:
    """回访名单: who has to be called back by when."""
    rows = tuple((str(place), name, phone, wishes, str(until), "", "") for place, (name, phone, wishes, until) in enumerate(
        paper.applicants, 1)) if paper else ()
    return Document("volunteer.call_list", "招募回访名单", (
        Title("招募回访名单"), Paragraph(f"招募:{paper.title}" if paper else "招募:", indent=0, space_after=2),
        DataTable((Column("序号", 0.6), Column("姓名", 1.1), Column("电话", 1.7), Column("特长或意向", 2), Column("回访期限", 1.4),
                   Column("回访日期", 1.2), Column("结果", 1.4)), rows, min_rows=12, size=10.5),
        Note("本名单含联系方式,用后收回,不得外传。"),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")
