"""A package's zip, read with suspicion: limits first, names second, contents last; nothing touches the disk.

What is answered are the very bytes that were checked, so nobody can change the file on the stick in between.
"""

import io
import stat
import zipfile
import zlib
from pathlib import Path

from desk.core.errors import EnvironmentFault, UserError
from desk.core.i18n import _
from desk.host.package_names import first_clash, why_not

MOST_BYTES, MOST_FILES, LARGEST_FILE, LARGEST_WHOLE = 20_000_000, 2_000, 10_000_000, 50_000_000
"""Of the package, its files' number, one file unpacked, all of them unpacked."""
HIGHEST_RATIO, RATIO_FROM = 60, 100_000
"""Bytes out for one byte in; small files may be as repetitive as they like."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def refused(why: str) -> UserError:
    """The error for a package that is not taken."""
    return UserError(_("This plugin package is refused: {why}").format(why=why),
                     todo=_("Nothing was installed. Ask whoever supplied it for a good one."))


def read_bytes(file: Path) -> bytes:
    """The package's bytes; UserError when there are too many, EnvironmentFault when they cannot be read."""
    try:
        with file.open("rb") as source:
            data = source.read(MOST_BYTES + 1)
    except OSError as problem:
        raise EnvironmentFault(_("The file {name} cannot be read.").format(name=file.name),
                               advice=_("Put the stick in again, or copy the file to this computer."), retry=True) from problem
    if len(data) > MOST_BYTES:
        raise refused(_("it is larger than {size} MB.").format(size=MOST_BYTES // 1_000_000))
    return data


def read_zip(data: bytes) -> dict[str, bytes]:
    """Path inside → contents of every file; UserError with the reason for everything a plugin package is not."""
    try:
        if not data.startswith(b"PK\x03\x04"):
            raise zipfile.BadZipFile("something stands before it")
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_entries(package, entries, len(data))
            return {entry.filename: _contents(package, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, OverflowError,
            IndexError, KeyError, MemoryError) as problem:
        raise refused(_("it is damaged or is no plugin package.")) from problem


def _check_entries(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo], size: int) -> None:
    if package.comment:
        raise refused(_("it carries something beside its files."))
    if len(entries) > MOST_FILES:
        raise refused(_("it has more than {count} files.").format(count=MOST_FILES))
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise refused(_("unpacked it is larger than {size} MB.").format(size=LARGEST_WHOLE // 1_000_000))
    if sum(entry.compress_size for entry in entries) > size:
        raise refused(_("its parts overlap."))
    for entry in entries:
        _check_entry(entry)
    clash = first_clash(entry.filename for entry in entries)
    if clash:
        raise refused(_("{name} is in it twice, or differs from another name in capitals only.").format(name=clash[:60]))


def _check_entry(entry: zipfile.ZipInfo) -> None:
    why = why_not(entry.orig_filename)
    if why:
        raise refused(why)
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise refused(_("{name} is a link or a device, not a file.").format(name=entry.filename[:60]))
    if entry.flag_bits & 0x41 or entry.compress_type not in _METHODS:
        raise refused(_("{name} is packed in a way the desk does not read.").format(name=entry.filename[:60]))
    if entry.file_size > LARGEST_FILE:
        raise refused(_("{name} is larger than {size} MB.").format(name=entry.filename[:60],
                                                                  size=LARGEST_FILE // 1_000_000))
    if entry.file_size > RATIO_FROM and entry.file_size > HIGHEST_RATIO * max(1, entry.compress_size):
        raise refused(_("{name} would grow beyond all measure when unpacked.").format(name=entry.filename[:60]))


def _contents(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """All bytes of a file; no more than announced are ever made."""
    with package.open(entry) as source:
        data = source.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise zipfile.BadZipFile("another length than announced")
    return data
