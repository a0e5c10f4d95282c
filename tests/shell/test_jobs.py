"""Jobs: configured then started, two lanes, every slot on the UI thread, nothing lost, nothing left."""

import gc
import threading
import time

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QLabel

from desk.core.changes import Changes
from desk.core.errors import Cancelled, EnvironmentFault, UserError
from desk.shell.jobs import Latest


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.heard, self.threads = [], []

    def take(self, *value):
        self.heard.append(value)
        self.threads.append(QThread.currentThread())


def test_fast_job_started_after_its_slots_are_connected_always_answers(jobs, qtbot):
    listener = Listener()
    for number in range(200):
        jobs.read(lambda uow, n: n, number).then(listener.take).start()
    qtbot.waitUntil(lambda: len(listener.heard) == 200)
    assert sorted(listener.heard) == [(number,) for number in range(200)]
    assert set(listener.threads) == {QApplication.instance().thread()}
    assert jobs.idle


def test_plain_functions_are_told_on_the_ui_thread_too(jobs, qtbot):
    where = []

    def told(worker):
        where.append((worker, threading.get_ident()))

    jobs.read(lambda uow: threading.get_ident()).then(told).start()
    qtbot.waitUntil(lambda: bool(where))
    assert where[0][1] == threading.get_ident() != where[0][0]


def test_never_two_writers_at_once_not_even_from_long_work(jobs, qtbot):
    inside, worst = [], []

    def verb(uow):
        inside.append(1)
        worst.append(len(inside))
        time.sleep(0.005)
        inside.pop()

    ended = Listener()
    for _turn in range(5):
        jobs.write(verb).whenever(ended.take).start()
        jobs.work(lambda context: context.execute(verb)).whenever(ended.take).start()
    qtbot.waitUntil(lambda: len(ended.heard) == 10)
    assert len(worst) == 10
    assert max(worst) == 1


def test_a_write_tells_what_it_changed_and_who_started_it(jobs, qtbot, backend):
    listener, initiator = Listener(), object()
    jobs.changed.connect(listener.take)
    jobs.write(lambda uow: Changes({"person": {7}}), key="once").by(initiator).start()
    qtbot.waitUntil(lambda: bool(listener.heard))
    changes, who = listener.heard[0]
    assert changes.touches("person", 7)
    assert who is initiator
    assert backend.keys == ["once"]


def test_a_fault_reaches_the_one_who_asked(jobs, qtbot):
    asked, shell = Listener(), Listener()
    jobs.faulted.connect(shell.take)

    def refuse(uow):
        raise UserError("no")

    jobs.read(refuse).otherwise(asked.take).start()
    qtbot.waitUntil(lambda: bool(asked.heard))
    assert str(asked.heard[0][0]) == "no"
    assert shell.heard == []


def test_a_fault_nobody_asked_for_reaches_the_shell(jobs, qtbot):
    shell = Listener()
    jobs.faulted.connect(shell.take)

    def fail(uow):
        raise EnvironmentFault("disk full")

    jobs.read(fail).start()
    qtbot.waitUntil(lambda: bool(shell.heard))
    assert str(shell.heard[0][0]) == "disk full"


def test_sys_exit_in_a_job_is_a_fault_not_the_end(jobs, qtbot):
    asked = Listener()

    def leave(uow):
        raise SystemExit(3)

    jobs.read(leave).otherwise(asked.take).start()
    qtbot.waitUntil(lambda: bool(asked.heard))
    assert isinstance(asked.heard[0][0], SystemExit)


def test_progress_arrives_in_order_and_cancel_leaves_nothing(jobs, qtbot):
    progress, stopped, success = Listener(), Listener(), Listener()

    def count(context):
        for done in range(1, 100_000):
            context.progress(done, 100_000, "counting")
            time.sleep(0.001)

    job = jobs.work(count).then(success.take)
    job.progressed.connect(progress.take)
    job.cancelled.connect(stopped.take)
    job.start()
    qtbot.waitUntil(lambda: len(progress.heard) > 2)
    job.cancel()
    qtbot.waitUntil(lambda: bool(stopped.heard))
    told = [done for done, _total, _text in progress.heard]
    assert told == sorted(told)
    assert success.heard == []


def test_a_late_answer_is_dropped(jobs, qtbot):
    answers, gate, latest = Listener(), threading.Event(), Latest()
    slow = jobs.read(lambda uow: gate.wait(5) and "old").then(answers.take)
    latest.start(slow)
    latest.start(jobs.read(lambda uow: "new").then(answers.take))
    qtbot.waitUntil(lambda: bool(answers.heard))
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert answers.heard == [("new",)]


def test_a_write_that_has_begun_is_told_though_somebody_cancelled(jobs, qtbot):
    begun, gate, told = threading.Event(), threading.Event(), Listener()

    def verb(uow):
        begun.set()
        gate.wait(5)
        return "done"

    job = jobs.write(verb).then(told.take).start()
    assert begun.wait(5)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(told.heard))
    assert told.heard == [("done",)]


def test_the_widget_may_die_while_its_job_runs(jobs, qtbot):
    label, gate = QLabel(), threading.Event()
    jobs.read(lambda uow: gate.wait(5) and "late").then(label.setText).start()
    label.deleteLater()
    QApplication.sendPostedEvents(label, 52)  # QEvent.DeferredDelete
    del label
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)


def test_shutdown_waits_and_says_when_something_hangs(jobs, qtbot):
    begun, gate = threading.Event(), threading.Event()
    jobs.read(lambda uow: begun.set() or gate.wait(10)).start()
    assert begun.wait(5)
    assert not jobs.shutdown(50)
    gate.set()
    assert jobs.shutdown(5000)


def test_shutdown_cancels_long_work(jobs):
    seen = []

    def forever(context):
        try:
            while True:
                context.progress(0, 1)
                time.sleep(0.001)
        except Cancelled:
            seen.append("stopped")
            raise

    jobs.work(forever).start()
    time.sleep(0.05)
    assert jobs.shutdown(5000)
    assert seen in (["stopped"], [])


def test_without_anybody_signed_in_reading_is_refused(jobs, qtbot):
    jobs.use(None)
    told = Listener()
    jobs.read(lambda uow: 1).otherwise(told.take).start()
    qtbot.waitUntil(lambda: bool(told.heard))
    assert isinstance(told.heard[0][0], RuntimeError)


def test_activity_names_the_oldest_labelled_job(jobs, qtbot):
    gate, told = threading.Event(), Listener()
    jobs.activity.connect(told.take)
    job = jobs.read(lambda uow: gate.wait(5)).labelled("Reading").start()
    assert told.heard[-1] == (job,)
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert told.heard[-1] == (None,)


@pytest.mark.parametrize("outcome", ["value", "fault"])
def test_immediate_jobs_have_told_everything_when_start_returns(ctx, outcome):
    told = Listener()

    def fn(uow):
        if outcome == "fault":
            raise UserError("no")
        return 5

    ctx.jobs.read(fn).then(told.take).otherwise(told.take).whenever(told.take).start()
    assert len(told.heard) == 2
    assert told.heard[-1] == ()


class Knot(QObject):
    """In a cycle with itself, so that only the collector frees it; notes on which thread that happened."""

    freed: list[int] = []

    def __init__(self):
        super().__init__()
        self.me = self

    def __del__(self):
        Knot.freed.append(threading.get_ident())


def test_widgets_in_cycles_are_never_collected_by_a_worker(jobs, qtbot):
    Knot.freed.clear()
    littered, ended = threading.Event(), Listener()

    def litter(uow):
        kept = [[n] for n in range(200_000)]  # enough to make an automatic collection run many times over
        littered.set()
        return len(kept)

    job = jobs.read(litter).whenever(ended.take)
    for _turn in range(20):
        Knot()
    job.start()
    assert littered.wait(10)  # this thread does nothing meanwhile
    assert set(Knot.freed) <= {threading.get_ident()}
    qtbot.waitUntil(lambda: bool(ended.heard))
    qtbot.waitUntil(gc.isenabled)
    gc.collect()
    assert set(Knot.freed) == {threading.get_ident()}


class Treasure:
    """What a job knows of a widget; notes on which thread it went."""

    def __init__(self, gone):
        self.gone = gone

    def __del__(self):
        self.gone.append(threading.get_ident())


def test_a_job_never_dies_on_its_workers_thread(jobs, qtbot):
    gone = []
    for _round in range(40):
        for _number in range(10):
            job = jobs.work(lambda _context: None)
            job.ticket = Treasure(gone)
            job.start()
            del job
        qtbot.waitUntil(lambda: jobs.idle)
    qtbot.waitUntil(lambda: len(gone) == 400)
    assert set(gone) == {threading.get_ident()}


def test_long_work_is_swept_up_after_on_the_ui_thread(jobs, qtbot):
    gc.collect()
    Knot.freed.clear()
    gate, ended = threading.Event(), Listener()
    jobs.work(lambda context: gate.wait(10)).whenever(ended.take).start()
    assert not gc.isenabled()
    Knot()
    assert Knot.freed == []
    litter = [[n] for n in range(2_000)]
    jobs._sweeper._timer.setInterval(10)
    qtbot.waitUntil(lambda: threading.get_ident() in Knot.freed)
    assert len(litter) == 2_000
    gate.set()
    qtbot.waitUntil(lambda: bool(ended.heard))
    qtbot.waitUntil(gc.isenabled)
