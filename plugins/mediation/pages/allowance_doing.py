"""What the buttons of an allowance sheet do."""

from typing import Any

from desk.api import translator
from plugins.mediation.pages.doing import carry
from plugins.mediation.service.allowance import confirm_sheet, drop_sheet

_ = translator("mediation")


def confirm(ctx: Any, sheet_id: int) -> None:
    """Button: the sheet is right."""
    detail = _("Nothing on it can be changed afterwards, and its cases are on no other sheet.")
    if ctx.asker.confirm(_("Confirm the sheet?"), detail=detail, yes=_("Confirm the sheet")):
        carry(ctx, confirm_sheet, sheet_id)


def drop(ctx: Any, sheet_id: int) -> None:
    """Button: the draft is thrown away."""
    detail = _("Its cases can be taken up by another sheet.")
    if ctx.asker.confirm(_("Throw the draft away?"), detail=detail, yes=_("Throw the draft away"), danger=True):
        carry(ctx, drop_sheet, sheet_id)
        ctx.open("mediation.allowances")
