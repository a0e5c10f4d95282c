"""Notices for the board in A3: the same paper, set larger to be read standing."""

from desk.api.documents import Document, enlarged
from plugins.consultation.documents import results
from plugins.consultation.documents.data import ResultPaper


def build_result(paper: ResultPaper | None) -> Document:
    """表决结果公告, A3."""
    return enlarged(results.build_notice(paper))
