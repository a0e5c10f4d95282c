"""Ballots printed by the window on a real print service."""

import pytest

from desk.api.votes import spaced
from desk.core.documents.prints import list_prints
from desk.core.documents.readback import squeezed
from tests.journeys.voting import ROLL, opened_vote, pile
from tests.shell.kit.print_service import QUEUE, is_there


@pytest.mark.skipif(not is_there(), reason="no print service here: apt-get install cups-daemon cups-client")
def test_ballots_go_straight_to_a_printer_and_stay_nowhere(hall, open_window, hand, service, tmp_path, monkeypatch):
    """From the counter to the preview to a real queue: after that neither archive, disk nor queue has a mark."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("desk.shell.kit.printing.Printers.names", lambda _self: [QUEUE])
    desk = open_window(hall)
    hand.topic("保密表决")
    desk.keys("Alt+3")
    opened_vote(desk, "保密表决", ROLL)
    pile(desk, 17)
    desk.click("打印选票")
    desk.sees("不留底")
    desk.keys("Ctrl+P")
    desk.sees(f"已送往 {QUEUE}")
    vote = hand.newest_vote()
    marks = hand.marks(vote.id)
    paper = squeezed(service.paper(1)[0])
    assert all(mark in paper.replace("-", "") for mark in marks)
    assert service.kept() == []
    with hand.reading() as uow:
        assert "consultation.ballots" not in {row.paper for row in list_prints(uow, "ballot.vote", vote.id)}
    written = [path for root in (hall.data, temporary, service.root / "tmp") for path in root.rglob("*") if path.is_file()]
    assert [path for path in written if not path.name.startswith("desk.db") for mark in marks
            if any(words.encode() in path.read_bytes() for words in (mark, spaced(mark)))] == []
    desk.keys("Esc")
    desk.sees("已领票 0")
