"""A tables-only plugin stands in the desk as modules that the desk itself fills; no file of the plugin is ever imported."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from desk.core.i18n import add_words
from desk.host.failures import PluginMistake
from desk.host.manifest import Manifest, read_manifest
from desk.host.tables import figures, pages, papers
from desk.host.tables.declarations import Declared
from desk.host.tables.hooks import hooks_of
from desk.host.tables.reading import read_folder


def declared_in(folder: Path, plugin_id: str) -> Declared:
    """What the plugin declares; PluginMistake with everything that is wrong."""
    manifest, errors = read_manifest(folder, plugin_id)
    if manifest is not None:
        declared, errors = read_folder(folder, plugin_id, [permission.id for permission in manifest.permissions])
        if declared is not None:
            return declared
    raise PluginMistake("; ".join(errors))


def running_declarations(host: Any) -> list[tuple[Manifest, Declared]]:
    """Of each tables-only plugin that runs."""
    from desk.host.states import State

    found = []
    for manifest in host.manifests(State.RUNNING):
        module = sys.modules.get(f"plugins.{manifest.id}")
        declared = getattr(module, "DECLARED", None)
        if isinstance(declared, Declared):
            found.append((manifest, declared))
    return found


def modules_of(name: str, declared: Declared) -> dict[str, ModuleType]:
    """Import name → module: the package `name`, its hooks, pages and papers."""
    words = {**declared.words, **_composed(declared)}
    add_words(declared.plugin_id, words)
    parts: dict[str, Mapping[str, Any]] = {
        "hooks": hooks_of(declared), "pages": _pages(declared), "papers": _papers(declared, words),
        "figures": _figures(declared)}
    package = _module(name, {"__path__": [], "DECLARED": declared})
    found = {name: package}
    for part, names in parts.items():
        found[f"{name}.{part}"] = _module(f"{name}.{part}", names)
        setattr(package, part, found[f"{name}.{part}"])
    return found


def _module(name: str, names: Mapping[str, Any]) -> ModuleType:
    module = ModuleType(name, "Made by the desk out of declarations.")
    vars(module).update(names)
    return module


def _composed(declared: Declared) -> dict[str, str]:
    """Texts that are put together out of declared ones."""
    found = {}
    for register in declared.registers:
        one = register.table.one
        found[register.table.code] = declared.words.get(one, one)
        found[f"Register: {one}"] = f"登记{declared.words.get(one, one)}"
        found |= {f"{asking.title} (Ctrl+S)": f"{declared.words.get(asking.title, asking.title)} (Ctrl+S)"
                  for asking in register.askings}
        for field in register.table.fields:
            told = declared.words.get(field.title, field.title)
            if pages.help_of(field):
                unit = declared.words.get(field.unit) or ("元" if field.kind == "money" else "")
                found[pages.help_of(field)] = "；".join(part for part in (unit, declared.words.get(field.help)) if part)
            found[f"{field.title}: from"], found[f"{field.title}: to"] = f"{told}：从", "至"
    return found


def _pages(declared: Declared) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for register in declared.registers:
        table, own = register.table, register.id
        offered = tuple(f"{declared.plugin_id}.{paper.id}" for paper in declared.papers
                        if paper.register == own and not paper.whole)
        whole = next((f"{declared.plugin_id}.{paper.id}" for paper in declared.papers
                      if paper.register == own and paper.whole), "")
        found |= {f"{own}_list": pages.list_spec(register, whole), f"{own}_record": pages.record_spec(register, offered),
                  f"{own}_form": pages.form_spec(register), f"{own}_take_out": pages.taking_out(table),
                  f"{own}_put_back": pages.putting_back(table)}
        for asking in register.askings:
            target = register.case.move(asking.move).target if register.case else ""
            final = bool(register.case and register.case.state(target).final)
            found[f"{own}_do_{asking.move}"] = (pages.move_spec(register, asking) if asking.asks or asking.reason
                                                else pages.doing(table, asking, final=final))
    return found


def _figures(declared: Declared) -> dict[str, Callable[..., Any]]:
    return {**{f"facts_{count.id}": figures.facts_of(declared, count) for count in declared.counts},
            **{f"values_{count.id}": figures.values_of(declared, count) for count in declared.counts if count.apart},
            **{f"lines_{count.id}": figures.lines_of(declared, count) for count in declared.counts}}


def _papers(declared: Declared, words: Mapping[str, str]) -> dict[str, Callable[..., Any]]:
    found: dict[str, Callable[..., Any]] = {}
    for paper in declared.papers:
        register = declared.register(paper.register)
        title = words.get(paper.title, paper.title)
        load = papers.list_loader(register) if paper.whole else papers.loader(register)
        found |= {f"load_{paper.id}": load, f"find_{paper.id}": papers.finder(register),
                  f"build_{paper.id}": papers.builder(declared.plugin_id, paper, register, title)}
    return found
