"""From what plugins declare to what the archive knows: papers and number series, their functions found when first used."""

from collections.abc import Iterable
from typing import Protocol

from desk.core.documents.page import PaperMode
from desk.core.documents.papers import PaperKind, declare_papers
from desk.core.documents.series import Series
from desk.core.documents.series_registry import declare_series
from desk.core.dotted import later


class DeclaredPaper(Protocol):
    """What `desk.host.specs.PaperSpec` says; load and build are "module:function"."""

    id: str
    title: str
    record: str
    load: str
    build: str
    series: str
    permission: str
    template_version: str
    modes: tuple[str, ...]


class DeclaredSeries(Protocol):
    """What `desk.host.specs.SeriesSpec` says."""

    code: str
    title: str
    template: str
    word: str
    yearly: bool
    first: int


def declare_all(papers: Iterable[DeclaredPaper], series: Iterable[DeclaredSeries]) -> None:
    """Make declared papers and series known to the archive; called once the plugins are collected."""
    declare_series(*(Series(one.code, one.title, one.template, one.word, one.yearly, one.first) for one in series))
    declare_papers(*(PaperKind(
        paper.id, paper.title, later(paper.build), paper.template_version, tuple(map(PaperMode, paper.modes)),
        paper.series, paper.record, later(paper.load) if paper.load else None, paper.permission) for paper in papers))
