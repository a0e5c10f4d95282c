"""The rows of the acceptance examples (rules 1.10) that are arithmetic."""

from datetime import date

import pytest

from desk.api.calendar import WorkdayTable
from plugins.mediation.effect import oral_effect, written_effect

DAYS = WorkdayTable()


def november(day):
    return date(2026, 11, day)


def test_a_written_agreement_takes_effect_on_the_last_signature_or_seal():
    effect = written_effect([november(1), november(3)], november(3), november(5), DAYS)
    assert effect.effective_on == november(5)
    assert (effect.confirm_remind, effect.confirm_until) == (date(2026, 12, 5), date(2026, 12, 7))


def test_weekends_may_be_set_not_to_move_the_last_day():
    effect = written_effect([november(1), november(3)], november(3), november(5), DAYS, weekends_move=False)
    assert effect.confirm_until == date(2026, 12, 5)


def test_an_oral_agreement_takes_effect_when_it_is_reached():
    effect = oral_effect(november(1), DAYS)
    assert (effect.effective_on, effect.confirm_until) == (november(1), date(2026, 12, 1))


@pytest.mark.parametrize("lacking", ["party", "mediator", "seal"])
def test_nothing_takes_effect_while_one_is_lacking(lacking):
    signed = [november(1), None if lacking == "party" else november(2)]
    mediator, seal = (None if lacking == which else november(3) for which in ("mediator", "seal"))
    effect = written_effect(signed, mediator, seal, DAYS)
    assert effect.effective_on is None
    assert effect.confirm_until is None


def test_what_a_court_does_not_confirm_has_no_deadline():
    effect = written_effect([november(1)], november(1), november(1), DAYS, confirmable=False)
    assert (effect.effective_on, effect.confirm_until) == (november(1), None)


def test_the_last_day_in_a_long_holiday_moves_behind_it():
    effect = written_effect([date(2026, 9, 2)], date(2026, 9, 2), date(2026, 9, 2), DAYS)
    assert effect.confirm_remind == date(2026, 10, 2)
    assert effect.confirm_until > date(2026, 10, 7)
