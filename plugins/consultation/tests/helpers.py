"""What several tests need: a topic that stands at the step of its vote, without walking there."""

from plugins.consultation.models import Topic
from plugins.consultation.service.steps import procedure_of
from plugins.consultation.service.votes import open_topic_vote


def stand_at_vote(uow, topic_id):
    """The steps before the vote are left out."""
    topic = uow.get(Topic, topic_id)
    topic.step = next(one.code for one in procedure_of(topic).steps if "vote" in one.needs)


def vote_on(uow, draft):
    """Open a vote on a topic that was taken up."""
    stand_at_vote(uow, draft.topic_id)
    return open_topic_vote(uow, draft)
