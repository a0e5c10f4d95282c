"""What must not hang in public: names of the people concerned, phones, identity numbers, doors. Pure.

Personal names and addresses are removed before posting (systems F0 #4); what is found is told, nobody guesses at other names.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_ID = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_DOOR = re.compile(r"(\d+\s*(?:号楼|幢|栋|座|门)(?:\s*\d+\s*单元)?\s*)(\d{3,4})(\s*(?:室|户|号))?")
_DASHED = re.compile(r"(?<![\d-])(\d{1,3}-\d{1,2}-)(\d{3,4})(?![\d-])")


@dataclass(frozen=True, slots=True)
class Found:
    """Something personal in a text. kind: "name", "id", "phone", "door"."""

    kind: str
    text: str


def find_personal(text: str, names: Iterable[str] = ()) -> tuple[Found, ...]:
    """What of `text` tells who somebody is or where she lives: `names` that stand in it, numbers, doors; each once."""
    found = [Found("name", name) for name in names if len(name) > 1 and name in text]
    for kind, pattern in (("id", _ID), ("phone", _PHONE), ("door", _DOOR), ("door", _DASHED)):
        found += [Found(kind, hit[0].strip()) for hit in pattern.finditer(text)]
    return tuple(dict.fromkeys(found))


def redact(text: str, names: Iterable[str] = ()) -> str:
    """`text` with the surname only, the ends of numbers, the building without the door."""
    for name in sorted({name for name in names if len(name) > 1}, key=len, reverse=True):
        text = text.replace(name, f"{name[0]}某某" if len(name) > 2 else f"{name[0]}某")
    text = _ID.sub(lambda hit: hit[0][:3] + "*" * 13 + hit[0][-2:], text)
    text = _PHONE.sub(lambda hit: hit[0][:3] + "****" + hit[0][-4:], text)
    text = _DOOR.sub(lambda hit: f"{hit[1]}***{hit[3] or ''}", text)
    return _DASHED.sub(lambda hit: f"{hit[1]}***", text)
