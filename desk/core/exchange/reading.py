"""One door for every table file: what it really is decides its first bytes, not its name."""

from pathlib import Path

from desk.core.errors import EnvironmentFault, UserError
from desk.core.exchange.delimited import read_delimited
from desk.core.exchange.progress import Progress, silent
from desk.core.exchange.table import RawSheet
from desk.core.exchange.workbook import read_workbook
from desk.core.exchange.workbook_check import OLE_MAGIC, ZIP_MAGIC
from desk.core.i18n import N_, _

NAME_FILTERS = ("*.xlsx", "*.xls", "*.ods", "*.csv", "*.tsv", "*.txt")
_OTHER_FILES = (
    (b"%PDF", N_("This is a PDF, not a table. Ask the sender for the list as .xlsx or .csv.")),
    (b"\x89PNG", N_("This is a picture, not a table. Ask the sender for the list as .xlsx or .csv.")),
    (b"\xff\xd8\xff", N_("This is a picture, not a table. Ask the sender for the list as .xlsx or .csv.")),
)
_WEB_PAGE = N_(
    "This file is a web page that only carries a spreadsheet's name. Open it in the spreadsheet program, save it as "
    ".xlsx and choose that.")


def read_tables(path: Path, progress: Progress = silent) -> list[RawSheet]:
    """Every filled table of a file; text files have one.

    Raises UserError with what to do for a file that is not read, EnvironmentFault when it cannot be opened,
    Cancelled.
    """
    head = _head(path)
    if not head.strip():
        raise UserError(_("The file is empty."))
    if head.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return read_workbook(path, progress)
    for magic, sentence in _OTHER_FILES:
        if head.startswith(magic):
            raise UserError(_(sentence))
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        raise UserError(_(_WEB_PAGE))
    return [read_delimited(path, progress)]


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except FileNotFoundError:
        raise UserError(_("The file {name} is not there any more.").format(name=path.name)) from None
    except OSError as error:
        raise EnvironmentFault(_("The file {name} cannot be opened.").format(name=path.name), retry=True,
                               advice=_("If it is open in the spreadsheet program, close it there and try again."),
                               ) from error
