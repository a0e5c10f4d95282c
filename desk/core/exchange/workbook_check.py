"""A look at a workbook before a parser may touch it: standard library only, runs inside the limited child.

A 1 KB archive can claim a cell at XFD1048576 or unpack to gigabytes; the parser would abort the process, which
nothing can catch. So every part is streamed once: real unpacked size, DOCTYPE, and the farthest row and column that
the cells name.
"""

import re
import zipfile
from pathlib import Path

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_PARTS = 2_000
MAX_UNPACKED = 600_000_000
MAX_RATIO = 300
RATIO_FROM = 10_000_000
MAX_ROWS = 300_000
MAX_COLUMNS = 256
_BLOCK = 1 << 20
_OVERLAP = 64
# The literal beginning lets the search run at the speed of memory. Columns beyond IV (256), rows from 300,000 on.
_FAR = rb"(?:([A-Z]{3}|[J-Z][A-Z]|I[W-Z])\d|[A-Z]{0,2}(?:[3-9]\d{5}|\d{7}))"
_FAR_PLACES = (re.compile(rb'r="' + _FAR), re.compile(rb"r='" + _FAR))
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


class Refusal(Exception):
    """Why a file is not read: one of the codes that `workbook.py` turns into a sentence."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code, self.detail = code, detail


def check_workbook(path: Path) -> None:
    """Raise Refusal unless the file is a spreadsheet that is safe to parse."""
    with path.open("rb") as file:
        head = file.read(8)
    if head == OLE_MAGIC:
        if _PROTECTED in path.read_bytes():
            raise Refusal("password")
        return
    if not head.startswith(ZIP_MAGIC):
        raise Refusal("not_a_workbook")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_archive(archive, path.stat().st_size)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refusal("damaged", type(error).__name__) from None
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma"):
            raise Refusal("damaged", type(error).__name__) from None
        raise


def _check_archive(archive: zipfile.ZipFile, size: int) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        raise Refusal("bomb", "parts")
    names = {part.filename for part in parts}
    if len(names) != len(parts):
        raise Refusal("damaged", "double names")
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise Refusal("not_a_workbook")
    if any(part.flag_bits & 1 for part in parts):
        raise Refusal("password")
    _refuse_too_big(sum(part.file_size for part in parts), size)
    unpacked = 0
    for part in parts:
        unpacked = _check_part(archive, part, unpacked, size)


def _refuse_too_big(unpacked: int, size: int) -> None:
    if unpacked > MAX_UNPACKED or (unpacked > RATIO_FROM and unpacked > size * MAX_RATIO):
        raise Refusal("bomb", "size")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, unpacked: int, size: int) -> int:
    """Stream one part; answers the unpacked bytes so far, because an archive's own numbers may lie."""
    is_xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
    is_sheet = part.filename.startswith("xl/worksheets/") and is_xml
    tail, first = b"", True
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            unpacked += len(block)
            _refuse_too_big(unpacked, size)
            if is_xml and first and _DOCTYPE.search(block):
                raise Refusal("doctype")
            if is_sheet:
                _check_places(tail + block)
                tail = block[-_OVERLAP:]
            first = False
    return unpacked


def _check_places(xml: bytes) -> None:
    for pattern in _FAR_PLACES:
        if found := pattern.search(xml):
            raise Refusal("far_cell", "columns" if found[1] else "rows")
