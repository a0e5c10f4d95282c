"""How a long job of this room tells how far it is, and how it is stopped."""

from typing import Protocol

from desk.core.errors import Cancelled
from desk.core.i18n import _


class Progress(Protocol):
    """Called often with (done, total), total 0 while unknown; answers False, or raises Cancelled, to stop."""

    def __call__(self, done: int, total: int, /) -> bool | None: ...


def silent(_done: int, _total: int, /) -> None:
    """Nobody is watching."""


def tell(progress: Progress, done: int, total: int = 0) -> None:
    """Report; raises Cancelled when the watcher wants to stop."""
    if progress(done, total) is False:
        raise Cancelled(_("Stopped. Nothing was taken over."))
