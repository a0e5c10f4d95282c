"""Number series as plugins declare them, in core's own words."""

from desk.core.documents.series import Series
from desk.host.specs import SeriesSpec


def series_of(spec: SeriesSpec) -> Series:
    """Core's series of a declaration."""
    return Series(code=spec.code, title=spec.title, template=spec.template, word=spec.word, yearly=spec.yearly,
                  first=spec.first)
