"""Copying a live SQLite file so that the copy is whole: online backup, fsync, rename, fsync of the folder.

Copying the file itself while it is open gave 13–16 damaged copies of 60; the backup call gave none.
"""

import os
import sys
from pathlib import Path

from desk.core.db import sqlite

COMPANIONS = ("-wal", "-shm", "-journal")


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of `source` at `target`, readable by itself (no -wal beside it).

    Raises EnvironmentFault, such as for a full disk.
    """
    remove(target)
    reading, writing = sqlite.connect(source), sqlite.connect(target)
    try:
        reading.backup(writing)
        writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except Exception as error:  # noqa: BLE001 - whichever library's error it is, the caller asked for a whole copy
        raise sqlite.file_fault(error, target) from error
    finally:
        writing.close()
        reading.close()
    sync(target)


def check_database(path: Path) -> None:
    """Raise EnvironmentFault unless the file passes SQLite's own whole check."""
    connection = sqlite.connect(path)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
        dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    except Exception as error:  # noqa: BLE001 - any failure to read means the same to the caller
        raise sqlite.file_fault(error, path) from error
    finally:
        connection.close()
    if sound != "ok" or dangling:
        raise sqlite.damaged(path)


def replace_database(ready: Path, live: Path) -> None:
    """Put `ready` in the place of `live` in one step; nobody may have `live` open."""
    sync(ready)
    for companion in COMPANIONS:
        live.with_name(live.name + companion).unlink(missing_ok=True)
    for companion in COMPANIONS:
        ready.with_name(ready.name + companion).unlink(missing_ok=True)
    os.replace(ready, live)
    sync_folder(live.parent)


def remove(path: Path) -> None:
    """Remove a working copy with what SQLite left beside it."""
    for name in (path.name, *(path.name + companion for companion in COMPANIONS)):
        path.with_name(name).unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Make the file's bytes safe on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make a rename safe; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_safely(path: Path, content: bytes) -> None:
    """Replace a small file whole or not at all (temp, fsync, rename, fsync of the folder)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)
