"""An e-voting platform's list read against the roll: who voted how, and every row that cannot be taken in, with its reason.

Not one of the lists of `ImportSpec`, for good reasons: docs/decisions/0067.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desk.api import N_, UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import NEW, REJECTED, FieldIndex, ImportField, RowVerdict, Sheet, best_sheet, match_columns, read_tables
from desk.api.votes import OutsideDraft, RollLine, VoteRow, drop_outside, get_vote, list_papers, list_roll, take_outside
from plugins.consultation.drafts import OutsideBackDraft

_ = translator("consultation")
CONDUCT = "desk.votes.conduct"
WORDS = {"同意": "agree", "赞成": "agree", "赞同": "agree", "√": "agree", "反对": "against", "不同意": "against",
         "不赞成": "against", "×": "against", "弃权": "abstain"}


@dataclass(frozen=True, slots=True)
class OutsideFile:
    """Where the rows came from."""

    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class OutsideReading:
    """A platform's list as read. lines: (voter's id on the roll, choices); source is filled in by whoever takes it in."""

    vote_id: int
    draft: OutsideFile
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    verdicts: tuple[RowVerdict, ...]
    source: str = ""

    @property
    def counts(self) -> Mapping[str, int]:
        """Verdict → rows."""
        found = [row.verdict for row in self.verdicts]
        return {verdict: found.count(verdict) for verdict in (NEW, REJECTED) if verdict in found}


@dataclass(frozen=True, slots=True)
class OutsideReport:
    """What was taken in."""

    batch_id: int
    counts: Mapping[str, int] = field(default_factory=dict)


def look_outside(uow: UnitOfWork, vote_id: int, path: Path) -> OutsideReading:
    """The dry run: nothing is written. UserError when the file is no table or has no column for voter or question."""
    uow.require(CONDUCT)
    vote = get_vote(uow, vote_id)
    fields = _fields(vote)
    index = FieldIndex(fields)
    sheet = best_sheet(read_tables(path), index.knows)
    columns = match_columns(sheet.labels, index).columns
    lacking = [one.label for one in fields if one.required and one.name not in columns]
    if lacking or not {"name", "flat"} & columns.keys():
        raise UserError(_("The list has no column for: {what}.").format(
            what="、".join(lacking) or _("name of the owner, flat")),
            todo=_("Put the words of each question, or 议题1, 议题2, above its column."))
    file = OutsideFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
    back = {one.name + one.label for one in list_papers(uow, vote_id) if one.returned_on}
    return _judged(vote, list_roll(uow, vote_id), file, sheet, columns, back)


@verb("consultation.take_outside", permission=CONDUCT)
def take_platform(uow: UnitOfWork, seen: OutsideReading) -> OutsideReport:
    """Take the platform's result in as the dry run showed."""
    take_outside(uow, OutsideDraft(seen.vote_id, seen.source, seen.draft.sha256, seen.lines))
    return OutsideReport(seen.vote_id, seen.counts)


@verb("consultation.drop_outside", permission=CONDUCT)
def drop_platform(uow: UnitOfWork, draft: OutsideBackDraft) -> int:
    """Take a platform's file back, by two people with a reason."""
    drop_outside(uow, draft.vote_id, draft.sha256, draft.reason, (draft.first, draft.second))
    return draft.vote_id


def _fields(vote: VoteRow) -> tuple[ImportField, ...]:
    asked = tuple(ImportField(f"q{number}", text, (text, f"议题{number}", f"第{number}项", f"表决事项{number}"), required=True)
                  for number, (_id, text) in enumerate(vote.questions, 1))
    return (ImportField("name", N_("Name"), ("姓名", "业主姓名", "业主", "投票人")),
            ImportField("flat", N_("Flat"), ("房号", "坐落", "房屋坐落", "户号", "房间号", "单元房号")), *asked)


def _judged(vote: VoteRow, roll: list[RollLine], file: OutsideFile, sheet: Sheet, columns: Mapping[str, int],
            back: set[str]) -> OutsideReading:
    lines: dict[int, tuple[str, ...]] = {}
    verdicts = []
    for row in sheet.rows:
        values = {name: clean(row.cells[at]) if at < len(row.cells) else "" for name, at in columns.items()}
        name, flat = values.get("name", ""), values.get("flat", "")
        if not name and not flat:
            continue
        voter, why = _voter(roll, name, flat)
        choices = tuple(WORDS.get(values.get(f"q{number}", ""), "") for number in range(1, len(vote.questions) + 1))
        if voter and not why:
            why = _why_not(voter, choices, lines.get(voter.id), back)
        if voter and not why:
            lines[voter.id] = choices
        label, verdict = f"{name} {flat}".strip(), REJECTED if why else NEW
        verdicts.append(RowVerdict(row.number, verdict, label, reasons=(why,) if why else ()))
    return OutsideReading(vote.id, file, tuple(lines.items()), tuple(verdicts))


def _voter(roll: list[RollLine], name: str, flat: str) -> tuple[RollLine | None, str]:
    """The one voter a row means: by flat and name; by either where only one voter has it."""
    fitting = [one for one in roll if (not name or one.name == name)
               and (not flat or flat == one.label or flat in (unit for unit, _area in one.units))]
    if not fitting:
        return None, _("Not on the roll.")
    return (fitting[0], "") if len(fitting) == 1 else (None, _("Several voters on the roll are meant; add the flat."))


def _why_not(voter: RollLine, choices: tuple[str, ...], before: tuple[str, ...] | None, back: set[str]) -> str:
    if "" in choices:
        return _("Neither for, against nor abstain.")
    if before is not None and before != choices:
        return _("Says something else than another row of this voter: one voter has one opinion.")
    flats = [unit for unit, _area in voter.units] or [voter.label]
    if any(voter.name + flat in back for flat in (*flats, voter.label)):
        return _("Came back on paper already: ask which vote stands.")
    return ""
