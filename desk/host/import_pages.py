"""The page that brings a spreadsheet in, as data. Free of Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ImportSpec:
    """A page that brings a spreadsheet in: columns matched, a dry run with a reason for each row, undone whole.

    importer: as `core.exchange.batch.Importer`. list_name: what lists of this kind are called, so that next month's is
    compared with this one. preview: `(uow, ListDraft, progress) -> Preview`. take: a @verb `(uow, Preview, progress) -> report`
    with `batch_id` and `counts`; undo: a @verb `(uow, batch_id, progress) -> report`. help: what a row has to say.
    heads: ((title, pixels or 0), …) of the rows shown; cells: `(RowVerdict) -> texts` for them. opens: nav entry of one
    record, "" for none; register: nav entry of what they end up in, opened with register_args; register_title: of the
    button that goes there. of_record: where the lists are those of a record (the sheet of an activity), the page of one.
    """

    id: str
    title: str
    importer: Any
    list_name: str
    preview: Callable[..., Any]
    take: Callable[..., Any]
    undo: Callable[..., Any]
    help: str
    heads: tuple[tuple[str, int], ...]
    cells: Callable[[Any], tuple[str, ...]]
    opens: str
    register: str
    register_title: str = ""
    domain: str = "desk"
    register_args: Mapping[str, Any] = field(default_factory=dict)
    of_record: "Callable[[int], ImportSpec] | None" = None
