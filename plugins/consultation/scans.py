"""Pictures of ballots: the code on each is read, the choices are read by a person. Nothing of a picture is kept.

No choice is read by the computer: a tick beside a box, a crossed-out one, a remark are for people to judge, twice.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.api import UserError, translator
from desk.api.papers import pdfium

_ = translator("consultation")
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
MOST = 2_000
"""Pictures taken in one go."""
LARGEST = 60_000_000
"""Pixels of one picture: an A4 sheet at 600 dpi has 35 million."""
DPI = 200
"""What pages of a PDF are drawn at to be read."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture. page: of a PDF, from 0. typed: what its one code says, "" when problem says why it cannot be used."""

    path: Path
    page: int = 0
    typed: str = ""
    problem: str = ""


def read_scans(job: Any, path: Path) -> tuple[Scan, ...]:
    """All pictures of the chosen one's folder, or all pages of the chosen PDF, in a mixed order. Runs in a worker.

    Mixed, because the order of a scanner is the order of the box. UserError when there is nothing to read.
    """
    places = list(_places(path))
    if not places:
        raise UserError(_("There is no picture here."), todo=_("Choose a PNG, JPEG or TIFF picture, or a PDF of scans."))
    if len(places) > MOST:
        raise UserError(_("More than {n} pictures at once.").format(n=MOST), todo=_("Put them into several folders."))
    found = []
    for number, (one, page) in enumerate(places, 1):
        job.progress(number, len(places), _("Reading pictures"))
        found.append(read_scan(one, page))
    secrets.SystemRandom().shuffle(found)
    return tuple(found)


def read_scan(path: Path, page: int = 0) -> Scan:
    """One picture and the code on it; a picture that cannot be used says why."""
    import zxingcpp

    try:
        picture = open_picture(path, page)
    except UserError as error:
        return Scan(path, page, problem=str(error))
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    codes = {code.text for code in zxingcpp.read_barcodes(picture, formats=wanted) if code.text}
    if len(codes) == 1:
        return Scan(path, page, codes.pop())
    problem = _("Two ballots on one picture: cut the sheet and scan them one by one.") if codes else \
        _("No code can be read: key this ballot in from paper.")
    return Scan(path, page, problem=problem)


def open_picture(path: Path, page: int = 0) -> Any:
    """The picture in greys (PIL). UserError for what is no picture, broken, or far too large."""
    from PIL import Image, UnidentifiedImageError

    try:
        if path.suffix.lower() == ".pdf":
            return _pdf_page(path, page)
        with Image.open(path) as opened:
            if opened.width * opened.height > LARGEST:
                raise UserError(_("This picture is far too large to be a scan of a ballot."))
            return opened.convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UserError(_("This file is no picture that can be read.")) from error


def _places(path: Path) -> Iterator[tuple[Path, int]]:
    if path.suffix.lower() == ".pdf":
        yield from ((path, page) for page in range(_pages(path)))
    else:
        yield from ((one, 0) for one in sorted(path.parent.iterdir()) if one.suffix.lower() in PICTURES)


def _pages(path: Path) -> int:
    with pdfium() as module:
        try:
            with module.PdfDocument(path) as opened:
                return len(opened)
        except module.PdfiumError as error:
            raise UserError(_("This file is no picture that can be read.")) from error


def _pdf_page(path: Path, page: int) -> Any:
    with pdfium() as module:
        try:
            with module.PdfDocument(path) as opened:
                sheet = opened[page]
                if sheet.get_width() * sheet.get_height() * (DPI / 72) ** 2 > LARGEST:
                    raise UserError(_("This picture is far too large to be a scan of a ballot."))
                return sheet.render(scale=DPI / 72, grayscale=True).to_pil().copy()  # the pixels outlive what is closed
        except module.PdfiumError as error:
            raise UserError(_("This file is no picture that can be read.")) from error
