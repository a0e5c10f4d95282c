"""What the system says of a disk, in words: full, read-only, refused, gone."""

import errno

from desk.core.errors import EnvironmentFault
from desk.core.i18n import N_, _

WORDS = {errno.ENOSPC: N_("The disk is full."), errno.EDQUOT: N_("The disk is full."), errno.EFBIG: N_("The disk is full."),
         errno.EROFS: N_("The disk can only be read."), errno.EACCES: N_("The system refuses to let the desk write here."),
         errno.EPERM: N_("The system refuses to let the desk write here."),
         errno.EIO: N_("The disk does not answer as it should.")}
"""Error number of the system → sentence."""
_REFUSED = (errno.EROFS, errno.EACCES, errno.EPERM)


def disk_fault(error: BaseException) -> EnvironmentFault | None:
    """The fault that an OSError of a disk is; None for every other error."""
    if not isinstance(error, OSError) or error.errno not in WORDS:
        return None
    what = _(WORDS[error.errno])
    if error.errno in _REFUSED:
        place = _("The place: {path}").format(path=error.filename) if error.filename else ""
        return EnvironmentFault(" ".join(filter(None, (what, place))), retry=True,
                                advice=_("Choose another folder, or ask for the right to write there."))
    return EnvironmentFault(what, retry=True, advice=_(
        "Make room or ask whoever looks after this computer, then try again. What you typed is kept."))
