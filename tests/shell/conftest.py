"""What the shell's tests share: runners that must be empty at the end, contexts without a window."""

import pytest

from desk.shell.jobs import JobRunner
from desk.testing.shell import PlainBackend, make_context


@pytest.fixture
def backend():
    return PlainBackend()


@pytest.fixture
def jobs(qapp, backend):
    runner = JobRunner(backend)
    yield runner
    assert runner.shutdown(2000), "a job was left running"


@pytest.fixture
def ctx(qapp, tmp_path, backend):
    return make_context(tmp_path, backend=backend)
