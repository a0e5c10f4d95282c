"""What the tests of meetings share."""

import pytest

from desk.core.i18n import language, set_language


@pytest.fixture(autouse=True)
def source_texts():
    """Sentences are asserted as written in the source, whether or not the catalogues are compiled."""
    before = language()
    set_language("en")
    yield
    set_language(before)
