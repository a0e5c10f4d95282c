"""What a PDF says: its text, page by page, as a reader's search would find it."""

import unicodedata

from desk.core.documents.pdfium import pdfium

_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}


def page_texts(pdf: bytes, *, fold: bool = True) -> list[str]:
    """The text of each page. fold: full-width marks as ASCII, so that a text is found whichever marks it was typed with."""
    with pdfium() as module, module.PdfDocument(pdf) as document:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    texts = [unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\ufffe", "")) for text in pages]
    return [text.translate(_HALF) for text in texts] if fold else texts


def squeezed(pdf: bytes) -> str:
    """The whole text without line ends and spaces: a sentence is found wherever its lines were broken."""
    return "".join("".join(page_texts(pdf)).split())


def readable(pdf: bytes) -> bool:
    """Can its pages be opened: whole, and without a password?"""
    with pdfium() as module:
        try:
            with module.PdfDocument(pdf) as document:
                return len(document) > 0 and all(document[number].get_size() for number in range(len(document)))
        except module.PdfiumError:
            return False


def page_count(pdf: bytes) -> int:
    """How many pages."""
    with pdfium() as module, module.PdfDocument(pdf) as document:
        return len(document)
