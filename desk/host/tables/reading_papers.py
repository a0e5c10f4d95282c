"""[[paper]] of tables.toml: a template of blocks whose texts hold names of fields in braces, and nothing that runs."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desk.core.i18n import _
from desk.host.manifest_parts import NAME
from desk.host.manifest_parts import Table as Keys
from desk.host.tables.declarations import Paper, Register

if TYPE_CHECKING:
    from desk.host.tables.reading import Reader

HOLE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
OF_HALL = ("today", "hall", "community", "committee")
"""Names of the hall; a paper of a whole list knows no others."""
ALWAYS = ("number", "title", "today", "hall", "community", "committee")
"""Names every template may use besides the register's fields."""
KINDS = ("title", "heading", "text", "field", "rows", "lines", "sign", "date", "note", "space", "list")
"""title, heading, text, note: running text. field: a label and a field. rows: a ruled form of fields, two a row. lines: ruled
lines for handwriting below a label. sign: who signs. date: a date field, today for "today". space: empty lines. list: a
table of fields, one line a record of the whole register; in papers of the whole list only."""


def read_paper(reader: "Reader", keys: Keys, registers: Mapping[str, Register]) -> Paper:
    """One template, every name in it known."""
    register = keys.matching("register", NAME)
    reader.among(keys, "register", (register,), tuple(registers))
    names = (*ALWAYS, *(field.name for field in registers[register].table.fields)) if register in registers else ALWAYS
    whole = keys.take("whole", bool, False)
    blocks = tuple(_block(reader, inner, OF_HALL if whole else names, names) for inner in reader.each(keys, "block", 80))
    if whole != any(kind == "list" for kind, _text, _more in blocks):
        reader.wrong(keys, "whole", _("a paper of the whole list has a list, and no other paper has one."))
    if not blocks:
        reader.wrong(keys, "block", _("there is none."))
    paper = Paper(keys.matching("id", NAME), reader.say(keys, "title"), register, blocks, whole)
    keys.refuse_the_rest()
    return paper


def _block(reader: "Reader", keys: Keys, names: tuple[str, ...], fields: tuple[str, ...]) -> tuple[str, str, Mapping[str, Any]]:
    kind = next((name for name in KINDS if name in keys.data), "")
    if not kind:
        reader.wrong(keys, "", _("a block is one of {kinds}.").format(kinds=", ".join(KINDS)))
        return "", "", {}
    more: dict[str, Any] = {}
    if kind in ("rows", "sign", "list"):
        told = keys.take(kind, list, [])
        if not told or any(not isinstance(one, str) or len(one) > 60 for one in told):
            reader.wrong(keys, kind, _("it lists texts."))
            told = []
        if kind != "sign":
            reader.among(keys, kind, told, names if kind == "rows" else fields)
        more["list"], text = tuple(told), ""
    elif kind in ("space", "lines"):
        more["count"], text = max(1, min(keys.take(kind, int, 1), 30)), ""
    else:
        text = keys.take(kind, str, "")
    if kind in ("field", "date"):
        reader.among(keys, kind, (text,), names)
    for name in HOLE.findall(text):
        reader.among(keys, kind, (name,), names)
    if "{" in HOLE.sub("", text) or "}" in HOLE.sub("", text) or len(text) > 4000:
        reader.wrong(keys, kind, _("braces hold the name of a field only."))
    if kind in ("field", "lines"):
        more["label"] = keys.take("label", str, "")
    keys.refuse_the_rest()
    return kind, text, more
