"""Word files, opened again: the same words as the PDF, blanks to write on, looks named."""

import io
from collections import Counter
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from desk.core.documents import model as m
from desk.core.documents.fontbook import FontBook
from desk.core.documents.readback import squeezed
from desk.core.documents.render import render
from desk.core.documents.word import UNFIT, to_word
from desk.core.documents.word_sheet import FACES
from desk.core.errors import UserError
from tests.core.documents import samples

WORDED = {name: paper for name, paper in samples.all_samples().items()
          if not any(isinstance(block, UNFIT) for block in paper.blocks)}


def opened(paper: m.Document) -> Any:
    return docx.Document(io.BytesIO(to_word(paper)))


def said(word: Any) -> str:
    """All words of the body, without spaces."""
    return "".join("".join(run.text or "" for run in word.element.body.iter(qn("w:t"))).split())


def test_an_agreement_says_the_same_in_word_and_on_paper(fonts: FontBook) -> None:
    paper = samples.agreement()
    word = opened(paper)
    printed = render(paper, fonts)
    furniture = Counter("(骑缝章)" * printed.pages + "".join(f"—{number}—" for number in range(1, printed.pages + 1)))
    assert Counter(_ascii(said(word))) == Counter(_ascii(squeezed(printed.pdf))) - furniture


def _ascii(text: str) -> str:
    """Wide marks as ASCII ones: fonts map both ways when a PDF is read back."""
    return "".join(chr(ord(mark) - 0xFEE0) if "\uff01" <= mark <= "\uff5e" else mark for mark in text)


@pytest.mark.parametrize("name", sorted(WORDED))
def test_every_paper_of_words_opens_again(name: str) -> None:
    word = opened(WORDED[name])
    assert said(word)
    assert word.core_properties.title == WORDED[name].title


def test_the_looks_are_those_of_the_print() -> None:
    paper = samples.agreement()
    word = opened(paper)
    section = word.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.top_margin.mm) == paper.page.margins.top
    title = next(line for line in word.paragraphs if line.text == "人民调解协议书")
    assert (title.runs[0].font.size.pt, title.runs[0].font.bold) == (22, True)
    body = next(line for line in word.paragraphs if "自愿" in line.text or "双方" in line.text)
    assert body.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia")) in (FACES[paper.style.role], "黑体")
    assert "PAGE" in section.footer._element.xml


def test_blanks_are_ruled_and_amounts_keep_their_marks() -> None:
    word = opened(m.Document("t", "收条", (m.Paragraph(("今收到", m.Field(None, 6), "交来1,409.50元,已付清")),)))
    line = word.paragraphs[0]
    assert line.text == "今收到" + "\u3000" * 6 + "交来1,409.50元\uff0c已付清"
    assert [run.font.underline for run in line.runs] == [False, True, False]


def test_nothing_typed_is_markup() -> None:
    word = opened(m.Document("t", "<b>", (m.Paragraph("<w:p>]]>&amp;\x00\ud800{{x}}"),)))
    assert word.paragraphs[0].text == "<w:p>]]>&amp;{{x}}"


def test_pictures_are_refused_in_words() -> None:
    with pytest.raises(UserError):
        to_word(m.Document("t", "画", (m.Image(b""),)))
