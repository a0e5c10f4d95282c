"""Papers are drawn, read and merged in several threads at once; PDFium itself bears one at a time."""

import re
import threading
from pathlib import Path

from desk.core.documents.fontbook import FontBook
from desk.core.documents.merge import merge
from desk.core.documents.model import Document, Paragraph
from desk.core.documents.raster import page_image
from desk.core.documents.readback import page_count, squeezed
from desk.core.documents.render import render

ROOT = Path(__file__).resolve().parents[3]


def test_many_threads_draw_read_and_merge_at_once():
    lines = tuple(Paragraph("调解协议书。" * 40) for _n in range(40))
    pdf = render(Document("tests.pages", "页", lines), FontBook.default(None)).pdf
    pages, faults = page_count(pdf), []

    def work(number):
        try:
            for _turn in range(15):
                assert page_image(pdf, number % pages, dpi=60).width > 0
                assert "调解协议书" in squeezed(pdf)
                assert page_count(merge([pdf, pdf])) == 2 * pages
        except BaseException as fault:  # noqa: BLE001 - told below
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_everybody_takes_turns():
    found = [str(path.relative_to(ROOT)) for room in ("desk", "plugins") for path in (ROOT / room).rglob("*.py")
             if "tests" not in path.parts and re.search(r"^\s*(import|from) pypdfium2", path.read_text("utf-8"), re.MULTILINE)]
    assert found == ["desk/core/documents/pdfium.py"]
