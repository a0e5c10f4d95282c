"""Python's collector while a job makes hundreds of thousands of objects that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = (50_000, 20, 50)


@contextmanager
def collected_rarely() -> Iterator[None]:
    """Inside, the collector looks around seldom: a list of 100,000 rows leaves nothing in circles, and looking through what
    stays again and again takes an eighth of its time. The window has thresholds of its own (`commands/run.py`)."""
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)
