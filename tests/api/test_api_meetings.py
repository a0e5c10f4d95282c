"""A gathering is called, with its room and its day; roll, minutes and decisions hang on it."""

from datetime import timedelta

from desk.api.meetings import GatheringDraft, call_gathering, get_gathering


def test_a_talk_is_called(writing, reading, clock):
    with writing() as uow:
        talk = call_gathering(uow, GatheringDraft("stool", "充电棚选址", clock.now() + timedelta(days=3), place="议事厅"))
    with reading() as uow:
        assert get_gathering(uow, talk).title == "充电棚选址"
