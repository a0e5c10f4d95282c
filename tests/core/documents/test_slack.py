"""Room for handwriting gives way before a page is begun for a signature: what is written never does."""

from desk.core.documents import model as m
from desk.core.documents.fontbook import FontBook
from desk.core.documents.readback import squeezed
from desk.core.documents.render import render

SIGNED = m.SignatureBlock((m.SignatureLine("经办人(签名)"), m.SignatureLine("审核人(签名)")), seal="(印章)", date=None)
COLUMNS = (m.Column("姓名", 2), m.Column("事由", 5))


def paper(*blocks: m.Block) -> m.Document:
    return m.Document("t", "登记表", (m.Title("登记表"), *blocks, SIGNED), style=m.FORM)


def test_empty_rows_give_way_to_the_signatures(fonts: FontBook) -> None:
    rows = tuple((f"住户{number}", "漏水") for number in range(14))
    printed = render(paper(m.DataTable(COLUMNS, rows, min_rows=24)), fonts)
    assert printed.pages == 1
    assert all(f"住户{number}" in squeezed(printed.pdf) for number in range(14))
    assert "审核人(签名)" in squeezed(printed.pdf)


def test_rows_that_say_something_never_do(fonts: FontBook) -> None:
    rows = tuple((f"住户{number}", "漏水") for number in range(24))
    printed = render(paper(m.DataTable(COLUMNS, rows)), fonts)
    assert printed.pages == 2
    assert all(f"住户{number}" in squeezed(printed.pdf) for number in range(24))


def test_a_blank_form_keeps_half_its_lines(fonts: FontBook) -> None:
    one = m.LabelledText("纠纷简要情况:", None, lines=20, below=True)
    assert render(paper(one), fonts).pages == 1
    assert render(paper(m.LabelledText("纠纷简要情况:", None, lines=70, below=True)), fonts).pages > 1


def test_a_full_second_page_is_left_alone(fonts: FontBook) -> None:
    rows = tuple((f"住户{number}", "漏水") for number in range(14))
    wanted = render(paper(m.DataTable(COLUMNS, rows, min_rows=45)), fonts)
    assert wanted.pages == 2
