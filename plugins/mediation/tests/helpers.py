"""What several tests need: a PDF's words page by page, jobs' way to a real database."""

import io
from contextlib import contextmanager
from datetime import date


def mediator(room, name):
    """Somebody on the register whose term runs; her card's id."""
    from plugins.mediation.drafts import MediatorCardDraft, TermDraft
    from plugins.mediation.service.register import appoint, save_mediator

    made = room.do(save_mediator, MediatorCardDraft(name))
    room.do(appoint, TermDraft(made, "appointed", date(2026, 1, 1)))
    return made


def pdf(pages=2, size=(595, 842)):
    """Empty pages, as a scanner might hand them over."""
    import pypdfium2

    with pypdfium2.PdfDocument.new() as document:
        for _page in range(pages):
            document.new_page(*size)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def words(content):
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        return ["".join(document[number].get_textpage().get_text_range().split()) for number in range(len(document))]


class Data:
    """Jobs' way to a real database."""

    def __init__(self, factory, actor):
        self.factory, self.actor = factory, actor

    @contextmanager
    def reading(self):
        with self.factory.reading(self.actor) as uow:
            yield uow

    def execute(self, verb, *args, key):
        with self.factory.writing(self.actor) as uow:
            result = verb(uow, *args)
        return result, uow.changes


def said(error):
    """Everything she reads of a refusal."""
    return " ".join([str(error), *error.fields.values()])
