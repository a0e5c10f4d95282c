"""Fixtures for every test: a clock that stands still, and the guards that look round when a test is over."""

from collections.abc import Iterator

import pytest

from desk.core.clock import FixedClock
from desk.testing import guards
from desk.testing.logs import ExpectLog, LogWatch


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at 2026-11-05 09:30 in the hall until the test moves it."""
    return FixedClock()


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail the test when something was logged as a warning or worse that nobody expected."""
    with LogWatch() as watch:
        yield watch
    if complaint := watch.complaint():
        pytest.fail(complaint, pytrace=False)


@pytest.fixture
def expect_log(log_watch: LogWatch) -> ExpectLog:
    """`expect_log("disk full")`: a warning or error with these words will come; the test fails when it does not."""
    return log_watch.expect


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail the test when it left a window open, a thread running, or reached for the network."""
    before = guards.Snapshot.take()
    yield
    if complaints := guards.complaints_since(before):
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def source_texts() -> Iterator[None]:
    """Sentences as they are written in the source, whatever language the desk speaks: for tests that look at refusals."""
    from desk.core.i18n import language, set_language

    before = language()
    set_language("en")
    yield
    set_language(before)
