"""What a plugin contributes: frozen dataclasses, free of Qt. Views are dotted paths, resolved when first opened.

Titles are source strings marked with N_(); they are translated in the contributing plugin's domain when shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.core.cases.kinds import CaseKind, Limit, Move, State, Step, Tone
from desk.core.i18n import translator
from desk.core.statistics.declared import TABLE_PAPERS, IndicatorTable

__all__ = ["ActionSpec", "CardSpec", "CaseKind", "HomeItem", "IndicatorTable", "Limit", "Move", "NavEntry",
           "PanelSpec", "PaperSpec", "SeriesSpec", "SettingSpec", "State", "Step", "Tone"]


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A line of the sidebar. view: "package.module:Name" of a widget class `(ctx, **args)` or of a ListSpec.

    section: "work", "registers" or "system". order: small comes first. permission: who sees it.
    """

    id: str
    title: str
    view: str
    icon: str = "folder"
    section: str = "work"
    order: int = 100
    permission: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """A command for the box, the home page's quick actions and a shortcut: opens `entry` with `args`."""

    id: str
    title: str
    entry: str
    args: Mapping[str, Any] = field(default_factory=dict)
    icon: str = "plus"
    shortcut: str = ""
    keywords: str = ""
    permission: str = ""
    quick: bool = False


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A tab on a person's card: view is a widget class `(ctx, person_id=…)`, or a ListSpec, whose filter `person_id` is set."""

    id: str
    title: str
    view: str
    order: int = 100
    permission: str = ""


@dataclass(frozen=True, slots=True)
class HomeItem:
    """A line on the home page. due: civil date or None; tone as of states; opens `entry` with `args`."""

    title: str
    detail: str = ""
    due: Any = None
    tone: Tone = Tone.OPEN
    entry: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CardSpec:
    """A card on the home page; `load(uow) -> list[HomeItem]` runs in a worker inside a reading unit of work.

    place: "due" (merged into due and overdue for me), "today" or "card".
    """

    id: str
    title: str
    load: Callable[[Any], list[HomeItem]]
    place: str = "due"
    order: int = 100
    permission: str = ""


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """A declared setting; the page is drawn from it. Key is "<plugin>.<name>".

    kind: "text", "number", "bool", "choice", "date", "lines". unsure: the law could not be confirmed, the page says so and
    asks for confirmation. source: where the default comes from.
    """

    key: str
    title: str
    kind: str = "text"
    default: Any = ""
    choices: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    help: str = ""
    source: str = ""
    unsure: bool = False
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class SeriesSpec:
    """A number series: template tokens {year} {org_short} {word} {serial}; restarts each year unless told otherwise."""

    code: str
    title: str
    template: str
    word: str = ""
    yearly: bool = True
    first: int = 1


@dataclass(frozen=True, slots=True)
class PaperSpec:
    """A printable paper of a kind of record.

    load: "module:function" `(uow, record_id) -> dto`; build: "module:function" `(dto | None) -> Document` (None: blank form).
    series: the number is given when the final paper is archived. record: kind of record it belongs to. find:
    "module:function" `(uow, number) -> record id | None`, so that the command line can name a record by its number.
    """

    id: str
    title: str
    record: str
    load: str
    build: str
    series: str = ""
    permission: str = ""
    template_version: str = "1"
    modes: tuple[str, ...] = ("blank", "prefilled", "final")
    order: int = 100
    find: str = ""


def table_paper(table: IndicatorTable) -> PaperSpec:
    """The paper of a table of figures: each has its own, so that the archive shows it to whom the table is open."""
    return PaperSpec(f"{TABLE_PAPERS}{table.code}", translator(table.domain)(table.title), "statistics_report",
                     "desk.core.statistics.paper:load", "desk.core.statistics.paper:build", permission=table.permission,
                     modes=("final",))
