"""What was done to the list of trusted publishers while the data were closed, kept until they open next.

`desk plugin key …` works beside an open window, on a computer whose list the administrator keeps, and before a hall is set up;
so it leaves a line in a file, and whoever opens the data next takes it into the audit trail, under the name and the moment of
the act. Lines beside a list of the whole computer stay, for every data folder; others go when they are taken in.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from desk.core.actor import Actor, operator
from desk.core.audit.model import AuditEntry
from desk.core.clock import Clock
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.host.keys import write_file
from desk.host.trust import Trust

ACTS = frozenset(f"plugins.{act}" for act in ("trust_key", "distrust", "block", "unblock"))
_LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line that waits. detail: what the verb of the same name would have traced."""

    file: Path
    at: datetime
    actor: Actor
    action: str
    detail: dict[str, Any]


@contextmanager
def noting(trust: Trust, actor: Actor, clock: Clock, action: str, **detail: Any) -> Iterator[None]:
    """Keep a line for what the block does; it is gone again when that fails. Raises EnvironmentFault when it cannot be kept."""
    folder = trust.trail_folder
    file = folder / f"{uuid4().hex}.json"
    told = {"at": clock.now().isoformat(), "actor": actor.name, "community": actor.community_id, "action": action,
            "detail": detail}
    write_file(file, json.dumps(told, ensure_ascii=False).encode())
    try:
        yield
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    _hand_to_owner(folder, file)


def kept_lines(trust: Trust) -> list[KeptLine]:
    """The lines that wait, oldest first; files that are none are passed over."""
    with suppress(OSError):
        found = [_line(file) for file in trust.trail_folder.glob("*.json")]
        return sorted((line for line in found if line is not None), key=lambda line: line.at)
    return []


@verb("plugins.take_in_trail", open_because="what was done at the command line is written down, whoever opens the data")
def take_in_trail(uow: UnitOfWork, trust: Trust) -> int:
    """Put the lines that wait for this data folder into the trail; answers how many were new."""
    new = 0
    for line in kept_lines(trust):
        if not _stands(uow, line):
            uow.trace_for(line.actor, line.at, line.action, "plugin", None, **line.detail)
            new += 1
        uow.after_commit(partial(_forget, line.file, trust.keys))
    return new


def _stands(uow: UnitOfWork, line: KeptLine) -> bool:
    same = select(AuditEntry.id).where(AuditEntry.at == line.at, AuditEntry.action == line.action,
                                       AuditEntry.actor == line.actor.name).limit(1)
    return uow.session.scalars(same.execution_options(all_communities=True)).first() is not None


def _line(file: Path) -> KeptLine | None:
    """None for what nobody kept here: only acts of this list are taken in, and only plain values."""
    try:
        told = json.loads(file.read_bytes())
        at, action, detail = datetime.fromisoformat(told["at"]), told["action"], dict(told["detail"])
        by = operator(str(told["actor"])[:_LONGEST_NAME], int(told["community"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    plain = all(isinstance(value, str | bool) and len(str(value)) <= 400 for value in detail.values())
    return KeptLine(file, at, by, action, detail) if action in ACTS and plain and at.tzinfo is not None else None


def _forget(file: Path, keys: Path) -> None:
    if keys in file.parents:
        with suppress(OSError):  # it is known to the trail, so a second look at it adds nothing
            file.unlink(missing_ok=True)


def _hand_to_owner(folder: Path, file: Path) -> None:
    """What root wrote into a clerk's data folder is the clerk's, or the window could not take it away."""
    if os.name != "posix" or os.geteuid() != 0:
        return
    owner = folder.parent.parent.stat()
    for path in (folder.parent, folder, file):
        with suppress(OSError):
            os.chown(path, owner.st_uid, owner.st_gid)
