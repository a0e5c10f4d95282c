"""One row of a residents' list: read, checked, and either a person as the register keeps one or the reasons why not.

Pure: no register is looked at here. Evidence that a form would ask a reason for rejects a row, because a list gives none;
the row is entered by hand, where the reason can be given.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from desk.core.errors import UserError
from desk.core.exchange.people_fields import BLANKS, PEOPLE_FIELDS, RELATION_WORDS, RESIDENT_KIND_WORDS, SEX_WORDS
from desk.core.exchange.table import RuinedNumber
from desk.core.i18n import _
from desk.core.people.checks import sentences
from desk.core.people.dates import partial, read_date
from desk.core.people.identity import examine
from desk.core.people.identity_kinds import guess_kind
from desk.core.people.names import clean_name, examine_name
from desk.core.people.phones import clean_phone, examine_phone
from desk.core.text import clean, code, fold_width

_PHONES_APART = re.compile(r"[/、,;，；\n]+|\s+(?=1[3-9]\d)")
_TIME_OF_DAY = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?$")
_SERIAL = re.compile(r"\d{5}")
_SERIAL_DAYS = range(3_000, 60_000)
_SERIAL_ORIGIN = date(1899, 12, 30)
_TRAILING_ZEROS = re.compile(r"\d{15}000")


@dataclass(slots=True)
class PersonRow:
    """A person as the list says; "" where it says nothing. number: as kept, kind its paper. lookup: filled in later."""

    number: int
    name: str = ""
    kind: str = ""
    id_number: str = ""
    lookup: str = ""
    sex: str = ""
    birth: str = ""
    phones: tuple[str, ...] = ()
    address: str = ""
    household_code: str = ""
    area: str = ""
    relation: str = ""
    resident_kind: str = ""
    reasons: list[str] = field(default_factory=list)


def read_row(number: int, values: Mapping[str, str], on: date) -> PersonRow:
    """Read a row on the day `on`; `reasons` is empty when it may be taken over. Never raises."""
    row = PersonRow(number)
    given = {name: value for name, value in values.items() if value.casefold() not in BLANKS}
    for name, read in _READERS:
        if name in given:
            _guarded(row, name, read, given[name], on)
    if not row.name and not row.reasons:
        row.reasons.append(_("The row names nobody."))
    elif not (row.id_number or row.birth or row.phones or row.address or row.reasons):
        row.reasons.append(_("A name alone tells nobody apart: add the identity number, birth date, telephone or address."))
    return row


def _guarded(row: PersonRow, name: str, read: Callable[[PersonRow, str, date], None], value: str, on: date) -> None:
    try:
        read(row, value, on)
    except UserError as error:  # its sentence stands beside a field elsewhere; here the column has to be named
        row.reasons.append(_("{column}: {reason}").format(column=_(_TITLES[name]), reason=error))


def _name(row: PersonRow, value: str, _on: date) -> None:
    row.name = clean_name(value)
    if not row.name.isalpha():
        row.reasons += sentences(examine_name(row.name))


def _birth(row: PersonRow, value: str, on: date) -> None:
    row.birth = _read_birth(value, on)


@lru_cache(maxsize=50_000)
def _read_birth(value: str, on: date) -> str:
    """As read_date; also a spreadsheet's serial day ("32939") and a date with a time of day."""
    text = _TIME_OF_DAY.sub("", fold_width(value))
    if _SERIAL.fullmatch(text) and int(text) in _SERIAL_DAYS:
        text = (_SERIAL_ORIGIN + timedelta(int(text))).isoformat()
    return str(read_date(text, on=on))


def _sex(row: PersonRow, value: str, _on: date) -> None:
    found = SEX_WORDS.get(fold_width(value).casefold())
    if found is None:
        row.reasons.append(_("The sex says “{value}”; 男 or 女 is understood.").format(value=value[:20]))
    row.sex = found or ""


def _id_number(row: PersonRow, value: str, on: date) -> None:
    if isinstance(value, RuinedNumber):
        row.reasons.append(_ruined(value))
        return
    number = code(value)
    kind = guess_kind(number) or "id_card"
    found = examine(kind, number, on=on, birth=row.birth or None, sex=row.sex)
    wrong = [check for check in found.warnings if check.name != "old_number"]
    if wrong and _TRAILING_ZEROS.fullmatch(number):
        row.reasons.append(_ruined(value))
        return
    row.reasons += sentences(wrong)
    row.kind, row.id_number = kind, found.suggestion or found.number
    if found.birth and not wrong and (not row.birth or not partial(row.birth).is_whole()):
        row.birth = found.birth.isoformat()
    if found.sex and not wrong and row.sex not in ("1", "2"):
        row.sex = found.sex


def _ruined(value: str) -> str:
    """No whole number is repeated: only the form of the damage."""
    shown = str(value) if isinstance(value, RuinedNumber) else "…000"
    return _("The spreadsheet has destroyed the last digits of this identity number ({shown}). Format the column as text "
             "and enter the number again from the original.").format(shown=shown)


def _phone(row: PersonRow, value: str, _on: date) -> None:
    if len(value) == 11 and value.isascii() and value.isdecimal() and value[0] == "1" and value[1] > "2":
        row.phones = (value,)
        return
    found: list[str] = []
    for part in _PHONES_APART.split(value):
        if part.strip():
            number = clean_phone(part)
            row.reasons += sentences(examine_phone(number))
            found.append(number)
    row.phones = tuple(dict.fromkeys(found))


def _address(row: PersonRow, value: str, _on: date) -> None:
    row.address = clean(value, field="address")


def _household(row: PersonRow, value: str, _on: date) -> None:
    row.household_code = code(value, limit=40)


def _area(row: PersonRow, value: str, _on: date) -> None:
    row.area = plain_area(value)


def plain_area(text: str) -> str:
    """A grid's name or number as it is compared: "第 3 网格" → "第3网格"."""
    return fold_width(text).replace(" ", "").casefold()


def _relation(row: PersonRow, value: str, _on: date) -> None:
    row.relation = RELATION_WORDS.get(value.replace(" ", ""), "8")


def _resident_kind(row: PersonRow, value: str, _on: date) -> None:
    found = RESIDENT_KIND_WORDS.get(value.replace(" ", ""))
    if found is None:
        row.reasons.append(_("The kind of resident says “{value}”; 常住, 流动 or 非本社区 is understood.")
                           .format(value=value[:20]))
    row.resident_kind = found or ""


# The identity number comes after birth and sex, which it is compared with.
_TITLES = {field.name: field.label for field in PEOPLE_FIELDS}
_READERS = (("name", _name), ("birth", _birth), ("sex", _sex), ("id_number", _id_number), ("phone", _phone),
            ("address", _address), ("household_code", _household), ("area", _area), ("relation", _relation),
            ("resident_kind", _resident_kind))
