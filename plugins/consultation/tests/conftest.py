"""What consultation's tests stand on: its kind of case, series and papers declared."""

import pytest

from desk.testing.declared import declare_plugin


@pytest.fixture(autouse=True)
def declared():
    """Kinds and series as a running desk knows them."""
    declare_plugin("consultation")
