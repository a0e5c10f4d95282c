"""Ballots from pictures: codes of printed ballots read back, broken files refused, choices keyed by a person."""

import io

import pytest

from desk.api import UserError
from desk.api.votes import BoxDraft, compare, get_vote, list_marks
from desk.testing.shell import make_context
from plugins.consultation.documents import ballots, loading
from plugins.consultation.drafts import AcceptDraft, BallotDraft, TopicDraft, VoteActDraft
from plugins.consultation.scans import open_picture, read_scan, read_scans
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.votes import make_ballots
from plugins.consultation.tests.helpers import vote_on
from plugins.consultation.tests.test_counting import RealBackend, given_out, typed
from plugins.consultation.views.counting import CountingPage

pytest.importorskip("zxingcpp", reason="the lock files name it: run the set-up again")
ROLL = "\n".join(f"代表{number:02d},{number}号楼" for number in range(1, 13))


class Quiet:
    """A job nobody watches."""

    def progress(self, done, total, text=""):
        assert 0 < done <= total


def prepared(writing, reading):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("充电棚"))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
        vote = vote_on(uow, BallotDraft(topic, "充电棚表决", "six_steps", "secret", ("通过方案",), ROLL))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(vote, 12))
    with reading() as uow:
        return vote, list_marks(uow, vote), loading.load_ballots(uow, vote)


def scanned(sheet, folder):
    """Each ballot printed and drawn as a scanner would, a little askew and grey."""
    from dataclasses import replace

    import pypdfium2
    from PIL import Image

    from desk.api.papers import font_book, render

    folder.mkdir()
    for number, one in enumerate(sheet.ballots):
        pdf = render(ballots.build_ballots(replace(sheet, ballots=(one,))), font_book()).pdf
        with pypdfium2.PdfDocument(io.BytesIO(pdf)) as opened:
            picture = opened[0].render(scale=150 / 72, grayscale=True).to_pil()
        picture.rotate(number % 5 - 2, fillcolor=235, resample=Image.Resampling.BILINEAR).save(folder / f"{number:03d}.png")
    return folder


@pytest.fixture
def pile(writing, reading, tmp_path):
    vote, marks, sheet = prepared(writing, reading)
    return vote, marks, scanned(sheet, tmp_path / "扫描")


def test_every_printed_ballot_is_read_in_a_mixed_order(pile):
    _vote, marks, folder = pile
    found = read_scans(Quiet(), folder / "000.png")
    assert sorted(one.typed for one in found) == marks
    assert [one.path.name for one in found] != sorted(one.path.name for one in found)


def test_what_is_no_ballot_says_why(tmp_path, pile):
    from PIL import Image

    _vote, _marks, folder = pile
    first, second = (Image.open(folder / f"{number:03d}.png") for number in (0, 1))
    both = Image.new("L", (first.width, first.height * 2), 255)
    both.paste(first, (0, 0))
    both.paste(second, (0, first.height))
    both.save(tmp_path / "two.png")
    Image.new("L", (400, 400), 255).save(tmp_path / "empty.png")
    (tmp_path / "broken.png").write_bytes((folder / "000.png").read_bytes()[:900])
    (tmp_path / "text.jpg").write_text("不是图片", "utf-8")
    for name in ("two.png", "empty.png", "broken.png", "text.jpg"):
        scan = read_scan(tmp_path / name)
        assert scan.problem
        assert not scan.typed
    (tmp_path / "not.pdf").write_text("%PDF-1.4 nothing", "utf-8")
    with pytest.raises(UserError):
        read_scans(Quiet(), tmp_path / "not.pdf")
    (tmp_path / "leer").mkdir()
    with pytest.raises(UserError):
        read_scans(Quiet(), tmp_path / "leer" / "x.png")


def test_a_picture_beyond_measure_is_not_drawn(tmp_path):
    from PIL import Image

    Image.new("1", (9_000, 9_000)).save(tmp_path / "huge.png")
    with pytest.raises(UserError):
        open_picture(tmp_path / "huge.png")


def test_pages_of_a_scanned_pdf_are_ballots_too(tmp_path, pile):
    from PIL import Image

    _vote, marks, folder = pile
    pages = [Image.open(path) for path in sorted(folder.glob("*.png"))]
    pages[0].save(tmp_path / "all.pdf", save_all=True, append_images=pages[1:], resolution=150)
    assert sorted(one.typed for one in read_scans(Quiet(), tmp_path / "all.pdf")) == marks


@pytest.mark.gui
def test_choices_are_keyed_beside_the_picture(sqlite_database, clock, actor, tmp_path, qtbot):
    from PIL import Image

    from desk.testing.database import make_factory

    factory = make_factory(sqlite_database, clock)
    vote, _marks, sheet = prepared(lambda: factory.writing(actor), lambda: factory.reading(actor))
    folder = scanned(sheet, tmp_path / "扫描")
    Image.new("L", (300, 300), 255).save(folder / "999.png")
    given_out(factory, actor, BoxDraft(vote, 12))
    answers = (folder / "000.png", folder / "000.png")
    page = CountingPage(make_context(tmp_path, plugin_id="consultation", backend=RealBackend(factory, actor), answers=answers),
                        record_id=vote)
    qtbot.addWidget(page)
    page.show()
    for entry in (1, 2):
        page.tray.button.click()
        assert page.answer.text()
        for _ballot in range(12):
            assert page.tray.busy
            typed(qtbot, page, "1")
        assert not page.tray.busy
        page.save_button.click()
        if entry == 1:
            page.second.click()
    with factory.reading(actor) as uow:
        assert compare(uow, vote).agree
        assert get_vote(uow, vote).state == "entry"
