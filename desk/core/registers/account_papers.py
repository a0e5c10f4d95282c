"""账号一览表, 角色权限表, 账号移交确认单: who may do what in the program, on paper (catalogue 6). Never a password."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import final

from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.model import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    WIDE_LIST,
    Align,
    Column,
    DataTable,
    Document,
    FieldTable,
    Heading,
    Note,
    NumberedClauses,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    value,
)
from desk.core.organisations.names import name_organisations
from desk.core.places.kinds import SCOPES
from desk.core.places.queries import list_tree
from desk.core.staff.known_rights import KnownRight, list_rights
from desk.core.staff.queries import AccountRow, RoleRow, get_account, list_accounts, list_roles
from desk.core.staff.service import MANAGE

ACCOUNTS, RIGHTS, HANDOVER = "desk.accounts", "desk.role_rights", "desk.account_handover"
UPRIGHT, ROLES_ON_A_SHEET = 5, 8
"""Columns of roles that stand beside the titles of rights on an upright sheet, and on one across."""
DUTIES = (
    "账号仅限本人使用,不转借、不共用;离开座位时锁定屏幕。",
    "初始密码当面告知,首次登录时自行更改;密码不写在纸上。",
    "只查询、登记与工作有关的信息,不外传居民个人信息;查看完整证件号码、电话须注明用途,系统留痕备查。",
    "岗位变动或离岗时,当日告知管理员停用账号,并移交在办事项。",
)


@final
@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account as printed. organisation: for whom it was opened, "" for the hall's own people."""

    login: str
    name: str
    organisation: str
    roles: str
    scope: str
    state: str
    seen: str


@dataclass(frozen=True, slots=True)
class AccountList:
    """All accounts of a day."""

    unit: str
    on: date
    lines: tuple[AccountLine, ...]
    open: int


@dataclass(frozen=True, slots=True)
class RightsPaper:
    """Roles across, rights down. kept: ids of rights that roles have and nobody declares."""

    unit: str
    on: date
    roles: tuple[RoleRow, ...]
    holders: dict[int, str]
    rights: tuple[KnownRight, ...]


@final
@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """One account handed to its holder. rights: what her roles let her do, a title each."""

    unit: str
    on: date
    line: AccountLine
    phone: str
    rights: tuple[str, ...]


def load_accounts(uow: UnitOfWork, _community_id: int) -> AccountList:
    """Open accounts first; raises NotAllowed for all but administrators."""
    uow.require(MANAGE)
    rows = list_accounts(uow)
    return AccountList(str(uow.community.name), uow.clock.today(), tuple(_lines(uow, rows)), sum(row.active for row in rows))


def load_rights(uow: UnitOfWork, _community_id: int) -> RightsPaper:
    """Every role with what it may do, those rights too whose plugin is not here."""
    uow.require(MANAGE)
    roles, known = list_roles(uow), list_rights()
    named = {right.id for right in known}
    kept = sorted({right for role in roles for right in role.rights} - named)
    holders: dict[int, list[str]] = {}
    for row in list_accounts(uow):
        for role_id in row.role_ids if row.active else ():
            holders.setdefault(role_id, []).append(row.name)
    return RightsPaper(str(uow.community.name), uow.clock.today(), tuple(roles),
                       {role_id: "、".join(names) for role_id, names in holders.items()},
                       (*known, *(KnownRight(right, right, "未安装的模块") for right in kept)))


def load_handover(uow: UnitOfWork, user_id: int) -> HandoverPaper:
    """One account. Raises NotFound, NotAllowed."""
    uow.require(MANAGE)
    row = get_account(uow, user_id)
    have = {right for role in list_roles(uow) if role.id in row.role_ids for right in role.rights}
    return HandoverPaper(str(uow.community.name), uow.clock.today(), _lines(uow, [row])[0], row.phone,
                         tuple(right.title for right in list_rights() if right.id in have))


def _lines(uow: UnitOfWork, rows: list[AccountRow]) -> list[AccountLine]:
    areas = {area.id: area.name for area in list_tree(uow, kinds=SCOPES)}
    units = name_organisations(uow, [row.organisation_id for row in rows])
    return [AccountLine(row.login, row.name, units.get(row.organisation_id or 0, ""), "、".join(row.roles), _scope(row, areas),
                        _state(row, uow.clock.now()), _moment(row.last_seen)) for row in rows]


def _scope(row: AccountRow, areas: dict[int, str]) -> str:
    if row.area_ids is None:
        return "全社区"
    return "、".join(areas[area_id] for area_id in row.area_ids if area_id in areas) or "部分区域"


def _state(row: AccountRow, now: datetime) -> str:
    if not row.active:
        return "停用"
    return "锁定" if row.locked_until and row.locked_until > now else "启用"


def _moment(at: datetime | None) -> str:
    return hall_time(at).strftime("%Y-%m-%d %H:%M") if at else "从未登录"


def build_accounts(paper: AccountList | None) -> Document:
    """A sheet across, the day and how many are in use above the table."""
    columns = (Column("账号", 1.3), Column("姓名", 1.1), Column("所属组织", 2.2), Column("角色", 2.2), Column("数据范围", 2.2),
               Column("状态", 0.8), Column("最近登录", 1.9))
    rows = tuple((one.login, one.name, one.organisation or "本中心", one.roles or "无角色", one.scope, one.state, one.seen)
                 for one in (paper.lines if paper else ()))
    told = f"截至{long_date(paper.on)},在用账号{paper.open}个,停用{len(paper.lines) - paper.open}个。" if paper else ""
    return Document(ACCOUNTS, "账号一览表", (
        Title("账号一览表"), Paragraph(told, indent=0), DataTable(columns, rows, min_rows=1, size=10.5),
        SignatureBlock((SignatureLine("管理员"),), unit=paper.unit if paper else "", date=None)),
        page=WIDE_LIST, style=FORM, author=paper.unit if paper else "")


def build_rights(paper: RightsPaper | None) -> Document:
    """Rights down, roles across; more roles than fit go into a second table."""
    if paper is None:
        return Document(RIGHTS, "角色权限表", (Title("角色权限表"),), page=WIDE_LIST, style=FORM)
    blocks: list[object] = [Title("角色权限表"), Paragraph(f"截至{long_date(paper.on)};“√”为该角色可办理。", indent=0)]
    for start in range(0, len(paper.roles), ROLES_ON_A_SHEET):
        blocks.append(_rights_table(paper, paper.roles[start:start + ROLES_ON_A_SHEET]))
    holders = tuple((role.name, paper.holders.get(role.id, "—")) for role in paper.roles)
    blocks += [Heading("各角色的在用账号", 3),
               DataTable((Column("角色", 1), Column("姓名", 4, Align.LEFT)), holders, size=10.5),
               SignatureBlock((SignatureLine("管理员"),), unit=paper.unit, date=None)]
    page = PageSetup(margins=FORM_MARGINS) if len(paper.roles) <= UPRIGHT else WIDE_LIST
    return Document(RIGHTS, "角色权限表", tuple(blocks), page=page, style=FORM, author=paper.unit)  # type: ignore[arg-type]


def _rights_table(paper: RightsPaper, roles: tuple[RoleRow, ...]) -> DataTable:
    columns = (Column("模块", 1.6), Column("权限", 3.6, Align.LEFT), *(Column(role.name, 1) for role in roles))
    rows = tuple((right.owner, right.title, *("√" if right.id in role.rights else "" for role in roles))
                 for right in paper.rights)
    return DataTable(columns, rows, size=10, row_height=6.5)


def build_handover(paper: HandoverPaper | None) -> Document:
    """What was handed to whom and what she promises; blank it is filled in by hand."""
    line = paper.line if paper else None
    head = FieldTable((
        (label("姓名"), value(line and line.name), label("所属组织"), value(line and (line.organisation or "本中心"))),
        (label("账号"), value(line and line.login), label("联系电话"), value(paper and paper.phone or None)),
        (label("角色"), value(line and (line.roles or "无角色"), span=3)),
        (label("数据范围"), value(line and line.scope, span=3)),
        (label("可办理"), value("、".join(paper.rights) if paper else None, span=3, lines=4, align=Align.LEFT))),
        (1.3, 2.6, 1.4, 2.7), size=12)
    unit = paper.unit if paper else ""
    return Document(HANDOVER, "账号移交确认单", (
        Title("账号移交确认单"), head, Heading("使用人确认", 3), NumberedClauses(DUTIES),
        SignatureBlock((SignatureLine("移交人(管理员)"), SignatureLine("接收人(使用人)")), unit=unit, seal="(印章)",
                       date=None, columns=2),
        Note("一式两份,管理员与使用人各存一份;停用账号时在管理员一份上注明日期。")),
        page=PageSetup(margins=FORM_MARGINS), style=COMPACT, author=unit)
