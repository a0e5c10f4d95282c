"""Several PDFs as one: dossiers, and collected papers of a case with pages that come from elsewhere."""

from collections.abc import Sequence
from io import BytesIO

from desk.core.documents.fontbook import FontBook
from desk.core.documents.model import Document
from desk.core.documents.page import Margins, PageNumber, PageSetup, Stamp
from desk.core.documents.pdfium import pdfium
from desk.core.documents.render import render
from desk.core.documents.setting import MM
from desk.core.errors import UserError
from desk.core.i18n import _


def merge(parts: Sequence[bytes]) -> bytes:
    """The pages of all parts in order. Raises UserError naming the part that is no readable PDF."""
    with pdfium() as module, module.PdfDocument.new() as whole:
        for number, part in enumerate(parts, 1):
            try:
                with module.PdfDocument(part) as document:
                    whole.import_pages(document)
            except module.PdfiumError as error:
                raise UserError(_("Part {number} of this file is not a readable PDF.").format(number=number)) from error
        out = BytesIO()
        whole.save(out)
    return out.getvalue()


def overlay(pdf: bytes, stamp: Stamp, fonts: FontBook) -> bytes:
    """The same pages with a stamp drawn over each; their own content stays as it was."""
    with pdfium() as module, module.PdfDocument(pdf) as document:
        for number in range(len(document)):
            page = document[number]
            with module.PdfDocument(_stamp_sheet(page.get_size(), stamp, fonts)) as over:
                page.insert_obj(over.page_as_xobject(0, document).as_pageobject())
            page.gen_content()
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def number_pages(pdf: bytes, first: int, fonts: FontBook) -> bytes:
    """The same pages with page numbers from `first` drawn over them, so that scans stand in a dossier's counting."""
    with pdfium() as module:
        try:
            document = module.PdfDocument(pdf)
        except module.PdfiumError as error:
            raise UserError(_("A scan of this file is not a readable PDF.")) from error
        with document:
            for place in range(len(document)):
                page = document[place]
                with module.PdfDocument(_number_sheet(page.get_size(), first + place, fonts)) as over:
                    page.insert_obj(over.page_as_xobject(0, document).as_pageobject())
                page.gen_content()
            out = BytesIO()
            document.save(out)
    return out.getvalue()


def _number_sheet(size: tuple[float, float], number: int, fonts: FontBook) -> bytes:
    """A page of `size` points with nothing but its number."""
    sheet = PageSetup((size[0] / MM, size[1] / MM), margins=Margins(20, 20, 28, 26), numbers=PageNumber.DASHES)
    return render(Document("number", "", (), page=sheet), fonts, page_offset=number - 1).pdf


def _stamp_sheet(size: tuple[float, float], stamp: Stamp, fonts: FontBook) -> bytes:
    """A page of `size` points with nothing but the stamp."""
    sheet = PageSetup((size[0] / MM, size[1] / MM), margins=Margins(20, 20, 20, 20), numbers=PageNumber.NONE)
    return render(Document("stamp", stamp.text, (), page=sheet, stamps=(stamp,)), fonts).pdf
