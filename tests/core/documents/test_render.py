"""Real PDFs, read back: pages, words, glyphs, attacks, lengths."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.core.documents import model as m
from desk.core.documents.fontbook import FontBook
from desk.core.documents.merge import merge
from desk.core.documents.raster import page_image, page_sizes
from desk.core.documents.readback import page_count, page_texts, squeezed
from desk.core.documents.render import check_print, missing_glyphs, render, render_batch
from desk.core.errors import EnvironmentFault, UserError
from tests.core.documents import samples

ATTACKS = ["<b>粗", "</b>", "a<b", "<img src='/etc/passwd'/>", "<a href='http://example.org'>链接</a>", "&lt;&amp;", "]]>",
           "<para>", "%s %(x)s {0} {x}", "\\(Tj) ET Q", "(BT /F1 12 Tf)", "${jndi:ldap://x}", "=cmd|' /C calc'!A0",
           "\ud800", "\u202e倒序", "\x00\x1b[31m", "<font color=red>", "<!--", "<?xml?>", "`rm`"]


@pytest.mark.parametrize("name", sorted(samples.all_samples()))
def test_every_sample_prints_the_same_bytes_twice(fonts: FontBook, name: str) -> None:
    document = samples.all_samples()[name]
    first, second = render(document, fonts), render(document, fonts)
    assert first.pdf == second.pdf
    assert first.sha256 == hashlib.sha256(first.pdf).hexdigest()
    assert page_count(first.pdf) == first.pages
    assert squeezed(first.pdf)


def test_an_alternative_is_not_torn_by_the_edge_of_the_page(fonts: FontBook) -> None:
    options = ("当事人申请", "人民调解委员会主动调解", "接受委托移送调解")
    choice = m.Choice("案件来源:", tuple(m.Option(text) for text in options), m.ChoiceStyle.CIRCLED)
    text, = page_texts(render(m.Document("t", "来源", (choice,), style=m.FORM), fonts).pdf)
    lines = [line.replace(" ", "") for line in text.splitlines()]
    assert [option for option in options if not any(option in line for line in lines)] == []


def test_an_agreement_says_what_was_agreed(fonts: FontBook) -> None:
    words = squeezed(render(samples.agreement(), fonts).pdf)
    for part in ("人民调解协议书", "编号:(2026)杏调字第12号", "费用¥12,500.00(人民币壹万贰仟伍佰元整)",
                 "本协议一式3份", "当事人(签名盖章或按指印):", "(人民调解委员会印章)", "(骑缝章)"):
        assert part in words


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(fonts: FontBook) -> None:
    texts = page_texts(render(samples.agreement(9), fonts).pdf)
    assert len(texts) >= 3
    assert all(f"— {number} —" in text for number, text in enumerate(texts, 1))


def test_numbers_go_on_in_a_dossier(fonts: FontBook) -> None:
    texts = page_texts(render(samples.sign_in(), fonts, page_offset=4, total_pages=20).pdf)
    assert ["第5页 共20页" in texts[0], "第6页 共20页" in texts[1]] == [True, True]


def test_a_list_repeats_its_header_and_loses_no_row(fonts: FontBook) -> None:
    texts = page_texts(render(samples.sign_in(100), fonts).pdf)
    assert len(texts) == 4
    assert all("公民身份号码" in text for text in texts)
    rows = [line for text in texts for line in text.splitlines() if "110101199003070016" in line]
    assert len(rows) == 100


@pytest.mark.parametrize("length", [0, 1, 27, 28, 29, 500, 2000, 20000])
def test_any_length_is_printed_whole(fonts: FontBook, length: int) -> None:
    text = (samples.FACTS * (length // len(samples.FACTS) + 1))[:length]
    blocks = (m.Title("长文"), m.LabelledText("事实:", text, below=True),
              m.FieldTable(((m.label("事实"), m.value(text)),), (1, 6)),
              m.SignatureBlock((m.SignatureLine("签名"),), date=None))
    words = squeezed(render(m.Document("t", "长文", blocks, page=m.PageSetup(numbers=m.PageNumber.NONE)), fonts).pdf)
    kept = "".join(words.split("事实:", 1)[1].split("签名")[0].split())
    for character in "楼渗账":
        assert kept.count(character) == 2 * text.count(character)


def test_rare_names_are_printed_and_read_back(fonts: FontBook) -> None:
    assert "䶮𬱖𠅤" in squeezed(render(m.Document("t", "生僻字", (m.Paragraph("当事人䶮𬱖𠅤。"),)), fonts).pdf)


@pytest.mark.parametrize("text", ATTACKS)
def test_markup_is_printed_as_it_is_written(fonts: FontBook, text: str) -> None:
    document = m.Document("t", text, (m.Title(text), m.Paragraph(text), m.LabelledText(text, text), m.Note(text),
                                      m.FieldTable(((m.label(text), m.value(text)),), (1, 3)),
                                      m.DataTable((m.Column(text),), ((text,),))), footer=text, author=text, number=text)
    pdf = render(document, fonts).pdf
    visible = "".join(character for character in text if character > " " and not "\ud800" <= character <= "\udfff"
                      and character != "\u202e")
    assert "".join(visible.split()) in squeezed(pdf)
    assert b"/URI" not in pdf
    assert b"/Link" not in pdf


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_either_prints_or_names_what_is_missing(fonts: FontBook, text: str) -> None:
    document = m.Document("t", "任意", (m.Title(text), m.Paragraph(text), m.Choice(text, (m.Option(text, True),))))
    absent = missing_glyphs(document, fonts)
    if absent:
        with pytest.raises(UserError) as stopped:
            render(document, fonts)
        assert f"U+{ord(absent[0]):04X}" in str(stopped.value)
    assert render(document, fonts, allow_ruled_blanks=True).ruled_blanks == absent


def test_a_missing_character_is_named_with_its_surroundings(fonts: FontBook) -> None:
    document = m.Document("t", "缺字", (m.Paragraph("当事人王\ue123某"), m.FieldTable(((m.value("李\U0002ffff"),),), (1,))))
    check = check_print(document, fonts)
    assert [found.code_point for found in check.missing] == ["U+E123"]
    assert "王" in check.missing[0].near
    assert render(document, fonts, allow_ruled_blanks=True).ruled_blanks == ("\ue123",)


def test_what_fits_on_no_page_is_refused_in_words(fonts: FontBook) -> None:
    tiny = m.PageSetup(size=(80, 100), margins=m.Margins(40, 40, 10, 10))
    with pytest.raises(UserError, match="页|page"):
        render(m.Document("t", "高", (m.Title("高", size=80),), page=tiny), fonts)


def test_a_tall_row_runs_over_pages(fonts: FontBook) -> None:
    table = m.FieldTable(((m.label("简要情况"), m.value(samples.FACTS * 20, lines=4)),), (1, 5))
    paper = render(m.Document("t", "长表", (m.Title("长表"), table), style=m.FORM), fonts)
    assert paper.pages > 2
    assert all("简要情况" in text.replace("\n", "") for text in page_texts(paper.pdf))


def test_an_empty_tall_row_is_cut_rather_than_refused(fonts: FontBook) -> None:
    table = m.FieldTable(((m.label("简要情况"), m.value(None, lines=95)),), (1, 5))
    assert render(m.Document("t", "空表", (table,), style=m.FORM), fonts).pages == 3


def test_a_row_that_does_not_fill_the_grid_is_a_fault_of_the_template(fonts: FontBook) -> None:
    for rows in (((m.label("甲"),),), ((m.label("甲"), m.value("乙", span=2)),), ((m.label("甲", rows=2), m.value("乙")),)):
        with pytest.raises(ValueError):
            render(m.Document("t", "坏表", (m.FieldTable(rows, (1, 2)),)), fonts)


def test_signatures_never_stand_alone_on_a_page(fonts: FontBook) -> None:
    signing = m.SignatureBlock((m.SignatureLine("签名甲"), m.SignatureLine("签名乙")), date=None)
    for lines in range(10, 40):
        texts = page_texts(render(m.Document("t", "签", (m.Paragraph("正文。\n" * lines + "末行。"), signing)), fonts).pdf)
        assert "末行" in texts[-1]
        assert "签名甲" in texts[-1]


def test_headings_stay_with_what_they_head(fonts: FontBook) -> None:
    for lines in range(15, 25):
        blocks = (m.Paragraph("\n".join(["正文。"] * lines)), m.Heading("一、题目"), m.Paragraph("所属内容。"))
        texts = page_texts(render(m.Document("t", "题", blocks), fonts).pdf)
        assert ["一、题目" in text for text in texts] == ["所属内容" in text for text in texts]


def test_an_official_page_has_twenty_two_lines(fonts: FontBook) -> None:
    text = page_texts(render(m.Document("t", "行", (m.Paragraph("\n".join(["正文"] * 44)),)), fonts).pdf)
    assert [page.count("正文") for page in text] == [22, 22]


def test_blank_fields_leave_room_and_final_ones_may_say_nothing(fonts: FontBook) -> None:
    paragraph = m.Paragraph(("联系方式:", m.Field(None, 8, final="无"), "。"))
    blank = m.Document("t", "空", (paragraph,), mode=m.PaperMode.PREFILLED)
    assert "联系方式:。" in squeezed(render(blank, fonts).pdf)
    assert "联系方式:无。" in squeezed(render(replace(blank, mode=m.PaperMode.FINAL), fonts).pdf)


def test_stamps_are_on_every_page(fonts: FontBook) -> None:
    texts = page_texts(render(samples.agreement().stamped(m.reprint_stamp("第2次")), fonts).pdf)
    assert len(texts) == 2
    assert all("补打" in text and "第2次" in text for text in texts)


def test_sheets_have_their_sizes(fonts: FontBook) -> None:
    for setup, size in ((m.PageSetup(), (210, 297)), (m.PageSetup("A3", landscape=True), (420, 297)),
                        (m.PageSetup((90, 54), margins=m.Margins(2, 2, 2, 2)), (90, 54))):
        pdf = render(m.Document("t", "纸", (m.Paragraph("内"),), page=setup), fonts).pdf
        assert page_sizes(pdf)[0] == pytest.approx(size, abs=0.1)


def test_a_batch_is_one_file_with_each_paper_from_page_one(fonts: FontBook) -> None:
    batch = render_batch([samples.certificate(number) for number in range(5)] + [samples.agreement()], fonts)
    texts = page_texts(batch.pdf)
    assert batch.pages == len(texts) == 7
    assert all(f"王小明{number}" in texts[number] for number in range(5))
    assert "— 1 —" in texts[5]


def test_parts_are_merged_in_order_and_broken_ones_are_named(fonts: FontBook) -> None:
    parts = [render(samples.certificate(1), fonts).pdf, render(samples.agreement(), fonts).pdf]
    assert page_count(merge(parts)) == 3
    with pytest.raises(UserError, match="2"):
        merge([parts[0], b"no pdf"])


def test_pages_become_pictures_with_ink_on_white(fonts: FontBook) -> None:
    pdf = render(samples.certificate(1), fonts).pdf
    picture = page_image(pdf, 0, dpi=72, grey=True)
    assert (picture.width, picture.height) == (596, 842)
    assert picture.data[0] == 255
    assert min(picture.data) < 60
    assert page_image(pdf, 0, dpi=72).format == "BGRX"
    with pytest.raises(EnvironmentFault):
        page_image(b"broken", 0)
    with pytest.raises(IndexError):
        page_image(pdf, 1)


def test_pictures_and_charts(fonts: FontBook) -> None:
    from io import BytesIO

    from PIL import Image
    from reportlab.graphics.shapes import Drawing, Rect

    out = BytesIO()
    Image.new("RGB", (80, 40), "navy").save(out, "PNG")
    chart = Drawing(2000, 300)
    chart.add(Rect(0, 0, 2000, 300))
    document = m.Document("t", "图", (m.Image(out.getvalue(), caption="图1"), m.Drawing(chart, caption="图2")))
    assert "图1" in squeezed(render(document, fonts).pdf)
    with pytest.raises(UserError):
        render(m.Document("t", "图", (m.Image(b"no picture"),)), fonts)


def test_a_header_higher_than_a_page_is_parted_and_not_repeated(fonts):
    table = m.DataTable((m.Column("甲", 1), m.Column("表头" * 4000, 1)), tuple((f"行{n}止", "值") for n in range(40)))
    words = squeezed(render(m.Document("t", "高表头", (table,)), fonts).pdf)
    assert words.count("表头") == 4000
    assert all(f"行{n}止" in words for n in range(40))
