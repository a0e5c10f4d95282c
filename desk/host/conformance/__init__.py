"""What every plugin must pass, as functions of the host: tests call them, and so does whoever packs or installs one.

`examine(found, id)` runs every check over one plugin and answers what is wrong, for the plugin's author, in English. Examining
imports the plugin's code; what only reads is in `desk.host.manifest` and `desk.host.discovery`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desk.host.conformance import attributes, declared, kinds, sources, tables, texts, verbs
from desk.host.conformance.subject import Subject, subject
from desk.host.discovery import Found

__all__ = ["CHECKS", "Finding", "Subject", "examine", "run_check", "subject"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a plugin; check: name of the check that found it."""

    check: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.check}: {self.sentence}"


CHECKS: dict[str, Callable[[Subject], Iterable[str]]] = {
    "imports": sources.imports_only_the_doors,
    "hooks answer": declared.hooks_answer,
    "names": declared.names_begin_with_the_id,
    "views": declared.views_can_be_had,
    "entries": declared.entries_are_there,
    "permissions": declared.permissions_are_declared,
    "verbs": verbs.verbs_ask_for_rights,
    "settings": declared.settings_are_sound,
    "series": declared.series_are_sound,
    "papers": declared.papers_can_be_built,
    "case kinds": kinds.case_kinds_are_sound,
    "texts": texts.titles_are_in_chinese,
    "lineage": tables.one_base_one_head_own_label,
    "tables": tables.tables_bear_the_id,
    "sensitive columns": tables.sensitive_columns_are_there,
    "mappers": tables.mappers_hold_together,
    "columns": attributes.attributes_are_there,
    "up, drift, down, up": tables.migrations_make_the_models,
}


def examine(found: Sequence[Found], plugin_id: str) -> list[Finding]:
    """Every finding about one of the plugins `found`; [] when it may go out. The plugins it requires must be among them."""
    with subject(found, plugin_id) as examined:
        if not examined.usable:
            return [Finding("description", sentence) for sentence in examined.complaints]
        return [Finding(name, sentence) for name, check in CHECKS.items() for sentence in run_check(check, examined)]


def run_check(check: Callable[[Subject], Iterable[str]], examined: Subject) -> list[str]:
    """A check that falls over a plugin's code is a finding, not the end of the examination."""
    found: list[str] = []
    try:
        found.extend(check(examined))
    except Exception as problem:  # noqa: BLE001 - plugin code runs inside the checks
        found.append(f"{type(problem).__name__}: {problem}")
    return found
