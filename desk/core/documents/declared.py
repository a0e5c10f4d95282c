"""From what plugins declare to what the archive knows: papers and number series, their functions found when first used."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, Protocol

from desk.core.documents.numbers import declare_series
from desk.core.documents.page import PaperMode
from desk.core.documents.papers import PaperKind, declare_papers
from desk.core.documents.series import Series


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
        paper.id, paper.title, _later(paper.build), paper.template_version, tuple(map(PaperMode, paper.modes)),
        paper.series, paper.record, _later(paper.load) if paper.load else None, paper.permission) for paper in papers))


def _later(path: str) -> Callable[..., Any]:
    """The function named by "module:function", imported at its first call."""
    module, _colon, name = path.partition(":")

    def call(*args: Any) -> Any:
        return getattr(import_module(module), name)(*args)

    return call
