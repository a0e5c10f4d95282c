"""Which column holds what: fields with the headings people really write, as data, and a match that asks only when
it must."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desk.core.errors import UserError
from desk.core.i18n import _

_BRACKETED = re.compile(r"[(\[【〔<《{][^)\]】〕>》}]*[)\]】〕>》}]")
_BRACKETS = re.compile(r"[()\[\]【】〔〕<>《》{}]")
_NOISE = re.compile(r"[\s*:;,.、·_\-/\\|\"'“”‘’#＊]+")
_NUMBERED = re.compile(r"^[\d一]+|[\d一]$")
_NEUTRAL = ("居民", "本人", "人员", "成员", "个人", "住户", "申请人", "志愿者", "业主", "公民")
_SHOWN_LABELS = 12


@dataclass(frozen=True, slots=True)
class ImportField:
    """Something a row can say.

    name: the key in a matched row. label: English, marked with N_. synonyms: usual headings, the best first.
    required: the list is refused without a column for it. kind: "text", "id_number", "phone" or "date"; it decides
    which ruined numbers and full-width digits are looked for.
    """

    name: str
    label: str
    synonyms: tuple[str, ...]
    required: bool = False
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """columns: field name → column index. unused: headings nothing was matched to. doubtful: field name → the
    columns that carry the very same heading, of which the first was taken. missing: names of required fields
    without a column."""

    columns: Mapping[str, int]
    unused: tuple[str, ...] = ()
    doubtful: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def plain_heading(text: str) -> str:
    """ "* 身份证号码（18位）：" → "身份证号码"; the form in which headings are compared and remembered."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOISE.sub("", _BRACKETED.sub("", folded)) or _NOISE.sub("", _BRACKETS.sub("", folded))


def _variants(text: str) -> list[str]:
    """The plain heading, then with numbering and neutral words taken off ("居民姓名" → "姓名")."""
    plain = plain_heading(text)
    found = [plain, _NUMBERED.sub("", plain)]
    for word in _NEUTRAL:
        if found[-1].startswith(word) and len(found[-1]) > len(word):
            found.append(found[-1].removeprefix(word))
    return [variant for variant in found if variant]


class FieldIndex:
    """The fields of one kind of list, ready to look headings up."""

    def __init__(self, fields: Sequence[ImportField], remembered: Mapping[str, str] | None = None) -> None:
        """remembered: plain heading → field name ("" for "leave out"), from earlier imports of the same kind."""
        self.fields = tuple(fields)
        self._remembered = dict(remembered or {})
        self._rank: dict[str, tuple[str, int]] = {}
        for item in self.fields:
            for rank, word in enumerate((*item.synonyms, item.label, _(item.label), item.name)):
                self._rank.setdefault(plain_heading(word), (item.name, rank))

    def find(self, heading: str) -> tuple[str, int] | None:
        """(field name, rank, 0 the best) of a heading, or None."""
        chosen = self._remembered.get(plain_heading(heading))
        if chosen is not None:
            return (chosen, -1) if chosen else None
        for penalty, variant in enumerate(_variants(heading)):
            if variant in self._rank:
                name, rank = self._rank[variant]
                return name, rank + 100 * penalty
        return None

    def knows(self, heading: str) -> bool:
        """Does this heading say which field it is?"""
        return bool(heading) and self.find(heading) is not None


def match_columns(labels: Sequence[str], index: FieldIndex, chosen: Mapping[str, int] | None = None) -> ColumnMatch:
    """Match headings to fields; `chosen` (field name → column, -1 for none) is what the user said and wins."""
    best: dict[str, tuple[int, int]] = {}
    same: dict[str, list[int]] = {}
    for column, label in enumerate(labels):
        hit = index.find(label) if label else None
        if hit is None:
            continue
        name, rank = hit
        if name not in best or rank < best[name][0]:
            best[name], same[name] = (rank, column), [column]
        elif rank == best[name][0]:
            same[name].append(column)
    columns = {name: column for name, (_rank, column) in best.items()}
    columns.update(chosen or {})
    columns = {name: column for name, column in columns.items() if column >= 0}
    doubtful = {name: tuple(found) for name, found in same.items() if len(found) > 1 and name not in (chosen or {})}
    unused = tuple(label for column, label in enumerate(labels) if label and column not in columns.values())
    missing = tuple(item.name for item in index.fields if item.required and item.name not in columns)
    return ColumnMatch(columns, unused, doubtful, missing)


def require_columns(match: ColumnMatch, labels: Sequence[str], index: FieldIndex) -> None:
    """Raise UserError naming what is missing and what was found instead."""
    if not match.missing:
        return
    wanted = "、".join(_(item.label) for item in index.fields if item.name in match.missing)
    found = "、".join([label for label in labels if label][:_SHOWN_LABELS]) or _("no headings at all")
    raise UserError(
        _("The list has no column for: {wanted}. Found: {found}.").format(wanted=wanted, found=found),
        todo=_("Choose the column yourself, or put one heading above each column (no merged cells) and try again."))


def remember(match: ColumnMatch, labels: Sequence[str]) -> dict[str, str]:
    """Plain heading → field name, to be handed to FieldIndex next time; unused headings are not remembered."""
    return {plain_heading(labels[column]): name for name, column in match.columns.items()
            if 0 <= column < len(labels) and labels[column]}


def row_reader(match: ColumnMatch) -> Callable[[Sequence[str]], dict[str, str]]:
    """Cells → {field name: text}, with only the matched columns."""
    pairs = tuple(match.columns.items())
    return lambda cells: {name: cells[column] if column < len(cells) else "" for name, column in pairs}
