"""A document becomes a PDF; several become one file with numbered pages."""

from desk.api.documents import Document, Paragraph, Title
from desk.api.papers import check_print, merge, page_count, render

LETTER = Document("example.letter", "告知书", (Title("告知书"), Paragraph("请于周五前来领取。")))


def test_looked_at_rendered_and_put_together(fonts):
    assert not check_print(LETTER, fonts).missing
    paper = render(LETTER, fonts)
    assert (paper.pages, paper.pdf[:5]) == (1, b"%PDF-")
    assert page_count(merge([paper.pdf, paper.pdf])) == 2
