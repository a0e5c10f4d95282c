"""A plugin's data in one zip: a CSV a table, attachments, prints, a manifest with counts; read back and counted at once.

The archive is not encrypted: whoever has it reads everything, and the page says so.
"""

import csv
import hashlib
import io
import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desk import __version__
from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.documents.archive_model import Print, PrintBlob
from desk.core.errors import EnvironmentFault, UserError
from desk.core.files.model import Attachment, FileBlob
from desk.core.i18n import _
from desk.core.leftovers.found import Part, count, parts_of

MANAGE = "desk.plugins.manage"
MANIFEST, FORMAT = "manifest.json", 1


@dataclass(frozen=True, slots=True)
class Told:
    """What an archive says of itself. tables: name → rows. files, prints: how many. made_at: ISO, UTC."""

    plugin: str
    community: int
    made_at: str
    made_by: str
    desk: str
    tables: dict[str, int]
    files: int
    prints: int
    sha256: dict[str, str]
    format: int = FORMAT

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(self.tables.values())


@verb("plugins.archive", permission=MANAGE)
def archive_plugin(uow: UnitOfWork, plugin_id: str, folder: Path) -> str:
    """Write everything the plugin keeps here into a new zip in `folder`, read it back, count; answers the file's path.

    UserError when there is nothing to archive, EnvironmentFault when the disk refuses; then no file is left.
    """
    parts = parts_of(uow, plugin_id)
    if not any(count(uow, part) for part in parts):
        raise UserError(_("There are no data of {name} here.").format(name=plugin_id))
    target = folder / f"{plugin_id}-{hall_time(uow.clock.now()):%Y%m%d-%H%M%S}.zip"
    temporary = target.with_suffix(".unfinished")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        told = _write(uow, plugin_id, parts, temporary)
        if read_archive(temporary) != told:
            raise EnvironmentFault(_("The archive cannot be read back as it was written."),
                                   advice=_("Choose another place and try again."), retry=True)
        temporary.replace(target)
    except OSError as problem:
        raise EnvironmentFault(_("The archive cannot be written to {folder}.").format(folder=folder.name),
                               advice=_("Check the free space, or choose another place."), retry=True) from problem
    finally:
        temporary.unlink(missing_ok=True)
    uow.trace("plugins.archive", "plugin", None, plugin=plugin_id, rows=told.rows, files=told.files, prints=told.prints)
    return str(target)


def read_archive(file: Path) -> Told:
    """What the archive holds, counted anew; UserError when anything differs from what its manifest says."""
    try:
        with zipfile.ZipFile(file) as package:
            told = Told(**json.loads(package.read(MANIFEST)))
            names = [name for name in package.namelist() if name != MANIFEST]
            if sorted(names) != sorted(told.sha256) or any(_digest(package, name) != told.sha256[name] for name in names):
                raise _not_whole(file)
            counted = {name.removeprefix("tables/").removesuffix(".csv"): _rows(package, name)
                       for name in names if name.startswith("tables/")}
    except (OSError, ValueError, TypeError, KeyError, zipfile.BadZipFile) as problem:
        raise _not_whole(file) from problem
    kinds = [name.partition("/")[0] for name in names]
    if counted != told.tables or (kinds.count("files"), kinds.count("prints")) != (told.files, told.prints):
        raise _not_whole(file)
    return told


def _not_whole(file: Path) -> UserError:
    return UserError(_("{name} is no whole archive of a plugin's data.").format(name=file.name))


def _write(uow: UnitOfWork, plugin_id: str, parts: list[Part], file: Path) -> Told:
    tables: dict[str, int] = {}
    sums: dict[str, str] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for part in parts:
            data, tables[part.name] = _csv(uow, part)
            _put(package, sums, f"tables/{part.name}.csv", data)
        for name, data in (*_attachments(uow, parts), *_prints(uow, parts)):
            _put(package, sums, name, data)
        kinds = [name.partition("/")[0] for name in sums]
        told = Told(plugin_id, uow.actor.community_id, uow.clock.now().isoformat(), uow.actor.name, __version__, tables,
                    kinds.count("files"), kinds.count("prints"), sums)
        package.writestr(MANIFEST, json.dumps(asdict(told), ensure_ascii=False, indent=1))
    with file.open("rb") as written:
        os.fsync(written.fileno())
    return told


def _csv(uow: UnitOfWork, part: Part) -> tuple[bytes, int]:
    """The rows as they are, with a mark for spreadsheets that read UTF-8 only then."""
    out, rows = io.StringIO(newline=""), 0
    writer = csv.writer(out)
    writer.writerow([column.name for column in part.table.columns])
    for row in uow.session.execute(part.statement.execution_options(yield_per=1000)):
        writer.writerow([_cell(value) for value in row])
        rows += 1
    return out.getvalue().encode("utf-8-sig"), rows


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value)


def _attachments(uow: UnitOfWork, parts: list[Part]) -> Iterator[tuple[str, bytes]]:
    part = next(one for one in parts if one.table is Attachment.__table__)
    table, blob = Attachment.__table__.c, FileBlob.__table__.c
    for row in uow.session.execute(select(table.id, table.file_name, blob.content).join(
            FileBlob.__table__, blob.sha256 == table.sha256).where(part.rows)):
        yield f"files/{row.id}-{_harmless(row.file_name)}", row.content


def _prints(uow: UnitOfWork, parts: list[Part]) -> Iterator[tuple[str, bytes]]:
    part = next(one for one in parts if one.table is Print.__table__)
    table, blob = Print.__table__.c, PrintBlob.__table__.c
    for row in uow.session.execute(select(table.id, blob.content).join(
            PrintBlob.__table__, blob.sha256 == table.sha256).where(part.rows)):
        yield f"prints/{row.id}.pdf", row.content


def _harmless(name: str) -> str:
    return "".join(char if char.isalnum() or char in ".-_" else "_" for char in name)[-80:]


def _put(package: zipfile.ZipFile, sums: dict[str, str], name: str, data: bytes) -> None:
    package.writestr(name, data)
    sums[name] = hashlib.sha256(data).hexdigest()


def _digest(package: zipfile.ZipFile, name: str) -> str:
    return hashlib.sha256(package.read(name)).hexdigest()


def _rows(package: zipfile.ZipFile, name: str) -> int:
    return sum(1 for _row in csv.reader(io.StringIO(package.read(name).decode("utf-8-sig"), newline=""))) - 1
