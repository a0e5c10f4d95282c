"""Several PDFs as one: dossiers, and collected papers of a case with pages that come from elsewhere."""

from collections.abc import Sequence
from io import BytesIO

from desk.core.errors import UserError
from desk.core.i18n import _


def merge(parts: Sequence[bytes]) -> bytes:
    """The pages of all parts in order. Raises UserError naming the part that is no readable PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument.new() as whole:
        for number, part in enumerate(parts, 1):
            try:
                with pypdfium2.PdfDocument(part) as document:
                    whole.import_pages(document)
            except pypdfium2.PdfiumError as error:
                raise UserError(_("Part {number} of this file is not a readable PDF.").format(number=number)) from error
        out = BytesIO()
        whole.save(out)
    return out.getvalue()
