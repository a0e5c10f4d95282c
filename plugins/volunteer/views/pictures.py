"""A picture of goods for the poster: chosen from a file, kept inside the data file."""

from pathlib import Path
from typing import Any

from desk.api import translator
from desk.api.files import attach
from desk.api.qt import new_key
from plugins.volunteer.kinds import GOODS

_ = translator("volunteer")


def keep_picture(ctx: Any, record_id: int) -> None:
    """Ask for a picture and keep it; the newest one stands on the poster."""
    path: Path | None = ctx.asker.open_file(_("Choose a picture"), _("Pictures") + " (*.png *.jpg *.jpeg)")
    if path is not None:
        ctx.jobs.write(attach, GOODS, record_id, path.name, path.read_bytes(), key=new_key()).labelled(
            _("Keeping the picture")).start()
