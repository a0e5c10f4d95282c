"""Paper kinds: a named way to turn a record's data into a document; known here once their plugin runs."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from desk.core.documents.page import PaperMode
from desk.core.dotted import resolve
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.putoff import PutOff

if TYPE_CHECKING:
    from desk.core.documents.fontbook import FontBook
    from desk.core.documents.model import Document

ALL_MODES = (PaperMode.BLANK, PaperMode.PREFILLED, PaperMode.FINAL)
_kinds: dict[str, "PaperKind"] = {}
_later = PutOff()
_fonts: "list[FontBook]" = []
_makers: "list[Callable[[], FontBook]]" = [lambda: resolve("desk.core.documents.fontbook:FontBook").bundled()]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """What a plugin declares of a paper.

    id: "<plugin>.<paper>". title: Chinese name as printed. build: DTO → document; called with None it gives
    the blank form. record: kind of record it belongs to. load: `(uow, record_id) -> DTO`.
    template_version: raised whenever the wording or layout changes, kept with each print.
    series: id of the number series its number comes from, "" for papers without a number; the DTO then has a field
    `number` ("" before it has one), filled in when the final paper is stored.
    permission: beyond that to print; "" for none.
    """

    id: str
    title: str
    build: "Callable[[Any], Document]"
    template_version: str = "1"
    modes: tuple[PaperMode, ...] = ALL_MODES
    series: str = ""
    record: str = ""
    load: Callable[[Any, int], Any] | None = None
    permission: str = ""

    def blank(self) -> "Document":
        """The empty form."""
        return replace(self.build(None), mode=PaperMode.BLANK)


def declare_papers(*kinds: PaperKind) -> None:
    """Make paper kinds known; called by the host for each plugin that starts."""
    _kinds.update({kind.id: kind for kind in kinds})


def declare_papers_later(kinds: Callable[[], Iterable[PaperKind]]) -> None:
    """Make them known when somebody first asks for a paper."""
    _later.put(lambda: declare_papers(*kinds()))


def paper_kinds(record: str = "") -> tuple[PaperKind, ...]:
    """Kinds of papers known, of one kind of record or all."""
    _later.bring()
    return tuple(kind for kind in _kinds.values() if not record or kind.record == record)


def paper_kind(kind_id: str) -> PaperKind:
    """The kind with this id. Raises UserError when its plugin is switched off."""
    _later.bring()
    found = _kinds.get(kind_id)
    if found is None:
        raise UserError(_("This paper belongs to a module that is switched off."),
                        todo=_("What was printed before can still be opened and printed again."))
    return found


def use_fonts(make: "Callable[[], FontBook]") -> None:
    """Print with the font book that `make` finds from now on; asked for with the first paper, for looking takes a moment."""
    _fonts.clear()
    _makers[:] = [make]


def font_book() -> "FontBook":
    """The font book papers are printed with; without one given, the fonts installed with the program."""
    if not _fonts:
        _fonts.append(_makers[0]())
    return _fonts[0]


def with_number(data: Any, number: str) -> Any:
    """The DTO with its number filled in, when it has a place for one."""
    if not hasattr(data, "number") or not is_dataclass(data) or isinstance(data, type):
        return data
    return replace(data, number=number)


def data_hash(data: Any) -> str:
    """Hash of the data a paper is built from, its number left out: tells whether the record changed since."""
    plain = with_number(data, "")
    text = json.dumps(asdict(plain) if is_dataclass(plain) and not isinstance(plain, type) else plain,
                      sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
