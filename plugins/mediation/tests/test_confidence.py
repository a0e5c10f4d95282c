"""Confidential: who sees a case, who looked, and what never prints."""

import pytest

from desk.api import NotFound, UserError
from desk.api.cases import list_timeline
from desk.api.db import Actor
from desk.testing.hall import make_account
from plugins.mediation.drafts import NoteDraft, ViewersDraft
from plugins.mediation.pages import record
from plugins.mediation.queries import get_file
from plugins.mediation.service.confidence import set_viewers, write_note

RIGHTS = frozenset({"mediation.case.read", "mediation.case.write"})


@pytest.fixture
def colleague(room):
    user_id = room.do(make_account, "fang", "方敏")
    return Actor("方敏", 1, user_id=user_id, permissions=RIGHTS)


def test_viewers_are_let_in_and_out_from_the_page(room, factory, colleague):
    dispute = room.accept()
    with pytest.raises(NotFound), factory.reading(colleague) as uow:
        get_file(uow, dispute)
    room.do(set_viewers, ViewersDraft(dispute, (colleague.user_id,)))
    with factory.reading(colleague) as uow:
        assert get_file(uow, dispute).case.id == dispute
    room.do(set_viewers, ViewersDraft(dispute, ()))
    with pytest.raises(NotFound), factory.reading(colleague) as uow:
        get_file(uow, dispute)


def test_every_page_of_a_case_leaves_a_trace(room, factory, colleague):
    from plugins.mediation.documents import loading
    from plugins.mediation.pages import starting, starting_collected

    dispute = room.accept()
    session = room.hold(dispute, "continued")
    room.do(set_viewers, ViewersDraft(dispute, (colleague.user_id,)))

    def looks():
        facts = {fact.label: fact.value for section in room.see(record.load, dispute).sections for fact in section.facts}
        return next((value for value in facts.values() if "方敏 2026" in value), "").count("方敏")

    assert looks() == 0
    for number, read in enumerate((lambda uow: record.load(uow, dispute), lambda uow: loading.load_session(uow, session),
                                   lambda uow: starting.dispute(uow, dispute),
                                   lambda uow: starting_collected.evidence(uow, dispute)), 1):
        room.clock.advance(hours=1)
        with factory.reading(colleague) as uow:
            read(uow)
        assert looks() == number


def test_private_notes_and_talks_alone_never_print(room):
    dispute = room.accept()
    room.do(write_note, NoteDraft(dispute, "对方愿意让步", "private"))
    room.do(write_note, NoteDraft(dispute, "底线八千元", "caucus", "龚桂兰"))
    room.do(write_note, NoteDraft(dispute, "已电话联系", "plain"))
    with pytest.raises(UserError):
        room.do(write_note, NoteDraft(dispute, "底线", "caucus"))
    printable = "".join(entry.text for entry in room.see(lambda uow: list_timeline(uow, dispute, printable=True)))
    assert "已电话联系" in printable
    assert "让步" not in printable
    assert "八千" not in printable


def test_private_words_are_in_no_paper_of_the_dossier(whole, room, fonts):
    from desk.api.papers import page_count
    from plugins.mediation.documents.dossier import assemble
    from plugins.mediation.tests.helpers import words

    dispute = whole["mediation.dispute"]
    room.do(write_note, NoteDraft(dispute, "绝密底线", "private"))
    with room.reading() as uow:
        made = assemble(uow, dispute)
    assert page_count(made.paper.pdf) == made.paper.pages
    assert "绝密底线" not in "".join(words(made.paper.pdf))
