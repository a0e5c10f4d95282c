"""Printing with a memory: numbers, stored prints, PDFs. Loads SQLAlchemy; for services and papers, not for hooks.py."""

from desk.core.documents.archive import PrintOrder, Stored, issue, preview, reprint, store_paper
from desk.core.documents.merge import merge, number_pages
from desk.core.documents.numbers import (
    NumberRow,
    SeriesDraft,
    change_series,
    give_number,
    list_numbers,
    next_number,
    number_of,
    void_number,
)
from desk.core.documents.papers import PaperKind, data_hash, font_book, paper_kind
from desk.core.documents.pdfium import pdfium
from desk.core.documents.prints import (
    PrintRow,
    find_changed_since,
    get_print,
    get_print_bytes,
    list_prints,
)
from desk.core.documents.raster import page_sizes
from desk.core.documents.readback import page_count, readable
from desk.core.documents.render import RenderedPaper, check_print, render, render_batch
from desk.core.documents.series import Brackets
from desk.core.documents.word import to_word

__all__ = ["Brackets", "NumberRow", "PaperKind", "PrintOrder", "PrintRow", "RenderedPaper", "SeriesDraft", "Stored",
           "change_series", "check_print", "data_hash", "find_changed_since", "font_book", "get_print", "get_print_bytes",
           "give_number", "issue", "list_numbers", "list_prints", "merge", "next_number", "number_of", "number_pages",
           "page_count", "page_sizes", "paper_kind", "pdfium", "preview", "readable", "render",
           "render_batch", "reprint", "store_paper", "to_word", "void_number"]
