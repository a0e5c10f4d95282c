"""Tables of consultation."""

from plugins.consultation.base import Base
from plugins.consultation.estates.model import Committee, CommitteeDecision, Estate, Unit
from plugins.consultation.models.bodies import Body, Matter, Seat
from plugins.consultation.models.outcomes import Covenant, CovenantReview, Filing, Resolution
from plugins.consultation.models.projects import ChoiceEntry, ChoiceRound, Payment, Project
from plugins.consultation.models.topic import Draft, OwnProcedure, Review, Score, Task, Topic, TopicClass

__all__ = ["Base", "Body", "ChoiceEntry", "ChoiceRound", "Committee", "CommitteeDecision", "Covenant", "CovenantReview",
           "Draft", "Estate", "Filing",
           "Matter", "OwnProcedure", "Payment", "Project", "Resolution", "Review", "Score", "Seat", "Task", "Topic",
           "TopicClass", "Unit"]
