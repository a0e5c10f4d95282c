"""What a new declaration may change of the one before: it grows, it never takes or turns into something else. No database."""

from collections.abc import Mapping
from typing import Any

from desk.core.i18n import _

FieldKinds = Mapping[str, Mapping[str, str]]
"""Register (without the plugin's id) → field → kind."""


def field_kinds(declared: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """What a declaration (as its file holds it) says of its fields' kinds; what cannot be read says nothing."""
    found: dict[str, dict[str, str]] = {}
    for register in declared.get("register", []):
        if isinstance(register, Mapping) and isinstance(register.get("id"), str):
            fields = [one for one in register.get("field", []) if isinstance(one, Mapping)]
            found[register["id"]] = {str(one.get("id")): str(one.get("kind", "text")) for one in fields}
            found[register["id"]]["(matter)"] = "case" if "case" in register else "record"
    return found


def shrunk(before: FieldKinds, after: FieldKinds) -> list[str]:
    """What the new declaration takes away or turns into something else, one sentence each; [] when it only grows."""
    found = []
    for register, fields in before.items():
        if register not in after:
            found.append(_("the register {name} is gone").format(name=register))
            continue
        for name, kind in fields.items():
            now = after[register].get(name)
            if now is None:
                found.append(_("the field {name} is gone").format(name=f"{register}.{name}"))
            elif now != kind:
                found.append(_("the field {name} was “{before}” and would be “{after}”").format(
                    name=f"{register}.{name}", before=kind, after=now))
    return found
