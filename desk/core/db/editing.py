"""Taking a form's values over into a record: two editors are noticed, and only what differs is written."""

from collections.abc import Mapping
from typing import Any

from desk.core.db.base import Root
from desk.core.errors import Conflict
from desk.core.i18n import _


def take_over(record: Root, values: Mapping[str, Any], version: int | None) -> list[str]:
    """Set `values` (column → value) and answer the names of those that changed.

    version: the one the form was filled from, None when nobody could have typed in between. Raises Conflict (mine, theirs:
    the columns that differ) when the record was saved since.
    """
    theirs = {name: getattr(record, name) for name in values}
    differing = [name for name, value in values.items() if theirs[name] != value]
    if version is not None and record.version != version:
        raise Conflict(_("Somebody else saved this record while you were editing it."),
                       mine={name: values[name] for name in differing}, theirs={name: theirs[name] for name in differing})
    for name in differing:
        setattr(record, name, values[name])
    return differing
