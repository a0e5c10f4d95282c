"""A draft's Word file comes back: whose it is, what it words otherwise, and what in it is not read.

Only the wording is read: facts, clauses, performance and the closing words. Parties, amounts, instalments and days have their
forms, so a change of theirs is named and left; the heads are what the parts are told by. Marks and spaces that the desk itself
sets are no change.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk.api import UserError, changed_lines, translator
from desk.api.db import UnitOfWork
from plugins.mediation.documents import agreement as written
from plugins.mediation.documents import oral
from plugins.mediation.documents.data import AgreementPaper
from plugins.mediation.documents.loading import load_agreement
from plugins.mediation.drafts.wording import WordedDraft
from plugins.mediation.exchange.word import MARK, mark_of, word_of
from plugins.mediation.exchange.word_file import Line, WordFile, read_file
from plugins.mediation.exchange.word_lines import CLOSING, FILLER, MADE, WORDS, tell_apart
from plugins.mediation.models import Agreement
from plugins.mediation.service.intake import seen
from plugins.mediation.service.worded import closing_of, draft_of
from plugins.mediation.wording import COPIES, ORAL_AGREED, closing, head

_ = translator("mediation")
_NUMBER = re.compile(r"^\s*[\d０-９]{1,3}\s*[、.．)）]\s*")
_ORAL_END = "调解地点:"
_PIECES = re.compile(r"[^\s:,;]+")
"""Of a mark: LibreOffice sets keywords apart with spaces or commas when it saves a file."""


@dataclass(frozen=True, slots=True)
class ComeBack:
    """The file beside the draft. before, after: texts for looking at; outside: (as it was, as it is) of what is not read.

    stale: the draft was changed here after the file was saved.
    """

    before: str
    after: str
    draft: WordedDraft
    outside: tuple[tuple[str, str], ...]
    stale: bool


@dataclass(frozen=True, slots=True)
class _Words:
    facts: tuple[str, ...]
    clauses: tuple[str, ...]
    performance: tuple[str, ...]
    closing: tuple[str, ...]
    frame: tuple[str, ...]


def come_back(uow: UnitOfWork, dispute_id: int, name: str, content: bytes) -> ComeBack:
    """What the file would change. Raises UserError when it is not this draft's, or its heads are gone."""
    seen(uow, dispute_id)
    row, file = draft_of(uow, dispute_id), read_file(content)
    stale = _known(uow, row, file.keywords)
    paper = load_agreement(uow, row.id)
    own = read_file(word_of(uow, row.id))
    said, now = (_parted(one, own, paper, row.form) for one in (file, own))
    ends = closing_of(row)
    draft = WordedDraft(
        dispute_id, row.id, row.version, _kept(said.facts, row.facts), _kept_clauses(said.clauses, row.clauses),
        _kept(said.performance, row.performance), ends if row.form == "oral" else _kept(said.closing, ends), name)
    return ComeBack(
        shown(row.facts, row.clauses, row.performance, ends),
        shown(draft.facts, draft.clauses, draft.performance, draft.closing), draft,
        tuple(changed_lines("\n".join(now.frame), "\n".join(said.frame))), stale)


def shown(facts: str, clauses: Sequence[str], performance: str, ends: str = "") -> str:
    """A wording as one text under its official heads, for standing beside another. ends: the closing words."""
    counted = [f"{number}、{text}" for number, text in enumerate(clauses, 1)]
    return "\n".join([head({}, "facts"), facts, head({}, "agreed"), *counted, head({}, "performance"), performance,
                      *([ends] if ends else [])])


def _known(uow: UnitOfWork, row: Agreement, mark: str) -> bool:
    """Whether the draft went on since; UserError for somebody else's file."""
    own, given = (_PIECES.findall(text) for text in (mark_of(uow, row), mark))
    if len(given) != len(own) or given[0] != MARK:
        raise UserError(_("This file was not saved from a draft here, so it cannot be told what it changes."),
                        todo=_("Press “Word the draft by hand” on the case's page and change the file that is saved."))
    if (given[1], given[3]) != (own[1], own[3]):
        raise UserError(_("This file is the draft of another agreement."),
                        todo=_("Choose the file that was saved from this case."))
    return given[2] != own[2]


def _parted(file: WordFile, own: WordFile, paper: AgreementPaper, form: str) -> _Words:
    """own: the file as it would be saved now, by which the lines under the performance are told apart."""
    parts, outside = _cut(file, paper.heads, form)
    below = [line.text for line in parts[2]]
    kinds = tell_apart(_labelled(own, paper, form), [plain(text) for text in below])
    sorted_out = {kind: tuple(text for text, one in zip(below, kinds, strict=True) if one == kind) for kind in (
        WORDS, CLOSING, MADE)}
    return _Words(tuple(line.text for line in parts[0]), tuple(_clauses(parts[1])), sorted_out[WORDS], sorted_out[CLOSING],
                  (*outside, *file.cells, *sorted_out[MADE]))


def _labelled(own: WordFile, paper: AgreementPaper, form: str) -> list[tuple[str, str]]:
    """The lines under the performance as the desk sets them, each with what it is: closing words come last."""
    lines = [plain(line.text) for line in _cut(own, paper.heads, form)[0][2]]
    ends = 0 if form == "oral" else sum(1 for line in closing(paper.heads).splitlines() if line.strip())
    made = {plain(text) for text in _made(paper, form)}
    words = len(lines) - ends
    return [(CLOSING if place >= words else FILLER if text == plain(written.AT_ONCE) else MADE if text in made else WORDS, text)
            for place, text in enumerate(lines)]


def _cut(file: WordFile, heads: Mapping[str, str], form: str) -> tuple[list[list[Line]], list[str]]:
    """(facts, clauses, what stands under the performance; all other lines). UserError when a head is gone."""
    ends = _ORAL_END if form == "oral" else head(heads, "copies").split(COPIES)[0]
    marks = [head(heads, "facts"), ORAL_AGREED if form == "oral" else head(heads, "agreed"), head(heads, "performance"), ends]
    places, begin = [], 0
    for mark in marks:
        begin = _place(file.lines, mark, begin)
        places.append(begin)
        begin += 1
    parts = [_between(file.lines, marks[number], places[number], places[number + 1]) for number in range(3)]
    return parts, [line.text for line in (*file.lines[:places[0]], *file.lines[places[3]:])]


def _place(lines: Sequence[Line], mark: str, begin: int) -> int:
    wanted = plain(mark)
    found = next((place for place in range(begin, len(lines)) if plain(lines[place].text).startswith(wanted)), None)
    if found is None:
        raise UserError(_("The line “{mark}” is no longer in the file, so its parts cannot be told apart.").format(mark=mark),
                        todo=_("Put the line back as it was, or save the draft for Word again."))
    return found


def _between(lines: Sequence[Line], mark: str, place: int, end: int) -> list[Line]:
    """What stands under a head, with what was written on the head's own line behind it."""
    rest = _behind(lines[place].text, plain(mark))
    return [*([Line(rest)] if rest else []), *lines[place + 1:end]]


def _behind(text: str, mark: str) -> str:
    for at in range(len(text) + 1):
        if plain(text[:at]) == mark:
            return text[at:].strip()
    return ""


def _clauses(lines: Iterable[Line]) -> list[str]:
    """A paragraph with a number begins a clause; one without goes on with the clause before."""
    found: list[str] = []
    for line in lines:
        begins = _NUMBER.match(line.text)
        text = line.text[begins.end():] if begins else line.text
        if begins or line.numbered or not found:
            found.append(text)
        else:
            found[-1] += f"\n{text}"
    return found


def _made(paper: AgreementPaper, form: str) -> list[str]:
    """Lines the desk adds under the performance by itself."""
    amount = [written.amount_line(paper.amount_fen)] if paper.amount_fen is not None else []
    return oral.made_lines(paper) if form == "oral" else amount


def _kept(lines: Sequence[str], stored: str) -> str:
    """The stored text where the file says the same, else the file's lines with the stored ones left as they were typed."""
    if plain("".join(lines)) == plain(stored):
        return stored
    known = {plain(one): one for one in stored.splitlines()}
    return "\n".join(known.get(plain(one), one) for one in lines)


def _kept_clauses(clauses: Sequence[str], stored: Sequence[str]) -> tuple[str, ...]:
    known = {plain(one): one for one in stored}
    return tuple(known.get(plain(one), one) for one in clauses if one.strip())


def plain(text: str) -> str:
    """Without spaces, marks half-width: what a print and a keyboard may set apart without meaning anything by it."""
    return "".join(chr(ord(mark) - 0xFEE0) if "\uff01" <= mark <= "\uff5e" else mark for mark in text if not mark.isspace())
