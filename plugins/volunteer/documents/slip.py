"""爱心超市兑换单: goods, points, what is left, signature of the receiver."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Document,
    FieldTable,
    Note,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    value,
)
from plugins.volunteer.documents.data import SlipPaper
from plugins.volunteer.service.points import points_text

KIND, TITLE = "volunteer.slip", "爱心超市兑换单"


def build(paper: SlipPaper | None) -> Document:
    """One hand-out on one slip."""
    many = f"{paper.quantity}{paper.unit}" if paper else None
    return Document(KIND, TITLE, (
        Title(TITLE),
        FieldTable((
            (label("志愿者"), value(paper and paper.name), label("编号"), value(paper and paper.number)),
            (label("物品"), value(paper and paper.goods), label("数量"), value(many)),
            (label("使用积分"), value(points_text(paper.points) if paper else None), label("结余积分"),
             value(points_text(paper.left) if paper else None)),
        ), (1.2, 2.4, 1.2, 2)),
        Note("积分是对志愿服务的感谢,不是报酬,不兑换现金。"),
        SignatureBlock((SignatureLine("领取人(签名)"), SignatureLine("经办人(签名)")),
                       date=long_date(paper.day) if paper else None, columns=2, wide=True),
    ), page=PageSetup("A5", landscape=True, margins=FORM_MARGINS), style=FORM, author=paper.community if paper else "")
