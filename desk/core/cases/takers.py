"""Matters handed from one plugin to another: who takes them in this hall, and the hand-over itself.

A plugin that takes matters declares a Taker; whoever has a matter that is not hers chooses among those that are switched on
and that she may write to. No plugin knows another: what travels is a Handed, what comes back the new record's kind and id, and
later, when the hander asks, an Answer: how it stands there and what came of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desk.core.dotted import resolve
from desk.core.errors import UserError
from desk.core.i18n import _

if TYPE_CHECKING:
    from desk.core.db.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes matters. paper: as slips and lists call it, in Chinese. take: "module:function" `(uow, Handed) -> id`, which
    calls a verb and so checks its permission. kind: of the record that comes of it; entry: page that shows one.
    answer: "module:function" `(uow, id) -> Answer`, "" for a taker that answers on paper or not at all.
    """

    id: str
    paper: str
    take: str
    kind: str
    entry: str
    permission: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """A matter as it travels. source_kind, source_id: the record it comes from; text: in the words of who brought it.

    origin: which door it came in by, as a code the taker may know ("grid", "police", …); number: as that record is numbered;
    by: who hands it over; until: by when an answer is asked for.
    """

    title: str
    text: str
    who: str = ""
    contact: str = ""
    place: str = ""
    area_id: int | None = None
    raised_on: date | None = None
    source_kind: str = ""
    source_id: int = 0
    note: str = ""
    origin: str = ""
    number: str = ""
    by: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What who handed a matter over is told. state, text: in official words, nothing that is confidential there; number: the
    taker's own; done: it came to an end there, on `on`.
    """

    state: str
    done: bool = False
    text: str = ""
    number: str = ""
    on: date | None = None


_current: dict[str, Taker] = {}


def use_takers(takers: Iterable[Taker]) -> None:
    """Use exactly these from now on (bootstrap, tests)."""
    global _current
    _current = {one.id: one for one in takers}


def all_takers() -> list[Taker]:
    """Those in use, whoever may write to them."""
    return list(_current.values())


def list_takers(uow: "UnitOfWork", *, but: str = "") -> list[Taker]:
    """Those that whoever is signed in may hand something to, in the order of their plugins; but: a kind left out, one's own."""
    return [one for one in _current.values() if one.kind != but and uow.actor.may(one.permission)]


def find_taker(kind: str) -> Taker | None:
    """The taker whose records are of this kind, None while its plugin is off."""
    return next((one for one in _current.values() if one.kind == kind), None)


def answer_of(uow: "UnitOfWork", kind: str, record_id: int) -> Answer | None:
    """How a matter that was handed over stands there; None while that plugin is off, or when it gives no answers.

    Asks for no right of the taker's: an Answer holds only what the hander is to be told, and she asks of her own matter.
    """
    taker = find_taker(kind)
    if taker is None or not taker.answer:
        return None
    found: Answer = resolve(taker.answer)(uow, record_id)
    return found


def hand_over(uow: "UnitOfWork", taker_id: str, handed: Handed) -> tuple[str, int]:
    """Hand the matter over; answers (kind, id) of what came of it. UserError when that plugin is off, NotAllowed without its
    permission, and whatever its own rules say.
    """
    taker = _current.get(taker_id)
    if taker is None:
        raise UserError(_("Choose who takes it on."), field="taker", todo=_("Only modules that are switched on take matters."))
    uow.require(taker.permission)
    return taker.kind, int(resolve(taker.take)(uow, handed))
