"""Takes its time; the test says how long is slow."""

import time

from desk.api import hookimpl


@hookimpl
def desk_start(ctx):
    time.sleep(0.2)
