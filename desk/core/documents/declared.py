"""From what plugins declare to what the archive knows: papers and number series, their functions found when first used."""

from collections.abc import Callable, Iterable
from typing import Protocol

from desk.core.documents.page import PaperMode
from desk.core.documents.papers import PaperKind, declare_papers_later
from desk.core.documents.series import Series
from desk.core.documents.series_registry import declare_series
from desk.core.dotted import later


class DeclaredPaper(Protocol):
    """What `desk.host.specs.PaperSpec` says; load and build are "module:function"."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def record(self) -> str: ...

    @property
    def load(self) -> str: ...

    @property
    def build(self) -> str: ...

    @property
    def series(self) -> str: ...

    @property
    def permission(self) -> str: ...

    @property
    def template_version(self) -> str: ...

    @property
    def modes(self) -> tuple[str, ...]: ...


class DeclaredSeries(Protocol):
    """What `desk.host.specs.SeriesSpec` says."""

    @property
    def code(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def template(self) -> str: ...

    @property
    def word(self) -> str: ...

    @property
    def yearly(self) -> bool: ...

    @property
    def first(self) -> int: ...


def declare_all(papers: Callable[[], Iterable[DeclaredPaper]], series: Iterable[DeclaredSeries]) -> None:
    """Make declared series known to the archive, and papers once somebody asks for one; called once the plugins run."""
    declare_series(*(Series(one.code, one.title, one.template, one.word, one.yearly, one.first) for one in series))
    declare_papers_later(lambda: map(_kind, papers()))


def _kind(paper: DeclaredPaper) -> PaperKind:
    return PaperKind(paper.id, paper.title, later(paper.build), paper.template_version, tuple(map(PaperMode, paper.modes)),
                     paper.series, paper.record, later(paper.load) if paper.load else None, paper.permission)
