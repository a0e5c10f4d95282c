"""The files of a record: what is added where photos of one kind are taken keeps that kind as its title."""

import pytest
from PySide6.QtGui import QImage

from desk.core.files.queries import list_attachments
from desk.shell.files.page import FilesPage
from desk.testing.database import make_factory
from desk.testing.shell import make_context

pytestmark = pytest.mark.gui


class OnTheFile:
    """Units of work on the test's own database."""

    def __init__(self, factory, actor):
        self.factory, self.actor = factory, actor

    def reading(self):
        return self.factory.reading(self.actor)

    def execute(self, verb, *args, key):
        with self.factory.writing(self.actor) as uow:
            return verb(uow, *args), uow.changes


@pytest.mark.parametrize("label", ["施工前", ""])
def test_a_photo_taken_for_one_purpose_is_titled_with_it(sqlite_database, clock, actor, tmp_path, qtbot, label):
    backend = OnTheFile(make_factory(sqlite_database, clock), actor)
    picture = tmp_path / "现场.png"
    assert QImage(8, 8, QImage.Format.Format_RGB32).save(str(picture))
    page = FilesPage(make_context(tmp_path, backend=backend, answers=(picture,)), owner_kind="trial.work", owner_id=3,
                     title="健身器材", label=label)
    qtbot.addWidget(page)
    page.show()
    page.add_button.click()
    with backend.reading() as uow:
        assert [(one.title, one.file_name) for one in list_attachments(uow, "trial.work", 3)] == [(label, "现场.png")]
    assert [one.title for one in page.rows] == [label]  # shown at once, without F5


def test_a_damaged_picture_is_told_in_words(sqlite_database, clock, actor, tmp_path, qtbot):
    backend = OnTheFile(make_factory(sqlite_database, clock), actor)
    picture = tmp_path / "现场.gif"
    picture.write_bytes(b"GIF89a" + b"\0" * 20)
    page = FilesPage(make_context(tmp_path, backend=backend, answers=(picture,)), owner_kind="trial.work", owner_id=3)
    qtbot.addWidget(page)
    page.show()
    page.add_button.click()
    assert page.rows
    assert "损坏" in page.shown.text()
