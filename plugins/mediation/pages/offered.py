"""Which papers a case's page offers: those of the national set, and the local ones a setting asks for."""

from collections.abc import Iterable

from desk.api import translator
from desk.api.db import UnitOfWork
from desk.api.pages import PaperLink
from plugins.mediation.paper_table import PAPERS
from plugins.mediation.queries import CaseFile
from plugins.mediation.queries_file import FileLines, Line
from plugins.mediation.settings import setting

_ = translator("mediation")
_ENDED = ("performed", "unperformed", "terminated", "refused", "withdrawn", "closed", "archived")
_LOCAL = {paper.id: paper.code for paper in PAPERS if paper.local}


def papers(uow: UnitOfWork, file: CaseFile, lines: FileLines) -> list[PaperLink]:
    """Newest stage first: what is likely to be printed now stands on top."""
    found = [PaperLink(one.paper, one.id, _("version {n}").format(n=one.version) if len(file.agreements) > 1 else "")
             for one in reversed(file.agreements)]
    found += [PaperLink("mediation.session_record", one.id, _("No. {n}").format(n=one.number))
              for one in reversed(file.sessions)]
    found += [PaperLink("mediation.reminder", one.id) for one in file.in_force
              if file.case.state in ("performing", "unperformed")]
    found += [*_each("return_visit", lines.visits), *_each("receipt", lines.performances), *_court(file, lines),
              *_each("investigation", lines.investigations), *_each("notice", lines.plans),
              *_each("extension", lines.extensions), *_each("escalation_report", lines.escalations), *_letters(lines)]
    found += [PaperLink(f"mediation.{code}") for code in _of_state(file, lines)]
    return [link for link in found if link.paper not in _LOCAL or setting(uow, f"paper_{_LOCAL[link.paper]}")]


def _of_state(file: CaseFile, lines: FileLines) -> list[str]:
    """Papers of the case itself that mean something in its state, the likeliest first."""
    state, ended = file.case.state, file.case.state in _ENDED
    found = ["not_accepted"] if state == "refused" else []
    found += ["termination", "undisputed"] if file.dispute.ended_ground and state in ("terminated", "closed") else []
    found += ["cover", "contents", "file_note", "back_cover"] if ended else []
    found += ["closing_report"] if ended and state not in ("refused", "withdrawn") else []
    found += ["evidence"] if lines.evidence else []
    found += ["delivery"] if lines.deliveries else []
    found += ["attorney"] if any(party.agent for party in file.parties) else []
    found += ["difficult_report"] if file.dispute.difficulty in ("difficult", "major") else []
    return [*found, "rights", "acceptance", "application"]


def _court(file: CaseFile, lines: FileLines) -> list[PaperLink]:
    """The variant that fits the parties."""
    unit = any(party.kind == "organisation" for party in file.parties)
    return _each("confirmation_unit" if unit else "confirmation", lines.confirmations)


def _letters(lines: FileLines) -> list[PaperLink]:
    return _each("entrust", [line for line in lines.letters if not line.open]) + _each(
        "reply", [line for line in lines.letters if line.open])


def _each(paper: str, lines: Iterable[Line]) -> list[PaperLink]:
    return [PaperLink(f"mediation.{paper}", line.id, line.what[:20]) for line in lines]
