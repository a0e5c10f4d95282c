"""Reading what an author wrote by hand: any editor's UTF-8, and a mistake told with the line it stands in."""

import json
import re
import tomllib
from typing import Any

from desk.core.i18n import _

_PLACE = re.compile(r"at line (\d+)")
_CURLY = "“”‘’，：＝【】"
"""What a Chinese input method types where TOML wants its plain sign."""


def read_file(name: str, data: bytes) -> tuple[Any, str]:
    """What the file called `name` holds (.json or TOML) and "", or None and a sentence that says where it is wrong."""
    try:
        text = data.decode("utf-8-sig")  # Notepad puts a mark before the first letter
        return (json.loads(text) if name.endswith(".json") else tomllib.loads(text)), ""
    except UnicodeDecodeError:
        return None, _("{name} is not UTF-8 text: save it as UTF-8 in your editor.").format(name=name)
    except (ValueError, RecursionError) as problem:
        told = _("{name} cannot be understood: {problem}").format(name=name, problem=str(problem)[:120])
        return None, " ".join(part for part in (told, _line(text, str(problem))) if part)


def _line(text: str, problem: str) -> str:
    """The line that was not understood, and what is often the matter."""
    place = _PLACE.search(problem)
    lines = text.splitlines()
    if place is None or not 0 < int(place[1]) <= len(lines):
        return ""
    line = lines[int(place[1]) - 1].strip()[:80]
    if not set(_CURLY) & set(line):
        return f"[{line}]"
    return f"[{line}] " + _("Quotes, commas and equal signs must be typed with the input method switched off.")
