"""Writing and verifying the audit chain.

HMAC over each line and the line before shows edits and cuts inside; the anchor (sequence and mac) printed on reports shows a
cut tail or a chain computed anew. The key lies in the data file: the printed anchor is what a thief of the file cannot change.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk.core.audit.model import AuditEntry, AuditHead
from desk.core.db.uow import UnitOfWork

_GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the chain ends now; printed on reports as `code`."""

    seq: int
    mac: str

    @property
    def code(self) -> str:
        return f"{self.seq}-{self.mac[:16]}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Result of a verification; `bad_seq` is the first line that does not fit, `lines` how many were read."""

    sound: bool
    lines: int
    bad_seq: int | None = None
    reason: str = ""


def append(uow: UnitOfWork) -> None:
    """Write the unit of work's traces as lines of the chain, in its own transaction."""
    head = _locked_head(uow)
    for trace in uow.traces:
        by = trace.by or uow.actor
        entry = AuditEntry(seq=head.seq + 1, at=trace.at or uow.clock.now(), actor=by.name, actor_kind=by.kind,
                           action=trace.action, kind=trace.kind, record_id=trace.record_id, detail=trace.detail,
                           community_id=by.community_id)
        entry.mac = _mac(head.key, head.mac, entry)
        head.seq, head.mac = entry.seq, entry.mac
        uow.session.add(entry)
    uow.traces.clear()
    uow.session.flush()


def anchor(uow: UnitOfWork) -> Anchor:
    """The chain's end, for a report's foot."""
    head = uow.session.get(AuditHead, 1)
    return Anchor(head.seq, head.mac) if head else Anchor(0, _GENESIS)


def verify(uow: UnitOfWork, *, printed: str = "") -> Verdict:
    """Read the whole chain; `printed` is an anchor code from an older paper that must still be in it."""
    head = uow.session.get(AuditHead, 1)
    if head is None:
        return Verdict(not printed, 0, reason="" if not printed else "anchor")
    before, count, seen = _GENESIS, 0, not printed
    for entry in _lines(uow):
        count += 1
        if entry.seq != count or entry.mac != _mac(head.key, before, entry):
            return Verdict(False, count, entry.seq, "line")
        before = entry.mac
        seen = seen or Anchor(entry.seq, entry.mac).code == printed
    if head.seq != count or head.mac != before:
        return Verdict(False, count, count + 1, "tail")
    return Verdict(seen, count, reason="" if seen else "anchor")


def _lines(uow: UnitOfWork, size: int = 1000) -> Iterator[AuditEntry]:
    """All lines in order, page by page: the chain of years does not fit into memory at once."""
    last: int | None = None
    while True:
        page = select(AuditEntry).order_by(AuditEntry.seq).limit(size).execution_options(all_communities=True)
        found = uow.session.scalars(page if last is None else page.where(AuditEntry.seq > last)).all()
        yield from found
        if len(found) < size:
            return
        last = found[-1].seq
        uow.session.expunge_all()


def _locked_head(uow: UnitOfWork) -> AuditHead:
    head = uow.session.scalars(select(AuditHead).where(AuditHead.id == 1).with_for_update()).one_or_none()
    if head is None:
        head = AuditHead(id=1, seq=0, mac=_GENESIS, key=secrets.token_hex(32))
        uow.session.add(head)
        uow.session.flush()
    return head


def _mac(key: str, before: str, entry: AuditEntry) -> str:
    said: list[Any] = [before, entry.seq, entry.at.isoformat(), entry.actor, entry.actor_kind, entry.action, entry.kind,
                       entry.record_id, entry.community_id, entry.detail]
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, default=str)
    return hmac.new(bytes.fromhex(key), text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
