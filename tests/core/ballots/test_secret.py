"""Secret votes: entry only after giving has ended, each ballot once, the two stores apart, nothing left that joins them."""

import json
import random
import shutil

import pytest
from sqlalchemy import func, select, text

from desk.core.ballots.drafts import BoxDraft, SlipDraft
from desk.core.ballots.entry import check_mark, compare, enter, reverse
from desk.core.ballots.giving import end_giving, give_ballot, make_pile
from desk.core.ballots.marks import LETTERS, check_letter, new_token, read_mark
from desk.core.ballots.model import BallotToken, SealedBox, SecretSlip
from desk.core.ballots.queries import find_result, get_vote, list_marks, list_results, list_roll
from desk.core.ballots.recount import recount
from desk.core.ballots.sealing import count_vote, new_round
from desk.core.ballots.service import close_vote
from desk.core.errors import NeedsReason, UserError
from tests.core.ballots.conftest import TELLERS


def test_two_thirds_of_everybody_and_one_less(secret_vote, conduct, writing, reading):
    for agree, outcome in ((40, "passed"), (39, "failed")):
        vote = secret_vote(60)
        conduct(vote, ["agree"] * agree + ["against"] * (45 - agree))
        with writing() as uow:
            code = count_vote(uow, vote, TELLERS)
        with reading() as uow:
            result = find_result(uow, vote)
        assert result.questions[0].verdict.outcome == outcome
        assert recount(result.text) == ({"1": outcome}, [])
        assert code == result.check


def test_ballots_are_entered_only_when_giving_has_ended(secret_vote, writing, reading):
    vote = secret_vote(20)
    with reading() as uow:
        marks = list_marks(uow, vote)
        roll = list_roll(uow, vote)
    with pytest.raises(UserError, match="not possible now"), writing() as uow:
        enter(uow, vote, 1, tuple(SlipDraft(mark, ("agree",)) for mark in marks))
    with writing() as uow:
        end_giving(uow, BoxDraft(vote, 0, 0, 20))
    with pytest.raises(UserError, match="not possible now"), writing() as uow:
        give_ballot(uow, vote, roll[0].id)


def test_nobody_is_given_two(secret_vote, writing, reading):
    vote = secret_vote(20)
    with reading() as uow:
        voter = list_roll(uow, vote)[3]
    with writing() as uow:
        give_ballot(uow, vote, voter.id)
    with pytest.raises(UserError, match="already"), writing() as uow:
        give_ballot(uow, vote, voter.id)


def test_what_is_not_this_votes_ballot_is_refused_in_words(secret_vote, conduct, reading):
    vote, other = secret_vote(20), secret_vote(20)
    marks = conduct(vote, ["agree"] * 20)
    with reading() as uow:
        foreign = list_marks(uow, other)[0]
        code = get_vote(uow, vote).code
        for typed, said in ((marks[0], "entered already"), (foreign, "another vote"), (new_token(code), "No ballot"),
                            (marks[0][:-1], "not the mark"), ("", "not the mark"), ("龚桂兰", "not the mark")):
            with pytest.raises(UserError, match=said):
                check_mark(uow, vote, 1, typed)


def test_marks_survive_width_and_case_and_notice_mistyping():
    mark = new_token("2222")
    assert read_mark("2222", f" {mark[:4].lower()}-{mark[4:]} ") == mark
    for place in range(len(mark) - 1):
        other = LETTERS[(LETTERS.index(mark[place]) + 1) % 31]
        with pytest.raises(UserError):
            read_mark("2222", mark[:place] + other + mark[place + 1:])
    assert check_letter(mark[:-1]) == mark[-1]


def test_a_batch_is_kept_whole_or_not_at_all(secret_vote, give_out, writing, reading):
    vote = secret_vote(30)
    give_out(vote, 30)
    with reading() as uow:
        marks = list_marks(uow, vote)
    with writing() as uow:
        end_giving(uow, BoxDraft(vote, 30))
    for batch in (marks[:9], marks[:25], [*marks[:12], marks[0]]):
        with pytest.raises(UserError), writing() as uow:
            enter(uow, vote, 1, tuple(SlipDraft(mark, ("agree",)) for mark in batch))
    with reading() as uow:
        assert compare(uow, vote).first == 0


def test_two_people_must_read_the_same_and_put_it_right_together(secret_vote, give_out, writing, reading):
    vote = secret_vote(12)
    give_out(vote, 12)
    with reading() as uow:
        marks = list_marks(uow, vote)
    with writing() as uow:
        end_giving(uow, BoxDraft(vote, 12))
    for entry, last in ((1, "agree"), (2, "against")):
        with writing() as uow:
            enter(uow, vote, entry, tuple(SlipDraft(mark, (last if mark == marks[4] else "agree",)) for mark in marks))
    with reading() as uow:
        assert compare(uow, vote).differing == (marks[4],)
    with pytest.raises(UserError, match="do not agree"), writing() as uow:
        count_vote(uow, vote, TELLERS)
    with pytest.raises(UserError, match="Two people"), writing() as uow:
        reverse(uow, vote, 2, SlipDraft(marks[4], ("agree",)), "看错", ("何苗",))
    with writing() as uow:
        reverse(uow, vote, 2, SlipDraft(marks[4], ("agree",)), "看错", ("何苗", "沈建国"))
    with reading() as uow:
        assert compare(uow, vote).agree
        assert uow.session.scalar(select(func.count()).select_from(SecretSlip).where(SecretSlip.reversed.is_(True))) == 1
    with writing() as uow:
        count_vote(uow, vote, TELLERS)


def test_an_invalid_ballot_needs_a_reason_and_two_names(secret_vote, give_out, writing, reading):
    vote = secret_vote(10)
    give_out(vote, 10)
    with reading() as uow:
        marks = list_marks(uow, vote)
    with writing() as uow:
        end_giving(uow, BoxDraft(vote, 10))
    with pytest.raises(UserError, match="Two people"), writing() as uow:
        enter(uow, vote, 1, tuple(SlipDraft(mark, ("invalid",), reason="涂改", names=("何苗",)) for mark in marks))


def test_501_of_500_come_back(secret_vote, give_out, writing, reading):
    vote = secret_vote(500)
    give_out(vote, 500)
    with writing() as uow:
        assert end_giving(uow, BoxDraft(vote, 501, reason="清点两遍均为501张")) == "void"
    with pytest.raises(UserError, match="Void"), writing() as uow:
        count_vote(uow, vote, TELLERS)


def test_more_in_the_box_than_voters_took_is_void_even_when_more_were_printed(secret_vote, give_out, writing, reading):
    """14 in the box of 12 who took one: two were put in besides. A slip of the pen voids nothing: the reason is asked first."""
    vote = secret_vote(20)
    give_out(vote, 12)
    with pytest.raises(NeedsReason), writing() as uow:
        end_giving(uow, BoxDraft(vote, 14, 0, 6))
    with reading() as uow:
        assert get_vote(uow, vote).state == "open"
    with writing() as uow:
        assert end_giving(uow, BoxDraft(vote, 14, 0, 6, "清点两遍均为14张")) == "void"


def test_piles_must_add_up(secret_vote, give_out, writing):
    vote = secret_vote(20, spare=5)
    give_out(vote, 18)
    for box in (BoxDraft(vote, 18, 1, 5), BoxDraft(vote, 17, 1, 7), BoxDraft(vote, 18, 8, 0)):
        with pytest.raises(UserError, match="Count the piles"), writing() as uow:
            end_giving(uow, box)
    with writing() as uow:
        assert end_giving(uow, BoxDraft(vote, 18, 1, 6)) == "entry"


def test_a_ballot_that_a_voter_took_home_is_told_as_such(secret_vote, give_out, writing, reading):
    """18 took one, 16 are in the box: the vote goes on, nothing is pretended to be left over, and the file adds up."""
    vote = secret_vote(20, spare=5)
    give_out(vote, 18)
    with writing() as uow:
        assert end_giving(uow, BoxDraft(vote, 16, 1, 6)) == "entry"
    with reading() as uow:
        row = get_vote(uow, vote)
    assert (row.issued, row.handed, row.returned, row.spoiled, row.left_over, row.kept_back) == (25, 18, 16, 1, 6, 2)
    assert row.issued == row.returned + row.spoiled + row.unused


def test_a_recount_is_a_new_round_beside_the_old(secret_vote, conduct, writing, reading):
    vote = secret_vote(12)
    marks = conduct(vote, ["agree"] * 12)
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
    with writing() as uow:
        assert new_round(uow, vote, "有代表提出异议") == 2
    for entry in (1, 2):
        with writing() as uow:
            enter(uow, vote, entry, tuple(SlipDraft(mark, ("against" if mark == marks[0] else "agree",)) for mark in marks))
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
    with reading() as uow:
        rounds = list_results(uow, vote)
    assert [one.questions[0].totals["persons"].agree for one in rounds] == [12, 11]


def test_the_roll_and_the_box_never_share_a_transaction(secret_vote, writing, reading):
    vote = secret_vote(10)
    with reading() as uow:
        roll = list_roll(uow, vote)
    with pytest.raises(RuntimeError, match="one transaction"), writing() as uow:
        give_ballot(uow, vote, roll[0].id)
        end_giving(uow, BoxDraft(vote, 1, 0, 9))
        enter(uow, vote, 1, ())


def test_after_the_count_no_mark_and_no_ballot_is_left(secret_vote, conduct, writing, reading):
    vote = secret_vote(15)
    conduct(vote, [("agree", "agree", "against")[number % 3] for number in range(15)])
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
        close_vote(uow, vote)
    with reading() as uow:
        assert uow.session.scalar(select(func.count()).select_from(SecretSlip)) == 0
        assert uow.session.scalar(select(func.count()).select_from(BallotToken)) == 0
        sealed = uow.session.scalars(select(SealedBox)).one()
        result = json.loads(sealed.result)
    assert "entry1" in {line["what"] for line in result["log"]}
    lines = [line["choices"] for line in result["questions"]]
    assert lines == [sorted(line) for line in lines]


class Thief:
    """Has every file the desk ever wrote, at every moment: the data file and its write-ahead log, copied after each step."""

    def __init__(self, folder, kept):
        self.folder, self.kept = folder, kept
        kept.mkdir()
        self.copies = []

    def steal(self):
        place = self.kept / f"{len(self.copies):04d}"
        place.mkdir()
        for path in self.folder.glob("desk.db*"):
            if not path.name.endswith(("-shm", ".lock")):
                shutil.copyfile(path, place / path.name)
        self.copies.append(place)


def test_a_thief_of_all_files_does_no_better_than_guessing(sqlite_database, tmp_path, clock, actor):
    """The linkers of the threat model: row order, ids, counters, the write-ahead log's order, backups between all steps.

    The thief knows the order of giving from the log and joins it to every order he finds in the box. The worst hall: the
    pile was mixed, but nobody shook the box, and it is keyed in exactly in the order the ballots were given out.
    """
    from desk.testing.database import make_factory

    factory = make_factory(sqlite_database, clock)

    def writing():
        return factory.writing(actor)

    from desk.core.ballots.drafts import VoteDraft, VoterDraft
    from desk.core.ballots.service import freeze_roll, open_vote

    dice = random.Random(7)
    names = tuple(VoterDraft(f"代表{number:03d}", key=f"k{number}") for number in range(120))
    with writing() as uow:
        vote = open_vote(uow, VoteDraft("试", "six_steps", ("?",), "secret"))
        freeze_roll(uow, vote, names)
    with writing() as uow:
        make_pile(uow, vote, 120)
    thief = Thief(tmp_path, tmp_path / "stolen")
    with factory.reading(actor) as uow:
        marks, roll = list_marks(uow, vote), list_roll(uow, vote)
    choices = ("agree", "against", "abstain", "agree")
    order = dice.sample(range(120), 120)
    truth, pile = {}, dice.sample(marks, 120)
    for number, place in enumerate(order):
        with writing() as uow:
            give_ballot(uow, vote, roll[place].id)
        truth[roll[place].id] = (pile[number], dice.choice(choices))
        if number % 10 == 0:
            thief.steal()
    with writing() as uow:
        end_giving(uow, BoxDraft(vote, 120))
    box = [truth[roll[place].id] for place in order]
    for entry in (1, 2):
        for start in range(0, 120, 20):
            with writing() as uow:
                enter(uow, vote, entry, tuple(SlipDraft(mark, (choice,)) for mark, choice in box[start:start + 20]))
            thief.steal()
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
    thief.steal()
    guesses = _linkers(thief, roll, order)
    commonest = max(sum(choice == one for _mark, choice in truth.values()) for one in choices) / 120
    assert len(guesses) >= 6
    for name, guess in guesses.items():
        right = sum(guess[voter] == choice for voter, (_mark, choice) in truth.items()) / 120
        assert right <= commonest + 0.12, f"{name} joins voters and ballots: {right:.0%}"
    raw = b"".join(path.read_bytes() for path in thief.copies[-1].iterdir())
    assert not [mark for mark, choice in truth.values() if f"{mark}{choice}".encode() in raw]


def _linkers(thief, roll, order):
    """Name of attack → voter id → guessed choice."""
    from desk.core.db.engine import open_database

    guesses = {}
    orders = {"roll order": [line.id for line in roll], "giving order": [roll[place].id for place in order]}
    for at, copy in enumerate(thief.copies[-8:]):
        stolen = open_database(copy / "desk.db")
        with stolen.engine.connect() as connection:
            for by in ("rowid", "mark"):
                found = [row[0] for row in connection.execute(text(
                    f"SELECT choices FROM core_ballot_secret_slip WHERE entry = 1 ORDER BY {by}"))]
                for name, people in orders.items():
                    if len(found) == len(people):
                        guesses[f"{name} with {by} of copy {at}"] = dict(zip(people, found, strict=True))
            sealed = connection.execute(text("SELECT result FROM core_ballot_box")).all()
            if sealed:
                lines = json.loads(sealed[0][0])["questions"][0]["choices"]
                for name, people in orders.items():
                    guesses[f"{name} with the sealed box"] = dict(zip(people, (line.split()[0] for line in lines), strict=True))
            logged = connection.execute(text("SELECT count(*) FROM core_audit WHERE action LIKE '%give%'")).scalar()
            assert logged == 0
            counts = connection.execute(text("SELECT count FROM core_ballot_log WHERE what LIKE 'entry%'")).scalars().all()
            assert not counts or min(counts) >= 10
        stolen.close()
    return guesses
