"""PDFium, one thread at a time: it keeps its state for the whole process, and two threads in it at once end the program.

A preview draws its pages in one worker while a dossier is bound in another, so everything that reads, draws or merges a PDF
goes through here. What is opened inside is closed inside.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_TURN = threading.RLock()


@contextmanager
def pdfium() -> Iterator[ModuleType]:
    """The module, for as long as it is this thread's turn."""
    import pypdfium2

    with _TURN:
        yield pypdfium2
