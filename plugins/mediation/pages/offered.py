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
_LOCAL = {paper.id: paper.code for paper in PAPERS if paper.local}


def papers(uow: UnitOfWork, file: CaseFile, lines: FileLines) -> list[PaperLink]:
    """Newest stage first: what is likely to be printed now stands on top."""
    found = [PaperLink(one.paper, one.id, _("version {n}").format(n=one.version) if len(file.agreements) > 1 else "")
             for one in reversed(file.agreements)]
    found += [PaperLink("mediation.session_record", one.id, _("No. {n}").format(n=one.number))
              for one in reversed(file.sessions)]
    found += [PaperLink("mediation.acceptance"), PaperLink("mediation.application")]
    return [link for link in found if link.paper not in _LOCAL or setting(uow, f"paper_{_LOCAL[link.paper]}")]


def _each(paper: str, lines: Iterable[Line]) -> list[PaperLink]:
    return [PaperLink(f"mediation.{paper}", line.id, line.what[:20]) for line in lines]
