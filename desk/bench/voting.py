"""votes: ten thousand ballots to verdicts, result file and printed notice (entry excluded), against bare addition."""

import random
from collections.abc import Iterator

from desk.bench.clocks import CpuClock
from desk.bench.figures import RATIO, Figure, Target
from desk.bench.hall import BenchHall
from desk.bench.processes import run_child
from desk.core.i18n import _
from desk.core.paths import DeskPaths

BALLOTS, TIMES = 10_000, 9
FLAT = 9_000
"""0.01 m² of the middling flat."""
NOTICE = "consultation.result"
MOST_WHOLE = 400.0
"""Times the bare addition, from the tables to the printed notice."""
MOST = 20.0
"""Times the bare addition: checking, judging, sorting and writing the file besides."""


def measure(hall: BenchHall) -> Iterator[Figure]:
    """Owners' ballots, counted by person and by area; then the program that shares nothing with the engine."""
    from desk.core.ballots.engine import Papers
    from desk.core.ballots.profiles import shipped
    from desk.core.ballots.recount import recount
    from desk.core.ballots.resultfile import QuestionCount, Vote, count_questions

    dice = random.Random(2026)
    votes: tuple[Vote, ...] = tuple((dice.choice(("agree", "agree", "against", "abstain")), (dice.randrange(FLAT, 2 * FLAT), 1))
                                    for _number in range(BALLOTS))
    question = QuestionCount("1", "?", votes, {"area": 2 * FLAT * BALLOTS, "persons": BALLOTS})
    papers = Papers(BALLOTS, BALLOTS, valid=BALLOTS)

    def count() -> str:
        return count_questions(shipped("owners_ordinary"), [question], papers=papers, log=[("entry1", BALLOTS)]).text

    clock, text = CpuClock(), count()
    bare, most = clock.samples([lambda: _added(votes)] * TIMES), Target(RATIO, MOST)
    addition = _("adding up persons and areas")
    counted, again = clock.samples([count] * TIMES), clock.samples([lambda: recount(text)] * TIMES)
    yield Figure(_("Count {n} ballots, with verdict and result file").format(n=BALLOTS), counted, addition, bare, most,
                 clock.unit)
    yield Figure(_("Recount {n} ballots from the file").format(n=BALLOTS), again, addition, bare, most, clock.unit)
    with hall.practice() as folder:
        told = run_child("desk.bench.voting_child", str(DeskPaths(folder).data), NOTICE)
    whole = tuple(counted + printed for counted, printed in zip(told["count"], told["print"], strict=True))
    yield Figure(_("Count {n} ballots out of the tables, seal them and print the notice").format(n=BALLOTS), whole, addition,
                 bare,
                 Target(RATIO, MOST_WHOLE), clock.unit)


def _added(votes: tuple[tuple[str, tuple[int, ...]], ...]) -> dict[str, tuple[int, int]]:
    sums: dict[str, tuple[int, int]] = {}
    for choice, (area, head) in votes:
        before = sums.get(choice, (0, 0))
        sums[choice] = before[0] + area, before[1] + head
    return sums
