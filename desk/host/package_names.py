"""Names inside a package: plain relative paths that mean the same file on every system, or a sentence saying why not.

A list of what is allowed, not of what is forbidden: whatever spelling of a traversal is still to be invented has a sign in it
that no plugin's file needs.
"""

import re
from collections.abc import Iterable

from desk.core.i18n import _

LONGEST, DEEPEST = 180, 8
"""Signs of a path and its folders; Windows stops at 260 with the data folder in front."""
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]*")
RESERVED = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$", "clock$",
                      *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
"""Names that Windows keeps for devices."""
_RUNNABLE = (".pyc", ".pyo", ".pyd", ".so", ".dll", ".dylib", ".exe", ".bat", ".cmd", ".com", ".ps1", ".vbs", ".lnk", ".scr",
             ".pth", ".zip", ".egg", ".whl", ".deskplugin")


def why_not(name: str) -> str:
    """The sentence that refuses `name`, "" for a plain relative path of a readable file."""
    if "\0" in name or not name.isascii() or not name.isprintable():
        return _("A file in it has a name with unusual signs.")
    shown = name[:60]
    if "\\" in name or ":" in name or name.startswith(("/", "~")):
        return _("{name} does not lie inside the plugin's folder.").format(name=shown)
    parts = name.split("/")
    if ".." in parts or "." in parts:
        return _("{name} does not lie inside the plugin's folder.").format(name=shown)
    if len(name) > LONGEST or len(parts) > DEEPEST:
        return _("{name} has too long a path.").format(name=shown)
    if any(not _PART.fullmatch(part) or part.endswith(".") or part.split(".")[0].lower() in RESERVED for part in parts):
        return _("{name} is a name that not every computer can keep.").format(name=shown)
    if "__pycache__" in parts or name.lower().endswith(_RUNNABLE):
        return _("{name} is a program that cannot be read; a plugin is made of sources.").format(name=shown)
    return ""


def first_clash(names: Iterable[str]) -> str:
    """A name that is there twice on a system that does not tell capitals apart, or is both a file and a folder; else ""."""
    seen: set[str] = set()
    folders: dict[str, str] = {}
    for name in names:
        small = name.lower()
        parts = name.split("/")
        above = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
        if small in seen or small in folders or any(folder.lower() in seen for folder in above):
            return name
        if any(folders.setdefault(folder.lower(), folder) != folder for folder in above):
            return name
        seen.add(small)
    return ""
