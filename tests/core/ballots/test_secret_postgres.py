"""The thief on PostgreSQL: physical order, transaction ids, the write-ahead log and the data folder tell him nothing either."""

import random
from pathlib import Path

import pytest
from sqlalchemy import text

from desk.core.ballots.drafts import BoxDraft, SlipDraft, VoteDraft, VoterDraft
from desk.core.ballots.entry import enter
from desk.core.ballots.giving import end_giving, give_ballot, make_pile
from desk.core.ballots.model import SecretSlip
from desk.core.ballots.queries import list_marks, list_roll
from desk.core.ballots.sealing import count_vote
from desk.core.ballots.service import freeze_roll, open_vote, void_vote
from tests.core.ballots.conftest import TELLERS

pytestmark = pytest.mark.postgres
VOTERS, BATCH = 60, 20
CHOICES = ("agree", "against", "abstain", "agree")


@pytest.fixture
def server(request, clock, actor):
    """(database, a way to write, a way to read) on a real server."""
    from desk.core.db.engine import open_database
    from desk.testing.database import make_factory

    opened = open_database(str(request.getfixturevalue("postgres_server")()))
    factory = make_factory(opened, clock)
    yield opened, lambda: factory.writing(actor), lambda: factory.reading(actor)
    opened.close()


def keyed_in(server, seed):
    """A vote in the worst hall, keyed in in the order the ballots were given out; and what the thief saw on the way."""
    opened, writing, reading = server
    dice = random.Random(seed)
    with writing() as uow:
        vote = open_vote(uow, VoteDraft("试", "six_steps", ("?",), "secret"))
        freeze_roll(uow, vote, tuple(VoterDraft(f"代表{number:03d}", key=f"k{number}") for number in range(VOTERS)))
    with writing() as uow:
        make_pile(uow, vote, VOTERS)
    with reading() as uow:
        marks, roll = list_marks(uow, vote), list_roll(uow, vote)
    order, pile, truth = dice.sample(roll, VOTERS), dice.sample(marks, VOTERS), {}
    for voter, mark in zip(order, pile, strict=True):
        with writing() as uow:
            give_ballot(uow, vote, voter.id)
        truth[voter.id] = (mark, dice.choice(CHOICES))
    with writing() as uow:
        end_giving(uow, BoxDraft(vote, VOTERS))
    box = [truth[voter.id] for voter in order]
    seen = []
    for entry in (1, 2):
        for start in range(0, VOTERS, BATCH):
            with writing() as uow:
                enter(uow, vote, entry, tuple(SlipDraft(mark, (choice,)) for mark, choice in box[start:start + BATCH]))
        with opened.engine.connect() as connection:
            for by in ("ctid", "mark", "xmin::text::bigint, ctid"):
                seen.append((f"entry {entry} by {by}", connection.execute(text(
                    f"SELECT choices FROM core_ballot_secret_slip WHERE entry = {entry} ORDER BY {by}")).scalars().all()))
    return vote, order, roll, truth, seen


def files_tell(opened, truth):
    """Marks that stand right before their choice anywhere in the server's folder, write-ahead log included."""
    with opened.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        folder = Path(connection.execute(text("SHOW data_directory")).scalar_one())
    if not folder.is_dir():
        pytest.skip("the server's files are on another computer")
    found, files = set(), 0
    for path in folder.rglob("*"):
        try:
            raw = path.read_bytes() if path.is_file() else b""
        except OSError:
            continue
        files += 1
        for mark, choice in truth.values():
            at = raw.find(mark.encode())
            while at >= 0:
                if choice.encode() in raw[at + len(mark):at + len(mark) + 16]:
                    found.add(mark)
                at = raw.find(mark.encode(), at + 1)
    assert files > 100
    return found


def test_nothing_on_the_server_joins_a_voter_and_a_ballot(server):
    opened, writing, _reading = server
    vote, order, roll, truth, seen = keyed_in(server, 7)
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
    commonest = max(sum(choice == one for _mark, choice in truth.values()) for one in CHOICES) / VOTERS
    assert len(seen) == 6
    for name, choices in seen:
        for people in (order, roll):
            right = sum(truth[voter.id][1] == choice for voter, choice in zip(people, choices, strict=True)) / VOTERS
            assert right <= commonest + 0.12, f"{name} joins voters and ballots: {right:.0%}"
    assert files_tell(opened, truth) == set()


def test_with_a_logged_table_the_same_thief_would_know_every_mark(server):
    opened = server[0]
    with opened.engine.begin() as connection:
        connection.execute(text("ALTER TABLE core_ballot_secret_slip SET LOGGED"))
    _vote, _order, _roll, truth, _seen = keyed_in(server, 9)
    assert files_tell(opened, truth) == {mark for mark, _choice in truth.values()}


def test_a_voided_vote_leaves_no_marks_and_no_choices(server):
    opened, writing, reading = server
    vote, _order, _roll, truth, _seen = keyed_in(server, 8)
    with writing() as uow:
        void_vote(uow, vote, "票箱封条破损", ("何苗", "沈建国"))
    with reading() as uow:
        assert list_marks(uow, vote) == []
        assert uow.session.query(SecretSlip).count() == 0
    assert files_tell(opened, truth) == set()
