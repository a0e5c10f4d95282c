"""What a file is by its first bytes, whatever its name says; only kinds that cannot act by themselves are kept."""

from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

PDF, TEXT = "application/pdf", "text/plain"
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"), (b"BM", "image/bmp"), (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"),
    (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"), (b"\xff\xf3", "audio/mpeg"), (b"#!AMR", "audio/amr"),
    (b"OggS", "audio/ogg"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_OFFICE = {"word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
           "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
           "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation"}
ENDINGS: dict[str, tuple[str, ...]] = {
    PDF: (".pdf",), "image/png": (".png",), "image/jpeg": (".jpg", ".jpeg"), "image/gif": (".gif",),
    "image/bmp": (".bmp",), "image/tiff": (".tif", ".tiff"), "image/webp": (".webp",), "image/heic": (".heic", ".heif"),
    "audio/mpeg": (".mp3",), "audio/amr": (".amr",), "audio/ogg": (".ogg",), "audio/wav": (".wav",), "video/mp4": (".mp4",),
    "audio/mp4": (".m4a",), TEXT: (".txt", ".csv"), "application/ofd": (".ofd",),
    "application/x-ole-storage": (".doc", ".xls", ".ppt", ".wps", ".et"),
    _OFFICE["word/"]: (".docx",), _OFFICE["xl/"]: (".xlsx",), _OFFICE["ppt/"]: (".pptx",),
}
"""MIME type → the endings its files may have; the first one is added to a name that has none of them."""


def sniff(content: bytes) -> str:
    """The MIME type by content, "" for what is not kept (programs, pages with scripts, archives, macros)."""
    for start, mime in _STARTS:
        if content.startswith(start):
            return mime
    if content.startswith(b"RIFF"):
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(content[8:12], "")
    if content[4:8] == b"ftyp":
        return _boxed(content[8:12])
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content)
    return TEXT if _is_text(content) else ""


def _boxed(brand: bytes) -> str:
    if brand in (b"heic", b"heix", b"mif1", b"heim"):
        return "image/heic"
    return "audio/mp4" if brand == b"M4A " else "video/mp4"


def _zipped(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return ""
    if any(name.lower().endswith(("vbaproject.bin", ".exe", ".js")) for name in names):
        return ""
    if "OFD.xml" in names:
        return "application/ofd"
    return next((mime for folder, mime in _OFFICE.items() if any(name.startswith(folder) for name in names)), "")


def _is_text(content: bytes) -> bool:
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start or b"\x00" in content or start.startswith((b"#!", b"<", b"MZ", b"{\\rtf")):
        return False
    return any(_decodes(content, decode) for decode in (_utf8, _gb))


def _decodes(content: bytes, decode: Callable[[bytes], str]) -> bool:
    try:
        text = decode(content)
    except UnicodeDecodeError:
        return False
    return not any(ord(char) < 32 and char not in "\t\r\n\f" for char in text)


def _utf8(content: bytes) -> str:
    return content.decode("utf-8")


def _gb(content: bytes) -> str:
    return content.decode("gb18030")
