"""What is left of a removed plugin stands in the desk as a plugin that only shows: hooks and pages the desk makes itself."""

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

from desk.core.files.access import guard
from desk.core.i18n import N_, add_words
from desk.core.leftovers.schema import MANAGE, LeftTable
from desk.core.tones import Tone
from desk.host.hookspecs import hookimpl
from desk.host.leftovers import pages, papers
from desk.host.specs import CaseKind, NavEntry, PanelSpec, PaperSpec, State
from desk.host.tables.declarations import NOBODY


def left_modules(plugin_id: str, names: Mapping[str, str], told: Mapping[str, Any],
                 tables: Sequence[LeftTable]) -> dict[str, ModuleType]:
    """Import name → module: the package, its hooks, pages and papers. names: language → what the plugin was called."""
    called = names.get("en") or plugin_id
    title = f"{called} (removed)"
    add_words(plugin_id, {title: f"{names.get('zh_CN') or called}（已移除）", **told.get("words", {})})
    home = f"plugins.{plugin_id}"
    for left in tables:
        if left.opens and not left.matters:
            guard(left.kind, papers.seen(left))
    parts = {"hooks": _hooks(plugin_id, title, told, tables), "pages": _pages(plugin_id, title, tables),
             "papers": _papers(tables)}
    package = _module(home, {"__path__": []})
    found = {home: package}
    for part, inside in parts.items():
        found[f"{home}.{part}"] = _module(f"{home}.{part}", inside)
        setattr(package, part, found[f"{home}.{part}"])
    return found


def _module(name: str, inside: Mapping[str, Any]) -> ModuleType:
    module = ModuleType(name, "Made by the desk out of what was kept.")
    vars(module).update(inside)
    return module


def _noun(left: LeftTable) -> str:
    return left.kind.partition(".")[2].replace(".", "_")


def _pages(plugin_id: str, title: str, tables: Sequence[LeftTable]) -> dict[str, Any]:
    found: dict[str, Any] = {"LEFT": pages.overview_spec(plugin_id, title, tables), "PANEL": pages.panel_spec(plugin_id, title)}
    for left in tables:
        found |= {f"{_noun(left)}_list": pages.list_spec(left), f"{_noun(left)}_record": pages.record_spec(left)}
    return found


def _papers(tables: Sequence[LeftTable]) -> dict[str, Any]:
    found: dict[str, Any] = {"gone": papers.gone, "seen": papers.seen(None)}
    for left in tables:
        found |= {f"load_{_noun(left)}": papers.sheet_loader(left), f"build_{_noun(left)}": papers.sheet_builder(left),
                  f"seen_{_noun(left)}": papers.seen(left)}
    return found


def _hooks(plugin_id: str, title: str, told: Mapping[str, Any], tables: Sequence[LeftTable]) -> dict[str, Any]:
    home = f"plugins.{plugin_id}"

    @hookimpl
    def desk_nav_entries() -> list[NavEntry]:
        rights = list(dict.fromkeys(left.read for left in tables)) or [told.get("read") or MANAGE]
        first = f"{_noun(tables[0])}_list" if len(tables) == 1 else "LEFT"  # one register needs no list of registers
        found = [NavEntry(f"{plugin_id}.left", title, f"{home}.pages:{first}", "archive", "registers", 900, rights[0])]
        for left in tables:
            found.append(NavEntry(f"{left.kind}_list", left.title, f"{home}.pages:{_noun(left)}_list", "archive", "registers",
                                  permission=left.read, hidden=True))
            found.append(NavEntry(left.kind, left.title, f"{home}.pages:{_noun(left)}_record", "archive", "registers",
                                  permission=left.read, hidden=True))
        return found

    @hookimpl
    def desk_case_kinds() -> list[CaseKind]:
        here = {left.kind for left in tables}
        return [_kind(one, one["code"] if one["code"] in here else "") for one in told.get("kinds", []) if one["states"]]

    @hookimpl
    def desk_papers() -> list[PaperSpec]:
        by_kind = {left.kind: left for left in tables}
        sheets = [PaperSpec(f"{left.kind}_sheet", N_("Record sheet"), left.kind, f"{home}.papers:load_{_noun(left)}",
                            f"{home}.papers:build_{_noun(left)}", permission=left.read, modes=("final",))
                  for left in tables if left.opens]
        return [*sheets, *(_paper(home, one, by_kind) for one in told.get("papers", []))]

    @hookimpl
    def desk_person_panels() -> list[PanelSpec]:
        read = next((left.read for left in tables if left.linked("person")), "")
        return [PanelSpec(f"{plugin_id}.left", title, f"{home}.pages:PANEL", 900, read)] if read else []

    hooks = (desk_nav_entries, desk_case_kinds, desk_papers, desk_person_panels)
    return {hook.__name__: hook for hook in hooks}


def _kind(told: Mapping[str, Any], view: str) -> CaseKind:
    """The kind as it was, so that its matters are seen, found and shown as before; nothing can be done with them."""
    states = tuple(State(code, title, Tone(tone), final) for code, title, tone, final in told["states"])
    return CaseKind(told["code"], told["title"], states, (), permission_read=told["read"], permission_write=NOBODY,
                    permission_confidential=told["confidential"], view=view)


def _paper(home: str, told: Sequence[str], by_kind: Mapping[str, LeftTable]) -> PaperSpec:
    """One of its own papers, known so that its archived prints are shown to whom the paper was open."""
    paper, title, record, permission = told
    load = f"seen_{_noun(by_kind[record])}" if record in by_kind else "seen"
    return PaperSpec(paper, title, record, f"{home}.papers:{load}", f"{home}.papers:gone", permission=permission, modes=())
