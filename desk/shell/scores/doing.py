"""What a button on a round's card does at once."""

from typing import Any

from desk.core.i18n import _
from desk.core.scores import service
from desk.shell.doing import carry_out


def start(ctx: Any, record_id: int) -> None:
    """Open the round."""
    carry_out(ctx, _("Sheets can be entered now"), service.start_round, record_id)


def take_candidates(ctx: Any, record_id: int) -> None:
    """Candidates and figures anew from the records."""
    carry_out(ctx, _("Candidates are taken from the records"), service.take_candidates, record_id)
