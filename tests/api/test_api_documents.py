"""A document is a list of blocks; whoever prints it sees at once whether every sign can be printed."""

from desk.api.documents import Document, LabelledText, Paragraph, SignatureBlock, SignatureLine, Title


def test_a_slip_with_a_line_to_write_on(printed):
    slip = Document("example.slip", "领取单", (
        Title("领取单"), Paragraph("请本人签名领取。"), LabelledText("物品:", "黑色雨伞"), LabelledText("编号:", None),
        SignatureBlock((SignatureLine("领取人(签名)"),))))
    words = printed(slip)  # all words as read back from the PDF
    assert "黑色雨伞" in words
    assert "领取人" in words
