"""Buttons of an event's page that act at once. Called in the shell with its context; a refusal is shown by the desk."""

import uuid
from typing import Any

from desk.api import translator
from plugins.grid.service.ending import file_event
from plugins.grid.service.handing import hand_at_once

_ = translator("grid")


def hand(ctx: Any, event_id: int) -> None:
    """The one click: the event becomes a line of the module that takes such events."""
    ctx.jobs.write(hand_at_once, event_id, key=str(uuid.uuid4())).start()


def file(ctx: Any, event_id: int) -> None:
    """File it and strike it off."""
    ctx.jobs.write(file_event, event_id, key=str(uuid.uuid4())).start()
