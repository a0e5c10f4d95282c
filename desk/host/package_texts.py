"""A package carries its texts compiled: the desk reads .mo files only, an author writes .po files."""

import io
from collections.abc import Mapping

from desk.core.errors import UserError
from desk.core.i18n import _


def compiled(po: bytes) -> bytes:
    """The .mo of a .po file's bytes; UserError when it cannot be read."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(io.BytesIO(po), abort_invalid=True)
    except (PoFileError, ValueError) as problem:
        raise UserError(_("A .po file of its texts cannot be read.")) from problem
    out = io.BytesIO()
    write_mo(out, catalogue, use_fuzzy=False)
    return out.getvalue()


def with_compiled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """`files` and the .mo of each .po, made anew."""
    more = {f"{name.removesuffix('.po')}.mo": compiled(data) for name, data in files.items() if name.endswith(".po")}
    return {**files, **more}
