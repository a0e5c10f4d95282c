"""A value of a removed plugin's table in words, sensitive ones short. Which those are the plugin has said in its description;
of one that said nothing the desk guesses by the columns' names. In any text what looks like somebody's number is short.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from desk.core.clock import hall_time
from desk.core.i18n import _
from desk.core.leftovers.schema import LeftColumn
from desk.core.people.masks import mask_address, mask_number, mask_phone

_PHONE, _ADDRESS = ("phone", "mobile", "tel"), ("address", "residence", "home")
_NUMBER = ("id_number", "idnumber", "identity", "id_card", "paper_number", "bank", "account_no", "passport", "licence")
_LONG = re.compile(r"(?<![0-9A-Za-z])\d{14,18}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
HIDDEN = "••••"


def _short_phone(text: str) -> str:
    return mask_phone(text) if any(char.isdigit() for char in text) else text


_MASKS = ((_NUMBER, mask_number), (_PHONE, _short_phone), (_ADDRESS, mask_address))


def words(column: LeftColumn, value: Any, names: Mapping[tuple[str, int], str]) -> str:
    """The value whole. names: what the desk's own records are called, by (register, id)."""
    if value is None:
        return ""
    if column.kind in ("person", "organisation", "place"):
        return names.get((column.kind, value), f"#{value}")
    if column.kind == "row":
        return f"#{value}"
    if column.kind == "bool":
        return _("yes") if value else _("no")
    if column.kind == "bytes":
        return _("{n} bytes").format(n=len(value))
    if isinstance(value, datetime):
        return hall_time(value if value.tzinfo else value.replace(tzinfo=UTC)).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)


def masked(column: LeftColumn, text: str) -> str:
    """The same with what is sensitive short; `text` itself where nothing is."""
    if column.sensitive and text:
        fitting = [mask for marks, mask in _MASKS if column.kind == "text" and any(mark in column.name for mark in marks)]
        return fitting[0](text) if fitting else HIDDEN
    if column.kind in ("person", "organisation", "place", "row", "bool", "moment", "date"):
        return text
    for marks, mask in _MASKS if column.sensitive is None else ():
        if any(mark in column.name for mark in marks) and text:
            return mask(text)
    return _MOBILE.sub(lambda found: mask_phone(found[0]), _LONG.sub(lambda found: mask_number(found[0]), text))


def is_sensitive(column: LeftColumn) -> bool:
    """What is not searched."""
    if column.sensitive is not None:
        return column.sensitive
    return any(mark in column.name for mark in (*_NUMBER, *_PHONE, *_ADDRESS))
