"""What the notice board and the contact sheets contribute to the frame, and the files page of any record."""

from typing import Any

from desk.core.i18n import N_
from desk.host.hookspecs import hookimpl
from desk.host.specs import ActionSpec, CardSpec, HomeItem, NavEntry, PaperSpec, SettingSpec

HOLD = "desk.meetings.hold"
ROOM, PAPERS = "desk.shell", "desk.core.meetings.papers"
SLIPS = "desk.core.meetings.answer_papers"
CONTACTS = "desk.core.meetings.contact_papers"


def _form(name: str, title: str) -> NavEntry:
    return NavEntry(f"notices.{name}", title, f"{ROOM}.notices.forms:{name.upper() if name != 'form' else 'NOTICE_FORM'}",
                    "clipboard-list", "registers", permission=HOLD, hidden=True)


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    """The board in the sidebar; card and forms behind it."""
    return [
        NavEntry("notices.list", N_("Notice board"), f"{ROOM}.notices.board:BOARD", "clipboard-list", "work", 60),
        NavEntry("notices.card", N_("Notice"), f"{ROOM}.notices.board:NOTICE", "clipboard-list", "registers", hidden=True),
        _form("form", N_("Write a notice")),
        _form("hang_form", N_("Hang it up")),
        _form("comment_form", N_("Take down a comment")),
        _form("answer_form", N_("Answer a comment")),
        _form("private_form", N_("Answer somebody privately")),
        _form("told_form", N_("Somebody was told")),
        _form("close_form", N_("Take it down")),
        _form("withdraw_form", N_("Withdraw it")),
        NavEntry("contacts.list", N_("Contact sheets"), f"{ROOM}.contacts.pages:CONTACTS", "award", "registers", 52),
        NavEntry(
            "contacts.card", N_("Contact sheet"), f"{ROOM}.contacts.pages:CONTACT_CARD", "award", "registers", hidden=True
        ),
        NavEntry("files.of", N_("Files"), f"{ROOM}.files.page:FilesPage", "folder", "registers", hidden=True),
    ]


@hookimpl
def desk_actions() -> list[ActionSpec]:
    """Commands for the box."""
    return [ActionSpec("notices.new", N_("Write a notice"), "notices.form", icon="clipboard-list", permission=HOLD,
                       keywords=N_("notice board post publicity"))]


@hookimpl
def desk_home_cards() -> list[CardSpec]:
    """Notices whose period is over or ends soon, comments that wait."""
    return [CardSpec("notices.due", N_("Notice board"), _due, "due", 700, HOLD)]


def _due(uow: Any) -> list[HomeItem]:
    from desk.shell.notices.due import due_notices  # tables are loaded when somebody asks, not at the start

    return due_notices(uow)


@hookimpl
def desk_papers() -> list[PaperSpec]:
    """Papers of any notice, of whatever plugin it is."""
    def paper(name: str, title: str, build: str, order: int, load: str = "load_notice") -> PaperSpec:
        return PaperSpec(f"desk.{name}", title, "notice", f"{PAPERS}:{load}", f"{PAPERS}:{build}", order=order)

    return [paper("notice", "公示", "build", 10), paper("notice_a3", "公示(A3)", "build_wall", 20),
            paper("notice_comments", "意见收集与采纳表", "build_comments", 30),
            PaperSpec("desk.notice_private", "事项答复告知单", "notice.answer", f"{SLIPS}:load_answer", f"{SLIPS}:build_answer",
                      order=32, permission=HOLD),
            PaperSpec("desk.notice_reply", "意见答复单", "notice.comment", f"{SLIPS}:load_reply", f"{SLIPS}:build_reply",
                      order=34, permission=HOLD),
            paper("notice_index", "告示栏目录", "build_board", 40, "load_board"),
            *(PaperSpec(f"desk.{name}", title, "area", f"{CONTACTS}:load_contacts", f"{CONTACTS}:{build}", order=order)
              for order, (name, title, build) in enumerate((
                  ("contact_sheet", "联系方式公示", "build_sheet"), ("contact_cards", "温馨联系卡", "build_cards"),
                  ("duty_plates", "责任牌", "build_plates"), ("badges", "工作牌", "build_badges")), 50))]


@hookimpl
def desk_settings() -> list[SettingSpec]:
    """What the contact sheets say first."""
    return [SettingSpec("desk.contacts.duty_phone", N_("Duty phone, answered day and night"), help=N_(
        "Stands first on every contact sheet and card; leave it blank when nobody answers at night."))]
