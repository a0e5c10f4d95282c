"""What the table of the market counts: goods that came in, went out, and what lies on the shelf at the end."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.ledgers import list_turnover
from desk.api.statistics import RecordLine, Scope
from plugins.volunteer.figures import of_ids
from plugins.volunteer.kinds import GOODS
from plugins.volunteer.models import Donation, Goods, HandOut
from plugins.volunteer.service.stock import goods_ledger
from plugins.volunteer.who import names_of


class Pieces(NamedTuple):
    """Pieces of goods on a day. fen: value as stated; points: tenths."""

    id: int
    on: date
    goods: str
    pieces: int
    fen: int = 0
    points: int = 0


def donated(uow: UnitOfWork, scope: Scope) -> list[Pieces]:
    """What came in until the last day; the market belongs to no area."""
    names = _names(uow)
    rows = uow.session.scalars(select(Donation).where(Donation.received_on <= scope.last)) if scope.area_ids is None else ()
    return [Pieces(one.id, one.received_on, names[one.goods_id], one.quantity, one.value_fen or 0) for one in rows]


def handed(uow: UnitOfWork, scope: Scope) -> list[Pieces]:
    """What was handed out and not taken back."""
    names = _names(uow)
    rows = uow.session.scalars(select(HandOut).where(HandOut.day <= scope.last, HandOut.state == "given")) if (
        scope.area_ids is None) else ()
    return [Pieces(one.id, one.day, names[one.goods_id], one.quantity, points=one.points) for one in rows]


def held(uow: UnitOfWork, scope: Scope) -> list[Pieces]:
    """What lay on the shelf at the end of the last day."""
    if scope.area_ids is not None:
        return []
    found = []
    for goods_id, name in _names(uow).items():
        for row in list_turnover(uow, goods_ledger(goods_id), GOODS, date.min, scope.last):
            found.append(Pieces(goods_id, scope.last, name, row.held))
    return found


def donation_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Donations by donor."""
    names = _names(uow)
    return [RecordLine(one.id, "", one.donor, names[one.goods_id], one.received_on) for one in of_ids(uow, Donation, ids)]


def hand_out_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Hand-outs by who got them."""
    rows, goods = of_ids(uow, HandOut, ids), _names(uow)
    names = names_of(uow, [one.volunteer_id for one in rows])
    return [RecordLine(one.id, "", names.get(one.volunteer_id, ""), f"{goods[one.goods_id]} ×{one.quantity}", one.day)
            for one in rows]


def goods_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Goods by code."""
    return [RecordLine(one.id, one.code, one.name, one.unit) for one in of_ids(uow, Goods, ids)]


def _names(uow: UnitOfWork) -> dict[int, str]:
    return dict(uow.session.execute(select(Goods.id, Goods.name)).all())
