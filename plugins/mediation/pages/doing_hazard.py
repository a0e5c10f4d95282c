"""Buttons of a hazard's page that ask for a file or act at once. Called in the shell with its context."""

from typing import Any

from desk.api import translator
from desk.api.files import attach
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.pages.doing import carry
from plugins.mediation.service.hazards import resume_hazard
from plugins.mediation.service.responsibilities import accept_responsibility

_ = translator("mediation")


def add_evidence(ctx: Any, hazard_id: int) -> None:
    """Keep a picture or a paper with the line, as evidence for the strike-off."""
    path = ctx.asker.open_file(_("Picture or paper"), _("Pictures and papers (*.jpg *.jpeg *.png *.pdf)"))
    if path is not None:
        carry(ctx, attach, HAZARD, hazard_id, path.name, path.read_bytes())


def take_on(ctx: Any, responsibility_id: int) -> None:
    """Whoever is to answer for it takes it on."""
    carry(ctx, accept_responsibility, responsibility_id)


def resume(ctx: Any, hazard_id: int) -> None:
    """The clock runs again."""
    carry(ctx, resume_hazard, hazard_id)
