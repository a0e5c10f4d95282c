"""In and out once: what was served, in minutes, without the pause; nothing overlaps and nothing lies ahead."""

from datetime import timedelta

import pytest

from desk.api import UserError
from desk.api.timesheets import PairDraft, Whose, record_pair

HER, THERE = Whose("example.member", 1), Whose("example.work", 1)


def test_a_morning_and_what_is_refused(writing, clock):
    start, end = clock.now() - timedelta(hours=4), clock.now() - timedelta(hours=1)
    with writing() as uow:
        record_pair(uow, PairDraft(HER, THERE, start, end, unserved=30))
    with pytest.raises(UserError), writing() as uow:
        record_pair(uow, PairDraft(HER, THERE, start + timedelta(hours=1), end))
    with pytest.raises(UserError), writing() as uow:
        record_pair(uow, PairDraft(HER, THERE, end, clock.now() + timedelta(hours=1)))
