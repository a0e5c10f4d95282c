"""Fixtures for papers: fonts that are the same on every machine."""

from collections.abc import Callable

import pytest

from desk.core.documents.fontbook import FontBook
from desk.core.documents.model import Document
from desk.core.documents.papers import use_fonts
from desk.core.documents.readback import squeezed


@pytest.fixture(scope="session")
def fonts() -> FontBook:
    """The fonts installed with the program and no others, also for verbs that print; two books would forget each other's
    subsets.
    """
    book = FontBook.bundled()
    use_fonts(lambda: book)
    return book


@pytest.fixture
def printed(fonts: FontBook) -> Callable[[Document], str]:
    """`printed(document)`: all its words as read back from the PDF, without spaces and line ends, marks as ASCII."""
    from desk.core.documents.render import render

    return lambda document: squeezed(render(document, fonts).pdf)
