"""Lists of a few hundred lines at most: read whole, searched and sorted here, handed out as any other page. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from desk.core.db.paging import Page, PageRequest

Row = TypeVar("Row")


def short_page(rows: Sequence[Row], request: PageRequest, words: Callable[[Row], str],
               sorts: Mapping[str, Callable[[Row], Any]] | None = None) -> Page[Row]:
    """One page of `rows`: those whose `words` hold every word of the search, in the order asked for.

    sorts: sort name → key of a row; without a name the rows keep their order.
    """
    found = found_among(rows, request.text, words)
    key = (sorts or {}).get(request.sort)
    if key is not None:
        found.sort(key=key)
    if request.descending:
        found.reverse()
    start = request.start
    if request.backwards:
        end = len(found) - start
        first = max(0, end - request.size)
        return Page(found[first:end], (len(found) - first,) if first else None, len(found))
    end = start + request.size
    return Page(found[start:end], (end,) if end < len(found) else None, len(found))


def found_among(rows: Sequence[Row], text: str, words: Callable[[Row], str]) -> list[Row]:
    """The rows whose `words` hold every word of `text`, whatever their case."""
    wanted = text.lower().split()
    return [row for row in rows if all(word in words(row).lower() for word in wanted)]
