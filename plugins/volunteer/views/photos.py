"""Pictures of an activity, of before and after a campaign: chosen from a file, kept inside the data file."""

from typing import Any

from desk.api import translator
from desk.api.qt import new_key
from plugins.volunteer.drafts_teams import PhotoDraft
from plugins.volunteer.service.fairs import add_photo

_ = translator("volunteer")


def before_photo(ctx: Any, record_id: int) -> None:
    """Choose a picture of before."""
    _add(ctx, record_id, "before")


def after_photo(ctx: Any, record_id: int) -> None:
    """Choose a picture of after."""
    _add(ctx, record_id, "after")


def during_photo(ctx: Any, record_id: int) -> None:
    """Choose a picture of the activity itself."""
    _add(ctx, record_id, "during")


def _add(ctx: Any, record_id: int, when: str) -> None:
    path = ctx.asker.open_file(_("Choose a picture"), _("Pictures") + " (*.png *.jpg *.jpeg)")
    if path is not None:
        draft = PhotoDraft(record_id, when, path.name, path.read_bytes())
        ctx.jobs.write(add_photo, draft, key=new_key()).labelled(_("Keeping the picture")).start()
