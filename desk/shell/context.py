"""What every view gets as its first argument: the desk's services, bound to a plugin and to the person signed in.

No engine, no plugin manager, no window. A test makes one with `desk.testing.shell.make_context`.
"""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from desk.core.actor import Actor
from desk.core.clock import Clock
from desk.core.i18n import Translator, translator
from desk.shell import theme
from desk.shell.asker import Asker
from desk.shell.jobs import JobRunner

if TYPE_CHECKING:
    from desk.core.changes import Changes
    from desk.host.collect import Contribution
    from desk.host.specs import PaperSpec
    from desk.shell.drafts import DraftStore
    from desk.shell.ports import Desk

PREVIEW = "desk.preview"
"""Entry id of the preview page."""


class Navigator(Protocol):
    """Who opens pages: the frame, or a recorder in tests."""

    def open(self, entry_id: str, **args: Any) -> None: ...
    def back(self) -> None: ...
    def refresh(self) -> None: ...
    def notify(self, text: str, tone: str = "done", undo: Callable[[], Any] | None = None) -> None: ...


class ChangeHub(QObject):
    """Tells open views what was written, here or at another seat: told(Changes, initiator or None)."""

    told = Signal(object, object)

    def tell(self, changes: "Changes", initiator: object = None) -> None:
        """Let every open view decide whether it is touched."""
        self.told.emit(changes, initiator)


@dataclass(frozen=True)
class Seat:
    """What one signed-in person's window holds; the same for every view."""

    actor: Actor
    clock: Clock
    jobs: JobRunner
    asker: Asker
    drafts: "DraftStore"
    settings: Mapping[str, Any]
    navigator: Navigator
    hub: ChangeHub
    hall: str = ""
    memory: MutableMapping[str, Any] = field(default_factory=dict)
    """Small choices of this person that outlive a page: columns, zoom, printer."""
    desk: "Desk | None" = None
    leave: Callable[[str], None] | None = None
    """What the frame does when told "lock", "switch", "restart" or "quit"."""
    dress: Callable[[str, float], None] | None = None
    """Changes appearance ("system", "light", "dark") and type size on this computer."""


class Papers:
    """What papers there are, and the preview of one."""

    def __init__(self, navigator: Navigator, desk: "Desk | None" = None) -> None:
        self._navigator, self._desk = navigator, desk

    def find(self, paper_id: str) -> "Contribution[PaperSpec] | None":
        """The declared paper with the plugin it comes from; None when that plugin is off."""
        return self._desk.contributions.papers.find(paper_id) if self._desk is not None else None

    def of(self, record: str) -> "list[Contribution[PaperSpec]]":
        """Papers of one kind of record ("mediation.dispute"), in their order."""
        return self._desk.contributions.papers_of(record) if self._desk is not None else []

    def preview(self, paper_id: str, record_id: int | None = None, mode: str = "final") -> None:
        """Show paper `paper_id` of a record; mode: "blank", "prefilled" or "final"."""
        self._navigator.open(PREVIEW, paper_id=paper_id, record_id=record_id, mode=mode)


class ViewContext:
    """The desk as a view sees it."""

    def __init__(self, seat: Seat, plugin_id: str = "desk") -> None:
        self._seat = seat
        self.plugin_id = self.domain = plugin_id
        self.tr: Translator = translator(plugin_id)
        self.actor, self.clock, self.jobs, self.asker = seat.actor, seat.clock, seat.jobs, seat.asker
        self.drafts, self.settings, self.hall = seat.drafts, seat.settings, seat.hall
        self.papers = Papers(seat.navigator, seat.desk)
        self.memory = seat.memory

    @property
    def changes(self) -> Any:
        """Signal (Changes, initiator) after every write: refresh if touched and `initiator is not self`."""
        return self._seat.hub.told

    def may(self, permission: str) -> bool:
        """Whether the signed-in person has `permission`; "" is open to everybody. Services check again."""
        return self.actor.may(permission)

    def open(self, entry_id: str, **args: Any) -> None:
        """Open a page by nav entry id; Esc comes back here."""
        self._seat.navigator.open(entry_id, **args)

    def back(self) -> None:
        """Go to the page before this one."""
        self._seat.navigator.back()

    def refresh(self) -> None:
        """Read this page anew."""
        self._seat.navigator.refresh()

    def notify(self, text: str, tone: str = "done", undo: Callable[[], Any] | None = None) -> None:
        """A quiet line that goes by itself; `undo` adds a button while it stands. tone: as of states."""
        self._seat.navigator.notify(text, tone, undo)

    def back_up(self) -> None:
        """A backup, when something changed since the last one; before a step that changes much. Called in a worker."""
        if self._seat.desk is not None:  # a test's context has none
            self._seat.desk.back_up_quietly()

    def sibling(self, plugin_id: str) -> "ViewContext":
        """The same seat as another plugin's views see it."""
        return ViewContext(self._seat, plugin_id)


class HouseContext(ViewContext):
    """For the desk's own pages only: the loaded desk besides (plugins, backups, what everybody contributes)."""

    @property
    def desk(self) -> "Desk":
        """What bootstrap handed in."""
        assert self._seat.desk is not None, "a test's context has no desk"
        return self._seat.desk

    @property
    def look(self) -> tuple[str, float]:
        """Appearance and type size of this computer, as they are now."""
        return theme.look()

    def dress(self, appearance: str, scale: float) -> None:
        """Change them at once and for the next start."""
        if self._seat.dress is not None:
            self._seat.dress(appearance, scale)

    def leave(self, how: str) -> None:
        """Lock, switch user, restart or quit: "lock", "switch", "restart", "quit"."""
        if self._seat.leave is not None:
            self._seat.leave(how)
