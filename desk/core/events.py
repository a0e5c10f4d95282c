"""Domain happenings, told after commit only: fire and forget. Whoever must take part in the transaction is a participant."""

import logging
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)


class EventBus:
    """Subscribers by event class; one that raises is logged and the others are still told."""

    def __init__(self) -> None:
        self._listeners: dict[type, list[Callable[[Any], None]]] = {}

    def subscribe(self, kind: type, listener: Callable[[Any], None]) -> Callable[[], None]:
        """Tell `listener` of each event of `kind`; returns the way to stop it."""
        self._listeners.setdefault(kind, []).append(listener)
        return lambda: self._listeners[kind].remove(listener)

    def publish(self, event: object) -> None:
        """Tell everybody who asked for this very class of event."""
        for listener in tuple(self._listeners.get(type(event), ())):
            try:
                listener(event)
            except Exception:  # noqa: BLE001 - a listener's bug must not undo what is already committed
                log.exception("A listener of %s raised", type(event).__name__)
