"""What was typed survives a crash, a lock and a power cut: drafts, one file a form and record, for the same person
only.

Each file is sealed with AES-GCM under a key of this machine; the person, form and record are part of the seal, so a
draft put in another person's folder does not open. File names say nothing. Written within two seconds of typing
(`AutoSave`).
"""

import hashlib
import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desk.core.clock import Clock, SystemClock

if TYPE_CHECKING:
    from desk.shell.jobs import Job, JobRunner

log = logging.getLogger(__name__)

DELAY = 1500
"""Milliseconds from the first unsaved key stroke to the write; reliability asks for two seconds at most."""
_NONCE = 12
_TAGS: dict[str, Callable[[Any], Any]] = {"datetime": datetime.fromisoformat, "date": date.fromisoformat,
                                          "decimal": Decimal, "tuple": tuple, "set": set}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as found: what was typed into which form of which record, and when it was last kept (aware UTC)."""

    form_id: str
    record_id: int | None
    values: dict[str, Any]
    at: datetime


class DraftStore:
    """One person's drafts under `folder`; the key lies in `keys`/drafts.key, made at first use."""

    def __init__(self, folder: Path, keys: Path, user_id: int, clock: Clock | None = None) -> None:
        self._folder, self._key_file, self._user = folder / str(user_id), keys / "drafts.key", user_id
        self._clock = clock or SystemClock()
        self._held: dict[tuple[str, int | None], Draft] = {}

    def save(self, form_id: str, record_id: int | None, values: Mapping[str, Any]) -> None:
        """Keep `values`; when this returns they survive a power cut. Raises OSError when the disk refuses them: then they are
        held as long as the program runs, and put back like any other draft.
        """
        try:
            self._write(form_id, record_id, values)
        except OSError:
            self._held[form_id, record_id] = Draft(form_id, record_id, dict(values), self._clock.now())
            raise
        self._held.pop((form_id, record_id), None)

    def _write(self, form_id: str, record_id: int | None, values: Mapping[str, Any]) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        text = json.dumps({"form": form_id, "record": record_id, "values": _plain(dict(values)),
                           "at": self._clock.now().isoformat()}, ensure_ascii=False)
        nonce = os.urandom(_NONCE)
        name = self._name(form_id, record_id)
        sealed = AESGCM(self._key()).encrypt(nonce, text.encode("utf-8", "surrogatepass"), self._bond(name))
        write_durably(self._folder / name, nonce + sealed)

    def load(self, form_id: str, record_id: int | None) -> Draft | None:
        """The draft of that form and record, None when there is none (or it cannot be opened)."""
        return self._held.get((form_id, record_id)) or self._open(self._folder / self._name(form_id, record_id))

    def discard(self, form_id: str, record_id: int | None) -> None:
        """Forget it: saved properly, or no longer wanted."""
        self._held.pop((form_id, record_id), None)
        (self._folder / self._name(form_id, record_id)).unlink(missing_ok=True)

    def list_all(self) -> list[Draft]:
        """Every draft of this person, newest first: offered after a crash."""
        paths = self._folder.glob("*.draft") if self._folder.is_dir() else ()
        kept = {(draft.form_id, draft.record_id): draft for draft in map(self._open, paths) if draft}
        return sorted((kept | self._held).values(), key=lambda draft: draft.at, reverse=True)

    def _open(self, path: Path) -> Draft | None:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            blob = path.read_bytes()
            text = AESGCM(self._key()).decrypt(blob[:_NONCE], blob[_NONCE:], self._bond(path.name))
        except FileNotFoundError:
            return None
        except (InvalidTag, ValueError, OSError):
            log.warning("A draft could not be opened and is left aside")
            return None
        kept = json.loads(text.decode("utf-8", "surrogatepass"))
        return Draft(kept["form"], kept["record"], _rich(kept["values"]), datetime.fromisoformat(kept["at"]))

    def _name(self, form_id: str, record_id: int | None) -> str:
        return hashlib.sha256(f"{form_id}\0{record_id}".encode()).hexdigest()[:32] + ".draft"

    def _bond(self, name: str) -> bytes:
        return f"desk draft 1\0{self._user}\0{name}".encode()

    def _key(self) -> bytes:
        if not self._key_file.exists():
            write_durably(self._key_file, os.urandom(32))
        return self._key_file.read_bytes()


class AutoSave(QObject):
    """Keeps one form's draft while it is being typed.

    changed(): something was typed. flush(): keep it now, on this thread (page change, lock, close). clear(): it was
    saved. `read()` answers the form's values as a dict; it is called on the UI thread. Signals: refused(OSError) when the disk
    took nothing and the draft is only held while the program runs; kept() when it is on the disk.
    """

    refused = Signal(object)
    kept = Signal()

    def __init__(self, store: DraftStore, jobs: "JobRunner", form_id: str, record_id: int | None,
                 read: Callable[[], dict[str, Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._jobs, self._at, self._read = store, jobs, (form_id, record_id), read
        self._dirty = False
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._write)

    @Slot()
    def changed(self) -> None:
        """Something was typed: kept within two seconds, however long the typing goes on."""
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep what is typed now, and return when it is kept, on the disk or, where that refuses, while the program runs."""
        self._timer.stop()
        if not self._dirty:
            return
        self._dirty = False
        try:
            self._store.save(*self._at, self._read())
        except OSError as error:
            self._not_kept(error)
        else:
            self.kept.emit()

    def clear(self) -> None:
        """It was saved, or is not wanted: forget the draft."""
        self._timer.stop()
        self._dirty = False
        self._store.discard(*self._at)

    @Slot()
    def _write(self) -> None:
        if self._job is not None:  # the disk is slow; the next tick takes what was typed meanwhile
            self._timer.start()
            return
        self._dirty = False
        job = self._jobs.work(_save_in_worker, self._store, *self._at, self._read())
        self._job = job.then(self._on_kept).otherwise(self._not_kept).whenever(self._written)
        job.start()

    @Slot()
    def _written(self) -> None:
        self._job = None

    @Slot(object)
    def _on_kept(self, _nothing: object) -> None:
        self.kept.emit()

    @Slot(object)
    def _not_kept(self, error: object) -> None:
        """Try again until the disk takes it; meanwhile the form says so."""
        self._dirty = True
        self._timer.start()
        self.refused.emit(error)


def write_durably(path: Path, content: bytes) -> None:
    """Write beside, flush, rename, flush the folder: after a power cut the old or the new content is there, whole."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_suffix(f".{os.getpid()}-{id(content):x}.tmp")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _save_in_worker(_context: object, store: DraftStore, form_id: str, record_id: int | None,
                    values: dict[str, Any]) -> None:
    store.save(form_id, record_id, values)


def _plain(value: Any) -> Any:
    """`value` as JSON can carry it; what it cannot carry is left out, a draft must not fail for one field."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    for tag, kind in (("tuple", tuple), ("set", (set, frozenset))):
        if isinstance(value, kind):
            return {"~": tag, "v": [_plain(inner) for inner in value]}
    if isinstance(value, (datetime, date)):
        return {"~": "datetime" if isinstance(value, datetime) else "date", "v": value.isoformat()}
    if isinstance(value, Decimal):
        return {"~": "decimal", "v": str(value)}
    log.warning("A draft leaves out a value of type %s", type(value).__name__)
    return None


def _rich(value: Any) -> Any:
    if isinstance(value, list):
        return [_rich(inner) for inner in value]
    if isinstance(value, dict):
        if "~" in value:
            return _TAGS[value["~"]](_rich(value["v"]))
        return {key: _rich(inner) for key, inner in value.items()}
    return value
