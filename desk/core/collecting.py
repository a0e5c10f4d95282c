"""Python's collector while objects are made by the hundred thousand that all stay."""

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


@contextmanager
def never_collected() -> Iterator[None]:
    """Inside, the collector rests, and what was made is left out of every later round: loading the program leaves nothing
    in circles, and looking through it takes a tenth of the start, later a tenth of a second each time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if before:
            gc.enable()
