"""What a plugin declares to have rounds of its own kind: shipped sheet, where candidates come from, what is given at the end.

Loads no database; a plugin hands its schemes in with the hook `desk_score_schemes`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.putoff import PutOff
from desk.core.scores.drafts import SubjectDraft
from desk.core.scores.sheets import Sheet


@dataclass(frozen=True, slots=True)
class ScoreScheme:
    """A kind of round. code: "<plugin>.<scheme>"; sheets: shipped ones, the first is offered.

    candidates: `(uow, first, last) -> [SubjectDraft]`, offered when a round is planned; figures and given points are taken
    from the records then and frozen. award: title on certificates, "" when nothing is given. paper: what the round is called
    on papers. opens: nav entry of a subject's record. closed: `(uow, round_id, lines)` called when the round closes, in the
    same transaction (poor results become tasks); decided: `(uow, round_id, awards)` when honours are decided. In `award`
    "{band}" stands for the grade. publish: whether a decision needs a posting first; days: how many working
    days it hangs. unsure: that period could not be read in a source.
    """

    code: str
    title: str
    paper: str
    sheets: tuple[Sheet, ...]
    candidates: Callable[[Any, date | None, date | None], list[SubjectDraft]] | None = None
    award: str = ""
    places: int = 0
    opens: str = ""
    closed: Callable[[Any, int, Any], None] | None = None
    decided: Callable[[Any, int, Any], None] | None = None
    publish: bool = True
    days: int = 5
    source: str = ""
    anonymous: bool = False
    trim: int = 0
    double: bool = False


FREE = ScoreScheme("desk.scoring", N_("Scoring"), "评分", (), publish=True)
"""Rounds on a sheet of the community's own."""
_schemes: dict[str, ScoreScheme] = {FREE.code: FREE}
_later = PutOff()


def use_schemes(schemes: Iterable[ScoreScheme]) -> None:
    """Make these the schemes known."""
    _later.drop()
    _fill(schemes)


def use_schemes_later(schemes: Callable[[], Iterable[ScoreScheme]]) -> None:
    """These, asked for when somebody first looks for one; called once when the plugins have started."""
    _later.drop()
    _later.put(lambda: _fill(schemes()))


def _fill(schemes: Iterable[ScoreScheme]) -> None:
    _schemes.clear()
    _schemes.update({FREE.code: FREE} | {one.code: one for one in schemes})


def list_schemes() -> tuple[ScoreScheme, ...]:
    """Every scheme that is there now."""
    _later.bring()
    return tuple(_schemes.values())


def find_scheme(code: str) -> ScoreScheme:
    """The scheme named `code`; UserError while its plugin is off."""
    _later.bring()
    found = _schemes.get(code or FREE.code)
    if found is None:
        raise UserError(_("This kind of round belongs to a module that is switched off."))
    return found
