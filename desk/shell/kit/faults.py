"""What a page says when something went wrong: the sentence of the error's family, never a traceback."""

from desk.core.errors import DeskError
from desk.core.i18n import _


def sentence(error: object) -> str:
    """What the person at the screen is told of `error`."""
    if isinstance(error, DeskError):
        return str(error)
    return _("Something went wrong in the program. What was typed is kept.")
