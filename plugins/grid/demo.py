"""Practice data of the grid: events in every state, photos of one, a hot spot, what went to mediation. Invented."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from desk.api.db import UnitOfWork
from desk.api.files import attach
from desk.api.places import list_areas
from plugins.grid.drafts import (
    DispatchDraft,
    EventDraft,
    FinishDraft,
    PressDraft,
    ReasonDraft,
    ReplyDraft,
    RevisitDraft,
    SlipDraft,
)
from plugins.grid.kinds import AFTER, BEFORE, EVENT
from plugins.grid.presets import CENTRE
from plugins.grid.service.dispatching import dispatch_event, press_event, take_reply
from plugins.grid.service.ending import file_event, reopen_event, revisit_event
from plugins.grid.service.events import save_event, settle_event
from plugins.grid.service.handing import hand_at_once, hand_by_slip, own_taker

WORKERS = ("网格员小吕", "网格员小郝")
STREET = "商业街东口"
FILED = (
    (46, "environment", "3幢垃圾分类点", "垃圾满溢，有异味。", "联系保洁当天清运。", "good"),
    (33, "facility", "健身广场", "单杠螺丝松动。", "物业已加固并检查其他器材。", "good"),
    (27, "shopfront", STREET, "早餐店占道摆放桌椅。", "劝导后收回店内。", "fair"),
    (19, "care", "5幢2单元", "独居老人摔伤后行动不便。", "联系家属，安排每日探望。", "good"))


def fill(uow: UnitOfWork) -> None:
    """Call after residents and areas are there, and after mediation where it is on."""
    grids = [one.id for one in list_areas(uow, kinds=("grid",))]
    if not grids:
        return
    now = uow.clock.now()
    for place, (days, kind, where, words, result, rating) in enumerate(FILED):
        _filed(uow, now - timedelta(days=days), grids[place % len(grids)], kind, where, words, result, rating)
    _in_hand(uow, grids, now)
    _disputes(uow, grids, now)


def _report(uow: UnitOfWork, at: datetime, grid: int, kind: str, where: str, words: str, **more: Any) -> int:
    return save_event(uow, EventDraft(kind, words, at, place=where, area_id=grid, worker=WORKERS[grid % 2], **more))


def _filed(uow: UnitOfWork, at: datetime, grid: int, kind: str, where: str, words: str, result: str, rating: str) -> None:
    made = _report(uow, at, grid, kind, where, words)
    settle_event(uow, FinishDraft(made, "settled", result, at + timedelta(hours=5 + grid)))
    revisit_event(uow, RevisitDraft(made, rating, at + timedelta(days=2), way="spot", words="现场查看，问题已解决。"))
    file_event(uow, made)


def _in_hand(uow: UnitOfWork, grids: Sequence[int], now: datetime) -> None:
    lamp = _report(uow, now - timedelta(days=6), grids[0], "facility", "翠湖花园北门", "路灯不亮，夜间出行不便。",
                   channel="resident", reporter="居民钟女士", phone="13800000017")
    attach(uow, EVENT, lamp, "before.png", picture("#454a52"), BEFORE)
    dispatch_event(uow, DispatchDraft(lamp, "物业服务企业", task="尽快修复并检查同线路灯具。"))
    attach(uow, EVENT, lamp, "after.png", picture("#d8c68a"), AFTER)
    take_reply(uow, ReplyDraft(lamp, "settled", "已更换灯具和线路。"))
    stairs = _report(uow, now - timedelta(days=5), grids[1], "safety", "和平里2幢楼道", "楼道堆放杂物，堵塞消防通道。")
    dispatch_event(uow, DispatchDraft(stairs, "应急消防工作站", joined="物业服务企业"))
    press_event(uow, PressDraft(stairs, "已超过期限，请立即清理并书面答复。"))
    _report(uow, now - timedelta(hours=7), grids[2], "mixed", "沿街27号店铺", "店内隔层住人，电线私拉乱接。")
    for days in (8, 2):
        again = _report(uow, now - timedelta(days=days), grids[2], "shopfront", STREET, "水果店把货架摆到人行道上。")
        dispatch_event(uow, DispatchDraft(again, "综合行政执法队"))
    take_reply(uow, ReplyDraft(again, "settled", "已收回货架。"))
    reopen_event(uow, ReasonDraft(again, "第二天又摆了出来。"))


def _disputes(uow: UnitOfWork, grids: Sequence[int], now: datetime) -> None:
    parking = _report(uow, now - timedelta(days=1), grids[0], "dispute", "1幢楼下", "两户为车位发生争吵，已当场劝开。",
                      parties="1幢吴姓、郑姓两户")
    if own_taker(uow, "dispute"):
        hand_at_once(uow, parking)
    noise = _report(uow, now - timedelta(days=4), grids[3 % len(grids)], "dispute", "纺织厂宿舍4幢", "楼上深夜洗衣引起争执。",
                    parties="4幢上下两户")
    hand_by_slip(uow, SlipDraft(noise, CENTRE))
    take_reply(uow, ReplyDraft(noise, "settled", "双方约定晚十点后不使用洗衣机。"))


def picture(colour: str) -> bytes:
    """A plain picture, where a photo would be."""
    from PIL import Image

    buffer = BytesIO()
    Image.new("RGB", (480, 320), colour).save(buffer, "PNG")
    return buffer.getvalue()
