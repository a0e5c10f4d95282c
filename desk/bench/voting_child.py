"""Ten thousand named ballots, counted, and their notice printed. `python -m desk.bench.voting_child FOLDER PAPER`."""

import json
import random
import sys
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from desk.bench.clocks import CpuClock
from desk.core.actor import system_actor
from desk.core.paths import DeskPaths

BALLOTS, VOTES = 10_000, 3
TELLERS = (("监票人", "甲"), ("计票人", "乙"))


def main() -> None:
    """Key everything in first (not timed), then count and print each vote."""
    from desk.running import open_desk

    desk = open_desk(DeskPaths(Path(sys.argv[1])), lock=False)
    try:
        votes = [_keyed_in(desk, number) for number in range(VOTES)]
        _notice(desk, sys.argv[2], 0)  # fonts warm
        clock = CpuClock()
        counted = [clock.time(partial(_count, desk, one))[0] for one in votes]
        printed = [clock.time(partial(_notice, desk, sys.argv[2], one))[0] for one in votes]
    finally:
        desk.close()
    sys.stdout.write(json.dumps({"count": counted, "print": printed}) + "\n")


def _keyed_in(desk: Any, number: int) -> int:
    """A vote with its roll, its ballots back and both entries made, written in bulk."""
    from desk.core.ballots.drafts import BoxDraft, VoteDraft, VoterDraft
    from desk.core.ballots.giving import end_giving, number_papers
    from desk.core.ballots.model import BallotSlip, NamedPaper
    from desk.core.ballots.service import freeze_roll, open_vote

    dice = random.Random(number)
    with desk.factory.writing(system_actor()) as uow:
        vote = open_vote(uow, VoteDraft("选聘物业服务企业", "owners_ordinary", ("选聘物业服务企业",), "named"))
        freeze_roll(uow, vote, tuple(VoterDraft(f"业主{place}", f"{place}室", f"k{place}", area=dice.randrange(6_000, 15_000))
                                     for place in range(BALLOTS)))
        number_papers(uow, vote)
        uow.session.flush()
        today = uow.clock.today()
        for paper in uow.session.query(NamedPaper).filter_by(vote_id=vote):
            paper.returned_on = today
        end_giving(uow, BoxDraft(vote, BALLOTS))
        said = {paper.mark: dice.choice(("agree", "agree", "agree", "against", "abstain"))
                for paper in uow.session.query(NamedPaper).filter_by(vote_id=vote)}
        rows = [{"vote_id": vote, "round": 1, "entry": entry, "mark": mark, "turn": 1, "choices": choice, "opinion": "",
                 "reason": "", "names": "", "reversed": False} for entry in (1, 2) for mark, choice in said.items()]
        uow.session.execute(insert(BallotSlip), rows)
    return vote


def _count(desk: Any, vote: int) -> None:
    from desk.core.ballots.sealing import count_vote

    with desk.factory.writing(system_actor()) as uow:
        count_vote(uow, vote, TELLERS)


def _notice(desk: Any, paper: str, vote: int) -> Any:
    """0 prints the blank form."""
    from desk.core.documents.archive import PrintOrder, preview
    from desk.core.documents.page import PaperMode

    mode = PaperMode.FINAL if vote else PaperMode.BLANK
    with desk.factory.reading(system_actor()) as uow:
        return preview(uow, PrintOrder(paper, vote, mode.value)).pages


if __name__ == "__main__":
    main()
