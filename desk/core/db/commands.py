"""Request keys: a lost answer is asked for again, never done twice; an edited form is never swallowed.

The key is made when a form opens and stored with the verb's name, a hash of the draft and the result, in the verb's own
transaction. Same key and hash answer the stored result; another hash is refused.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.actor import Actor
from desk.core.changes import Changes
from desk.core.db.base import Base, Instant
from desk.core.db.uow import UnitOfWork, UnitOfWorkFactory
from desk.core.db.verbs import verb_name
from desk.core.errors import UserError
from desk.core.i18n import _


class Request(Base):
    """A command that was carried out."""

    __tablename__ = "core_request"
    key: Mapped[str] = mapped_column(String(36), primary_key=True)
    verb: Mapped[str] = mapped_column(String(80))
    draft_hash: Mapped[str] = mapped_column(String(64))
    result: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Done:
    """What a command answered and what it changed; `repeated` when the answer was the stored one."""

    result: Any
    changes: Changes
    repeated: bool = False


def execute(factory: UnitOfWorkFactory, actor: Actor, verb: Callable[..., Any], *args: Any, key: str = "",
            **kwargs: Any) -> Done:
    """Run `verb(uow, *args)` in one transaction, at most once for one `key` ("" for commands that may repeat)."""
    if not key:
        with factory.writing(actor) as uow:
            return Done(verb(uow, *args, **kwargs), uow.changes)
    digest = _digest(verb_name(verb), args, kwargs)
    try:
        with factory.writing(actor) as uow:
            stored = uow.session.get(Request, key)
            if stored is not None:
                return _answer(stored, digest)
            result = verb(uow, *args, **kwargs)
            _store(uow, key, verb_name(verb), digest, result)
            return Done(result, uow.changes)
    except IntegrityError:
        with factory.reading(actor) as uow:
            stored = uow.session.get(Request, key)
            if stored is None:
                raise
            return _answer(stored, digest)


def _store(uow: UnitOfWork, key: str, name: str, digest: str, result: Any) -> None:
    uow.session.add(Request(key=key, verb=name, draft_hash=digest, result=json.dumps(_plain(result)), at=uow.clock.now()))


def _answer(stored: Request, digest: str) -> Done:
    if stored.draft_hash != digest:
        raise UserError(_("This form was already saved with other contents."), todo=_("Open the record and change it there."))
    return Done(_restored(json.loads(stored.result)), Changes(), repeated=True)


def _digest(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    text = json.dumps([name, [_plain(arg) for arg in args], _plain(kwargs)], sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kind = f"{type(value).__module__}:{type(value).__qualname__}"
        return {"__class__": kind, **{one.name: _plain(getattr(value, one.name)) for one in fields(value)}}
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if isinstance(value, (int, str, float, bool, type(None))) else str(value)


def _restored(value: Any) -> Any:
    """What was answered, records within records too; tuples come back as lists, days and moments as their words."""
    if isinstance(value, list):
        return [_restored(item) for item in value]
    if not isinstance(value, dict):
        return value
    given = {name: _restored(item) for name, item in value.items() if name != "__class__"}
    if "__class__" not in value:
        return given
    module, name = value["__class__"].split(":")
    return getattr(import_module(module), name)(**given)
