"""A plugin's quality card: what was looked at, one line each, and what was found. Read from a package, or by running the suite.

`glance` (desk.host.glance) only reads; `card_of` loads the plugin, so it runs in a process of its own (`desk plugin check`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.core.i18n import N_, _
from desk.host.conformance import CHECKS, Subject, declared, run_check, subject, verbs
from desk.host.conformance.taken import names_shared
from desk.host.discovery import Found


class Standing(StrEnum):
    """How one line stands. Only WRONG keeps a plugin from being switched on."""

    GOOD = "good"
    WRONG = "wrong"
    LACKING = "lacking"
    NONE = "none"


MARKS = {Standing.GOOD: "✓", Standing.WRONG: "✗", Standing.LACKING: "△", Standing.NONE: "–"}
TITLES = {
    "description": N_("Its description can be used"), "imports": N_("It imports the desk's doors and itself only"),
    "hooks answer": N_("Its hooks are known and answer"), "names": N_("Its names bear its id"), "views": N_("Its pages open"),
    "taken": N_("Nobody else uses its names"),
    "entries": N_("Its actions lead somewhere"), "permissions": N_("The rights it asks for are declared"),
    "verbs": N_("What it changes asks for a right"), "settings": N_("Its settings are sound"),
    "series": N_("Its number series are sound"), "papers": N_("Its papers are built"),
    "case kinds": N_("Its steps come to an end"),
    "texts": N_("Its texts are there in Chinese"), "lineage": N_("Its revisions form one line"),
    "tables": N_("Its tables bear its id"), "sensitive columns": N_("The sensitive columns it names are there"),
    "mappers": N_("Its records hold together"),
    "columns": N_("The columns it names are there"),
    "up, drift, down, up": N_("Its first revisions make what its models say"), "print": N_("Its blank forms can be printed"),
    "tests": N_("It brings tests"), "readme": N_("It says in a README what it is"), "practice": N_("It brings practice data"),
}
_LACKS = {"tests": N_("It brings no tests"), "readme": N_("It has no README that says what it is"),
          "practice": N_("It brings no practice data")}
_LACKING = {"tests": "there is no tests/test_….py", "readme": "there is no README.md",
            "practice": "desk_demo_data is not answered, so its pages are empty in the practice data"}
_COUNTED: dict[str, Callable[[Subject], int]] = {
    "views": lambda one: len(declared.own(one, "nav")), "entries": lambda one: len(declared.own(one, "actions")),
    "settings": lambda one: len(declared.own(one, "settings")), "series": lambda one: len(declared.own(one, "series")),
    "papers": lambda one: len(declared.own(one, "papers")), "case kinds": lambda one: len(declared.own(one, "case_kinds")),
    "verbs": lambda one: len(verbs.verbs_of(one)),
    "print": lambda one: sum("blank" in paper.modes for paper in declared.own(one, "papers")),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at. count: how many of that kind there are, None where that says nothing."""

    code: str
    standing: Standing
    findings: tuple[str, ...] = ()
    count: int | None = None

    def __str__(self) -> str:
        number = f" ({self.count})" if self.count else ""
        title = _LACKS[self.code] if self.standing is Standing.LACKING else TITLES[self.code]
        return f"{MARKS[self.standing]} {_(title)}{number}"


@dataclass(frozen=True, slots=True)
class Card:
    """The lines in the order they are told."""

    lines: tuple[Line, ...]

    @property
    def fit(self) -> bool:
        """Whether nothing is wrong; what is merely lacking does not count."""
        return all(line.standing is not Standing.WRONG for line in self.lines)

    def words(self) -> list[str]:
        """Every line, and under each that is wrong what was found."""
        return [words for line in self.lines for words in (str(line), *(
            f"    {finding}" for finding in line.findings if line.standing is Standing.WRONG))]


def line(code: str, findings: Iterable[str], count: int | None = None) -> Line:
    """GOOD or WRONG by what was found; NONE when there is nothing of that kind."""
    found = tuple(findings)
    standing = Standing.WRONG if found else Standing.NONE if count == 0 else Standing.GOOD
    return Line(code, standing, found, count)


def bonus(code: str, there: bool) -> Line:
    """Something a good plugin has and need not have."""
    return Line(code, Standing.GOOD) if there else Line(code, Standing.LACKING, (_LACKING[code],))


def card_of(found: Sequence[Found], plugin_id: str, builtin: Sequence[object] = (),
            among: Sequence[Found] | None = None) -> Card:
    """Load the plugin and run everything over it. The plugins it requires must be among `found`; names are compared with those
    `among` whom it would live (all of them unless told), and with what the desk itself contributes (`builtin`)."""
    with subject(found, plugin_id) as examined:
        if not examined.usable:
            return Card((line("description", examined.complaints),))
        checks = {**CHECKS, "print": declared.blank_papers_print}
        lines = [line(code, run_check(check, examined), _count(code, examined)) for code, check in checks.items()]
        taken = line("taken", names_shared(found if among is None else among, plugin_id, builtin))
        return Card((line("description", ()), *lines, taken, *_bonuses(examined)))


def _count(code: str, examined: Subject) -> int | None:
    if code not in _COUNTED:
        return None
    try:
        return _COUNTED[code](examined)
    except Exception:  # noqa: BLE001 - the check itself has said what is wrong
        return None


def _bonuses(examined: Subject) -> list[Line]:
    if examined.manifest is None:
        return []
    folder = examined.manifest.folder
    manager = examined.host.manager
    answered = {hook.name for hook in manager.get_hookcallers(manager.get_plugin(examined.id)) or ()}
    return [bonus("tests", any(folder.glob("tests/test_*.py"))), bonus("readme", (folder / "README.md").is_file()),
            bonus("practice", "desk_demo_data" in answered)]
