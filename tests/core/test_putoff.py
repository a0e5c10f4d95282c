"""What waits until somebody looks: done once, in order, by whoever comes first; a failure leaves it waiting."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from desk.core.putoff import PutOff


def test_nothing_is_done_before_somebody_asks_and_then_once_in_order():
    later, done = PutOff(), []
    later.put(lambda: done.append(1))
    later.put(lambda: done.append(2))
    assert not done
    later.bring()
    later.bring()
    assert done == [1, 2]


def test_what_was_dropped_is_never_done():
    later, done = PutOff(), []
    later.put(lambda: done.append(1))
    later.drop()
    later.bring()
    assert not done


def test_a_failure_is_told_to_whoever_asks_and_tried_again():
    later, tries = PutOff(), []

    def fill():
        tries.append(1)
        if len(tries) == 1:
            raise OSError("away")

    later.put(fill)
    with pytest.raises(OSError, match="away"):
        later.bring()
    later.bring()
    later.bring()
    assert len(tries) == 2


def test_who_comes_second_waits_for_the_first():
    later, done = PutOff(), []

    def fill():
        time.sleep(0.05)
        done.append(1)

    later.put(fill)

    def ask(_number):
        later.bring()
        return list(done)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [[1]] * 4


def test_a_filling_may_look_into_what_it_fills():
    later, done = PutOff(), []

    def fill():
        if not done:
            done.append(1)
            later.bring()

    later.put(fill)
    later.bring()
    assert done == [1]
