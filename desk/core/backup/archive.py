"""A backup file: one zip with the data file and a manifest that says how to tell whether it is whole."""

import hashlib
import json
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desk import __version__
from desk.core.clock import Clock, hall_time
from desk.core.db import copying, sqlite
from desk.core.errors import EnvironmentFault, UserError
from desk.core.i18n import N_, _
from desk.core.paths import BACKUP_SUFFIX

SUFFIX = BACKUP_SUFFIX
REASONS = {"manual": N_("Made by hand"), "timer": N_("By itself"), "before-update": N_("Before an update"),
           "before-import": N_("Before an import"),
           "before-restore": N_("Before a restore"), "closing": N_("When the desk closed")}
"""Why a backup was made, by the word its manifest holds."""
_CHUNK = 1 << 20
#: everything that reading a damaged zip has been seen to raise
_UNREADABLE = (OSError, EOFError, ValueError, KeyError, TypeError, RuntimeError, zipfile.BadZipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. counts: table → rows; heads: lineage → revision."""

    made_at: str
    reason: str
    program: str
    sha256: str
    heads: dict[str, str]
    counts: dict[str, int]
    audit_head: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file with its manifest."""

    path: Path
    manifest: Manifest
    size: int

    @property
    def made_at(self) -> datetime:
        return datetime.fromisoformat(self.manifest.made_at)


def make_backup(source: Path, folder: Path, reason: str, clock: Clock, *, skip_unchanged: bool = False) -> Backup | None:
    """Copy, check, pack, check again, put in place. Answers None when `skip_unchanged` and nothing changed since the last.

    Raises EnvironmentFault (disk full, damaged data); then no file called a backup appears.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".making-") as work:
        copy = Path(work) / "desk.db"
        copying.copy_database(source, copy)
        copying.check_database(copy)
        manifest = _manifest(copy, reason, clock)
        if skip_unchanged and _same_as_last(folder, manifest):
            return None
        packed = Path(work) / "packed"
        _pack(copy, manifest, packed)
        read_manifest(packed, whole=True)
        target = _free_name(folder, manifest)
        copying.sync(packed)
        packed.replace(target)
    copying.sync_folder(folder)
    return Backup(target, manifest, target.stat().st_size)


def list_backups(folder: Path) -> list[Backup]:
    """All readable backups in `folder`, newest first; damaged ones are left out (`desk doctor` names them)."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            found.append(Backup(path, read_manifest(path), path.stat().st_size))
        except UserError:
            continue
    return sorted(found, key=lambda backup: (backup.manifest.made_at, backup.path.name), reverse=True)


def read_manifest(path: Path, *, whole: bool = False) -> Manifest:
    """The manifest; `whole` also reads the data and compares its hash. UserError for a file that is no whole backup."""
    try:
        with zipfile.ZipFile(path) as packed:
            manifest = Manifest(**json.loads(packed.read("manifest.json")))
            if whole and _hash(packed.open("desk.db")) != manifest.sha256:
                raise ValueError("hash")
            return manifest
    except _UNREADABLE as error:
        raise UserError(_("{name} is not a whole backup.").format(name=path.name), field="file",
                        todo=_("Choose another backup.")) from error


@contextmanager
def unpacked(path: Path, beside: Path) -> Iterator[Path]:
    """The data file of a backup, checked, in a working folder beside its target (same disk)."""
    read_manifest(path, whole=True)
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=beside, prefix=".restoring-") as work:
        with zipfile.ZipFile(path) as packed:
            packed.extract("desk.db", work)
        copy = Path(work) / "desk.db"
        copying.check_database(copy)
        yield copy


def _manifest(copy: Path, reason: str, clock: Clock) -> Manifest:
    from desk.core.db.headcheck import applied

    heads = applied(copy)
    connection = sqlite.connect(copy)
    try:
        counts = _counts(connection)
        audit = connection.execute("SELECT seq, mac FROM core_audit_head").fetchone() if "core_audit_head" in counts else None
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    with copy.open("rb") as source:
        return Manifest(clock.now().isoformat(), reason, __version__, _hash(source), heads, counts,
                        f"{audit[0]}-{audit[1][:16]}" if audit else "")


def _counts(connection: Any) -> dict[str, int]:
    names = [row[0] for row in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'core\\_search%' ESCAPE '\\'")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _pack(copy: Path, manifest: Manifest, target: Path) -> None:
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            packed.writestr("manifest.json", json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
            packed.write(copy, "desk.db")
    except OSError as error:
        raise EnvironmentFault(_("The backup could not be written: {error}").format(error=error.strerror),
                               advice=_("Free some space or choose another place."), retry=True) from error


def _same_as_last(folder: Path, manifest: Manifest) -> bool:
    last = next(iter(list_backups(folder)), None)
    return last is not None and last.manifest.sha256 == manifest.sha256


def _free_name(folder: Path, manifest: Manifest) -> Path:
    stamp = hall_time(datetime.fromisoformat(manifest.made_at)).strftime("%Y%m%d-%H%M%S")
    names = (f"desk-{stamp}-{manifest.reason}{extra}{SUFFIX}" for extra in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def _hash(source: Any) -> str:
    digest = hashlib.sha256()
    with source:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
