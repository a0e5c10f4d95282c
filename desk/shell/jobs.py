"""Work off the UI thread: configure a job, then start it. Several readers, exactly one writer.

    ctx.jobs.read(list_people, request).then(self._arrived).otherwise(self._failed).start()

Workers never touch a widget and never emit a job's own signals: they hand the outcome to the runner, which lives on
the UI thread and tells it there, in order. The runner keeps every job alive until it has finished and its worker has let
go of it: a worker that held the last reference would destroy the job, and the widgets it knows, on its own thread. (A job
that was started before its slots were connected lost its signal in one run out of three; hence "configure, then start".)
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal, Slot

from desk.core.changes import Changes
from desk.core.errors import Cancelled
from desk.shell.sweeping import Sweeper

log = logging.getLogger(__name__)

READERS = 3
"""Worker threads for reading and long work."""
PROGRESS_EVERY = 0.05
"""Seconds between two tellings of progress; what comes in between is skipped, except the last."""
HELD_HERE = 3
"""References to a retired task that are the UI thread's own: the list, the loop's name, the counting call's argument."""


class Backend(Protocol):
    """Where jobs find the data; bootstrap hands it in after sign-in, tests hand in a fake."""

    def reading(self) -> AbstractContextManager[Any]:
        """A reading unit of work, bound to the signed-in person."""
        ...

    def execute(self, verb: Callable[..., Any], *args: Any, key: str) -> tuple[Any, Changes]:
        """Run a service verb in one transaction, once for one `key` ("" may repeat); answers its result and what it
        changed.
        """
        ...


class JobContext:
    """What a long job's function gets first: progress, cancellation, data."""

    def __init__(self, job: "Job", runner: "JobRunner") -> None:
        self._job, self._runner, self._told = job, runner, 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._job.cancel_requested

    def progress(self, done: int, total: int, text: str = "") -> None:
        """Say how far it is ("Importing", 12,400 of 100,000); raises Cancelled when the user asked to stop."""
        if self.cancelled:
            raise Cancelled("cancelled")
        now = time.monotonic()
        if done >= total or now - self._told >= PROGRESS_EVERY:
            self._told = now
            self._runner.hand_over(self._job, "progressed", (done, total, text))

    def reading(self) -> AbstractContextManager[Any]:
        """A reading unit of work."""
        return self._job.backend.reading()

    def execute(self, verb: Callable[..., Any], *args: Any, key: str = "") -> Any:
        """Run a verb in the one write lane and answer its result; open views hear of the change."""
        result, changes = self._runner.write_now(self._job.backend, verb, args, key)
        self._runner.hand_over(self._job, "changed", changes)
        return result


class Job(QObject):
    """One piece of work. Its slots run on the UI thread; connect bound methods of QObjects, not lambdas."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, runner: "JobRunner", lane: str, work: Callable[[JobContext], Any]) -> None:
        super().__init__()
        self._runner, self.lane, self.work = runner, lane, work
        self._backend = runner.in_use
        self.label = ""
        self.initiator: object = None
        self.ticket: Any = None  # whatever its owner wants to know again when the answer comes
        self.cancel_requested = self.begun = self.done = self.answered = False

    def then(self, slot: Callable[[Any], Any]) -> "Job":
        """Call `slot(result)` when it succeeded."""
        self.succeeded.connect(slot)
        return self

    def otherwise(self, slot: Callable[[Any], Any]) -> "Job":
        """Call `slot(exception)` when it failed; without one the shell shows the fault itself."""
        self.failed.connect(slot)
        self.answered = True
        return self

    def whenever(self, slot: Callable[[], Any]) -> "Job":
        """Call `slot()` at the end, however it ended."""
        self.finished.connect(slot)
        return self

    def labelled(self, text: str) -> "Job":
        """What the status line says while it runs ("Closing case")."""
        self.label = text
        return self

    def by(self, initiator: object) -> "Job":
        """Who started it: the view that need not refresh for its own change."""
        self.initiator = initiator
        return self

    def start(self) -> "Job":
        """Only now may a worker see it."""
        self._runner.submit(self)
        return self

    def cancel(self) -> None:
        """Ask to stop. A read's late answer is dropped; a write that has begun is still told."""
        self.cancel_requested = True

    @property
    def backend(self) -> Backend:
        """The data of whoever was signed in when the job was made; asking before anybody has is a bug."""
        if self._backend is None:
            raise RuntimeError("no backend: nobody has signed in")
        return self._backend

    @property
    def dropped(self) -> bool:
        """Whether the outcome interests nobody any more."""
        return self.cancel_requested and not (self.lane == "write" and self.begun)


class _Task:
    """A job on its way through a worker thread.

    A plain callable: a pool keeps every QRunnable of Python's for good (PySide6 6.12), and with it the job and its words.
    """

    def __init__(self, job: Job, runner: "JobRunner") -> None:
        self._job, self._runner = job, runner

    def __call__(self) -> None:
        job, runner = self._job, self._runner
        if job.cancel_requested:
            runner.hand_over(job, "cancelled", None)
            return
        job.begun = True
        try:
            result = job.work(JobContext(job, runner))
        except Cancelled:
            runner.hand_over(job, "cancelled", None)
        except BaseException as error:  # noqa: BLE001 - also SystemExit: a plugin's job must not end the program
            runner.hand_over(job, "failed", error)
        else:
            runner.hand_over(job, "succeeded", result)


class JobRunner(QObject):
    """Makes jobs and runs them: `read` and `work` on a few threads, `write` on exactly one.

    changed(Changes, initiator): after every write. faulted(exception): a job failed and nobody asked to be told.
    activity(job or None): the oldest running labelled job, for the status line.
    """

    changed = Signal(object, object)
    faulted = Signal(object)
    activity = Signal(object)
    _handed_over = Signal(object, str, object)

    def __init__(self, backend: Backend | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.in_use, self._closed = backend, False
        self._writing = threading.Lock()
        self._running: dict[Job, _Task] = {}
        self._retired: list[_Task] = []
        self._again = QTimer(self, singleShot=True, interval=5)
        self._again.timeout.connect(self._let_go)
        self._sweeper = Sweeper(self)
        self._pools = {"read": QThreadPool(self), "write": QThreadPool(self)}
        self._pools["read"].setMaxThreadCount(READERS)
        self._pools["write"].setMaxThreadCount(1)
        self._handed_over.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def use(self, backend: Backend | None) -> None:
        """Jobs made from now on read and write through `backend` (None: nobody is signed in)."""
        self.in_use = backend

    def read(self, fn: Callable[..., Any], *args: Any) -> Job:
        """A job running `fn(uow, *args)` inside a reading unit of work."""
        def work(context: JobContext) -> Any:
            with context.reading() as uow:
                return fn(uow, *args)
        return Job(self, "read", work)

    def write(self, verb: Callable[..., Any], *args: Any, key: str = "") -> Job:
        """A job running `verb(uow, *args)` in the write lane, one transaction, under request key `key`.

        A form makes one `new_key()` when it opens, so that a lost answer is asked for again and never done twice; ""
        is for commands that may repeat.
        """
        def work(context: JobContext) -> Any:
            return context.execute(verb, *args, key=key)
        return Job(self, "write", work)

    def work(self, fn: Callable[..., Any], *args: Any) -> Job:
        """A long job running `fn(job_context, *args)`; it opens its own units of work."""
        return Job(self, "read", lambda context: fn(context, *args))

    def submit(self, job: Job) -> None:
        """Let a worker have `job` (called by Job.start)."""
        if self._closed:
            job.cancel_requested = True
            return
        task = _Task(job, self)
        self._running[job] = task
        self._sweeper.hold()
        self._tell_activity()
        self._pools[job.lane].start(task)

    def write_now(self, backend: Backend, verb: Callable[..., Any], args: tuple[Any, ...],
                  key: str) -> tuple[Any, Changes]:
        """Run a verb on this very worker thread, never two at a time."""
        with self._writing:
            return backend.execute(verb, *args, key=key)

    def hand_over(self, job: Job, what: str, value: object) -> None:
        """From a worker: tell `what` on the UI thread."""
        with suppress(RuntimeError):  # the program is gone; nobody is left to tell
            self._handed_over.emit(job, what, value)

    @property
    def idle(self) -> bool:
        """Whether every started job has finished and been told."""
        return not self._running

    def shutdown(self, milliseconds: int = 5000) -> bool:
        """Cancel what can be cancelled, wait for the rest; True when nothing is left running."""
        self._closed = True
        for job in self._running:
            job.cancel()
        done = all([pool.waitForDone(milliseconds) for pool in self._pools.values()])
        if done:
            self._running.clear()
            self._retired.clear()
            self._sweeper.release()
        return done

    @Slot(object, str, object)
    def _deliver(self, job: Job, what: str, value: Any) -> None:
        if what == "changed":
            self.changed.emit(value, job.initiator)
        elif what == "progressed":
            job.progressed.emit(*value)
        elif not job.done:
            job.done = True
            try:
                self._conclude(job, what, value)
            finally:
                self._retire(job)
                self._tell_activity()

    def _retire(self, job: Job) -> None:
        task = self._running.pop(job, None)
        if task is not None:
            self._retired.append(task)
        del task
        self._let_go()

    @Slot()
    def _let_go(self) -> None:
        """Drop the told tasks whose workers hold them no more; ask again soon for the others."""
        for place in range(len(self._retired) - 1, -1, -1):
            task = self._retired[place]
            if sys.getrefcount(task) <= HELD_HERE:
                del self._retired[place]
        if self._retired:
            self._again.start()
        elif not self._running:
            self._sweeper.release()

    def _conclude(self, job: Job, what: str, value: Any) -> None:
        if what == "cancelled" or job.dropped:
            job.cancelled.emit()
        elif what == "succeeded":
            job.succeeded.emit(value)
        else:
            job.failed.emit(value)
            if not job.answered:
                self.faulted.emit(value)
        job.finished.emit()

    def _tell_activity(self) -> None:
        self.activity.emit(next((job for job in self._running if job.label), None))


class ImmediateJobs(JobRunner):
    """For tests of presenters: a started job runs at once, on the calling thread, and has told everything when
    start() returns.
    """

    def submit(self, job: Job) -> None:
        task = _Task(job, self)
        self._running[job] = task
        task()

    def hand_over(self, job: Job, what: str, value: object) -> None:
        self._deliver(job, what, value)

    def _retire(self, job: Job) -> None:
        self._running.pop(job, None)  # no worker, nothing to wait for


class Latest:
    """Only the newest of a row of jobs is answered: starting one drops the one before (search as you type)."""

    def __init__(self) -> None:
        self._job: Job | None = None

    def start(self, job: Job) -> Job:
        """Drop the previous job's answer and start `job`."""
        self.drop()
        self._job = job
        return job.start()

    def drop(self) -> None:
        """The answer on its way, if any, interests nobody any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = None


def new_key() -> str:
    """A request key nobody has used."""
    import uuid  # brings half a dozen modules that the first window does not need

    return uuid.uuid4().hex
