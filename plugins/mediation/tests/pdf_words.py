"""What a PDF says, page by page, without spaces; for tests."""


def words(content):
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        return ["".join(document[number].get_textpage().get_text_range().split()) for number in range(len(document))]
