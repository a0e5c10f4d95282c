"""Room for handwriting gives way before a page is begun for a signature: what is written never does."""

from desk.core.documents import model as m
from desk.core.documents.fontbook import FontBook
from desk.core.documents.readback import page_texts, squeezed
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


def test_signatures_take_the_last_row_along(fonts: FontBook) -> None:
    for count in range(16, 26):
        rows = tuple((f"住户{number}", "漏水") for number in range(count))
        pages = page_texts(render(paper(m.DataTable(COLUMNS, rows, min_rows=count + 2)), fonts).pdf)
        if len(pages) == 2:
            assert f"住户{count - 1}" in pages[1]
            assert "姓名" in pages[1]


def test_signatures_take_two_lines_or_the_ruled_lines_along(fonts: FontBook) -> None:
    for count in range(20, 40):
        said = [m.Paragraph(f"第{number}行") for number in range(count)]
        pages = page_texts(render(paper(*said), fonts).pdf)
        if len(pages) == 2:
            assert f"第{count - 1}行" in pages[1]
            assert f"第{count - 2}行" in pages[1]
        pages = page_texts(render(paper(*said, m.LabelledText("审核意见:", None, lines=3, below=True)), fonts).pdf)
        assert ("审核意见" in pages[-1]) == ("经办人" in pages[-1])


def test_many_names_on_a_line_to_sign_go_on_below(fonts: FontBook) -> None:
    names = "、".join(f"欧阳某某{number}" for number in range(20))
    signed = m.SignatureBlock((m.SignatureLine("计票人(签名)", names),), date=None)
    assert names in squeezed(render(m.Document("t", "登记表", (m.Title("登记表"), signed), style=m.FORM), fonts).pdf)
