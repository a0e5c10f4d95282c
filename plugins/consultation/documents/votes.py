"""发票(领票)登记表, 收票登记表, 授权委托书 (rules 2.7)."""

from desk.api.documents import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    Choice,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    value,
)
from desk.api.documents import Option as Box
from desk.api.votes import spaced
from plugins.consultation.documents.data import RegisterLine, VotePaper

PAGE = PageSetup(margins=FORM_MARGINS)


def build_register(paper: VotePaper | None) -> Document:
    """Who was given a ballot, with room to sign. Secret: no serial stands beside any name."""
    vote = paper.vote if paper else None
    named = vote is not None and vote.method == "named"
    columns = [Column("序号", 1), Column("户/姓名", 3), Column("坐落(代表户)", 3)]
    columns += [Column("票号", 3.2), Column("面积", 2.3)] if named else []
    columns += [Column("送达方式", 1.8), Column("领票人、时间", 2.6), Column("签收", 1.8)] if named else [Column("签名(已领票)", 3.4)]
    rows = tuple((f"{one.place}", _voter(one), one.label,
                  *((spaced(one.mark), one.area, one.delivery, one.given) if named else ()), "") for one in paper.lines) if paper else ()
    note = "记名表决:票号与投票人对应,收票时登记。" if named else "无记名表决:本表只登记是否领票,不登记票号、时间和先后;选票混放后由投票人自取。"
    return Document("consultation.register", "发票(领票)登记表", (
        Title("发票(领票)登记表"),
        Paragraph(("表决:", vote.title if vote else Field(None, 20)), indent=0, space_after=2),
        DataTable(tuple(columns), rows, min_rows=15), Note(note),
        SignatureBlock((SignatureLine("发票人(签名)"), SignatureLine("监票人(签名)")), date=None),
    ), page=PAGE, style=COMPACT, author=paper.unit if paper else "")


def build_returns(paper: VotePaper | None) -> Document:
    """Which numbered ballots came back, when and how; and whether they were valid, once both people have entered them."""
    back = [one for one in paper.lines if one.returned] if paper else []
    columns = (Column("序号", 1), Column("票号", 3.4), Column("户/业主", 3), Column("坐落", 3), Column("方式", 2), Column("收回时间", 2.8),
               Column("是否有效", 1.6), Column("收票人签名", 2))
    rows = tuple((f"{number}", spaced(one.mark), _voter(one), one.label, one.delivery, one.returned, one.valid, "")
                 for number, one in enumerate(back, 1))
    told = f"印制{paper.vote.issued}张,发出{paper.vote.handed}张,已收回{len(back)}张。" if paper else "发出    张,已收回    张。"
    return Document("consultation.returns", "收票登记表", (
        Title("收票登记表"),
        Paragraph(("表决:", paper.vote.title if paper else Field(None, 20)), indent=0, space_after=2),
        DataTable(columns, rows, min_rows=15), Note(told + "表决票一经收回不得更改。"),
        SignatureBlock((SignatureLine("收票人(签名)"), SignatureLine("监票人(签名)")), date=None),
    ), page=PAGE, style=COMPACT, author=paper.unit if paper else "")


def _voter(one: RegisterLine) -> str:
    return one.name + (f"(代:{one.proxy})" if one.proxy else "")


def build_proxy(paper: VotePaper | None) -> Document:
    """A written authority, question by question."""
    questions = paper.vote.questions if paper else (("1", ""),)
    return Document("consultation.proxy", "授权委托书", (
        Title("授权委托书"),
        FieldTable((
            (label("委托人"), value(None), label("证件号码"), value(None)),
            (label("房号"), value(None), label("面积"), value(None)),
            (label("受托人"), value(None), label("证件号码"), value(None)),
            (label("受托人电话"), value(None), label("期限"), value(None)),
            (label("权限"), value("仅限按下列意见代为表决" if paper else None, span=3))), (2, 4, 2, 4)),
        Paragraph(("现委托受托人在“", paper.vote.title if paper else Field(None, 12), "”中代为表决,意见如下:")),
        *(Choice(f"{number}. {text} ", (Box("同意"), Box("反对"), Box("弃权"))) for number, text in questions),
        Note("本委托不得转委托。附双方身份证复印件。"),
        SignatureBlock((SignatureLine("委托人(签名)"), SignatureLine("受托人(签名)")), date=None),
    ), page=PAGE, style=FORM, author=paper.unit if paper else "")
