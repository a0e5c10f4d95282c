"""Printing through a real print service: the same PDF arrives, and a refusal is told instead of taken for printed."""

import pytest
from PySide6.QtPrintSupport import QPrinter

from desk.core.documents import model
from desk.core.documents.raster import page_sizes
from desk.core.documents.render import render
from desk.shell.kit import queueing
from desk.shell.kit.printing import Printers, PrintRun
from desk.testing.shell import make_context
from tests.shell.kit.print_service import QUEUE, is_there

pytestmark = [pytest.mark.gui, pytest.mark.skipif(
    not is_there(), reason="no print service here: apt-get install cups-daemon cups-client")]


class Queue(Printers):
    """The service's queue; Qt asks the computer's own service only once in a process, so the name is given."""

    def names(self):
        return [QUEUE]


@pytest.fixture
def two_pages(fonts):
    """A paper of two pages of A4, with Chinese in it."""
    lines = tuple(model.Paragraph((f"第{number}条当事人应当履行协议。",)) for number in range(40))
    pdf = render(model.Document("tests.long", "协议书", (model.Title("协议书"), *lines)), fonts).pdf
    assert len(page_sizes(pdf)) == 2
    return pdf


@pytest.fixture
def printed(qapp, tmp_path):
    """`printed(pdf, **more)`: what came of it, "done" or the error."""
    def run(pdf, **more):
        heard = []
        going = Queue().run(make_context(tmp_path).jobs, QUEUE, pdf, page_sizes(pdf), **more)
        going.done.connect(lambda: heard.append("done"))
        going.failed.connect(heard.append)
        going.start()
        return heard
    return run


def test_the_same_pages_arrive_with_copies_and_title(service, printed, two_pages):
    assert printed(two_pages, copies=3, title="人民调解协议书") == ["done"]
    pdf, title, copies, options = service.paper(1)
    assert pdf == two_pages
    assert (title, copies) == ("人民调解协议书", 3)
    assert {"media=A4", "print-scaling=none", "sides=one-sided"} <= set(options)


def test_a_queue_that_refuses_is_told_in_its_words(service, printed, two_pages):
    service.order("cupsreject", QUEUE)
    refused, = printed(two_pages)
    assert QUEUE in str(refused)
    assert refused.retry
    service.order("cupsaccept", QUEUE)
    assert printed(two_pages) == ["done"]


def test_a_service_that_is_down_is_told(service, printed, two_pages):
    service.stop()
    told, = printed(two_pages)
    assert told.retry
    service.start()
    assert printed(two_pages) == ["done"]


def test_a_paper_nobody_may_keep_leaves_the_queue_after_printing(service, printed, two_pages):
    assert printed(two_pages) == ["done"]
    assert service.paper(1)[0] == two_pages
    assert service.kept() == ["d00001-001"]  # as the service does by itself
    assert printed(two_pages, forget=True) == ["done"]
    assert service.paper(2)[0] == two_pages
    assert service.kept() == ["d00001-001"]


@pytest.mark.parametrize(("size", "name"), [((210, 297), "A4"), ((297, 210), "A4"), ((420.1, 296.9), "A3"),
                                            ((85.6, 54), "Custom.54x86mm")])
def test_sizes_have_the_queues_names(size, name):
    assert queueing.media(size) == name


def test_without_the_command_pages_are_painted(monkeypatch, qapp, tmp_path, two_pages):
    monkeypatch.setattr("desk.shell.kit.printing.queue_command", lambda: "")

    class Painted(Queue):
        def make(self, name):
            printer = QPrinter()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(tmp_path / "painted.pdf"))
            return printer

    assert isinstance(Painted().run(make_context(tmp_path).jobs, QUEUE, two_pages, page_sizes(two_pages)), PrintRun)
