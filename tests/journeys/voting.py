"""What journeys of votes share: the data behind the window, a vote with its roll, and its pile of ballots."""

from desk.api.votes import get_vote, list_marks, list_papers
from desk.core.actor import system_actor
from desk.core.ballots.model import BallotVote
from desk.core.db.engine import open_database
from desk.core.db.uow import UnitOfWorkFactory
from desk.core.participants import core_participants
from plugins.consultation.drafts import AcceptDraft, TopicDraft
from plugins.consultation.models import OwnProcedure
from plugins.consultation.procedures import Procedure, StepRule, as_data
from plugins.consultation.service.topics import accept_topic, save_topic

NAMES = [f"代表{number:02d}" for number in range(1, 16)]
ROLL = "\n".join(f"{name},{number}号楼" for number, name in enumerate(NAMES, 1))


class Hand:
    """Sees what lies on the table: the data behind the window, read only, and topics registered beforehand."""

    def __init__(self, hall, clock):
        self.database = open_database(hall.database)
        self.factory = UnitOfWorkFactory(self.database, clock, core_participants())

    def reading(self):
        return self.factory.reading(system_actor())

    def writing(self):
        return self.factory.writing(system_actor())

    def topic(self, title):
        """A topic whose procedure is the vote alone."""
        procedure = Procedure("only_vote", "表决", (StepRule("vote", "表决", needs=("vote",), rule="six_steps"),), "测试", 7)
        with self.writing() as uow:
            if not uow.session.query(OwnProcedure).count():
                uow.add(OwnProcedure(code="only_vote", title="表决", data=as_data(procedure)))
            accept_topic(uow, AcceptDraft(save_topic(uow, TopicDraft(title)), "only_vote", "已受理"))

    def newest_vote(self):
        with self.reading() as uow:
            return get_vote(uow, uow.session.query(BallotVote.id).order_by(BallotVote.id.desc()).first()[0])

    def marks(self, vote):
        with self.reading() as uow:
            return list_marks(uow, vote)

    def papers(self, vote):
        with self.reading() as uow:
            return {f"{one.name} {one.label}": one.mark for one in list_papers(uow, vote)}

    def close(self):
        self.database.close()


def opened_vote(desk, title, roll, *, method="无记名投票", questions=("通过方案",)):
    """From the topic to a vote with its roll."""
    desk.open_row(title)
    desk.click("发起表决")
    desk.sees("投票人名册")
    desk.fill("方式", method)
    desk.fill("表决事项", questions[0])
    for number, text in enumerate(questions[1:], 1):
        desk.click("添加表决事项")
        desk.fill("表决事项", text, which=number)
    desk.fill("投票人名册", roll)
    desk.save()
    desk.click("表决：")
    desk.sees("本机不能保证的事项")


def pile(desk, count):
    desk.click("制作选票")
    desk.sees("印票张数")
    desk.fill("印票张数", str(count))
    desk.save()
    desk.click("印票发票")
    desk.sees("已领票 0")
